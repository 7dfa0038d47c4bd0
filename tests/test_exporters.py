"""Every export is read back by another library and says the same."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import networkx as nx
import pytest
import rdflib
from corpora import CORPUS
from rdflib.compare import isomorphic

from kg.errors import GraphError
from kg.exporters import EXPORTERS, export
from kg.graph import FORMATS, KnowledgeGraph

RDFLIB = {".ttl": "turtle", ".nt": "nt", ".trig": "trig", ".jsonld": "json-ld", ".rdf": "xml"}


@pytest.fixture(scope="module")
def graph() -> KnowledgeGraph:
    return KnowledgeGraph.from_corpus(CORPUS)


def test_one_format_after_another_loses_nothing(graph: KnowledgeGraph, tmp_path: Path) -> None:
    graph.save(tmp_path / "0.ttl")
    for number, suffix in enumerate((".nt", ".jsonld", ".rdf", ".trig", ".ttl"), start=1):
        graph.save(tmp_path / f"{number}{suffix}")
        graph = KnowledgeGraph.load(tmp_path / f"{number}{suffix}")
    graph.save(tmp_path / "last.ttl")
    assert (tmp_path / "last.ttl").read_bytes() == (tmp_path / "0.ttl").read_bytes()


@pytest.mark.filterwarnings("ignore:(ConjunctiveGraph|Dataset):DeprecationWarning")  # rdflib warns of its own parsers
@pytest.mark.parametrize("suffix", FORMATS)
def test_rdflib_reads_the_same_statements_from_every_format(graph: KnowledgeGraph, suffix: str, tmp_path: Path) -> None:
    expected = rdflib.Graph().parse(data="".join(graph.pieces(".nt")), format="nt")
    graph.save(tmp_path / f"graph{suffix}")
    found = rdflib.Dataset(default_union=True) if suffix == ".trig" else rdflib.Graph()
    found.parse(data=(tmp_path / f"graph{suffix}").read_text(encoding="utf-8"), format=RDFLIB[suffix])
    plain = rdflib.Graph()
    plain += ((s, p, o) for s, p, o in found.triples((None, None, None)))
    assert isomorphic(plain, expected)
    assert len(expected) == len(graph)


@pytest.mark.parametrize("suffix", sorted(EXPORTERS))
def test_the_same_graph_is_the_same_file(graph: KnowledgeGraph, suffix: str, tmp_path: Path) -> None:
    first = export(graph, tmp_path / f"a{suffix}")
    again = export(KnowledgeGraph.from_corpus(CORPUS), tmp_path / f"b{suffix}")
    assert first
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in again]


@pytest.mark.parametrize(("suffix", "read"), [(".graphml", nx.read_graphml), (".gexf", nx.read_gexf)])
def test_networkx_reads_the_network_from_graphml_and_gexf(
    graph: KnowledgeGraph, suffix: str, read: object, tmp_path: Path
) -> None:
    expected = graph.network()
    export(graph, tmp_path / f"graph{suffix}")
    found = nx.MultiDiGraph(
        nx.read_graphml(tmp_path / "graph.graphml") if suffix == ".graphml" else nx.read_gexf(tmp_path / "graph.gexf")
    )
    assert dict(found.nodes.items()) == {iri: data for iri, data in expected.nodes.items()}
    edges = sorted(
        (a, b, {**data, "relation": key}.items()) for a, b, key, data in expected.edges(keys=True, data=True)
    )
    assert (
        sorted((a, b, {k: v for k, v in data.items() if k != "id"}.items()) for a, b, data in found.edges(data=True))
        == edges
    )


def test_the_tables_hold_nodes_edges_and_claims(graph: KnowledgeGraph, tmp_path: Path) -> None:
    files = export(graph, tmp_path / "graph.csv")
    assert [file.name for file in files] == ["graph-nodes.csv", "graph-edges.csv", "graph-claims.csv"]
    nodes, edges, claims = (list(csv.DictReader(io.StringIO(file.read_bytes().decode(), newline=""))) for file in files)
    assert {row["id:ID"] for row in nodes} == set(graph.network())
    assert {(row[":START_ID"], row[":END_ID"], row["relation"]) for row in edges} == set(
        graph.network().edges(keys=True)
    )
    assert len(claims) == len(CORPUS.claims)
    assert {row["polarity"] for row in claims} == {"positive", "negative"}


def test_an_unknown_suffix_is_refused_with_the_known_ones(graph: KnowledgeGraph, tmp_path: Path) -> None:
    with pytest.raises(GraphError, match=r"'\.xls'; known: .*\.graphml"):
        export(graph, tmp_path / "graph.xls")


def test_a_folder_that_is_not_there_is_an_error_in_a_sentence(graph: KnowledgeGraph, tmp_path: Path) -> None:
    for suffix in EXPORTERS:
        with pytest.raises(GraphError, match="cannot be written"):
            export(graph, tmp_path / "none" / f"graph{suffix}")
