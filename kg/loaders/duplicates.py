"""Copies: documents that say the same in nearly the same words, as agencies' stories do in many papers.

Each document is reduced to hashes of its runs of five words, and of these the smallest few hundred are kept: two
documents that share most of their runs keep mostly the same ones. Pairs with a very small hash in common are compared.
Time and memory grow with the number of documents, not of pairs; no chance is involved.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from hashlib import blake2b

from kg.model import Document

RUN = 5  # words
ALIKE = 0.7  # share of common runs among all runs of two documents
KEPT = 256  # hashes of a document; those of one with fewer runs are compared exactly
KEYS = 24  # of them that can bring two documents together
CROWD = 50  # a run that more documents share is boilerplate and no reason to compare
WORD = re.compile(r"\w+")


def copies(documents: Iterable[Document]) -> dict[str, str]:
    """The id of each copy with that of its original, the earliest, then the first by id, in any order."""
    ordered = sorted(documents, key=lambda found: (found.date or "9", found.id))
    sketches: dict[str, Sequence[int]] = {}
    index: defaultdict[int, list[str]] = defaultdict(list)
    found: dict[str, str] = {}
    for document in ordered:
        sketch = _sketch(document.text)
        original = _nearest(sketch, sketches, index)
        if original is not None:
            found[document.id] = original
            continue
        sketches[document.id] = sketch
        for value in sketch[:KEYS]:
            if len(index[value]) < CROWD:
                index[value].append(document.id)
    return dict(sorted(found.items()))


def _sketch(text: str) -> Sequence[int]:
    """The smallest hashes of a text's runs, in order."""
    words = [match[0].casefold() for match in WORD.finditer(text)]
    runs = {" ".join(words[at : at + RUN]) for at in range(max(1, len(words) - RUN + 1))}
    return sorted(int.from_bytes(blake2b(run.encode("utf-8"), digest_size=8).digest()) for run in runs)[:KEPT]


def _nearest(
    sketch: Sequence[int], sketches: Mapping[str, Sequence[int]], index: Mapping[int, Sequence[str]]
) -> str | None:
    """The original most like this document, if one is enough so; the first of several that are the same to it."""
    shared = Counter(other for value in sketch[:KEYS] for other in index.get(value, ()))
    likeness = {other: _alike(sketch, sketches[other]) for other, _ in shared.most_common(10)}
    best = max(likeness, key=lambda other: likeness[other], default=None)
    return best if best is not None and likeness[best] >= ALIKE else None


def _alike(one: Sequence[int], other: Sequence[int]) -> float:
    """The share of common runs; among the smallest of both together, that of documents with more than are kept."""
    ours, theirs = set(one), set(other)
    smallest = sorted(ours | theirs)[:KEPT]
    return sum(value in ours and value in theirs for value in smallest) / len(smallest)
