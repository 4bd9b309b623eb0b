"""Clauses with what their verbs are said of: objects, prepositional arguments, and the subjects left unsaid."""

from __future__ import annotations

from collections.abc import Sequence

from customs_kg.builders.english.arguments import Argument, after_verb
from customs_kg.builders.english.clause import Clause, Role
from customs_kg.builders.english.nominals import NounPhrase
from customs_kg.builders.english.subjects import Stretch
from customs_kg.builders.english.verb_forms import Form

_INVERTING = frozenset("be stand come lie sit go report follow hang live belong rank figure serve remain rest".split())
_HANDS_OVER = frozenset(
    "ask allow help enable appoint require let order authorise authorize permit instruct direct request invite "
    "empower assist make urge oblige mandate commission task entitle advise encourage".split()
)


def with_arguments(stretch: Stretch, clauses: Sequence[Clause]) -> list[Clause]:
    """The clauses with their objects, prepositional arguments and understood subjects."""
    clauses = [_main_after_all(stretch, clause, clauses, n) for n, clause in enumerate(clauses)]
    filled = [_with_arguments(stretch, clause, clauses, n) for n, clause in enumerate(clauses)]
    for n in range(len(filled)):
        filled[n] = _with_understood(stretch, filled, n)
    for n in range(len(filled)):  # what opens the sentence waits for the subject after it
        if not filled[n].subjects and (governing := _governing(filled, n)):
            filled[n] = filled[n]._replace(subjects=governing)
    return filled


def _main_after_all(stretch: Stretch, clause: Clause, clauses: Sequence[Clause], n: int) -> Clause:
    """What looked like a participle is a finite verb: "A *exhibited* at B and was seen", "which A *chaired* and held".

    The verb behind its "and" has the same subject.
    """
    if (first := _as_finite(stretch, clauses, n)) is not None:
        return first
    first = _as_finite(stretch, clauses, n - 1) if n and _is_joined(stretch, clause) else None
    if first is not None:
        return clause._replace(
            role=Role.CONJUNCT, head=n - 1, subject=first.subject, subjects=first.subjects, antecedent=first.antecedent
        )
    return clause


def _as_finite(stretch: Stretch, clauses: Sequence[Clause], n: int) -> Clause | None:
    """The clause as one with a finite verb and the noun before it as its subject; None where it is none."""
    clause, noun = clauses[n], _noun_before(stretch, clauses[n])
    if clause.role is not Role.REDUCED or clause.form is not Form.PARTICIPLE or noun is None:
        return None
    if stretch.tokens[clause.verb].tag != "VBD":
        return None
    run = (noun.start, noun.end)
    found = clause._replace(form=Form.PAST, role=Role.MAIN, passive=False, head=None, subject=run, subjects=(noun,))
    if noun.start > 1 and stretch.tokens[noun.start - 1].tag == "WDT":
        comma = stretch.tokens[noun.start - 2].tag == ","
        of = stretch.antecedent(noun.start - 1 - comma, None)
        return found._replace(role=Role.RELATIVE, head=clause.head, antecedent=of)
    return found if _is_first_of_two(stretch, clauses, n) or _is_only_verb(stretch, clauses, n) else None


def _is_joined(stretch: Stretch, clause: Clause) -> bool:
    """A finite verb without a subject of its own right behind "and"."""
    return stretch.tokens[clause.group[0] - 1].lower == "and" and clause.finite and not clause.subjects


def _is_only_verb(stretch: Stretch, clauses: Sequence[Clause], n: int) -> bool:
    """What no finite verb stands beside, with an object behind it: "To screen mail *the A deployed* scanners"."""
    if any(c.finite for c in clauses) or not any(c.form in (Form.INFINITIVE, Form.GERUND) for c in clauses[:n]):
        return False
    return bool(after_verb(stretch.places, clauses[n].group[1], len(stretch.tokens))[0])


def _is_first_of_two(stretch: Stretch, clauses: Sequence[Clause], n: int) -> bool:
    """What comes before any finite verb, with one right behind "and" that has no subject: "A *saw* B and was"."""
    return not any(c.finite for c in clauses[:n]) and n + 1 < len(clauses) and _is_joined(stretch, clauses[n + 1])


def _with_arguments(stretch: Stretch, clause: Clause, clauses: Sequence[Clause], n: int) -> Clause:
    limit = _limit(stretch, clause, clauses, n)
    inside = after_verb(stretch.places, clause.group[0] + 1, clause.verb)[1] if clause.verb > clause.group[0] else ()
    objects, arguments = after_verb(stretch.places, clause.group[1], limit)
    if clause.passive and clause.objects and clause.lemma == "be":
        objects = ()
    arguments = (*_fronted(stretch, clause, clauses, n), *_of_relative(stretch, clause), *inside, *arguments)
    if not objects and not clause.passive and clause.antecedent and clause.antecedent not in clause.subjects:
        governed = any(a.phrases == (clause.antecedent,) for a in arguments)
        objects = () if governed or _has_place_word(stretch, clause) else (clause.antecedent,)
    if objects or arguments or clause.objects:
        clause = clause._replace(objects=objects, prepositional=arguments)
    return _uninverted(stretch, clause)


