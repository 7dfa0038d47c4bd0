"""Copies of one text count as one source, whatever order they come in."""

from __future__ import annotations

import random
import time
from dataclasses import replace

import pytest

from kg.loaders import copies
from kg.loaders.composing import Piece, compose
from kg.model import Document, Metadata

NAMES = ("Peru", "Chile", "Norway", "Riga", "Baku", "Statoil", "Lukoil", "Anna Berg", "Omar Haddad", "the port")
DEEDS = ("bought", "sold", "visited", "criticised", "signed a contract with", "accused", "will build a terminal for")


def story(seed: int, sentences: int = 30) -> str:
    chance = random.Random(seed)
    pick = chance.choice
    return " ".join(
        f"{pick(NAMES)} {pick(DEEDS)} {pick(NAMES)} in {chance.randint(1900, 2020)}." for _ in range(sentences)
    )


def made(name: str, text: str, date: str | None = None) -> Document:
    return replace(compose([Piece("paragraph", text)], Metadata(date=date)), id=name)


def test_the_earliest_is_the_original() -> None:
    documents = [made("a", story(1)), made("b", story(1), "2007-06-29"), made("c", story(1), "2007-06-28")]
    assert copies(documents) == {"a": "c", "b": "c"}


def test_case_and_punctuation_do_not_matter() -> None:
    text = story(2)
    assert copies([made("a", text), made("b", text.upper().replace(".", " !"))]) == {"b": "a"}


def test_an_edited_story_is_a_copy() -> None:
    text = story(3, 60)
    edited = "BAKU (Agency) - " + text.replace("1999", "2001", 1) + " (Editing by Omar Haddad)"
    assert copies([made("a", text), made("b", edited)]) == {"b": "a"}


@pytest.mark.parametrize("sentences", [1, 3, 30, 300])
def test_other_stories_are_not(sentences: int) -> None:
    assert copies([made(str(seed), story(seed, sentences)) for seed in range(20)]) == {}


def test_short_texts_that_differ_in_a_name_are_two() -> None:
    assert copies([made("a", "Peru bought three ships."), made("b", "Chile bought three ships.")]) == {}


def test_a_boilerplate_sentence_is_no_reason() -> None:
    end = " The agency is an independent organisation that was founded in 1911 and employs 300 people in twelve countries."
    assert copies([made(str(seed), story(seed, 10) + end) for seed in range(120)]) == {}


def test_the_order_given_does_not_matter() -> None:
    documents = [
        made(f"{seed}-{version}", story(seed) + " More." * version) for seed in range(8) for version in range(4)
    ]
    wanted = copies(documents)
    assert len(wanted) == 24
    for seed in range(5):
        random.Random(seed).shuffle(documents)
        assert copies(documents) == wanted
        assert list(copies(documents)) == sorted(wanted)


def test_a_thousand_documents_take_seconds() -> None:
    documents = [made(str(seed), story(seed % 500, 20)) for seed in range(1000)]
    start = time.monotonic()
    assert len(copies(documents)) == 500
    assert time.monotonic() - start < 10
