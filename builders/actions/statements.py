"""Clauses that report what somebody did, does or will do: actor, action, what it acts on, where it stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from customs_kg.builders.actions.acted_on import acted_on
from customs_kg.builders.actions.action_types import action_type
from customs_kg.builders.actions.planned_items import bare_item
from customs_kg.builders.actions.statement import Statement
from customs_kg.builders.document import Document, Passage
from customs_kg.builders.english.clauses import Clause, Role
from customs_kg.builders.english.stance import clause_modality, speaks_of_plans
from customs_kg.builders.english.verb_forms import SUBORDINATORS, Form
from customs_kg.builders.parse import Parsed
from customs_kg.builders.reading.segments import SegmentKind
from customs_kg.builders.relations.heads import subject_heads
from customs_kg.builders.relations.roles import agents, by_phrase
from customs_kg.builders.things.things import Mention, Things
from customs_kg.builders.times.calendar_periods import last_year_of
from customs_kg.graph.model import Modality
from customs_kg.ontology.iris import CK, FOAF
from customs_kg.ontology.vocabulary import load_terms

_AGENTS = tuple(
    CK + name
    for name in (
        "PublicBody CustomsUnit StationedOffice SupervisedAssociation InternationalOrganization "
        "IntergovernmentalGrouping CoordinationMechanism Post"
    ).split()
)
_COMES_ABOUT = frozenset(
    "open begin start commence enter come go take launch resume end finish close become run".split()
)
_EFFORTS = frozenset("effort efforts strides steps work".split())
_STAFF = frozenset(
    "agencies offices units departments officers staff staffs branches customs divisions directorates".split()
)
_PROPOSED = frozenset("proposed intended planned envisaged foreseen".split())
_LASTING = frozenset("run last be remain continue cost take have need begin end start become form".split())
_UNDERTAKINGS = ("Endeavour", "InformationSystem", "Event", "CustomsUnit")
_SCHEDULES = frozenset("plan schedule foresee envisage slate".split())
_DONE_BY_OTHERS = frozenset("evade smuggle defraud steal conceal hide owe import export ship undervalue".split())
_STATES_OF_PASSIVE = frozenset(
    "give expect base compose locate make head chair house situate headquarter entitle attach call know".split()
)
_STATES = frozenset(
    "be have include comprise consist contain remain mean represent show reflect say note witness see".split()
)


def find_statements(document: Document, things: Things, parses: Sequence[Parsed]) -> list[Statement]:
    """All actions of a report in the order of the text: results, standing work and plans."""
    found: list[Statement] = []
    for passage, parsed in zip(document.passages, parses, strict=True):
        if passage.is_cell or passage.segment.kind is SegmentKind.ROW:
            continue
        ahead = _looks_ahead(document, passage)
        found.extend(bare_item(passage, parsed, things) or _passage_statements(passage, parsed, things, ahead=ahead))
    return found


def find_denials(document: Document, things: Things, parses: Sequence[Parsed]) -> list[Statement]:
    """What a report says was not done, read as if it said that it was."""
    found: list[Statement] = []
    for passage, parsed in zip(document.passages, parses, strict=True):
        for n, clause in enumerate(parsed.clauses):
            if not clause.negated or not clause.finite or clause.form not in (Form.PAST, Form.PERFECT):
                continue
            clauses = tuple(replace(c, negated=False) if c is clause else c for c in parsed.clauses)
            statement = _statement(passage, replace(parsed, clauses=clauses), n, things, ahead=False)
            if statement is not None and statement.modality is Modality.ACTUAL:
                found.append(statement)
    return found


def _passage_statements(passage: Passage, parsed: Parsed, things: Things, *, ahead: bool) -> list[Statement]:
    """The statements of a passage, those joined that say one thing.

    "Finish X and put it into service" is one act on X; a verb without an object goes with the next ("study and
    adopt Y").
    """
    found: list[Statement] = []
    opened: int | None = None
    for n, clause in enumerate(parsed.clauses):
        statement = _statement(passage, parsed, n, things, ahead=ahead)
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


def _looks_ahead(document: Document, passage: Passage) -> bool:
    """Whether this paragraph, up to this passage, names a time after the report's own period."""
    own = last_year_of(document.reporting)
    if own is None:
        return False
    for earlier in reversed(document.passages[: passage.index + 1]):
        if earlier.segment.paragraph != passage.segment.paragraph:
            return False
        if any((last_year_of(t.core) or 0) > own and not t.in_name for t in earlier.times):
            return True
    return False


def _statement(passage: Passage, parsed: Parsed, n: int, things: Things, *, ahead: bool) -> Statement | None:
    clause = parsed.clauses[n]
    under_with = _with_before(parsed, clause)
    if (
        clause.role in (Role.PURPOSE, Role.MEANS, Role.SUBORDINATE)
        or _only_governs(parsed.clauses, n)
        or _leads_list(parsed, clause)
    ):
        return None
    if clause.role is Role.REDUCED and under_with is None:
        return None
    modality, sure = _stance(passage, parsed, n, ahead=ahead)
    if modality is None:
        return None
    mentions = things.in_passage(passage.index)
    actors, confidence = _actors(parsed, clause, passage.text, mentions, things)
    if not actors and modality is not Modality.PLANNED and _done_by_others(parsed, clause):
        return None
    if not actors and (sureness := _meant_agency(parsed, clause, modality, mentions, things, ahead=ahead)):
        actors, confidence = (things.agency,), sureness
    if modality is Modality.NORMATIVE:
        if not actors or clause.passive or not ahead:
            return None
        modality, confidence = Modality.PLANNED, confidence - Decimal("0.15")
    confidence = min(confidence, sure)
    comes_about = not clause.passive and _comes_about(parsed, clause, passage.text, mentions, things)
    if comes_about:
        actors = ()  # that a unit opens is the doing of its agency
    if not (comes_about or _is_action(parsed, clause, modality, actors)):
        return None
    actors = actors or (things.agency,)
    stretch = _stretch(parsed, n)
    clause, stretch = _opened_by_with(parsed, clause, stretch, under_with)
    return Statement(
        passage.index,
        modality,
        clause.lemma,
        action_type(parsed, clause),
        actors,
        acted_on(parsed, replace(clause, passive=clause.passive or comes_about), n, passage.text, mentions, actors),
        stretch,
        confidence,
        f"action-{clause.role}-{clause.form}" + ("-passive" if clause.passive else ""),
    )


def _opened_by_with(
    parsed: Parsed, clause: Clause, stretch: tuple[int, int], under_with: int | None
) -> tuple[Clause, tuple[int, int]]:
    """A participle under "with" takes the words between for its subject, and its statement begins with them."""
    if under_with is None:
        return clause, stretch
    return replace(clause, subject=(under_with, clause.group[0])), (parsed.tokens[under_with].start, stretch[1])


def _done_by_others(parsed: Parsed, clause: Clause) -> bool:
    """A passive of what others did: one not known ("imposed by the courts"), or those under control ("evaded")."""
    return clause.passive and (by_phrase(parsed, clause) is not None or clause.lemma in _DONE_BY_OTHERS)


def _stance(passage: Passage, parsed: Parsed, n: int, *, ahead: bool) -> tuple[Modality | None, Decimal]:
    """The modality of a statement and how sure it is: "is planned for May" and "is expected to be signed" are plans.

    What is merely expected is one only where a time after the report is named for it.
    """
    clauses = parsed.clauses
    if _is_proposed(parsed, clauses[n]) or _is_subjunctive(passage, parsed, clauses[n]):
        return Modality.PLANNED, Decimal("0.80")
    clause = clauses[n]
    if clause.passive and clause.lemma in _SCHEDULES and clause.finite and not (clause.negated or clause.hedged):
        return Modality.PLANNED, Decimal("0.80")
    if clause.hedged and clause.passive and ahead and not clause.negated and clause.form is Form.POSSIBLE:
        return Modality.PLANNED, Decimal("0.60")
    return clause_modality(clauses, n), Decimal("0.95")


def _meant_agency(
    parsed: Parsed, clause: Clause, modality: Modality, mentions: Sequence[Mention], things: Things, *, ahead: bool
) -> Decimal | None:
    """How sure it is that the agency acts where nobody is named who does; None where it does not."""
    if _is_proposed(parsed, clause) or _is_of_undertaking(parsed, clause, modality, mentions, things):
        return Decimal("0.75")
    return Decimal("0.70") if _is_own_staff(parsed, clause, modality, ahead=ahead) else None


def _is_proposed(parsed: Parsed, clause: Clause) -> bool:
    """As in "it is proposed to sign A": nobody is named who plans."""
    words = [t.lower for t in parsed.tokens[slice(*clause.group)]]
    before = parsed.tokens[clause.group[0] - 1].lower if clause.group[0] else ""
    denied = clause.negated or "not" in words
    return before == "it" and not denied and "to" in words and any(word in _PROPOSED for word in words)


def _is_subjunctive(passage: Passage, parsed: Parsed, clause: Clause) -> bool:
    """As in "it is intended that A be replaced": a bare "be" in what is planned."""
    bare = parsed.tokens[clause.group[0]].lower == "be" and clause.form is Form.PRESENT and not clause.negated
    return bare and not passage.text.endswith(":") and speaks_of_plans(passage.segment.lead.text or passage.text)


def _is_of_undertaking(
    parsed: Parsed, clause: Clause, modality: Modality, mentions: Sequence[Mention], things: Things
) -> bool:
    """As in "the new system is to replace the old one": a plan in which a system or programme acts for the agency."""
    if modality is not Modality.PLANNED or clause.passive or clause.subject is None or clause.lemma in _LASTING:
        return False
    terms = load_terms()
    heads = subject_heads(parsed, clause.subject, mentions)
    return any(terms.is_a(things.entities[m.thing].cls, CK + c) for m in heads for c in _UNDERTAKINGS)


def _is_own_staff(parsed: Parsed, clause: Clause, modality: Modality, *, ahead: bool) -> bool:
    """A plan's subject that names nobody but means the agency: "efforts", "all offices", "they"."""
    if clause.subject is None or clause.passive or modality not in (Modality.PLANNED, Modality.NORMATIVE):
        return False
    words = {t.lower for t in parsed.tokens[slice(*clause.subject)]}
    if words & _EFFORTS:
        return modality is Modality.PLANNED
    return ahead and (bool(words & _STAFF) or words <= {"they", "it"})


def _with_before(parsed: Parsed, clause: Clause) -> int | None:
    """Where the words after "with" begin in "with 25 documents signed", for a participle; else None."""
    if clause.role is not Role.REDUCED or clause.form is not Form.PARTICIPLE:
        return None
    for i in range(clause.group[0] - 1, max(-1, clause.group[0] - 40), -1):
        token = parsed.tokens[i]
        if token.lower == "with":
            apart = i > 0 and not parsed.tokens[i - 1].is_noun
            return i + 1 if apart and i + 1 < clause.group[0] else None
        if token.tag in (";", ":", "MD", "WDT") or token.is_verb or token.lower in SUBORDINATORS:
            return None
    return None


def _comes_about(parsed: Parsed, clause: Clause, text: str, mentions: Sequence[Mention], things: Things) -> bool:
    """An undertaking, system or unit begins, runs or ends: the agency's doing where nobody else is named."""
    if clause.subject is None or clause.lemma not in _COMES_ABOUT:
        return False
    terms = load_terms()
    heads = subject_heads(parsed, clause.subject, mentions)
    if not any(terms.is_a(things.entities[m.thing].cls, CK + c) for m in heads for c in _UNDERTAKINGS):
        return False
    return not acted_on(parsed, clause, parsed.clauses.index(clause), text, mentions, tuple(m.thing for m in heads))


def _only_governs(clauses: Sequence[Clause], n: int) -> bool:
    """The clause says no more than "strives to" or "makes efforts to": the next one says what."""
    return any(c.role is Role.COMPLEMENT and c.head == n for c in clauses)


def _leads_list(parsed: Parsed, clause: Clause) -> bool:
    """The clause ends with the "to" that a list goes on from: "The agency intends to"."""
    rest = parsed.tokens[clause.group[1] :]
    return [t.lower for t in rest if t.tag != ":"] == ["to"]


def _is_action(parsed: Parsed, clause: Clause, modality: Modality, actors: tuple[str, ...]) -> bool:
    if clause.passive:
        return clause.lemma not in _STATES_OF_PASSIVE or modality is Modality.PLANNED
    if clause.lemma in _STATES:
        return clause.lemma == "remain" and bool(actors) and modality is Modality.PLANNED
    if actors:
        return True
    return modality is Modality.PLANNED and clause.lemma in _COMES_ABOUT


def _actors(
    parsed: Parsed, clause: Clause, text: str, mentions: Sequence[Mention], things: Things
) -> tuple[tuple[str, ...], Decimal]:
    """Who acts: the subject of an active clause, what follows "by" in a passive one; with how sure that is."""
    sure = Decimal("0.95")
    if clause.passive:
        named = [m for m in agents(parsed, clause, text, mentions) if is_agent(m, things)]
        return tuple(dict.fromkeys(m.thing for m in named)), sure if named else Decimal("0.80")
    if clause.subject is None:
        inherits = clause.role in (Role.CONJUNCT, Role.MAIN) and clause.form in (Form.FUTURE,)
        return ((things.agency,), Decimal("0.75")) if inherits else ((), Decimal("0.70"))
    heads = subject_heads(parsed, clause.subject, mentions)
    acting = [m for m in heads if is_agent(m, things)]
    lowest = min((m.confidence for m in acting), default=sure)
    return tuple(dict.fromkeys(m.thing for m in acting)), min(sure, lowest)


def is_agent(mention: Mention, things: Things) -> bool:
    """Whether the thing can act: a body, unit, group, post or person."""
    entity = things.entities.get(mention.thing)
    if entity is None:
        return False
    terms = load_terms()
    return entity.cls == FOAF + "Person" or any(terms.is_a(entity.cls, agent) for agent in _AGENTS)


def _stretch(parsed: Parsed, n: int) -> tuple[int, int]:
    """The words that state clause `n`: its own, with those of the verb that governs it and its opening time."""
    clause = parsed.clauses[n]
    first, last = clause.extent
    if clause.role is Role.COMPLEMENT and clause.head is not None:
        first = min(first, parsed.clauses[clause.head].extent[0])
    start, end = parsed.stretch((first, last))
    mains = [c for c in parsed.clauses if c.role in (Role.MAIN, Role.COMPLEMENT) and c.extent[0] < first]
    return (start if mains else _opening(parsed, first)), end


def _opening(parsed: Parsed, first: int) -> int:
    """Where the words before the first subject begin ("In 2017,"), if they are few."""
    return parsed.tokens[0].start if first <= 6 else parsed.tokens[first].start
