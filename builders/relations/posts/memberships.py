"""Since when a party belongs to a body: "joined A in 1983", "a member of A since 2004"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from customs_kg.builders.document import Document, Passage
from customs_kg.builders.english.cued import cued
from customs_kg.builders.things.things import Things
from customs_kg.builders.times.calendar_periods import since
from customs_kg.builders.times.periods import Role
from customs_kg.graph.identifiers import mint_thing, period_iri
from customs_kg.graph.model import Claim, Entity, Modality, Period, Span
from customs_kg.ontology.iris import CK

_JOINING = cued(
    "join joined joining acceded acceding accession admitted admission became becoming entered entry",
    r"\b(?:join(?:ed|ing)|acced(?:ed|ing) to|accession to|admi(?:tted|ssion) to"
    r"|became (?:a |the )?(?:[\w-]+ ){0,3}member of|becoming a (?:[\w-]+ )?member of|entered|entry into) (?:the )?$",
    re.IGNORECASE,
)
_MEMBER = cued("member party", r"\b(?:member|party) (?:of|to) (?:the )?$", re.IGNORECASE)
_SHORT_FORM = re.compile(r"(?: \([^()]{2,12}\))?,? ?$")


def read_memberships(
    document: Document, things: Things, claims: Sequence[Claim]
) -> tuple[list[Entity], list[Claim], list[Period]]:
    """The memberships whose beginning is told, as tenures with their claims, and the periods since then."""
    entities: dict[str, Entity] = {}
    found: dict[tuple[str, str, str], set[Span]] = {}
    periods: dict[str, Period] = {}
    true = (Modality.ACTUAL, Modality.STANDING)
    joined = [c for c in claims if c.predicate == CK + "memberOf" and c.modality in true]
    for passage in document.passages if joined else ():
        for body, period, span in _beginnings(passage, things):
            for claim in joined:
                if claim.object == body and any(e.start < span.end and span.start < e.end for e in claim.evidence):
                    tenure = _tenure(things, claim, period)
                    entities[tenure.iri], periods[period.key] = tenure, period
                    found.setdefault((tenure.iri, "tenureOf", claim.subject), set()).add(span)
                    found.setdefault((tenure.iri, "tenureOrganization", body), set()).add(span)
    stated = [
        Claim(s, CK + p, o, Modality.STANDING, Decimal("0.90"), tuple(sorted(spans)), "member-since")
        for (s, p, o), spans in sorted(found.items())
    ]
    return list(entities.values()), stated, list(periods.values())


def _beginnings(passage: Passage, things: Things) -> Iterator[tuple[str, Period, Span]]:
    """The bodies of a passage that somebody is told to have joined, with the time since then and the words."""
    times = [t for t in passage.times if not t.in_name and t.role in (Role.DURING, Role.AS_OF, Role.SINCE)]
    for mention in things.in_passage(passage.index) if times else ():
        joins = _JOINING.search(passage.text, 0, mention.start)
        belongs = _MEMBER.search(passage.text, 0, mention.start)
        for time in times:
            right_behind = time.start >= mention.end and _SHORT_FORM.fullmatch(passage.text[mention.end : time.start])
            if right_behind and (joins or (belongs and time.role is Role.SINCE)):
                start = (joins or belongs or right_behind).start()
                yield mention.thing, since(time.core), passage.segment.text.span(start, time.end)


def _tenure(things: Things, claim: Claim, period: Period) -> Entity:
    label = f"{_label(things, claim.subject)} in {_label(things, claim.object)}"
    return Entity(
        iri=mint_thing("tenure", things.territory, label),
        cls=CK + "Tenure",
        label=label,
        links=((CK + "tenurePeriod", period_iri(period)),),
    )


def _label(things: Things, thing: str) -> str:
    entity = things.entities.get(thing)
    return entity.label if entity else thing.rpartition("/")[2]
