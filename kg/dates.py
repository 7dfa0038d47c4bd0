"""English date expressions as periods of days: the grammar and the calendar, without a parse.

"June 28-30" → 2007-06-28/2007-06-30, "last year" → 2006, "since 2005" → 2005/.. (against 2007-06-27). What needs an
anchor date is left out without one. A bare number, "may", an age ("27-year-old") and a duration ("for ten days") are
no dates.
"""

from __future__ import annotations

import calendar
import functools
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from kg.lexicon import table

Grain = Literal["day", "month", "year"]
Tense = Literal["past", "future", ""]
FORMATS: dict[Grain, str] = {"day": "%Y-%m-%d", "month": "%Y-%m", "year": "%Y"}
NEAR = timedelta(days=21)  # a day as close as this is meant, whatever the tense
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
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


@dataclass(frozen=True, slots=True)
class Found:
    """A period and where the text says it; `bare` ones (a lone year or month) need a second witness."""

    start: int
    end: int
    period: Period
    bare: bool = False
    joined: bool = False


TenseAt = Callable[[int, int], Tense]
Reader = Callable[[re.Match[str], Anchor | None, TenseAt], Period | None]


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


def number(text: str) -> int | None:
    """The value of a number in figures or words; "a" is one."""
    words = text.lower().replace(",", "")
    if words in ("a", "an"):
        return 1
    if words.isdigit():
        return int(words)
    value = table("number_words").get(words)
    return int(value) if value else None


def _shifted(day_: date, months: int) -> tuple[int, int]:
    total = day_.year * 12 + day_.month - 1 + months
    return total // 12, total % 12 + 1


def _week(of: date) -> Period:
    monday = of - timedelta(days=of.weekday())
    return Period(monday, monday + timedelta(days=6), "day")


