"""Two values where there can be only one at a time: two holders of a post, two seats, two leaders of an operation."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from customs_kg.builders.contradictions.sole import Sole, sole_claims
from customs_kg.builders.document import Document
from customs_kg.builders.figures.disagreements.discrepancies import discrepancy_between
from customs_kg.builders.things.things import Things
from customs_kg.graph.model import Claim, Discrepancy, DiscrepancyType
from customs_kg.graph.statements import claim_iri
from customs_kg.ontology.iris import CK, FOAF
from customs_kg.ontology.vocabulary import load_terms

_NO_RIVALS = frozenset({CK + "Post", CK + "CustomsTerritory"})  # a post beside its holder, a country beside a town


def statement_conflicts(
    document: Document, things: Things, claims: Sequence[Claim], sha256: str
) -> Iterator[Discrepancy]:
    """The claims that each name another value of what a thing has only one of."""
    told: defaultdict[tuple[str, str, str], list[Sole]] = defaultdict(list)
    for sole in sole_claims(document, things, claims):
        if sole.kind not in _NO_RIVALS:
            told[sole.owner, sole.claim.predicate, sole.kind].append(sole)
    linked = _linked(claims) if told else {}
    for (owner, predicate, _), found in sorted(told.items()):
        values = sorted({sole.value for sole in found})
        if len(values) == 2 and not _told_together(found) and _are_rivals(things, values, linked):
            labels = {iri: things.entities[iri].label for iri in (owner, *values)}
            relation = load_terms().label(predicate)
            sides = " and ".join(labels[value] for value in values)
            comment = f"{labels[owner]}: {sides} cannot both be right ({relation})."
            involved = {
                (sole.passage, sole.value): claim_iri(sole.claim, sha256) for sole in found
            }  # one for each place
            yield discrepancy_between(DiscrepancyType.STATEMENT_CONFLICT, involved.values(), comment)


def _told_together(found: Sequence[Sole]) -> bool:
    """Whether one sentence names both: "led by A and B"."""
    values: defaultdict[int, set[str]] = defaultdict(set)
    for sole in found:
        values[sole.passage].add(sole.value)
    return any(len(named) > 1 for named in values.values())


def _linked(claims: Sequence[Claim]) -> Mapping[str, set[str]]:
    """By thing, the things that some claim ties it to."""
    linked: defaultdict[str, set[str]] = defaultdict(set)
    for claim in claims:
        linked[claim.subject].add(claim.object)
        linked[claim.object].add(claim.subject)
    return linked


def _are_rivals(things: Things, values: Sequence[str], linked: Mapping[str, Collection[str]]) -> bool:
    """Whether two values are not one thing, one part of the other, one who followed the other, or two names."""
    one, other = values
    if other in linked.get(one, ()) or things.agency in values:
        return False
    words = [set(things.entities[value].label.split()) for value in values]
    if things.entities[one].cls == FOAF + "Person":
        return words[0].isdisjoint(words[1])
    return not (words[0] <= words[1] or words[1] <= words[0])
