"""JSON Lines: a document a line, `{"id", "text"}` and optional metadata; the text is the body as given."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, BinaryIO

from kg.errors import LoadError
from kg.loaders import dates, mastheads, wrapping
from kg.loaders.composing import Skipped, document, printable, spaced
from kg.loaders.encoding import MARKS
from kg.loaders.furniture import Signs
from kg.model import Block, BlockKind, Document, Metadata

STRINGS = (
    "title",
    "author",
    "publisher",
    "language",
    "reference",
    "classification",
    "origin",
    "url",
    "sender",
    "subject",
)


def load(file: BinaryIO, name: str) -> Iterator[Document | Skipped]:
    """The documents of a file, line by line; a line that is none is reported and the others go on."""
    empty = True
    for number, line in _lines(file):
        source = f"{name}:{number}"
        if isinstance(line, UnicodeDecodeError):
            yield Skipped(source, "the line is not UTF-8", failed=True)
        elif line.strip():
            yield _read(line, source, number)
        else:
            continue
        empty = False
    if empty:
        raise LoadError("the file is empty")


def _lines(file: BinaryIO) -> Iterator[tuple[int, str | UnicodeDecodeError]]:
    """The numbered lines; each is decoded by itself, so that one bad line costs only itself."""
    start = file.readline()
    mark, encoding = next(((mark, name) for mark, name in MARKS if start.startswith(mark)), (b"", "utf-8"))
    if encoding != "utf-8":
        text = (start[len(mark) :] + file.read()).decode(encoding, errors="replace")
        yield from enumerate(text.split("\n"), 1)
        return
    number, raw = 1, start[len(mark) :]
    while raw:
        try:
            yield number, raw.decode("utf-8")
        except UnicodeDecodeError as error:
            yield number, error
        number, raw = number + 1, file.readline()


def _read(line: str, source: str, number: int) -> Document | Skipped:
    try:
        row = json.loads(line)
    except (json.JSONDecodeError, RecursionError) as error:
        reason = error.msg if isinstance(error, json.JSONDecodeError) else "nested too deep"
        return Skipped(source, f"the line is not JSON: {reason}", failed=True)
    if not isinstance(row, dict) or not isinstance(row.get("text"), str):
        return Skipped(source, 'the line is no JSON object with a "text"', failed=True)
    if not row["text"].strip():
        return Skipped(source, 'the "text" is empty', failed=True)
    text = printable(row["text"])
    known = _metadata(row)
    found = document(text, blocks(text, known.title), known)
    return replace(found, id=_id(row.get("id")) or f"line-{number}")


def _id(value: object) -> str | None:
    """An id as text; a number will do, too."""
    known = isinstance(value, str | int) and not isinstance(value, bool)
    return printable(str(value)) if known and str(value).strip() else None


def _metadata(row: dict[str, object]) -> Metadata:
    """The known fields of a line; what is no string, or empty, is unknown."""
    known = Metadata(
        kind=_said(row.get("kind")) or "article", date=_day(row.get("date")), released=_day(row.get("released"))
    )
    facts: dict[str, Any] = {key: _said(row.get(key)) for key in STRINGS}
    return replace(known, **facts)


def _said(value: object) -> str | None:
    return spaced(printable(value)) or None if isinstance(value, str) else None


def _day(value: object) -> str | None:
    """An ISO date of any precision without its time, or a date in words."""
    if isinstance(value, int) and 1000 <= value <= 2999:
        return str(value)
    if not isinstance(value, str):
        return None
    if found := dates.first(value):
        return found
    value = value.strip()
    return value if re.fullmatch(r"\d{4}(-(0[1-9]|1[0-2]))?", value, re.ASCII) else None


def blocks(text: str, title: str | None) -> Iterator[Block]:
    """The spans of the paragraphs of a text that stays as it is."""
    groups = wrapping.paragraphs(wrapping.split(text, keep=True))
    for at, group in enumerate(groups):
        start, end = group[0].start, group[-1].end
        said = spaced(text[start:end])
        yield Block(_kind(said, at, title, last=at + 1 == len(groups)), start, end)


def _kind(said: str, at: int, title: str | None, *, last: bool) -> BlockKind:
    if at == 0 and title is not None and said == title:
        return "title"
    if mastheads.is_dated(said):
        return "header"
    signs = Signs(said)
    free = (
        not last and not signs.ends and not signs.prose and 1 <= signs.size <= 10 and not said.endswith((":", ",", ";"))
    )
    return "heading" if free and not wrapping.BULLET.match(said) else "paragraph"
