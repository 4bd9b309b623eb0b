"""Figures in asides between commas or dashes: "the surplus, at 3 million, grew", "recruits - 292 in May - learn"."""

from __future__ import annotations

import re
from dataclasses import replace

from customs_kg.builders.english.nominals import NounPhrase, phrase_to, words_of_label
from customs_kg.builders.figures.context.case import RESOLVED, Case, Measured
from customs_kg.builders.figures.meaning.counted import noun_at

_OPENING = re.compile(
    r"(?P<mark>,| -) (?P<word>(?:standing |being |put )?at |with |numbering |totall?ing |some |about )?$"
)
_REACH = 24  # characters that hold what the pattern above finds
_CLOSING = {",": re.compile(r"[^;:.()]{0,60}?,(?= )"), " -": re.compile(r"[^;:.()]{0,60}? -(?= )")}
_STARTING = frozenset({",", ";", ":", "CC"})
_CONJUNCTIONS = frozenset("that whereas while although though because since but".split())


def in_aside(case: Case) -> Measured | None:
    """What the noun phrase before an aside names; of a figure with a noun of its own, that noun and the phrase."""
    start = case.quantity.qualifier_start
    opening = _OPENING.search(case.scene.text, max(0, start - _REACH), start)
    if opening is None or case.is_change:
        return None
    if opening["mark"] == "," and not opening["word"] and _OF_YEAR.match(case.text_after):
        return _of_subject(case, case.scene.token_at(opening.start()))
    if case.is_relative:
        return None
    phrase = _before(case, case.scene.token_at(opening.start()))
    if phrase is None or not _CLOSING[opening["mark"]].match(case.text_after):
        return None
    words = words_of_label(case.tokens[phrase.start : phrase.end])
    counted = noun_at(case, case.following)
    if (opening["word"] or "").startswith("with"):
        return _share_of_named(case, phrase, words) if counted is None else None
    if counted is None:
        told = opening["word"] or opening["mark"] == " -"
        return Measured(words, rule="aside", confidence=RESOLVED) if told else None
    if opening["word"] is None and not re.match(
        r"(?: [\w-]+){1,3} (?:in all|strong|altogether|in total)\b", case.text_after
    ):
        return None
    return replace(counted, tail=f"{counted.tail} ({words})".strip(), rule="aside", known=False)


_OF_YEAR = re.compile(r" in (?:19|20)\d\d, ")


def _of_subject(case: Case, end: int) -> Measured | None:
    """As in "The share of files closed in time, 97% in 2023, must be 98%": the subject, with its participle."""
    subject = next((c.subject for c in case.scene.clauses if c.subject and c.finite and c.subject[1] == end), None)
    if subject is None or noun_at(case, case.following) is not None:
        return None
    words = words_of_label(case.tokens[slice(*subject)])
    return Measured(words, rule="aside", confidence=RESOLVED) if words.startswith(("share", "rate")) else None


def _before(case: Case, end: int) -> NounPhrase | None:
    """The noun phrase before a mark, where it begins its clause and holds no figure and no time."""
    phrase = phrase_to(case.tokens, end)
    if phrase is None or phrase.end != end or any(i in case.scene.stops for i in range(phrase.start, end)):
        return None
    start = phrase.start
    while start > 0 and case.tokens[start - 1].tag in ("DT", "PRP$", "RB", "JJ"):
        start -= 1
    opens = start == 0 or case.tokens[start - 1].tag in _STARTING or case.tokens[start - 1].lower in _CONJUNCTIONS
    return phrase if opens else None


def _share_of_named(case: Case, phrase: NounPhrase, words: str) -> Measured | None:
    """As in "5.6 tonnes were seized. Of this, Arlen, with 2.4 tonnes, had the most": a part of the figure before."""
    base = case.comparable()
    if base is None or base.quantity.unit != case.quantity.unit or not case.tokens[phrase.head].tag.startswith("NNP"):
        return None
    return replace(
        base.measured, tail=f"{base.measured.tail} ({words})".strip(), rule="aside", confidence=RESOLVED, known=False
    )
