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
from customs_kg.builders.actions.stances import is_aimed, is_arranged, is_dated, sets_goal, stance_of
from customs_kg.builders.actions.statement import Statement
from customs_kg.builders.actions.stretches import stretch_of
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
_LAPSES = frozenset("lapse expire".split())
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
    """The statements without what a passive relative clause, with no time of its own, or a participle adds to a plan.

    As in "3 boats, which are to be built abroad, by 2024", "replacing the seals, starting with those at Orla".
    """
    planned = [s for s in stated if s.modality is Modality.PLANNED]
    return [
        s
        for s in stated
        if not (s in planned and s.aside and not _has_time(passage, s) and any(_holds(p, s) for p in planned))
        and not (s.rule.endswith("-gerund") and s.verb in ("start", "begin") and any(p is not s for p in planned))
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
        if found and _repeats_passive(parsed, n) and found[-1].modality is statement.modality:
            found[-1] = found[-1]._replace(stretch=(found[-1].stretch[0], statement.stretch[1]))
            continue
        if opened is not None:
            statement = statement._replace(stretch=(min(opened, statement.stretch[0]), statement.stretch[1]))
            opened = None
        object_ = parsed.tokens[clause.group[1]].lower if clause.group[1] < len(parsed.tokens) else ""
        if object_ in ("it", "them") and found and found[-1].modality is statement.modality:
            before = found.pop()
            stretch = (before.stretch[0], statement.stretch[1])
            statement = statement._replace(acts_on=before.acts_on, stretch=stretch)
        found.append(statement)
    return found


def _repeats_passive(parsed: Parsed, n: int) -> bool:
    """As in "zones will be studied *and promoted steadily*": of the same things, with no words but adverbs."""
    clause = parsed.clauses[n]
    row = n > 0 and clause.role is Role.CONJUNCT and clause.passive and clause.head == n - 1
    rest = parsed.tokens[clause.group[1] : clause.extent[1]]
    joined = row and parsed.clauses[n - 1].passive and parsed.clauses[n - 1].group[1] + 1 == clause.group[0]
    return joined and all(t.tag.startswith("RB") or t.tag == "." for t in rest)


def _lacks_object(parsed: Parsed, n: int) -> bool:
    """The clause is its verb alone, and the next is in a row with it."""
    clause = parsed.clauses[n]
    following = parsed.clauses[n + 1] if n + 1 < len(parsed.clauses) else None
    alone = not clause.passive and clause.extent[1] <= clause.group[1]
    return alone and following is not None and following.role is Role.CONJUNCT and following.head == n


def _statement(passage: Passage, parsed: Parsed, n: int, things: Things, horizon: Horizon) -> Statement | None:
    under_with = _with_before(parsed, parsed.clauses[n])
    clause = _spoken(passage, parsed, n, horizon, under_with)
    if clause is None:
        return None
    modality, sure = stance_of(passage, parsed, n, horizon)
    if modality is None:
        return None
    ahead, mentions = horizon.ahead, things.in_passage(passage.index)
    actors, confidence = actors_of(parsed, clause, passage.text, mentions, things)
    if not actors and modality is not Modality.PLANNED and done_by_others(parsed, clause):
        return None
    if not actors and (
        sureness := meant_agency(parsed, clause, modality, mentions, things, ahead=ahead or horizon.titled)
    ):
        actors, confidence = (things.agency,), sureness
    aimed = is_aimed(passage, parsed, n, clause, horizon, modality)
    if modality is Modality.NORMATIVE:
        if not aimed and (not actors or clause.passive or not ahead):
            return None
        modality, confidence = Modality.PLANNED, confidence - Decimal("0.15")
    told = (ahead and is_dated(passage, parsed, clause, horizon)) or is_arranged(parsed, clause)
    dated = told and clause.lemma not in _OUTCOMES
    arises = not clause.passive and comes_about(parsed, clause, n, passage.text, mentions, things)
    if arises:
        actors = ()  # that a unit opens is the doing of its agency
    acts = arises or aimed or sets_goal(passage, parsed, clause)
    acts = acts or _is_action(parsed, clause, modality, actors, dated=dated)
    if not acts or (not actors and _tells_effect(clause, modality)):
        return None
    actors = actors or (things.agency,)
    stretch = stretch_of(parsed, n, clause, planned=modality is Modality.PLANNED)
    return Statement(
        passage.index,
        modality,
        clause.lemma,
        action_type(parsed, clause),
        actors,
        acted_on(parsed, clause._replace(passive=True) if arises else clause, n, passage.text, mentions, actors),
        stretch if under_with is None else (parsed.tokens[under_with].start, stretch[1]),
        min(confidence, sure, _sureness(clause)),
        f"action-{clause.role}-{clause.form}" + ("-passive" if clause.passive else ""),
        aside=clause.role is Role.RELATIVE,
    )


def _spoken(passage: Passage, parsed: Parsed, n: int, horizon: Horizon, under_with: int | None) -> Clause | None:
    """Clause `n` with the subject that it is understood with; None where it states nothing of its own."""
    clause = parsed.clauses[n]
    charger = charged_by(parsed, n) if looks_out(passage, parsed, n, horizon) else None
    if clause.role in (Role.PURPOSE, Role.MEANS, Role.SUBORDINATE) and charger is None:
        return None
    reduced = clause.role is Role.REDUCED and under_with is None
    if reduced or _only_governs(parsed.clauses, n) or _leads_list(parsed, clause):
        return None
    return _with_subject(clause, under_with) if charger is None else _charged(parsed, clause, charger)


def _sureness(clause: Clause) -> Decimal:
    """How sure a clause is by its place: one in a row shares subject, auxiliary and scope with verbs before it."""
    return _SHARED if clause.role is Role.CONJUNCT else Decimal(1)


def _with_subject(clause: Clause, under_with: int | None) -> Clause:
    """A participle under "with" takes the words between for its subject."""
    return clause if under_with is None else clause._replace(subject=(under_with, clause.group[0]))


def _tells_effect(clause: Clause, modality: Modality) -> bool:
    """As in "a pact, which will replace that of 2001", "will lapse": what follows, and nobody does."""
    relative = clause.role is Role.RELATIVE and clause.form is Form.FUTURE and not clause.passive
    return modality is Modality.PLANNED and (relative or clause.lemma in _LAPSES)


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
    to = bool(rest) and (rest[0].lower == "to" or rest[0].tag == ":")
    return to and [t.lower for t in rest if t.tag != ":"] == ["to"]


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
