"""Corrections by a person: what to accept, reject, rename, merge or retype, by IRI. A rebuild honours them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from typing import TypeVar

from customs_kg.graph.model import Action, Claim, Entity, Observation, ReportFacts
from customs_kg.graph.statements import claim_iri
from customs_kg.graph.withholding import leave_out
from customs_kg.ontology.errors import InputError

REJECTED = "rejected"  # the kind of `Unread` that says so
_SURE = Decimal("1.00")
_Statement = TypeVar("_Statement", Claim, Observation, Action)


class CorrectionKind(StrEnum):
    """What a correction does."""

    ACCEPT = "accept"  # a thing must stay; a fact is sure
    REJECT = "reject"
    RENAME = "rename"  # `to` is the new label; the old one stays as an alternative
    MERGE = "merge"  # `to` is the IRI of the thing that both are
    RETYPE = "retype"  # `to` is the IRI of the class


@dataclass(frozen=True, slots=True)
class Correction:
    """One correction of a thing, claim, figure, result or plan. `reason` is for people, may be empty."""

    kind: CorrectionKind
    iri: str
    to: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Curation:
    """The corrections of one text: the file that holds them, and those that found nothing of their IRI."""

    text_sha256: str
    data: bytes
    idle: tuple[Correction, ...] = ()


@dataclass(frozen=True, slots=True)
class CuratedFacts:
    """Facts with the corrections worked in, and those corrections that found nothing of their IRI."""

    facts: ReportFacts
    idle: tuple[Correction, ...]


def curate(facts: ReportFacts, corrections: Sequence[Correction]) -> CuratedFacts:
    """The facts as a person has corrected them.

    An IRI is that of a build with or without the other corrections: a merge or rename changes the IRIs of no thing,
    and a claim may be named by its IRI before or after a merge.

    Raises:
        InputError: The report's own agency is rejected or merged into another thing, or merges lead in a circle.
    """
    for correction in corrections:
        if correction.iri == facts.report.agency and correction.kind in (CorrectionKind.REJECT, CorrectionKind.MERGE):
            raise InputError(
                f"the correction '{correction.kind} {correction.iri}' is of the agency whose report this is: rename or "
                "retype it, or merge the other thing into it"
            )
    kept = _marked(facts, corrections)
    merged = _merged(kept, {c.iri: c.to for c in corrections if c.kind is CorrectionKind.MERGE})
    known = _known(facts) | _known(merged)
    kept = _marked(merged, corrections)
    edited = replace(kept, entities=tuple(_edited(entity, corrections) for entity in kept.entities))
    return CuratedFacts(edited, tuple(c for c in corrections if c.iri not in known))


def _known(facts: ReportFacts) -> set[str]:
    claims = {claim_iri(claim, facts.text.sha256) for claim in facts.claims}
    claims.update(entity.iri for entity in facts.entities)
    claims.update(figure.iri for figure in facts.observations)
    return claims.union(action.iri for action in facts.actions)


def _marked(facts: ReportFacts, corrections: Sequence[Correction]) -> ReportFacts:
    """Without what is rejected, and with what is accepted as sure."""
    reasons = {c.iri: c.reason or "rejected by a person" for c in corrections if c.kind is CorrectionKind.REJECT}
    accepted = {c.iri for c in corrections if c.kind is CorrectionKind.ACCEPT}
    left = leave_out(facts, reasons) if reasons else facts
    rejected = (replace(u, kind=REJECTED) for u in left.unread[len(facts.unread) :])
    return replace(
        left,
        claims=tuple(_sure(c, claim_iri(c, facts.text.sha256) in accepted) for c in left.claims),
        observations=tuple(_sure(figure, figure.iri in accepted) for figure in left.observations),
        actions=tuple(_sure(action, action.iri in accepted) for action in left.actions),
        unread=(*facts.unread, *rejected),
    )


def _sure(statement: _Statement, accepted: bool) -> _Statement:
    return replace(statement, confidence=_SURE) if accepted else statement


def _merged(facts: ReportFacts, into: Mapping[str, str]) -> ReportFacts:
    """The facts with things merged: all that is said of one is said of the other, and nothing of a thing and itself."""
    if not into:
        return facts

    def of(iri: str) -> str:
        seen = {iri}
        while iri in into:
            iri = into[iri]
            if iri in seen:
                raise InputError(f"the corrections merge {iri} into itself: take out one of the merges")
            seen.add(iri)
        return iri

    claims = (replace(c, subject=of(c.subject), object=of(c.object)) for c in facts.claims)
    return replace(
        facts,
        entities=_entities(facts.entities, of),
        claims=tuple(claim for claim in claims if claim.subject != claim.object),
        observations=tuple(_figure(figure, of) for figure in facts.observations),
        actions=tuple(_action(action, of) for action in facts.actions),
    )


def _entities(entities: Sequence[Entity], of: Callable[[str], str]) -> tuple[Entity, ...]:
    merged: dict[str, Entity] = {entity.iri: entity for entity in entities if of(entity.iri) == entity.iri}
    for entity in entities:
        target = of(entity.iri)
        if target == entity.iri:
            continue
        known = merged.get(target, replace(entity, iri=target))
        merged[target] = replace(
            known,
            alt_labels=_once(*known.alt_labels, entity.label, *entity.alt_labels),
            hidden_labels=_once(*known.hidden_labels, *entity.hidden_labels),
            exact_match=_once(*known.exact_match, *entity.exact_match),
            links=tuple(dict.fromkeys((*known.links, *entity.links))),
            mentions=tuple(sorted({*known.mentions, *entity.mentions})),
        )
    return tuple(
        replace(entity, alt_labels=tuple(label for label in entity.alt_labels if label != entity.label))
        for _, entity in sorted(merged.items())
    )


def _once(*labels: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(labels))


def _figure(figure: Observation, of: Callable[[str], str]) -> Observation:
    return replace(
        figure,
        indicator=of(figure.indicator),
        agent=of(figure.agent),
        breakdown=_once(*map(of, figure.breakdown)),
        result_of=of(figure.result_of) if figure.result_of else None,
    )


def _action(action: Action, of: Callable[[str], str]) -> Action:
    target = replace(action.target, indicator=of(action.target.indicator)) if action.target else None
    return replace(action, actor=_once(*map(of, action.actor)), acts_on=_once(*map(of, action.acts_on)), target=target)


def _edited(entity: Entity, corrections: Sequence[Correction]) -> Entity:
    for correction in corrections:
        if correction.iri != entity.iri:
            continue
        if correction.kind is CorrectionKind.RETYPE:
            entity = replace(entity, cls=correction.to)
        elif correction.kind is CorrectionKind.RENAME and correction.to != entity.label:
            others = [label for label in (entity.label, *entity.alt_labels) if label != correction.to]
            entity = replace(entity, label=correction.to, alt_labels=_once(*others))
    return entity
