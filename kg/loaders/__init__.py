"""Files → Documents. A format is one module with `load(file, name)` and one line in LOADERS.

`load(sources)` streams over files, folders and standard input in an order that depends on the names only; what cannot
be read becomes a `Skipped` that says why, and the rest goes on.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from io import BytesIO
from itertools import chain
from pathlib import Path
from types import MappingProxyType
from typing import BinaryIO

from kg.errors import LoadError
from kg.loaders import docx, html, jsonl, language, markdown, naming, pdf, text
from kg.loaders.composing import Skipped, printable
from kg.loaders.duplicates import copies
from kg.model import Document

__all__ = ["LOADERS", "Loader", "Skipped", "copies", "count", "load"]

Loader = Callable[[BinaryIO, str], Iterator[Document | Skipped]]
LOADERS: Mapping[str, Loader] = MappingProxyType({
    ".docx": docx.load,
    ".htm": html.load,
    ".html": html.load,
    ".jsonl": jsonl.load,
    ".md": markdown.load,
    ".pdf": pdf.load,
    ".txt": text.load,
})
STDIN = "-"


@dataclass(frozen=True, slots=True)
class Input:
    """A file to read, and its path relative to what the user gave, in characters that can be written."""

    path: Path
    source: str


def load(
    sources: Sequence[str | Path],
    *,
    any_language: bool = False,
    exclude: Path | None = None,
    stdin: BinaryIO | None = None,
) -> Iterator[Document | Skipped]:
    """The documents of files, folders and "-", in the order of their paths; `exclude` is a folder never to read."""
    inputs, skipped = _inputs(sources, exclude)
    yield from skipped
    names = naming.ids([entry.path for entry in inputs])
    taken = set(names.values())
    for entry in inputs:
        for found in _documents(entry, names[entry.path], taken):
            yield _in_english(found, any_language)
    if any(str(source) == STDIN for source in sources):
        for found in _from_stdin(stdin or sys.stdin.buffer, taken):
            yield _in_english(found, any_language)


def count(sources: Sequence[str | Path], *, exclude: Path | None = None) -> int:
    """How many documents `load` will come to, skipped ones included: a line of a .jsonl file is one."""
    inputs, skipped = _inputs(sources, exclude)
    stdin = any(str(source) == STDIN for source in sources)
    return (
        len(skipped)
        + stdin
        + sum(_lines(entry.path) if entry.path.suffix.lower() == ".jsonl" else 1 for entry in inputs)
    )


def _inputs(sources: Sequence[str | Path], exclude: Path | None) -> tuple[list[Input], list[Skipped]]:
    """The files to read, each once, and what is none."""
    inputs: dict[Path, Input] = {}
    skipped: list[Skipped] = []
    out = _absolute(exclude) if exclude else None
    for source in sorted(
        {str(source) for source in sources} - {STDIN}, key=lambda given: (_absolute(Path(given)), given)
    ):
        path = Path(source)
        entries: list[Input] = []
        if not source:
            skipped.append(Skipped("''", "an empty path names nothing; '.' is the folder you are in", failed=True))
        elif path.is_dir():
            entries = _listed(path, out, skipped)
            if not entries and not any(skip.source.startswith(source) for skip in skipped):
                skipped.append(Skipped(source, "the folder holds no files to read", failed=True))
        elif path.exists():
            entries = [Input(_absolute(path), printable(path.name))]
        else:
            skipped.append(Skipped(source, "there is no such file or folder", failed=True))
        for entry in entries:
            inputs.setdefault(entry.path, entry)
    known = [entry for _, entry in sorted(inputs.items()) if entry.path.suffix.lower() in LOADERS]
    given = {_absolute(Path(source)) for source in sources}
    for path, entry in sorted(inputs.items()):
        if path.suffix.lower() not in LOADERS:
            skipped.append(Skipped(entry.source, _unknown(path), failed=path in given))
    return known, skipped


def _listed(folder: Path, out: Path | None, skipped: list[Skipped]) -> list[Input]:
    """The files below a folder: no hidden ones, none of the output's."""

    def unreadable(error: OSError) -> None:
        skipped.append(Skipped(str(error.filename), f"the folder cannot be read: {error.strerror}", failed=True))

    found: list[Input] = []
    for top, folders, names in os.walk(folder, onerror=unreadable):
        here = Path(top)
        folders[:] = sorted(name for name in folders if not name.startswith(".") and _absolute(here / name) != out)
        if _absolute(here) != out:
            files = (here / name for name in sorted(names) if not name.startswith("."))
            found += [Input(_absolute(path), printable(path.relative_to(folder).as_posix())) for path in files]
    return found


def _documents(entry: Input, name: str, taken: set[str]) -> Iterator[Document | Skipped]:
    suffix = entry.path.suffix.lower()
    try:
        with entry.path.open("rb") as file:
            for found in LOADERS[suffix](file, entry.source):
                yield _named(found, name, entry.source, taken)
    except LoadError as error:
        yield Skipped(entry.source, str(error), failed=True)
    except OSError as error:
        yield Skipped(entry.source, f"the file cannot be read: {error.strerror or error}", failed=True)


def _named(found: Document | Skipped, name: str, source: str, taken: set[str]) -> Document | Skipped:
    """The document with its id: the file's, or the line's own, made unique."""
    if isinstance(found, Skipped):
        return found
    if not found.id:
        return replace(found, id=name, source=source)
    wanted = naming.encode(found.id.strip("/") or "line")
    if wanted in taken:
        wanted = f"{name}/{wanted}"
    unique, again = wanted, 2
    while unique in taken:
        unique, again = f"{wanted}-{again}", again + 1
    taken.add(unique)
    return replace(found, id=unique, source=source)


def _from_stdin(stdin: BinaryIO, taken: set[str]) -> Iterator[Document | Skipped]:
    """Standard input has no suffix: its first bytes tell the format."""
    data = stdin.read()
    try:
        for found in LOADERS[_format(data)](BytesIO(data), STDIN):
            yield _named(found, "stdin", STDIN, taken)
    except LoadError as error:
        yield Skipped("standard input", str(error).replace("the file", "it"), failed=True)


def _format(data: bytes) -> str:
    start = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith(b"%pdf-"):
        return ".pdf"
    if start.startswith((b"<!doctype html", b"<html")):
        return ".html"
    if start.startswith(b"pk\x03\x04"):
        return ".docx"
    return ".jsonl" if start.startswith(b'{"') and b'"text"' in data else ".txt"


def _in_english(found: Document | Skipped, any_language: bool) -> Document | Skipped:
    """The document with its language, or why it is left out."""
    if isinstance(found, Skipped):
        return found
    code = found.language or language.detect(found.text)
    if code in (None, "en") or any_language:
        return replace(found, language=code)
    return Skipped(
        found.source,
        f"it is in {language.NAMES.get(code, code)}, not in English (--any-language reads it all the same)",
        failed=False,
    )


def _lines(path: Path) -> int:
    try:
        with path.open("rb") as file:
            return sum(1 for line in file if line.strip())
    except OSError:
        return 1


def _unknown(path: Path) -> str:
    kind = f"'{path.suffix}'" if path.suffix else "a file without suffix"
    return f"no loader for {kind}; known: {', '.join(chain(sorted(LOADERS)))}"


def _absolute(path: Path) -> Path:
    return Path(os.path.abspath(path))
