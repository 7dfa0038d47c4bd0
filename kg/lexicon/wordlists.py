"""Word lists beside this module: `name.txt` with an entry a line, `name.tsv` with two columns; `#` starts a comment."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from kg.errors import LexiconError

FOLDER = Path(__file__).parent


@functools.cache
def words(name: str) -> frozenset[str]:
    """The entries of `name.txt`; entries may be of several words ("prime minister")."""
    return frozenset(line for _, line in _lines(f"{name}.txt"))


@functools.cache
def table(name: str) -> Mapping[str, str]:
    """The rows of `name.tsv`, first column to second; further columns are remarks."""
    rows: dict[str, str] = {}
    for number, line in _lines(f"{name}.tsv"):
        key, *rest = (cell.strip() for cell in line.split("\t"))
        if not rest or not key:
            raise LexiconError(f"{name}.tsv, line {number}: two columns separated by a tab are needed, not '{line}'")
        if rows.setdefault(key, rest[0]) != rest[0]:
            raise LexiconError(f"{name}.tsv, line {number}: '{key}' is there twice with different values; keep one")
    return MappingProxyType(rows)


def _lines(filename: str) -> Iterator[tuple[int, str]]:
    """The numbered lines of a list that say something; a `#` after white space starts a comment too."""
    path = FOLDER / filename
    if not path.is_file():
        known = ", ".join(sorted(p.name for p in FOLDER.glob(f"*{path.suffix}")))
        raise LexiconError(f"there is no word list '{filename}'; known: {known}")
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.startswith("#") and (said := line.split(" #")[0].split("\t#")[0].strip()):
            yield number, said
