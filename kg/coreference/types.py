"""Votes on what kind of thing a name names, and the decision."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from kg.lexicon import gazetteer
from kg.model import EntityType

ORDER: tuple[EntityType, ...] = ("Person", "Organization", "Place", "Event", "Work", "Product", "Group", "Thing")
SURE = 0.5  # less than this is no evidence


class Votes(defaultdict[str, float]):
    """Weight by type."""

    def __init__(self) -> None:
        super().__init__(float)

    def total(self) -> float:
        """All weight."""
        return sum(self.values())

    def add(self, votes: Mapping[str, float] | Iterable[tuple[str, float]], times: float = 1.0) -> None:
        """Add other votes, so many times."""
        for kind, weight in votes.items() if isinstance(votes, Mapping) else votes:
            self[kind] += weight * times


def decide(votes: Votes, known: gazetteer.Known | None) -> EntityType:
    """The type with most votes; Thing when nothing speaks for any."""
    best = max(ORDER, key=lambda kind: (round(votes[kind], 3), -ORDER.index(kind)))
    if votes["Thing"] >= 2 and votes[best] < 1.5 * votes["Thing"]:
        return "Thing"
    if votes[best] < SURE:
        return "Thing"
    return "Country" if best == "Place" and known and known.kind == "country" else best
