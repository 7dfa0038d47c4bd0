"""Turtle that people can read and that is the same, byte for byte, whenever the statements are the same.

Sections follow the road of a reader: documents, entities, relations, plain edges, claims in the order of the text,
events, spans, run. The store writes N-Triples, which are sorted and abbreviated here: pyoxigraph's own Turtle is in
the order of its hash tables, rdflib's takes minutes for a large graph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter

from pyoxigraph import DefaultGraph, RdfFormat, Store

from kg.vocabulary import NAMESPACE, Namespaces, expand

SECTIONS = (
    "Documents",
    "Entities",
    "Relations",
    "Plain edges: what at least one claim says and no claim need be believed for",
    "Claims",
    "Events",
    "Spans: the sentences and phrases that claims rest on",
    "Run",
    "Other",
)
_DOCUMENT, _ENTITY, _RELATION, _EDGE, _CLAIM, _EVENT, _SPAN, _RUN, _OTHER = range(len(SECTIONS))
_LEADING = (
    *("rdf:type", "rdfs:label", "skos:altLabel", "owl:sameAs", "dct:title", "dct:issued", "dct:creator"),
    *("dct:publisher", "dct:source", "kg:lemma", "rdf:subject", "rdf:predicate", "rdf:object"),
)
_TRAILING = (
    *("kg:event", "kg:polarity", "kg:modality", "kg:confidence", "kg:time", "kg:timeText", "kg:begin", "kg:end"),
    *("kg:speaker", "prov:wasAttributedTo", "prov:wasDerivedFrom", "kg:subjectMention", "kg:objectMention"),
    *("kg:words", "kg:extractor", "kg:implied", "prov:wasGeneratedBy", "nif:beginIndex", "nif:endIndex"),
    *("nif:referenceContext", "nif:anchorOf", "itsrdf:taIdentRef", "kg:rule", "prov:wasQuotedFrom", "nif:isString"),
)
_LOCAL = re.compile(r"[A-Za-z0-9_]([A-Za-z0-9_-]|%[0-9A-Fa-f]{2})*")
_OFFSETS = re.compile(r"(.*)#char=(\d+),(\d+)>$")
_ESCAPE = re.compile(r"\\(.)")
_INTEGER = f'"^^<{expand("xsd:integer")}> .'
_OFFSET = (f"<{expand('nif:beginIndex')}>", f"<{expand('nif:endIndex')}>")


def write(store: Store, names: Namespaces) -> Iterator[str]:
    """The store's default graph as pieces of a Turtle file."""
    return _Turtle(names).pieces(store)


def sorted_lines(store: Store) -> list[str]:
    """The default graph as sorted lines of N-Triples: one order for all formats."""
    dumped = store.dump(format=RdfFormat.N_TRIPLES, from_graph=DefaultGraph()) or b""
    lines = dumped.decode("utf-8").split("\n")
    del dumped
    lines.pop()
    lines = [_counted(line) if line.endswith(_INTEGER) else line for line in lines]
    lines.sort()
    return lines


def _counted(line: str) -> str:
    """Offsets get back the datatype that NIF asks for: the store keeps all integers as xsd:integer."""
    return line.replace("#integer>", "#nonNegativeInteger>") if line.split(" ", 2)[1] in _OFFSET else line


