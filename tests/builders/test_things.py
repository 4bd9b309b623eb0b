"""Things found in invented prose: names, descriptions, variants, mentions."""

import pytest

from customs_kg.builders.document import Document, read_document
from customs_kg.builders.reading.text import decode_report
from customs_kg.builders.things.things import Things, find_things
from customs_kg.graph.model import Entity
from customs_kg.ontology.iris import CK, FOAF

OPENING = "NORLAND CUSTOMS SERVICE\nAnnual Report 2020\n\n1. OVERVIEW\n\nThe Norland Customs Service reports. "


def document_of(prose: str) -> Document:
    return read_document(decode_report((OPENING + prose).encode(), "norland.txt"))


def things_of(prose: str) -> Things:
    return find_things(document_of(prose))


def labels(entity: Entity) -> set[str]:
    return {entity.label, *entity.alt_labels, *entity.hidden_labels}


def named(things: Things, label: str) -> Entity:
    found = [e for e in things.entities.values() if label in labels(e)]
    assert len(found) == 1, (
        f"{label}: {[e.label for e in found]} of {sorted(e.label for e in things.entities.values())}"
    )
    return found[0]


def all_labels(things: Things) -> set[str]:
    return {label for e in things.entities.values() for label in labels(e)}


@pytest.mark.parametrize(
    ("sentence", "label", "cls"),
    [
        (
            "The Norland Customs Service signed a plan with the Ministry of Trade and Tourism.",
            "Ministry of Trade and Tourism",
            "PublicBody",
        ),
        (
            "It works with the Excise Goods (Amendment) Act 2014.",
            "Excise Goods (Amendment) Act 2014",
            "LegalInstrument",
        ),
        ("The service joined the Harbour Trade Forum in May.", "Harbour Trade Forum", "CoordinationMechanism"),
        ("Operation Grey Heron was run with the police of both countries.", "Operation Grey Heron", "Operation"),
        ('The service ran the joint operation "Grey Heron" in March.', "Grey Heron", "Operation"),
        ("The Northgate Targeting Centre was opened.", "Northgate Targeting Centre", "OperationsCenter"),
        ("The service drafted the Second Corporate Plan 2021-24.", "Second Corporate Plan 2021-24", "PlanDocument"),
        (
            "A protocol with the Freight Agents Association was drafted.",
            "Freight Agents Association",
            "SupervisedAssociation",
        ),
        ("Ships were boarded at Skerry Bay and in Vintrup.", "Vintrup", "Place"),
        ("The service uses the TARN system at all posts.", "TARN", "InformationSystem"),
        ("TARN, the national declaration system, was moved.", "TARN", "InformationSystem"),
        ("The AB1234 cargo tracking and selectivity system was bought.", "AB1234", "InformationSystem"),
        (
            "The Memorandum of Understanding on the Exchange of Data was signed.",
            "Memorandum of Understanding on the Exchange of Data",
            "Agreement",
        ),
        (
            "Goods were held under Section 12 of the Border Act 1998.",
            "Section 12 of the Border Act 1998",
            "LegalInstrument",
        ),
        ("The reform of the licensing procedure went ahead.", "reform of the licensing procedure", "Reform"),
        (
            "It opened the revenue collection and audit centre.",
            "revenue collection and audit centre",
            "OperationsCenter",
        ),
        (
            "It built a credit management system for small importers.",
            "credit management system for small importers",
            "InformationSystem",
        ),
        ('The "Clean Hands" campaign reached all staff.', "Clean Hands campaign", "Campaign"),
        ("The earthquake of 3 May in Sorvik closed two posts.", "earthquake of 3 May in Sorvik", "Event"),
        ("Officers seized cocaine and rice.", "cocaine", "GoodsCategory"),
        (
            "Since joining the World Trade Organization it has cut duties.",
            "accession to the World Trade Organization",
            "StatusChange",
        ),
    ],
)
def test_find_things_types_a_thing_by_its_words(sentence: str, label: str, cls: str) -> None:
    assert named(things_of(sentence), label).cls == CK + cls


def test_find_things_names_no_dates_amounts_or_common_nouns() -> None:
    things = things_of(
        "In March 2020 the port handled 12 ships worth $3.4 million. Every officer used the system on Monday."
    )
    assert {e.label for e in things.entities.values()} == {"Norland Customs Service"}


