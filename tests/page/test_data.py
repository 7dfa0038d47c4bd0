"""What the page reads from a graph file: everything there is, and no failure over what is missing."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg import page as pages
from kg.graph import KnowledgeGraph
from kg.page import data
from kg.vocabulary import STANDARD_PREFIXES

PREFIXES = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in STANDARD_PREFIXES.items())
PREFIXES += "".join(f"@prefix {p}: <https://kg.example/{f}/> .\n" for p, f in (("e", "entity"), ("r", "relation")))
PREFIXES += "@prefix c: <https://kg.example/claim/> .\n"

TURTLE = """
e:ada a schema:Person, kg:Entity, prov:Agent ; rdfs:label "Ada"@en ; skos:altLabel "A.", "Countess" ;
  owl:sameAs wd:Q7259 ; skos:closeMatch <https://example.org/ada> ; kg:why "“A.” is short for Ada" .
e:metonym a schema:Place ; rdfs:label "Whitehall" ; kg:country e:uk .
e:uk a schema:Country ; rdfs:label "United Kingdom" .
r:be rdfs:label "is" .
kg:from rdfs:label "from" .
c:literal a kg:Claim ; rdf:subject e:ada ; rdf:predicate r:be ; rdf:object "first" .
c:nothing a kg:Claim ; rdf:subject e:ada ; rdf:predicate r:sleep ; kg:polarity kg:Negative ; kg:modality kg:Planned ;
  kg:confidence 0.25 ; kg:from e:uk, "the north" ; kg:speaker e:metonym ; prov:wasAttributedTo e:metonym ;
  kg:time "2007/.." ; kg:begin "2007-01-01"^^xsd:date ; kg:words "slept" .
c:bare a kg:Claim ; rdf:subject e:nameless ; rdf:predicate r:be ; rdf:object e:ada .
<https://kg.example/doc/b> nif:isString "Text" ; dct:title "Second" ; dct:issued "2008-01-01"^^xsd:date .
<https://kg.example/doc/a> nif:isString "Text" ; prov:alternateOf <https://kg.example/doc/b> ; dct:publisher e:uk ;
  dct:identifier "REF 1" ; dct:issued "2009"^^xsd:gYear ; schema:url <https://example.org/a> .
"""


@pytest.fixture
def graph(tmp_path: Path) -> KnowledgeGraph:
    (tmp_path / "graph.ttl").write_text(PREFIXES + TURTLE, encoding="utf-8")
    return KnowledgeGraph.load(tmp_path / "graph.ttl")


@pytest.fixture
def read(graph: KnowledgeGraph) -> data.PageData:
    return data.read(graph.rdf)


def test_things_come_by_the_number_of_their_claims(read: data.PageData) -> None:
    assert [(thing.label, thing.type, thing.weight) for thing in read.things] == [
        ("Ada", "Person", 3),
        ("Whitehall", "Place", 1),
        ("nameless", "Thing", 1),
        ("United Kingdom", "Country", 1),
    ]


def test_a_thing_has_its_names_links_and_reasons(read: data.PageData) -> None:
    ada, whitehall, *_ = read.things
    assert ada.aliases == ("A.", "Countess")
    assert ada.links == ("http://www.wikidata.org/entity/Q7259", "https://example.org/ada")
    assert ada.why == ("“A.” is short for Ada",)
    assert whitehall.country == "United Kingdom"


def test_claims_with_a_value_or_without_object(read: data.PageData) -> None:
    bare, literal, nothing = read.claims
    assert bare.object is not None
    assert bare.object.entity == 0
    assert literal.object == data.Participant("object", None, "first")
    assert (literal.positive, literal.modality, literal.confidence, literal.sentence) == (True, "asserted", 1.0, None)
    assert nothing.object is None
    assert (nothing.positive, nothing.modality, nothing.confidence) == (False, "planned", 0.25)
    assert nothing.others == (data.Participant("from", 3, ""), data.Participant("from", None, "the north"))
    assert (nothing.speaker, nothing.source, nothing.time, nothing.begin, nothing.words) == (
        1,
        "Whitehall",
        "2007/..",
        "2007-01-01",
        "slept",
    )


def test_documents_in_the_order_of_their_dates_with_copies(read: data.PageData) -> None:
    second, copy = read.documents
    assert (second.title, second.same_as) == ("Second", None)
    assert (copy.title, copy.same_as) == ("REF 1", 0)
    assert copy.facts == {
        "date": "2009",
        "publisher": "United Kingdom",
        "url": "https://example.org/a",
        "reference": "REF 1",
    }


def test_any_of_it_makes_a_page(graph: KnowledgeGraph) -> None:
    assert "first" in pages.render(graph)
