"""Figures after a noun with "of", and shares of a noun: the noun says what is measured."""

from __future__ import annotations

import re
from dataclasses import replace

from customs_kg.builders.english.nominals import (
    NounPhrase,
    complement_at,
    phrase_from,
    phrase_to,
    with_complements,
    words_of_label,
)
from customs_kg.builders.english.participles import done_to, past_participle
from customs_kg.builders.figures.context.case import (
    GUESSED,
    RESOLVED,
    Case,
    Measured,
)
from customs_kg.builders.figures.context.change_words import GOAL_AFTER
from customs_kg.builders.figures.context.measures import Relation
from customs_kg.builders.figures.meaning.counted import noun_at
from customs_kg.builders.figures.meaning.objects import named_change
from customs_kg.builders.figures.meaning.predicates import as_subject, with_verb
from customs_kg.builders.figures.meaning.subject_words import subject_measured
from customs_kg.builders.figures.meaning.values import value_of
from customs_kg.builders.quantities.quantity import QuantityForm

_COLLECTIVE = frozenset(
    "force workforce staff fleet team network group body membership crew headcount corps complement pool "
    "stock population".split()
)
_OF_THINGS = frozenset("fleet team network group crew pool stock".split())
_TOTALS = frozenset("total sum maximum minimum record".split())
_LEVELS = frozenset("level figure mark peak low high result".split())
_GOAL_ATTRIBUTES = frozenset(
    "standing original revised set overall new annual stated official national own agreed".split()
)
_GOAL_NOUNS = ("goal", "target", "objective")
_SETTERS = re.compile(
    r"(?i)\b(?:parliament|ministry|minister|treasury|government|cabinet|budget|council|you|congress)\b"
)
_COSTS = frozenset("cost price outlay expense charge fee".split())
_OF_WHICH_BEFORE = re.compile(r"\b(?:of|among) (?:which|whom|these|those|them),?\s*$", re.I)
_CHANGE_IN = re.compile(r"^(?: of)?[^.,;]{0,60}?\b(?:in|of|for) ")
_CHANGE_ON = re.compile(r"^ (?:on|in|for) (?=[a-z])")


def named_before_of(case: Case) -> Measured | None:
    """The noun that a figure stands after with "of" says what is measured."""
    tokens, first = case.tokens, case.first
    if first == 0 or tokens[first - 1].lower != "of" or case.measure.relation is Relation.OLD_LEVEL:
        return None
    if first > 1 and tokens[first - 2].lower == "average" and noun_at(case, case.following) is None:
        return _average(case, NounPhrase(first - 2, first - 1, first - 2))
    phrase = phrase_to(tokens, first - 1)
    if phrase is None or _OF_WHICH_BEFORE.search(case.text_before):
        return None
    head = tokens[phrase.head].lemma
    counted = noun_at(case, case.following)
    said_after = head not in _GOAL_NOUNS and GOAL_AFTER.match(case.text_after) is not None
    if head in _GOAL_NOUNS or (case.measure.goal and not said_after):
        return counted or _goal_itself(case, phrase) or _aimed_at(case, phrase) or _goal_named(case, phrase)
    if case.is_change:
        return named_change(case) or changed_thing(case)
    if head in ("average", "mean", "median"):
        return with_verb(case, counted) if counted else _average(case, phrase)
    if head in ("value", "worth") and phrase.size <= 2:
        return value_of(case, phrase.start)
    if head in _LEVELS and counted is None and (base := _level_of(case, phrase)) is not None:
        return base
    if head in _TOTALS and phrase.end - phrase.head == 1:
        return with_verb(case, counted) if counted else None
    return _named(case, phrase, counted, head)


def _level_of(case: Case, phrase: NounPhrase) -> Measured | None:
    """As in "4 per cent above the 2013 level of X": a bare level is one of what was measured before."""
    words = [i for i in range(phrase.start, phrase.end) if i not in case.scene.stops]
    base = case.comparable() if len(words) == 1 else None
    return replace(base.measured, rule="as-before", confidence=RESOLVED) if base is not None else None


