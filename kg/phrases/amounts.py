"""How much of it: "between five and nine submarines" are submarines, "5–9"; "thousands of pages" are pages."""

from __future__ import annotations

import functools

from kg.lexicon import words
from kg.phrases.extents import extent
from kg.quantities import quantity
from kg.tree import Word


@functools.cache
def _counting() -> frozenset[str]:
    """The words that a quantity without a number begins with."""
    return frozenset(entry.split()[0] for entry in words("vague_quantities")) | {"dozen", "score", "half"}


def counted(kept: list[Word], head: Word) -> tuple[str | None, frozenset[int]]:
    """The amount that opens the phrase, and the places of its words; one that leaves nothing over is no amount."""
    if not any(w.tag == "CD" or w.pos in ("NUM", "SYM") or w.lower in _counting() for w in kept):
        return None, frozenset()
    found = quantity([w.text for w in kept], [w.ent for w in kept], kept.index(head))
    if found is None:
        return None, frozenset()
    taken = frozenset(kept[i].i for i in found.taken)
    return (None, frozenset()) if head.i in taken else (found.amount, taken)


def partitive(head: Word) -> tuple[Word, str]:
    """The noun that is counted and how much of it: "one of the buyers", "thousands of pages"."""
    inside = next((c for c in head.children if c.dep == "prep" and c.lower == "of"), None)
    noun = inside.child("pobj") if inside is not None else None
    if noun is None or head.child("poss") is not None or noun.lower in words("partitive_pronouns"):
        return head, ""
    if head.lower in ("number", "amount") and (article := head.child("det")) is not None and article.lower == "the":
        return head, ""  # "the number of ships is small"
    if head.pos != "NUM" and head.lemma not in words("quantity_nouns") and head.lower not in words("quantity_nouns"):
        return head, ""
    before = [w for w in extent(head) if w.i <= head.i and w.dep not in ("det", "punct")]
    return noun, " ".join(w.lower for w in before if w.lower not in ("a", "an", "the"))
