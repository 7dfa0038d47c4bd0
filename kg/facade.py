"""A graph that can do what the commands do with one: query, view, export, explain, compare, check, serve."""

from __future__ import annotations

from collections.abc import Iterator
from os import PathLike
from pathlib import Path

from kg import page
from kg.checking import Violation, check
from kg.comparison import Compared, compare
from kg.errors import GraphError
from kg.explanation import Explanation, explain
from kg.exporters import export
from kg.graph import KnowledgeGraph
from kg.model import Modality, Polarity
from kg.rows import ClaimRow
from kg.server import PORT, Server

AnyPath = str | PathLike[str]


class Graph(KnowledgeGraph):
    """A knowledge graph: `rdf`, `query`, `network`, `claims`, and the commands that take a graph."""

    def claims(
        self, about: str | None = None, *, polarity: Polarity | None = None, modality: Modality | None = None
    ) -> Iterator[ClaimRow]:
        """The claims in the order of documents and their text: all, or those with a participant of that name."""
        for row in super().claims():
            names = {node.label for node in (row.subject, row.object, row.speaker) if node} | {
                node.label for _, node in row.arguments
            }
            if about in (None, *names) and polarity in (None, row.polarity) and modality in (None, row.modality):
                yield row

    def page(self, *, focus: str | None = None, hops: int = 1, top: int = 150) -> str:
        """The network page as HTML: one file, works offline."""
        return page.render(self, focus=focus, hops=hops, top=top)

    def view(self, path: AnyPath = "graph.html", *, focus: str | None = None, hops: int = 1, top: int = 150) -> Path:
        """Writes the network page and says where; `focus` names what it is to show with its neighbours."""
        file = Path(path)
        text = self.page(focus=focus, hops=hops, top=top)
        try:
            file.write_text(text, encoding="utf-8", newline="\n")
        except OSError as error:
            raise GraphError(f"{file}: cannot be written ({error.strerror})") from error
        return file

    def export(self, path: AnyPath) -> list[Path]:
        """Writes the graph in the format of the suffix (.ttl .nt .trig .jsonld .rdf .graphml .gexf .csv)."""
        return export(self, Path(path))

    def explain(self, name: str, other: str | None = None, *, mentions: bool = False) -> Explanation:
        """What is said of a name (and another), by whom and in which words; `.text()` is for reading."""
        return explain(self, name, other, mentions=mentions)

    def compare(self) -> list[Compared]:
        """What several sources say, what one alone says, and where they disagree."""
        return compare(self)

    def check(self) -> list[Violation]:
        """What is not well formed; an empty list if all is."""
        return check(self)

    def serve(self, port: int = PORT) -> Server:
        """A SPARQL endpoint on this machine, between entering and leaving a `with` block."""
        return Server(self, self.page(), port)


def load(*paths: AnyPath) -> Graph:
    """The graph of one or more graph files (.ttl .nt .trig .jsonld .rdf), put together."""
    graph = KnowledgeGraph.load(*(Path(path) for path in paths))
    return Graph(graph.store, graph.base_iri)
