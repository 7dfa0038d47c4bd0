"""What coordinated verbs have in common: in "bought and sold planes" both have the object."""

from __future__ import annotations

from dataclasses import replace

from kg.clauses.clause import Clause
from kg.lexicon import load_relations, words

FAR = 5  # words: "discussed but did not yet adopt the plan"


def share_slots(found: list[Clause]) -> None:
    """Give each of two coordinated verbs the object, agent or fronted adjunct that stands only with the other."""
    for clause in found:
        parent = clause.parent
        if clause.link == "conj" and parent is not None and not clause.own_subject:
            if clause.head.i - parent.head.i <= 3:
                _share_agent(clause, parent)
            if clause.head.i - parent.head.i <= FAR:
                _share_object(clause, parent)
            _share_fronted(clause, parent)


def _share_agent(clause: Clause, parent: Clause) -> None:
    """The doer behind the second passive does both: "was built and launched by Peru"."""
    agent = clause.slot("agent")
    if agent and parent.kind == "passive" and all(slot.place < parent.head.i for slot in parent.slots):
        parent.slots.append(replace(agent))


def _share_object(clause: Clause, parent: Clause) -> None:
    """The object behind the second verb is that of the first, if the first has nothing and can have one."""
    shared = clause.slot("object")
    if shared is None or parent.kind != clause.kind or any(slot.place > parent.head.i for slot in parent.slots):
        return
    known = load_relations().verb(parent.lemma) is not None or parent.lemma in words("transitive_verbs")
    if known and parent.lemma not in words("intransitive_verbs"):
        parent.slots.append(replace(shared))


def _share_fronted(clause: Clause, parent: Clause) -> None:
    """An adjunct before the subject goes with each verb: "In 2004, Peru bought planes and sold ships"."""
    subject = min((w.i for w in parent.subjects), default=-1)
    for slot in list(parent.slots):
        fronted = slot.role in ("oblique", "adverbial") and slot.place < min(subject, parent.head.i)
        if fronted and slot not in clause.slots:
            clause.slots.insert(0, slot)
