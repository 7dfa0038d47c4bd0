"""The store against rdflib's in-memory graph and serializer, on the same statements in one run.

    python benchmarks/store.py                  # a million statements; rdflib needs some minutes
    python benchmarks/store.py --claims 2000    # a quick look

Each side runs in a process of its own, so that its memory can be told; times are of the processor, so that others on
the machine do not count. Both answer the same example queries, and the answers must be equal. The corpus is
synthetic: names, relations and sentences drawn from a fixed seed.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import rdflib

from kg.graph import KnowledgeGraph
from kg.model import Block, Claim, Corpus, Document, Entity, Participant, Relation
from kg.vocabulary import Namespaces, digest

QUERIES = Path(__file__).parent.parent / "examples" / "queries"
ASKED = ("14-relations", "16-two-steps")
PATIENCE = 60  # seconds of the processor that rdflib gets for a query; its time is then "at least" that
BARS = {"write": 15.0, "14-relations": 20.0, "16-two-steps": 20.0}
VERBS = ("buy", "sell", "visit", "meet", "accuse", "support", "supply", "build", "lead", "criticise")


def synthetic(claims: int, seed: int = 1) -> Corpus:
    """A corpus of that many claims in documents of twenty sentences; every claim has words for both participants."""
    chance = random.Random(seed)
    entities = tuple(Entity(f"thing-{n}", f"Thing {n}", "Organization") for n in range(max(20, claims // 8)))
    entities = (Entity("venezuela", "Venezuela", "Country"), *entities)
    documents, made = [], []
    for number in range(0, claims, 20):
        name = f"doc-{number // 20:06d}"
        text = ""
        for _ in range(min(20, claims - number)):
            subject, target = (chance.choice(entities) for _ in range(2))
            verb = chance.choice(VERBS)
            sentence = f"{subject.label} will {verb} {target.label}, as it said."
            made.append(_claim(name, len(text), sentence, subject, verb, target, chance))
            text += sentence + " "
        sha256 = hashlib.sha256(text.encode()).hexdigest()
        documents.append(
            Document(
                id=name, source=f"{name}.txt", text=text, blocks=(Block("paragraph", 0, len(text)),), sha256=sha256
            )
        )
    return Corpus(tuple(documents), entities, (), tuple(made), {"software": "kg", "model": "none", "lexicon": "none"})


def _claim(
    doc: str, start: int, sentence: str, subject: Entity, verb: str, target: Entity, chance: random.Random
) -> Claim:
    begin = start + sentence.index(target.label, len(subject.label))
    identity = hashlib.sha256(f"{doc} {start}".encode()).hexdigest()
    return Claim(
        id=identity[:12],
        event=identity[12:24],
        doc=doc,
        sentence=sentence,
        start=start,
        end=start + len(sentence),
        subject=Participant(subject.label, subject.label, subject.type, subject.key, start, start + len(subject.label)),
        relation=Relation(f"will {verb}", verb, verb + "s"),
        object=Participant(target.label, target.label, target.type, target.key, begin, begin + len(target.label)),
        arguments=(),
        polarity=chance.choice(("positive", "positive", "positive", "negative")),
        modality=chance.choice(("asserted", "planned", "possible")),
        attribution=None,
        time=None,
        confidence=round(chance.uniform(0.3, 1), 2),
        extractor="clause",
        implied=False,
    )


def measure(side: str, file: Path, output: Path) -> dict[str, object]:
    """Loading, writing, the queries and the memory of one side."""
    before = _memory()
    found: dict[str, object] = {}
    started = time.process_time()
    graph = KnowledgeGraph.load(file) if side == "kg" else rdflib.Graph().parse(file, format="nt")
    found["load"] = time.process_time() - started
    found["memory"] = _memory() - before
    for name in ASKED:
        text = (QUERIES / f"{name}.rq").read_text(encoding="utf-8")
        times = []
        for _ in range(3):
            started = time.process_time()
            if isinstance(graph, KnowledgeGraph):
                rows = [[str(value) for value in row] for row in graph.query(text, timeout=None).rows]
            else:
                rows = patiently(graph, text)
            times.append(time.process_time() - started)
            if rows is None:
                break
        found[name] = min(times)
        found[f"{name} rows"] = "gave up" if rows is None else f"{len(rows)} {digest(json.dumps(rows))}"
    started = time.process_time()
    if isinstance(graph, KnowledgeGraph):
        graph.save(output)
    else:
        graph.serialize(output, format="turtle", encoding="utf-8")
    found["write"] = time.process_time() - started
    found["peak"] = _memory("VmHWM")
    return found


def patiently(graph: rdflib.Graph, text: str) -> list[list[str]] | None:
    """The rows of a query to rdflib, or None when it has taken PATIENCE seconds."""
    signal.signal(signal.SIGPROF, _give_up)
    signal.setitimer(signal.ITIMER_PROF, PATIENCE)
    try:
        return [[str(value) for value in row] for row in graph.query(text, initNs=Namespaces().prefixes)]
    except TimeoutError:
        return None
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def _give_up(*_: object) -> None:
    raise TimeoutError


def _memory(name: str = "VmRSS") -> float:
    """Resident memory in MB: now, or with VmHWM at its most; ru_maxrss would start at what the parent had."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.partition(f"{name}:")[2].split()[0]) / 1024


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--claims", type=int, default=22_500)
    parser.add_argument("--only", choices=["kg", "rdflib"])
    parser.add_argument("--file", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.file:
        with tempfile.TemporaryDirectory() as folder:
            print(json.dumps(measure(options.only, options.file, Path(folder) / "out.ttl")))
        return 0
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "graph.nt"
        started = time.process_time()
        graph = KnowledgeGraph.from_corpus(synthetic(options.claims))
        print(f"{len(graph):,} statements of {options.claims:,} claims made in {time.process_time() - started:.1f} s")
        graph.save(file)
        del graph
        sides = {side: _run(side, file) for side in ("kg", "rdflib") if options.only in (None, side)}
    return report(sides)


def _run(side: str, file: Path) -> dict[str, object]:
    command = [sys.executable, __file__, "--only", side, "--file", str(file)]
    return dict(
        json.loads(subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8").stdout)
    )


def report(sides: dict[str, dict[str, object]]) -> int:
    """A table of both sides; 1 when a bar is missed or the answers differ."""
    missed = 0
    for name in sides[min(sides)]:
        values = [sides[side][name] for side in sides]
        if len(values) < 2 or isinstance(values[0], str):
            missed += len({*values, "gave up"}) > 2
            print(f"{name:24}", *(f"{value:>12.3f}" if isinstance(value, float) else value for value in values))
            continue
        ratio = float(str(values[1])) / float(str(values[0]))
        bar = 2.0 if name == "memory" else BARS.get(name, 0.0)
        missed += ratio < bar
        print(f"{name:24} {values[0]:>12.3f} {values[1]:>12.3f} {ratio:>8.1f}x", f"(bar {bar:g}x)" if bar else "")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
