from __future__ import annotations

from pathlib import Path

import pytest

from customs_kg.graph.conformance import check_shapes
from customs_kg.graph.shacl import Finding, data_shapes, ontology_shapes, validate
from customs_kg.graph.triples import report_triples
from customs_kg.ontology.errors import OntologyError
from customs_kg.ontology.files import read_ontology_file
from customs_kg.ontology.iris import CK, ID, OA, OWL, RDF, SKOS
from customs_kg.ontology.statements import Statements, parse_turtle

from .sample import sample_facts

EXAMPLE = Path(__file__).with_name("example.ttl").read_text(encoding="utf-8")
SHAPE = "http://www.w3.org/ns/shacl#NodeShape"

# shape, what is replaced, by what, path of the finding (local name)
FAULTS = [
    ("EntityLabel", 'skos:prefLabel "Board"@en', 'skos:prefLabel "Vorstand"@de', "prefLabel"),
    ("EntityLabel", 'skos:prefLabel "Board"@en', 'skos:prefLabel "Board"@en , "The Board"@en', "prefLabel"),
    ("EntityLabel", 'skos:prefLabel "Board"@en', 'skos:prefLabel "Board"', "prefLabel"),
    ("EntityIRI", "id:body-int-guild a", "id:guild a", ""),
    ("EntityIRI", "id:body-int-guild a", "id:body-int-Guild a", ""),
    (
        "OperationEdition",
        "id:series-xr-lantern a ck:OperationSeries",
        "id:series-xr-lantern a ck:Event",
        "editionOf",
    ),
    ("CustomsHeadquarters", "ck:headquartersOf id:agency-xr-ruritania-customs ;", "", "headquartersOf"),
    ("Tenure", "ck:tenureOf id:person-xr-rudolf-rassendyll ;", "", "tenureOf"),
    ("Tenure", "; ck:tenurePeriod id:period-since-2019", "", "tenurePeriod"),
    ("TenurePlace", "ck:tenurePost id:post-xr-collector ;", "", ""),
    ("Agreement", "id:agency-xr-ruritania-customs , id:body-int-guild", "id:body-int-guild", "signatory"),
    ("CustomsTerritory", '"XRU"', '"xr"', "territoryCode"),
    ("TerritoryMatch", "skos:exactMatch", "skos:closeMatch", "exactMatch"),
    (
        "CanonicalDirection",
        "id:unit-xr-board a",
        "id:unit-xr-board ck:hasSubordinate id:unit-xr-head-office ; a",
        "hasSubordinate",
    ),
    ("Observation", "ck:qualifier ckt:qualifier-over ;", "", "qualifier"),
    ("Observation", 'ck:statedValue "40.5%" ;', "", "statedValue"),
    ("Observation", 'ck:value "40.5"^^xsd:decimal', "ck:value 40.5 , 41.5", "value"),
    (
        "Observation",
        "ck:ofIndicator id:indicator-land-cases",
        "ck:ofIndicator id:unit-xr-board",
        "ofIndicator",
    ),
    (
        "Observation",
        "ck:unit unit:NUM ; ck:qualifier ckt:qualifier-exact ;\n    ck:resultOf",
        "ck:qualifier ckt:qualifier-exact ;\n    ck:resultOf",
        "unit",
    ),
    ("Observation", "ck:measureKind ckt:kind-share", "ck:measureKind ckt:modality-actual", "measureKind"),
    (
        "Observation",
        '"0.05"^^xsd:decimal ; ck:unit unit:PERCENT ; ck:qualifier ckt:qualifier-over',
        '"-0.05"^^xsd:decimal ; ck:unit unit:PERCENT ; ck:qualifier ckt:qualifier-over',
        "roundingHalfWidth",
    ),
    (
        "Observation",
        'ck:statedValue "40.5%" ;\n    ck:statedExponent 0 ;',
        'ck:statedValue "40.5%" ;',
        "statedExponent",
    ),
    ("ObservationEvidence", "ck:confidence 0.97 ; ck:evidence ev:c10-40", "ck:confidence 0.97", ""),
    ("ValueDatatype", '"2633"^^xsd:decimal', "2633", "value"),
    ("ShareRange", '"40.5"^^xsd:decimal', "140.5", ""),
    ("FallRange", '"-3.5"^^xsd:decimal', "-350.0", ""),
    (
        "DerivedObservation",
        "id:obs-000000000001 , id:obs-000000000003",
        "id:obs-000000000001",
        "computedFrom",
    ),
    ("Target", "ck:targetIndicator id:indicator-release-time ;", "", "targetIndicator"),
    ("Target", "ck:hasTarget id:target-000000000001 ;", "", ""),
    ("Discrepancy", "id:obs-000000000001 , id:obs-000000000002", "id:obs-000000000001", "involves"),
    ("Discrepancy", "ck:discrepancyType ckt:discrepancy-conflict ;", "", "discrepancyType"),
    ("Claim", "rdf:predicate ck:within", "rdf:predicate ck:contains", "predicate"),
    ("Claim", "rdf:predicate ck:within", "rdf:predicate ck:nearTo", "predicate"),
    ("Claim", "rdf:object id:unit-xr-board ;", "", "object"),
    ("Claim", "rdf:object id:unit-xr-board", 'rdf:object "Board"', "object"),
    ("Claim", 'ck:rule "by-phrase"', "ck:sectionOrder 4", "sectionOrder"),
    ("Claim", "ck:confidence 0.98 ;", "", "confidence"),
    ("Claim", 'ck:rule "by-phrase" ; ck:evidence ev:c10-40 ;', "", "evidence"),
    ("Confidence", "ck:confidence 0.98", "ck:confidence 1.2", "confidence"),
    ("Confidence", "ck:confidence 0.98", "ck:confidence 1", "confidence"),
    (
        "Modality",
        "ck:modality ckt:modality-planned ; ck:confidence 0.9 ; ck:evidence ev:c10-40",
        "ck:modality ckt:modality-likely ; ck:confidence 0.9 ; ck:evidence ev:c10-40",
        "modality",
    ),
    ("EvidenceLink", 'ck:rule "by-phrase" ; ck:evidence ev:c10-40', "ck:evidence ev:c11-40", "evidence"),
    (
        "ReportedAction",
        "a ck:Accomplishment ; ck:actor id:agency-xr-ruritania-customs",
        "a ck:Accomplishment",
        "actor",
    ),
    ("ReportedAction", "ckt:action-launch", "ckt:kind-level", "actionType"),
    ("ReportedAction", "ck:actionPeriod id:period-2020", "ck:actionPeriod id:unit-xr-board", "actionPeriod"),
    ("LegalStage", "id:unit-xr-board a", "id:unit-xr-board ck:legalStage ckt:kind-level ; a", "legalStage"),
    ("ActionContent", 'ck:description "we will cut release time"@en ;', "", ""),
    (
        "Accomplishment",
        "ck:actionPeriod id:period-2020 ;\n    ck:modality ckt:modality-actual",
        "ck:modality ckt:modality-planned",
        "modality",
    ),
    (
        "Commitment",
        "ck:hasTarget id:target-000000000001 ; ck:modality ckt:modality-planned",
        "ck:hasTarget id:target-000000000001 ; ck:modality ckt:modality-actual",
        "modality",
    ),
    ("Commitment", '"reporting-year-plus-one"', '"soon"', "dueBasis"),
    (
        "Commitment",
        'ck:dueBasis "reporting',
        'ck:assessedStatus ckt:fulfilment-met ; ck:dueBasis "reporting',
        "assessedStatus",
    ),
    ("CommitmentDue", "ck:due id:period-2021 ;", "", ""),
    ("FulfilmentAssessment", "ckt:fulfilment-met ; ck:evidence ev:c50-90", "ckt:fulfilment-met", "evidence"),
    ("FulfilmentAssessment", "ckt:fulfilment-met", "ckt:modality-actual", "assessedStatus"),
    (
        "EvidenceSpan",
        "oa:hasSelector ev:c10-40-pos , ev:c10-40-quote",
        "oa:hasSelector ev:c10-40-pos",
        "hasSelector",
    ),
    (
        "EvidenceSpan",
        "ck:spanOf id:text-xr-2020-en-0123456789ab ; ck:inSection id:section-xr-2020-00-foreword ;\n    oa",
        "ck:inSection id:section-xr-2020-00-foreword ;\n    oa",
        "spanOf",
    ),
    ("EvidenceSpan", "ck:mentions id:operation-xr-lantern-2020", 'ck:rule "guess"', "rule"),
    ("SpanSection", "ck:inSection id:section-xr-2020-00-foreword ;\n    oa", "oa", "inSection"),
    ("TextPositionSelector", 'oa:start "10"', 'oa:start "60"', "start"),
    ("TextPositionSelector", 'oa:end "40"^^xsd:nonNegativeInteger', 'oa:end "40"', "end"),
    ("TextQuoteSelector", 'oa:exact "Lantern was run by the Service"', 'oa:exact ""', "exact"),
    ("AnnualReport", "ck:reportBy id:agency-xr-ruritania-customs ;", "", "reportBy"),
    (
        "AnnualReport",
        "ck:reportBy id:agency-xr-ruritania-customs",
        "ck:reportBy id:unit-xr-board",
        "reportBy",
    ),
    ("ReportText", '"0123456789abcdef0123', '"0123', "sha256"),
    ("ReportText", 'dcterms:language "en" ;', "", "language"),
    ("ReportSection", "; ck:sectionOrder 0", "", "sectionOrder"),
    ("Period", ' ; ck:periodStart "2019-01-01T00:00:00Z"^^xsd:dateTime', "", ""),
    ("PeriodLimits", '"2020-01-01T00:00:00Z"', '"2030-01-01T00:00:00Z"', "periodStart"),
]


