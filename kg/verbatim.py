"""Verbatim triples: what each clause says, in the words of the sentence, its case and auxiliaries.

The other rendering of the clause model, for reading and for open information extraction. One argument or adjunct a
triple; what comes
before it is carried in the relation: "became a founding justice of" → "the High Court". Nothing is added that the
sentence does not
say, unless implied facts (apposition, title, possessive) are asked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise, product

from kg.clauses import Clause, Slot
from kg.extractors import extract
from kg.extractors.scene import Scene, prepositional, quote
from kg.lexicon import words
from kg.phrases import extent
from kg.tree import Word

Words = list[Word]
Prefix = tuple[tuple[Word, ...], Words]  # subjects, and the words carried before the verb group


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
    prefixes: dict[int, list[Prefix]] = {}
    for clause in scene.clauses:
        prefixes[clause.head.i] = found = list(_prefixes(clause, prefixes))
        if id(clause) in carriers or (clause.head.child("expl") is not None and clause.own_subject):
            continue
        for heads, before in found:
            subjects = [_text(scene, _noun_phrase(s, subject=True)) for s in heads if s.pos not in ("VERB", "AUX")]
            if nary:
                yield from _whole(scene, clause, subjects, before)
                continue
            for subject, (relation, target) in product(subjects, _parts(clause, before)):
                yield subject, _text(scene, relation), _text(scene, target)


def _prefixes(clause: Clause, known: dict[int, list[Prefix]]) -> Iterator[Prefix]:
    """For whom the clause speaks, and what of its governor is carried before it: "died after" + "giving a speech"."""
    parent, word = clause.parent, clause.head
    own: Prefix = (clause.subjects, [])
    if parent is None or clause.own_subject or clause.link in ("ROOT", "ccomp", "parataxis", "relcl", "csubj"):
        yield from [own] if clause.subjects else []
        return
    above = known[parent.head.i]
    if clause.merged or clause.link == "conj":
        if clause.link == "conj" and not any(before for _, before in above):
            yield own
        else:
            yield from [(heads, before) for heads, before in above if before or heads]
        return
    infinitive = any(c.dep == "aux" and c.lower == "to" for c in word.children)
    holder = word.head
    if holder is not None and holder is not parent.head and clause.link in ("acl", "pcomp"):
        noun = holder if clause.link == "acl" else holder.head
        at_verb = noun is parent.head
        if ((clause.link == "acl" and not infinitive) or (clause.link == "pcomp" and at_verb)) and clause.subjects:
            yield own
        if clause.link == "acl" and any(c.dep == "punct" and holder.i < c.i < word.i for c in holder.children):
            return  # ", conducted by …" is said of the noun, not with it
        marks = [*(c for c in holder.children if c.dep == "advmod" and c.i < holder.i), holder]
        if (
            holder.dep == "prep"
            and holder.head is not None
            and holder.head.dep in ("advmod", "prep")
            and holder.head.i == holder.i - 1
        ):
            marks.insert(0, holder.head)  # "instead of"
            at_verb = at_verb or holder.head.head is parent.head
        carried = [*_verb_with_object(parent, marks[0]), *marks] if at_verb else _path(parent, noun)
        if carried is not None:
            between = [holder] if clause.link == "pcomp" and not at_verb else []
            yield from [(heads, [*before, *carried, *between]) for heads, before in above]
        return
    if (clause.link == "advcl" and infinitive) or clause.link == "xcomp":
        carried = _verb_with_object(parent, word)
        yield from [(heads, [*before, *carried]) for heads, before in above]
        return
    if clause.subjects:
        yield own


def _verb_with_object(clause: Clause, word: Word) -> Words:
    """The verb group and the object (or complement) before the word."""
    main = clause.slot("object") or clause.slot("complement") or clause.slot("recipient")
    if main is None or main.heads[0].i > word.i:
        return list(clause.group)
    return [*clause.group, *main.marker, *_bare(main.heads[0])]


def _path(clause: Clause, noun: Word | None) -> Words | None:
    """The words from the clause's verb to a noun below it, along the prepositions."""
    if noun is None:
        return None
    if noun.dep == "conj" and noun.head is not None:
        return _path_to(clause, noun.head, noun)
    return _path_to(clause, noun, noun)


def _path_to(clause: Clause, place: Word, noun: Word) -> Words | None:
    head = place.head
    if head is None or noun.i < clause.head.i:
        return None
    if head is clause.head and place.dep in ("dobj", "attr", "acomp", "oprd", "dative"):
        return [*clause.group, *_bare(noun)]
    if place.dep == "pobj" and head.dep == "prep":
        before = _verb_with_object(clause, head) if head.head is clause.head else _path(clause, head.head)
        return None if before is None else [*before, head, *_bare(noun)]
    return None


