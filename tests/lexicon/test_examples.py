"""Each relation of the lexicon is reached by its own example sentence, read as users' texts are."""

from __future__ import annotations

import hashlib

import pytest
from spacy.language import Language

from kg.lexicon import load_relations
from kg.model import Block, Document, Proposition
from kg.reading import read_all

RELATIONS = load_relations()


@pytest.fixture(scope="module")
def said(nlp: Language) -> dict[str, tuple[Proposition, ...]]:
    """Relation → what is read in its example."""
    texts = {entry.relation: entry.example for entry in RELATIONS}
    documents = (
        Document(
            id=name,
            source=name,
            text=text,
            blocks=(Block("paragraph", 0, len(text)),),
            sha256=hashlib.sha256(text.encode()).hexdigest(),
        )
        for name, text in texts.items()
    )
    return {reading.document.id: reading.propositions for reading in read_all(nlp, documents, RELATIONS)}


@pytest.mark.parametrize("relation", [entry.relation for entry in RELATIONS])
def test_the_example_says_the_relation(said: dict[str, tuple[Proposition, ...]], relation: str) -> None:
    found = [proposition for proposition in said[relation] if proposition.relation.lemma == relation]
    assert found, [(p.subject.label, p.relation.lemma, [a.phrase.label for a in p.arguments]) for p in said[relation]]
    assert all(proposition.relation.known or relation == "be" for proposition in found)  # "be" alone says too little
    assert all(proposition.polarity == "positive" for proposition in found)
