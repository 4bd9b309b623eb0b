"""Readings to observations, indicators and the list of what was not read."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from itertools import combinations

from customs_kg.builders.document import Document
from customs_kg.builders.figures.figure import FigureReading, Figures, Key, Told, Wording
from customs_kg.builders.figures.indicators import load_indicators, stems
from customs_kg.builders.figures.meaning.counted import UNTELLING
from customs_kg.builders.figures.named_lists import named_lists
from customs_kg.builders.figures.period_rates import period_rates
from customs_kg.builders.figures.quotients import stated_parts, stated_quotients
from customs_kg.builders.figures.short_forms import LongForms
from customs_kg.builders.figures.stated_orders import stated_orders
from customs_kg.builders.figures.stated_sums import stated_sums
from customs_kg.builders.quantities.quantity import NumeralReason, Quantity
from customs_kg.builders.reading.segments import SegmentKind
from customs_kg.graph.identifiers import mint_statement
from customs_kg.graph.model import Entity, MeasureKind, Observation, Span, Unread
from customs_kg.ontology.iris import CK

_TITLE = re.compile(r"(?:[^\W\d]\S*(?: |$)){1,5}(?<![?.!])")  # a few words without figures, no sentence
_UNIT_OF_TITLE = re.compile(r",? ?\([^()]{1,24}\)$")  # "Collections by region (USD million)"
_TELLING = 3  # words of a label that need no title to be understood
_LONGEST_LINE = 12  # words of a list item that is no sentence
_LONGEST_ROW = 12  # figures of a sentence of which any run may make a sum
_LONGEST_LABEL = 60  # characters of "Facts in brief, 2014:"
_ROW = re.compile(
    r"(?!(?:In|On|By|As|At|Of|For) )[^,;:.]{2,90}, (?:[A-Z]\S* )?\S*\d\S*(?: [^\s,;:.]+){0,3}\.?"
)  # "Staff, 1,286."
_STAFF = re.compile(r"\b(?:staff|employ\w+|officers?|workforce|personnel)\b")
_STAFF_WORDS = (
    (re.compile(r"\b(?:staff )?men\b|\bmale\b(?! staff)"), "male staff"),
    (re.compile(r"\b(?:staff )?women\b|\bfemale\b(?! staff)"), "female staff"),
)
_BOTH_WAYS = re.compile(r"\b(?:imports and exports|exports and imports)\b")
_SUMMING_UP = re.compile(
    r"\b(?:annex|appendix|appendices|facts|figures|glance|summary|statistics?|statistical|data|highlights"
    r"|in numbers|numbers|scorecard|dashboard|snapshot|fact ?sheet|profile|key (?:\w+ )?(?:results|indicators)|closing"
    r"|reference|supplement(?:ary)?|in (?:brief|short)|postscript|foreword|message|overview|introduction|preface"
    r"|year in review)\b",
    re.IGNORECASE,
)


def put_out(document: Document, readings: Told, full: LongForms) -> Figures:
    """The observations, indicators and unread numerals of a document whose figures were read like this.

    `full` are the short forms of the report: its indicators are also called by them, and by the words in full.
    """
    told = _each_with_its_own_place(document, {key: r for key, r in sorted(readings.items()) if not r.planned})
    uses: dict[Key, str] = {}
    observations: dict[str, Observation] = {}
    for key, reading in told.items():
        observation = _observation(document, reading)
        uses[key] = observation.iri
        observations[observation.iri] = observation
    return Figures(
        observations=tuple(observations[iri] for iri in sorted(observations)),
        indicators=_indicator_entities(document, readings.values(), full),
        concepts=(),
        unread=_unread(document, readings),
        uses=uses,
        readings=dict(sorted(readings.items())),
        sums=stated_sums(document, told, uses),
        quotients=tuple(stated_quotients(document, told, uses)),
        parts=tuple(stated_parts(document, told, uses)),
        rates=tuple(period_rates(document, told, uses)),
        orders=tuple(stated_orders(document, told, uses)),
        lists=tuple(named_lists(document, told, uses)),
        wordings=_wordings(document, told, uses, full),
    )


def _wordings(document: Document, told: Told, uses: Mapping[Key, str], full: LongForms) -> dict[str, Wording]:
    """How each figure is worded, by the IRI of its observation."""
    rows: defaultdict[tuple[int, str, MeasureKind], list[Key]] = defaultdict(list)
    for key, reading in told.items():
        rows[key[0], reading.unit, reading.kind].append(key)
    wholes: defaultdict[Key, set[Decimal]] = defaultdict(set)
    for row in (r for r in rows.values() if 1 < len(r) <= _LONGEST_ROW):
        for first, last in combinations(range(len(row)), 2):
            whole = sum((told[k].value for k in row[first : last + 1]), Decimal(0))
            for key in row[first : last + 1]:
                wholes[key].add(whole)
    return {
        uses[key]: _wording(document, reading, full)._replace(wholes=frozenset(wholes[key]))
        for key, reading in told.items()
    }


def _wording(document: Document, reading: FigureReading, full: LongForms) -> Wording:
    stretch = document.text.text[reading.evidence.start : reading.evidence.end]
    place = _place(document, reading.passage)
    passage = document.passages[reading.passage]
    segment = passage.segment
    in_row = reading.rule.endswith("labelled") and "|" in passage.text  # beside the labels of other figures
    heads = f"{segment.head} {segment.column} {segment.caption}" if passage.is_cell else passage.text
    return Wording(
        label=full.written_out(reading.label),
        topic=reading.topic,
        named=frozenset(n for n in reading.named if n in reading.label) if in_row else reading.named,
        place=place,
        stretch=" ".join(stretch.split()),
        context=full.written_out(heads),
        section=segment.section,
        actor=full.written_out(reading.actor),
        is_line=segment.kind in (SegmentKind.ROW, SegmentKind.CELL)
        or (segment.kind is SegmentKind.ITEM and len(passage.text.split()) <= _LONGEST_LINE)
        or reading.rule.endswith("labelled")
        or _ROW.fullmatch(passage.text) is not None
        or _SUMMING_UP.search(f"{segment.topic} / {reading.topic}") is not None
        or _SUMMING_UP.search(passage.text.partition(":")[0][:_LONGEST_LABEL]) is not None,
    )


def _place(document: Document, index: int) -> int:
    """The number of a sentence, or that of the first cell of a row."""
    passages = document.passages
    while index > 0 and passages[index].is_cell and passages[index - 1].segment.row == passages[index].segment.row:
        index -= 1
    return index


def _each_with_its_own_place(document: Document, told: Told) -> dict[Key, FigureReading]:
    """The readings with narrower evidence where two of one thing would share theirs.

    The place in the text is a dimension of an observation: two figures of one indicator, period and kind need two.
    """
    taken: set[tuple[object, ...]] = set()
    apart: dict[Key, FigureReading] = {}
    for key, reading in told.items():
        cell = (reading.indicator, reading.agent, reading.period.key, reading.kind, reading.breakdown, reading.evidence)
        if cell in taken:
            reading = reading._replace(evidence=_own_place(document, reading))
        taken.add(cell)
        apart[key] = reading
    return apart


def _own_place(document: Document, reading: FigureReading) -> Span:
    """From the figure, or the upper number of a range, to where its evidence ends."""
    text = document.passages[reading.passage].segment.text
    start, end = reading.quantity.qualifier_start, reading.quantity.end
    if reading.is_upper:
        parts = list(re.finditer(r" (?:to|and) | ?[-\u2013] ?", reading.quantity.stated))
        start = reading.quantity.start + (parts[-1].end() if parts else 0)
    following = [q.qualifier_start for q in document.passages[reading.passage].quantities if q.start >= end]
    stop = min([*following, bisect_left(text.offsets, reading.evidence.end)])
    words = text.text[start:stop].rstrip(" ,;(")
    return text.span(start, max(start + len(words), min(end, start + 1)))


def _observation(document: Document, reading: FigureReading) -> Observation:
    own = document.passages[reading.passage].segment.text.span(reading.quantity.start, reading.quantity.end)
    key = (
        reading.indicator, reading.agent, reading.period.key, reading.kind, "+".join(reading.breakdown),
        document.text.sha256, f"{own.start}-{own.end}{'-upper' if reading.is_upper else ''}",
    )  # fmt: skip
    return Observation(
        iri=mint_statement("obs", *key),
        indicator=reading.indicator,
        agent=reading.agent,
        period=reading.period,
        kind=reading.kind,
        value=reading.value,
        unit=reading.unit,
        stated=" ".join(reading.stated.split()),
        exponent=reading.exponent,
        half_width=reading.half_width,
        qualifier=reading.qualifier,
        modality=reading.modality,
        confidence=reading.confidence,
        evidence=(reading.evidence,),
        rule=reading.rule,
        breakdown=reading.breakdown,
        result_of=reading.result_of,
        base_period=reading.base_period,
    )


def _indicator_entities(document: Document, readings: Iterable[FigureReading], full: LongForms) -> tuple[Entity, ...]:
    """The indicators used: with the lexicon's label and the report's phrases, or with the phrase that minted them."""
    phrases: dict[str, set[str]] = {}
    topical: dict[str, set[str]] = {}
    spans: dict[str, set[Span]] = {}
    for reading in readings:
        phrases.setdefault(reading.indicator, set()).add(reading.label)
        if reading.seized:
            topical.setdefault(reading.indicator, set()).add(f"{reading.seized} seized")
        if reading.actor and not stems(reading.actor) <= stems(reading.label):
            topical.setdefault(reading.indicator, set()).add(f"{reading.label} ({reading.actor})")
        for scope in (s for s in reading.scopes if not stems(s) <= stems(reading.label)):
            topical.setdefault(reading.indicator, set()).add(f"{reading.label} ({scope})")
        title = _UNIT_OF_TITLE.sub("", document.passages[reading.passage].segment.topic)
        if len(stems(reading.label)) < _TELLING and _TITLE.fullmatch(title) and not UNTELLING.search(title):
            topical.setdefault(reading.indicator, set()).add(f"{title}: {reading.label}")
        if reading.topic:
            topical.setdefault(reading.indicator, set()).add(f"{reading.topic}: {reading.label}")
        spans.setdefault(reading.indicator, set()).add(reading.evidence)
    known = load_indicators().by_iri
    entities: list[Entity] = []
    for iri in sorted(phrases):
        entry = known.get(iri)
        label = entry.label if entry else min(phrases[iri], key=lambda p: (len(p), p))
        said = phrases[iri] | (set(entry.alt_labels) if entry else topical.get(iri, set()))
        said |= {other for p in said for other in full.reworded(p)}
        others = said | {other for p in said for other in _in_other_words(p)}
        alternatives = tuple(sorted(p for p in others if p != label))
        entities.append(Entity(iri, CK + "Indicator", label, alternatives, mentions=tuple(sorted(spans[iri]))))
    return tuple(entities)


def _in_other_words(label: str) -> Iterator[str]:
    """As in "men of the staff", "male staff"; "imports and exports", "trade": what statistics call it too."""
    if _STAFF.search(label):
        yield from (pattern.sub(other, label) for pattern, other in _STAFF_WORDS if pattern.search(label))
    yield _BOTH_WAYS.sub("trade", label)


def _unread(document: Document, readings: Told) -> tuple[Unread, ...]:
    """The numerals that are figures and were not read."""
    unread: list[Unread] = []
    read: dict[int, list[Quantity]] = defaultdict(list)
    for (index, _), reading in readings.items():
        read[index].append(reading.quantity)
    for passage in document.passages:
        starts = read[passage.index]
        for numeral in passage.numerals:
            if numeral.reason is not NumeralReason.FIGURE or any(
                q.start < numeral.end and numeral.start < q.end for q in starts
            ):
                continue
            unread.append(
                Unread(
                    "number", passage.segment.text.span(numeral.start, numeral.end), "what it measures was not found"
                )
            )
    return tuple(unread)
