"""The subject of the clause that a pronoun stands in, and who reports that clause."""

from __future__ import annotations

from collections.abc import Container

from kg.coreference.roles import SUBJECTS
from kg.coreference.words import Words
from kg.lexicon.wordlists import words as wordlist

VERBAL = frozenset(("VERB", "AUX"))
SHARED = frozenset((
    "conj",
    "xcomp",
    "advcl",
    "pcomp",
    "acl",
))  # clauses without subject that have that of the one above
INSIDE = frozenset(("conj", "xcomp", "advcl", "ccomp"))  # clauses that go on with a report
HIGHEST = 12  # steps up a tree


def verb_of(words: Words, index: int) -> int:
    """The verb of the clause that a word stands in; the top of its sentence when it has none."""
    for _ in range(HIGHEST):
        index, before = words.head[index], index
        if words.pos[index] in VERBAL or index == before:
            break
    return index


def subject_of(words: Words, verb: int, shared: Container[str] = SHARED) -> int:
    """The token that is the subject of a verb, also a shared one or that of "told *him* to go"; -1 when none is."""
    beside = False  # an adverbial clause: "told Lund to go, *saying* …" goes on with who told
    for _ in range(HIGHEST):
        own = next((child for child in words.children[verb] if words.dep[child] in SUBJECTS), -1)
        above = verb_of(words, verb)
        if own >= 0 and words.dep[verb] == "relcl" and words.tag[own] in ("WP", "WDT"):
            return words.head[verb]
        if own >= 0 or above == verb or words.dep[verb] not in shared:
            return own
        if words.dep[verb] == "xcomp" and not beside:
            told = next((child for child in words.children[above] if words.dep[child] in ("dobj", "dative")), -1)
            if told >= 0:
                return told
        beside = beside or words.dep[verb] == "advcl"
        verb = above
    return -1


def report_of(words: Words, verb: int, others: Container[int]) -> int:
    """The verb of saying or thinking whose content a clause is; -1 when there is none, or another person acts in it."""
    for _ in range(HIGHEST):
        above = verb_of(words, verb)
        if above == verb or words.dep[verb] not in INSIDE:
            break
        if words.dep[verb] == "ccomp" and reports(words, above):
            return above
        if any(words.dep[child] in SUBJECTS and child in others for child in words.children[above]):
            break
        verb = above
    return -1


def reports(words: Words, verb: int) -> bool:
    """Is it a verb of saying or thinking?"""
    return words.lemma[verb] in wordlist("saying_verbs") or words.lemma[verb] in wordlist("thinking_verbs")


def object_before(words: Words, verb: int) -> int:
    """The object of the verb that a verb is coordinated with: "met *Lund* and thanked him"; -1 when none is."""
    first = words.head[verb] if words.dep[verb] == "conj" else verb
    return next((child for child in words.children[first] if words.dep[child] == "dobj" and first != verb), -1)
