"""Each word list says what it is, and can be read."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kg import lexicon
from kg.errors import LexiconError
from kg.lexicon import table, words
from kg.model import Modality

FOLDER = Path(lexicon.__file__).parent
MODALITY_TABLES = [
    "modality_auxiliaries",
    "modality_verbs",
    "modality_nouns",
    "modality_adjectives",
    "modality_adverbs",
]


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.t[xs][tv]")), ids=lambda path: path.name)
def test_every_list_states_source_and_licence(path: Path) -> None:
    head = "".join(line for line in path.read_text(encoding="utf-8").splitlines(keepends=True) if line.startswith("#"))
    assert ("Source" in head or "Written by hand" in head or "from" in head) and "icen" in head, path.name


@pytest.mark.parametrize("name", MODALITY_TABLES)
def test_modalities_are_those_of_the_model(name: str) -> None:
    assert set(table(name).values()) <= set(Modality.__args__)  # type: ignore[attr-defined]


def test_the_lists_know_the_words_they_are_for() -> None:
    assert {"prime minister", "ambassador", "analyst"} <= words("offices")
    assert {"decline", "refuse", "fail"} <= words("negative_verbs")
    assert table("modality_verbs")["want"] == "desired" and table("modality_auxiliaries")["could"] == "possible"
    assert table("months")["sept"] == "9"


def test_an_unknown_list_names_the_known() -> None:
    with pytest.raises(LexiconError, match=r"known: .*offices\.txt"):
        words("nothing_like_it")


def test_words_are_not_shared_between_verbs_of_opposite_use() -> None:
    assert not words("negative_verbs") & words("implicative_verbs")


def test_every_list_is_read_by_something() -> None:
    code = "\n".join(path.read_text(encoding="utf-8") for path in sorted(FOLDER.parent.rglob("*.py")))
    lists = [path for path in FOLDER.iterdir() if path.suffix in (".txt", ".tsv")]
    unread = {path.name for path in lists if not re.search(rf"[\"'/]{path.stem}\b", code)}
    assert len(lists) > 50
    assert unread <= {"gazetteer_extra.tsv"} | {path.name for path in lists if path.stem.endswith("_words")}
