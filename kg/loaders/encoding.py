"""Bytes → text: byte order mark, declared charset, strict UTF-8, then detection; what is no text is refused."""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

from kg.errors import LoadError

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
SIGNATURES = (
    b"%PDF-",
    b"PK\x03\x04",
    b"\x7fELF",
    b"\x89PNG",
    b"GIF8",
    b"\xff\xd8\xff",
    b"\x1f\x8b",
    b"\xd0\xcf\x11\xe0",
    b"BZh",
    b"7z\xbc\xaf",
)
DECLARED = re.compile(
    rb"""<(?:meta[^>]{0,200}?charset|\?xml[^>]{0,200}?encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]+)""", re.I
)
MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
SAMPLE = 65_536  # bytes that detection looks at: enough to tell, and no longer on a huge file


def decode(data: bytes, *, markup: bool = False) -> str:
    """The text of the bytes; LoadError when they are no text. `markup` heeds the charset a page declares."""
    for mark, name in MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(name, errors="replace")
    if data.startswith(SIGNATURES):
        raise LoadError("this is a binary file, not text; give it the suffix of its format")
    if wide := _wide(data[:SAMPLE]):
        return data.decode(wide, errors="replace")
    if _binary(data[:SAMPLE]):
        raise LoadError("this is a binary file, not text")
    if markup and (found := DECLARED.search(data[:4096])):
        text = _declared(data, found[1].decode("ascii"))
        if text is not None:
            return text
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _detected(data)


def _wide(sample: bytes) -> str | None:
    """UTF-16 without a mark: every other byte of western text is zero."""
    if len(sample) < 4 or (len(sample) % 2 and len(sample) < SAMPLE):
        return None
    half = len(sample) // 2
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > 0.7 * half and even < 0.05 * half:
        return "utf-16-le"
    if even > 0.7 * half and odd < 0.05 * half:
        return "utf-16-be"
    return None


def _binary(sample: bytes) -> bool:
    """Text has next to no control characters; a stray NUL in a log or a printout is no reason to refuse it."""
    controls = sum(sample.count(code) for code in (*range(9), *range(14, 27), 28, 29, 30, 31))
    return controls > max(1, 0.02 * len(sample)) or (bool(sample) and controls == len(sample))


def _declared(data: bytes, name: str) -> str | None:
    try:
        name = codecs.lookup(name).name
        return data.decode("cp1252" if name in ("iso8859-1", "ascii") else name)
    except (LookupError, UnicodeDecodeError):
        return None


def _detected(data: bytes) -> str:
    """Not UTF-8: a few broken bytes in UTF-8, else the usual western charset, else a guess."""
    high = sum(byte > 127 for byte in data)
    in_sequences = sum(len(found) for found in MULTIBYTE.findall(data))
    if in_sequences >= high / 2:
        return data.decode("utf-8", errors="kg-western")
    letters = sum(byte > 127 or chr(byte).isalpha() for byte in data[:SAMPLE])
    if sum(byte > 127 for byte in data[:SAMPLE]) < 0.3 * max(letters, 1):
        return data.decode("cp1252", errors="replace")
    best = from_bytes(data[:SAMPLE]).best()
    return data.decode(best.encoding if best else "cp1252", errors="replace")


def _western(error: UnicodeError) -> tuple[str, int]:
    """A byte that breaks UTF-8 is most often one pasted from a western charset."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", errors="replace"), error.end


codecs.register_error("kg-western", _western)
