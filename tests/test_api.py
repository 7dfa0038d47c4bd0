"""`import kg` is instant and gives in Python what the command line gives."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent

HEAVY = {
    "spacy",
    "thinc",
    "rdflib",
    "pyoxigraph",
    "networkx",
    "pyvis",
    "numpy",
    "trafilatura",
    "typer",
    "rich",
    "pyshacl",
}


def python(code: str) -> str:
    return subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True, encoding="utf-8"
    ).stdout


def test_import_loads_nothing_heavy_and_takes_no_time() -> None:
    out = python("import time; t = time.perf_counter(); import kg, sys; print(time.perf_counter() - t, *sys.modules)")
    seconds, *modules = out.split()
    assert {name.split(".")[0] for name in modules} & HEAVY == set()
    assert float(seconds) < 0.2


def test_help_needs_no_pipeline() -> None:
    code = "import sys\nsys.argv = ['kg', 'build', '--help']\nimport kg.cli\n"
    code += "try: kg.cli.main()\nexcept SystemExit: print(*sys.modules)"
    modules = {name.split(".")[0] for name in python(code).split()}
    assert modules & (HEAVY - {"typer", "rich"}) == set()
