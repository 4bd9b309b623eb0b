"""Chromium, and pages opened from a file with the network cut."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, sync_playwright

from customs_kg.graph.model import ReportFacts
from customs_kg.graph.page import write_page
from customs_kg.graph.view import build_view
from tests.graph.sample import sample_facts

NO_CHROMIUM = "Chromium is not installed (Debian: apt-get install chromium)"
_FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip
_WATCH = """
addEventListener("securitypolicyviolation", (event) => {
  (window.__violations ??= []).push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
});
"""


@dataclass
class Opened:
    """A page with what it did: requests beyond its own file, errors, and breaches of its policy."""

    page: Page
    address: str
    requests: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def go(self, state: str) -> Page:
        """The page in another state, as by a link to it."""
        self.page.evaluate("(hash) => { location.hash = hash; }", state)
        return self.page

    @property
    def violations(self) -> list[str]:
        """What the Content-Security-Policy stopped."""
        found: list[str] = self.page.evaluate("window.__violations ?? []")
        return found

    def assert_quiet(self) -> None:
        """Nothing was asked for, nothing failed, nothing was stopped."""
        assert (self.requests, self.errors, self.violations) == ([], [], [])


Opener = Callable[..., Opened]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One browser for all tests; without Chromium they are skipped, except in CI."""
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    if path is None:
        if os.environ.get("CI") == "true":
            pytest.fail(NO_CHROMIUM)
        pytest.skip(NO_CHROMIUM)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(_FLAGS))
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def written(tmp_path_factory: pytest.TempPathFactory) -> Callable[[ReportFacts | None], Path]:
    """Writes the page of some facts once and gives its path."""
    folder = tmp_path_factory.mktemp("pages")
    known: dict[int, tuple[ReportFacts | None, Path]] = {}

    def write(facts: ReportFacts | None) -> Path:
        if id(facts) not in known:
            path = folder / f"{len(known)}.html"
            path.write_bytes(write_page(build_view([facts or sample_facts()])))
            known[id(facts)] = (facts, path)
        return known[id(facts)][1]

    return write


@pytest.fixture
def opened(chromium: Browser, written: Callable[[ReportFacts | None], Path]) -> Iterator[Opener]:
    """Opens the page of some facts (the sample's by default) in a state, from its file, offline."""
    contexts = []

    def open_page(
        state: str = "", *, facts: ReportFacts | None = None, width: int = 1280, height: int = 800, **options: object
    ) -> Opened:
        context = chromium.new_context(
            viewport={"width": width, "height": height},
            accept_downloads=True,
            **options,  # type: ignore[arg-type]  # passed on
        )
        contexts.append(context)
        page = context.new_page()
        found = Opened(page, written(facts).as_uri())

        def cut(route: Route) -> None:
            found.requests.append(route.request.url)
            route.abort()

        context.route(lambda url: not url.startswith(("file:", "data:", "blob:")), cut)
        page.on("pageerror", lambda error: found.errors.append(str(error)))
        page.on("console", lambda note: found.errors.append(note.text) if note.type == "error" else None)
        page.add_init_script(_WATCH)
        page.goto(f"{found.address}{state}")
        if options.get("java_script_enabled", True):
            page.wait_for_selector("html[data-ready=true]")
        return found

    yield open_page
    for context in contexts:
        context.close()