def _unit(unit: str, steps: int, at: Anchor) -> Period | None:
    """The day, week, month … so many steps from the anchor's."""
    try:
        match unit:
            case "day":
                return day(at.day + timedelta(days=steps)) if at.knows("day") else None
            case "week" | "fortnight":
                weeks = steps * (2 if unit == "fortnight" else 1)
                return _week(at.day + timedelta(weeks=weeks)) if at.knows("day") else None
            case "weekend":
                saturday = (
                    at.day - timedelta(days=(at.day.weekday() - 5) % 7 or 7) if steps < 0 else _week(at.day).begin
                )
                if not at.knows("day") or saturday is None:
                    return None
                saturday = saturday if steps < 0 else saturday + timedelta(days=5 + 7 * steps)
                return Period(saturday, saturday + timedelta(days=1), "day")
            case "month":
                return month(*_shifted(at.day, steps)) if at.knows("month") else None
            case "quarter":
                first = _shifted(at.day.replace(month=(at.day.month - 1) // 3 * 3 + 1), 3 * steps)
                return _months(*first, 3) if at.knows("month") else None
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


def _months(of: int, first: int, count: int) -> Period:
    return Period(month(of, first).begin, month(*_shifted(date(of, first, 1), count - 1)).end, "month")


def _nearest(candidates: list[Period], at: Anchor, tense: Tense) -> Period | None:
    """The candidate the tense asks for, else the one nearest to the anchor."""
    if at.grain == "year":
        return next((period for period in candidates if period.begin and period.begin.year == at.day.year), None)
    past = [period for period in candidates if period.begin and period.begin <= at.day]
    ahead = [period for period in candidates if period.end and period.end >= at.day]
    near = [period for period in candidates if period.grain == "day" and period.begin and abs(period.begin - at.day) <= NEAR]
    pool = near or (past[-1:] if tense == "past" else ahead[:1] if tense == "future" else []) or candidates

    def distance(period: Period) -> tuple[int, bool]:
        if period.begin is None or period.end is None:
            return 0, False
        if period.begin <= at.day <= period.end:
            return 0, False
        return min(abs((period.begin - at.day).days), abs((period.end - at.day).days)), period.begin > at.day

    return min(pool, key=distance, default=None)


def _years_of(make: Callable[[int], Period], at: Anchor | None, tense: Tense) -> Period | None:
    """A period without a year, put into the year that fits the anchor."""
    if at is None:
        return None
    candidates: list[Period] = []
    for candidate in (at.day.year - 1, at.day.year, at.day.year + 1):
        try:
            candidates.append(make(candidate))
        except ValueError:  # 29 February
            continue
    return _nearest(candidates, at, tense)


def _safe(make: Callable[[], Period]) -> Period | None:
    try:
        return make()
    except (ValueError, OverflowError):
        return None


def _month_of(text: str) -> int:
    return int(table("months")[text.lower().rstrip(".")])


def _year_of(text: str) -> int:
    return int(text.replace("'", "").replace("’", ""))


def _numeric(match: re.Match[str], at: Anchor | None, tense: TenseAt) -> Period | None:
    if match["iso"]:
        return _safe(lambda: day(date.fromisoformat(match["iso"])))
    first, second, of = int(match["a"]), int(match["b"]), int(match["c"])
    return _safe(lambda: day(date(of, second, first) if first > 12 else date(of, first, second)))


def _days(match: re.Match[str], at: Anchor | None, tense: TenseAt) -> Period | None:
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
        return _safe(lambda: make(of if of > 99 else of + (2000 if of < 50 else 1900)))
    return _years_of(make, at, tense(*match.span()))


def _month_year(match: re.Match[str], at: Anchor | None, tense: TenseAt) -> Period | None:
    number_, which = _month_of(match["m1"]), (match["which"] or "").lower()
    if match["y"]:
        period: Period | None = month(_year_of(match["y"]), number_)
    elif match["rel"] and at:
        period = month(at.day.year + {"last": -1, "this": 0, "next": 1}[match["rel"].split()[0].lower()], number_)
    else:
        wanted: Tense = (
            "past" if which in ("last", "past") else "future" if which in ("next", "coming") else tense(*match.span())
        )
        period = _years_of(lambda of: month(of, number_), at, wanted)
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


def _season(match: re.Match[str], at: Anchor | None, tense: TenseAt) -> Period | None:
    first, which = SEASONS[match["season"].lower()], (match["which"] or "").lower()

    def make(of: int) -> Period:
        return _months(of, first, 3)

    if match["y"]:
        return make(_year_of(match["y"]))
    wanted: Tense = (
        "past" if which in ("last", "past") else "future" if which in ("next", "coming") else tense(*match.span())
    )
    period = _years_of(make, at, wanted)
    if which == "last" and period and at and (period.end or at.day) >= at.day:
        return make((period.begin or at.day).year - 1)
    return period


def _quarter(match: re.Match[str], at: Anchor | None, tense: TenseAt) -> Period | None:
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
        return _months(_year_of(match["y"]), which * size + 1, size)
    if match["rel"] and at:
        return _months(
            at.day.year + {"last": -1, "this": 0, "next": 1}[match["rel"].split()[0].lower()], which * size + 1, size
        )
    return None


def _year(match: re.Match[str], at: Anchor | None, tense: TenseAt) -> Period | None:
    first = _year_of(match["y"])
    period = year(first)
    if match["y2"]:
        last = int(match["y2"]) if len(match["y2"]) == 4 else first // 100 * 100 + int(match["y2"])
        if not first < last <= first + 150:
            return None
        period = Period(period.begin, year(last).end, "year")
    return part(period, match["part"].lower()) if match["part"] else period


def _decade(match: re.Match[str], at: Anchor | None, tense: TenseAt) -> Period | None:
    first = int(match["decade"]) if len(match["decade"]) == 4 else 1900 + int(match["decade"])
    span = 99 if match["decade"].endswith("00") and len(match["decade"]) == 4 and first < 2000 else 9
    period = Period(year(first).begin, year(first + span).end, "year")
    return part(period, match["part"].lower()) if match["part"] and span == 9 else period


def _century(match: re.Match[str], at: Anchor | None, tense: TenseAt) -> Period | None:
    spelled = "sixteenth seventeenth eighteenth nineteenth twentieth twenty-first".split()
    text = match["nth"].lower()
    which = spelled.index(text) + 16 if text in spelled else int(re.sub(r"\D", "", text))
    if not 1 <= which <= 22:
        return None
    return Period(year(which * 100 - 99).begin, year(which * 100).end, "year")


def _deictic(match: re.Match[str], at: Anchor | None, tense: TenseAt) -> Period | None:
    if at is None or not at.knows("day"):
        return None
    text = match[0].lower()
    steps = {"the day before yesterday": -2, "the day after tomorrow": 2, "last night": -1}.get(text)
    if steps is None:
        steps = -1 if "yesterday" in text else 1 if "tomorrow" in text else 0
    return day(at.day + timedelta(days=steps))


def _weekday(match: re.Match[str], at: Anchor | None, tense: TenseAt) -> Period | None:
    if at is None or not at.knows("day"):
        return None
    wanted, which = int(table("weekdays")[match["wd"].lower().rstrip(".")]), (match["which"] or "").lower()
    back = (at.day.weekday() - wanted) % 7
    if match["week"]:
        weeks = {"last": -1, "this": 0, "next": 1}[match["week"].split()[0].lower()]
        return day((_week(at.day).begin or at.day) + timedelta(days=wanted + 7 * weeks))
    if which in ("previous", "following"):
        return None
    if which in ("next", "coming"):
        return day(at.day + timedelta(days=7 - back))
    if which in ("last", "past"):
        return day(at.day - timedelta(days=back or 7))
    if which == "this":
        return day((_week(at.day).begin or at.day) + timedelta(days=wanted))
    if tense(*match.span()) == "future":
        return day(at.day + timedelta(days=(7 - back) % 7))
    return day(at.day - timedelta(days=back))


def _relative(match: re.Match[str], at: Anchor | None, tense: TenseAt) -> Period | None:
    """ "last year", "next month", "this week"; "the past year" is the twelve months up to now."""
    if at is None:
        return None
    which, unit = (match["which"] or "this").lower(), match["unit"].lower()
    if unit == "day" or which in ("previous", "following"):  # they count from the story's own time
        return None
    if which == "past" or (which == "last" and match[0].lower().startswith("the ")):
        return _span(1, unit, at)
    steps = {"last": -1, "next": 1, "coming": 1, "this": 0, "current": 0}[which]
    period = _unit(unit, steps, at)
    word = (match["part"] or "").lower()
    return part(period, word) if period and word and unit in ("year", "month", "decade") else period


def _ago(match: re.Match[str], at: Anchor | None, tense: TenseAt) -> Period | None:
    count = number(match["n"])
    if at is None or count is None:
        return None
    return _unit(match["unit"].lower(), -count if match["ago"].lower() == "ago" else count, at)


def _past(match: re.Match[str], at: Anchor | None, tense: TenseAt) -> Period | None:
    count = number(match["n"])
    if at is None or count is None:
        return None
    if match["which"].lower() in ("next", "coming"):
        return _span(-count, match["unit"].lower(), at)
    return _span(count, match["unit"].lower(), at)


def _span(count: int, unit: str, at: Anchor) -> Period | None:
    """So many units up to the anchor (negative: from it on)."""
    months = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}.get(unit)
    try:
        if months:
            if not at.knows("month"):
                return None
            edge = month(*_shifted(at.day, -count * months))
            here = month(at.day.year, at.day.month)
            return Period(edge.begin, here.end, "month") if count > 0 else Period(here.begin, edge.end, "month")
        days = {"day": 1, "week": 7, "fortnight": 14}.get(unit)
        if not days or not at.knows("day"):
            return None
        other = at.day - timedelta(days=count * days)
        return Period(min(other, at.day), max(other, at.day), "day")
    except (ValueError, OverflowError):
        return None


@functools.cache
def _grammar() -> tuple[tuple[re.Pattern[str], Reader, str], ...]:
    """The patterns, compiled once; the group named `cue` marks an expression that needs a word before it."""
    names = sorted(table("months"), key=len, reverse=True)
    m = "|".join(f"{name.capitalize()}" for name in names) + "|" + "|".join(n.upper() for n in names if n != "may")
    m, upper = f"(?:{m})\\b\\.?", "|".join(n.upper() for n in names if len(n) == 3)
    d = r"(?:3[01]|[12]\d|0?[1-9])(?!\d)(?:st|nd|rd|th)?"
    y = r"(?:1[0-9]\d\d|20\d\d)(?![\d%]|[.,]\d|-\w|s\b)"
    dash = r"\s?(?:-{1,2}|–|—|/|to|through|and)\s?"
    weekdays = "|".join(
        name.capitalize() if name.endswith("day") else rf"{name.capitalize()}(?=[.,])" for name in table("weekdays")
    )
    which = r"(?P<which>last|next|this|past|coming|previous|following|current)"
    units = r"(?P<unit>day|week|fortnight|weekend|month|quarter|year|decade|century)"
    count = r"(?P<n>\d{1,3}|an?|" + "|".join(sorted((w for w in table("number_words")), key=len, reverse=True)) + ")"
    rel = r"(?P<rel>(?:last|this|next) year)"
    parts = r"(?:(?P<part>early|mid|late|beginning|start|middle|end|turn)(?:-| of the year | of | in |\s))?"
    begins, ends = r"(?<![\w$€£-])", r"(?!\w)"
    day_text = r"(?P<{}>" + d.replace("(?:st|nd|rd|th)?", "") + r")(?:st|nd|rd|th)?"
    d1, d2 = day_text.format("d1"), day_text.format("d2")
    m1, m2, yy = f"(?P<m1>{m})", f"(?P<m2>{m})", f"(?P<y>{y})"
    of_year = rf"(?:,?\s(?:of\s)?{yy})?"
    rows: list[tuple[str, Reader, str]] = [
        (r"(?P<iso>[12]\d{3}-[01]\d-[0-3]\d)|(?P<a>[0-3]?\d)[/.](?P<b>[0-3]?\d)[/.](?P<c>[12]\d{3})", _numeric, ""),
        (rf"{m1}\s{d1}{dash}{m2}\s{d2}{of_year}", _days, ""),
        (rf"{d1}\s(?:of\s)?{m1}{dash}{d2}\s(?:of\s)?{m2}{of_year}", _days, ""),
        (rf"{m1}\s{d1}{dash}{d2}(?!,\d){of_year}", _days, ""),
        (rf"{d1}{dash}{d2}\s(?:of\s)?{m1}{of_year}", _days, ""),
        (rf"{m1}\s(?:the\s)?{d1}(?![,.]\d){of_year}", _days, ""),
        (rf"{d1}\s(?:of\s)?{m1}{of_year}", _days, ""),
        (rf"(?:{which}\s)?{parts}{m1}(?:,?\s(?:of\s)?(?:{yy}|{rel}))?", _month_year, "month"),
        (rf"(?:{which}\s)?(?P<season>spring|summer|autumn|fall|winter)(?:\s(?:of\s)?{yy})?", _season, "season"),
        (
            rf"(?:Q(?P<q>[1-4])|(?P<nth>first|second|third|fourth|last|[1-4](?:st|nd|rd|th))[- ](?P<half>half|quarter))(?:\s(?:of\s)?(?:{yy}|{rel}))?",
            _quarter,
            "",
        ),
        (
            rf"{parts}(?:(?:[Ff]iscal(?: [Yy]ear)?|FY|the year|year)\s)?(?P<y>{y}|(?:1[0-9]|20)\d\d(?=[-/–]\d))(?:\s?[-–/]\s?(?P<y2>(?:1[0-9]|20)?\d\d)(?![\d%-]))?",
            _year,
            "year",
        ),
        (rf"{d1}\s(?P<m1>{upper})\s(?P<y>\d\d)", _days, ""),
        (
            rf"(?P<part>beginning|start|middle|end) of (?:the )?(?:{which}\s)?(?P<unit>year|month|decade|century)",
            _relative,
            "",
        ),
        (rf"(?:the\s)?{parts}['’]?(?P<decade>[12]\d\d0|(?<=['’])[2-9]0)['’]?s", _decade, ""),
        (
            r"(?:the\s)?(?P<nth>\d{1,2}(?:st|nd|rd|th)|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|twenty-first)[- ]century",
            _century,
            "",
        ),
        (
            r"the day before yesterday|the day after tomorrow|last night|(?:yesterday|tomorrow)(?: (?:morning|afternoon|evening|night))?|(?:earlier |later )?today|tonight|this (?:morning|afternoon|evening)",
            _deictic,
            "",
        ),
        (
            rf"(?:{which}\s)?(?P<wd>{weekdays})(?:\.(?=[ ,]))?(?: (?:morning|afternoon|evening|night))?(?:\s(?P<week>(?:last|this|next) week))?",
            _weekday,
            "",
        ),
        (rf"(?:the\s)?{parts}{which}\s{units}", _relative, ""),
        (rf"{count}\s{units}s?\s(?P<ago>ago|from now)", _ago, ""),
        (rf"(?:the\s)?{which}\s{count}\s{units}s?", _past, ""),
    ]
    return tuple((re.compile(f"{begins}(?:{pattern}){ends}"), reader, kind) for pattern, reader, kind in rows)


CUE = re.compile(
    r"\b(?:[Ii]n|[Ss]ince|[Bb]y|[Uu]ntil|[Tt]ill|[Dd]uring|[Ff]rom|[Bb]efore|[Aa]fter|[Tt]hrough|[Oo]f|[Ff]or|[Bb]etween|[Aa]nd|[Tt]o|[Tt]hroughout|[Bb]ack in|as early as|as late as|the)\s+$"
)
MARKERS = re.compile(
    r"\b(?:(since|starting|beginning|after|as of|effective)|(until|till|through|up to|up until))\s+(?:in\s+|the\s+|late\s+on\s+|on\s+)?$",
    re.IGNORECASE,
)
SINCE = re.compile(r"\b[Ss]ince $")
BETWEEN = re.compile(r"\s*(?:-{1,2}|–|—|to|until|till|through|up to)\s*$|\s+and\s+$")


def find(text: str, at: Anchor | None = None, tense: TenseAt = lambda start, end: "") -> list[Found]:
    """The date expressions of a text in order, the longest where several overlap."""

    def tense_at(start: int, end: int) -> Tense:
        return "past" if SINCE.search(text, max(0, start - 7), start) else tense(start, end)

    found: list[Found] = []
    for pattern, reader, kind in _grammar():
        for match in pattern.finditer(text):
            period = reader(match, at, tense_at)
            if period is not None:
                found.append(Found(*match.span(), period, _is_bare(match, kind)))
    found.sort(key=lambda item: (item.start, -item.end, item.bare))
    kept: list[Found] = []
    for item in found:
        if kept and item.start < kept[-1].end:
            if item.end - item.start > kept[-1].end - kept[-1].start:
                kept[-1] = item
        else:
            kept.append(item)
    return list(_marked(text, _joined(text, kept)))


def _is_bare(match: re.Match[str], kind: str) -> bool:
    groups = match.groupdict()
    if kind == "year":
        return not (groups["part"] or " " in match[0])
    if kind == "month":
        return not (groups["y"] or groups["rel"] or groups["which"] or groups["part"])
    return kind == "season" and not (groups["y"] or groups["which"])


def _joined(text: str, found: list[Found]) -> Iterator[Found]:
    """Neighbours that say one thing: "Thursday, 28 June 2007", "from June 28 to July 2", "between 2000 and 2005"."""
    previous: Found | None = None
    for item in found:
        if previous is None:
            previous = item
            continue
        gap = text[previous.end : item.start]
        if gap in (", ", " ", " the ", ", the ") and _same_day(
            previous.period, item.period, text[previous.start : previous.end]
        ):
            previous = Found(previous.start, item.end, item.period, joined=item.joined)
        elif BETWEEN.fullmatch(gap) and (period := _range(previous, item, text, gap)):
            previous = Found(previous.start, item.end, period, joined=True)
        else:
            yield previous
            previous = item
    if previous is not None:
        yield previous


def _same_day(first: Period, second: Period, text: str) -> bool:
    """A weekday before its date: the date is what counts."""
    return (
        bool(re.match(r"(?:[Ll]ast |[Nn]ext |[Tt]his )?[A-Z][a-z]+day", text))
        and first.grain == "day"
        and second.begin == second.end
    )


def _range(first: Found, second: Found, text: str, gap: str) -> Period | None:
    """The period from one to the other, when they are said as a range and lie in order."""
    opened = re.search(r"\b(from|between)\s+(?:the\s+)?$", text[max(0, first.start - 14) : first.start], re.IGNORECASE)
    if "and" in gap and not (opened and opened[1].lower() == "between"):
        return None
    if not opened and re.search(r"[a-z]", gap) and (first.bare or second.bare):
        return None
    a, b = first.period, second.period
    if a.begin is None or b.end is None or b.begin is None or a.begin > b.begin:
        return None
    order: tuple[Grain, ...] = ("day", "month", "year")
    return Period(a.begin, b.end, min(a.grain, b.grain, key=order.index))


def _marked(text: str, found: Iterator[Found]) -> Iterator[Found]:
    """Open ends for "since", "after", "until"; lone months and years only after a word that asks for a time."""
    for item in found:
        before = text[max(0, item.start - 24) : item.start]
        marker = MARKERS.search(before)
        start, period, bare = item.start, item.period, item.bare
        if marker and (period.begin and period.end):
            start = item.start - len(before) + marker.start()
            if marker[1] and not item.joined:
                period = Period(period.begin, None, period.grain)
            elif marker[2] and not item.joined:
                period = Period(None, period.end, period.grain)
            else:
                start = item.start
        yield Found(start, item.end, period, bare and not CUE.search(before))
