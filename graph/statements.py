"""The RDF of what a report states: claims, figures, actions and discrepancies (ontology pattern A2 to A4)."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import Triple

from customs_kg.graph.identifiers import evidence_iri, mint_statement, period_iri
from customs_kg.graph.literals import Value, decimal, describe, english, integer, iri, plain
from customs_kg.graph.model import Action, Assessment, Claim, Discrepancy, Modality, Observation, ReportFacts, Target
from customs_kg.graph.sources import extraction_iri
from customs_kg.ontology.iris import CK, CKT, PROV, RDF, RDFS

_ASSERTED = frozenset({Modality.ACTUAL, Modality.STANDING})


def statement_triples(facts: ReportFacts) -> Iterator[Triple]:
    """Every assertion of these facts, and the plain edge of each claim that is actual or standing."""
    sha256 = facts.text.sha256
    for claim in facts.claims:
        yield from _claim(claim, sha256)
    for observation in facts.observations:
        yield from _observation(observation, sha256)
    for action in facts.actions:
        yield from _action(action, sha256)
    for discrepancy in facts.discrepancies:
        yield from _discrepancy(discrepancy, sha256)
    for assessment in facts.assessments:
        yield from _assessment(assessment, sha256)


def claim_iri(claim: Claim, sha256: str) -> str:
    """The IRI of a claim that the text with this digest makes."""
    spans = ",".join(f"c{s.start}-{s.end}" for s in sorted(claim.evidence))
    key = (claim.subject, claim.predicate, claim.object, claim.modality.value, sha256[:12], spans)
    return mint_statement("claim", *key)


def target_iri(action: Action, target: Target) -> str:
    """The IRI of the figure by which a commitment will be judged."""
    return mint_statement("target", action.iri, target.indicator, target.kind.value, str(target.value), target.unit)


def _basis(stated: Claim | Observation | Action, sha256: str) -> Iterator[tuple[str, Value]]:
    """What every assertion of a text carries: how sure it is, its rule and where it stands."""
    yield CK + "modality", iri(f"{CKT}modality-{stated.modality.value}")
    yield CK + "confidence", decimal(stated.confidence)
    yield CK + "rule", plain(stated.rule)
    yield PROV + "wasGeneratedBy", iri(extraction_iri(sha256))
    for span in stated.evidence:
        yield CK + "evidence", iri(evidence_iri(sha256, span))


def _claim(claim: Claim, sha256: str) -> Iterator[Triple]:
    subject, predicate, value = iri(claim.subject), iri(claim.predicate), iri(claim.object)
    yield from describe(
        claim_iri(claim, sha256),
        (RDF + "type", iri(CK + "Claim")),
        (RDF + "subject", subject),
        (RDF + "predicate", predicate),
        (RDF + "object", value),
        *_basis(claim, sha256),
    )
    if claim.modality in _ASSERTED:  # a planned edge exists only inside its claim
        yield Triple(subject, predicate, value)


def _figure(figure: Observation | Target) -> Iterator[tuple[str, Value]]:
    yield CK + "measureKind", iri(f"{CKT}kind-{figure.kind.value}")
    yield CK + "value", decimal(figure.value)
    yield CK + "unit", iri(figure.unit)
    yield CK + "statedValue", plain(figure.stated)
    yield CK + "statedExponent", integer(figure.exponent)
    yield CK + "roundingHalfWidth", decimal(figure.half_width)
    yield CK + "qualifier", iri(f"{CKT}qualifier-{figure.qualifier.value}")


def _observation(observation: Observation, sha256: str) -> Iterator[Triple]:
    base, result_of = observation.base_period, observation.result_of
    yield from describe(
        observation.iri,
        (RDF + "type", iri(CK + ("DerivedObservation" if observation.computed_from else "Observation"))),
        (CK + "ofIndicator", iri(observation.indicator)),
        (CK + "observedAgent", iri(observation.agent)),
        (CK + "refPeriod", iri(period_iri(observation.period))),
        *_figure(observation),
        *((CK + "breakdown", iri(concept)) for concept in observation.breakdown),
        *([(CK + "resultOf", iri(result_of))] if result_of else []),
        *([(CK + "basePeriod", iri(period_iri(base)))] if base else []),
        *((CK + "computedFrom", iri(summand)) for summand in observation.computed_from),
        *_basis(observation, sha256),
    )


def _action(action: Action, sha256: str) -> Iterator[Triple]:
    planned = action.modality is Modality.PLANNED
    yield from describe(
        action.iri,
        (RDF + "type", iri(CK + ("Commitment" if planned else "Accomplishment"))),
        (CK + "actionType", iri(action.action_type)),
        (CK + "description", english(action.description)),
        *((CK + "actor", iri(actor)) for actor in action.actor),
        *((CK + "actsOn", iri(thing)) for thing in action.acts_on),
        *([(CK + "actionPeriod", iri(period_iri(action.period)))] if action.period else []),
        *(_promise(action) if planned else ()),
        *_basis(action, sha256),
    )
    if planned and action.target:
        yield from _target(action, action.target, sha256)


def _promise(action: Action) -> Iterator[tuple[str, Value]]:
    """What only a commitment may carry: the domains of these properties are `ck:Commitment`."""
    yield CK + "dueBasis", plain(action.due_basis.value)
    if action.due:
        yield CK + "due", iri(period_iri(action.due))
    if action.continues:
        yield CK + "continuesAction", iri(action.continues)
    if action.target:
        yield CK + "hasTarget", iri(target_iri(action, action.target))


def _target(action: Action, target: Target, sha256: str) -> Iterator[Triple]:
    yield from describe(
        target_iri(action, target),
        (RDF + "type", iri(CK + "Target")),
        (CK + "targetIndicator", iri(target.indicator)),
        *_figure(target),
        *_basis(action, sha256),
    )


def _discrepancy(discrepancy: Discrepancy, sha256: str) -> Iterator[Triple]:
    difference = discrepancy.relative_difference
    yield from describe(
        discrepancy.iri,
        (RDF + "type", iri(CK + "Discrepancy")),
        (CK + "discrepancyType", iri(f"{CKT}discrepancy-{discrepancy.type.value}")),
        (RDFS + "comment", english(discrepancy.comment)),
        (PROV + "wasGeneratedBy", iri(extraction_iri(sha256))),
        *((CK + "involves", iri(assertion)) for assertion in discrepancy.involves),
        *([(CK + "relativeDifference", decimal(difference))] if difference is not None else []),
    )


def _assessment(assessment: Assessment, sha256: str) -> Iterator[Triple]:
    yield from describe(
        assessment.iri,
        (RDF + "type", iri(CK + "FulfilmentAssessment")),
        (CK + "assesses", iri(assessment.commitment)),
        (CK + "assessedStatus", iri(f"{CKT}fulfilment-{assessment.status.value}")),
        (CK + "confidence", decimal(assessment.confidence)),
        (CK + "rule", plain(assessment.rule)),
        (RDFS + "comment", english(assessment.comment)),
        (PROV + "wasGeneratedBy", iri(extraction_iri(sha256))),
        *((CK + "evidence", iri(evidence_iri(sha256, span))) for span in assessment.evidence),
    )
