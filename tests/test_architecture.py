"""The modules import one another one way only, and spaCy and rdflib keep to their ends of the road."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import kg

PACKAGE = Path(kg.__file__).parent
FILES = sorted(PACKAGE.rglob("*.py"))

# From the ground up; a module may import those of its own family, and what stands above it in this list.
ORDER = (
    ("errors", "model"),
    ("lexicon",),
    ("loaders", "nlp"),
    ("dates", "tree"),
    ("temporal", "quantities", "roles"),
    ("phrases", "coreference"),
    ("clauses",),
    ("repairs",),
    ("extractors",),
    ("reading",),
    ("verbatim",),
    ("resolution",),
    ("confidence",),
    ("claims",),
    ("vocabulary",),
    ("statements", "rows", "turtle", "xml"),
    ("jsonld", "rdfxml", "results"),
    ("network", "query"),
    ("store",),
    ("graph",),
    ("comparison", "explanation", "checking"),
    ("exporters", "page"),
    ("server",),
    ("facade", "pipeline"),
    ("api",),
    ("cli",),
    ("__main__",),
)
RANK = {name: rank for rank, names in enumerate(ORDER) for name in names}
assert len(RANK) == sum(map(len, ORDER))
AFTER_READING = {name for name, rank in RANK.items() if RANK["verbatim"] < rank < RANK["pipeline"]}
BEFORE_GRAPH = {name for name, rank in RANK.items() if rank < RANK["vocabulary"]}
MAY_IMPORT_LATE = {"cli.py"}


def part(path: Path) -> str:
    """The stage or family that a file belongs to."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "relative imports hide where a name comes from"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def of_kg(names: Iterator[str]) -> set[str]:
    return {name.split(".")[1] for name in names if name.startswith("kg.")} - {"__version__"}


def outside(names: Iterator[str]) -> set[str]:
    return {name.split(".")[0] for name in names} - {"kg"}


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_go_one_way(path: Path) -> None:
    name = part(path)
    if name == "__init__":
        return
    assert name in RANK, f"say in ORDER where kg/{name} stands"
    for other in of_kg(imported(ast.parse(path.read_text(encoding="utf-8")))):
        assert other == name or RANK[other] < RANK[name], f"{path.name} imports kg.{other}, which comes later"


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_spacy_stops_at_the_reading_and_rdflib_starts_at_the_graph(path: Path) -> None:
    used = outside(imported(ast.parse(path.read_text(encoding="utf-8"))))
    if part(path) in AFTER_READING:
        assert not used & {"spacy", "thinc"}
    if part(path) in BEFORE_GRAPH:
        assert not used & {"rdflib", "pyoxigraph", "oxrdflib", "networkx", "pyvis"}


@pytest.mark.parametrize(
    "path", [p for p in FILES if p.name not in MAY_IMPORT_LATE], ids=lambda p: str(p.relative_to(PACKAGE))
)
def test_no_import_hides_in_a_function(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for function in (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)):
        assert not list(imported(function)), f"{function.name} imports something"


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_failures_are_not_swallowed_nor_answers_printed_outside_the_command_line(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ExceptHandler):
            assert node.type is not None, f"line {node.lineno}: a bare except"
            assert (
                "Exception" not in ast.unparse(node.type).replace("(", " ").replace(")", " ").replace(",", " ").split()
            )
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "print":
            assert path.name == "cli.py", f"line {node.lineno}: print"


def test_every_module_says_what_it_is_for() -> None:
    assert [path.name for path in FILES if not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))] == []


def test_the_rules_were_tried_on_something() -> None:
    assert len(FILES) > 20
