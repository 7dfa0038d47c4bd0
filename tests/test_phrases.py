"""Noun phrases: the compact label that a reader would take for a node, the amount, and the whole phrase as the quote."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from sentences import reading_of
from spacy.language import Language

from kg.model import Phrase


@dataclass(frozen=True)
class Made:
    label: str
    text: str
    amount: str | None = None
    generic: bool | None = None
    literal: bool = False


CASES = [
    ("Peru bought the old ships of the navy.", Made("old ships of navy", "the old ships of the navy", generic=False)),
    ("Peru bought ships.", Made("ships", "ships", generic=True)),
    ("Peru bought a ship.", Made("ship", "a ship", generic=True)),
    ("Peru bought the ship.", Made("ship", "the ship", generic=False)),
    ("Peru bought five diesel submarines.", Made("diesel submarines", "five diesel submarines", "5", True)),
    ("Peru bought between five and nine diesel submarines from Chile.", Made("diesel submarines", "between five and nine diesel submarines", "5–9")),
    ("Peru bought more than 300 lorries.", Made("lorries", "more than 300 lorries", ">300")),
    ("Peru bought about 2,000 lorries.", Made("lorries", "about 2,000 lorries", "~2000")),
    ("Peru bought thousands of books.", Made("books", "thousands of books", "thousands")),
    ("Peru bought one of the oldest hotels.", Made("oldest hotels", "one of the oldest hotels", "one")),
    ("Peru bought the ships that Chile built.", Made("ships", "the ships")),
    ("Peru bought the bank's oldest hotel.", Made("bank's oldest hotel", "the bank's oldest hotel", generic=False)),
    ("Peru bought fire-fighting aircraft.", Made("fire-fighting aircraft", "fire-fighting aircraft")),
    ("The king met Anna Lund, a judge.", Made("Anna Lund", "Anna Lund")),
    ("The king met President Juan Ortega.", Made("Juan Ortega", "President Juan Ortega")),
    ("The king met the guards and the cooks.", Made("guards", "the guards")),
    ("The king praised no ship.", Made("ship", "no ship", generic=True)),
    ("The king paid 30 million euros.", Made("30 million euros", "30 million euros", literal=True)),
    (
        "Peru spent more than a quarter of a million dollars.",
        Made("more than quarter of million dollars", "more than a quarter of a million dollars", literal=True),
    ),
    ("Peru spent half a million dollars.", Made("half million dollars", "half a million dollars", literal=True)),
    ("The king saw the very clear idea.", Made("clear idea", "the very clear idea")),
    ("The king praised them.", Made("", "them")),
    ("The king saw less danger of war.", Made("less danger of war", "less danger of war")),
    ("The king sold fewer ships.", Made("fewer ships", "fewer ships")),
    ("The king had few friends.", Made("few friends", "few friends")),
    ("The king had a few friends.", Made("friends", "a few friends", "a few")),
    ("The king sold fewer than 300 ships.", Made("ships", "fewer than 300 ships", "<300")),
    ("The king had no intention of leaving the club.", Made("intention of leaving club", "no intention of leaving the club", generic=True)),
    ("The king made the decision to ban the airline.", Made("decision to ban airline", "the decision")),
    ("The king had difficulty in raising taxes.", Made("difficulty in raising taxes", "difficulty in raising taxes")),
    ("The king praised the desire to remain in the club.", Made("desire to remain in club", "the desire")),
    ("The king denied the claim that Peru had sold ships.", Made("claim", "the claim")),
    ("The king bought ships to fight pirates.", Made("ships", "ships")),
    ("The king praised no other ship.", Made("other ship", "no other ship")),
    ("The king praised the other ship.", Made("ship", "the other ship")),
    ("The king bought light and heavy weapons.", Made("light and heavy weapons", "light and heavy weapons")),
    ("The king saw the dangers of personal as well as political power.", Made("dangers of personal as well as political power", "the dangers of personal as well as political power")),
    ("The king raised a less important issue.", Made("less important issue", "a less important issue")),
    ("The king raised the most important issue.", Made("most important issue", "the most important issue")),
    ("The king raised a very important issue.", Made("important issue", "a very important issue")),
    ("The king pardoned the politically motivated crimes.", Made("politically motivated crimes", "the politically motivated crimes")),
    ("The king paid a not insignificant sum.", Made("not insignificant sum", "a not insignificant sum")),
    ("The king praised the vice-president of the bank.", Made("vice-president", "the vice")),
    ("The king praised the ships' crew.", Made("ships' crew", "the ships' crew")),
    ("The king sold such [music] content.", Made("music content", "content")),
    ("The king accepted the frontiers of 1937.", Made("frontiers of 1937", "the frontiers of 1937")),
]  # fmt: skip


def object_of(nlp: Language, text: str) -> Phrase:
    found = [
        each.phrase for said in reading_of(nlp, text).propositions for each in said.arguments if each.role == "object"
    ]
    return found[0]


@pytest.mark.parametrize(("text", "made"), CASES)
def test_phrases(nlp: Language, text: str, made: Made) -> None:
    phrase = object_of(nlp, text)
    assert (phrase.label, phrase.text, phrase.amount, phrase.literal) == (
        made.label,
        made.text,
        made.amount,
        made.literal,
    )
    assert made.generic in (None, phrase.generic)
    assert text[phrase.start : phrase.end] == phrase.text
    assert phrase.start <= phrase.head < phrase.end


def test_a_label_is_never_long(nlp: Language) -> None:
    text = "Peru bought the oldest of the hotels of the bank of the brother of the king of the land of the rivers of the north."
    assert len(object_of(nlp, text).label.split()) <= 10


def test_an_adjective_is_a_value(nlp: Language) -> None:
    phrase = object_of(nlp, "The treaty is important.")
    assert (phrase.label, phrase.literal) == ("important", True)
