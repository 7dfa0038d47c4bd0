"""Web pages → one document: main text by trafilatura, else readability, else our own reading of what the page shows.

Tables are left out at first: old pages are laid out in tables, and their menus would come with them. Figure captions,
which extractors drop, are put back before the paragraph they stand above.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, BinaryIO

import trafilatura
from lxml import etree
from lxml import html as markup
from readability import Document as Readable

from kg.errors import LoadError
from kg.loaders import bylines, page
from kg.loaders import text as plain
from kg.loaders.composing import Piece, Skipped, compose, lines_of, spaced
from kg.loaders.encoding import decode
from kg.loaders.parts import parts_of_pairs
from kg.model import BlockKind, Document, Metadata

ENOUGH = 40  # words of a main text: with fewer the next extractor has a try
HEADS = {"head", "h1", "h2", "h3", "h4", "h5", "h6"}
LEAVES = {
    *HEADS,
    "p",
    "item",
    "li",
    "figcaption",
    "quote",
    "blockquote",
    "pre",
    "code",
    "cell",
    "td",
    "caption",
    "dt",
    "dd",
}
BREAKS = {
    *LEAVES,
    "div",
    "section",
    "article",
    "main",
    "header",
    "footer",
    "nav",
    "aside",
    "ul",
    "ol",
    "table",
    "tr",
    "form",
    "figure",
    "body",
}
UNSEEN = {"script", "style", "noscript", "template", "svg", "select", "option", "button", "head", "title", "iframe"}
Pairs = list[tuple[BlockKind, str]]


def load(file: BinaryIO, name: str) -> Iterator[Document | Skipped]:
    """The document of a web page."""
    source = lines_of(decode(file.read(), markup=True)).replace("\f", " ")
    tree = _tree(source)
    shown = _shown(tree) if tree is not None else ""
    if tree is None or not shown.strip():
        raise LoadError("the page holds no text")
    if found := plain.diplomatic(shown):
        yield compose(*found)
        return
    pairs = _main_text(source)
    pieces, own = page.read(shown)
    known = _filled(_metadata(source), own, shown)
    if _size(pairs) >= ENOUGH or sum(len(piece.text.split()) for piece in pieces) <= _size(pairs):
        above = [(piece.kind, piece.text) for piece in pieces[: _first_paragraph(pieces)] if piece.kind == "header"]
        said = {spaced(text) for _, text in pairs}
        above = [(kind, text) for kind, text in above if text not in said]
        pairs = _with_captions(pairs, tree)
        titled = bool(pairs) and spaced(pairs[0][1]) == known.title
        parts = parts_of_pairs([*pairs[:titled], *above, *pairs[titled:]])
        pieces, _ = page.arrange(parts, known.title)
    yield compose(pieces, known)


def _first_paragraph(pieces: Sequence[Piece]) -> int:
    return next((at for at, piece in enumerate(pieces) if piece.kind == "paragraph"), 0)


def _tree(source: str) -> Any:
    try:
        return markup.document_fromstring(source.encode("utf-8"), parser=markup.HTMLParser(encoding="utf-8"))
    except (etree.ParserError, etree.XMLSyntaxError):
        return None


def _main_text(source: str) -> Pairs:
    """The paragraphs of the main text, from the first extractor that finds enough."""
    best: Pairs = []
    for tables in (False, True):
        found = trafilatura.bare_extraction(source, include_tables=tables, include_comments=False)
        pairs = _pairs(found.body) if isinstance(found, trafilatura.settings.Document) else []
        best = max(best, pairs, key=_size)
        if _size(best) >= ENOUGH:
            return best
    try:
        summary = Readable(source).summary(html_partial=True)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return best
    tree = _tree(summary) if summary else None
    return max(best, _pairs(tree) if tree is not None else [], key=_size)


def _size(pairs: Pairs) -> int:
    return sum(len(text.split()) for _, text in pairs)


def _pairs(tree: Any) -> Pairs:
    """The leaves of a tree that hold text, in order; line breaks stay."""
    found: Pairs = []

    def visit(node: Any, kind: BlockKind) -> None:
        if not isinstance(node.tag, str) or node.tag in UNSEEN - HEADS:
            return
        if node.tag in HEADS:
            kind = "heading"
        elif node.tag in ("figcaption", "caption"):
            kind = "caption"
        if any(isinstance(child.tag, str) and child.tag in BREAKS for child in node.iter() if child is not node):
            for text in (node.text, *(child.tail for child in node)):
                if text and text.strip() and node.tag in LEAVES:
                    found.append((kind, text))
            for child in node:
                visit(child, kind)
        elif text := _text(node).strip():
            found.append((kind, text))

    visit(tree, "paragraph")
    return found


def _text(node: Any) -> str:
    """The text of an element, `<br>` as a line end."""
    parts = [node.text or ""]
    for child in node:
        if child.tag in ("lb", "br"):
            parts.append("\n")
        elif isinstance(child.tag, str) and child.tag not in UNSEEN:
            parts.append(_text(child))
        parts.append(child.tail or "")
    return "".join(parts)


def _shown(tree: Any) -> str:
    """The page as a reader sees it: an element that stands by itself on lines of its own."""
    parts: list[str] = []

    def visit(node: Any, kept: bool) -> None:
        if not isinstance(node.tag, str) or node.tag in UNSEEN:
            return
        apart = node.tag in BREAKS
        kept = kept or node.tag in ("pre", "textarea")
        parts.append("\n\n" if apart else "\n" if node.tag == "br" else "")
        for text, child in ((node.text, None), *((child.tail, child) for child in node)):
            if child is not None:
                visit(child, kept)
            parts.append((text or "") if kept else " ".join((text or "").split("\n")))
        parts.append("\n\n" if apart else "")

    for body in tree.iter("body"):
        visit(body, False)
    return "".join(parts)


def _with_captions(pairs: Pairs, tree: Any) -> Pairs:
    """The main text with the captions of figures that stand among its paragraphs."""
    texts = {spaced(text)[:80]: at for at, (_, text) in enumerate(pairs)}
    waiting: list[str] = []
    before: dict[int, list[str]] = {}
    for node in tree.iter("figcaption", "p", "h1", "h2", "h3", "li", "blockquote"):
        text = spaced(_text(node))
        if node.tag == "figcaption" and text and text[:80] not in texts:
            waiting.append(text)
        elif waiting and text[:80] in texts:
            before.setdefault(texts[text[:80]], []).extend(waiting)
            waiting = []
    found: Pairs = []
    for at, pair in enumerate(pairs):
        found += [("caption", text) for text in before.get(at, [])]
        found.append(pair)
    return found


def _metadata(source: str) -> Metadata:
    """What the markup says of the page."""
    said = trafilatura.extract_metadata(source)
    author = spaced(said.author or "").replace("; ", ", ")
    return Metadata(
        title=spaced(said.title or "") or None,
        author=bylines.author(author) or author or None,
        publisher=spaced(said.sitename or "") or None,
        date=said.date or None,
        url=said.url or None,
    )


def _filled(known: Metadata, own: Metadata, shown: str) -> Metadata:
    """What the markup says, and where it says nothing, or a title that the page does not show, what the text does."""
    gaps = {
        key: value
        for key in ("author", "publisher", "date")
        if not getattr(known, key) and (value := getattr(own, key))
    }
    hidden = known.title is None or known.title.casefold() not in spaced(shown).casefold()
    title = own.title if own.title and hidden else known.title
    return replace(known, title=title, **gaps)
