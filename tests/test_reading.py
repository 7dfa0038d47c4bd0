"""Reading whatever comes: nothing crashes, nothing hangs, and what is no sentence says nothing."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sentences import claims_of, faults, line, reading_of, said, text_document
from spacy.language import Language

from kg.lexicon import load_relations
from kg.loaders import load
from kg.model import Document
from kg.nlp import parse
from kg.reading import read, read_all

LONG = (
    "The minister of foreign affairs of Slovenia, who had arrived in Lima on Monday after a week of talks in Bogota, "
    "Quito and La Paz, said in a speech at the university, which was founded by the archbishop Mateo Ruiz in 1551 and "
    "which has trained most of the judges of the country, that his government, together with those of Austria, Hungary "
    "and Croatia, would support the treaty that the parliaments of Chile and Peru had signed in the spring, although "
    "several senators, among them Elena Soto and Jorge Paz, had warned that the ports, roads and mines of the south "
    "could be sold to a company that nobody in the capital had ever heard of, and although the union of the miners, "
    "whose leader, Pablo Quispe, was arrested in April, had refused to meet the ambassador, had called a strike, and "
    "had asked the court to stop it, while the newspapers, which the minister praised for their courage, reported that "
    "the president, if he wins the election, will close the airport, reopen the railway and recall the ambassador."
)

ODD = {
    "capitals": "THE KING OF NORWAY LEFT ROME AND VISITED THE PORT OF GENOA.",
    "no verb": "A long night in Lisbon. Rain, wind, the sea. Ships. No answer from Madrid.",
    "quotes in quotes": "\"He told me 'the guard said \"the king's 'friends' sold the ship\" to us',\" Anna Lund said.",
    "open quote": '"The army left, "the mayor said, "and the "rebels" came.',
    "a list": "* Peru\n* Chile\n* Bolivia\n\n1. Rice\n2. Beans\n3) Salt",
    "a table": "\n".join(f"Peru\t{i}\t{i * 3}\t{i / 7:.2f}%" for i in range(60)),
    "code": "for (int i = 0; i < n; i++) { total[i] = price[i] * rate; }\nimport os\nprint(os.environ['HOME'])",
    "markup": '<div class="x"><a href="/y">Home</a> | <a href="/z">News</a></div>',
    "addresses": "https://example.org/a/b?c=d&e=f info@example.org ftp://example.org/x.zip",
    "other languages": "Der Minister besuchte Paris. Le ministre a vendu les avions. Президент посетил Рим. 大统领访问了。",
    "right to left": "الرئيس زار روسيا. הנשיא ביקר ברומא.",
    "emoji": "😀 👍 🇳🇴 🚢🚢🚢 👩‍👩‍👧 !!! 🎉",
    "numbers": "12 34.5 1,000 7/8 99% $5 2011-05-20 12:30 +47 22 33 44 55",
    "brackets": "(" * 10_000,
    "closing brackets": ")]}" * 200,
    "one long word": "a" * 100_000,
    "dashes": "—-–" * 500,
    "dots": "." * 2_000,
    "no-break spaces": "\u00a0" * 3_000 + "The king left.",
    "controls": "The\x00 king\x01 left\x02.\x1b[31m",
    "surrogates": "The king \ud800 left Rome.",
    "one letter": "a",
    "a full stop": ".",
    "spaces": " \n \t ",
}

NESTED: dict[str, Callable[[int], str]] = {
    "nouns": lambda n: f"The king sold {', '.join(['ships'] * n)} and boats.",
    "relative clauses": lambda n: f"The king praised the man {'who praised the man ' * n}.",
    "reported clauses": lambda n: f"{'The king said that ' * n}Peru attacked Chile.",
    "of": lambda n: f"{'the son of ' * n}the king left Rome.",
    "possessives": lambda n: f"{'Anna’s ' * n}house burned.",
    "infinitives": lambda n: f"The king wants to {'begin to ' * n}sing.",
    "verbs": lambda n: f"The king {', '.join(['visited Peru'] * n)} and left.",
    "clauses": lambda n: f"{' and '.join(['Peru attacked Chile'] * n)}.",
    "subjects and objects": lambda n: (
        f"{'Peru, Chile and ' * (n // 10)}Cuba visited {'Rome, Oslo and ' * (n // 10)}Paris."
    ),
    "appositions": lambda n: f"{'The king, ' * n}left Rome.",
    "prepositions": lambda n: f"The king slept {'in the house ' * n}.",
    "brackets": lambda n: "(" * 5 * n,
    "quotes": lambda n: '"' * 5 * n,
    "one name": lambda n: "Anna Lund " * n,
    "sentences": lambda n: " ".join(f"Anna Lund visited Peru and praised Omar Diallo {i}." for i in range(n)),
    "names": lambda n: " ".join(f"Anna{chr(97 + i % 26)}{chr(97 + i // 26 % 26)} Lund visited Peru." for i in range(n)),
    "pronouns": lambda n: "Anna Lund left. " + "She praised him. " * n,
}
DEEP = (
    "nouns",
    "relative clauses",
    "reported clauses",
    "of",
    "possessives",
    "infinitives",
    "subjects and objects",
    "names",
)


def test_a_sentence_of_two_hundred_words(nlp: Language) -> None:
    assert len(LONG.split()) >= 150
    lines = [line(claim) for claim in said(nlp, LONG)]
    assert lines
    assert all(len(each) < 250 for each in lines)
    assert not [each for each in lines if each.startswith(("nobody", "who", "which", "that"))]


@pytest.mark.parametrize("name", ODD)
def test_what_is_no_sentence_breaks_nothing(nlp: Language, name: str) -> None:
    document = text_document(ODD[name].encode("utf-16", "surrogatepass").decode("utf-16", "replace"))
    (reading,) = read_all(nlp, [document], load_relations())
    assert faults(reading, claims_of(reading)) == []


SILENT = (
    "no verb",
    "a list",
    "a table",
    "code",
    "markup",
    "addresses",
    "emoji",
    "numbers",
    "one long word",
    "dots",
)


@pytest.mark.parametrize("name", SILENT)
def test_what_is_no_sentence_says_nothing(nlp: Language, name: str) -> None:
    assert [line(claim) for claim in said(nlp, ODD[name])] == []


@pytest.mark.parametrize(
    "text", ["THE MINISTER OF FINANCE SAID THAT PERU HAD BOUGHT SHIPS FROM CHILE.", "PERU WILL BUY SHIPS FROM CHILE."]
)
def test_capitals_say_little_rather_than_wrong_things(nlp: Language, text: str) -> None:
    relations = {claim.relation.lemma for claim in said(nlp, text)}
    assert relations <= {"buy", "sell", "buy ship from"}


@pytest.mark.parametrize(
    ("name", "size"),
    [
        ("nouns", 3_000),
        ("of", 1_500),
        ("relative clauses", 600),
        ("reported clauses", 600),
    ],
)
def test_no_nesting_is_too_deep(nlp: Language, name: str, size: int) -> None:
    reading = reading_of(nlp, NESTED[name](size))
    assert faults(reading, claims_of(reading)) == []


def work(nlp: Language, text: str) -> int:
    """How many functions are called to read the text, without parsing it: time without a clock."""
    document = text_document(text)
    ((_, doc),) = parse(nlp, [document])
    calls = 0

    def count(frame: FrameType, event: str, argument: Any) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    relations = load_relations()
    before = sys.getprofile()
    sys.setprofile(count)
    try:
        claims_of(read(document, doc, relations))
    finally:
        sys.setprofile(before)
    return calls


@pytest.mark.parametrize("name", NESTED)
def test_twice_the_length_is_about_twice_the_work(nlp: Language, name: str) -> None:
    said(nlp, "Anna Lund left Rome.")  # word lists are read once
    size = 150 if name in DEEP else 60
    assert work(nlp, NESTED[name](2 * size)) <= 3 * work(nlp, NESTED[name](size))


NAMES = [
    "Anna Lund",
    "Omar Diallo",
    "Peru",
    "the king",
    "the bank",
    "ships",
    "between five and nine",
    "MR.",
    "U.S.",
    "mine",
]
PRONOUNS = [
    "he",
    "she",
    "they",
    "we",
    "I",
    "it",
    "us",
    "him",
    "them",
    "who",
    "which",
    "that",
    "this",
    "himself",
    "one of",
]
DOES = [
    "bought",
    "will buy",
    "has not sold",
    "said",
    "said that",
    "visited",
    "wants to visit",
    "is",
    "was not",
    "was sold by",
]
LINKS = [
    "and",
    "or",
    "from",
    "to",
    "of",
    "in",
    "on Monday",
    "in 1979",
    "the visit of",
    "according to",
    "without",
    "if",
    "such as",
]
SIGNS = [
    ",",
    ".",
    ":",
    ";",
    "’s",
    "'s",
    "“",
    "”",
    '"',
    "(",
    ")",
    " – ",
    "-",
    "\n",
    "\n\n",
    "\t",
    "…",
    "é",
    "🇸🇹",
    "北京",
    "\u00a0",
]
prose = st.lists(st.sampled_from(NAMES + PRONOUNS + DOES + LINKS + SIGNS), min_size=1, max_size=25).map(" ".join)
anything = st.one_of(prose, st.lists(st.one_of(prose, st.text(max_size=8)), max_size=4).map(" ".join))


@settings(max_examples=120)
@given(text=anything)
def test_whatever_the_text_its_claims_are_sound(nlp: Language, text: str) -> None:
    text = text.encode("utf-8", "replace").decode("utf-8")
    if text.strip():
        reading = reading_of(nlp, text)
        claims = claims_of(reading)
        assert faults(reading, claims) == []


@settings(max_examples=30)
@given(text=prose)
def test_the_same_text_gives_the_same_claims(nlp: Language, text: str) -> None:
    if text.strip():
        assert said(nlp, text) == said(nlp, text)


@settings(max_examples=30)
@given(texts=st.lists(prose.filter(str.strip), min_size=2, max_size=3))
def test_a_document_is_read_as_if_it_were_alone(nlp: Language, texts: list[str]) -> None:
    documents = [replace(text_document(text), id=str(number)) for number, text in enumerate(texts)]
    together = [reading.propositions for reading in read_all(nlp, documents, load_relations())]
    alone = [reading_of(nlp, text).propositions for text in texts]
    assert together == alone


def test_whole_documents_are_read_soundly(nlp: Language, seeds: Path) -> None:
    documents = [each for each in load([seeds]) if isinstance(each, Document)]
    readings = list(read_all(nlp, documents, load_relations()))
    assert len(readings) >= 2
    for reading in readings:
        claims = claims_of(reading)
        assert len(claims) > 30
        assert faults(reading, claims) == []
