"""`import kg` is instant and gives in Python what the command line gives."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import networkx as nx
import pytest
import rdflib

import kg

ROOT = Path(__file__).parent.parent

HEAVY = {
    "spacy",
    "thinc",
    "rdflib",
    "pyoxigraph",
    "networkx",
    "pyvis",
    "numpy",
    "trafilatura",
    "typer",
    "rich",
    "pyshacl",
}


def python(code: str) -> str:
    return subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True, encoding="utf-8"
    ).stdout


def test_import_loads_nothing_heavy_and_takes_no_time() -> None:
    out = python("import time; t = time.perf_counter(); import kg, sys; print(time.perf_counter() - t, *sys.modules)")
    seconds, *modules = out.split()
    assert {name.split(".")[0] for name in modules} & HEAVY == set()
    assert float(seconds) < 0.2


def test_help_needs_no_pipeline() -> None:
    code = "import sys\nsys.argv = ['kg', 'build', '--help']\nimport kg.cli\n"
    code += "try: kg.cli.main()\nexcept SystemExit: print(*sys.modules)"
    modules = {name.split(".")[0] for name in python(code).split()}
    assert modules & (HEAVY - {"typer", "rich"}) == set()


@pytest.fixture(scope="module")
def graph(seeds_output: Path) -> kg.Graph:
    return kg.load(seeds_output / "graph.ttl")


def test_claims_by_name_polarity_and_modality(graph: kg.Graph) -> None:
    everything = list(graph.claims())
    about = list(graph.claims("Venezuela", polarity="positive", modality="possible"))
    assert 0 < len(about) < len(everything)
    assert {(row.polarity, row.modality) for row in about} == {("positive", "possible")}
    assert all("Venezuela" in str(row) for row in about)
    assert list(graph.claims("Nobody")) == []


def test_the_libraries_of_others_are_handed_out_as_they_are(graph: kg.Graph) -> None:
    assert isinstance(graph.rdf, rdflib.Graph)
    assert len(graph.rdf) == len(graph)
    assert isinstance(graph.network(), nx.MultiDiGraph)


def test_what_is_saved_can_be_loaded(graph: kg.Graph, tmp_path: Path) -> None:
    graph.save(tmp_path / "a.ttl")
    assert len(kg.load(tmp_path / "a.ttl")) == len(graph)
    assert graph.export(tmp_path / "a.graphml") == [tmp_path / "a.graphml"]
    assert graph.view(tmp_path / "a.html", focus="Venezuela").read_text(encoding="utf-8").startswith("<!")
    assert graph.check() == []
    assert graph.compare()


def test_build_is_the_command(seeds: Path, graph: kg.Graph, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    again = kg.build(seeds, tmp_path / "missing.txt", output=tmp_path / "out")
    assert set(again.rdf) == set(graph.rdf)
    assert (tmp_path / "out" / "graph.html").exists()
    assert ["missing.txt" in message for message in caplog.messages] == [True]


def test_triples_come_one_by_one(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Germany sold submarines to Israel.", encoding="utf-8")
    (first, *_) = kg.triples(tmp_path / "a.txt")
    assert (first.subject, first.relation, first.object) == ("Germany", "sold", "submarines")


def test_a_name_that_is_not_there() -> None:
    with pytest.raises(AttributeError, match="nonsense"):
        _ = kg.nonsense
