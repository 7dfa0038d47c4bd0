"""What several sources say, what only one says, and where they disagree.

A source is a document; a syndicated copy counts as the document it repeats. Statements are compared by subject,
relation and object. They disagree in *polarity* when one says it and another denies it, in *modality* when one states
as a fact what another only plans or thinks possible, and in *object* when each names one person, body, place or
event, and not the same, for a relation of which a source mostly names one.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

import pyoxigraph as ox

from kg.graph import KnowledgeGraph
from kg.model import Modality
from kg.network import SUREST
from kg.results import printable, table
from kg.rows import ClaimRow
from kg.vocabulary import expand
from kg.xml import legal

Finding = Literal["disagree in polarity", "disagree in modality", "disagree in object", "several", "one only"]
FINDINGS: tuple[Finding, ...] = (
    *("disagree in polarity", "disagree in modality", "disagree in object"),
    *("several", "one only"),
)
HEADINGS: Mapping[Finding, str] = {
    "disagree in polarity": "One says it, another denies it",
    "disagree in modality": "A fact for one, a plan or a possibility for another",
    "disagree in object": "Each names another",
    "several": "Said by several sources",
    "one only": "Said by one source only",
}
COLUMNS = ("finding", "subject", "relation", "object", "sources", "said", "quotes")
ON_SCREEN = ("finding", "subject", "relation", "object", "said")
SINGLE = 0.9
NAMED = frozenset(("Person", "Organization", "Country", "Place", "Event"))
WIDTHS = {"said": 120}

Key = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Compared:
    """One statement, or one question that sources answer differently, with the claims that say so.

    `sources` are the titles of the documents, `said` what each of them says, one source a line.
    """

    finding: Finding
    subject: str
    relation: str
    object: str
    sources: tuple[str, ...]
    said: tuple[str, ...]
    claims: tuple[ClaimRow, ...]

    @property
    def cells(self) -> tuple[str, ...]:
        """The row under COLUMNS."""
        quotes = tuple(dict.fromkeys(claim.quote for claim in self.claims))
        said = (" | ".join(self.sources), " | ".join(self.said), " | ".join(quotes))
        return (self.finding, self.subject, self.relation, self.object, *said)


def compare(graph: KnowledgeGraph) -> list[Compared]:
    """All findings: disagreements first, then what most sources say, then what one says alone."""
    claims = [claim for claim in graph.claims() if claim.object is not None]
    statements = _grouped(claims, lambda claim: (claim.subject.iri or "", claim.lemma, _object(claim)))
    _drop_converses(graph, statements)
    kept = {claim.iri for rows in statements.values() for claim in rows}
    rows = [found for group in statements.values() for found in _of_statement(group)]
    questions = _grouped((c for c in claims if c.iri in kept), lambda claim: (claim.subject.iri or "", claim.lemma, ""))
    single = _single_valued(questions)
    rows += [found for key, group in questions.items() if key[1] in single for found in _of_question(group)]
    rows.sort(key=lambda row: (FINDINGS.index(row.finding), -len(row.sources), row.subject, row.relation, row.object))
    return rows


def as_text(rows: Iterable[Compared]) -> str:
    """The findings for reading: each kind under its heading, what one source says alone under that source."""
    lines: list[str] = []
    for finding, found in groupby(sorted(rows, key=lambda row: FINDINGS.index(row.finding)), lambda row: row.finding):
        group = list(found)
        lines += ["", f"{HEADINGS[finding]} ({len(group)})"]
        if finding == "one only":
            for source, alone in groupby(sorted(group, key=lambda row: row.sources), lambda row: row.sources):
                lines += ["", f"  {' | '.join(source)}", *(f"    {_stated(row)}" for row in alone)]
        else:
            lines += [line for row in group for line in (f"  {_stated(row)}", *(f"      {said}" for said in row.said))]
    return "".join(printable(line) + "\n" for line in lines[1:])


def _stated(row: Compared) -> str:
    """The statement, and what keeps it from being a plain fact where one source says it alone."""
    manner = row.said[0].removeprefix(f"{row.sources[0]}: ") if row.finding == "one only" else "asserted"
    words = " ".join(word for word in (row.subject, row.relation, row.object) if word)
    return words if manner == "asserted" else f"{words} — {manner}"


def as_table(rows: Iterable[Compared]) -> str:
    """The findings as a table for the terminal, long cells cut; the CSV has all, and the quotes."""
    kept = [COLUMNS.index(name) for name in ON_SCREEN]
    return table(ON_SCREEN, [[_cut(row.cells[i], WIDTHS.get(COLUMNS[i], 40)) for i in kept] for row in rows])


def _cut(text: str, width: int) -> str:
    return text if len(text) <= width else text[: width - 1] + "…"


def as_csv(rows: Iterable[Compared]) -> str:
    """The findings as CSV, with the quotes."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    writer.writerows([legal(cell) for cell in row.cells] for row in rows)
    return text.getvalue()


