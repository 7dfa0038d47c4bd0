"""Verbs that are whole only with a noun: "takes place", "left Cook in charge" (he is in charge)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from kg.clauses import Clause, Slot
from kg.extractors.scene import Scene, prepositional
from kg.extractors.verbs.participants import is_participant
from kg.extractors.verbs.predication import say
from kg.lexicon import words
from kg.model import Argument, Proposition
from kg.tree import Word


def is_idiom(clause: Clause, target: Slot) -> bool:
    """Does a bare noun only make the verb whole ("take place", "take effect")?"""
    head = target.heads[0]
    return (
        len(target.heads) == 1
        and head.child("det", "poss", "amod", "compound", "nummod") is None
        and clause.lemma in words("light_verbs")
        and head.lemma.lower() in words("idiom_nouns")
    )


def idiom(scene: Scene, clause: Clause, subjects: list[Word], target: Slot) -> Iterator[Proposition]:
    """What verb and noun say together, of what hangs on either."""
    noun = target.heads[0]
    if noun.lower == "place":  # what takes place is no company
        subjects = [s for s in subjects if scene.names.types.get(s.start) not in ("Person", "Organization")]
    slots = [*(s for s in clause.slots if s is not target), *prepositional(noun)]
    main = next((s for s in slots if s.role == "oblique" and is_participant(scene, s)), None)
    match = scene.relations.match(clause.lemma, clause.particle, noun.lemma.lower(), [main.preposition] if main else [])
    yield from say(
        scene,
        clause,
        subjects,
        main.heads if main else (),
        match=match if match is not None and match.noun and (match.preposition or main is None) else None,
        preposition=main.preposition if main else "",
        rest=[s for s in slots if s is not main],
        verb=f"{clause.lemma} {noun.lemma.lower()}",
        noun=noun,
    )


def left_in_charge(scene: Scene, clause: Clause, target: Slot) -> Iterator[Proposition]:
    """The object is in charge of what stands behind it: "left Cook in charge of operations"."""
    if clause.lemma not in words("placing_verbs"):
        return
    for slot in (*clause.obliques(), *prepositional(target.heads[-1])):
        noun = slot.heads[0]
        inner = next((s for s in prepositional(noun) if s.preposition == "of"), None)
        if inner is not None and noun.lower in words("charge_nouns"):
            phrase = f"{slot.preposition} {noun.lower}"
            match = scene.relations.match("be", "", phrase, ["of"])
            entry = match.entry if match is not None and match.noun else None
            relation = scene.relation([*slot.marker, noun, *inner.marker], f"be {phrase} of", entry)
            for subject, thing in product(target.heads, inner.heads):
                yield scene.say(
                    "verb",
                    subject,
                    relation,
                    [Argument("object", "of", scene.phrases(thing))],
                    clause=clause,
                    anchor=noun,
                    negative=clause.negative,
                    modality=clause.modality,
                    time=scene.clause_time(clause),
                )
