"""Markdown → one document: headings and image captions as blocks of their own, the signs of the markup gone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, BinaryIO

from kg.errors import LoadError
from kg.loaders import dates, page
from kg.loaders import text as plain
from kg.loaders.composing import Skipped, compose, lines_of, spaced
from kg.loaders.encoding import decode
from kg.loaders.parts import parts_of_pairs
from kg.model import BlockKind, Document, Metadata

FRONT = re.compile(r"\A---\n(.*?)\n(?:---|\.\.\.)\n", re.S)
FENCE = re.compile(r"^(```|~~~).*?^\1[^\n]*$", re.S | re.M)
COMMENT = re.compile(r"<!--.*?-->", re.S)
HEADING = re.compile(r"^ {0,3}#{1,6}\s+(.*?)\s*#*$")
UNDERLINED = re.compile(r"^ {0,3}(?:=+|-+)\s*$")
IMAGE = re.compile(r"^\s*!\[([^\]]*)\]\([^)]*\)\s*$")
MARKUP = (
    (re.compile(r"!\[([^\]]*)\]\([^)]*\)"), r"\1"),
    (re.compile(r"\[([^\]]+)\](?:\([^)]*\)|\[[^\]]*\])"), r"\1"),
    (re.compile(r"\[\^[^\]]+\]:?"), ""),
    (re.compile(r"^\s*\[[^\]]+\]:\s+\S+.*$", re.M), ""),
    (re.compile(r"<(https?://[^>\s]+)>"), r"\1"),
    (re.compile(r"</?[a-zA-Z][^>]*>"), ""),
    (re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1"), r"\2"),
    (re.compile(r"(?<![\w*])\*(?=\S)([^*\n]+?)(?<=\S)\*(?![\w*])"), r"\1"),
    (re.compile(r"(?<!\w)_(?=\S)([^_\n]+?)(?<=\S)_(?!\w)"), r"\1"),
    (re.compile(r"`([^`\n]+)`"), r"\1"),
    (re.compile(r"^\s*>\s?", re.M), ""),
    (re.compile(r"^\s*[*+-]\s+(?:\[[ x]\]\s+)?", re.M), "\n"),
    (re.compile(r"^\s*\|?(?:\s*:?-{3,}:?\s*\|)+\s*:?-*:?\s*$", re.M), ""),
    (re.compile(r"\\([\\`*_{}\[\]()#+.!|-])"), r"\1"),
)
TABLE = re.compile(r"^\s*\|.*\|\s*$", re.M)


def load(file: BinaryIO, name: str) -> Iterator[Document | Skipped]:
    """The document of a Markdown file."""
    text = lines_of(decode(file.read()))
    if not text.strip():
        raise LoadError("the file is empty")
    front, text = _front_matter(text)
    if found := plain.diplomatic(text):
        yield compose(*found)
        return
    parts = parts_of_pairs(_pairs(COMMENT.sub("", FENCE.sub("", text))))
    if not parts:
        raise LoadError("the file holds no text")
    titled = next((part.text for part in parts[:1] if part.kind == "heading"), None)
    pieces, own = page.arrange(parts, front.title or titled)
    yield compose(pieces, replace(own, **_known(front)))


def _front_matter(text: str) -> tuple[Metadata, str]:
    """The `key: value` lines between two `---` at the beginning."""
    found = FRONT.match(text)
    if found is None:
        return Metadata(), text
    lines = (line.partition(":") for line in found[1].splitlines())
    said = {key.strip().lower(): value.strip().strip("\"'") for key, colon, value in lines if colon}
    known = Metadata(
        title=said.get("title") or None,
        author=said.get("author") or None,
        publisher=said.get("publisher") or None,
        date=dates.first(said.get("date", "")),
        url=said.get("url") or None,
    )
    return known, text[found.end() :]


def _known(front: Metadata) -> dict[str, Any]:
    names = ("title", "author", "publisher", "date", "url")
    return {name: value for name in names if (value := getattr(front, name))}


def _pairs(text: str) -> Iterator[tuple[BlockKind, str]]:
    """Headings and captions, and the text between them with its lines."""
    waiting: list[str] = []
    for line in text.split("\n"):
        heading, image = HEADING.match(line), IMAGE.match(line)
        underlined = (
            UNDERLINED.match(line) and waiting and waiting[-1].strip() and (len(waiting) < 2 or not waiting[-2].strip())
        )
        if not (heading or image or underlined):
            waiting.append(line)
            continue
        title = waiting.pop() if underlined else heading[1] if heading else image[1] if image else ""
        yield "paragraph", _plain("\n".join(waiting))
        yield "caption" if image else "heading", spaced(_plain(title))
        waiting = []
    yield "paragraph", _plain("\n".join(waiting))


def _plain(text: str) -> str:
    """The text without the signs of the markup; cells of tables on lines of their own."""
    for pattern, rest in MARKUP:
        text = pattern.sub(rest, text)
    return TABLE.sub(lambda row: "\n\n".join([*row[0].strip().strip("|").split("|"), ""]), text)
