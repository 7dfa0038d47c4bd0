"""Whatever a document holds, no file and no query breaks: quotes, brackets, line ends, marks, control characters."""

from __future__ import annotations

import csv
import io
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import networkx as nx
import pyoxigraph as ox
import pytest
import rdflib
from corpora import CORPUS, document
from hypothesis import example, given, settings
from hypothesis import strategies as st
from rdflib.compare import isomorphic

from kg.checking import check
from kg.comparison import as_csv, as_table, compare
from kg.explanation import explain
from kg.exporters import export
from kg.graph import KnowledgeGraph
from kg.model import Claim, Corpus, Entity, EntityMention, Link, Mention, Participant, Qualifier, Relation
from kg.xml import legal

PIECES = (
    *(
        '"',
        "'",
        '"""',
        "\\",
        "\\u0022",
        "\\n",
        "<",
        ">",
        "</script>",
        "<!--",
        "]]>",
        "&",
        "&#0;",
        "&lt;",
        " . ",
        " ;\n\t",
        " .\n",
        " , ",
    ),
    *("\n", "\r", "\r\n", "\t", "\x00", "\x01", "\x0b", "\x1b[2J", "\x7f", "\x85", "\u2028", "\ufffe", "\ufeff"),
    *(
        "\u202e",
        "\u200f",
        "é",
        "петр",
        "中",
        "😀",
        "%",
        "%20",
        "%zz",
        "#char=0,1",
        "d:x\\#char\\=0\\,1",
        "https://kg.example/doc/bbc",
    ),
    *("{", "}", "^^xsd:date", "@en", "_:b", "a", " ", "=1+1", "SERVICE <http://127.0.0.1:9/>", "nif:beginIndex 1 ;\n"),
)
TEXTS = st.one_of(st.lists(st.sampled_from(PIECES), max_size=6).map("".join), st.text(max_size=12))
LABELS = TEXTS.filter(bool)


def hostile(text: str, label: str, key: str, words: str) -> Corpus:
    """A corpus with these in every place that a document or a name can reach."""
    body = f"{label} {words} {text}."
    source = document(
        "bad",
        body,
        title=text,
        author=label,
        publisher=words,
        date=text,
        language=words,
        url=f"https://x/{text}",
        reference=words,
        tags=(label, text),
        source=f"{words}.txt",
    )
    entities = (
        Entity(key, label, "Person", (text, words), (Link(f"http://x/{words}"),), (text,)),
        Entity(key + "2", text or label, "Thing"),
    )
    subject = Participant(label, label, "Person", key, 0, len(label))
    target = Participant(text, text or label, "Thing", key + "2", len(body) - len(text) - 1, len(body) - 1)
    literal = replace(target, entity=None)
    made: dict[str, Any] = {
        "extractor": words,
        "doc": "bad",
        "sentence": body,
        "start": 0,
        "end": len(body),
        "subject": subject,
        "arguments": (Qualifier(words or "to", target), Qualifier("amount", literal)),
        "polarity": "positive",
        "modality": "asserted",
        "time": None,
        "confidence": 1.0,
        "implied": False,
    }
    claims = (
        Claim("1", "e1", relation=Relation(words, label, text), object=target, attribution=subject, **made),
        Claim("2", "e2", relation=Relation(text, text, label), object=literal, attribution=None, **made),
    )
    mention = Mention(0, len(label), 0, label, "name", label, words)
    return replace(
        CORPUS, documents=(source,), entities=entities, mentions=(EntityMention("bad", mention, key),), claims=claims
    )


corpora = st.builds(hostile, TEXTS, LABELS, LABELS, TEXTS)
ALL = hostile("".join(PIECES), "".join(PIECES), "".join(PIECES), "".join(PIECES))


def rdf_comes_back(corpus: Corpus) -> None:
    graph = KnowledgeGraph.from_corpus(corpus)
    lines = list(graph.pieces(".nt"))
    turtle = "".join(graph.pieces(".ttl"))
    with tempfile.TemporaryDirectory() as folder:
        for suffix in (".ttl", ".nt", ".trig", ".jsonld"):
            path = Path(folder) / f"graph{suffix}"
            graph.save(path)
            again = KnowledgeGraph.load(path)
            assert list(again.pieces(".nt")) == lines
            assert "".join(again.pieces(".ttl")) == turtle
        graph.save(Path(folder) / "graph.rdf")
        again = KnowledgeGraph.load(Path(folder) / "graph.rdf")
    assert {as_xml_has_it(line) for line in again.pieces(".nt")} == {as_xml_has_it(line) for line in lines}


