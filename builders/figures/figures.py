"""The figures of a report: every quantity with its indicator, kind, period, agent and place in the text."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from customs_kg.builders.document import Document
from customs_kg.builders.english.verb_forms import Form
from customs_kg.builders.figures.context.case import RESOLVED, Reading, wholes_last
from customs_kg.builders.figures.context.course import (
    Course,
    enter,
    governing_clause,
    is_denied,
    left_held,
    left_running,
    modality_of,
    spoken_of,
)
from customs_kg.builders.figures.context.dating import read_time
from customs_kg.builders.figures.context.levels import between_levels
from customs_kg.builders.figures.context.measures import Relation, kind_of, read_measure
from customs_kg.builders.figures.context.scene import Scene, lay_out
from customs_kg.builders.figures.context.scope import scopes_of
from customs_kg.builders.figures.evidence import evidence_stretch
from customs_kg.builders.figures.figure import FigureReading, Figures, Key
from customs_kg.builders.figures.indicators import known_indicator, mint_indicator
from customs_kg.builders.figures.meaning.agents import (
    actor_of,
    agent_of,
    bodies_in,
    named_in,
    own_in,
    resolved_pronouns,
    result_of,
)
from customs_kg.builders.figures.meaning.antecedents import with_antecedent
from customs_kg.builders.figures.meaning.inherited import inherited_measure, with_unit_of
from customs_kg.builders.figures.meaning.measured import read_measured
from customs_kg.builders.figures.meaning.seizing import seized_thing
from customs_kg.builders.figures.output import put_out
from customs_kg.builders.figures.short_forms import long_forms
from customs_kg.builders.figures.tables.cell_periods import row_of
from customs_kg.builders.figures.tables.cell_units import in_label_unit
from customs_kg.builders.figures.tables.cells import Cell, read_cell
from customs_kg.builders.figures.time_counts import in_described_time
from customs_kg.builders.parse import Parsed
from customs_kg.builders.quantities.quantity import Quantity
from customs_kg.builders.things.things import Things
from customs_kg.graph.model import Modality, Period, Qualifier

__all__ = ["FigureReading", "Figures", "read_figures"]

_DEFAULTED = Decimal("0.05")


def read_figures(
    document: Document,
    things: Things,
    parses: Sequence[Parsed],
    planned_stretches: Mapping[int, Sequence[tuple[int, int]]] | None = None,
) -> Figures:
    """Reads every quantity of a document.

    Args:
        document: the report.
        things: its named things; their mentions give agents and the operations that figures result from.
        parses: the words and clauses of each passage.
        planned_stretches: by passage, the stretches of reading text that state plans. A figure there gives a
            reading (for a Target) and no observation, unless a finite past tense governs it.
    """
    readings: dict[Key, FigureReading] = {}
    state = Course(document.reporting)
    for passage, parsed in zip(document.passages, parses, strict=True):
        enter(document, passage, parsed, state)
        at = passage.index
        scene = lay_out(passage, parsed, resolved_pronouns(things, at), bodies_in(things, at), own_in(things, at))
        planned = (planned_stretches or {}).get(passage.index, ())
        read = _read_cell if passage.is_cell else _read_passage
        found = read(document, things, scene, state, planned)
        readings |= {_key(r): r for r in found}
    return put_out(document, readings, long_forms((p.text for p in document.passages), _short_forms(things)))


def _short_forms(things: Things) -> dict[str, str]:
    """The acronyms of the named things by their labels in full, the longest first."""
    found = {
        entity.label: alt
        for entity in things.entities.values()
        for alt in entity.alt_labels
        if alt.isupper() and 2 <= len(alt) <= 8 and " " in entity.label
    }
    return dict(sorted(found.items(), key=lambda pair: (-len(pair[0]), pair)))


def _key(reading: FigureReading) -> Key:
    """Where a reading begins; the upper bound of a range counts from its end."""
    return reading.passage, reading.quantity.end if reading.is_upper else reading.quantity.start


def _read_passage(
    document: Document, things: Things, scene: Scene, state: Course, planned: Sequence[tuple[int, int]]
) -> list[FigureReading]:
    read: list[Reading] = []
    found: list[FigureReading] = []
    for quantity in scene.passage.quantities:
        if quantity.start not in scene.places:
            continue
        quantity = in_label_unit(scene.text, quantity, document.currencies)
        quantity = with_unit_of(scene, quantity, read, state.earlier)
        measure = inherited_measure(scene, quantity, read_measure(scene.text, quantity), read)
        if is_denied(scene, quantity):
            continue
        present = _is_left_behind(scene, quantity, planned)
        if modality_of(scene, quantity) in (Modality.PLANNED, Modality.NORMATIVE) and not present:
            measure = replace(measure, goal=True)
        measured = read_measured(scene, quantity, measure, read, state.earlier)
        if measured is None:
            continue
        measured = with_antecedent(scene, quantity, measured, state.topics())
        if measured.rule in ("counted", "subject", "labelled", "of"):
            quantity = in_described_time(quantity, measured.noun)
        read.append(Reading(quantity, measure, replace(measured, topic=state.heading)))
        state.held = left_held(scene, found, state.held)
        plan = _in_plan(scene, quantity, planned) and not present
        reading = _reading(document, things, scene, read[-1], spoken_of(document, scene, quantity, state), plan=plan)
        reading = reading._replace(scopes=scopes_of(scene, quantity, read[-1].measured, state.topics()))
        if present:
            reading = reading._replace(period=state.running, base_period=None, modality=Modality.STANDING)
        reading = between_levels(reading, (*state.figures, *found))
        found += _bounds(reading) if quantity.range_end is not None else [reading]
    state.figures += found
    left = left_running(scene, found, state.running)
    state.told, state.running = state.told or left is not state.running, left
    state.held = left_held(scene, found, state.held)
    state.earlier = wholes_last(read, state.earlier)
    state.unread.append(scene)
    return found


def _bounds(reading: FigureReading) -> list[FigureReading]:
    """A range as two figures: at least this, at most that."""
    upper = abs(reading.quantity.range_end or reading.value)
    upper = -upper if reading.value < 0 else upper
    return [
        reading._replace(qualifier=Qualifier.AT_LEAST),
        reading._replace(qualifier=Qualifier.AT_MOST, value=upper, is_upper=True),
    ]


_ASIDE_OF_YEAR = re.compile(r", \| in (?:19|20)\d\d, ")
_STRONG_NOW = re.compile(r"\b(?:now|currently|today) \|[ -]strong\b")
_FROM = re.compile(r"\bfrom $")
_NEAR = 24  # characters on either side of a figure that hold what these find


def _is_left_behind(scene: Scene, quantity: Quantity, planned: Sequence[tuple[int, int]]) -> bool:
    """As in "reduce it from 17 minutes to 14", "the share, 97% in 2023, must be 98%": where a plan sets out."""
    inside = any(start <= quantity.start < end for start, end in planned)
    if not inside:
        return False
    start, end = quantity.qualifier_start, quantity.end
    around = f"{scene.text[max(0, start - _NEAR) : start]}|{scene.text[end : end + _NEAR]}"
    if _STRONG_NOW.search(around) or _ASIDE_OF_YEAR.search(around):
        return True
    return _FROM.search(scene.text, max(0, start - _NEAR), start) is not None


def _in_plan(scene: Scene, quantity: Quantity, planned: Sequence[tuple[int, int]]) -> bool:
    if not any(start <= quantity.start < end for start, end in planned):
        return False
    clause = governing_clause(scene, quantity)
    brackets = scene.in_brackets(quantity.start)
    told = clause is not None and clause.form in (Form.PAST, Form.PERFECT)
    present_relative = clause is not None and clause.form is Form.PRESENT and clause.role.value == "relative"
    return not (told or present_relative or (brackets is not None and bool(_times_in(scene, brackets))))


def _times_in(scene: Scene, brackets: tuple[int, int]) -> bool:
    return any(brackets[0] <= t.start < brackets[1] for t in scene.passage.times)


def _reading(
    document: Document, things: Things, scene: Scene, reading: Reading, running: Period, *, plan: bool
) -> FigureReading:
    quantity, measure, measured = reading.quantity, reading.measure, reading.measured
    change = measure.relation is Relation.CHANGE
    time = read_time(scene, quantity, measure, running, document.reporting)
    known = known_indicator(measured, quantity.form, change=change or measure.relation is Relation.NEW_LEVEL)
    kind = kind_of(quantity, measure, yearly=time.yearly, planned=plan)
    sign = measure.sign if change else 1
    sure = max(measured.confidence, RESOLVED) if known else measured.confidence
    confidence = sure - (Decimal(0) if time.stated else _DEFAULTED)
    stretch = evidence_stretch(scene, quantity)
    drive = result_of(document, things, scene, quantity, measured)
    return FigureReading(
        passage=scene.passage.index,
        quantity=quantity,
        indicator=known or mint_indicator(things.territory, measured.label),
        label=measured.label,
        kind=kind,
        value=sign * abs(quantity.value) if change else quantity.value,
        unit=quantity.unit,
        stated=quantity.stated,
        exponent=quantity.exponent,
        half_width=quantity.half_width,
        qualifier=quantity.qualifier,
        agent=agent_of(things, scene, quantity, again=measured.rule == "pronoun"),
        seized=seized_thing(quantity, measured),
        actor="" if change else actor_of(scene, quantity),
        period=time.period,
        base_period=time.base,
        result_of=drive,
        modality=modality_of(scene, quantity),
        evidence=scene.passage.segment.text.span(*stretch),
        confidence=confidence,
        rule=f"figure-{measured.rule}",
        breakdown=(drive,) if drive else (),
        planned=plan,
        topic=measured.topic,
        named=named_in(things, scene, quantity, stretch, measured.label),
    )


def _read_cell(
    document: Document, things: Things, scene: Scene, state: Course, planned: Sequence[tuple[int, int]]
) -> list[FigureReading]:
    found: list[FigureReading] = []
    row = row_of(document, scene.passage, state.row_head)
    for quantity in scene.passage.quantities:
        cell = read_cell(scene.passage, quantity, row)
        if cell is None:
            continue
        if cell.opens:
            state.row_head = cell.measured.noun
        found.append(_cell_reading(things, scene, cell)._replace(planned=bool(planned)))
    return found


def _cell_reading(things: Things, scene: Scene, cell: Cell) -> FigureReading:
    quantity, change = cell.quantity, cell.measure.relation is Relation.CHANGE
    known = known_indicator(cell.measured, quantity.form, change=change)
    row = scene.passage.segment.row
    return FigureReading(
        passage=scene.passage.index,
        quantity=quantity,
        indicator=known or mint_indicator(things.territory, cell.measured.label),
        label=cell.measured.label,
        kind=kind_of(quantity, cell.measure, yearly=cell.base is not None),
        value=cell.measure.sign * abs(quantity.value) if change else quantity.value,
        unit=quantity.unit,
        stated=quantity.stated,
        exponent=quantity.exponent,
        half_width=quantity.half_width,
        qualifier=quantity.qualifier,
        agent=things.agency,
        period=cell.period,
        base_period=cell.base,
        result_of=None,
        modality=Modality.ACTUAL,
        evidence=row or scene.passage.segment.span,
        confidence=cell.measured.confidence,
        rule="figure-cell",
        topic=cell.measured.topic,
    )
