"""Propositions to claims: converses, events, literals, ids that hold, and what a negative claim never does."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import URIRef
from sentences import claims_of, faults, line, matches, participants, reading_of, said, text_document
from spacy.language import Language

from kg.claims import make_claims
from kg.graph import KnowledgeGraph
from kg.lexicon import load_relations
from kg.model import Claim, Corpus
from kg.reading import read_all
from kg.resolution import resolve


def corpus_of(nlp: Language, *texts: str) -> Corpus:
    documents = [replace(text_document(text), id=f"d{number}") for number, text in enumerate(texts)]
    readings = list(read_all(nlp, documents, load_relations()))
    resolution = resolve(readings)
    claims = make_claims(readings, resolution, load_relations())
    return Corpus(tuple(documents), resolution.entities, resolution.mentions, claims)


def edges_of(corpus: Corpus) -> set[tuple[str, str, str]]:
    """The plain edges of the graph as (subject, relation, object) of the claims."""
    graph = KnowledgeGraph.from_corpus(corpus)
    found = set()
    for claim in corpus.claims:
        if claim.subject.entity and claim.object and claim.object.entity:
            key = (claim.subject.entity, claim.relation.lemma, claim.object.entity)
            names = graph.names
            edge = (URIRef(names.entity(key[0])), URIRef(names.relation(key[1])), URIRef(names.entity(key[2])))
            if edge in graph.rdf:
                found.add(key)
    return found


def key_of(claim: Claim) -> tuple[str | None, str, str | None]:
    return claim.subject.entity, claim.relation.lemma, claim.object.entity if claim.object else None


@pytest.mark.parametrize(
    "text",
    [
        "Iran has not bought ships from Chile.",
        "The minister denied that Peru had attacked Chile.",
        "Peru refused to support Chile.",
        "No country supports Chile.",
        "Peru left Chile without thanking Bolivia.",
    ],
)
def test_a_negative_claim_makes_no_edge(nlp: Language, text: str) -> None:
    corpus = corpus_of(nlp, text)
    negative = {key_of(claim) for claim in corpus.claims if claim.polarity == "negative"}
    assert negative
    assert edges_of(corpus) & negative == set()


def test_what_one_denies_and_another_says_has_an_edge(nlp: Language) -> None:
    corpus = corpus_of(nlp, "Peru did not attack Chile.", "Peru attacked Chile.")
    assert {claim.polarity for claim in corpus.claims} == {"positive", "negative"}
    assert edges_of(corpus) == {("peru", "attack", "chile")}


@pytest.mark.parametrize(
    ("text", "stated", "converse"),
    [
        (
            "Chile bought ships from Peru.",
            "Chile | buys | ships | from Peru",
            "Peru | sells | ships | to Chile | implied",
        ),
        ("Chile sold ships to Peru.", "Chile | sells | ships | to Peru", "Peru | buys | ships | from Chile | implied"),
        (
            "Ships were sold to Peru by Chile.",
            "Chile | sells | ships | to Peru",
            "Peru | buys | ships | from Chile | implied",
        ),
        (
            "Chile may sell ships to Peru.",
            "Chile | sells | ships | possible",
            "Peru | buys | ships | possible | implied",
        ),
    ],
)
def test_both_sides_of_a_deal(nlp: Language, text: str, stated: str, converse: str) -> None:
    claims = said(nlp, text)
    (one,), (other,) = ([claim for claim in claims if matches(claim, each)] for each in (stated, converse))
    assert one.event == other.event
    assert (one.sentence, one.modality) == (other.sentence, other.modality)


@pytest.mark.parametrize("text", ["Chile bought ships.", "Chile did not buy ships from Peru.", "Chile visited Peru."])
def test_no_other_side_where_there_is_none(nlp: Language, text: str) -> None:
    assert not [line(claim) for claim in said(nlp, text) if claim.relation.lemma == "sell"]


def test_the_claims_of_one_clause_are_one_event(nlp: Language) -> None:
    claims = said(nlp, "Chile and Peru bought ships and planes. Bolivia sold tea.")
    buying, selling = ({claim.event for claim in claims if claim.relation.lemma == lemma} for lemma in ("buy", "sell"))
    assert len(buying) == len(selling) == 1
    assert buying != selling


def test_a_value_is_no_entity(nlp: Language) -> None:
    (claim,) = said(nlp, "The treaty is important.")
    assert claim.object is not None
    assert (claim.object.label, claim.object.type, claim.object.entity) == ("important", "Literal", None)


def test_the_same_statement_in_two_documents_is_two_claims_and_one_edge(nlp: Language) -> None:
    corpus = corpus_of(nlp, "Peru attacked Chile.", "In May, Peru attacked Chile.")
    claims = [claim for claim in corpus.claims if claim.relation.lemma == "attack"]
    assert [claim.doc for claim in claims] == ["d0", "d1"]
    assert len({claim.id for claim in claims}) == 2
    assert len({key_of(claim) for claim in claims}) == 1


def test_an_id_is_of_the_content_alone(nlp: Language) -> None:
    alone = corpus_of(nlp, "Peru attacked Chile.")
    among = corpus_of(nlp, "Peru attacked Chile.", "Chile praised Bolivia.")
    assert {claim.id for claim in alone.claims} <= {claim.id for claim in among.claims}


def test_claims_are_in_the_order_of_the_text(nlp: Language) -> None:
    claims = said(nlp, "Peru attacked Chile. Bolivia praised Peru. Cuba met Bolivia, Peru and Chile.")
    assert [claim.start for claim in claims] == sorted(claim.start for claim in claims)


def test_a_report_of_somebody_unnamed_is_never_the_documents_own_word(nlp: Language) -> None:
    claims = said(nlp, "They said that Peru had attacked Chile.")
    assert [claim.attribution.label for claim in claims if claim.attribution and claim.relation.lemma == "attack"] == [
        "They"
    ]
    assert [claim.attribution.entity for claim in claims if claim.attribution] == [None] * len(claims)


def test_confidence_is_a_share(nlp: Language) -> None:
    text = "Chile, which may sell ships to Peru, a country of farmers, has not signed the treaty that Anna Lund wrote."
    claims = said(nlp, text)
    assert claims and all(0 < claim.confidence < 1 for claim in claims)


def test_nobody_does_anything_to_himself_unsaid(nlp: Language) -> None:
    claims = said(nlp, "Siemens bought the company from Bosch. Peru and Chile met Peru.")
    assert claims
    for claim in claims:
        assert claim.object is None or claim.subject.entity != claim.object.entity


@pytest.mark.parametrize(
    "text",
    [
        "In our view attacks may grow because of policies Israel itself is following.",
        "Siemens themselves were challenged by Bosch in 2006.",
        "The British envoy said that the nuclear problem was essentially a political one.",
    ],
)
def test_a_stand_in_is_nothing_that_somebody_is(nlp: Language, text: str) -> None:
    assert all(claim.object is None or claim.object.label for claim in said(nlp, text))


WORDS = "Peru|Chile|Anna Lund|the king|he|it|we|and|, |. |sold|has not sold|denied that|refused to buy|ships|to|from|no|never|visited|without praising|will|who"
prose = st.lists(st.sampled_from(WORDS.split("|")), min_size=3, max_size=16).map(lambda parts: " ".join(parts) + ".")


@settings(max_examples=40)
@given(texts=st.lists(prose, min_size=1, max_size=2))
def test_whatever_is_said_negative_claims_make_no_edge(nlp: Language, texts: list[str]) -> None:
    corpus = corpus_of(nlp, *texts)
    positive = {key_of(claim) for claim in corpus.claims if claim.polarity == "positive"}
    assert edges_of(corpus) <= positive


@settings(max_examples=40)
@given(text=prose)
def test_every_participant_is_an_entity_of_the_corpus_or_a_value(nlp: Language, text: str) -> None:
    corpus = corpus_of(nlp, text)
    keys = {entity.key: entity for entity in corpus.entities}
    for claim in corpus.claims:
        for who in participants(claim):
            assert who.entity is None or (who.label, who.type) == (keys[who.entity].label, keys[who.entity].type)
            assert who.entity is not None or who.type == "Literal"


@settings(max_examples=40)
@given(text=prose)
def test_claims_are_sound(nlp: Language, text: str) -> None:
    reading = reading_of(nlp, text)
    claims = claims_of(reading)
    assert faults(reading, claims) == []
