"""Figures against an annotation: the value where it stands, its unit, kind, period and meaning."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from customs_kg.evaluation.annotation import AnnotatedFigure
from customs_kg.evaluation.built import BuiltFigure
from customs_kg.evaluation.comparison import agree, telling_words, unit_class, years_in
from customs_kg.evaluation.matching import match_candidates
from customs_kg.evaluation.measure import Measure, Measured, Miss
from customs_kg.evaluation.places import AnnotatedText, Place, overlap

_DIGITS_SLACK, _SPELLED_SLACK = Decimal("1e-4"), Decimal("2e-3")  # "one third" is 33.3 or 33.33 percent
# What the code of the measure kind must hold for an annotated kind, and what it must not.
_KINDS: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "level": (("level", "total", "count", "average", "share", "stock", "flow"), ("yoy", "change")),
    "change": (("yoy", "change", "multiple", "point"), ()),
    "rate": (("share", "rate", "average", "level", "ratio"), ("yoy", "change")),
    "target": (("target", "level", "yoy", "change", "share"), ()),
    "ranking_or_multiple": (("multiple", "yoy", "rank", "ratio"), ()),
}
ASPECTS = ("meaning", "unit", "measure kind", "period")


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A figure at one of its places, for one annotated figure."""

    figure: BuiltFigure
    at: int  # start of the first of its overlapping places: with evidence elsewhere it may serve again
    length: int
    right: tuple[bool, ...]  # in the order of ASPECTS

    @property
    def key(self) -> tuple[str, int]:
        return self.figure.iri, self.at


def measure_figures(
    figures: Sequence[BuiltFigure], annotated: Sequence[AnnotatedFigure], text: AnnotatedText
) -> Measured:
    """How many annotated figures are found, how many of all annotated ones have each aspect right, and precision."""
    candidates = [sorted(_candidates(wanted, figures, text), key=_best_first) for wanted in annotated]
    by_key = {c.key: c for row in candidates for c in row}
    seated = match_candidates([list(dict.fromkeys(c.key for c in row)) for row in candidates])
    # The judgement of a figure is that of the annotated one that came last to it, as with its evidence.
    judged = {i: (by_key[key].figure, _judge(annotated[i], by_key[key].figure)) for i, key in seated.items()}
    used = {figure.iri for figure, _ in judged.values()}
    total = len(annotated)
    right = {name: sum(good[n] for _, good in judged.values()) for n, name in enumerate(ASPECTS)}
    measures = {"figures.found": Measure(len(seated), total)}
    for name in ("unit", "measure kind", "period", "meaning"):
        measures[f"figures.{name.replace(' ', '_')}_right"] = Measure(right[name], total)
    measures["figures.precision_against_annotation"] = Measure(len(used), len(figures))
    return Measured(measures, tuple(_misses(figures, annotated, text, judged, used)))


def confirmed_figures(
    figures: Sequence[BuiltFigure], annotated: Sequence[AnnotatedFigure], text: AnnotatedText
) -> set[str]:
    """The IRIs of the figures that are annotated with the same unit, kind, period and meaning."""
    return {c.figure.iri for wanted in annotated for c in _candidates(wanted, figures, text) if all(c.right)}


def _candidates(wanted: AnnotatedFigure, figures: Sequence[BuiltFigure], text: AnnotatedText) -> Iterator[_Candidate]:
    slack = wanted.value * (_SPELLED_SLACK if wanted.spelled else _DIGITS_SLACK)
    for figure in figures:
        if abs(figure.value - wanted.value) > slack:
            continue
        right = _judge(wanted, figure)
        for place in figure.evidence:
            if any(text.proves(place, stated) for stated in wanted.places):
                first = min(other[0] for other in figure.evidence if overlap(other, place))
                yield _Candidate(figure, first, place[1] - place[0], right)


def _best_first(candidate: _Candidate) -> tuple[tuple[bool, ...], int, tuple[str, int]]:
    return tuple(not good for good in candidate.right), candidate.length, candidate.key


def _judge(wanted: AnnotatedFigure, figure: BuiltFigure) -> tuple[bool, ...]:
    """Whether each of ASPECTS is right."""
    meaning = telling_words(wanted.meaning)
    must, must_not = _KINDS.get(wanted.kind, ((), ()))
    asked = years_in(re.split(r"\bvs\b", wanted.period)[0])
    return (
        any(agree(meaning, told) for told in figure.meanings),
        figure.unit == unit_class(wanted.unit),
        any(part in figure.kind for part in must) and not any(part in figure.kind for part in must_not),
        not asked or bool(asked & years_in(figure.period)),
    )


def _misses(
    figures: Sequence[BuiltFigure],
    annotated: Sequence[AnnotatedFigure],
    text: AnnotatedText,
    judged: Mapping[int, tuple[BuiltFigure, tuple[bool, ...]]],
    used: set[str],
) -> Iterator[Miss]:
    for i, wanted in enumerate(annotated):
        if i not in judged:
            yield Miss("figure", f"{wanted.subject}: {wanted.value}, {_words(text, wanted.places)}")
            continue
        figure, good = judged[i]
        asked = (wanted.subject, wanted.unit, wanted.kind, wanted.period)
        told = (" / ".join(" ".join(sorted(m)) for m in figure.meanings), figure.unit, figure.kind, figure.period)
        for aspect, fits, want, got in zip(ASPECTS, good, asked, told, strict=True):
            if not fits:
                yield Miss(f"figure {aspect}", f"{_words(text, wanted.places)}: {want} wanted, {got} found")
    for figure in figures:
        if figure.iri not in used and figure.evidence:
            yield Miss("figure not in annotation", f"{figure.value}: {_words(text, figure.evidence)}")


def _words(text: AnnotatedText, places: Sequence[Place]) -> str:
    return " ".join(text.raw[slice(*places[0])].split())[:80] if places else "not in the text"
