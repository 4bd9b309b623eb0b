"""The figures of a report: every quantity with its indicator, kind, period, agent and place in the text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from customs_kg.builders.calendar_periods import last_year_of, year_period
from customs_kg.builders.document import Document, Passage
from customs_kg.builders.figure_case import Measured, Reading
from customs_kg.builders.figure_evidence import evidence_stretch
from customs_kg.builders.figure_times import is_year, read_time, running_period
from customs_kg.builders.indicators import known_indicator, load_indicators, mint_indicator
from customs_kg.builders.measured import read_measured
from customs_kg.builders.measures import Measure, Relation, kind_of, read_measure
from customs_kg.builders.parse import Parsed
from customs_kg.builders.periods import Role
from customs_kg.builders.quantities import find_numerals
from customs_kg.builders.quantity import NumeralReason, Quantity, QuantityForm
from customs_kg.builders.scene import Scene, lay_out
from customs_kg.builders.segments import SegmentKind
from customs_kg.builders.table_figures import Cell, read_cell
from customs_kg.builders.things import Mention, Things
from customs_kg.builders.units import NUM
from customs_kg.builders.verb_forms import Form
from customs_kg.graph.identifiers import mint_statement
from customs_kg.graph.model import Entity, MeasureKind, Modality, Observation, Period, Qualifier, Span, Unread
from customs_kg.ontology.iris import CK

Key = tuple[int, int]  # passage index, start of the quantity in its reading text
_DEFAULTED = Decimal("0.05")
_RESULTS = ("Operation", "Campaign", "OperationSeries")
_BODIES = (
    "CustomsAdministration",
    "PublicBody",
    "EnforcementForce",
    "CustomsDistrict",
    "SubAdministration",
    "CustomsUnit",
)
_STRUCTURE = frozenset("compose comprise consist have include contain".split())


@dataclass(frozen=True, slots=True)
class FigureReading:
    """One figure as read: what an Observation or a Target is made of."""

    passage: int
    quantity: Quantity
    indicator: str
    label: str
    kind: MeasureKind
    value: Decimal
    unit: str
    stated: str
    exponent: int
    half_width: Decimal
    qualifier: Qualifier
    agent: str
    period: Period
    base_period: Period | None
    result_of: str | None
    modality: Modality
    evidence: Span
    confidence: Decimal
    rule: str
    breakdown: tuple[str, ...] = ()
    planned: bool = False
    topic: str = ""
    is_upper: bool = False  # the upper bound of a range


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of a document.

    `uses` gives the observation made of a quantity, by passage index and start of the quantity; figures of plans
    have none and are in `readings` only.
    """

    observations: tuple[Observation, ...]
    indicators: tuple[Entity, ...]
    concepts: tuple[Entity, ...]
    unread: tuple[Unread, ...]
    uses: Mapping[Key, str] = field(default_factory=dict)
    readings: Mapping[Key, FigureReading] = field(default_factory=dict)

    def figure_of(self, passage: int, start: int) -> FigureReading | None:
        """How the quantity that starts at this offset of a passage's reading text was read."""
        return self.readings.get((passage, start))


def read_figures(
    document: Document,
    things: Things,
    parses: Sequence[Parsed],
    planned_stretches: Mapping[int, Sequence[tuple[int, int]]] | None = None,
) -> Figures:
    """Reads every quantity of a document.

    Args:
        document: the report.
        things: its named things; their mentions give agents and the operations that figures result from.
        parses: the words and clauses of each passage.
        planned_stretches: by passage, the stretches of reading text that state plans. A figure there gives a
            reading (for a Target) and no observation, unless a finite past tense governs it.
    """
    readings: dict[Key, FigureReading] = {}
    state = _State(document.reporting, standing=_edition(document))
    for passage, parsed in zip(document.passages, parses, strict=True):
        _enter(document, passage, parsed, state)
        scene = lay_out(passage, parsed, _resolved(things, passage.index), _bodies(things, passage.index))
        planned = (planned_stretches or {}).get(passage.index, ())
        read = _read_cell if passage.is_cell else _read_passage
        found = read(document, things, scene, state, planned)
        readings |= {_key(r): r for r in found}
    return _figures(document, things, readings)


