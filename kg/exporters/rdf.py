"""RDF as Turtle, N-Triples, TriG, JSON-LD and RDF/XML, for triple stores and linked-data tools."""

from __future__ import annotations

from pathlib import Path

from kg.graph import KnowledgeGraph


def write(graph: KnowledgeGraph, path: Path) -> list[Path]:
    """The whole graph in the format of the suffix."""
    graph.save(path)
    return [path]
