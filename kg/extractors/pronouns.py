"""Pronouns that one sentence is enough to understand, where coreference is not sure of them.

"The ministry said it would wait": it is the ministry. "IBM sued Papermaster to keep him from leaving": he is the only
one named before him who may be a person. "He" with two candidates stays a pronoun.
"""

from __future__ import annotations

from collections.abc import Iterable

from kg.clauses import Clause
from kg.coreference.expletives import Node, is_expletive
from kg.lexicon import words
from kg.lexicon.gazetteer import find
from kg.phrases import Names, Phrases
from kg.tree import Word

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
PERSONAL = frozenset({"he", "him", "she"})


def read_pronouns(phrases: Phrases, clauses: Iterable[Clause]) -> None:
    """Let the phrases read such pronouns as what they stand for."""
    for clause in clauses:
        _read_speaker(phrases, clause)
    _read_only_person(phrases)


def _read_speaker(phrases: Phrases, clause: Clause) -> None:
    """The pronoun of a report is its speaker, where they agree and nothing else is known."""
    parent = clause.parent
    if clause.link != "ccomp" or parent is None or parent.lemma not in words("saying_verbs"):
        return
    if not clause.own_subject or len(clause.subjects) != 1 or len(parent.subjects) != 1:
        return
    pronoun, speaker = clause.subjects[0], parent.subjects[0]
    if (
        pronoun.pos == "PRON"
        and speaker.pos in ("NOUN", "PROPN")
        and pronoun.start not in phrases.names.labels
        and _agree(pronoun, speaker, phrases.names)
        and not (pronoun.lower == "it" and _is_expletive(pronoun))
    ):
        phrases.stands_for(pronoun, speaker)


def _is_expletive(pronoun: Word) -> bool:
    """Does "it" only make room for what follows: "it would be a mistake to sign"?"""
    verb = pronoun.head
    if verb is None:
        return False
    inside = (child for noun in verb.kids("attr") for child in noun.children)
    return is_expletive(_node(verb), [*map(_node, verb.children)], [*map(_node, inside)])


def _node(word: Word) -> Node:
    return Node(word.dep, word.tag, word.lemma)


def _agree(pronoun: Word, speaker: Word, names: Names) -> bool:
    person = (
        speaker.lemma.lower() in words("person_nouns")
        or speaker.lower in words("offices")
        or names.types.get(speaker.start) == "Person"
    )
    plural = speaker.tag in ("NNS", "NNPS")
    return {"he": person, "she": person, "it": not person and not plural, "they": plural}.get(pronoun.lower, False)


def _read_only_person(phrases: Phrases) -> None:
    """A "he" behind a single name that may be a person is that one, unless a nameless person came before it too."""
    names = phrases.names
    candidates: list[Word] = []
    nameless: list[Word] = []
    for word in phrases.sentence.words:
        if word.start in names.spans and _may_be_person(names, word):
            candidates.append(word)
        elif word.pos == "NOUN" and word.tag == "NN" and word.dep in SUBJECTS and word.lemma in words("person_nouns"):
            nameless.append(word)
        elif (
            word.lower in PERSONAL
            and word.pos == "PRON"
            and word.start not in names.labels
            and len({names.labels[c.start] for c in candidates}) == 1
            and not any(_may_mean(word, noun) for noun in nameless)
        ):
            phrases.stands_for(word, candidates[0])


def _may_mean(pronoun: Word, noun: Word) -> bool:
    """May a pronoun mean a noun before it: "the judge barred him" is not of the judge himself."""
    return pronoun.lower != "him" or noun.head is None or not pronoun.within(noun.head)


def _may_be_person(names: Names, word: Word) -> bool:
    label, kind = names.labels[word.start], names.types.get(word.start)
    if kind == "Person":
        return True
    return kind in ("Thing", "Place") and label.isalpha() and label.istitle() and find(label) is None
