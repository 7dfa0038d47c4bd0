"""GraphML for Gephi, yEd, Cytoscape and networkx: the plain edges with what they rest on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from kg.graph import KnowledgeGraph
from kg.xml import attribute, content

Value = str | int | float | bool
TYPES = {str: "string", int: "long", float: "double", bool: "boolean"}


def write(graph: KnowledgeGraph, path: Path) -> list[Path]:
    """One file; an edge's id is its number in sorted order, its relation an attribute."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(line + "\n" for line in _lines(graph))
    return [path]


def _lines(graph: KnowledgeGraph) -> Iterator[str]:
    network = graph.network()
    nodes = list(network.nodes.items())
    edges = [(a, b, {"relation": key, **data}) for a, b, key, data in network.edges(keys=True, data=True)]
    node_keys = keys((data for _, data in nodes), "n")
    edge_keys = keys((data for _, _, data in edges), "e")
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">'
    for which, table in (("node", node_keys), ("edge", edge_keys)):
        for name, (key, kind) in table.items():
            yield f'<key id="{key}" for="{which}" attr.name="{name}" attr.type="{TYPES[kind]}"/>'
    yield '<graph id="kg" edgedefault="directed">'
    for iri, data in nodes:
        yield f"<node id={attribute(iri)}>{_data(data, node_keys)}</node>"
    for number, (a, b, data) in enumerate(edges):
        yield f'<edge id="e{number}" source={attribute(a)} target={attribute(b)}>{_data(data, edge_keys)}</edge>'
    yield "</graph>"
    yield "</graphml>"


def keys(rows: Iterable[Mapping[str, Value]], prefix: str) -> dict[str, tuple[str, type]]:
    """Attribute name → its key in the file and its type, in the order of first use."""
    found: dict[str, type] = {}
    for row in rows:
        for name, value in row.items():
            found.setdefault(name, type(value))
    return {name: (f"{prefix}{number}", kind) for number, (name, kind) in enumerate(found.items())}


def _data(row: Mapping[str, Value], table: Mapping[str, tuple[str, type]]) -> str:
    return "".join(f'<data key="{table[name][0]}">{content(written(value))}</data>' for name, value in row.items())


def written(value: Value) -> str:
    """A value as XML Schema writes it."""
    return str(value).lower() if isinstance(value, bool) else str(value)
