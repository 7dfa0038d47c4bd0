"""Nouns that say what their bearer is to somebody or something."""

from __future__ import annotations

from kg.lexicon import words
from kg.tree import Word

LISTS = ("offices", "associates", "organisation_roles", "place_roles", "kinship", "part_nouns")


def is_role(word: Word) -> bool:
    """Is it an office, a relation or a part ("minister", "counterpart", "subsidiary", "capital", "member")?"""
    lemma = word.lemma.lower()
    return any(lemma in words(name) for name in LISTS) or word.lower in words("offices")
