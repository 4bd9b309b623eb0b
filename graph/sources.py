"""The RDF of a report, its stored text, its sections, and the spans of text that prove or name something."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from pyoxigraph import Triple

from customs_kg.graph.identifiers import evidence_iri, mint_thing, period_iri
from customs_kg.graph.literals import describe, english, hexadecimal, integer, iri, offset, plain
from customs_kg.graph.model import Action, Claim, Observation, ReportFacts, Section, Span
from customs_kg.ontology.errors import InputError
from customs_kg.ontology.iris import CK, DCTERMS, ID, OA, PROV, RDF, RDFS

_CONTEXT = 32  # characters kept before and after a quotation, so that it is found in a re-flowed text


def section_iri(facts: ReportFacts, section: Section) -> str:
    """The IRI of a section: where the report comes from, its year, its place in the text and its title."""
    report = facts.report
    title = section.title or section.number or "untitled"
    return mint_thing("section", f"{report.territory}-{report.period.key}-{section.order:02d}", title)


def text_iri(facts: ReportFacts) -> str:
    """The IRI of a stored text of a report."""
    report, text = facts.report, facts.text
    return f"{ID}text-{report.territory}-{report.period.key}-{text.language}-{text.sha256[:12]}"


def extraction_iri(sha256: str) -> str:
    """The IRI of the activity that read the text with this digest."""
    return f"{ID}extraction-{sha256[:12]}"


def source_triples(facts: ReportFacts) -> Iterator[Triple]:
    """The report, its text, the activity that read it, and its sections."""
    report, text = facts.report, facts.text
    yield from describe(
        report.iri,
        (RDF + "type", iri(CK + "AnnualReport")),
        (RDFS + "label", english(report.title)),
        (DCTERMS + "title", english(report.title)),
        (CK + "reportBy", iri(report.agency)),
        (CK + "reportingPeriod", iri(period_iri(report.period))),
    )
    yield from describe(
        text_iri(facts),
        (RDF + "type", iri(CK + "ReportText")),
        (RDFS + "label", plain(text.name)),
        (DCTERMS + "title", plain(text.name)),
        (DCTERMS + "language", plain(text.language)),
        (CK + "sha256", hexadecimal(text.sha256)),
        *([(CK + "originalSha256", hexadecimal(text.original_sha256))] if text.original_sha256 else []),
        (CK + "textOf", iri(report.iri)),
    )
    yield from describe(
        extraction_iri(text.sha256),
        (RDF + "type", iri(PROV + "Activity")),
        (RDFS + "label", english(f"Extraction of {text.name}")),
        (PROV + "used", iri(text_iri(facts))),
    )
    for section in facts.sections:
        yield from _section(facts, section)


def _section(facts: ReportFacts, section: Section) -> Iterator[Triple]:
    title = section.title or section.number
    printed = f"{section.number}. {title}" if section.number and section.number != title else title
    yield from describe(
        section_iri(facts, section),
        (RDF + "type", iri(CK + "ReportSection")),
        (RDFS + "label", english(printed)),
        (DCTERMS + "title", english(title)),
        (CK + "sectionOrder", integer(section.order)),
        (CK + "sectionOf", iri(facts.report.iri)),
    )


def evidence_triples(facts: ReportFacts) -> Iterator[Triple]:
    """Every span that proves an assertion or names a thing, with the things named inside it."""
    statements: Sequence[Claim | Observation | Action] = (*facts.claims, *facts.observations, *facts.actions)
    stated = (*statements, *facts.assessments)
    mentions = sorted((span, entity.iri) for entity in facts.entities for span in entity.mentions)
    starts = [span.start for span, _ in mentions]
    spans = {span for assertion in stated for span in assertion.evidence} | {span for span, _ in mentions}
    for span in sorted(spans):
        inside = mentions[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
        yield from _span(facts, span, {thing for place, thing in inside if place.end <= span.end})


def _span(facts: ReportFacts, span: Span, named: Iterable[str]) -> Iterator[Triple]:
    text, node = facts.text.text, evidence_iri(facts.text.sha256, span)
    if not 0 <= span.start < span.end <= len(text):
        raise InputError(f"Characters {span.start}-{span.end} lie outside {facts.text.name} ({len(text)} characters).")
    position, quote = f"{node}-pos", f"{node}-quote"
    section, page = _section_at(facts.sections, span.start), facts.text.page_at(span.start)
    before, after = text[max(span.start - _CONTEXT, 0) : span.start], text[span.end : span.end + _CONTEXT]
    yield from describe(
        node,
        (RDF + "type", iri(CK + "EvidenceSpan")),
        (CK + "spanOf", iri(text_iri(facts))),
        *([(CK + "inSection", iri(section_iri(facts, section)))] if section else []),
        *([(CK + "page", integer(page))] if page else []),
        *((CK + "mentions", iri(thing)) for thing in named),
        (OA + "hasSelector", iri(position)),
        (OA + "hasSelector", iri(quote)),
    )
    yield from describe(
        position,
        (RDF + "type", iri(OA + "TextPositionSelector")),
        (OA + "start", offset(span.start)),
        (OA + "end", offset(span.end)),
    )
    yield from describe(
        quote,
        (RDF + "type", iri(OA + "TextQuoteSelector")),
        (OA + "exact", plain(text[span.start : span.end])),
        *([(OA + "prefix", plain(before))] if before else []),
        *([(OA + "suffix", plain(after))] if after else []),
    )


def _section_at(sections: Sequence[Section], start: int) -> Section | None:
    """The innermost section that holds this character."""
    holders = [s for s in sections if s.span.start <= start < s.span.end]
    return min(holders, key=lambda s: (s.span.end - s.span.start, -s.order)) if holders else None
