"""Lines → paragraphs: undoes hard wraps, stray line ends and hyphenation.

"…strong concern to\\nSecurity Council Secretary Ivanov" is one paragraph: the first line is full and has no end. A
heading is not full ("Memories of Fidel\\n5.  (SBU)  Russian television …") and stays by itself. A page whose lines are
paragraphs has no width that its lines run up to: there, only a line that cannot be the end of anything ("… a
counterweight to") is joined to the next. Where a text ends a paragraph in the middle of a line's width and of a
sentence, nothing tells us.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from kg.lexicon import words
from kg.loaders import dates
from kg.loaders.wordlists import function_words

ENDS = re.compile(r"""[.!?…:;][)\]"'”’»*]*(?:\[\d+\])*$|-{3,}$""")
ABBREVIATED = re.compile(r"(?:\b\w\.)+$|\b[A-Z]?[a-z]{0,3}\.$")
BULLET = re.compile(
    r"(?:[•·▪‣◦●○■□*+>]|[-–—]{1,2}(?=\s)|\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)](?=\s|$)"
    r"|#{1,6}\s|\([A-Z]{1,5}(?://\w+)?\)\s)",
    re.I,
)
MARKED = re.compile(r"(\d{1,3})\s?\.\s{0,4}\(\s?(?:[A-Z]{1,4}(?:[/-]{1,2}[A-Z]{1,10})*)\s?\)")
NUMBERED = re.compile(r"(\d{1,3})\.\s+(?=\S)")
WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
HYPHEN = re.compile(r"([^\W_]+(?:[-'’][^\W_]+)*)([-‐])$")
RULE = re.compile(r"\f|[-=_*~–—.+#\s]{3,}")
PAGE_MARK = re.compile(
    r"(?:[A-Z][A-Z .'/-]+\s+\d{3,8}\s+\d{2,3}\s+OF\s+\d{2,3}(?:\s+\d{6}Z)?"
    r"|(?:C O N F I D E N T I A L|S E C R E T|UNCLAS|CONFIDENTIAL|SECRET)?\s*PAGE\s+\d{1,3}\s+[A-Z][A-Z .]+\d+.*"
    r"|page\s+\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?|[-–—]\s*\d{1,4}\s*[-–—]|\d{1,4}\s+of\s+\d{1,4})",
    re.I,
)
BYLINE = re.compile(r"(?:By|BY)(?: [A-Z][\w.'’-]+){2,5}")
SIGNS = "•·▪‣◦●○■□*+>-–—"  # of list items
KEEPING = frozenset(("self", "non", "ex", "vice", "anti", "pro", "semi", "quasi", "so", "well"))  # keep their hyphen
LONGEST_WORD = 60  # characters
WIDEST, NARROWEST = 140, 30
SHORT = 0.5  # of the width: a line below it goes on only with good reason


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the file, trimmed; `gap` counts the blank lines before it; if `torn`, a page break was among them."""

    text: str
    start: int
    indent: int = 0
    gap: int = 0
    torn: bool = False

    @property
    def end(self) -> int:
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class Shape:
    """How a text's lines run: `width` is what they were wrapped at, if at all; `strict` when always to the full."""

    width: int | None
    strict: bool


def split(text: str, *, keep: bool = False) -> list[Line]:
    """The lines of a text that say something; a form feed counts as a page break. `keep` keeps ruled lines too."""
    lines: list[Line] = []
    at = gap = 0
    torn = False
    for raw in text.split("\n"):
        said = raw.strip()
        if said and (keep or not RULE.fullmatch(said)):
            indent = len(raw) - len(raw.lstrip())
            lines.append(Line(said, at + indent, indent, gap, torn))
            gap, torn = 0, False
        else:
            gap += 1
            torn = torn or "\f" in raw
        at += len(raw) + 1
    return lines


def without_page_marks(lines: Sequence[Line]) -> list[Line]:
    """The lines without those that only say where a page ends; the next one knows that a page break was there."""
    kept: list[Line] = []
    torn = False
    for line in lines:
        if len(line.text) <= WIDEST and PAGE_MARK.fullmatch(line.text):
            torn = True
        else:
            kept.append(replace(line, torn=line.torn or torn))
            torn = False
    return kept


