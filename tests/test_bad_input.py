"""What is wrong with an input is said in one sentence; the other documents go on; nothing is lost."""

from __future__ import annotations

import errno
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import IO

import pytest
from running import Command

from kg.exporters import jsonl

GOOD = "Germany sold submarines to Israel. The minister visited Haifa on Monday."
FILES = {"claims.jsonl", "documents.jsonl", "graph.html", "graph.ttl", "mentions.jsonl"}


def rows(folder: Path, name: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in (folder / name).read_text(encoding="utf-8").splitlines()]


def ids(folder: Path) -> list[object]:
    return [row["id"] for row in rows(folder, "documents.jsonl")]


def sentences(text: str, about: str) -> list[str]:
    """The lines of standard error that speak of something."""
    return [line for line in text.splitlines() if about in line]


BAD_FILES = {
    "empty": ("bad.txt", b"", "empty"),
    "only white space": ("bad.txt", b" \n\t\r\n ", "empty"),
    "binary under .txt": ("bad.txt", bytes(range(256)) * 40, "not text"),
    "unknown suffix": ("bad.xyz", b"Germany sold submarines.", ".xyz"),
    "HTML without text": (
        "bad.html",
        b"<html><head><title></title></head><body><script>1</script></body></html>",
        "text",
    ),
    "not a PDF": ("bad.pdf", b"Germany sold submarines.", "PDF"),
    "not a DOCX": ("bad.docx", b"Germany sold submarines.", "docx"),
}


@pytest.mark.parametrize(("name", "content", "said"), BAD_FILES.values(), ids=BAD_FILES)
def test_a_bad_file_is_named_and_the_good_one_read(
    name: str, content: bytes, said: str, tmp_path: Path, kg_command: Command
) -> None:
    (tmp_path / name).write_bytes(content)
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    code, _, err = kg_command("build", tmp_path / name, tmp_path / "good.txt", "-o", tmp_path / "out")
    assert code == 1
    assert ids(tmp_path / "out") == ["good"]
    (line,) = sentences(err, name)
    assert said.lower() in line.lower()
    assert "Traceback" not in err


@pytest.mark.parametrize(("name", "content", "said"), BAD_FILES.values(), ids=BAD_FILES)
def test_a_bad_file_alone_is_an_error_and_leaves_nothing(
    name: str, content: bytes, said: str, tmp_path: Path, kg_command: Command
) -> None:
    (tmp_path / name).write_bytes(content)
    code, out, err = kg_command("build", tmp_path / name, "-o", tmp_path / "out")
    assert (code, out) == (2, "")
    assert name in err
    assert not (tmp_path / "out").exists()


def test_a_missing_path_is_named(tmp_path: Path, kg_command: Command) -> None:
    code, _, err = kg_command("build", tmp_path / "nowhere", "-o", tmp_path / "out")
    assert code == 2
    assert len(sentences(err, "nowhere")) == 1


def test_a_missing_path_among_good_ones_fails_alone(tmp_path: Path, kg_command: Command) -> None:
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    code, _, err = kg_command("build", tmp_path / "nowhere", tmp_path / "good.txt", "-o", tmp_path / "out")
    assert code == 1
    assert ids(tmp_path / "out") == ["good"]
    assert len(sentences(err, "nowhere")) == 1


def test_an_empty_folder_is_nothing_to_do(tmp_path: Path, kg_command: Command) -> None:
    (tmp_path / "empty").mkdir()
    code, _, err = kg_command("build", tmp_path / "empty", "-o", tmp_path / "out")
    assert code == 2
    assert "nothing to read" in err


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_encodings_are_recognised(encoding: str, tmp_path: Path, kg_command: Command) -> None:
    text = "Señor Muñoz visited Germany. The café in Málaga – a “small” one – sold coffee to José Núñez."
    (tmp_path / "a.txt").write_bytes(text.encode(encoding))
    code, _, err = kg_command("build", tmp_path / "a.txt", "-o", tmp_path / "out")
    assert code == 0, err
    assert rows(tmp_path / "out", "documents.jsonl")[0]["text"] == text


def test_broken_utf8_is_read_as_far_as_it_goes(tmp_path: Path, kg_command: Command) -> None:
    (tmp_path / "a.txt").write_bytes(
        ("Zürich bought café chairs. " * 30).encode() + b"\xff\xfe Germany sold \xc3 boats."
    )
    code, _, err = kg_command("build", tmp_path / "a.txt", "-o", tmp_path / "out")
    assert code in (0, 1), err
    assert "Zürich bought café chairs." in str(rows(tmp_path / "out", "documents.jsonl")[0]["text"])


