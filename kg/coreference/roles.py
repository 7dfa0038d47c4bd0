"""What a document calls each named thing: titles, appositions and predicates, with the countries named in them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from kg.coreference.clusters import Cluster
from kg.coreference.lists import lists
from kg.coreference.words import Words
from kg.lexicon import gazetteer
from kg.lexicon.wordlists import words as wordlist

SUBJECTS = frozenset(("nsubj", "nsubjpass"))


@dataclass(frozen=True, slots=True)
class Role:
    """An office or description: its noun, the codes of the countries named with it, and its other words."""

    noun: str
    nations: frozenset[str]
    words: frozenset[str] = frozenset()


def roles_of(words: Words, clusters: list[Cluster]) -> dict[int, set[Role]]:
    """The roles of each cluster, by its number."""
    roles: dict[int, set[Role]] = defaultdict(set)
    for number, one in enumerate(clusters):
        for title in one.titles:
            parts = title.split()
            nations = frozenset(known.code for part in parts if (known := gazetteer.country_of(part)))
            lesser = any(part.lower() in wordlist("lesser_ranks") for part in parts)
            roles[number].add(Role(title.lower() if lesser else parts[-1].lower(), nations))
        for name in one.names:
            for noun in describing(words, words.span_head(name.first, name.last)):
                roles[number].add(_role(words, noun))
            owners = _owners(words, words.span_head(name.first, name.last))
            if owners:
                roles[number].add(Role("", owners))
            before = name.first - 1
            if before >= 0 and words.pos[before] == "NOUN" and words.lower[before] in lists().people:
                roles[number].add(_role(words, before))
    return roles


def describing(words: Words, head: int) -> list[int]:
    """The nouns in apposition to a name, on either side, and those said of it."""
    governor = words.head[head]
    found = [child for child in words.children[head] if words.dep[child] == "appos"]
    if words.dep[head] == "appos":
        found.append(governor)
    if words.dep[head] in SUBJECTS and words.lemma[governor] == "be":
        found.extend(child for child in words.children[governor] if words.dep[child] == "attr")
    return [index for index in found if words.pos[index] == "NOUN"]


def _owners(words: Words, head: int) -> frozenset[str]:
    """Russia, of "Russia's Gazprom"."""
    owners = (words.text[child] for child in words.children[head] if words.dep[child] == "poss")
    return frozenset(known.code for owner in owners if (known := gazetteer.find(owner)))


def _role(words: Words, index: int) -> Role:
    nations, others = set(), set()
    for child in words.children[index]:
        known = gazetteer.country_of(words.text[child])
        if known is None and words.dep[child] in ("poss", "compound"):
            known = gazetteer.find(words.text[child])
        if known:
            nations.add(known.code)
        elif words.dep[child] in ("compound", "amod"):
            others.add(words.lower[child])
    return Role(words.lemma[index].lower(), frozenset(nations), frozenset(others))
