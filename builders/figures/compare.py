"""Disagreements between figures, found by comparing all that were read; there is no list of known ones.

Two figures of one indicator, agent, period, kind, breakdown and unit are put to the interval test: with half-widths
h1 and h2 and distance d, d < h1 + h2 is rounding, d = h1 + h2 adjacent rounding, more a conflict.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import combinations, product

from customs_kg.builders.figures.figure import StatedSum, Wording
from customs_kg.builders.figures.growth import Growth, false_growths
from customs_kg.builders.figures.indicators import load_indicators, stems
from customs_kg.builders.figures.intervals import dimension_of, factor_of, relation_of, significant_digits
from customs_kg.builders.figures.restated import restated
from customs_kg.builders.figures.twins import (
    are_part_and_whole,
    is_result_of,
    is_unsettled,
    joined,
    of_other_actors,
    of_other_bodies,
    of_other_counts,
    tells_something,
    twins,
)
from customs_kg.graph.identifiers import mint_statement
from customs_kg.graph.model import Discrepancy, DiscrepancyType, Entity, MeasureKind, Modality, Observation, Qualifier

_GUESS = Decimal("0.75")  # a figure whose meaning was guessed contradicts nothing
_POINT_OF = {MeasureKind.YOY_PERCENT: MeasureKind.YOY_POINT, MeasureKind.CHANGE_PERCENT: MeasureKind.CHANGE_POINT}
_THAN_PLANNED = re.compile(
    r"[^,;.]{0,40}?\b(?:than|above|below|over|under|beyond|short of) (?:the |its |their )?[^,;.]*?"
    r"\b(?:budget(?:ed)?|target|plan(?:ned)?|forecast|estimated?|goal|expected|set (?:by|in|for)|asked|hoped)\b",
    re.IGNORECASE,
)
_ORDER = (DiscrepancyType.CONFLICT, DiscrepancyType.ADJACENT_ROUNDING, DiscrepancyType.ROUNDING)
_NAMES = {
    DiscrepancyType.CONFLICT: "cannot both be right",
    DiscrepancyType.ADJACENT_ROUNDING: "differ by one unit of the last digit shown",
    DiscrepancyType.ROUNDING: "agree within their rounding",
}


def compare(
    observations: Sequence[Observation],
    indicators: Sequence[Entity],
    stated: Sequence[StatedSum] = (),
    wordings: Mapping[str, Wording] | None = None,
) -> tuple[tuple[Discrepancy, ...], tuple[Observation, ...]]:
    """The discrepancies among figures, and the sums that were computed to find them, both sorted by IRI.

    `stated` are the totals that the report gives with all of their parts, `wordings` how it words each figure, by the
    IRI of its observation.
    """
    labels = {entity.iri: entity.label for entity in indicators}
    firm = sorted((o for o in observations if o.confidence >= _GUESS), key=lambda o: o.iri)
    sums, mismatches = _sums(firm, labels)
    for derived, mismatch in _stated_mismatches(observations, stated, labels):
        sums.extend(derived)
        mismatches.append(mismatch)
    words = wordings or {}
    known = load_indicators().by_iri
    told = [o for o in firm if o.indicator in known or o.iri not in words or tells_something(words[o.iri])]
    agreed = _same_thing(told, words)
    lines = list(restated(observations, words))
    twice = [(a, b) for kind, a, b in lines if kind is DiscrepancyType.CONFLICT]
    conflicts = joined([*agreed.pop(DiscrepancyType.CONFLICT, []), *twins(observations, words), *twice])
    found = [
        *(_difference(DiscrepancyType.CONFLICT, group, labels) for group in conflicts),
        *(_difference(kind, group, labels) for kind, groups in agreed.items() for group in groups),
        *(_difference(kind, (a, b), labels) for kind, a, b in lines if kind is not DiscrepancyType.CONFLICT),
        *_unit_variants(firm, labels),
        *(_misstated(growth, labels) for growth in false_growths(_against_the_past(firm, words))),
        *mismatches,
        *_scopes(firm, labels),
    ]
    unique = {discrepancy.iri: discrepancy for discrepancy in found}
    return tuple(unique[iri] for iri in sorted(unique)), tuple(sorted(sums, key=lambda o: o.iri))


def _discrepancy(
    kind: DiscrepancyType, involved: Iterable[Observation], difference: Decimal | None, comment: str
) -> Discrepancy:
    iris = tuple(sorted({o.iri for o in involved}))
    return Discrepancy(mint_statement("discrepancy", kind, *iris), iris, kind, difference, comment)


def _relative(values: Sequence[Decimal]) -> Decimal | None:
    """The difference between the largest and the smallest as a part of the largest, to five places."""
    largest = max(abs(v) for v in values)
    if not largest:
        return None
    return ((max(values) - min(values)) / largest).quantize(Decimal("0.00001"))


# --- one indicator


def _same_thing(
    observations: Sequence[Observation], words: Mapping[str, Wording]
) -> dict[DiscrepancyType, list[tuple[Observation, ...]]]:
    """The figures of one thing that disagree, by how they do."""
    groups: dict[tuple[object, ...], list[Observation]] = defaultdict(list)
    for o in observations:
        key = (o.indicator, o.agent, _when(o), o.kind, o.breakdown, dimension_of(o.unit), _base(o), o.result_of)
        groups[key].append(o)
    found: dict[DiscrepancyType, list[tuple[Observation, ...]]] = {kind: [] for kind in _ORDER}
    for group in groups.values():
        for kind, involved in _within(group, words).items():
            found[kind].append(involved)
    return found


def _when(o: Observation) -> str:
    """The period, or for a stock the day at whose end it holds: the end of 2014 is the end of 31 December 2014."""
    entry = load_indicators().by_iri.get(o.indicator)
    stock = entry is not None and entry.stock
    return o.period.end.isoformat() if stock and o.period.end is not None else o.period.key


def _base(o: Observation) -> str:
    return o.base_period.key if o.base_period else ""


def _within(
    group: Sequence[Observation], words: Mapping[str, Wording]
) -> dict[DiscrepancyType, tuple[Observation, ...]]:
    """The figures of one thing that disagree, by how they do; within a sentence nothing contradicts itself."""
    found: dict[DiscrepancyType, dict[str, Observation]] = defaultdict(dict)
    for a, b in _unequal_pairs(group):
        relation = relation_of(a, b, factor_of(a.unit), factor_of(b.unit))
        conflict = relation is DiscrepancyType.CONFLICT
        if relation is None or (conflict and (not _of_one_size(a, b) or _are_worded_apart(a, b, words))):
            continue
        found[relation] |= {a.iri: a, b.iri: b}
    return {kind: tuple(found[kind].values()) for kind in _ORDER if kind in found}


def _unequal_pairs(group: Sequence[Observation]) -> Iterator[tuple[Observation, Observation]]:
    """The pairs of figures that have not the same value: few, however often a report repeats one figure."""
    by_value: dict[Decimal, list[Observation]] = defaultdict(list)
    for o in group:
        by_value[o.value * factor_of(o.unit)].append(o)
    for ones, others in combinations(by_value.values(), 2):
        yield from product(ones, others)


def _are_worded_apart(a: Observation, b: Observation, words: Mapping[str, Wording]) -> bool:
    """Whether two figures stand in one sentence or row, are said of different bodies, or are a part and its whole.

    What is said of different bodies may still be a slip of the pen: see `twins`.
    """
    one, other = words.get(a.iri), words.get(b.iri)
    if one is None or other is None:
        return False
    return (
        one.place == other.place
        or are_part_and_whole(a, b, one, other)
        or of_other_bodies(one, other)
        or of_other_actors(one, other)
        or is_result_of(one, other)
        or of_other_counts(one, other)
        or is_unsettled(one) != is_unsettled(other)
    )


def _of_one_size(a: Observation, b: Observation) -> bool:
    """Whether two figures are near enough to be meant for one thing: of others one is a part, or a slip."""
    sizes = sorted((abs(a.value * factor_of(a.unit)), abs(b.value * factor_of(b.unit))))
    return sizes[0] * 3 >= sizes[1]


def _difference(kind: DiscrepancyType, involved: Sequence[Observation], labels: Mapping[str, str]) -> Discrepancy:
    stated = " and ".join(sorted({o.stated for o in involved}))
    name = labels.get(involved[0].indicator, "the figure")
    comment = f"{name[:1].upper()}{name[1:]} ({involved[0].period.label}): {stated} {_NAMES[kind]}."
    return _discrepancy(kind, involved, _relative([o.value * factor_of(o.unit) for o in involved]), comment)


def _unit_variants(observations: Sequence[Observation], labels: Mapping[str, str]) -> Iterator[Discrepancy]:
    """The same change once in percent and once in percentage points."""
    points = [o for o in observations if o.kind in _POINT_OF.values()]
    for o in observations:
        for other in points:
            same = (o.indicator, o.agent, o.period.key, o.breakdown, o.value) == (
                other.indicator, other.agent, other.period.key, other.breakdown, other.value,
            )  # fmt: skip
            if same and _POINT_OF.get(o.kind) is other.kind:
                name = labels.get(o.indicator, "the figure")
                comment = f"The change of {name} ({o.period.label}) is given as {o.stated} and as {other.stated}."
                yield _discrepancy(DiscrepancyType.UNIT_VARIANT, (o, other), None, comment)


def _against_the_past(observations: Sequence[Observation], words: Mapping[str, Wording]) -> list[Observation]:
    """All but the changes that a plan is measured by: "66 billion more than the 850 billion set in the budget"."""
    contexts = {o.iri: words[o.iri].context.partition(o.stated)[2] for o in observations if o.iri in words}
    return [o for o in observations if o.base_period is None or not _THAN_PLANNED.match(contexts.get(o.iri, ""))]


def _misstated(growth: Growth, labels: Mapping[str, str]) -> Discrepancy:
    """A change that does not follow from the levels given with it."""
    change, new, old = growth.change, growth.new, growth.old
    name = labels.get(change.indicator, "the figure")
    made = f"{growth.computed:,.1f}" if change.kind in _POINT_OF else f"{growth.computed:,f}"
    made = f"{growth.computed:.2f} times as much" if change.kind is MeasureKind.MULTIPLE else made
    comment = (
        f"The change of {name} ({change.period.label}) is given as {change.stated}, "
        f"but from {old.stated} to {new.stated} is {made}{' %' if change.kind in _POINT_OF else ''}."
    )
    difference = _relative([change.value, growth.computed])
    return _discrepancy(DiscrepancyType.CONFLICT, (change, new, old), difference, comment)


# --- sums


def _sums(
    observations: Sequence[Observation], labels: Mapping[str, str]
) -> tuple[list[Observation], list[Discrepancy]]:
    """The sums of figures that the lexicon makes summands of another, and where they differ from its figure."""
    table = load_indicators()
    levels: dict[tuple[str, str, str, str], dict[str, list[Observation]]] = defaultdict(lambda: defaultdict(list))
    for o in observations:
        if o.kind is MeasureKind.LEVEL and not o.breakdown:
            levels[o.agent, o.period.key, o.unit, o.qualifier if o.qualifier is Qualifier.UNDER else ""][
                o.indicator
            ].append(o)
    sums: list[Observation] = []
    mismatches: list[Discrepancy] = []
    for total in sorted({whole for entry in table.by_iri.values() for whole in entry.summand_of}):
        for by_indicator in levels.values():
            parts = [by_indicator.get(part, []) for part in table.summands(total)]
            stated = by_indicator.get(total, [])
            if not stated or not all(parts):
                continue
            derived = _sum(total, stated[0], [_finest(part) for part in parts])
            sums.append(derived)
            apart = [o for o in stated if relation_of(o, derived) is DiscrepancyType.CONFLICT]
            if apart:
                mismatches.append(_mismatch(apart, derived, labels))
    return sums, mismatches


def _stated_mismatches(
    observations: Sequence[Observation], stated: Sequence[StatedSum], labels: Mapping[str, str]
) -> Iterator[tuple[tuple[Observation, ...], Discrepancy]]:
    """The totals that differ from the sum of the parts given with them, with that sum; of one part there is none."""
    known = {o.iri: o for o in observations}
    for one in stated:
        total, parts = known[one.total], [known[iri] for iri in one.parts]
        added = _sum(total.indicator, total, parts)
        derived = replace(added, value=added.value + one.plus, stated=f"{added.value + one.plus:,f}")
        if len(parts) == 1:
            yield (), _larger_part(total, parts[0], labels)
            continue
        exceeds = one.whole or derived.value > total.value
        if exceeds and relation_of(total, derived) is DiscrepancyType.CONFLICT:
            yield (derived,), _mismatch([total], derived, labels)


def _larger_part(total: Observation, part: Observation, labels: Mapping[str, str]) -> Discrepancy:
    name = labels.get(total.indicator, "the total")
    comment = f"{name[:1].upper()}{name[1:]} ({total.period.label}): of {total.stated} there cannot be {part.stated}."
    difference = _relative([total.value, part.value])
    return _discrepancy(DiscrepancyType.SUM_MISMATCH, (total, part), difference, comment)


def _finest(figures: Sequence[Observation]) -> Observation:
    """The least rounded of the figures of one indicator; those far smaller than the largest are of a part of it."""
    largest = max(o.value for o in figures)
    return min((o for o in figures if o.value * 3 >= largest), key=lambda o: (o.half_width, o.iri))


def _sum(total: str, stated: Observation, parts: Sequence[Observation]) -> Observation:
    """The sum of some figures as an observation of the whole."""
    value = sum((o.value for o in parts), Decimal(0))
    iris = tuple(sorted(o.iri for o in parts))
    return Observation(
        iri=mint_statement("obs", total, "sum", *iris),
        indicator=total,
        agent=stated.agent,
        period=stated.period,
        kind=MeasureKind.LEVEL,
        value=value,
        unit=stated.unit,
        stated=f"{value:,f}",
        exponent=0,
        half_width=sum((o.half_width for o in parts if not _is_count(o)), Decimal(0)),
        qualifier=next((o.qualifier for o in parts if o.qualifier is not Qualifier.EXACT), Qualifier.EXACT),
        modality=Modality.ACTUAL,
        confidence=min(o.confidence for o in parts),
        evidence=(),
        rule="sum-of-summands",
        computed_from=iris,
    )


def _is_count(o: Observation) -> bool:
    """A number of things given to the last one: it is not rounded."""
    return o.exponent == 0 and o.unit.endswith("NUM") and o.value == o.value.to_integral_value()


def _mismatch(apart: Sequence[Observation], derived: Observation, labels: Mapping[str, str]) -> Discrepancy:
    name = labels.get(derived.indicator, "the total")
    stated = " and ".join(sorted({o.stated for o in apart}))
    whole = f"{name[:1].upper()}{name[1:]} ({derived.period.label}) is given as {stated}"
    comment = f"{whole}, but its parts add up to {derived.stated}."
    return _discrepancy(
        DiscrepancyType.SUM_MISMATCH, (*apart, derived), _relative([apart[0].value, derived.value]), comment
    )


# --- scope


def _scopes(observations: Sequence[Observation], labels: Mapping[str, str]) -> Iterator[Discrepancy]:
    """One figure said of a wider and of a narrower thing, or two figures of things of which one takes in the other."""
    words = {iri: stems(label) for iri, label in labels.items()}
    broader = load_indicators().broader
    same: dict[tuple[object, ...], list[Observation]] = defaultdict(list)
    related: dict[tuple[object, ...], list[Observation]] = defaultdict(list)
    for o in (o for o in observations if o.kind is MeasureKind.LEVEL):
        if significant_digits(o) >= 3:
            same[o.agent, o.period.key, o.unit, o.value].append(o)
        for indicator in {o.indicator, *broader.get(o.indicator, ())}:
            related[o.agent, o.period.key, o.unit, indicator].append(o)
    for group in same.values():
        for a, b in combinations(group, 2):
            if _nested(words.get(a.indicator, frozenset()), words.get(b.indicator, frozenset())):
                yield _scope(a, b, labels)
    for key, group in related.items():
        wide = [o for o in group if o.indicator == key[-1]]
        yield from (_scope(a, b, labels) for a in wide for b in group if b.indicator != a.indicator)


def _nested(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether one phrase has all words of another and more."""
    return (one < other or other < one) and min(len(one), len(other)) > 1


def _scope(a: Observation, b: Observation, labels: Mapping[str, str]) -> Discrepancy:
    first, second = sorted((a, b), key=lambda o: (labels[o.indicator], o.iri))
    one, other = (f"{o.stated} is the figure of {labels[o.indicator]}" for o in (first, second))
    comment = f"{one}, {other}: two scopes."
    difference = None if a.value == b.value else _relative([a.value, b.value])
    return _discrepancy(DiscrepancyType.SCOPE_DIFFERENCE, (a, b), difference, comment)
