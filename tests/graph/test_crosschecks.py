from __future__ import annotations

from pathlib import Path

import pytest

from customs_kg.graph.crosschecks import cross_check, load_checks
from customs_kg.graph.shacl import Finding
from customs_kg.graph.triples import report_triples
from customs_kg.ontology.errors import OntologyError
from customs_kg.ontology.iris import CK, ID, XSD
from customs_kg.ontology.statements import parse_turtle

from .sample import sample_facts

EXAMPLE = Path(__file__).with_name("example.ttl").read_text(encoding="utf-8")

# check, what is replaced, by what, focus (last part of its IRI)
FAULTS = [
    (
        "edge-without-claim",
        "ck:headquartersOf id:agency-xr-ruritania-customs ;",
        "ck:headquartersOf id:agency-xr-ruritania-customs ; ck:supervises id:body-int-guild ;",
        "unit-xr-head-office",
    ),
    (
        "claim-without-edge",
        "ck:within id:place-xr-ruritania .\nid:op",
        "ck:coversPlace id:place-xr-ruritania .\nid:op",
        "claim-000000000004",
    ),
    (
        "plan-stated-as-fact",
        "ck:editionOf id:series-xr-lantern ;",
        "ck:editionOf id:series-xr-lantern ; ck:coversPlace id:place-xr-strelsau ;",
        "operation-xr-lantern-2020",
    ),
    (
        "cycle",
        'skos:prefLabel "Board"@en',
        'ck:subordinateTo id:unit-xr-head-office ; skos:prefLabel "Board"@en',
        "unit-xr-board",
    ),
    (
        "two-values-where-one-can-be",
        "ck:headquartersOf id:agency-xr-ruritania-customs ;",
        "ck:headquartersOf id:agency-xr-ruritania-customs , id:agency-xr-other ;",
        "unit-xr-head-office",
    ),
    ("two-things-with-one-name", 'skos:prefLabel "Board"@en', 'skos:prefLabel "head office"@en', "unit-xr-board"),
    (
        "conflict-without-discrepancy",
        "ck:involves id:obs-000000000001 ,",
        "ck:involves id:obs-000000000003 ,",
        "obs-000000000001",
    ),
    ("domain-broken", "ck:within id:place-xr-ruritania .", "ck:hostedBy id:body-int-guild .", "place-xr-strelsau"),
    ("domain-broken", "rdf:predicate ck:coversPlace", "rdf:predicate ck:tenurePost", "operation-xr-lantern-2020"),
    (
        "range-broken",
        "ck:signatory id:agency-xr-ruritania-customs , id:body-int-guild",
        "ck:signatory id:agency-xr-ruritania-customs , id:period-2020",
        "agreement-xr-salt",
    ),
    (
        "range-broken",
        "ck:unit unit:PERCENT ; ck:modality",
        "ck:unit id:body-int-guild ; ck:modality",
        "target-000000000001",
    ),
    ("datatype-broken", '"2633"^^xsd:decimal', "2633", "obs-000000000001"),
    ("thing-without-class", "id:series-xr-lantern a ck:OperationSeries ;", "id:series-xr-lantern", "series-xr-lantern"),
    (
        "classes-that-exclude-each-other",
        "id:place-xr-strelsau a ck:Port",
        "id:place-xr-strelsau a ck:Port , ck:Meeting",
        "place-xr-strelsau",
    ),
    (
        "classes-that-exclude-each-other",
        "a ck:Accomplishment",
        "a ck:Accomplishment , ck:Commitment",
        "accomplishment-000000000001",
    ),
    ("unknown-term", "ck:occursDuring id:period-2020", "ck:happensDuring id:period-2020", "operation-xr-lantern-2020"),
    ("unknown-term", "id:unit-xr-board a ck:CustomsUnit", "id:unit-xr-board a ck:CustomUnit", "unit-xr-board"),
    (
        "plan-counted-as-done",
        'ck:description "we will cut release time"@en',
        "ck:actionType ckt:action-launch ; ck:evidence ev:c10-40 ; ck:actsOn id:operation-xr-lantern-2020",
        "accomplishment-000000000001",
    ),
    ("cube-data-set", "; qb:dataSet id:figures-0123456789ab-whole", "", "obs-000000000001"),
    (
        "cube-data-set",
        "qb:dataSet id:figures-0123456789ab-whole",
        "qb:dataSet id:figures-0123456789ab-whole , id:figures-0123456789ab-computed",
        "obs-000000000001",
    ),
    ("cube-data-set", "; qb:structure ckt:structure-whole", "", "figures-0123456789ab-whole"),
    ("cube-data-set", "ckt:structure-whole", "ckt:structure-whole , ckt:structure-part", "figures-0123456789ab-whole"),
    ("cube-data-set", "ckt:structure-whole", "ckt:structure-other", "figures-0123456789ab-whole"),
    ("cube-component-missing", "ck:unit unit:NUM ; ck:qualifier", "ck:qualifier", "obs-000000000001"),
    ("cube-component-missing", 'ck:value "2633"^^xsd:decimal ;', "", "obs-000000000001"),
    ("cube-component-missing", "ckt:structure-whole", "ckt:structure-part", "obs-000000000001"),
    (
        "cube-same-cell",
        "ck:confidence 0.97 ; ck:evidence ev:c50-90",
        "ck:confidence 0.97 ; ck:evidence ev:c10-40",
        "obs-000000000001",
    ),
    ("cube-code", "ck:measureKind ckt:kind-level", "ck:measureKind ckt:qualifier-over", "obs-000000000001"),
    ("unknown-code", "ckt:fulfilment-met", "ckt:fulfilment-fine", "assessment-000000000001"),
]


