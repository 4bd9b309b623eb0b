from __future__ import annotations

import pytest

from customs_kg.graph.model import DiscrepancyType, MeasureKind, Modality, Qualifier
from customs_kg.ontology.errors import OntologyError
from customs_kg.ontology.files import ontology_files, read_ontology_file
from customs_kg.ontology.iris import CK, CKT, FOAF, QUDT, RDF, SKOS, UNIT, XSD
from customs_kg.ontology.vocabulary import VOCABULARY_FILES, load_terms, read_terms

TERMS = load_terms()

SMALL = """@prefix ck: <https://w3id.org/customs-kg/ontology#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .

ck:Ship a owl:Class ; rdfs:label "ship"@en ; rdfs:subClassOf ck:Vessel .
ck:Vessel a owl:Class ; rdfs:label "vessel"@en .
ck:tows a owl:ObjectProperty ; rdfs:label "tows"@en ;
    rdfs:domain ck:Ship ; rdfs:range ck:Vessel .
"""


def test_load_terms_holds_every_class_and_property() -> None:
    own = [iri for iri in TERMS.classes if iri.startswith(CK)]
    backward = [term for term in TERMS.properties.values() if not term.canonical]
    assert len(own) == 74
    assert len(TERMS.properties) - len(backward) == 119
    assert len(backward) == 87


@pytest.mark.parametrize(
    ("prefix", "values"),
    [
        ("modality", Modality),
        ("kind", MeasureKind),
        ("qualifier", Qualifier),
        ("discrepancy", DiscrepancyType),
    ],
)
def test_code_lists_hold_what_the_model_writes(prefix: str, values: type[Modality]) -> None:
    written = {f"{CKT}{prefix}-{value.value}" for value in values}
    listed = {iri for iri, code in TERMS.codes.items() if code.scheme == CKT + prefix}
    assert written <= listed
    assert listed - written <= {CKT + "discrepancy-narrative-tension"}


@pytest.mark.parametrize(
    ("cls", "kind"),
    [
        (CK + "CustomsAdministration", "agency"),
        (CK + "CustomsDistrict", "unit"),
        (CK + "InternationalOrganization", "body"),
        (CK + "PilotFreeTradeZone", "place"),
        (CK + "ServicePlatform", "system"),
        (CK + "TrainingActivity", "event"),
        (CK + "LegalInstrument", "legal"),
        (CK + "CooperationAgreement", "agreement"),
        (CK + "PlanDocument", "plan"),
        (FOAF + "Person", "person"),
    ],
)
def test_kind_of_comes_from_the_nearest_class(cls: str, kind: str) -> None:
    assert TERMS.kind_of(cls) == kind


def test_every_class_of_things_has_a_kind() -> None:
    assert {cls for cls in TERMS.subclasses(CK + "DomainEntity") if not TERMS.kind_of(cls)} == set()


def test_kind_of_names_a_class_without_one() -> None:
    with pytest.raises(OntologyError, match="ControlledTerm"):
        TERMS.kind_of(CK + "ControlledTerm")


@pytest.mark.parametrize(
    ("predicate", "subject", "value", "allowed"),
    [
        ("headquartersOf", "CustomsHeadquarters", CK + "CustomsAdministration", True),
        ("headquartersOf", "CustomsDistrict", CK + "CustomsAdministration", False),
        ("supervises", "PublicBody", FOAF + "Person", True),
        ("supervises", "PublicBody", CK + "Period", False),
        ("conductedBy", "Campaign", CK + "CustomsDistrict", True),
        ("conductedBy", "Meeting", CK + "CustomsDistrict", False),
        ("locatedIn", "OperationsCenter", CK + "CustomsTerritory", True),
        ("breakdown", "Observation", CK + "GoodsCategory", True),
        ("breakdown", "Observation", CK + "Port", True),
        ("breakdown", "Observation", CK + "Period", False),
        ("unit", "Target", QUDT + "CurrencyUnit", True),
        ("value", "DerivedObservation", XSD + "decimal", True),
        ("value", "DerivedObservation", XSD + "integer", False),
        ("description", "Commitment", RDF + "langString", True),
        ("description", "Claim", RDF + "langString", False),
    ],
)
def test_allowed_follows_domain_and_range(predicate: str, subject: str, value: str, allowed: bool) -> None:
    assert TERMS.allowed(CK + predicate, CK + subject, value) is allowed


