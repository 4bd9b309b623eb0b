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

from customs_kg.builders.english.words import noun_lemma
from customs_kg.builders.figures.disagreements.intervals import dimension_of, factor_of, relation_of
from customs_kg.builders.figures.disagreements.told_words import ACTS, OPPOSED, SLIGHT, Words, told_by
from customs_kg.builders.figures.figure import Wording
from customs_kg.builders.figures.indicators import stems
from customs_kg.graph.model import DiscrepancyType, MeasureKind, Observation

_KINDS = frozenset({MeasureKind.LEVEL, MeasureKind.SHARE, MeasureKind.AVERAGE})
_CLOSE = Decimal("0.9")  # the smaller of two figures of almost the same words is at least this part of the larger
_FEW = 100  # counts under this may differ more
_CLOSE_OF_FEW = Decimal("0.85")
_SWAPPED = Decimal("0.7")  # as much for two figures of the same digits
MOST_VALUES = 12  # what has more different values is not one thing, whatever its words
_DIGITS = 3  # fewer digits are the same in another order too often
_LONG_NAME = re.compile(r"[A-Z][a-z]+(?:(?: (?:of|in|and|for|the|on|to))? [A-Z][a-z]+)+")
_SIDES = tuple(
    frozenset(words.split())
    for words in ("north south east west northern southern eastern western", "old new", "airport seaport")
)
_PLACES = frozenset("port airport seaport harbour district region province county crossing post island".split())
_RESULT = re.compile(r"(?:result|outcome|outturn|actual|achieved)s?:", re.IGNORECASE)
_TENTATIVE = re.compile(
    r"\b(?:provisional(?:ly)?|preliminar(?:y|ily)|estimate[ds]?|forecast|budget(?:ed)?|target|goal|plan(?:ned)?"
    r"|expected|projected|approved by parliament|so far|unaudited)\b",
    re.IGNORECASE,
)
_UNSETTLED = re.compile(
    r"\b(?:provisional(?:ly)?|preliminar(?:y|ily)|unaudited)\b|^(?:measure|target|standard|indicator|goal|kpi) \d",
    re.IGNORECASE,
)
_ALONE = re.compile(r"\b(?:at|in|from|by) [^,;:]{2,60} alone\b")
_COMPARISON = re.compile(r"\b(?:above|below|over|under|beyond|against|than|short of|exceed\w+|missed)\b[^,;.]*")
_AIM = re.compile(
    r"\b(?:target|goal|estimate|budget|forecast|plan)(?: (?:of|for|was|had been|is)\b|:| (?=\S*\d))[^,;.]*?\d[\d.,]*",
    re.IGNORECASE,
)
_FINDS = re.compile(r"\b(?:seizures?|confiscations?|interceptions?|detections?|finds)\b", re.IGNORECASE)
_ALL = re.compile(r"\ball (?:(?:the|our|its|these|those) )?(?:[\d.,]+ )?([a-z]{3,}s)\b")
_KIND = re.compile(r"\b([a-z-]+) (?=([a-z]{3,}s)\b)")
_NO_KIND = frozenset("all the our its their these those of at in on by for and or with to from".split())
_COUNTED = tuple(re.compile(words, re.IGNORECASE) for words in (r"\b(?:full[- ]time|FTEs?)\b", r"\bgross(?:ed)?\b"))
_STAGES = tuple(
    re.compile(words, re.IGNORECASE)
    for words in (
        r"\b(?:appl(?:y|ied|ying|ications?) for|applicants?|sought|requested|candidates?)\b",
        r"^(?!.*\b(?:seiz|confiscat|detain|intercept)).*\b(?:destroy|burnt|incinerat|auction|sold|disposed)",
    )
)


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
        for a, b in _candidates(group, told):
            one, other = wordings[a.iri], wordings[b.iri]
            alike = one.place != other.place and _are_twins(a, b, told[a.iri], told[b.iri])
            beside = other.place in told_at[a.value * factor_of(a.unit)]  # "51 were seen; 15 were in order"
            beside |= one.place in told_at[b.value * factor_of(b.unit)]
            if alike and not beside and _differ(a, b):
                yield a, b


