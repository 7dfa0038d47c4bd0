"""A small graph to look at, a browser to look with, and a hand on the map inside the page."""

from __future__ import annotations

import hashlib
import importlib.util
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from kg import page as pages
from kg.graph import KnowledgeGraph
from kg.model import (
    Block,
    Claim,
    Corpus,
    Document,
    Entity,
    EntityMention,
    Link,
    Mention,
    Participant,
    Qualifier,
    Relation,
    Time,
)

ROOT = Path(__file__).parents[2]
TYPES = {"Venezuela": "Country", "Russia": "Country", "Hugo Chávez": "Person", "Igor Ivanov": "Person"}
# document | subject | relation words → label | object | further participants and marks
SAID = """
news  | Hugo Chávez | has arrived in→visits | Russia           | time=2007-06-28
news  | Venezuela   | has bought→buys       | helicopters      | from=Russia
news  | Venezuela   | has bought→buys       | assault rifles   | from=Russia
news  | Hugo Chávez | could discuss→discusses | submarines     | possible
news  | Venezuela   | is home to→is home to | the Orinoco belt |
news  | Russia      | did not sell→sells    | tanks            | negative to=Venezuela
cable | Hugo Chávez | visited→visits        | Russia           | time=2007-06-28/2007-06-30 speaker=Igor Ivanov
cable | Russia      | sells→sells           | helicopters      | to=Venezuela
cable | Russia      | plans to meet→meets   | Venezuela        | planned
cable | Gazprom     | owns→owns             | a pipeline       |
"""
TITLES = {
    "news": ("Chávez in Russia", "BBC News", "2007-06-28"),
    "cable": ("🛰 An embarrassing guest", None, "2007-06-27"),
}

WATCH = """
window.kgErrors = [];
addEventListener("error", (event) => window.kgErrors.push(String(event.message)));
addEventListener("securitypolicyviolation", (event) => window.kgErrors.push("blocked: " + event.blockedURI));
window.vis = {};
let kept;
Object.defineProperty(window.vis, "Network", {
  get: () => kept,
  set: (Network) => {
    kept = class extends Network { constructor(...all) { super(...all); window.kgNetwork = this; } };
  },
});
"""


def digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:12]


@dataclass
class World:
    """Collects a corpus from lines, with the offsets of everything."""

    texts: dict[str, str]
    entities: dict[str, Entity]
    claims: list[Claim]
    mentions: list[EntityMention]

    def entity(self, label: str) -> str:
        key = label.lower().replace(" ", "-").replace("á", "a")
        if key not in self.entities:
            more: dict[str, Any] = {}
            if label == "Venezuela":
                link = Link("http://www.wikidata.org/entity/Q717")
                more = {"aliases": ("Bolivarian Republic of Venezuela",), "links": (link,)}
            self.entities[key] = Entity(key=key, label=label, type=TYPES.get(label, "Thing"), **more)  # type: ignore[arg-type]
        return key

    def participant(self, label: str, doc: str, sentence: int, within: str) -> Participant:
        start = sentence + within.index(label)
        key = self.entity(label)
        type_ = self.entities[key].type
        mention = Mention(start, start + len(label), start, label, "name", label, "name")
        self.mentions.append(EntityMention(doc, mention, key))
        return Participant(label, label, type_, key, start, start + len(label))

    def say(self, doc: str, subject: str, words: str, label: str, obj: str, marks: list[str]) -> None:
        named = dict(mark.split("=", 1) for mark in marks if "=" in mark)
        others = {role: who for role, who in named.items() if role in ("from", "to")}
        sentence = f"{subject} {words} {obj}" + "".join(f" {role} {who}" for role, who in others.items()) + "."
        text = self.texts[doc]
        start = len(text) + 2 if text else 0
        self.texts[doc] = f"{text}\n\n{sentence}" if text else sentence
        first, second = (self.participant(name, doc, start, sentence) for name in (subject, obj))
        qualifiers = tuple(Qualifier(r, self.participant(who, doc, start, sentence)) for r, who in others.items())
        speaker = named.get("speaker")
        said = None
        if speaker:
            said = Participant(speaker, speaker, "Person", self.entity(speaker))
        time = None
        if value := named.get("time"):
            begin, _, end = value.partition("/")
            time = Time(start, start, value, value, begin, end or begin)
        modality: Any = next((mark for mark in marks if mark in ("possible", "planned")), "asserted")
        lemma = label.removesuffix("s")
        self.claims.append(
            Claim(
                id=digest(f"{doc}{start}"),
                event=digest(sentence),
                doc=doc,
                sentence=sentence,
                start=start,
                end=start + len(sentence),
                subject=first,
                relation=Relation(words, lemma, label),
                object=second,
                arguments=qualifiers,
                polarity="negative" if "negative" in marks else "positive",
                modality=modality,
                attribution=said,
                time=time,
                confidence=0.55 if modality != "asserted" else 0.9,
                extractor="table",
                implied=False,
            )
        )

    def corpus(self, titles: dict[str, tuple[str, str | None, str]]) -> Corpus:
        documents = tuple(
            Document(
                id=key,
                source=f"{key}.txt",
                text=text,
                blocks=(Block("paragraph", 0, len(text)),),
                sha256=digest(text),
                title=titles[key][0],
                publisher=titles[key][1],
                date=titles[key][2],
            )
            for key, text in self.texts.items()
        )
        return Corpus(documents, tuple(self.entities.values()), tuple(self.mentions), tuple(self.claims))