def paragraphs(lines: Sequence[Line]) -> list[list[Line]]:
    """The lines put together into paragraphs."""
    lines = _single_spaced(lines)
    shape = shape_of(lines)
    found: list[list[Line]] = []
    for line in lines:
        if found and _goes_on(found[-1], line, shape):
            found[-1].append(line)
        else:
            found.append([line])
    return found


def shape_of(lines: Sequence[Line]) -> Shape:
    """Is the text hard-wrapped, and at what width? Lines that break off before a small letter tell."""
    pairs = [(a, b) for a, b in pairwise(lines) if not b.gap and NARROWEST <= len(a.text) <= WIDEST]
    capitals = sum(line.text.isupper() for line in lines) > 0.6 * len(lines)
    broken = [(a, b) for a, b in pairs if (_starts_small(b.text) or capitals) and not ENDS.search(a.text)]
    if not broken or len(broken) < 0.2 * len(pairs):
        return Shape(None, False)
    lengths = sorted(len(a.text) for a, _ in broken)
    median = lengths[len(lengths) // 2]
    width = max(length for length in lengths if length <= 1.3 * median + 5)
    full = sum(_full(a, b, width) for a, b in broken)
    return Shape(width, len(broken) >= 5 and full >= 0.85 * len(broken))


def _single_spaced(lines: Sequence[Line]) -> list[Line]:
    """Text typed with a blank line after every line, as some printouts have it, without those."""
    pairs = [(a, b) for a, b in pairwise(lines) if len(a.text) >= NARROWEST]
    spread = [b for a, b in pairs if b.gap == 1]
    broken = [b for a, b in pairs if b.gap == 1 and _starts_small(b.text) and not ENDS.search(a.text)]
    if len(broken) < 4 or len(broken) < 0.4 * len(pairs) or len(spread) < 0.8 * len(pairs):
        return list(lines)
    return [Line(line.text, line.start, line.indent, max(0, line.gap - 1), line.torn) for line in lines]


def _goes_on(before: Sequence[Line], line: Line, shape: Shape) -> bool:
    """Does the paragraph of the lines before go on in this line?"""
    last = before[-1]
    ended = bool(ENDS.search(last.text)) and not (_starts_small(line.text) and ABBREVIATED.search(last.text))
    if _starts_item(before, line, ended, shape) or _stands_apart(last.text, line.text, ended):
        return False
    if line.gap:
        return not ended and (line.torn or line.gap == 1) and _breaks_off(last.text, line.text, firm=not line.torn)
    if ended and shape.width and len(line.text) < 0.6 * shape.width and not ENDS.search(line.text):
        return _starts_small(line.text)  # too short for a line of a paragraph, and not its end: a heading
    if ended:
        return shape.width is not None and len(last.text) <= 1.3 * shape.width and _full(last, line, shape.width)
    if (
        _broken_word(last.text)
        or _last_word(last.text) in words("unfinished_words")
        or last.text.endswith((",", "--", "("))
    ):
        return len(last.text) >= 12 or len(before) > 1
    if _starts_small(line.text):
        return len(before) > 1 or len(last.text) >= SHORT * (shape.width or 70)
    if shape.width is None or len(last.text) > 1.3 * shape.width:
        return False
    if shape.strict:
        return _full(last, line, shape.width - 1)
    return len(last.text) >= 0.75 * shape.width


def _stands_apart(last: str, line: str, ended: bool) -> bool:
    """A byline, or a change between capitals and small letters: a headline, a signature."""
    if BYLINE.fullmatch(line) or BYLINE.fullmatch(last) or _is_date(line) or _is_date(last):
        return True
    if line.isupper() == last.isupper():
        return False
    return len(last) >= 12 and not _broken_word(last) if last.isupper() else ended or len(line) >= 12


def _is_date(line: str) -> bool:
    return line[-1:].isdigit() and 8 <= len(line) <= 40 and not dates.besides(line) and dates.first(line) is not None


def _full(line: Line, following: Line, width: int) -> bool:
    """Was there no room for the next line's first word?"""
    return len(line.text) + 1 + len(following.text.split(None, 1)[0]) > width


def _starts_item(before: Sequence[Line], line: Line, ended: bool, shape: Shape) -> bool:
    """Is this the first line of a list item or of a numbered paragraph?"""
    last = before[-1]
    if MARKED.match(line.text):
        return True
    if not BULLET.match(line.text):
        return bool(line.indent >= last.indent + 2 and ended and shape.width and last.indent < line.indent)
    if line.text[0] == before[0].text[0] and line.text[0] in SIGNS:
        return True
    if line.gap:
        return True
    if line.text[0] == "(" and not ended:
        return False
    room = shape.width is None or len(last.text) < 0.75 * shape.width
    return ended or (room and _last_word(last.text) not in words("unfinished_words"))


def _breaks_off(last: str, line: str, *, firm: bool) -> bool:
    """Does a sentence that stands before a blank line or a page break go on behind it?"""
    if len(last.split()) < 4:
        return False
    if firm:
        return (
            len(last) >= 40
            and _starts_small(line)
            and (_last_word(last) in words("unfinished_words") or last.endswith(",") or bool(_broken_word(last)))
        )
    return (
        _starts_small(line)
        or _last_word(last) in words("unfinished_words")
        or last.endswith(",")
        or bool(_broken_word(last))
    )


def _starts_small(text: str) -> bool:
    return text[0].islower() or (text[0] in "\"'“‘(" and text[1:2].islower())


def _last_word(text: str) -> str:
    return text.rsplit(None, 1)[-1].rstrip(".,").lower()


def join(lines: Iterable[str], seen: Counter[str]) -> str:
    """The lines as one, words broken at a line's end made whole; `seen` are the document's words."""
    text = ""
    for line in lines:
        line = line.strip()
        broken = _broken_word(text)
        if not text:
            text = line
        elif broken and line[:1].isalnum():
            text = (text if _hyphenated(broken[1], line, seen) else text[:-1]) + line
        else:
            text = f"{text} {line}"
    return " ".join(text.split())


def _broken_word(text: str) -> re.Match[str] | None:
    """The word that a hyphen breaks at the end of the text, of which only the last letters are looked at."""
    return HYPHEN.search(text[-LONGEST_WORD:])


def _hyphenated(left: str, line: str, seen: Counter[str]) -> bool:
    """Does the hyphen belong to the word, as in "co-operation", or only to the line's end, as in "destabi-lising"?"""
    right = re.match(r"[^\W_]+(?:[-'’][^\W_]+)*", line)
    if right is None or not line[0].islower() or not left[-1].islower():
        return True
    whole, parted = (left + right[0]).lower(), f"{left}-{right[0]}".lower()
    counts = seen[whole], seen[parted]
    if counts[0] != counts[1]:
        return counts[1] > counts[0]
    if whole in words("common_words"):
        return False
    first, second = left.lower().rsplit("-", 1)[-1], right[0].lower().split("-", 1)[0]
    if "-" in left + right[0] or first in KEEPING:
        return True
    known = [_is_known(word, seen) for word in (first, second)]
    if known[0] and (left[0].isupper() or (len(first) > 3 and len(second) > 4 and second.endswith(("ed", "ing")))):
        return True
    return known[1] and (known[0] or left[0].isupper() or len(second) > 3)


def _is_known(word: str, seen: Counter[str]) -> bool:
    return word in words("common_words") or word in function_words("en") or seen[word] > 0


def vocabulary(lines: Iterable[str]) -> Counter[str]:
    """How often each word stands whole within a line of the document."""
    seen: Counter[str] = Counter()
    carried = False
    for line in lines:
        found = [match[0].lower() for match in WORD.finditer(line)]
        broken = bool(_broken_word(line.rstrip()))
        seen.update(found[carried : len(found) - broken])
        carried = broken
    return seen