class _Turtle:
    def __init__(self, names: Namespaces) -> None:
        self._names = names
        self._prefixes = sorted(names.prefixes.items(), key=lambda item: -len(item[1]))
        self._short: dict[str, str] = {"<" + expand("rdf:type") + ">": "a"}
        self._ranks = {f"<{expand(name)}>": rank - len(_LEADING) for rank, name in enumerate(_LEADING)}
        self._ranks |= {f"<{expand(name)}>": rank + 1 for rank, name in enumerate(_TRAILING)}
        base = "<" + names.base_iri
        self._relation = base + "relation/"
        self._derived = f"<{expand('prov:wasDerivedFrom')}>"
        self._sections = {
            base + "entity/": _ENTITY,
            base + "relation/": _RELATION,
            base + "claim/": _CLAIM,
            base + "event/": _EVENT,
            base + "doc/": _DOCUMENT,
            base + "run/": _RUN,
            "<" + NAMESPACE: _RELATION,
        }

    def pieces(self, store: Store) -> Iterator[str]:
        for prefix, namespace in self._names.prefixes.items():
            yield f"@prefix {prefix}: <{namespace}> .\n"
        sections: list[list[tuple[object, str]]] = [[] for _ in SECTIONS]
        triples = (line.split(" ", 2) for line in sorted_lines(store))
        for subject, group in groupby(triples, key=itemgetter(0)):
            statements = [(predicate, value[:-2]) for _, predicate, value in group]
            self._place(subject, statements, sections)
        for title, blocks in zip(SECTIONS, sections, strict=True):
            if blocks:
                blocks.sort()
                yield f"\n# {title}\n\n"
                yield "\n".join([block for _, block in blocks])
                blocks.clear()

    def _place(self, subject: str, statements: list[tuple[str, str]], sections: list[list[tuple[object, str]]]) -> None:
        """The subject's block of Turtle into its section, with the key it is ordered by there."""
        section = next((number for start, number in self._sections.items() if subject.startswith(start)), _OTHER)
        key: object = subject
        if section == _ENTITY:
            edges = [statement for statement in statements if statement[0].startswith(self._relation)]
            if edges:
                sections[_EDGE].append((subject, self._block(subject, edges)))
                statements = [statement for statement in statements if not statement[0].startswith(self._relation)]
        elif section == _DOCUMENT:
            place = _OFFSETS.match(subject)
            if place:
                section, key = _SPAN, (place[1], int(place[2]), int(place[3]))
            else:
                key = (subject,)
        elif section == _CLAIM:
            span = next((value for predicate, value in statements if predicate == self._derived), "")
            place = _OFFSETS.match(span)
            key = (place[1], int(place[2]), int(place[3]), subject) if place else ("", 0, 0, subject)
        if statements:
            sections[section].append((key, self._block(subject, statements)))

    def _block(self, subject: str, statements: list[tuple[str, str]]) -> str:
        ranks = self._ranks
        statements.sort(key=lambda statement: ranks.get(statement[0], 0))
        lines: list[str] = []
        last = ""
        for predicate, value in statements:
            written = self._literal(value) if value[0] == '"' else self._iri(value)
            if predicate == last:
                lines[-1] += " , " + written
            else:
                lines.append(f"{self._iri(predicate)} {written}")
                last = predicate
        return f"{self._iri(subject)} " + " ;\n    ".join(lines) + " .\n"

    def _iri(self, term: str) -> str:
        """A prefixed name where the rest of the IRI is one, else the IRI itself (or a blank node)."""
        short = self._short.get(term)
        if short is None:
            short = term
            for prefix, namespace in self._prefixes:
                if term.startswith(namespace, 1):
                    local = term[len(namespace) + 1 : -1]
                    if _LOCAL.fullmatch(local):
                        short = f"{prefix}:{local}"
                    break
            if "#char=" not in term:
                self._short[term] = short
        return short

    def _literal(self, value: str) -> str:
        if value[-1] == ">":
            words, _, datatype = value.rpartition("^^")
            if datatype.endswith("#decimal>") or datatype.endswith("#boolean>"):
                return words[1:-1] if _PLAIN.fullmatch(words) else f"{words}^^{self._iri(datatype)}"
            return f"{words}^^{self._iri(datatype)}"
        if len(value) > 1000 and value[-1] == '"' and "\\n" in value:
            return _long(value)
        return value


_PLAIN = re.compile(r'"([+-]?[0-9]*\.[0-9]+|true|false)"')


def _long(value: str) -> str:
    """A text of many lines as it stands, between triple quotes."""
    return '""' + _ESCAPE.sub(lambda escape: "\n" if escape[1] == "n" else escape[0], value) + '""'
