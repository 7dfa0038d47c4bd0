"""Files, folders and standard input: what is read, in what order, under what id, and what is said of the rest."""

from __future__ import annotations

import json
import os
import random
import shutil
from io import BytesIO
from pathlib import Path

import pytest

from kg.loaders import LOADERS, Skipped, count, load
from kg.model import Document

PERU = "Peru bought three ships from Chile. The minister visited Lima on Monday."
GERMAN = (
    "Der Minister besuchte gestern die Stadt und verkaufte der Regierung mehrere Schiffe, wie das Amt mitteilte, das sich "
    "nicht weiter dazu äußern wollte. "
)


def write(folder: Path, files: dict[str, str | bytes]) -> None:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))


def documents(*sources: Path | str, **options: object) -> list[Document]:
    return [each for each in load(sources, **options) if isinstance(each, Document)]  # type: ignore[arg-type]


def skipped(*sources: Path | str, **options: object) -> list[Skipped]:
    return [each for each in load(sources, **options) if isinstance(each, Skipped)]  # type: ignore[arg-type]


def test_a_folder_is_read_recursively_in_order_without_hidden_files_and_output(tmp_path: Path) -> None:
    write(
        tmp_path, {"b.txt": PERU, "a/z.txt": PERU, "a/.hidden.txt": PERU, ".git/x.txt": PERU, "out/claims.jsonl": "{}"}
    )
    found = list(load([tmp_path], exclude=tmp_path / "out"))
    assert [(each.id, each.source) for each in found if isinstance(each, Document)] == [
        ("z", "a/z.txt"),
        ("b", "b.txt"),
    ]
    assert len(found) == 2 == count([tmp_path], exclude=tmp_path / "out")


def test_the_output_folder_is_not_read_however_it_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, {"a.txt": PERU, "out/b.txt": PERU})
    monkeypatch.chdir(tmp_path)
    assert [each.id for each in documents(".", exclude=Path("out"))] == ["a"]
    assert [each.id for each in documents(tmp_path, exclude=Path("./out/../out"))] == ["a"]


IDS = {
    "the name without suffix": (["x/a.txt"], ["a"]),
    "percent-encoded": (["x/Zürich 1%.txt"], ["Z%C3%BCrich%201%25"]),
    "with as many folders as are needed": (["x/p/a.txt", "x/q/a.txt", "x/b.txt"], ["p/a", "q/a", "b"]),
    "with the suffix where only it differs": (["x/a.txt", "x/a.md"], ["a.md", "a.txt"]),
    "both": (["x/a.txt", "x/a.md", "x/p/a.txt"], ["a.md", "a.txt", "a"]),
    "dots in the name": (["x/v1.2.txt", "x/v1.3.txt"], ["v1.2", "v1.3"]),
}


@pytest.mark.parametrize(("names", "wanted"), IDS.values(), ids=IDS)
def test_ids(names: list[str], wanted: list[str], tmp_path: Path) -> None:
    write(tmp_path, dict.fromkeys(names, PERU))
    found = {each.source: each.id for each in documents(tmp_path / "x")}
    assert sorted(found.values()) == sorted(wanted)
    write(tmp_path / "elsewhere", dict.fromkeys(names, PERU))
    assert found == {each.source: each.id for each in documents(tmp_path / "elsewhere" / "x")}


def test_files_of_two_folders_of_one_layout(tmp_path: Path) -> None:
    write(tmp_path, {"x/a.txt": PERU, "y/a.txt": PERU})
    assert [(each.id, each.source) for each in documents(tmp_path / "x", tmp_path / "y")] == [
        ("x/a", "a.txt"),
        ("y/a", "a.txt"),
    ]


def test_the_order_of_sources_does_not_matter(tmp_path: Path) -> None:
    row = json.dumps({"id": "a", "text": PERU})
    write(tmp_path, {"x/a.txt": PERU, "y/a.txt": PERU, "b.jsonl": row, "c.jsonl": row, "d.txt": PERU})
    paths = [
        tmp_path / "x",
        tmp_path / "y",
        tmp_path / "b.jsonl",
        tmp_path / "c.jsonl",
        tmp_path / "d.txt",
        tmp_path / "d.txt",
    ]
    wanted = list(load(paths))
    assert len({each.id for each in wanted if isinstance(each, Document)}) == len(wanted) == 5
    for seed in range(5):
        random.Random(seed).shuffle(paths)
        assert list(load(paths)) == wanted


def test_ids_of_lines_stay_unique(tmp_path: Path) -> None:
    write(
        tmp_path,
        {"a.txt": PERU, "c.jsonl": "\n".join(json.dumps({"id": each, "text": PERU}) for each in ("a", "b", "b", "b"))},
    )
    assert [each.id for each in documents(tmp_path)] == ["a", "c/a", "b", "c/b", "c/b-2"]


BAD = {
    "missing": (None, "no such file or folder", True),
    "empty": (b"", "empty", True),
    "white space": (b" \n\t\r\n ", "empty", True),
    "binary": (bytes(range(256)) * 40, "binary", True),
    "no words": (b"*** --- ***", "no words", True),
    "only furniture": (b"Share\n\nLog in to comment\n\n%d users like this:", "menus and notices", True),
    "German": (GERMAN.encode() * 2, "in German, not in English", False),
}