def _object(claim: ClaimRow) -> str:
    return (claim.object.iri or f'"{claim.object.label}"') if claim.object else ""


def _grouped(claims: Iterable[ClaimRow], key: Callable[[ClaimRow], Key]) -> dict[Key, list[ClaimRow]]:
    groups: dict[Key, list[ClaimRow]] = {}
    for claim in claims:
        groups.setdefault(key(claim), []).append(claim)
    return dict(sorted(groups.items()))


def _drop_converses(graph: KnowledgeGraph, statements: dict[Key, list[ClaimRow]]) -> None:
    """Takes out what only tells the same events from the other side: "sells" where "buys" stands already."""
    found = graph.store.quads_for_pattern(None, ox.NamedNode(expand("kg:converse")), None, ox.DefaultGraph())
    converse = {(quad.subject.value, getattr(quad.object, "value", "")) for quad in found}  # type: ignore[union-attr]
    told: dict[tuple[str, frozenset[str]], list[str]] = {}
    for key, rows in statements.items():
        told.setdefault((key[2], _events(rows)), []).append(rows[0].relation)
    for key, rows in list(statements.items()):
        relation = rows[0].relation
        if any(other < relation and (relation, other) in converse for other in told[key[2], _events(rows)]):
            del statements[key]


def _events(rows: Sequence[ClaimRow]) -> frozenset[str]:
    return frozenset(row.event for row in rows)


def _of_statement(claims: Sequence[ClaimRow]) -> Iterator[Compared]:
    """What can be said of claims with the same subject, relation and object."""
    positive = [claim for claim in claims if claim.polarity == "positive"]
    if 0 < len(positive) < len(claims):
        yield _compared("disagree in polarity", claims, lambda rows: _list(_polarity(row) for row in rows))
    if len({_surest(rows) for rows in _by_source(positive).values()}) > 1:
        yield _compared("disagree in modality", positive, _surest)
    finding: Finding = "several" if len(_by_source(claims)) > 1 else "one only"
    yield _compared(finding, claims, lambda rows: _list(_manner(row) for row in rows))


def _single_valued(questions: dict[Key, list[ClaimRow]]) -> set[str]:
    """The relations for which a source mostly names one object a subject: who leads, not who visits or has what."""
    counts: dict[str, list[int]] = {}
    for (_, relation, _), claims in questions.items():
        for rows in _by_source(claims).values():
            one_and_all = counts.setdefault(relation, [0, 0])
            one_and_all[0] += len({_object(row) for row in rows}) == 1
            one_and_all[1] += 1
    return {relation for relation, (one, total) in counts.items() if one >= SINGLE * total}


def _of_question(claims: Sequence[ClaimRow]) -> Iterator[Compared]:
    """Whether sources that each name one object for a subject and relation name the same."""
    sources = _by_source([claim for claim in claims if claim.polarity == "positive"])
    named = {source: {_object(row) for row in rows} for source, rows in sources.items()}
    types = {row.object.type for row in claims if row.object}
    if len(types) == 1 and types <= NAMED and all(len(objects) == 1 for objects in named.values()):
        rows = [row for group in sources.values() for row in group]
        if len({_object(row) for row in rows}) > 1:
            yield _compared("disagree in object", rows, lambda found: _list(_label(row) for row in found))


def _compared(finding: Finding, claims: Sequence[ClaimRow], say: Callable[[Sequence[ClaimRow]], str]) -> Compared:
    sources = _by_source(claims)
    first = claims[0]
    said = tuple(f"{rows[0].source.title}: {say(rows)}" for rows in sources.values())
    titles = tuple(rows[0].source.title for rows in sources.values())
    label = _label(first) if len({_object(claim) for claim in claims}) == 1 else "?"
    return Compared(finding, first.subject.label, first.label, label, titles, said, tuple(claims))


def _by_source(claims: Iterable[ClaimRow]) -> dict[str, list[ClaimRow]]:
    sources: dict[str, list[ClaimRow]] = {}
    for claim in claims:
        sources.setdefault(claim.source.original, []).append(claim)
    return dict(sorted(sources.items()))


def _surest(claims: Sequence[ClaimRow]) -> Modality:
    return min((claim.modality for claim in claims), key=SUREST.index)


def _polarity(claim: ClaimRow) -> str:
    return f"{claim.polarity} ({claim.said_by.label})" if claim.speaker else claim.polarity


def _manner(claim: ClaimRow) -> str:
    words = claim.modality if claim.polarity == "positive" else f"not {claim.modality}"
    return f"{words} ({claim.speaker.label})" if claim.speaker else words


def _label(claim: ClaimRow) -> str:
    return claim.object.label if claim.object else ""


def _list(words: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(words))
