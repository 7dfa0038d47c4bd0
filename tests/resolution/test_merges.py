"""The merges file: what it does to a corpus, and what it may not say."""

from __future__ import annotations

from pathlib import Path

import pytest
from readings import name, reading

from kg.errors import MergesError
from kg.resolution import Resolution, load_merges, resolve

CORPUS = [
    reading("a", name("Russia", "Country"), name("GOR", "Organization"), name("John Smith", "Person")),
    reading("b", name("Russia", "Country"), name("John Smith", "Person"), name("United States", "Country", "America")),
]


def resolved(tmp_path: Path, text: str) -> Resolution:
    path = tmp_path / "merges.toml"
    path.write_text(text, encoding="utf-8")
    return resolve(CORPUS, load_merges(path))


def keys(resolution: Resolution, text: str) -> list[str | None]:
    return [mention.entity for mention in resolution.mentions if mention.mention.text == text]


def test_the_first_name_of_a_group_stays(tmp_path: Path) -> None:
    resolution = resolved(tmp_path, 'same = [["Russia", "GOR"]]')
    assert keys(resolution, "GOR") == ["russia"]
    entity = next(one for one in resolution.entities if one.key == "russia")
    assert entity.label == "Russia" and "GOR" in entity.aliases


def test_the_name_chosen_is_the_label_however_often_others_are_said(tmp_path: Path) -> None:
    path = tmp_path / "merges.toml"
    path.write_text('same = [["Vladimir Putin", "Putin"]]', encoding="utf-8")
    once, often = name("Vladimir Putin", "Person"), name("Putin", "Person", "Putin", "Putin")
    entities = resolve([reading("a", once), reading("b", often)], load_merges(path)).entities
    assert [(entity.key, entity.label) for entity in entities] == [("vladimir-putin", "Vladimir Putin")]
    assert "“Putin” and Vladimir Putin are the same, says the merges file" in entities[0].why


def test_namesakes_of_two_documents_are_told_apart(tmp_path: Path) -> None:
    resolution = resolved(tmp_path, 'different = [["John Smith @ a", "John Smith @ b"]]')
    assert len(set(keys(resolution, "John Smith"))) == 2
    assert len(set(keys(resolution, "Russia"))) == 1


def test_a_name_leaves_a_chain(tmp_path: Path) -> None:
    resolution = resolved(tmp_path, 'different = [["America", "United States"]]')
    assert keys(resolution, "United States") == ["united-states"]
    assert keys(resolution, "America") != ["united-states"]


def test_names_that_no_document_has_are_said(tmp_path: Path) -> None:
    text = 'same = [["Russia", "GOR", "Rusia"]]\ndifferent = [["John Smith @ a", "John Smith @ c"]]'
    assert [str(one) for one in resolved(tmp_path, text).unmet] == ["'Rusia'", "'John Smith @ c'"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('same = [["A", "B"], ["B", "C"]]\ndifferent = [["C", "A"]]', "'C' and 'A' are the same and that they differ"),
        ('same = [["A", "B"]]\ndifferent = [["A @ d", "B @ d"]]', "'A @ d' and 'B @ d'"),
        ('different = [["A", "A"]]', "'A' cannot differ from 'A'"),
        ('same = [["A"]]', "two or more names"),
        ("same = 3", "list of lists"),
        ('equal = [["A", "B"]]', "'equal' means nothing here"),
        ("same = [", "is no TOML"),
    ],
)
def test_what_a_file_may_not_say(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(MergesError, match=message.replace("[", r"\[")):
        resolved(tmp_path, text)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(MergesError, match="cannot be read"):
        load_merges(tmp_path / "none.toml")
