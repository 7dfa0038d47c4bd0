"""A graph as a file for the tools people have: by suffix, RDF as well as Gephi, Neo4j and spreadsheets.

    export(graph, "graph.graphml")

To add a format: a module with `write(graph, path) -> list[Path]`, and its line in EXPORTERS.
"""

from __future__ import annotations

from pathlib import Path
from types import MappingProxyType
from typing import Protocol

from kg.errors import GraphError
from kg.exporters import gexf, graphml, rdf, tables
from kg.graph import KnowledgeGraph


class Exporter(Protocol):
    """Writes a graph to a path and says which files it made."""

    def __call__(self, graph: KnowledgeGraph, path: Path) -> list[Path]: ...


EXPORTERS: MappingProxyType[str, Exporter] = MappingProxyType({
    ".ttl": rdf.write,
    ".nt": rdf.write,
    ".trig": rdf.write,
    ".jsonld": rdf.write,
    ".rdf": rdf.write,
    ".graphml": graphml.write,
    ".gexf": gexf.write,
    ".csv": tables.write,
})


def export(graph: KnowledgeGraph, path: str | Path) -> list[Path]:
    """The files written, in the format of the path's suffix."""
    file = Path(path)
    exporter = EXPORTERS.get(file.suffix.lower())
    if exporter is None:
        raise GraphError(f"{file}: no export for '{file.suffix}'; known: {' '.join(EXPORTERS)}")
    try:
        return exporter(graph, file)
    except OSError as error:
        raise GraphError(f"{file}: cannot be written ({error.strerror or error}); name another file") from error
