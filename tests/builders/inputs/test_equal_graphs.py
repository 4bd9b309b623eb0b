"""The bundled digest as HTML, Markdown, Word and PDF says what it says as text, but for offsets and pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable
from functools import lru_cache, partial
from importlib.resources import files

import pytest

from customs_kg.builders.inputs.source import SourceText, read_source_text
from customs_kg.builders.pipeline import read_report
from customs_kg.graph.model import Observation, ReportFacts, Span
from tests.builders.inputs.documents import as_docx, as_html, as_markdown, as_pdf, parts_of

DIGEST = files("customs_kg").joinpath("examples", "china-customs-2016-digest.txt").read_bytes()
FORMS: dict[str, Callable[..., bytes]] = {
    "digest.html": as_html,
    "digest.md": as_markdown,
    "digest.docx": as_docx,
    "one-column.pdf": as_pdf,
    "two-columns.pdf": partial(as_pdf, columns=2),
}


@lru_cache(maxsize=1)
def text_facts() -> ReportFacts:
    return read_report(DIGEST, "digest.txt")


@lru_cache(maxsize=len(FORMS))
def source(name: str) -> SourceText:
    return read_source_text(FORMS[name](parts_of(DIGEST.decode("utf-8"))), name)


@lru_cache(maxsize=len(FORMS))
def facts(name: str) -> ReportFacts:
    found = source(name)
    return read_report(found.data, found.name, original_sha256=found.original, pages=found.pages)


def spans_of(report: ReportFacts) -> list[Span]:
    """Where relations, results and plans stand; the rows of a table have dots in the text and blanks elsewhere."""
    claims = [span for claim in report.claims for span in claim.evidence]
    return claims + [span for action in report.actions for span in action.evidence]


def words(text: str) -> str:
    return " ".join(text.split())


def figure(found: Observation) -> Hashable:
    """A figure without its place and its IRI, which depends on it."""
    return (
        found.indicator, found.agent, found.period, found.kind, found.value, found.unit, words(found.stated),
        found.exponent, found.half_width, found.qualifier, found.modality, found.breakdown, found.result_of,
        found.base_period, found.confidence, found.rule,
    )  # fmt: skip


@pytest.mark.parametrize("name", FORMS)
def test_the_things_are_the_same(name: str) -> None:
    expected = {e.iri: (e.cls, e.label, e.alt_labels, e.links, e.notation) for e in text_facts().entities}
    assert len(expected) > 200
    assert {e.iri: (e.cls, e.label, e.alt_labels, e.links, e.notation) for e in facts(name).entities} == expected


@pytest.mark.parametrize("name", FORMS)
def test_the_figures_are_the_same(name: str) -> None:
    expected = Counter(map(figure, text_facts().observations))
    assert expected.total() > 70
    assert Counter(map(figure, facts(name).observations)) == expected


@pytest.mark.parametrize("name", FORMS)
def test_the_relations_results_and_plans_are_the_same(name: str) -> None:
    def said(report: ReportFacts) -> Counter[Hashable]:
        claims = ((c.subject, c.predicate, c.object, c.modality, c.confidence) for c in report.claims)
        actions = (
            (
                a.actor,
                a.action_type,
                a.acts_on,
                words(a.description),
                a.modality,
                a.period,
                a.due,
                a.due_basis,
                a.target,
            )
            for a in report.actions
        )
        return Counter([*claims, *actions])

    assert said(text_facts()).total() > 250
    assert said(facts(name)) == said(text_facts())


@pytest.mark.parametrize("name", FORMS)
def test_the_sections_and_the_report_are_the_same(name: str) -> None:
    assert facts(name).report == text_facts().report
    expected = [(s.order, s.number, s.title, s.parent) for s in text_facts().sections]
    assert [(s.order, s.number, s.title, s.parent) for s in facts(name).sections] == expected


@pytest.mark.parametrize("name", FORMS)
def test_the_discrepancies_are_the_same(name: str) -> None:
    expected = Counter((d.type, d.comment, len(d.involves)) for d in text_facts().discrepancies)
    assert Counter((d.type, d.comment, len(d.involves)) for d in facts(name).discrepancies) == expected


@pytest.mark.parametrize("name", FORMS)
def test_the_evidence_quotes_the_same_words(name: str) -> None:
    def quoted(report: ReportFacts) -> Counter[str]:
        return Counter(words(report.text.text[span.start : span.end]) for span in spans_of(report))

    assert quoted(facts(name)) == quoted(text_facts())


@pytest.mark.parametrize("name", [name for name in FORMS if name.endswith(".pdf")])
def test_every_span_of_a_pdf_has_the_page_on_which_it_was_printed(name: str) -> None:
    import pypdfium2  # type: ignore[import-untyped]

    report, printed = facts(name), pypdfium2.PdfDocument(FORMS[name](parts_of(DIGEST.decode("utf-8"))))
    texts = ["".join(page.get_textpage().get_text_range().split()) for page in printed]
    assert len(texts) == len(report.text.pages) > 4
    for span in spans_of(report):
        page = report.text.page_at(span.start)
        assert page is not None
        # Only the first words: the rest may stand in the next column or on the next page.
        first = _first_words(report.text.text, span)
        assert first in texts[page - 1]


def _first_words(text: str, span: Span) -> str:
    return text[span.start : span.end].split("\n")[0].replace(" ", "")[:20]


@pytest.mark.parametrize("name", [name for name in FORMS if not name.endswith(".pdf")])
def test_what_has_no_pages_gives_none(name: str) -> None:
    assert facts(name).text.pages == ()
    assert facts(name).text.page_at(100) is None


@pytest.mark.parametrize("name", FORMS)
def test_the_original_file_is_pinned_beside_the_text(name: str) -> None:
    import hashlib

    found, report = source(name), facts(name)
    assert report.text.sha256 == hashlib.sha256(found.data).hexdigest()
    assert len(report.text.original_sha256) == 64
    assert report.text.original_sha256 != report.text.sha256
