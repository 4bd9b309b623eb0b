"""Keeping what breaks a rule of the ontology out of a graph: such statements are dropped and counted, not forced."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from pyoxigraph import Triple

from customs_kg.graph.conformance import check_shapes
from customs_kg.graph.crosschecks import cross_check
from customs_kg.graph.model import Action, Claim, Observation, ReportFacts, Unread
from customs_kg.graph.shacl import Finding
from customs_kg.graph.statements import claim_iri, target_iri
from customs_kg.graph.triples import report_triples

WITHHELD = "statement"  # the kind of `Unread` that says so
_ROUNDS = 6  # dropping one statement can leave another without its parts
_ONE_ONLY = "two-values-where-one-can-be"


@dataclass(frozen=True, slots=True)
class SoundGraph:
    """What is left of reports when nothing in it breaks a rule, with its triples, sorted.

    `faults` are the violations that dropping statements could not end; as a rule there are none.
    """

    reports: tuple[ReportFacts, ...]
    triples: list[Triple]
    faults: tuple[Finding, ...]


def violations(triples: Iterable[Triple]) -> list[Finding]:
    """What in a graph breaks the shapes or the checks across nodes; warnings are left out."""
    kept = tuple(triples)
    return [f for f in (*check_shapes(kept), *cross_check(kept)) if f.severity == "violation"]


def withhold_faults(reports: Sequence[ReportFacts]) -> SoundGraph:
    """Drop the statements that break a rule of the ontology, and with them what cannot stand without them.

    Each dropped statement is listed in `unread` of its report, with its words and the rule. An edge that several
    reading rules find in the same words is one claim: the surest reading stays.

    Raises:
        InputError: The facts break their contract: an unsafe IRI, a span outside the text.
    """
    sound = _of(tuple(_with_each_claim_once(facts) for facts in reports))
    for _ in range(_ROUNDS):
        left = tuple(_drop(facts, sound.faults) for facts in sound.reports) if sound.faults else sound.reports
        if left == sound.reports:
            break
        sound = _of(left)
    return sound


def leave_out(facts: ReportFacts, reasons: Mapping[str, str]) -> ReportFacts:
    """The facts without these things and statements, by IRI, and without what cannot stand without them.

    Each dropped statement is listed in `unread` with its words and the reason.
    """
    blame = _Blame(reasons)
    return _without_things(_without_statements(facts, blame), blame)


def _with_each_claim_once(facts: ReportFacts) -> ReportFacts:
    surest: dict[str, Claim] = {}
    for claim in facts.claims:
        iri = claim_iri(claim, facts.text.sha256)
        first = surest.setdefault(iri, claim)
        surest[iri] = max(first, claim, key=lambda c: (c.confidence, c.rule))
    return facts if len(surest) == len(facts.claims) else replace(facts, claims=tuple(surest.values()))


def _of(reports: tuple[ReportFacts, ...]) -> SoundGraph:
    triples = report_triples(*reports)
    return SoundGraph(reports, triples, tuple(violations(triples)))


@dataclass(frozen=True, slots=True)
class _Blame:
    """The rule that is broken, by node, by edge, and by (subject, property) where one value is too many."""

    nodes: Mapping[str, str]
    edges: Mapping[tuple[str, str, str], str] = field(default_factory=dict)
    rivals: Mapping[tuple[str, str], str] = field(default_factory=dict)


def _drop(facts: ReportFacts, faults: Sequence[Finding]) -> ReportFacts:
    """The facts without what is at fault; things go only where no statement can be blamed."""
    told = {fault: f"{fault.message} [{fault.shape}]" for fault in reversed(faults)}
    pairwise = {fault for fault in told if not fault.value or fault.shape == _ONE_ONLY}
    blame = _Blame(
        {f.focus: rule for f, rule in told.items()},
        {(f.focus, f.path, f.value): rule for f, rule in told.items() if f not in pairwise},
        {(f.focus, f.path): rule for f, rule in told.items() if f in pairwise and f.path},
    )
    left = _without_statements(facts, blame)
    return left if left != facts else _without_things(facts, blame)


def _without_statements(facts: ReportFacts, blame: _Blame) -> ReportFacts:
    sha256, best = facts.text.sha256, _best_claims(facts.claims)

    def rule(claim: Claim) -> str:
        edge = (claim.subject, claim.predicate)
        rival = blame.rivals.get(edge, "") if best[edge].object != claim.object else ""
        return blame.nodes.get(claim_iri(claim, sha256)) or blame.edges.get((*edge, claim.object)) or rival

    broken: dict[Claim | Observation | Action, str] = {claim: rule(claim) for claim in facts.claims}
    broken |= {figure: blame.nodes.get(figure.iri, "") for figure in facts.observations}
    broken |= {action: blame.nodes.get(action.iri, "") for action in facts.actions}
    unread = (Unread(WITHHELD, span, told) for s, told in broken.items() if told for span in s.evidence[:1])
    left = replace(
        facts,
        claims=tuple(claim for claim in facts.claims if not broken[claim]),
        observations=tuple(figure for figure in facts.observations if not broken[figure]),
        actions=tuple(_with_sound_target(action, blame) for action in facts.actions if not broken[action]),
        entities=tuple(
            replace(e, links=tuple(link for link in e.links if (e.iri, *link) not in blame.edges))
            for e in facts.entities
        ),
        discrepancies=tuple(d for d in facts.discrepancies if d.iri not in blame.nodes),
        assessments=tuple(a for a in facts.assessments if a.iri not in blame.nodes and a.commitment not in blame.nodes),
        unread=(*facts.unread, *unread),
    )
    return _without_remnants(facts, left)


def _without_things(facts: ReportFacts, blame: _Blame) -> ReportFacts:
    gone = {iri: rule for iri, rule in blame.nodes.items() if iri != facts.report.agency}
    named: dict[str, tuple[str, ...]] = {claim_iri(c, facts.text.sha256): (c.subject, c.object) for c in facts.claims}
    named |= {o.iri: (o.indicator, o.agent, o.result_of or "", *o.breakdown) for o in facts.observations}
    named |= {a.iri: (*a.actor, *a.acts_on, a.target.indicator if a.target else "") for a in facts.actions}
    rules = {iri: [gone[part] for part in parts if part in gone] for iri, parts in named.items()}
    left = _without_statements(facts, _Blame({iri: found[0] for iri, found in rules.items() if found}))
    return replace(left, entities=tuple(e for e in left.entities if e.iri not in gone))


def _with_sound_target(action: Action, blame: _Blame) -> Action:
    faulty = action.target is not None and target_iri(action, action.target) in blame.nodes
    return replace(action, target=None) if faulty else action


def _best_claims(claims: Iterable[Claim]) -> dict[tuple[str, str], Claim]:
    """The surest claim for each subject and property; of equally sure ones the first in the text."""
    rivals: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        rivals[claim.subject, claim.predicate].append(claim)
    return {edge: min(found, key=lambda c: (-c.confidence, c.evidence, c.object)) for edge, found in rivals.items()}


def _without_remnants(facts: ReportFacts, left: ReportFacts) -> ReportFacts:
    """Without what only compares, sums up or continues statements that are gone."""
    gone = _stated(facts) - _stated(left)
    sums = {o.iri for o in left.observations if not gone.isdisjoint(o.computed_from)}
    gone |= sums
    discrepancies = (
        replace(d, involves=tuple(iri for iri in d.involves if iri not in gone)) for d in left.discrepancies
    )
    return replace(
        left,
        observations=tuple(o for o in left.observations if o.iri not in sums),
        discrepancies=tuple(d for d in discrepancies if len(d.involves) > 1),
        actions=tuple(replace(a, continues=None) if a.continues in gone else a for a in left.actions),
    )


def _stated(facts: ReportFacts) -> set[str]:
    claims = {claim_iri(claim, facts.text.sha256) for claim in facts.claims}
    return claims | {figure.iri for figure in facts.observations} | {action.iri for action in facts.actions}
