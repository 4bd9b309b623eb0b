"""Names without a head noun, typed by the company they keep; signatures, honours, fields of posts, names apart."""

import pytest

from customs_kg.builders.things.classing.evidence import likely_class
from customs_kg.builders.things.names.shapes import admits, has_inner_capital, is_personal
from customs_kg.ontology.iris import CK, FOAF
from customs_kg.ontology.lexicon import context_words
from customs_kg.ontology.vocabulary import load_terms
from tests.builders.test_things import all_labels, named, things_of

PERSON = FOAF + "Person"


@pytest.mark.parametrize(
    ("prose", "label", "cls"),
    [
        ("Each parcel is lodged in Quillon before it lands.", "Quillon", CK + "InformationSystem"),
        ("We met it again when Beacon flagged the crate and Beacon was upgraded.", "Beacon", CK + "InformationSystem"),
        ("Tarsol, which processes the manifests, was decommissioned.", "Tarsol", CK + "InformationSystem"),
        ("Traders moved over to GateFlow in May.", "GateFlow", CK + "InformationSystem"),
        ("Together with VESDA we searched the warehouse.", "VESDA", CK + "PublicBody"),
        ("The laboratory of Norvig was thanked, and Norvig trained ten handlers.", "Norvig", CK + "PublicBody"),
        ("OLBIS, PRAXA and the Trade Board signed the charter.", "PRAXA", CK + "PublicBody"),
        ("Arrests in Anvil rose, and in the course of Anvil 40 vans were seized.", "Anvil", CK + "Operation"),
        ("Between Sorvik and Pelnau trains run daily.", "Pelnau", CK + "Place"),
        ("The crew of Petrel rescued four men and Petrel towed the hulk.", "Petrel", CK + "EquipmentType"),
        ("The cutters Tern and Petrel sailed north.", "Petrel", CK + "EquipmentType"),
        ("Ilsa Morven retired in June after thirty years.", "Ilsa Morven", PERSON),
        ("The office was led by Oda Hammer, who replaced Pavel Stone.", "Pavel Stone", PERSON),
        ("Audit is led by Jorun Dahl and the laboratory by Grace Odinga.", "Grace Odinga", PERSON),
        ("Respectfully submitted, Edda Thorne Commissioner", "Edda Thorne", PERSON),
        ("Liv Sorensen MP, Minister for Ports, cut the ribbon.", "Liv Sorensen", PERSON),
        ("Oke Adeyemi, PhD, FCA, Director General", "Oke Adeyemi", PERSON),
        ("AC Musa Bello, the Service's Liaison Officer, spoke.", "Musa Bello", PERSON),
        ("A letter came from the Receiver of Wrecks, Ewan Moss.", "Ewan Moss", PERSON),
        (
            "He was Minister for Fisheries and Coastal Development.",
            "Minister for Fisheries and Coastal Development",
            CK + "Post",
        ),
        (
            "The Ministry of Energy and the Environment agreed.",
            "Ministry of Energy and the Environment",
            CK + "PublicBody",
        ),
        (
            "It is the Commissioner for Customs and Border Control.",
            "Commissioner for Customs and Border Control",
            CK + "Post",
        ),
        ("Ferries leave Velport Seaport and Tarn Airport hourly.", "Tarn Airport", CK + "Port"),
        ("The Tarnia-Velmar FTA cut duties on tea.", "Tarnia-Velmar FTA", CK + "TradeAgreement"),
        ("The Ostrow-Vell MRA covers exporters.", "Ostrow-Vell MRA", CK + "CooperationAgreement"),
        ("I am Sabina R. Holt, Executive Secretary.", "Sabina R. Holt", PERSON),
        ("It landed at J. K. Mabena International Airport.", "J. K. Mabena International Airport", CK + "Port"),
        ("The Against the Tide Action Plan ends.", "Against the Tide Action Plan", CK + "PlanDocument"),
        (
            "The Research, Training and Ethics Division moved.",
            "Research, Training and Ethics Division",
            CK + "CustomsUnit",
        ),
        (
            "The Legal Affairs and Recovery Department grew.",
            "Legal Affairs and Recovery Department",
            CK + "PublicBody",
        ),
        (
            "The Carriage of Gold and Precious Stones Ordinance binds.",
            "Carriage of Gold and Precious Stones Ordinance",
            CK + "LegalInstrument",
        ),
        ("He met the Director Field Operations.", "Director Field Operations", CK + "Post"),
        (
            "She is Secretary for Public Works and the Treasury.",
            "Secretary for Public Works and the Treasury",
            CK + "Post",
        ),
        ("The Deputy Commissioner for Legal Services left.", "Deputy Commissioner for Legal Services", CK + "Post"),
        ("The Summit of Heads of State and Government met.", "Summit of Heads of State and Government", CK + "Meeting"),
        ("The Collectorates of Arden, Port Belm and Cresk grew.", "Collectorate of Port Belm", CK + "CustomsUnit"),
        ("The Ministries of Finance, Trade and Labour met.", "Ministry of Trade", CK + "PublicBody"),
        ("The Ardun and Beljo Main Customs merged.", "Ardun Main Customs", CK + "CustomsAdministration"),
        ("The Eastern and Western Collectorates merged.", "Eastern Collectorate", CK + "CustomsUnit"),
        ("During Amber Rock we searched vans, and Amber Rock ended in May.", "Amber Rock", CK + "Operation"),
        ("A wharf was built at Amber Rock.", "Amber Rock", CK + "Place"),
        ("We signed a treaty with Sorland.", "treaty with Sorland", CK + "Agreement"),
        ("The excise on bottled cider rose.", "excise on bottled cider", CK + "TaxType"),
        (
            "The Plan for Widening the Reform of Rail Depots is out.",
            "Plan for Widening the Reform of Rail Depots",
            CK + "PlanDocument",
        ),
        ("Senior Deputy Director Mina Holm spoke.", "Senior Deputy Director", CK + "Post"),
        ("Since it came to Ostrow, the Seal Scheme spares goods.", "Ostrow", CK + "Place"),
        ("Vans queue at the Harbour Bridge, which links two towns.", "Harbour Bridge", CK + "Place"),
        ("Then came the Tarnia Olympic and Paralympic Games.", "Tarnia Olympic and Paralympic Games", CK + "Event"),
        ("MV Solvei took on fuel.", "MV Solvei", CK + "EquipmentType"),
        ("We met HMCS Tern Bay at sea.", "HMCS Tern Bay", CK + "EquipmentType"),
        ("Traders got ready for Brexit.", "Brexit", CK + "StatusChange"),
        ("The Northern Command holds the border.", "Northern Command", CK + "CustomsUnit"),
    ],
)
def test_class_from_company_and_shape(prose: str, label: str, cls: str) -> None:
    assert named(things_of(prose), label).cls == cls


