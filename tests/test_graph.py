"""The statements of the graph: what a claim becomes, what makes an edge, and that everything can be traced."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import rdflib
from corpora import CLAIMS, CORPUS, DOCUMENTS, participant
from rdflib import RDF, RDFS, XSD, Literal, Namespace, URIRef

from kg.checking import check
from kg.errors import GraphError
from kg.graph import KnowledgeGraph
from kg.lexicon import load_relations
from kg.model import Claim, Corpus, Document, EntityMention, Mention, Participant, Qualifier
from kg.vocabulary import NAMESPACE, ONTOLOGY

KG = Namespace("https://kg.example/ns#")
E = Namespace("https://kg.example/entity/")
R = Namespace("https://kg.example/relation/")
PROV = Namespace("http://www.w3.org/ns/prov#")
NIF = Namespace("http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#")
DOC = "https://kg.example/doc/"

EDGES_HAVE_CLAIMS = """ASK {
  ?p kg:lemma ?lemma . ?s ?p ?o .
  FILTER NOT EXISTS { ?c rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o ; kg:polarity kg:Positive }
}"""
CLAIMS_ARE_TRACED = """ASK {
  ?c a kg:Claim .
  FILTER NOT EXISTS {
    ?c prov:wasAttributedTo/rdf:type prov:Agent ; prov:wasGeneratedBy/rdf:type prov:Activity ;
      prov:wasDerivedFrom ?sentence .
    ?sentence nif:anchorOf ?quote ; nif:referenceContext ?document .
    ?document nif:isString ?text ; schema:sha256 ?hash .
  }
}"""


@pytest.fixture(scope="module")
def graph() -> KnowledgeGraph:
    return KnowledgeGraph.from_corpus(CORPUS)


def corpus_of(*claims: Claim, **changes: object) -> Corpus:
    return replace(CORPUS, claims=claims, **changes)  # type: ignore[arg-type]


def test_rdf_is_a_real_rdflib_graph(graph: KnowledgeGraph) -> None:
    assert isinstance(graph.rdf, rdflib.Graph)
    assert len(graph.rdf) == len(graph)
    assert (E.venezuela, R.buy, E["fighter-planes"]) in graph.rdf


def test_a_claim_is_a_statement_with_its_qualifiers(graph: KnowledgeGraph) -> None:
    claim = URIRef(f"https://kg.example/claim/{CLAIMS[2].id}")
    expected = {
        (RDF.type, KG.Claim),
        (RDF.type, RDF.Statement),
        (RDF.subject, E.russia),
        (RDF.predicate, R.sell),
        (RDF.object, E.submarines),
        (KG.to, E.venezuela),
        (KG.amount, Literal("five")),
        (KG.polarity, KG.Positive),
        (KG.modality, KG.Planned),
        (KG.confidence, Literal("0.87", datatype=XSD.decimal)),
        (KG.time, Literal("2007-06-28/2007-06-30")),
        (KG.timeText, Literal("June 28-30")),
        (KG.begin, Literal("2007-06-28", datatype=XSD.date)),
        (KG.end, Literal("2007-06-30", datatype=XSD.date)),
        (PROV.wasAttributedTo, E["martin-murphy"]),
        (PROV.wasDerivedFrom, URIRef(f"{DOC}bbc#char=49,104")),
        (KG.subjectMention, URIRef(f"{DOC}bbc#char=49,55")),
        (KG.objectMention, URIRef(f"{DOC}bbc#char=66,76")),
    }
    assert expected <= set(graph.rdf.predicate_objects(claim))


def test_who_says_it_is_the_speaker_else_author_else_publisher_else_the_file() -> None:
    text = DOCUMENTS[0].text
    bare = replace(DOCUMENTS[0], author=None, publisher=None)
    cases: list[tuple[Document, Claim, str]] = [
        (DOCUMENTS[0], replace(CLAIMS[0], attribution=participant("cable", "Lavrov")), "Lavrov"),
        (DOCUMENTS[0], CLAIMS[0], "Martin Murphy"),
        (replace(bare, publisher="BBC News"), CLAIMS[0], "BBC News"),
        (bare, CLAIMS[0], "bbc.txt"),
    ]
    for document, claim, name in cases:
        graph = KnowledgeGraph.from_corpus(Corpus((document,), CORPUS.entities, (), (claim,)))
        assert graph.query("SELECT ?who { ?c prov:wasAttributedTo/rdfs:label ?who }").rows == [(name,)], text
        assert graph.query("ASK { ?c kg:speaker ?who }").truth == (claim.attribution is not None)


def test_negative_and_objectless_and_literal_claims_make_no_edge(graph: KnowledgeGraph) -> None:
    edges = set(graph.query("SELECT ?s ?p ?o { ?p kg:lemma ?lemma . ?s ?p ?o }").rows)
    expected = {
        (c.subject.entity, c.relation.lemma, c.object.entity)
        for c in CLAIMS
        if c.polarity == "positive" and c.object and c.object.entity
    }
    names = graph.names
    assert edges == {(names.entity(s or ""), names.relation(p), names.entity(o or "")) for s, p, o in expected}


def test_edges_only_of_what_is_asserted() -> None:
    planned = "ASK { e:russia r:sell e:submarines }"
    assert KnowledgeGraph.from_corpus(CORPUS).query(planned).truth
    asserted = KnowledgeGraph.from_corpus(CORPUS, edges="asserted")
    assert not asserted.query(planned).truth
    assert asserted.query("ASK { e:venezuela r:buy e:fighter-planes }").truth


def test_an_unknown_choice_of_edges_is_refused() -> None:
    with pytest.raises(GraphError, match="known: positive, asserted"):
        KnowledgeGraph.from_corpus(CORPUS, edges="all")  # type: ignore[arg-type]


def test_every_edge_has_a_positive_claim_and_every_claim_is_traced(graph: KnowledgeGraph) -> None:
    assert not graph.query(EDGES_HAVE_CLAIMS).truth
    assert not graph.query(CLAIMS_ARE_TRACED).truth


def test_so_it_is_with_what_we_build(seeds_output: Path) -> None:
    built = KnowledgeGraph.load(seeds_output / "graph.ttl")
    assert not built.query(EDGES_HAVE_CLAIMS).truth
    assert not built.query(CLAIMS_ARE_TRACED).truth
    assert len(list(built.claims())) > 100
    assert check(built) == []
    used = built.query("SELECT DISTINCT ?p { ?s ?p ?o }").rows
    ontology = rdflib.Graph().parse(ONTOLOGY, format="turtle")
    declared = set(built.rdf.subjects(RDFS.subPropertyOf, KG.participant))
    ours = {URIRef(str(p)) for (p,) in used if str(p).startswith(NAMESPACE)}
    assert {p for p in ours if (p, None, None) not in ontology} <= declared


def test_every_quote_is_the_text_at_its_offsets(graph: KnowledgeGraph) -> None:
    rows = graph.query(
        "SELECT ?quote ?begin ?end ?text { ?s nif:anchorOf ?quote ; nif:beginIndex ?begin ; nif:endIndex ?end ;"
        " nif:referenceContext/nif:isString ?text }"
    ).rows
    assert len(rows) > 20
    assert all(str(text)[int(begin or 0) : int(end or 0)] == quote for quote, begin, end, text in rows)


def test_no_blank_nodes(graph: KnowledgeGraph) -> None:
    assert not any(isinstance(term, rdflib.BNode) for triple in graph.rdf for term in triple)


def test_a_participant_that_was_not_resolved_gets_a_node_of_its_document() -> None:
    stranger = Participant("a trader", "trader", "Person", None)
    graph = KnowledgeGraph.from_corpus(corpus_of(replace(CLAIMS[0], subject=stranger)))
    ((iri,),) = graph.query("SELECT ?s { ?c rdf:subject ?s }").rows
    assert str(iri).startswith("https://kg.example/entity/trader-")


def test_a_speaker_without_name_is_kept_in_words_and_the_author_stands_for_it() -> None:
    reports = Participant("local press reports", "local press reports", "Thing", None)
    graph = KnowledgeGraph.from_corpus(corpus_of(replace(CLAIMS[0], attribution=reports)))
    (row,) = graph.claims()
    assert row.speaker and row.speaker.label == "local press reports"
    assert row.said_by.label == "Martin Murphy"
    assert not row.arguments or "speakerText" not in dict(row.arguments)


def test_an_unusual_role_declares_itself() -> None:
    qualifier = Qualifier("in spite of", participant("bbc", "Russia"))
    graph = KnowledgeGraph.from_corpus(corpus_of(replace(CLAIMS[0], arguments=(qualifier,))))
    assert graph.query("ASK { ?c kg:in_spite_of e:russia . kg:in_spite_of rdfs:subPropertyOf kg:participant }").truth


def test_a_copy_points_at_what_it_repeats() -> None:
    graph = KnowledgeGraph.from_corpus(replace(CORPUS, copies={"cable": "bbc"}))
    assert graph.query("ASK { d:cable prov:alternateOf d:bbc }").truth
    assert {row.source.original for row in graph.claims()} == {f"{DOC}bbc"}


def test_the_lexicon_gives_converses_and_links() -> None:
    graph = KnowledgeGraph.from_corpus(CORPUS, relations=load_relations())
    assert graph.query("ASK { r:buy kg:converse r:sell }").truth
    assert not graph.query("ASK { r:buy owl:inverseOf ?r }").truth


def test_claims_are_plain_values_in_the_order_of_the_text(graph: KnowledgeGraph) -> None:
    rows = list(graph.claims())
    assert [(row.source.iri, row.start) for row in rows] == sorted((row.source.iri, row.start) for row in rows)
    assert {row.iri.rpartition("/")[2] for row in rows} == {claim.id for claim in CLAIMS}
    by_id = {row.iri.rpartition("/")[2]: row for row in rows}
    for claim in CLAIMS:
        row = by_id[claim.id]
        assert (row.polarity, row.modality, row.quote) == (claim.polarity, claim.modality, claim.sentence)
        assert (row.object.label if row.object else None) == (claim.object.label if claim.object else None)
        assert {role for role, _ in row.arguments} == {argument.role for argument in claim.arguments}


def test_two_builds_load_together_as_one_graph(tmp_path: Path) -> None:
    halves = []
    for document in DOCUMENTS:
        half = replace(
            CORPUS,
            documents=(document,),
            claims=tuple(claim for claim in CLAIMS if claim.doc == document.id),
            mentions=tuple(mention for mention in CORPUS.mentions if mention.doc == document.id),
        )
        halves.append(tmp_path / f"{document.id}.ttl")
        KnowledgeGraph.from_corpus(half).save(halves[-1])
    whole = KnowledgeGraph.from_corpus(CORPUS, relations=load_relations())
    union = KnowledgeGraph.load(*halves)
    missing = set(whole.pieces(".nt")) ^ set(union.pieces(".nt"))
    assert {line.split(" ")[1] for line in missing} <= {"<https://kg.example/ns#converse>"}


def test_the_order_of_the_corpus_does_not_matter(graph: KnowledgeGraph) -> None:
    turned = replace(CORPUS, documents=DOCUMENTS[::-1], claims=CLAIMS[::-1], entities=CORPUS.entities[::-1])
    assert "".join(KnowledgeGraph.from_corpus(turned).pieces(".ttl")) == "".join(graph.pieces(".ttl"))


def test_the_base_is_known_again_after_loading(tmp_path: Path) -> None:
    KnowledgeGraph.from_corpus(CORPUS, base_iri="https://data.example.org/x/").save(tmp_path / "graph.ttl")
    assert KnowledgeGraph.load(tmp_path / "graph.ttl").base_iri == "https://data.example.org/x/"


def test_a_store_on_disk_is_the_same_graph(graph: KnowledgeGraph, tmp_path: Path) -> None:
    kept = KnowledgeGraph.from_corpus(CORPUS, store=tmp_path / "store")
    expected = "".join(graph.pieces(".ttl"))
    assert "".join(kept.pieces(".ttl")) == expected
    del kept
    assert "".join(KnowledgeGraph.load(tmp_path / "store").pieces(".ttl")) == expected


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("none.ttl", None, "cannot be read"),
        ("broken.ttl", "<a> <b", "is not a graph that can be read"),
        ("graph.xls", "", r"known: \.ttl"),
        ("bytes.ttl", "\x00\x01", "is not a graph"),
    ],
)
def test_a_file_that_is_no_graph_is_an_error_in_a_sentence(
    name: str, content: str | None, sentence: str, tmp_path: Path
) -> None:
    if content is not None:
        (tmp_path / name).write_text(content, encoding="utf-8")
    with pytest.raises(GraphError, match=sentence):
        KnowledgeGraph.load(tmp_path / name)


def test_the_network_has_the_facts_of_the_plain_edges(graph: KnowledgeGraph) -> None:
    network = graph.network()
    edges = {(a, relation, b) for a, b, relation in network.edges(keys=True)}
    assert edges == set(graph.query("SELECT ?s ?p ?o { ?p kg:lemma ?lemma . ?s ?p ?o }").rows)
    planned = network.edges[E.russia.toPython(), E.submarines.toPython(), R.sell.toPython()]
    assert planned["modality"] == "planned"
    twice = network.edges[E.venezuela.toPython(), E["fighter-planes"].toPython(), R.buy.toPython()]
    assert (twice["claims"], twice["sources"]) == (2, 2)


def test_the_sections_of_the_turtle_come_in_the_order_of_a_reader(graph: KnowledgeGraph) -> None:
    text = "".join(graph.pieces(".ttl"))
    titles = [line.partition(":")[0] for line in text.splitlines() if line.startswith("# ")]
    assert titles == [
        "# Documents",
        "# Entities",
        "# Relations",
        "# Plain edges",
        "# Claims",
        "# Events",
        "# Spans",
        "# Run",
    ]
    assert '\ne:venezuela a kg:Entity , schema:Country ;\n    rdfs:label "Venezuela"@en ;' in text
    assert 'nif:beginIndex "0"^^xsd:nonNegativeInteger' in text
    assert "kg:confidence 0.87 ;" in text
    assert "<https://kg.example/doc/bbc#char=0,48> a nif:" in text


def test_a_long_text_is_written_over_its_lines() -> None:
    text = DOCUMENTS[0].text + "\n\n" + 'He said "no" \\ and left.\r\n' * 60 + 'He said """"no""""'
    graph = KnowledgeGraph.from_corpus(corpus_of(documents=(replace(DOCUMENTS[0], text=text),), mentions=()))
    written = "".join(graph.pieces(".ttl"))
    assert '\n\nHe said "no" \\\\ and left.\\r\nHe said' in written
    read = rdflib.Graph().parse(data=written, format="turtle")
    assert str(read.value(URIRef(f"{DOC}bbc"), NIF.isString)) == text


def test_a_phrase_around_a_mention_is_not_counted_beside_it() -> None:
    claim = next(claim for claim in CLAIMS if claim.subject.start is not None and claim.subject.start >= 3)
    who, text = claim.subject, next(each.text for each in DOCUMENTS if each.id == claim.doc)
    wider = replace(who, text=text[who.start - 3 : who.end], start=who.start - 3)  # type: ignore[operator]
    name = Mention(who.start or 0, who.end or 0, who.start or 0, who.text, "name", who.text, "name")
    mentions = (EntityMention(claim.doc, name, who.entity),)
    graph = KnowledgeGraph.from_corpus(corpus_of(replace(claim, subject=wider), mentions=mentions))
    found = graph.mentions(f"{E}{who.entity}")
    assert [(each.start, each.end, each.rule) for each in found] == [(who.start, who.end, "name")]
    assert check(graph) == []


@pytest.mark.parametrize(
    ("given", "cited"),
    [
        ([("a", "a.txt", None)], ["a.txt"]),
        ([("a", "c.jsonl", None), ("%C3%A4%20b", "c.jsonl", None)], ["a", "ä b"]),
        ([("stdin", "-", None)], ["standard input"]),
        ([("a", "-", None), ("b", "-", "07ROME1")], ["a", "07ROME1"]),
    ],
)
def test_a_document_without_title_is_cited_by_what_tells_it_apart(
    given: list[tuple[str, str, str | None]], cited: list[str]
) -> None:
    documents = tuple(
        replace(DOCUMENTS[0], id=id_, source=source, title=None, reference=reference)
        for id_, source, reference in given
    )
    graph = KnowledgeGraph.from_corpus(corpus_of(documents=documents, mentions=()))
    assert [str(graph.rdf.value(URIRef(DOC + each.id), RDFS.label)) for each in documents] == cited
