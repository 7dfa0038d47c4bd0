"""A whole graph passes; a graph that lacks anything a claim must have does not, and the sentence says what."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox
import pyshacl
import pytest
import rdflib
from corpora import BBC, CORPUS

from kg.checking import Violation, check, rules
from kg.errors import GraphError
from kg.graph import KnowledgeGraph
from kg.model import Corpus
from kg.vocabulary import SHAPES, expand

CLAIM = CORPUS.claims[0]
SMALL = replace(CORPUS, documents=CORPUS.documents[:1], claims=(CLAIM,), mentions=())  # pyshacl takes its time
IRI = ox.NamedNode(f"https://kg.example/claim/{CLAIM.id}")
REQUIRED = (
    *("rdf:subject", "rdf:predicate", "kg:event", "kg:polarity", "kg:modality", "kg:confidence", "kg:extractor"),
    *("kg:words", "prov:wasAttributedTo", "prov:wasDerivedFrom", "prov:wasGeneratedBy"),
)


def graph_without(
    pattern: tuple[ox.NamedNode | None, ox.NamedNode | None, ox.NamedNode | None], corpus: Corpus = CORPUS
) -> KnowledgeGraph:
    graph = KnowledgeGraph.from_corpus(corpus)
    removed = list(graph.store.quads_for_pattern(*pattern))
    assert removed
    for quad in removed:
        graph.store.remove(quad)
    return graph


def shacl(graph: KnowledgeGraph) -> bool:
    data = rdflib.Graph().parse(data="".join(graph.pieces(".nt")), format="nt")
    shapes = rdflib.Graph().parse(SHAPES, format="turtle")
    conforms, _, _ = pyshacl.validate(data, shacl_graph=shapes, advanced=True)
    return bool(conforms)


def test_what_we_build_is_whole() -> None:
    assert check(KnowledgeGraph.from_corpus(CORPUS)) == []


def test_an_empty_graph_is_not_whole() -> None:
    assert len(check(KnowledgeGraph(ox.Store()))) == 1


@pytest.mark.parametrize("name", REQUIRED)
def test_a_claim_that_lacks_a_required_property_is_found(name: str) -> None:
    graph = graph_without((IRI, ox.NamedNode(expand(name)), None))
    found = check(graph)
    assert any(name in each.message and each.node == f"c:{CLAIM.id}" for each in found)
    if name != "prov:wasDerivedFrom":
        assert any("“Venezuela has bought fighter planes from Russia.”" in str(each) for each in found)


@pytest.mark.parametrize("class_", ["kg:Claim", "rdf:Statement"])
def test_a_claim_that_lacks_a_type_is_found(class_: str) -> None:
    graph = graph_without((IRI, ox.NamedNode(expand("rdf:type")), ox.NamedNode(expand(class_))))
    assert [each.message for each in check(graph) if each.kind == "claim"] == [
        f"is not marked as {'an' if class_[0] == 'r' else 'a'} {class_}"
    ]


def test_pyshacl_agrees_that_the_graph_is_whole() -> None:
    assert shacl(KnowledgeGraph.from_corpus(SMALL))


def _add(subject: str, predicate: str, value: ox.NamedNode | ox.Literal) -> ox.Quad:
    return ox.Quad(ox.NamedNode(subject), ox.NamedNode(expand(predicate)), value)


BASE = "https://kg.example/"
SENTENCE = f"{BASE}doc/bbc#char=0,48"
WRONG = {
    "two polarities": (
        _add(IRI.value, "kg:polarity", ox.NamedNode(expand("kg:Negative"))),
        "either positive or negative",
    ),
    "a modality of its own": (_add(IRI.value, "kg:modality", ox.Literal("maybe")), "exactly one modality"),
    "a subject that is no entity": (
        _add(IRI.value, "rdf:subject", ox.NamedNode(f"{BASE}entity/x")),
        "exactly one subject",
    ),
    "two objects": (_add(IRI.value, "rdf:object", ox.Literal("x")), "more than one object"),
    "a day that is none": (_add(IRI.value, "kg:begin", ox.Literal("June")), "no day"),
    "another quote": (_add(SENTENCE, "nif:anchorOf", ox.Literal("Iran has bought planes.")), "does not quote"),
    "another hash": (_add(f"{BASE}doc/bbc", "schema:sha256", ox.Literal("0" * 64)), "not that of the text"),
}


@pytest.mark.parametrize("case", WRONG)
def test_what_is_wrong_is_found_as_pyshacl_finds_it(case: str) -> None:
    quad, message = WRONG[case]
    graph = KnowledgeGraph.from_corpus(SMALL)
    graph.store.add(quad)
    assert any(message in each.message for each in check(graph))
    assert not shacl(graph)


@pytest.mark.parametrize("name", ["kg:polarity", "prov:wasDerivedFrom"])
def test_what_is_missing_is_found_as_pyshacl_finds_it(name: str) -> None:
    assert not shacl(graph_without((IRI, ox.NamedNode(expand(name)), None), SMALL))


def test_an_edge_that_no_claim_makes_is_found() -> None:
    graph = KnowledgeGraph.from_corpus(CORPUS)
    edge = (
        ox.NamedNode(f"{BASE}entity/tanks"),
        ox.NamedNode(f"{BASE}relation/buy"),
        ox.NamedNode(f"{BASE}entity/russia"),
    )
    graph.store.add(ox.Quad(*edge))
    assert [str(each) for each in check(graph)] == [
        "plain edge e:tanks (“tanks”) has a plain edge that no positive claim makes; found: e:russia"
    ]


def test_a_text_that_was_changed_after_reading_is_found() -> None:
    changed = replace(CORPUS.documents[0], text=BBC.replace("fighter planes", "fishing boats!"))
    found = check(KnowledgeGraph.from_corpus(replace(CORPUS, documents=(changed, CORPUS.documents[1]))))
    assert {each.kind for each in found} == {"document"}


def test_every_constraint_of_the_shapes_is_known(tmp_path: Path) -> None:
    assert len(rules()) > 60
    unknown = tmp_path / "shapes.ttl"
    unknown.write_text(
        "@prefix sh: <http://www.w3.org/ns/shacl#> .\n<urn:x:s> a sh:NodeShape ; sh:targetClass <urn:x:C> ;"
        " sh:property [ sh:path <urn:x:p> ; sh:equals <urn:x:q> ] .",
        encoding="utf-8",
    )
    with pytest.raises(GraphError, match="equals"):
        rules(unknown)


def test_a_corpus_without_claims_is_whole() -> None:
    assert check(KnowledgeGraph.from_corpus(replace(CORPUS, claims=(), mentions=()))) == []


def test_a_violation_is_a_sentence() -> None:
    assert str(Violation("claim", "c:1", "has no words", None, "")) == "claim c:1 has no words"


def test_a_graph_without_a_run_is_not_whole() -> None:
    bare = Corpus(CORPUS.documents, CORPUS.entities, CORPUS.mentions, CORPUS.claims)
    assert {each.kind for each in check(KnowledgeGraph.from_corpus(bare))} == {"run"}
