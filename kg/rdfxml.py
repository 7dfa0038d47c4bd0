"""RDF/XML, in sorted order; characters that XML cannot hold become U+FFFD, the mark of a character that is lost."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pyoxigraph as ox

from kg.vocabulary import Namespaces
from kg.xml import legal


def write(lines: Iterable[str], names: Namespaces) -> Iterator[str]:
    """Sorted lines of N-Triples as an RDF/XML file."""
    written = ox.serialize(_triples(lines), format=ox.RdfFormat.RDF_XML, prefixes=dict(names.prefixes)) or b""
    yield written.decode("utf-8")


def _triples(lines: Iterable[str]) -> Iterator[ox.Triple]:
    for quad in ox.parse("".join(lines), format=ox.RdfFormat.N_TRIPLES):
        term = quad.object
        if isinstance(term, ox.Literal) and legal(term.value) != term.value:
            kind = {"language": term.language} if term.language else {"datatype": term.datatype}
            yield ox.Triple(quad.subject, quad.predicate, ox.Literal(legal(term.value), **kind))
        else:
            yield quad.triple
