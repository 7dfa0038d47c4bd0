"""IRIs are safe for any text and never shared by two keys; the ontology explains every term of ours."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from corpora import CORPUS
from hypothesis import given
from hypothesis import strategies as st
from rdflib import RDFS

from kg.errors import GraphError
from kg.graph import KnowledgeGraph
from kg.vocabulary import NAMESPACE, ONTOLOGY, Namespaces, link

NAMES = Namespaces()
TEXTS = st.text(st.characters(), max_size=30)


@pytest.mark.parametrize(
    ("made", "iri"),
    [
        (NAMES.entity("venezuela"), "entity/venezuela"),
        (NAMES.entity("the-visit-1a2b3c"), "entity/the-visit-1a2b3c"),
        (NAMES.entity("gas_pipeline"), "entity/gas_pipeline"),
        (NAMES.entity("петр"), "entity/%D0%BF%D0%B5%D1%82%D1%80"),
        (NAMES.entity(".."), "entity/%2E%2E"),
        (NAMES.relation("buy"), "relation/buy"),
        (NAMES.relation("express concern over"), "relation/express_concern_over"),
        (NAMES.relation("co-operate with"), "relation/co-operate_with"),
        (NAMES.relation("3d print"), "relation/3d_print_"),
        (NAMES.document("bbc-2007-06-28"), "doc/bbc-2007-06-28"),
        (NAMES.document("folder/a%20b"), "doc/folder/a%20b"),
        (NAMES.span("bbc", 0, 48), "doc/bbc#char=0,48"),
        (NAMES.role("from"), "ns#from"),
        (NAMES.role("because of"), "ns#because_of"),
        (NAMES.role("time"), "ns#timeRole"),
        (NAMES.role("subject"), "ns#subjectRole"),
    ],
)
def test_the_iri_of(made: str, iri: str) -> None:
    assert made == "https://kg.example/" + iri


@given(TEXTS, TEXTS)
def test_two_keys_never_share_an_iri(one: str, other: str) -> None:
    for make in (NAMES.entity, NAMES.relation, NAMES.role, NAMES.document):
        assert (make(one) == make(other)) == (one == other)


@given(TEXTS)
def test_every_iri_is_plain_ascii_and_valid(text: str) -> None:
    for make in (NAMES.entity, NAMES.relation, NAMES.claim, NAMES.event, NAMES.document, NAMES.run, NAMES.role):
        iri = make(text)
        assert ox.NamedNode(iri).value == iri
        assert re.fullmatch(r"[!-~]+", iri)
        assert not re.search(r"[<>\"{}|\\^`]", iri)


@given(TEXTS)
def test_a_relation_can_be_an_element_of_xml(text: str) -> None:
    assert re.search(r"[A-Za-z_][A-Za-z0-9_.-]*$", NAMES.relation(text))


@pytest.mark.parametrize(
    "base", ["", "example", "https://kg.example", "https://kg.example/#", "http://a b/", "https://x/<>/", "file:///x/"]
)
def test_a_base_that_cannot_be_one_is_refused_in_a_sentence(base: str) -> None:
    with pytest.raises(GraphError, match="cannot be a base IRI; give"):
        Namespaces(base)


@pytest.mark.parametrize(
    "base", ["https://data.example.org/", "http://localhost:8000/kg/", "urn:kg:", "https://x/a-b_c/"]
)
def test_other_bases_will_do(base: str) -> None:
    graph = KnowledgeGraph.from_corpus(CORPUS, base_iri=base)
    assert Namespaces(base).entity("x") == base + "entity/x"
    assert graph.query("ASK { e:venezuela r:buy e:fighter-planes }").truth


@pytest.mark.parametrize(
    ("address", "iri"),
    [
        ("http://www.wikidata.org/entity/Q717", "http://www.wikidata.org/entity/Q717"),
        ("https://x.example/a?b=c&d#e", "https://x.example/a?b=c&d#e"),
        ("https://x.example/ä", "https://x.example/%C3%A4"),
        ("urn:isbn:123", "urn:isbn:123"),
        ("javascript:alert(1)", None),
        ("c:evil", None),
        ("https://x/ y", None),
        ("https://x/%zz", None),
        ("https://[x/", None),
        ("https://x/#a#b", None),
    ],
)
def test_what_may_be_linked(address: str, iri: str | None) -> None:
    assert link(address) == iri


def test_every_term_of_ours_has_a_label_and_a_comment() -> None:
    ontology = rdflib.Graph().parse(ONTOLOGY, format="turtle")
    terms = {term for term in ontology.subjects() if str(term).startswith(NAMESPACE)}
    assert len(terms) > 60
    for term in terms:
        assert ontology.value(term, RDFS.label), term
        assert ontology.value(term, RDFS.comment), term


def test_every_term_in_use_is_in_the_ontology() -> None:
    ontology = rdflib.Graph().parse(ONTOLOGY, format="turtle")
    used = {term for triple in KnowledgeGraph.from_corpus(CORPUS).rdf for term in triple}
    ours = {term for term in used if isinstance(term, rdflib.URIRef) and term.startswith(NAMESPACE)}
    assert ours
    assert [term for term in sorted(ours) if (term, None, None) not in ontology] == []


def test_the_page_of_the_vocabulary_is_that_of_the_ontology() -> None:
    location = Path(__file__).parent.parent / "scripts" / "vocabulary_page.py"
    spec = importlib.util.spec_from_file_location("vocabulary_page", location)
    assert spec and spec.loader
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    assert script.PAGE.read_text(encoding="utf-8") == script.page(), "run python scripts/vocabulary_page.py"
    assert script.unexplained(rdflib.Graph().parse(ONTOLOGY, format="turtle")) == set()
