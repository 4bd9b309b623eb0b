"""Statements to accomplishments and commitments: periods, due dates, targets; one plan for each that is repeated."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from customs_kg.builders.actions.ahead import is_ahead
from customs_kg.builders.actions.statement import Statement
from customs_kg.builders.document import Document, Passage
from customs_kg.builders.figures.figures import FigureReading, Figures
from customs_kg.builders.things.things import Things
from customs_kg.builders.times.calendar_periods import shifted
from customs_kg.builders.times.periods import PeriodContext, Role, TimeExpression, find_periods
from customs_kg.graph.identifiers import mint_statement
from customs_kg.graph.model import Action, Denial, DueBasis, MeasureKind, Modality, Period, Span, Target

_TARGET_OF = {
    MeasureKind.LEVEL: MeasureKind.TARGET_LEVEL,
    MeasureKind.AVERAGE: MeasureKind.TARGET_LEVEL,
    MeasureKind.RANK: MeasureKind.TARGET_LEVEL,
    MeasureKind.MULTIPLE: MeasureKind.TARGET_CHANGE,
    MeasureKind.SHARE: MeasureKind.TARGET_SHARE,
}
_SETS = frozenset("set peg fix budget target earmark allot assign peg".split())
_WHOLE = re.compile(r"(?:^|[.;,] )[Oo]f (?:the|its|our|their|these) $")  # "*Of the* four points, it will stress two"
_AIMS = re.compile(r"\b(?:(?:it|our|them)sel(?:f|ves)|targets?|goals?|aims?|budget)\b", re.I)
_ASIDE = 1  # words between a time and the plan that it opens: "and, by May,"
_WHEN = (Role.DURING, Role.AS_OF, Role.BY)
_ITSELF = re.compile(r"\b(?:it|our|them)sel(?:f|ves)\b", re.I)
_STOP = frozenset(
    "will the and for with that this from into its their has have been shall further also more make efforts great "
    "effort continue china customs".split()
)


class _Dated(NamedTuple):
    """A statement with its times and target, before repeated ones are joined."""

    statement: Statement
    span: Span
    description: str
    period: Period | None
    due: Period | None
    basis: DueBasis
    target: Target | None


def report_actions(
    document: Document, things: Things, statements: Sequence[Statement], figures: Figures
) -> tuple[Action, ...]:
    """The actions of a report in the order of their first words.

    A plan that is repeated (same act on the same things, or the same target) is one commitment with several spans.
    """
    dated = [_dated(document, statement, figures) for statement in statements]
    groups: list[list[_Dated]] = []
    plans: defaultdict[Hashable, list[int]] = defaultdict(list)  # the groups that are plans, by what twins share
    for item in dated:
        planned = item.statement.modality is Modality.PLANNED
        alike = sorted({n for key in _keys(item) for n in plans.get(key, ())}) if planned else ()
        twin = next((n for n in alike if _same_plan(groups[n][0], item)), None)
        if twin is not None:
            groups[twin].append(item)
            continue
        groups.append([item])
        for key in _keys(item) if planned else ():
            plans[key].append(len(groups) - 1)
    actions = [_action(document, things, group) for group in groups]
    return _continued(tuple({a.iri: a for a in actions}.values()))


def report_denials(document: Document, statements: Sequence[Statement], figures: Figures) -> tuple[Denial, ...]:
    """What was not done, of the statements that `find_denials` found."""
    dated = [_dated(document, statement, figures) for statement in statements]
    return tuple(
        Denial(d.statement.action_type, tuple(sorted(d.statement.acts_on)), d.description, (d.span,), d.period)
        for d in dated
        if d.target is None
    )


def _dated(document: Document, statement: Statement, figures: Figures) -> _Dated:
    passage = document.passages[statement.passage]
    span = passage.segment.text.span(*statement.stretch)
    description = passage.text[slice(*statement.stretch)].strip(" ,;")
    times = [t for t in passage.times if not t.in_name]
    inside = [t for t in times if statement.stretch[0] <= t.start < statement.stretch[1]]
    if statement.modality is not Modality.PLANNED and (aim := _aim(statement, document, figures)) is not None:
        planned = statement._replace(modality=Modality.PLANNED, rule=f"{statement.rule}-target")
        named = [t.core for t in inside if t.role is Role.BY and is_ahead(t.core, document.reporting)]
        return _Dated(planned, span, description, None, [*named, aim.period][0], DueBasis.STATED, target_of(aim))
    if statement.modality is not Modality.PLANNED:
        period = next((t.period for t in inside or times[:1] if t.role in (Role.DURING, Role.AS_OF, Role.BY)), None)
        return _Dated(statement, span, description, period or document.reporting, None, DueBasis.NONE, None)
    before = [] if statement.aside else _nearest(passage, statement, times)
    label = [t for t in inside if passage.text.startswith(":", t.end)]  # "Plan for 2020: the yard is to open in May"
    own = [t for t in inside if t not in label]
    due, basis = _due(document, passage, (own, _shared(passage, statement, times), label, before))
    target = _target(statement, passage, document, figures)
    return _Dated(statement, span, description, None, due, basis, target)


def _shared(passage: Passage, statement: Statement, times: Sequence[TimeExpression]) -> list[TimeExpression]:
    """The time behind a second verb, which is that of both: "to be finished and put into use by October"."""
    end = statement.stretch[1]
    return [t for t in times if t.start >= end and re.fullmatch(r" and [^,;:.]*", passage.text[end : t.start])]


def _due(
    document: Document, passage: Passage, told: Iterable[Sequence[TimeExpression]]
) -> tuple[Period | None, DueBasis]:
    """When a plan is due: the finest of the first times told that lie ahead, else the period after the report."""
    for candidates in told:
        times = [(t.role is not Role.BY, _of_year_to_come(document, passage, t)) for t in candidates]
        ahead = [(late, t) for late, t in times if t is not None and is_ahead(t, document.reporting)]
        if ahead:
            return min(ahead, key=lambda time: (_grain(time[1]), time[0]))[1], DueBasis.STATED
    running = _running_plan_year(document, passage)
    if running is not None:
        return running, DueBasis.STATED
    after = shifted(document.reporting, 1)
    if after == document.reporting:
        return None, DueBasis.NONE
    return after, DueBasis.AFTER_REPORT


def _nearest(passage: Passage, statement: Statement, times: Sequence[TimeExpression]) -> list[TimeExpression]:
    """The time that opens the sentence of a plan, else the last before it; not that of another main clause."""
    before = [t for t in times if t.start < statement.stretch[0]]
    if opening := [t for t in before if t.start == 0]:
        return opening
    last = before[-1:]
    apart = "-main-" in statement.rule and any(
        len(passage.text[t.end : statement.stretch[0]].split()) > _ASIDE for t in last
    )
    return [] if apart else last


def _of_year_to_come(document: Document, passage: Passage, time: TimeExpression) -> Period | None:
    """A time of a plan; a part of a year that names no year ("in May", "in the first half") of the year to come."""
    if time.role is Role.BASE or is_ahead(time.core, document.reporting):
        return None if time.role is Role.BASE else time.core
    named = re.search(r"\d{4}", passage.text[time.start : time.end])
    if named or time.core.start is None or time.role not in (*_WHEN, Role.SINCE):
        return None
    shorter = _length(time.core) < min(300, _length(document.reporting))
    return shifted(time.core, 1) if shorter else None


def _grain(period: Period) -> int:
    """How fine a period is: a day, a month, a quarter, a half, a year, longer or open."""
    days = _length(period)
    return next((grain for grain, most in enumerate(_GRAINS) if days <= most), len(_GRAINS))


_GRAINS = (1, 31, 92, 184, 366)  # days at most


def _length(period: Period) -> int:
    """Its days; more than any where it has no beginning or no end."""
    return (period.end - period.start).days if period.start and period.end else 100_000


def _running_plan_year(document: Document, passage: Passage) -> Period | None:
    """The future year that the words that lead its list, an earlier sentence of the paragraph, or its heading set."""
    leader = document.leader(passage)
    for time in leader.times if leader else ():
        if is_ahead(time.core, document.reporting) and not time.in_name and time.role is Role.DURING:
            return time.core
    for earlier in reversed(document.passages[: passage.index]):
        if earlier.segment.paragraph != passage.segment.paragraph:
            break
        for time in reversed(earlier.times):
            if is_ahead(time.core, document.reporting) and not time.in_name and time.role is Role.DURING:
                return time.core if _length(time.core) > 300 else None
    titled = find_periods(passage.segment.topic, PeriodContext(document.reporting))
    return next((t.core for t in titled if is_ahead(t.core, document.reporting) and t.role is Role.DURING), None)


def _aim(statement: Statement, document: Document, figures: Figures) -> FigureReading | None:
    """The figure that a sentence sets as a target: "Parliament has set the agency a target of A", "had set itself A".

    It is for a time to come, unless those who set it set it themselves.
    """
    if statement.verb not in _SETS:
        return None
    passage = document.passages[statement.passage]
    words = passage.text[slice(*statement.stretch)]
    said, own = _AIMS.search(words) is not None, _ITSELF.search(words) is not None
    later = _running_plan_year(document, passage) if said else None
    readings = [r for r in _readings(statement, passage, figures) if r.kind.startswith("target")]
    dated = (r._replace(period=later) if later and r.period == document.reporting else r for r in readings)
    return next((r for r in dated if own or is_ahead(r.period, document.reporting)), None)


def _readings(statement: Statement, passage: Passage, figures: Figures) -> list[FigureReading]:
    return [
        reading
        for quantity in passage.quantities
        if statement.stretch[0] <= quantity.start < statement.stretch[1]
        and (reading := figures.figure_of(passage.index, quantity.start)) is not None
    ]


def _target(statement: Statement, passage: Passage, document: Document, figures: Figures) -> Target | None:
    found = _readings(statement, passage, figures)
    readings = [r for r in found if not _WHOLE.search(passage.text[: r.quantity.qualifier_start])]
    aimed = [r for r in readings if not re.search(r"\bfrom $", passage.text[: r.quantity.qualifier_start])]
    later = [r for r in aimed if is_ahead(r.period, document.reporting)]  # not "91%, in 2014," before "95% in 2016"
    return target_of((later or aimed or readings)[0]) if readings else None


def target_of(first: FigureReading) -> Target:
    """What a figure aims at."""
    return Target(
        indicator=first.indicator,
        kind=_TARGET_OF.get(first.kind, first.kind if first.kind.startswith("target") else MeasureKind.TARGET_CHANGE),
        value=first.value,
        unit=first.unit,
        stated=first.stated,
        exponent=first.exponent,
        half_width=first.half_width,
        qualifier=first.qualifier,
    )


@lru_cache(maxsize=4096)
def content_words(text: str) -> frozenset[str]:
    """The stems of the words that say what a statement is about."""
    return frozenset(w[:6] for w in re.findall(r"[a-z]{4,}", text.lower()) if w not in _STOP)


def _keys(plan: _Dated) -> Iterator[Hashable]:
    """What two plans that are one promise have in common: the target, or the kind of act."""
    yield plan.statement.action_type
    if plan.target is not None:
        yield plan.target.value, plan.target.unit, plan.target.indicator


def _same_plan(first: _Dated, second: _Dated) -> bool:
    """Whether two plans are one promise: the same target for the same indicator, or all but the same words."""
    a, b = first.statement, second.statement
    if first.target is not None and second.target is not None:
        same = (first.target.value, first.target.unit) == (second.target.value, second.target.unit)
        return same and first.target.indicator == second.target.indicator
    if a.action_type != b.action_type:
        return False
    if first.due != second.due and DueBasis.STATED in (first.basis, second.basis) and first.target is None:
        return False
    x, y = content_words(first.description), content_words(second.description)
    return bool(x and y) and len(x & y) >= 0.8 * len(x | y)


def _action(document: Document, things: Things, group: Sequence[_Dated]) -> Action:
    best = min(group, key=lambda d: (-d.statement.confidence, d.span))
    statement = best.statement
    planned = statement.modality is Modality.PLANNED
    spans = tuple(sorted({d.span for d in group}))
    prefix = "commitment" if planned else "accomplishment"
    iri = mint_statement(
        prefix, document.text.sha256, statement.action_type, statement.verb, *(f"{s.start}-{s.end}" for s in spans)
    )
    stated = next((d for d in group if d.basis is DueBasis.STATED), best)
    acts_on = tuple(sorted({thing for d in group for thing in d.statement.acts_on}))
    return Action(
        iri=iri,
        actor=tuple(sorted(set(statement.actor))),
        action_type=statement.action_type,
        acts_on=acts_on,
        description=best.description,
        modality=statement.modality,
        confidence=statement.confidence,
        evidence=spans,
        rule=statement.rule,
        period=best.period,
        due=stated.due,
        due_basis=stated.basis,
        target=next((d.target for d in group if d.target is not None), None),
    )


def _continued(actions: tuple[Action, ...]) -> tuple[Action, ...]:
    """Commitments that go on with what was begun: `continues` is the earlier action on the same thing."""
    done: dict[str, str] = {}
    for action in actions:
        if action.modality is Modality.ACTUAL and len(action.acts_on) <= 2:
            for thing in action.acts_on:
                done.setdefault(thing, action.iri)
    result: list[Action] = []
    for action in actions:
        earlier: Mapping[str, str] = done if action.modality is Modality.PLANNED and len(action.acts_on) <= 2 else {}
        continues = next((earlier[thing] for thing in action.acts_on if thing in earlier), None)
        result.append(replace(action, continues=continues) if continues else action)
    return in_order(result)


def in_order(actions: Sequence[Action]) -> tuple[Action, ...]:
    """Actions in the order of their first words."""
    return tuple(sorted(actions, key=lambda a: (a.evidence[0], a.iri)))
