"""Amounts at the front of a noun phrase, so that they can stand on the claim and not in the node.

"between five and nine diesel submarines" → amount "5–9", node "diesel submarines"; "USD 3.4 billion in arms purchases"
→ "3.4 billion USD"; "more than 1,500 jobs" → ">1500"; "dozens of people" → "dozens". Ordinals, years and the numbers in
names ("Project 636", "14th Street", "2014 Winter Olympics") and in measures ("a 27-year contract") are no amounts.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from kg.lexicon import table, words

NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?|\.\d+")
GLUED = re.compile(
    r"(?P<sign>[^\w\s.,-]*|[A-Z]{1,3}\$)(?P<n>\d[\d,]*(?:\.\d+)?)(?P<scale>k|m|mn|bn|b|tn)?(?P<percent>%)?",
    re.IGNORECASE,
)
SCALES = {"k": "thousand", "m": "million", "mn": "million", "bn": "billion", "b": "billion", "tn": "trillion"}
BIG = ("thousand", "million", "billion", "trillion")
FRACTIONS = {"third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fifth": 5, "fifths": 5, "tenth": 10, "tenths": 10}
# Longest first: what stands before a number, and the sign it becomes.
BOUNDS: tuple[tuple[str, str], ...] = (
    ("no fewer than", "≥"), ("no less than", "≥"), ("not less than", "≥"), ("no more than", "≤"),
    ("not more than", "≤"), ("as many as", "≤"), ("as much as", "≤"), ("as few as", "≥"), ("more than", ">"),
    ("greater than", ">"), ("less than", "<"), ("fewer than", "<"), ("at least", "≥"), ("at most", "≤"),
    ("up to", "≤"), ("upwards of", ">"), ("in excess of", ">"), ("close to", "~"), ("an estimated", "~"),
    ("some", "~"), ("over", ">"), ("under", "<"), ("below", "<"), ("above", ">"), ("about", "~"), ("around", "~"),
    ("nearly", "~"), ("almost", "~"), ("approximately", "~"), ("roughly", "~"), ("estimated", "~"), ("exactly", ""),
    ("only", ""), ("just", ""), ("circa", "~"),
)  # fmt: skip
ADDING = frozenset({"another", "further", "additional", "extra"})
DETERMINERS = ("a", "an", "the", "this", "that", "these", "those", "all")
OWNERS = ("its", "his", "her", "their", "our", "my", "your")
OPENING = frozenset({*DETERMINERS, *OWNERS, *ADDING, "other", "remaining"})
NAMES = frozenset({
    "PRODUCT",
    "FAC",
    "EVENT",
    "ORDINAL",
    "DATE",
    "TIME",
    "LAW",
    "WORK_OF_ART",
    "ORG",
    "GPE",
    "LOC",
    "PERSON",
})
PLURALS = frozenset({
    "people", "men", "women", "children", "police", "aircraft", "spacecraft", "personnel", "staff", "crew",
    "cattle", "sheep", "fish", "infantry", "cavalry", "wounded", "dead", "missing", "injured", "media",
    "data", "criteria", "percent", "feet",
})  # fmt: skip
MINUS = frozenset({"-", "–", "—", "--"})
NO_AMOUNT = frozenset({"no", "none of", "all", "some", "much", "more", "less", "little", "few", "fewer", "any"})


@dataclass(frozen=True, slots=True)
class Quantity:
    """An amount in one form whatever the wording, and the positions of the words it took."""

    amount: str
    taken: frozenset[int]


def quantity(tokens: Sequence[str], kinds: Sequence[str] = (), head: int | None = None) -> Quantity | None:
    """The amount that opens a phrase, given its words as spaCy splits them; entity types and head make it surer."""
    lower = [token.lower() for token in tokens]
    start = 0
    while start < len(lower):
        found = _counted(tokens, lower, start, kinds, head) or _vague(lower, start)
        if found is not None or lower[start] not in OPENING:
            return found
        start += 1
    return None


def _counted(
    tokens: Sequence[str], lower: Sequence[str], start: int, kinds: Sequence[str], head: int | None
) -> Quantity | None:
    """The amount in figures or number words that stands exactly here."""
    sign, after = _bound(lower, start)
    first = after or start
    found = None if _fraction(lower, first) else _amount(tokens, lower, first)
    if found is None:
        return None
    amount, end = found
    noun = lower[head] if head is not None else lower[-1]
    if _is_name(tokens, kinds, first, end) or _is_year(tokens, first, end, noun):
        return None
    if head is not None and end < head and _is_measure(tokens, lower, end, amount, noun):
        return None
    end = _linked(lower, end, amount)
    if end < len(tokens) and (lower[end] in MINUS or lower[end].startswith("-")):
        return None  # "27-year contract"
    if start and lower[start - 1] in ADDING:
        start -= 1
    return Quantity(sign + amount, frozenset(range(start, end)))


def _bound(lower: Sequence[str], start: int) -> tuple[str, int]:
    """The sign of "more than", "about" … and the position after it; 0 when there is none."""
    for phrase, sign in _bounds().get(lower[start], ()) if start < len(lower) else ():
        if tuple(lower[start : start + len(phrase)]) == phrase:
            return sign, start + len(phrase)
    return "", 0


@functools.cache
def _bounds() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """The bounds by their first word."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for phrase, sign in BOUNDS:
        words_of_it = tuple(phrase.split())
        found.setdefault(words_of_it[0], []).append((words_of_it, sign))
    return found


