"""Pairs of figures that seem to say one thing twice and differ: digits in another order, or nearly the same words.

The same indicator is not asked for, since a report seldom says a thing twice in the same words; so much the more is
asked of the values.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import combinations

from customs_kg.builders.figures.indicators import stems
from customs_kg.builders.figures.intervals import relation_of
from customs_kg.graph.model import DiscrepancyType, Entity, MeasureKind, Observation, Period, Qualifier

Words = frozenset[str]
_KINDS = frozenset({MeasureKind.LEVEL, MeasureKind.SHARE, MeasureKind.AVERAGE})
_CLOSE = Decimal("0.9")  # the smaller of two figures of almost the same words is at least this part of the larger
_SWAPPED = Decimal("0.7")  # as much for two figures of the same digits
_DIGITS = 3  # fewer digits are the same in another order too often
_TELLING_NOTHING = frozenset(
    "total overall number amount quantity volume value figure all make bring take carry come have be hold see find"
    " record report register count work employ serve work strong member quarter half month end date start period"
    " service authority agency administration customs custom department new same both"
    " together during out in at on with from brought border".split()
)
_ACTS = frozenset("seize detain collect process handle clear file issue detect all".split())
_OPPOSED = tuple(
    frozenset(words.split())
    for words in (
        "import export transit", "man woman", "male female", "inbound outbound", "arrival departure",
        "air sea road rail land",
        "open close", "north south east west", "import reexport", "first second third fourth", "target actual budget",
        "passenger cargo", "number value weight", "value volume",
    )
)  # fmt: skip


def twins(
    observations: Sequence[Observation], indicators: Sequence[Entity], places: Mapping[str, int]
) -> Iterator[tuple[Observation, Observation]]:
    """The pairs of figures of two sentences that say one thing and cannot both be right.

    Args:
        observations: all figures.
        indicators: what they measure, with the phrases that the report has for it.
        places: by the IRI of an observation, the number of the sentence or cell that states it.
    """
    names = {entity.iri: _names(entity) for entity in indicators}
    groups: dict[tuple[str, MeasureKind, str], list[Observation]] = defaultdict(list)
    for o in observations:
        if o.kind in _KINDS and o.qualifier is Qualifier.EXACT and o.value > 0 and not o.computed_from:
            for day in _ends(o.period):
                groups[o.unit, o.kind, day].append(o)
    seen: set[tuple[str, str]] = set()
    for group in groups.values():
        for a, b in combinations(group, 2):
            key = (min(a.iri, b.iri), max(a.iri, b.iri))
            if key not in seen and a.indicator != b.indicator and places.get(a.iri) != places.get(b.iri):
                seen.add(key)
                if _differ(a, b) and _are_twins(a, b, names):
                    yield a, b


def _ends(period: Period) -> Iterable[str]:
    """What two periods that may be one have in common: their end, or their year where it has no limits."""
    return (period.end.isoformat() if period.end else period.key,)


def _names(entity: Entity) -> tuple[Words, ...]:
    """The words of each phrase for an indicator, without those that tell nothing."""
    phrases = [entity.label, *entity.alt_labels]
    told = {frozenset(stems(re.sub(r"\bby all \w+|[():]", " ", phrase)) - _TELLING_NOTHING) for phrase in phrases}
    return tuple(sorted((words for words in told if words), key=sorted))


def _differ(a: Observation, b: Observation) -> bool:
    return a.value != b.value and relation_of(a, b) is DiscrepancyType.CONFLICT


def _are_twins(a: Observation, b: Observation, names: Mapping[str, tuple[Words, ...]]) -> bool:
    ratio = min(a.value, b.value) / max(a.value, b.value)
    swapped = ratio >= _SWAPPED and _same_digits(a, b)
    if not swapped and ratio < _CLOSE:
        return False
    pairs = [(x, y) for x in names.get(a.indicator, ()) for y in names.get(b.indicator, ())]
    if any(x ^ y <= _ACTS for x, y in pairs) and min(len(_digits(a)), len(_digits(b))) >= _DIGITS:
        return True
    return swapped and any(_share(x, y) for x, y in pairs)


def _share(one: Words, other: Words) -> bool:
    """Whether two phrases speak of one thing: a word in common, and nothing that sets them apart."""
    apart, beside = one - other, other - one
    opposed = any(words & apart and words & beside for words in _OPPOSED)
    return bool(one & other) and not opposed and (not apart or not beside or len(one & other) > 1 or len(apart) < 3)


def _digits(o: Observation) -> str:
    return "".join(re.findall(r"\d", o.stated.split("(")[0])).lstrip("0")


def _same_digits(a: Observation, b: Observation) -> bool:
    """The digits of two figures are the same in another order: a slip of the pen."""
    one, other = _digits(a), _digits(b)
    return len(one) >= _DIGITS and one != other and sorted(one) == sorted(other)
