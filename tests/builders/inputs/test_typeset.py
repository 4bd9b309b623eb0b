"""The digest set by WeasyPrint, with the ligatures of its fonts and justified lines, in one and two columns."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from customs_kg.builders.inputs.source import read_source_text
from customs_kg.builders.pipeline import read_report
from customs_kg.graph.model import ReportFacts
from tests.builders.inputs.documents import as_html, parts_of
from tests.builders.inputs.test_equal_graphs import DIGEST, figure, text_facts
from tests.builders.inputs.test_printed import STYLE, letters

try:
    import weasyprint  # type: ignore[import-untyped]
except (ImportError, OSError):  # it loads Pango, a library of the system
    pytest.skip("WeasyPrint or the Pango library is not installed", allow_module_level=True)


@pytest.fixture(scope="module", params=[1, 2])
def typeset(request: pytest.FixtureRequest) -> tuple[int, ReportFacts]:
    """The number of columns, and what is read out of the file."""
    page = as_html(parts_of(DIGEST.decode("utf-8"))).decode("utf-8").replace("</head>", STYLE % request.param)
    # WeasyPrint sets no table across columns: it stands below them.
    page = page.replace("<table>", "</main><table>").replace("</table>", "</table><main>")
    found = read_source_text(weasyprint.HTML(string=page).write_pdf() or b"", "digest.pdf")
    assert len(found.pages) > 5
    return request.param, read_report(found.data, found.name, original_sha256=found.original, pages=found.pages)


def test_the_letters_of_a_ligature_stay_in_their_word(typeset: tuple[int, ReportFacts]) -> None:
    words = set(re.findall(r"\w*f[fil]\w*", DIGEST.decode("utf-8")))
    assert len(words) > 30
    assert words - set(re.findall(r"\w+", typeset[1].text.text)) == set()


def test_the_things_and_figures_are_the_same(typeset: tuple[int, ReportFacts]) -> None:
    expected = text_facts()
    found = {(e.iri, e.cls, e.label) for e in typeset[1].entities}
    assert found == {(e.iri, e.cls, e.label) for e in expected.entities}
    assert Counter(map(figure, typeset[1].observations)) == Counter(map(figure, expected.observations))


def test_the_relations_results_and_plans_are_the_same(typeset: tuple[int, ReportFacts]) -> None:
    def said(report: ReportFacts) -> Counter[object]:
        claims = ((c.subject, c.predicate, c.object, c.modality) for c in report.claims)
        actions = ((a.action_type, a.acts_on, letters(a.description), a.due) for a in report.actions)
        return Counter([*claims, *actions])

    columns, report = typeset
    assert said(report) - said(text_facts()) == Counter()
    # Known: of two narrow columns, one sentence that runs on in the next column is lost.
    assert (said(text_facts()) - said(report)).total() <= columns - 1
