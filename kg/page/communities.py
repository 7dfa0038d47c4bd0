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
    """`members` by rank; `names` are those of the first of them."""

    names: tuple[str, ...]
    members: tuple[int, ...]


def find(weights: Mapping[tuple[int, int], float], labels: Sequence[str]) -> list[Community]:
    """The communities of linked nodes (numbers are ranks), the largest first; tiny ones are left to search and list."""
    total: dict[tuple[int, int], float] = {}
    for (a, b), weight in weights.items():
        if a != b:
            pair = (min(a, b), max(a, b))
            total[pair] = total.get(pair, 0.0) + weight
    if not total:
        return []
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(sorted({node for pair in total for node in pair}))
    graph.add_weighted_edges_from((a, b, weight) for (a, b), weight in sorted(total.items()))
    groups = nx.community.louvain_communities(graph, seed=SEED, threshold=1e-4)
    ordered = sorted((sorted(group) for group in groups), key=lambda group: (-len(group), group[0]))
    return [
        Community(tuple(labels[node] for node in group[:3]), tuple(group))
        for group in ordered[:MOST]
        if len(group) >= SMALLEST
    ]
