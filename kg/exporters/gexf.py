"""GEXF 1.2 for Gephi: the plain edges with what they rest on; undated, so that equal graphs are equal files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from kg.exporters.graphml import TYPES, Value, keys, written
from kg.graph import KnowledgeGraph
from kg.xml import attribute


def write(graph: KnowledgeGraph, path: Path) -> list[Path]:
    """One file; labels are GEXF's own, all else is attributes."""
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
    yield '<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2">'
    yield '<graph defaultedgetype="directed" mode="static">'
    for which, table in (("node", node_keys), ("edge", edge_keys)):
        yield f'<attributes class="{which}" mode="static">'
        for name, (key, kind) in table.items():
            if name != "label":
                yield f'<attribute id="{key}" title="{name}" type="{TYPES[kind]}"/>'
        yield "</attributes>"
    yield "<nodes>"
    for iri, data in nodes:
        yield f"<node id={attribute(iri)} label={attribute(data['label'])}>{_values(data, node_keys)}</node>"
    yield "</nodes>"
    yield "<edges>"
    for number, (a, b, data) in enumerate(edges):
        ends = f"source={attribute(a)} target={attribute(b)} label={attribute(data['label'])}"
        yield f'<edge id="{number}" {ends}>{_values(data, edge_keys)}</edge>'
    yield "</edges>"
    yield "</graph>"
    yield "</gexf>"


def _values(row: Mapping[str, Value], table: Mapping[str, tuple[str, type]]) -> str:
    values = (
        f'<attvalue for="{table[name][0]}" value={attribute(written(value))}/>'
        for name, value in row.items()
        if name != "label"
    )
    return f"<attvalues>{''.join(values)}</attvalues>"