def test_find_things_takes_a_sentence_opening_word_for_no_name() -> None:
    things = things_of("Officers opened crates. Meanwhile traffic grew. Lorries waited.")
    assert {e.label for e in things.entities.values()} == {"Norland Customs Service"}


def test_find_things_joins_an_acronym_with_its_long_form_on_either_side() -> None:
    things = things_of(
        "The Cargo Data Platform (CDP) was opened. The CDP is used daily. "
        "FTA (Freight Transport Association) members use it, and FTA staff train them."
    )
    platform = named(things, "CDP")
    assert platform.label == "Cargo Data Platform"
    assert len(platform.mentions) == 3
    assert named(things, "FTA").label == "Freight Transport Association"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("13th Five-Year Plan", "Thirteenth Five-Year Plan"),
        ("Northgate Targeting Centre", "Northgate Targeting Center"),
        ("Hoverport Office", '"Hoverport Office"'),
    ],
)
def test_find_things_joins_spellings_of_one_name(first: str, second: str) -> None:
    things = things_of(f"The service opened the {first} in May. Later the {second} was praised.")
    assert named(things, first) is named(things, second.strip('"'))


def test_find_things_keeps_homonyms_apart() -> None:
    things = things_of(
        'The "Ninth Five-Year Plan" was adopted. '
        'The "Ninth Five-Year Plan" for national harbour development was adopted too. '
        "China and China Customs were thanked."
    )
    assert (
        named(things, "Ninth Five-Year Plan").iri
        != named(things, "Ninth Five-Year Plan for national harbour development").iri
    )
    assert named(things, "China").cls == CK + "CustomsTerritory"
    assert named(things, "China Customs").cls == CK + "CustomsAdministration"


def test_find_things_divides_a_row_of_names_at_and() -> None:
    found = all_labels(
        things_of("It met the Ministry of Finance and Shipping, the Excise Board and the Harbour Police.")
    )
    assert {"Ministry of Finance and Shipping", "Excise Board", "Harbour Police"} <= found


def test_find_things_spreads_offices_over_their_places() -> None:
    things = things_of("It keeps representative offices in Belgium, Japan and the European Union.")
    offices = {e.label for e in things.entities.values() if e.cls == CK + "RepresentativeOffice"}
    assert offices == {
        "representative office in Belgium",
        "representative office in Japan",
        "representative office in the European Union",
    }


def test_find_things_spreads_taxes() -> None:
    found = {
        e.label
        for e in things_of("It collects customs duty, import VAT and excise.").entities.values()
        if e.cls == CK + "TaxType"
    }
    assert found == {"customs duty", "import VAT", "excise duty"}


def test_find_things_takes_what_is_weighed_smuggled_or_taxed_for_goods() -> None:
    things = things_of(
        "Officers seized 3 tonnes of donkey skins. Seizures of teak carvings, pangolin scales and shark fins rose. "
        "Smuggled sandals were found. Duties on garlic were raised. Smuggling of goods fell. Goods were released."
    )
    goods = {e.label for e in things.entities.values() if e.cls == CK + "GoodsCategory"}
    assert goods == {"donkey skins", "teak carvings", "pangolin scales", "shark fins", "sandals", "garlic"}


def test_find_things_reads_the_functions_and_goods_of_a_list() -> None:
    things = things_of(
        "Its functions include enforcement of sanitary rules, seal control and prevention of poaching. "
        "Sensitive products such as maize meal and palm wine were watched."
    )
    classes = {e.label: e.cls for e in things.entities.values()}
    assert all(
        classes[x] == CK + "CustomsFunction"
        for x in ("enforcement of sanitary rules", "seal control", "prevention of poaching")
    )
    assert classes["maize meal"] == classes["palm wine"] == CK + "GoodsCategory"


def test_find_things_shares_the_law_of_two_sections() -> None:
    found = all_labels(things_of("Duties rest on Section 201 and Section 301 of the Trade Act of 1974."))
    assert {
        "Section 201 of the Trade Act of 1974",
        "Section 301 of the Trade Act of 1974",
        "Trade Act of 1974",
    } <= found


def test_find_things_knows_persons_by_title_or_post() -> None:
    things = things_of(
        "Mrs. Ottla Brandvik took over. Jens Fjordahl, Head of the Excise Board, retired. Sir Ulf Marrow stayed."
    )
    persons = {e.label for e in things.entities.values() if e.cls == FOAF + "Person"}
    assert persons == {"Ottla Brandvik", "Jens Fjordahl", "Ulf Marrow"}
    assert named(things, "Head of the Excise Board").cls == CK + "Post"


