"""Doc → Propositions: a family of readers, each for one way of saying something.

Add one by a module with `extract(scene)` and a line in EXTRACTORS.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from kg.extractors import appositions, attachments, copulas, events, possessives, titles, verbs
from kg.extractors.scene import Scene
from kg.model import Proposition
from kg.tree import Word

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


NOTE_WORDS = 4  # fewer are the quoted's own: "[it has]"


def _sure(scene: Scene, said: Proposition) -> bool:
    """In a telegram: a name ("Lima", "Telegram 42") that does something in a clause of its own."""
    numbers = (
        w.head.start for w in scene.sentence.words if w.start == said.subject.head and w.dep == "nummod" and w.head
    )
    named = {said.subject.head, *numbers}
    return not named.isdisjoint(scene.names.spans) and not {"advcl", "acl", "pcomp", "relcl", "conj", "xcomp"} & set(
        said.features
    )


def _notes(scene: Scene) -> Iterator[tuple[int, int]]:
    """Where an editor says something in square brackets: "[less than 1 line of text not declassified]"."""
    opened: Word | None = None
    for word in scene.sentence.words:
        if word.text == "[":
            opened = word
        elif word.text == "]" and opened is not None:
            if word.i - opened.i > NOTE_WORDS:
                yield opened.start, word.start
            opened = None


def _in_note(notes: list[tuple[int, int]], place: int) -> bool:
    return any(start < place < end for start, end in notes)


def extract(scene: Scene) -> Iterator[Proposition]:
    """All propositions of one sentence."""
    notes = list(_notes(scene))
    for name, reader in EXTRACTORS.items():
        if scene.telegraphic and name in GUESSING:
            continue
        for said in reader(scene):
            if _in_note(notes, said.subject.head) or (scene.telegraphic and not _sure(scene, said)):
                continue
            yield said
