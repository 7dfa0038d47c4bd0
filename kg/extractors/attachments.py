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
from kg.roles import ABSTRACT_ENDS, is_abstract, is_role
from kg.tree import Word

CIRCUMSTANCE = frozenset({"in", "at", "on", "near"})
PARTICIPANT = frozenset({"from", "against", "with", "to", "for", "by"})


def extract(scene: Scene) -> Iterator[Proposition]:
    """What prepositions say of common nouns."""
    for word in scene.sentence.words:
        if word.pos == "NOUN" and not scene.known(word) and _can_have(scene, word) and _is_real(scene, word):
            for slot in prepositional(word):
                if _belongs(scene, word, slot):
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
    if word.dep == "appos" and word.head is not None and scene.known(word.head):
        return False  # it is said of "Ann Lee, an advocate for Peru"
    return not (
        scene.relations.can_be(lemma) and (word.tag == "NN" or word.child("poss") is not None)
    )  # an event says it better


def _is_real(scene: Scene, word: Word) -> bool:
    """An indefinite thing is as real as its clause: one that is not, or is called for, is nothing yet."""
    if is_definite(word):
        return True
    if _is_asked(scene, word):
        return False
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
    on = (
        word.head if word.dep == "pobj" and word.head is not None and word.head.lower in ("on", "for", "upon") else None
    )
    above = on.head if on is not None else word.head  # "insists on talks"
    return sought and (word.dep == "dobj" or on is not None) and above is clause.head and clause.lemma != "have"


def _belongs(scene: Scene, word: Word, slot: Slot) -> bool:
    """Does the phrase stand right behind the noun, and belong to it rather than to the verb?"""
    if slot.place != word.i + 1 or slot.marker[0].start == word.end or _is_idiom(word):
        return False
    if slot.preposition == "with" and word.lemma.lower() not in words("with_nouns"):
        return False  # "reviewed the situation with the ministers"
    if slot.preposition in CIRCUMSTANCE:
        return is_definite(word)
    if slot.preposition in ("by", "to") and _is_for_above(scene, word, slot.preposition):
        return False
    return slot.preposition in PARTICIPANT


def _is_for_above(scene: Scene, word: Word, preposition: str) -> bool:
    """Does the phrase go with what the noun is a part of: "attendance at the talks by Peru", "pass the note to him"?"""
    while word.dep == "conj" and word.head is not None:
        word = word.head
    if preposition == "to" and _is_handed(word):
        return True
    above = word.head.head if word.dep == "pobj" and word.head is not None else word.head
    if above is None:
        return False
    if preposition == "by" and word.dep == "pobj" and word.lemma.lower() in table("noun_types"):
        return table("noun_types")[word.lemma.lower()] != "Work"  # nobody makes a conference or a town
    if word.dep == "pobj" and above.pos == "NOUN":
        bare = above.child("det", "poss", "amod") is None and not above.lower.endswith(
            ABSTRACT_ENDS
        )  # "part", "in view"
        done = is_abstract(above) or above.lemma in words("reporting_nouns")
        return done and not bare and word.lemma.lower() not in words("reporting_nouns")
    return False


def _is_handed(word: Word) -> bool:
    """Is it what is handed over, or a part of that: "submit versions of the report to the board"?"""
    while word.dep == "pobj" and word.head is not None and word.head.lower == "of" and word.head.head is not None:
        word = word.head.head
    verb = word.head
    if verb is None or word.dep != "dobj" or verb.lemma not in words("handing_verbs"):
        return False
    return not any(c.lower == "to" for c in verb.kids("prep", "dative"))


def _is_idiom(word: Word) -> bool:
    """Is it half of a preposition: "in isolation from", "in connection with"?"""
    bare = word.tag == "NN" and not any(c.i < word.i for c in word.children)
    return bare and word.dep == "pobj" and word.head is not None and word.head.lower in ("in", "at", "under")


def _is_asked(scene: Scene, word: Word) -> bool:
    """Does a question only ask whether there is one: "Does Egypt have a plan against Peru?"?"""
    return scene.sentence.words[-1].text == "?" and not is_definite(word)
