"""Doc → Propositions: a family of readers, each for one way of saying something.

Add one by a module with `extract(scene)` and a line in EXTRACTORS.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from kg.extractors import appositions, attachments, copulas, events, possessives, titles, verbs
from kg.extractors.scene import Scene
from kg.model import Proposition

EXTRACTORS: dict[str, Callable[[Scene], Iterator[Proposition]]] = {
    "verb": verbs.extract,
    "copula": copulas.extract,
    "title": titles.extract,
    "apposition": appositions.extract,
    "possessive": possessives.extract,
    "event": events.extract,
    "attachment": attachments.extract,
}


def extract(scene: Scene) -> Iterator[Proposition]:
    """All propositions of one sentence."""
    for reader in EXTRACTORS.values():
        yield from reader(scene)