def _candidates(group: Sequence[Observation], told: Mapping[str, Words]) -> Iterator[tuple[Observation, Observation]]:
    """The pairs of unequal figures with the same telling words, or the same digits in another order."""
    values = [o.value * factor_of(o.unit) for o in group]
    alike: defaultdict[object, list[int]] = defaultdict(list)
    for n, o in enumerate(group):
        alike[told[o.iri] - ACTS - SLIGHT].append(n)
    crowded = {n for places in alike.values() if len({values[n] for n in places}) > MOST_VALUES for n in places}
    for n, o in enumerate(group):
        for digits in {"".join(sorted(d)) for d in (_digits(o), _digits(o).rstrip("0"))}:
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


def of_other_bodies(one: Wording, other: Wording) -> bool:
    """Whether two wordings name bodies or places, and not one in common; one that names none speaks of the whole."""
    return bool(one.named and other.named and not one.named & other.named)


def of_other_actors(one: Wording, other: Wording) -> bool:
    """Whether two wordings tell what two bodies of a kind did: "the central laboratory", "the mobile laboratory".

    What one port or district did is not what all did.
    """
    a, b = _doer(one), _doer(other)
    local = bool(a & _PLACES and one.named) != bool(b & _PLACES and other.named)
    return bool(a & b and a - b and b - a) or local


def _doer(wording: Wording) -> Words:
    """The words for who did it, where they are not those for the thing itself: "express parcels rose"."""
    words = frozenset(word for word in stems(wording.actor) if not word.isdigit())
    return frozenset() if words <= stems(wording.label) else words


def of_other_counts(one: Wording, other: Wording) -> bool:
    """Whether only one of two wordings counts in full-time equivalents, gross, or what was asked for or destroyed."""
    return _counting(one.label, one.context) != _counting(other.label, other.context)


@lru_cache(maxsize=4096)
def _counting(label: str, context: str) -> tuple[bool, ...]:
    return (
        *(pattern.search(context) is not None for pattern in _COUNTED),
        *(pattern.search(label) is not None for pattern in _STAGES),
    )


def is_unsettled(wording: Wording) -> bool:
    """Whether a wording gives a figure for the time being: "provisional figures put revenue at 410 million"."""
    return bool(_UNSETTLED.search(wording.context))


def is_of_one_place(wording: Wording) -> bool:
    """As in "at the port of Sund alone": a part that is told for its size."""
    return _ALONE.search(wording.context) is not None


def is_result_of(one: Wording, other: Wording) -> bool:
    """Whether one of two wordings tells the result of what the other demands: "At least 75% ... Result: 71%"."""
    return bool(_RESULT.match(one.stretch)) != bool(_RESULT.match(other.stretch))


def end_of(o: Observation) -> str:
    """What two periods that may be one have in common: their end, or their year where it has no limits."""
    return o.period.end.isoformat() if o.period.end else o.period.key


def _spelled_out(told: Mapping[str, Words], labels: Iterable[str]) -> dict[str, Words]:
    """The words of each figure, with a short form as the words that it is short for in the label of another."""
    long = {}
    for name in (name for label in labels for name in _LONG_NAME.findall(label)):
        long["".join(word[0] for word in name.split()).lower()] = stems(name)
        long["".join(word[0] for word in name.split() if word[0].isupper()).lower()] = stems(name)
    full = {iri: [long.get(word, {word}) for word in words] for iri, words in told.items()}
    return {iri: frozenset(word for words in parts for word in words) for iri, parts in full.items()}


def _differ(a: Observation, b: Observation) -> bool:
    factors = factor_of(a.unit), factor_of(b.unit)
    same = a.value * factors[0] == b.value * factors[1]
    return not same and relation_of(a, b, *factors) is DiscrepancyType.CONFLICT


def _are_twins(a: Observation, b: Observation, one: Words, other: Words) -> bool:
    """Whether the values are so near, and the words so alike, that both are meant for one thing."""
    small, large = sorted((a.value * factor_of(a.unit), b.value * factor_of(b.unit)))
    swapped = small / large >= _SWAPPED and same_digits(a, b)
    near = small / large >= (_CLOSE if large >= _FEW else _CLOSE_OF_FEW)
    if not (swapped or near):
        return False
    if swapped and _share(one, other):
        return True
    digits = min(len(_digits(o)) or len(o.value.as_tuple().digits) for o in (a, b))
    return bool(one & other) and one ^ other <= ACTS | SLIGHT and digits >= (2 if len(one & other) > 1 else _DIGITS)