def test_a_malformed_line_of_jsonl_is_named_and_the_others_read(tmp_path: Path, kg_command: Command) -> None:
    lines = [
        json.dumps({"id": "a", "text": GOOD}),
        '{"id": "b", "text": ',
        '{"id": "c"}',
        "[1]",
        json.dumps({"id": "d", "text": "Peru bought ships."}),
    ]
    (tmp_path / "corpus.jsonl").write_text("\n".join(lines), encoding="utf-8")
    code, _, err = kg_command("build", tmp_path / "corpus.jsonl", "-o", tmp_path / "out")
    assert code == 1
    assert ids(tmp_path / "out") == ["a", "d"]
    for number in (2, 3, 4):
        assert any(str(number) in line for line in sentences(err, "corpus.jsonl")), err


def test_two_files_of_one_name_stay_two_documents(tmp_path: Path, kg_command: Command) -> None:
    for folder, text in (("x", GOOD), ("y", "Peru bought ships from Chile in March.")):
        (tmp_path / "in" / folder).mkdir(parents=True)
        (tmp_path / "in" / folder / "same.txt").write_text(text, encoding="utf-8")
    code, _, err = kg_command("build", tmp_path / "in", "-o", tmp_path / "out")
    assert code == 0, err
    assert len(set(ids(tmp_path / "out"))) == 2


def test_a_copy_counts_once_and_is_said(tmp_path: Path, kg_command: Command) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(GOOD, encoding="utf-8")
    code, _, err = kg_command("build", tmp_path / "a.txt", tmp_path / "b.txt", "-o", tmp_path / "out")
    assert code == 0
    assert "b is a copy of a" in err


def test_a_document_in_another_language_is_skipped_unless_asked_for(tmp_path: Path, kg_command: Command) -> None:
    text = (
        "Der Minister besuchte gestern die Stadt und verkaufte der Regierung mehrere Schiffe, wie das Amt mitteilte. "
        * 3
    )
    (tmp_path / "de.txt").write_text(text, encoding="utf-8")
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    code, _, err = kg_command("build", tmp_path / "de.txt", tmp_path / "good.txt", "-o", tmp_path / "out")
    assert code == 0
    assert "--any-language" in sentences(err, "de.txt")[0]
    assert ids(tmp_path / "out") == ["good"]
    kg_command("build", tmp_path / "de.txt", tmp_path / "good.txt", "-o", tmp_path / "out", "--any-language")
    assert ids(tmp_path / "out") == ["de", "good"]


def test_one_long_line_is_read_in_reasonable_time(tmp_path: Path, kg_command: Command) -> None:
    (tmp_path / "long.txt").write_bytes(b"x" * 5_000_000)
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    started = time.monotonic()
    code, _, err = kg_command("build", tmp_path / "long.txt", tmp_path / "good.txt", "-o", tmp_path / "out")
    assert code in (0, 1), err
    assert "good" in ids(tmp_path / "out")
    assert time.monotonic() - started < 60


def test_a_file_that_cannot_be_read_fails_alone(tmp_path: Path, kg_command: Command) -> None:
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "never-there.txt")
    code, _, err = kg_command("build", tmp_path / "gone.txt", tmp_path / "good.txt", "-o", tmp_path / "out")
    assert code == 1
    assert ids(tmp_path / "out") == ["good"]
    assert len(sentences(err, "gone.txt")) == 1


def test_a_file_that_vanishes_before_its_turn_fails_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kg_command: Command
) -> None:
    for name in ("gone.txt", "good.txt"):
        (tmp_path / name).write_text(f"{GOOD} {name}", encoding="utf-8")
    opened = Path.open

    def open_or_lose(path: Path, *arguments: str, **options: str) -> IO[str]:
        if path.name == "gone.txt":
            path.unlink()
        return opened(path, *arguments, **options)  # type: ignore[arg-type, return-value]

    monkeypatch.setattr(Path, "open", open_or_lose)
    code, _, err = kg_command("build", tmp_path, "-o", tmp_path / "out")
    assert code == 1
    assert ids(tmp_path / "out") == ["good"]
    assert len(sentences(err, "gone.txt")) == 1


