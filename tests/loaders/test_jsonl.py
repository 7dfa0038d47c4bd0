"""JSON Lines: the text as given, offsets in it, one bad line at a time."""

from __future__ import annotations

import json
from io import BytesIO

import pytest

from kg.errors import LoadError
from kg.loaders import jsonl
from kg.loaders.composing import Skipped
from kg.model import Document


def loaded(*lines: object) -> list[Document | Skipped]:
    raw = "\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines)
    return list(jsonl.load(BytesIO(raw.encode("utf-8")), "a.jsonl"))


def one(row: dict[str, object]) -> Document:
    (found,) = loaded(row)
    assert isinstance(found, Document)
    return found


def blocks(document: Document) -> list[tuple[str, str]]:
    return [(block.kind, document.text[block.start : block.end]) for block in document.blocks]


def test_the_text_is_the_body_as_given() -> None:
    text = "Title\n\nMarch 01, 2008\n\nPeru  bought\tships.\r\n\r\nShare this article\n\nÀ côté 🚢 部长."
    found = one({"id": "a", "text": text, "title": "Title"})
    assert found.text == text
    assert blocks(found) == [
        ("title", "Title"),
        ("header", "March 01, 2008"),
        ("paragraph", "Peru  bought\tships."),
        ("heading", "Share this article"),
        ("paragraph", "À côté 🚢 部长."),
    ]


def test_wrapped_lines_are_one_block_with_its_line_ends() -> None:
    text = "The minister, who had arrived in Riga on Monday\nmorning, met his counterpart for talks about gas.\n\nThen he left."
    assert [said for _, said in blocks(one({"text": text}))] == text.split("\n\n")


def test_metadata() -> None:
    found = one({
        "id": "n 1",
        "text": "Peru bought ships.",
        "title": " A  title ",
        "date": "1918-04-24T18:00:00",
        "kind": "cable",
        "author": "Anna Berg",
        "publisher": None,
        "url": "https://example.org/a",
        "reference": "09QUITO7",
    })
    assert (found.id, found.title, found.date, found.kind) == ("n 1", "A title", "1918-04-24", "cable")
    assert (found.author, found.publisher, found.url, found.reference) == (
        "Anna Berg",
        None,
        "https://example.org/a",
        "09QUITO7",
    )


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ("2008", "2008"),
        ("2008-05", "2008-05"),
        ("May 24, 2008", "2008-05-24"),
        (2008, "2008"),
        ("2008-99", None),
        ("２００８", None),
        ("soon", None),
        (None, None),
        ("", None),
    ],
)
def test_dates(given: object, wanted: str | None) -> None:
    assert one({"text": "Peru.", "date": given}).date == wanted


def test_a_line_without_id_is_named_by_its_number() -> None:
    first, second = loaded({"text": "Peru."}, {"text": "Chile."})
    assert isinstance(first, Document) and isinstance(second, Document)
    assert (first.id, second.id) == ("line-1", "line-2")


@pytest.mark.parametrize(
    ("given", "wanted"),
    [("a", "a"), (7, "7"), (0, "0"), (" ", "line-1"), (None, "line-1"), (True, "line-1"), (["a"], "line-1")],
)
def test_ids(given: object, wanted: str) -> None:
    assert one({"id": given, "text": "Peru."}).id == wanted


@pytest.mark.parametrize("raw", [b"", b"\n \n", b"\xef\xbb\xbf", b"\xff\xfe"])
def test_a_file_without_lines_is_empty(raw: bytes) -> None:
    with pytest.raises(LoadError, match="empty"):
        list(jsonl.load(BytesIO(raw), "a.jsonl"))


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('{"id": "b", "text": ', "not JSON"),
        ('{"id": "c"}', 'no JSON object with a "text"'),
        ('["text"]', 'no JSON object with a "text"'),
        ('{"text": 3}', 'no JSON object with a "text"'),
        ('{"text": " \\n"}', "empty"),
        ("[" * 100_000, "deep"),
    ],
)
def test_a_bad_line_is_named_and_the_others_are_read(line: str, said: str) -> None:
    before, bad, after = loaded({"id": "a", "text": "Peru."}, line, {"id": "z", "text": "Chile."})
    assert isinstance(before, Document) and isinstance(after, Document)
    assert isinstance(bad, Skipped)
    assert (bad.source, bad.failed) == ("a.jsonl:2", True)
    assert said in bad.reason


def test_a_line_that_is_not_utf8() -> None:
    found = list(jsonl.load(BytesIO(b'{"text": "Peru."}\n{"text": "\xff\xfe"}\n\n{"text": "Chile."}'), "a.jsonl"))
    assert [type(each) for each in found] == [Document, Skipped, Document]
    assert isinstance(found[1], Skipped) and "UTF-8" in found[1].reason


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_marked_encodings(encoding: str) -> None:
    raw = '{"text": "Zürich."}\n{"text": "Chile."}\n'.encode(encoding)
    assert [each.text for each in jsonl.load(BytesIO(raw), "a") if isinstance(each, Document)] == ["Zürich.", "Chile."]


def test_lone_surrogates_and_control_characters_keep_their_places() -> None:
    (found,) = loaded('{"id": "\\ud800", "text": "A \\ud800 b\\u0000c \\ud83d\\ude00 d", "title": "\\udfff"}')
    assert isinstance(found, Document)
    assert found.text == "A \ufffd b c \U0001f600 d"
    found.id.encode(), (found.title or "").encode()
