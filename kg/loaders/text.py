"""Plain text → one document: a cable or a page saved as text; anything else is a page without furniture."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from kg.errors import LoadError
from kg.loaders import cable, page, telegram
from kg.loaders.composing import Piece, Skipped, compose, lines_of
from kg.loaders.encoding import decode
from kg.model import Document, Metadata


def load(file: BinaryIO, name: str) -> Iterator[Document | Skipped]:
    """The document of a text file; `name` is unused: a text says itself what it is."""
    yield compose(*read(decode(file.read())))


def read(text: str) -> tuple[list[Piece], Metadata]:
    """The pieces and the metadata of a text; LoadError when it says nothing."""
    text = lines_of(text)
    if not text.strip():
        raise LoadError("the file is empty")
    return diplomatic(text) or page.read(text)


def diplomatic(text: str) -> tuple[list[Piece], Metadata] | None:
    """The cable or telegram that a text is, or that stands in it; None for any other text."""
    if cable.is_cable(text):
        return cable.read(text)
    return telegram.read(text) if telegram.is_telegram(text) else None
