"""Nouns that say what their bearer is to somebody or something, and nouns that say what somebody does or is."""

from __future__ import annotations

from kg.lexicon import table, words
from kg.tree import Word

LISTS = ("offices", "associates", "organisation_roles", "place_roles", "kinship", "part_nouns")
BODIES = ("concrete_nouns", "organisation_words", "place_words", "work_words", "person_nouns", "kinship")
ABSTRACT_ENDS = (
    "tion", "sion", "ment", "ance", "ence", "ancy", "ency", "ity", "ness", "ship", "ism", "ing",
)  # fmt: skip


def is_role(word: Word) -> bool:
    """Is it an office, a relation or a part ("minister", "counterpart", "subsidiary", "capital", "member")?"""
    lemma = word.lemma.lower()
    return any(lemma in words(name) for name in LISTS) or word.lower in words("offices")


def is_abstract(thing: Word) -> bool:
    """Is it an act or a state of its owner by its form or by the list: "recall", "employment", "weakness"?"""
    lemma = thing.lemma.lower()
    if any(lemma in words(name) for name in BODIES) or lemma in table("noun_types"):
        return False
    return lemma in words("abstract_nouns") or lemma in table("support_verbs") or lemma.endswith(ABSTRACT_ENDS)
