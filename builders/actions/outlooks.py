"""What a time ahead makes a plan: a charge given, a plan adopted, what goes on, what is awaited, what is aimed for."""

from __future__ import annotations

import re
from collections.abc import Sequence

from customs_kg.builders.actions.ahead import Horizon
from customs_kg.builders.document import Passage
from customs_kg.builders.english.clauses import Clause, Role
from customs_kg.builders.english.token import Token
from customs_kg.builders.english.verb_forms import Form
from customs_kg.builders.english.words import noun_lemma
from customs_kg.builders.parse import Parsed
from customs_kg.builders.times.periods import Role as TimeRole
from customs_kg.builders.times.periods import TimeExpression

CHARGES = frozenset(
    "task charge mandate instruct direct order commission ask request urge invite require call entrust assign".split()
)
_RESOLUTIONS = frozenset(
    "plan decision intention proposal commitment undertaking promise pledge contract order resolution mandate agreement"
    " strategy roadmap preparation".split()
)
_GOES_ON = frozenset("continue carry go".split())
_INTO = frozenset("into until till through throughout beyond during in".split())
_AWAITED = frozenset("expect await anticipate foresee".split())
_BEFORE_TIME = frozenset("in by for on before during at around within early late only".split())
_OUTCOMES = frozenset(
    "growth increase rise decrease decline fall drop revenue receipt income collection trade import export demand"
    " traffic volume number result effect impact pressure inflation recovery challenge weather".split()
)
_ARRANGED = frozenset("move follow host join relocate switch launch leave return retire start begin open".split())
_OPENING = re.compile(r"(?:(?:as|but|then|effective|starting|beginning|with effect) )?", re.IGNORECASE)
_SETTING_OUT = frozenset(
    "law act decree budget treaty schedule timetable project programme program reform bill".split()
)
_FORESEEING = frozenset("foresee envisage".split())
_OBLIGES = frozenset("oblige commit bind".split())
_ALLOWING = frozenset("authorize authorise approve mandate fund order sanction commission finance".split())
_ACTS = frozenset(
    "purchase acquisition recruitment renovation replacement extension expansion transfer merger establishment creation"
    " procurement construction introduction installation deployment launch conversion modernisation modernization"
    " relocation closure completion delivery".split()
)
_NO_ACTS = frozenset("following remaining existing coming building working".split())
_OURSELVES = frozenset("us the agency service administration department authority customs itself".split())
_PASSES = frozenset("exceed surpass pass top fall drop sink rise go".split())
_AIMS = frozenset("aim strive look push".split())


def looks_out(passage: Passage, parsed: Parsed, n: int, horizon: Horizon) -> bool:
    """Whether clause `n` is a plan by a time ahead that its own words name."""
    clause, times = parsed.clauses[n], _own(passage, parsed, parsed.clauses[n], horizon.times)
    if times and clause.negated and clause.form is Form.FUTURE and _no_longer(parsed, clause):
        return True
    if (times or horizon.titled) and _keeps_within(passage, parsed, clause):
        return True
    if clause.negated or clause.hedged:
        return False
    if not times:
        return horizon.titled and charged_by(parsed, n) is not None
    return (
        charged_by(parsed, n) is not None
        or _goes_on(parsed, clause, times)
        or _is_awaited(passage, parsed, clause, times)
        or _aims_for(passage, parsed, clause)
        or _is_timetabled(clause, times)
        or _takes_effect(passage, clause, times)
        or _has_until(parsed, n, times)
        or _is_made_possible(parsed, clause)
        or _is_foreseen(parsed, clause)
        or _is_authorised(parsed, clause, times)
    )


def _keeps_within(passage: Passage, parsed: Parsed, clause: Clause) -> bool:
    """As in "in 2020 the wait shall not exceed ten minutes", "must not fall below 98%": a figure that is not passed."""
    figure = passage.has_quantity(*parsed.stretch(clause.extent))
    demanded = clause.negated and clause.form in (Form.FUTURE, Form.OBLIGATION)
    return demanded and figure and clause.lemma in _PASSES and clause.subject is not None


