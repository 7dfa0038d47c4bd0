"""How soon the page can be explored, and how fast it answers, in headless Chromium with software rendering.

    python benchmarks/page.py                  # 300, 1,000 and 5,000 nodes
    python benchmarks/page.py output/graph.ttl # a graph of your own

"Ready" counts from asking for the file to the first drawing of the map with search, filters and panels working.
Interactions are the time until the page has answered and the browser has drawn the next frame.
"""

from __future__ import annotations

import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks import synthetic
from kg import page as pages
from kg.graph import KnowledgeGraph

BARS = {300: 1.5, 1000: 3.0, 5000: 6.0}
ANSWER = 200.0  # milliseconds
AFTER = "() => new Promise(done => requestAnimationFrame(() => setTimeout(done)))"
STEPS = {
    "search": "i => { const s = document.getElementById('search'); s.value = 'secr'.slice(0, 1 + i % 4);"
    " s.dispatchEvent(new Event('input')); }",
    "open a thing": "i => document.querySelectorAll('#panel .row')[i].click()",
    "back to the list": "() => document.querySelector('#panel .close').click()",
    "filter by type": "() => document.querySelector('#filters .choice input').click()",
    "filter negative": "() => document.getElementById('negative').click()",
    "filter by document": "() => document.querySelector('#filters [data-keep^=\"documents \"]').click()",
}


def main(arguments: list[str]) -> int:
    """Prints a line a graph and a line an interaction; the exit code says whether the bars hold."""
    failed = False
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as play:
        browser = play.chromium.launch(
            executable_path=shutil.which("chromium") or shutil.which("google-chrome"),
            args=["--no-sandbox", "--disable-gpu"],
        )
        files = [Path(name) for name in arguments] or [_made(count, Path(folder)) for count in BARS]
        for file in files:
            started = time.perf_counter()
            html = pages.render(KnowledgeGraph.load(file))
            written = time.perf_counter() - started
            target = Path(folder) / "graph.html"
            target.write_text(html, encoding="utf-8", newline="\n")
            times = [_ready(browser, target) for _ in range(3)]
            bar = BARS.get(int(file.stem)) if file.stem.isdigit() else None
            ready = statistics.median(times)
            failed |= bar is not None and ready > bar
            print(
                f"{file.name}: rendered in {written:.1f} s, {len(html.encode()) / 1e6:.2f} MB;"
                f" ready in {ready:.2f} s" + (f" (bar {bar} s)" if bar else "")
            )
            for grown in (False, True):
                print("  with all that the map takes:" if grown else "  at first look:")
                for name, spent in _answers(browser, target, grown).items():
                    failed |= file.stem == "1000" and not grown and statistics.median(spent) > ANSWER
                    print(f"    {name}: {statistics.median(spent):.0f} ms, at worst {max(spent):.0f} ms")
        browser.close()
    return int(failed)


def _made(count: int, folder: Path) -> Path:
    file = folder / f"{count}.ttl"
    file.write_text(synthetic.turtle(count), encoding="utf-8")
    return file


def _ready(browser: Any, file: Path) -> float:
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    started = time.perf_counter()
    page.goto(file.as_uri(), wait_until="commit")
    page.wait_for_selector("html[data-ready=yes]", state="attached", timeout=120000)
    spent = time.perf_counter() - started
    page.close()
    return spent


def _answers(browser: Any, file: Path, grown: bool) -> dict[str, list[float]]:
    """Milliseconds of six goes at each interaction; `grown` first asks for as many nodes as the map takes."""
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.goto(file.as_uri())
    page.wait_for_selector("html[data-ready=yes]", state="attached", timeout=120000)
    while grown and page.locator("#show-more").count():
        page.evaluate("document.getElementById('show-more').click()")
        page.evaluate(AFTER)
    found: dict[str, list[float]] = {name: [] for name in STEPS}
    for turn in range(6):
        for name, script in STEPS.items():
            found[name].append(
                page.evaluate(
                    f"async i => {{ const start = performance.now(); ({script})(i); await ({AFTER})();"
                    " return performance.now() - start; }",
                    turn,
                )
            )
    page.close()
    return found


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
