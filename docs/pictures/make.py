"""Takes the pictures of the network page for the README and the docs: python docs/pictures/make.py output/graph.html

Needs Playwright and a Chromium; the pages are those of the two documents in `seeds/`.
"""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

HERE = Path(__file__).parent
DESK, PHONE = (1440, 900), (390, 844)
PICTURES = {  # name: (size, scheme, view)
    "map-light": (DESK, "light", ""),
    "map-dark": (DESK, "dark", ""),
    "focus-light": (DESK, "light", "view=focus&node=venezuela&open=thing:venezuela"),
    "claim-light": (DESK, "light", "open=link:hugo-chavez>russia"),
    "compare-light": (DESK, "light", "colour=source&tab=claims"),
    "document-dark": (DESK, "dark", "view=focus&node=russia&open=thing:russia"),
    "phone-light": (PHONE, "light", ""),
    "phone-dark": (PHONE, "dark", "open=link:hugo-chavez>russia"),
}


def main(page_file: str) -> None:
    """One PNG a picture, beside this file."""
    address = Path(page_file).resolve().as_uri()
    browser_path = os.environ.get("KG_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=browser_path, args=["--no-sandbox", "--disable-gpu"])
        for name, ((width, height), scheme, view) in PICTURES.items():
            page = browser.new_page(viewport={"width": width, "height": height}, color_scheme=scheme)  # type: ignore[arg-type]
            page.goto(f"{address}#{view}" if view else address)
            page.wait_for_selector("html[data-ready=yes]", state="attached")
            if name.startswith("document"):  # from a quote into the text it stands in
                page.locator("#panel .row").first.click()
                page.locator("#panel .source").first.click()
            page.wait_for_timeout(500)
            page.screenshot(path=HERE / f"{name}.png")
            page.close()
        browser.close()


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: python docs/pictures/make.py output/graph.html")
    main(sys.argv[1])
