"""GraphML for Gephi, yEd, Cytoscape and networkx: the plain edges with what they rest on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from kg.exporters.networks import Columns, Network, Value, lexical, network_of, save
from kg.graph import KnowledgeGraph
from kg.xml import attribute, content


def write(graph: KnowledgeGraph, path: Path) -> list[Path]:
    """One file; an edge's id is its number in sorted order, its relation an attribute."""
    return save(_lines(network_of(graph)), path)


def _lines(network: Network) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">'
    for which, columns in (("node", network.node_columns), ("edge", network.edge_columns)):
        for name, (key, kind) in columns.items():
            yield f'<key id="{key}" for="{which}" attr.name="{name}" attr.type="{kind}"/>'
    yield '<graph id="kg" edgedefault="directed">'
    for iri, data in network.nodes:
        yield f"<node id={attribute(iri)}>{_data(data, network.node_columns)}</node>"
    for number, (a, b, data) in enumerate(network.edges):
        values = _data(data, network.edge_columns)
        yield f'<edge id="e{number}" source={attribute(a)} target={attribute(b)}>{values}</edge>'
    yield "</graph>"
    yield "</graphml>"


def _data(row: Mapping[str, Value], columns: Columns) -> str:
    return "".join(f'<data key="{columns[name][0]}">{content(lexical(value))}</data>' for name, value in row.items())
