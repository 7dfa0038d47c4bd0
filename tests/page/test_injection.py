"""Documents are hostile: nothing that stands in one ever runs, leaves the page or becomes markup."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable
from typing import Any

import html5rdf
import pytest

from kg import page as pages
from kg.graph import KnowledgeGraph
from kg.model import Block, Claim, Corpus, Document, Entity, EntityMention, Link, Mention, Participant, Relation

HOSTILE = (
    "<script>window.ran=1</script>",
    "</script><script>window.ran=1</script>",
    "</SCRIPT ><svg onload=window.ran=1>",
    "<!--<script>window.ran=1",
    "--><script>window.ran=1</script>",
    "<img src=x onerror=window.ran=1>",
    '<a href="javascript:window.ran=1">click</a>',
    "<svg/onload=window.ran=1>",
    "<iframe srcdoc='<script>parent.ran=1</script>'>",
    "<body onload=window.ran=1>",
    "<input autofocus onfocus=window.ran=1>",
    "<details open ontoggle=window.ran=1>",
    "<style>@import 'http://evil.example/x.css';</style>",
    "<link rel=stylesheet href=http://evil.example/x.css>",
    "<meta http-equiv=refresh content='0;url=http://evil.example/'>",
    "<base href=http://evil.example/>",
    "<object data=http://evil.example/x.swf>",
    "<embed src=http://evil.example/x.swf>",
    "<form action=http://evil.example/><button>go</button></form>",
    "<math><mtext><script>window.ran=1</script></mtext></math>",
    "<template><script>window.ran=1</script></template>",
    "<noscript><p title='</noscript><img src=x onerror=window.ran=1>'>",
    "</title><script>window.ran=1</script>",
    "</style><script>window.ran=1</script>",
    "</textarea><script>window.ran=1</script>",
    "javascript:window.ran=1",
    "data:text/html,<script>window.ran=1</script>",
    '" onmouseover="window.ran=1" x="',
    "' onmouseover='window.ran=1' x='",
    "` onmouseover=window.ran=1 `",
    "\\u003cscript\\u003ewindow.ran=1\\u003c/script\\u003e",
    "&lt;script&gt;window.ran=1&lt;/script&gt;",
    "&#60;script&#62;window.ran=1",
    "\u2028window.ran=1\u2029",
    "'];window.ran=1;//",
    '"};window.ran=1;//',
    "${window.ran=1}",
    "{{ 7*7 }} {% raw %}",
    "{{ page.__class__.__mro__ }}",
    "]]><script>window.ran=1</script>",
    "<script src=//evil.example/x.js></script>",
    "\ufeff<script>window.ran=1</script>",
    "__proto__",
    "constructor",
    '=HYPERLINK("http://evil.example","x")',
    "+1+cmd|' /C calc'!A0",
    "\u202egnp.exe",
    "<x onclick=window.ran=1>href",
    "%3Cscript%3Ewindow.ran=1%3C/script%3E",
    "<<script>window.ran=1//<</script>",
)


def hostile_corpus() -> Corpus:
    """Every string as label, alias, relation, quote, title, publisher, file and link, in one document each."""
    documents, entities, claims, mentions = [], [], [], []
    for number, words in enumerate(HOSTILE):
        doc = f"doc-{number}"
        text = f"{words} said {words} end."
        whole = (Block("paragraph", 0, len(text)),)
        documents.append(
            Document(id=doc, source=words, text=text, blocks=whole, sha256=f"{number}", title=words, publisher=words, author=words, reference=words,
                     date="2007-06-28", url=words if number % 2 else f"http://evil.example/{number}")
        )  # fmt: skip
        for part in ("a", "b"):
            links = (Link("javascript:window.ran=1"), Link("https://ok.example/"))
            entities.append(Entity(f"{part}-{number}", f"{words} {part}", "Person", (words,), links, (words,)))
        first = Participant(words, f"{words} a", "Person", f"a-{number}", 0, len(words))
        start = len(words) + 6
        second = Participant(words, f"{words} b", "Person", f"b-{number}", start, start + len(words))
        mention = Mention(0, len(words), 0, words, "name", words, words)
        mentions.append(EntityMention(doc, mention, f"a-{number}"))
        claims.append(
            Claim(f"c{number}", f"e{number}", doc, text, 0, len(text), first, Relation("said", f"say {words}", words),
                  second, (), "positive", "asserted", second, None, 0.9, "table", False)
        )  # fmt: skip
    return Corpus(tuple(documents), tuple(entities), tuple(mentions), tuple(claims))


@pytest.fixture(scope="module")
def hostile_page() -> str:
    assert len(HOSTILE) >= 40
    return pages.render(KnowledgeGraph.from_corpus(hostile_corpus()))


def test_no_text_of_a_document_is_markup(hostile_page: str) -> None:
    tags = Counter(element.tag for element in html5rdf.parse(hostile_page, namespaceHTMLElements=False).iter())
    assert tags["script"] == 3  # the data, vis-network, ours
    assert tags["img"] == 1  # the empty one that printing fills
    assert not set(tags) & {"iframe", "object", "embed", "base", "link", "form", "math", "template", "x"}


def test_the_data_comes_back_as_it_was(hostile_page: str) -> None:
    block = re.search(r'<script type="application/json" id="data">(.*?)</script>', hostile_page, re.DOTALL)
    assert block is not None
    assert not re.search(r"[<>&\u2028\u2029]", block[1])
    labels = {node["label"] for node in json.loads(block[1])["nodes"]}
    assert labels >= {f"{words} a" for words in HOSTILE}


def test_a_title_cannot_leave_its_element() -> None:
    corpus = hostile_corpus()
    one = Corpus(corpus.documents[22:23], corpus.entities[44:46], corpus.mentions[22:23], corpus.claims[22:23])
    html = pages.render(KnowledgeGraph.from_corpus(one))
    title = re.search(r"<title>(.*?)</title>", html)
    assert title is not None
    assert title[1].startswith("&lt;/title&gt;&lt;script&gt;")


@pytest.mark.parametrize("tab", ["things", "claims"])
def test_nothing_runs_in_lists_and_map(show: Callable[..., Any], hostile_page: str, tab: str) -> None:
    view = show(hostile_page, hash=f"tab={tab}")
    assert view.page.evaluate("window.ran") is None
    assert len(view.page.context.pages) == 1
    view.healthy()


def test_nothing_runs_in_any_panel(show: Callable[..., Any], hostile_page: str) -> None:
    view = show(hostile_page)
    for number, words in enumerate(HOSTILE):
        for hash in (
            f"open=thing:a-{number}",
            f"open=link:a-{number}>b-{number}",
            f"open=document:doc-{number}|c{number}",
        ):
            view.page.evaluate("hash => { location.hash = hash; }", hash)
            heading = view.page.inner_text("#panel h2")
        assert heading.split() == words.split(), words
    assert view.page.locator("#panel blockquote, #panel .text").count() == 1
    assert view.page.evaluate("window.ran") is None
    assert view.page.evaluate("[...document.querySelectorAll('a[href]')].map(a => a.protocol)") != []
    view.healthy()


def test_links_go_to_the_web_only(show: Callable[..., Any], hostile_page: str) -> None:
    view = show(hostile_page)
    for hash, shown in (
        ("open=thing:a-5", ["https:"]),
        ("open=document:doc-25", []),
        ("open=document:doc-26", ["http:"]),
        ("open=document:doc-24", ["http:"]),
    ):
        view.page.evaluate("hash => { location.hash = hash; }", hash)
        view.page.wait_for_timeout(30)
        protocols = view.page.evaluate("[...document.querySelectorAll('#panel a[href]')].map(a => a.protocol)")
        assert protocols == shown


def test_nothing_runs_while_searching_or_from_the_address(show: Callable[..., Any], hostile_page: str) -> None:
    view = show(hostile_page, hash="open=thing:<img src=x onerror=window.ran=1>&types=<b>")
    for words in HOSTILE[:12]:
        view.page.fill("#search", words)
        assert view.page.locator("#suggestions li").count() >= 1
    view.page.fill("#search", "<img src=x onerror=window.ran=1>zz")
    assert view.page.evaluate("window.ran") is None
    view.healthy()


def test_the_policy_blocks_what_slips_in(show: Callable[..., Any], small_page: str) -> None:
    """Even a script that got into the document would not run, nor fetch anything."""
    html = small_page.replace("<main>", "<main><script>window.ran=1</script><img src=http://evil.example/x.png>")
    view = show(html)
    assert view.page.evaluate("window.ran") is None
    assert len(view.page.evaluate("window.kgErrors")) == 2


def test_a_spreadsheet_gets_no_formula(show: Callable[..., Any], hostile_page: str) -> None:
    view = show(hostile_page)
    view.page.click("#save summary")
    with view.page.expect_download() as found:
        view.page.click("#save-csv")
    with open(found.value.path(), encoding="utf-8-sig") as file:
        table = file.read()
    assert not re.search(r'(^|,)"?[=+@]', table, re.MULTILINE)
