"""What many tests share: the loaded pipeline, the two seed documents, the graph built of them, a browser."""

from __future__ import annotations

import io
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser, sync_playwright
from running import Command, Ran
from spacy.language import Language

from kg import cli, pipeline
from kg import nlp as pipelines

ROOT = Path(__file__).parent.parent

settings.register_profile("kg", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("kg")


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The default pipeline, loaded once a session."""
    return pipelines.load()


@pytest.fixture(scope="session")
def seeds() -> Path:
    """The folder of the two seed documents."""
    return ROOT / "seeds"


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of a Chromium; without one the test is skipped, or fails where KG_BROWSER_REQUIRED is set, as in CI."""
    named = os.environ.get("KG_CHROMIUM", "")
    for name in (named, "chromium", "chromium-browser", "google-chrome"):
        if name and (found := shutil.which(name)):
            return found
    if os.environ.get("KG_BROWSER_REQUIRED"):
        pytest.fail("KG_BROWSER_REQUIRED is set and no Chromium is installed")
    pytest.skip("no Chromium on this machine")


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    """A headless Chromium for the whole session: Playwright runs once a process."""
    with sync_playwright() as play:
        found = play.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        yield found
        found.close()


@pytest.fixture
def kg_command(nlp: Language, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Command:
    """`kg ARGUMENTS` within this process, with the pipeline that the tests have loaded already."""
    load = pipelines.load
    monkeypatch.setattr(pipelines, "load", lambda model=None: load(model) if model else nlp)

    def run(*arguments: str | Path, stdin: bytes = b"") -> Ran:
        monkeypatch.setattr(sys, "argv", ["kg", *map(str, arguments)])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
        capfd.readouterr()
        with pytest.raises(SystemExit) as stopped:
            cli.main()
        code = stopped.value.code
        return Ran(code if isinstance(code, int) else int(code is not None), *capfd.readouterr())

    return run


@pytest.fixture(scope="session")
def seeds_output(seeds: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output folder of `kg build seeds`."""
    folder = tmp_path_factory.mktemp("seeds") / "output"
    pipeline.build_into(folder, [seeds])
    return folder
