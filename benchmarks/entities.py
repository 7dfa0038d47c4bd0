"""How well entities are resolved, and how the cost of resolving them grows.

    python benchmarks/entities.py chains FOLDER           each chain of each text, with types, votes and rules
    python benchmarks/entities.py system FOLDER OUT.json  the mentions of each entity, as [{"doc", "entities": [{"id",
                                                          "type", "mentions": [[start, end], …]}, …]}, …] for a scorer
    python benchmarks/entities.py scale FOLDER [COUNT …]  time to parse and to resolve so many documents, made by
                                                          dealing the texts' paragraphs out anew

FOLDER holds plain texts; blocks are paragraphs.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from kg.coreference import find_chains
from kg.loaders.composing import document
from kg.loaders.jsonl import blocks
from kg.model import Document, Metadata, Reading
from kg.nlp import load, parse
from kg.resolution import resolve

COUNTS = (1000, 2000, 5000)
PARAGRAPHS = 4  # of one dealt document
STRIDE = 37  # paragraphs between two that one dealt document gets
TYPES = {"Person": "PERSON", "Organization": "ORG", "Country": "PLACE", "Place": "PLACE", "Event": "EVENT"}


def texts(folder: Path) -> Iterator[tuple[str, str]]:
    """The names and texts of a folder."""
    for path in sorted(folder.glob("*.txt")):
        yield path.stem, path.read_bytes().decode("utf-8")


def made(name: str, text: str) -> Document:
    """A document of that text and name."""
    plain = document(text, list(blocks(text, None)), Metadata())
    return Document(id=name, source=f"{name}.txt", text=plain.text, blocks=plain.blocks, sha256=plain.sha256)


def dealt(folder: Path, count: int) -> Iterator[Document]:
    """So many documents of real paragraphs, no two alike as long as the paragraphs last."""
    paragraphs = [part for _, text in texts(folder) for part in text.split("\n\n") if len(part) > 120]
    for number in range(count):
        step = STRIDE * (1 + number // len(paragraphs))
        picked = [paragraphs[(number + step * n) % len(paragraphs)] for n in range(PARAGRAPHS)]
        yield made(f"dealt-{number:05}", "\n\n".join(picked))


def readings(documents: Iterable[Document]) -> Iterator[Reading]:
    """What resolution needs of each document: its chains."""
    for one, doc in parse(load(), documents):
        yield Reading(one, find_chains(one, doc), ())


def chains(folder: Path) -> None:
    """Print the chains of each text."""
    for reading in readings(made(name, text) for name, text in texts(folder)):
        print(f"== {reading.document.id}")
        for chain in reading.chains:
            print(f"{chain.type}\t{chain.label}\t{dict(chain.votes)}")
            for mention in chain.mentions:
                print(f"\t{mention.start}\t{mention.kind}\t{mention.rule}\t{mention.text!r}")


def system(folder: Path, out: Path) -> None:
    """Write the entities with their mentions."""
    resolution = resolve(readings(made(name, text) for name, text in texts(folder)))
    kinds = {entity.key: TYPES.get(entity.type, "OTHER") for entity in resolution.entities}
    found: dict[str, dict[str, list[tuple[int, int]]]] = {name: {} for name, _ in texts(folder)}
    for one in resolution.mentions:
        if one.entity:
            found[one.doc].setdefault(one.entity, []).append((one.mention.start, one.mention.end))
    rows = [
        {"doc": doc, "entities": [{"id": key, "type": kinds[key], "mentions": spans} for key, spans in by_key.items()]}
        for doc, by_key in found.items()
    ]
    out.write_text(json.dumps(rows, ensure_ascii=False), encoding="utf-8")


def scale(folder: Path, counts: list[int]) -> None:
    """Print documents, mentions, entities, seconds to parse, to find chains and to resolve; all in one process."""
    nlp = load()
    started = time.process_time()
    pairs, parsing, chaining = [], 0.0, 0.0
    stream = parse(nlp, dealt(folder, max(counts)))
    print("documents\tmentions\tentities\tparsing s\tchains s\tresolving s\tresolving / parsing")
    for count in sorted(counts):
        for one, doc in islice(stream, count - len(pairs)):
            parsed = time.process_time()
            parsing += parsed - started
            pairs.append(Reading(one, find_chains(one, doc), ()))
            started = time.process_time()
            chaining += started - parsed
        before = time.process_time()
        resolution = resolve(pairs)
        mentions, entities = len(resolution.mentions), len(resolution.entities)
        resolving = time.process_time() - before
        cells = [f"{parsing:.1f}", f"{chaining:.1f}", f"{resolving:.2f}", f"{resolving / parsing:.1%}"]
        print(count, mentions, entities, *cells, sep="\t", flush=True)
        started = time.process_time()


def main() -> None:
    """Run the command named."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("command", choices=("chains", "system", "scale"))
    parser.add_argument("folder", type=Path)
    parser.add_argument("rest", nargs="*")
    options = parser.parse_args()
    if options.command == "chains":
        chains(options.folder)
    elif options.command == "system":
        system(options.folder, Path(options.rest[0]))
    else:
        scale(options.folder, [int(count) for count in options.rest] or list(COUNTS))


if __name__ == "__main__":
    main()