def _targets(shapes: dict[str, str]) -> set[str]:
    return {iri.rsplit("/", 1)[-1] for iri in Statements.read(shapes).instances(SHAPE)}


def test_example_meets_every_shape() -> None:
    assert validate(EXAMPLE) == []


def test_sample_report_meets_every_shape() -> None:
    assert validate(report_triples(sample_facts())) == []


def test_every_shape_has_a_failing_fixture() -> None:
    assert {shape for shape, *_ in FAULTS} == _targets(data_shapes())


@pytest.mark.parametrize(("shape", "old", "new", "path"), FAULTS)
def test_a_fault_is_found_by_its_shape(shape: str, old: str, new: str, path: str) -> None:
    assert old in EXAMPLE
    turtle = EXAMPLE.replace(old, new, 1)
    findings = validate(turtle)
    assert check_shapes(parse_turtle("example", turtle)) == findings, "the quick check differs from pyshacl"
    found = [f for f in findings if f.shape == shape]
    assert found, f"{shape} let the fault pass"
    assert any(f.path.endswith(path) if path else not f.path for f in found)


def test_a_finding_says_where_and_what() -> None:
    fault = EXAMPLE.replace('"2633"^^xsd:decimal', "2633")
    assert validate(fault) == [
        Finding(
            severity="violation",
            focus=ID + "obs-000000000001",
            path=CK + "value",
            message=('The number of a figure must be an xsd:decimal, written with its type: "2633"^^xsd:decimal.'),
            shape="ValueDatatype",
            value="2633",
        )
    ]


