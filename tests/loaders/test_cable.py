"""Cables: the header becomes metadata, the paragraphs lose their numbers, marks and labels."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.loaders import cable, telegram
from kg.loaders import text as plain
from kg.loaders.composing import Piece

RAW = """\
VZCZCXRO5912
OO RUEHAST RUEHBI
DE RUEHTA #1234/01 2030951
ZNY SSSSS ZZH
O 220951Z JUL 09
FM AMEMBASSY ASTANA
TO RUEHC/SECSTATE WASHDC IMMEDIATE 5864
INFO RUCNCIS/CIS COLLECTIVE PRIORITY 1822
RUEHBJ/AMEMBASSY BEIJING 0899
S E C R E T SECTION 01 OF 02 ASTANA 001234

SIPDIS

E.O. 12958: DECL: 07/22/2029
TAGS: PGOV, PREL, EPET, KZ
SUBJECT: KAZAKHSTAN: LUNCH WITH THE
ENERGY MINISTER

REF: A. ASTANA 1100
     B. ASTANA 1187

Classified By: Ambassador Richard E. Hoagland for reasons 1.4 (b)
and (d).

1. (S) The minister will not sell the field.
"""


def test_the_fields_of_a_raw_header() -> None:
    _, known = plain.read(RAW)
    assert known.kind == "cable"
    assert known.reference == "09ASTANA1234"
    assert known.date == "2009-07-22"
    assert known.classification == "SECRET"
    assert known.origin == "Embassy Astana"
    assert known.sender == "AMEMBASSY ASTANA"
    assert known.addressees == (
        "RUEHC/SECSTATE WASHDC IMMEDIATE 5864",
        "RUCNCIS/CIS COLLECTIVE PRIORITY 1822",
        "RUEHBJ/AMEMBASSY BEIJING 0899",
    )
    assert known.subject == known.title == "KAZAKHSTAN: LUNCH WITH THE ENERGY MINISTER"
    assert known.tags == ("PGOV", "PREL", "EPET", "KZ")
    assert known.references == ("ASTANA 1100", "ASTANA 1187")
    assert known.classified_by == "Ambassador Richard E. Hoagland"
    assert known.released is None


def test_the_header_yields_one_block_and_the_number_goes() -> None:
    pieces, _ = plain.read(RAW)
    assert pieces == [
        Piece("header", "Classified By: Ambassador Richard E. Hoagland for reasons 1.4 (b) and (d)."),
        Piece("paragraph", "The minister will not sell the field."),
    ]


PARAGRAPHS = {
    "1.  (C)  Summary:  He left.  End Summary": "He left.",
    "2. (S/NF) He left. End Summary.": "He left.",
    "3. (U) SUMMARY AND COMMENT: He left. END SUMMARY AND COMMENT.": "He left.",
    "4. (SBU) (Note: He left. End note.) She stayed.": "(Note: He left.) She stayed.",
    "5. He left at the end of the summary period.": "He left at the end of the summary period.",
    "6. (C) Comment: He left.": "He left.",
    "7. (C) Commentators say he left.": "Commentators say he left.",
    "¶8. (C) He left.": "He left.",
}


@pytest.mark.parametrize(("line", "wanted"), PARAGRAPHS.items())
def test_numbers_marks_and_labels_are_no_prose(line: str, wanted: str) -> None:
    pieces, _ = cable.read(RAW + "\n" + line + "\n")
    assert pieces[-1] == Piece("paragraph", wanted)


def test_an_article_about_cables_is_none() -> None:
    text = "WikiLeaks published cable 09ASTANA1234, which an ambassador had classified as secret.\n\nSUBJECT: the leak."
    assert not cable.is_cable(text)


@pytest.mark.parametrize(
    ("line", "known"),
    [
        ("UNCLAS SECTION 01 OF 02 QUITO 000123", ("UNCLASSIFIED", "09QUITO123")),
        ("C O N F I D E N T I A L QUITO 000007", ("CONFIDENTIAL", "09QUITO7")),
        ("UNCLASSIFIED", ("UNCLASSIFIED", None)),
    ],
)
def test_classification_and_number_from_the_section_line(line: str, known: tuple[str, str | None]) -> None:
    head = "DE RUEHQT #0123 2030951\nR 220951Z JUL 09\nFM AMEMBASSY QUITO\nTO SECSTATE WASHDC\n"
    text = f"{head}{line}\n\nE.O. 12958: N/A\n\n1. (U) He left.\n"
    _, said = plain.read(text)
    assert (said.classification, said.reference) == known


def test_the_seed(seeds: Path) -> None:
    (path,) = seeds.glob("004*")
    pieces, known = plain.read(path.read_text(encoding="utf-8"))
    assert (known.reference, known.date, known.released) == ("07MOSCOW3139", "2007-06-27", "2011-08-30")
    assert (known.classification, known.origin) == ("CONFIDENTIAL", "Embassy Moscow")
    assert known.classified_by == "Ambassador William J. Burns"
    assert [piece.text for piece in pieces if piece.kind == "heading"] == [
        "Russia's Embarrassing Guest",
        "Arms Sales Top the Agenda",
        "Memories of Fidel",
    ]
    assert [piece.kind for piece in pieces] == [
        "header",
        "paragraph",
        *["heading", "paragraph"] * 2,
        "paragraph",
        "heading",
        *["paragraph"] * 2,
    ]
    assert all(piece.text.endswith(".") for piece in pieces if piece.kind != "heading")
    text = "\n".join(piece.text for piece in pieces)
    assert "such as a pipeline from Venezuela to Argentina" in text
    assert "counterweight to the U.S. through its ties with Chavez" in text
    assert not any(
        word in text for word in ("Summary", "(C)", "(SBU)", "OF 002", "comment or leave", "Twitter", "WikiLeaks")
    )


TELEGRAM = """\
123. Telegram From the Embassy in Iran to the Department of State

