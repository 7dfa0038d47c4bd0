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

# Those that are not read from telegrams without articles, where the parser guesses.
GUESSING = frozenset({"apposition", "attachment", "possessive", "title", "event"})


def _sure(scene: Scene, said: Proposition) -> bool:
    """In a telegram: a name ("Lima", "Telegram 42") that does something in a clause of its own."""
    numbers = (
        w.head.start for w in scene.sentence.words if w.start == said.subject.head and w.dep == "nummod" and w.head
    )
    named = {said.subject.head, *numbers}
    return not named.isdisjoint(scene.names.spans) and not {"advcl", "acl", "pcomp", "relcl", "conj", "xcomp"} & set(
        said.features
    )


def extract(scene: Scene) -> Iterator[Proposition]:
    """All propositions of one sentence."""
    for name, reader in EXTRACTORS.items():
        if scene.telegraphic and name in GUESSING:
            continue
        for said in reader(scene):
            if not scene.telegraphic or _sure(scene, said):
                yield said
