"""What a claim's confidence is worth, and the table it is computed from.

    python benchmarks/calibrate.py GOLD.txt … [--verdicts JUDGED.tsv DOCUMENTS] [--unseen JUDGED.tsv DOCUMENTS]
                                   [--write]

Claims are judged against gold files of facts (see README.md), or by hand: a table of verdicts (`review/*.tsv`) with the
file or folder of documents they were read in. The counts by trait make the table; reliability is that of claims held
out: sentences are dealt into five parts, and each part is judged with the counts of the other four. Documents that
rules were made on flatter us, so the level of confidence is that of claims drawn at random from `--unseen` ones.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from itertools import pairwise
from pathlib import Path
from unittest import mock
from zlib import crc32

from facts import Sentence, read_gold, verdict

from kg import loaders
from kg.claims import make_claims
from kg.confidence import Counts, estimate, traits
from kg.lexicon import load_relations
from kg.lexicon.wordlists import FOLDER
from kg.model import Claim, Document, Proposition
from kg.nlp import load
from kg.reading import read_all
from kg.resolution import resolve

FOLDS = 5
BINS = (0.0, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 1.0)
HEADER = """\
# Trait of a claim → right / judged, counted on claims judged by hand; written by benchmarks/calibrate.py.
# Source: this project. Licence: that of the project.
"""


@dataclass(frozen=True)
class Judged:
    """A claim's traits, the sentence it stands in, and whether it is right."""

    traits: tuple[str, ...]
    place: str
    right: bool


def claims_with_traits(paths: Sequence[Path]) -> Iterator[tuple[Claim, tuple[str, ...]]]:
    """The claims of these documents with the traits they were read with."""
    seen: list[tuple[str, ...]] = []

    def number(said: Proposition) -> float:
        seen.append(traits(said))
        return float(len(seen))

    relations = load_relations()
    documents = (item for item in loaders.load(paths) if isinstance(item, Document))
    readings = tuple(read_all(load(), documents, relations))
    with mock.patch("kg.claims.confidence", number):  # the claim's confidence is the number of its traits
        claims = make_claims(readings, resolve(readings), relations)
    for claim in claims:
        yield claim, seen[int(claim.confidence) - 1]


def against_gold(path: Path) -> Iterator[Judged]:
    """Claims in the sentences of a gold file, judged by it."""
    gold: dict[str, Sentence] = {sentence.key: sentence for sentence in read_gold(path)}
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / f"{path.stem}.jsonl"
        lines = (json.dumps({"id": one.key, "text": one.text, "date": one.date or None}) for one in gold.values())
        source.write_text("\n".join(lines) + "\n", encoding="utf-8")
        for claim, found in claims_with_traits([source]):
            given = verdict(asdict(claim), gold[claim.doc].facts)
            if given != "neutral":
                yield Judged(found, f"{path.stem} {claim.doc}", given == "right")


def by_hand(verdicts: Path, documents: Path) -> Iterator[Judged]:
    """Claims that a person judged, as far as they are still read: a verdict and the columns of `key` a line."""
    rows = (line.split("\t") for line in verdicts.read_text(encoding="utf-8").splitlines() if line and line[0] != "#")
    given = {tuple(row[1:7]): row[0] for row in rows}
    for claim, found in claims_with_traits([documents]):
        if (answer := given.get(key(claim))) in ("right", "wrong"):
            yield Judged(found, f"{claim.doc} {claim.start}", answer == "right")


def key(claim: Claim) -> tuple[str, ...]:
    """What a claim is known by from one version of kg to the next."""
    target = claim.object.label if claim.object else ""
    said = (claim.doc, str(claim.start), claim.subject.label, claim.relation.label, target, claim.polarity)
    return tuple(" ".join(part.split()) for part in said)


def count(judged: Iterable[Judged]) -> Counts:
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for claim in judged:
        total.update(("all", *claim.traits))
        right.update(("all", *claim.traits) if claim.right else ())
    return {trait: (right[trait], total[trait]) for trait in sorted(total)}


def held_out(judged: Sequence[Judged]) -> list[tuple[float, float, bool]]:
    """For each claim what the other parts' counts say of it, the share of right ones there, and the truth."""
    parts = [crc32(claim.place.encode()) % FOLDS for claim in judged]
    answers = []
    for fold in range(FOLDS):
        counts = count(claim for claim, part in zip(judged, parts, strict=True) if part != fold)
        right, total = counts["all"]
        for claim, part in zip(judged, parts, strict=True):
            if part == fold:
                answers.append((estimate(claim.traits, counts), right / total, claim.right))
    return answers


def report(judged: Sequence[Judged]) -> Iterator[str]:
    """Reliability of held-out claims, bin by bin, and the Brier score beside that of a constant."""
    answers = held_out(judged)
    yield f"{len(judged)} claims judged, {sum(claim.right for claim in judged)} right"
    yield "confidence    claims  mean   right"
    for low, high in pairwise(BINS):
        inside = [(said, right) for said, _, right in answers if low <= said < high]
        if inside:
            mean, share = (sum(column) / len(inside) for column in zip(*inside, strict=True))
            yield f"{low:.2f} – {high:.2f}   {len(inside):6}  {mean:.3f}  {share:.3f}"
    for name, at in (("Brier score", 0), ("of a constant", 1)):
        yield f"{name:14} {sum((answer[at] - answer[2]) ** 2 for answer in answers) / len(answers):.4f}"
    pairs = [(a[0], b[0]) for a in answers for b in answers if a[2] and not b[2]]
    better = sum(right > wrong for right, wrong in pairs) + 0.5 * sum(right == wrong for right, wrong in pairs)
    yield f"{'right above wrong':18} {better / len(pairs) if pairs else 1:.3f} of pairs (0.5 is chance)"


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("gold", nargs="*", type=Path, help="gold files of facts")
    parser.add_argument("--verdicts", nargs=2, type=Path, action="append", default=[], help="verdicts and documents")
    parser.add_argument("--unseen", nargs=2, type=Path, action="append", default=[], help="the same, of new documents")
    parser.add_argument("--write", action="store_true", help="write kg/lexicon/confidence.tsv")
    options = parser.parse_args()
    judged = [claim for path in options.gold for claim in against_gold(path)]
    judged += [claim for verdicts, documents in options.verdicts for claim in by_hand(verdicts, documents)]
    unseen = [claim for verdicts, documents in options.unseen for claim in by_hand(verdicts, documents)]
    judged += unseen
    if not judged:
        sys.exit("no claim is judged: give a gold file, or verdicts with their documents")
    print("\n".join(report(judged)))
    counts = dict(count(judged))
    if unseen:
        counts["unseen"] = (sum(claim.right for claim in unseen), len(unseen))
        mean = sum(estimate(claim.traits, counts) for claim in unseen) / len(unseen)
        print(f"unseen: {counts['unseen'][0]} of {len(unseen)} right, mean confidence {mean:.3f}")
    for trait, (right, total) in counts.items():
        print(f"{trait:24} {right:4} of {total:4}  {right / total:.2f}")
    if options.write:
        rows = "".join(f"{trait}\t{right}/{total}\n" for trait, (right, total) in counts.items())
        (FOLDER / "confidence.tsv").write_text(HEADER + rows, encoding="utf-8")


if __name__ == "__main__":
    main()
