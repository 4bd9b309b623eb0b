"""What the passages of a report leave to the next: the period spoken of, the run-in heading, the figures before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from customs_kg.builders.document import Document, Passage
from customs_kg.builders.english.clauses import Clause
from customs_kg.builders.english.clauses import Role as ClauseRole
from customs_kg.builders.english.cued import cued
from customs_kg.builders.english.verb_forms import Form
from customs_kg.builders.figures.context.case import (
    Reading,
)
from customs_kg.builders.figures.context.dating import is_year, running_period
from customs_kg.builders.figures.context.reach import is_of_figure
from customs_kg.builders.figures.context.scene import Scene
from customs_kg.builders.figures.context.scope import Topics, topics_of
from customs_kg.builders.figures.figure import FigureReading
from customs_kg.builders.parse import Parsed
from customs_kg.builders.quantities.quantity import Quantity
from customs_kg.builders.reading.segments import SegmentKind
from customs_kg.builders.times.calendar_periods import last_year_of, shifted
from customs_kg.builders.times.periods import Role
from customs_kg.graph.model import Modality, Period

_HOLDING = frozenset(
    "be have hold make comprise account represent constitute employ include number identify form".split()
)
_PLANNING = re.compile(r"\b(?:programme|program|plans?|priorities|outlook|tasks|ahead|next)\b", re.IGNORECASE)
_YEAR_BEFORE = r"\b(?:previous|preceding|prior|last) (?:\w+ )?year\b|\byear (?:before|earlier)\b"
_PAST_IN_BRACKETS = cued(
    "brackets bracketed parentheses",
    rf"(?:{_YEAR_BEFORE})[^.;]{{0,60}}\b(?:in (?:brackets|parentheses)|bracketed)\b"
    rf"|\b(?:brackets|parentheses)\b[^.;]{{0,60}}(?:{_YEAR_BEFORE})",
    re.IGNORECASE,
)
_NOT_DENIED = re.compile(r"\b(?:not? (?:fewer|less|more) than|the|our|its|these|those) $", re.IGNORECASE)
_BEHIND = 24  # characters that hold what the pattern above finds
_SAME_DAY = re.compile(r"\b(?:at|on|by) (?:the same|that) (?:date|day|time)\b", re.IGNORECASE)
_OLD_LEVEL = cued("from", r"\bfrom (?:\w+ ){0,2}$")
_EXPECTING = frozenset("expect estimate project forecast hope anticipate foresee seek wish intend plan aim".split())


@dataclass(slots=True)
class Course:
    """What the passages read so far leave to the next."""

    running: Period  # the period that is spoken of
    held: Period | None = None  # the day at which a sentence of the paragraph counted what there was
    told: bool = False  # a sentence of the paragraph named that period
    place: tuple[int, int] = (-1, -1)  # section and paragraph
    heading: str = ""  # run-in heading of the paragraph
    earlier: list[Reading] = field(default_factory=list)  # figures of the sentences before in the paragraph
    figures: list[FigureReading] = field(default_factory=list)  # the same with what was read of them
    spoken: Topics = field(default_factory=Topics)  # what the sentences before `unread` spoke of
    unread: list[Scene] = field(default_factory=list)  # sentences before whose topics nobody has asked for
    past_in_brackets: bool = False  # the section says that brackets hold the figures of the year before
    row_head: str = ""  # last row head of a table that begins no phrase of its own

    def topics(self) -> Topics:
        """What the sentence before spoke of; most sentences are followed by no figure that asks for it."""
        for scene in self.unread:
            self.spoken = topics_of(scene, self.spoken)
        self.unread.clear()
        return self.spoken


def enter(document: Document, passage: Passage, parsed: Parsed, state: Course) -> None:
    """Passes on to a passage: a new section has the period of its title, a new paragraph begins anew."""
    here = (passage.segment.section, passage.segment.paragraph)
    same = here[0] == state.place[0]
    told = passage.text if same else f"{document.section(here[0]).title}. {passage.text}"
    state.past_in_brackets = (same and state.past_in_brackets) or _PAST_IN_BRACKETS.search(told) is not None
    if here == state.place:
        return
    if here[0] != state.place[0] or not passage.is_cell:
        state.running = _section_period(document, passage)
    state.place = here
    state.earlier, state.figures, state.told, state.held = [], [], False, None
    state.spoken, state.unread = Topics(), []
    state.heading = _run_in_heading(passage, parsed)


def _section_period(document: Document, passage: Passage) -> Period:
    """The period that a section's title names, else that of the report."""
    from customs_kg.builders.times.periods import PeriodContext, find_periods

    title = document.section(passage.segment.section).title
    times = find_periods(title, PeriodContext(document.reporting))
    named = [t for t in times if not t.relative and not t.in_name]
    if len(named) == 1 and re.fullmatch(r"\d{4}-\d\d-\d\d", named[0].core.key) and named[0].end == len(title):
        return named[0].core  # "At a glance, 30 June 2017"
    within = [t.core for t in named if t.role is Role.DURING and _is_within(t.core, document.reporting)]
    return running_period(named, within[-1] if within else document.reporting)


