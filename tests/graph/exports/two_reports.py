"""The sample beside a later report of the same administration, which says less and adds one thing."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from customs_kg.graph.identifiers import mint_statement, mint_thing
from customs_kg.graph.model import Entity, ReportFacts
from customs_kg.ontology.iris import CK
from tests.graph.sample import LANTERN, PORT, TERRITORY, Y2021, sample_facts, span_of

LATER_TEXT = sample_facts().text.text.replace("2020", "2021")
LATER_SHA256 = hashlib.sha256(LATER_TEXT.encode("utf-8")).hexdigest()
LATER_REPORT = mint_thing("report", "xr", "annual report", "2021")
LIGHTHOUSE = mint_thing("place", "xr", "lighthouse")


def two_reports() -> tuple[ReportFacts, ReportFacts]:
    """Both place the port within Ruritania; only the first speaks of the operation, the second of the lighthouse."""
    first = sample_facts()
    later = replace(
        first,
        report=replace(first.report, iri=LATER_REPORT, title="Ruritania Customs annual report 2021", period=Y2021),
        text=replace(first.text, name="ruritania-2021.txt", text=LATER_TEXT, sha256=LATER_SHA256),
        entities=(
            *(entity for entity in first.entities if entity.iri != LANTERN),
            Entity(LIGHTHOUSE, CK + "Place", "lighthouse", mentions=(span_of("Strelsau"),)),
        ),
        claims=tuple(claim for claim in first.claims if (claim.subject, claim.object) == (PORT, TERRITORY)),
        observations=tuple(
            replace(o, iri=mint_statement("obs", o.iri, "later"), period=Y2021)
            for o in first.observations
            if o.result_of is None
        ),
        actions=(),
        discrepancies=(),
    )
    return first, later