def _amount(tokens: Sequence[str], lower: Sequence[str], start: int) -> tuple[str, int] | None:
    """A range or a single amount, with its unit; and the position after it."""
    opened = start < len(lower) and lower[start] in ("between", "from")
    low = _measure(tokens, lower, start + opened)
    if low is None:
        return None
    if low.end < len(lower) and (lower[low.end] in ("to", "or", "and") or lower[low.end] in MINUS):
        high = _measure(tokens, lower, low.end + 1)
        wanted = lower[low.end] != "and" or (opened and lower[start] == "between")
        if high is not None and wanted:
            left = low.figure if low.scale in ("", high.scale) else f"{low.figure} {low.scale}"
            if lower[low.end + 2 : high.end] == ["hundred"] and len(left) < 3:
                left += "00"  # "two to three hundred"
            return " ".join(filter(None, (f"{left}–{high.figure}", high.scale, high.unit or low.unit))), high.end
    if opened:
        return None
    return " ".join(filter(None, (low.figure, low.scale, low.unit))), low.end


@dataclass(frozen=True, slots=True)
class _Measure:
    figure: str
    scale: str
    unit: str
    end: int


def _measure(tokens: Sequence[str], lower: Sequence[str], start: int) -> _Measure | None:
    """A number with its scale and its currency or percent sign, on either side."""
    unit, at = _currency(tokens, start)
    figure = _figure(tokens, lower, at)
    if figure is None:
        return None
    number, scale, glued_unit, end = figure
    unit = unit or glued_unit
    if not scale and end < len(lower) and (lower[end] in BIG or lower[end] in SCALES):
        scale, end = SCALES.get(lower[end], lower[end]), end + 1
    if not unit and end < len(lower):
        if lower[end] in ("%", "percent", "pct"):
            unit, end = "%", end + 1
        elif lower[end : end + 2] == ["per", "cent"]:
            unit, end = "%", end + 2
        else:
            unit, end = _currency(tokens, end)
    elif unit and end < len(lower) and table("currencies").get(tokens[end]) == unit:
        end += 1
    return _Measure(number, scale, unit, end)


