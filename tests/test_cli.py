"""Every command explains itself with an example, does its work, and says how it went."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
import typer.main
from running import Command

from kg import __version__, cli

COMMANDS = sorted(typer.main.get_command(cli.app).commands)  # type: ignore[attr-defined]


def test_all_commands_are_there() -> None:
    assert COMMANDS == ["build", "check", "compare", "explain", "export", "query", "serve", "triples", "view"]


@pytest.mark.parametrize("command", COMMANDS)
def test_help_has_an_example_and_explains_every_option(command: str, kg_command: Command) -> None:
    code, out, _ = kg_command(command, "--help")
    assert code == 0
    assert "Example" in out
    assert f"kg {command} " in out
    for parameter in typer.main.get_command(cli.app).commands[command].params:  # type: ignore[attr-defined]
        assert parameter.help, f"{parameter.name} is not explained"


def test_help_of_the_whole_lists_the_commands(kg_command: Command) -> None:
    code, out, _ = kg_command("--help")
    assert code == 0
    assert all(re.search(rf"\b{command}\b", out) for command in COMMANDS)


def test_version(kg_command: Command) -> None:
    assert kg_command("--version")[:2] == (0, f"kg {__version__}\n")


@pytest.mark.parametrize(
    "arguments", [["nonsense"], ["build"], ["build", "x", "--edges", "all"], ["view"], ["--nonsense"]]
)
def test_a_wrong_command_line_is_2(arguments: list[str], kg_command: Command) -> None:
    code, _, err = kg_command(*arguments)
    assert code == 2
    assert "Traceback" not in err


def test_build_sums_up_and_says_where_the_files_are(seeds: Path, tmp_path: Path, kg_command: Command) -> None:
    code, out, err = kg_command("build", seeds, "-o", tmp_path / "out")
    assert (code, out) == (0, "")
    assert re.search(r"2 documents", err)
    assert re.search(r"\d+ claims", err)
    assert re.search(r"\d+ entities", err)
    for path in (tmp_path / "out").iterdir():
        assert str(path) in err.replace("\n", "")


def test_build_says_which_names_of_the_merges_file_nobody_has(tmp_path: Path, kg_command: Command) -> None:
    (tmp_path / "a.txt").write_text("Russia sold three boats to Peru.", encoding="utf-8")
    (tmp_path / "merges.toml").write_text('same = [["Russia", "Rusia"]]', encoding="utf-8")
    arguments = ("build", tmp_path / "a.txt", "-o", tmp_path / "out", "--merges", tmp_path / "merges.toml")
    assert "in no document, so not merged: 'Rusia'" in kg_command(*arguments).err
    assert kg_command(*arguments, "--quiet").err == ""


def test_quiet_is_silent(seeds: Path, tmp_path: Path, kg_command: Command) -> None:
    assert kg_command("build", seeds, "-o", tmp_path / "out", "--quiet") == (0, "", "")


def test_quiet_still_names_failures(seeds: Path, tmp_path: Path, kg_command: Command) -> None:
    code, out, err = kg_command("build", seeds, tmp_path / "none.txt", "-o", tmp_path / "out", "--quiet")
    assert (code, out) == (1, "")
    assert "none.txt" in err


def test_the_output_folder_is_never_read(tmp_path: Path, kg_command: Command) -> None:
    (tmp_path / "a.txt").write_text("Germany sold submarines to Israel.", encoding="utf-8")
    for _ in range(2):
        assert kg_command("build", tmp_path, "-o", tmp_path / "output").code == 0
    documents = (tmp_path / "output" / "documents.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["id"] for line in documents] == ["a"]


def test_standard_input(tmp_path: Path, kg_command: Command) -> None:
    text = "Germany sold submarines to Israel."
    code, _, err = kg_command("build", "-", "-o", tmp_path / "out", stdin=text.encode())
    assert code == 0, err
    (claim, *_) = (tmp_path / "out" / "claims.jsonl").read_text(encoding="utf-8").splitlines()
    assert json.loads(claim)["sentence"] == text


KEYS = {
    "claims.jsonl": "id doc sentence start end subject relation object arguments polarity modality attribution time "
    "confidence extractor implied",
    "mentions.jsonl": "doc start end text kind entity label type rule",
    "documents.jsonl": "id source title kind date released author publisher language reference classification origin "
    "url sha256 text",
}


@pytest.mark.parametrize("name", KEYS)
def test_the_keys_of_the_lines(name: str, seeds_output: Path) -> None:
    for line in (seeds_output / name).read_text(encoding="utf-8").splitlines():
        assert list(json.loads(line)) == KEYS[name].split()


def test_the_keys_within_a_claim(seeds_output: Path) -> None:
    claims = [json.loads(line) for line in (seeds_output / "claims.jsonl").read_text(encoding="utf-8").splitlines()]
    for claim in claims:
        for who in (claim["subject"], claim["object"]):
            assert who is None or set(who) == set(["text", "label", "entity", "type", "start", "end"])
        assert set(claim["relation"]) == set(["text", "label", "lemma", "iri"])
        assert all(set(each) == set(["role", "text", "label", "entity"]) for each in claim["arguments"])
        assert claim["attribution"] is None or set(claim["attribution"]) == set(["text", "label", "entity"])
    assert any(claim["arguments"] for claim in claims)
    assert any(claim["attribution"] for claim in claims)


def test_triples_are_four_columns(kg_command: Command) -> None:
    code, out, err = kg_command("triples", "-", stdin=b"Germany sold submarines to Israel.")
    assert code == 0, err
    rows = [line.split("\t") for line in out.splitlines()]
    assert all(len(row) == 4 for row in rows)
    assert any(row[1:] == ["Germany", "sold", "submarines"] for row in rows)


def test_export_by_suffix(seeds_output: Path, tmp_path: Path, kg_command: Command) -> None:
    for suffix in ("ttl", "nt", "jsonld", "rdf", "graphml", "csv"):
        assert kg_command("export", seeds_output / "graph.ttl", "-o", tmp_path / f"graph.{suffix}").code == 0
        assert any(tmp_path.glob(f"graph*.{suffix}"))
    code, _, err = kg_command("export", seeds_output / "graph.ttl", "-o", tmp_path / "graph.xyz")
    assert code == 2
    assert ".graphml" in err


def test_a_query_from_a_file_and_from_the_command_line(seeds_output: Path, tmp_path: Path, kg_command: Command) -> None:
    query = "SELECT ?who { ?who a schema:Country ; rdfs:label 'Venezuela'@en }"
    (tmp_path / "q.rq").write_text(query, encoding="utf-8")
    for given in (query, tmp_path / "q.rq"):
        code, out, err = kg_command("query", seeds_output / "graph.ttl", given, "--format", "csv")
        assert code == 0, err
        assert "entity/venezuela" in out


def test_the_page_again_is_the_page(seeds_output: Path, tmp_path: Path, kg_command: Command) -> None:
    code, _, err = kg_command("view", seeds_output / "graph.ttl", "-o", tmp_path / "again.html")
    assert code == 0, err
    assert (tmp_path / "again.html").read_bytes() == (seeds_output / "graph.html").read_bytes()


def test_the_output_folder_stands_for_its_graph(seeds_output: Path, tmp_path: Path, kg_command: Command) -> None:
    assert kg_command("query", seeds_output, "ASK { ?claim a kg:Claim }")[:2] == (0, "yes\n")
    code, _, err = kg_command("query", tmp_path, "ASK {}")
    assert code == 2
    assert "graph.ttl" in err
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("command", ["view", "export", "check", "compare"])
def test_a_graph_without_claims_is_no_silent_answer(command: str, tmp_path: Path, kg_command: Command) -> None:
    graph = tmp_path / "other.ttl"
    graph.write_text("<http://a.example/s> <http://a.example/p> <http://a.example/o> .", encoding="utf-8")
    into = {"view": ("-o", tmp_path / "out.html"), "export": ("-o", tmp_path / "out.csv")}.get(command, ())
    code, _, err = kg_command(command, graph, *into)
    assert code == 0
    assert "no claims in" in err


def test_check_passes_on_what_we_build(seeds_output: Path, kg_command: Command) -> None:
    code, _, err = kg_command("check", seeds_output / "graph.ttl")
    assert code == 0, err


def test_explain_gives_quotes(seeds_output: Path, kg_command: Command) -> None:
    code, out, err = kg_command("explain", seeds_output / "graph.ttl", "Venezuela", "Russia")
    assert code == 0, err
    assert "fighter planes" in " ".join(out.split())


def test_explain_of_a_name_that_is_not_there_is_an_error(seeds_output: Path, kg_command: Command) -> None:
    code, _, err = kg_command("explain", seeds_output / "graph.ttl", "Napoleon")
    assert code == 2
    assert "Napoleon" in err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is always full")
def test_a_full_disk_is_one_sentence() -> None:
    with open("/dev/full", "w", encoding="utf-8") as full:
        ran = subprocess.run([sys.executable, "-m", "kg", "--version"], stdout=full, stderr=subprocess.PIPE, text=True)
    assert ran.returncode == cli.NOTHING_DONE
    assert "no space left" in ran.stderr and "Traceback" not in ran.stderr


def test_a_closed_standard_input_is_an_empty_one() -> None:
    ran = subprocess.run(
        f"'{sys.executable}' -m kg triples - <&-", shell=True, stderr=subprocess.PIPE, text=True, check=False
    )
    assert ran.returncode == cli.NOTHING_DONE
    assert "Traceback" not in ran.stderr