@dataclass(slots=True)
class _State:
    """What the passages read so far leave to the next."""

    running: Period  # the period that is spoken of
    standing: Period | None = None  # when the present tense holds, where that is not the period of the report
    told: bool = False  # a sentence of the paragraph named that period
    place: tuple[int, int] = (-1, -1)  # section and paragraph
    heading: str = ""  # run-in heading of the paragraph
    earlier: list[Reading] = field(default_factory=list)  # figures of the sentences before in the paragraph
    row_head: str = ""  # last row head of a table that begins no phrase of its own


def _key(reading: FigureReading) -> Key:
    """Where a reading begins; the upper bound of a range counts from its end."""
    return reading.passage, reading.quantity.end if reading.is_upper else reading.quantity.start


def _enter(document: Document, passage: Passage, parsed: Parsed, state: _State) -> None:
    """Passes on to a passage: a new section has the period of its title, a new paragraph begins anew."""
    here = (passage.segment.section, passage.segment.paragraph)
    if here == state.place:
        return
    if here[0] != state.place[0] or not passage.is_cell:
        state.running = _section_period(document, passage)
    state.place = here
    state.earlier, state.told = [], False
    state.heading = _run_in_heading(passage, parsed)


def _bodies(things: Things, index: int) -> tuple[tuple[int, int], ...]:
    """Where a passage names the administration or another body."""
    return tuple((m.start, m.end) for m in things.in_passage(index) if _class_of(things, m) in _BODIES)


_EDITION = re.compile(
    r"\b(?P<before>(?:19|20)\d\d) (?:edition|yearbook)\b|\b(?:edition|yearbook)(?: of| for)? (?P<after>(?:19|20)\d\d)\b",
    re.I,
)


def _edition(document: Document) -> Period | None:
    """The year of an edition that came out after the year it reports: its present tense is of then."""
    match = _EDITION.search(document.text.text[:400])
    year = int(match["before"] or match["after"]) if match else None
    reported = last_year_of(document.reporting)
    return year_period(year) if year is not None and reported is not None and year == reported + 1 else None


def _run_in_heading(passage: Passage, parsed: Parsed) -> str:
    """As in "Forced labor." at the head of a paragraph: a few words without a verb or figure."""
    words = passage.text.rstrip(".: ")
    bare = passage.segment.kind is SegmentKind.SENTENCE and not passage.quantities and not passage.times
    return words if bare and len(parsed.tokens) <= 12 and not any(c.finite for c in parsed.clauses) else ""


def _resolved(things: Things, index: int) -> dict[int, str]:
    """What the pronouns of a passage stand for, where that is not the administration itself."""
    own = (things.agency, things.headquarters)
    return {
        m.start: things.entities[m.thing].label
        for m in things.in_passage(index)
        if m.how == "pronoun" and m.thing not in own and m.thing in things.entities
    }


def _section_period(document: Document, passage: Passage) -> Period:
    """The period that a section's title names, else that of the report."""
    from customs_kg.builders.periods import PeriodContext, find_periods

    title = document.section(passage.segment.section).title
    times = find_periods(title, PeriodContext(document.reporting))
    return running_period([t for t in times if not t.relative], document.reporting)


# --- sentences, items and rows


def _read_passage(
    document: Document, things: Things, scene: Scene, state: _State, planned: Sequence[tuple[int, int]]
) -> list[FigureReading]:
    read: list[Reading] = []
    found: list[FigureReading] = []
    for quantity in scene.passage.quantities:
        if quantity.start not in scene.places:
            continue
        quantity = _with_unit_of(scene, quantity, read)
        measure = _inherited(scene, quantity, read_measure(scene.text, quantity), read)
        measured = read_measured(scene, quantity, measure, read, state.earlier)
        if measured is None:
            continue
        read.append(Reading(quantity, measure, replace(measured, topic=state.heading)))
        plan = _in_plan(scene, quantity, planned)
        reading = _reading(document, things, scene, read[-1], _spoken_of(document, scene, quantity, state), plan=plan)
        found += _bounds(reading) if quantity.range_end is not None else [reading]
    left = _left_running(scene, found, state.running)
    state.told, state.running = state.told or left is not state.running, left
    state.earlier = read or state.earlier
    return found


