"""Pages of many outlets saved as text: furniture goes, prose stays, in blocks of the right kind.

Each file in pages/ is a page of ours in some outlet's style, a mark before each line: `-` furniture, `T` title, `B`
header (byline, dateline), `C` caption, `H` heading, `P` paragraph and `p` (`b`) its next line; `>` gives the block's
text where it is not the lines joined. `# key: value` is what the page says of itself. People and events are invented.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kg.loaders import text as plain
from kg.model import BlockKind

PAGES = sorted((Path(__file__).parent / "pages").glob("*.txt"))
KINDS: dict[str, BlockKind] = {"T": "title", "B": "header", "C": "caption", "H": "heading", "P": "paragraph"}


def marked(path: Path) -> tuple[str, list[tuple[BlockKind, str]], dict[str, str | None]]:
    """The page, its blocks and its metadata."""
    lines: list[str] = []
    blocks: list[tuple[BlockKind, str]] = []
    known: dict[str, str | None] = {}
    for raw in path.read_text(encoding="utf-8").splitlines():
        mark, said = raw[:1], raw[2:]
        if mark == "#":
            key, _, value = said.partition(": ")
            known[key] = None if value == "None" else value
            continue
        if mark == ">":
            blocks[-1] = (blocks[-1][0], said)
            continue
        lines.append(said)
        if mark in KINDS:
            blocks.append((KINDS[mark], " ".join(said.split())))
        elif mark in ("p", "b"):
            blocks[-1] = (blocks[-1][0], f"{blocks[-1][1]} {said}")
    return "\n".join(lines), blocks, known


def test_all_pages_are_there() -> None:
    assert len(PAGES) >= 17


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_the_body_is_the_prose_in_blocks(path: Path) -> None:
    text, blocks, _ = marked(path)
    pieces, _ = plain.read(text)
    assert [(piece.kind, piece.text) for piece in pieces] == blocks


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_the_page_says_who_wrote_it_and_when(path: Path) -> None:
    text, _, wanted = marked(path)
    _, known = plain.read(text)
    assert {key: getattr(known, key) for key in wanted} == wanted


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_windows_line_ends_and_trailing_blanks_change_nothing(path: Path) -> None:
    text, _, _ = marked(path)
    assert plain.read(text.replace("\n", " \r\n")) == plain.read(text)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_prose_alone_is_no_page_and_stays_whole(path: Path) -> None:
    _, blocks, _ = marked(path)
    prose = [text for kind, text in blocks if kind == "paragraph" and len(text.split()) > 8]
    pieces, _ = plain.read("\n\n".join(prose))
    assert re.sub(r"\s", "", "".join(piece.text for piece in pieces)) == re.sub(r"\s", "", "".join(prose))
