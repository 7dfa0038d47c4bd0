"""What hangs on a noun: "felony charges against Sears" → felony charges – are against – Michael Sears.

Only with something named at the other end, right behind the noun, and where the phrase cannot as well belong to the
verb: with a place or a date ("the dispute in the Gulf"), the noun must be definite. "of" is a part of the label.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.clauses import REAL, Clause, Slot, is_definite, is_denied, modality_of, standing
from kg.extractors.scene import Scene, prepositional
from kg.lexicon import table, words
from kg.model import Argument, Proposition
from kg.roles import is_role
from kg.tree import Word

CIRCUMSTANCE = frozenset({"in", "at", "on", "near"})
PARTICIPANT = frozenset({"from", "against", "with", "to", "for", "by"})


def extract(scene: Scene) -> Iterator[Proposition]:
    """What prepositions say of common nouns."""
    for word in scene.sentence.words:
        if word.pos == "NOUN" and not scene.known(word) and _can_have(scene, word) and _is_real(scene, word):
            for slot in prepositional(word):
                if _belongs(word, slot):
                    yield from _attached(scene, word, slot)


def _attached(scene: Scene, word: Word, slot: Slot) -> Iterator[Proposition]:
    lemma = f"be {slot.preposition}"
    relation = scene.relation(slot.marker, lemma, scene.relations.get(lemma))
    for target in slot.heads:
        if target.pos == "PROPN" and (scene.known(target) or target.ent == "NORP"):
            named = Argument("object", slot.preposition, scene.phrases(target))
            yield scene.say("attachment", word, relation, [named], anchor=word, implied=True)


def _can_have(scene: Scene, word: Word) -> bool:
    lemma = word.lemma.lower()
    if is_role(word) or scene.is_time(word) or word.dep in ("attr", "npadvmod") or lemma in words("discourse_nouns"):
        return False
    return not (
        scene.relations.can_be(lemma) and (word.tag == "NN" or word.child("poss") is not None)
    )  # an event says it better


def _is_real(scene: Scene, word: Word) -> bool:
    """An indefinite thing is as real as its clause: one that is not, or is called for, is nothing yet."""
    if is_definite(word):
        return True
    clause = scene.clause_of(word)
    if is_denied(word) or (clause is not None and (clause.negative or clause.modality != "asserted")):
        return False
    if clause is not None and (standing(word, clause) != REAL or _is_sought(word, clause)):
        return False
    return not any(above.lemma in table("modality_nouns") for above in word.ancestors() if above.pos == "NOUN")


def _is_sought(word: Word, clause: Clause) -> bool:
    """Is it what somebody wants or needs: "wants a treaty with Chile", "wants the renewal of relations with Chile"?"""
    while word.dep == "pobj" and word.head is not None and word.head.lower == "of" and word.head.head is not None:
        word = word.head.head
    sought = modality_of(table("modality_verbs").get(clause.lemma, "")) in ("desired", "required")
    return sought and word.dep == "dobj" and word.head is clause.head and clause.lemma != "have"


def _belongs(word: Word, slot: Slot) -> bool:
    """Does the phrase stand right behind the noun, and belong to it rather than to the verb?"""
    if slot.place != word.i + 1 or slot.marker[0].start == word.end:
        return False
    if slot.preposition == "with" and word.lemma.lower() not in words("with_nouns"):
        return False  # "reviewed the situation with the ministers"
    if slot.preposition in CIRCUMSTANCE:
        return is_definite(word)
    return slot.preposition in PARTICIPANT
