"""Passive clauses: "planes were sold to Peru by Russia" → Russia – sells – planes.

Without a doer it is said of what it is done to: planes – are sold to – Peru.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.clauses import Clause, Slot
from kg.extractors.scene import Scene
from kg.extractors.verbs.participants import has_clause, is_limited, is_nominal, match_object, ranked
from kg.extractors.verbs.predication import say
from kg.lexicon import table, words
from kg.model import Proposition
from kg.tree import NOMINAL, Word


def passive(scene: Scene, clause: Clause) -> Iterator[Proposition]:
    """What a passive clause says: of its agent in the active, else of its subjects."""
    patients = [p for p in clause.subjects if p.pos in NOMINAL]
    if not patients:
        return
    agent = _agent(scene, clause)
    rest = [slot for slot in clause.slots if slot is not agent]
    if agent is None or not is_nominal(agent):
        yield from _of_patients(scene, clause, patients, agent, rest)
    elif (given := clause.slot("object")) is not None:  # "Peru was given planes by Russia"
        match = match_object(scene, clause, given.heads[0], [])
        others = [Slot("recipient", (), tuple(patients)), *(slot for slot in rest if slot is not given)]
        yield from say(scene, clause, agent.heads, given.heads, match=match, rest=others)
    else:
        yield from _of_agent(scene, clause, agent, patients, rest)


def _agent(scene: Scene, clause: Clause) -> Slot | None:
    """Who does it; "by agreement", "by cable" is how, not who."""
    found = clause.slot("agent") or next((s for s in clause.obliques() if s.preposition == "by"), None)
    if found is None or all(map(scene.is_time, found.heads)) or _is_means(clause, found):
        return None
    return found if any(_doer(scene, head) for head in found.heads) else None


def _is_means(clause: Clause, slot: Slot) -> bool:
    """Is it how, and not by whom: "the means by which the needs might be met"?"""
    return slot.place < clause.head.i and all(head.lemma.lower() in words("content_nouns") for head in slot.heads)


def _doer(scene: Scene, head: Word) -> bool:
    """Can the noun do it? A bare singular is a manner, unless it is a body of people ("by police")."""
    if head.tag != "NN" or scene.known(head) or head.child("det", "poss", "amod", "compound", "nummod") is not None:
        return True
    return head.lemma.lower() in words("person_nouns") or head.lemma.lower() in words("organisation_words")


def _of_agent(
    scene: Scene, clause: Clause, agent: Slot, patients: list[Word], rest: list[Slot]
) -> Iterator[Proposition]:
    stranded = _stranded(clause)
    for patient in patients:
        if stranded:
            match = scene.relations.match(clause.lemma, clause.particle, "", [stranded], False)
        else:
            match = match_object(scene, clause, patient, rest)
            if match is not None and match.noun and match.preposition:
                match = None
        yield from say(scene, clause, agent.heads, [patient], match=match, preposition=stranded, rest=rest)


def _stranded(clause: Clause) -> str:
    """The preposition without a noun in "alternatives called for by the union"."""
    return next(
        (c.lower for c in clause.head.children if c.dep == "prep" and not c.children and c.i == clause.head.i + 1), ""
    )


def _of_patients(
    scene: Scene, clause: Clause, patients: list[Word], agent: Slot | None, rest: list[Slot]
) -> Iterator[Proposition]:
    verb = " ".join(filter(None, ("be", clause.head.lower, _stranded(clause))))
    complement = clause.slot("complement") or clause.slot("object")
    found = (s for s in ranked(scene, clause) if s is not agent and s.preposition != _stranded(clause))
    slots = [complement] if complement is not None else list(found)
    for slot in slots:
        if slot is not slots[0] and not any(scene.known(head) for head in slot.heads):
            continue
        match = scene.relations.match("be", "", clause.head.lower, [slot.preposition])
        match = match if match is not None and match.noun and (match.preposition or not slot.preposition) else None
        others = [other for other in rest if other is not slot]
        yield from say(
            scene, clause, patients, slot.heads, match=match, preposition=slot.preposition, rest=others, verb=verb
        )
    if not slots and not has_clause(clause) and not _is_unsaid(scene, clause, patients):
        yield from say(scene, clause, patients, rest=rest, verb=verb)


def _is_unsaid(scene: Scene, clause: Clause, patients: list[Word]) -> bool:
    """Does it say nothing by itself: "an effort will be made (to add …)", "is based on the fact that", "is dated"?"""
    after = [head for slot in clause.obliques() if slot.place > clause.head.i for head in slot.heads]
    if is_limited(clause) or any(head.lower in words("empty_nouns") for head in after):
        return True
    if clause.head.lower == "dated":
        return scene.clause_time(clause) is None
    behind = [*clause.head.kids("advcl", "ccomp"), *(c for p in patients for c in p.kids("acl") if c.i > clause.head.i)]
    made = clause.lemma in words("light_verbs") and any(c.is_infinitive for c in behind)
    return made and all(p.lemma.lower() in table("modality_nouns") for p in patients)
