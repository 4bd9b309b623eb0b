"""The digest printed to PDF by a browser, with its headers and footers, in one and two columns."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from customs_kg.builders.inputs.source import read_source_text
from customs_kg.builders.pipeline import read_report
from customs_kg.graph.model import ReportFacts
from tests.builders.inputs.documents import as_html, parts_of
from tests.builders.inputs.test_equal_graphs import DIGEST, figure, text_facts, words

pytestmark = pytest.mark.browser
STYLE = """<style>
body { font: 10pt/1.3 serif } nav { display: none }
main { columns: %d; column-gap: 8mm; text-align: justify; hyphens: none }
h1 { column-span: all } h2 { break-after: avoid }
table { width: 100%%; column-span: all; break-inside: avoid } td + td { text-align: right }
</style></head>"""


@cache
def chromium() -> str:
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    if path is None:
        reason = "Chromium is not installed (Debian: apt-get install chromium)"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    return path


@pytest.fixture(scope="module", params=[1, 2])
def printed(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> ReportFacts:
    """What is read out of the printed digest."""
    folder: Path = tmp_path_factory.mktemp("printed")
    page = as_html(parts_of(DIGEST.decode("utf-8"))).decode("utf-8")
    (folder / "digest.html").write_text(page.replace("</head>", STYLE % request.param), encoding="utf-8")
    flags = ("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", f"--user-data-dir={folder / 'profile'}")
    command = [chromium(), *flags, f"--print-to-pdf={folder / 'digest.pdf'}", (folder / "digest.html").as_uri()]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    found = read_source_text((folder / "digest.pdf").read_bytes(), "digest.pdf")
    assert len(found.pages) > 5
    return read_report(found.data, found.name, original_sha256=found.original, pages=found.pages)


def test_what_the_browser_adds_to_each_page_is_left_out(printed: ReportFacts) -> None:
    text = printed.text.text
    assert "A page" not in text  # the title, in the header
    assert "file:" not in text  # the address, in the footer
    assert [s.title for s in printed.sections] == [s.title for s in text_facts().sections]


def test_the_things_and_figures_are_the_same(printed: ReportFacts) -> None:
    expected = text_facts()
    assert {(e.iri, e.cls, e.label) for e in printed.entities} == {(e.iri, e.cls, e.label) for e in expected.entities}
    assert Counter(map(figure, printed.observations)) == Counter(map(figure, expected.observations))


def letters(text: str) -> str:
    return words(text).replace("-", "").replace(" ", "")


def test_the_relations_results_and_plans_are_the_same(printed: ReportFacts) -> None:
    def said(report: ReportFacts) -> Counter[object]:
        claims = ((c.subject, c.predicate, c.object, c.modality) for c in report.claims)
        # A word that was broken at its own hyphen ("nation-wide") may read as one word without.
        actions = ((a.action_type, a.acts_on, letters(a.description), a.due) for a in report.actions)
        return Counter([*claims, *actions])

    assert said(printed) == said(text_facts())
