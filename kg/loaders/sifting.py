"""Drops what is furniture of a page: by form, by the label it stands under, by the company it keeps."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from kg.loaders import bylines, furniture
from kg.loaders.furniture import Signs
from kg.loaders.parts import Part, content

LONGEST_LINK = 18  # words in the headline of another story
NEAR = 30  # lines around one that may speak of it
MENU = 5  # lines of a few words in a row


END = Part(".", 0, Signs("This is the end of the text."))


def drop_furniture(parts: list[Part]) -> bool:
    """Drops what is furniture by its form; says whether there is enough of it that the text is a page.

    One certain piece is enough, as are two lists or labels. A lone label in a report ("Comments") is a heading.
    """
    repeated = Counter(part.text for part in parts)
    certain = possible = 0
    for at, part in enumerate(parts):
        form = part.signs.text
        again = repeated[part.text] >= 3 and not part.signs.prose and part.signs.size <= 6
        if furniture.is_certain(form):
            part.dropped = not (heads(parts, at) and furniture.may_be_heading(form))
            certain += part.dropped
        elif again or furniture.is_furniture(form):
            part.dropped = not (furniture.is_label(form) and heads(parts, at))
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
    said = content([part for part in parts[: last + 1] if part.prose])
    if sum(len(content([part]) & said) < 0.5 * len(content([part])) for part in run) > len(run) / 2:
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
        elif listing and not part.gap and part.text.endswith("?") and part.signs.size <= LONGEST_LINK:
            part.dropped = True
        elif part.prose or part.signs.size > LONGEST_LINK or bylines.author(part.text):
            listing = False
        elif listing:
            part.dropped = not heads(parts, at)
    run: list[int] = []
    for at, part in enumerate([*parts, END]):
        if not part.dropped and not part.signs.ends and part.signs.size <= 3 and not part.text.endswith(":"):
            run.append(at)
        elif not part.dropped:
            if len(run) >= MENU:
                for item in run:
                    parts[item].dropped = not heads(parts, item)
            run = []
    _drop_headlines(parts)


def heads(parts: Sequence[Part], at: int) -> bool:
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