def _currency(tokens: Sequence[str], start: int) -> tuple[str, int]:
    """The ISO code (or name) of a currency that stands here; its name must not be the node ("five pounds of rice")."""
    for length in (3, 2, 1):
        name = " ".join(tokens[start : start + length])
        code = table("currencies").get(name) or table("currencies").get(_plain(name))
        if code and len(tokens[start : start + length]) == length:
            if code == "pound" and tokens[start + length : start + length + 1] == ["of"]:
                return "", start
            return code, start + length
    return "", start


def _plain(name: str) -> str:
    return name.lower() if name.istitle() else name


def _figure(tokens: Sequence[str], lower: Sequence[str], start: int) -> tuple[str, str, str, int] | None:
    """Figures ("1,500", "£20m", "20%") or number words ("twenty-five"): value, scale, unit, position after."""
    if start >= len(tokens):
        return None
    text = tokens[start]
    ranged = re.fullmatch(r"(\d[\d,]*)[-–](\d[\d,]*)", text)
    if ranged:
        return "–".join(part.replace(",", "") for part in ranged.groups()), "", "", start + 1
    glued = GLUED.fullmatch(text)
    if glued and not re.fullmatch(r"0\d+", glued["n"]):
        unit = table("currencies").get(glued["sign"], "") if glued["sign"] else "%" if glued["percent"] else ""
        if glued["sign"] and not unit:
            return None
        return glued["n"].replace(",", ""), SCALES.get((glued["scale"] or "").lower(), ""), unit, start + 1
    return _spelled(lower, start)


def _spelled(lower: Sequence[str], start: int) -> tuple[str, str, str, int] | None:
    value, end, scale = 0, start, ""
    numbers = table("number_words")
    if lower[start : start + 2] in (["half", "a"], ["half", "an"]) and lower[start + 2 : start + 3]:
        if lower[start + 2] in BIG:
            return "0.5", lower[start + 2], "", start + 3
        if lower[start + 2] == "dozen":
            return "6", "", "", start + 3
    if lower[start] in ("a", "an") and lower[start + 1 : start + 2] and lower[start + 1] in ("hundred", "dozen", *BIG):
        value, end = 1, start + 1
    while end < len(lower):
        word = lower[end]
        if (
            word == "and"
            and value >= 100
            and end + 1 < len(lower)
            and lower[end + 1] in numbers
            and int(numbers[lower[end + 1]]) < 100
        ):
            end += 1
            continue
        if (
            word in MINUS
            and end > start
            and end + 1 < len(lower)
            and lower[end - 1].endswith("ty")
            and numbers.get(lower[end + 1], "") in tuple("123456789")
        ):
            end += 1  # spaCy splits "twenty-five"
            continue
        if word not in numbers:
            break
        number = int(numbers[word])
        if number == 100 or word == "dozen":
            value = max(value, 1) * number
        elif number >= 1000:
            if value == 0 and end == start:
                return None  # "thousands of" is vague; a bare "thousand" too
            scale = word
            end += 1
            break
        elif value and not (value % 100 == 0 or (value % 10 == 0 and number < 10 and value < 100)):
            break
        else:
            value += number
        end += 1
    if end == start or value == 0:
        return None
    if scale == "thousand":
        return str(value * 1000), "", "", end
    return str(value), scale, "", end


def _linked(lower: Sequence[str], end: int, amount: str) -> int:
    """Past "of", "in" (after money or a share) and "worth of"."""
    if lower[end : end + 2] == ["worth", "of"]:
        return end + 2
    if end < len(lower) and lower[end] == "of":
        return _opened(lower, end + 1)
    if end < len(lower) and lower[end] == "in" and re.search(r"[A-Za-z%]", amount):
        return _opened(lower, end + 1)
    return end


def _opened(lower: Sequence[str], end: int) -> int:
    return end + 1 if end < len(lower) and lower[end] in ("the", "these", "those") else end


