"""The README cannot lie: its commands and programs run, in order, in a folder that holds what a clone holds."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import typer.main

from kg import cli

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w*)\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
BASH = [body for language, body in BLOCKS if language == "bash"]
PYTHON = [body for language, body in BLOCKS if language == "python"]


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the reader has after `make`: the documents, the examples and output/."""
    folder = tmp_path_factory.mktemp("clone")
    for name in ("seeds", "examples"):
        shutil.copytree(ROOT / name, folder / name)
    run("kg build seeds -o output --quiet", folder)
    return folder


def run(script: str, folder: Path) -> str:
    """A script as the reader types it, where `kg` is the one under test."""
    prelude = f'set -euo pipefail\nkg() {{ "{sys.executable}" -m kg "$@"; }}\n'
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    script = prelude + script.replace(".venv/bin/kg", "kg")
    done = subprocess.run(
        ["bash", "-c", script], cwd=folder, env=environment, capture_output=True, text=True, encoding="utf-8"
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_readme_has_blocks_to_run() -> None:
    assert len(BASH) >= 3
    assert len(PYTHON) >= 1
    assert {language for language, _ in BLOCKS} <= {"bash", "python", "text"}, "only bash and python blocks are run"


def test_the_two_commands_come_first() -> None:
    first_screen = "\n".join(README.splitlines()[:45])
    targets = re.findall(r"^make(?: (\w+))?", first_screen, re.MULTILINE)
    assert targets[:2] == ["", "test"]
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert all(re.search(rf"^{target}:", makefile, re.MULTILINE) for target in targets if target)


@pytest.mark.parametrize("number", range(len(BASH)))
def test_the_commands_run(number: int, clone: Path) -> None:
    run(BASH[number], clone)


@pytest.mark.parametrize("number", range(len(PYTHON)))
def test_the_programs_run(number: int, clone: Path) -> None:
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", PYTHON[number]], cwd=clone, env=environment, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("command", sorted(typer.main.get_command(cli.app).commands))  # type: ignore[attr-defined]
def test_every_command_is_named(command: str) -> None:
    assert f"kg {command}" in README


def test_every_link_leads_somewhere() -> None:
    for target in re.findall(r"\]\(([^)#:]+)\)", README):
        assert (ROOT / target).exists(), target


def test_the_map_of_the_code_shows_all_of_it_and_nothing_else() -> None:
    named = set(re.findall(r"`(kg/[\w./]+)`", (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")))
    assert [name for name in sorted(named) if not (ROOT / name).exists()] == []
    parts = {path.name + "/" * path.is_dir() for path in (ROOT / "kg").iterdir() if not path.name.startswith("__")}
    assert {f"kg/{part}" for part in parts} <= named
