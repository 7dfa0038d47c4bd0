"""The user's word on which names are one thing and which are not.

A TOML file with two lists of pairs (or longer groups), in which a name may be tied to one document by `@`:

    same = [["Russia", "GOR"], ["Petroleos de Venezuela", "PDVSA"]]
    different = [["John Smith @ report-1", "John Smith @ report-7"], ["Kremlin", "Moscow"]]

The first name of a group in `same` becomes the node's. A name is any name of a node in the text, or the last part of
its IRI.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from kg.errors import MergesError
from kg.resolution.keys import canonical, slug


@dataclass(frozen=True, slots=True)
class Named:
    """A name as a merges file gives it; `doc` is None when any document's is meant."""

    name: str
    doc: str | None

    @property
    def slug(self) -> str:
        return slug(canonical(self.name))

    def covers(self, other: Named) -> bool:
        """Is all that the other means meant by this one too?"""
        return self.slug == other.slug and self.doc in (None, other.doc)

    def __str__(self) -> str:
        return f"'{self.name}'" if self.doc is None else f"'{self.name} @ {self.doc}'"


@dataclass(frozen=True, slots=True)
class Merges:
    """What must be one node, group by group, and which pairs must not."""

    same: tuple[tuple[Named, ...], ...] = ()
    different: tuple[tuple[Named, Named], ...] = ()


def load_merges(path: str | Path) -> Merges:
    """Read a merges file; MergesError says what is malformed or contradicts itself."""
    try:
        data = tomllib.loads(Path(path).read_text(encoding="utf-8"))
    except OSError as error:
        raise MergesError(
            f"{path}: cannot be read ({error.strerror}); give a TOML file with 'same' and 'different'"
        ) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise MergesError(f'{path}: is no TOML ({error}); write lists like same = [["Russia", "GOR"]]') from error
    unknown = sorted(set(data) - {"same", "different"})
    if unknown:
        raise MergesError(f"{path}: '{unknown[0]}' means nothing here; only 'same' and 'different' do")
    groups = [_group(path, "same", row) for row in _rows(path, data, "same")]
    pairs = [pair for row in _rows(path, data, "different") for pair in combinations(_group(path, "different", row), 2)]
    merges = Merges(_joined(groups), tuple(pairs))
    _check(path, merges)
    return merges


def _rows(path: str | Path, data: dict[str, object], key: str) -> list[object]:
    rows = data.get(key, [])
    if not isinstance(rows, list):
        raise MergesError(f"{path}: '{key}' must be a list of lists of names")
    return rows


def _group(path: str | Path, key: str, row: object) -> tuple[Named, ...]:
    if not isinstance(row, list) or len(row) < 2 or not all(isinstance(name, str) and name.strip() for name in row):
        raise MergesError(f"{path}: '{key}' holds {row!r}; each entry must be a list of two or more names")
    return tuple(_named(name) for name in row)


def _named(text: str) -> Named:
    name, at, doc = text.rpartition(" @ ")
    return Named(name.strip(), doc.strip()) if at else Named(text.strip(), None)


def _joined(groups: list[tuple[Named, ...]]) -> tuple[tuple[Named, ...], ...]:
    """Groups that share a name become one."""
    joined: list[list[Named]] = []
    for group in groups:
        touching = [one for one in joined if any(a == b for a in one for b in group)]
        merged = [named for one in touching for named in one]
        merged += [named for named in group if named not in merged]
        joined = [one for one in joined if one not in touching] + [merged]
    return tuple(tuple(one) for one in joined)


def _check(path: str | Path, merges: Merges) -> None:
    for a, b in merges.different:
        if a == b or (a.slug == b.slug and (a.doc is None or b.doc is None)):
            raise MergesError(
                f"{path}: {a} cannot differ from {b}; tie each to its document, as in 'John Smith @ report-1'"
            )
        for group in merges.same:
            if any(one.covers(a) for one in group) and any(one.covers(b) for one in group):
                raise MergesError(
                    f"{path}: says that {a} and {b} are the same and that they differ; remove one of the two"
                )
