"""The page of the real report, of the trial reports beside it, and of the digest."""

from __future__ import annotations

from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

import pytest
from playwright.sync_api import expect

from customs_kg.builders.pipeline import read_report
from customs_kg.graph.model import ReportFacts
from tests.graph.page_browser.conftest import Opener

pytestmark = [pytest.mark.browser, pytest.mark.shared]

REPORTS = ["report/china-customs-2016.txt", "score/dev/china-customs-2009.txt", "score/dev/cbp-style.txt", "digest"]
VIEWS = ["#v=overview", "#v=graph", "#v=graph&m=1", "#v=figures", "#v=plans", "#v=facts"]


@pytest.fixture(scope="session")
def facts_of(shared_dir: Path) -> Callable[[str], ReportFacts]:
    """What is read out of a report, once for all tests."""
    known: dict[str, ReportFacts] = {}

    def read(name: str) -> ReportFacts:
        if name not in known:
            digest = files("customs_kg").joinpath("examples", "china-customs-2016-digest.txt")
            data = digest.read_bytes() if name == "digest" else (shared_dir / name).read_bytes()
            known[name] = read_report(data, Path(name).name)
        return known[name]

    return read


@pytest.mark.parametrize("name", REPORTS)
def test_every_view_of_every_report(opened: Opener, facts_of: Callable[[str], ReportFacts], name: str) -> None:
    shown = opened(facts=facts_of(name))
    for state in VIEWS:
        shown.go(state)
        expect(shown.page.locator(f"#view-{state[3:].split('&')[0]}")).to_be_visible()
    shown.assert_quiet()


@pytest.mark.parametrize("name", REPORTS)
def test_a_card_for_each_section_that_says_something(
    opened: Opener, facts_of: Callable[[str], ReportFacts], name: str
) -> None:
    page = opened(facts=facts_of(name)).page
    assert page.locator("#view-overview .card[aria-labelledby]").count() >= 5
    for kind in ("Agencies", "Metrics"):
        count = page.locator("#filters .option", has_text=kind).locator(".count").inner_text()
        assert int(count) > 0


def test_the_page_of_the_real_report_keeps_its_weight(
    facts_of: Callable[[str], ReportFacts], written: Callable[[ReportFacts], Path]
) -> None:
    assert written(facts_of(REPORTS[0])).stat().st_size <= 1_500_000


def test_the_statistics_table_of_the_real_report_is_a_chart(
    opened: Opener, facts_of: Callable[[str], ReportFacts]
) -> None:
    page = opened("#v=figures", facts=facts_of(REPORTS[0])).page
    rows = page.locator("table[data-chart^=table-] tbody tr")
    expect(rows).to_have_count(15)


def test_an_operation_leads_to_its_results(opened: Opener, facts_of: Callable[[str], ReportFacts]) -> None:
    page = opened(facts=facts_of(REPORTS[0])).page
    page.locator("#search").fill("national sword 2016")
    page.keyboard.press("Enter")
    expect(page.locator("#panel h2")).to_have_text("National Sword 2016")
    figures = page.locator("#panel .group", has=page.get_by_role("heading", name="Figures"))
    for stated in ("2,633", "52.93 billion", "366,000 tons", "4.9 tons", "76"):
        expect(figures.locator("strong", has_text=stated).first).to_be_visible()
