"""Runs of words as they are quoted: "the old High Court of Australia", up to its head "the old High Court"."""

from __future__ import annotations

from itertools import pairwise

from kg.phrases import extent
from kg.tree import Word

Words = list[Word]


def noun_phrase(head: Word, subject: bool = False) -> Words:
    """The phrase with all its words; of a subject without prepositional phrases, as is the use of the field."""
    whole = extent(head)
    if subject:
        inside = {
            w.i
            for child in head.children
            if child.dep == "prep" and child.i > head.i and child.lower != "of"
            for w in child.subtree()
        }
        cut = min(inside, default=whole[-1].i + 1)
        whole = [w for w in whole if w.i < cut]
    while (
        len(whole) > 1
        and whole[0].dep in ("advmod", "preconj", "cc", "neg")
        and whole[0].head is head
        and whole[0].i < head.i
    ):
        whole = whole[1:]
    return whole


def up_to_head(head: Word) -> Words:
    """The phrase as it is carried in a relation: up to its head."""
    return [w for w in noun_phrase(head) if w.i <= head.i]


def trimmed(run: Words) -> Words:
    """The words without punctuation and conjunctions at either end."""
    while run and (run[0].dep in ("punct", "cc")):
        run = run[1:]
    while run and run[-1].dep in ("punct", "cc"):
        run = run[:-1]
    return run


def is_unbroken(run: Words) -> bool:
    """Do the words follow one another without a gap?"""
    return bool(run) and all(b.i - a.i == 1 for a, b in pairwise(run))
