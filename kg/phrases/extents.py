"""How far a noun phrase goes: "the submarines of the fleet", but not ", which Peru bought" behind it."""

from __future__ import annotations

from kg.tree import Word

OUTSIDE = frozenset({
    "conj", "cc", "relcl", "appos", "acl", "advcl", "punct", "parataxis", "preconj", "ccomp", "xcomp", "npadvmod",
    "dep", "acomp",
})  # fmt: skip
INSIDE = frozenset({"relcl", "acl", "appos", "parataxis", "advcl"})  # never part of the phrase, however deep


def extent(head: Word) -> list[Word]:
    """The words of the phrase without coordination, appositions and clauses: one unbroken run around the head."""
    kept = {head.i: head}
    for child in head.children:
        if child.dep == "nsubj" and head.pos == "ADJ":
            continue  # "that the President not ready"
        if child.dep not in OUTSIDE or (child.dep == "npadvmod" and child.i < head.i):
            for word in _below(child):
                kept[word.i] = word
    low = high = head.i
    hyphens = {c.i: c for word in kept.values() for c in word.children if c.text == "-"}
    while low - 1 in kept or (low - 1 in hyphens and low - 2 in kept):
        low -= 1
    while high + 1 in kept or (high + 1 in hyphens and high + 2 in kept):
        high += 1
    return [kept.get(i) or hyphens[i] for i in range(low, high + 1)]


def _below(word: Word) -> list[Word]:
    """The subtree less relative clauses and the like, at any depth."""
    found, stack = [], [word]
    while stack:
        one = stack.pop()
        found.append(one)
        stack.extend(
            c
            for c in one.children
            if c.dep not in INSIDE
            and not (c.dep == "punct" and c.text in ",;:()[]")
            and not (c.dep in ("conj", "cc") and one.dep == "pobj")
        )
    return found
