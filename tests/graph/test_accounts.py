"""What a finding says to a person: names, not IRIs, and the words of the report."""

from __future__ import annotations

from pathlib import Path

import pytest

from customs_kg.graph.accounts import account_for
from customs_kg.graph.crosschecks import cross_check
from customs_kg.graph.shacl import validate
from customs_kg.ontology.statements import parse_turtle

EXAMPLE = Path(__file__).with_name("example.ttl").read_text(encoding="utf-8")
FIRST, SECOND = "Lantern was run by the Service", "We will cut release time by one in five."
TWO = [SECOND]

# shape or check, what is replaced, by what, the thing, the property with its value, the words
CASES = [
    ("Observation", "ck:qualifier ckt:qualifier-over ;", "", "cases on land: 40.5%", "qualifier", [SECOND]),
    ("ValueDatatype", '"2633"^^xsd:decimal', "2633", "cases: 2,633", "value 2633", [FIRST]),
    (
        "Claim",
        "rdf:predicate ck:editionOf",
        "rdf:predicate ck:nearTo",
        "Lantern 2020 near to Lantern",
        "predicate https://w3id.org/customs-kg/ontology#nearTo",
        [FIRST],
    ),
    ("CommitmentDue", "ck:due id:period-2021 ;", "", "we will cut release time", "", [SECOND]),
    ("Target", "ck:targetIndicator id:indicator-release-time ;", "", "target 000000000001", "target indicator", TWO),
    ("TextPositionSelector", 'oa:start "10"', 'oa:start "60"', "characters 10 40 pos", "start 60", [FIRST]),
    (
        "Discrepancy",
        "ck:discrepancyType ckt:discrepancy-conflict ;",
        'rdfs:comment "2,633 against 2,700."@en ;',
        "discrepancy 000000000001",
        "discrepancy type",
        [FIRST, SECOND],
    ),
    (
        "domain-broken",
        "rdf:predicate ck:editionOf",
        "rdf:predicate ck:headquartersOf",
        "Lantern 2020",
        "headquarters of Lantern",
        [FIRST],
    ),
    ("unknown-term", "ck:occursDuring", "ck:happensDuring", "Lantern 2020", "happens during period 2020", [FIRST]),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "old", "new", "thing", "path", "words"), CASES)
def test_a_finding_names_the_thing_and_quotes_the_report(
    rule: str, old: str, new: str, thing: str, path: str, words: list[str]
) -> None:
    assert old in EXAMPLE
    turtle = "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n" + EXAMPLE.replace(old, new, 1)
    triples = parse_turtle("example", turtle)
    findings = [f for f in (*validate(triples), *cross_check(triples)) if f.shape == rule]
    told = account_for(findings, triples)
    assert [account.finding for account in told] == findings
    assert (thing, path, words) in [(a.thing, a.property, [q.exact for q in a.words]) for a in told]
