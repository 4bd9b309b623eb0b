"""The steps from the bytes of a report to what it says, in order."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from customs_kg.builders.actions.actions import in_order, report_actions, report_denials
from customs_kg.builders.actions.aimed_rows import aimed_rows
from customs_kg.builders.actions.changes import read_changes
from customs_kg.builders.actions.statements import find_denials, find_statements
from customs_kg.builders.actions.stretches import planned_stretches
from customs_kg.builders.contradictions.contradictions import contradictions
from customs_kg.builders.coverage import find_unread
from customs_kg.builders.document import Document, read_document
from customs_kg.builders.figures.disagreements.compare import compare
from customs_kg.builders.figures.figures import read_figures
from customs_kg.builders.parse import parse_passage
from customs_kg.builders.reading.text import decode_report
from customs_kg.builders.relations.posts.memberships import read_memberships
from customs_kg.builders.relations.posts.tenures import read_editions, read_tenures
from customs_kg.builders.relations.relations import read_claims
from customs_kg.builders.things.things import Things, find_things
from customs_kg.graph.identifiers import mint_thing
from customs_kg.graph.model import Entity, Report, ReportFacts, ReportText


def read_report(data: bytes, name: str, *, original_sha256: str = "", pages: tuple[int, ...] = ()) -> ReportFacts:
    """Everything that a report says, from the bytes of its text.

    Args:
        data: UTF-8 text, with or without a byte-order mark.
        name: the file's name, for messages and for the graph.
        original_sha256: digest of the file that the text was taken out of, if it was.
        pages: offsets at which the pages of that file begin.

    Raises:
        InputError: the bytes are empty, binary or not UTF-8.
    """
    with _collector_paused():
        return _facts(replace(decode_report(data, name), original_sha256=original_sha256, pages=pages))


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Keeps Python's search for cycles out of a reading, which makes small tuples by the thousand and no cycles."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _facts(text: ReportText) -> ReportFacts:
    """Everything that a report says, from its text."""
    document = read_document(text)
    things = find_things(document)
    parses = [
        parse_passage(passage, [(m.start, m.end) for m in things.in_passage(passage.index) if m.how != "pronoun"])
        for passage in document.passages
    ]
    statements = find_statements(document, things, parses)
    planned = planned_stretches(statements)
    figures = read_figures(document, things, parses, planned)
    stated_actions = report_actions(document, things, statements, figures)
    actions = in_order([*stated_actions, *aimed_rows(document, things, figures, stated_actions)])
    tenures, tenure_claims = read_tenures(document, things)
    changes = read_changes(document, things, parses)
    stated = read_claims(document, things, parses, planned)
    memberships, member_claims, since = read_memberships(document, things, stated)
    claims = [*stated, *tenure_claims, *read_editions(things), *changes.claims, *member_claims]
    discrepancies, derived = compare(figures)
    made = (*tenures, *memberships, *changes.entities)
    entities = _by_iri([*things.entities.values(), *made, *figures.indicators, *figures.concepts])
    return ReportFacts(
        report=_report(document, things),
        text=text,
        sections=document.sections,
        entities=entities,
        claims=tuple(sorted(claims, key=lambda c: (c.subject, c.predicate, c.object, c.modality, c.evidence))),
        observations=(*figures.observations, *derived),
        actions=actions,
        discrepancies=(*discrepancies, *contradictions(document, things, claims, changes, actions)),
        denials=report_denials(document, find_denials(document, things, parses), figures),
        periods=tuple(sorted({*changes.periods, *since}, key=lambda p: p.key)),
        unread=(*figures.unread, *find_unread(document, figures, actions, claims)),
    )


def _by_iri(entities: list[Entity]) -> tuple[Entity, ...]:
    merged = {entity.iri: entity for entity in entities}
    return tuple(merged[iri] for iri in sorted(merged))


def _report(document: Document, things: Things) -> Report:
    agency = things.entities[things.agency]
    year = document.reporting.label
    title = document.title if year in document.title else f"{agency.label} annual report {year}"
    return Report(
        iri=mint_thing("report", things.territory, agency.label, document.reporting.key),
        title=title,
        agency=things.agency,
        territory=things.territory,
        period=document.reporting,
    )
