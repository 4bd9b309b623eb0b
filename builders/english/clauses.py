"""Clauses of a sentence: each verb group with its form, voice, subject and words.

A shallow grammar of written English: it finds verb groups, tells finite from non-finite forms, spreads out
coordination ("will build A, improve B and open C" is three clauses with one subject and one future), and gives
each clause the run of words that states it.
"""

from __future__ import annotations

from collections.abc import Sequence

from customs_kg.builders.english.adverbs import before_adverbs, before_time
from customs_kg.builders.english.arguments import places_of
from customs_kg.builders.english.clause import Clause, Role
from customs_kg.builders.english.clause_extents import extent_of
from customs_kg.builders.english.clause_roles import DEMANDED, ENTITLED, is_able, role_of
from customs_kg.builders.english.clause_subjects import joined_relative, subject_of
from customs_kg.builders.english.completion import with_arguments
from customs_kg.builders.english.denials import is_denied, is_none, is_until
from customs_kg.builders.english.extraposition import with_extraposed
from customs_kg.builders.english.intentions import is_announced, is_duty, lent_to_infinitive, lent_to_list
from customs_kg.builders.english.levels import levels, placed, with_noun_before_bracket
from customs_kg.builders.english.ranked import is_ranked, with_ranked
from customs_kg.builders.english.subjects import Stretch
from customs_kg.builders.english.suppositions import with_suppositions
from customs_kg.builders.english.token import Token
from customs_kg.builders.english.verb_forms import FINITE, OMITTING, Form, VerbGroup
from customs_kg.builders.english.verb_groups import find_verb_groups
from customs_kg.builders.english.words import is_base_verb, verb_lemma, without_prefix

__all__ = ["Clause", "Role", "read_clauses"]

_BARE_AFTER = (Form.FUTURE, Form.OBLIGATION, Form.POSSIBLE, Form.INFINITIVE)
_ON_CONDITION = frozenset("if unless until till whether lest".split())  # "*if* led by A, B would"
_THERE = frozenset("found seen".split())


def read_clauses(tokens: Sequence[Token], lead: Sequence[Token] = ()) -> list[Clause]:
    """The clauses of a sentence in the order of their verbs.

    `lead` is the words that the sentence continues (the intro of a list); clauses of the lead are not returned
    but lend their subject and form to a sentence that begins with a bare verb.
    """
    inherited = next(reversed(_level_clauses(lead, None, leads_list=True)), None) if lead else None
    if inherited is not None:
        inherited = inherited._replace(form=lent_to_list(lead, inherited))
    found: list[Clause] = []
    for places in levels(tokens):
        clauses = _level_clauses([tokens[i] for i in places], inherited)
        inherited = None
        inside = [placed(clause, places, len(found)) for clause in clauses]
        found += with_noun_before_bracket(tokens, inside, found) if places[0] and found else inside
    return found


def _level_clauses(tokens: Sequence[Token], inherited: Clause | None, *, leads_list: bool = False) -> list[Clause]:
    groups = find_verb_groups(tokens, leads_list=leads_list)
    stretch = _stretch(tokens, groups)
    clauses: list[Clause] = []
    for n, group in enumerate(groups):
        limit = groups[n + 1].start if n + 1 < len(groups) else len(tokens)
        clauses.append(_clause(stretch, group, limit, clauses, inherited))
    clauses = [
        _attached(tokens, _having(tokens, clause, clauses, n), clauses[n + 1 :], n) for n, clause in enumerate(clauses)
    ]
    clauses = with_ranked(tokens, with_extraposed(tokens, clauses))
    apart = [i for i, c in enumerate(clauses) if c.role is Role.CONJUNCT or (c.role is Role.MAIN and c.finite)]
    clauses = [c._replace(extent=extent_of(tokens, c, clauses, i, apart)) for i, c in enumerate(clauses)]
    return with_suppositions(tokens, with_arguments(stretch, clauses))


def _stretch(tokens: Sequence[Token], groups: Sequence[VerbGroup]) -> Stretch:
    group_at = {
        i: group
        for group in groups
        for i in range(group.start, group.end)
        if i == group.verb or tokens[i].is_verb or tokens[i].tag in ("MD", "TO", "RB")
    }
    return Stretch(tokens, places_of(tokens, group_at), groups, group_at)


def _having(tokens: Sequence[Token], clause: Clause, clauses: Sequence[Clause], n: int) -> Clause:
    """A perfect participle with no subject of its own: "Having joined A, *the agency* trained", "B, having left A"."""
    if tokens[clause.group[0]].lower != "having" or clause.subject is not None or not clause.finite:
        return clause
    mains = [k for k, c in enumerate(clauses) if k != n and c.finite and c.role is Role.MAIN and c.subject]
    before = [k for k in mains if k < n]
    head = before[-1] if before else next(iter(mains), None)
    return clause._replace(head=head, role=Role.REDUCED) if head is not None else clause


