"""Disagreements between figures, found by comparing all that were read; there is no list of known ones.

Two figures of one indicator, agent, period, kind, breakdown and unit are put to the interval test: with half-widths
h1 and h2 and distance d, d < h1 + h2 is rounding, d = h1 + h2 adjacent rounding, more a conflict.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import combinations, product

from customs_kg.builders.figures.disagreements.apart import are_worded_apart
from customs_kg.builders.figures.disagreements.discrepancies import discrepancy_of, opening, relative_difference
from customs_kg.builders.figures.disagreements.elsewhere import false_averages, false_shares
from customs_kg.builders.figures.disagreements.growth import Growth, false_growths
from customs_kg.builders.figures.disagreements.intervals import dimension_of, factor_of, relation_of
from customs_kg.builders.figures.disagreements.list_checks import list_mismatches
from customs_kg.builders.figures.disagreements.order_checks import order_mismatches
from customs_kg.builders.figures.disagreements.quotient_checks import quotient_mismatches, rate_mismatches
from customs_kg.builders.figures.disagreements.restated import restated
from customs_kg.builders.figures.disagreements.scope_checks import scope_difference, scope_differences
from customs_kg.builders.figures.disagreements.sum_checks import lexicon_sums, stated_mismatches
from customs_kg.builders.figures.disagreements.told_words import tells_something
from customs_kg.builders.figures.disagreements.twins import MOST_VALUES, drive_and_whole, joined, twins
from customs_kg.builders.figures.figure import Figures, Wording
from customs_kg.builders.figures.indicators import load_indicators
from customs_kg.graph.model import Discrepancy, DiscrepancyType, MeasureKind, Observation

_GUESS = Decimal("0.75")  # a figure whose meaning was guessed contradicts nothing
_POINT_OF = {MeasureKind.YOY_PERCENT: MeasureKind.YOY_POINT, MeasureKind.CHANGE_PERCENT: MeasureKind.CHANGE_POINT}
_THAN_PLANNED = re.compile(
    r"[^,;.]{0,40}?\b(?:than|above|below|over|under|beyond|short of) (?:the |its |their )?[^,;.]*?"
    r"\b(?:budget(?:ed)?|target|plan(?:ned)?|forecast|estimated?|goal|expected|set (?:by|in|for)|asked|hoped)\b",
    re.IGNORECASE,
)
_ADJUSTED = re.compile(
    r"\b(?:in real terms|constant prices|adjusted|like[- ]for[- ]like|comparable basis|local currency|pro rata"
    r"|(?:dollar|euro|rouble|yuan|rmb) terms)\b",
    re.IGNORECASE,
)
_ROW = 60  # characters between the figures of a row
_ORDER = (DiscrepancyType.CONFLICT, DiscrepancyType.ADJACENT_ROUNDING, DiscrepancyType.ROUNDING)
_NAMES = {
    DiscrepancyType.CONFLICT: "cannot both be right",
    DiscrepancyType.ADJACENT_ROUNDING: "differ by one unit of the last digit shown",
    DiscrepancyType.ROUNDING: "agree within their rounding",
}


def compare(figures: Figures) -> tuple[tuple[Discrepancy, ...], tuple[Observation, ...]]:
    """The discrepancies among the figures of a document, and the sums computed to find them, both sorted by IRI."""
    observations, words = figures.observations, figures.wordings
    labels = {entity.iri: entity.label for entity in figures.indicators}
    firm = sorted((o for o in observations if o.confidence >= _GUESS), key=lambda o: o.iri)
    sums, mismatches = lexicon_sums(firm, labels)
    for derived, mismatch in stated_mismatches(observations, figures.sums, labels):
        sums.extend(derived)
        mismatches.append(mismatch)
    for counted, mismatch in list_mismatches(observations, figures.lists, labels):
        sums.append(counted)
        mismatches.append(mismatch)
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
        *(
            _misstated(growth, labels)
            for growth in false_growths(_against_the_past(observations, words), words, _GUESS)
        ),
        *mismatches,
        *quotient_mismatches(observations, figures.quotients, labels),
        *false_shares(observations, figures.parts, words, labels),
        *false_averages(observations, words, labels),
        *rate_mismatches(observations, figures.rates, labels),
        *order_mismatches(observations, figures.orders, labels),
        *scope_differences(firm, labels),
        *(scope_difference(a, b, labels) for a, b in drive_and_whole(observations, words)),
    ]
    unique = {discrepancy.iri: discrepancy for discrepancy in found}
    return tuple(unique[iri] for iri in sorted(unique)), tuple(sorted(sums, key=lambda o: o.iri))


def _same_thing(
    observations: Sequence[Observation], words: Mapping[str, Wording]
) -> dict[DiscrepancyType, list[tuple[Observation, ...]]]:
    """The figures of one thing that disagree, by how they do."""
    groups: dict[tuple[object, ...], list[Observation]] = defaultdict(list)
    for o in observations:
        key = (o.indicator, o.agent, _when(o), o.kind, o.breakdown, dimension_of(o.unit), _base(o), o.result_of)
        groups[key].append(o)
    found: dict[DiscrepancyType, list[tuple[Observation, ...]]] = {kind: [] for kind in _ORDER}
    apart = (_without_rows(g) for g in groups.values())
    for group in (g for g in apart if len({o.value for o in g}) <= MOST_VALUES):
        for kind, involved in _within(group, words).items():
            found[kind].append(involved)
    return found


def _without_rows(group: Sequence[Observation]) -> list[Observation]:
    """Without figures of a row that is understood of what went before: they are of several things, "5, 4 and 3"."""
    rows = [o for o in group if o.rule == "figure-as-before" and o.evidence]
    places = [min(o.evidence).end for o in rows]
    near = {
        o.iri
        for o, at in zip(rows, places, strict=True)
        if any(at != other and abs(at - other) < _ROW for other in places)
    }
    return [o for o in group if o.iri not in near]


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
    one, other = words.get(a.iri), words.get(b.iri)
    return one is not None and other is not None and are_worded_apart(a, b, one, other)


def _of_one_size(a: Observation, b: Observation) -> bool:
    """Whether two figures are near enough to be meant for one thing: of others one is a part, or a slip."""
    sizes = sorted((abs(a.value * factor_of(a.unit)), abs(b.value * factor_of(b.unit))))
    return sizes[0] * 3 >= sizes[1]


def _difference(kind: DiscrepancyType, involved: Sequence[Observation], labels: Mapping[str, str]) -> Discrepancy:
    stated = " and ".join(sorted({o.stated for o in involved}))
    comment = f"{opening(labels, involved[0], 'the figure')}: {stated} {_NAMES[kind]}."
    return discrepancy_of(kind, involved, relative_difference([o.value * factor_of(o.unit) for o in involved]), comment)


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
                yield discrepancy_of(DiscrepancyType.UNIT_VARIANT, (o, other), None, comment)


def _against_the_past(observations: Sequence[Observation], words: Mapping[str, Wording]) -> list[Observation]:
    """All but the changes against a plan or in other money: "66 billion more than budgeted", "in real terms"."""
    contexts = {o.iri: words[o.iri].context.partition(o.stated)[2] for o in observations if o.iri in words}
    return [
        o
        for o in observations
        if o.base_period is None
        or not (_THAN_PLANNED.match(after := contexts.get(o.iri, "")) or _ADJUSTED.search(after))
    ]


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
    difference = relative_difference([change.value, growth.computed])
    return discrepancy_of(DiscrepancyType.CONFLICT, (change, new, old), difference, comment)
