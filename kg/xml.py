"""What XML 1.0 can hold: every text that goes into an XML file passes here."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape, quoteattr

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


def legal(text: str) -> str:
    """The text with U+FFFD for what XML cannot hold in any way, not even as a reference."""
    return _FORBIDDEN.sub("\ufffd", text)


def content(text: str) -> str:
    """The text between two tags."""
    return escape(legal(text), {"\r": "&#13;"})


def attribute(text: str) -> str:
    """The text as the value of an attribute, in quotes; line ends survive."""
    return quoteattr(legal(text), {"\r": "&#13;", "\n": "&#10;", "\t": "&#9;"})