def world(said: str = SAID, titles: dict[str, tuple[str, str | None, str]] = TITLES) -> Corpus:
    found = World({key: "" if key == "news" else "🛰🛰 Transmitted." for key in titles}, {}, [], [])
    for line in said.strip().splitlines():
        doc, subject, relation, obj, marks = (part.strip() for part in line.split("|"))
        words, label = relation.split("→")
        parts = [part.strip() for part in marks.replace(" to=", "\tto=").replace(" speaker=", "\tspeaker=").split("\t")]
        found.say(doc, subject, words, label, obj, [part for part in parts if part])
    return found.corpus(titles)


@pytest.fixture(scope="session")
def small_graph() -> KnowledgeGraph:
    """Two documents that agree on some things: ten claims, one of them negative, two not asserted."""
    return KnowledgeGraph.from_corpus(world())


@pytest.fixture(scope="session")
def small_page(small_graph: KnowledgeGraph) -> str:
    return pages.render(small_graph)


@pytest.fixture(scope="session")
def large_page(tmp_path_factory: pytest.TempPathFactory) -> str:
    """400 made-up nodes: more than the first look shows."""
    spec = importlib.util.spec_from_file_location("synthetic", ROOT / "benchmarks" / "synthetic.py")
    assert spec is not None
    assert spec.loader is not None
    synthetic = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = synthetic  # its dataclasses look themselves up there
    spec.loader.exec_module(synthetic)
    file = tmp_path_factory.mktemp("graph") / "graph.ttl"
    file.write_text(synthetic.turtle(400), encoding="utf-8")
    return pages.render(KnowledgeGraph.load(file))


@dataclass
class View:
    """A page in the browser, with what went wrong in it and what it asked the network for."""

    page: Any
    errors: list[str]
    requests: list[str]

    def spot(self, label: str) -> tuple[float, float]:
        """Where a node is on the screen."""
        return self._at(
            "label => { const n = kgNetwork; const item = JSON.parse(document.getElementById('data').textContent)"
            ".nodes.find(node => node.label === label); const at = n.getPosition(item.id);"
            " return n.canvasToDOM(at); }",
            label,
        )

    def middle(self, subject: str, obj: str) -> tuple[float, float]:
        """Where an edge is on the screen, at its middle."""
        return self._at(
            "names => { const n = kgNetwork; const all = JSON.parse(document.getElementById('data').textContent).nodes;"
            " const [from, to] = names.map(name => all.find(node => node.label === name).id);"
            " const edge = Object.values(n.body.edges).find(e => e.fromId === from && e.toId === to);"
            " const p = edge.edgeType.getPoint(0.5); return n.canvasToDOM({ x: p.x, y: p.y }); }",
            [subject, obj],
        )

    def _at(self, script: str, argument: Any) -> tuple[float, float]:
        point = self.page.evaluate(script, argument)
        box = self.page.locator("#map").bounding_box()
        return box["x"] + point["x"], box["y"] + point["y"]

    def click(self, at: tuple[float, float]) -> None:
        self.page.mouse.click(*at)
        self.page.wait_for_timeout(400)  # the map waits that long to tell a click from a double click

    @property
    def shown(self) -> tuple[int, int]:
        """Nodes and edges on the map."""
        counts = self.page.evaluate("[kgNetwork.body.data.nodes.length, kgNetwork.body.data.edges.length]")
        return counts[0], counts[1]

    @property
    def panel(self) -> str:
        return str(self.page.locator("#panel").inner_text())

    def search(self, words: str) -> None:
        self.page.fill("#search", "")
        self.page.locator("#search").press_sequentially(words)

    def healthy(self) -> None:
        assert self.errors == []
        assert self.page.evaluate("window.kgErrors") == []
        assert self.requests == []


@pytest.fixture
def show(browser: Any, tmp_path: Path) -> Iterator[Callable[..., View]]:
    """Opens a page from a file: show(html, hash="", width=1440, height=900, scheme="light")."""
    contexts = []

    def opened(html: str, hash: str = "", width: int = 1440, height: int = 900, scheme: str = "light") -> View:
        file = tmp_path / "graph.html"
        file.write_text(html, encoding="utf-8")
        context = browser.new_context(
            viewport={"width": width, "height": height}, color_scheme=scheme, accept_downloads=True
        )
        contexts.append(context)
        page = context.new_page()
        page.add_init_script(WATCH)
        view = View(page, [], [])
        page.on("console", lambda line: view.errors.append(line.text) if line.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: view.errors.append(str(error)))
        page.on("dialog", lambda dialog: (view.errors.append("dialog"), dialog.dismiss()))
        page.on(
            "request",
            lambda asked: (
                view.requests.append(asked.url) if not asked.url.startswith((file.as_uri(), "blob:", "data:")) else None
            ),
        )
        page.goto(file.as_uri() + (f"#{hash}" if hash else ""))
        page.wait_for_selector("html[data-ready=yes]", state="attached", timeout=30000)
        return view

    yield opened
    for context in contexts:
        context.close()
