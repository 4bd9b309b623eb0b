"""What can be taken away, read back by other programs."""

from __future__ import annotations

import csv
import io
import json
import struct
import xml.etree.ElementTree as ET

import pytest
from playwright.sync_api import Page
from rdflib import Graph

from customs_kg.graph.triples import report_triples
from customs_kg.graph.turtle import write_turtle
from customs_kg.graph.view import build_view
from customs_kg.ontology.iris import CK, ID
from tests.graph.hostile import hostile_facts
from tests.graph.page_browser.conftest import Opener
from tests.graph.sample import sample_facts

pytestmark = pytest.mark.browser

SVG = "{http://www.w3.org/2000/svg}"


def _save(page: Page, kind: str) -> bytes:
    with page.expect_download() as download:
        page.locator("#export > summary").click()
        page.locator(f"#export button[data-export={kind}]").click()
    return download.value.path().read_bytes()


def _graph(data: bytes) -> Graph:
    return Graph().parse(data=data, format="turtle")


def _whole() -> Graph:
    return _graph(write_turtle(report_triples(sample_facts())))


def test_turtle_of_everything_is_part_of_the_graph_and_holds_every_statement(opened: Opener) -> None:
    taken, whole = _graph(_save(opened("#v=facts").page, "ttl")), _whole()
    assert set(taken) <= set(whole)
    view = build_view([sample_facts()])
    subjects = {str(subject) for subject in taken.subjects()}
    assert {ID + one.id for one in (*view.things, *view.statements)} <= subjects
    assert {one for statement in view.statements for one in statement.basis.evidence} <= subjects


def test_turtle_of_a_filter_holds_what_is_shown_only(opened: Opener) -> None:
    taken = _graph(_save(opened("#v=plans&ty=plan").page, "ttl"))
    kinds = {str(kind).removeprefix(CK) for kind in taken.objects(predicate=None)}
    assert "Commitment" in kinds
    assert "Target" in kinds
    assert not {"Claim", "Observation", "Accomplishment"} & kinds
    assert set(taken) <= set(_whole())


def test_turtle_of_one_fact_goes_to_the_clipboard(opened: Opener) -> None:
    figure = build_view([sample_facts()]).figures[0]
    page = opened(f"#f={figure.id}", permissions=["clipboard-read", "clipboard-write"]).page
    page.get_by_role("button", name="Copy as Turtle").click()
    page.wait_for_selector("#toast:visible")
    taken = _graph(page.evaluate("navigator.clipboard.readText()").encode())
    assert set(taken) <= set(_whole())
    assert ID + figure.id in {str(subject) for subject in taken.subjects()}


def test_csv_has_a_row_for_each_fact(opened: Opener) -> None:
    rows = list(csv.DictReader(io.StringIO(_save(opened("#v=facts").page, "csv").decode("utf-8-sig"), newline="")))
    view = build_view([sample_facts()])
    assert {row["id"] for row in rows} == {ID + statement.id for statement in view.statements}
    figure = next(row for row in rows if row["value"] == "4210000000")
    assert figure["subject"] == "trade value"
    assert figure["sentence"].startswith("Trade worth BHD 4.21 billion")


def test_csv_holds_no_formula(opened: Opener) -> None:
    page = opened("#v=facts", facts=hostile_facts()).page
    rows = list(csv.reader(io.StringIO(_save(page, "csv").decode("utf-8-sig"), newline="")))
    assert len({len(row) for row in rows}) == 1
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@"))]


def test_json_has_the_sentences(opened: Opener) -> None:
    value = json.loads(_save(opened("#v=facts&mo=planned").page, "json"))
    assert len(value["facts"]) == 3
    assert {fact["modality"] for fact in value["facts"]} == {"planned"}
    for fact in value["facts"]:
        for said in fact["sentences"]:
            assert 0 <= said["start"] < said["end"] <= len(said["text"])


def test_svg_of_the_drawing_is_xml_with_a_text_for_each_thing(opened: Opener) -> None:
    page = opened("#v=graph&m=1").page
    root = ET.fromstring(_save(page, "svg"))  # noqa: S314  (our own page)
    texts = {"".join(text.itertext()) for text in root.iter(f"{SVG}text")}
    assert {thing.label for thing in build_view([sample_facts()]).things} <= texts


def test_svg_of_hostile_names_is_still_xml(opened: Opener) -> None:
    for state in ("#v=graph", "#v=figures"):
        root = ET.fromstring(_save(opened(state, facts=hostile_facts()).page, "svg"))  # noqa: S314  (our own page)
        assert not [element.tag for element in root.iter() if element.tag.endswith(("script", "img"))]


@pytest.mark.parametrize("state", ["#v=graph", "#v=figures"])
def test_png_is_a_picture_with_something_on_it(opened: Opener, state: str) -> None:
    data = _save(opened(state).page, "png")
    width, height = struct.unpack(">II", data[16:24])
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    assert width >= 1500
    assert height >= 100
    assert len(data) > 5000


@pytest.mark.parametrize("state", ["#v=overview", "#v=plans", "#v=facts"])
def test_only_views_with_a_picture_offer_one(opened: Opener, state: str) -> None:
    page = opened(state).page
    kinds = page.locator("#export button").evaluate_all("all => all.map((one) => one.dataset.export)")
    assert kinds == ["ttl", "csv", "json"]
