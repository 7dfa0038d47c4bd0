"""Turtle that people can read and that is the same, byte for byte, whenever the statements are the same.

Sections follow the road of a reader: documents, entities, relations, plain edges, claims in the order of the text,
events, spans, run. The store abbreviates its statements itself, in the order of its memory; sorting those blocks of
text takes seconds where rdflib, which sorts terms, takes minutes for a large graph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO, TextIOWrapper

from pyoxigraph import DefaultGraph, RdfFormat, Store

from kg.vocabulary import Namespaces, expand

SECTIONS = (
    "Documents",
    "Entities",
    "Relations",
    "Plain edges: what at least one claim says; see the claims for how surely and who says it",
    "Claims",
    "Events",
    "Spans: the sentences and phrases that claims rest on",
    "Run",
    "Other",
)
_DOCUMENT, _ENTITY, _RELATION, _EDGE, _CLAIM, _EVENT, _SPAN, _RUN, _OTHER = range(len(SECTIONS))
_BY_PREFIX = {
    **{"d": _DOCUMENT, "e": _ENTITY, "r": _RELATION, "kg": _RELATION},
    **{"c": _CLAIM, "ev": _EVENT, "run": _RUN},
}
_LEADING = (
    *("a", "rdfs:label", "skos:altLabel", "owl:sameAs", "dct:title", "dct:issued", "dct:creator"),
    *("dct:publisher", "dct:source", "kg:lemma", "rdf:subject", "rdf:predicate", "rdf:object"),
)
_TRAILING = (
    *("kg:event", "kg:polarity", "kg:modality", "kg:confidence", "kg:time", "kg:timeText", "kg:begin", "kg:end"),
    *(
        "kg:speaker",
        "kg:speakerText",
        "prov:wasAttributedTo",
        "prov:wasDerivedFrom",
        "kg:subjectMention",
        "kg:objectMention",
    ),
    *("kg:words", "kg:extractor", "kg:implied", "prov:wasGeneratedBy", "nif:beginIndex", "nif:endIndex"),
    *("nif:referenceContext", "nif:anchorOf", "itsrdf:taIdentRef", "kg:rule", "prov:wasQuotedFrom", "nif:isString"),
)
_END, _NEXT = " .\n", " ;\n\t"  # no literal holds them: its line ends are escaped
_TERM = re.compile(r'"(?:[^"\\]|\\.)*"(?:@[A-Za-z0-9-]+|\^\^[^ ]+)?|[^ ]+')
_ESCAPE = re.compile(r"\\(.)")
_OFFSETS = re.compile(r"(.*)#char=([0-9]+),([0-9]+)>")
_PERCENT = re.compile(r"(?<!\\)\\%")  # of a name; a backslash of a literal is doubled
_INTEGER = f'"^^<{expand("xsd:integer")}> .\n'
_INDEXES = (f"<{expand('nif:beginIndex')}>", f"<{expand('nif:endIndex')}>")

_INDEX = ("nif:beginIndex ", "nif:endIndex ")
_LOCAL = re.compile(r"[A-Za-z0-9_]([A-Za-z0-9_-]|%[0-9A-Fa-f]{2})*")

Place = tuple[str, int, int, str]


def write(store: Store, names: Namespaces) -> Iterator[str]:
    """The store's default graph as pieces of a Turtle file."""
    for prefix, namespace in names.prefixes.items():
        yield f"@prefix {prefix}: <{namespace}> .\n"
    writer = _Writer(names)
    subjects = _subjects(store, names)
    while subjects:
        subject, parts = subjects.popitem()
        statements = _NEXT.join(parts).split(_NEXT)
        writer.place(subject, _gathered(statements) if len(parts) > 1 else statements)
    for title, blocks in zip(SECTIONS, writer.sections, strict=True):
        if blocks:
            blocks.sort()
            yield f"\n# {title}\n\n"
            yield "\n".join([block for _, block in blocks])
            blocks.clear()


def sorted_lines(store: Store) -> list[str]:
    """The default graph as sorted lines of N-Triples: one order for all other formats."""
    dumped = BytesIO(store.dump(format=RdfFormat.N_TRIPLES, from_graph=DefaultGraph()) or b"")
    return sorted(
        _counted(line) if line.endswith(_INTEGER) else line for line in TextIOWrapper(dumped, "utf-8", newline="\n")
    )


def _counted(line: str) -> str:
    """Offsets get back the datatype that NIF asks for: the store keeps all integers as xsd:integer."""
    subject, predicate, _ = line.split(" ", 2)
    return line.replace("#integer>", "#nonNegativeInteger>") if predicate in _INDEXES and "#char=" in subject else line


def _subjects(store: Store, names: Namespaces) -> dict[str, list[str]]:
    """Subject → its blocks of statements as the store abbreviates them, mostly one."""
    prefixes = {prefix: namespace for prefix, namespace in names.prefixes.items() if prefix != "d"}  # see _document
    dumped = store.dump(format=RdfFormat.TURTLE, from_graph=DefaultGraph(), prefixes=prefixes) or b""
    text = dumped.decode("utf-8")
    del dumped
    if "\\%" in text:
        text = _PERCENT.sub("%", text)
    blocks = text.split(_END)
    del text
    subjects: dict[str, list[str]] = {}
    while blocks:
        subject, _, statements = blocks.pop().partition(" ")
        if subject not in ("@prefix", ""):
            subjects.setdefault(subject, []).append(statements)
    return subjects