@pytest.mark.parametrize(
    ("prose", "label"),
    [
        ("Korean officers came, and a leaflet appeared in German.", "Korean"),
        ("Korean officers came, and a leaflet appeared in German.", "German"),
        ("Receipts of QDX 3.2 million fell short of QDX 4 million.", "QDX"),
        ("Liv Sorensen MP, Minister for Ports, cut the ribbon.", "MP"),
        ("There were 37 Licensed Reed Growers at work.", "Licensed Reed Growers"),
        ("Importers in category B. Exporters pay less.", "B. Exporters"),
        ("Ministry of Trade and Tourism Officers met.", "Ministry of Officers"),
        ("Health and Safety Units met.", "Health Unit"),
        ("It was done with 12 FTE and by ICT.", "ICT"),
        ("Officers met at the gate. Officers seized it.", "Officers"),
        ("The ceremony drew Ilsa Morven, OBE, QPM, Director General.", "QPM"),
    ],
)
def test_what_is_no_name(prose: str, label: str) -> None:
    assert label not in all_labels(things_of(prose))


def test_most_votes_decide_and_a_tie_decides_nothing() -> None:
    assert likely_class({"a": 3, "b": 2}, 2) == "a"
    assert likely_class({"a": 2, "b": 2}, 1) == ""
    assert likely_class({"a": 1}, 2) == ""


def test_shapes() -> None:
    assert is_personal("Ilsa Morven")
    assert not is_personal("Green Lane")
    assert is_personal("Grace Odinga", english=True)
    assert not admits("TradeGate", CK + "Place")
    assert has_inner_capital("iScan")
    assert not has_inner_capital("McVell")


def test_context_words_belong_to_known_classes() -> None:
    terms = load_terms()
    assert {w.place for w in context_words()} == {"does", "undergoes", "follows", "precedes"}
    assert all(w.cls == PERSON or terms.kind_of(w.cls) for w in context_words())