def findings(turtle: str) -> list[Finding]:
    return cross_check(parse_turtle("example.ttl", turtle))


def test_example_passes_every_check() -> None:
    assert findings(EXAMPLE) == []


def test_sample_report_passes_every_check() -> None:
    assert cross_check(report_triples(sample_facts())) == []


def test_every_check_has_a_failing_fixture() -> None:
    assert {name for name, *_ in FAULTS} == {check.name for check in load_checks()}


@pytest.mark.parametrize(("name", "old", "new", "focus"), FAULTS)
def test_a_fault_is_found_by_its_check(name: str, old: str, new: str, focus: str) -> None:
    assert old in EXAMPLE
    assert ID + focus in {f.focus for f in findings(EXAMPLE.replace(old, new, 1)) if f.shape == name}


def test_a_finding_says_where_and_what() -> None:
    faulty = EXAMPLE.replace("ck:relativeDifference 0.0248", "ck:relativeDifference 1")
    assert findings(faulty) == [
        Finding(
            severity="violation",
            focus=ID + "discrepancy-000000000001",
            path=CK + "relativeDifference",
            message="A value is not of the datatype that its property asks for.",
            shape="datatype-broken",
            value="1",
        )
    ]
    assert XSD + "integer" in str(parse_turtle("example.ttl", faulty))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param('"2700"^^xsd:decimal', '"2634"^^xsd:decimal', id="figures that touch"),
        pytest.param('"2,700"', '"2,700" ; ck:breakdown id:place-xr-strelsau', id="another breakdown"),
        pytest.param("ck:resultOf id:operation-xr-lantern-2020 ;", "ck:basePeriod id:period-2021 ;", id="another base"),
    ],
)
def test_figures_that_can_both_be_right_need_no_discrepancy(old: str, new: str) -> None:
    assert old in EXAMPLE
    turtle = EXAMPLE.replace(old, new, 1).replace(
        "id:discrepancy-000000000001 a ck:Discrepancy ; ck:involves id:obs-000000000001 ,",
        "id:discrepancy-000000000001 a ck:Discrepancy ; ck:involves id:obs-000000000003 ,",
    )
    assert findings(turtle) == []


def test_cross_check_takes_a_store() -> None:
    assert cross_check(parse_turtle("example.ttl", EXAMPLE)) == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("SELECT * WHERE {}", "begin with"),
        ("# A sentence.\n# Severity: violation\nSELEC ?focus", "is not SPARQL"),
        ("# A sentence.\n# Severity: violation\nASK {}", "must be a SELECT"),
    ],
)
def test_a_malformed_check_is_named(monkeypatch: pytest.MonkeyPatch, text: str, message: str) -> None:
    monkeypatch.setattr(
        "customs_kg.graph.crosschecks.ontology_files", lambda folder, suffix: {"checks/broken.rq": text}
    )
    with pytest.raises(OntologyError, match=f"broken.*{message}"):
        cross_check([])
