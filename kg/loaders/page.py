"""A page saved as text → title, byline, captions, headings and paragraphs, without the page's furniture.

The body is the stretch with the most prose and the least furniture (as in Finn's and Arc90's text extraction, on lines
instead of tags). Above it only what follows the title stays; behind it nothing does. A text without any furniture is no page,
and stays whole.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from kg.loaders import bylines, furniture, mastheads, wrapping
from kg.loaders.composing import Metadata, Piece, spaced
from kg.loaders.furniture import Signs
from kg.loaders.wordlists import function_words
from kg.model import BlockKind

FURNITURE_COST, SHORT_COST, GAP_LIMIT = 8, 1, 40  # in words of prose
READERS = 80  # what it costs to go on behind the label of readers' comments, and the prose that makes it a full stop
PROSE_LIMIT = 60
LONGEST_TITLE = 24


@dataclass
class Part:
    """A paragraph of the page, what it seems to be, and how it stands."""

    text: str
    gap: int
    signs: Signs = field(repr=False)
    dropped: bool = False
    kind: BlockKind = "paragraph"

    @property
    def prose(self) -> bool:
        return self.signs.prose and not self.dropped


def read(text: str) -> tuple[list[Piece], Metadata]:
    """The pieces of a page's or a plain text's body, and what it says of itself."""
    parts = parts_of(wrapping.split(text))
    if not parts:
        return [], Metadata()
    paged = _drop_furniture(parts)
    start, end = _body(parts) if paged else (0, len(parts))
    title = _title(parts, start, paged)
    known = mastheads.metadata([part.text for part in parts], title, start, end)
    _drop_outside(parts, title, start, end, paged)
    if title is not None and known.title:
        parts[title] = replace(parts[title], text=known.title, kind="title", dropped=False)
    _mark_kinds(parts, title, start)
    return [Piece(part.kind, part.text) for part in parts if not part.dropped], known


def arrange(parts: list[Part], title: str | None) -> tuple[list[Piece], Metadata]:
    """The pieces of a main text that something else found already, and what it says of itself; `title` from markup."""
    _drop_furniture(parts)
    texts = [part.text for part in parts]
    first = next((at for at, part in enumerate(parts) if part.prose), len(parts))
    at = next((at for at, text in enumerate(texts[: first + 1]) if title and text.casefold() == title.casefold()), None)
    if title and at is None:
        parts = [Part(title, 0, Signs(title)), *parts]
        at, first = 0, first + 1
    elif at is None:
        at = _title(parts, first, paged=False)
    known = mastheads.metadata([part.text for part in parts], at, first, len(parts))
    if at is not None:
        parts[at] = replace(parts[at], kind="title", dropped=False)
    _mark_kinds(parts, at, first)
    return [Piece(part.kind, part.text) for part in parts if not part.dropped], known


def parts_of_pairs(pairs: Iterable[tuple[BlockKind, str]]) -> list[Part]:
    """The parts of a text whose paragraphs and headings are known; a line end within one may still end it."""
    found: list[Part] = []
    for kind, text in pairs:
        inner = parts_of(wrapping.split(text)) if kind == "paragraph" else [Part(spaced(text), 0, Signs(spaced(text)))]
        found += [replace(part, kind=kind, gap=max(part.gap, 1)) for part in inner]
    return found


def parts_of(lines: Sequence[wrapping.Line]) -> list[Part]:
    """The paragraphs of a text; page breaks inside them are gone."""
    lines = wrapping.without_page_marks(lines)
    seen = wrapping.vocabulary(line.text for line in lines)
    found = []
    for group in wrapping.paragraphs(lines):
        text = wrapping.join((line.text for line in group), seen)
        form = " ".join(line.text for line in group) if len(group) > 1 else group[0].text
        found.append(Part(text, group[0].gap, Signs(form)))
    return found


def _drop_furniture(parts: list[Part]) -> bool:
    """Drops what is furniture by its form; says whether there is enough of it that the text is a page."""
    repeated = Counter(part.text for part in parts)
    for part in parts:
        again = repeated[part.text] >= 3 and not part.signs.prose and part.signs.size <= 6
        part.dropped = again or furniture.is_furniture(part.signs.text)
    count = sum(part.dropped for part in parts)
    if count == 1:  # a lone label or list in a report is a heading
        for part in parts:
            part.dropped = part.dropped and part.signs.prompt > 0.2
    _drop_listed(parts, count >= 2)
    return count >= 2


def _drop_listed(parts: list[Part], paged: bool) -> None:
    """Drops the links under a label ("Related stories") and the menus: many lines of few words each."""
    listing = False
    for at, part in enumerate(parts):
        if part.dropped:
            listing = paged and furniture.is_label(part.text)
        elif part.prose:
            listing = False
        elif listing:
            heads = (
                part.gap
                and at + 1 < len(parts)
                and parts[at + 1].prose
                and parts[at - 1].gap == 0
                and part.signs.size <= 8
            )
            part.dropped = not heads
    run: list[Part] = []
    for part in [*parts, Part(".", 0, Signs("This is the end of the text."))]:
        if not part.dropped and not part.signs.ends and part.signs.size <= 3 and not part.text.endswith(":"):
            run.append(part)
        elif not part.dropped:
            if len(run) >= 5 and paged:
                for item in run:
                    item.dropped = True
            run = []


def _body(parts: Sequence[Part]) -> tuple[int, int]:
    """The stretch of parts with the most prose for its furniture: first index, index behind the last."""
    best, best_range = 0.0, (0, 0)
    total, start = 0.0, 0
    cost, readers = 0.0, False
    for at, part in enumerate(parts):
        if part.dropped or not part.prose:
            cost += FURNITURE_COST if part.dropped else SHORT_COST
            readers = readers or furniture.opens_end(part.text)
            if readers and best_range[1] > start and best >= READERS:
                return best_range
            continue
        total -= min(cost, GAP_LIMIT) + (READERS if readers else 0)
        if total <= 0:
            total, start = 0.0, at
        total += min(part.signs.size, PROSE_LIMIT)
        cost, readers = 0.0, False
        if total > best:
            best, best_range = total, (start, at + 1)
    return best_range if best else (0, len(parts))


def _title(parts: Sequence[Part], start: int, paged: bool) -> int | None:
    """The index of the title among the parts before the body, or at the head of a text that is no page."""
    first = next((at for at in range(start, len(parts)) if parts[at].prose), len(parts))
    said = _content(parts[first : first + 12])
    best, chosen = 0.0, None
    for at in range(first):
        part = parts[at]
        if part.dropped or not _may_be_title(part):
            continue
        words = _content([part])
        shared = len(words & said) / max(1, len(words))
        signed = any(bylines.author(other.text) or mastheads.is_dated(other.text) for other in parts[at + 1 : at + 4])
        stamped = any(furniture.is_stamp(other.text) for other in parts[max(0, at - 2) : at + 4])
        score = 3 * shared + 2 * signed + stamped + 0.5 * (part.signs.size >= 4) - 0.1 * at / max(1, first)
        score -= 1.5 * (mastheads.publisher(part.text) is not None)
        if score > best and (shared >= 0.3 or signed or stamped or not paged):
            best, chosen = score, at
    return chosen


def _may_be_title(part: Part) -> bool:
    text = part.text
    if not 1 <= part.signs.size <= LONGEST_TITLE or (text.endswith((".", ":", ",")) and not text.endswith("...")):
        return False
    return not (bylines.author(text) or mastheads.is_dated(text) or (bylines.is_role(text) and part.signs.size <= 3))


def _content(parts: Sequence[Part]) -> set[str]:
    known = function_words("en")
    return {
        token.lower().removesuffix("'s").removesuffix("’s") for part in parts for token in part.signs.tokens
    } - known


def _drop_outside(parts: list[Part], title: int | None, start: int, end: int, paged: bool) -> None:
    """Drops what stands before the title, behind the body, and crumbs between title and body."""
    if not paged:
        return
    for at, part in enumerate(parts):
        if at >= end or at < (start if title is None else title):
            part.dropped = True
        elif title is not None and title < at < start and part.signs.size <= 2:
            part.dropped = part.dropped or not _is_header(parts, at)


def _is_header(parts: Sequence[Part], at: int) -> bool:
    """A byline, the role under it, a date line, a credit."""
    text = parts[at].text
    under = at > 0 and bool(bylines.author(parts[at - 1].text)) and parts[at].gap <= 1
    return (
        bool(bylines.author(text))
        or mastheads.is_dated(text)
        or bylines.is_credit(text)
        or (under and bylines.is_role(text))
    )


def _mark_kinds(parts: list[Part], title: int | None, start: int) -> None:
    kept = [at for at, part in enumerate(parts) if not part.dropped]
    for place, at in enumerate(kept):
        part = parts[at]
        following = parts[kept[place + 1]] if place + 1 < len(kept) else None
        if at == title or part.kind != "paragraph":
            continue
        if _is_header(parts, at):
            part.kind = "header"
        elif not part.signs.ends and not part.prose and not wrapping.BULLET.match(part.text):
            part.kind = _short_kind(part, following, title is not None and at < start)


def _short_kind(part: Part, following: Part | None, above: bool) -> BlockKind:
    """A line without a sentence's end: a heading stands free over a paragraph and is short; others are captions."""
    free = part.gap > 0 and following is not None and following.gap > 0
    if above:
        return "caption"
    return "heading" if part.signs.size <= 10 and (free or following is None or part.signs.size <= 3) else "caption"
