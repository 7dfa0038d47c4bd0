"""The store behind `KnowledgeGraph.rdf`: Oxigraph as rdflib expects a store to be.

Beside oxrdflib it gives strings without datatype, as rdflib's own parsers do, the counts of NIF with theirs, and
statements without a graph object for each; its queries do not reach out.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pyoxigraph as ox
from oxrdflib import OxigraphStore
from rdflib import Graph
from rdflib.query import Result
from rdflib.term import BNode, Literal, Node, URIRef

from kg.query import refuse_reaching_out
from kg.vocabulary import expand

Pattern = tuple[Node | None, Node | None, Node | None]

_STRING = expand("xsd:string")
_COUNT = URIRef(expand("xsd:nonNegativeInteger"))
_OFFSETS = (expand("nif:beginIndex"), expand("nif:endIndex"))


class GraphStore(OxigraphStore):
    """An rdflib store over a pyoxigraph store."""

    def triples(
        self, triple_pattern: Pattern, context: Graph | None = None
    ) -> Iterator[tuple[tuple[Node, Node, Node], Iterator[Graph | None]]]:
        subject, predicate, value = triple_pattern
        if isinstance(subject, Literal) or not (predicate is None or isinstance(predicate, URIRef)):
            return
        found = self._inner.quads_for_pattern(_term(subject), _term(predicate), _term(value), ox.DefaultGraph())
        for quad in found:
            if isinstance(quad.object, ox.Literal) and quad.predicate.value in _OFFSETS:
                yield (
                    (_node(quad.subject), _node(quad.predicate), Literal(quad.object.value, datatype=_COUNT)),
                    iter(()),
                )
            else:
                yield (_node(quad.subject), _node(quad.predicate), _node(quad.object)), iter(())

    def query(self, query: Any, *args: Any, **kwargs: Any) -> Result:
        refuse_reaching_out(str(query))
        result: Result = super().query(query, *args, **kwargs)
        if result.type == "SELECT":
            rows = list(result.bindings)
            result.bindings = [{name: _plain(term) for name, term in row.items()} for row in rows]
        return result

    def update(self, update: Any, *args: Any, **kwargs: Any) -> None:
        refuse_reaching_out(str(update))
        super().update(update, *args, **kwargs)


def _term(node: Node | None) -> Any:
    """A node of rdflib in a pattern of the store."""
    if isinstance(node, URIRef):
        return ox.NamedNode(str(node))
    if isinstance(node, BNode):
        return ox.BlankNode(str(node))
    if isinstance(node, Literal):
        return ox.Literal(str(node), language=node.language) if node.language else _typed(node)
    return None


def _typed(node: Literal) -> ox.Literal:
    return ox.Literal(str(node), datatype=ox.NamedNode(str(node.datatype)) if node.datatype else None)


def _node(term: Any) -> Node:
    """A term of the store as rdflib has it."""
    if isinstance(term, ox.NamedNode):
        return URIRef(term.value)
    if isinstance(term, ox.Literal):
        if term.language:
            return Literal(term.value, lang=term.language)
        datatype = term.datatype.value
        return Literal(term.value) if datatype == _STRING else Literal(term.value, datatype=URIRef(datatype))
    return BNode(term.value)


def _plain(term: Any) -> Any:
    if isinstance(term, Literal) and term.datatype is not None and str(term.datatype) == _STRING:
        return Literal(str(term))
    return term
