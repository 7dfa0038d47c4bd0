"""Where the body of a page begins and ends: the stretch with the most prose for its furniture.

As in Finn's and Arc90's text extraction, on lines instead of tags. A gap of furniture costs words; it costs less when
the paragraph behind it speaks of what was spoken of before.
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.loaders import bylines, furniture
from kg.loaders.parts import Part, content

FURNITURE_COST, SHORT_COST = 8, 1  # in words of prose
GAP_LIMIT, LIST_LIMIT = 60, 90  # what a gap can cost at most, and one with a list of links
LEAD = 0.6  # cohesion of a paragraph above the body that belongs to it
COHESION = 3.0  # a third of a paragraph's words said before: surely of the same text
READERS = 80  # what it costs to go on behind the label of readers' comments, and the prose that makes it a full stop
PROSE_LIMIT = 60


def find_body(parts: Sequence[Part]) -> tuple[int, int]:
    """The stretch of parts with the most prose for its furniture: first index, index behind the last."""
    best, best_range = 0.0, (0, 0)
    total, start = 0.0, 0
    cost, limit, readers = 0.0, GAP_LIMIT, False
    said: set[str] = set()
    for at, part in enumerate(parts):
        if part.dropped or not part.prose:
            cost += FURNITURE_COST if part.dropped else SHORT_COST
            readers = readers or furniture.opens_end(part.text)
            limit = LIST_LIMIT if part.dropped and furniture.is_label(part.text) else limit
            if readers and best_range[1] > start and best >= READERS:
                break
            continue
        total -= min(cost * limit / GAP_LIMIT, limit) * (1 - _cohesion(part, said)) + (READERS if readers else 0)
        if total <= 0:
            total, start, said = 0.0, at, set()
        total += min(part.signs.size, PROSE_LIMIT)
        said |= content([part])
        cost, limit, readers = 0.0, GAP_LIMIT, False
        if total > best:
            best, best_range = total, (start, at + 1)
    start, end = best_range if best else (0, len(parts))
    return _with_lead(parts, start, end), _with_credits(parts, end)


def _with_lead(parts: Sequence[Part], start: int, end: int) -> int:
    """The beginning of the body with paragraphs of one matter that a box or a table of contents parts from it."""
    said = content([part for part in parts[start:end] if part.prose])
    for at in range(start - 1, -1, -1):
        if parts[at].prose:
            if _cohesion(parts[at], said) < LEAD:
                break
            start = at
    return start


def _cohesion(part: Part, said: set[str]) -> float:
    """How much a paragraph behind furniture speaks of what was spoken of before: 0 to 1."""
    words = content([part])
    return min(1.0, COHESION * len(words & said) / max(1, len(words)))


def _with_credits(parts: Sequence[Part], end: int) -> int:
    """The end of the body with the credits that follow it: "(Reporting by …; Editing by …)"."""
    while end < len(parts) and bylines.is_credit(parts[end].text):
        parts[end].dropped = False
        end += 1
    return end