def test_allowed_refuses_an_unknown_property() -> None:
    with pytest.raises(OntologyError, match="noSuchThing"):
        TERMS.allowed(CK + "noSuchThing", CK + "Place", CK + "Place")


def test_inverses_point_at_each_other_and_only_one_is_canonical() -> None:
    conducts, conducted = TERMS.properties[CK + "conducts"], TERMS.properties[CK + "conductedBy"]
    assert (conducts.inverse, conducted.inverse) == (conducted.iri, conducts.iri)
    assert (conducts.canonical, conducted.canonical) == (False, True)
    assert TERMS.properties[CK + "cooperatesWith"].is_symmetric
    assert TERMS.properties[CK + "within"].is_transitive
    assert TERMS.properties[CK + "value"].is_functional and not TERMS.properties[CK + "value"].is_object


def test_labels_of_terms_codes_and_units() -> None:
    assert TERMS.label(CK + "conductedBy") == "conducted by"
    assert TERMS.label(CKT + "action-put-into-operation") == "put into operation"
    assert TERMS.label(UNIT + "TONNE") == "tonne"
    assert TERMS.label("https://example.org/unknown#thing") == "thing"


def test_units_and_codes_are_kept_apart() -> None:
    assert CKT + "unit-batch" in TERMS.units
    assert not TERMS.units.keys() & TERMS.codes.keys()
    assert all(code.scheme for code in TERMS.codes.values())


def test_a_small_vocabulary_is_read() -> None:
    terms = read_terms({"small.ttl": SMALL})
    assert terms.is_a(CK + "Ship", CK + "Vessel")
    assert terms.subclasses(CK + "Vessel") == (CK + "Ship", CK + "Vessel")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "ck:Vessel .\nck:Vessel",
            "ck:Boat .\nck:Vessel",
            r"small\.ttl, line 5: Ship .*unknown class .*Boat",
        ),
        ('"vessel"@en .', '"vessel"@en ; rdfs:subClassOf ck:Ship .', r"line [56]: .* superclass of itself"),
        (" ; rdfs:range ck:Vessel", "", r"line 7: tows has 0 ranges"),
        ("rdfs:range ck:Vessel", "rdfs:range ck:Vessel , ck:Ship", r"line 7: tows has 2 ranges"),
        ('"vessel"@en', '"Ship"@en', r"line 6: Vessel has the label \"Ship\" of <.*#Ship>"),
        ('rdfs:label "tows"@en ;', "", r"line 7: tows has no rdfs:label"),
        ("rdfs:range ck:Vessel", "rdfs:range ck:Vessel ; owl:inverseOf ck:towed", r"undeclared inverse"),
        ("rdfs:range ck:Vessel .", "rdfs:range ck:Vessel", r"small\.ttl, line \d: this is not Turtle"),
        ("ck:Ship a", "kc:Ship a", r"small\.ttl, line 5: .*prefix kc: has not been declared"),
    ],
)
def test_read_terms_names_file_line_and_rule(old: str, new: str, message: str) -> None:
    assert old in SMALL
    with pytest.raises(OntologyError, match=message):
        read_terms({"small.ttl": SMALL.replace(old, new)})


def test_ontology_files_are_named_from_the_package() -> None:
    top = ontology_files()
    assert set(VOCABULARY_FILES) <= top.keys()
    assert list(top) == sorted(top)
    assert top["terms.ttl"] == read_ontology_file("terms.ttl")
    assert all(name.startswith("shapes/") for name in ontology_files("shapes"))
    assert SKOS in read_ontology_file("customs-kg.ttl")


@pytest.mark.parametrize("name", ["nothing.ttl", "shapes/nothing.ttl", "shapes"])
def test_read_ontology_file_names_what_is_missing(name: str) -> None:
    with pytest.raises(OntologyError, match=name):
        read_ontology_file(name)


def test_ontology_files_names_a_missing_folder() -> None:
    with pytest.raises(OntologyError, match="ontology/nowhere"):
        ontology_files("nowhere")
