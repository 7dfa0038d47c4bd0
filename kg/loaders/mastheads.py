"""What a page's text says of itself where there is no markup: title, author, publisher, date."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.loaders import bylines, dates, furniture
from kg.loaders.furniture import TOKEN
from kg.loaders.wordlists import marks
from kg.loaders.wrapping import ENDS
from kg.model import Metadata

HEAD = 8  # lines from the beginning of the body on among which date and author may still stand
LONGEST = 400  # characters of a paragraph in which it can tell something of the page
COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)[\s©(c)]*(?:(?:19|20)\d\d(?:\s*[-–]\s*(?:19|20)?\d\d)?)?[\s,]*(?:by\s+)?(?P<name>[^.|,©\d]{2,60})",
    re.I,
)
AGENCY = re.compile(r"^[A-Z][\w .,'’/-]{2,60}?\((?P<name>[A-Z][\w .&-]{1,30})\)\s*[-–—]{1,2}\s")
FROM = re.compile(r"^From (?:the )?(?P<name>[A-Z]\w+(?: [A-Z]\w+){0,3})(?:,|$)")
NO_NAME = frozenset(("home", "homepage", "menu", "services", "about", "memorandum", "statement", "minutes"))
TITLE_PARTS = re.compile(r"\s+[|»·–—-]\s+|\s*\|\s*|\s+::\s+")
PUBLISHED = re.compile(r"\b(?:published|posted|filed|created|released|issued)\b", re.I)
PLACE = re.compile(r"^[A-Z][\w.'’-]*(?:[ ,]+(?:[A-Z][\w.'’-]*|de|of|and|the)){0,5}$")


def metadata(lines: Sequence[str], forms: Sequence[str], title: int | None, start: int, end: int) -> Metadata:
    """What the paragraphs of a page tell; `title` is the index of its title, the body is `start` to `end`.

    `forms` are the paragraphs as they stood in the file, labels and all.
    """
    lines, forms = [line[:LONGEST] for line in lines], [form[:LONGEST] for form in forms]
    head = [*lines[: max(start, (title or 0) + 1)]]
    said, name = _split_title(lines[title], lines) if title is not None else (None, None)
    return Metadata(
        title=said,
        date=_date(forms, title, start, end),
        author=_author(lines, title, start),
        publisher=name or _publisher(head, title, lines, start),
    )


def _author(lines: Sequence[str], title: int | None, start: int) -> str | None:
    """The first byline; else a bare name between title and body, over a date or a role."""
    signed = next((found for line in lines[: start + HEAD] if (found := bylines.author(line))), None)
    if signed or title is None:
        return signed
    return next((found for at in range(title + 1, start) if (found := unmarked_author(lines, at))), None)


def unmarked_author(lines: Sequence[str], at: int) -> str | None:
    """The name on line `at`, when the lines below it say that it is an author's."""
    found = bylines.unmarked(lines[at])
    below = lines[at + 1 : at + 3]
    return (
        found
        if found and any(is_dated(line) or furniture.is_stamp(line) or bylines.is_role(line) for line in below)
        else None
    )


def publisher(line: str) -> str | None:
    """The line, if it is the name of a paper, an agency or a broadcaster: "BBC News"."""
    line = line.strip("()")
    tokens = TOKEN.findall(line)
    if not 1 <= len(tokens) <= 6 or ENDS.search(line) or furniture.is_furniture(line):
        return None
    lower = [token.lower() for token in tokens]
    if len(lower) == 1 and lower[0] in marks("page"):
        return None
    named = all(
        token[0].isupper() or token[0].isdigit() or token in ("the", "of", "and", "for", "on") for token in tokens
    )
    if not named or any(token in NO_NAME for token in lower):
        return None
    known = marks("media") | (marks("institutions") if len(tokens) >= 2 else frozenset())
    return line if any(token in known for token in lower) else None


def is_dated(line: str) -> bool:
    """A line that is only a date, or a place and a date: "Moscow, June 5, 1961, 9 p.m."."""
    if len(line) > 120 or not dates.first(line):
        return False
    rest = dates.besides(line)
    rest = re.sub(r"\bby \S+(?: \S+)?$", "", rest)  # "May 3rd, 2011 by wanderer"
    rest = furniture.STAMPED.sub("", re.sub(r"^(?:date|dated|on|at)\b:?", "", rest, flags=re.I)).strip(" ,:|-–—")
    return not rest or bool(PLACE.match(rest) and len(rest.split()) <= 5)


def _split_title(line: str, lines: Sequence[str]) -> tuple[str, str | None]:
    """ "Chavez in Russia | BBC News" → the title and the publisher."""
    pieces = TITLE_PARTS.split(line)
    if len(pieces) > 1:
        if name := publisher(pieces[-1]):
            return line[: line.rindex(pieces[-1])].rstrip(" |»·–—-:"), name
        if name := publisher(pieces[0]):
            return line[len(pieces[0]) :].strip(" |»·–—-:"), name
    return line, None


def _date(lines: Sequence[str], title: int | None, start: int, end: int) -> str | None:
    """The date a page gives itself: one labelled "published", else "updated", else a date line, above before behind."""
    spans = [(lines[: max(start, (title or 0)) + HEAD]), lines[end:]]
    for span in spans:
        stamps = [line for line in span if furniture.is_stamp(line) and dates.first(line)]
        stamps.sort(key=lambda line: not PUBLISHED.search(line))
        dated = [line for line in span if is_dated(line)]
        signed = [line for line in span if bylines.OPENING.match(line) and dates.first(line)]
        labelled = [line for line in span if re.match(r"date \d{4}-\d\d-\d\d\s", line)]
        for line in (*stamps, *dated, *signed, *labelled):
            return dates.first(line)
    for line in (*lines[:start], *(line for line in lines[max(start, end - 2) : end] if bylines.is_credit(line))):
        if len(line.split()) <= 12 and (found := dates.first(line)):
            return found
    return None


def _publisher(head: Sequence[str], title: int | None, lines: Sequence[str], start: int) -> str | None:
    for at, line in enumerate(head):
        if at != title and (name := publisher(line)):
            return name
    for line in head:
        if (found := FROM.match(line)) and publisher(found["name"]):
            return found["name"]
    if start < len(lines) and (agency := AGENCY.match(lines[start])):
        return agency["name"]
    for line in reversed(lines):
        if found := COPYRIGHT.search(line):
            name = re.sub(r"(?i)\s*\ball rights\b.*|\bmmx?[ivxl]*\b", "", found["name"]).strip(" .-–")
            if name and name[0].isupper():
                return name
    return None
