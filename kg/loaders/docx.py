"""Word files → one document: paragraphs and the cells of tables in order; headings by style."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO
from zipfile import BadZipFile

import docx
from docx.document import Document as WordFile
from docx.opc.exceptions import OpcError
from docx.text.paragraph import Paragraph
from lxml import etree

from kg.errors import LoadError
from kg.loaders import page
from kg.loaders import text as plain
from kg.loaders.composing import Skipped, compose, lines_of, spaced
from kg.loaders.parts import parts_of_pairs
from kg.model import BlockKind, Document

DAMAGED = (
    *(OpcError, BadZipFile, zlib.error, EOFError, etree.XMLSyntaxError),
    *(KeyError, IndexError, ValueError, TypeError, AttributeError, RuntimeError),  # RuntimeError: encrypted
)
KINDS: dict[str, BlockKind] = {"heading": "heading", "title": "heading", "subtitle": "heading", "caption": "caption"}


def load(file: BinaryIO, name: str) -> Iterator[Document | Skipped]:
    """The document of a Word file."""
    try:
        word = docx.Document(file)
        pairs = [(kind, lines_of(text)) for kind, text in _pairs(word) if text.strip()]
    except DAMAGED as error:  # what a malformed file makes python-docx raise
        raise LoadError("this is no .docx file of Word, or a damaged one") from error
    if not pairs:
        raise LoadError("the .docx file holds no text")
    whole = "\n".join(text for _, text in pairs)
    if found := plain.diplomatic(whole):
        yield compose(*found)
        return
    known = word.core_properties
    titled = next((spaced(text) for kind, text in pairs[:1] if kind == "heading"), None)
    pieces, own = page.arrange(parts_of_pairs(pairs), titled)
    author = spaced(known.author or "") if known.author != "python-docx" else ""
    created = known.created.date().isoformat() if known.created else None
    own = replace(own, kind="report", author=own.author or author or None, date=own.date or created)
    yield compose(pieces, own)


def _pairs(word: WordFile) -> Iterator[tuple[BlockKind, str]]:
    """Paragraphs with what their style says they are; the cells of tables one by one."""
    for item in word.iter_inner_content():
        if isinstance(item, Paragraph):
            style = (item.style.name or "").split(" ")[0].lower() if item.style else ""
            yield KINDS.get(style, "paragraph"), item.text
        else:
            for row in item.rows:
                seen: set[int] = set()  # a merged cell comes once for each of its columns
                for cell in row.cells:
                    if id(cell._tc) not in seen:
                        seen.add(id(cell._tc))
                        yield from (("paragraph", paragraph.text) for paragraph in cell.paragraphs)
