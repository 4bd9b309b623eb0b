"""Changes that do not follow from the two levels that they compare: "up 23% to 120 from 100".

A shortfall or surplus compares a level with its target.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from customs_kg.builders.figures.disagreements.apart import counts_finds
from customs_kg.builders.figures.disagreements.intervals import dimension_of, significant_digits
from customs_kg.builders.figures.disagreements.told_words import SLIGHT, TELLING_NOTHING, told_by
from customs_kg.builders.figures.figure import Wording
from customs_kg.builders.figures.indicators import stems
from customs_kg.builders.quantities.units import NUM
from customs_kg.graph.model import MeasureKind, Observation, Qualifier

_PERCENT = frozenset({MeasureKind.YOY_PERCENT, MeasureKind.CHANGE_PERCENT})
_DIFFERENCE = frozenset(
    {MeasureKind.YOY_ABSOLUTE, MeasureKind.CHANGE_ABSOLUTE, MeasureKind.YOY_POINT, MeasureKind.CHANGE_POINT}
)
_LEVELS = frozenset({MeasureKind.LEVEL, MeasureKind.SHARE, MeasureKind.AVERAGE})
_GOALS = {MeasureKind.TARGET_LEVEL: MeasureKind.LEVEL, MeasureKind.TARGET_SHARE: MeasureKind.SHARE}
_ABOUT = Decimal("0.15")  # how far a multiple in words ("doubled") may lie from the true one, as a part of it
_HARDLY = Decimal("0.05")  # how far the true one may lie under a bound ("more than doubled")
_LOOSELY = Decimal("0.3")  # how far "nearly 20 per cent" may
_GENERAL = frozenset({"revenue", "money", "catch", "collect"})
_WORTH = re.compile(r"\b(?:values?|worth|prices?)\b", re.IGNORECASE)
_DIGITS = 3  # a level with fewer digits than this is not known again by its value
_MOST = 3  # a change so many times another was not meant for it: one of the levels is of something else


@dataclass(frozen=True, slots=True)
class Growth:
    """A change with the two levels that it compares, and what they make of it, in the unit of the change."""

    change: Observation
    new: Observation
    old: Observation
    computed: Decimal


class _Beside:
    """The levels of each sentence."""

    def __init__(self, observations: Sequence[Observation], wordings: Mapping[str, Wording]) -> None:
        self._wordings = wordings
        self._levels: dict[int, list[Observation]] = defaultdict(list)
        for o in observations:
            if o.iri in wordings and o.value > 0 and o.kind in _LEVELS and o.qualifier is Qualifier.EXACT:
                self._levels[wordings[o.iri].place].append(o)

    def of(self, change: Observation) -> list[tuple[Observation, Observation]]:
        """The two levels of the sentence of a change that can be meant by it, where these are all."""
        wording = self._wordings.get(change.iri)
        if wording is None or change.kind in _DIFFERENCE:
            return []
        words = _words(wording)
        named = [o for o in self._levels[wording.place] if _words(self._wordings[o.iri]) == words]
        news = [o for o in named if o.period.key == change.period.key]
        news = [o for o in news if o.indicator == change.indicator] or news
        base = change.base_period
        olds = [o for o in named if (o.period.key == base.key if base else o not in news)]
        return [(news[0], olds[0])] if len(news) == len(olds) == 1 and words else []


def _words(wording: Wording) -> frozenset[str]:
    return stems(wording.label.replace("(", "").replace(")", "")) - _GENERAL - TELLING_NOTHING


def false_growths(
    observations: Sequence[Observation], wordings: Mapping[str, Wording], sure: Decimal
) -> Iterator[Growth]:
    """The changes that no two levels of theirs bear out, each with the two that come nearest.

    What is less `sure` (a confidence, 0 to 1) is compared with what its own sentence says alone.

    A change is borne out where any level of its period and any of its base give it within their rounding. The two of
    its sentence will do where its own words are among those of the change: "the quantity doubled".
    """
    levels: dict[tuple[object, ...], list[Observation]] = defaultdict(list)
    goals: dict[tuple[object, ...], list[Observation]] = defaultdict(list)
    for o in observations:
        if o.confidence >= sure and o.value > 0 and o.qualifier is Qualifier.EXACT and o.kind in (*_LEVELS, *_GOALS):
            (goals if o.kind in _GOALS else levels)[_thing(o), o.period.key].append(o)
    by_value: dict[tuple[object, ...], list[tuple[object, ...]]] = defaultdict(list)
    for group in levels.values():
        for o in (o for o in group if significant_digits(o) >= _DIGITS):
            by_value[_value(o)].append(_thing(o))
    beside, worded = _Beside(observations, wordings), _by_words(observations, wordings, sure)
    for change in observations:
        exact = change.qualifier is Qualifier.EXACT
        if change.kind not in (_PERCENT | _DIFFERENCE if exact else _PERCENT) | {MeasureKind.MULTIPLE}:
            continue
        base = change.base_period
        if change.confidence < sure:
            yield from _misstated(change, beside.of(change))
            continue
        news = _of_sentence(change, levels[_thing(change), change.period.key], wordings)
        olds = levels[_thing(change), base.key] if base else goals[_thing(change), change.period.key]
        if base and not olds:
            olds = [o for new in news for thing in by_value[_value(new)] for o in levels[thing, base.key]]
        pairs = [(new, old) for new in news for old in olds]
        if not pairs and base and change.iri in wordings:
            both = (change.period.key, base.key)
            named = [o for o in worded.get(_worded(change, wordings), ()) if o.period.key in both]
            named = [] if _WORTH.search(wordings[change.iri].label) and not all(_is_money(o) for o in named) else named
            alike = len({o.unit for o in named}) == 1
            news, olds = ([o for o in named if alike and o.period.key == key] for key in (change.period.key, base.key))
            pairs = [(new, old) for new in news for old in olds]
        yield from _misstated(change, pairs or beside.of(change))


def _of_sentence(change: Observation, news: list[Observation], wordings: Mapping[str, Wording]) -> list[Observation]:
    """The levels that the sentence of a change gives beside it, else all: "brought in 8 million, 12 percent more"."""
    place = wordings[change.iri].place if change.iri in wordings else -1
    return [o for o in news if o.iri in wordings and wordings[o.iri].place == place] or news


def _by_words(
    observations: Sequence[Observation], wordings: Mapping[str, Wording], sure: Decimal
) -> Mapping[tuple[object, ...], Sequence[Observation]]:
    """The levels by the words for what they measure: "the number of guests grew", "guests numbered 40"."""
    found: dict[tuple[object, ...], list[Observation]] = defaultdict(list)
    for o in observations:
        exact = o.confidence >= sure and o.value > 0 and o.qualifier is Qualifier.EXACT
        if exact and o.kind in _LEVELS and o.iri in wordings and told_by(wordings[o.iri]) - SLIGHT:
            found[_worded(o, wordings)].append(o)
    return found


def _is_money(o: Observation) -> bool:
    return dimension_of(o.unit) == o.unit and o.unit != NUM


def _worded(o: Observation, wordings: Mapping[str, Wording]) -> tuple[object, ...]:
    wording = wordings[o.iri]
    return told_by(wording) - SLIGHT, counts_finds(wording), wording.named, o.agent, o.breakdown, o.result_of


def _misstated(change: Observation, pairs: Iterable[tuple[Observation, Observation]]) -> Iterator[Growth]:
    """The change with the two levels that come nearest to it, where none of these pairs bears it out."""
    growths = [_growth(change, new, old) for new, old in pairs if _fits(change, new, old)]
    if growths and not any(_bears_out(growth) for growth in growths):
        nearest = min(growths, key=lambda g: (abs(g.computed - change.value), g.new.iri, g.old.iri))
        if _is_meant(nearest):
            yield nearest


def _value(o: Observation) -> tuple[object, ...]:
    """By what a level is known again that another place of the report calls by another name."""
    return o.value, o.unit, o.kind, o.period.key, o.agent


def _thing(o: Observation) -> tuple[object, ...]:
    return o.indicator, o.agent, o.breakdown, o.result_of


def _fits(change: Observation, new: Observation, old: Observation) -> bool:
    """Whether two levels are of one unit, and of that of a difference between them."""
    points = change.kind in (MeasureKind.YOY_POINT, MeasureKind.CHANGE_POINT)
    same = new.kind is _GOALS.get(old.kind, old.kind) and new.unit == old.unit
    return same and (
        change.kind in _PERCENT or change.kind is MeasureKind.MULTIPLE or points == (new.kind is MeasureKind.SHARE)
    )


def _growth(change: Observation, new: Observation, old: Observation) -> Growth:
    if change.kind is MeasureKind.MULTIPLE:
        return Growth(change, new, old, new.value / old.value)
    computed = (new.value / old.value - 1) * 100 if change.kind in _PERCENT else new.value - old.value
    return Growth(change, new, old, computed)


def _bears_out(growth: Growth) -> bool:
    """Whether a change lies within the rounding of itself and of its two levels."""
    change, new, old = growth.change, growth.new, growth.old
    in_words = not any(ch.isdigit() for ch in change.stated)  # "an increase of a fifth"
    if change.kind is MeasureKind.MULTIPLE or change.qualifier is not Qualifier.EXACT or in_words:
        return _is_about(growth)
    if change.kind in _PERCENT:
        rounding = 100 * (new.half_width / old.value + new.value * old.half_width / old.value**2)
    else:
        rounding = new.half_width + old.half_width
    step = 2 * max(change.half_width, Decimal("0.05")) if change.kind in _PERCENT else change.half_width
    return abs(growth.computed - change.value) <= rounding + step


def _is_about(growth: Growth) -> bool:
    """Whether a change is about what words such as "doubled" or "nearly 20 per cent" say; a bound has one side."""
    stated, qualifier = growth.change.value, growth.change.qualifier
    slack = abs(stated) * (_ABOUT if growth.change.kind is MeasureKind.MULTIPLE else _LOOSELY)
    if qualifier in (Qualifier.OVER, Qualifier.AT_LEAST) and growth.change.kind is MeasureKind.MULTIPLE:
        slack = abs(stated) * _HARDLY
    low, high = abs(stated) - slack, abs(stated) + slack
    size = growth.computed if stated > 0 else -growth.computed
    above = qualifier in (Qualifier.OVER, Qualifier.AT_LEAST) or size <= high
    return above and (qualifier in (Qualifier.UNDER, Qualifier.AT_MOST) or size >= low)


def _is_meant(growth: Growth) -> bool:
    """Whether the change can be meant for the two levels: of one direction and about their size."""
    stated, computed = growth.change.value, growth.computed
    if stated * computed <= 0:
        return False
    small, large = sorted((abs(stated), abs(computed)))
    return large <= _MOST * small
