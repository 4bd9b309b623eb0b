"""Where a clause stands: done, lasting, planned or required, from its verb and the words that announce plans."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from customs_kg.builders.actions.ahead import Horizon
from customs_kg.builders.actions.outlooks import looks_out
from customs_kg.builders.actions.prospects import REFLEXIVES, TRENDS, announces, is_given_up
from customs_kg.builders.document import Passage
from customs_kg.builders.english.clauses import Clause, Role
from customs_kg.builders.english.stance import clause_modality, speaks_of_plans
from customs_kg.builders.english.token import Token
from customs_kg.builders.english.verb_forms import Form
from customs_kg.builders.parse import Parsed
from customs_kg.builders.times.periods import Role as TimeRole
from customs_kg.builders.times.periods import TimeExpression
from customs_kg.graph.model import Modality

_NOTED = frozenset(
    "attribute ascribe note remember recall regret see find regard consider view understand welcome thank hope".split()
)
_BINDING = frozenset("bind commit pledge oblige engage".split())
_COMES = frozenset("come enter take begin start open close end expire apply commence".split())
_MOVES = _COMES | frozenset("go rise fall increase drop decrease".split())
_FORESEEN = frozenset("expect aim forecast project budget target foresee envisage plan hope anticipate".split())
_GOALS = frozenset("goal target aim objective budget ambition".split())
_PROPOSED = frozenset("proposed intended planned envisaged foreseen".split())
_INTENDS = frozenset("intend propose plan envisage foresee".split())
_SCHEDULES = frozenset("plan schedule foresee envisage slate".split())
_TEXTS = frozenset("report chapter section table annex appendix volume review".split())
_LAYS_DOWN = frozenset("provide stipulate require prescribe state say specify mean".split())
_WHOEVER = frozenset("anyone anybody whoever everyone".split())
_OF_THE_PAST = frozenset({TimeRole.BASE, TimeRole.SINCE})


def stance_of(passage: Passage, parsed: Parsed, n: int, horizon: Horizon) -> tuple[Modality | None, Decimal]:
    """The modality of a statement and how sure it is: "is planned for May" and "is expected to be signed" are plans.

    What is merely expected is one only where a time after the report is named for it.
    """
    clauses, ahead = parsed.clauses, horizon.ahead
    if is_proposed(parsed, clauses[n]) or _is_subjunctive(passage, parsed, clauses[n]):
        return Modality.PLANNED, Decimal("0.80")
    if is_due(parsed, clauses[n], ahead=ahead) or announces(passage, parsed, n, horizon):
        return Modality.PLANNED, Decimal("0.75")
    if looks_out(passage, parsed, n, horizon):
        return Modality.PLANNED, Decimal("0.75")
    if is_rule(parsed, n, horizon):
        return None, Decimal("0.95")
    clause = clauses[n]
    if foresees_figure(passage, parsed, clause, ahead=ahead) or _takes_place(passage, parsed, clause, ahead=ahead):
        return Modality.PLANNED, Decimal("0.75")
    if is_scheduled(clause, ahead=ahead) or _binds_itself(parsed, clause):
        return Modality.PLANNED, Decimal("0.80")
    if clause.passive and clause.form is Form.FUTURE and clause.lemma in _NOTED:
        return None, Decimal("0.95")  # "is to be attributed to", "it will be noted that"
    if is_given_up(parsed):
        return (None if clause.hedged else clause_modality(clauses, n)), Decimal("0.95")
    if _is_expected(clause, ahead=ahead) or is_asked_of_means(passage, parsed, clause, horizon):
        return Modality.PLANNED, Decimal("0.60")
    return clause_modality(clauses, n), Decimal("0.95")


def is_aimed(passage: Passage, parsed: Parsed, n: int, clause: Clause, horizon: Horizon, modality: Modality) -> bool:
    """Whether a plan or demand is stated by more than its verb: announced, set for a time, under an outlook."""
    if modality not in (Modality.PLANNED, Modality.NORMATIVE):
        return False
    ahead = horizon.ahead
    demanded = modality is Modality.NORMATIVE
    return (
        announces(passage, parsed, n, horizon)
        or is_due(parsed, clause, ahead=ahead)
        or sets_target(passage, parsed, clause, ahead=ahead)
        or foresees_figure(passage, parsed, clause, ahead=ahead)
        or is_scheduled(clause, ahead=ahead)
        or is_proposed(parsed, clause)
        or is_asked_of_means(passage, parsed, clause, horizon)
        or looks_out(passage, parsed, n, horizon)
        or (demanded and ahead and has_deadline(passage, parsed, clause))
        or (demanded and clause.lemma in _COMES and any(_is_within(parsed, clause, t) for t in horizon.times))
        or (demanded and horizon.titled and clause.passive)
    )


def _is_within(parsed: Parsed, clause: Clause, time: TimeExpression) -> bool:
    start, end = parsed.stretch(clause.extent)
    return start <= time.start < end


def is_rule(parsed: Parsed, n: int, horizon: Horizon) -> bool:
    """What always holds, though it speaks of the future: "who fails to pay will be fined", "this report will show"."""
    clause, clauses = parsed.clauses[n], parsed.clauses
    if clause.form is not Form.FUTURE or horizon.times:
        return False
    opening = [t.lower for t in parsed.tokens[:2]]
    if opening[0] in _WHOEVER or opening == ["those", "who"]:
        return True
    if clause.subject is None:
        return False
    if _is_this_text(parsed.tokens[slice(*clause.subject)]):
        return True
    if not clause.passive:
        return False
    always = [c for c in clauses if c.form is Form.PRESENT]
    if any(c.role is Role.SUBORDINATE and _is_condition(parsed, c) for c in always):
        return True
    if any(c.lemma in _LAYS_DOWN and c.group[1] <= clause.subject[0] for c in always):
        return True
    start, end = clause.subject[0], clause.group[1] + 4
    first = parsed.tokens[start]
    plain = first.tag not in ("DT", "CD", "PRP$") or first.lower in ("a", "an", "any")
    within = [c for c in always if c.role is Role.RELATIVE and start <= c.group[0] < clause.group[0]]
    whoever = any(t.lower in ("any", "every", *_WHOEVER) for t in parsed.tokens[start:end])
    return (plain and bool(within)) or whoever


def _is_condition(parsed: Parsed, clause: Clause) -> bool:
    """Whether a clause says in which cases something holds: "if", "when", "where"; not "what traders think"."""
    first = clause.subject[0] if clause.subject else clause.extent[0]
    return first == 0 or parsed.tokens[first - 1].lower not in ("what", "how", "why", "whether", "that")


def _is_this_text(subject: Sequence[Token]) -> bool:
    """As in "this report", "this chapter"."""
    words = [word for token in subject for word in token.lower.split()]
    return len(words) == 2 and words[0] == "this" and words[1] in _TEXTS


def is_proposed(parsed: Parsed, clause: Clause) -> bool:
    """As in "it is proposed to sign A", "it is intended to sign A": nobody is named who plans."""
    head = parsed.clauses[clause.head] if clause.role is Role.COMPLEMENT and clause.head is not None else None
    if head is not None and head.passive and head.form is Form.PRESENT and not (head.negated or clause.negated):
        subject = parsed.tokens[slice(*head.subject)] if head.subject else ()
        return [t.lower for t in subject] == ["it"] and head.lemma in _INTENDS
    if not clause.group[0] or parsed.tokens[clause.group[0] - 1].lower != "it":
        return False
    words = [t.lower for t in parsed.tokens[slice(*clause.group)]]
    denied = clause.negated or "not" in words
    return not denied and "to" in words and any(word in _PROPOSED for word in words)


def _is_subjunctive(passage: Passage, parsed: Parsed, clause: Clause) -> bool:
    """As in "it is intended that A be replaced": a bare "be" in what is planned."""
    bare = parsed.tokens[clause.group[0]].lower == "be" and clause.form is Form.PRESENT and not clause.negated
    if clause.subject is not None and parsed.tokens[clause.subject[1] - 1].lower == "following":
        return False  # "that the following be done": what follows says what
    return bare and not passage.text.endswith(":") and speaks_of_plans(passage.segment.lead.text or passage.text)


def sets_target(passage: Passage, parsed: Parsed, clause: Clause, *, ahead: bool) -> bool:
    """As in "the share must be at least 9% in 2024": a figure is set for a time to come, both in one clause."""
    figure = passage.has_quantity(*parsed.stretch(clause.extent))
    times = [t for t in passage.times if not t.in_name and t.role not in _OF_THE_PAST]
    return ahead and figure and any(_is_within(parsed, clause, t) or t.start == 0 for t in times)


def is_arranged(parsed: Parsed, clause: Clause) -> bool:
    """As in "six more dogs are to join the unit": what "is to" happen has been arranged."""
    words = [t.lower for t in parsed.tokens[slice(*clause.group)]] if clause.form is Form.FUTURE else []
    return words[:1] in (["is"], ["are"]) and "to" in words


def sets_goal(passage: Passage, parsed: Parsed, clause: Clause) -> bool:
    """As in "Parliament has set the agency a target of A": whoever sets it."""
    if clause.lemma != "set":
        return False
    goal = any(t.lemma in _GOALS for t in parsed.tokens[clause.group[1] : clause.extent[1]])
    return goal and passage.has_quantity(*parsed.stretch(clause.extent))


def is_dated(passage: Passage, parsed: Parsed, clause: Clause, horizon: Horizon) -> bool:
    """Whether words of a clause give it a time of its own: "in 2020", "from June 2020" where that is ahead."""
    own = (t for t in passage.times if _is_within(parsed, clause, t) and not t.in_name)
    return any(t.role not in _OF_THE_PAST or (t.role is TimeRole.SINCE and t in horizon.times) for t in own)


def is_due(parsed: Parsed, clause: Clause, *, ahead: bool) -> bool:
    """As in "a third crane is due before the end of 2022", "a third crane is on order"."""
    now = clause.lemma == "be" and clause.form is Form.PRESENT and not (clause.negated or clause.hedged)
    after = [t.lower for t in parsed.tokens[clause.group[1] : clause.group[1] + 2]] if now else []
    return after == ["on", "order"] or (ahead and after[:1] == ["due"] and after[1:] != ["to"])


def is_scheduled(clause: Clause, *, ahead: bool) -> bool:
    """As in "is planned for May"; what "was planned at headquarters" is only a plan with a time ahead."""
    stated = clause.passive and clause.finite and not (clause.negated or clause.hedged)
    return stated and clause.lemma in _SCHEDULES and (ahead or clause.form not in (Form.PAST, Form.PERFECT))


def _binds_itself(parsed: Parsed, clause: Clause) -> bool:
    """As in "has bound itself to lay", "have committed themselves to opening", "has committed to opening"."""
    if clause.lemma not in _BINDING:
        return False
    after = [t.lower for t in parsed.tokens[clause.group[1] : clause.group[1] + 2]]
    bound = len(after) == 2 and after[0] in REFLEXIVES and after[1] == "to"
    bound |= len(after) == 2 and after[0] == "to" and after[1].endswith("ing") and clause.lemma in ("commit", "pledge")
    return bound and clause.form in (Form.PRESENT, Form.PERFECT) and not (clause.negated or clause.hedged)


def foresees_figure(passage: Passage, parsed: Parsed, clause: Clause, *, ahead: bool) -> bool:
    """As in "receipts of 3 million are expected for 2024", "receipts of 3 million are the goal for 2024"."""
    if not ahead or clause.subject is None or clause.form is not Form.PRESENT or clause.negated or clause.hedged:
        return False
    figure = passage.has_quantity(*parsed.stretch(clause.subject))
    behind = parsed.tokens[clause.group[1] : clause.group[1] + 4]
    goal = clause.lemma == "be" and any(t.lemma in _GOALS for t in behind)
    return figure and (goal or (clause.passive and clause.lemma in _FORESEEN))


def _is_expected(clause: Clause, *, ahead: bool) -> bool:
    """As in "is expected to be signed", with a time ahead."""
    return clause.hedged and clause.passive and ahead and not clause.negated and clause.form is Form.POSSIBLE


def is_asked_of_means(passage: Passage, parsed: Parsed, clause: Clause, horizon: Horizon) -> bool:
    """As in "the scanners are expected to check 72 percent of all lorries by 2023": what one's own means are to do."""
    asked = clause.hedged and clause.form is Form.POSSIBLE and not (clause.passive or clause.negated)
    opened = parsed.tokens[clause.group[0]].lower in ("is", "are") and clause.lemma not in TRENDS
    if not asked or not opened:
        return False
    start, end = parsed.tokens[clause.verb].start, parsed.stretch(clause.extent)[1]
    figure = passage.has_quantity(start, end)
    return figure and any(start <= t.start < end for t in horizon.times)


