"""All figures in one table: runs kg on the inputs of a folder of benchmarks and calls the folder's scorers.

    python benchmarks/run.py FOLDER [--only seeds facts openie entities] [--errors] [--keep OUT]

The folder has a subfolder for each suite it holds, with a `score.py` and its gold; a suite that is not there is left
out. `--errors` prints after the table what each scorer lists as missed and wrong. README.md says what scorers take and
print.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent


@dataclass(frozen=True)
class Row:
    """A figure: which suite, what is measured, and its value as printed."""

    suite: str
    measure: str
    value: str


@dataclass(frozen=True)
class Bench:
    """Where a suite's scorer and gold are, where to work, and whether to list errors."""

    folder: Path
    work: Path
    errors: bool

    def kg(self, *arguments: str | Path) -> str:
        """Run kg as a user would."""
        return run([sys.executable, "-m", "kg", *map(str, arguments)], ROOT)

    def scorer(self, *arguments: str | Path, script: str = "score.py", may_fail: bool = False) -> str:
        """Run one of the suite's scripts, in its folder."""
        return run([sys.executable, script, *map(str, arguments)], self.folder, may_fail)

    def build(self, source: Path) -> Path:
        """kg's output for a file or folder."""
        out = self.work / "out"
        self.kg("build", source, "-o", out, "--quiet")
        return out


def run(command: list[str], folder: Path, may_fail: bool = False) -> str:
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False)
    if done.returncode and not may_fail:
        sys.exit(f"{' '.join(command)} failed:\n{done.stderr.strip() or done.stdout.strip()}")
    return done.stdout


def percent(share: float) -> str:
    return f"{100 * share:.1f} %"


def last_json(output: str) -> dict[str, Any]:
    """The report that a scorer prints as its last line."""
    report: dict[str, Any] = json.loads(output.strip().splitlines()[-1])
    return report


def seeds(bench: Bench) -> Iterator[Row | str]:
    """The two seed documents: what a careful reader finds in them."""
    out = bench.build(ROOT / "seeds")
    output = bench.scorer(out / "claims.jsonl", "--gold", "gold.yaml")
    report = last_json(output)
    for level in ("core", "all"):
        yield Row("seeds", f"recall {level}", percent(report["recall"]["all"][level]["recall"]))
    yield Row("seeds", "distinct claims", str(report["claims"]["distinct"]))
    for name in ("bad", "furniture", "wrongly_merged", "wrongly_split"):
        found = report.get(name, [])
        yield Row("seeds", name.replace("_", " "), str(found if isinstance(found, int) else len(found)))
    for name, figures in report["qualifiers"].items():
        if isinstance(figures, dict) and "accuracy" in figures:
            yield Row("seeds", name, f"{percent(figures['accuracy'])} of {figures['total']}")
        elif isinstance(figures, dict) and "count" in figures:
            yield Row("seeds", name.replace("_", " "), str(figures["count"]))
    if (bench.folder / "metadata.py").exists():
        checked = bench.scorer(out, "gold.yaml", script="metadata.py", may_fail=True)
        yield Row("seeds", "metadata and types wrong", str(last_json(checked)["wrong"]))
        output += checked
    yield output


def facts(bench: Bench) -> Iterator[Row | str]:
    """Facts in single sentences."""
    source = bench.work / "facts.jsonl"
    gold = next(iter(sorted(bench.folder.glob("dev*.yaml"))))
    bench.scorer(gold, "--documents", source)
    out = bench.build(source)
    output = bench.scorer(gold, out / "claims.jsonl", "--errors")
    report = last_json(output)
    yield Row("facts", "precision", f"{percent(report['all']['precision'])} of {report['all']['judged']}")
    yield Row("facts", "recall", f"{percent(report['all']['recall'])} of {report['all']['facts']}")
    yield Row("facts", "F1", percent(report["all"]["f1"]))
    yield Row("facts", "recall core", percent(report["recall"]["core"]["recall"]))
    yield Row("facts", "bad", str(report["bad"]))
    yield Row("facts", "long arguments", str(report["claims"]["long"]))
    for name, figures in report["qualifiers"].items():
        share = (
            f"{percent(figures['accuracy'])} of {figures['total']}" if "accuracy" in figures else str(figures["count"])
        )
        yield Row("facts", name.replace("_", " "), share)
    yield output


def openie(bench: Bench) -> Iterator[Row | str]:
    """Verbatim triples on fact-based gold."""
    gold = next(iter(sorted(bench.folder.glob("*dev*.txt"))))
    source, triples = bench.work / "sentences.jsonl", bench.work / "triples.tsv"
    lines = (line.split("\t", 1) for line in bench.scorer("sentences", gold).splitlines())
    source.write_text("".join(json.dumps({"id": key, "text": text}) + "\n" for key, text in lines), encoding="utf-8")
    triples.write_text(bench.kg("triples", source), encoding="utf-8")
    output = bench.scorer("score", gold, triples, *(["--errors"] if bench.errors else []))
    report = last_json(bench.scorer("score", gold, triples))
    yield Row("openie", "precision", f"{report['precision']:.3f}")
    yield Row("openie", "recall", f"{report['recall']:.3f}")
    yield Row("openie", "F1", f"{report['f1']:.3f}")
    yield output


def entities(bench: Bench) -> Iterator[Row | str]:
    """Entity resolution within and across documents."""
    texts = bench.work / "texts"
    bench.scorer("texts", "--out", texts)
    out = bench.build(texts)
    system = bench.work / "system.json"
    system.write_text(bench.scorer(out, texts, script="from_kg.py"), encoding="utf-8")
    output = bench.scorer("score", system)
    table = [
        [cell.strip() for cell in line.strip("|").split("|")] for line in output.splitlines() if line.startswith("|")
    ]
    for measure, value in zip(table[0][1:], table[-1][1:], strict=True):
        yield Row("entities", measure, value)
    yield output


SUITES: dict[str, Callable[[Bench], Iterator[Row | str]]] = {
    "seeds": seeds,
    "facts": facts,
    "openie": openie,
    "entities": entities,
}


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path, help="a folder with a subfolder for each suite")
    parser.add_argument("--only", nargs="+", choices=SUITES, default=list(SUITES), help="the suites to run")
    parser.add_argument("--errors", action="store_true", help="print what was missed and what was wrong")
    parser.add_argument("--keep", type=Path, help="leave inputs and outputs in this folder")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        work = options.keep or Path(temporary)
        reports = list(measured(options, work.resolve()))
    for report in reports if options.errors else []:
        print(f"\n{report}")


def measured(options: argparse.Namespace, work: Path) -> Iterator[str]:
    """Print the rows as they come; yield the scorers' full outputs."""
    print(f"{'suite':10} {'measure':28} value")
    for name in options.only:
        folder = (options.folder / name).resolve()
        if not (folder / "score.py").exists():
            continue
        (work / name).mkdir(parents=True, exist_ok=True)
        began = time.perf_counter()
        for item in SUITES[name](Bench(folder, work / name, options.errors)):
            if isinstance(item, Row):
                print(f"{item.suite:10} {item.measure:28} {item.value}")
            else:
                yield item
        print(f"{name:10} {'seconds':28} {time.perf_counter() - began:.0f}", flush=True)


if __name__ == "__main__":
    main()
