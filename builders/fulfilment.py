"""What became of plans: the promises of earlier reports, held against what later reports say was done or not done."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from customs_kg.builders.actions.actions import content_words
from customs_kg.graph.identifiers import mint_statement
from customs_kg.graph.model import (
    Action,
    Assessment,
    Denial,
    FulfilmentStatus,
    MeasureKind,
    Modality,
    Observation,
    Period,
    Qualifier,
    ReportFacts,
    Span,
    Target,
)
from customs_kg.ontology.iris import CK, CKT
from customs_kg.ontology.vocabulary import load_terms

# Acts that bring a thing about: what was promised by one of them is done when any of them is reported.
_REALISE = frozenset(
    f"{CKT}action-{name}"
    for name in (
        "launch put-into-operation sign establish build implement complete purchase deploy hold host adopt issue "
        "publish approve pilot revise draft carry-out"
    ).split()
)
_SOON = frozenset(f"{CKT}action-{name}" for name in "draft pilot plan explore negotiate continue".split())
_TOO_GENERAL = tuple(CK + name for name in ("Place", "GoodsCategory", "CustomsFunction", "TaxType", "PublicBody"))
_DOINGS = ("Operation", "Campaign", "Event")
_IN_TIME = re.compile(
    r"\b(?:as (?:was )?(?:planned|promised|scheduled|announced|foreseen)|on (?:time|schedule)|in (?:good )?time|"
    r"ahead of (?:time|schedule)|(?:earlier|sooner) than (?:planned|promised|expected|scheduled))\b",
    re.I,
)
_LATE = re.compile(
    r"\b(?:(?:days?|weeks?|months?|years?|quarters?) late\b|later than (?:planned|promised|expected|scheduled)|"
    r"behind schedule|with (?:a|some|much) delay|after (?:a|some|much|long) delays?)",
    re.I,
)
_PARTLY = re.compile(r"\b(?:in part|partly|partially|only some|not all|half of)\b", re.I)
_GIVEN_UP = re.compile(
    r"\b(?:abandoned|dropped|shelved|given up|gave up|discontinued|scrapped|withdrew|withdrawn|called off)\b", re.I
)
_PUT_OFF = re.compile(r"\b(?:postponed|deferred|delayed|put off|held over)\b", re.I)
_MADE_POINTLESS = re.compile(r"\b(?:superseded|overtaken|made (?:redundant|superfluous|unnecessary))\b", re.I)
_SAME_WORDS = 0.6  # share of the words of the shorter description that both have
_TARGETS = {
    MeasureKind.TARGET_LEVEL: frozenset({MeasureKind.LEVEL, MeasureKind.AVERAGE, MeasureKind.RANK}),
    MeasureKind.TARGET_SHARE: frozenset({MeasureKind.SHARE, MeasureKind.LEVEL}),
    MeasureKind.TARGET_CHANGE: frozenset({MeasureKind.YOY_PERCENT, MeasureKind.CHANGE_PERCENT, MeasureKind.MULTIPLE}),
}
_CONTEXT = 240  # characters around the words in which "as planned" may stand


@dataclass(frozen=True, slots=True)
class _Later:
    """What a later report says was done (or not)."""

    action_type: str
    acts_on: frozenset[str]
    description: str
    evidence: tuple[Span, ...]
    period: Period | None
    denied: bool


def settle_plans(reports: Sequence[ReportFacts]) -> tuple[ReportFacts, ...]:
    """The reports in the same order, each with its assessments of what earlier reports of the same agency promised.

    A plan is settled by an act of the later report on the same thing, by a figure of the indicator that it has a target
    for, or by a sentence that says that it was not done.
    """
    return tuple(replace(later, assessments=tuple(_assess(later, reports))) for later in reports)


def _assess(later: ReportFacts, reports: Sequence[ReportFacts]) -> Iterator[Assessment]:
    deeds = tuple(_deeds(later))
    for earlier in reports:
        if earlier.report.agency != later.report.agency or not _is_before(earlier, later):
            continue
        for plan in earlier.actions:
            if plan.modality is not Modality.PLANNED or _is_reported_elsewhere(plan, earlier, later, reports):
                continue
            found = _by_target(plan, later) if plan.target else _by_deed(plan, deeds, earlier, later)
            if found is not None:
                yield found


def _is_before(earlier: ReportFacts, later: ReportFacts) -> bool:
    one, other = earlier.report.period.end, later.report.period.end
    return one is not None and other is not None and one < other


def _is_reported_elsewhere(
    plan: Action, earlier: ReportFacts, later: ReportFacts, reports: Sequence[ReportFacts]
) -> bool:
    """Whether the plan is due after this report's time, so that a still later one is to settle it."""
    due, end = plan.due, later.report.period.end
    if due is None or due.start is None or end is None or due.start < end:
        return False
    return any(_is_before(later, other) and other.report.agency == earlier.report.agency for other in reports)


