"""Values of an RDF graph by property, each property read once."""

from __future__ import annotations

from collections import defaultdict

from rdflib import DCTERMS, RDFS, SKOS, Graph, URIRef
from rdflib.term import Node


class Reader:
    """Looks up what a graph says of a node."""

    def __init__(self, rdf: Graph) -> None:
        self.rdf = rdf
        self._by_property: dict[URIRef, dict[Node, list[Node]]] = {}

    def table(self, prop: URIRef) -> dict[Node, list[Node]]:
        """All subjects of a property with their values, sorted."""
        if prop not in self._by_property:
            values: dict[Node, list[Node]] = defaultdict(list)
            for subject, value in self.rdf.subject_objects(prop):
                values[subject].append(value)
            for found in values.values():
                found.sort(key=str)
            self._by_property[prop] = values
        return self._by_property[prop]

    def all(self, subject: Node, *props: URIRef) -> list[Node]:
        return [value for prop in props for value in self.table(prop).get(subject, ())]

    def one(self, subject: Node, *props: URIRef) -> Node | None:
        return next(iter(self.all(subject, *props)), None)

    def text(self, subject: Node, *props: URIRef) -> str:
        return str(self.one(subject, *props) or "")


def local_name(iri: Node) -> str:
    """The last part of an IRI, for want of a label."""
    return str(iri).rstrip("/#").rsplit("/", 1)[-1].rsplit("#", 1)[-1]


def label(reader: Reader, node: Node) -> str:
    return reader.text(node, RDFS.label, SKOS.prefLabel, DCTERMS.title) or local_name(node).replace("-", " ")
