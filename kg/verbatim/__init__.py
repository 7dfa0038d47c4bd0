"""Verbatim triples: what each clause says, in the words of the sentence, its case and auxiliaries.

The other rendering of the clause model, for reading and for open information extraction. One argument or adjunct a
triple; what comes before it is carried in the relation: "became a founding justice of" → "the High Court". Nothing is
added that the sentence does not say, unless implied facts (apposition, title, possessive) are asked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import product

from kg.clauses import Clause, Slot
from kg.extractors import extract
from kg.extractors.scene import Scene, quote
from kg.phrases import extent
from kg.verbatim.parts import is_turn_of_phrase, parts
from kg.verbatim.prefixes import Prefix, prefixes
from kg.verbatim.runs import Words, noun_phrase


@dataclass(frozen=True, slots=True)
class Triple:
    """A triple in the sentence's words; `more` are the further arguments when whole clauses are asked for."""

    doc: str
    subject: str
    relation: str
    object: str
    start: int
    end: int
    more: tuple[str, ...] = ()
    implied: bool = False


def triples(doc: str, scenes: Iterable[Scene], *, nary: bool = False, implied: bool = False) -> Iterator[Triple]:
    """The triples of a document's sentences, in text order, each once a sentence."""
    for scene in scenes:
        seen: set[tuple[str, ...]] = set()
        for subject, relation, target, *more in _said(scene, nary):
            key = (subject, relation, target, *more)
            if subject and relation and target and key not in seen:
                seen.add(key)
                yield Triple(doc, subject, relation, target, scene.sentence.start, scene.sentence.end, tuple(more))
        if implied:
            yield from _implied(doc, scene)


def _said(scene: Scene, nary: bool) -> Iterator[tuple[str, ...]]:
    carriers = {id(c.parent) for c in scene.clauses if c.merged}
    known: dict[int, list[Prefix]] = {}
    for clause in scene.clauses:
        known[clause.head.i] = found = list(prefixes(clause, known))
        if id(clause) in carriers or (clause.head.child("expl") is not None and clause.own_subject):
            continue
        for heads, before in found:
            subjects = [_text(scene, noun_phrase(s, subject=True)) for s in heads if s.pos not in ("VERB", "AUX")]
            if nary:
                yield from _whole(scene, clause, subjects, before)
                continue
            for subject, (relation, target) in product(subjects, parts(clause, before)):
                yield subject, _text(scene, relation), _text(scene, target)


def _whole(scene: Scene, clause: Clause, subjects: list[str], before: Words) -> Iterator[tuple[str, ...]]:
    """The clause with all its arguments, objects first and coordinated objects apart."""
    order = ("object", "complement", "recipient")
    slots = sorted(
        (s for s in clause.slots if not is_turn_of_phrase(s)),
        key=lambda s: order.index(s.role) if s.role in order else len(order),
    )
    if not slots:
        return
    first, *rest = slots
    more = [_text(scene, _slot_words(slot)) for slot in rest]
    for subject, head in product(subjects, first.heads):
        yield subject, _text(scene, [*before, *clause.group, *first.marker]), _text(scene, noun_phrase(head)), *more


def _slot_words(slot: Slot) -> Words:
    return [*slot.marker, *(word for head in slot.heads for word in extent(head))]


def _text(scene: Scene, run: Words) -> str:
    return " ".join(quote(scene.text, run).split())


def _implied(doc: str, scene: Scene) -> Iterator[Triple]:
    """Facts of noun phrases, with the relation word that is not there."""
    for said in extract(scene):
        target = next((a for a in said.arguments if a.role == "object"), None)
        if said.implied and target is not None:
            yield Triple(
                doc,
                scene.text[said.subject.start : said.subject.end],
                said.relation.label,
                target.phrase.text,
                said.start,
                said.end,
                implied=True,
            )
