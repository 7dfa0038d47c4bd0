"""Diplomatic cables, also inside a web page saved as text: the header becomes metadata, the paragraphs the body.

    07MOSCOW3139 2007-06-27 15:26 2011-08-30 01:44 CONFIDENTIAL Embassy Moscow → reference, dates, level, origin
    P 271526Z JUN 07 / FM AMEMBASSY MOSCOW / TO RUEHC/SECSTATE WASHDC          → date, sender, addressees
    Classified By: Ambassador William J. Burns: 1.4 (b, d).                    → classified_by, and a "header" block
    1.  (C)  Summary:  The Ambassador expressed … engagement.  End Summary     → the paragraph between the labels

Paragraph numbers, marks and labels are no prose: they go from the body. So does the page around the cable: what stands
before the header, and what follows the last paragraph from the first piece of furniture on.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.loaders import cable_header, furniture, wrapping
from kg.loaders.cable_header import FIELD, SIGNS
from kg.loaders.composing import Piece, spaced
from kg.loaders.parts import Part, is_sentence, parts_of
from kg.loaders.wrapping import MARKED, Line
from kg.model import Metadata

ENOUGH = 3  # different signs of a cable: one or two may stand in an article about cables
SAMPLE = 200_000  # characters in which the header must stand
PILCROW = re.compile(r"^[¶&]+(?:para;)?\s*")
NUMBER = re.compile(rf"^(?:{MARKED.pattern}|\d{{1,3}}\.(?!\d))\s*")
MARK = re.compile(r"^\(\s?(?:[USC]|SBU|TS|NF|LOU|FOUO)(?:[/-]{1,2}[A-Z]{1,10})*\s?\)\s*")
_LABEL = r"(?:introduction|summary|comment|note|background|action request|bio note|embassy comment)"
OPENING_LABEL = re.compile(
    rf"^(?:begin\s+)?{_LABEL}(?:\s*(?:and|/|&)\s*{_LABEL})*(?:\s*\(cont(?:'d|inued)\.?\))?\s*(?:[:.]|--?)\s+(?=\S)",
    re.I,
)
CLOSING_LABEL = re.compile(
    rf"\s*\b(?:END|End|end)\s+(?i:{_LABEL}(?:\s*(?:and|/|&)\s*{_LABEL})*)\b\s*[.:]?(?=\s*$|\s*\)|\s+[A-Z(])"
)
LONE_LABEL = re.compile(rf"^\W*(?:(?:begin|end)\s+)?{_LABEL}(?:\s*(?:and|/|&)\s*{_LABEL})*\W*$", re.I)
SIGNATURE = re.compile(r"[A-Z][A-Z'-]{2,}(?: [A-Z]{2,})?")


def is_cable(text: str) -> bool:
    """Does the text hold enough different signs of a cable's header?"""
    text = text[:SAMPLE]
    return sum(bool(sign.search(text)) for sign in SIGNS) >= ENOUGH


def read(text: str) -> tuple[list[Piece], Metadata]:
    """The pieces and the metadata of the cable in a text."""
    lines = [replace(line, text=PILCROW.sub("", line.text)) for line in wrapping.split(text)]
    lines = [line for line in lines if line.text]
    start = _body_start(lines)
    header = cable_header.read([line.text for line in lines[:start]], [line.gap for line in lines[:start]])
    pieces = [Piece("header", spaced(header.classified_line))] if header.classified_line else []
    return [*pieces, *_body(lines[start:])], header.known


def _body_start(lines: Sequence[Line]) -> int:
    """The first numbered paragraph behind the header, or a heading over it; else what follows the last header line."""
    first = next((at for at, line in enumerate(lines) if any(sign.search(line.text) for sign in SIGNS)), 0)
    numbered = [at for at in range(first, len(lines)) if MARKED.match(lines[at].text)]
    numbered = numbered or [at for at in range(first, len(lines)) if re.match(r"1\s?\.\s", lines[at].text)]
    limit = numbered[0] if numbered else len(lines)
    last = max((at for at in range(first, limit) if FIELD.match(lines[at].text)), default=first)
    return cable_header.field_end([line.text for line in lines], [line.gap for line in lines], last, limit)


def _body(lines: Sequence[Line]) -> list[Piece]:
    parts = parts_of(lines)
    last = max((at for at, part in enumerate(parts) if NUMBER.match(part.text)), default=-1)
    pieces: list[Piece] = []
    for at, part in enumerate(parts):
        if at > last and _is_outside(part):
            break
        if LONE_LABEL.match(part.text) or not part.signs.tokens:
            continue
        numbered = bool(NUMBER.match(part.text))
        text = _prose(part.text)
        if not text:
            continue
        if at > last and SIGNATURE.fullmatch(text):
            pieces.append(Piece("header", text))
        else:
            pieces.append(Piece("paragraph" if numbered or is_sentence(part) else "heading", text))
    return pieces


def _is_outside(part: Part) -> bool:
    text = part.signs.text
    return (
        furniture.is_furniture(text)
        or furniture.opens_end(text)
        or furniture.is_label(text)
        or bool(re.match(r"\W*(?:cable ends|end cable text)", text, re.I))
    )


def _prose(text: str) -> str:
    """A paragraph without its number, classification mark and labels."""
    text = MARK.sub("", NUMBER.sub("", text))
    text = CLOSING_LABEL.sub("", OPENING_LABEL.sub("", text))
    return spaced(text)
