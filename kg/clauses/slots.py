"""The arguments and adjuncts of a verb: "gave the envoy a letter in Paris" has a recipient, an object and an oblique.

Coordinated phrases fill one slot, and the words of a compound preposition ("out of") are one marker.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.clauses.clause import RELATIVE, VERBAL, Clause, Slot, SlotRole
from kg.lexicon import table
from kg.tree import NOMINAL, Word

BARE: dict[str, SlotRole] = {
    "dobj": "object", "dative": "recipient", "attr": "complement", "acomp": "complement", "oprd": "complement",
    "npadvmod": "adverbial",
}  # fmt: skip
PREPOSITIONAL: dict[str, SlotRole] = {"dative": "recipient", "agent": "agent", "prep": "oblique"}


def members(word: Word) -> tuple[Word, ...]:
    """The word and what is coordinated with it as a noun phrase, in text order."""
    found, stack = [], [word]
    while stack:
        one = stack.pop()
        found.append(one)
        stack.extend(c for c in reversed(one.children) if c.dep == "conj" and c.i > one.i and _alike(one, c))
    if len(found) > 1 and found[-1].lower in ("etc", "etc."):
        found.pop()
    return tuple(found)


def _alike(first: Word, second: Word) -> bool:
    if second.lower.rstrip(".") in ("etc", "al"):
        return False
    if second.pos in VERBAL and first.pos in NOMINAL:
        return False
    return (first.pos in NOMINAL) == (second.pos in NOMINAL) or first.pos == second.pos or second.pos == "ADJ"


def marker(preposition: Word) -> tuple[tuple[Word, ...], Word | None]:
    """The words of a (compound) preposition and the noun it introduces: "out of" + "Cuba"."""
    found = [preposition]
    left = [c for c in preposition.children if c.i < preposition.i and c.dep in ("advmod", "npadvmod", "pcomp", "prep")]
    if preposition.lower == "of" and left and left[-1].pos in ("ADP", "SCONJ", "ADV"):
        found.insert(0, left[-1])
    word = preposition
    while True:
        noun = word.child("pobj") or (word.child("amod", "acomp") if word.lower == "as" else None)
        if noun is not None:
            longer = _with_noun(found, noun)
            return longer if longer is not None else (tuple(found), noun)
        inner = word.child("prep")
        pcomp = word.child("pcomp")
        if inner is None and pcomp is not None and pcomp.pos in ("ADP", "SCONJ"):
            inner = pcomp
        if inner is None:
            return tuple(found), None
        found.append(inner)
        word = inner


def _with_noun(found: list[Word], noun: Word) -> tuple[tuple[Word, ...], Word] | None:
    """The preposition with its noun where the two are one with what follows: "in favor of", "in the face of"."""
    inner = next((c for c in noun.children if c.dep == "prep" and c.i == noun.i + 1), None)
    target = inner.child("pobj") if inner is not None else None
    if inner is None or target is None or noun.child("amod", "poss", "compound") is not None:
        return None
    marks = (*found, *noun.kids("det"), noun, inner)
    return (marks, target) if " ".join(w.lower for w in marks) in table("prepositions") else None


def prepositional_slots(preposition: Word, role: SlotRole = "oblique") -> Iterator[Slot]:
    """The slot of a prepositional phrase, and those of the prepositions coordinated with it ("to and from")."""
    marks, noun = marker(preposition)
    if any(c.dep == "neg" for c in preposition.children):
        noun = None  # "owned by Fiat, not by Ford"
    if noun is not None:
        yield Slot(role, marks, members(noun))
    for other in preposition.kids("conj"):
        if other.pos in ("ADP", "SCONJ"):
            yield from prepositional_slots(other, role)


def _compares(adverb: Word) -> bool:
    """Is it the "as" of a comparison: "as long as possible", "so far as the north"?"""
    return any(c.lower in ("as", "so") for c in adverb.kids("advmod"))


def read_slots(clause: Clause) -> None:
    """Give the clause what hangs on its verb; what a relative pronoun stands for is supplied by the antecedent."""
    for child in clause.head.children:
        if clause.head.pos == "ADJ" and child.dep == "prep":
            continue  # it is a part of the complement: "that Iran hostile to the plan"
        if child.dep in PREPOSITIONAL and (child.dep != "dative" or child.pos == "ADP"):
            for slot in prepositional_slots(child, PREPOSITIONAL[child.dep]):
                if not (slot.heads[0].tag in ("WDT", "WP") and slot.heads[0].lower in RELATIVE):
                    clause.slots.append(slot)
        elif (role := BARE.get(child.dep)) is not None:
            relative = child.lower in RELATIVE and child.tag in ("WP", "WDT", "WP$", "IN")
            if not relative or role == "complement":
                clause.slots.append(Slot(role, (), members(child)))
        elif child.dep == "advmod" and (inner := child.child("prep")) is not None and child.i > clause.head.i:
            marks, noun = marker(inner)
            if noun is not None and inner.i == child.i + 1 and not _compares(child):
                clause.slots.append(Slot("oblique", (child, *marks), members(noun)))
    if clause.kind == "copula" and clause.head.pos == "ADJ":
        clause.slots.append(Slot("complement", (), (clause.head,)))
    clause.sort_slots()
