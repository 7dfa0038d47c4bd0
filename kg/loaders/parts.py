"""Lines → parts: the paragraphs of a page with what can be seen of each, and what they are about."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from kg.loaders import wrapping
from kg.loaders.composing import spaced
from kg.loaders.furniture import Signs
from kg.loaders.wordlists import function_words
from kg.model import BlockKind

NOTES = re.compile(r"(?<=\S)\[(?:\d{1,3}|[a-z]|edit|hide|show|citation needed|note \d+|update)\]", re.I)
LABELS = re.compile(r"^(?:(?:image|photo|picture|media|video) caption[,:]?|date \d{4}-\d\d-\d\d)\s+(?=\S)", re.I)
LONGEST_FORM = 3000  # characters


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


def parts_of_pairs(pairs: Iterable[tuple[BlockKind, str]]) -> list[Part]:
    """The parts of a text whose paragraphs and headings are known; a line end within one may still end it."""
    found: list[Part] = []
    for kind, text in pairs:
        alone = spaced(text)
        inner = parts_of(wrapping.split(text)) if kind == "paragraph" else [Part(alone, 0, Signs(_sample(alone)))]
        found += [replace(part, kind=kind, gap=max(part.gap, 1)) for part in inner]
    return found


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


def _sample(form: str) -> str:
    """Enough of a paragraph to judge its form by: beginning and end of one that is longer than furniture ever is."""
    return form if len(form) <= LONGEST_FORM else f"{form[: LONGEST_FORM - 500]} {form[-500:]}"


def _without_notes(text: str) -> str:
    """A paragraph without the marks of notes and the labels of pictures."""
    return LABELS.sub("", NOTES.sub("", text))


def content(parts: Sequence[Part]) -> set[str]:
    known = function_words("en")
    return {
        token.lower().removesuffix("'s").removesuffix("’s") for part in parts for token in part.signs.tokens
    } - known


def is_sentence(part: Part) -> bool:
    """Does it end as a sentence, introduce a list, or stand in one?"""
    return part.signs.ends or part.prose or part.text.endswith((":", ";")) or bool(wrapping.BULLET.match(part.text))
