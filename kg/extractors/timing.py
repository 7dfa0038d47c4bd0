"""Which time dates what: "met in May and agreed in June" met in May; "planes bought in 2004" were bought then."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from kg.clauses import Clause
from kg.lexicon import table, words
from kg.model import Time
from kg.tree import Sentence, Word

THERE_AND_THEN = frozenset({
    "at",
    "by",
    "during",
    "from",
    "in",
    "on",
    "throughout",
    "under",
    "upon",
    "via",
    "with",
    "within",
})
OF_THE_NOUN = frozenset({"about", "between", "for", "of", "over", "since", "to"})  # "the cuts over the next years"
PREMODIFIERS = frozenset({"compound", "nmod", "nummod", "npadvmod", "amod", "poss"})


@dataclass(slots=True)
class Timing:
    """The times of one sentence, at the words they are made of and at the clauses and nouns that they date."""

    clauses: list[Clause]
    _inside: dict[int, Time] = field(default_factory=dict)  # word place → the time it is part of
    _dates: dict[int, Time] = field(default_factory=dict)  # place of a clause head or noun → the time that dates it
    _names: dict[int, Time] = field(default_factory=dict)  # place of a noun → the time in its name ("of 1937")

    @classmethod
    def of(cls, sentence: Sentence, clauses: list[Clause], times: Iterable[Time]) -> Timing:
        """Find the place of each time that stands in the sentence."""
        timing = cls(clauses)
        heads = {clause.head.i for clause in clauses}
        for time in times:
            if time.end > sentence.start and time.start < sentence.end:
                timing._place(time, [word for word in sentence.words if time.start <= word.start < time.end], heads)
        return timing

    def _place(self, time: Time, inside: list[Word], heads: set[int]) -> None:
        for word in inside:
            self._inside[word.i] = time
        if not inside:
            return
        top = next((w for w in inside if w.head is None or not time.start <= w.head.start < time.end), inside[0])
        if (noun := _named_by(top)) is not None:
            self._names.setdefault(noun.i, time)
            return
        for above in top.ancestors():
            if _is_its_own(above, top):
                self._names.setdefault(above.i, time)
                return
            dated = above.pos in ("NOUN", "PROPN") and above.ent not in ("GPE", "LOC", "PERSON")
            if dated or above.i in heads:
                self._dates.setdefault(above.i, time)
            if above.i in heads:
                return

    def is_time(self, word: Word) -> bool:
        """Is the word part of a time expression?"""
        return word.i in self._inside or word.ent in ("DATE", "TIME")

    def time_of(self, *heads: Word) -> Time | None:
        """The time that dates one of these heads or is in its name, first come first served."""
        return next((time for head in heads if (time := self._dates.get(head.i) or self._names.get(head.i))), None)

    def clause_time(self, clause: Clause, *heads: Word) -> Time | None:
        """The clause's own time, else that of the verb it is merged or coordinated with, else that of its "when"."""
        held = clause.lemma in table("event_verbs")  # "held the meeting of May 3": on that day
        own = self.time_of(clause.head, *(head for head in heads if held or head.i in self._dates))
        if own is not None:
            return own
        parent = clause.parent
        if parent is not None and (clause.merged or (clause.link == "conj" and not clause.own_subject)):
            time = self.clause_time(parent)
            if time is not None and (clause.link != "conj" or time.start < parent.head.start):
                return time
        for other in self.clauses:
            if other.parent is clause and other.link == "advcl" and any(c.lower == "when" for c in other.head.children):
                return self.time_of(other.head)
        return None


def _is_its_own(noun: Word, time: Word) -> bool:
    """Does the time date the noun alone: "since the election on May 3", "the cuts over the next years"?"""
    if noun.pos not in ("NOUN", "NUM") or noun.ent in ("DATE", "TIME") or noun.lemma in words("time_nouns"):
        return False
    marker = time.head if time.dep == "pobj" else None
    if noun.dep != "pobj" or noun.head is None:
        told = marker is not None and marker.head is noun and marker.lower in OF_THE_NOUN
        return noun.dep == "appos" or told
    outer = noun.head.head  # "at the time of the talks on May 3"
    of_time = noun.head.lower == "of" and outer is not None and outer.lemma in words("time_nouns")
    return noun.head.lower not in THERE_AND_THEN and not of_time


def _named_by(top: Word) -> Word | None:
    """The noun that a time tells from others of its kind: "the frontiers of 1937", "the July 2 meeting"."""
    of = top.head if top.dep == "pobj" and top.head is not None and top.head.lower == "of" else None
    noun = of.head if of is not None else top.head
    if noun is None or noun.pos not in ("NOUN", "PROPN") or noun.ent in ("DATE", "TIME"):
        return None
    if noun.lemma.lower() in words("time_nouns") or _is_occasion(noun):
        return None
    before = top.i < noun.i and top.dep in PREMODIFIERS and top.child("det") is None
    owner = top.dep == "poss" and noun.pos == "PROPN"
    return noun if of is not None or (before and not owner) else None


def _is_occasion(noun: Word) -> bool:
    """Does what is said happen there and then: "at the meeting of May 3"?"""
    at = noun.head
    return at is not None and at.lower in ("at", "in", "during") and noun.lemma.lower() in words("event_words")
