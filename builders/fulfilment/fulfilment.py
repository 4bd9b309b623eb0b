"""The sentence of a later report that tells what became of a plan, and the assessments that follow."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from customs_kg.builders.fulfilment.cues import Cue, read_cue
from customs_kg.builders.fulfilment.likeness import Rarity, likeness, rarity, weighted
from customs_kg.builders.fulfilment.sentences import (
    Deed,
    Sentence,
    agency_names,
    read_sentences,
    short_forms,
    topic_words,
    without_names,
)
from customs_kg.builders.fulfilment.verdicts import Verdict, by_figure, verdict_on
from customs_kg.graph.identifiers import mint_statement
from customs_kg.graph.model import Action, Assessment, FulfilmentStatus, Modality, ReportFacts, Span
from customs_kg.ontology.iris import CK, CKT
from customs_kg.ontology.vocabulary import load_terms

# Acts that bring a thing about: what was promised by one of them is done when any of them is reported.
_REALISE = frozenset(
    f"{CKT}action-{name}"
    for name in (
        "launch put-into-operation sign establish build implement complete purchase deploy hold host adopt issue "
        "publish approve pilot revise draft carry-out"
    ).split()
)
_UNLISTED = f"{CKT}action-other"
_COMPLETE = frozenset(f"{CKT}action-{name}" for name in ("complete", "implement"))
_SOON = frozenset(f"{CKT}action-{name}" for name in "draft pilot plan explore negotiate continue".split())
_TOO_GENERAL = tuple(CK + name for name in ("Place", "GoodsCategory", "CustomsFunction", "TaxType", "PublicBody"))
_DOINGS = tuple(CK + name for name in ("Operation", "Campaign", "Event"))
_SAME = 0.22  # likeness at which a sentence answers a plan by its words alone
_SAME_ACT = 0.2  # the same, where it tells of an act of the same kind
_APART = 2.2  # how many times more it is like the plan than any other sentence
_AT_LEAST = 2  # words that they share
_TOLD = 0.18  # likeness at which what is said outright is said of the plan
_TOLD_BY_NAME = 0.12  # the same, where it has a name of the plan
_SURELY = 0.35  # the same, where it names something that the plan does not
_WHOLE = -1  # in place of where a deed starts: all of its sentence
_OUTRIGHT = 0.5  # how much more what is said outright counts than likeness alone


@dataclass(frozen=True, slots=True)
class _Plan:
    """A plan with what it is about: its words with their weights, its names, the things that tell it from others."""

    action: Action
    words: Mapping[str, float]
    things: frozenset[str]
    doings: frozenset[str]  # those that are themselves something done
    names: frozenset[str]
    is_due: bool  # before the later report's time is over


@dataclass(frozen=True, slots=True)
class _Told:
    """A sentence of the later report with the weights of its words and what it says outright."""

    sentence: Sentence
    words: Mapping[str, float]
    cue: Cue


@dataclass(frozen=True, slots=True)
class _Answer:
    """A sentence that may tell what became of a plan."""

    strength: float
    plan: _Plan
    sentence: Sentence
    deed: Deed | None
    cue: Cue

    @property
    def place(self) -> tuple[Span, int]:
        """What answers only one plan: a sentence, or one deed of it."""
        return self.sentence.span, min(self.deed.evidence).start if self.deed else _WHOLE


def settle_plans(reports: Sequence[ReportFacts]) -> tuple[ReportFacts, ...]:
    """The reports in the same order, each with its assessments of what earlier reports of the same agency promised.

    A plan is settled by a figure of the indicator that it has a target for, by an act of the later report on the same
    thing, or by a sentence about the same matter that says what became of it.
    """
    return tuple(replace(later, assessments=tuple(_assess(later, reports))) for later in reports)


def _assess(later: ReportFacts, reports: Sequence[ReportFacts]) -> Iterator[Assessment]:
    before = [r for r in reports if _same_agency(r, later) and _is_before(r, later)]
    if not before:
        return
    shorts = short_forms([*before, later])
    sentences = read_sentences(later, shorts)
    cues = [read_cue(s.text) for s in sentences]
    for earlier in before:
        own = read_sentences(earlier, shorts)
        weight = rarity(s.words for s in (*own, *sentences))
        plans = [
            _plan(a, earlier, own, shorts, weight, later.report.period.end)
            for a in _open_plans(earlier, later, reports)
        ]
        told = [_Told(s, weighted(s.words, s.before, weight), c) for s, c in zip(sentences, cues, strict=True)]
        yield from _settled(plans, told, later)


def _same_agency(one: ReportFacts, other: ReportFacts) -> bool:
    return one.report.agency == other.report.agency


def _is_before(earlier: ReportFacts, later: ReportFacts) -> bool:
    one, other = earlier.report.period.end, later.report.period.end
    return one is not None and other is not None and one < other


def _open_plans(earlier: ReportFacts, later: ReportFacts, reports: Sequence[ReportFacts]) -> Iterator[Action]:
    for action in earlier.actions:
        if action.modality is Modality.PLANNED and not _is_reported_elsewhere(action, earlier, later, reports):
            yield action


def _is_reported_elsewhere(
    plan: Action, earlier: ReportFacts, later: ReportFacts, reports: Sequence[ReportFacts]
) -> bool:
    """Whether the plan is due after this report's time, so that a still later one is to settle it."""
    due, end = plan.due, later.report.period.end
    if due is None or due.start is None or end is None or due.start < end:
        return False
    return any(_is_before(later, other) and _same_agency(other, earlier) for other in reports)


