"""Date expressions in running text: what is found, what belongs together, and which words open an end."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial

from kg.dates.grammar import grammar
from kg.dates.periods import Anchor, Grain, Period, Tense, in_year
from kg.dates.readers import TenseAt

CUE = re.compile(
    r"\b(?:in|since|by|until|till|during|from|before|after|through|of|for|between|and|to|throughout)"
    r"\s+(?:the\s+)?$|\b(?:as early as|as late as|the)\s+$",
    re.IGNORECASE,
)
MARKERS = re.compile(
    r"\b(?:(since|starting|beginning|after|as of|effective)|(before|prior to|until|till|through|up to|up until))"
    r"\s+(?:at\s+least\s+|about\s+|around\s+)?(?:in\s+|the\s+|late\s+on\s+|on\s+)?$",
    re.IGNORECASE,
)
SINCE = re.compile(r"\b[Ss]ince $")
CLOCK = r"(?:at )?(?:noon|midnight|\d{1,2}(?::\d\d)? ?(?:[ap]\.?m\.?)?)"
BESIDE = re.compile(rf",? (?:{CLOCK},? )?(?:[A-Z]\w+ time, )?(?:the )?")  # "Friday, 3 p.m., Paris time, June 28"
BETWEEN = re.compile(
    r"\s*(?:-{1,2}|–|—|to|until|till|through|up to)\s*$|\s+(?:and|or)\s+$"
    r"|,?\s+(?:to|until|till|through)\s+the\s+(?:morning|afternoon|evening|night)\s+of\s+$"
)
THAT_YEAR = re.compile(r",? of that (?:same )?year\b")


@dataclass(frozen=True, slots=True)
class Found:
    """A period and where the text says it; `bare` ones (a lone year or month) need a second witness."""

    start: int
    end: int
    period: Period
    bare: bool = False
    joined: bool = False


def find(text: str, at: Anchor | None = None, tense: TenseAt = lambda start, end: "") -> list[Found]:
    """The date expressions of a text in order, the longest where several overlap."""

    def tense_at(start: int, end: int) -> Tense:
        return "past" if SINCE.search(text, max(0, start - 7), start) else tense(start, end)

    found: list[Found] = []
    for pattern, reader, kind in grammar():
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
    return list(_marked(text, _joined(text, list(_of_that_year(text, kept)))))


def _of_that_year(text: str, found: list[Found]) -> Iterator[Found]:
    """ "October 10 of that year" is in the year of the date before it, and unknown without one."""
    before: Found | None = None
    for item in found:
        if not THAT_YEAR.match(text, item.end):
            before = item
            yield item
        elif before is not None and before.period.begin and (moved := in_year(item.period, before.period.begin.year)):
            yield replace(item, period=moved)


def _is_bare(match: re.Match[str], kind: str) -> bool:
    groups = match.groupdict()
    if kind == "year":
        return not (groups["part"] or " " in match[0])
    if kind == "month":
        return not (groups["y"] or groups["rel"] or groups["which"] or groups["part"])
    return kind == "season" and not (groups["y"] or groups["which"])


def _joined(text: str, found: list[Found]) -> Iterator[Found]:
    """Neighbours that say one thing: "Thursday, 28 June 2007", "from June 28 to July 2", "between 2000 and 2005"."""
    return _merged(_merged(found, partial(_beside, text)), partial(_through, text))


def _merged(found: Iterable[Found], merge: Callable[[Found, Found], Found | None]) -> Iterator[Found]:
    previous: Found | None = None
    for item in found:
        both = merge(previous, item) if previous is not None else None
        if both is None and previous is not None:
            yield previous
        previous = both or item
    if previous is not None:
        yield previous


def _beside(text: str, first: Found, second: Found) -> Found | None:
    """A weekday with its date."""
    same = _same_day(first.period, second.period, text[first.start : first.end])
    if not same or not BESIDE.fullmatch(text, first.end, second.start):
        return None
    return Found(first.start, second.end, second.period, joined=second.joined)


def _through(text: str, first: Found, second: Found) -> Found | None:
    """From one to the other."""
    gap = text[first.end : second.start]
    period = _range(first, second, text, gap) if BETWEEN.fullmatch(gap) else None
    return Found(first.start, second.end, period, joined=True) if period is not None else None


def _same_day(first: Period, second: Period, text: str) -> bool:
    """A weekday before its date: the date is what counts."""
    return (
        bool(re.match(r"(?:[Ll]ast |[Nn]ext |[Tt]his )?[A-Z][a-z]+day", text))
        and first.grain == "day"
        and second.begin == second.end
    )


def _is_cued(text: str, item: Found) -> bool:
    return CUE.search(text[max(0, item.start - 20) : item.start]) is not None


def _range(first: Found, second: Found, text: str, gap: str) -> Period | None:
    """The period from one to the other, when they are said as a range or a choice and lie in order."""
    opened = re.search(r"\b(from|between)\s+(?:the\s+)?$", text[max(0, first.start - 14) : first.start], re.IGNORECASE)
    if "and" in gap and not (opened and opened[1].lower() == "between"):
        return None
    either = gap.strip() == "or"
    if either and (first.period.grain != second.period.grain or (first.bare and not _is_cued(text, first))):
        return None
    if not opened and not either and re.search(r"[a-z]", gap) and (first.bare or second.bare):
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
        if before.endswith("the ") and text[item.start : item.end].isdecimal():
            marker = None  # "since the 1960 election"
        if marker and (period.begin and period.end):
            start = item.start - len(before) + marker.start()
            if marker[1] and not item.joined:
                period = Period(period.begin, None, period.grain)
            elif marker[2] and not item.joined:
                period = Period(None, period.end, period.grain)
            else:
                start = item.start
        yield Found(start, item.end, period, bare and marker is None and not CUE.search(before))