def test_violations_come_before_warnings_and_notes() -> None:
    fault = EXAMPLE.replace('"40.5"^^xsd:decimal', "140.5").replace("skos:exactMatch", "skos:closeMatch")
    fault = fault.replace('"2633"^^xsd:decimal', "2633")
    assert [f.severity for f in validate(fault)] == ["violation", "warning", "info"]


def test_subclasses_are_known_without_the_ontology_in_the_data() -> None:
    fault = EXAMPLE.replace("a ck:CustomsTerritory ; skos:prefLabel", "a ck:CustomsTerritory ; skos:altLabel")
    assert [(f.shape, f.path) for f in validate(fault)] == [("EntityLabel", SKOS + "prefLabel")]


def test_every_message_is_a_sentence() -> None:
    said = Statements.read(data_shapes() | ontology_shapes())
    messages = {
        text for (_, predicate), texts in said.english.items() if predicate.endswith("shacl#message") for text in texts
    }
    assert len(messages) > 60
    assert [m for m in messages if not m.endswith(".") or not m[0].isupper()] == []


def test_the_ontology_meets_its_own_shapes() -> None:
    assert validate(read_ontology_file("customs-kg.ttl"), shapes=ontology_shapes()) == []


@pytest.mark.parametrize(
    ("shape", "old", "new", "path"),
    [
        ("OntologyHeader", 'dcterms:creator "customs-kg" ;', "", "creator"),
        ("OntologyHeader", "ontology/1.0.0>", "ontology/first>", "versionIRI"),
        ("OntologyHeader", 'owl:versionInfo "1.0.0" ;', "", "versionInfo"),
        ("Term", 'rdfs:label "public body"@en ;', "", "label"),
        ("Term", 'rdfs:label "public body"@en', 'rdfs:label "organe public"@fr', "label"),
        ("Term", 'skos:definition "Leads from a unit', 'skos:note "Leads from a unit', "definition"),
    ],
)
def test_a_fault_of_the_ontology_is_found(shape: str, old: str, new: str, path: str) -> None:
    turtle = read_ontology_file("customs-kg.ttl")
    assert old in turtle
    found = validate(turtle.replace(old, new, 1), shapes=ontology_shapes())
    assert (shape, path) in {(f.shape, f.path.rsplit("/", 1)[-1].rsplit("#", 1)[-1]) for f in found}


def test_bad_turtle_is_refused_with_its_line() -> None:
    with pytest.raises(OntologyError, match="line 2"):
        validate("@prefix a: <b:> .\na:x a:y .z")


def test_shape_targets_are_terms_of_the_ontology() -> None:
    declared = Statements.read({"customs-kg.ttl": read_ontology_file("customs-kg.ttl")})
    classes = set(declared.instances(OWL + "Class"))
    shapes = Statements.read(data_shapes())
    targets = {t for s in shapes.instances(SHAPE) for t in shapes.all(s, "http://www.w3.org/ns/shacl#targetClass")}
    assert {t for t in targets if not t.startswith(OA)} <= classes
    assert RDF + "Statement" not in targets


@pytest.mark.parametrize("constraint", ['sh:minCount "many"', 'sh:pattern "("'])
def test_a_shape_that_cannot_be_run_is_refused(constraint: str) -> None:
    shape = f"""@prefix sh: <http://www.w3.org/ns/shacl#> .
        <urn:s> a sh:NodeShape ; sh:targetClass <urn:C> ; sh:property [ sh:path <urn:p> ; {constraint} ] ."""
    with pytest.raises(OntologyError, match="cannot be run; mend it"):
        validate('<urn:a> a <urn:C> ; <urn:p> "q" .', shapes={"broken.ttl": shape})
