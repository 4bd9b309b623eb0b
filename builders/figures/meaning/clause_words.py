"""The last resort for a figure: the words of its clause say what it is about."""

from __future__ import annotations

import re
from collections.abc import Sequence

from customs_kg.builders.english.clauses import Clause, Role
from customs_kg.builders.english.nominals import phrase_to, words_of_label
from customs_kg.builders.english.token import Token
from customs_kg.builders.figures.context.case import GUESSED, PRONOUNS, RESOLVED, Case, Measured
from customs_kg.builders.figures.meaning.predicates import predicate
from customs_kg.builders.figures.meaning.subject_words import subject_measured
from customs_kg.builders.quantities.quantity import QuantityForm

_NEEDING = re.compile(r"\b(?:takes?|took|taken|needs?|needed|requires?|required|costs?)(?: (?:us|them|him|her))?\s*$")
_NEEDED = re.compile(r"^(?: on average)?,?(?: for [^,;.]{3,40}?)? to (?P<act>[a-z]+)")
_MOST = 12  # words of a label
_ASKED = re.compile(r"\basked (?:(?:us|it|them|the [A-Z]?\w+) )?for $|\basked $")
_SKIPPED = frozenset("DT PRP RB CC EX WDT".split())


def in_clause(case: Case) -> Measured | None:
    """As in "closed the port for eleven days", "found in respect of EUR 3 million": a label of the clause's words.

    A length of time is named by its unit; elsewhere the subject of the clause comes first.
    """
    if case.is_change and not case.measure.own_subject:
        return None
    if case.scene.is_time_unit(case.quantity) and (needed := _time_needed(case)):
        return needed
    if case.quantity.stated.endswith(" times") and (met := _meetings(case)) is not None:
        return met
    if _ASKED.search(case.text_before) and case.quantity.form is QuantityForm.MONEY:
        return Measured("revenue", tail="asked for", rule="goal", confidence=GUESSED)
    told = _telling(case)
    if not told:
        verb = next((c for c in case.scene.clauses if c.finite and c.group[0] >= case.following), None)
        said = predicate(case.scene, verb.group[0]) if verb else ""
        whose = _subject_behind(case, verb) if verb and said else ""
        if whose:
            return Measured(f"{whose} {said}", rule="clause", confidence=GUESSED)
        return Measured("amount", tail=said, rule="clause", confidence=GUESSED, known=False) if said else None
    if case.quantity.stated.endswith(" times") and told.endswith(" met"):  # "the board met four times"
        return Measured(
            "meetings", tail=f"of {told.removesuffix(' met')}", rule="clause", confidence=RESOLVED, known=False
        )
    if case.scene.is_time_unit(case.quantity) or case.quantity.stated.endswith(" times"):
        unit = case.quantity.stated.split()[-1].lower()
        return Measured(unit, tail=f"({told})", rule="clause", confidence=GUESSED, known=False)
    return Measured(told, rule="clause", confidence=GUESSED, known=False)


def _meetings(case: Case) -> Measured | None:
    """As in "the board met four times": meetings of the board, or of what the relative stands for."""
    clause = case.scene.clause_before(case.first)
    if clause is None or clause.lemma != "meet" or clause.group[1] != case.first:
        return None
    run = case.scene.subject_of(clause)
    words = [t for t in case.tokens[run[0] : run[1]] if t.tag not in ("WDT", "WP", "PRP", "CC")] if run else []
    said = words_of_label(words[:_MOST]) if any(t.is_noun for t in words) else ""
    if not said and (found := subject_measured(case)) is not None:
        said = found.label
    return Measured("meetings", tail=f"of {said}" if said else "", rule="clause", confidence=RESOLVED, known=False)


def needed_for(case: Case) -> Measured | None:
    """As in "it takes 12 minutes on average to check a bus", "it cost us EUR 3 to send it": what it is needed for."""
    match = _NEEDED.match(case.text_after)
    time = case.scene.is_time_unit(case.quantity)
    if match is None or not _NEEDING.search(case.text_before) or not (time or case.quantity.form is QuantityForm.MONEY):
        return None
    said = predicate(case.scene, case.scene.token_at(case.quantity.end + match.start("act")), _MOST)
    return Measured("time" if time else "cost", tail=f"to {said}", rule="needed", confidence=RESOLVED, known=False)


def _time_needed(case: Case) -> Measured | None:
    """As in "nine hours are now needed to clear a lorry": the length of time is the subject."""
    clause = next((c for c in case.scene.clauses if c.finite and c.group[0] == case.following), None)
    said = predicate(case.scene, clause.group[0], _MOST) if clause is not None else ""
    if not said:
        return None
    unit = case.quantity.stated.split()[-1].lower()
    return Measured(unit, tail=said, rule="clause", confidence=RESOLVED, known=False)


def _telling(case: Case) -> str:
    clause = case.scene.clause_before(case.first) or case.scene.clause_of_subject(case.at)
    if clause is None:
        phrase = phrase_to(case.tokens, case.first)
        words = case.tokens[phrase.start : phrase.end] if phrase else _around(case)
        return _label(case, words, phrase.start if phrase else 0)
    run = case.scene.subject_of(clause)
    start = run[0] if run is not None and run[0] < case.first else clause.group[0]
    words = [t for i, t in enumerate(case.tokens[start : case.first], start) if i not in case.scene.stops]
    if not any(t.is_noun for t in words):
        return _of_antecedent(case, clause)
    after = [] if len(words) > 4 else list(case.tokens[case.following : case.following + 5])
    return _label(case, [*words[:_MOST], *after], -1)


def _subject_behind(case: Case, clause: Clause) -> str:
    """Who did it in a relative clause behind the figure: "the 3 million kroner which *transit fees* yielded"."""
    if clause.role is not Role.RELATIVE or clause.subject is None or clause.subject[0] <= case.following:
        return ""
    words = case.tokens[clause.subject[0] : clause.group[0]]
    return words_of_label(words) if not any(t.tag == "PRP" for t in words) else ""


def _of_antecedent(case: Case, clause: Clause) -> str:
    """As in "the group, which met six times": what the relative stands for, and the verb."""
    said = subject_measured(case)
    return f"{said.label} {case.tokens[clause.verb].lower}" if said is not None and said.noun else ""


def _around(case: Case) -> Sequence[Token]:
    before = case.tokens[max(0, case.first - 6) : case.first]
    return before if any(t.is_noun for t in before) else case.tokens[case.following : case.following + 6]


def _label(case: Case, words: Sequence[Token], first: int) -> str:
    kept = [
        t
        for i, t in enumerate(words, first)
        if (first < 0 or i not in case.scene.stops)
        and t.tag not in _SKIPPED
        and t.lower not in PRONOUNS
        and (t.is_noun or t.is_verb or t.tag.startswith("JJ") or t.tag in ("IN", "TO"))
    ]
    while kept and kept[-1].tag in ("IN", "TO"):
        kept.pop()
    return words_of_label(kept) if any(t.is_noun or t.is_verb for t in kept) else ""
