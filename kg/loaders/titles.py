"""Which line of a page is its title: one whose words return in the text, over a byline or a date."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.loaders import bylines, furniture, mastheads
from kg.loaders.parts import Part, content

IMAGED = re.compile(
    r"\b(?:photo(?:graph)?s?|picture|image|illustration)\s*(?::|by\b|/)|\((?:AP|Reuters|AFP|Getty)\b", re.I
)
LONGEST_TITLE = 24  # words
REACH = 100  # lines from the top, and above the body, among which the title is looked for
NEAR = 30  # lines around one that may speak of it


def find_title(parts: Sequence[Part], start: int, paged: bool) -> int | None:
    """The index of the title among the parts before the body, or at the head of a text that is no page."""
    first = next((at for at in range(start, len(parts)) if parts[at].prose), len(parts))
    said = content([part for part in parts[first : first + 30] if part.prose][:12])
    best, chosen = 0.0, None
    for at in [*range(min(first, REACH)), *range(max(REACH, first - REACH), first)]:
        part = parts[at]
        if part.dropped or not _may_be_title(part):
            continue
        words = content([part])
        shared = len(words & said) / max(1, len(words))
        signed = any(bylines.author(other.text) for other in parts[at + 1 : at + 4])
        stamped = any(_is_dating(parts[near].text) for near in _neighbours(parts, at))
        score = 3 * shared + 2 * signed + stamped + 0.5 * (part.signs.size >= 4) - 0.1 * at / max(1, first)
        score += 0.5 * (_below(parts, at) == first) + any(
            part.text in other.text for other in parts[:at] if other.signs.size < 25
        )
        score -= 1.5 * (mastheads.publisher(part.text) is not None)
        if score > best and (shared >= 0.3 or signed or stamped or not paged):
            best, chosen = score, at
    return chosen


def _neighbours(parts: Sequence[Part], at: int) -> list[int]:
    """The lines next to this one, furniture apart that holds no date."""
    around = [near for near in range(max(0, at - NEAR), min(len(parts), at + NEAR)) if near != at]
    seen = [near for near in around if not parts[near].dropped or _is_dating(parts[near].text)]
    return [*[near for near in seen if near < at][-1:], *[near for near in seen if near > at][:3]]


def _below(parts: Sequence[Part], at: int) -> int:
    """The next line that is no furniture."""
    return next((below for below in range(at + 1, min(len(parts), at + NEAR)) if not parts[below].dropped), -1)


def _is_dating(text: str) -> bool:
    return mastheads.is_dated(text) or furniture.is_stamp(text)


def _may_be_title(part: Part) -> bool:
    text = part.text
    if not 1 <= part.signs.size <= LONGEST_TITLE or (text.endswith((".", ":", ",")) and not text.endswith("...")):
        return False
    if len(text) > 300 or IMAGED.search(text):
        return False
    return not (bylines.author(text) or mastheads.is_dated(text) or (bylines.is_role(text) and part.signs.size <= 3))