def are_part_and_whole(a: Observation, b: Observation, one: Wording, other: Wording) -> bool:
    """Whether one of two figures makes the other with its neighbours: "3,018 by land and 1,228 by air", "4,246"."""
    return b.value in one.wholes or a.value in other.wholes


def is_of_same(a: Observation, b: Observation, one: Wording, other: Wording) -> bool:
    """Whether two wordings are of the same bodies, drives and standing: not a forecast beside a result."""
    of_one_drive = a.result_of == b.result_of or same_digits(a, b)
    tentative = _is_tentative(a, one) != _is_tentative(b, other)
    apart = (
        _on_other_sides(one, other)
        or (of_other_bodies(one, other) and not same_digits(a, b))
        or of_other_actors(one, other)
    )
    apart |= is_of_one_place(one) != is_of_one_place(other) or _is_one_of_all(one, other) or _is_one_of_all(other, one)
    apart |= _counts_finds(a, one) != _counts_finds(b, other) and not same_digits(a, b)
    apart |= of_other_counts(one, other) or are_part_and_whole(a, b, one, other)
    return not apart and of_one_drive and not tentative and not is_result_of(one, other)


def _counts_finds(o: Observation, wording: Wording) -> bool:
    """Whether a count is one of seizures, of which each may be of many things."""
    return o.unit.endswith("NUM") and _FINDS.search(wording.label) is not None


def _is_one_of_all(one: Wording, other: Wording) -> bool:
    """Whether one wording is of all things of a name and the other of a kind of them: "all ports", "sea ports"."""
    nouns = {noun_lemma(word) for word in _ALL.findall(one.context.lower())}
    kinds = ((m[1], noun_lemma(m[2])) for m in _KIND.finditer(other.context.lower())) if nouns else ()
    return any(noun in nouns and kind not in _NO_KIND for kind, noun in kinds)


def _on_other_sides(one: Wording, other: Wording) -> bool:
    """Whether one wording speaks of the north and the other of the south, or of the old and the new of a kind."""
    a, b = stems(one.context), stems(other.context)
    return any(sides & a and sides & b and not sides & a & b for sides in _SIDES)


def _is_tentative(o: Observation, wording: Wording) -> bool:
    """Whether a figure is an estimate or aim; a target with a figure of its own beside it is not meant."""
    stretch = _COMPARISON.sub("", wording.stretch)
    beside = _AIM.sub(lambda m: m[0] if o.stated in m[0] else "", stretch)
    return bool(_TENTATIVE.search(beside) or is_unsettled(wording))


def _share(one: Words, other: Words) -> bool:
    """Whether two phrases speak of one thing: a word in common, and nothing that sets them apart."""
    apart, beside = one - other, other - one
    opposed = any(words & apart and words & beside for words in OPPOSED)
    other_things = len(one & other) == 1 and one & other <= ACTS and bool(apart - ACTS and beside - ACTS)
    told = min(len(apart - ACTS - SLIGHT), len(beside - ACTS - SLIGHT))  # "at our request", "of one's own accord"
    near = not apart or not beside or (len(one & other) > 1 and told < 2) or len(apart) < 3
    return bool(one & other) and not opposed and not other_things and near


def _digits(o: Observation) -> str:
    """The digits of a figure as stated."""
    return _digits_of(o.stated)


@lru_cache(maxsize=4096)
def _digits_of(stated: str) -> str:
    return "".join(re.findall(r"\d", stated.split("(")[0])).lstrip("0")


def same_digits(a: Observation, b: Observation) -> bool:
    """Whether the digits of two figures are the same in another order, zeros at the end aside: a slip of the pen."""
    pairs = [(_digits(a), _digits(b)), (_digits(a).rstrip("0"), _digits(b).rstrip("0"))]
    return any(len(one) >= _DIGITS and one != other and sorted(one) == sorted(other) for one, other in pairs)