def _spoken_of(document: Document, scene: Scene, quantity: Quantity, state: _State) -> Period:
    """The period of a figure without a time of its own: the present tense of a later edition is of its year."""
    if state.standing is not None and not state.told:
        return state.standing if _modality(scene, quantity) is Modality.STANDING else state.running
    return state.running


def _left_running(scene: Scene, found: Sequence[FigureReading], running: Period) -> Period:
    """The period that a sentence leaves to the next: that of its first figure, or without figures its last year."""
    if not found:
        return running_period(scene.passage.times, running)
    times = (t for t in scene.passage.times if t.role is not Role.BASE)
    said = {period.key for t in times for period in (t.core, t.period)}
    stated = [r.period for r in found if r.period.key in said and is_year(r.period)]
    if found[0].period.key not in said or not stated:
        return running
    return max(stated, key=lambda p: (last_year_of(p) or 0, p.key))


def _with_unit_of(scene: Scene, quantity: Quantity, read: Sequence[Reading]) -> Quantity:
    """A bare number that repeats a figure at another time, or ends "from four days to two and a half", has its unit."""
    if not read or quantity.unit != NUM or quantity.form is not QuantityForm.COUNT:
        return quantity
    last = read[-1].quantity
    between = scene.text[last.end : quantity.qualifier_start]
    opened = "from" in scene.text[max(0, last.qualifier_start - 6) : last.qualifier_start]
    if between == " to " and not opened:
        return quantity
    same = re.fullmatch(r" to |[^()]{0,30}\((?:[^()]*\d{4}[^()]*|[^()]*year[^()]*): ?", between)
    if same is None or last.form not in (QuantityForm.MEASURE, QuantityForm.PERCENT, QuantityForm.MONEY):
        return quantity
    follows = scene.text[quantity.end : quantity.end + 2].strip()
    if follows[:1].isalpha():
        return quantity
    scale = quantity.exponent or (last.exponent if last.form is QuantityForm.MONEY and between == " to " else 0)
    return replace(quantity, unit=last.unit, form=last.form, unit_label=last.unit_label, exponent=scale)


def _bounds(reading: FigureReading) -> list[FigureReading]:
    """A range as two figures: at least this, at most that."""
    upper = abs(reading.quantity.range_end or reading.value)
    upper = -upper if reading.value < 0 else upper
    return [
        replace(reading, qualifier=Qualifier.AT_LEAST),
        replace(reading, qualifier=Qualifier.AT_MOST, value=upper, is_upper=True),
    ]


def _inherited(scene: Scene, quantity: Quantity, measure: Measure, read: Sequence[Reading]) -> Measure:
    """As in "an increase of 4.1 times and of five times": a figure joined to a change is a change too."""
    if not read or (measure.relation is Relation.CHANGE and measure.form != "verb"):
        return measure
    last = read[-1]
    joined = re.fullmatch(
        r"(?:,|,? and|,? or)(?: (?:of|by))?\s*", scene.text[last.quantity.end : quantity.qualifier_start]
    )
    if joined and last.measure.relation is Relation.CHANGE and last.quantity.unit == quantity.unit:
        return last.measure
    gapped = re.fullmatch(r",?(?: and)? (?:[\w'-]+ ){1,7}by ", scene.text[last.quantity.end : quantity.qualifier_start])
    if gapped and last.measure.form in ("verb", "gapped"):
        return replace(last.measure, own_subject=True, form="gapped")
    return measure


