"""Keyboard, screen readers, small windows, print: the page is for everybody."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.graph.made_up import made_up_facts
from tests.graph.page_browser.conftest import Opener

pytestmark = pytest.mark.browser

STATES = ["#v=overview", "#v=graph", "#v=figures", "#v=plans", "#v=facts"]
GATE = "system-xr-harbour-gate"
NO_AXE = "axe-core is not installed: `npm install axe-core`, and AXE_CORE set to the path of its axe.min.js"


def _focused(page: Page) -> str:
    text: str = page.evaluate(
        "(document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent).trim()"
    )
    return text


def _tab_to(page: Page, name: str, most: int = 80) -> None:
    for _ in range(most):
        page.keyboard.press("Tab")
        if _focused(page).startswith(name):
            return
    pytest.fail(f"Tab did not reach {name!r} in {most} presses")


def test_the_whole_journey_by_keyboard(opened: Opener) -> None:
    shown = opened()
    page = shown.page
    page.keyboard.press("/")
    page.keyboard.type("lantern")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator("#panel-title")).to_be_focused()
    _tab_to(page, "See it in the graph")
    page.keyboard.press("Enter")
    expect(page.locator("#graph-caption")).to_contain_text("Round Lantern 2020")
    page.locator("#path-to").focus()
    page.keyboard.type("Ruritania")
    page.keyboard.press("Enter")
    expect(page.locator("#graph-caption")).to_contain_text("steps apart")
    page.locator("#export > summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    assert download.value.suggested_filename.endswith(".ttl")
    shown.assert_quiet()


def test_the_whole_journey_by_clicks_without_dragging(opened: Opener) -> None:
    page = opened().page
    page.get_by_role("link", name="Lantern 2020").first.click()
    page.get_by_role("link", name="See it in the graph").click()
    page.get_by_role("button", name="Zoom in").click()
    page.get_by_role("button", name="Fit").click()
    page.locator("#panel").get_by_role("link", name="Details").first.click()
    expect(page.locator("#panel mark").first).to_be_visible()
    page.get_by_role("link", name="‹ Lantern 2020").click()
    page.get_by_role("button", name="Close the panel").click()
    expect(page.locator("#panel")).to_be_hidden()


@pytest.mark.parametrize("state", STATES)
def test_tab_reaches_every_control_and_shows_where_it_is(opened: Opener, state: str) -> None:
    page = opened(f"{state}&n={GATE}").page
    page.evaluate("document.activeElement.blur()")
    seen: set[str] = set()
    for _ in range(150):
        page.keyboard.press("Tab")
        where = page.evaluate(
            "() => { const one = document.activeElement; if (one === document.body) return null;"
            " const box = one.getBoundingClientRect(); const style = getComputedStyle(one);"
            " const hit = document.elementFromPoint(box.left + Math.min(box.width / 2, 20), box.top + box.height / 2);"
            " return [one.dataset.key || one.id || one.tagName, style.outlineStyle,"
            " hit === null || one.contains(hit) || hit.contains(one)]; }"
        )
        if where is None or where[0] in seen:
            break
        seen.add(where[0])
        assert where[1] != "none", f"{where[0]} shows no focus"
        assert where[2], f"{where[0]} is covered"
    assert len(seen) > 20


def test_the_focus_stays_where_a_filter_was_switched(opened: Opener) -> None:
    page = opened().page
    page.locator("#filters .option", has_text="Metrics").focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.dataset.key") == "kinds:metric"
    expect(page.locator("#filters .option", has_text="Metrics")).to_have_attribute("aria-pressed", "true")


def test_letters_typed_in_a_box_stay_there(opened: Opener) -> None:
    page = opened("#v=graph").page
    page.locator("#path-to").focus()
    page.keyboard.type("a/b")
    expect(page.locator("#path-to")).to_have_value("a/b")


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_nothing_is_wider_than_the_window(opened: Opener, width: int) -> None:
    shown = opened(width=width)
    for state in STATES:
        page = shown.go(f"{state}&n={GATE}")
        page.wait_for_selector(f"#view-{state[3:]}:not([hidden])")
        assert page.evaluate("document.documentElement.scrollWidth") <= width, state
        wide = page.evaluate(
            "(width) => [...document.querySelectorAll('main *, #panel *, header *')]"
            ".filter((one) => one.getBoundingClientRect().right > width + 1)"
            ".filter((one) => !one.closest('.scroll, .hidden-text, #tabs, #hits'))"
            ".map((one) => one.className || one.tagName)",
            width,
        )
        assert wide == [], state


@pytest.mark.parametrize("state", STATES)
def test_spaced_text_is_not_cut(opened: Opener, state: str) -> None:
    page = opened(state, width=900, bypass_csp=True).page
    page.add_style_tag(
        content="* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }"
        " p { margin-bottom: 2em !important; }"
    )
    cut = page.evaluate(
        "() => [...document.querySelectorAll('main button, main a, main td, main h3, .option')]"
        ".filter((one) => one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).overflow === 'hidden')"
        ".map((one) => one.textContent)"
    )
    assert cut == []


def test_print_has_the_sentences_and_not_the_controls(opened: Opener) -> None:
    page = opened(f"#v=plans&n={GATE}").page
    page.emulate_media(media="print")
    expect(page.locator("#filters-body")).to_be_hidden()
    expect(page.locator(".search")).to_be_hidden()
    expect(page.locator("#view-plans mark").first).to_be_visible()
    expect(page.locator("#panel mark").first).to_be_visible()
    assert page.evaluate(
        "document.querySelector('main').scrollHeight <= document.querySelector('main').clientHeight + 1"
    )


def test_print_has_the_graph_as_a_drawing_of_its_own_and_its_things_as_a_list(opened: Opener) -> None:
    shown = opened(f"#v=graph&n={GATE}")
    page = shown.page
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(page.locator("#canvas")).to_be_hidden()
    drawing = page.locator("#print-drawing svg")
    expect(drawing).to_be_visible()
    drawn = set(drawing.locator("g > title").all_text_contents())
    assert "Harbour\\Gate" in drawn
    assert {text.strip() for text in page.locator(".listing li").all_inner_texts()} == drawn
    box, panel = drawing.bounding_box(), page.locator("#panel").bounding_box()
    assert box is not None
    assert panel is not None
    assert box["y"] < panel["y"], "the drawing stands before the facts"
    shown.assert_quiet()


def test_on_a_narrow_window_the_drawing_stands_before_the_facts(opened: Opener) -> None:
    page = opened(f"#v=graph&n={GATE}", width=390).page
    canvas, panel = page.locator("#canvas").bounding_box(), page.locator("#panel").bounding_box()
    assert canvas is not None
    assert panel is not None
    assert canvas["y"] + canvas["height"] <= panel["y"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_theme_follows_the_system_until_the_reader_chooses(opened: Opener, scheme: str) -> None:
    page = opened(color_scheme=scheme).page
    paper = "getComputedStyle(document.body).backgroundColor"
    first = page.evaluate(paper)
    expect(page.locator("#theme")).to_have_attribute("aria-pressed", str(scheme == "dark").lower())
    page.locator("#theme").click()
    assert page.evaluate(paper) != first
    page.locator("#theme").click()
    assert page.evaluate(paper) == first


@pytest.mark.parametrize(
    ("state", "lines"),
    [
        ("#v=overview", ['- heading "3 sections" [level=2]', '- heading "I FOREWORD" [level=3]']),
        ("#v=graph", ['- toolbar "Graph":', 'application "Drawing of the graph.']),
        ("#v=figures", ['- table "Changes in percent":', '- heading "All 5 figures" [level=2]']),
        ("#v=plans", ['- heading "Due first half of 2021 1 plan" [level=2]']),
        ("#v=facts", ['- heading "15 facts" [level=2]', '- columnheader "Sentence']),
    ],
)
def test_a_screen_reader_gets_the_structure(opened: Opener, state: str, lines: list[str]) -> None:
    tree = opened(state).page.locator("main").aria_snapshot()
    for line in lines:
        assert line in tree


def _axe() -> Path | None:
    named = os.environ.get("AXE_CORE")
    choices = [Path(named)] if named else []
    choices.append(Path("node_modules/axe-core/axe.min.js"))
    return next((path for path in choices if path.is_file()), None)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    "state", [*STATES, f"#v=plans&n={GATE}", "#n=nobody", "#v=facts&q=nothing-at-all", "#v=graph&m=1"]
)
def test_axe_finds_nothing(opened: Opener, state: str, scheme: str) -> None:
    axe = _axe()
    if axe is None:
        pytest.skip(NO_AXE)
    page = opened(state, color_scheme=scheme).page
    page.evaluate(axe.read_text(encoding="utf-8"))
    found = page.evaluate("axe.run(document, { resultTypes: ['violations'] })")["violations"]
    brief = [(one["id"], [node["html"][:120] for node in one["nodes"]][:3]) for one in found]
    assert not brief, json.dumps(brief, indent=1)


def test_axe_finds_nothing_on_a_page_without_facts(opened: Opener) -> None:
    axe = _axe()
    if axe is None:
        pytest.skip(NO_AXE)
    for state in STATES:
        page = opened(state, facts=made_up_facts(0)).page
        page.evaluate(axe.read_text(encoding="utf-8"))
        found = page.evaluate("axe.run(document, { resultTypes: ['violations'] })")["violations"]
        assert [one["id"] for one in found] == [], state
