"""Verbatim triples: what each clause says, in the words of the sentence, its case and auxiliaries.

The other rendering of the clause model, for reading and for open information extraction. One argument or adjunct a triple; what comes
before it is carried in the relation: "became a founding justice of" → "the High Court". Nothing is added that the sentence does not
say, unless implied facts (apposition, title, possessive) are asked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import product

from kg.clauses import Clause, Slot, members
from kg.extractors.scene import Scene, prepositional, quote
from kg.phrases import extent
from kg.tree import NOMINAL, Word

Words = list[Word]


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
    carriers = {id(c.parent) for c in scene.clauses if "merged" in c.features}
    for clause in scene.clauses:
        if not clause.subjects or (clause.head.child("expl") is not None and clause.own_subject):
            continue
        subjects = [_text(scene, _noun_phrase(s, subject=True)) for s in clause.subjects if s.pos not in ("VERB", "AUX")]
        parts = list(_parts(scene, clause, id(clause) in carriers))
        if nary:
            yield from _whole(scene, clause, subjects)
            continue
        for subject, (relation, target) in product(subjects, parts):
            yield subject, _text(scene, relation), _text(scene, target)


def _parts(scene: Scene, clause: Clause, carrier: bool) -> Iterator[tuple[Words, Words]]:
    """(relation, object) pairs of a clause."""
    group = clause.group
    main = clause.slot("object") or clause.slot("complement")
    recipient = clause.slot("recipient")
    carried: list[Words] = [[]]
    if recipient is not None and not recipient.marker:
        for head in recipient.heads:
            yield group, _noun_phrase(head)
        carried = [_bare(head) for head in recipient.heads[:1]]
    if main is not None:
        for head in main.heads:
            before = [*group, *carried[0]] if recipient is not None and not recipient.marker else group
            yield before, _noun_phrase(head)
            yield from _chain([*before, *_bare(head)], head)
        carried = [_bare(head) for head in main.heads]
    for slot in clause.slots:
        if slot is main or (slot is recipient and not slot.marker):
            continue
        for before, head in product(carried, slot.heads):
            relation = _ordered([*group, *before], slot.marker)
            yield relation, _noun_phrase(head)
            yield from _chain([*relation, *_bare(head)], head)
    yield from _clausal(scene, clause, carrier)


def _ordered(before: Words, marker: tuple[Word, ...]) -> Words:
    return [*before, *marker]


def _chain(before: Words, head: Word) -> Iterator[tuple[Words, Words]]:
    """The prepositional phrases inside a noun phrase, one level after another."""
    for slot in prepositional(head):
        for noun in slot.heads:
            relation = [*before, *slot.marker]
            yield relation, _noun_phrase(noun)
            yield from _chain([*relation, *_bare(noun)], noun)


def _clausal(scene: Scene, clause: Clause, carrier: bool) -> Iterator[tuple[Words, Words]]:
    """A reported clause is the object of the verb that reports it."""
    if carrier:
        return
    for child in clause.head.children:
        if child.dep == "ccomp" and child.pos in ("VERB", "AUX") and child.child("nsubj", "nsubjpass") is not None:
            inside = [w for w in child.subtree() if w.dep != "mark" or w.head is not child or w.lower != "that"]
            while inside and (inside[0].dep == "punct" or inside[0].lower == "that"):
                inside.pop(0)
            while inside and inside[-1].dep == "punct":
                inside.pop()
            if inside and all(b.i - a.i == 1 for a, b in zip(inside, inside[1:], strict=False)):
                yield clause.group, inside


def _noun_phrase(head: Word, subject: bool = False) -> Words:
    """The phrase with all its words; of a subject without its prepositional phrases, which the gold of the field leaves out."""
    whole = extent(head)
    if not subject:
        return whole
    inside = {w.i for child in head.children if child.dep == "prep" and child.i > head.i and child.lower != "of" for w in child.subtree()}
    cut = min(inside, default=whole[-1].i + 1)
    return [w for w in whole if w.i < cut]


def _bare(head: Word) -> Words:
    """The phrase as it is carried in a relation: up to its head."""
    return [w for w in extent(head) if w.i <= head.i]


def _text(scene: Scene, words: Words) -> str:
    return " ".join(quote(scene.text, words).split())


def _whole(scene: Scene, clause: Clause, subjects: list[str]) -> Iterator[tuple[str, ...]]:
    """The clause with all its arguments, coordinated objects apart."""
    slots = sorted(clause.slots, key=lambda slot: ("object", "complement", "recipient").index(slot.role) if slot.role in ("object", "complement", "recipient") else 3)
    if not slots:
        return
    first, *rest = slots
    more = [_text(scene, _slot_words(slot)) for slot in rest]
    for subject, head in product(subjects, first.heads):
        yield subject, _text(scene, [*clause.group, *first.marker]), _text(scene, _noun_phrase(head)), *more


def _slot_words(slot: Slot) -> Words:
    words = [*slot.marker]
    for head in slot.heads:
        words.extend(extent(head))
    return words


def _implied(doc: str, scene: Scene) -> Iterator[Triple]:
    """Facts of noun phrases, with the relation word that is not there."""
    from kg.extractors import extract

    for said in extract(scene):
        target = next((a for a in said.arguments if a.role == "object"), None)
        if said.implied and target is not None:
            yield Triple(doc, scene.text[said.subject.start : said.subject.end], said.relation.label, target.phrase.text, said.start, said.end, implied=True)
