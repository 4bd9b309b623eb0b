"""Events that happen once and are told with two dates: "opened on 3 March", "was opened in May"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from customs_kg.builders.actions.change import Change
from customs_kg.builders.actions.changes import Changes
from customs_kg.builders.contradictions.periods import When, rivals
from customs_kg.builders.figures.disagreements.discrepancies import discrepancy_between
from customs_kg.builders.things.things import Things
from customs_kg.builders.times.periods import Role
from customs_kg.graph.model import Discrepancy, DiscrepancyType, Modality
from customs_kg.graph.statements import claim_iri
from customs_kg.ontology.iris import CK
from customs_kg.ontology.vocabulary import load_terms

_RECURS = (CK + "Event",)  # a conference is opened each year

_Key = tuple[str, str, Modality, frozenset[str]]


def event_conflicts(things: Things, changes: Changes, sha256: str) -> Iterator[Discrepancy]:
    """The changes that a thing goes through once and that are told with times that have no day in common."""
    when = {
        (claim.subject, claim.modality): claim_iri(claim, sha256)
        for claim in changes.claims
        if claim.predicate == CK + "occursDuring"
    }
    tellings: defaultdict[_Key, list[tuple[str, Change]]] = defaultdict(list)
    for event, change in changes.told:
        if change.dated and _happens_once(things, change):
            tellings[change.kind, change.thing, change.modality, change.apart].append((event, change))
    for (kind, thing, modality, _), told in tellings.items():
        if periods := rivals(When(c.time.core, c.time.role is Role.BY) for _, c in told if c.time):
            keys = {period.key for period in periods}
            rival = [(event, change) for event, change in told if change.period and change.period.key in keys]
            if sum(change.introduced for _, change in rival) > 1:
                continue  # "signed a memorandum in May", "signed a memorandum in June"
            involved = {when[event, modality] for event, _ in rival}
            what = f"{load_terms().label(kind).capitalize()} of {things.entities[thing].label}"
            times = " and ".join(period.label for period in periods)
            comment = f"{what}: {times} cannot both be right."
            yield discrepancy_between(DiscrepancyType.DATE_CONFLICT, involved, comment)


def _happens_once(things: Things, change: Change) -> bool:
    terms = load_terms()
    return terms.codes[change.kind].is_exclusive and not terms.is_any(things.entities[change.thing].cls, _RECURS)
