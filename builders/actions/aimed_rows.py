"""Targets that a table sets for a time after the report: each is a plan to bring its measure up or down to a figure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from customs_kg.builders.actions.actions import target_of
from customs_kg.builders.actions.ahead import is_ahead
from customs_kg.builders.document import Document
from customs_kg.builders.figures.figures import FigureReading, Figures
from customs_kg.builders.things.things import Things
from customs_kg.graph.identifiers import mint_statement
from customs_kg.graph.model import Action, DueBasis, Modality, Target
from customs_kg.ontology.iris import CKT

_CONFIDENCE = Decimal("0.70")


def aimed_rows(document: Document, things: Things, figures: Figures, stated: Sequence[Action]) -> Iterator[Action]:
    """The plans of tables, but for those that prose has stated, in the order of the text."""
    known = {_key(action.target) for action in stated if action.target is not None}
    readings = tuple(figures.readings.values())
    for reading in readings:
        if not _is_aim(document, reading) or _key(target := target_of(reading)) in known:
            continue
        known.add(_key(target))
        code, place = _course(reading, readings), reading.evidence
        yield Action(
            iri=mint_statement("commitment", document.text.sha256, code, "", f"{place.start}-{place.end}"),
            actor=(things.agency,),
            action_type=f"{CKT}action-{code}",
            acts_on=(),
            description=f"{reading.label}: {reading.stated}",
            modality=Modality.PLANNED,
            confidence=_CONFIDENCE,
            evidence=(place,),
            rule="action-target-row",
            due=reading.period,
            due_basis=DueBasis.STATED,
            target=target,
        )


def _is_aim(document: Document, reading: FigureReading) -> bool:
    in_table = document.passages[reading.passage].is_cell
    return in_table and reading.kind.startswith("target") and is_ahead(reading.period, document.reporting)


def _key(target: Target) -> tuple[str, Decimal, str]:
    return target.indicator, target.value, target.unit


def _course(aim: FigureReading, readings: Sequence[FigureReading]) -> str:
    """Which way a measure is to go from the figure that its row gives for an earlier time."""
    same = (
        r for r in readings if (r.indicator, r.unit) == (aim.indicator, aim.unit) and is_ahead(aim.period, r.period)
    )
    before = next((r.value for r in same if not r.kind.startswith("target") and r.rule == aim.rule), None)
    if before is None or before == aim.value:
        return "other"
    return "reduce" if aim.value < before else "increase"
