"""Contradictions that are no figures, in the graph: of what kind they are, and between which claims."""

from __future__ import annotations

import pytest

from customs_kg.graph.statements import claim_iri
from customs_kg.graph.triples import report_triples
from customs_kg.ontology.iris import CK, CKT
from tests.constructions.readings import of_two_sections

KINDS = {
    CKT + "discrepancy-statement-conflict": (
        ("The Canine Unit is led by Mr John Berg.", "Ms Anna Lund heads the Canine Unit."),
        CK + "headedBy",
    ),
    CKT + "discrepancy-date-conflict": (
        ("The Canine School was opened on 3 March 2018.", "The Canine School opened in May 2018."),
        CK + "occursDuring",
    ),
}


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_a_contradiction_has_its_kind_and_the_two_claims(kind: str) -> None:
    prose, predicate = KINDS[kind]
    facts = of_two_sections(*prose)
    graph = [(t.subject, t.predicate.value, getattr(t.object, "value", "")) for t in report_triples(facts)]
    typed = [s for s, p, o in graph if p == CK + "discrepancyType"]
    assert [o for s, p, o in graph if p == CK + "discrepancyType"] == [kind]
    claims = {claim_iri(c, facts.text.sha256) for c in facts.claims if c.predicate == predicate}
    involved = {o for s, p, o in graph if s == typed[0] and p == CK + "involves"}
    assert len(involved) == 2
    assert involved <= claims