def _named(case: Case, phrase: NounPhrase, counted: Measured | None, head: str) -> Measured:
    """The noun itself, with the counted things after the figure or with its verb."""
    noun = words_of_label(case.tokens[phrase.start : phrase.end])
    if head in _COSTS and (of_what := _thing_bought(case, phrase)):
        return Measured(f"{noun} of {of_what}", rule="cost", confidence=RESOLVED)
    if counted is not None and head not in _COLLECTIVE:
        return _counted_within(case, counted, phrase, noun)
    clause = case.scene.clause_of_subject(phrase.head)
    if counted is not None and head in _OF_THINGS and phrase.size == 1:
        return replace(as_subject(case.scene, counted, clause) if clause and clause.passive else counted, rule="of")
    named = Measured(noun, tail=_beside(case), rule="of")
    if (bearer := _bearer(case, phrase)) != "":
        return replace(named, tail=f"({bearer})", known=False)
    return replace(as_subject(case.scene, named, clause), rule="of") if clause else _with_action(case, named, phrase)


def _beside(case: Case) -> str:
    """As in "a loan of X from the bank", "a fine of X for smuggling": the complement behind the figure."""
    at = case.following
    told = at < len(case.tokens) and case.tokens[at].lower in ("from", "for", "against")
    return complement_words(case, at) if told else ""


def _bearer(case: Case, phrase: NounPhrase) -> str:
    """As in "fake goods with a retail price of X": what has the price."""
    at = phrase.start
    while at > 0 and case.tokens[at - 1].tag in ("DT", "PRP$", "RB"):
        at -= 1
    if at < 2 or case.tokens[at - 1].lower not in ("with", "at"):
        return ""
    before = phrase_to(case.tokens, at - 1)
    return words_of_label(case.tokens[before.start : before.end]) if before and before.end == at - 1 else ""


def _goal_itself(case: Case, phrase: NounPhrase) -> Measured | None:
    """As in "the annual revenue target of X": what stands before the goal says of what it is."""
    words = [t for t in case.tokens[phrase.start : phrase.head] if t.lower not in _GOAL_ATTRIBUTES]
    noun = words_of_label(words)
    return Measured(noun, rule="goal") if any(t.is_noun for t in words) and noun else None


def _goal_named(case: Case, phrase: NounPhrase) -> Measured:
    """As in "the quarterly target of X was beaten": nothing but the goal itself says what it is."""
    return Measured(words_of_label(case.tokens[phrase.start : phrase.end]), rule="goal", confidence=GUESSED)


def _aimed_at(case: Case, phrase: NounPhrase) -> Measured | None:
    """As in "above the goal of 94 percent": a goal is for the figure before, or for the subject."""
    base = case.last_level()
    found = subject_measured(case) if base is None or base not in case.before else base.measured
    if found is None and base is not None:
        found = base.measured
    sum_set = case.tokens[phrase.head].lemma in _GOAL_NOUNS and case.quantity.form is QuantityForm.MONEY
    if sum_set and (
        found is None or _sets_goals(found.noun) or case.is_said_of_body()
    ):  # an administration that is set a sum is to collect it
        goal = words_of_label(case.tokens[phrase.start : phrase.end])
        return Measured("revenue", tail=f"({goal})", rule="goal", confidence=GUESSED)
    return replace(found, rule="goal") if found else None


def _sets_goals(noun: str) -> bool:
    """Whether a subject is a body that sets goals for others, and not what the goal is for."""
    return _SETTERS.search(noun) is not None


def _thing_bought(case: Case, phrase: NounPhrase) -> str:
    """As in "a scanner, bought at a cost of X": the noun phrase before the participle."""
    clause = case.scene.clause_before(phrase.start)
    if clause is None or (clause.finite and not clause.passive):
        return ""
    run = clause.subject
    if run is None:
        before = phrase_to(case.tokens, clause.group[0] - (case.tokens[clause.group[0] - 1].tag == ","))
        run = (before.start, before.end) if before else None
    return words_of_label(case.tokens[run[0] : run[1]]) if run else ""