def _plan(
    action: Action,
    facts: ReportFacts,
    sentences: Sequence[Sentence],
    shorts: Mapping[str, frozenset[str]],
    weight: Rarity,
    end: date | None,
) -> _Plan:
    terms, entities = load_terms(), {e.iri: e for e in facts.entities}
    on = [entities[thing] for thing in action.acts_on if thing in entities]
    telling = [e for e in on if not terms.is_any(e.cls, _TOO_GENERAL)]
    about = [without_names(action.description, agency_names(facts)), *(e.label for e in telling)]
    words = topic_words(" ".join(about), shorts)
    start = min(action.evidence).start
    around = next((s for s in sentences if s.span.start <= start < s.span.end), None)
    behind = around.words | around.before if around else frozenset[str]()
    return _Plan(
        action,
        weighted(words, behind, weight),
        frozenset(e.iri for e in telling),
        frozenset(e.iri for e in telling if terms.is_any(e.cls, _DOINGS)),
        around.names if around else frozenset(),
        action.due is None or action.due.start is None or end is None or action.due.start < end,
    )


def _settled(plans: Sequence[_Plan], told: Sequence[_Told], later: ReportFacts) -> Iterator[Assessment]:
    """One assessment for each plan that is settled; a sentence, or a deed in it, settles the plan that it fits best."""
    verdicts: dict[str, Assessment] = {}
    for plan in plans:
        due = plan.action.due or later.report.period
        if found := by_figure(plan.action, due, later.observations):
            verdict, figure = found
            verdicts[plan.action.iri] = _assessment(plan, later, verdict, figure.evidence, "0.70", "fulfilment-target")
    answers = [a for p in plans for a in _answers(p, told)]
    answers.sort(key=lambda a: (-a.strength, a.sentence.span, a.plan.action.iri, a.place))
    taken: set[tuple[Span, int]] = set()
    for answer in answers:
        iri = answer.plan.action.iri
        span, start = answer.place
        if (
            iri not in verdicts
            and not taken & {(span, start), (span, _WHOLE)}
            and (start != _WHOLE or all(s != span for s, _ in taken))
        ):
            taken.add(answer.place)
            verdicts[iri] = _of_answer(answer, later)
    yield from (verdicts[p.action.iri] for p in plans if p.action.iri in verdicts)


def _of_answer(answer: _Answer, later: ReportFacts) -> Assessment:
    verdict = verdict_on(answer.plan.action, answer.sentence, answer.deed, answer.cue, later)
    plain = answer.strength > 1 and verdict.status is not FulfilmentStatus.UNDECIDABLE
    evidence = answer.deed.evidence if answer.deed else (answer.sentence.span,)
    rule = (
        "fulfilment-told" if answer.deed is None else "fulfilment-denied" if answer.deed.denied else "fulfilment-done"
    )
    return _assessment(answer.plan, later, verdict, evidence, "0.85" if plain else "0.65", rule)


