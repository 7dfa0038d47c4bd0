"""What English date expressions mean against Wednesday 27 June 2007, and what is no date at all."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.dates import anchor, find

NOW = anchor("2007-06-27")

# The sentence's expression, the span that is found, its value.
EXPRESSIONS = [
    ("on 2007-06-28", "2007-06-28", "2007-06-28"),
    ("DECL: 06/27/2017", "06/27/2017", "2017-06-27"),
    ("on 28/06/2007", "28/06/2007", "2007-06-28"),
    ("on June 28, 2007", "June 28, 2007", "2007-06-28"),
    ("on 28 June 2007", "28 June 2007", "2007-06-28"),
    ("Thursday, 28 June 2007", "Thursday, 28 June 2007", "2007-06-28"),
    ("on May 1st, 2001", "May 1st, 2001", "2001-05-01"),
    ("on 5 Dec. 1955", "5 Dec. 1955", "1955-12-05"),
    ("of Feb 3, 1949", "Feb 3, 1949", "1949-02-03"),
    ("sent 27 JUN 07", "27 JUN 07", "2007-06-27"),
    ("sent 27 JUN 55", "27 JUN 55", "1955-06-27"),
    ("to Moscow on June 28-30", "June 28-30", "2007-06-28/2007-06-30"),
    ("June 28–30, 2006", "June 28–30, 2006", "2006-06-28/2006-06-30"),
    ("28-30 June", "28-30 June", "2007-06-28/2007-06-30"),
    ("June 28 - July 2", "June 28 - July 2", "2007-06-28/2007-07-02"),
    ("from June 28 to July 2", "June 28 to July 2", "2007-06-28/2007-07-02"),
    ("December 30 to January 3", "December 30 to January 3", "2006-12-30/2007-01-03"),
    ("Putin's July 2 meeting", "July 2", "2007-07-02"),
    ("on April 13", "April 13", "2007-04-13"),
    ("on the 28th of June", "28th of June", "2007-06-28"),
    ("on December 31", "December 31", "2006-12-31"),
    ("before January 20", "before January 20", "../2007-01-20"),
    ("in August or September", "August or September", "2007-08/2007-09"),
    ("since June 1", "since June 1", "2007-06-01/.."),
    ("until July 15", "until July 15", "../2007-07-15"),
    ("after June 2004", "after June 2004", "2004-06/.."),
    ("as of July 1", "as of July 1", "2007-07-01/.."),
    ("starting in April 2008", "starting in April 2008", "2008-04/.."),
    ("in November 2006", "November 2006", "2006-11"),
    ("in Sept. 2006", "Sept. 2006", "2006-09"),
    ("in May", "May", "2007-05"),
    ("in October", "October", "2007-10"),
    ("since December", "since December", "2006-12/.."),
    ("until April 2009", "until April 2009", "../2009-04"),
    ("December last year", "December last year", "2006-12"),
    ("last August", "last August", "2006-08"),
    ("next March", "next March", "2008-03"),
    ("last June", "last June", "2006-06"),
    ("early May 2006", "early May 2006", "2006-05-01/2006-05-10"),
    ("in late May", "late May", "2007-05-21/2007-05-31"),
    ("in summer 2006", "summer 2006", "2006-06/2006-08"),
    ("last summer", "last summer", "2006-06/2006-08"),
    ("last fall", "last fall", "2006-09/2006-11"),
    ("the winter of 1941", "winter of 1941", "1941-12/1942-02"),
    ("in the first quarter of 2007", "first quarter of 2007", "2007-01/2007-03"),
    ("Q3 2006", "Q3 2006", "2006-07/2006-09"),
    ("the first half of 2006", "first half of 2006", "2006-01/2006-06"),
    ("in the second half of last year", "second half of last year", "2006-07/2006-12"),
    ("in 2000", "2000", "2000"),
    ("since 2005", "since 2005", "2005/.."),
    ("by 2010-11", "2010-11", "2010/2011"),
    ("in 1939-45", "1939-45", "1939/1945"),
    ("(1879–1955)", "1879–1955", "1879/1955"),
    ("between 2000 and 2005", "2000 and 2005", "2000/2005"),
    ("from 1996 to 2000", "1996 to 2000", "1996/2000"),
    ("in the year 2000", "the year 2000", "2000"),
    ("in fiscal year 1955", "fiscal year 1955", "1955"),
    ("in mid-2006", "mid-2006", "2006-05/2006-08"),
    ("in early 2009", "early 2009", "2009-01/2009-04"),
    ("by the end of 2008", "end of 2008", "2008-09/2008-12"),
    ("in the 1990s", "the 1990s", "1990/1999"),
    ("in the early 1960s", "the early 1960s", "1960/1963"),
    ("the mid-1980s", "the mid-1980s", "1984/1986"),
    ("in the 1800s", "the 1800s", "1800/1899"),
    ("in the '60s", "the '60s", "1960/1969"),
    ("in the 19th century", "the 19th century", "1801/1900"),
    ("the twentieth century", "the twentieth century", "1901/2000"),
    ("said yesterday", "yesterday", "2007-06-26"),
    ("said today", "today", "2007-06-27"),
    ("tomorrow evening", "tomorrow evening", "2007-06-28"),
    ("this morning", "this morning", "2007-06-27"),
    ("last night", "last night", "2007-06-26"),
    ("the day before yesterday", "the day before yesterday", "2007-06-25"),
    ("on Wednesday", "Wednesday", "2007-06-27"),
    ("on Thursday", "Thursday", "2007-06-21"),
    ("midnight Friday, Lima time, June 29", "Friday, Lima time, June 29", "2007-06-29"),
    ("Tuesday evening", "Tuesday evening", "2007-06-26"),
    ("next Monday", "next Monday", "2007-07-02"),
    ("last Wednesday", "last Wednesday", "2007-06-20"),
    ("this Friday", "this Friday", "2007-06-29"),
    ("Tuesday last week", "Tuesday last week", "2007-06-19"),
    ("last week", "last week", "2007-06-18/2007-06-24"),
    ("next month", "next month", "2007-07"),
    ("last year", "last year", "2006"),
    ("earlier this year", "this year", "2007"),
    ("late last year", "late last year", "2006-09/2006-12"),
    ("the coming week", "the coming week", "2007-07-02/2007-07-08"),
    ("last weekend", "last weekend", "2007-06-23/2007-06-24"),
    ("before the end of the month", "before the end of the month", "../2007-06-30"),
    ("two years ago", "two years ago", "2005"),
    ("a week ago", "a week ago", "2007-06-18/2007-06-24"),
    ("three days ago", "three days ago", "2007-06-24"),
    ("10 months ago", "10 months ago", "2006-08"),
    ("for the last fifteen years", "the last fifteen years", "1992-06/2007-06"),
    ("over the past two months", "the past two months", "2007-04/2007-06"),
    ("in the next five years", "the next five years", "2007-06/2012-06"),
    ("over the past year", "the past year", "2006-06/2007-06"),
    ("taken beginning in 1953", "beginning in 1953", "1953/.."),
    ("Early in 1956, the", "Early in 1956", "1956-01/1956-04"),
    ("the beginning of 1973", "beginning of 1973", "1973-01/1973-04"),
    ("less than two weeks ago", "less than two weeks ago", "2007-06-13/2007-06-27"),
    ("more than 18 months ago", "more than 18 months ago", "../2005-12"),
    ("last January 4", "last January 4", "2007-01-04"),
    ("next June 30", "next June 30", "2007-06-30"),
    ("last June 28", "last June 28", "2006-06-28"),
    ("over the next decade", "the next decade", "2007-06/2017-06"),
    ("not later than Friday 3:00 p.m. June 29", "Friday 3:00 p.m. June 29", "2007-06-29"),
    (
        "from the afternoon of Friday, June 1, to the morning of Monday, June 4",
        "Friday, June 1, to the morning of Monday, June 4",
        "2007-06-01/2007-06-04",
    ),
    ("since at least October 1963", "since at least October 1963", "1963-10/.."),
    ("until after the 1960 election", "1960", "1960"),
    ("action in December", "December", "2006-12"),
]

NO_DATES = [
    "in under a year", "for ten days", "a 27-year contract", "a 50-year-old man", "may 5 people", "they may go",
    "Resolution 1441 was", "a Boeing 747-400", "in recent years", "the following day", "the last day of it",
    "the previous year", "the following two years", "over the previous three days", "every week", "at 3 p.m.", "Sun Microsystems", "he sat down", "15,000 people", "$2000",
    "twice a year", "two years later", "decades", "a few days ago", "13/13/2007", "February 30", "the second day",
    "1.5 million", "Project 636",
]  # fmt: skip


@pytest.mark.parametrize(("text", "span", "value"), EXPRESSIONS)
def test_a_date_expression_has_its_value(text: str, span: str, value: str) -> None:
    assert [(text[item.start : item.end], item.period.value) for item in find(text, NOW)] == [(span, value)]


@pytest.mark.parametrize("text", NO_DATES)
def test_what_is_no_date_is_left_alone(text: str) -> None:
    assert [text[item.start : item.end] for item in find(text, NOW) if not item.bare] == []


def test_that_year_is_the_year_of_the_date_before() -> None:
    text = "signed on August 5, 1963, and in force on October 10 of that year"
    assert [item.period.value for item in find(text, NOW)] == ["1963-08-05", "1963-10-10"]
    assert find("in force on October 10 of that year", NOW) == []


@pytest.mark.parametrize(
    ("text", "values"), [("last year, in May", []), ("on June 28, 2007", ["2007-06-28"]), ("the 1990s", ["1990/1999"])]
)
def test_without_an_anchor_only_absolute_dates_are_read(text: str, values: list[str]) -> None:
    assert [item.period.value for item in find(text)] == values


@pytest.mark.parametrize(
    ("tense", "text", "value"),
    [
        ("past", "in October", "2006-10"),
        ("future", "in March", "2008-03"),
        ("future", "on Thursday", "2007-06-28"),
        ("past", "on Thursday", "2007-06-21"),
        ("past", "on July 2", "2007-07-02"),  # so close that a planned day is meant
    ],
)
def test_tense_says_which_way_to_look(tense: str, text: str, value: str) -> None:
    found = find(text, NOW, lambda start, end: "future" if tense == "future" else "past")
    assert [item.period.value for item in found] == [value]


@pytest.mark.parametrize(
    ("date", "text", "values"),
    [
        ("2007", "last year", ["2006"]),
        ("2007", "yesterday", []),
        ("2007", "in May", ["2007-05"]),
        ("2007-06", "last month", ["2007-05"]),
        ("2007-06", "on Monday", []),
    ],
)
def test_a_vague_anchor_answers_only_what_it_can(date: str, text: str, values: list[str]) -> None:
    assert [item.period.value for item in find(text, anchor(date))] == values


@given(st.text(alphabet="0123456789 -/,.'JuneMayMondlastyerthsinc", max_size=60), st.dates())
def test_any_text_yields_ordered_periods_within_it(text: str, day: object) -> None:
    found = find(text, anchor(str(day)))
    assert all(a.end <= b.start for a, b in pairwise(found))
    for item in found:
        begin, end = item.period.begin, item.period.end
        assert 0 <= item.start < item.end <= len(text)
        assert begin is None or end is None or begin <= end
