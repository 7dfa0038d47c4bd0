"""A name where it stands, and what every rule about names asks of a word."""

from __future__ import annotations

from dataclasses import dataclass

from kg.coreference.words import Words

# The recogniser's labels that name something, and those of what is counted or dated.
LABELS = frozenset(("PERSON", "ORG", "GPE", "LOC", "FAC", "EVENT", "NORP", "WORK_OF_ART", "PRODUCT", "LAW", "LANGUAGE"))
AMOUNTS = frozenset(("DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL", "CARDINAL"))
PROPER = frozenset(("NNP", "NNPS"))


@dataclass(slots=True)
class Name:
    """A name at tokens first..last-1: `label` is what the recogniser called it, `title` the words of office before it.

    The label of a name found by its likeness to another begins with "again"; `nested` names stand inside others.
    """

    first: int
    last: int
    label: str
    rule: str
    title: str = ""
    words: tuple[str, ...] = ()
    nested: bool = False
    text: str = ""


def capital(word: str) -> bool:
    """Does a word begin with a capital?"""
    return word[:1].isupper()


def starts_sentence(words: Words, index: int) -> bool:
    """Does nothing but signs stand before a word in its sentence?"""
    while index > 0 and words.sentence[index - 1] == words.sentence[index]:
        index -= 1
        if words.pos[index] not in ("PUNCT", "SPACE"):
            return False
    return True
