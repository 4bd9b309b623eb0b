"""Shares and averages that the numbers told at another place do not bear out: "a third of our 90 boats", "40 boats"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from customs_kg.builders.figures.disagreements.apart import is_of_same
from customs_kg.builders.figures.disagreements.discrepancies import discrepancy_of, opening, relative_difference
from customs_kg.builders.figures.disagreements.intervals import PERCENT, bounds_of
from customs_kg.builders.figures.disagreements.quotient_checks import average_mismatch
from customs_kg.builders.figures.disagreements.told_words import ACTS, SLIGHT, Words, said_in, told_by
from customs_kg.builders.figures.disagreements.twins import end_of
from customs_kg.builders.figures.figure import StatedPart, Wording
from customs_kg.builders.figures.period_rates import IN_YEAR, is_of_year
from customs_kg.graph.model import Discrepancy, DiscrepancyType, MeasureKind, Observation

_MOST = Decimal("1.5")  # a share or average so many times what the numbers make is one of something else
_SLACK = Decimal("0.05")  # of an average, which is rounded more than it shows
_SHARE = frozenset("share rate percentage proportion percent part".split())
_STAFF = frozenset("employee personnel workforce officer people person".split())
_EACH = re.compile(r"\b(?:a|an|per|each|every) (day|week|month)\b|\b(dai|week|month)ly\b", re.IGNORECASE)
_OF_EACH = frozenset("day week month daily weekly monthly per average mean".split())
_WITHIN = re.compile(r"\b\w+ (?:working )?(?:minutes?|hours?|days?|weeks?|months?)\b", re.IGNORECASE)
_NEAR = 40  # characters before and after an average that name its period


def false_shares(
    observations: Sequence[Observation],
    parts: Sequence[StatedPart],
    wordings: Mapping[str, Wording],
    labels: Mapping[str, str],
) -> Iterator[Discrepancy]:
    """The shares that a part and its whole, told together at another place, do not bear out."""
    known = {o.iri: o for o in observations}
    shares = [o for o in observations if o.kind is MeasureKind.SHARE and o.unit == PERCENT and o.iri in wordings]
    for one in parts if shares else ():
        part, whole = known[one.part], known[one.whole]
        if part.iri not in wordings or whole.iri not in wordings:
            continue
        for share in (s for s in shares if end_of(s) == end_of(part)):
            if _is_share_of(wordings[share.iri], wordings[part.iri], wordings[whole.iri]) and is_of_same(
                share, part, wordings[share.iri], wordings[part.iri]
            ):
                yield from _unless_borne_out(share, part, whole, labels)


def _is_share_of(share: Wording, part: Wording, whole: Wording) -> bool:
    """Whether a share is worded as that of a part in its whole, and all words that narrow the part narrow it too."""
    if share.place == part.place or share.named != part.named or _limits(share) != _limits(part):
        return False
    said, told, all_told = (_plain(told_by(w)) for w in (share, part, whole))
    own = told - all_told - SLIGHT
    return bool(own and said & all_told) and own <= said <= told | all_told | SLIGHT | _plain(said_in(part.context))


def _plain(words: Words) -> Words:
    """The words without those for a share, and the staff by one name."""
    return frozenset("staff" if word in _STAFF else word for word in words - _SHARE)


def _limits(wording: Wording) -> frozenset[str]:
    """The lengths of time within which something was done: "answered within ten days"."""
    return frozenset(limit.lower() for limit in _WITHIN.findall(wording.context))


def _unless_borne_out(
    share: Observation, part: Observation, whole: Observation, labels: Mapping[str, str]
) -> Iterator[Discrepancy]:
    (least, most), (fewest, many) = bounds_of(part), bounds_of(whole)
    low, high = bounds_of(share)
    if fewest <= 0 or not any(ch.isdigit() for ch in share.stated):
        return
    computed = 100 * part.value / whole.value
    small, large = sorted((share.value, computed))
    borne_out = low - 1 <= 100 * most / fewest and 100 * least / many <= high + 1
    if not borne_out and large <= _MOST * small:
        comment = (
            f"{opening(labels, share, 'the share')} is given as {share.stated}, "
            f"but {part.stated} of {whole.stated} is {computed:,.2f} %."
        )
        difference = relative_difference([share.value, computed])
        yield discrepancy_of(DiscrepancyType.CONFLICT, (share, part, whole), difference, comment)


def false_averages(
    observations: Sequence[Observation], wordings: Mapping[str, Wording], labels: Mapping[str, str]
) -> Iterator[Discrepancy]:
    """The averages of a day, week or month of which no number makes the total of the year told at another place."""
    totals: defaultdict[tuple[object, ...], list[Observation]] = defaultdict(list)
    for o in observations:
        if o.kind is MeasureKind.LEVEL and o.value > 0 and o.iri in wordings and is_of_year(o.period):
            totals[o.unit, o.period.key, o.agent, o.result_of, told_by(wordings[o.iri]) - ACTS - SLIGHT].append(o)
    for rate in (o for o in observations if o.kind is MeasureKind.AVERAGE and o.value > 0 and o.iri in wordings):
        wording = wordings[rate.iri]
        before, _, after = wording.context.lower().partition(rate.stated.lower())
        near = f"{before[-_NEAR:]} | {after[:_NEAR]}"
        units = {m[1] or {"dai": "day"}.get(m[2], m[2]) for m in _EACH.finditer(near)}
        words = told_by(wording) - ACTS - SLIGHT - _OF_EACH
        if len(units) != 1 or not words or not is_of_year(rate.period):
            continue
        fewest, most = IN_YEAR[units.pop()]
        told = [
            o
            for o in totals[rate.unit, rate.period.key, rate.agent, rate.result_of, words]
            if wording.named == wordings[o.iri].named and is_of_same(rate, o, wording, wordings[o.iri])
        ]
        low, high = bounds_of(rate)
        low, high = low * fewest * (1 - _SLACK), high * most * (1 + _SLACK)
        if any(low <= bounds_of(o)[1] and bounds_of(o)[0] <= high for o in told):
            continue
        for total in (o for o in told if low <= o.value * _MOST and o.value <= high * _MOST):
            yield average_mismatch(rate, total, labels)