def _deeds(facts: ReportFacts) -> Iterator[_Later]:
    for action in facts.actions:
        if action.modality is Modality.ACTUAL:
            yield _Later(
                action.action_type,
                frozenset(action.acts_on),
                action.description,
                action.evidence,
                _own_period(action.period, facts),
                False,
            )
    for denial in facts.denials:
        yield _of_denial(denial)


def _own_period(period: Period | None, facts: ReportFacts) -> Period | None:
    return period or facts.report.period


def _of_denial(denial: Denial) -> _Later:
    on, words = frozenset(denial.acts_on), denial.description
    return _Later(denial.action_type, on, words, denial.evidence, denial.period, True)


def _by_deed(plan: Action, deeds: Sequence[_Later], earlier: ReportFacts, later: ReportFacts) -> Assessment | None:
    """The verdict of the deed that fits a plan best."""
    fitting = [(_fit(plan, _telling_things(plan, earlier), _undertakings(earlier), deed), deed) for deed in deeds]
    best = max(fitting, key=lambda pair: (pair[0], not pair[1].denied, -pair[1].evidence[0].start), default=None)
    if best is None or best[0] <= 0:
        return None
    fit, deed = best
    status, comment = _verdict(plan, deed, _around(later.text.text, deed.evidence))
    sure = Decimal("0.85") if fit > 1 and status is not FulfilmentStatus.UNDECIDABLE else Decimal("0.65")
    rule = "fulfilment-denied" if deed.denied else "fulfilment-done"
    return _assessment(plan, later, status, deed.evidence, sure, rule, comment)


def _telling_things(plan: Action, facts: ReportFacts) -> frozenset[str]:
    """The things of a plan that no other plan is likely to be about by chance."""
    terms, classes = load_terms(), {entity.iri: entity.cls for entity in facts.entities}
    return frozenset(
        thing
        for thing in plan.acts_on
        if thing in classes and not any(terms.is_a(classes[thing], general) for general in _TOO_GENERAL)
    )


def _undertakings(facts: ReportFacts) -> frozenset[str]:
    """Things that are themselves something done: whatever is reported done on one of them, it took place."""
    terms = load_terms()
    return frozenset(e.iri for e in facts.entities if any(terms.is_a(e.cls, CK + cls) for cls in _DOINGS))


def _fit(plan: Action, things: frozenset[str], undertakings: frozenset[str], deed: _Later) -> float:
    """How well a deed answers a plan: 0 when it does not, above 1 when it is done to a thing of the plan."""
    mine, other = content_words(plan.description), content_words(deed.description)
    likeness = len(mine & other) / max(1, min(len(mine), len(other)))
    given_up = any(pattern.search(deed.description) for pattern in (_GIVEN_UP, _PUT_OFF, _MADE_POINTLESS))
    shared = things & deed.acts_on
    if shared and (given_up or shared & undertakings or _same_act(plan, deed)):
        return 1 + likeness
    same_type = plan.action_type == deed.action_type or given_up
    return likeness if same_type and likeness >= _SAME_WORDS and min(len(mine), len(other)) > 2 else 0