def _gathered(statements: list[str]) -> list[str]:
    """Statements with one predicate as one, where the store had them in several places."""
    values: dict[str, list[str]] = {}
    for statement in statements:
        predicate, _, value = statement.partition(" ")
        values.setdefault(predicate, []).append(value)
    return [f"{predicate} {' , '.join(found)}" for predicate, found in values.items()]


class _Ranks(dict[str, str]):
    """Predicate → what it is sorted by: known ones first and last, all others between them by name."""

    def __missing__(self, predicate: str) -> str:
        self[predicate] = rank = "1" + predicate
        return rank


_RANKS = _Ranks({name: f"0{rank:02}" for rank, name in enumerate(_LEADING)})
_RANKS.update({name: f"2{rank:02}" for rank, name in enumerate(_TRAILING)})


def _rank(statement: str) -> str:
    return _RANKS[statement[: statement.index(" ")]]


class _Writer:
    """Puts blocks into sections."""

    def __init__(self, names: Namespaces) -> None:
        self.sections: list[list[tuple[Place, str]]] = [[] for _ in SECTIONS]
        self._folder = f"<{names.base_iri}doc/"
        self._documents: dict[str, str] = {}
        self._types: dict[str, str] = {}

    def place(self, subject: str, statements: list[str]) -> None:
        """The subject's block of Turtle into its section, with the key it is ordered by there."""
        statements.sort(key=_rank)
        place: Place = ("", 0, 0, subject)
        if subject[0] == "<":
            span = _OFFSETS.match(subject)
            if span:
                section = _SPAN
                place = (span[1], int(span[2]), int(span[3]), "")
                statements = [_index(each) if each.startswith(_INDEX) else each for each in statements]
            else:
                section = _DOCUMENT if subject.startswith(self._folder) else _OTHER
                subject = self._document(subject)
        else:
            section = _BY_PREFIX.get(subject[: subject.index(":")], _OTHER)
            if section == _CLAIM:
                place = _claim_place(subject, statements)
            elif section == _ENTITY and any(statement.startswith("r:") for statement in statements):
                edges = [statement for statement in statements if statement.startswith("r:")]
                self.sections[_EDGE].append((place, self._block(subject, edges)))
                statements = [statement for statement in statements if not statement.startswith("r:")]
        if statements:
            self.sections[section].append((place, self._block(subject, statements)))

    def _block(self, subject: str, statements: list[str]) -> str:
        written = [
            self._statement(each) if each[-1] == ">" or " , " in each or len(each) > 1000 else each
            for each in statements
        ]
        return f"{subject} " + " ;\n    ".join(written) + " .\n"

    def _statement(self, statement: str) -> str:
        """The objects of a statement in order; documents with their prefix; a long text over its lines."""
        if statement.startswith("a "):
            ordered = self._types.get(statement)
            if ordered is None:
                ordered = self._types[statement] = "a " + " , ".join(sorted(statement[2:].split(" , ")))
            return ordered
        predicate, _, values = statement.partition(" ")
        if " , " not in statement:
            if values[0] == "<":
                return f"{predicate} {self._document(values)}" if "#" not in values else statement
            return f"{predicate} {_long(values)}" if len(values) > 1000 else statement
        terms = _TERM.findall(values) if '"' in values else values.split(" , ")
        terms = [self._document(term) if term[0] == "<" else _long(term) for term in terms if term != ","]
        return f"{predicate} {' , '.join(sorted(terms))}"

    def _document(self, term: str) -> str:
        """`d:` and the rest of a document's IRI; spans keep theirs, so the store is not told of that prefix."""
        short = self._documents.get(term)
        if short is None:
            name = term[len(self._folder) : -1]
            known = term.startswith(self._folder) and _LOCAL.fullmatch(name)
            short = self._documents[term] = f"d:{name}" if known else term
        return short


def _claim_place(subject: str, statements: list[str]) -> Place:
    """A claim stands where its sentence stands in the text."""
    for statement in statements:
        if statement.startswith("prov:wasDerivedFrom <"):
            span = _OFFSETS.match(statement, 20)
            if span:
                return (span[1], int(span[2]), int(span[3]), subject)
    return ("", 0, 0, subject)


def _index(statement: str) -> str:
    """An offset with the datatype that NIF asks for."""
    predicate, _, number = statement.partition(" ")
    return f'{predicate} "{number}"^^xsd:nonNegativeInteger' if number.isdecimal() else statement


def _long(term: str) -> str:
    """A text of many lines between triple quotes, with its line ends as line ends."""
    if len(term) < 1000 or term[-1] != '"' or "\\n" not in term:
        return term
    return '""' + _ESCAPE.sub(_unescaped, term) + '""'


def _unescaped(escape: re.Match[str]) -> str:
    """A line end or a quote as it stands, unless the quote is one of several or the last."""
    if escape[1] == "n":
        return "\n"
    follows = escape.string[escape.end() : escape.end() + 2]
    return '"' if escape[1] == '"' and follows[0] != '"' and follows != '\\"' else escape[0]
