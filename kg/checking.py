"""Checks a graph against shapes.ttl and says in sentences what is wrong with it.

The shapes are SHACL and any engine can use them; here each constraint becomes one SPARQL query on the store, which
takes seconds where an engine that visits node by node takes the better part of an hour.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox
import rdflib
from rdflib import RDFS
from rdflib.collection import Collection
from rdflib.namespace import SH
from rdflib.term import Node as Term

from kg.errors import GraphError
from kg.graph import KnowledgeGraph
from kg.results import shorten
from kg.vocabulary import SHAPES

_SHAPE_PARTS = {SH.targetClass, SH.targetSubjectsOf, SH.targetObjectsOf, SH.property, SH.sparql}
_NOT_CONSTRAINTS = {SH.path, SH.message, SH.qualifiedValueShape}
_QUOTED = 80


@dataclass(frozen=True, slots=True)
class Violation:
    """A node and what is wrong with it; `value` is the term at fault where there is one."""

    kind: str
    node: str
    message: str
    value: str | None
    name: str

    def __str__(self) -> str:
        named = f" ({self.name})" if self.name else ""
        found = f"; found: {self.value}" if self.value else ""
        return f"{self.kind} {self.node}{named} {self.message}{found}"


@dataclass(frozen=True, slots=True)
class Rule:
    """One constraint as the query that finds what breaks it: `?this`, and `?value` where a value is at fault."""

    kind: str
    message: str
    query: str


def check(graph: KnowledgeGraph) -> list[Violation]:
    """Everything in the graph that breaks a shape, sorted; none if the graph is whole."""
    found = {violation for rule in rules() for violation in _broken(graph, rule)}
    if not len(graph):
        found.add(Violation("graph", "", "is empty: it says nothing at all", None, ""))
    return sorted(
        found, key=lambda violation: (violation.kind, violation.node, violation.message, violation.value or "")
    )


def rules(path: Path = SHAPES) -> list[Rule]:
    """The constraints of a file of shapes; GraphError for a constraint that is not known here."""
    shapes = rdflib.Graph().parse(path, format="turtle")
    found: list[Rule] = []
    for shape in shapes.subjects(rdflib.RDF.type, SH.NodeShape):
        kind = str(shapes.value(shape, RDFS.label))
        target = " UNION ".join(f"{{ {pattern} }}" for pattern in _targets(shapes, shape))
        for part in shapes.objects(shape, SH.property):
            message = str(shapes.value(part, SH.message))
            found.extend(Rule(kind, message, query) for query in _queries(shapes, part, target))
        for part in shapes.objects(shape, SH.sparql):
            select = str(shapes.value(part, SH.select)).replace("WHERE {", f"WHERE {{ {target} ", 1)
            # The same where variables are shared, and a join instead of a search for each edge; SHACL forbids MINUS.
            select = select.replace("FILTER NOT EXISTS", "MINUS")
            found.append(Rule(kind, str(shapes.value(part, SH.message)), select))
    return sorted(found, key=lambda rule: (rule.kind, rule.message, rule.query))


def _targets(shapes: rdflib.Graph, shape: Term) -> Iterator[str]:
    for class_ in shapes.objects(shape, SH.targetClass):
        yield f"?this a {class_.n3()}"
    for predicate in shapes.objects(shape, SH.targetSubjectsOf):
        yield f"?this {predicate.n3()} ?any"
    for predicate in shapes.objects(shape, SH.targetObjectsOf):
        yield f"?any {predicate.n3()} ?this"


def _queries(shapes: rdflib.Graph, part: Term, target: str) -> Iterator[str]:
    """A query for each constraint of a property shape."""
    path = _n3(shapes.value(part, SH.path))
    for constraint, value in shapes.predicate_objects(part):
        if constraint in _NOT_CONSTRAINTS:
            continue
        where = _absent(shapes, part, constraint, value, path) or _wrong(shapes, constraint, value, path)
        if constraint == SH.maxCount:
            yield (
                f"SELECT ?this WHERE {{ {target} ?this {path} ?each }} "
                f"GROUP BY ?this HAVING (COUNT(DISTINCT ?each) > {value})"
            )
        elif where:
            yield f"SELECT DISTINCT ?this ?value WHERE {{ {target} {where} }}"
        else:
            raise GraphError(f"the shapes use {constraint}, which kg check does not know")


def _absent(shapes: rdflib.Graph, part: Term, constraint: Term, value: Term, path: str) -> str | None:
    """The condition that a value is missing."""
    if constraint == SH.minCount:
        return f"FILTER NOT EXISTS {{ ?this {path} ?none }}"
    if constraint == SH.hasValue:
        return f"FILTER NOT EXISTS {{ ?this {path} {value.n3()} }}"
    if constraint == SH.qualifiedMinCount:
        shape = shapes.value(part, SH.qualifiedValueShape)
        allowed = _members(shapes, shapes.value(shape, SH["in"]))
        return f"FILTER NOT EXISTS {{ ?this {path} ?one FILTER(?one IN ({allowed})) }}"
    return None


def _wrong(shapes: rdflib.Graph, constraint: Term, value: Term, path: str) -> str | None:
    """The condition that a value is not what it should be."""
    if constraint == SH["class"]:
        return f"?this {path} ?value . FILTER NOT EXISTS {{ ?value a {value.n3()} }}"
    if constraint == SH.datatype:
        right = f"DATATYPE(?value) = {value.n3()}"
    elif constraint == SH["or"]:
        types = ", ".join(_n3(shapes.value(each, SH.datatype)) for each in Collection(shapes, value))
        right = f"DATATYPE(?value) IN ({types})"
    elif constraint == SH["in"]:
        right = f"?value IN ({_members(shapes, value)})"
    elif constraint == SH.pattern:
        right = f"REGEX(STR(?value), {value.n3()})"
    elif constraint in (SH.minInclusive, SH.maxInclusive):
        right = f"?value {'>=' if constraint == SH.minInclusive else '<='} {value.n3()}"
    else:
        return None
    return f"?this {path} ?value . FILTER(!COALESCE({right}, false))"


def _members(shapes: rdflib.Graph, head: Term | None) -> str:
    return ", ".join(each.n3() for each in Collection(shapes, head)) if head is not None else ""


def _n3(term: Term | None) -> str:
    return term.n3() if term is not None else ""


def _broken(graph: KnowledgeGraph, rule: Rule) -> Iterator[Violation]:
    answer = graph.query(rule.query, timeout=None)
    value = answer.columns.index("value") if "value" in answer.columns else None
    for row in answer.terms:
        node = row[answer.columns.index("this")]
        wrong = shorten(row[value], graph.names.prefixes)[:_QUOTED] if value is not None and row[value] else None
        yield Violation(rule.kind, shorten(node, graph.names.prefixes), rule.message, wrong, _name(graph, node))


def _name(graph: KnowledgeGraph, node: object) -> str:
    """What a person knows the node by: the quote of a claim or span, the label of anything else."""
    if not isinstance(node, ox.NamedNode):
        return ""
    answer = graph.query(
        f"SELECT ?name WHERE {{ {{ {node} prov:wasDerivedFrom/nif:anchorOf ?name }} UNION "
        f"{{ {node} nif:anchorOf ?name }} UNION {{ {node} rdfs:label ?name }} }} ORDER BY ?name LIMIT 1"
    )
    words = " ".join(str(answer.rows[0][0]).split()) if answer.rows else ""
    return f"“{words if len(words) <= _QUOTED else words[:_QUOTED] + '…'}”" if words else ""
