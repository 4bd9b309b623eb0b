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
    assert "60 things" in _caption(page)
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


def test_a_click_on_a_thing_opens_its_facts(opened: Opener) -> None:
    page = opened(f"#v=graph&n={LANTERN}").page
    page.get_by_role("button", name="Close the panel").click()
    page.goto(page.url.split("#")[0] + f"#v=graph&n={LANTERN}")
    box = page.locator("#canvas").bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + box["width"] / 2 + 5, box["y"] + box["height"] / 2 + 5)
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
