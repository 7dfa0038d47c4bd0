"""PDF → one document: the text of the pages in order, without running heads and page numbers."""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import BinaryIO

import pypdf
from pypdf.errors import PyPdfError

from kg.errors import LoadError
from kg.loaders import text as plain
from kg.loaders.composing import Skipped, compose, spaced
from kg.model import Document

EDGE = 3  # lines at the top and the bottom of a page that may be a running head or foot
DAMAGED = (PyPdfError, ValueError, KeyError, IndexError, TypeError, AttributeError, RecursionError, OverflowError)
SILENT = logging.NullHandler()  # pypdf's remarks go to whoever listens for them, and not to standard error
NUMBER = re.compile(r"\d+|\b[ivxlc]+\b")


def load(file: BinaryIO, name: str) -> Iterator[Document | Skipped]:
    """The document of a PDF file."""
    if file.read(1024).lstrip()[:5] != b"%PDF-":
        raise LoadError("this is no PDF file")
    file.seek(0)
    logging.getLogger("pypdf").addHandler(SILENT)
    pages, title, author = _read(file)
    body = "\f".join(_without_running_lines(pages))
    if not body.strip("\f \n"):
        raise LoadError("the PDF holds no text, only pictures of pages; recognise its text first (OCR)")
    pieces, known = plain.read(body)
    known = replace(known, kind="cable" if known.kind == "cable" else "report", author=known.author or author)
    if known.title is None and title and title.casefold() in spaced(body[:2000]).casefold():
        known = replace(known, title=title)
    yield compose(pieces, known)


def _read(file: BinaryIO) -> tuple[list[list[str]], str | None, str | None]:
    """The lines of each page, and what the file says are its title and author."""
    try:
        reader = pypdf.PdfReader(file)
        if reader.is_encrypted and not reader.decrypt(""):
            raise LoadError("the PDF is protected by a password")
        pages = [page.extract_text().split("\n") for page in reader.pages]
        known = reader.metadata
        return pages, _said(known.title if known else None), _said(known.author if known else None)
    except DAMAGED as error:  # what a malformed file makes pypdf raise
        raise LoadError(f"the PDF is damaged: {spaced(str(error)) or type(error).__name__}") from error


def _said(value: str | None) -> str | None:
    value = spaced(value or "")
    return value if len(value) > 2 and not re.search(r"\.\w{2,4}$|untitled", value, re.I) else None


def _without_running_lines(pages: Sequence[list[str]]) -> Iterator[str]:
    """The pages without lines that, numbers apart, stand at the edge of most pages, and without page numbers."""
    counts = Counter(form for lines in pages for form in {_form(line) for line in _edges(lines)})
    enough = max(2, len(pages) * 0.4)
    for lines in pages:
        said = [at for at, line in enumerate(lines) if line.strip()]
        edges = {*said[:EDGE], *said[-EDGE:]}
        yield "\n".join(
            line
            for at, line in enumerate(lines)
            if at not in edges or not (counts[_form(line)] >= enough or line.strip(" -–—[]").isdigit())
        )


def _edges(lines: Sequence[str]) -> list[str]:
    said = [line for line in lines if line.strip()]
    return said[:EDGE] + said[-EDGE:]


def _form(line: str) -> str:
    return NUMBER.sub("#", spaced(line).lower())
