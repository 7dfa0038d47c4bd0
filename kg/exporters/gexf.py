"""GEXF 1.2 for Gephi: the plain edges with what they rest on; undated, so that equal graphs are equal files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from kg.exporters.networks import Columns, Network, Value, lexical, network_of, save
from kg.graph import KnowledgeGraph
from kg.xml import attribute


def write(graph: KnowledgeGraph, path: Path) -> list[Path]:
    """One file; labels are GEXF's own, all else is attributes."""
    return save(_lines(network_of(graph)), path)


def _lines(network: Network) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield '<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2">'
    yield '<graph defaultedgetype="directed" mode="static">'
    for which, columns in (("node", network.node_columns), ("edge", network.edge_columns)):
        yield f'<attributes class="{which}" mode="static">'
        for name, (key, kind) in columns.items():
            if name != "label":
                yield f'<attribute id="{key}" title="{name}" type="{kind}"/>'
        yield "</attributes>"
    yield "<nodes>"
    for iri, data in network.nodes:
        values = _values(data, network.node_columns)
        yield f"<node id={attribute(iri)} label={attribute(lexical(data['label']))}>{values}</node>"
    yield "</nodes>"
    yield "<edges>"
    for number, (a, b, data) in enumerate(network.edges):
        ends = f"source={attribute(a)} target={attribute(b)} label={attribute(lexical(data['label']))}"
        yield f'<edge id="{number}" {ends}>{_values(data, network.edge_columns)}</edge>'
    yield "</edges>"
    yield "</graph>"
    yield "</gexf>"


def _values(row: Mapping[str, Value], columns: Columns) -> str:
    values = (
        f'<attvalue for="{columns[name][0]}" value={attribute(lexical(value))}/>'
        for name, value in row.items()
        if name != "label"
    )
    return f"<attvalues>{''.join(values)}</attvalues>"
