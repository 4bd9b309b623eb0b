"""The drawing: neighbourhoods, the way between two things, the whole map, by mouse and by keyboard."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.graph.made_up import made_up_facts
from tests.graph.page_browser.conftest import Opener

pytestmark = pytest.mark.browser

AGENCY = "agency-xr-ruritania-customs"
GATE = "system-xr-harbour-gate"
LANTERN = "operation-xr-lantern-2020"
TERRITORY = "place-xr-ruritania"
AGENCY_BLUE = (0x2F, 0x6D, 0xB3)
OPERATION_PURPLE = (0x8B, 0x3F, 0xA0)


def _caption(page: Page) -> str:
    return page.locator("#graph-caption > span").inner_text()


def _ink(page: Page) -> int:
    """How many pixels of the drawing are not transparent."""
    count: int = page.evaluate(
        "() => { const c = document.querySelector('#canvas canvas');"
        " const d = c.getContext('2d').getImageData(0, 0, c.width, c.height).data;"
        " let n = 0; for (let i = 3; i < d.length; i += 4) if (d[i]) n += 1; return n; }"
    )
    return count


def test_the_neighbourhood_grows_with_the_steps(opened: Opener) -> None:
    shown = opened(f"#v=graph&n={LANTERN}")
    page = shown.page
    steps = page.get_by_role("group", name="Steps away from the middle")
    counts = [int(text) for text in steps.locator(".count").all_inner_texts()]
    assert counts == sorted(counts)
    assert counts[0] == 3
    assert _caption(page) == "Round Lantern 2020: 4 things and 3 links drawn."
    steps.get_by_role("button", name=re.compile("^2 steps")).click()
    assert f"{counts[1] + 1} things" in _caption(page)
    assert _ink(page) > 500
    shown.assert_quiet()


def test_at_most_150_things_are_drawn_and_the_rest_is_said(opened: Opener) -> None:
    page = opened("#v=graph&d=3", facts=made_up_facts(500)).page
    drawn = re.search(r": (\d+) things", _caption(page))
    assert drawn
    assert 30 < int(drawn.group(1)) <= 60
    page.get_by_role("button", name="Draw 150").click()
    assert "150 things" in _caption(page)
    assert re.search(r", \d+ not drawn\.$", _caption(page))


def test_the_whole_map_is_a_button_with_its_size(opened: Opener) -> None:
    page = opened("#v=graph", facts=made_up_facts(300)).page
    page.get_by_role("button", name="Whole map (300 things)").click()
    assert _caption(page).startswith("300 things")
    assert page.url.endswith("m=1")


def test_the_way_between_two_things_has_a_sentence_for_each_hop(opened: Opener) -> None:
    page = opened(f"#v=graph&n={LANTERN}").page
    page.get_by_label("Way to").fill("Ruritania")
    page.get_by_role("button", name="Find").click()
    hops = page.locator(".hops li")
    expect(hops.last).to_contain_text("within Ruritania")
    assert hops.count() == hops.locator(".quote:first-of-type mark").count() == 3
    assert _caption(page) == f"Lantern 2020 and Ruritania: {hops.count()} steps apart."


def test_a_way_to_something_unknown_is_said(opened: Opener) -> None:
    page = opened(f"#v=graph&n={LANTERN}&p=thing-of-another-report").page
    assert _caption(page).startswith("The other end of the way is not in this report. Round Lantern 2020")


def test_no_way_is_said(opened: Opener) -> None:
    page = opened(f"#v=graph&n={LANTERN}&p=person-xr-rudolf-red-ohara").page
    assert _caption(page).startswith("No way between Lantern 2020 and Rudolf")


def test_planned_links_are_dashed_and_all_links_of_a_pair_are_drawn(opened: Opener) -> None:
    page = opened(f"#v=graph&n={GATE}").page
    with page.expect_download() as download:
        page.locator("#export > summary").click()
        page.get_by_role("button", name="SVG").click()
    text = download.value.path().read_text(encoding="utf-8")
    paths = re.findall(r'<path d="(M[^"]*Q[^"]*)"([^>]*)>', text)
    ends = [re.sub(r"Q\S+ \S+", "", d) for d, _ in paths]
    dashed = [d for d, rest in paths if "stroke-dasharray" in rest]
    assert len(paths) == 4
    assert len(dashed) == 3
    assert len(set(ends)) < len(paths), "the agency and the system are joined twice"
    assert len({d for d, _ in paths}) == len(paths), "and both links are seen"


def test_another_way_goes_round_a_thing_and_can_come_back(opened: Opener) -> None:
    shown = opened(f"#v=graph&n={LANTERN}&p={TERRITORY}")
    page = shown.page
    before = page.locator(".hops li").count()
    page.get_by_role("button", name="Another way, not through Ruritania Customs").click()
    assert "Ruritania Customs" not in page.locator("#graph-below").inner_text()
    assert page.locator(".hops li").count() > before or _caption(page).startswith("No other way between")
    assert f"x={AGENCY}" in page.url
    page.get_by_role("button", name="Not through Ruritania Customs").click()
    expect(page.locator(".hops li")).to_have_count(before)
    shown.assert_quiet()


def _middle_of(page: Page, colour: tuple[int, int, int]) -> tuple[float, float]:
    """The middle of what is drawn in a colour, on the screen."""
    box = page.locator("#canvas canvas").bounding_box()
    assert box is not None
    x, y = page.evaluate(
        "(rgb) => { const c = document.querySelector('#canvas canvas');"
        " const d = c.getContext('2d').getImageData(0, 0, c.width, c.height).data; const at = [];"
        " for (let i = 0; i < d.length; i += 4) if (rgb.every((v, n) => d[i + n] === v)) at.push(i / 4);"
        " const mean = (all) => all.reduce((a, b) => a + b, 0) / all.length;"
        " return [mean(at.map((i) => i % c.width)) / c.width,"
        " mean(at.map((i) => Math.floor(i / c.width))) / c.height]; }",
        list(colour),
    )
    return box["x"] + x * box["width"], box["y"] + y * box["height"]


def test_a_thing_selected_leaves_the_drawing_as_it_is(opened: Opener) -> None:
    shown = opened(f"#v=graph&n={AGENCY}&o={LANTERN}")
    page = shown.page
    assert _caption(page).startswith("Round Lantern 2020")
    expect(page.locator("#panel h2")).to_have_text("Ruritania Customs")
    page.get_by_role("link", name="Put it in the middle").click()
    assert _caption(page).startswith("Round Ruritania Customs")
    expect(page.get_by_role("link", name="Put it in the middle")).to_have_count(0)
    page.go_back()
    assert _caption(page).startswith("Round Lantern 2020")


def test_a_thing_that_is_not_drawn_round_the_middle_gets_its_own_drawing(opened: Opener) -> None:
    page = opened(f"#v=graph&n={TERRITORY}&o={LANTERN}").page
    assert _caption(page).startswith("Round Ruritania:")


def test_two_clicks_put_a_thing_in_the_middle_though_the_first_opens_the_panel(opened: Opener) -> None:
    page = opened(f"#v=graph&n={LANTERN}").page
    page.get_by_role("button", name="Close the panel").click()
    page.goto(f"{page.url.split('#')[0]}#v=graph&o={LANTERN}")
    expect(page.locator("#panel")).to_be_hidden()
    page.mouse.dblclick(*_middle_of(page, AGENCY_BLUE))
    expect(page.locator("#graph-caption > span")).to_contain_text("Round Ruritania Customs:")
    expect(page.locator("#panel h2")).to_have_text("Ruritania Customs")


def test_one_click_and_the_space_key_show_the_facts_and_keep_the_drawing(opened: Opener) -> None:
    page = opened(f"#v=graph&o={LANTERN}").page
    page.mouse.click(*_middle_of(page, AGENCY_BLUE))
    expect(page.locator("#panel h2")).to_have_text("Ruritania Customs")
    assert _caption(page).startswith("Round Lantern 2020")
    page.locator("#canvas").focus()
    page.keyboard.press("ArrowLeft")
    said = page.locator("#live").inner_text().split(",")[0]
    page.keyboard.press(" ")
    expect(page.locator("#panel h2")).to_have_text(said)
    assert _caption(page).startswith("Round Lantern 2020")


def test_a_click_on_a_line_or_its_wording_opens_its_fact(opened: Opener) -> None:
    shown = opened(f"#v=graph&o={LANTERN}")
    page = shown.page
    (x, y), (to_x, to_y) = _middle_of(page, OPERATION_PURPLE), _middle_of(page, AGENCY_BLUE)
    page.mouse.click((x + to_x) / 2, (y + to_y) / 2)
    expect(page.locator("#panel dl")).to_contain_text("conducted by")
    expect(page.locator("#panel mark").first).to_be_visible()
    assert _caption(page).startswith("Round Lantern 2020")


def test_what_is_said_of_two_things_stands_together(opened: Opener) -> None:
    shown = opened(f"#v=graph&n={AGENCY}&w={GATE}")
    panel = shown.page.locator("#panel")
    expect(panel.locator("h2")).to_have_text("Ruritania Customs and Harbour\\Gate")
    count = int(panel.locator(".meta").first.inner_text().split()[0])
    assert count == panel.locator(".said").count() > 1
    assert panel.locator(".said mark").count() >= count
    panel.get_by_role("link", name="Details").first.click()
    panel.get_by_role("link", name="‹ Ruritania Customs and").click()
    panel.get_by_role("link", name="‹ Ruritania Customs").click()
    expect(panel.locator("h2")).to_have_text("Ruritania Customs")
    shown.assert_quiet()


@pytest.mark.parametrize("width", [390, 800, 1440])
def test_many_neighbours_stand_in_columns_with_the_wording_of_each(opened: Opener, width: int) -> None:
    page = opened("#v=graph", facts=made_up_facts(300), width=width).page
    with page.expect_download() as download:
        page.locator("#export > summary").click()
        page.get_by_role("button", name="SVG").click()
    text = download.value.path().read_text(encoding="utf-8")
    things = re.findall(r'<g transform="translate\((-?\d+) (-?\d+)\)"><title>', text)
    drawn = re.search(r": (\d+) things", _caption(page))
    assert drawn
    assert len(set(things)) == len(things) == int(drawn.group(1))
    level = re.findall(r'<path d="M[^"]*C[^"]*"', text)
    wordings = re.findall(r'<text [^>]*font-size="11"[^>]*>([^<]+)<', text)
    assert len(level) == len(wordings) == len(things) - 1
    sides = {int(x) > 0 for x, _ in things if x != "0"}
    assert sides == ({True, False} if width == 1440 else {True})


def test_a_click_on_the_thing_in_the_middle_opens_its_facts(opened: Opener) -> None:
    page = opened(f"#v=graph&o={LANTERN}").page
    expect(page.locator("#panel")).to_be_hidden()
    page.mouse.click(*_middle_of(page, OPERATION_PURPLE))
    expect(page.locator("#panel h2")).to_have_text("Lantern 2020")


def test_arrows_move_and_enter_puts_in_the_middle(opened: Opener) -> None:
    page = opened(f"#v=graph&n={LANTERN}").page
    page.locator("#canvas").focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator("#live")).to_contain_text(re.compile("fact"))
    said = page.locator("#live").inner_text().split(",")[0]
    page.keyboard.press("Enter")
    expect(page.locator("#panel h2")).to_have_text(said)
    assert _caption(page).startswith(f"Round {said}:")


def test_tab_leaves_the_drawing(opened: Opener) -> None:
    page = opened(f"#v=graph&n={LANTERN}").page
    page.locator("#canvas").focus()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('#canvas')") is None


def test_zoom_and_fit_by_buttons_and_keys(opened: Opener) -> None:
    page = opened(f"#v=graph&n={AGENCY}").page
    before = _ink(page)
    page.get_by_role("button", name="Zoom in").click()
    page.wait_for_timeout(200)
    assert _ink(page) != before
    page.get_by_role("button", name="Fit").click()
    page.locator("#canvas").focus()
    page.keyboard.press("+")
    page.keyboard.press("0")
    page.wait_for_timeout(200)
    assert _ink(page) == pytest.approx(before, rel=0.05)


def test_a_filter_by_kind_fades_but_keeps_the_neighbourhood(opened: Opener) -> None:
    page = opened(f"#v=graph&n={AGENCY}").page
    caption = _caption(page)
    before = _ink(page)
    page.locator("#filters .option", has_text="Metrics").click()
    page.wait_for_timeout(200)
    assert _caption(page) == caption
    assert _ink(page) != before


def test_the_things_drawn_are_also_a_list(opened: Opener) -> None:
    page = opened(f"#v=graph&n={LANTERN}").page
    page.get_by_text("The 4 things drawn, as a list").click()
    expect(page.locator(".listing li")).to_have_count(4)
    page.locator(".listing").get_by_role("link", name="cigarettes").click()
    expect(page.locator("#panel h2")).to_have_text("cigarettes")


def test_nothing_moves_on_its_own(opened: Opener) -> None:
    page = opened("#v=graph", facts=made_up_facts(60), reduced_motion="reduce").page
    first = page.screenshot()
    page.wait_for_timeout(300)
    assert page.screenshot() == first
