"""The verbs and nouns, beside "will" and "shall", by which English announces acts that are still to come."""

from __future__ import annotations

from collections.abc import Sequence

from customs_kg.builders.english.clause import Clause
from customs_kg.builders.english.token import Token
from customs_kg.builders.english.verb_forms import Form

_INTENDING = frozenset("intend mean plan aim propose hope want expect prepare decide".split())
_PROMISING = frozenset("pledge vow resolve commit undertake agree".split())
_TRYING = frozenset("try attempt seek aim".split())  # who "sought to open" may not have done it
_DUTIES = frozenset(
    "function duty mission role purpose mandate responsibility aim goal objective job task competence power".split()
)
_ANNOUNCED = frozenset("plan propose envisage".split())  # "plans a pilot"; "plans operations" is its work
_NEW = frozenset("a an another further new more additional".split())
_STILL = (Form.PRESENT, Form.PERFECT, Form.GERUND)
_ONESELF = frozenset("itself ourselves themselves himself herself".split())
_UNDONE = frozenset("task priority goal aim objective plan step target challenge".split())


def is_duty(subject: Sequence[Token]) -> bool:
    """Whether a subject is what a body is there for ("its mission"), not what it has for a time ("aims for 2019")."""
    if any(t.lower == "next" or (t.lower == "for" and _is_numeral(subject, i + 1)) for i, t in enumerate(subject)):
        return False
    head = next((t for i, t in enumerate(subject) if t.is_noun and not _goes_on(subject, i)), None)
    return head is not None and head.lemma in _DUTIES


def _is_numeral(tokens: Sequence[Token], i: int) -> bool:
    return i < len(tokens) and tokens[i].tag == "CD"


def _goes_on(tokens: Sequence[Token], i: int) -> bool:
    return i + 1 < len(tokens) and (tokens[i + 1].is_noun or tokens[i + 1].tag == "POS")


def is_announced(tokens: Sequence[Token], end: int, lemma: str) -> bool:
    """Whether a verb in the present announces something new: "plans a pilot", "proposes two more posts"."""
    after = tokens[end] if end < len(tokens) else None
    return lemma in _ANNOUNCED and after is not None and (after.lower in _NEW or after.tag == "CD")


def lent_to_infinitive(source: Clause, *, perfect_past: bool = False) -> Form | None:
    """What a verb makes of the infinitive it governs; None where that takes the verb's own form.

    "Intends to" and "remains to be" look ahead, and so does what was promised; "intended to" and "had planned to"
    (`perfect_past`) say nothing of whether it was done.
    """
    if source.lemma in _PROMISING:
        return Form.FUTURE
    if source.lemma in _INTENDING or (source.lemma == "determine" and source.passive):
        still = source.form in (*_STILL, Form.PARTICIPLE) and not perfect_past  # "A, *intended* to replace B"
        return Form.FUTURE if still else Form.INFINITIVE if source.form in (Form.PAST, Form.PERFECT) else None
    if source.lemma in _TRYING and source.form in (Form.PAST, Form.PERFECT):
        return Form.INFINITIVE
    if source.form is not Form.PRESENT:
        return None
    return {"remain": Form.FUTURE, "need": Form.OBLIGATION, "have": Form.OBLIGATION}.get(source.lemma)


def lent_to_list(lead: Sequence[Token], clause: Clause) -> Form:
    """The form that a list of infinitives takes from the clause that leads it.

    "It has set itself five tasks: to open A" is a plan; "It had three aims: to open A" tells nothing of whether it did.
    """
    words = lead[clause.group[1] :]
    subject = lead[slice(*clause.subject)] if clause.subject else ()
    if clause.lemma == "be" and clause.form in (Form.PRESENT, Form.FUTURE):
        return Form.PRESENT if is_duty(subject) else Form.FUTURE
    if any(t.lower in _ONESELF for t in words) and clause.form in (Form.PAST, Form.PERFECT, Form.PRESENT):
        return Form.FUTURE
    if any(t.lemma in _UNDONE for t in (*words, *subject)):
        return Form.INFINITIVE if clause.form is Form.PAST else Form.FUTURE
    return lent_to_infinitive(clause) or clause.form