def _is_within(period: Period, whole: Period) -> bool:
    """Whether a period is a quarter, half or month of another."""
    if None in (period.start, period.end, whole.start, whole.end) or period == whole:
        return False
    inside = str(whole.start) <= str(period.start) and str(period.end) <= str(whole.end)
    return inside and re.fullmatch(r"\d{4}-(?:q\d|h\d|\d\d)", period.key) is not None and "/" not in period.label


def _run_in_heading(passage: Passage, parsed: Parsed) -> str:
    """As in "Forced labor." at the head of a paragraph: a few words without a verb or figure."""
    words = passage.text.rstrip(".: ")
    bare = (
        passage.segment.kind in (SegmentKind.SENTENCE, SegmentKind.ITEM)
        and not passage.quantities
        and not passage.times
    )
    return words if bare and len(parsed.tokens) <= 12 and not any(c.finite for c in parsed.clauses) else ""


def spoken_of(document: Document, scene: Scene, quantity: Quantity, state: Course) -> Period:
    """The period of a figure without a time of its own: the present tense of a later edition is of its year."""
    now = document.reporting
    if state.past_in_brackets and _is_alone_in_brackets(scene, quantity):
        return shifted(state.running, -1)
    ahead = now.end is not None and state.running.start is not None and state.running.start >= now.end
    if ahead and _PLANNING.search(scene.passage.segment.topic) and modality_of(scene, quantity) is Modality.ACTUAL:
        return now  # what was done is not of the year that a heading plans for
    if state.held is not None and _holds(scene, quantity):
        return state.held
    if not state.told and modality_of(scene, quantity) is Modality.STANDING:
        return document.standing if state.running.key == document.reporting.key else state.running
    return state.running


def _is_alone_in_brackets(scene: Scene, quantity: Quantity) -> bool:
    """As in "vans: 41 (38)"."""
    inside = scene.in_brackets(quantity.start)
    last = next((q for q in reversed(scene.passage.quantities) if q.end <= quantity.start), None)
    alike = inside is not None and last is not None and last.unit == quantity.unit
    return alike and inside is not None and scene.text[inside[0] : inside[1]].strip("() ") == quantity.stated


def _holds(scene: Scene, quantity: Quantity) -> bool:
    """Whether a figure counts what there is, and not what was done: "women held 48 percent of the posts"."""
    if _SAME_DAY.search(scene.text):
        return True
    clause = governing_clause(scene, quantity)
    return clause is not None and clause.finite and not clause.passive and clause.lemma in _HOLDING


def left_held(scene: Scene, found: Sequence[FigureReading], held: Period | None) -> Period | None:
    """The day at which a sentence leaves the count of what there was: that of its first figure."""
    if not found:
        return held
    first = found[0].period
    times = {t.core.key for t in scene.passage.times if t.role is Role.AS_OF}
    return first if first.key in times and re.fullmatch(r"\d{4}-\d\d-\d\d", first.key) else held