def _attached(tokens: Sequence[Token], clause: Clause, later: Sequence[Clause], n: int) -> Clause:
    """A participle that opens a sentence depends on the main clause after it: "Working with X, the agency found"."""
    if clause.form is Form.PARTICIPLE and clause.group[0] and tokens[clause.group[0] - 1].lower in _ON_CONDITION:
        clause = clause._replace(hedged=True)
    if clause.head is not None or clause.form not in (Form.GERUND, Form.PARTICIPLE):
        return clause
    main = next((k for k, c in enumerate(later, n + 1) if c.finite and c.role is Role.MAIN), None)
    if main is None:
        return clause
    return clause._replace(head=main, role=Role.REDUCED if clause.role is Role.MAIN else clause.role)


def _clause(
    stretch: Stretch, group: VerbGroup, limit: int, before: Sequence[Clause], inherited: Clause | None
) -> Clause:
    tokens = stretch.tokens
    previous = _word_before(tokens, group.start)
    role, head = role_of(stretch, group, previous, before)
    subjects, subject, antecedent = subject_of(stretch, group, role)
    if role is Role.RELATIVE:
        subjects, subject, antecedent = joined_relative(stretch, group, before, subjects, subject, antecedent)
    form, passive, hedged = _own_form(tokens, group, subject), group.passive, group.hedged
    negated = group.negated and not is_until(tokens, group, limit)
    source = before[head] if head is not None else None
    if form is Form.PAST and inherited is not None and inherited.form in _BARE_AFTER and group.start == 0:
        form = Form.INFINITIVE if is_base_verb(tokens[group.verb].lower) else form  # "will: put cameras into use"
    opens = role is Role.MAIN or (role is Role.PURPOSE and not before)  # "with A, to open B"
    if source is None and inherited is not None and opens and form in (Form.INFINITIVE, Form.GERUND):
        source, role = inherited, Role.CONJUNCT
        form, hedged = inherited.form, inherited.hedged
    elif source is not None and role in (Role.CONJUNCT, Role.COMPLEMENT):
        past = tokens[source.group[0]].lower == "had"
        able = role is Role.COMPLEMENT and (
            is_able(tokens, source, group.start - 1) or is_ranked(tokens, source, group.start)
        )
        form = source.form if able else _lent_form(source, form, past=past)  # who was able to do it did it
        hedged, negated = hedged or source.hedged, _lent_negation(tokens, source, role, group)
        own = group.form in FINITE and subject
        subject, subjects = (subject, subjects) if own else (source.subject, source.subjects)
        if role is Role.CONJUNCT and group.form is Form.PARTICIPLE:
            passive = source.passive
    lemma = _lemma(tokens, group.verb)
    negated = negated or is_denied(tokens, group, role, subject, before) or is_none(tokens, group, lemma)
    return Clause(
        group.verb,
        lemma,
        (group.start, group.end),
        form,
        role,
        passive,
        negated,
        subject,
        (group.start, limit),
        head,
        hedged,
        subjects,
        antecedent=antecedent,
    )


def _own_form(tokens: Sequence[Token], group: VerbGroup, subject: tuple[int, int] | None) -> Form:
    """The form of a verb group with its subject: "its mission *is to* protect" lasts, "plans *a* pilot" is to come."""
    if group.form is Form.FUTURE and tokens[group.start].lower in ("is", "are") and subject is not None:
        there = group.passive and tokens[group.verb].lower in _THERE  # "offices *are to be found* in A"
        return Form.PRESENT if there or is_duty(tokens[slice(*subject)]) else Form.FUTURE
    if group.form is Form.PRESENT and not (group.passive or group.negated):
        announced = is_announced(tokens, group.end, verb_lemma(tokens[group.verb].text))
        return Form.FUTURE if announced else Form.PRESENT
    return group.form


def _lent_negation(tokens: Sequence[Token], source: Clause, role: Role, group: VerbGroup) -> bool:
    """Whether a verb is denied with what it hangs on: "did not *try to run*", "has not grown *or run*", "*failed to*".

    "Never failed to run" denies nothing.
    """
    if role is Role.COMPLEMENT:
        return group.negated or source.negated is not (source.lemma in OMITTING)
    joint = tokens[group.start - 1].lower if group.start else ""
    return group.negated or (source.negated and joint == "or")


def _lent_form(source: Clause, own: Form, *, past: bool) -> Form:
    """The form of what a clause governs or is in a row with; `past`: it is in the past perfect."""
    if own in FINITE:
        return own
    if own in (Form.INFINITIVE, Form.GERUND) and (lent := lent_to_infinitive(source, perfect_past=past)) is not None:
        return lent
    if source.lemma == "be" and own is Form.INFINITIVE:
        return Form.FUTURE
    if source.passive and source.lemma in DEMANDED:
        return Form.OBLIGATION
    if source.passive and source.lemma in ENTITLED and source.form is not Form.PRESENT:
        return Form.POSSIBLE
    return source.form


def _word_before(tokens: Sequence[Token], i: int) -> int | None:
    """Position of the token to the left that is no adverb."""
    end = before_adverbs(tokens, i)
    timed = before_time(tokens, end)
    j = (timed if timed and tokens[timed - 1].tag == "CC" else end) - 1  # "grew *and in June* ran"
    return j if j >= 0 else None


def _lemma(tokens: Sequence[Token], verb: int) -> str:
    """The base form; a verb with "re-" or "co-" is read as the verb without."""
    return verb_lemma(without_prefix(tokens[verb].lower))
