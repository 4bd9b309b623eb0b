"""Makes the pictures of the graph page that the README shows, from the bundled digest.

Run: python docs/pictures.py     (needs Chromium)
"""

from __future__ import annotations

import shutil
import tempfile
from importlib.resources import files
from pathlib import Path

from playwright.sync_api import sync_playwright

from customs_kg.builders.pipeline import read_report
from customs_kg.graph.page import write_page
from customs_kg.graph.view import build_view

PICTURES = {
    "page-overview.png": "#v=overview",
    "page-graph.png": "#v=graph",
    "page-figures.png": "#v=figures",
    "page-plans.png": "#v=plans",
}


def main() -> None:
    """Writes each picture beside this file."""
    here = Path("docs")
    source = files("customs_kg").joinpath("examples", "china-customs-2016-digest.txt")
    page_bytes = write_page(build_view([read_report(source.read_bytes(), source.name)]))
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        path = Path(folder, "graph.html")
        path.write_bytes(page_bytes)
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for name, state in PICTURES.items():
            page = browser.new_page(viewport={"width": 1280, "height": 800}, reduced_motion="reduce")
            page.goto(f"{path.as_uri()}{state}")
            page.wait_for_selector("html[data-ready=true]", state="attached")
            page.evaluate("document.activeElement.blur()")
            page.wait_for_timeout(300)
            page.screenshot(path=here / name)
            page.close()
        browser.close()


if __name__ == "__main__":
    main()
