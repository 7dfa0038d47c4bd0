"""Who wrote a text, and the lines that say so: "By Martin Murphy" with "BBC Americas analyst" under it."""

from __future__ import annotations

import re

from kg.loaders import dates
from kg.loaders.furniture import CREDIT, TOKEN
from kg.loaders.wordlists import marks
from kg.loaders.wrapping import ENDS

OPENING = re.compile(
    r"^(?:(?:written|posted|story|words|text|report|analysis|reported|published)\s+by|by|author|from)\b\s*:?\s+", re.I
)
PARTICLES = frozenset([
    "de",
    "del",
    "della",
    "der",
    "den",
    "di",
    "da",
    "van",
    "von",
    "la",
    "le",
    "el",
    "al",
    "bin",
    "ibn",
    "ben",
    "y",
    "e",
    "dos",
    "du",
    "st",
])
JOINERS = frozenset(["and", "&", "with"])
AFTER = re.compile(r"\s*(?:[|•·]|\s[-–—]\s|,\s|\bin [A-Z]|\bat\b|\bon\b|\bfor\b|\bof\b|\d)")
UNMARKED = re.compile(
    r"(?P<name>[A-Z][\w'’-]+(?: [A-Z]\.)?(?: (?:[A-Z][\w'’-]+|de|van|von|al|bin)){1,2}"
    r"(?: and [A-Z][\w'’-]+(?: [A-Z][\w'’-]+){1,2})?)"
    r"(?:,? in [A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?|, [a-z]+ (?:editor|correspondent|reporter))?"
)
LONGEST = 14  # words in a byline with its role and place


def author(line: str) -> str | None:
    """The names in a byline, without "By", role and place; None for any other line."""
    opening = OPENING.match(line)
    if opening is None or len(line.split()) > LONGEST or (ENDS.search(line) and not re.search(r"\b[A-Z]\.$", line)):
        return None
    rest = line[opening.end() :].strip()
    if opening[0].strip().lower() == "from" or not rest or dates.WEEKDAY.match(rest):
        return None
    names = _names(rest)
    if names is None:
        return None
    left = rest[len(names) :].strip()
    if left and not (AFTER.match(rest[len(names) :]) or dates.first(left)):
        return None
    return names.strip(" ,")


def is_role(line: str) -> bool:
    """What an author is, on the line under the byline: "BBC Americas analyst", "Reporter, The Times"."""
    tokens = [token.lower() for token in TOKEN.findall(line)]
    if not 1 <= len(tokens) <= 9 or ENDS.search(line):
        return False
    return any(token in marks("roles") for token in tokens) or (
        len(tokens) <= 5 and line[0].isupper() and any(token in marks("media") for token in tokens)
    )


def is_credit(line: str) -> bool:
    """ "(Reporting by A in Moscow; Editing by B)", "(Xinhua)"."""
    words = TOKEN.findall(line)
    named = line.startswith("(") and line.endswith(")") and len(words) <= 10
    return (bool(CREDIT.match(line)) and len(words) <= 40) or (
        named and any(word.lower() in marks("media") for word in words)
    )


def unmarked(line: str) -> str | None:
    """The name on a line that may be a byline without "By": "Ellen Marsh", "Ellen Marsh in Vilnius"."""
    found = UNMARKED.fullmatch(line)
    if found is None or any(word.lower() in marks("media") | marks("page") for word in found["name"].split()):
        return None
    return found["name"]


def _names(text: str) -> str | None:
    """The run of names a text begins with, ends included: "Jane Q. Doe, John van Dam and Al Roe"."""
    end = count = 0
    for match in re.finditer(r"\S+", text):
        word = match[0].strip(",;:|")
        if not word or word[0].isdigit():
            break
        if count and word.lower().rstrip(".") in dates.MONTHS:
            break
        named = word[0].isupper() and not (word.lower() in marks("roles") and count >= 2)
        linked = count > 0 and (word.lower() in PARTICLES or word.lower() in JOINERS)
        if not (named or linked):
            break
        if match[0][0] in "|•·":
            break
        end, count = match.end() if named else end, count + named
        if match[0].endswith((";", ":", "|")) or (match[0].endswith(",") and not _more_names(text[match.end() :])):
            break
    return text[:end].rstrip(",;:|") if count and end else None


def _more_names(text: str) -> bool:
    """After a comma: another author, or a role and a paper?"""
    ahead = re.split(r",|\band\b|&", text, maxsplit=1)
    words = ahead[0].split()
    if not 2 <= len(words) <= 4:
        return False
    lower = [word.lower().strip(".,") for word in words]
    return all(word[0].isupper() or word in PARTICLES for word in words) and not any(
        word in marks("roles") or word in marks("media") for word in lower
    )