def _no_longer(parsed: Parsed, clause: Clause) -> bool:
    """As in "from 2020 paper forms will no longer be accepted": something is to end."""
    return any(t.lower == "longer" for t in parsed.tokens[slice(*clause.group)])


def _is_timetabled(clause: Clause, times: Sequence[TimeExpression]) -> bool:
    """As in "next year the laboratory moves", "the other six follow in 2020": the present of what is arranged."""
    main = clause.role in (Role.MAIN, Role.CONJUNCT) and clause.form is Form.PRESENT and not clause.passive
    dated = any(t.role in (TimeRole.DURING, TimeRole.AS_OF) and (t.start == 0 or not t.relative) for t in times)
    return main and clause.lemma in _ARRANGED and dated


def _takes_effect(passage: Passage, clause: Clause, times: Sequence[TimeExpression]) -> bool:
    """As in "the fee rises to 40 crowns from 1 January 2020", "the tax is abolished with effect from 2020"."""
    main = clause.role in (Role.MAIN, Role.CONJUNCT) and clause.form is Form.PRESENT
    main = main and clause.lemma not in CHARGES | _OBLIGES  # who is told to do something is told from when
    coming = [t for t in times if t.role is TimeRole.SINCE and not t.relative]
    return main and any(not passage.text[t.start : t.end].lower().startswith("since") for t in coming)


def _has_until(parsed: Parsed, n: int, times: Sequence[TimeExpression]) -> bool:
    """As in "the Service has until June 2020 to submit A": a body, and what it is to do by then."""
    clause = parsed.clauses[n]
    if clause.lemma != "have" or clause.form is not Form.PRESENT or clause.subject is None:
        return False
    ours = any(t.tag == "NNP" or t.lower in _OURSELVES | {"we", "it"} for t in parsed.tokens[slice(*clause.subject)])
    right_behind = any(parsed.tokens[clause.group[1]].start == t.start for t in times)
    return ours and right_behind and any(c.head == n and c.form is Form.INFINITIVE for c in parsed.clauses)


def _is_foreseen(parsed: Parsed, clause: Clause) -> bool:
    """As in "the contract foresees delivery of six drones in 2020"."""
    subject = parsed.tokens[slice(*clause.subject)] if clause.subject else ()
    if not any(noun_lemma(t.lower) in _RESOLUTIONS | _SETTING_OUT for t in subject):
        return False
    main = clause.role in (Role.MAIN, Role.CONJUNCT) and clause.form is Form.PRESENT and not clause.passive
    return main and clause.lemma in _FORESEEING


def _is_authorised(parsed: Parsed, clause: Clause, times: Sequence[TimeExpression]) -> bool:
    """As in "Parliament authorized the hiring of 90 guards by June 2020": an act for which leave or money was given."""
    if clause.lemma not in _ALLOWING or clause.passive or clause.form not in (Form.PAST, Form.PERFECT):
        return False
    behind = parsed.tokens[clause.group[1] : clause.group[1] + 4]
    act = any(noun_lemma(t.lower) in _ACTS or (t.lower.endswith("ing") and t.lower not in _NO_ACTS) for t in behind)
    return act and any(t.start > parsed.tokens[clause.verb].start for t in times)


def _is_made_possible(parsed: Parsed, clause: Clause) -> bool:
    """As in "tenders were let so that the boats can be replaced in 2020": what is prepared for a time ahead."""
    first = clause.subject[0] if clause.subject else clause.extent[0]
    before = [t.lower for t in parsed.tokens[max(0, first - 2) : first]]
    return clause.form is Form.POSSIBLE and clause.passive and before == ["so", "that"]


def charged_by(parsed: Parsed, n: int) -> Clause | None:
    """The clause that gives the charge or takes the decision to do what the infinitive of clause `n` says.

    As in "the unit has been tasked to A", "the Minister asked the unit to A", "the Board adopted a plan to A".
    """
    clause = parsed.clauses[n]
    if clause.role not in (Role.PURPOSE, Role.COMPLEMENT) or clause.head is None or clause.negated:
        return None
    giver = parsed.clauses[clause.head]
    first = parsed.tokens[clause.group[0]]
    infinitive = first.tag == "TO" and not giver.negated and not giver.hedged
    if not infinitive or giver.form not in (Form.PAST, Form.PERFECT, Form.PRESENT):
        return None
    before = parsed.tokens[clause.group[0] - 1]
    decided = noun_lemma(before.lower) in _RESOLUTIONS and giver.form is not Form.PRESENT
    bound = giver.lemma in _OBLIGES and (_is_told_us(parsed, giver, clause) or _has_term(parsed, clause))
    told = giver.lemma in CHARGES or bound
    charged = told and (clause.role is Role.COMPLEMENT or _is_object(parsed, giver, clause))
    lasting = giver.form is Form.PRESENT and giver.lemma in CHARGES
    return giver if decided or (charged and not lasting) else None


