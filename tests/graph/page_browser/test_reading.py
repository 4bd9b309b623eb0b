"""What a reader finds on the page, view by view."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from playwright.sync_api import Page, expect

from customs_kg.graph.model import MeasureKind, Period
from customs_kg.graph.view import build_view
from tests.graph import sample
from tests.graph.made_up import made_up_facts
from tests.graph.page_browser.conftest import Opener

pytestmark = pytest.mark.browser

VIEWS = ("overview", "graph", "figures", "plans", "facts")
GATE = "system-xr-harbour-gate"


def _ids(page: Page) -> set[str]:
    found: list[str] = page.eval_on_selector_all("#view-facts [data-id]", "all => all.map((one) => one.dataset.id)")
    return set(found)


def test_the_first_view_is_the_sections_of_the_report(opened: Opener) -> None:
    page = opened().page
    expect(page.get_by_role("heading", level=1)).to_have_text("Ruritania Customs annual report 2020")
    cards = page.locator("#view-overview .card[aria-labelledby]")
    expect(cards.locator("h3")).to_have_text(["I FOREWORD", "II CONTROL", "III PLANS"])
    expect(cards.first).to_contain_text("BHD 4.21 billion")
    expect(page.locator("#view-overview")).to_contain_text("1 disagreement in the report")


def test_a_glance_shows_what_disagrees_changes_and_is_promised(opened: Opener) -> None:
    page = opened().page
    cards = page.locator(".glance .card")
    expect(cards.locator("h3")).to_have_text(
        ["Where it disagrees with itself", "Largest changes", "Plans with a target or date"]
    )
    expect(cards.nth(0)).to_contain_text("BHD 4.21 billion / BHD 4.23 billion")
    expect(cards.nth(1).locator("strong")).to_have_text(["3.5 percent"])
    expect(cards.nth(2)).to_contain_text("one fifth")
    cards.nth(0).get_by_role("link").first.click()
    expect(page.locator("#panel mark").first).to_be_visible()
    expect(page.locator("#panel .warning")).to_be_visible()


def test_each_of_the_five_kinds_has_a_filter_with_its_count(opened: Opener) -> None:
    page = opened().page
    for name, count in (("Agencies", 3), ("Operations", 1), ("Programmes", 0), ("Agreements", 0), ("Metrics", 5)):
        option = page.locator("#filters .option", has_text=name)
        expect(option.locator(".count")).to_have_text(str(count))
        expect(option.locator("svg")).to_have_count(1)


def test_a_thing_shows_its_facts_each_with_the_exact_sentence(opened: Opener) -> None:
    panel = opened(f"#v=overview&n={GATE}").page.locator("#panel")
    expect(panel.get_by_role("heading", level=2)).to_have_text("Harbour\\Gate")
    expect(panel.get_by_text("Also called Harbor\\Gate")).to_be_visible()
    expect(panel.locator("h3")).to_have_text(["Relations 1", "Plans 1", "Results 1"])
    marked = panel.locator("mark").all_inner_texts()
    assert "We launched the Harbour\\Gate system" in marked
    assert marked.count("In the first half of 2021 we will extend Harbour\\Gate to the port of Strelsau") == 2


def test_a_fact_shows_its_span_in_its_surroundings(opened: Opener) -> None:
    figure = build_view([sample.sample_facts()]).figures[1]
    panel = opened(f"#f={figure.id}").page.locator("#panel")
    quote = panel.locator(".quote")
    expect(quote.locator("mark")).to_have_text("Trade value: BHD 4.23 billion")
    expect(quote.locator(".around").first).to_have_text("The port of Strelsau lies there. ")
    expect(quote.locator("figcaption")).to_contain_text("II CONTROL · about character 433 of ruritania.txt")
    expect(panel).to_contain_text("97 % sure")
    expect(panel.locator("dl")).to_contain_text("In base units4,230,000,000")
    expect(panel.locator(".warning")).to_contain_text("Trade value in 2020 is 4.21 billion in I")


def test_disagreeing_figures_stand_side_by_side(opened: Opener) -> None:
    sides = opened("#v=figures").page.locator(".disagree .sides > div")
    expect(sides).to_have_count(2)
    assert {text.splitlines()[0] for text in sides.all_inner_texts()} == {"BHD 4.21 billion", "BHD 4.23 billion"}


def test_charts_have_their_numbers_as_a_table(opened: Opener) -> None:
    chart = opened("#v=figures").page.locator("table[data-chart=changes]")
    expect(chart.get_by_role("row")).to_have_count(2)
    expect(chart.locator("tbody th a")).to_have_text("smuggling cases")
    expect(chart.locator("td.number")).to_have_text("3.5 percent")


def test_bars_are_to_scale(opened: Opener) -> None:
    page = opened("#v=figures", facts=made_up_facts(120)).page
    bars = page.eval_on_selector_all(
        "table[data-chart=changes] tbody tr",
        "rows => rows.map((row) => [parseFloat(row.querySelector('.number').textContent),"
        " Number(row.querySelector('.fill').getAttribute('width'))])",
    )
    unit = max(width / abs(value) for value, width in bars if abs(value) > 5)
    assert len(bars) > 3
    for value, width in bars:
        assert width == pytest.approx(abs(value) * unit, abs=1.01)


def test_plans_name_who_what_when_and_the_words(opened: Opener) -> None:
    page = opened("#v=plans").page
    plans = page.locator("#view-plans .plan")
    expect(plans).to_have_count(2)
    expect(page.locator("#view-plans h2", has_text="Due first half of 2021")).to_be_visible()
    expect(plans.first).to_contain_text("Ruritania Customs")
    expect(plans.first.locator(".beside")).to_contain_text("We launched the Harbour\\Gate system")
    expect(plans.last).to_contain_text("one fifth")
    expect(plans.last).to_contain_text("the year after the report’s")
    expect(plans.last.locator("mark")).to_have_text("Next year we will cut release time by one fifth")


def test_plans_are_counted_and_grouped_by_section(opened: Opener) -> None:
    page = opened("#v=plans").page
    expect(page.locator("#view-plans > p.meta")).to_have_text(
        "2 plans: 1 with a stated date, 1 with a target, 1 with something done so far."
    )
    expect(page.locator("#view-plans .group-title")).to_have_text(["III PLANS 1", "III PLANS 1"])


def test_the_table_marks_the_span_in_the_sentence(opened: Opener) -> None:
    page = opened("#v=facts").page
    marked = page.locator("table.rows tbody tr", has_text="4.23 billion").first.locator("mark")
    expect(marked).to_have_text("Trade value: BHD 4.23 billion")


def test_every_fact_is_in_the_table_of_all_facts(opened: Opener) -> None:
    view = build_view([sample.sample_facts()])
    page = opened("#v=facts").page
    assert _ids(page) >= {statement.id for statement in view.statements}


def test_every_fact_of_many_pages_is_in_the_table(opened: Opener) -> None:
    facts = made_up_facts(150)
    view = build_view([facts])
    shown = opened("#v=facts", facts=facts)
    found: set[str] = set()
    pages = shown.page.locator(".pages a").count()
    for number in range(1, pages + 1):
        page = shown.go(f"#v=facts&pg={number}")
        page.wait_for_selector(f".pages a[aria-current=page]:text-is('{number}')")
        found |= _ids(page)
    lone = {thing.id for thing in view.things if not thing.links}
    assert found == {statement.id for statement in view.statements} | lone


def test_the_table_sorts_both_ways(opened: Opener) -> None:
    page = opened("#v=facts").page
    page.get_by_role("link", name="Sure").click()
    sure = page.locator("table.rows tbody td:nth-child(6)").all_inner_texts()
    assert sure == sorted(sure, key=lambda text: int(text.split()[0]))
    page.get_by_role("link", name="Sure").click()
    expect(page.locator("th[aria-sort=descending]")).to_contain_text("Sure")
    assert page.locator("table.rows tbody td:nth-child(6)").all_inner_texts() == sure[::-1]


def test_filters_narrow_and_say_what_they_hide(opened: Opener) -> None:
    page = opened("#v=facts").page
    page.locator("#filters .option", has_text="Planned").click()
    expect(page.locator("table.rows tbody tr")).to_have_count(3)
    expect(page.locator("#chips")).to_contain_text("12 facts hidden")
    page.locator("[data-key='types:plan']").click()
    expect(page.locator("table.rows tbody tr")).to_have_count(2)
    page.get_by_role("button", name="Show all").click()
    expect(page.locator("table.rows tbody tr")).to_have_count(15)
    expect(page.locator("#chips")).to_be_hidden()


def test_confidence_and_section_filter_too(opened: Opener) -> None:
    page = opened("#v=facts").page
    page.get_by_label("How sure").select_option("0.9")
    expect(page.locator("table.rows tbody tr")).to_have_count(11)
    page.locator("#filters .option", has_text="III PLANS").click()
    expect(page.locator("table.rows tbody tr")).to_have_count(3)


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("lantern", "Lantern 2020"),
        ("the serv", "Ruritania Customs"),
        ("HARBOR\\", "Harbour\\Gate"),
        ("strels", "port of Strelsau"),
    ],
)
def test_search_finds_labels_and_aliases_as_one_types(opened: Opener, typed: str, first: str) -> None:
    page = opened().page
    page.locator("#search").fill(typed)
    expect(page.get_by_role("option").first.locator(".hit-name")).to_have_text(first)
    page.keyboard.press("Enter")
    expect(page.locator("#panel h2")).to_have_text(first)


def test_search_finds_sentences(opened: Opener) -> None:
    page = opened().page
    page.locator("#search").fill("dog handlers")
    expect(page.locator("#hits .hit-sentence")).to_contain_text("trained all dog handlers in Ruritania")
    page.get_by_role("option", name="All facts with").click()
    expect(page.locator("table.rows tbody tr")).to_have_count(1)


def test_a_metric_with_several_periods_has_them_in_their_order(opened: Opener) -> None:
    facts = sample.sample_facts()
    level = next(o for o in facts.observations if o.kind is MeasureKind.LEVEL and not o.breakdown)
    before = Period("2019", "2019", date(2019, 1, 1), date(2020, 1, 1))
    earlier = replace(level, iri=f"{level.iri}-before", period=before, value=level.value / 2, stated="half of it")
    changed = replace(facts, observations=(*facts.observations, earlier))
    page = opened(f"#n={level.indicator.rsplit('/', 1)[-1]}", facts=changed).page
    rows = page.locator("#panel table.bars tbody tr")
    assert rows.locator("th").all_inner_texts()[0].strip() == "2019"
    assert len(set(rows.locator("th").all_inner_texts())) == 2
    widths = [float(one.get_attribute("width") or 0) for one in rows.locator("rect.fill").all()]
    assert widths[0] == pytest.approx(max(widths) / 2, rel=0.01)
    plain = opened(f"#n={level.indicator.rsplit('/', 1)[-1]}").page
    expect(plain.locator("#panel table.bars")).to_have_count(0)


@pytest.mark.parametrize(
    ("stated", "value", "shown"),
    [
        ("71.9", "71900000000", "71.9 (billion)"),
        ("BHD 1,250", "1250000", "BHD 1,250 (thousand)"),
        ("4.21 billion", "4210000000", "4.21 billion"),
        ("25 km", "25000", "25 km"),
        ("1,250", "1250", "1,250"),
    ],
)
def test_a_scale_that_stands_in_the_head_of_a_table_is_shown(
    opened: Opener, stated: str, value: str, shown: str
) -> None:
    facts = sample.sample_facts()
    first, *rest = facts.observations
    changed = replace(facts, observations=(replace(first, stated=stated, value=Decimal(value)), *rest))
    page = opened(f"#f={first.iri.rsplit('/', 1)[-1]}", facts=changed).page
    expect(page.locator("#panel dd strong")).to_have_text(shown)


def test_an_unknown_link_says_so(opened: Opener) -> None:
    shown = opened("#n=operation-of-another-report")
    expect(shown.page.locator("#panel h2")).to_have_text("Not in this report")
    shown.go("#f=claim-000000000000")
    expect(shown.page.locator("#panel h2")).to_have_text("Not in this report")
    shown.assert_quiet()


def test_a_report_without_facts_says_so(opened: Opener) -> None:
    page = opened(facts=made_up_facts(0)).page
    expect(page.locator("#view-overview .note")).to_have_text("No fact was read out of this report.")


@pytest.mark.parametrize("things", [0, 1, 2, 500])
def test_any_number_of_things(opened: Opener, things: int) -> None:
    shown = opened(facts=made_up_facts(things))
    for view in VIEWS:
        shown.go(f"#v={view}")
        expect(shown.page.locator(f"#view-{view}")).to_be_visible()
        expect(shown.page.locator("main .view:not([hidden])")).to_have_count(1)
    shown.assert_quiet()


def test_two_thousand_things_as_a_map(opened: Opener) -> None:
    shown = opened("#v=graph&m=1", facts=made_up_facts(2000))
    expect(shown.page.locator("#graph-caption")).to_contain_text("2,000 things")
    shown.assert_quiet()


def test_without_scripts_the_facts_are_a_list(opened: Opener) -> None:
    page = opened(java_script_enabled=False).page
    expect(page.locator("noscript dd")).to_have_count(15)
    expect(page.locator("noscript dt", has_text="The port of Strelsau lies there.")).to_be_visible()


def test_long_chinese_and_arabic_names_are_shown_whole(opened: Opener) -> None:
    facts = sample.sample_facts()
    names = ("中华人民共和国海关总署广东分署", "الإدارة العامة للجمارك", "Very long name " * 20)
    entities = tuple(replace(e, label=n) for e, n in zip(facts.entities, names, strict=False))
    changed = replace(facts, entities=(*entities, *facts.entities[len(names) :]))
    for name, entity in zip(names, entities, strict=True):
        shown = opened(f"#v=graph&n={entity.iri.rsplit('/', 1)[-1]}", facts=changed, width=1000)
        expect(shown.page.locator("#panel h2")).to_have_text(name.strip())
        assert shown.page.evaluate("document.documentElement.scrollWidth") <= 1000
        shown.assert_quiet()