def _parts(clause: Clause, before: Words) -> Iterator[tuple[Words, Words]]:
    """(relation, object) pairs of a clause, one argument or adjunct each."""
    group = [*before, *clause.group]
    main = clause.slot("object") or clause.slot("complement")
    recipient = clause.slot("recipient")
    if recipient is not None and not recipient.marker:
        for head in recipient.heads:
            yield group, _noun_phrase(head)
        group = [*group, *_bare(recipient.heads[0])]
    lead = main or clause.slot("agent")
    if lead is not None:
        for head in lead.heads:
            yield [*group, *lead.marker], _noun_phrase(head)
            yield from _chain([*group, *lead.marker], head)
    adjuncts = [s for s in clause.slots if s is not lead and not (s is recipient and not s.marker) and not _turn(s)]
    late = sorted(
        adjuncts, key=lambda s: (s.place < clause.head.i, s.place)
    )  # a fronted adjunct is read after the others
    first = lead if lead is not None and (main is not None or not late or lead.place < late[0].place) else None
    for slot in late:
        carried = [[*group, *first.marker, *_bare(head)] for head in first.heads] if first is not None else [group]
        if first is not None and first is not main and first.place > slot.place > clause.head.i:
            carried = [group]
        for relation, head in product(carried, slot.heads):
            yield [*relation, *slot.marker], _noun_phrase(head)
            yield from _chain([*relation, *slot.marker], head)
        if (
            first is None
            and slot.role == "oblique"
            and slot.place > clause.head.i
            and slot.heads[0].ent not in ("DATE", "TIME")
        ):
            first = slot
    if clause.kind == "passive" and not clause.slots and len(clause.own) > 1 and not before:
        yield [w for w in clause.group if w is not clause.head], [clause.head]
    yield from _reported(clause, before)


def _turn(slot: Slot) -> bool:
    """A turn of phrase ("as a result", "for example") is no adjunct."""
    head = slot.heads[0]
    return (
        bool(slot.marker)
        and head.lower in words("discourse_nouns")
        and head.child("prep", "amod", "poss", "compound") is None
    )


def _chain(before: Words, head: Word) -> Iterator[tuple[Words, Words]]:
    """The prepositional phrases inside a noun phrase, one level after another; "of" phrases are carried along."""
    carried = [*before, *_bare(head)]
    for slot in prepositional(head):
        for noun in slot.heads:
            relation = [*carried, *slot.marker]
            yield relation, _noun_phrase(noun)
            yield from _chain(relation, noun)
        if slot.preposition == "of":
            carried = [*carried, *slot.marker, *_noun_phrase(slot.heads[0], subject=True)]


def _reported(clause: Clause, before: Words) -> Iterator[tuple[Words, Words]]:
    """A reported clause is the object of the verb that reports it; coordinated ones are objects each."""
    for child in clause.head.children:
        if child.dep != "ccomp" or child.pos not in ("VERB", "AUX") or child.child("nsubj", "nsubjpass") is None:
            continue
        if (
            child.child("mark") is None
            and clause.lemma not in words("saying_verbs")
            and clause.lemma not in words("thinking_verbs")
        ):
            continue
        rest = [c for c in child.children if c.dep in ("conj", "cc") and c.i > child.i]
        inside = _trimmed([w for w in child.subtree() if not any(w.within(c) for c in rest)])
        subject = child.child("nsubj", "nsubjpass")
        if _unbroken(inside):
            yield [*before, *clause.group], inside
        for other in rest:
            if other.dep == "conj" and other.pos in ("VERB", "AUX") and subject is not None:
                own = other.child("nsubj", "nsubjpass") is not None
                part = _trimmed(other.subtree())
                if _unbroken(part):
                    yield [*before, *clause.group], part if own else [*subject.subtree(), *part]


def _trimmed(run: Words) -> Words:
    while run and (run[0].dep in ("punct", "cc")):
        run = run[1:]
    while run and run[-1].dep in ("punct", "cc"):
        run = run[:-1]
    return run


def _unbroken(run: Words) -> bool:
    return bool(run) and all(b.i - a.i == 1 for a, b in pairwise(run))


def _noun_phrase(head: Word, subject: bool = False) -> Words:
    """The phrase with all its words; of a subject without its prepositional phrases, which the gold of the field
    leaves out."""
    whole = extent(head)
    if subject:
        inside = {
            w.i
            for child in head.children
            if child.dep == "prep" and child.i > head.i and child.lower != "of"
            for w in child.subtree()
        }
        cut = min(inside, default=whole[-1].i + 1)
        whole = [w for w in whole if w.i < cut]
    while (
        len(whole) > 1
        and whole[0].dep in ("advmod", "preconj", "cc", "neg")
        and whole[0].head is head
        and whole[0].i < head.i
    ):
        whole = whole[1:]
    return whole


def _bare(head: Word) -> Words:
    """The phrase as it is carried in a relation: up to its head."""
    return [w for w in _noun_phrase(head) if w.i <= head.i]


def _text(scene: Scene, run: Words) -> str:
    return " ".join(quote(scene.text, run).split())


def _whole(scene: Scene, clause: Clause, subjects: list[str], before: Words) -> Iterator[tuple[str, ...]]:
    """The clause with all its arguments, objects first and coordinated objects apart."""
    order = ("object", "complement", "recipient")
    slots = sorted(
        (s for s in clause.slots if not _turn(s)), key=lambda s: order.index(s.role) if s.role in order else len(order)
    )
    if not slots:
        return
    first, *rest = slots
    more = [_text(scene, _slot_words(slot)) for slot in rest]
    for subject, head in product(subjects, first.heads):
        yield subject, _text(scene, [*before, *clause.group, *first.marker]), _text(scene, _noun_phrase(head)), *more


def _slot_words(slot: Slot) -> Words:
    return [*slot.marker, *(word for head in slot.heads for word in extent(head))]


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
