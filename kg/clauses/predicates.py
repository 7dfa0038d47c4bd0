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
    if _is_topic(word) or _is_manner_of_speaking(word):
        return False
    if word.pos not in VERBAL:
        subject = word.child("nsubj", "nsubjpass") is not None
        return subject and (word.child("aux", "auxpass", "cop") is not None or lacks_copula(word))
    if word.head is None:
        return True
    if word.dep == "conj":
        return word.head.pos in VERBAL or word.child(*SUBJECTS, "aux", "auxpass") is not None
    return word.dep in LINKS and (word.dep != "dep" or word.child(*SUBJECTS) is not None)


def lacks_copula(word: Word) -> bool:
    """Is it an adjective said of its subject without a verb: "that President not ready", "thinks Iran hostile"?"""
    subject, above = word.child("nsubj"), word.head
    if word.pos != "ADJ" or word.dep != "ccomp" or above is None or subject is None or subject.lower == "it":
        return False
    if word.child("aux", "auxpass", "cop") is not None:
        return False
    thought = above.lemma in words("thinking_verbs") or above.lemma in words("saying_verbs")
    return (thought and above.lemma != "see") or any(c.dep == "mark" and c.lower == "that" for c in word.children)


def _is_topic(word: Word) -> bool:
    """Does it only say what or who it is about: "as far as Denmark is concerned", "the parties concerned"?"""
    head = word.head
    alone = word.lower in ("concerned", "involved") and not word.children
    if alone and (word.dep == "acl" or (word.dep == "advcl" and head is not None and word.i > head.i)):
        return True  # "the parties concerned", "taken seriously by all concerned"
    if word.lower != "concerned" or word.dep != "advcl" or head is None or word.child("prep") is not None:
        return False
    near = {c.lower for c in (head, *head.children, *word.children) if c.i < word.i}
    return not near.isdisjoint({"far", "insofar", "where"})


def _is_manner_of_speaking(word: Word) -> bool:
    """Does it only say where in a talk something was said: "in closing", "in passing"?"""
    head = word.head
    return word.tag == "VBG" and word.dep == "pcomp" and not word.children and head is not None and head.lower == "in"


def kind_of(word: Word) -> Kind:
    """Is the predicate active, passive or a form of "be" with a complement?"""
    if word.child("auxpass", "nsubjpass", "csubjpass"):
        return "passive"
    if lacks_copula(word) or (word.lemma == "be" and word.dep not in ("aux", "auxpass")):
        return "copula"
    bare = word.tag == "VBN" and word.child("aux", "auxpass", "dobj") is None
    if bare and word.dep in ("acl", "advcl", "relcl") and word.child("nsubj") is None:
        return "passive"
    if is_small_clause(word) or _is_left_so(word):
        return "passive"
    if word.lower in words("feelings") and word.child("aux", "dobj") is None and _has_reason(word):
        return "passive"  # "Government deeply disappointed over the failure"
    if word.tag == "VBD" and word.dep == "acl" and word.child("dobj") is None:
        return (
            "passive" if all(c.i > word.i or c.dep == "advmod" for c in word.children) else "active"
        )  # "the concessions referred to"
    if (
        word.dep == "conj"
        and word.tag == "VBN"
        and word.head is not None
        and word.child("aux", "nsubj", "dobj") is None
    ):
        return kind_of(word.head)
    return "active"


def is_small_clause(word: Word) -> bool:
    """Is it a participle that says what is done to the noun before it: "keep Peru informed", "find the port closed"?"""
    subject = word.child("nsubj")
    if word.tag != "VBN" or word.dep != "ccomp" or subject is None or word.lemma in words("intransitive_verbs"):
        return False
    if word.child("aux", "auxpass", "dobj", "mark") is not None:
        return False
    return word.child("prep", "agent") is not None or subject.child("prep") is None


def _is_left_so(word: Word) -> bool:
    """Is it a participle behind "with": "with one side always exposed to the sun"?"""
    participle = word.tag in ("VBN", "VBD") and word.child("aux", "dobj", "ccomp") is None
    return participle and any(c.dep == "mark" and c.lower == "with" for c in word.children)


def _has_reason(word: Word) -> bool:
    """Does the text say what somebody feels something about?"""
    return any(c.dep == "prep" and c.lower in ("about", "at", "by", "over", "with") for c in word.children)


def verb_group(word: Word) -> list[Word]:
    """The predicate with its auxiliaries, negation and particle, in text order."""
    own = [c for c in word.children if (c.dep in AUXILIARY and c.i < word.i) or c.dep == "prt"]
    own += [c for c in word.children if c.dep == "neg" and c.i > word.i and c.i - word.i <= 2]
    for child in word.children:
        if child.dep == "advmod" and child.lower == "longer" and child.children and child.children[0].lower == "no":
            own += [child.children[0], child]
    return sorted({*own, word}, key=lambda w: w.i)
