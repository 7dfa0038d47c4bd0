"""What a sentence says, on one line a claim: `Venezuela | buys | fighter planes | from Russia | possible`.

A pattern is such a line. Its first three parts are subject, relation and object, in the words of the labels ("-" where
there is no object, "*" for anything, "ships / vessels" for either). The parts behind them are qualifiers, in any order:

    negative                          polarity; a pattern without it asks for a positive claim
    planned, possible, …              modality; a pattern without one asks for an asserted claim
    said by Ana Silva                 whom the claim is attributed to
    on 2007-06-28                     its time
    from Russia, amount 9, place Lima an argument by its role

A pattern of what must not be said takes any polarity and modality unless it names one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import get_args

import pytest
from spacy.language import Language

from kg.claims import make_claims
from kg.lexicon import load_relations
from kg.loaders.composing import document
from kg.loaders.jsonl import blocks
from kg.model import Claim, Document, Metadata, Modality, Participant, Phrase, Polarity, Reading
from kg.reading import read_all
from kg.resolution import resolve

MODALITIES = frozenset(get_args(Modality))
POLARITIES = frozenset(get_args(Polarity))
NOBODY = frozenset([
    "i",
    "me",
    "my",
    "we",
    "us",
    "our",
    "you",
    "your",
    "he",
    "him",
    "his",
    "she",
    "her",
    "it",
    "its",
    "they",
    "them",
    "their",
    "who",
    "which",
    "that",
    "this",
    "these",
])


@dataclass(frozen=True)
class Case:
    """A sentence, what it says, and what it must not be read to say."""

    text: str
    yields: tuple[str, ...]
    never: tuple[str, ...]
    date: str


def case(
    text: str, *yields: str, never: Iterable[str] = (), date: str = "2011-05-20", miss: str | None = None
) -> object:
    """A row of a table; `miss` says why it is not read yet."""
    marks = [pytest.mark.xfail(strict=True, reason=miss)] if miss else []
    return pytest.param(Case(text, yields, tuple(never), date), marks=marks, id=text[:60])


def text_document(text: str, date: str | None = "2011-05-20") -> Document:
    """The text as a document of its own, cut into paragraphs as a line of a .jsonl file is."""
    made = document(text, list(blocks(text, None)), Metadata(date=date))
    return Document(
        id="text",
        source="text.jsonl",
        text=made.text,
        blocks=made.blocks,
        sha256=made.sha256,
        kind="article",
        date=made.date,
        publisher="Gazette",
    )


def reading_of(nlp: Language, text: str, date: str | None = "2011-05-20") -> Reading:
    """All that the text says by itself."""
    (reading,) = read_all(nlp, [text_document(text, date)], load_relations())
    return reading


def claims_of(reading: Reading) -> tuple[Claim, ...]:
    """The claims of a corpus of this one document."""
    return make_claims([reading], resolve([reading]), load_relations())


def said(nlp: Language, text: str, date: str | None = "2011-05-20") -> tuple[Claim, ...]:
    """What the text says, read on the road that `kg build` takes."""
    return claims_of(reading_of(nlp, text, date))


def line(claim: Claim) -> str:
    """The claim as a pattern that it matches."""
    parts = [claim.subject.label, claim.relation.label, claim.object.label if claim.object else "-"]
    parts += [f"{each.role} {each.participant.label}" for each in claim.arguments]
    parts += [claim.modality] if claim.modality != "asserted" else []
    parts += [claim.polarity] if claim.polarity != "positive" else []
    parts += [f"on {claim.time.value}"] if claim.time else []
    parts += [f"said by {claim.attribution.label}"] if claim.attribution else []
    return " | ".join(parts)


def matches(claim: Claim, pattern: str, *, strict: bool = True) -> bool:
    """Does the claim say what the pattern says? Not `strict`: with any polarity and modality it does not name."""
    subject, relation, target, *marks = [part.strip() for part in pattern.split("|")]
    have = [part.strip() for part in line(claim).split(" | ")]
    if not all(_one_of(part, one) for part, one in zip(have, (subject, relation, target), strict=False)):
        return False
    named = {*marks}
    if strict and not named & POLARITIES and claim.polarity != "positive":
        return False
    if strict and not named & MODALITIES and claim.modality != "asserted":
        return False
    further = {*have[3:], claim.polarity, claim.modality, "implied" if claim.implied else "stated"}
    return all(any(_one_of(one, mark) for one in further) for mark in marks)


def _one_of(said: str, wanted: str) -> bool:
    return any(one in ("*", said.lower()) for one in wanted.lower().split(" / "))


def check(nlp: Language, row: Case) -> None:
    """The claims of the row must be there, and those it must never yield not."""
    reading = reading_of(nlp, row.text, row.date)
    claims = claims_of(reading)
    assert faults(reading, claims) == []
    report = "\n".join(["", row.text, "says:", *(f"    {line(claim)}" for claim in claims)])
    missing = [pattern for pattern in row.yields if not any(matches(claim, pattern) for claim in claims)]
    wrong = [pattern for pattern in row.never if any(matches(claim, pattern, strict=False) for claim in claims)]
    assert not missing, report + "\nbut not:\n    " + "\n    ".join(missing)
    assert not wrong, report + "\nwhich it must not:\n    " + "\n    ".join(wrong)


def faults(reading: Reading, claims: Iterable[Claim]) -> list[str]:
    """What is wrong with a reading and its claims, whatever the text says."""
    text = reading.document.text
    found = [f"{phrase.text!r} is not what the text says" for phrase in _phrases(reading) if not _quotes(text, phrase)]
    for said in reading.propositions:
        if not any(block.start <= said.start < said.end <= block.end for block in reading.document.blocks):
            found.append(f"the sentence of {said.relation.text!r} is not within a block")
        if said.time and text[said.time.start : said.time.end] != said.time.text:
            found.append(f"{said.time.text!r} is not what the text says")
    ids: set[str] = set()
    for claim in claims:
        if text[claim.start : claim.end] != claim.sentence:
            found.append(f"{claim.sentence!r} is not the sentence")
        if claim.id in ids:
            found.append(f"{claim.id} stands for two claims")
        ids.add(claim.id)
        for who in participants(claim):
            if who.start is not None and text[who.start : who.end] != who.text:
                found.append(f"{who.text!r} is not what the text says")
            if who.entity is not None and (
                not who.label.strip()
                or who.label in NOBODY
                or (who.label.title() == who.label and who.label.lower() in NOBODY)
            ):
                found.append(f"{who.label!r} is a node")
    return found


def participants(claim: Claim) -> list[Participant]:
    """Everybody in a claim."""
    everybody = (claim.subject, claim.object, *(each.participant for each in claim.arguments), claim.attribution)
    return [who for who in everybody if who is not None]


def _phrases(reading: Reading) -> Iterator[Phrase]:
    for said in reading.propositions:
        yield said.subject
        yield from said.sources
        for argument in said.arguments:
            yield argument.phrase


def _quotes(text: str, phrase: Phrase) -> bool:
    return 0 <= phrase.start < phrase.end <= len(text) and text[phrase.start : phrase.end] == phrase.text