def _answers(plan: _Plan, told: Sequence[_Told]) -> Iterator[_Answer]:
    """What may answer a plan: sentences that tell of a deed on its things, say it outright, or are most like it."""
    alike = [likeness(plan.words, t.words) for t in told]
    for n, (t, like) in enumerate(zip(told, alike, strict=True)):
        if like:
            yield from _by_deed(plan, t.sentence, t.cue, like)
            yield from _outright(plan, t.sentence, t.cue, like)
        if like >= _SAME_ACT and like >= _APART * _next_best(alike, told, n):  # likeness first: few have as much
            yield from _by_words(plan, t.sentence, t.cue, like)


def _next_best(alike: Sequence[float], told: Sequence[_Told], n: int) -> float:
    """How like the plan any other sentence is, but for neighbours that go on about what is done in this one."""
    apart = (a for k, a in enumerate(alike) if k != n and (abs(n - k) > 1 or told[k].sentence.promises))
    return max(apart, default=0)


def _by_deed(plan: _Plan, sentence: Sentence, cue: Cue, alike: float) -> Iterator[_Answer]:
    """The deeds that are done to a thing of the plan, and are an act of its kind."""
    for deed in sentence.deeds:
        on = plan.things & deed.acts_on
        if on and (cue.tells or on & plan.doings or _same_act(plan.action, deed)):
            yield _Answer(1 + alike, plan, sentence, deed, cue)


def _outright(plan: _Plan, sentence: Sentence, cue: Cue, alike: float) -> Iterator[_Answer]:
    """What is said of a plan, by a sentence that is about its matter."""
    if not cue.tells or (sentence.promises and not cue.of_plans and not sentence.deeds):
        return
    told = _TOLD_BY_NAME if plan.names & sentence.names else _TOLD
    if not plan.things & sentence.things and (alike < told or (alike < _SURELY and _is_foreign(plan, sentence))):
        return
    yield _Answer(_OUTRIGHT + alike, plan, sentence, _only(sentence.deeds), cue)


def _by_words(plan: _Plan, sentence: Sentence, cue: Cue, alike: float) -> Iterator[_Answer]:
    """A sentence that is far more like the plan than the rest, unless it is about something of another name."""
    if _is_foreign(plan, sentence) or (sentence.promises and not sentence.deeds) or not plan.is_due:
        return
    if len(plan.words.keys() & sentence.words) < _AT_LEAST:
        return
    if any(plan.things & d.acts_on and not _same_act(plan.action, d) for d in sentence.deeds):
        return  # something else was done to it
    same = [d for d in sentence.deeds if _same_act(plan.action, d)]
    if alike >= (_SAME_ACT if same or plan.things & sentence.things else _SAME):
        yield _Answer(alike, plan, sentence, same[0] if same else _only(sentence.deeds), cue)


def _is_foreign(plan: _Plan, sentence: Sentence) -> bool:
    """Whether a sentence speaks of something of another name: "the post at A" and "the post at B"."""
    if plan.things & sentence.things:
        return False
    return bool(plan.names and sentence.names) and not plan.names & (sentence.names | sentence.words)


def _only(deeds: Sequence[Deed]) -> Deed | None:
    return deeds[0] if len(deeds) == 1 else None


def _same_act(plan: Action, deed: Deed) -> bool:
    if plan.action_type == deed.action_type:
        return True
    if plan.action_type == _UNLISTED:  # "to have all of them filed": it is done when it is completed
        return deed.action_type in _COMPLETE
    realised = plan.action_type in _REALISE and deed.action_type in _REALISE
    return realised and (deed.action_type not in _SOON or plan.action_type in _SOON)


def _assessment(
    plan: _Plan, later: ReportFacts, verdict: Verdict, evidence: tuple[Span, ...], confidence: str, rule: str
) -> Assessment:
    places = (f"{span.start}-{span.end}" for span in evidence)
    iri = mint_statement("assessment", plan.action.iri, later.text.sha256[:12], verdict.status.value, *places)
    return Assessment(iri, plan.action.iri, verdict.status, Decimal(confidence), evidence, rule, verdict.comment)