def _in_plan(scene: Scene, quantity: Quantity, planned: Sequence[tuple[int, int]]) -> bool:
    if not any(start <= quantity.start < end for start, end in planned):
        return False
    clause = scene.clause_of_subject(scene.places[quantity.start]) or scene.clause_before(scene.before(quantity))
    brackets = scene.in_brackets(quantity.start)
    told = clause is not None and clause.form in (Form.PAST, Form.PERFECT)
    present_relative = clause is not None and clause.form is Form.PRESENT and clause.role.value == "relative"
    return not (told or present_relative or (brackets is not None and bool(_times_in(scene, brackets))))


def _times_in(scene: Scene, brackets: tuple[int, int]) -> bool:
    return any(brackets[0] <= t.start < brackets[1] for t in scene.passage.times)


def _reading(
    document: Document, things: Things, scene: Scene, reading: Reading, running: Period, *, plan: bool
) -> FigureReading:
    quantity, measure, measured = reading.quantity, reading.measure, reading.measured
    change = measure.relation is Relation.CHANGE
    time = read_time(scene, quantity, measure, running, document.reporting)
    known = known_indicator(measured, quantity.form, change=change or measure.relation is Relation.NEW_LEVEL)
    kind = kind_of(quantity, measure, yearly=time.yearly, planned=plan)
    sign = measure.sign if change else 1
    confidence = measured.confidence - (Decimal(0) if time.stated else _DEFAULTED)
    stretch = evidence_stretch(scene, quantity)
    return FigureReading(
        passage=scene.passage.index,
        quantity=quantity,
        indicator=known or mint_indicator(things.territory, measured.label),
        label=measured.label,
        kind=kind,
        value=sign * abs(quantity.value) if change else quantity.value,
        unit=quantity.unit,
        stated=quantity.stated,
        exponent=quantity.exponent,
        half_width=quantity.half_width,
        qualifier=quantity.qualifier,
        agent=_agent(things, scene, quantity),
        period=time.period,
        base_period=time.base,
        result_of=_result_of(document, things, scene, quantity, measured),
        modality=_modality(scene, quantity),
        evidence=scene.passage.segment.text.span(*stretch),
        confidence=confidence,
        rule=f"figure-{measured.rule}",
        planned=plan,
        topic=measured.topic,
    )


def _modality(scene: Scene, quantity: Quantity) -> Modality:
    clause = scene.clause_of_subject(scene.places[quantity.start]) or scene.clause_before(scene.before(quantity))
    return Modality.STANDING if clause is not None and clause.form is Form.PRESENT else Modality.ACTUAL


def _agent(things: Things, scene: Scene, quantity: Quantity) -> str:
    """The body that is the subject of the figure's clause; the administration where none is, or its headquarters."""
    clause = scene.clause_before(scene.before(quantity))
    if clause is None or clause.subject is None or clause.passive:
        return things.agency
    start, end = scene.parsed.stretch(clause.subject)
    for mention in things.in_passage(scene.passage.index):
        if start <= mention.start and mention.end <= end and _class_of(things, mention) in _BODIES:
            return mention.thing if mention.end >= end - 1 and mention.thing != things.headquarters else things.agency
    return things.agency


def _is_drive(things: Things, mention: Mention) -> bool:
    """Whether a mention names an operation or campaign, and does not only describe some."""
    return mention.how not in ("description", "head", "pronoun") and _class_of(things, mention) in _RESULTS


def _class_of(things: Things, mention: Mention) -> str:
    entity = things.entities.get(mention.thing)
    return entity.cls.removeprefix(CK) if entity else ""


def _result_of(document: Document, things: Things, scene: Scene, quantity: Quantity, measured: Measured) -> str | None:
    """The operation that a figure results from: named before it in the sentence, or in the sentence before."""
    for mention in reversed(things.in_passage(scene.passage.index)):
        if mention.end <= quantity.start and _is_drive(things, mention):
            return mention.thing
    index = scene.passage.index
    if not measured.verb or index == 0:
        return None
    before = document.passages[index - 1]
    if before.segment.paragraph != scene.passage.segment.paragraph:
        return None
    named = [m for m in things.in_passage(index - 1) if _is_drive(things, m)]
    return named[-1].thing if named else None