Tehran, March 2, 1953, 1 p.m.

SECRET
NIACT

3602. Reference Embtel 3600. I saw the Minister of Court this morning, who told me that the Shah would leave.

I advised against it.

Henderson

Source: Department of State, Central Files, 788.11/3–253. Secret; Security Information.
"""


def test_a_telegram_as_historians_print_it() -> None:
    pieces, known = plain.read(TELEGRAM)
    assert known.kind == "cable"
    assert known.title == "Telegram From the Embassy in Iran to the Department of State"
    assert (known.origin, known.addressees) == ("Embassy in Iran", ("Department of State",))
    assert (known.date, known.reference, known.classification) == ("1953-03-02", "3602", "Secret")
    assert [piece.kind for piece in pieces] == [
        "title",
        "header",
        "header",
        "header",
        "paragraph",
        "paragraph",
        "header",
        "header",
    ]
    assert pieces[4].text.startswith("Reference Embtel 3600. I saw")


@pytest.mark.parametrize(
    ("title", "sender"),
    [
        ("The Ambassador in France (Caffery) to the Secretary of State", "Ambassador in France (Caffery)"),
        (
            "Airgram From the Consulate General in Hong Kong to the Department of State",
            "Consulate General in Hong Kong",
        ),
    ],
)
def test_other_titles_of_telegrams(title: str, sender: str) -> None:
    text = f"{title}\n\nParis, March 18, 1949—6 p.m.\n\n1119. He read the agreement for one hour in his office.\n"
    assert telegram.is_telegram(text)
    assert plain.read(text)[1].sender == sender


def test_a_title_in_two_paragraphs() -> None:
    text = "The Ambassador in France (Smith)\n\nto the Secretary of State\n\nParis, June 5, 1961\n\nPeru sold ships to Chile.\n"
    assert telegram.is_telegram(text)
    pieces, known = telegram.read(text)
    assert known.date == "1961-06-05"
    assert "Peru sold ships to Chile." in [piece.text for piece in pieces]


def test_an_article_that_mentions_a_telegram_is_none() -> None:
    assert not telegram.is_telegram(
        "A telegram from the embassy in Paris to the ministry was lost.\n\nParis, March 18, 1949\n"
    )
