"""A page saved as text → title, byline, captions, headings and paragraphs, without the page's furniture.

Above the body only what follows the title stays; behind it nothing does. A text without any furniture is no page, and
stays whole.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.errors import LoadError
from kg.loaders import bylines, mastheads, wrapping
from kg.loaders.body import find_body
from kg.loaders.composing import Piece
from kg.loaders.furniture import Signs
from kg.loaders.parts import Part, content, is_sentence, parts_of
from kg.loaders.sifting import drop_furniture
from kg.loaders.titles import find_title
from kg.model import BlockKind, Metadata


def read(text: str) -> tuple[list[Piece], Metadata]:
    """The pieces of a page's or a plain text's body, and what it says of itself."""
    parts = parts_of(wrapping.split(text))
    if not any(part.signs.tokens for part in parts):
        raise LoadError("there are no words in it")
    paged = drop_furniture(parts)
    start, end = find_body(parts) if paged else (0, len(parts))
    title = find_title(parts, start, paged)
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
    drop_furniture(parts)
    texts = [part.text for part in parts]
    first = next((at for at, part in enumerate(parts) if part.prose), len(parts))
    at = next((at for at, text in enumerate(texts[: first + 1]) if title and text.casefold() == title.casefold()), None)
    if title and at is None:
        parts = [Part(title, 0, Signs(title)), *parts]
        at, first = 0, first + 1
    elif at is None:
        at = find_title(parts, first, paged=False)
    known = mastheads.metadata(
        [part.text for part in parts], [part.signs.text for part in parts], at, first, len(parts)
    )
    if at is not None:
        parts[at] = replace(parts[at], kind="title", dropped=False)
    _mark_kinds(parts, at, first)
    return [Piece(part.kind, part.text) for part in parts if not part.dropped], known


def _drop_outside(parts: list[Part], title: int | None, start: int, end: int, paged: bool) -> None:
    """Drops what stands before the title, behind the body, and crumbs between the pieces of furniture inside."""
    if not paged:
        return
    said = content([part for part in parts[start:end] if part.prose])
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
    words = content([part])
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


def _short_kind(part: Part, following: Part | None, above: bool) -> BlockKind:
    """A line without a sentence's end: a heading stands free over a paragraph and is short; others are captions."""
    free = part.gap > 0 and following is not None and following.gap > 0
    if above:
        return "caption"
    return "heading" if part.signs.size <= 10 and (free or following is None or part.signs.size <= 3) else "caption"