def _is_told_us(parsed: Parsed, giver: Clause, clause: Clause) -> bool:
    """As in "the law obliges us to A", "the Act commits the Service to A"."""
    between = parsed.tokens[giver.group[1] : clause.group[0]]
    return bool(between) and all(t.lower in _OURSELVES for t in between)


def _has_term(parsed: Parsed, clause: Clause) -> bool:
    """As in "the Act obliges all bodies to accept electronic forms by June 2020"."""
    return any(t.lower == "by" for t in parsed.tokens[clause.group[1] : clause.extent[1]])


def _is_object(parsed: Parsed, giver: Clause, clause: Clause) -> bool:
    """Whether nothing but one noun phrase, or nothing at all, stands between a verb and the infinitive."""
    between = parsed.tokens[giver.group[1] : clause.group[0]]
    return all(t.is_noun or t.tag in ("DT", "PRP$", "PRP", "JJ", "POS", "IN", "CC", "CD") for t in between)


def _own(passage: Passage, parsed: Parsed, clause: Clause, future: Sequence[TimeExpression]) -> list[TimeExpression]:
    """The times ahead within a clause or at the head of its sentence."""
    if not future:
        return []
    start, end = parsed.stretch(clause.extent)
    within = [t for t in future if start <= t.start < end or _OPENING.fullmatch(passage.text[: t.start])]
    return [t for t in within if t.role is not TimeRole.BASE]


def _goes_on(parsed: Parsed, clause: Clause, times: Sequence[TimeExpression]) -> bool:
    """As in "work on the pier continues into 2020", "talks go on in 2020"."""
    rest = parsed.tokens[clause.group[1] : clause.group[1] + 3]
    words = [t.lower for t in rest]
    on = clause.lemma == "continue" or words[:1] == ["on"]
    named = any(t.core_start <= token.start < t.end for t in times for token in rest) if times else False
    present = clause.form is Form.PRESENT and not clause.passive and clause.lemma in _GOES_ON
    return present and on and named and any(word in _INTO for word in words)


def _is_awaited(passage: Passage, parsed: Parsed, clause: Clause, times: Sequence[TimeExpression]) -> bool:
    """As in "its first part is now expected in June 2020": a thing, no sum or trend that nobody brings about."""
    if clause.form is not Form.PRESENT or not clause.passive or clause.lemma not in _AWAITED or clause.subject is None:
        return False
    if clause.role is Role.RELATIVE:
        return False  # a detail of what is told of another thing
    subject = parsed.tokens[slice(*clause.subject)]
    figure = passage.has_quantity(*parsed.stretch(clause.subject))
    after = parsed.tokens[clause.group[1] : clause.group[1] + 1]
    timed = bool(after) and (after[0].lower in _BEFORE_TIME or any(t.start <= after[0].start < t.end for t in times))
    return timed and not figure and not any(noun_lemma(t.lower) in _OUTCOMES for t in subject) and _names(subject)


def _names(subject: Sequence[Token]) -> bool:
    return any(t.is_noun for t in subject)


def _aims_for(passage: Passage, parsed: Parsed, clause: Clause) -> bool:
    """As in "aims for a rate of 98 per cent by 2021": a figure to be reached by a time ahead."""
    after = [t.lower for t in parsed.tokens[clause.group[1] : clause.group[1] + 1]]
    figure = passage.has_quantity(*parsed.stretch(clause.extent))
    aims = clause.lemma in _AIMS and clause.form is Form.PRESENT and not clause.passive
    return aims and figure and after in (["for"], ["at"], ["to"])
