"""The figures, plans and discrepancies of a graph as plain values, for those who work in Python."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from customs_kg.graph.index import GraphIndex, Quotation
from customs_kg.graph.notebook import Records
from customs_kg.graph.wording import Wording
from customs_kg.ontology.iris import CK, CKT, RDFS


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure at one place of a report. Names are labels, `iri` leads back to the graph."""

    iri: str
    indicator: str
    agent: str
    period: str
    kind: str  # code without its list: "level", "yoy-percent" ...
    value: Decimal  # in base units: 24.33 trillion is 24330000000000
    unit: str
    stated: str  # as printed
    qualifier: str  # "exact", "over" ...
    breakdown: tuple[str, ...]
    result_of: str  # name of the operation that it results from, may be empty
    derived: bool  # computed from other figures, hence without words of its own
    evidence: tuple[Quotation, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a later report says became of a commitment."""

    status: str  # "met", "late", "not-met" ...
    comment: str
    evidence: tuple[Quotation, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """One commitment of a report."""

    iri: str
    actors: tuple[str, ...]
    action: str
    acts_on: tuple[str, ...]
    description: str
    due: str  # label of a period, may be empty
    due_basis: str  # "stated", "reporting-year-plus-one" or "none"
    target: str  # the figure promised, as printed; may be empty
    target_value: Decimal | None
    evidence: tuple[Quotation, ...]
    outcomes: tuple[Outcome, ...] = ()  # by later reports; none means that it is open


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Figures or other statements that cannot all be right. Those that are no figures have their words alone."""

    iri: str
    type: str  # "conflict", "rounding", "date-conflict" ...
    comment: str
    relative_difference: Decimal | None
    figures: tuple[Figure, ...]
    evidence: tuple[Quotation, ...] = ()  # the words of all, in the order of the text


def read_figures(index: GraphIndex) -> Records[Figure]:
    """All figures, in the order of the texts; derived ones last."""
    words = Wording.of_ontology()
    nodes = index.instances(CK + "Observation", CK + "DerivedObservation")
    figures = (_figure(index, words, node) for node in nodes)
    return Records(sorted(figures, key=lambda f: (f.derived, _place(f.evidence), f.iri)))


def read_plans(index: GraphIndex) -> Records[Plan]:
    """All commitments, in the order of the texts."""
    words = Wording.of_ontology()
    outcomes = _outcomes(index)
    plans = (_plan(index, words, outcomes, node) for node in index.instances(CK + "Commitment"))
    return Records(sorted(plans, key=lambda p: (_place(p.evidence), p.iri)))


def read_disagreements(index: GraphIndex) -> Records[Disagreement]:
    """All discrepancies, by type and IRI."""
    figures = {figure.iri: figure for figure in read_figures(index)}
    found = (_disagreement(index, figures, node) for node in index.instances(CK + "Discrepancy"))
    return Records(sorted(found, key=lambda d: (d.type, d.iri)))


def _figure(index: GraphIndex, words: Wording, node: str) -> Figure:
    result_of, unit = index.value(node, CK + "resultOf"), index.value(node, CK + "unit")
    return Figure(
        iri=node,
        indicator=index.label(index.value(node, CK + "ofIndicator")),
        agent=index.label(index.value(node, CK + "observedAgent")),
        period=index.label(index.value(node, CK + "refPeriod")),
        kind=_code(index, node, "measureKind", "kind"),
        value=Decimal(index.value(node, CK + "value")),
        unit=_unit_name(index, words, unit),
        stated=index.value(node, CK + "statedValue"),
        qualifier=_code(index, node, "qualifier", "qualifier"),
        breakdown=tuple(index.label(part) for part in index.values(node, CK + "breakdown")),
        result_of=index.label(result_of) if result_of else "",
        derived=bool(index.values(node, CK + "computedFrom")),
        evidence=index.quotations(node),
    )


def _plan(index: GraphIndex, words: Wording, outcomes: Mapping[str, tuple[Outcome, ...]], node: str) -> Plan:
    due, target = index.value(node, CK + "due"), index.value(node, CK + "hasTarget")
    return Plan(
        iri=node,
        actors=tuple(index.label(actor) for actor in index.values(node, CK + "actor")),
        action=words.label(index.value(node, CK + "actionType")),
        acts_on=tuple(index.label(thing) for thing in index.values(node, CK + "actsOn")),
        description=index.value(node, CK + "description"),
        due=index.label(due) if due else "",
        due_basis=index.value(node, CK + "dueBasis"),
        target=index.value(target, CK + "statedValue") if target else "",
        target_value=Decimal(index.value(target, CK + "value")) if target else None,
        evidence=index.quotations(node),
        outcomes=outcomes.get(node, ()),
    )


def _outcomes(index: GraphIndex) -> dict[str, tuple[Outcome, ...]]:
    """The outcomes of each commitment that later reports speak of, by IRI."""
    found: dict[str, tuple[Outcome, ...]] = {}
    for node in index.instances(CK + "FulfilmentAssessment"):
        status = _code(index, node, "assessedStatus", "fulfilment")
        outcome = Outcome(status, index.value(node, RDFS + "comment"), index.quotations(node))
        commitment = index.value(node, CK + "assesses")
        found[commitment] = (*found.get(commitment, ()), outcome)
    return found


def _disagreement(index: GraphIndex, figures: dict[str, Figure], node: str) -> Disagreement:
    difference = index.value(node, CK + "relativeDifference")
    involved = index.values(node, CK + "involves")
    counted = (figures[iri] for iri in involved if iri in figures)
    return Disagreement(
        iri=node,
        type=_code(index, node, "discrepancyType", "discrepancy"),
        comment=index.value(node, RDFS + "comment"),
        relative_difference=Decimal(difference) if difference else None,
        figures=tuple(sorted(counted, key=lambda f: (f.derived, _place(f.evidence), f.iri))),
        evidence=tuple(sorted({quotation for iri in involved for quotation in index.quotations(iri)})),
    )


def _code(index: GraphIndex, node: str, name: str, code_list: str) -> str:
    return index.value(node, CK + name).removeprefix(f"{CKT}{code_list}-")


def _unit_name(index: GraphIndex, words: Wording, unit: str) -> str:
    named = index.value(unit, RDFS + "label")
    return named or words.label(unit)


def _place(evidence: tuple[Quotation, ...]) -> tuple[str, int]:
    return (evidence[0].text, evidence[0].start) if evidence else ("", 0)
