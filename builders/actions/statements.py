"""Clauses that report what somebody did, does or will do: actor, action, what it acts on, where it stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from customs_kg.builders.actions.acted_on import acted_on
from customs_kg.builders.actions.action_types import action_type
from customs_kg.builders.actions.actors import COMES_ABOUT, actors_of, comes_about, done_by_others, meant_agency
from customs_kg.builders.actions.ahead import NOTHING_AHEAD, Horizon, horizons
from customs_kg.builders.actions.outlooks import CHARGES, charged_by, looks_out
from customs_kg.builders.actions.planned_items import added_items, bare_item
from customs_kg.builders.actions.prospects import announces
from customs_kg.builders.actions.stances import (
    foresees_figure,
    has_deadline,
    is_arranged,
    is_dated,
    is_due,
    is_scheduled,
    sets_goal,
    sets_target,
    stance_of,
)
from customs_kg.builders.actions.statement import Statement
from customs_kg.builders.document import Document, Passage
from customs_kg.builders.english.clauses import Clause, Role
from customs_kg.builders.english.verb_forms import SUBORDINATORS, Form
from customs_kg.builders.parse import Parsed
from customs_kg.builders.reading.segments import SegmentKind
from customs_kg.builders.things.things import Things
from customs_kg.graph.model import Modality

_STATES_OF_PASSIVE = frozenset(
    "give expect base compose locate make head chair house situate headquarter entitle attach call know".split()
)
_STATES = frozenset(
    "be have include comprise consist contain remain mean represent show reflect say note witness see".split()
)


_COUNTED = frozenset("task step measure priority goal aim objective following thing point action project plan".split())
_SHARED = Decimal("0.65")
_OUTCOMES = frozenset(
    "grow rise fall increase decrease decline drop climb shrink double halve need depend continue face mean cost bring"
    " benefit affect help matter look seem appear prove last live show turn blame".split()
)  # what will happen without anybody's doing


def find_statements(document: Document, things: Things, parses: Sequence[Parsed]) -> list[Statement]:
    """All actions of a report in the order of the text: results, standing work and plans."""
    found: list[Statement] = []
    for passage, parsed, horizon in zip(document.passages, parses, horizons(document), strict=True):
        if passage.is_cell or passage.segment.kind is SegmentKind.ROW:
            continue
        stated = _without_details(passage, _passage_statements(passage, parsed, things, horizon))
        planned = any(s.modality is Modality.PLANNED for s in stated)
        stated = bare_item(passage, parsed, things, stated=planned) or stated
        found.extend([*stated, *added_items(passage, parsed, things, horizon, stated)])
    return found


def find_denials(document: Document, things: Things, parses: Sequence[Parsed]) -> list[Statement]:
    """What a report says was not done, read as if it said that it was."""
    found: list[Statement] = []
    for passage, parsed in zip(document.passages, parses, strict=True):
        for n, clause in enumerate(parsed.clauses):
            if not clause.negated or not clause.finite or clause.form not in (Form.PAST, Form.PERFECT):
                continue
            clauses = tuple(c._replace(negated=False) if c is clause else c for c in parsed.clauses)
            statement = _statement(passage, replace(parsed, clauses=clauses), n, things, NOTHING_AHEAD)
            if statement is not None and statement.modality is Modality.ACTUAL:
                found.append(statement)
    return found


def _without_details(passage: Passage, stated: Sequence[Statement]) -> list[Statement]:
    """The statements without what a passive relative clause, with no time of its own, adds to a plan.

    As in "3 boats, which are to be built abroad, by 2024".
    """
    planned = [s for s in stated if s.modality is Modality.PLANNED]
    return [
        s
        for s in stated
        if not (s in planned and s.aside and not _has_time(passage, s) and any(_holds(p, s) for p in planned))
    ]


def _has_time(passage: Passage, statement: Statement) -> bool:
    start, end = statement.stretch
    comma = passage.text.find(",", start, end)
    return any(start <= t.start < (comma if comma >= 0 else end) and not t.in_name for t in passage.times)


def _holds(whole: Statement, part: Statement) -> bool:
    inside = whole.stretch[0] <= part.stretch[0] and part.stretch[1] <= whole.stretch[1]
    return inside and not whole.aside and part.rule.endswith("-passive")


def _passage_statements(passage: Passage, parsed: Parsed, things: Things, horizon: Horizon) -> list[Statement]:
    """The statements of a passage, those joined that say one thing.

    "Finish X and put it into service" is one act on X; a verb without an object goes with the next ("study and
    adopt Y").
    """
    found: list[Statement] = []
    opened: int | None = None
    for n, clause in enumerate(parsed.clauses):
        statement = _statement(passage, parsed, n, things, horizon)
        if statement is None:
            continue
        if _lacks_object(parsed, n):
            opened = statement.stretch[0] if opened is None else opened
            continue
        if opened is not None:
            statement = replace(statement, stretch=(min(opened, statement.stretch[0]), statement.stretch[1]))
            opened = None
        object_ = parsed.tokens[clause.group[1]].lower if clause.group[1] < len(parsed.tokens) else ""
        if object_ in ("it", "them") and found and found[-1].modality is statement.modality:
            before = found.pop()
            stretch = (before.stretch[0], statement.stretch[1])
            statement = replace(statement, acts_on=before.acts_on, stretch=stretch)
        found.append(statement)
    return found


def _lacks_object(parsed: Parsed, n: int) -> bool:
    """The clause is its verb alone, and the next is in a row with it."""
    clause = parsed.clauses[n]
    following = parsed.clauses[n + 1] if n + 1 < len(parsed.clauses) else None
    alone = not clause.passive and clause.extent[1] <= clause.group[1]
    return alone and following is not None and following.role is Role.CONJUNCT and following.head == n


def planned_stretches(statements: Sequence[Statement]) -> dict[int, list[tuple[int, int]]]:
    """By passage, the stretches of reading text that state plans."""
    stretches: dict[int, list[tuple[int, int]]] = {}
    for statement in statements:
        if statement.modality is Modality.PLANNED:
            stretches.setdefault(statement.passage, []).append(statement.stretch)
    return stretches


def _statement(passage: Passage, parsed: Parsed, n: int, things: Things, horizon: Horizon) -> Statement | None:
    clause, ahead = parsed.clauses[n], horizon.ahead
    under_with = _with_before(parsed, clause)
    charger = charged_by(parsed, n) if looks_out(passage, parsed, n, horizon) else None
    if (
        (clause.role in (Role.PURPOSE, Role.MEANS, Role.SUBORDINATE) and charger is None)
        or _only_governs(parsed.clauses, n)
        or _leads_list(parsed, clause)
    ):
        return None
    if clause.role is Role.REDUCED and under_with is None:
        return None
    clause = _with_subject(clause, under_with) if charger is None else _charged(parsed, clause, charger)
    modality, sure = stance_of(passage, parsed, n, horizon)
    if modality is None:
        return None
    mentions = things.in_passage(passage.index)
    actors, confidence = actors_of(parsed, clause, passage.text, mentions, things)
    if not actors and modality is not Modality.PLANNED and done_by_others(parsed, clause):
        return None
    if not actors and (sureness := meant_agency(parsed, clause, modality, mentions, things, ahead=ahead)):
        actors, confidence = (things.agency,), sureness
    aimed = modality in (Modality.PLANNED, Modality.NORMATIVE) and (
        announces(passage, parsed, n, horizon)
        or is_due(parsed, clause, ahead=ahead)
        or sets_target(passage, parsed, clause, ahead=ahead)
        or foresees_figure(passage, parsed, clause, ahead=ahead)
        or is_scheduled(clause, ahead=ahead)
        or looks_out(passage, parsed, n, horizon)
        or (modality is Modality.NORMATIVE and ahead and has_deadline(passage, parsed, clause))
        or (modality is Modality.NORMATIVE and horizon.titled and clause.passive)
    )
    if modality is Modality.NORMATIVE:
        if not aimed and (not actors or clause.passive or not ahead):
            return None
        modality, confidence = Modality.PLANNED, confidence - Decimal("0.15")
    confidence = min(confidence, sure, _sureness(clause))
    told = (ahead and is_dated(passage, parsed, clause)) or is_arranged(parsed, clause)
    dated = told and clause.lemma not in _OUTCOMES
    arises = not clause.passive and comes_about(parsed, clause, n, passage.text, mentions, things)
    if arises:
        actors = ()  # that a unit opens is the doing of its agency
    if not (
        arises
        or aimed
        or sets_goal(passage, parsed, clause)
        or _is_action(parsed, clause, modality, actors, dated=dated)
    ):
        return None
    actors = actors or (things.agency,)
    planned = modality is Modality.PLANNED
    stretch = _with_opening(parsed, clause, _stretch(parsed, n)) if planned else _stretch(parsed, n)
    stretch = stretch if under_with is None else (parsed.tokens[under_with].start, stretch[1])
    return Statement(
        passage.index,
        modality,
        clause.lemma,
        action_type(parsed, clause),
        actors,
        acted_on(parsed, clause._replace(passive=clause.passive or arises), n, passage.text, mentions, actors),
        stretch,
        confidence,
        f"action-{clause.role}-{clause.form}" + ("-passive" if clause.passive else ""),
        aside=clause.role is Role.RELATIVE,
    )


def _sureness(clause: Clause) -> Decimal:
    """How sure a clause is by its place: one in a row shares subject, auxiliary and scope with verbs before it."""
    return _SHARED if clause.role is Role.CONJUNCT else Decimal(1)


def _with_subject(clause: Clause, under_with: int | None) -> Clause:
    """A participle under "with" takes the words between for its subject."""
    return clause if under_with is None else clause._replace(subject=(under_with, clause.group[0]))


def _charged(parsed: Parsed, clause: Clause, giver: Clause) -> Clause:
    """An infinitive with those for its subject who are told to do it: subject or object of the clause that tells."""
    if giver.passive or giver.lemma not in CHARGES:
        return clause._replace(subject=giver.subject if giver.passive else None)
    between = (giver.group[1], clause.group[0])
    return clause._replace(subject=between if between[0] < between[1] else None)


def _with_before(parsed: Parsed, clause: Clause) -> int | None:
    """Where the words after "with" begin in "with 25 pacts signed", "with A going into use"; else None."""
    if clause.role is not Role.REDUCED or clause.form not in (Form.PARTICIPLE, Form.GERUND):
        return None
    for i in range(clause.group[0] - 1, max(-1, clause.group[0] - 40), -1):
        token = parsed.tokens[i]
        if token.lower == "with":
            apart = not parsed.tokens[i - 1].is_noun if i else clause.form is Form.GERUND
            return i + 1 if apart and i + 1 < clause.group[0] else None
        if token.tag in (";", ":", "MD", "WDT") or token.is_verb or token.lower in SUBORDINATORS:
            return None
    return None


def _only_governs(clauses: Sequence[Clause], n: int) -> bool:
    """The clause says no more than "strives to" or "makes efforts to": the next one says what."""
    return any(c.role is Role.COMPLEMENT and c.head == n for c in clauses)


def _leads_list(parsed: Parsed, clause: Clause) -> bool:
    """A list says what: the clause ends with "to" ("The agency intends to"), or counts what is to come ("5 tasks:")."""
    rest = parsed.tokens[clause.group[1] :]
    if parsed.tokens[-1].tag == ":" and [t.lower for t in rest if t.tag != ":"] != ["to"]:
        return any(t.is_noun and t.lemma in _COUNTED for t in parsed.tokens[slice(*clause.extent)])
    return [t.lower for t in rest if t.tag != ":"] == ["to"]


def _is_action(parsed: Parsed, clause: Clause, modality: Modality, actors: tuple[str, ...], *, dated: bool) -> bool:
    """Whether a clause tells of an act; where nobody is named who acts, only a plan that is dated or comes about."""
    if clause.passive:
        return clause.lemma not in _STATES_OF_PASSIVE or modality is Modality.PLANNED
    if clause.lemma in _STATES:
        if clause.lemma == "have" and dated:
            return modality is Modality.PLANNED
        return clause.lemma == "remain" and bool(actors) and modality is Modality.PLANNED
    if actors:
        return True
    return modality is Modality.PLANNED and (clause.lemma in COMES_ABOUT or dated)


def _stretch(parsed: Parsed, n: int) -> tuple[int, int]:
    """The words that state clause `n`: its own, with those of the verb that governs it and its opening time."""
    clause = parsed.clauses[n]
    first, last = clause.extent
    if clause.role is Role.COMPLEMENT and clause.head is not None:
        first = min(first, parsed.clauses[clause.head].extent[0])
    start, end = parsed.stretch((first, last))
    if clause.role is Role.RELATIVE and clause.antecedent is not None and clause.form is Form.FUTURE:
        return parsed.tokens[clause.antecedent.start].start, end  # what it says it of
    mains = [c for c in parsed.clauses if c.role in (Role.MAIN, Role.COMPLEMENT) and c.extent[0] < first]
    return (start if mains else _opening(parsed, first)), end


def _with_opening(parsed: Parsed, clause: Clause, stretch: tuple[int, int]) -> tuple[int, int]:
    """The stretch of a plan from where its part of the sentence begins, if nothing else is stated before it.

    So too with an aside after the subject ("the share, 9% in May, must be 8%").
    """
    first = clause.group[0]
    if clause.finite and first > 0 and first == clause.extent[0] and parsed.tokens[first - 1].tag == ",":
        return parsed.tokens[0].start, stretch[1]
    if not clause.finite or clause.role is not Role.MAIN:
        return stretch
    mark = next((i for i in range(first - 1, -1, -1) if parsed.tokens[i].tag == ";"), -1)
    stated = any(c.finite and c.role is not Role.RELATIVE and mark < c.group[0] < first for c in parsed.clauses)
    return stretch if stated else (min(stretch[0], parsed.tokens[mark + 1].start), stretch[1])


def _opening(parsed: Parsed, first: int) -> int:
    """Where the words before the first subject begin ("In 2017,"), if they are few."""
    return parsed.tokens[0].start if first <= 6 else parsed.tokens[first].start