def _with_action(case: Case, named: Measured, phrase: NounPhrase) -> Measured:
    """As in "realized a net tax collection of X", "recovered tax revenue of X": the noun with what was done to it."""
    clause = case.scene.clause_before(phrase.start)
    if clause is None or clause.passive or case.scene.in_brackets(case.quantity.start):
        return named
    direct = all(t.tag in ("DT", "RB", "PRP$", "JJ") for t in case.tokens[clause.group[1] : phrase.start])
    verb = past_participle(case.tokens[clause.verb].text)
    telling = clause.lemma in (
        "recover",
        "refund",
        "waive",
        "save",
        "impose",
        "seize",
        "evade",
        "collect",
        "assess",
        "waste",
        "forgo",
        "exempt",
    )
    return replace(named, verb=verb) if direct and telling else named


def _counted_within(case: Case, counted: Measured, phrase: NounPhrase, noun: str) -> Measured:
    """As in "the detention of 26 boats", "stages of 13 trials"."""
    if did := done_to(case.tokens[phrase.head].text):
        return replace(counted, verb=did, rule="of")
    verb = ""
    clause = case.scene.clause_of_subject(phrase.head)
    if clause is not None:
        verb = as_subject(case.scene, Measured(""), clause).verb
    around = "" if clause is not None else _passive_around(case, phrase)
    within = f"({f'{around} {noun}'.strip()})"
    return replace(counted, verb=verb, tail=" ".join(p for p in (counted.tail, within) if p), rule="of", known=False)


def _passive_around(case: Case, phrase: NounPhrase) -> str:
    """As in "treaties were made with the parliaments of 8 states": what was made, where a preposition leads to them."""
    at = phrase.start - 1
    while at > 0 and case.tokens[at].tag in ("DT", "PRP$"):
        at -= 1
    clause = case.scene.clause_before(at)
    if clause is None or not clause.passive or clause.group[1] != at or case.tokens[at].tag not in ("IN", "TO"):
        return ""
    run = case.scene.subject_of(clause)
    if run is None or any(i in case.scene.places.values() for i in range(*run)):
        return ""
    subject = words_of_label(case.tokens[max(run[0], run[1] - 6) : run[1]])
    return f"{subject} {case.tokens[clause.verb].lower} {case.tokens[at].lower}"


def _average(case: Case, phrase: NounPhrase) -> Measured:
    """As in "an average of 15% on farm products": the average of what went before, for these."""
    tail = complement_words(case, case.following)
    base = case.last_level()
    if base is not None and case.before:
        return replace(base.measured, prefix="average", tail=tail, rule="average", confidence=RESOLVED, known=False)
    noun = words_of_label(case.tokens[phrase.start : phrase.end])
    return Measured(noun, tail=tail, rule="average", confidence=RESOLVED)


def changed_thing(case: Case) -> Measured | None:
    """As in "a growth of 5% in revenue", "a 5% increase in revenue"; else the figure before, or the subject."""
    match = _CHANGE_ON.match(case.text_after) or _CHANGE_IN.match(case.text_after)
    if match:
        at = case.scene.token_at(case.quantity.end + match.end())
        phrase = phrase_from(case.tokens, at)
        if phrase is not None and not any(i in case.scene.stops for i in range(at, phrase.end)):
            full = with_complements(case.tokens, phrase, case.scene.stops)
            tail = words_of_label(case.tokens[phrase.end : full.end])
            return Measured(words_of_label(case.tokens[phrase.start : phrase.end]), tail=tail, rule="change-in")
    base = case.last_level()
    return base.measured if base is not None and base in case.before else subject_measured(case)


def complement_words(case: Case, at: int) -> str:
    """The prepositional phrase that begins at a token, as part of a label."""
    end = complement_at(case.tokens, at, case.scene.stops)
    return words_of_label(case.tokens[at:end]) if end is not None else ""
