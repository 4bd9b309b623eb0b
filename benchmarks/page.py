"""How heavy and how quick the graph page is, and pyvis's own page of the same graph beside it.

Run: python -m benchmarks.page [FILE or THINGS ...]
(a report to read, or how many things an invented graph has; by default the bundled digest)
Needs Chromium. Everything is loaded from files with the network cut. Times are medians of 7, in milliseconds.
"""

from __future__ import annotations

import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

from playwright.sync_api import Browser, Page, TimeoutError, sync_playwright
from pyvis.network import Network  # type: ignore[import-untyped]  # it has none

from customs_kg.builders.pipeline import read_report
from customs_kg.graph.page import write_page
from customs_kg.graph.view import build_view
from customs_kg.graph.view_model import View, pairs_of
from tests.graph.made_up import made_up_facts

REPEATS = 7
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def main() -> None:
    """Prints a table for each graph."""
    wanted = sys.argv[1:] or [str(files("customs_kg").joinpath("examples", "china-customs-2016-digest.txt"))]
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        for name in wanted:
            report(name, _made_up(int(name)) if name.isdigit() else _read(Path(name)), browser, Path(folder))
        browser.close()


def _read(path: Path) -> View:
    return build_view([read_report(path.read_bytes(), path.name)])


def _made_up(size: int) -> View:
    return build_view([made_up_facts(size)])


def report(name: str, view: View, browser: Browser, folder: Path) -> None:
    """Prints what one graph costs."""
    started = time.perf_counter()
    page_bytes = write_page(view)
    written = time.perf_counter() - started
    ours, theirs = folder / "ours.html", folder / "pyvis.html"
    ours.write_bytes(page_bytes)
    theirs.write_text(pyvis_page(view), encoding="utf-8")
    statements = len(view.statements)
    print(f"\n{name}: {len(view.things)} things, {statements} facts; page written in {written * 1000:.0f} ms")
    print(f"  {'':34}{'ours':>10}{'pyvis':>10}")
    print(f"  {'weight, kB':34}{ours.stat().st_size / 1000:>10.0f}{theirs.stat().st_size / 1000:>10.0f}")
    first = statistics.median(open_ours(browser, ours) for _ in range(REPEATS))
    print(f"  {'to the first view':34}{first:>10.0f}{open_pyvis(browser, theirs):>10}")
    for label, measure in MEASURES.items():
        page = browser.new_page(viewport={"width": 1280, "height": 800})
        page.goto(f"{ours.as_uri()}#v=graph")
        page.wait_for_selector("html[data-ready=true]")
        print(f"  {label:34}{measure(page):>10.0f}")
        page.close()


def pyvis_page(view: View) -> str:
    """The same graph as pyvis writes it when nothing is set but that it be in one file."""
    net = Network(directed=True, cdn_resources="in_line")
    for number, thing in enumerate(view.things):
        net.add_node(number, label=thing.label)
    for statement in view.statements:
        for a, b in pairs_of(statement):
            net.add_edge(a, b)
    html: str = net.generate_html()
    return html


def _open(browser: Browser, path: Path) -> Page:
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.route(lambda url: not url.startswith("file:"), lambda route: route.abort())
    page.goto(path.as_uri(), wait_until="commit")
    return page


def open_ours(browser: Browser, path: Path) -> float:
    """Milliseconds from the start of the navigation to the drawn overview."""
    page = _open(browser, path)
    page.wait_for_selector("html[data-ready=true]", state="attached")
    taken: float = page.evaluate("() => new Promise((done) => requestAnimationFrame(() => done(performance.now())))")
    page.close()
    return taken


def open_pyvis(browser: Browser, path: Path) -> str:
    """Milliseconds until its physics has come to rest and its loading bar is gone, at most a minute."""
    page = _open(browser, path)
    started = time.perf_counter()
    script = "() => typeof network !== 'undefined' && network.physics.stabilized"
    try:
        page.wait_for_function(script, timeout=60_000)
    except TimeoutError:
        return "> 60000"
    finally:
        page.close()
    return f"{(time.perf_counter() - started) * 1000:.0f}"


def _median(measure: Callable[[], float]) -> float:
    return statistics.median(measure() for _ in range(REPEATS))


def _timed(page: Page, script: str) -> float:
    taken: float = page.evaluate(
        f"async () => {{ const start = performance.now(); {script};"
        " await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));"
        " return performance.now() - start; }"
    )
    return taken


def drag_step(page: Page) -> float:
    """One step of dragging the drawing."""
    box = page.locator("#canvas").bounding_box()
    assert box is not None
    x, y = box["x"] + 30, box["y"] + 30
    page.mouse.move(x, y)
    page.mouse.down()
    started = time.perf_counter()
    steps = 20
    for step in range(steps):
        page.mouse.move(x + step * 5, y + step * 3)
        page.evaluate("() => new Promise((done) => requestAnimationFrame(done))")
    page.mouse.up()
    return (time.perf_counter() - started) * 1000 / steps


def drag_step_of_map(page: Page) -> float:
    """The same on the whole map."""
    page.evaluate("() => { location.hash = '#v=graph&m=1'; }")
    page.wait_for_timeout(1000)
    return drag_step(page)


def keystroke(page: Page) -> float:
    """From a letter in the search box to its list."""
    letters = iter("customs administration"[:REPEATS])
    script = "const box = document.getElementById('search'); box.value += '%s'; box.dispatchEvent(new Event('input'))"
    return _median(lambda: _timed(page, script % next(letters)))


def switch_filter(page: Page) -> float:
    """From a click on a filter to its picture."""
    return _median(lambda: _timed(page, "document.querySelector('#filters .option').click()"))


def open_panel(page: Page) -> float:
    """From choosing a thing to its facts."""
    things = iter(page.locator("#thing-names option").evaluate_all("all => all.map((one) => one.value)")[:REPEATS])
    found = (
        "const label = %r; const input = document.getElementById('search'); input.value = label;"
        " input.dispatchEvent(new Event('input')); document.getElementById('hit-0').click()"
    )
    return _median(lambda: _timed(page, found % next(things)))


MEASURES: dict[str, Callable[[Page], float]] = {
    "drag step, neighbourhood": drag_step,
    "drag step, whole map": drag_step_of_map,
    "search keystroke": keystroke,
    "filter": switch_filter,
    "panel": open_panel,
}

if __name__ == "__main__":
    main()
