"""The verb group of a clause, joined with those of its governors: "wants to begin building" is one act."""

from __future__ import annotations

from kg.clauses.clause import AUXILIARY, Clause, Slot, SlotRole
from kg.lexicon import table, words
from kg.tree import NOMINAL, Word

OTHERS: tuple[SlotRole, ...] = ("agent", "object", "recipient")
OTHER_ACT = frozenset({"after", "before", "by", "while", "without"})  # "left after signing": two acts


def join_group(clause: Clause) -> None:
    """Give the clause its verb group: its own words, shared auxiliaries, and the group of a governor it is one with."""
    clause.group = list(clause.own)
    parent = clause.parent
    if parent is None or clause.own_subject:
        return
    if clause.link == "conj":
        _share_auxiliaries(clause, parent)
        return
    between = _between(clause.head, parent.head)
    if not _is_one_act(clause, parent, between):
        return
    clause.group = sorted({*parent.group, *between, *clause.own}, key=lambda w: w.i)
    clause.merged = True
    clause.slots.extend(slot for slot in parent.slots if _is_shared_adjunct(slot, clause.head))
    clause.sort_slots()
    clause.governors = parent.governors if _is_modal(parent) else (*parent.governors, parent.lemma)


def _share_auxiliaries(clause: Clause, parent: Clause) -> None:
    """Conjoined verbs of one form share them: "will buy and sell"."""
    word = clause.head
    if word.child("aux", "auxpass") is None and word.tag == parent.head.tag and word.tag in ("VB", "VBN", "VBG"):
        at = min(w.i for w in parent.own)
        shared = [w for w in parent.group if w.i < parent.head.i and (w.dep in AUXILIARY or w.i < at)]
        clause.group = [*shared, *clause.own]
        clause.governors = parent.governors


def _between(word: Word, governor: Word) -> list[Word]:
    """The words that link the verb to its governor ("succeeded *in* building"), in text order."""
    path: list[Word] = []
    for above in word.ancestors():
        if above is governor:
            break
        path.append(above)
    return sorted(path, key=lambda w: w.i)


def _is_one_act(clause: Clause, parent: Clause, between: list[Word]) -> bool:
    """Does the governor only say how or whether its subject does it, with nobody and nothing else involved?"""
    word = clause.head
    if clause.link not in ("xcomp", "pcomp", "ccomp") or (clause.link == "ccomp" and not word.is_infinitive):
        return False
    if any(parent.slot(role) is not None for role in OTHERS):
        return False
    if any(w.i < parent.head.i for w in (*between, word)):
        return False
    if any(w.pos in NOMINAL or w.child("nsubj") is not None for w in between):
        return False
    if clause.link != "pcomp":
        return True
    return not parent.obliques() and bool(between) and between[0].i < word.i and between[0].lower not in OTHER_ACT


def _is_shared_adjunct(slot: Slot, word: Word) -> bool:
    """Is it an adjunct of the governor, and not the phrase that the verb itself is in?"""
    if slot.role not in ("oblique", "adverbial") or slot.heads[0] is word:
        return False
    return not word.within(slot.marker[0] if slot.marker else word.head or word)


def _is_modal(clause: Clause) -> bool:
    """Is the governor nothing but modality, polarity or appearance ("want", "fail", "seem")?"""
    return (
        clause.kind in ("copula", "passive")
        or clause.lemma in table("modality_verbs")
        or any(clause.lemma in words(name) for name in ("raising_verbs", "negative_verbs", "denial_verbs"))
    )