def _is_name(tokens: Sequence[str], kinds: Sequence[str], start: int, end: int) -> bool:
    """A number inside a name, a date or an ordinal ("14th Street", "2014 Winter Olympics")."""
    inside = {kinds[position] for position in range(start, min(end, len(kinds)))} & NAMES
    if not inside:
        return False
    joined = end < len(kinds) and kinds[end] in inside and tokens[end][:1].isupper()
    plural = len(tokens) > end and _is_plural(tokens[-1].lower())
    return (
        bool(inside & {"ORDINAL", "TIME"})
        or ("DATE" in inside and not (plural and kinds[-1] != "DATE"))
        or joined
        or end >= len(tokens)
    )


def _is_measure(tokens: Sequence[str], lower: Sequence[str], end: int, amount: str, noun: str) -> bool:
    """ "a 60 GB edition", "a one page memo", "the 737 replacement": the number is a modifier's, or names a model."""
    if lower[end] in words("measure_units"):
        return True
    return amount.isdigit() and int(amount) > 1 and lower[end] != "of" and not _is_plural(noun)


def _is_plural(noun: str) -> bool:
    return noun.endswith("s") or noun in PLURALS


def _is_year(tokens: Sequence[str], start: int, end: int, noun: str) -> bool:
    """A lone year before a name or a singular noun ("2014 Winter Olympics", "2004 election")."""
    if end != start + 1 or not re.fullmatch(r"(1[5-9]|20)\d\d", tokens[start]) or end >= len(tokens):
        return False
    return tokens[end][:1].isupper() or not _is_plural(noun)


@functools.cache
def _phrases() -> dict[str, list[tuple[str, ...]]]:
    """The vague quantities by their first word, longest first."""
    listed = (tuple(phrase.split()) for phrase in sorted(words("vague_quantities") - NO_AMOUNT))
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in sorted(listed, key=len, reverse=True):
        found.setdefault(phrase[0], []).append(phrase)
    return found


def _vague(lower: Sequence[str], start: int) -> Quantity | None:
    """ "dozens of", "several hundred", "two-thirds of", "a majority of": kept in the words of the text."""
    sign, after = _bound(lower, start)
    part = _fraction(lower, after or start)
    if part is not None:
        return Quantity(sign + part.amount, part.taken | frozenset(range(start, after)))
    for phrase in _phrases().get(lower[start], ()):
        end = start + len(phrase)
        if tuple(lower[start:end]) != phrase or end >= len(lower) or (phrase == ("most",) and start):
            continue
        if phrase[-1] != "of":
            while end < len(lower) and lower[end] in ("dozen", "hundred", *BIG):
                end += 1
            if end < len(lower) and lower[end] == "of":
                end += 1
        said = " ".join(lower[start:end]).removesuffix(" of").removeprefix("the ")
        return Quantity(said, frozenset(range(start, _opened(lower, end))))
    return None


def _fraction(lower: Sequence[str], start: int) -> Quantity | None:
    """ "half the members", "one third of …", "two-thirds of …"."""
    if start >= len(lower) or not (
        lower[start] in ("half", "a", "an") or lower[start].split("-")[0] in table("number_words")
    ):
        return None
    listed = [word for word in lower[start : start + 3] if word not in MINUS]
    width = 3 if any(word in MINUS for word in lower[start : start + 3]) else 2
    halved = listed[:1] == ["half"] and lower[start + 1 : start + 2] not in ([], ["a"], ["an"])
    if halved and lower[start + 1] not in MINUS:
        return Quantity("1/2", frozenset(range(start, _opened(lower, start + 1 + (lower[start + 1] == "of")))))
    one = re.fullmatch(r"(\w+)-(\w+)", lower[start]) if start < len(lower) else None
    pair = list(one.groups()) if one else listed[:2]
    width = 1 if one else width
    if len(pair) < 2 or pair[1] not in FRACTIONS or lower[start + width : start + width + 1] != ["of"]:
        return None
    count = {"a": "1", "an": "1"}.get(pair[0]) or table("number_words").get(pair[0])
    if not count:
        return None
    return Quantity(f"{count}/{FRACTIONS[pair[1]]}", frozenset(range(start, _opened(lower, start + width + 1))))
