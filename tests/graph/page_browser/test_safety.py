"""Names and sentences are untrusted, and the network is cut."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from customs_kg.graph.view import build_view
from tests.graph.hostile import PAYLOADS, hostile_facts
from tests.graph.page_browser.conftest import Opener
from tests.graph.sample import AGENCY, sample_facts

pytestmark = pytest.mark.browser

FACTS = hostile_facts()
STATES = ["", "#v=graph", "#v=graph&m=1", "#v=figures", "#v=plans", "#v=facts", "#v=facts&so=-sentence&q=script"]
THING = AGENCY.rsplit("/", 1)[-1]


@pytest.mark.parametrize("state", STATES)
def test_nothing_is_asked_of_the_network(opened: Opener, state: str) -> None:
    shown = opened(state)
    shown.page.wait_for_timeout(200)
    shown.assert_quiet()


@pytest.mark.parametrize("state", STATES)
def test_hostile_names_run_no_script(opened: Opener, state: str) -> None:
    shown = opened(f"{state}&n={THING}" if state else f"#n={THING}", facts=FACTS)
    shown.page.wait_for_timeout(200)
    assert shown.page.evaluate("window.__xss") is None
    shown.assert_quiet()


def test_hostile_names_run_no_script_when_each_fact_is_opened(opened: Opener) -> None:
    shown = opened("#v=facts", facts=FACTS)
    for statement in build_view([FACTS]).statements:
        shown.go(f"#v=facts&f={statement.id}")
        expect(shown.page.locator("#panel .meta").first).to_contain_text("sure")
    assert shown.page.evaluate("window.__xss") is None
    shown.assert_quiet()


def test_hostile_names_are_read_as_written(opened: Opener) -> None:
    page = opened(f"#n={THING}", facts=FACTS).page
    expect(page.locator("#panel h2")).to_have_text(f"{PAYLOADS[0]} Ruritania Customs")
    page.locator("#search").fill("<img")
    expect(page.locator("#hits")).to_contain_text(PAYLOADS[2])
    page.locator("#search").fill("<script>")
    assert page.evaluate("window.__xss") is None


@pytest.mark.parametrize(
    "state",
    [
        "#v=<img src=x onerror=window.__xss=1>&n=<script>window.__xss=2</script>",
        "#q=<img src=x onerror=window.__xss=3>&v=facts",
        "#k=<b>&c=<b>&s=99&s=<b>&mo=<b>&cf=<b>&d=NaN&pg=-4&so=<b>&p=<b>&ty=__proto__",
    ],
)
def test_a_hostile_address_does_nothing(opened: Opener, state: str) -> None:
    shown = opened(state)
    assert shown.page.evaluate("window.__xss") is None
    shown.assert_quiet()


def test_the_policy_stops_what_escaping_would_miss(opened: Opener) -> None:
    shown = opened()
    shown.page.evaluate(
        "() => { const image = document.createElement('div');"
        " image['inner' + 'HTML'] = '<img src=x onerror=window.__xss=1>'; document.body.append(image); }"
    )
    shown.page.wait_for_timeout(300)
    assert shown.page.evaluate("window.__xss") is None
    assert any(violation.startswith("script-src") for violation in shown.violations)


def test_the_sample_is_quiet_with_every_thing_opened(opened: Opener) -> None:
    shown = opened("#v=graph")
    for thing in build_view([sample_facts()]).things:
        shown.go(f"#v=graph&n={thing.id}")
        expect(shown.page.locator("#panel h2")).to_have_text(thing.label)
    shown.assert_quiet()