def test_a_full_disk_is_one_sentence_and_leaves_the_old_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kg_command: Command
) -> None:
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    assert kg_command("build", tmp_path / "good.txt", "-o", tmp_path / "out").code == 0
    before = {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()}

    def full(*arguments: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(jsonl, "write", full)
    code, _, err = kg_command("build", tmp_path / "good.txt", "-o", tmp_path / "out")
    assert code == 2
    assert "No space left" in err
    assert {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()} == before


@pytest.mark.parametrize("where", ["file.txt", "file.txt/below"])
def test_an_output_folder_that_cannot_be_made_is_said_before_the_work(
    where: str, tmp_path: Path, kg_command: Command
) -> None:
    (tmp_path / "file.txt").write_text(GOOD, encoding="utf-8")
    code, _, err = kg_command("build", tmp_path / "file.txt", "-o", tmp_path / where)
    assert code == 2
    assert "cannot write" in err
    assert "-o" in err


def test_a_folder_is_not_input_and_output_at_once(tmp_path: Path, kg_command: Command) -> None:
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    code, _, err = kg_command("build", tmp_path, "-o", tmp_path / "x" / "..")
    assert code == 2
    assert "-o" in err
    assert {path.name for path in tmp_path.iterdir()} == {"good.txt"}


def test_a_missing_model_says_how_to_get_it(tmp_path: Path, kg_command: Command) -> None:
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    code, _, err = kg_command("build", tmp_path / "good.txt", "-o", tmp_path / "out", "--model", "en_no_such_model")
    assert code == 2
    assert "en_no_such_model" in err
    assert "install" in err
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("option", ["--lexicon", "--merges"])
def test_a_missing_file_of_options_is_said(option: str, tmp_path: Path, kg_command: Command) -> None:
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    code, _, err = kg_command("build", tmp_path / "good.txt", "-o", tmp_path / "out", option, tmp_path / "none.txt")
    assert code == 2
    assert "none.txt" in err


@pytest.mark.parametrize("base", ["kg.example/", "https://kg example/", "", "javascript:alert(1)"])
def test_a_base_iri_that_is_none_is_said(base: str, tmp_path: Path, kg_command: Command) -> None:
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    code, _, err = kg_command("build", tmp_path / "good.txt", "-o", tmp_path / "out", "--base-iri", base)
    assert code == 2
    assert "base IRI" in err


@pytest.mark.parametrize("query", ["SELECT ?x WHERE { ?x", "nonsense", "DELETE WHERE { ?s ?p ?o }", ""])
def test_a_malformed_query_is_one_sentence(query: str, seeds_output: Path, kg_command: Command) -> None:
    code, out, err = kg_command("query", seeds_output / "graph.ttl", query)
    assert (code, out) == (2, "")
    assert err.startswith("kg: error: ")


COMMANDS_ON_A_GRAPH = {
    "query": ["ASK { ?s ?p ?o }"],
    "view": [],
    "export": ["-o", "out.nt"],
    "check": [],
    "explain": ["Putin"],
    "compare": [],
}


@pytest.mark.parametrize("command", COMMANDS_ON_A_GRAPH)
@pytest.mark.parametrize("content", [None, b"this is no Turtle", b"\xff\xfe\x00"])
def test_a_graph_file_that_is_none_is_one_sentence(
    command: str, content: bytes | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kg_command: Command
) -> None:
    monkeypatch.chdir(tmp_path)
    if content is not None:
        Path("graph.ttl").write_bytes(content)
    code, out, err = kg_command(command, "graph.ttl", *COMMANDS_ON_A_GRAPH[command])
    assert (code, out) == (2, "")
    assert err.startswith("kg: error: ")
    assert "graph.ttl" in err


@pytest.mark.parametrize("told", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupted_build_leaves_the_old_files(tmp_path: Path, told: signal.Signals) -> None:
    (tmp_path / "in").mkdir()
    for number in range(400):
        (tmp_path / "in" / f"{number}.txt").write_text(GOOD + f" It has {number} boats." * 20, encoding="utf-8")
    out = tmp_path / "out"
    out.mkdir()
    for name in FILES:
        (out / name).write_text("old", encoding="utf-8")
    command = [sys.executable, "-m", "kg", "build", str(tmp_path / "in"), "-o", str(out)]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, cwd=Path(__file__).parent.parent)
    while not list(out.glob(".kg-*")) and process.poll() is None:
        time.sleep(0.05)
    time.sleep(1)
    os.kill(process.pid, told)
    _, err = process.communicate(timeout=60)
    assert process.returncode == 130, err
    assert "interrupted" in err
    assert "Traceback" not in err
    assert {path.name for path in out.iterdir()} == FILES
    assert {path.read_text(encoding="utf-8") for path in out.iterdir()} == {"old"}
