"""No command ever speaks to the network: here every attempt to is an error."""

from __future__ import annotations

import socket
from pathlib import Path
from typing import Any

import pytest
from running import Command


class NetworkUsed(AssertionError):
    """Somebody asked for a connection or for an address."""


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*arguments: Any, **options: Any) -> None:
        raise NetworkUsed(str(arguments))

    for name in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(socket.socket, name, refuse)
    for name in ("getaddrinfo", "gethostbyname", "create_connection"):
        monkeypatch.setattr(socket, name, refuse)


def test_the_block_works() -> None:
    with pytest.raises(NetworkUsed):
        socket.create_connection(("localhost", 9))


def test_build_query_and_the_rest_need_no_network(seeds: Path, tmp_path: Path, kg_command: Command) -> None:
    page = '<html><head><link rel="stylesheet" href="https://example.org/a.css"></head><body><article><p>%s</p></article></body></html>'
    (tmp_path / "page.html").write_text(
        page % ("Germany sold five submarines to Israel in 2005. " * 10), encoding="utf-8"
    )
    graph = tmp_path / "out" / "graph.ttl"
    assert kg_command("build", seeds, tmp_path / "page.html", "-o", tmp_path / "out").code == 0
    assert kg_command("query", graph, "SELECT (COUNT(*) AS ?n) { ?claim a kg:Claim }").code == 0
    assert kg_command("view", graph, "-o", tmp_path / "page2.html").code == 0
    assert kg_command("explain", graph, "Vladimir Putin").code == 0
    assert kg_command("compare", graph).code == 0
    assert kg_command("check", graph).code == 0
    assert kg_command("export", graph, "-o", tmp_path / "graph.jsonld").code == 0
    assert kg_command("triples", seeds).code == 0


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <https://example.org/sparql> { ?s ?p ?o } }",
        "SELECT * FROM <https://example.org/graph.ttl> { ?s ?p ?o }",
        "LOAD <https://example.org/graph.ttl>",
    ],
)
def test_a_query_cannot_reach_out(query: str, seeds_output: Path, kg_command: Command) -> None:
    code, out, err = kg_command("query", seeds_output / "graph.ttl", query)
    assert code == 2, out
    assert err.startswith("kg: error: ")
