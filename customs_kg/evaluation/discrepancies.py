"""Discrepancies against an annotation: contradictions are flagged, sums that hold are not, and nothing else is."""

from __future__ import annotations

from collections.abc import Sequence

from customs_kg.evaluation.annotation import AnnotatedInconsistency
from customs_kg.evaluation.built import BuiltDiscrepancy
from customs_kg.evaluation.matching import match_candidates
from customs_kg.evaluation.measure import Measure, Measured, Miss
from customs_kg.evaluation.places import AnnotatedText

_MOST = 12  # assertions: a discrepancy that involves everything says nothing
_HARD = ("conflict", "mismatch")


def measure_discrepancies(
    discrepancies: Sequence[BuiltDiscrepancy], annotated: Sequence[AnnotatedInconsistency], text: AnnotatedText
) -> Measured:
    """How many contradictions are flagged, sums left alone, and conflicts annotated."""
    told = [discrepancy for discrepancy in discrepancies if discrepancy.involved <= _MOST]
    stated = [(row, _flagging(row, told, text)) for row in annotated if len(row.places) > 1]
    contradictions = [(row, found) for row, found in stated if row.verdict == "contradiction"]
    sums = [(row, found) for row, found in stated if row.verdict == "consistent_sum"]
    explained = {discrepancy for _, found in contradictions for discrepancy in found}
    hard = [d for d in told if any(mark in d.type for mark in _HARD)]
    misses = [Miss("contradiction", row.description) for row, found in contradictions if not found]
    misses += [Miss("consistent sum flagged", row.description) for row, found in sums if found]
    misses += [
        Miss(
            "conflict not in annotation",
            " / ".join(" ".join(text.raw[slice(*place)].split()) for _, place in d.evidence),
        )
        for d in hard
        if d not in explained
    ]
    measures = {
        "contradictions.flagged": Measure(sum(bool(found) for _, found in contradictions), len(contradictions)),
        "consistent_sums.left_alone": Measure(sum(not found for _, found in sums), len(sums)),
        "conflicts.annotated": Measure(sum(d in explained for d in hard), len(hard)),
        "discrepancies.total_flagged": Measure(len(told), len(told)),
    }
    return Measured(measures, tuple(misses))


def _flagging(
    row: AnnotatedInconsistency, discrepancies: Sequence[BuiltDiscrepancy], text: AnnotatedText
) -> list[BuiltDiscrepancy]:
    """The discrepancies that involve two assertions at two of the places."""
    return [d for d in discrepancies if len(match_candidates(_at_places(row, d, text))) > 1]


def _at_places(
    row: AnnotatedInconsistency, d: BuiltDiscrepancy, text: AnnotatedText
) -> list[list[tuple[str, tuple[int, int]]]]:
    return [[e for e in d.evidence if any(text.proves(e[1], place) for place in fact)] for fact in row.places]