def _takes_place(passage: Passage, parsed: Parsed, clause: Clause, *, ahead: bool) -> bool:
    """As in "the pact comes into force on 1 July 2024": the present of a timetable, with its day or month ahead."""
    if not ahead or clause.passive or clause.form is not Form.PRESENT or clause.negated or clause.hedged:
        return False
    start, end = parsed.stretch(clause.extent)
    dated = [t for t in passage.times if (start <= t.start < end or t.start == 0) and not (t.in_name or t.relative)]
    day = any(
        (len(t.core.key) > 4 and t.role in (TimeRole.DURING, TimeRole.BY, TimeRole.SINCE)) or t.role is TimeRole.AS_OF
        for t in dated
    )
    since = any(t.role is TimeRole.SINCE for t in dated)  # "from 2024 the share goes up to 25%"
    goes_live = clause.lemma == "go" and [t.lower for t in parsed.tokens[clause.group[1] :][:1]] == ["live"]
    return ((clause.lemma in _COMES or goes_live) and day) or (clause.lemma in _MOVES and since)


def has_deadline(passage: Passage, parsed: Parsed, clause: Clause) -> bool:
    """As in "the old forms must have gone by the end of 2024"."""
    own = (t for t in passage.times if _is_within(parsed, clause, t) or (t.start == 0 and clause.role is Role.MAIN))
    return any(t.role is TimeRole.BY and not (t.in_name or t.relative) for t in own)
