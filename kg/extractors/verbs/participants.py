"""Which phrases around a verb take part in what it says: "resigned from the board on Monday" is about the board."""

from __future__ import annotations

from collections.abc import Iterable

from kg.clauses import Clause, Slot
from kg.extractors.scene import Scene
from kg.lexicon import words
from kg.lexicon.relations import VerbMatch
from kg.tree import NOMINAL, Word

CIRCUMSTANCE = frozenset({
    "after",
    "at",
    "before",
    "during",
    "in",
})  # "was told in Paris that": that is what he was told


def match_object(scene: Scene, clause: Clause, head: Word | None, slots: Iterable[Slot]) -> VerbMatch | None:
    """What the lexicon knows of the verb with this object: not "pass" (a law) of "passed Wal-Mart"."""
    noun = head.lemma.lower() if head is not None and head.pos == "NOUN" else ""
    prepositions = [
        introduced(slot)
        for slot in slots
        if slot.role in ("oblique", "recipient") and not all(map(scene.is_time, slot.heads))
    ]
    match = scene.relations.match(clause.lemma, clause.particle, noun, prepositions, True)
    if match is None or head is None or match.noun or match.entry.relation.split()[0] == clause.lemma:
        return match
    return match if scene.fits(head, match.entry.range) else None


def introduced(slot: Slot) -> str:
    """The preposition of a slot; a recipient without one is "to" whom."""
    return slot.preposition or ("to" if slot.role == "recipient" else "")


def is_nominal(slot: Slot) -> bool:
    """Are its heads nouns, or adjectives that stand for one ("the rich")?"""
    return all(head.pos in NOMINAL or head.pos == "ADJ" for head in slot.heads)


def is_participant(scene: Scene, slot: Slot) -> bool:
    """Is the prepositional phrase more than a time or a turn of phrase?"""
    head = slot.heads[0]
    if head.pos == "NUM" and head.ent not in ("MONEY", "PERCENT") and head.child("prep") is None:
        return False  # "on pages 955–960"
    if scene.marker_role(slot.preposition, head) == "discourse":
        return False
    return any(True for _ in scene.arguments([slot]))


def _is_frame(scene: Scene, clause: Clause, slot: Slot) -> bool:
    """Does it only say of what the sentence holds: "In these cases the traders operate at night"?"""
    subject = min((s.i for s in clause.subjects), default=-1)
    noun = slot.heads[0]
    if not (clause.own_subject and slot.marker and slot.marker[0].i < noun.i < min(subject, clause.head.i)):
        return False
    match = scene.relations.match(clause.lemma, clause.particle, "", [slot.preposition], False)
    fits = match is not None and match.preposition and scene.fits(noun, match.entry.range)
    return not fits and (has_clause(clause) or not scene.known(noun))


def ranked(scene: Scene, clause: Clause) -> list[Slot]:
    """Participants first that belong to the verb: behind it, and introduced by more than a circumstance."""
    found = [
        slot
        for slot in clause.obliques()
        if is_participant(scene, slot)
        and not _is_frame(scene, clause, slot)
        and not (slot.marker and slot.marker[0].lower in words("cause_markers"))
        and not (_has_content(clause) and slot.preposition in CIRCUMSTANCE)
    ]
    close = words("participant_prepositions")
    known = [
        s
        for s in found
        if (m := scene.relations.match(clause.lemma, clause.particle, "", [s.preposition], False)) and m.preposition
    ]
    return sorted(found, key=lambda s: (s not in known, s.place < clause.head.i, s.preposition not in close, s.place))


def _has_content(clause: Clause) -> bool:
    """Is the clause what somebody says or thinks?"""
    told = any(clause.lemma in words(name) for name in ("saying_verbs", "thinking_verbs"))
    return told and clause.head.child("ccomp") is not None


def has_clause(clause: Clause) -> bool:
    """Is a clause the verb's object?"""
    return clause.head.child("ccomp", "xcomp") is not None


def is_limited(clause: Clause) -> bool:
    """Is it so only in part: "respond only to force", "was not discussed except in passing"?"""
    behind = [c for c in clause.head.children if c.i > clause.head.i]
    opening = [c for word in behind for c in word.children if c.i < word.i]
    return any(c.lower in ("only", "solely", "except") for c in (*behind, *opening))
