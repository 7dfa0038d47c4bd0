"""SPARQL 1.1 over a graph, read-only: no query changes it, reaches the network or opens a file.

    graph.query("SELECT ?what WHERE { e:venezuela r:buy/rdfs:label ?what }").rows → [("fighter planes",), …]

The prefixes of the vocabulary need no declaration. What a query may not hold is looked for in its text, wherever it
stands: the store would otherwise follow a SERVICE by itself.
"""

from __future__ import annotations

import re
import threading
import time
from dataclasses import dataclass, field

import pyoxigraph as ox

from kg.errors import QueryError
from kg.results import Term, plain, write_solutions, write_triples
from kg.vocabulary import Namespaces

TIMEOUT = 60.0

_CODEPOINT = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_GAP = r"(?:\s|#[^\n\r]*[\n\r])*"
_NAME = r"[^\W\d_][\w.-]*:|:"
_REACHES = (
    ("SERVICE", re.compile(rf"SERVICE{_GAP}(?:SILENT{_GAP})?(?:<|[?$]\w|{_NAME})", re.I)),
    ("FROM", re.compile(rf"FROM{_GAP}(?:NAMED{_GAP})?(?:<|{_NAME})", re.I)),
    ("LOAD", re.compile(rf"LOAD{_GAP}(?:SILENT{_GAP})?(?:<|{_NAME})", re.I)),
)
_UPDATE = re.compile(
    r"(?:INSERT|DELETE|LOAD|CLEAR|DROP|CREATE|ADD|MOVE|COPY|WITH)\b",
    re.I,
)
_PROLOGUE = re.compile(rf"{_GAP}(?:(?:PREFIX{_GAP}[^\s:]*:{_GAP}<[^>]*>|BASE{_GAP}<[^>]*>){_GAP})*", re.I)


@dataclass(frozen=True, slots=True)
class QueryResult:
    """What a query answers: rows of a SELECT, the truth of an ASK, or the statements of a CONSTRUCT or DESCRIBE."""

    columns: tuple[str, ...] = ()
    terms: tuple[tuple[Term | None, ...], ...] = ()
    truth: bool | None = None
    triples: tuple[ox.Triple, ...] | None = None
    names: Namespaces = field(default_factory=Namespaces)

    @property
    def rows(self) -> list[tuple[str | int | float | bool | None, ...]]:
        """The rows as plain Python values: IRIs in full, numbers as numbers, None where nothing is bound."""
        return [tuple(plain(term) for term in row) for row in self.terms]

    def text(self, format: str = "table") -> str:
        """The answer as table, csv, json, xml or ttl."""
        if self.triples is not None:
            return write_triples(self.triples, format, self.names)
        return write_solutions(self.columns, self.terms, self.truth, format, self.names)


def run(
    store: ox.Store,
    text: str,
    names: Namespaces,
    *,
    timeout: float | None = TIMEOUT,
    limit: int | None = None,
) -> QueryResult:
    """The answer of a query; QueryError when it is malformed, not read-only, or past its time or its rows.

    A query that is out of time is left alone in a thread of its own, which ends by itself or with the program.
    """
    refuse_reaching_out(text)
    refuse_update(text)
    work = _Work(store, text, names, limit, None if timeout is None else time.monotonic() + timeout)
    thread = threading.Thread(target=work.run, daemon=True)
    thread.start()
    thread.join(timeout)
    if work.error is not None:
        raise QueryError(work.error)
    if work.result is None:
        raise QueryError(
            f"The query took longer than {timeout:g} seconds; "
            f"start it at the most selective pattern, add LIMIT, or allow more time"
        )
    return work.result


def refuse_reaching_out(text: str) -> None:
    """QueryError for a query or update that names a place outside the graph."""
    decoded = _CODEPOINT.sub(lambda match: chr(min(int(match[1] or match[2], 16), 0x10FFFF)), text)
    for word, pattern in _REACHES:
        for match in pattern.finditer(decoded):
            if not _is_part_of_a_name(decoded, match.start()):
                raise QueryError(
                    f"{word} is not allowed: a query reads this graph only, never the network or another file; "
                    f"load both files together to ask them at once"
                )


def declared(text: str, names: Namespaces) -> str:
    """The query with the prefixes of the vocabulary declared, for servers that do not know them."""
    return "".join(f"PREFIX {prefix}: <{iri}> " for prefix, iri in names.prefixes.items()) + text


def _is_part_of_a_name(text: str, start: int) -> bool:
    """Whether the word is the end of a variable, a prefixed name or a language tag ("?service", "kg:from")."""
    while start and (text[start - 1].isalnum() or text[start - 1] in "_-."):
        start -= 1
    return start > 0 and text[start - 1] in "?$:@%"


def refuse_update(text: str) -> None:
    """QueryError for a text that would change the graph."""
    prologue = _PROLOGUE.match(text)
    if _UPDATE.match(text, prologue.end() if prologue else 0):
        raise QueryError(
            "The graph is read-only: ask with SELECT, ASK, CONSTRUCT or DESCRIBE, and build again to change it"
        )


class _Work:
    """One query in its thread: it leaves a result or the sentence of an error.

    Not the error itself, whose traceback would carry the store's iterator into a thread it does not belong to.
    """

    def __init__(
        self, store: ox.Store, text: str, names: Namespaces, limit: int | None, deadline: float | None
    ) -> None:
        self._store = store
        self._text = text
        self._names = names
        self._limit = limit
        self._deadline = deadline
        self.result: QueryResult | None = None
        self.error: str | None = None

    def run(self) -> None:
        try:
            self.result = self._answer(self._store.query(self._text, prefixes=self._names.prefixes))
        except QueryError as error:
            self.error = str(error)
        except (SyntaxError, ValueError, OSError, RuntimeError) as error:
            self.error = f"The query cannot be answered: {_explained(str(error), self._text)}"

    def _answer(self, found: ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples) -> QueryResult | None:
        if isinstance(found, ox.QueryBoolean):
            return QueryResult(truth=bool(found), names=self._names)
        taken: list[object] = []
        solutions = isinstance(found, ox.QuerySolutions)
        for item in found:
            if self._deadline is not None and time.monotonic() > self._deadline:
                return None
            if self._limit is not None and len(taken) == self._limit:
                raise QueryError(
                    f"The answer has more than {self._limit} rows; add LIMIT to the query or allow more rows"
                )
            taken.append(tuple(item) if solutions else item)
        if isinstance(found, ox.QuerySolutions):
            columns = tuple(variable.value for variable in found.variables)
            return QueryResult(columns, tuple(taken), names=self._names)  # type: ignore[arg-type]
        return QueryResult(triples=tuple(taken), names=self._names)  # type: ignore[arg-type]


def _explained(message: str, text: str) -> str:
    """The parser's message with the words it stumbled over; long lists of what it expected are left out."""
    place = re.match(r"error at (\d+):(\d+): (.*)", message, re.S)
    if place is None:
        return message
    line, column = int(place[1]), int(place[2])
    lines = text.split("\n")
    rest = lines[line - 1][column - 1 :].strip() if line <= len(lines) else ""
    where = f"line {line}, column {column}, " + (f"before '{rest[:30]}'" if rest else "at the end of the line")
    if "Prefix not found" in place[3]:
        name = re.search(r"([^\s{(|/^!]*):[^:]*$", lines[line - 1][: column - 1])
        return f"{where}: the prefix {name[1] if name else ''}: is not known; declare it with PREFIX"
    return where if len(place[3]) > 60 else f"{where}: {place[3]}"