def _limit(stretch: Stretch, clause: Clause, clauses: Sequence[Clause], n: int) -> int:
    """Where the words that belong to the verb end at most: at the next clause, its subject and its relative word."""
    limit = len(stretch.tokens)
    for later in clauses[n + 1 :]:
        if later.group[0] < clause.group[1]:
            continue
        limit = later.group[0]
        if later.role is Role.RELATIVE and later.antecedent:
            limit = min(limit, max(later.antecedent.end, clause.group[1]))
        elif later.subjects and later.finite and later.subjects[0].start >= clause.group[1]:
            limit = later.subjects[0].start
        break
    while limit > clause.group[1] and stretch.tokens[limit - 1].tag in ("CC", ","):
        limit -= 1
    colon = next((i for i in range(clause.group[1], limit) if stretch.tokens[i].tag in (";", ".")), limit)
    return colon


def _fronted(stretch: Stretch, clause: Clause, clauses: Sequence[Clause], n: int) -> tuple[Argument, ...]:
    """The prepositional phrases before the subject: "With Merin we signed a treaty"."""
    if clause.role is not Role.MAIN or not clause.finite:
        return ()
    ends = [c.group[1] for c in clauses[:n]]
    begin = max(ends, default=0)
    stop = clause.subjects[0].start if clause.subjects else clause.group[0]
    if begin >= stop:
        return ()
    if not begin:
        begin = next((i for i in range(stop) if stretch.tokens[i].tag in ("IN", "TO")), stop)
    if begin >= stop or (ends and stretch.tokens[begin].tag != ","):
        return ()
    return after_verb(stretch.places, begin, stop)[1]


def _of_relative(stretch: Stretch, clause: Clause) -> tuple[Argument, ...]:
    """The antecedent under the preposition of its relative word: "the portal *through which* ..."."""
    if clause.role is not Role.RELATIVE or clause.antecedent is None:
        return ()
    for i in range(clause.group[0] - 1, clause.antecedent.end - 1, -1):
        if stretch.tokens[i].tag in ("WDT", "WP") and stretch.tokens[i - 1].tag in ("IN", "TO"):
            if stretch.tokens[i - 1].lower == "of":
                return ()
            return (Argument(stretch.tokens[i - 1].lower, i - 1, (clause.antecedent,)),)
    return ()


def _has_place_word(stretch: Stretch, clause: Clause) -> bool:
    begin = clause.antecedent.end if clause.antecedent else 0
    return any(t.tag in ("WRB", "WP$") for t in stretch.tokens[begin : clause.group[0]])


def _uninverted(stretch: Stretch, clause: Clause) -> Clause:
    """The subject behind its verb: "At its head stands X", "there were held six seminars"."""
    if clause.subjects or not clause.finite or clause.role not in (Role.MAIN, Role.SUBORDINATE) or not clause.objects:
        return clause
    before = stretch.tokens[: clause.group[0]]
    if any(t.lower == "what" for t in before):
        return clause  # "*What* A runs is B"
    there = bool(before) and any(t.lower == "there" for t in before[-3:])
    if not (there or (before and (clause.lemma in _INVERTING or clause.passive))):
        return clause
    run = (clause.objects[0].start, clause.objects[-1].end)
    return clause._replace(subjects=clause.objects, subject=run, objects=())


def _with_understood(stretch: Stretch, clauses: Sequence[Clause], n: int) -> Clause:
    """The clause with the subject that its own words leave out."""
    clause = clauses[n]
    if clause.subjects or clause.finite:
        if clause.role is Role.CONJUNCT and not clause.subjects and clause.head is not None:
            return clause._replace(subjects=clauses[clause.head].subjects)
        return clause
    if clause.role is Role.REDUCED or (clause.role is Role.MAIN and clause.form is Form.PARTICIPLE):
        noun = _noun_before(stretch, clause)
        if noun is not None:
            return clause._replace(subjects=(noun,))
    governing = _governing(clauses, n)
    return clause._replace(subjects=governing) if governing else clause


def _noun_before(stretch: Stretch, clause: Clause) -> NounPhrase | None:
    end = clause.group[0]
    while end and stretch.tokens[end - 1].tag == "RB":
        end -= 1
    if clause.form in (Form.PARTICIPLE, Form.INFINITIVE) and end and stretch.tokens[end - 1].tag == ",":
        end -= 1
    n = stretch.places.ends.get(end)
    return None if n is None else stretch.places.phrases[n]


def _governing(clauses: Sequence[Clause], n: int) -> tuple[NounPhrase, ...]:
    """The subject of the clause that this one depends on; of "asked X to draft", X."""
    clause = clauses[n]
    if clause.head is None or clause.head == n or (clause.finite and clause.role is not Role.REDUCED):
        return ()
    head = clauses[clause.head]
    if head.lemma in _HANDS_OVER and not head.passive and head.objects and clause.role is not Role.CONJUNCT:
        return head.objects
    return head.subjects
