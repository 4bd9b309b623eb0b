"""Figures that stand before what they are of: "last year's report gave X for receipts", "at X, claims rose"."""

from __future__ import annotations

import re

from customs_kg.builders.english.nominals import phrase_from, with_complements, words_of_label
from customs_kg.builders.figures.context.case import RESOLVED, Case, Measured
from customs_kg.builders.figures.meaning.subject_words import bare_subject, subject_measured, subject_words

_GIVEN = re.compile(
    r"\b(?:edition|report|review|statement|note|notes|yearbook|version|survey|tables?|annex|bulletin|accounts)\b"
    r"[^.;:,]{0,60}?"
    r" (?:gives?|gave|shows?|showed|states?|stated|reported|lists?|listed|quotes?|quoted|cites?|cited|has|had)"
    r"(?: (?:a|the) (?:figure|total|number|sum) of)? $",
    re.IGNORECASE,
)
_SHOWN_AS = re.compile(
    r"\b(?:appears?|appeared|(?:is|are|was|were) (?:given|stated|shown|listed|reported|quoted|recorded|entered))"
    r" (?:as|at|with) $"
)
_FOR = re.compile(r" (?:for|as|under) (?=\D)")


def given_for(case: Case) -> Measured | None:
    """As in "last year's report gave X for receipts": what a document gives a figure for."""
    match = _FOR.match(case.text_after)
    if match is None or case.is_change or not _GIVEN.search(case.text_before):
        return None
    at = case.scene.token_at(case.quantity.end + match.end())
    phrase = phrase_from(case.tokens, at)
    if phrase is None or all(i in case.scene.stops for i in range(phrase.start, phrase.end)):
        return None
    full = with_complements(case.tokens, phrase, case.scene.stops)
    return Measured(words_of_label(case.tokens[phrase.start : full.end]), rule="given", confidence=RESOLVED)


def shown_as(case: Case) -> Measured | None:
    """As in "receipts for 2011 appear as X in the yearbook": what is shown, wherever it is."""
    return subject_measured(case) if not case.is_change and _SHOWN_AS.search(case.text_before) else None


def fronted(case: Case) -> Measured | None:
    """As in "At 8 million, claims were 4% above the year before": the subject that follows has the level."""
    if case.is_change or case.first != 1 or case.tokens[0].lower != "at" or not case.text_after.startswith(", "):
        return None
    clause = next((c for c in case.scene.clauses if c.finite and c.subject and c.subject[0] > case.at), None)
    start, end = bare_subject(case, *clause.subject) if clause is not None and clause.subject else (0, 0)
    subject = case.tokens[start:end]
    if not subject or case.scene.names_body(subject) or any(t.tag == "PRP" for t in subject):
        return None
    return subject_words(case, clause, start, end)
