"""What GraphML and GEXF share: the plain edges as two tables, nodes and edges, with typed columns."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.graph import KnowledgeGraph

Value = str | int | float | bool
Columns = dict[str, tuple[str, str]]
TYPES = {str: "string", int: "long", float: "double", bool: "boolean"}


@dataclass(frozen=True, slots=True)
class Network:
    """Nodes by IRI, edges (sorted, the relation an attribute), and attribute name → (its key in the file, its type)."""

    nodes: Sequence[tuple[str, Mapping[str, Value]]]
    edges: Sequence[tuple[str, str, Mapping[str, Value]]]
    node_columns: Columns
    edge_columns: Columns


def network_of(graph: KnowledgeGraph) -> Network:
    """The plain edges of the graph with what they rest on."""
    network = graph.network()
    nodes = list(network.nodes.items())
    edges = [(a, b, {"relation": key, **data}) for a, b, key, data in network.edges(keys=True, data=True)]
    return Network(
        nodes, edges, _columns((data for _, data in nodes), "n"), _columns((data for _, _, data in edges), "e")
    )


def lexical(value: Value) -> str:
    """A value as XML Schema writes it."""
    return str(value).lower() if isinstance(value, bool) else str(value)


def save(lines: Iterable[str], path: Path) -> list[Path]:
    """The lines as a file, the same bytes on every system."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(line + "\n" for line in lines)
    return [path]


def _columns(rows: Iterable[Mapping[str, Value]], prefix: str) -> Columns:
    """In the order of first use; a column's type is that of its first value."""
    found: dict[str, type] = {}
    for row in rows:
        for name, value in row.items():
            found.setdefault(name, type(value))
    return {name: (f"{prefix}{number}", TYPES[kind]) for number, (name, kind) in enumerate(found.items())}