@pytest.mark.parametrize(("content", "said", "failed"), BAD.values(), ids=BAD)
def test_a_bad_file_says_why_and_the_others_are_read(
    content: bytes | None, said: str, failed: bool, tmp_path: Path
) -> None:
    write(tmp_path, {"a.txt": PERU, "z.txt": PERU} | ({} if content is None else {"m.txt": content}))
    found = list(load([tmp_path / name for name in ("a.txt", "m.txt", "z.txt")]))
    (bad,) = (each for each in found if isinstance(each, Skipped))
    assert "m.txt" in bad.source
    assert said in bad.reason and bad.failed is failed
    assert [each.id for each in found if isinstance(each, Document)] == ["a", "z"]


def test_another_language_is_read_when_asked_for(tmp_path: Path) -> None:
    write(tmp_path, {"a.txt": GERMAN})
    (found,) = documents(tmp_path, any_language=True)
    assert found.language == "de"


def test_an_unknown_suffix_fails_only_when_named(tmp_path: Path) -> None:
    write(tmp_path, {"a.txt": PERU, "b.xyz": PERU, "README": PERU})
    assert [(each.source, each.failed) for each in skipped(tmp_path)] == [("README", False), ("b.xyz", False)]
    (named,) = skipped(tmp_path / "b.xyz")
    assert named.failed
    assert all(suffix in named.reason for suffix in (".xyz", *LOADERS))


def test_an_empty_folder(tmp_path: Path) -> None:
    (found,) = load([tmp_path])
    assert isinstance(found, Skipped) and found.failed and "no files" in found.reason


def test_upper_case_suffixes(tmp_path: Path) -> None:
    write(tmp_path, {"A.TXT": PERU})
    assert [each.id for each in documents(tmp_path)] == ["A"]


def test_a_file_that_vanishes_while_others_are_read(tmp_path: Path) -> None:
    write(tmp_path, {"a.txt": PERU, "b.txt": PERU, "c.txt": PERU})
    found = []
    for each in load([tmp_path]):
        found.append(each)
        (tmp_path / "b.txt").unlink(missing_ok=True)
    assert [type(each) for each in found] == [Document, Skipped, Document]
    assert isinstance(found[1], Skipped) and found[1].failed and "cannot be read" in found[1].reason


def test_an_unreadable_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    write(tmp_path, {"a.txt": PERU})
    monkeypatch.setattr(Path, "open", refuse)
    (found,) = skipped(tmp_path / "a.txt")
    assert found == Skipped("a.txt", "the file cannot be read: Permission denied", failed=True)


def test_a_folder_with_a_suffix_and_a_broken_link(tmp_path: Path) -> None:
    write(tmp_path, {"in/a.txt/b.txt": PERU})
    (tmp_path / "in" / "gone.txt").symlink_to(tmp_path / "nowhere")
    found = list(load([tmp_path / "in"]))
    assert [each.id for each in found if isinstance(each, Document)] == ["b"]
    assert [each.source for each in found if isinstance(each, Skipped)] == ["gone.txt"]


@pytest.mark.parametrize(
    ("data", "wanted"),
    [
        (PERU.encode(), [("stdin", PERU)]),
        (
            b'{"id": "p", "text": "Peru bought it."}\n{"text": "Chile sold it."}',
            [("p", "Peru bought it."), ("line-2", "Chile sold it.")],
        ),
        (f"<!DOCTYPE html><html><body><p>{PERU}</p></body></html>".encode(), [("stdin", PERU)]),
    ],
    ids=["text", "lines", "page"],
)
def test_standard_input(data: bytes, wanted: list[tuple[str, str]]) -> None:
    found = documents("-", stdin=BytesIO(data))
    assert [(each.id, each.text) for each in found] == wanted
    assert all(each.source == "-" for each in found)


def test_empty_standard_input() -> None:
    (found,) = load(["-"], stdin=BytesIO(b""))
    assert found == Skipped("standard input", "it is empty", failed=True)


def test_a_line_of_five_megabytes_takes_seconds(tmp_path: Path) -> None:
    write(tmp_path, {"a.txt": "Germany sold submarines to Israel. " * 150_000})
    (found,) = documents(tmp_path)
    assert len(found.text) == 35 * 150_000 - 1


def test_the_same_twice(tmp_path: Path, seeds: Path) -> None:
    shutil.copytree(seeds, tmp_path / "copy")
    assert list(load([seeds])) == list(load([tmp_path / "copy"]))


def test_a_file_name_that_is_no_utf8_is_read_and_can_be_written(tmp_path: Path) -> None:
    try:
        (tmp_path / os.fsdecode(b"Rapport \xe9.txt")).write_text(PERU, encoding="utf-8")
    except OSError:
        pytest.skip("this file system takes UTF-8 only")
    (found,) = documents(tmp_path)
    assert found.source == "Rapport \ufffd.txt"
    found.id.encode()


def test_an_empty_path_is_not_the_folder_we_are_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, {"a.txt": PERU})
    monkeypatch.chdir(tmp_path)
    assert documents("") == []
    (found,) = skipped("")
    assert (found.source, found.failed) == ("''", True)
