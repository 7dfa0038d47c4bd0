"""Conjunctions of several words, and participles that have become one: "so long as Peru pays", "provided Peru pays"."""

from __future__ import annotations

import functools

from kg.lexicon import words
from kg.repairs.evidence import Evidence
from kg.tree import Word, is_inverted

VERBAL = frozenset({"VERB", "AUX"})
PARTICIPLES = frozenset({"VBN", "VBD", "VBG"})


@functools.cache
def _markers() -> dict[str, tuple[tuple[str, ...], ...]]:
    """The conjunctions by their first word."""
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for entry in sorted(words("conditional_markers")):
        marker = tuple(entry.split())
        found[marker[0]] = (*found.get(marker[0], ()), marker)
    return found


def conjunction(word: Word, evidence: Evidence) -> None:
    """The words of a conjunction mark its clause, and what hung on them hangs on the main clause."""
    for marker in _markers().get(word.lower, ()):
        there = evidence.sentence.words[word.i : word.i + len(marker)]
        if word.dep != "mark" and tuple(each.lower for each in there) == marker:
            _mark(there, evidence.sentence.words)


def _mark(marker: list[Word], sentence: list[Word]) -> None:
    last = marker[-1]
    that = last.i + 1 < len(sentence) and sentence[last.i + 1].lower == "that"
    clause = _clause_from(sentence, last.i + 1 + that)
    if clause is None or (len(marker) == 1 and not _is_conjunction(last, that, clause)):
        return
    main = next((w for w in clause.ancestors() if w not in marker and (w.i < last.i or w.pos in VERBAL)), None)
    while main is not None and main.pos not in VERBAL:
        main = main.head
    if main is None or any(main.within(each) for each in marker):
        return
    for each in marker:
        for child in list(each.children):
            if child not in marker and child is not clause:
                child.attach(clause if child.i > last.i else main, "dobj" if child.dep == "nsubj" else child.dep)
    clause.attach(main, "advcl")
    last.attach(clause, "mark")
    for each in marker[:-1]:
        each.attach(last, "fixed")


def _clause_from(sentence: list[Word], start: int) -> Word | None:
    """The finite verb of the clause that begins at that word."""
    if start >= len(sentence):
        return None
    word = sentence[start]
    if word.pos == "PUNCT":
        return None  # "in the event, Peru won"
    while word.head is not None and word.head.i >= start:
        word = word.head
    subject = word.child("nsubj", "nsubjpass", "expl")
    return word if word.pos in VERBAL and subject is not None and start <= subject.i < word.i else None


def _is_conjunction(word: Word, that: bool, clause: Word) -> bool:
    """Is "provided" no verb here? It has no clause without "that", nor an object beside it."""
    if word.tag not in PARTICIPLES or word.child("dobj") is not None:
        return False
    if word.child("nsubj", "nsubjpass", "aux", "auxpass") is not None or word.head is None:
        return (
            not that
            and word.lower in ("provided", "providing")
            and clause.tag in ("VBZ", "VBP")
            and word.head is not None
        )
    return True


def were_to(word: Word, _: Evidence) -> None:
    """The verb of the condition is the infinitive: "were Peru to sell the port, Chile would protest"."""
    subject, main = word.child("nsubj"), word.head
    if word.lower != "were" or subject is None or main is None or subject.i < word.i or main.pos not in VERBAL:
        return
    verb = next((c for c in (*subject.children, *word.children) if c.is_infinitive and c.i > subject.i), None)
    if verb is None or any(c.i < word.i for c in word.children):
        return
    verb.attach(main, "advcl")
    word.attach(verb, "aux")
    for child in list(word.children):
        child.attach(verb, child.dep)


def inverted(word: Word, _: Evidence) -> None:
    """A clause that opens with its auxiliary is a condition ("could fall should he go"), or denied ("nor had he")."""
    main = word.head
    if main is None or main.pos not in VERBAL or not is_inverted(word):
        return
    nor = next((c for c in main.children if c.lower in ("nor", "neither") and main.i < c.i < word.i), None)
    if nor is None:
        word.dep = "advcl"
    else:
        nor.attach(word, "preconj")
