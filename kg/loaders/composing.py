"""Pieces of text → a Document: the body with its blocks, and what is known of it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, fields
from hashlib import sha256

from kg.model import Block, BlockKind, Document, Metadata

SEPARATOR = "\n\n"
# What no file format of ours can hold, for one space each: offsets stay. Line ends and tabs are white space already.
UNWRITABLE = {**{code: " " for code in (*range(9), 11, 12, *range(14, 32), *range(127, 160), 0xFFFE, 0xFFFF)}}
UNWRITABLE |= dict.fromkeys(range(0xD800, 0xE000), "\ufffd")
# Hyphens and joints that nobody sees, and marks that turn the direction of writing: no two names differ by them.
DIRECTIONS = (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
INVISIBLE = dict.fromkeys((0xAD, 0x200B, 0x2060, 0xFEFF, *DIRECTIONS))


@dataclass(frozen=True, slots=True)
class Piece:
    """The text of a block to be, already one line."""

    kind: BlockKind
    text: str


@dataclass(frozen=True, slots=True)
class Skipped:
    """An input, or a part of one, that gave no document; `failed` when the user will want to mend it."""

    source: str
    reason: str
    failed: bool


def printable(text: str) -> str:
    """The text with each character that cannot be stored replaced by one that can: same length, same offsets."""
    return text.translate(UNWRITABLE)


def lines_of(text: str) -> str:
    """The text with one kind of line end, and without invisible characters; a form feed stays, alone on its line."""
    text = re.sub(r"\r\n?|[\x0b\u2028\u2029]", "\n", text.translate(INVISIBLE))
    text = re.sub(r"[ \t\u00a0]{9,}", " " * 8, text)
    return "\n\f\n".join(printable(page) for page in text.split("\f"))


def spaced(text: str) -> str:
    """The text on one line with single spaces."""
    return " ".join(text.split())


def compose(pieces: Iterable[Piece], known: Metadata) -> Document:
    """The document of these pieces, blank lines between them; id and source are for the caller to set."""
    blocks: list[Block] = []
    parts: list[str] = []
    at = 0
    for piece in pieces:
        text = spaced(printable(piece.text))
        if text:
            blocks.append(Block(piece.kind, at, at + len(text)))
            parts.append(text)
            at += len(text) + len(SEPARATOR)
    return document(SEPARATOR.join(parts), blocks, known)


def document(text: str, blocks: Iterable[Block], known: Metadata) -> Document:
    """A document over a text that is the body already."""
    facts = {field.name: getattr(known, field.name) for field in fields(known)}
    return Document(id="", source="", text=text, blocks=tuple(blocks), sha256=digest(text), **facts)


def digest(text: str) -> str:
    """The hash that proves a body."""
    return sha256(text.encode("utf-8")).hexdigest()
