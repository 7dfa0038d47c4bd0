"""A real Oxigraph server answers like the library, reads only, and never reaches out."""

from __future__ import annotations

import json
import re
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from corpora import CORPUS
from playwright.sync_api import Browser

from kg.errors import GraphError
from kg.graph import KnowledgeGraph
from kg.server import Server

QUERIES = sorted((Path(__file__).parent.parent / "examples" / "queries").glob("*.rq"))
OPENER = urllib.request.build_opener(urllib.request.ProxyHandler({}))


@pytest.fixture(scope="module")
def graph() -> KnowledgeGraph:
    return KnowledgeGraph.from_corpus(CORPUS)


@pytest.fixture(scope="module")
def server(graph: KnowledgeGraph) -> Iterator[Server]:
    with Server(graph, "<title>network</title>", port=0) as running:
        yield running


def get(url: str, data: bytes | None = None, **headers: str) -> tuple[int, str]:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    try:
        with OPENER.open(urllib.request.Request(url, data=data, headers=named)) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read().decode()


def rows(answer: str) -> list[tuple[str | None, ...]]:
    found = json.loads(answer)
    names = found["head"]["vars"]
    return [
        tuple(row[name]["value"] if name in row else None for name in names) for row in found["results"]["bindings"]
    ]


@pytest.mark.parametrize("file", QUERIES, ids=lambda file: file.stem)
def test_the_example_queries_are_answered_alike(server: Server, graph: KnowledgeGraph, file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    expected = graph.query(text)
    accept = "text/turtle" if expected.triples is not None else "application/sparql-results+json"
    status, answer = get(f"{server.url}query", text.encode(), Content_Type="application/sparql-query", Accept=accept)
    assert status == 200
    if expected.triples is not None:
        assert answer.count("rdfs:label") or answer.count("rdf-schema#label")
    else:
        assert rows(answer) == rows(expected.text("json"))


def test_the_three_ways_of_the_protocol(server: Server) -> None:
    query = "ASK { e:venezuela r:buy ?what }"
    fields = urllib.parse.urlencode({"query": query})
    accept = {"Accept": "application/sparql-results+json"}
    form = {"Content_Type": "application/x-www-form-urlencoded", **accept}
    direct = {"Content_Type": "application/sparql-query", **accept}
    assert json.loads(get(f"{server.url}query?{fields}", **accept)[1])["boolean"]
    assert json.loads(get(f"{server.url}query", fields.encode(), **form)[1])["boolean"]
    assert json.loads(get(f"{server.url}query", query.encode(), **direct)[1])["boolean"]


def test_the_query_page_is_served_from_here_and_the_network_page_beside_it(server: Server) -> None:
    status, page = get(server.url)
    assert status == 200
    assert "yasgui" in page.lower()
    loaded = re.findall(r"""<(?:script|link|img)\b[^>]*?(?:src|href)=["']?([^"'\s>]+)""", page)
    assert loaded
    for name in loaded:
        assert "//" not in name
        assert get(urllib.parse.urljoin(server.url, name))[0] == 200
    assert get(f"{server.url}network") == (200, "<title>network</title>")


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * FROM <http://127.0.0.1:9/> { ?s ?p ?o }",
        "INSERT DATA { e:a r:b e:c }",
        "LOAD <http://127.0.0.1:9/>",
    ],
)
def test_what_reaches_out_or_writes_is_refused(server: Server, query: str) -> None:
    assert get(f"{server.url}query", query.encode(), Content_Type="application/sparql-query")[0] == 403
    assert get(f"{server.url}query?{urllib.parse.urlencode({'query': query})}")[0] == 403


def test_the_query_page_may_ask_nobody_else(server: Server) -> None:
    with OPENER.open(server.url) as answer:
        assert "default-src 'self'" in answer.headers["Content-Security-Policy"]
    fields = urllib.parse.urlencode({"query": "ASK { e:venezuela r:buy ?what }"}).encode()
    form = {"Content_Type": "application/x-www-form-urlencoded", "Accept": "application/sparql-results+json"}
    assert json.loads(get(f"{server.url}sparql", fields, **form)[1])["boolean"], "the page asks at /sparql"


def test_the_query_page_answers_in_a_browser_and_asks_only_here(server: Server, browser: Browser) -> None:
    asked: list[str] = []
    page = browser.new_page()
    page.on("request", lambda request: asked.append(request.url))
    page.goto(server.url)
    page.wait_for_selector(".CodeMirror")
    query = "SELECT ?what { e:venezuela r:buy/rdfs:label ?what }"
    page.evaluate("text => document.querySelector('.CodeMirror').CodeMirror.setValue(text)", query)
    page.click(".yasqe_queryButton")
    page.wait_for_selector("text=fighter planes")
    page.close()
    assert all(url.startswith((server.url, "data:", "blob:")) for url in asked)


def test_there_is_no_other_door(server: Server) -> None:
    update = urllib.parse.urlencode({"update": "INSERT DATA { <urn:a:a> <urn:a:b> 1 }"})
    for path, body in (("update", update), ("query", update), ("store", "<urn:a:a> <urn:a:b> 1 .")):
        assert get(f"{server.url}{path}", body.encode(), Content_Type="application/x-www-form-urlencoded")[0] in (
            400,
            403,
        )


def test_a_page_from_elsewhere_cannot_ask_under_another_name(server: Server) -> None:
    assert get(server.url, Host="evil.example")[0] == 403


def test_a_malformed_query_is_an_error_of_the_client(server: Server) -> None:
    assert get(f"{server.url}query", b"SELECT", Content_Type="application/sparql-query")[0] == 400


def test_a_port_in_use_is_an_error_in_a_sentence(server: Server, graph: KnowledgeGraph) -> None:
    port = int(server.url.rpartition(":")[2].strip("/"))
    with pytest.raises(GraphError, match="choose another port"), Server(graph, "", port=port):
        pass
