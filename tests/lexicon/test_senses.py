"""A word that has several senses says a canonical relation only in the one that the relation means."""

from __future__ import annotations

import hashlib

import pytest
from spacy.language import Language

from kg.lexicon import load_relations
from kg.model import Block, Document
from kg.reading import read_all

RELATIONS = load_relations()

SENSES = [  # sentence, the relation it says, a relation that it does not say
    ("The plane comes from Boeing.", "come from", "be born in"),
    ("Egypt assumed responsibility for the canal.", "assume", "postulate"),
    ("Parliament passed a law.", "pass", "ratify"),
    ("Wal-Mart passed Apple.", "pass", "ratify"),
    ("The plane made a flight.", "make", "produce"),
    ("The ministry released the figures.", "release", "launch"),
    ("The company performed the services.", "perform", "implement"),
    ("The sailors rescued the children.", "rescue", "liberate"),
    ("The company abandoned the plan.", "abandon", "cancel"),
    ("The family appreciates the support.", "appreciate", "love"),
    ("The minister commanded respect.", "command", "lead"),
    ("The rebels clashed with the army.", "clash with", "disagree with"),
    ("The company turned down the offer.", "reject", "turn down"),
    ("The company turned down the volume.", "turn down", "reject"),
    ("The company fired Jones.", "dismiss", "fire"),
    ("The army fired a missile.", "fire", "dismiss"),
    ("Iran broke the treaty.", "violate", "break"),
    ("The police broke the window.", "break", "violate"),
    ("The train pulled out of the station.", "pull out of", "withdraw from"),
    ("The ambassador called on the minister.", "call on", "urge"),
    ("The government established a commission.", "establish", "found"),
    ("Turkey's agreement with Iran covers gas.", "have agreement with", "agree with"),
    ("Israel's assassination of Yassin shocked Egypt.", "assassinate", "kill"),
]


@pytest.fixture(scope="module")
def said(nlp: Language) -> dict[str, set[str]]:
    """Sentence → the relations that are read in it."""
    documents = (
        Document(
            id=text,
            source=text,
            text=text,
            blocks=(Block("paragraph", 0, len(text)),),
            sha256=hashlib.sha256(text.encode()).hexdigest(),
        )
        for text, _, _ in SENSES
    )
    return {
        reading.document.id: {proposition.relation.lemma for proposition in reading.propositions}
        for reading in read_all(nlp, documents, RELATIONS)
    }


@pytest.mark.parametrize(("sentence", "relation", "other"), SENSES)
def test_a_word_says_the_relation_of_its_sense(
    said: dict[str, set[str]], sentence: str, relation: str, other: str
) -> None:
    assert relation in said[sentence]
    assert other not in said[sentence]


def test_a_relation_with_a_preposition_is_not_said_by_the_bare_verb() -> None:
    """ "resigns from" would hang in the air after "Smith resigned"."""
    for entry in RELATIONS:
        verb, *rest = entry.relation.split()
        assert not (rest and verb in entry.verbs), entry.relation


def test_a_noun_has_a_marker_for_the_subject_and_one_for_the_object() -> None:
    for entry in RELATIONS:
        for noun in entry.nouns:
            roles = {role for found in noun.markers.values() for role in found}
            assert {"subject", "object"} <= roles, (entry.relation, noun.noun)
