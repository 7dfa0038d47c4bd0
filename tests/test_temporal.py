"""Time expressions of a document, with the real parser to say which clause they belong to and what is a number."""

from __future__ import annotations

import hashlib

import pytest
from spacy.language import Language

from kg.model import Block, Document
from kg.nlp import parse
from kg.temporal import find_times

SENTENCES = [
    ("Hugo Chavez visits Moscow on June 28-30.", ["2007-06-28/2007-06-30"]),
    ("Chavez will arrive in Moscow on Thursday.", ["2007-06-28"]),
    ("Chavez arrived in Moscow on Thursday.", ["2007-06-21"]),
    ("The ministers agreed to meet on Friday.", ["2007-06-29"]),
    ("The company is expected to deliver the aircraft in March.", ["2008-03"]),
    ("The company was fined in October.", ["2006-10"]),
    ("The talks were scheduled for July 2.", ["2007-07-02"]),
    ("The ambassador spoke on the eve of Putin's July 2 meeting with the President.", ["2007-07-02"]),
    ("With USD 3.4 billion in arms purchases since 2005, Venezuela ranks high.", ["2005/.."]),
    ("Putin had signaled this with the closure of the station in 2000.", ["2000"]),
    ("This is Mr Chavez's second visit in under a year to Russia.", []),
    ("He came to Moscow last year.", ["2006"]),
    ("The 2014 Winter Olympics will be in Russia.", []),
    ("The company signed a 27-year contract with the ministry.", []),
    ("They may go in May.", ["2008-05"]),
    ("The envoy proposed that a meeting be held on Monday.", ["2007-07-02"]),
    ("We shall know more when he visits Amman Thursday.", ["2007-06-28"]),
    ("A team is going to Baghdad on Friday.", ["2007-06-29"]),
    ("He may have left on Monday.", ["2007-06-25"]),
    ("The students will march on Washington.", []),
    ("He was born in 1954 and died in 2006.", ["1954", "2006"]),
    ("The army ruled the country from 1976 to 1983.", ["1976/1983"]),
    ("For the last fifteen years, India has posed a threat to Pakistan.", ["1992-06/2007-06"]),
    ("He has been head of the party since October 1967.", ["1967-10/.."]),
    ("The price fell to $2000 in the spring of 2004.", ["2004-03/2004-05"]),
    ("The station closed two years ago and reopened yesterday.", ["2005", "2007-06-26"]),
    ("April Smith met June Jones.", []),
    ("The data led suspicion to fall on the tubes.", []),
    ("The 1998 election was close.", ["1998"]),
    ("The glitch became public this weekend.", ["2007-06-23/2007-06-24"]),
    ("The minister will arrive this weekend.", ["2007-06-30/2007-07-01"]),
    ("He was promoted a fortnight ago.", ["2007-06-11/2007-06-17"]),
]


def document(text: str, date: str | None) -> Document:
    return Document(
        id="d",
        source="d.txt",
        text=text,
        blocks=(Block("paragraph", 0, len(text)),),
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        date=date,
    )


@pytest.mark.parametrize(("text", "values"), SENTENCES)
def test_the_times_of_a_sentence(nlp: Language, text: str, values: list[str]) -> None:
    [(said, doc)] = parse(nlp, [document(text, "2007-06-27")])
    assert [time.value for time in find_times(said, doc)] == values


def test_a_time_has_its_quote_and_its_ends(nlp: Language) -> None:
    [(said, doc)] = parse(nlp, [document("Iran has bought arms from Russia since 2005.", "2007-06-27")])
    [time] = find_times(said, doc)
    assert (time.text, said.text[time.start : time.end]) == ("since 2005", "since 2005")
    assert (time.begin, time.end_date) == ("2005-01-01", None)


def test_without_a_document_date_only_absolute_times_are_resolved(nlp: Language) -> None:
    [(said, doc)] = parse(nlp, [document("He came last year, on Wednesday, and on June 28, 2007.", None)])
    assert [time.value for time in find_times(said, doc)] == ["2007-06-28"]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("1050. Re mytel 1021, December 14. This afternoon the minister spoke.", ["1951-12-14"]),
        ("Embassy has reported (to Karachi 162 and 165, Washington 1911 and 1917)", []),
        ("The mission should support the lines suggested in your 1560 [and 1570].", []),
        ("The question was raised in paragraph 2 of Deptel 1978.", []),
        ("The conference met in Paris in 1919 and 1925.", ["1919", "1925"]),
        ("A million people have fled Sudan since 1948.", ["1948/.."]),
    ],
)
def test_numbers_of_telegrams_are_no_years(nlp: Language, text: str, values: list[str]) -> None:
    [(said, doc)] = parse(nlp, [document(text, "1951-12-19T15:00:00")])
    assert [time.value for time in find_times(said, doc) if time.value != "1951-12-19"] == values
