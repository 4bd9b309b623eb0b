"""Every state is an address, and every address a state: links, back and forward."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.graph.page_browser.conftest import Opener

pytestmark = pytest.mark.browser

GATE = "system-xr-harbour-gate"
STATES = [
    "#",
    "#v=graph",
    f"#v=graph&n={GATE}&d=2",
    f"#v=graph&m=1&n={GATE}",
    f"#v=graph&n={GATE}&p=place-xr-ruritania",
    f"#v=graph&n={GATE}&o=agency-xr-ruritania-customs&w=port-xr-strelsau",
    f"#v=graph&n={GATE}&p=place-xr-ruritania&x=agency-xr-ruritania-customs&x=port-xr-strelsau",
    "#v=figures&k=metric&cf=0.9",
    "#v=plans&s=2&mo=planned",
    "#v=facts&ty=plan&ty=result&q=harbour+gate&so=-sure",
    "#v=facts&c=port&pg=2",
]


@pytest.mark.parametrize("state", STATES)
def test_an_address_survives_reading_and_writing(opened: Opener, state: str) -> None:
    shown = opened(state)
    links = shown.page.locator("#tabs a").evaluate_all("all => all.map((one) => [one.textContent, one.hash])")
    current = shown.page.locator("#tabs a[aria-current=page]").evaluate("one => one.hash")
    kept = [part for part in state[1:].split("&") if part and not part.startswith(("so=", "pg="))]
    assert sorted(part for part in current[1:].split("&") if part) == sorted(kept)
    assert len(links) == 5
    shown.assert_quiet()


def test_what_is_drawn_follows_the_address_alone(opened: Opener) -> None:
    shown = opened("#v=facts")
    page = shown.page
    page.locator("#filters .option", has_text="Planned").click()
    page.get_by_role("link", name="Sure").click()
    page.get_by_role("link", name="Ruritania Customs").first.click()
    expect(page.locator("#panel h2")).not_to_be_empty()
    again = opened(page.url[page.url.index("#") :]).page
    assert again.locator("#view-facts").inner_text() == page.locator("#view-facts").inner_text()
    assert again.locator("#panel").inner_text() == page.locator("#panel").inner_text()
    assert again.locator("#chips").inner_text() == page.locator("#chips").inner_text()


def test_back_and_forward(opened: Opener) -> None:
    page = opened().page
    page.get_by_role("link", name="Graph", exact=True).click()
    page.get_by_role("button", name="2 steps").click()
    page.get_by_role("link", name="Plans", exact=True).click()
    page.go_back()
    expect(page.get_by_role("button", name="2 steps")).to_have_attribute("aria-pressed", "true")
    page.go_back()
    page.go_back()
    expect(page.locator("#view-overview")).to_be_visible()
    page.go_forward()
    expect(page.locator("#view-graph")).to_be_visible()


def test_the_title_names_the_view(opened: Opener) -> None:
    shown = opened("#v=plans")
    assert shown.page.title() == "Plans – Ruritania Customs annual report 2020"


def test_copy_link_copies_this_very_state(opened: Opener) -> None:
    shown = opened(f"#v=plans&n={GATE}", permissions=["clipboard-read", "clipboard-write"])
    shown.page.get_by_role("button", name="Copy link").click()
    expect(shown.page.locator("#toast")).to_have_text("Link copied")
    assert shown.page.evaluate("navigator.clipboard.readText()") == f"{shown.address}#v=plans&n={GATE}"
