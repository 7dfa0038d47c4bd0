"""The places and organisations of the world that everybody knows, their people's adjectives, and first names.

The data files are compiled by `scripts/build_gazetteer.py`; each is read once, at first use.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from kg.lexicon.wordlists import FOLDER, table

Kind = Literal["country", "region", "area", "capital", "city", "organisation"]
RANK: dict[str, int] = {"country": 0, "organisation": 1, "area": 2, "capital": 3, "city": 4, "region": 5}
LARGE = 800_000  # a city of this size comes to mind before a region of its name


@dataclass(frozen=True, slots=True)
class Known:
    """A place or organisation of the gazetteer: `code` is the country it is, is in, or stands for.

    `certain` is false for a name that several things bear; `size` is a city's population.
    """

    kind: Kind
    label: str
    qid: str
    code: str
    size: int = 0
    certain: bool = True


@dataclass(frozen=True, slots=True)
class _Tables:
    names: Mapping[str, Known]
    demonyms: Mapping[str, Known]
    countries: Mapping[str, Known]


def find(name: str) -> Known | None:
    """What a name, written as in prose and without article, means to everybody."""
    return _tables().names.get(name)


def country_of(demonym: str) -> Known | None:
    """The country (or region, or area) whose people or things are called that: Russian, Russians → Russia."""
    demonyms = _tables().demonyms
    return demonyms.get(demonym) or (demonyms.get(demonym[:-1]) if demonym.endswith("s") else None)


def country(code: str) -> Known | None:
    """The country of an ISO code, in lower case."""
    return _tables().countries.get(code)


def sex_of(first_name: str) -> str:
    """Whose first name that is: f, m, b (both), or "" when it is none we know."""
    return table("first_names").get(first_name, "")


@functools.cache
def _tables() -> _Tables:
    found: dict[str, Known] = {}
    demonyms: dict[str, Known] = {}
    countries: dict[str, Known] = {}
    shared: dict[str, str] = {}
    rows = sorted(_rows(), key=lambda row: (_rank(row[0]), -row[0].size, row[0].label, row[0].code))
    for known, aliases, adjectives in rows:
        for name in (known.label, *aliases):
            bare = name.removeprefix("the ").removeprefix("The ")
            for form in dict.fromkeys((name, bare)):
                first = found.setdefault(form, known)
                if first is not known and known.kind != "city" and (first.kind == "region" or first.code != known.code):
                    shared[form] = form
        for adjective in adjectives:
            demonyms.setdefault(adjective, known)
        if known.kind == "country":
            countries.setdefault(known.code, known)
    for form in shared:
        known = found[form]
        if known.kind not in ("area", "organisation"):
            found[form] = Known(known.kind, known.label, known.qid, known.code, known.size, certain=False)
    return _Tables(MappingProxyType(found), MappingProxyType(demonyms), MappingProxyType(countries))


def _rank(known: Known) -> int:
    """Which meaning of a name comes first."""
    return 3 if known.kind == "city" and known.size >= LARGE else RANK[known.kind]


def _rows() -> Iterator[tuple[Known, list[str], list[str]]]:
    for line in (FOLDER / "gazetteer.tsv").read_text(encoding="utf-8").splitlines():
        if line.startswith("#") or not line:
            continue
        kind, label, qid, aliases, adjectives, code = line.split("\t")
        is_city = kind in ("city", "capital")
        size = int(adjectives) if is_city else 0
        known = Known(kind, label, "" if is_city else qid, code, size)  # type: ignore[arg-type]
        yield known, aliases.split("|") if aliases else [], [] if is_city or not adjectives else adjectives.split("|")
