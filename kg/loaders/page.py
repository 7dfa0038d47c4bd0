"""A page saved as text → title, byline, captions, headings and paragraphs, without the page's furniture.

The body is the stretch with the most prose and the least furniture (as in Finn's and Arc90's text extraction, on lines
instead of tags). Above it only what follows the title stays; behind it nothing does. A text without any furniture is no
page, and stays whole.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from kg.errors import LoadError
from kg.loaders import bylines, furniture, mastheads, wrapping
from kg.loaders.composing import Metadata, Piece, spaced
from kg.loaders.furniture import Signs
from kg.loaders.wordlists import function_words
from kg.model import BlockKind

FURNITURE_COST, SHORT_COST = 8, 1  # in words of prose
GAP_LIMIT, LIST_LIMIT = 60, 90  # what a gap can cost at most, and one with a list of links
LEAD = 0.6  # cohesion of a paragraph above the body that belongs to it
COHESION = 3.0  # a third of a paragraph's words said before: surely of the same text
READERS = 80  # what it costs to go on behind the label of readers' comments, and the prose that makes it a full stop
PROSE_LIMIT = 60
NOTES = re.compile(r"(?<=\S)\[(?:\d{1,3}|[a-z]|edit|hide|show|citation needed|note \d+|update)\]", re.I)
IMAGED = re.compile(
    r"\b(?:photo(?:graph)?s?|picture|image|illustration)\s*(?::|by\b|/)|\((?:AP|Reuters|AFP|Getty)\b", re.I
)
LABELS = re.compile(r"^(?:(?:image|photo|picture|media|video) caption[,:]?|date \d{4}-\d\d-\d\d)\s+(?=\S)", re.I)
LONGEST_FORM = 3000  # characters
LONGEST_TITLE = 24  # words
LONGEST_LINK = 18  # words in the headline of another story
REACH = 100  # lines from the top, and above the body, among which the title is looked for
NEAR = 30  # lines around one that may speak of it
MENU = 5  # lines of a few words in a row


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


END = Part(".", 0, Signs("This is the end of the text."))


def read(text: str) -> tuple[list[Piece], Metadata]:
    """The pieces of a page's or a plain text's body, and what it says of itself."""
    parts = parts_of(wrapping.split(text))
    if not any(part.signs.tokens for part in parts):
        raise LoadError("there are no words in it")
    paged = _drop_furniture(parts)
    start, end = _body(parts) if paged else (0, len(parts))
    title = _title(parts, start, paged)
    known = mastheads.metadata([part.text for part in parts], [part.signs.text for part in parts], title, start, end)
    _drop_outside(parts, title, start, end, paged)
    if title is not None and known.title:
        parts[title] = replace(parts[title], text=known.title, kind="title", dropped=False)
    _mark_kinds(parts, title, start)
    if all(part.dropped for part in parts):
        raise LoadError("there is no text in it, only menus and notices of a page")
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
    known = mastheads.metadata(
        [part.text for part in parts], [part.signs.text for part in parts], at, first, len(parts)
    )
    if at is not None:
        parts[at] = replace(parts[at], kind="title", dropped=False)
    _mark_kinds(parts, at, first)
    return [Piece(part.kind, part.text) for part in parts if not part.dropped], known


def parts_of_pairs(pairs: Iterable[tuple[BlockKind, str]]) -> list[Part]:
    """The parts of a text whose paragraphs and headings are known; a line end within one may still end it."""
    found: list[Part] = []
    for kind, text in pairs:
        alone = spaced(text)
        inner = parts_of(wrapping.split(text)) if kind == "paragraph" else [Part(alone, 0, Signs(_sample(alone)))]
        found += [replace(part, kind=kind, gap=max(part.gap, 1)) for part in inner]
    return found


def _sample(form: str) -> str:
    """Enough of a paragraph to judge its form by: beginning and end of one that is longer than furniture ever is."""
    return form if len(form) <= LONGEST_FORM else f"{form[: LONGEST_FORM - 500]} {form[-500:]}"


def _without_notes(text: str) -> str:
    """A paragraph without the marks of notes and the labels of pictures."""
    return LABELS.sub("", NOTES.sub("", text))


def parts_of(lines: Sequence[wrapping.Line]) -> list[Part]:
    """The paragraphs of a text; page breaks inside them are gone."""
    lines = wrapping.without_page_marks(lines)
    seen = wrapping.vocabulary(line.text for line in lines)
    found = []
    for group in wrapping.paragraphs(lines):
        text = _without_notes(wrapping.join((line.text for line in group), seen))
        form = " ".join(line.text for line in group) if len(group) > 1 else group[0].text
        found.append(Part(text, group[0].gap, Signs(_sample(form))))
    return found


def _drop_furniture(parts: list[Part]) -> bool:
    """Drops what is furniture by its form; says whether there is enough of it that the text is a page.

    One certain piece is enough, as are two lists or labels. A lone label in a report ("Comments") is a heading.
    """
    repeated = Counter(part.text for part in parts)
    certain = possible = 0
    for at, part in enumerate(parts):
        form = part.signs.text
        again = repeated[part.text] >= 3 and not part.signs.prose and part.signs.size <= 6
        if furniture.is_certain(form):
            part.dropped = not (_heads(parts, at) and furniture.may_be_heading(form))
            certain += part.dropped
        elif again or furniture.is_furniture(form):
            part.dropped = not (furniture.is_label(form) and _heads(parts, at))
            possible += part.dropped and furniture.is_list(form)
    paged = certain > 0 or possible > 1
    for part in parts:
        part.dropped = part.dropped and paged
    if paged:
        _drop_listed(parts)
    _drop_last_headlines(parts)
    return paged


def _drop_last_headlines(parts: Sequence[Part]) -> None:
    """Drops the headlines of other stories behind the last paragraph: several, and hardly on the same matter."""
    last = max((at for at, part in enumerate(parts) if part.prose and not part.text.endswith("?")), default=len(parts))
    run = [part for part in parts[last + 1 :] if not part.dropped]
    if len(run) < 3 or last < 1 or parts[last].text.endswith(":") or any(not _is_headline(part) for part in run):
        return
    said = _content([part for part in parts[: last + 1] if part.prose])
    if sum(len(_content([part]) & said) < 0.5 * len(_content([part])) for part in run) > len(run) / 2:
        for part in run:
            part.dropped = True


def _is_headline(part: Part) -> bool:
    return (
        3 <= part.signs.size <= LONGEST_LINK + 2
        and not part.text.endswith((".", ":", ";", ","))
        and not part.text[0].islower()
    )


def _drop_listed(parts: list[Part]) -> None:
    """Drops the links under a label ("Related stories") and the menus: many lines of few words each."""
    listing = False
    for at, part in enumerate(parts):
        if part.dropped:
            listing = furniture.is_label(part.text) and not furniture.is_control(part.signs)
        elif part.prose or part.signs.size > LONGEST_LINK or bylines.author(part.text):
            listing = False
        elif listing:
            part.dropped = not _heads(parts, at)
    run: list[int] = []
    for at, part in enumerate([*parts, END]):
        if not part.dropped and not part.signs.ends and part.signs.size <= 3 and not part.text.endswith(":"):
            run.append(at)
        elif not part.dropped:
            if len(run) >= MENU:
                for item in run:
                    parts[item].dropped = not _heads(parts, item)
            run = []
    _drop_headlines(parts)


def _heads(parts: Sequence[Part], at: int) -> bool:
    """Does this line stand free over a paragraph, as a heading does?"""
    return bool(at + 1 < len(parts) and parts[at].gap and parts[at + 1].prose and parts[at].signs.size <= 10)


def _drop_headlines(parts: Sequence[Part]) -> None:
    """Drops lines without a sentence between a label like "Market News" and other furniture."""
    for at, part in enumerate(parts):
        last = part.signs.tokens[-1].lower() if part.signs.tokens else ""
        if (
            part.dropped
            or part.signs.size > 3
            or last not in ("news", "headlines", "stories", "articles", "links", "videos")
        ):
            continue
        end = next(
            (below for below in range(at + 1, len(parts)) if parts[below].dropped or parts[below].prose), len(parts)
        )
        if end < len(parts) and parts[end].dropped and not any(bylines.author(below.text) for below in parts[at:end]):
            for below in parts[at:end] if end - at >= 3 else ():
                below.dropped = True


def _body(parts: Sequence[Part]) -> tuple[int, int]:
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
        said |= _content([part])
        cost, limit, readers = 0.0, GAP_LIMIT, False
        if total > best:
            best, best_range = total, (start, at + 1)
    start, end = best_range if best else (0, len(parts))
    return _with_lead(parts, start, end), _with_credits(parts, end)


def _with_lead(parts: Sequence[Part], start: int, end: int) -> int:
    """The beginning of the body with paragraphs of one matter that a box or a table of contents parts from it."""
    said = _content([part for part in parts[start:end] if part.prose])
    for at in range(start - 1, -1, -1):
        if parts[at].prose:
            if _cohesion(parts[at], said) < LEAD:
                break
            start = at
    return start


def _cohesion(part: Part, said: set[str]) -> float:
    """How much a paragraph behind furniture speaks of what was spoken of before: 0 to 1."""
    words = _content([part])
    return min(1.0, COHESION * len(words & said) / max(1, len(words)))


def _with_credits(parts: Sequence[Part], end: int) -> int:
    """The end of the body with the credits that follow it: "(Reporting by …; Editing by …)"."""
    while end < len(parts) and bylines.is_credit(parts[end].text):
        parts[end].dropped = False
        end += 1
    return end


def _title(parts: Sequence[Part], start: int, paged: bool) -> int | None:
    """The index of the title among the parts before the body, or at the head of a text that is no page."""
    first = next((at for at in range(start, len(parts)) if parts[at].prose), len(parts))
    said = _content([part for part in parts[first : first + 30] if part.prose][:12])
    best, chosen = 0.0, None
    for at in [*range(min(first, REACH)), *range(max(REACH, first - REACH), first)]:
        part = parts[at]
        if part.dropped or not _may_be_title(part):
            continue
        words = _content([part])
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
    if len(text) > LONGEST_FORM / 10 or IMAGED.search(text):
        return False
    return not (bylines.author(text) or mastheads.is_dated(text) or (bylines.is_role(text) and part.signs.size <= 3))


def _content(parts: Sequence[Part]) -> set[str]:
    known = function_words("en")
    return {
        token.lower().removesuffix("'s").removesuffix("’s") for part in parts for token in part.signs.tokens
    } - known


def _drop_outside(parts: list[Part], title: int | None, start: int, end: int, paged: bool) -> None:
    """Drops what stands before the title, behind the body, and crumbs between the pieces of furniture inside."""
    if not paged:
        return
    said = _content([part for part in parts[start:end] if part.prose])
    lone = [
        at for at in range(len(parts)) if title is not None and title < at < end and _is_crumb(parts, at, start, said)
    ]
    lone += [
        at for at in range(len(parts)) if title is not None and at != title and parts[at].text == parts[title].text
    ]
    for at, part in enumerate(parts):
        if at >= end or at < (start if title is None else title) or at in lone:
            part.dropped = True


def _is_crumb(parts: Sequence[Part], at: int, start: int, said: set[str]) -> bool:
    """A few words without a sentence that stand among furniture, or above the body, and say nothing of its matter."""
    part = parts[at]
    if (
        part.dropped
        or part.prose
        or _is_header(parts, at)
        or mastheads.unmarked_author([p.text for p in parts[at : at + 3]], 0)
    ):
        return False
    if at < start and (part.signs.size <= 2 or mastheads.FROM.match(part.text)):
        return True
    words = _content([part])
    strange = len(words & said) < 0.34 * len(words) and part.signs.size <= 8
    return strange and parts[at - 1].dropped and at + 1 < len(parts) and parts[at + 1].dropped


def _is_header(parts: Sequence[Part], at: int) -> bool:
    """A byline, the role under it, a date line, a credit."""
    text = parts[at].text
    under = at > 0 and parts[at - 1].kind == "header" and parts[at].gap <= 1
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
        above = title is not None and title < at < start
        if at == title or part.kind != "paragraph":
            continue
        near = [parts[below].text for below in kept[place : place + 3]]
        if _is_header(parts, at) or (above and mastheads.unmarked_author(near, 0)):
            part.kind = "header"
        elif not is_sentence(part):
            part.kind = _short_kind(part, following, above)


def is_sentence(part: Part) -> bool:
    """Does it end as a sentence, introduce a list, or stand in one?"""
    return part.signs.ends or part.prose or part.text.endswith((":", ";")) or bool(wrapping.BULLET.match(part.text))


def _short_kind(part: Part, following: Part | None, above: bool) -> BlockKind:
    """A line without a sentence's end: a heading stands free over a paragraph and is short; others are captions."""
    free = part.gap > 0 and following is not None and following.gap > 0
    if above:
        return "caption"
    return "heading" if part.signs.size <= 10 and (free or following is None or part.signs.size <= 3) else "caption"