@settings(max_examples=60, deadline=None)
@given(corpora)
@example(ALL)
def test_rdf_comes_back_whole_from_every_format(corpus: Corpus) -> None:
    rdf_comes_back(corpus)


def as_xml_has_it(line: str) -> str:
    quad = next(iter(ox.parse(line, format=ox.RdfFormat.N_TRIPLES)))
    value = legal(quad.object.value) if isinstance(quad.object, ox.Literal) else quad.object.value
    return f"{quad.subject} {quad.predicate} {value!r}"


@settings(max_examples=30, deadline=None)
@given(corpora)
@example(ALL)
def test_rdflib_reads_the_same_turtle(corpus: Corpus) -> None:
    graph = KnowledgeGraph.from_corpus(corpus)
    turtle = rdflib.Graph().parse(data="".join(graph.pieces(".ttl")), format="turtle")
    lines = rdflib.Graph().parse(data="".join(graph.pieces(".nt")), format="nt")
    assert isomorphic(turtle, lines)
    assert len(turtle) == len(graph)


def exports_come_back(corpus: Corpus) -> None:
    graph = KnowledgeGraph.from_corpus(corpus)
    expected = sorted(legal(data["label"]) for _, data in graph.network().nodes.items())
    with tempfile.TemporaryDirectory() as folder:
        export(graph, Path(folder) / "g.graphml")
        export(graph, Path(folder) / "g.gexf")
        nodes, _, claims = export(graph, Path(folder) / "g.csv")
        for read in (nx.read_graphml(Path(folder) / "g.graphml"), nx.read_gexf(Path(folder) / "g.gexf")):
            assert sorted(str(data["label"]) for _, data in read.nodes.items()) == expected
            assert read.number_of_edges() == graph.network().number_of_edges()
        csv.field_size_limit(10_000_000)
        rows = list(csv.DictReader(io.StringIO(nodes.read_bytes().decode(), newline="")))
        assert sorted(row["label"] for row in rows) == expected
        assert len(list(csv.DictReader(io.StringIO(claims.read_bytes().decode(), newline="")))) == 2


@settings(max_examples=60, deadline=None)
@given(corpora)
@example(ALL)
def test_the_other_exports_are_read_back_with_the_same_labels(corpus: Corpus) -> None:
    exports_come_back(corpus)


def queries_hold(corpus: Corpus) -> None:
    graph = KnowledgeGraph.from_corpus(corpus)
    answer = graph.query("SELECT * { ?s ?p ?o }")
    assert len(answer.rows) == len(graph)
    ElementTree.fromstring(answer.text("xml"))
    assert len(answer.text().splitlines()) == len(graph) + 2
    assert graph.query("CONSTRUCT WHERE { ?s ?p ?o }").text("ttl")
    assert compare(graph) and as_table(compare(graph)) and as_csv(compare(graph))
    assert explain(graph, graph.names.entity(corpus.entities[0].key)).text()
    assert check(graph) == []


@settings(max_examples=60, deadline=None)
@given(corpora)
@example(ALL)
def test_queries_comparisons_and_explanations_hold_and_the_graph_is_whole(corpus: Corpus) -> None:
    queries_hold(corpus)


@pytest.mark.parametrize("holds", [rdf_comes_back, exports_come_back, queries_hold])
def test_labels_of_a_hundred_thousand_characters(holds: Callable[[Corpus], None]) -> None:
    holds(hostile("x" * 100_000, "<b>" * 33_000, "é" * 200, '"' * 1000))


def test_half_a_character_is_marked_as_lost(tmp_path: Path) -> None:
    text = "Half \ud800 a character."
    corpus = replace(CORPUS, documents=(document("half", text),), mentions=(), claims=())
    KnowledgeGraph.from_corpus(corpus).save(tmp_path / "graph.ttl")
    assert "Half \ufffd a character." in (tmp_path / "graph.ttl").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["a b", "a%20b", "ä", "../x", "a#b", 'a"<b>'])
def test_any_file_name_will_do_as_a_document(name: str) -> None:
    one = document(name, "Nothing happened.")
    graph = KnowledgeGraph.from_corpus(replace(CORPUS, documents=(one,), mentions=(), claims=()))
    assert graph.query("SELECT ?text { ?d nif:isString ?text }").rows == [("Nothing happened.",)]