def left_running(scene: Scene, found: Sequence[FigureReading], running: Period) -> Period:
    """The period that a sentence leaves to the next: that of its first figure, or without figures its last year."""
    if not found:
        told = [t for t in scene.passage.times if not _is_beside(scene, scene.token_at(t.start))]
        return _recent(scene, running_period(told, running), running, 0)
    found = [r for r in found if not _OLD_LEVEL.search(scene.text, 0, r.quantity.qualifier_start)]
    if not found:  # "fell from 62 hours in 2014": the sentences after do not speak of 2014
        return running
    clause = governing_clause(scene, found[0].quantity)
    before_that = clause is not None and scene.tokens[clause.group[0]].lower == "had"
    before_that |= _is_beside(scene, scene.places[found[0].quantity.start])
    if before_that or not is_year(found[0].period):
        return running
    end = len(scene.text)
    times = (t for t in scene.passage.times if t.role is not Role.BASE and is_of_figure(scene, t, end))
    said = {period.key for t in times for period in (t.core, t.period)}
    stated = [r.period for r in found if is_year(r.period)]
    if found[0].period.key not in said or not stated:
        return running
    level = {r.period.key for r in found if r.base_period is None} == {found[0].period.key}
    alone = level and len({r.period.key for r in found}) == 1  # "in 2012 we held 40 boats", and no change from it
    return _recent(scene, max(stated, key=lambda p: (last_year_of(p) or 0, p.key)), running, 2 if alone else 0)


def _is_beside(scene: Scene, at: int) -> bool:
    """Whether a token stands in a relative or a participle: "the scheme, first tried at 2 ports in 2013, is new"."""
    beside = (c for c in scene.clauses if c.role in (ClauseRole.REDUCED, ClauseRole.RELATIVE))
    main = any(c.finite and c.role is ClauseRole.MAIN for c in scene.clauses)
    return main and any(c.extent[0] <= at < c.extent[1] for c in beside)


def _recent(scene: Scene, period: Period, running: Period, most: int) -> Period:
    """A period that a sentence leaves; the running one where it lies more than so many years later."""
    left, now = last_year_of(period), last_year_of(running)
    opens = any(t.start < 4 and t.core.key == period.key for t in scene.passage.times)
    return running if left is not None and now is not None and left < now - most and not opens else period


def modality_of(scene: Scene, quantity: Quantity) -> Modality:
    """What the verb that governs a figure says of it: present tense is standing, the future or an aim planned."""
    clause = governing_clause(scene, quantity)
    if clause is None:
        return Modality.ACTUAL
    if clause.form is Form.INFINITIVE and re.search(r"\bused (?:to )?$", scene.text[: scene.tokens[clause.verb].start]):
        return Modality.ACTUAL  # "it used to take 3 days"
    if (
        clause.hedged
        or clause.form is Form.FUTURE
        or (clause.form is Form.INFINITIVE and clause.role is ClauseRole.PURPOSE)
    ):
        return Modality.PLANNED
    head = scene.clauses[clause.head] if clause.head is not None and clause.head < len(scene.clauses) else None
    if head is not None and clause.role is ClauseRole.COMPLEMENT and head.lemma in _EXPECTING:
        return Modality.PLANNED
    forms = {Form.PRESENT: Modality.STANDING, Form.OBLIGATION: Modality.NORMATIVE}
    return forms.get(clause.form, Modality.ACTUAL)


def is_denied(scene: Scene, quantity: Quantity) -> bool:
    """Whether the verb that governs a figure is negated: "did not reach 5%"."""
    clause = governing_clause(scene, quantity)
    if _NOT_DENIED.search(scene.text, max(0, quantity.start - _BEHIND), quantity.start):
        return False
    behind = clause is not None and clause.group[1] <= scene.before(quantity)
    return clause is not None and behind and clause.negated and scene.links(clause.group[1], scene.before(quantity))


def governing_clause(scene: Scene, quantity: Quantity) -> Clause | None:
    """The clause whose subject holds a figure, else that whose verb comes last before it; not across brackets."""
    place = scene.places[quantity.start]
    clause = scene.clause_of_subject(place) or _of_subject(scene, place) or scene.clause_before(scene.before(quantity))
    inside = scene.in_brackets(quantity.start)
    return None if clause is None and inside else clause


def _of_subject(scene: Scene, place: int) -> Clause | None:
    """The clause of what was done whose subject holds a figure: "a year in which *dues of 5 million* were paid"."""
    for clause in scene.clauses:
        done = clause.form in (Form.PAST, Form.PERFECT)
        if done and clause.subject is not None and clause.subject[1] < place < clause.group[0]:
            between = scene.tokens[clause.subject[1] : clause.group[0]]
            if between[0].lower == "of" and all(t.tag not in (",", ";", ":", "(") for t in between):
                return clause
    return None
