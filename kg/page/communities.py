"""Groups of nodes that are more linked among themselves than with the rest, each named by its main nodes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import networkx as nx

SEED = 1  # any fixed number: the order in which Louvain visits nodes must not change between two runs
SMALLEST = 3
MOST = 60


@dataclass(frozen=True, slots=True)
class Community:
    """`members` by rank; `label` names the first of them."""

    label: str
    members: tuple[int, ...]


def find(count: int, weights: Mapping[tuple[int, int], float], labels: Sequence[str]) -> list[Community]:
    """The communities of nodes 0…count-1 (by rank), the largest first; tiny ones are left to search and list."""
    graph = nx.Graph()
    graph.add_nodes_from(range(count))
    for (a, b), weight in sorted(weights.items()):
        if a != b:
            known = graph.edges[a, b]["weight"] if graph.has_edge(a, b) else 0.0
            graph.add_edge(a, b, weight=known + weight)
    linked = graph.subgraph(sorted(node for node, degree in graph.degree() if degree))
    copy = nx.Graph()
    copy.add_nodes_from(sorted(linked))
    copy.add_weighted_edges_from(sorted((min(a, b), max(a, b), w) for a, b, w in linked.edges(data="weight")))
    if not copy:
        return []
    groups = nx.community.louvain_communities(copy, seed=SEED, threshold=1e-4)
    ordered = sorted((sorted(group) for group in groups), key=lambda group: (-len(group), group[0]))
    return [
        Community(" · ".join(labels[node] for node in group[:3]), tuple(group))
        for group in ordered[:MOST]
        if len(group) >= SMALLEST
    ]
