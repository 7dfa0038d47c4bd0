"""What is said of somebody, by whom, in which words, and why a mention is in its node."""

from __future__ import annotations

import pytest
from corpora import CORPUS

from kg.errors import GraphError
from kg.explanation import explain, find
from kg.graph import KnowledgeGraph


@pytest.fixture(scope="module")
def graph() -> KnowledgeGraph:
    return KnowledgeGraph.from_corpus(CORPUS)


@pytest.mark.parametrize(
    "name",
    ["Hugo Chavez", "hugo  chávez", "President Chavez", "e:hugo-chavez", "https://kg.example/entity/hugo-chavez"],
)
def test_a_thing_is_found_by_any_of_its_names(graph: KnowledgeGraph, name: str) -> None:
    assert [thing.node.label for thing in find(graph, name)] == ["Hugo Chavez"]


def test_a_name_that_is_not_there_is_an_error_with_what_is_near(graph: KnowledgeGraph) -> None:
    with pytest.raises(GraphError, match=r"no 'Venezula' in the graph; did you mean Venezuela\?"):
        find(graph, "Venezula")
    with pytest.raises(GraphError, match="did you mean fighter planes"):
        find(graph, "planes")
    with pytest.raises(GraphError, match="look for its name"):
        find(graph, "")


def test_what_is_said_of_one_thing_has_quotes_and_speakers(graph: KnowledgeGraph) -> None:
    text = explain(graph, "Russia").text()
    assert text.startswith("Russia — Country, mentioned 4 times\n  also: Russian Federation\n")
    assert "Russia sells submarines to Venezuela (not so) — says ministry\n      “The ministry denied" in text
    assert "(planned, amount: five, 2007-06-28/2007-06-30)" in text


def test_what_is_said_of_two_things_together(graph: KnowledgeGraph) -> None:
    found = explain(graph, "Venezuela", "Russia")
    assert len(found.claims) == 5
    assert all("Russia" in claim.quote and "Venezuela" in claim.quote for claim in found.claims)


def test_mentions_come_with_their_rule(graph: KnowledgeGraph) -> None:
    found = explain(graph, "Hugo Chavez", mentions=True)
    assert "— surname, Chavez in Russia" in found.text()
    assert "why: same name in bbc and cable" in found.text()


def test_a_single_mention_is_counted_as_one(graph: KnowledgeGraph) -> None:
    once = next(thing for thing in graph.things() if thing.mentions == 1)
    assert "mentioned 1 time\n" in explain(graph, once.node.iri or "").text()


def test_a_thing_of_which_nothing_is_said(graph: KnowledgeGraph) -> None:
    assert "No claim says anything" in explain(graph, "BBC News").text()
