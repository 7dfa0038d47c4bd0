"""Copies: documents that say the same in nearly the same words, as agencies' stories do in many papers.

Each document is reduced to hashes of its runs of five words. A rule common to all documents says which of them are
kept, so that two documents keep the same runs. Pairs that share kept runs are compared in full. Time grows with the text, not
with the pairs; no chance is involved.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from hashlib import blake2b

from kg.model import Document

RUN = 5  # words
ALIKE = 0.7  # share of common runs among all runs of two documents
SAMPLED = 8  # one run of so many is an index key
FEWEST = 12  # keys at least, where the text has so many runs
CROWD = 50  # a run that more documents share is boilerplate and no reason to compare
WORD = re.compile(r"\w+")


def copies(documents: Iterable[Document]) -> dict[str, str]:
    """The id of each copy with that of its original, the earliest, then the first by id; the order given is no matter."""
    ordered = sorted(documents, key=lambda found: (found.date or "9", found.id))
    words = {found.id: [match[0].casefold() for match in WORD.finditer(found.text)] for found in ordered}
    runs = {key: _runs(said) for key, said in words.items()}
    index: defaultdict[int, list[str]] = defaultdict(list)
    by_text: dict[tuple[str, ...], str] = {}
    found: dict[str, str] = {}
    for document in ordered:
        key = document.id
        said = tuple(words[key])
        original = by_text.get(said) or _nearest(key, runs, index)
        if original is not None:
            found[key] = original
            continue
        by_text[said] = key
        for value in _keys(runs[key]):
            if len(index[value]) < CROWD:
                index[value].append(key)
    return dict(sorted(found.items()))


def _nearest(key: str, runs: dict[str, frozenset[int]], index: dict[int, list[str]]) -> str | None:
    """The original that shares most runs with this document, if enough of them."""
    own = runs[key]
    shared = Counter(other for value in _keys(own) for other in index.get(value, ()))
    best = max(((_alike(own, runs[other]), other) for other, _ in shared.most_common(10)), default=(0.0, ""))
    return best[1] if best[0] >= ALIKE else None


def _runs(words: list[str]) -> frozenset[int]:
    spans = (" ".join(words[at : at + RUN]) for at in range(max(1, len(words) - RUN + 1)))
    return frozenset(int.from_bytes(blake2b(span.encode("utf-8"), digest_size=8).digest()) for span in spans)


def _keys(runs: frozenset[int]) -> list[int]:
    few = [value for value in runs if value % SAMPLED == 0]
    return sorted(few) if len(few) >= FEWEST else sorted(runs)[: max(FEWEST, len(few))] + few


def _alike(one: frozenset[int], other: frozenset[int]) -> float:
    return len(one & other) / len(one | other)
