"""The knowledge graph: the claims of a corpus as RDF in an Oxigraph store, with the rdflib API on top.

graph = KnowledgeGraph.load("output/graph.ttl")
graph.query("SELECT ?what WHERE { e:venezuela r:buy/rdfs:label ?what }").rows
graph.rdf                                  # a real rdflib.Graph over the same statements
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property
from pathlib import Path

import networkx as nx
import pyoxigraph as ox
import rdflib
from rdflib.graph import DATASET_DEFAULT_GRAPH_ID

from kg import jsonld, network, query, rdfxml, turtle
from kg.errors import GraphError
from kg.lexicon import Relations, load_relations
from kg.model import Corpus
from kg.query import QueryResult
from kg.rows import ClaimRow, MentionRow, Node, Rows, Thing
from kg.statements import EDGES, Edges, Statements
from kg.store import GraphStore
from kg.vocabulary import DEFAULT_BASE, NAMESPACE, Namespaces, expand

FORMATS = {
    ".ttl": ox.RdfFormat.TURTLE,
    ".nt": ox.RdfFormat.N_TRIPLES,
    ".trig": ox.RdfFormat.TRIG,
    ".jsonld": ox.RdfFormat.JSON_LD,
    ".rdf": ox.RdfFormat.RDF_XML,
}


class KnowledgeGraph:
    """The claims as RDF; make one with `from_corpus` or `load`."""

    def __init__(self, store: ox.Store, base_iri: str = DEFAULT_BASE) -> None:
        self.store = store
        self.names = Namespaces(base_iri)
        self._rows = Rows(store, self.names)

    @classmethod
    def from_corpus(
        cls,
        corpus: Corpus,
        *,
        base_iri: str = DEFAULT_BASE,
        edges: Edges = "positive",
        relations: Relations | None = None,
        store: Path | None = None,
    ) -> KnowledgeGraph:
        """The graph of a corpus; `relations` is the lexicon whose links and converses are written (ours if None).

        `store` keeps the graph in a folder on disk instead of memory.
        """
        if edges not in EDGES:
            raise GraphError(f"'{edges}' is no way to choose edges; known: {', '.join(EDGES)}")
        graph = cls(_open(store), base_iri)
        statements = Statements(corpus, graph.names, edges=edges, relations=relations or load_relations())
        graph.store.bulk_extend(statements)
        return graph

    @classmethod
    def load(cls, *paths: str | Path, store: Path | None = None) -> KnowledgeGraph:
        """The graph of one or more files (.ttl .nt .trig .jsonld .rdf) or of one store folder on disk.

        Instead of a file, the output folder of `kg build` will do.
        """
        files = [_file_in(Path(path)) for path in paths]
        if len(files) == 1 and files[0].is_dir():
            loaded = _open(files[0])
        else:
            loaded = _open(store)
            load = loaded.load if store is None else loaded.bulk_load  # which holds all of a file beside the store
            for file in files:
                _read(load, file)
        return cls(loaded, _base_iri(loaded))

    @property
    def base_iri(self) -> str:
        """What the IRIs of entities, claims and documents start with."""
        return self.names.base_iri

    @cached_property
    def rdf(self) -> rdflib.Graph:
        """The statements as a real rdflib.Graph over the same store."""
        graph = rdflib.Graph(store=GraphStore(store=self.store), identifier=DATASET_DEFAULT_GRAPH_ID)
        for prefix, namespace in self.names.prefixes.items():
            graph.bind(prefix, namespace, replace=True)
        return graph

    def query(self, text: str, *, timeout: float | None = query.TIMEOUT, limit: int | None = None) -> QueryResult:
        """The answer of a SPARQL query, which may use the prefixes of the vocabulary undeclared."""
        return query.run(self.store, text, self.names, timeout=timeout, limit=limit)

    def claims(self) -> Iterator[ClaimRow]:
        """The claims as plain values, in the order of documents and their text."""
        return self._rows.claims()

    def entities(self) -> list[Node]:
        """The entities sorted by IRI."""
        return self._rows.entities()

    def things(self) -> Iterator[Thing]:
        """The entities with their other names, links and reasons, sorted by IRI."""
        return self._rows.things()

    def mentions(self, iri: str) -> list[MentionRow]:
        """Where an entity is mentioned, and by which rule."""
        return self._rows.mentions(iri)

    def network(self) -> nx.MultiDiGraph[str]:
        """The plain edges as a networkx.MultiDiGraph with what they rest on."""
        return network.build(self.things(), self.claims())

    def save(self, path: str | Path) -> None:
        """The graph as a file, in the format of its suffix: .ttl .nt .trig .jsonld .rdf."""
        file = Path(path)
        format_of(file)
        try:
            with file.open("wb") as output:
                for piece in self.pieces(file.suffix.lower()):
                    output.write(piece.encode("utf-8"))
        except OSError as error:
            raise GraphError(f"{file}: cannot be written ({error.strerror})") from error

    def pieces(self, suffix: str) -> Iterator[str]:
        """The graph in pieces of text in the format of a suffix, sorted, the same for the same statements."""
        if suffix in (".ttl", ".trig"):
            return turtle.write(self.store, self.names)
        lines = turtle.sorted_lines(self.store)
        match suffix:
            case ".jsonld":
                return jsonld.write(lines, self.names)
            case ".rdf":
                return rdfxml.write(lines, self.names)
        return iter(lines)

    def __len__(self) -> int:
        return len(self.store)


_TYPE = ox.NamedNode(expand("rdf:type"))


def format_of(file: Path) -> ox.RdfFormat:
    """The RDF format of a file by its suffix."""
    found = FORMATS.get(file.suffix.lower())
    if found is None:
        raise GraphError(f"{file}: no RDF format for '{file.suffix}'; known: {' '.join(FORMATS)}")
    return found


def _file_in(path: Path) -> Path:
    """The graph in an output folder; a file or a store is what it is, and no other folder is opened as a store."""
    if not path.is_dir() or (path / "CURRENT").is_file():
        return path
    if not (path / "graph.ttl").is_file():
        raise GraphError(f"{path}: is a folder without graph.ttl; give a graph file or the output folder of kg build")
    return path / "graph.ttl"


def _open(folder: Path | None) -> ox.Store:
    if folder is None:
        return ox.Store()
    try:
        return ox.Store(str(folder))
    except OSError as error:
        raise GraphError(f"{folder}: cannot be opened as a store of graphs ({error})") from error


def _read(load: Callable[..., None], file: Path) -> None:
    try:
        load(path=str(file), format=format_of(file), base_iri=file.resolve().as_uri())
    except (SyntaxError, ValueError) as error:
        raise GraphError(f"{file}: is not a graph that can be read: {error}") from error
    except OSError as error:
        raise GraphError(
            f"{file}: cannot be read ({error.strerror or error}); give a graph file, e.g. graph.ttl"
        ) from error


def _base_iri(store: ox.Store) -> str:
    """The base that the run recorded, else what comes before entity/ in the entities' IRIs, else the default."""
    recorded = store.quads_for_pattern(None, ox.NamedNode(NAMESPACE + "baseIri"), None, ox.DefaultGraph())
    found = sorted({quad.object.value for quad in recorded if isinstance(quad.object, ox.Literal)})
    if found:
        return found[0]
    for quad in store.quads_for_pattern(None, _TYPE, ox.NamedNode(NAMESPACE + "Entity"), ox.DefaultGraph()):
        if isinstance(quad.subject, ox.NamedNode) and "/entity/" in quad.subject.value:
            return quad.subject.value.rpartition("entity/")[0]
    return DEFAULT_BASE
