"""A reader for each kind of date expression: from the groups of its match to a period, or None."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

from kg.dates.periods import (
    Anchor,
    Period,
    Tense,
    day,
    month,
    months,
    part,
    safe,
    span,
    unit_at,
    week,
    year,
    years_of,
)
from kg.lexicon import table

TenseAt = Callable[[int, int], Tense]
Reader = Callable[[re.Match[str], Anchor | None, TenseAt], Period | None]
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
CENTURIES = ("sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth", "twenty-first")
STORY_TIME = ("previous", "following")  # they count from the time that is told of, not from that of telling


def number(text: str) -> int | None:
    """The value of a number in figures or words; "a" is one."""
    words = text.lower().replace(",", "")
    if words in ("a", "an"):
        return 1
    if words.isdigit():
        return int(words)
    value = table("number_words").get(words)
    return int(value) if value else None


def _month_of(text: str) -> int:
    return int(table("months")[text.lower().rstrip(".")])


def _year_of(text: str) -> int:
    return int(text.replace("'", "").replace("’", ""))


def read_numeric(match: re.Match[str], at: Anchor | None, tense: TenseAt) -> Period | None:
    if match["iso"]:
        return safe(lambda: day(date.fromisoformat(match["iso"])))
    first, second, of = int(match["a"]), int(match["b"]), int(match["c"])
    return safe(lambda: day(date(of, second, first) if first > 12 else date(of, first, second)))


def read_days(match: re.Match[str], at: Anchor | None, tense: TenseAt) -> Period | None:
    """ "June 28", "28 June 2007", "June 28-30", "June 28 - July 2"."""
    groups = match.groupdict()
    first_month = _month_of(groups["m1"])
    last_month = _month_of(groups["m2"]) if groups.get("m2") else first_month
    first = int(groups["d1"])
    last = int(groups["d2"]) if groups.get("d2") else first

    def make(of: int) -> Period:
        turn = last_month < first_month
        return Period(date(of - turn, first_month, first), date(of, last_month, last), "day")

    if (last_month, last) < (first_month, first) and last_month == first_month:
        return None
    if groups["y"]:
        of = _year_of(groups["y"])
        return safe(lambda: make(of if of > 99 else of + (2000 if of < 50 else 1900)))
    which = (groups.get("which") or "").lower()
    if which in STORY_TIME:
        return None
    if which and which not in ("this", "current"):
        return _beside(make, at, ahead=which in ("next", "coming"))
    return years_of(make, at, tense(*match.span()))


def _beside(make: Callable[[int], Period], at: Anchor | None, *, ahead: bool) -> Period | None:
    """The last or the next day of that date: "next June 30"."""
    if at is None:
        return None
    years = (at.day.year + step for step in (-1, 0, 1))
    periods = [period for of in years if (period := safe(partial(make, of)))]
    if ahead:
        return next((p for p in periods if p.begin and p.begin > at.day), None)
    return next((p for p in reversed(periods) if p.end and p.end < at.day), None)


def read_month_year(match: re.Match[str], at: Anchor | None, tense: TenseAt) -> Period | None:
    number_, which = _month_of(match["m1"]), (match["which"] or "").lower()
    if match["y"]:
        period: Period | None = month(_year_of(match["y"]), number_)
    elif match["rel"] and at:
        period = month(at.day.year + {"last": -1, "this": 0, "next": 1}[match["rel"].split()[0].lower()], number_)
    else:
        wanted: Tense = (
            "past" if which in ("last", "past") else "future" if which in ("next", "coming") else tense(*match.span())
        )
        period = years_of(lambda of: month(of, number_), at, wanted)
        if (
            period
            and at
            and at.knows("month")
            and which in ("last", "next")
            and (period.begin or at.day) <= at.day <= (period.end or at.day)
        ):
            period = month(at.day.year + (1 if which == "next" else -1), number_)
    word = (match["part"] or "").lower()
    return part(period, word) if period and word else period


def read_season(match: re.Match[str], at: Anchor | None, tense: TenseAt) -> Period | None:
    first, which = SEASONS[match["season"].lower()], (match["which"] or "").lower()

    def make(of: int) -> Period:
        return months(of, first, 3)

    if match["y"]:
        return make(_year_of(match["y"]))
    wanted: Tense = (
        "past" if which in ("last", "past") else "future" if which in ("next", "coming") else tense(*match.span())
    )
    period = years_of(make, at, wanted)
    if which == "last" and period and at and (period.end or at.day) >= at.day:
        return make((period.begin or at.day).year - 1)
    return period


def read_quarter(match: re.Match[str], at: Anchor | None, tense: TenseAt) -> Period | None:
    index = {"first": 0, "1st": 0, "second": 1, "2nd": 1, "third": 2, "3rd": 2, "fourth": 3, "4th": 3, "last": 3}
    which, size = (0, 3)
    if match["q"]:
        which = int(match["q"]) - 1
    else:
        size = 6 if match["half"].lower() == "half" else 3
        which = index[match["nth"].lower()]
        which = 1 if size == 6 and which == 3 else which
    if which * size >= 12:
        return None
    if match["y"]:
        return months(_year_of(match["y"]), which * size + 1, size)
    if match["rel"] and at:
        return months(
            at.day.year + {"last": -1, "this": 0, "next": 1}[match["rel"].split()[0].lower()], which * size + 1, size
        )
    return None


def read_year(match: re.Match[str], at: Anchor | None, tense: TenseAt) -> Period | None:
    first = _year_of(match["y"])
    period = year(first)
    if match["y2"]:
        last = int(match["y2"]) if len(match["y2"]) == 4 else first // 100 * 100 + int(match["y2"])
        if not first < last <= first + 150:
            return None
        period = Period(period.begin, year(last).end, "year")
    return part(period, match["part"].lower()) if match["part"] else period


def read_decade(match: re.Match[str], at: Anchor | None, tense: TenseAt) -> Period | None:
    first = int(match["decade"]) if len(match["decade"]) == 4 else 1900 + int(match["decade"])
    span = 99 if match["decade"].endswith("00") and len(match["decade"]) == 4 and first < 2000 else 9
    period = Period(year(first).begin, year(first + span).end, "year")
    return part(period, match["part"].lower()) if match["part"] and span == 9 else period


def read_century(match: re.Match[str], at: Anchor | None, tense: TenseAt) -> Period | None:
    text = match["nth"].lower()
    which = CENTURIES.index(text) + 16 if text in CENTURIES else int(re.sub(r"\D", "", text))
    if not 1 <= which <= 22:
        return None
    return Period(year(which * 100 - 99).begin, year(which * 100).end, "year")


def read_deictic(match: re.Match[str], at: Anchor | None, tense: TenseAt) -> Period | None:
    if at is None or not at.knows("day"):
        return None
    text = match[0].lower()
    steps = {"the day before yesterday": -2, "the day after tomorrow": 2, "last night": -1}.get(text)
    if steps is None:
        steps = -1 if "yesterday" in text else 1 if "tomorrow" in text else 0
    return day(at.day + timedelta(days=steps))


def read_weekday(match: re.Match[str], at: Anchor | None, tense: TenseAt) -> Period | None:
    if at is None or not at.knows("day"):
        return None
    wanted, which = int(table("weekdays")[match["wd"].lower().rstrip(".")]), (match["which"] or "").lower()
    back = (at.day.weekday() - wanted) % 7
    if match["week"]:
        weeks = {"last": -1, "this": 0, "next": 1}[match["week"].split()[0].lower()]
        return day((week(at.day).begin or at.day) + timedelta(days=wanted + 7 * weeks))
    if which in STORY_TIME:
        return None
    if which in ("next", "coming"):
        return day(at.day + timedelta(days=7 - back))
    if which in ("last", "past"):
        return day(at.day - timedelta(days=back or 7))
    if which == "this":
        return day((week(at.day).begin or at.day) + timedelta(days=wanted))
    if tense(*match.span()) == "future":
        return day(at.day + timedelta(days=(7 - back) % 7))
    return day(at.day - timedelta(days=back))


def read_relative(match: re.Match[str], at: Anchor | None, tense: TenseAt) -> Period | None:
    """ "last year", "next month", "this week"; "the past year" is the twelve months up to now."""
    if at is None:
        return None
    which, unit = (match["which"] or "this").lower(), match["unit"].lower()
    if unit == "day" or which in STORY_TIME:
        return None
    the = match[0].lower().startswith("the ")
    if which == "past" or (which == "last" and the):
        return span(1, unit, at)
    if which in ("next", "coming") and the and unit in ("month", "quarter", "year", "decade", "century"):
        return span(-1, unit, at)  # "over the next decade" begins now
    steps = {"last": -1, "next": 1, "coming": 1, "this": 0, "current": 0}[which]
    if unit == "weekend" and steps == 0 and at.day.weekday() < 5 and tense(*match.span()) == "past":
        steps = -1  # "went wrong this weekend", written on a Monday
    period = unit_at(unit, steps, at)
    word = (match["part"] or "").lower()
    return part(period, word) if period and word and unit in ("year", "month", "decade") else period


def read_ago(match: re.Match[str], at: Anchor | None, tense: TenseAt) -> Period | None:
    count = number(match["n"])
    if at is None or count is None:
        return None
    ago = match["ago"].lower() == "ago"
    unit = match["unit"].lower()
    if match["within"]:
        return span(count if ago else -count, unit, at)
    period = unit_at(unit, -count if ago else count, at)
    if match["beyond"] and period is not None:
        return Period(None, period.end, period.grain) if ago else Period(period.begin, None, period.grain)
    return period


def read_past(match: re.Match[str], at: Anchor | None, tense: TenseAt) -> Period | None:
    count = number(match["n"])
    if at is None or count is None:
        return None
    if match["which"].lower() in STORY_TIME:
        return None
    if match["which"].lower() in ("next", "coming"):
        return span(-count, match["unit"].lower(), at)
    return span(count, match["unit"].lower(), at)
