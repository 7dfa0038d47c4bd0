"""The page as a file: valid, closed to the network, the same for the same graph."""

from __future__ import annotations

import base64
import hashlib
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import html5rdf
import playwright
import pytest

import kg.page
from kg import page as pages
from kg.errors import GraphError
from kg.graph import KnowledgeGraph
from kg.page.data import TYPES

FOLDER = Path(kg.page.__file__).parent


class Outline(HTMLParser):
    """Collects the ids of a page, what points at them, and what would be fetched."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.pointers: list[str] = []
        self.fetched: list[str] = []
        self.handlers: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "id":
                self.ids.append(value or "")
            elif name in ("aria-controls", "aria-labelledby", "for"):
                self.pointers.append(value or "")
            elif name in ("src", "action", "data", "poster", "srcset") or (name == "href" and tag == "link"):
                self.fetched.append(f"{tag} {name}={value}")
            elif name.startswith("on") or name == "style":
                self.handlers.append(name)
            elif name == "href" and value and value.startswith("#"):
                self.pointers.append(value[1:])


def outline(html: str) -> Outline:
    found = Outline()
    found.feed(html)
    return found


def test_the_html_is_valid(small_page: str) -> None:
    html5rdf.HTMLParser(strict=True).parse(small_page)
    found = outline(small_page)
    assert len(found.ids) == len(set(found.ids))
    assert set(found.pointers) <= set(found.ids)
    assert found.handlers == []


def test_nothing_is_fetched(small_page: str) -> None:
    assert outline(small_page).fetched == []
    assert not re.search(r"@import|url\(", re.search(r"<style>(.*?)</style>", small_page, re.DOTALL)[1])  # type: ignore[index]


def test_the_policy_lets_our_scripts_and_style_run_and_nothing_else(small_page: str) -> None:
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', small_page)
    assert policy is not None
    rules = dict(rule.split(" ", 1) for rule in policy[1].split("; "))
    assert rules["default-src"] == "'none'"
    assert "unsafe" not in policy[1]
    assert "http" not in policy[1]
    for tag, rule in (("script", "script-src"), ("style", "style-src")):
        found = re.findall(rf"<{tag}>(.*?)</{tag}>", small_page, re.DOTALL)
        digests = [base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in found]
        assert rules[rule].split() == [f"'sha256-{digest}'" for digest in digests]


def test_the_same_graph_gives_the_same_bytes(small_graph: KnowledgeGraph, small_page: str) -> None:
    assert pages.render(small_graph) == small_page


def test_the_order_of_hashes_does_not_matter(tmp_path: Path, small_graph: KnowledgeGraph) -> None:
    graph = tmp_path / "graph.ttl"
    small_graph.save(graph)
    script = (
        "import sys; from kg import page; from kg.graph import KnowledgeGraph;"
        "sys.stdout.buffer.write(page.render(KnowledgeGraph.load(sys.argv[1])).encode())"
    )
    found = {
        subprocess.run(
            [sys.executable, "-c", script, str(graph)],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(FOLDER.parent.parent)},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(found) == 1


@pytest.mark.parametrize(
    ("name", "label"),
    [("Venezuela", "Venezuela"), ("venezuela ", "Venezuela"), ("bolivarian republic  of venezuéla", "Venezuela")],
)
def test_focus_by_label_or_alias(small_graph: KnowledgeGraph, name: str, label: str) -> None:
    html = pages.render(small_graph, focus=name, hops=2)
    start = re.search(r'"start":\{"focus":(\d+),"hops":2\}', html)
    assert start is not None
    assert f'"label":"{label}"' in html


def test_an_unknown_focus_names_what_is_near(small_graph: KnowledgeGraph) -> None:
    with pytest.raises(GraphError, match="similar: Venezuela"):
        pages.render(small_graph, focus="venez")


def test_the_page_of_a_small_graph_is_light(small_page: str) -> None:
    assert len(small_page.encode()) < 650_000


def test_an_empty_graph_has_a_page_too(tmp_path: Path) -> None:
    (tmp_path / "graph.ttl").write_text("", encoding="utf-8")
    assert "<title>" in pages.render(KnowledgeGraph.load(tmp_path / "graph.ttl"))


def test_every_script_is_on_the_list_and_is_javascript() -> None:
    assert sorted(pages.SCRIPTS) == sorted(path.stem for path in (FOLDER / "script").glob("*.js"))
    node = next((Path(playwright.__file__).parent / "driver").glob("node*"))  # the one that drives the browser
    for path in sorted((FOLDER / "script").glob("*.js")):
        subprocess.run([str(node), "--check", str(path)], check=True)


@pytest.mark.parametrize(
    "forbidden",
    [
        "innerHTML",
        "outerHTML",
        "insertAdjacentHTML",
        "document.write",
        "eval(",
        "new Function",
        "fetch(",
        "XMLHttpRequest",
        'setTimeout("',
    ],
)
def test_no_script_of_ours_makes_markup_or_requests(forbidden: str) -> None:
    for path in sorted((FOLDER / "script").glob("*.js")):
        assert forbidden not in path.read_text(encoding="utf-8"), path.name


def test_everything_written_in_the_scripts_is_used() -> None:
    text = "\n".join(path.read_text(encoding="utf-8") for path in sorted((FOLDER / "script").glob("*.js")))
    names = re.findall(r"^(?:async )?(?:function|const|let|class) (\w+)", text, re.MULTILINE)
    assert len(names) > 100
    assert [name for name in names if len(re.findall(rf"\b{name}\b", text)) < 2] == []


def test_every_class_and_id_of_the_style_is_on_the_page() -> None:
    style = (FOLDER / "style.css").read_text(encoding="utf-8")
    rest = (FOLDER / "template.html").read_text(encoding="utf-8")
    rest += "\n".join(path.read_text(encoding="utf-8") for path in sorted((FOLDER / "script").glob("*.js")))
    selectors = re.sub(r"\{[^{}]*\}|/\*.*?\*/", "", style, flags=re.DOTALL)
    names = set(re.findall(r"[.#]([a-zA-Z][\w-]*)", selectors)) - {f"t-{type_}" for type_ in (*TYPES, "Literal")}
    assert sorted(name for name in names if not re.search(rf"\b{name}\b", rest)) == []
