"""The same input gives the same bytes in every file, whatever the hash seed, the order and the working directory."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
FILES = ["claims.jsonl", "documents.jsonl", "graph.html", "graph.ttl", "mentions.jsonl"]


@pytest.fixture(scope="module")
def corpus(seeds: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The seeds, a third file in a folder of its own and two documents in a .jsonl file."""
    folder = tmp_path_factory.mktemp("corpus")
    for path in sorted(seeds.iterdir()):
        shutil.copy(path, folder)
    (folder / "more").mkdir()
    (folder / "more" / "note.txt").write_text(
        "Germany sold five submarines to Israel. Merkel met Putin in Moscow.", "utf-8"
    )
    (folder / "two.jsonl").write_text(
        '{"id": "x", "text": "Peru bought ships from Chile, Bolivia and France."}\n'
        '{"id": "y", "text": "Angela Merkel will visit Peru. She wants to meet Vladimir Putin there."}\n',
        encoding="utf-8",
    )
    return folder


def built(sources: Sequence[Path | str], output: Path, cwd: Path, seed: str) -> dict[str, bytes]:
    command = [sys.executable, "-m", "kg", "build", *map(str, sources), "-o", str(output), "--quiet"]
    environment = os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)}
    subprocess.run(command, cwd=cwd, env=environment, check=True)
    assert sorted(path.name for path in output.iterdir()) == FILES
    return {name: (output / name).read_bytes() for name in FILES}


@pytest.fixture(scope="module")
def first(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    parts = sorted(corpus.iterdir())
    return built(parts, tmp_path_factory.mktemp("first") / "out", ROOT, "1")


def different(first: dict[str, bytes], second: dict[str, bytes]) -> list[str]:
    return [name for name in FILES if first[name] != second[name]]


def test_twice_under_another_hash_seed_and_in_another_order(
    corpus: Path, first: dict[str, bytes], tmp_path: Path
) -> None:
    parts = sorted(corpus.iterdir(), reverse=True)
    assert different(first, built(parts, tmp_path / "out", ROOT, "4242")) == []


def test_from_another_working_directory_into_the_same_folder_twice(corpus: Path, tmp_path: Path) -> None:
    one = built([corpus], corpus / "out", tmp_path, "7")
    assert different(one, built(["."], corpus / "out", corpus, "8")) == []
