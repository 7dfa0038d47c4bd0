"""The plain edges as a networkx.MultiDiGraph: one edge a subject, relation and object, with what it rests on.

Negative claims and claims without an object entity make no edge. An edge's `modality` is the surest of its claims, so
that what is only planned or possible can be drawn apart.
"""

from __future__ import annotations

from collections.abc import Iterable

import networkx as nx

from kg.model import Modality
from kg.rows import ClaimRow, Thing

SUREST: tuple[Modality, ...] = ("asserted", "planned", "required", "possible", "desired", "conditional")


def build(things: Iterable[Thing], claims: Iterable[ClaimRow]) -> nx.MultiDiGraph[str]:
    """Nodes by IRI with label, type, other names and mentions.

    Edges by relation IRI with label, lemma, modality, how many claims and sources, and the surest claim's quote.
    """
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for thing in things:
        if thing.node.iri:
            network.add_node(
                thing.node.iri,
                label=thing.node.label,
                type=thing.node.type,
                aliases="; ".join(thing.aliases),
                links=" ".join(thing.links),
                mentions=thing.mentions,
            )
    edges: dict[tuple[str, str, str], list[ClaimRow]] = {}
    for claim in claims:
        if claim.polarity == "positive" and claim.object and claim.object.iri and claim.subject.iri:
            edges.setdefault((claim.subject.iri, claim.object.iri, claim.relation), []).append(claim)
    for (subject, target, relation), rows in sorted(edges.items()):
        best = min(rows, key=lambda row: (SUREST.index(row.modality), -row.confidence, row.iri))
        network.add_edge(
            subject,
            target,
            key=relation,
            label=best.label,
            lemma=best.lemma,
            modality=best.modality,
            claims=len(rows),
            sources=len({row.source.original for row in rows}),
            confidence=best.confidence,
            said_by=best.said_by.label,
            quote=best.quote,
        )
    return network
