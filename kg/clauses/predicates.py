"""Which words head a clause, of what kind, and with which verb group: "has not been sold" is a passive."""

from __future__ import annotations

from collections.abc import Iterator

from kg.clauses.clause import AUXILIARY, SUBJECTS, VERBAL, Kind
from kg.lexicon import words
from kg.tree import Sentence, Word

LINKS = frozenset({
    "ROOT", "conj", "ccomp", "xcomp", "advcl", "relcl", "acl", "pcomp", "csubj", "csubjpass", "parataxis", "dep",
    "appos", "intj",
})  # fmt: skip
PREPOSITION_LINKS = frozenset({"prep", "advcl", "acl", "pcomp", "dep", "conj"})  # of "including", "following"


def predicates(sentence: Sentence) -> Iterator[Word]:
    """The heads of the sentence's clauses, governors before what they govern."""
    queue = list(sentence.roots)
    for word in queue:
        queue.extend(word.children)
        if is_predicate(word):
            yield word


def is_predicate(word: Word) -> bool:
    """Does the word head a clause?"""
    if word.lower in words("verbal_prepositions") and word.dep in PREPOSITION_LINKS and word.child(*SUBJECTS) is None:
        return False
    if word.pos not in VERBAL:
        return word.child("nsubj", "nsubjpass") is not None and word.child("aux", "auxpass", "cop") is not None
    if word.head is None:
        return True
    if word.dep == "conj":
        return word.head.pos in VERBAL or word.child(*SUBJECTS, "aux", "auxpass") is not None
    return word.dep in LINKS and (word.dep != "dep" or word.child(*SUBJECTS) is not None)


def kind_of(word: Word) -> Kind:
    """Is the predicate active, passive or a form of "be" with a complement?"""
    if word.child("auxpass", "nsubjpass", "csubjpass"):
        return "passive"
    if word.lemma == "be" and word.dep not in ("aux", "auxpass"):
        return "copula"
    bare = word.tag == "VBN" and word.child("aux", "auxpass", "dobj") is None
    if bare and word.dep in ("acl", "advcl", "relcl") and word.child("nsubj") is None:
        return "passive"
    if (
        word.dep == "conj"
        and word.tag == "VBN"
        and word.head is not None
        and word.child("aux", "nsubj", "dobj") is None
    ):
        return kind_of(word.head)
    return "active"


def verb_group(word: Word) -> list[Word]:
    """The predicate with its auxiliaries, negation and particle, in text order."""
    own = [c for c in word.children if (c.dep in AUXILIARY and c.i < word.i) or c.dep == "prt"]
    own += [c for c in word.children if c.dep == "neg" and c.i > word.i and c.i - word.i <= 2]
    for child in word.children:
        if child.dep == "advmod" and child.lower == "longer" and child.children and child.children[0].lower == "no":
            own += [child.children[0], child]
    return sorted({*own, word}, key=lambda w: w.i)
