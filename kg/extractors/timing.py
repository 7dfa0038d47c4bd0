"""Which time dates what: "met in May and agreed in June" met in May; "planes bought in 2004" were bought then."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from kg.clauses import Clause
from kg.model import Time
from kg.tree import Sentence, Word


@dataclass(slots=True)
class Timing:
    """The times of one sentence, at the words they are made of and at the clauses and nouns that they date."""

    clauses: list[Clause]
    _inside: dict[int, Time] = field(default_factory=dict)  # word place → the time it is part of
    _dates: dict[int, Time] = field(default_factory=dict)  # place of a clause head or noun → the time that dates it

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
        for above in top.ancestors():
            dated = above.pos in ("NOUN", "PROPN") and above.ent not in ("GPE", "LOC", "PERSON")
            if dated or above.i in heads:
                self._dates.setdefault(above.i, time)
            if above.i in heads:
                return

    def is_time(self, word: Word) -> bool:
        """Is the word part of a time expression?"""
        return word.i in self._inside or word.ent in ("DATE", "TIME")

    def time_of(self, *heads: Word) -> Time | None:
        """The time that dates one of these heads, first come first served."""
        return next((self._dates[head.i] for head in heads if head.i in self._dates), None)

    def clause_time(self, clause: Clause, *heads: Word) -> Time | None:
        """The clause's own time, else that of the verb it is merged or coordinated with, else that of its "when"."""
        own = self.time_of(clause.head, *heads)
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
