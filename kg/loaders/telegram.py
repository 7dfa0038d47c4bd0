"""Telegrams as historians print them: a title with sender and addressee, a line of city and date, the message.

    Telegram From the Embassy in the Soviet Union to the Department of State   → title, origin, sender, addressees
    Moscow, June 5, 1961, 9 p.m.                                               → date, and a block of kind "header"
    3080. Paris also for Finletter. …                                          → reference 3080, and the paragraph

The numbers of documents and paragraphs are no prose and go from the body; signature and source note are headers.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.loaders import dates, furniture, mastheads, wrapping
from kg.loaders.composing import Piece
from kg.loaders.parts import Part, parts_of
from kg.model import Metadata

FORMS = r"(?:Circular )?(?:Telegram|Airgram|Message|Despatch|Dispatch|Cablegram|Letter|Instruction)"
OFFICES = (
    r"(?:Ambassador|Charg[eé]|Minister|Consul|Secretary|Acting|Under Secretary|Assistant|United States"
    r"|High Commissioner|Commissioner|Representative|Agent|President|Vice Consul|Deputy)"
)
NUMBERED = r"^(?:\[?(?:No\. ?)?\d+[\].]*\s+)?"
TITLES = (
    re.compile(
        rf"{NUMBERED}(?P<title>{FORMS}\s+From\s+(?P<sender>.{{3,150}}?)\s+to\s+(?P<addressee>.{{3,150}}))$",
        re.I,
    ),
    re.compile(
        rf"{NUMBERED}(?P<title>(?P<sender>The {OFFICES}\b.{{0,120}}?)\s+to\s+"
        rf"(?P<addressee>the {OFFICES}\b.{{0,120}}))$",
        re.I,
    ),
)
NUMBER = re.compile(r"^(?:No\.?\s*)?(?P<number>[A-Z]{0,2}-?\d{1,5})\.\s+(?=\W?[A-Z\d])")
LEVELS = (
    "Top Secret",
    "Secret",
    "Confidential",
    "Limited Official Use",
    "Official Use Only",
    "Unclassified",
    "Restricted",
)
SIGNATURE = re.compile(r"\[?[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,2}\]?")
HEAD = 40  # lines in which a telegram's title must stand
NEAR = 8  # lines below the title in which its date must stand


def is_telegram(text: str) -> bool:
    """Is there a telegram's title with a line of city and date below it?"""
    lines = [line.strip() for line in text[:20_000].split("\n") if line.strip()][: HEAD + NEAR]
    for at in range(min(HEAD, len(lines))):
        if _titled(lines[at]) or (at + 1 < len(lines) and _titled(f"{lines[at]} {lines[at + 1]}")):
            return any(mastheads.is_dated(line) for line in lines[at + 1 : at + NEAR])
    return False


def read(text: str) -> tuple[list[Piece], Metadata]:
    """The pieces and the metadata of the telegram in a text."""
    parts = parts_of(wrapping.split(text))
    at, found = _title([part.text for part in parts])
    dated = next((below for below in range(at + 1, len(parts)) if mastheads.is_dated(parts[below].text)), at)
    first = next((below for below in range(dated + 1, len(parts)) if parts[below].prose), dated + 1)
    pieces = [Piece("title", found["title"])] if found else []
    pieces += [Piece("header", part.text) for part in parts[at + 1 : first] if not furniture.is_furniture(part.text)]
    reference, body = _body(parts[first:])
    sender = re.sub(r"^the\s+", "", found["sender"], flags=re.I) if found else None
    known = Metadata(
        kind="cable",
        title=found["title"] if found else None,
        date=dates.first(parts[dated].text),
        reference=reference,
        classification=_level([piece.text for piece in pieces[1:] + body if piece.kind == "header"]),
        origin=sender,
        sender=sender,
        addressees=(re.sub(r"^the\s+", "", found["addressee"], flags=re.I),) if found else (),
    )
    return pieces + body, known


def _title(texts: Sequence[str]) -> tuple[int, re.Match[str] | None]:
    """The title, which may go over two parts, and the number of its last one; -1 where no part holds it."""
    for at, text in enumerate(texts):
        if found := _titled(text):
            return at, found
        if found := _titled(" ".join(texts[at : at + 2])):
            return at + 1, found
    return -1, None


def _titled(text: str) -> re.Match[str] | None:
    return next((found for form in TITLES if (found := form.match(text))), None)


def _body(parts: Sequence[Part]) -> tuple[str | None, list[Piece]]:
    """The number of the message, and its paragraphs."""
    reference, pieces = None, []
    last = max((at for at, part in enumerate(parts) if part.prose), default=-1)
    for at, part in enumerate(parts):
        if furniture.is_furniture(part.signs.text):
            continue
        number = NUMBER.match(part.text)
        if number and at == 0:
            reference = number["number"] if len(number["number"]) > 1 else None
        text = part.text[number.end() :] if number else part.text
        note = text.startswith("Source:") or (at >= last - 1 and bool(SIGNATURE.fullmatch(text)))
        heading = not part.signs.ends and not part.prose
        pieces.append(Piece("header" if note else "heading" if heading else "paragraph", text))
    return reference, pieces


def _level(texts: Sequence[str]) -> str | None:
    for text in texts:
        if found := re.search(rf"\b(?:{'|'.join(LEVELS)})\b", text, re.I):
            return found[0].title()
    return None