def test_find_things_gives_an_operation_with_a_year_its_series() -> None:
    things = things_of('The service ran the operation "Grey Heron 2019" and the operation "Grey Heron 2020".')
    series = [e.iri for e in things.entities.values() if e.cls == CK + "OperationSeries"]
    assert series == ["https://w3id.org/customs-kg/id/series-xx-grey-heron"]
    assert named(things, "Grey Heron 2020").cls == CK + "Operation"


def test_find_things_calls_the_named_service_the_agency() -> None:
    things = things_of("The Norland Customs Service works with Dutch Customs and the Kenya Revenue Authority.")
    assert things.agency == "https://w3id.org/customs-kg/id/agency-xx-norland-customs-service"
    assert things.headquarters is None
    assert things.territory == "xx"


def test_find_things_takes_the_territory_from_the_agency() -> None:
    text = "FIJI CUSTOMS SERVICE\n\nThe Fiji Customs Service collected duties. Fiji Customs Service staff left.\n"
    things = find_things(read_document(decode_report(text.encode(), "fiji.txt")))
    assert things.agency.endswith("agency-fj-fiji-customs-service")
    assert things.territory == "fj"


def test_find_things_without_an_agency_mints_a_plain_one() -> None:
    things = find_things(
        read_document(decode_report(b"Some goods were seen. Nothing else is said here.\n", "plain.txt"))
    )
    assert things.entities[things.agency].cls == CK + "CustomsAdministration"


def test_find_things_resolves_pronouns_to_the_agency_or_the_subject() -> None:
    document = document_of(
        "The Harbour Police opened two posts. It hired ten men. We thank our staff. It is expected that trade grows."
    )
    things = find_things(document)
    resolved = {
        (p.text[m.start : m.end], things.entities[m.thing].label)
        for p in document.passages
        for m in things.in_passage(p.index)
        if m.how == "pronoun"
    }
    assert resolved == {
        ("It", "Harbour Police"),
        ("We", "Norland Customs Service"),
        ("our", "Norland Customs Service"),
    }


def test_mentions_lie_in_their_passages_and_spans_hold_the_words() -> None:
    document = document_of(
        "The Cargo Data Platform (CDP) was opened at Skerry Bay by the Ministry of Trade.\n"
        "The CDP and\nthe Ministry of\nTrade grew."
    )
    things = find_things(document)
    text = document.text.text
    for group in things.mentions:
        for m in group:
            assert 0 <= m.start < m.end <= len(document.passages[m.passage].text)
            assert m.thing in things.entities
    for entity in things.entities.values():
        assert list(entity.mentions) == sorted(entity.mentions)
        assert all(text[s.start : s.end].strip() for s in entity.mentions)
    assert " ".join(text[named(things, "Ministry of Trade").mentions[-1].start :].split()).startswith(
        "Ministry of Trade"
    )


def test_find_things_is_the_same_twice() -> None:
    prose = "The Cargo Data Platform (CDP) serves the Ministry of Trade, Dutch Customs and Japan. It was built in 2019."
    assert find_things(document_of(prose)) == find_things(document_of(prose))


@pytest.mark.parametrize(
    "prose",
    [
        '<script>alert(1)</script> The \\u0000 Board of "Trade\\" . ; } { | ^ ` said no.',
        "A" * 5000,
        "The " + "Grand Board of Trade and " * 400 + "more.",
        "(((((" * 300 + "WCO" + ")))))" * 300,
        "\u200f\u200eThe \u00adMin\u00adis\u00adtry of Trade\ufeff acted.",
    ],
)
def test_find_things_survives_hostile_text(prose: str) -> None:
    things = things_of(prose)
    assert things.agency in things.entities


def test_entity_iris_are_minted_from_kind_territory_and_label() -> None:
    things = things_of("The Ministry of Trade opened Skerry Bay.")
    assert named(things, "Ministry of Trade").iri == "https://w3id.org/customs-kg/id/agency-xx-ministry-of-trade"


def test_known_things_have_their_registered_iri_and_code() -> None:
    things = things_of("Norland left the WCO, and Russia and the U.S. signed.")
    assert named(things, "WCO").iri == "https://w3id.org/customs-kg/id/body-int-wco"
    assert named(things, "Russia").notation == "RUS"
    assert named(things, "U.S.").iri == "https://w3id.org/customs-kg/id/place-int-us"
