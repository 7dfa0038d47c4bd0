"""Bytes → text."""

from __future__ import annotations

import codecs

import pytest

from kg.errors import LoadError
from kg.loaders.encoding import decode

TEXT = "Señor Muñoz visited Zürich – a “small” café – and sold 3 € of coffee to José Núñez. "


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        TEXT.encode("utf-16"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        TEXT.encode("utf-32"),
        TEXT.encode("cp1252"),
    ],
    ids=["utf-8", "utf-8 mark", "utf-16", "utf-16-le", "utf-16-be", "utf-16-be mark", "utf-32", "cp1252"],
)
def test_western_text(data: bytes) -> None:
    assert decode(data) == TEXT


def test_broken_utf8_costs_only_its_bytes() -> None:
    data = ("Zürich bought café chairs. " * 5).encode() + b"Caf\xe9s in Riga \xff."
    assert decode(data) == "Zürich bought café chairs. " * 5 + "Cafés in Riga ÿ."


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("cp1251", "Министр вчера посетил город и продал правительству корабли. " * 5),
        ("gb18030", "部长昨天访问了该市并向政府出售了几艘船。" * 8),
    ],
)
def test_other_charsets_are_detected(name: str, text: str) -> None:
    assert decode(text.encode(name)) == text


def test_a_declared_charset_of_a_page() -> None:
    page = '<html><head><meta charset="iso-8859-2"></head><body>Łódź</body></html>'
    assert decode(page.encode("iso-8859-2"), markup=True) == page


def test_a_wrongly_declared_charset_is_not_believed() -> None:
    page = '<html><head><meta charset="no-such-charset"></head><body>Łódź</body></html>'
    assert decode(page.encode(), markup=True) == page


@pytest.mark.parametrize(
    "data",
    [
        bytes(range(256)) * 40,
        b"\x7fELF" + b"\x00" * 100,
        b"\x89PNG\r\n\x1a\n" + b"abc" * 50,
        b"PK\x03\x04rest",
        b"%PDF-1.7 text",
        b"\x00" * 50,
    ],
)
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(LoadError, match="binary"):
        decode(data)


def test_a_stray_nul_is_no_reason_to_refuse() -> None:
    assert decode(b"Peru bought ships." * 10 + b"\x00") == "Peru bought ships." * 10 + "\x00"
