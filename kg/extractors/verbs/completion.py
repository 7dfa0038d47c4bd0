"""What a verb is not whole without: "keeps talks *going*", "takes reports *seriously*", "is not *fully* informed"."""

from __future__ import annotations

import functools

from kg.clauses import Clause, Slot
from kg.lexicon import table, words
from kg.tree import Word, denies


def completion(clause: Clause) -> list[Word]:
    """The words without which the verb would say another thing, in text order."""
    target = clause.slot("object")
    near = [*clause.head.children, *(target.heads[0].kids("acomp") if target is not None else ())]
    found = [c for c in near if _completes(clause, c, target) or _is_denied_degree(clause, c)]
    found += [word for c in clause.head.kids("prep") if _is_phrase(clause, c) for word in c.subtree()]
    if not found and target is not None and clause.lemma in _with_adverb():  # hung on a word of the object
        last = target.heads[-1].subtree()[-1]
        found = [last] if _is_particle(clause, last) else []
    return found


def with_completion(clause: Clause, verb: str, added: list[Word]) -> str:
    """The relation with these words: "keep" → "keep going", "be agreed" → "be fully agreed"."""
    before = [w.lower for w in added if w.i < clause.head.i and verb.startswith("be ")]
    behind = [w.lower for w in added if w.lower not in before]
    first, *rest = verb.split(" ") if before else (verb,)
    return " ".join([first, *before, *rest, *behind])


def is_subject_of_content(clause: Clause, target: Slot) -> bool:
    """Is something wanted of the object, and not the object: "requires the firm to pay", "wants it paid"?"""
    if clause.kind != "active" or clause.lemma not in words("clause_object_verbs"):
        return False
    behind = [c for c in clause.head.kids("xcomp", "ccomp") if c.i > target.heads[-1].i]
    wanted = table("modality_verbs").get(clause.lemma, "").startswith(("desired", "required"))
    done = target.heads[-1].kids("acl") if wanted else []
    return any(c.is_infinitive for c in behind) or any(c.tag == "VBN" and c.child("agent") is None for c in done)


def _completes(clause: Clause, child: Word, target: Slot | None) -> bool:
    if child.dep == "advmod" or (child.dep in ("acomp", "oprd") and _is_particle(clause, child)):
        return _is_particle(clause, child)
    acted_on = target is not None or (clause.kind == "passive" and clause.slot("agent") is not None)
    small = clause.lemma in words("small_clause_verbs") and child.dep in ("xcomp", "ccomp", "oprd", "acomp")
    quality = child.tag in ("VBG", "VBN") or child.pos == "ADJ"
    return small and quality and acted_on and child.child("nsubj", "aux") is None and child.i > clause.head.i


def _is_particle(clause: Clause, word: Word) -> bool:
    if word.i < clause.head.i or word.child("prep") is not None:
        return False  # "turned away from"
    return f"{clause.lemma} {word.lower}" in words("particle_adverbs")


def _is_phrase(clause: Clause, preposition: Word) -> bool:
    """Is it the verb's own phrase: "voted *in favor*"?"""
    return f"{clause.lemma} {' '.join(w.lower for w in preposition.subtree())}" in words("particle_adverbs")


@functools.cache
def _with_adverb() -> frozenset[str]:
    """The verbs that an adverb makes another verb."""
    return frozenset(entry.split()[0] for entry in words("particle_adverbs"))


def _is_denied_degree(clause: Clause, child: Word) -> bool:
    """Is it between "not" and the verb or right behind it, and so what is denied: "has not fully agreed"?"""
    behind = child.i > clause.head.i
    if (
        child.dep != "advmod"
        or not clause.negative
        or (behind and (child.i > clause.head.i + 1 or child.child("conj")))
    ):
        return False
    degree = child.lower in words("degree_adverbs") or child.lower.endswith("ly")
    known = child.lower in words("sentence_adverbs") or child.lower in table("modality_adverbs")
    denied = any((c.dep == "neg" or denies(c)) and c.i < child.i for c in clause.head.children)
    return degree and denied and not known
