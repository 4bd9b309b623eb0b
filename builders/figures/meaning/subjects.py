"""Figures said of the subject of their clause: "revenue stood at X", "exports grew by X"."""

from __future__ import annotations

import re
from dataclasses import replace

from customs_kg.builders.english.clauses import Clause
from customs_kg.builders.english.nominals import (
    phrase_to,
    words_of_label,
)
from customs_kg.builders.english.participles import past_participle
from customs_kg.builders.english.token import Token
from customs_kg.builders.english.words import verb_lemma
from customs_kg.builders.figures.context.case import (
    MEASURING_VERBS,
    RESOLVED,
    Case,
    Measured,
)
from customs_kg.builders.figures.context.measures import Relation
from customs_kg.builders.figures.indicators import names_indicator
from customs_kg.builders.figures.meaning.subject_words import bare_subject, subject_measured, subject_words
from customs_kg.builders.quantities.quantity import QuantityForm

_MAKING_UP = frozenset("make constitute represent form comprise".split())
_RECORDING = frozenset("record register report see post make have".split())  # cases, persons: no level of a subject
_YIELDING = frozenset("bring give yield generate contribute produce earn fetch net".split())


def said_of_subject(case: Case) -> Measured | None:
    """As in "revenue stood at X", "exports grew 5% to X": the subject is what is measured.

    A level from which a change before set out ("up 8% from X") measures what the change does.
    """
    of_change = bool(case.before) and case.before[-1].is_change and not _has_own_subject(case)
    if case.measure.relation is Relation.OLD_LEVEL and of_change:
        return replace(case.before[-1].measured, confidence=RESOLVED, rule="as-before")
    if (level := _risen_from(case) or _missed_by(case)) is not None:
        return level
    clause = case.scene.clause_before(case.first)
    if clause is None:
        return _participle_subject(case)
    if clause.lemma == "account" and not case.is_relative and case.first == clause.group[1] + 1:
        return _part_of_sum(case)
    to_whom = clause.group[1] < case.first and case.tokens[clause.group[1]].lower in ("us", "them", "it", "him")
    direct = case.scene.links(clause.group[1] + to_whom, _run_start(case))  # "the levies gave us X"
    changes = case.measure.relation is not Relation.LEVEL
    if not (direct or changes):
        return _participle_subject(case)
    passive = clause.passive and direct and case.quantity.form is not QuantityForm.COUNT
    reaching = direct and not clause.passive and case.tokens[clause.group[1]].lower in ("to", "at", "past")
    if reaching and clause.lemma not in MEASURING_VERBS and (got := _reached(case, clause)) is not None:
        return got
    if clause.lemma in _YIELDING and direct and case.quantity.form is QuantityForm.MONEY and _yields(case, clause):
        return subject_measured(case)
    makes_up = case.is_relative and clause.lemma in _MAKING_UP and direct
    if clause.lemma not in MEASURING_VERBS and not (changes or passive or makes_up):
        return None
    if case.quantity.form is QuantityForm.COUNT and clause.lemma not in MEASURING_VERBS and not changes:
        return None
    return subject_measured(case) or _participle_subject(case)


def _has_own_subject(case: Case) -> bool:
    """As in "the loss of X is due to fewer sales, which fell from Y": a clause with a subject after the change."""
    clause = case.scene.clause_before(case.first)
    run = case.scene.subject_of(clause) if clause is not None else None
    place = case.scene.places[case.before[-1].quantity.start]
    return run is not None and run[0] > place and any(t.is_noun for t in case.tokens[run[0] : run[1]])


def _risen_from(case: Case) -> Measured | None:
    """As in "we made 15 checks, up from ten": the level before, of the figure that stands before it."""
    if case.measure.relation is not Relation.OLD_LEVEL or not re.search(
        r", (?:up|down) from (?:\w+ )?$", case.text_before
    ):
        return None
    alike = [r for r in case.before if not r.is_change and r.quantity.unit == case.quantity.unit]
    return replace(alike[-1].measured, confidence=RESOLVED, rule="as-before") if alike else None


def _missed_by(case: Case) -> Measured | None:
    """As in "we missed the target of X by Y": what the target is for."""
    aimed = case.is_change and bool(case.before) and case.before[-1].measure.goal and case.is_said_of_body()
    return case.before[-1].measured if aimed else None


