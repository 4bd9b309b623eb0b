"""Figures that seem to say one thing twice and differ: digits in another order, or nearly the same words.

The same indicator is not asked for, since a report seldom says a thing twice in the same words; so much the more is
asked of the values, and of what the words add to each other.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache
from itertools import combinations

from customs_kg.builders.figures.disagreements.apart import FEWEST_DIGITS, digits_of, is_of_same, same_digits
from customs_kg.builders.figures.disagreements.intervals import dimension_of, factor_of, relation_of
from customs_kg.builders.figures.disagreements.told_words import ACTS, OPPOSED, SLIGHT, Words, said_in, told_by
from customs_kg.builders.figures.figure import Wording
from customs_kg.graph.model import DiscrepancyType, MeasureKind, Observation

_KINDS = frozenset({MeasureKind.LEVEL, MeasureKind.SHARE, MeasureKind.AVERAGE})
_CLOSE = Decimal("0.9")  # the smaller of two figures of almost the same words is at least this part of the larger
_FEW = 100  # counts under this may differ more
_CLOSE_OF_FEW = Decimal("0.85")
_CLOSE_OF_SAME = Decimal("0.75")  # as much where all of several words are the same
_SWAPPED = Decimal("0.7")  # as much for two figures of the same digits
MOST_VALUES = 12  # what has more different values is not one thing, whatever its words
_STANDING = frozenset("own operate operation use active keep hold duty strength stand many".split())
_ASKED = frozenset("receive file".split())
_GRANTED = frozenset("approve license accredit authorize certify admit issue".split())
_SHARE = frozenset({"share", "rate", "percentage", "proportion"})
_LONG_NAME = re.compile(r"[A-Z][a-z]+(?:(?: (?:of|in|and|for|the|on|to))? [A-Z][a-z]+)+")


def twins(
    observations: Sequence[Observation], wordings: Mapping[str, Wording]
) -> Iterator[tuple[Observation, Observation]]:
    """The pairs of figures of two sentences that say one thing and cannot both be right.

    Args:
        observations: all figures.
        wordings: by the IRI of an observation, how the report words it; one without is no twin of any.
    """
    for a, b in _alike(observations, wordings):
        if is_of_same(a, b, wordings[a.iri], wordings[b.iri]):
            yield a, b


def drive_and_whole(
    observations: Sequence[Observation], wordings: Mapping[str, Wording]
) -> Iterator[tuple[Observation, Observation]]:
    """The pairs that would be twins if one were not the result of a drive: of it alone, or of the whole year?"""
    for a, b in _alike(observations, wordings):
        plain = replace(a, result_of=None), replace(b, result_of=None)
        one_drive = (a.result_of is None) != (b.result_of is None)
        if one_drive and not same_digits(a, b) and is_of_same(*plain, wordings[a.iri], wordings[b.iri]):
            yield a, b


def _alike(
    observations: Sequence[Observation], wordings: Mapping[str, Wording]
) -> Iterator[tuple[Observation, Observation]]:
    """The pairs of unequal figures of two sentences that have nearly the same words and values."""
    groups: dict[tuple[str, MeasureKind, str], list[Observation]] = defaultdict(list)
    for o in observations:
        if o.kind in _KINDS and o.value > 0 and o.iri in wordings:
            groups[dimension_of(o.unit), o.kind, end_of(o)].append(o)
    for group in groups.values():
        told_at: defaultdict[Decimal, set[int]] = defaultdict(set)
        for o in group:
            told_at[o.value * factor_of(o.unit)].add(wordings[o.iri].place)
        told = _spelled_out({o.iri: told_by(wordings[o.iri]) for o in group}, (wordings[o.iri].label for o in group))
        unnamed = {o.iri: told[o.iri] - _named(wordings[o.iri].label, wordings[o.iri].label) for o in group}
        done = {o.iri: told[o.iri] | said_in(wordings[o.iri].actor) for o in group}
        for a, b in _candidates(group, told, unnamed, done):
            one, other = wordings[a.iri], wordings[b.iri]
            words = told[a.iri], told[b.iri]
            if words[0] != words[1]:
                words = words[0] - _named(one.label, other.context), words[1] - _named(other.label, one.context)
                doers = said_in(one.actor), said_in(other.actor)  # "the post tested 412", "412 were tested at the post"
                words = words[0] - (doers[1] - words[1]), words[1] - (doers[0] - words[0])
            bodies = bool(one.named) and one.named == other.named
            alike = one.place != other.place and _are_twins(a, b, *words, bodies=bodies)
            beside = other.place in told_at[a.value * factor_of(a.unit)]  # "51 were seen; 15 were in order"
            beside |= one.place in told_at[b.value * factor_of(b.unit)]
            if alike and not beside and _differ(a, b):
                yield a, b


@lru_cache(maxsize=4096)
def _named(label: str, context: str) -> Words:
    """The words of names in a label that a context names too: "the members of the Key Club", "the Key Club has"."""
    return frozenset(word for name in _LONG_NAME.findall(label) if name in context for word in said_in(name))


def _candidates(
    group: Sequence[Observation], *worded: Mapping[str, Words]
) -> Iterator[tuple[Observation, Observation]]:
    """The pairs of unequal figures with the same telling words, or the same digits in another order.

    `worded` gives the words of each figure in several ways: all, without names, with those for who did it.
    """
    values = [o.value * factor_of(o.unit) for o in group]
    alike: defaultdict[object, list[int]] = defaultdict(list)
    for n, o in enumerate(group):
        for words in {way[o.iri] for way in worded}:
            alike[words - ACTS - SLIGHT].append(n)
    crowded = {n for places in alike.values() if len({values[n] for n in places}) > MOST_VALUES for n in places}
    for n, o in enumerate(group):
        for digits in {"".join(sorted(d)) for d in (digits_of(o), digits_of(o).rstrip("0"))}:
            alike[digits].append(n)
    rows = ([n for n in places if n not in crowded] for places in alike.values())
    pairs = {(a, b) for row in rows for a, b in combinations(row, 2) if values[a] != values[b]}
    yield from ((group[first], group[second]) for first, second in sorted(pairs))


def joined(groups: Sequence[Sequence[Observation]]) -> list[tuple[Observation, ...]]:
    """Groups of figures, those that share one put together: one contradiction however often it is repeated."""
    parts: list[dict[str, Observation]] = []
    for group in groups:
        part = {o.iri: o for o in group}
        touching = [p for p in parts if p.keys() & part.keys()]
        parts = [p for p in parts if p not in touching]
        for other in touching:
            part |= other
        parts.append(part)
    return [tuple(part[iri] for iri in sorted(part)) for part in parts]


def end_of(o: Observation) -> str:
    """What two periods that may be one have in common: their end, or their year where it has no limits."""
    return o.period.end.isoformat() if o.period.end else o.period.key


def _spelled_out(told: Mapping[str, Words], labels: Iterable[str]) -> dict[str, Words]:
    """The words of each figure, with a short form as the words that it is short for in the label of another."""
    long = {}
    for name in (name for label in labels for name in _LONG_NAME.findall(label)):
        long["".join(word[0] for word in name.split()).lower()] = said_in(name)
        long["".join(word[0] for word in name.split() if word[0].isupper()).lower()] = said_in(name)
    full = {iri: [long.get(word, {word}) for word in words] for iri, words in told.items()}
    return {iri: frozenset(word for words in parts for word in words) for iri, parts in full.items()}


def _differ(a: Observation, b: Observation) -> bool:
    factors = factor_of(a.unit), factor_of(b.unit)
    same = a.value * factors[0] == b.value * factors[1]
    return not same and relation_of(a, b, *factors) is DiscrepancyType.CONFLICT


def _are_twins(a: Observation, b: Observation, one: Words, other: Words, *, bodies: bool = False) -> bool:
    """Whether the values are so near, and the words so alike, that both are meant for one thing.

    `bodies` tells that both are said of the same named bodies: a word is enough then.
    """
    small, large = sorted((a.value * factor_of(a.unit), b.value * factor_of(b.unit)))
    swapped = small / large >= _SWAPPED and same_digits(a, b)
    limit = _CLOSE if large >= _FEW else _CLOSE_OF_FEW
    same = one == other and (len(one) > 1 or bodies)
    near = small / large >= (_CLOSE_OF_SAME if same else limit)
    if not (swapped or near):
        return False
    if swapped and _share(one, other):
        return True
    digits = min(len(digits_of(o)) or len(o.value.as_tuple().digits) for o in (a, b))
    fewest = 2 if same or len(one & other) > 1 or one ^ other <= _STANDING | SLIGHT else FEWEST_DIGITS
    asked = any(a & _ASKED and b & _GRANTED for a, b in ((one, other), (other, one)))  # "received 9", "approved 8"
    return bool(one & other) and one ^ other <= ACTS | SLIGHT and digits >= fewest and not asked


def _share(one: Words, other: Words) -> bool:
    """Whether two phrases speak of one thing: a word in common, and nothing that sets them apart."""
    shares = bool(one & other & _SHARE)
    one, other = one - _SHARE, other - _SHARE
    apart, beside = one - other, other - one
    opposed = any(words & apart and words & beside for words in OPPOSED)
    contrast = bool(apart - ACTS - SLIGHT and beside - ACTS - SLIGHT)  # "excise on rum", "excise on tea"
    told = min(len(apart - ACTS - SLIGHT), len(beside - ACTS - SLIGHT))  # "at our request", "of one's own accord"
    near = not apart or not beside or (len(one & other) > 1 and told < 2) or (not contrast and len(apart) < 3)
    near &= not (shares and len(one & other) == 1 and one != other)  # shares of one whole, each of its own part
    return bool(one & other) and not opposed and not (contrast and len((one & other) - ACTS) < 2) and near
