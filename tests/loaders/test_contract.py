"""What holds of any text: nothing lost, nothing invented, blocks where they say they are."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO
from json import dumps
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.errors import LoadError
from kg.loaders import jsonl
from kg.loaders import text as plain
from kg.loaders.composing import compose, digest, lines_of, printable
from kg.model import Document

PAGES = sorted((Path(__file__).parent / "pages").glob("*.txt"))
WORDS = st.sampled_from([
    "Peru",
    "Chile",
    "minister",
    "bought",
    "sold",
    "ships",
    "from",
    "the",
    "of",
    "to",
    "in",
    "(SBU)",
    "2.",
    "17",
    "A.",
    "–",
    "--",
    '"yes"',
    "“no”",
    "co-",
    "share",
    "Share",
    "comments",
    "you",
    "please",
    "log",
    "Log",
    "in",
    "|",
    "»",
    "©",
    "2007",
    "[1]",
    "%s",
    "Summary:",
    "End",
    "By",
    "BY",
    "Anna",
    "Berg",
    "June",
    "3,",
    "2007",
    "café",
    "naïve",
    "部长",
    "🚢",
    "\xad",
    "\u200b",
    "\x00",
    "\x0c",
    "\t",
])
LINES = st.lists(WORDS, max_size=14).map(" ".join)
TEXTS = st.lists(LINES, max_size=12).map("\n".join)
RELAXED = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def read(text: str) -> Document | None:
    try:
        return compose(*plain.read(text))
    except LoadError:
        return None


def letters(text: str) -> str:
    """A text without white space, line-end hyphens and what cannot be stored."""
    return re.sub(r"[\s\-‐\u00ad\u200b\u2060\ufeff]|[-=_*~–—.+#]{3,}", "", printable(text))


def is_subsequence(part: str, whole: str) -> bool:
    rest = iter(whole)
    return all(char in rest for char in part)


def sound(document: Document) -> None:
    """The invariants of blocks."""
    at = 0
    for block in document.blocks:
        assert at <= block.start < block.end <= len(document.text)
        assert document.text[at : block.start].strip() == ""
        said = document.text[block.start : block.end]
        assert said == said.strip()
        at = block.end
    assert document.text[at:].strip() == ""
    assert document.sha256 == digest(document.text)


@RELAXED
@given(TEXTS | st.text(max_size=200))
def test_the_body_is_the_text_but_for_white_space_hyphens_and_furniture(text: str) -> None:
    document = read(text)
    if document is None:
        return
    sound(document)
    assert "\n\n".join(document.text[block.start : block.end] for block in document.blocks) == document.text
    assert is_subsequence(letters(document.text), letters(text))


PROSE = st.lists(
    st.sampled_from((
        "Peru bought ships.",
        'The minister said: "You may share it, please."',
        "In Riga – the capital – it rained.",
        "He left the so-called party in 1999 (see below).",
        "Anna Berg's co-operative sells 3.5 tons of fish to the U.S. every week, and more in May.",
        "部长昨天访问了该市 with her.",
    )),
    min_size=2,
    max_size=9,
)


@RELAXED
@given(st.lists(PROSE, min_size=1, max_size=6), st.sampled_from(["\n\n", "\r\n\r\n", "\n \n", "\n\n\n\n"]))
def test_prose_stays_whole(paragraphs: list[list[str]], separator: str) -> None:
    said = [" ".join(sentences) for sentences in paragraphs]
    document = read(separator.join(said))
    assert document is not None
    assert document.text == "\n\n".join(said)


@RELAXED
@given(TEXTS.filter(lambda text: bool(text.strip())) | st.text(min_size=1, max_size=100))
def test_a_line_of_json_keeps_its_text(text: str) -> None:
    text = printable(text)
    document = replace(jsonl_document(text), id="a")
    assert document.text == text
    sound(document)


def jsonl_document(text: str) -> Document:
    (found,) = jsonl.load(BytesIO(dumps({"text": text if text.strip() else f"{text}x"}).encode()), "a")
    assert isinstance(found, Document)
    return found if text.strip() else replace(found, text=text, blocks=(), sha256=digest(text))


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_pages_invent_nothing(path: Path) -> None:
    text = "\n".join(line[2:] for line in path.read_text(encoding="utf-8").splitlines())
    document = read(text)
    assert document is not None
    sound(document)
    assert is_subsequence(letters(document.text), letters(text))


def test_unstorable_characters_are_replaced_in_place() -> None:
    assert printable("a\x00b\ud800c\ufffed\te\nf\x85") == "a b\ufffdc d\te\nf "
    assert lines_of("a\r\nb\rc\u2028d\x0be\x0cf\ufeff\u00adg") == "a\nb\nc\nd\ne\n\x0c\nfg"