def _same_act(plan: Action, deed: _Later) -> bool:
    if plan.action_type == deed.action_type:
        return True
    realised = plan.action_type in _REALISE and deed.action_type in _REALISE
    return realised and (deed.action_type not in _SOON or plan.action_type in _SOON)


def _verdict(plan: Action, deed: _Later, around: str) -> tuple[FulfilmentStatus, str]:
    when = f" ({deed.period.label})" if deed.period else ""
    due = f", which was due {plan.due.label}" if plan.due else ""
    said = f"The later report says{when}: “{deed.description}”{due}."
    if _GIVEN_UP.search(deed.description):
        return FulfilmentStatus.DROPPED, said
    if _MADE_POINTLESS.search(deed.description):
        return FulfilmentStatus.OVERTAKEN, said
    if deed.denied or _PUT_OFF.search(deed.description):
        return FulfilmentStatus.NOT_MET, said
    if _PARTLY.search(deed.description):
        return FulfilmentStatus.PARTLY_MET, said
    return _in_time(plan.due, deed.period, around), said


def _in_time(due: Period | None, done: Period | None, around: str) -> FulfilmentStatus:
    """By the dates where they tell, else by what the report says of them."""
    if _LATE.search(around):
        return FulfilmentStatus.LATE
    if due is None or due.end is None or _IN_TIME.search(around):
        return FulfilmentStatus.MET
    if done is not None and done.end is not None and done.end <= due.end:
        return FulfilmentStatus.MET
    if done is not None and done.start is not None and done.start >= due.end:
        return FulfilmentStatus.LATE
    return FulfilmentStatus.UNDECIDABLE


def _around(text: str, evidence: Iterable[Span]) -> str:
    """The words of a deed with the rest of its sentence."""
    first = min(evidence)
    start = max(text.rfind(mark, max(0, first.start - _CONTEXT), first.start) for mark in (". ", ".\n", "\n\n"))
    ends = [found for mark in (". ", ".\n", ";") if (found := text.find(mark, first.end)) >= 0]
    end = min((*ends, first.end + _CONTEXT))
    return " ".join(text[max(start, first.start - _CONTEXT, 0) : end].split())


def _by_target(plan: Action, later: ReportFacts) -> Assessment | None:
    """The verdict of a figure of the later report on the indicator that the plan has a target for."""
    target = plan.target
    if target is None:
        return None
    figures = [o for o in later.observations if _measures(o, target, plan.due or later.report.period)]
    if not figures:
        return None
    figure = min(figures, key=lambda o: (-o.confidence, o.evidence))
    reached = _reaches(figure, target)
    status = FulfilmentStatus.MET if reached else FulfilmentStatus.NOT_MET
    comment = f"The target was {target.stated}, and the later report gives {figure.stated} for {figure.period.label}."
    return _assessment(plan, later, status, figure.evidence, Decimal("0.70"), "fulfilment-target", comment)


def _measures(figure: Observation, target: Target, due: Period) -> bool:
    same = (figure.indicator, figure.unit) == (target.indicator, target.unit)
    return same and figure.kind in _TARGETS.get(target.kind, ()) and figure.period == due and bool(figure.evidence)


def _reaches(figure: Observation, target: Target) -> bool:
    """Whether a figure is as far as its target, a floor unless it says that it is a ceiling or a fall."""
    reach = target.half_width + figure.half_width
    if target.value < 0 or target.qualifier in (Qualifier.AT_MOST, Qualifier.UNDER):
        return figure.value <= target.value + reach
    return figure.value >= target.value - reach


def _assessment(
    plan: Action,
    later: ReportFacts,
    status: FulfilmentStatus,
    evidence: tuple[Span, ...],
    confidence: Decimal,
    rule: str,
    comment: str,
) -> Assessment:
    places = (f"{span.start}-{span.end}" for span in evidence)
    iri = mint_statement("assessment", plan.iri, later.text.sha256[:12], status.value, *places)
    return Assessment(iri, plan.iri, status, confidence, evidence, rule, comment)
