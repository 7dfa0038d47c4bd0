"""What reading costs beside parsing, and how fast `kg triples` is, on the first N sentences of given documents.

    python benchmarks/speed.py DOCUMENTS.jsonl … [--sentences 2000] [--rounds 3]

Both times come from one run over the same parsed texts: a bare `nlp.pipe` with the components that kg uses, then
everything that kg adds to it (coreference, clauses, extraction). The best of the rounds counts, in CPU seconds of this
process.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Iterable
from itertools import islice
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from kg import loaders
from kg.coreference import find_chains
from kg.lexicon import Relations, load_relations
from kg.model import Block, Document
from kg.nlp import load, parse
from kg.reading import read, scenes_of
from kg.verbatim import triples

Parsed = list[tuple[Document, Doc]]


def documents(paths: list[Path]) -> Iterable[Document]:
    return (item for item in loaders.load(paths) if isinstance(item, Document))


def sentences(nlp: Language, paths: list[Path], wanted: int) -> Parsed:
    """Documents with about that many sentences of prose, parsed; the last one is cut at a block's end."""
    kept: Parsed = []
    count = 0
    for document, doc in parse(nlp, documents(paths)):
        if count >= wanted:
            break
        count += sum(1 for sentence in doc.sents if sentence.text.strip())
        kept.append((document, doc))
    return kept


def seconds(work: Callable[[], object], rounds: int) -> float:
    """The least CPU time of several rounds."""
    best = float("inf")
    for _ in range(rounds):
        began = time.process_time()
        work()
        best = min(best, time.process_time() - began)
    return best


def texts(parsed: Parsed) -> list[str]:
    blocks: Iterable[tuple[Document, Block]] = (
        (document, block) for document, _ in parsed for block in document.blocks
    )
    return [document.text[block.start : block.end] for document, block in blocks]


def verbatim(nlp: Language, parsed: Parsed, relations: Relations) -> int:
    """All that `kg triples` does between reading the files and printing."""
    count = 0
    for document, doc in parse(nlp, [document for document, _ in parsed]):
        count += sum(1 for _ in triples(document.id, scenes_of(document, doc, find_chains(document, doc), relations)))
    return count


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("paths", nargs="+", type=Path, help="files or folders that kg reads")
    parser.add_argument("--sentences", type=int, default=2000, help="how many sentences, about")
    parser.add_argument("--rounds", type=int, default=3, help="the best of so many rounds counts")
    options = parser.parse_args()
    nlp, relations = load(), load_relations()
    parsed = sentences(nlp, options.paths, options.sentences)
    count = sum(1 for _, doc in parsed for sentence in doc.sents if sentence.text.strip())
    list(islice(nlp.pipe(texts(parsed)), 50))  # warm up
    bare = seconds(lambda: list(nlp.pipe(texts(parsed))), options.rounds)
    reading = seconds(lambda: [read(document, doc, relations) for document, doc in parsed], options.rounds)
    whole = seconds(lambda: verbatim(nlp, parsed, relations), options.rounds)
    rows = [
        ("documents", f"{len(parsed)}"),
        ("sentences", f"{count}"),
        ("bare nlp.pipe", f"{bare:.2f} s"),
        ("reading on top", f"{reading:.2f} s = {100 * reading / bare:.0f} %"),
        ("parse and read", f"{count / (bare + reading):.0f} sentences a CPU second"),
        ("kg triples", f"{count / whole:.0f} sentences a CPU second"),
    ]
    for name, value in rows:
        print(f"{name:16} {value}")


if __name__ == "__main__":
    main()
