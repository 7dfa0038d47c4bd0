"""The page in a real browser: what a reader sees, clicks, types and takes away."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from kg import page as pages
from kg.graph import KnowledgeGraph

Show = Callable[..., Any]


def test_first_look_shows_the_main_nodes_and_says_so(show: Show, large_page: str) -> None:
    view = show(large_page)
    assert view.shown[0] == 150
    assert "Showing 150 of" in view.page.inner_text("#where")
    assert view.page.locator("#filters .choice").count() > 10
    view.healthy()


def test_more_nodes_come_on_request_and_go_again(show: Show, large_page: str) -> None:
    view = show(large_page)
    view.page.click("#show-more")
    assert view.shown[0] == 300
    view.page.get_by_role("button", name="Fewer").click()
    assert view.shown[0] == 150
    view.healthy()


def test_every_node_of_a_small_graph_is_shown_with_its_edges(show: Show, small_page: str) -> None:
    view = show(small_page)
    assert view.shown == (9, 8)  # Ivanov only speaks; tanks stand in a negative claim alone
    view.healthy()


@pytest.mark.parametrize("words", ["chavez", "Chávez", "hugo", "CHAVEZ"])
def test_search_finds_names_without_accents_or_case(show: Show, small_page: str, words: str) -> None:
    view = show(small_page)
    view.search(words)
    view.page.keyboard.press("Enter")
    assert "Hugo Chávez" in view.page.inner_text("#panel h2")
    view.healthy()


def test_search_finds_aliases_and_documents_and_says_when_nothing_is_found(show: Show, small_page: str) -> None:
    view = show(small_page)
    view.search("bolivarian")
    assert "Venezuela" in view.page.inner_text("#suggestions")
    view.search("embarrassing")
    view.page.keyboard.press("Enter")
    assert "An embarrassing guest" in view.page.inner_text("#panel h2")
    view.search("zzzz")
    assert "Nothing is named" in view.page.inner_text("#suggestions")
    view.page.keyboard.press("Escape")
    assert view.page.locator("#suggestions").is_hidden()
    view.healthy()


def test_search_finds_relations_and_leaves_their_claims(show: Show, small_page: str) -> None:
    view = show(small_page)
    view.search("visits")
    view.page.keyboard.press("Enter")
    assert view.shown == (2, 1)
    assert view.page.locator("#panel .claim-row").count() == 2
    view.healthy()


def test_long_lists_are_found_in(show: Show, large_page: str) -> None:
    view = show(large_page)
    box = view.page.locator("#filters fieldset", has_text="Documents")
    assert box.locator(".choice").count() == 10
    box.get_by_role("button", name="All 16 documents").click()
    assert box.locator(".choice").count() == 16
    box.get_by_placeholder("Find a document").press_sequentially("daily 3")
    assert view.page.evaluate("document.activeElement.value") == "daily 3"
    assert box.locator(".choice").count() == 2
    box.get_by_role("button", name="Only these 2").click()
    assert "documents=report-0012,report-0003" in view.page.url
    view.healthy()


def test_slash_and_arrows_search_from_the_keyboard(show: Show, small_page: str) -> None:
    view = show(small_page)
    view.page.keyboard.press("/")
    view.page.keyboard.type("r")
    view.page.keyboard.press("ArrowDown")
    view.page.keyboard.press("ArrowUp")
    assert view.page.get_attribute("#search", "aria-activedescendant") == "suggestions-0"
    view.page.keyboard.press("Enter")
    assert view.page.evaluate("document.activeElement.tagName") == "H2"
    view.page.keyboard.press("Escape")
    assert "open=" not in view.page.url


def test_a_click_on_a_node_opens_its_panel(show: Show, small_page: str) -> None:
    view = show(small_page)
    view.click(view.spot("Venezuela"))
    for part in ("Country", "Bolivarian Republic", "Wikidata Q717", "buys …", "helicopters from Russia", "… meets"):
        assert part in view.panel
    link = view.page.locator("#panel a.out")
    assert link.get_attribute("href") == "http://www.wikidata.org/entity/Q717"
    assert "noreferrer" in link.get_attribute("rel")
    view.healthy()


def test_a_click_on_an_edge_shows_each_claim_with_its_quote(show: Show, small_page: str) -> None:
    view = show(small_page)
    view.click(view.middle("Hugo Chávez", "Russia"))
    quotes = view.page.locator("#panel blockquote").all_inner_texts()
    assert sorted(quotes) == ["Hugo Chávez has arrived in Russia.", "Hugo Chávez visited Russia."]
    marks = view.page.locator("#panel blockquote mark").all_inner_texts()
    assert sorted(marks) == ["Hugo Chávez", "Hugo Chávez", "Russia", "Russia", "has arrived in", "visited"]
    for part in ("said by Igor Ivanov", "28 June 2007 – 30 June 2007", "90 % sure", "BBC News, 28 June 2007"):
        assert part in view.panel
    view.healthy()


def test_the_sentence_is_lit_in_the_text_of_its_document(show: Show, small_page: str) -> None:
    view = show(small_page, hash="open=link:hugo-chavez>russia")
    view.page.get_by_role("button", name="🛰 An embarrassing guest").click()
    lit = view.page.locator("#panel .sentence.lit")
    assert lit.inner_text() == "Hugo Chávez visited Russia."  # right behind two letters beyond the first 65,536
    assert "🛰🛰 Transmitted." in view.panel
    box, panel = lit.bounding_box(), view.page.locator("#panel").bounding_box()
    assert panel["y"] <= box["y"] <= panel["y"] + panel["height"]
    lit.click()
    assert "Claim" in view.panel
    view.healthy()


def test_names_of_a_thing_are_marked_in_a_document(show: Show, small_page: str) -> None:
    view = show(small_page, hash="open=document:news|venezuela")
    assert set(view.page.locator("#panel mark").all_inner_texts()) == {"Venezuela"}


def test_negative_claims_are_shown_on_request_only(show: Show, small_page: str) -> None:
    view = show(small_page, hash="open=thing:russia")
    assert "tanks" not in view.panel
    before = view.shown[1]
    view.page.check("#negative")
    assert view.shown[1] == before + 1
    assert "not sells …" in view.panel
    edge = view.page.evaluate("Object.values(kgNetwork.body.edges).find(e => e.id.endsWith('!')).options.color.color")
    assert edge == "#b3261e"
    view.healthy()


def test_what_filters_hide_is_said(show: Show, small_page: str) -> None:
    view = show(small_page, hash="open=link:russia>venezuela&modalities=asserted")
    assert "1 claim between them is hidden by the filters" in view.panel
    view.page.get_by_role("button", name="Show all", exact=True).click()
    assert "plans to meet" in view.panel
    view.healthy()


def test_focus_stays_on_the_control_in_use(show: Show, small_page: str) -> None:
    view = show(small_page, hash="view=focus&node=russia&open=thing:russia")
    for place, label in (("#where", "2 steps"), ("#panel .actions", "Path to…")):
        view.page.locator(place).get_by_role("button", name=label).press("Enter")
        assert view.page.evaluate("document.activeElement.closest('#where, #panel') !== null")
    box = view.page.locator(".choice", has_text="Person").locator("input")
    box.press("Space")
    assert view.page.evaluate("document.activeElement.dataset.keep") == "types Person"
    view.healthy()


def test_edges_without_an_assertion_are_dashed(show: Show, small_page: str) -> None:
    view = show(small_page)
    dashed = view.page.evaluate("Object.values(kgNetwork.body.edges).filter(e => e.options.dashes).length")
    assert dashed == 2  # could discuss, plans to meet


def test_filters_narrow_the_map_and_count(show: Show, small_page: str) -> None:
    view = show(small_page)
    page = view.page
    asserted = page.locator(".choice", has_text="asserted")
    assert "7" in asserted.inner_text()
    page.locator(".choice", has_text="possible").locator("input").uncheck()
    assert view.shown == (8, 7)
    page.get_by_role("button", name="Clear filters").click()
    assert view.shown == (9, 8)
    page.locator(".choice", has_text="Country").hover()
    page.locator(".choice", has_text="Country").locator(".only").click()
    assert view.shown == (2, 1)  # countries among themselves: the planned meeting
    view.healthy()


@pytest.mark.parametrize(
    ("hash", "edges"),
    [
        ("said=both", 1),
        ("documents=news", 5),
        ("documents=cable", 4),
        ("confidence=0.8", 6),
        ("relations=visit", 1),
        ("modalities=planned", 1),
        ("least=2", 1),
        ("dates=2007-06-27,2007-06-27", 3),
        ("dates=1990-01-01,1990-12-31", 0),
        ("types=Country,Person", 2),
        ("negative=yes", 9),
    ],
)
def test_a_view_comes_back_from_its_address(show: Show, small_page: str, hash: str, edges: int) -> None:
    view = show(small_page, hash=hash)
    assert view.shown[1] == edges
    view.page.click(".tabs button:last-child")
    assert hash.split("=")[1].split(",")[0] in view.page.url
    view.healthy()


def test_comparing_two_documents_colours_what_stands_in_which(show: Show, small_page: str) -> None:
    view = show(small_page)
    view.page.check("#by-source")
    colours = view.page.evaluate(
        "Object.fromEntries(Object.values(kgNetwork.body.edges).map(e => [e.id, e.options.color.color]))"
    )
    assert len(set(colours.values())) == 3  # only the one, only the other, both
    view.page.locator(".said-in input[value=both]").check()
    assert view.shown[1] == 1
    view.healthy()


def test_focus_goes_up_to_three_steps(show: Show, small_page: str) -> None:
    view = show(small_page, hash="open=thing:submarines")
    sizes = []
    for hops in (1, 2, 3):
        view.page.locator(".actions .segments button").nth(hops - 1).click()
        sizes.append(view.shown[0])
    assert sizes == [2, 3, 5]
    view.healthy()


def test_a_double_click_focuses(show: Show, small_page: str) -> None:
    view = show(small_page)
    view.page.mouse.dblclick(*view.spot("Russia"))
    view.page.wait_for_function("location.hash.includes('view=focus')")
    view.healthy()


def test_shortest_path_between_two_nodes(show: Show, small_page: str) -> None:
    view = show(small_page, hash="open=thing:submarines")
    view.page.get_by_role("button", name="Path to…").click()
    view.page.keyboard.type("helic")
    view.page.keyboard.press("Enter")
    assert "3 steps" in view.page.inner_text("#where")
    steps = view.page.locator(".path > li").all_inner_texts()
    assert [step.split("\n")[0] for step in steps] == ["submarines", "Hugo Chávez", "Russia", "helicopters"]
    view.healthy()


def test_no_path_is_said_so(show: Show, small_page: str) -> None:
    view = show(small_page, hash="view=path&from=gazprom&to=russia")
    assert "No path" in view.page.inner_text("#where")
    view.healthy()


def test_back_and_forward(show: Show, small_page: str) -> None:
    view = show(small_page)
    assert view.page.locator("#back").is_disabled()
    view.click(view.spot("Venezuela"))
    view.click(view.spot("Russia"))
    view.page.click("#back")
    view.page.wait_for_function("document.querySelector('#panel h2')?.textContent === 'Venezuela'")
    view.page.click("#forward")
    view.page.wait_for_function("document.querySelector('#panel h2')?.textContent === 'Russia'")
    assert view.page.locator("#forward").is_disabled()
    view.healthy()


def download(view: Any, button: str) -> bytes:
    view.page.click("#save summary")
    with view.page.expect_download() as found:
        view.page.click(button)
    return Path(found.value.path()).read_bytes()


def test_takes_away_png_svg_and_csv(show: Show, small_page: str) -> None:
    view = show(small_page)
    assert download(view, "#save-png").startswith(b"\x89PNG")
    drawing = ElementTree.fromstring(download(view, "#save-svg"))
    words = [element.text for element in drawing.iter("{http://www.w3.org/2000/svg}text")]
    assert "Venezuela" in words
    assert len(list(drawing.iter("{http://www.w3.org/2000/svg}polyline"))) == 8
    rows = list(csv.DictReader(io.StringIO(download(view, "#save-csv").decode("utf-8-sig"))))
    assert len(rows) == 9
    assert {row["quote"] for row in rows} >= {"Hugo Chávez visited Russia."}
    assert {(row["subject"], row["relation"], row["object"]) for row in rows} >= {("Russia", "sells", "helicopters")}
    view.healthy()


def test_copies_a_claim_with_its_citation(show: Show, small_page: str) -> None:
    view = show(small_page, hash="open=link:venezuela>helicopters")
    view.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    view.page.get_by_role("button", name="Copy citation").click()
    view.page.wait_for_selector("#toast.shown")
    copied = view.page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith(
        "“Venezuela has bought helicopters from Russia.” — Chávez in Russia, BBC News, 28 June 2007"
    )
    assert "Venezuela buys helicopters from Russia [asserted, confidence 0.9]" in copied
    assert "https://kg.example/claim/" in copied


def test_lists_work_from_the_keyboard(show: Show, small_page: str) -> None:
    view = show(small_page)
    view.page.focus("#tab-things")
    view.page.keyboard.press("ArrowRight")
    assert view.page.get_attribute("#tab-claims", "aria-selected") == "true"
    view.page.keyboard.press("Tab")
    view.page.keyboard.press("Enter")
    assert view.page.locator("#panel blockquote").count() == 1
    view.healthy()


def test_the_map_moves_and_zooms_from_the_keyboard(show: Show, small_page: str) -> None:
    view = show(small_page)
    view.page.focus("#map > div")
    before = view.page.evaluate("[kgNetwork.getScale(), kgNetwork.getViewPosition().x]")
    view.page.keyboard.press("ArrowRight")
    view.page.keyboard.press("+")
    view.page.wait_for_timeout(350)
    after = view.page.evaluate("[kgNetwork.getScale(), kgNetwork.getViewPosition().x]")
    assert after[0] > before[0]
    assert after[1] > before[1]


def test_communities_open_on_click(show: Show, large_page: str) -> None:
    view = show(large_page)
    view.page.get_by_role("button", name="Communities").click()
    assert 3 <= view.shown[0] <= 60
    at = view._at("() => kgNetwork.canvasToDOM(kgNetwork.getPosition(-1))", None)
    view.click(at)
    assert "Community of" in view.page.inner_text("#where")
    assert view.shown[0] > 3
    view.healthy()


def test_dark_and_light(show: Show, small_page: str) -> None:
    view = show(small_page, scheme="dark")
    ground = "getComputedStyle(document.body).backgroundColor"
    assert view.page.evaluate(ground) == "rgb(21, 24, 28)"
    view.page.click("#theme")
    assert view.page.evaluate(ground) == "rgb(251, 250, 247)"
    view.healthy()


@pytest.mark.parametrize("width", [360, 390, 768, 1024, 2560])
def test_fits_every_screen(show: Show, small_page: str, width: int) -> None:
    view = show(small_page, width=width, height=800)
    assert view.page.evaluate("document.documentElement.scrollWidth") <= width
    if width <= 1100:
        view.page.click("#filters-button")
        view.page.wait_for_timeout(300)
        assert view.page.locator("#negative").is_visible()
        view.page.keyboard.press("Escape")
    view.search("venez")
    view.page.keyboard.press("Enter")
    assert view.page.locator("#panel h2").is_visible()
    view.healthy()


def test_paper_gets_the_map_and_the_open_claims(show: Show, small_page: str) -> None:
    view = show(small_page, hash="open=link:hugo-chavez>russia", scheme="dark")
    view.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    view.page.emulate_media(media="print")
    assert view.page.evaluate("getComputedStyle(document.body).color") == "rgb(28, 33, 39)"  # ink on paper
    assert view.page.locator("#printed").is_visible()
    assert view.page.locator("#panel blockquote").first.is_visible()
    assert view.page.locator("#filters").is_hidden()
    view.page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert view.page.evaluate("getComputedStyle(document.body).color") == "rgb(233, 231, 226)"


@pytest.mark.parametrize(
    "hash",
    [
        "open=thing:nobody",
        "view=focus&node=nobody",
        "view=nonsense&size=99&hops=-1",
        "dates=x,y",
        "types=%E0%A4%A",
        "open=link:a",
    ],
)
def test_addresses_that_mean_nothing_show_the_map(show: Show, small_page: str, hash: str) -> None:
    view = show(small_page, hash=hash)
    assert view.shown[0] > 0
    view.healthy()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    "hash",
    ["", "open=thing:venezuela", "open=link:hugo-chavez>russia", "open=document:news", "view=focus&node=russia&hops=2"],
)
def test_accessible(show: Show, small_page: str, hash: str, scheme: str) -> None:
    from axe_playwright_python.sync_playwright import Axe

    view = show(small_page, hash=hash, scheme=scheme)
    found = Axe().run(view.page).response["violations"]
    grave = [
        (one["id"], [node["html"][:120] for node in one["nodes"][:3]])
        for one in found
        if one["impact"] in ("serious", "critical")
    ]
    assert grave == []


def test_accessible_on_a_phone_with_everything_open(show: Show, large_page: str) -> None:
    from axe_playwright_python.sync_playwright import Axe

    view = show(large_page, width=390, height=844)
    grave = []
    for opened in ("document.getElementById('filters-button').click()", "document.getElementById('save').open = true"):
        view.page.evaluate(opened)
        view.page.wait_for_timeout(300)
        found = Axe().run(view.page).response["violations"]
        grave += [one["id"] for one in found if one["impact"] in ("serious", "critical")]
    assert grave == []


def test_an_empty_graph_says_so(show: Show, tmp_path: Path) -> None:
    (tmp_path / "empty.ttl").write_text("", encoding="utf-8")
    view = show(pages.render(KnowledgeGraph.load(tmp_path / "empty.ttl")))
    assert "Showing 0 of 0" in view.page.inner_text("#where")
    view.healthy()
