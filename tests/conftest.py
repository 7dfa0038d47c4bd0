"""What many tests share: the loaded pipeline, the two seed documents, the graph built of them, a browser."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from spacy.language import Language

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
