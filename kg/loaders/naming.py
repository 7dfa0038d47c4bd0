"""Files → the ids of their documents: the name without suffix, with as much of its path as makes it unique."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import quote


def ids(paths: Sequence[Path]) -> dict[Path, str]:
    """An id for each of these absolute paths; it does not depend on their order, nor on where the whole folder lies."""
    found: dict[Path, str] = {}
    by_stem: defaultdict[str, list[Path]] = defaultdict(list)
    for path in paths:
        by_stem[path.stem].append(path)
    for stem, sharing in by_stem.items():
        if len(sharing) == 1:
            found[sharing[0]] = encode(stem)
        else:
            found |= {path: encode(name) for path, name in _told_apart(sharing).items()}
    return found


def encode(name: str) -> str:
    """The name as it may stand in an IRI; folders stay apart."""
    return quote(name, safe="/", errors="replace")


def _told_apart(paths: Sequence[Path]) -> dict[Path, str]:
    """Each path's shortest end that no other of them has; the suffix stays where only it tells them apart."""
    names = {path: (*path.parts[:-1], path.stem) for path in paths}
    twins = {path for path in paths if sum(other == names[path] for other in names.values()) > 1}
    names |= {path: (*path.parts[:-1], path.name) for path in twins}
    depth = 1
    ends = {path: parts[-1:] for path, parts in names.items()}
    while len(set(ends.values())) < len(ends):
        depth += 1
        ends = {path: parts[-depth:] for path, parts in names.items()}
    return {path: "/".join(parts).lstrip("/") for path, parts in ends.items()}
