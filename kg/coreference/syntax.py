"""The subject of the clause that a pronoun stands in, and who reports that clause."""

from __future__ import annotations

from collections.abc import Container, Iterator

from kg.coreference.roles import SUBJECTS
from kg.coreference.words import Words
from kg.lexicon.wordlists import table
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
        own = own_subject(words, verb)
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


def teller_of(words: Words, report: int) -> int:
    """Who says or thinks what a report holds, or wants it known: "*Lund* wanted Novak to know that …"."""
    above = verb_of(words, report)
    wanted = words.dep[report] in ("xcomp", "ccomp") and table("modality_verbs").get(words.lemma[above]) == "desired"
    own = own_subject(words, report)
    told = wanted and words.tag[report] == "VB" and (own >= 0 or _object(words, above) >= 0)
    return subject_of(words, above if told else report)


def _object(words: Words, verb: int) -> int:
    return next((child for child in words.children[verb] if words.dep[child] == "dobj"), -1)


def addressee_of(words: Words, report: int) -> int:
    """Whom a verb of saying is said to: "asked *Lund* whether …", "suggested to *Lund* that …"; -1 when nobody."""
    for child in words.children[report]:
        if words.dep[child] in ("dobj", "dative") and words.pos[child] != "ADP":
            return child
        if words.lower[child] == "to" and words.dep[child] in ("dative", "prep"):
            return next((inner for inner in words.children[child] if words.dep[inner] == "pobj"), -1)
    return -1


def obliged(words: Words, verb: int) -> bool:
    """Does a clause say what somebody should do?"""
    return any(words.lower[child] in ("should", "must", "ought") for child in words.children[verb])


def parallel_subject(words: Words, verb: int, before: int) -> int:
    """The subject of the clause that goes with a verb's own: coordinated before it, or adverbial in front of it.

    "If *Lund* came, he would see it", "*Lund* left and he wept", "*Lund* spoke of the talks that he opposed".
    """
    for child in words.children[verb]:
        if child < before and words.dep[child] == "advcl":
            return own_subject(words, child)
    above = verb_of(words, verb)
    if words.dep[verb] == "conj" or (words.dep[verb] == "relcl" and words.dep[above] == "ROOT"):
        return own_subject(words, above)
    return -1


def subjects_around(words: Words, verb: int) -> Iterator[int]:
    """The subjects of the clauses above a verb and of those adverbial before it."""
    for _ in range(HIGHEST):
        yield from (own_subject(words, child) for child in words.children[verb] if words.dep[child] == "advcl")
        above = verb_of(words, verb)
        if above == verb:
            return
        verb = above
        yield own_subject(words, verb)


def own_subject(words: Words, verb: int) -> int:
    """The subject that a verb itself has; -1 when it has none."""
    return next((child for child in words.children[verb] if words.dep[child] in SUBJECTS), -1)