# --- cells


def _read_cell(
    document: Document, things: Things, scene: Scene, state: _State, planned: Sequence[tuple[int, int]]
) -> list[FigureReading]:
    found: list[FigureReading] = []
    for quantity in scene.passage.quantities:
        cell = read_cell(scene.passage, quantity, state.row_head, document.reporting, state.running)
        if cell is None:
            continue
        if cell.opens:
            state.row_head = cell.measured.noun
        found.append(replace(_cell_reading(things, scene, cell), planned=bool(planned)))
    return found


def _cell_reading(things: Things, scene: Scene, cell: Cell) -> FigureReading:
    quantity, change = cell.quantity, cell.measure.relation is Relation.CHANGE
    known = known_indicator(cell.measured, quantity.form, change=change)
    row = scene.passage.segment.row
    return FigureReading(
        passage=scene.passage.index,
        quantity=quantity,
        indicator=known or mint_indicator(things.territory, cell.measured.label),
        label=cell.measured.label,
        kind=kind_of(quantity, cell.measure, yearly=True),
        value=cell.measure.sign * abs(quantity.value) if change else quantity.value,
        unit=quantity.unit,
        stated=quantity.stated,
        exponent=quantity.exponent,
        half_width=quantity.half_width,
        qualifier=quantity.qualifier,
        agent=things.agency,
        period=cell.period,
        base_period=cell.base,
        result_of=None,
        modality=Modality.ACTUAL,
        evidence=row or scene.passage.segment.span,
        confidence=cell.measured.confidence,
        rule="figure-cell",
    )


# --- the whole


def _figures(document: Document, things: Things, readings: Mapping[Key, FigureReading]) -> Figures:
    told = {key: r for key, r in sorted(readings.items()) if not r.planned}
    uses: dict[Key, str] = {}
    observations: dict[str, Observation] = {}
    for key, reading in told.items():
        observation = _observation(document, reading)
        uses[key] = observation.iri
        observations[observation.iri] = observation
    return Figures(
        observations=tuple(observations[iri] for iri in sorted(observations)),
        indicators=_indicator_entities(document, readings.values()),
        concepts=(),
        unread=_unread(document, readings),
        uses=uses,
        readings=dict(sorted(readings.items())),
    )


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


def _indicator_entities(document: Document, readings: Iterable[FigureReading]) -> tuple[Entity, ...]:
    """The indicators used: with the lexicon's label and the report's phrases, or with the phrase that minted them."""
    phrases: dict[str, set[str]] = {}
    topical: dict[str, set[str]] = {}
    spans: dict[str, set[Span]] = {}
    for reading in readings:
        phrases.setdefault(reading.indicator, set()).add(reading.label)
        if reading.topic:
            topical.setdefault(reading.indicator, set()).add(f"{reading.topic}: {reading.label}")
        spans.setdefault(reading.indicator, set()).add(reading.evidence)
    known = load_indicators().by_iri
    entities: list[Entity] = []
    for iri in sorted(phrases):
        entry = known.get(iri)
        label = entry.label if entry else min(phrases[iri], key=lambda p: (len(p), p))
        others = phrases[iri] | (set(entry.alt_labels) if entry else topical.get(iri, set()))
        alternatives = tuple(sorted(p for p in others if p != label))
        entities.append(Entity(iri, CK + "Indicator", label, alternatives, mentions=tuple(sorted(spans[iri]))))
    return tuple(entities)


def _unread(document: Document, readings: Mapping[Key, FigureReading]) -> tuple[Unread, ...]:
    """The numerals that are figures and were not read."""
    unread: list[Unread] = []
    for passage in document.passages:
        starts = [r.quantity for (index, _), r in readings.items() if index == passage.index]
        for numeral in find_numerals(passage.text):
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
