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

GUESSING = frozenset({"apposition", "attachment", "possessive"})  # not read from telegrams without articles


def extract(scene: Scene) -> Iterator[Proposition]:
    """All propositions of one sentence."""
    for name, reader in EXTRACTORS.items():
        if not (scene.telegraphic and name in GUESSING):
            yield from reader(scene)
