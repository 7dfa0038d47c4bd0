"""Tables as CSV: nodes and edges with the headers of Neo4j's import, and the claims with quotes, for spreadsheets.

`graph.csv` becomes graph-nodes.csv, graph-edges.csv and graph-claims.csv.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from kg.graph import KnowledgeGraph
from kg.rows import ClaimRow
from kg.xml import legal

NODES = ("id:ID", "label", "type:LABEL", "aliases", "links", "mentions:int")
EDGES = (
    *(":START_ID", ":END_ID", ":TYPE", "relation", "label", "modality", "claims:int", "sources:int"),
    *("confidence:float", "said_by", "quote"),
)
CLAIMS = (
    *("claim", "subject", "relation", "object", "arguments", "polarity", "modality", "speaker", "said_by", "time"),
    *("begin", "end", "confidence", "document", "date", "start", "finish", "quote", "subject_iri", "object_iri"),
)


def write(graph: KnowledgeGraph, path: Path) -> list[Path]:
    """Three files beside that path."""
    network = graph.network()
    nodes = (
        (iri, data["label"], data["type"], data["aliases"], data["links"], data["mentions"])
        for iri, data in network.nodes.items()
    )
    edges = (
        (a, b, data["lemma"], key, *(data[name.partition(":")[0]] for name in EDGES[4:]))
        for a, b, key, data in network.edges(keys=True, data=True)
    )
    tables: Iterable[tuple[str, Sequence[str], Iterable[Sequence[object]]]] = (
        ("nodes", NODES, nodes),
        ("edges", EDGES, edges),
        ("claims", CLAIMS, _claims(graph.claims())),
    )
    return [_write(path.with_name(f"{path.stem}-{name}.csv"), head, rows) for name, head, rows in tables]


def _claims(rows: Iterable[ClaimRow]) -> Iterator[Sequence[object]]:
    for row in rows:
        yield (
            row.iri,
            row.subject.label,
            row.label,
            row.object.label if row.object else "",
            "; ".join(f"{role}: {node.label}" for role, node in row.arguments),
            row.polarity,
            row.modality,
            row.speaker.label if row.speaker else "",
            row.said_by.label,
            row.time or "",
            row.begin or "",
            row.end_date or "",
            row.confidence,
            row.source.title,
            row.source.date or "",
            row.start,
            row.end,
            row.quote,
            row.subject.iri or "",
            (row.object.iri or "") if row.object else "",
        )


def _write(path: Path, head: Sequence[str], rows: Iterable[Sequence[object]]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\r\n")
        writer.writerow(head)
        writer.writerows([legal(value) if isinstance(value, str) else value for value in row] for row in rows)
    return path
