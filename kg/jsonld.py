"""JSON-LD that a script can read as plain JSON: a context of prefixes and datatypes, then one node a line.

The store's own JSON-LD has neither context nor order.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

import pyoxigraph as ox

from kg.vocabulary import Namespaces, expand

# Properties whose values are always IRIs, or always of one datatype: their values can be written as plain strings.
COERCED = {
    **dict.fromkeys(
        (
            *("rdf:subject", "rdf:predicate", "kg:event", "kg:polarity", "kg:modality", "kg:speaker", "kg:country"),
            *("kg:subjectMention", "kg:objectMention", "prov:wasAttributedTo", "prov:wasDerivedFrom"),
            *("prov:wasGeneratedBy", "prov:wasQuotedFrom", "nif:referenceContext", "itsrdf:taIdentRef"),
            *("sem:hasActor", "dct:creator", "dct:publisher", "kg:converse"),
        ),
        "@id",
    ),
    "kg:confidence": "xsd:decimal",
    "kg:begin": "xsd:date",
    "kg:end": "xsd:date",
    "nif:beginIndex": "xsd:nonNegativeInteger",
    "nif:endIndex": "xsd:nonNegativeInteger",
}
_STRING = expand("xsd:string")


def write(lines: Iterable[str], names: Namespaces) -> Iterator[str]:
    """Sorted lines of N-Triples as pieces of a JSON-LD file."""
    writer = _Writer(names)
    context = {**names.prefixes, **{name: {"@id": name, "@type": kind} for name, kind in COERCED.items()}}
    yield '{"@context": ' + json.dumps(context, ensure_ascii=False) + ',\n"@graph": [\n'
    separator = ""
    for block in _blocks(lines):
        yield separator + json.dumps(writer.node(block), ensure_ascii=False)
        separator = ",\n"
    yield "\n]}\n"


def _blocks(lines: Iterable[str]) -> Iterator[list[ox.Triple]]:
    """The triples of one subject after another."""
    quads = ox.parse("".join(lines), format=ox.RdfFormat.N_TRIPLES)
    for _, block in groupby(quads, key=lambda quad: quad.subject):
        yield [quad.triple for quad in block]


class _Writer:
    def __init__(self, names: Namespaces) -> None:
        self._prefixes = sorted(names.prefixes.items(), key=lambda item: -len(item[1]))
        self._type = expand("rdf:type")
        self._short: dict[str, str] = {}

    def node(self, triples: list[ox.Triple]) -> dict[str, Any]:
        node: dict[str, Any] = {"@id": self._name(triples[0].subject)}
        for triple in triples:
            if triple.predicate.value == self._type:
                key, value = "@type", self._name(triple.object)
            else:
                key = self._name(triple.predicate)
                value = self._value(triple.object, COERCED.get(key))
            node.setdefault(key, []).append(value)
        return {key: value[0] if len(value) == 1 and key != "@id" else value for key, value in node.items()}

    def _name(self, term: Any) -> str:
        if not isinstance(term, ox.NamedNode):
            return str(term)
        short = self._short.get(term.value)
        if short is None:
            short = self._short[term.value] = self._shortened(term.value)
        return short

    def _shortened(self, iri: str) -> str:
        for prefix, namespace in self._prefixes:
            if iri.startswith(namespace):
                local = iri[len(namespace) :]
                return iri if not local or local.startswith("//") else f"{prefix}:{local}"
        return iri

    def _value(self, term: Any, coerced: str | None) -> Any:
        if not isinstance(term, ox.Literal):
            return self._name(term) if coerced == "@id" else {"@id": self._name(term)}
        if term.language:
            return {"@value": term.value, "@language": term.language}
        datatype = self._name(term.datatype)
        if datatype == coerced or (term.datatype.value == _STRING and coerced is None):
            return term.value
        return {"@value": term.value} if term.datatype.value == _STRING else {"@value": term.value, "@type": datatype}
