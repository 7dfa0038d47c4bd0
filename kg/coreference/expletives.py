""" "It" that means nothing and makes room for what follows: "it is likely that …", "it would be a mistake to sign".

The rule reads plain nodes, so that it serves the lists of words here and the tree of a clause alike.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from kg.lexicon.wordlists import words as wordlist

CONTENT = frozenset(("ccomp", "csubj", "xcomp", "advcl", "acl"))
EMPTY_VERBS = frozenset(("seem", "appear", "rain", "snow", "happen"))
LIGHT_VERBS = frozenset(("take", "turn"))  # "it takes years to build", "it turned out that …"
PREDICATES = frozenset(("acomp", "attr"))


class Node(NamedTuple):
    """What the rule asks of a word."""

    dep: str
    tag: str
    lemma: str


def is_expletive(verb: Node, below: Collection[Node], inside: Collection[Node]) -> bool:
    """Does "it" mean nothing as the subject of a verb, with what the verb and its predicate noun govern?"""
    if verb.lemma in EMPTY_VERBS:
        return True
    if any(node.dep == "nsubjpass" for node in below):
        return any(node.dep == "ccomp" for node in below)  # "it was agreed that …"
    said = [node for node in below if node.dep in PREDICATES]
    if (verb.lemma == "be" and said) or verb.lemma in LIGHT_VERBS:
        timed = any(node.lemma in wordlist("time_nouns") for node in said)
        return timed or any(node.dep in CONTENT for node in below) or any(map(_follows, inside))
    return verb.dep == "ccomp" and verb.tag[:2] in ("JJ", "NN") and any(map(_follows, below))  # "made it clear that …"


def _follows(node: Node) -> bool:
    """Is it an infinitive or a clause with a modal, which "it" makes room for?"""
    return node.dep in CONTENT and node.tag == "VB"
