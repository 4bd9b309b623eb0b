"""Parts of a sum: "duties made up 85 million of the total", "customs accounted for the balance of 3 million"."""

from __future__ import annotations

import re
from dataclasses import replace

from customs_kg.builders.english.nominals import opening_bracket, phrase_to, words_of_label
from customs_kg.builders.figures.context.case import RESOLVED, Case, Measured
from customs_kg.builders.figures.meaning.subject_words import subject_measured
from customs_kg.builders.quantities.quantity import QuantityForm

_OF_TOTAL = re.compile(
    r"^ of (?:the|this|that|its|their|our|these) (?:total|sum|amount|whole|balance|receipts|takings|proceeds|money)\b"
)
_FOR_REST = re.compile(
    r"\bfor (?:the|a|its|their) (?:remaining|rest of|remainder of|balance of|other|final|last|further)"
    r"(?: \w+,)? ?$",
    re.IGNORECASE,
)
_BRINGING = frozenset(
    "make constitute represent form comprise account contribute provide supply yield bring give add produce".split()
)
_AMOUNTS = (QuantityForm.MONEY, QuantityForm.MEASURE, QuantityForm.COUNT)


def part_of_total(case: Case) -> Measured | None:
    """What the subject names, where the figure is its part of a sum and counts nothing itself."""
    if case.is_change or case.quantity.form not in _AMOUNTS:
        return None
    clause = case.scene.clause_before(case.first)
    of_total = _OF_TOTAL.match(case.text_after) is not None
    made_up = clause is not None and clause.lemma == "make" and _follows(case, clause.group[1], "up")
    if clause is not None and clause.lemma in _BRINGING and not clause.passive:
        beside = case.scene.links(clause.group[1], case.first) or made_up or _follows(case, clause.group[1], "for")
        rest = _FOR_REST.search(case.text_before) is not None and not _has_joined(case, clause.group[1])
        if (of_total and beside) or rest or (made_up and case.quantity.form is QuantityForm.MEASURE):
            run = case.scene.subject_of(clause)
            words = case.tokens[run[0] : run[1]] if run else ()
            if words and not case.scene.names_body(words):
                return subject_measured(case)
    return (_accounting_for(case) or _gapped_for(case)) if case.before else None


def _accounting_for(case: Case) -> Measured | None:
    """As in "of which 7 tonnes, with horn accounting for a further 48 kg": the noun before, however it is tagged."""
    at = next((i for i in range(case.first - 1, max(0, case.first - 5), -1) if case.tokens[i].lower == "accounting"), 0)
    phrase = phrase_to(case.tokens, at) if at else None
    if phrase is None or phrase.end != at or _has_joined(case, at):
        return None
    return Measured(words_of_label(case.tokens[phrase.start : phrase.end]), rule="gapped", confidence=RESOLVED)


def _follows(case: Case, at: int, word: str) -> bool:
    return at < case.first and case.tokens[at].lower == word and case.first - at <= 3


def _has_joined(case: Case, at: int) -> bool:
    """Whether another figure stands between the verb and this one."""
    return any(at <= place < case.first for place in case.scene.places.values())


def _gapped_for(case: Case) -> Measured | None:
    """As in "... for 9 million, the Light Levy (LL) for 2 million and fees for the remaining 1 million"."""
    at = case.first
    while at > 0 and case.tokens[at - 1].lower in (
        "the",
        "remaining",
        "other",
        "a",
        "further",
        "balance",
        "rest",
        "of",
    ):
        at -= 1
    if at < 2 or case.tokens[at - 1].lower != "for":
        return None
    end = at - 1
    if case.tokens[end - 1].tag == ")":
        end = opening_bracket(case.tokens, end - 1) or end
    phrase = phrase_to(case.tokens, end)
    last = case.before[-1]
    place = case.scene.places[last.quantity.start]
    if phrase is None or phrase.end != end or last.is_change or last.quantity.unit != case.quantity.unit:
        return None
    start = max([phrase.start, *(i + 1 for i in range(place, end) if case.tokens[i].tag in ("CC", ",", ";"))])
    before = start - 1 - (case.tokens[start - 1].tag == "DT")
    verb = case.scene.clause_before(case.first)
    told = verb is not None and verb.group[1] <= place and _follows_verb(case, verb.group[1])
    if not told or start >= end or before <= place or case.tokens[before].tag not in ("CC", ",", ";"):
        return None
    words = words_of_label(case.tokens[start:end])
    if last.measured.rule == "of-which" and last.measured.tail.startswith("("):
        return replace(last.measured, tail=f"({words})")  # "tea accounted for 9 of the boats, rum for 7"
    whole = last.measured.tail if last.measured.tail.startswith("(") else ""
    return replace(Measured(words, tail=whole), rule="gapped", confidence=RESOLVED, known=not whole)


def _follows_verb(case: Case, at: int) -> bool:
    """Whether the verb that is left out takes "for"."""
    return at < len(case.tokens) and case.tokens[at].lower == "for"
