"""Who acts in a clause: those that it names, else the agency where the words mean it."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from customs_kg.builders.actions.acted_on import acted_on
from customs_kg.builders.actions.stances import is_proposed
from customs_kg.builders.english.clauses import Clause, Role
from customs_kg.builders.english.stance import OPINIONS
from customs_kg.builders.english.verb_forms import Form
from customs_kg.builders.parse import Parsed
from customs_kg.builders.relations.clauses.own_people import are_own_people
from customs_kg.builders.relations.frames.agents import agents, by_phrase
from customs_kg.builders.relations.heads import subject_heads
from customs_kg.builders.things.things import Mention, Things
from customs_kg.graph.model import Modality
from customs_kg.ontology.iris import CK, FOAF

_AGENTS = tuple(
    CK + name
    for name in (
        "PublicBody CustomsUnit StationedOffice Association InternationalOrganization "
        "IntergovernmentalGrouping CoordinationMechanism Post"
    ).split()
)
COMES_ABOUT = frozenset(
    "open begin start commence enter come go take launch resume end finish close become run".split()
)
_EFFORTS = frozenset("effort efforts strides steps work".split())
_STAFF = frozenset(
    "agency agencies offices units department departments officers staff staffs branches customs divisions "
    "directorates districts stations posts service administration authority we".split()
)
_LASTING = frozenset("run last be remain continue cost take have need begin end start become form".split())
_UNDERTAKINGS = tuple(CK + n for n in "Endeavour InformationSystem Event CustomsUnit".split())
_DONE_BY_OTHERS = (
    frozenset("evade smuggle defraud steal conceal hide owe import export ship undervalue".split()) | OPINIONS
)
_GIVEN_OVER = frozenset("transfer assign reassign entrust delegate shift".split())  # by those above: by law or decree


def actors_of(
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
    return things.is_a(mention, FOAF + "Person", *_AGENTS)


def done_by_others(parsed: Parsed, clause: Clause) -> bool:
    """A passive of what others did: one not known ("imposed by the courts"), those under control ("evaded").

    Or the public ("was welcomed"), or those above: "the tax was transferred to the Treasury".
    """
    given_over = clause.lemma in _GIVEN_OVER and any(a.preposition == "to" for a in clause.prepositional)
    by_others = clause.lemma in _DONE_BY_OTHERS
    return clause.passive and (given_over or by_others or by_phrase(parsed, clause) is not None)


def meant_agency(
    parsed: Parsed, clause: Clause, modality: Modality, mentions: Sequence[Mention], things: Things, *, ahead: bool
) -> Decimal | None:
    """How sure it is that the agency acts where nobody is named who does; None where it does not."""
    if is_proposed(parsed, clause) or _is_of_undertaking(parsed, clause, modality, mentions, things):
        return Decimal("0.75")
    own = _is_own_staff(parsed, clause, modality, ahead=ahead) or are_own_people(parsed, clause, mentions, things)
    return Decimal("0.70") if own else None


def _is_of_undertaking(
    parsed: Parsed, clause: Clause, modality: Modality, mentions: Sequence[Mention], things: Things
) -> bool:
    """As in "the new system is to replace the old one": a plan in which a system or programme acts for the agency."""
    if modality is not Modality.PLANNED or clause.passive or clause.subject is None or clause.lemma in _LASTING:
        return False
    heads = subject_heads(parsed, clause.subject, mentions)
    return any(things.is_a(m, *_UNDERTAKINGS) for m in heads)


def _is_own_staff(parsed: Parsed, clause: Clause, modality: Modality, *, ahead: bool) -> bool:
    """A plan's subject that names nobody but means the agency: "efforts", "all offices", "they"."""
    if clause.subject is None or clause.passive or modality not in (Modality.PLANNED, Modality.NORMATIVE):
        return False
    words = {t.lower for t in parsed.tokens[slice(*clause.subject)]}
    if words & _EFFORTS:
        return modality is Modality.PLANNED
    return ahead and (bool(words & _STAFF) or words <= {"they", "it"})


def _acts_on_others(parsed: Parsed, clause: Clause) -> bool:
    """Whether the verb has an object that is not the undertaking's own: "the unit *closed two sheds*"."""
    heads = {parsed.tokens[phrase.head].lower for phrase in clause.objects}
    return clause.lemma in _ENDS_OR_BEGINS and bool(heads) and heads.isdisjoint(_OWN_COURSE)


_ENDS_OR_BEGINS = frozenset("open begin start commence launch resume end finish close run".split())
_OWN_COURSE = frozenset(
    "doors work works operation operations service services business trials trial phase stage life course day days "
    "week weeks month months year years time".split()
)


def comes_about(parsed: Parsed, clause: Clause, n: int, text: str, mentions: Sequence[Mention], things: Things) -> bool:
    """An undertaking, system or unit begins, runs or ends: the agency's doing where nobody else is named."""
    if clause.subject is None or clause.lemma not in COMES_ABOUT or _acts_on_others(parsed, clause):
        return False
    heads = subject_heads(parsed, clause.subject, mentions)
    if not any(things.is_a(m, *_UNDERTAKINGS) for m in heads):
        return False
    return not acted_on(parsed, clause, n, text, mentions, tuple(m.thing for m in heads))
