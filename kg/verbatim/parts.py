"""What a clause says in pairs of relation and object: "became a founding justice of" → "the High Court"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from kg.clauses import Clause, Slot
from kg.extractors.scene import prepositional
from kg.lexicon import words
from kg.tree import Word
from kg.verbatim.runs import Words, is_unbroken, noun_phrase, trimmed, up_to_head


def parts(clause: Clause, before: Words) -> Iterator[tuple[Words, Words]]:
    """(relation, object) pairs of a clause, one argument or adjunct each."""
    group = [*before, *clause.group]
    main = clause.slot("object") or clause.slot("complement")
    recipient = clause.slot("recipient")
    if recipient is not None and not recipient.marker:
        for head in recipient.heads:
            yield group, noun_phrase(head)
        group = [*group, *up_to_head(recipient.heads[0])]
    lead = main or clause.slot("agent")
    if lead is not None:
        for head in lead.heads:
            yield [*group, *lead.marker], noun_phrase(head)
            yield from _chain([*group, *lead.marker], head)
    adjuncts = [
        s for s in clause.slots if s is not lead and not (s is recipient and not s.marker) and not is_turn_of_phrase(s)
    ]
    late = sorted(adjuncts, key=lambda s: (s.place < clause.head.i, s.place))  # fronted adjuncts are read last
    first = lead if lead is not None and (main is not None or not late or lead.place < late[0].place) else None
    for slot in late:
        carried = [[*group, *first.marker, *up_to_head(head)] for head in first.heads] if first is not None else [group]
        if first is not None and first is not main and first.place > slot.place > clause.head.i:
            carried = [group]
        for relation, head in product(carried, slot.heads):
            yield [*relation, *slot.marker], noun_phrase(head)
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


def is_turn_of_phrase(slot: Slot) -> bool:
    """A turn of phrase ("as a result", "for example") is no adjunct."""
    head = slot.heads[0]
    return (
        bool(slot.marker)
        and head.lower in words("discourse_nouns")
        and head.child("prep", "amod", "poss", "compound") is None
    )


def _chain(before: Words, head: Word) -> Iterator[tuple[Words, Words]]:
    """The prepositional phrases inside a noun phrase, one level after another; "of" phrases are carried along."""
    carried = [*before, *up_to_head(head)]
    for slot in prepositional(head):
        for noun in slot.heads:
            relation = [*carried, *slot.marker]
            yield relation, noun_phrase(noun)
            yield from _chain(relation, noun)
        if slot.preposition == "of":
            carried = [*carried, *slot.marker, *noun_phrase(slot.heads[0], subject=True)]


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
        inside = trimmed([w for w in child.subtree() if not any(w.within(c) for c in rest)])
        subject = child.child("nsubj", "nsubjpass")
        if is_unbroken(inside):
            yield [*before, *clause.group], inside
        for other in rest:
            if other.dep == "conj" and other.pos in ("VERB", "AUX") and subject is not None:
                own = other.child("nsubj", "nsubjpass") is not None
                part = trimmed(other.subtree())
                if is_unbroken(part):
                    yield [*before, *clause.group], part if own else [*subject.subtree(), *part]
