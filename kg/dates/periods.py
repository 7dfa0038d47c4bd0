"""Periods of whole days, the anchor they are counted from, and the calendar arithmetic between them."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

Grain = Literal["day", "month", "year"]
Tense = Literal["past", "future", ""]
FORMATS: dict[Grain, str] = {"day": "%Y-%m-%d", "month": "%Y-%m", "year": "%Y"}
NEAR = timedelta(days=21)  # a day as close as this is meant, whatever the tense
PARTS = {"early": 0, "beginning": 0, "start": 0, "mid": 1, "middle": 1, "late": 2, "end": 2, "turn": 0}


@dataclass(frozen=True, slots=True)
class Period:
    """First to last day, either of them open; `grain` is how finely the text says it."""

    begin: date | None
    end: date | None
    grain: Grain

    @property
    def value(self) -> str:
        """ISO date, month or year where the period is one, else `begin/end`."""
        form = FORMATS[self.grain]
        ends = [
            f"{day:{form}}".zfill(len(f"{date(2000, 1, 1):{form}}")) if day else ".." for day in (self.begin, self.end)
        ]
        return ends[0] if ends[0] == ends[1] else "/".join(ends)


@dataclass(frozen=True, slots=True)
class Anchor:
    """The day from which relative expressions count, and how exactly it is known."""

    day: date
    grain: Grain

    def knows(self, grain: Grain) -> bool:
        order = ("year", "month", "day")
        return order.index(grain) <= order.index(self.grain)


def year(number: int) -> Period:
    return Period(date(number, 1, 1), date(number, 12, 31), "year")


def month(number: int, of: int) -> Period:
    return Period(date(number, of, 1), date(number, of, calendar.monthrange(number, of)[1]), "month")


def day(value: date) -> Period:
    return Period(value, value, "day")


def anchor(iso: str | None) -> Anchor | None:
    """The anchor that a document's ISO date gives."""
    found = re.match(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", iso or "")
    if not found:
        return None
    grain: Grain = "day" if found[3] else "month" if found[2] else "year"
    try:
        return Anchor(date(int(found[1]), int(found[2] or 7), int(found[3] or (15 if found[2] else 1))), grain)
    except ValueError:
        return None


def part(period: Period, word: str) -> Period:
    """The early, middle or late third of a decade, year or month."""
    if period.begin is None or period.end is None:
        return period
    third = PARTS[word]
    if period.grain == "month":
        days = ((1, 10), (11, 20), (21, period.end.day))[third]
        return Period(period.begin.replace(day=days[0]), period.begin.replace(day=days[1]), "day")
    if period.begin.year == period.end.year:
        return Period(
            month(period.begin.year, 4 * third + 1).begin, month(period.begin.year, 4 * third + 4).end, "month"
        )
    first, last = ((0, 3), (4, 6), (7, 9))[third]
    return Period(year(period.begin.year + first).begin, year(period.begin.year + last).end, "year")


def shifted(day_: date, months: int) -> tuple[int, int]:
    total = day_.year * 12 + day_.month - 1 + months
    return total // 12, total % 12 + 1


def week(of: date) -> Period:
    monday = of - timedelta(days=of.weekday())
    return Period(monday, monday + timedelta(days=6), "day")


def unit_at(unit: str, steps: int, at: Anchor) -> Period | None:
    """The day, week, month … so many steps from the anchor's."""
    try:
        match unit:
            case "day":
                return day(at.day + timedelta(days=steps)) if at.knows("day") else None
            case "week" | "fortnight":
                weeks = steps * (2 if unit == "fortnight" else 1)
                return week(at.day + timedelta(weeks=weeks)) if at.knows("day") else None
            case "weekend":
                saturday = at.day - timedelta(days=(at.day.weekday() - 5) % 7 or 7) if steps < 0 else week(at.day).begin
                if not at.knows("day") or saturday is None:
                    return None
                saturday = saturday if steps < 0 else saturday + timedelta(days=5 + 7 * steps)
                return Period(saturday, saturday + timedelta(days=1), "day")
            case "month":
                return month(*shifted(at.day, steps)) if at.knows("month") else None
            case "quarter":
                first = shifted(at.day.replace(month=(at.day.month - 1) // 3 * 3 + 1), 3 * steps)
                return months(*first, 3) if at.knows("month") else None
            case "year":
                return year(at.day.year + steps)
            case "decade":
                first_year = at.day.year // 10 * 10 + 10 * steps
                return Period(year(first_year).begin, year(first_year + 9).end, "year")
            case "century":
                first_year = (at.day.year - 1) // 100 * 100 + 1 + 100 * steps
                return Period(year(first_year).begin, year(first_year + 99).end, "year")
    except (ValueError, OverflowError):
        return None
    return None


def months(of: int, first: int, count: int) -> Period:
    return Period(month(of, first).begin, month(*shifted(date(of, first, 1), count - 1)).end, "month")


def nearest(candidates: list[Period], at: Anchor, tense: Tense) -> Period | None:
    """The candidate the tense asks for, else the one nearest to the anchor."""
    if at.grain == "year":
        return next((period for period in candidates if period.begin and period.begin.year == at.day.year), None)
    past = [period for period in candidates if period.begin and period.begin <= at.day]
    ahead = [period for period in candidates if period.end and period.end >= at.day]
    near = [
        period for period in candidates if period.grain == "day" and period.begin and abs(period.begin - at.day) <= NEAR
    ]
    pool = near or (past[-1:] if tense == "past" else ahead[:1] if tense == "future" else []) or candidates

    def distance(period: Period) -> tuple[int, bool]:
        if period.begin is None or period.end is None:
            return 0, False
        if period.begin <= at.day <= period.end:
            return 0, False
        days, ahead = min(abs((period.begin - at.day).days), abs((period.end - at.day).days)), period.begin > at.day
        return days * (3 if ahead else 2), ahead  # more is told of what was

    return min(pool, key=distance, default=None)


def years_of(make: Callable[[int], Period], at: Anchor | None, tense: Tense) -> Period | None:
    """A period without a year, put into the year that fits the anchor."""
    if at is None:
        return None
    candidates: list[Period] = []
    for candidate in (at.day.year - 1, at.day.year, at.day.year + 1):
        try:
            candidates.append(make(candidate))
        except ValueError:  # 29 February
            continue
    return nearest(candidates, at, tense)


def in_year(period: Period, of: int) -> Period | None:
    """The same days of another year."""
    begin, end = period.begin, period.end
    if begin is None or end is None:
        return None
    return safe(lambda: Period(begin.replace(year=of), end.replace(year=of + end.year - begin.year), period.grain))


def safe(make: Callable[[], Period]) -> Period | None:
    try:
        return make()
    except (ValueError, OverflowError):
        return None


def span(count: int, unit: str, at: Anchor) -> Period | None:
    """So many units up to the anchor (negative: from it on)."""
    months = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}.get(unit)
    try:
        if months:
            if not at.knows("month"):
                return None
            edge = month(*shifted(at.day, -count * months))
            here = month(at.day.year, at.day.month)
            return Period(edge.begin, here.end, "month") if count > 0 else Period(here.begin, edge.end, "month")
        days = {"day": 1, "week": 7, "fortnight": 14}.get(unit)
        if not days or not at.knows("day"):
            return None
        other = at.day - timedelta(days=count * days)
        return Period(min(other, at.day), max(other, at.day), "day")
    except (ValueError, OverflowError):
        return None
