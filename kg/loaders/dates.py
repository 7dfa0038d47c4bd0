"""Dates of documents as people write them → ISO."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
_MONTH = rf"(?P<month>{'|'.join(sorted(MONTHS, key=lambda name: (-len(name), name)))})\b\.?"
_DAY = r"(?P<day>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>1[5-9]\d\d|20\d\d)"
FORMS = tuple(
    re.compile(form, re.I)
    for form in (
        rf"\b{_YEAR}-(?P<number>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12]\d|3[01])(?!\d)",
        rf"\b{_YEAR}[/.](?P<number>0?[1-9]|1[0-2])[/.](?P<day>0?[1-9]|[12]\d|3[01])\b",
        rf"\b{_DAY}(?:\s+of)?[\s-]+{_MONTH},?[\s-]+{_YEAR}\b",
        rf"\b{_MONTH}\s+{_DAY}\s*,?\s+{_YEAR}\b",
        rf"\b{_YEAR},?\s+{_MONTH}\s+{_DAY}\b",
        rf"\b{_DAY}\s+{_MONTH}\s+(?P<short>\d\d)\b(?!:)",
        r"\b(?P<first>\d{1,2})(?P<sign>[/.])(?P<second>\d{1,2})[/.](?P<year>1[5-9]\d\d|20\d\d)\b",
        rf"\b{_MONTH},?\s+{_YEAR}\b",
    )
)
CLOCK = re.compile(
    r"(?:\b|T)\d{1,2}[:.h]\d\d(?::\d\d)?(?:\s*[ap]\.?\s?m\b\.?)?|\b\d{1,2}\s*[ap]\.?\s?m\b\.?|\b(?:noon|midnight)\b"
    r"|\b(?:GMT|UTC|BST|[ECMP][SD]?T|CET|CEST|UK|IST|Z)\b(?:\s*[+-]\s*\d{1,2}(?::?\d\d)?)?|\b\d{1,2}\s*(?=[ap]\.m\.)",
    re.I,
)
WEEKDAY = re.compile(r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?", re.I)
CENTURY = 50  # two-digit years up to this are of the 2000s


@dataclass(frozen=True, slots=True)
class Found:
    """A date in a line; `iso` is a day, a month or a year, as much as is sure."""

    iso: str
    start: int
    end: int


def dates(text: str) -> Iterator[Found]:
    """The dates of a line in order; where two forms overlap, the fuller one."""
    taken: list[Found] = []
    for form in FORMS:
        for match in form.finditer(text):
            iso = _iso(match)
            if iso and all(match.end() <= other.start or match.start() >= other.end for other in taken):
                taken.append(Found(iso, match.start(), match.end()))
    yield from sorted(taken, key=lambda found: found.start)


def first(text: str) -> str | None:
    """The first date of a line."""
    return next((found.iso for found in dates(text)), None)


def besides(text: str) -> str:
    """What a line says besides dates, weekdays and times of day."""
    for found in reversed(list(dates(text))):
        text = text[: found.start] + " " + text[found.end :]
    return re.sub(r"\s+", " ", CLOCK.sub(" ", WEEKDAY.sub(" ", text))).strip(" ,.;:|-–—()/·•")


def _iso(match: re.Match[str]) -> str | None:
    part = match.groupdict()
    year = int(part["year"]) if part.get("year") else 1900 + int(part["short"])
    if not part.get("year") and year - 1900 <= CENTURY:
        year += 100
    if part.get("first"):
        return _numeric(year, int(part["first"]), int(part["second"]), part["sign"])
    month = int(part["number"]) if part.get("number") else MONTHS[part["month"].lower().rstrip(".")]
    return _day(year, month, int(part["day"])) if part.get("day") else f"{year:04}-{month:02}"


def _numeric(year: int, a: int, b: int, sign: str) -> str | None:
    """28/06/2007 and 06/28/2007 are sure, 06/07/2007 is not: only its year is."""
    if sign == "." or a > 12:
        return _day(year, b, a)
    if b > 12 or a == b:
        return _day(year, a, b)
    return f"{year:04}"


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