def _reached(case: Case, clause: Clause) -> Measured | None:
    """As in "steel imports ballooned to 2 million tonnes": whatever the verb, a thing that gets to a level."""
    run = case.scene.subject_of(clause)
    subject = case.tokens[run[0] : run[1]] if run else ()
    thing = bool(subject) and not case.scene.names_body(subject) and not any(t.tag == "PRP" for t in subject)
    return subject_measured(case) if thing and clause.finite else None


def _part_of_sum(case: Case) -> Measured | None:
    """As in "they brought in 9 million; beer accounted for 2 million": the subject, as a part of the sum before."""
    found = subject_measured(case)
    whole = next((r for r in reversed(case.earlier) if not r.is_change and r.quantity.unit == case.quantity.unit), None)
    if found is None or whole is None or names_indicator(found.label, case.quantity.form):
        return found
    tail = f"{found.tail} ({whole.measured.label})".strip()
    return replace(found, tail=tail, rule="part-of-sum", confidence=RESOLVED, known=False)


def _yields(case: Case, clause: Clause) -> bool:
    """As in "import duty yielded X": a levy brings the money, not a body."""
    run = case.scene.subject_of(clause)
    subject = case.tokens[run[0] : run[1]] if run else ()
    levy = any(t.is_noun and not (t.tag.startswith("NNP") and t.text[0].isupper() and t.start) for t in subject)
    return levy and not case.scene.names_body(subject)


def _run_start(case: Case) -> int:
    """The position of the first figure of the row in which this one stands."""
    return case.scene.before(case.run()[0])


def _participle_subject(case: Case) -> Measured | None:
    """As in "saw revenue standing at X", "with the rate reaching X": a measuring participle before the figure."""
    at = _run_start(case)
    while at > 0 and case.scene.links(at - 1, _run_start(case)):
        at -= 1
    if at < 2 or not _measures(case.tokens[at - 1]):
        return None
    end = at - 1
    if end > 2 and case.tokens[end - 1].tag in ("RP", "IN") and case.tokens[end - 2].tag in ("VBN", "VBD"):
        end -= 1  # "revenue turned over reached X"
    while end > 1 and case.tokens[end - 1].tag in ("VBN", "VBD") and case.tokens[end - 2].is_noun:
        end -= 1  # "revenue collected reached X"
    phrase = phrase_to(case.tokens, end)
    if phrase is not None and end < at - 1:
        found = subject_words(case, None, phrase.start, phrase.end)
        return replace(found, verb=words_of_label(case.tokens[end : at - 1])) if found else None
    if phrase is not None:
        return subject_words(case, None, phrase.start, phrase.end)
    run = case.scene.stretch_before(at - 1, over_figures=True)
    return Measured(words_of_label(case.tokens[run[0] : run[1]]), rule="subject", confidence=RESOLVED) if run else None


_REACHING = frozenset("stand reach total amount number come exceed".split())


def _measures(token: Token) -> bool:
    """A measuring participle, or a verb that says no more than a level, whatever it was taken for."""
    lemma = verb_lemma(token.lower)
    return lemma in _REACHING or (lemma in MEASURING_VERBS and token.tag in ("VBG", "VBN", "VBD"))


def doubled(case: Case) -> Measured | None:
    """As in "cigarette seizures almost tripled": the verb itself is the figure, its subject what is measured."""
    if not case.quantity.change_verb:
        return None
    if (done := _done_things(case)) is not None:
        return done
    run = case.scene.stretch_before(case.first)
    if run is None:
        return None
    start, end = bare_subject(case, *run)
    return subject_words(case, None, start, end) if start < end else None


def _done_things(case: Case) -> Measured | None:
    """As in "the quantity seized nearly doubled": a participle between the noun and the change."""
    at = case.first
    while at > 1 and case.tokens[at - 1].tag == "RB":
        at -= 1
    word = case.tokens[at - 1].lower if at else ""
    phrase = phrase_to(case.tokens, at - 1) if at > 1 and past_participle(word) == word else None
    if phrase is None or case.tokens[at - 1].tag not in ("VBN", "VBD") or phrase.end != at - 1:
        return None
    found = subject_words(case, None, phrase.start, phrase.end)
    return replace(found, verb=word) if found else None


def measuring_subject(case: Case) -> Measured | None:
    """The subject of "stood at", "totalled", "numbered" right before the figure or its row."""
    clause = case.scene.clause_before(case.first)
    if clause is None or clause.lemma not in MEASURING_VERBS - _RECORDING:
        return None
    return subject_measured(case) if case.scene.links(clause.group[1], _run_start(case)) else None
