"""Sums of money that are the value of things counted or named before."""

from __future__ import annotations

import re
from dataclasses import replace

from customs_kg.builders.english.clauses import Clause
from customs_kg.builders.english.nominals import (
    NounPhrase,
    phrase_to,
    words_of_label,
)
from customs_kg.builders.english.participles import past_participle
from customs_kg.builders.figures.context.case import (
    RESOLVED,
    Case,
    Measured,
)
from customs_kg.builders.figures.context.scene import Scene
from customs_kg.builders.figures.meaning.counted import noun_at
from customs_kg.builders.figures.meaning.predicates import as_subject
from customs_kg.builders.figures.meaning.subject_words import subject_measured
from customs_kg.builders.quantities.quantity import QuantityForm

_WORTH = re.compile(
    r"\b(?:worth|valued at|worth of|involving|(?:with|at|to|for|of) an? (?:\w+ ){0,3}(?:value|cost|tune"
    r"|amount)(?: (?:of|above|over|exceeding))?"
    r"|to the (?:value|tune|amount) of|(?:with|at) (?:the |their |its )?(?:\w+ ){0,2}value (?:of|at"
    r"|estimated at|totall?ing))"
    r"(?: (?:about|an estimated|a total value of|a total of|value of|goods worth))?\s*$",
    re.I,
)
_INVOLVING_TOTAL = re.compile(
    r"\b(?:involving|involve[sd]?|with) (?:an? |the )?(?:[\w-]+ ){0,3}(?:value|worth|amount|sum|duty"
    r"|duties|tax(?:es)?) of\s*$",
    re.I,
)
_INVOLVED_IN = re.compile(r"^ (?:was |were |is |are )?(?:involved|concerned|at stake) in\b")


def worth(case: Case) -> Measured | None:
    """As in "cases worth EUR 5 million", "involving a total value of": the value of the things before."""
    if case.quantity.form is not QuantityForm.MONEY or case.is_change:
        return None
    if match := _INVOLVED_IN.match(case.text_after):
        own = noun_at(case, case.scene.token_at(case.quantity.end + match.end()))
        if own is None:
            return None
        return replace(own, prefix="value of")
    match = _INVOLVING_TOTAL.search(case.text_before) or _WORTH.search(case.text_before)
    if not match:
        return None
    at = case.scene.token_at(match.start())
    at -= at > 1 and case.tokens[at - 1].tag == ","
    clause = case.scene.clause_before(at + 1)
    if clause is not None and at in range(clause.group[1], clause.group[1] + 2) and clause.lemma == "be":
        found = subject_measured(case)
        return replace(found, prefix="value of", rule="worth") if found else None
    return value_of(case, at)


def value_of(case: Case, at: int) -> Measured | None:
    """The value of the noun phrase before `at`, or of the counted things before."""
    scene = case.scene
    base = next(
        (r for r in reversed(case.before) if r.quantity.form in (QuantityForm.COUNT, QuantityForm.MEASURE)), None
    )
    phrase = phrase_to(scene.tokens, at)
    place = scene.places[base.quantity.start] if base else -1
    if base is not None and phrase is not None and (own := _last_of_row(scene, phrase, place, at)) is not None:
        return replace(own, prefix="value of", verb=base.measured.verb)
    if (
        base is not None
        and not base.is_change
        and (phrase is None or phrase.start <= place + 1 or _unbroken(scene, place, at))
    ):
        return replace(base.measured, prefix="value of", rule="worth")
    if phrase is None:
        return replace(base.measured, prefix="value of", rule="worth", confidence=RESOLVED) if base else None
    if at < len(scene.tokens) and scene.tokens[at].tag == ",":
        phrase = _whole_phrase(scene, phrase)
    counted = Measured(words_of_label(scene.tokens[phrase.start : phrase.end]))
    clause = scene.clause_of_subject(phrase.head) or _clause_around(case, phrase)
    counted = as_subject(scene, counted, clause) if clause else _as_object_of(case, counted, phrase)
    return replace(counted, prefix="value of", rule="worth")


def _whole_phrase(scene: Scene, phrase: NounPhrase) -> NounPhrase:
    """As in "the project with Norland, worth X": the phrase that a complement before a comma belongs to."""
    while phrase.start > 1 and scene.tokens[phrase.start - 1].lower in ("with", "of", "for", "in", "between"):
        wider = phrase_to(scene.tokens, phrase.start - 1)
        if (
            wider is None
            or wider.end != phrase.start - 1
            or any(i in scene.stops for i in range(wider.start, wider.end))
        ):
            break
        phrase = NounPhrase(wider.start, phrase.end, wider.head)
    return phrase


def _last_of_row(scene: Scene, phrase: NounPhrase, place: int, at: int) -> Measured | None:
    """As in "28 jobs and output worth 8 million": the last noun of a row, which has no number of its own."""
    joint = next((i for i in range(phrase.end - 1, place, -1) if scene.tokens[i].tag == "CC"), -1)
    if phrase.end != at or joint <= place + 1 or joint + 1 >= at or not _unbroken(scene, place, at):
        return None
    if scene.tokens[joint - 1].tag != "NNS" or not all(
        t.is_noun or t.tag == "JJ" for t in scene.tokens[joint + 1 : at]
    ):
        return None
    return Measured(words_of_label(scene.tokens[joint + 1 : at]), rule="worth", confidence=RESOLVED)


def _clause_around(case: Case, phrase: NounPhrase) -> Clause | None:
    """As in "exemptions worth X were granted": the clause whose subject goes on with the value."""
    clause = case.scene.clause_of_subject(case.at)
    beside = clause is not None and clause.subject is not None and clause.subject[0] == phrase.end
    return clause if beside else None


def _as_object_of(case: Case, counted: Measured, phrase: NounPhrase) -> Measured:
    clause = case.scene.clause_before(phrase.start)
    if clause is None or clause.passive or clause.group[1] + 2 < phrase.start:
        return counted
    return replace(counted, verb=past_participle(case.tokens[clause.verb].text))


def _unbroken(scene: Scene, start: int, end: int) -> bool:
    """Whether no mark but commas and no other figure stand between two positions."""
    marks = any(t.tag in (";", ".", ":") for t in scene.tokens[start + 1 : end])
    marks |= any(start < c.group[0] and c.group[1] < end and _has_object(scene, c, end) for c in scene.clauses)
    return not marks and not any(i in scene.places.values() for i in range(start + 1, end))


def _has_object(scene: Scene, clause: Clause, end: int) -> bool:
    """As in "a staff of 65 processed imports valued at X": an active verb whose object stands before a position."""
    phrase = phrase_to(scene.tokens, end)
    return clause.finite and not clause.passive and phrase is not None and phrase.start >= clause.group[1]
