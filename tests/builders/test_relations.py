"""Relations in invented prose: which edges are stated, and which only look so."""

import pytest

from customs_kg.builders.document import read_document
from customs_kg.builders.parse import parse_passage
from customs_kg.builders.reading.text import decode_report
from customs_kg.builders.relations.posts.tenures import read_tenures
from customs_kg.builders.relations.relations import read_claims
from customs_kg.builders.things.things import find_things
from customs_kg.graph.model import Claim, Modality

OPENING = (
    "NORLAND CUSTOMS SERVICE\nAnnual Report 2020\n\n1. OVERVIEW\n\n"
    "The Norland Customs Service (NCS) collects revenue for the Republic.\n\n"
)
NCS = "Norland Customs Service"
Edge = tuple[str, str, str]


def claims_of(prose: str) -> dict[Edge, Claim]:
    """The claims of a report with this prose, by the labels of their ends."""
    document = read_document(decode_report((OPENING + prose + "\n").encode(), "norland.txt"))
    things = find_things(document)
    parses = [
        parse_passage(p, [(m.start, m.end) for m in things.in_passage(p.index) if m.how != "pronoun"])
        for p in document.passages
    ]
    tenures, held = read_tenures(document, things)
    labels = {e.iri: e.label for e in (*things.entities.values(), *tenures)}
    found = [*read_claims(document, things, parses), *held]
    return {(labels[c.subject], c.predicate.rpartition("#")[2], labels[c.object]): c for c in found}


@pytest.mark.parametrize(
    ("prose", "edge"),
    [
        (
            "With Peru and Chile the NCS concluded mutual assistance agreements.",
            (NCS, "cooperatesWith", "Peru"),
        ),
        (
            "With Peru and Chile the NCS concluded mutual assistance agreements.",
            (NCS, "cooperatesWith", "Chile"),
        ),
        (
            "A mutual assistance agreement (MAA) with the Sundmark Customs Administration was signed in May.",
            (NCS, "cooperatesWith", "Sundmark Customs Administration"),
        ),
        (
            "Operation Grey Heron, mounted with the Coast Guard and the Border Police, ended in May.",
            ("Operation Grey Heron", "conductedBy", "Border Police"),
        ),
        (
            "In Operation Grey Heron the NCS seized two tonnes of tobacco.",
            ("Operation Grey Heron", "conductedBy", NCS),
        ),
        (
            "In Operation Grey Heron the NCS seized two tonnes of tobacco.",
            ("Operation Grey Heron", "targetsGoods", "tobacco"),
        ),
        (
            "During Operation Grey Heron 300 kg of cocaine were confiscated.",
            ("Operation Grey Heron", "targetsGoods", "cocaine"),
        ),
        (
            "The Northgate Bridge Project is half funded by the World Bank.",
            ("World Bank", "supports", "Northgate Bridge Project"),
        ),
        (
            "The Northgate Bridge Project is 40% funded by the World Bank.",
            ("World Bank", "supports", "Northgate Bridge Project"),
        ),
        (
            "The Trade Facilitation Committee, which the NCS chairs together with the Ministry of Trade, met twice.",
            ("Ministry of Trade", "participatesInMechanism", "Trade Facilitation Committee"),
        ),
        (
            "The Trade Facilitation Committee has its secretariat at the Ministry of Trade.",
            ("Trade Facilitation Committee", "secretariatAt", "Ministry of Trade"),
        ),
        (
            "The Ministry of Finance hosts the secretariat of the National Border Committee.",
            ("National Border Committee", "secretariatAt", "Ministry of Finance"),
        ),
        ("The NCS answers to the Ministry of Finance.", (NCS, "reportsToBody", "Ministry of Finance")),
        (
            "The service belongs to the Technical Committee of the World Customs Organization.",
            ("Technical Committee of the World Customs Organization", "componentOf", "World Customs Organization"),
        ),
        ("Head office: Port Ester", (NCS, "locatedIn", "Port Ester")),
        ("Under the Transit Act 2011, 40 inquiries were opened.", (NCS, "implements", "Transit Act 2011")),
        ("The World Bank trained 40 officers.", ("World Bank", "supports", NCS)),
    ],
)  # fmt: skip
def test_an_edge_is_read(prose: str, edge: Edge) -> None:
    claims = claims_of(prose)
    assert edge in claims, sorted(claims)


@pytest.mark.parametrize(
    ("prose", "taxes"),
    [
        (
            "Receipts of EUR 9 million were made up of EUR 5 million of customs duty and EUR 4 million of excise duty.",
            2,
        ),
        ("EUR 5 million was raised from customs duty and EUR 4 million from excise duty.", 2),
        ("Customs duty and excise duty are the two sources of this revenue.", 2),
        ("Excise duty brought in EUR 4 million.", 1),
        ("One third of the customs duty was paid on fuel.", 0),
        ("EUR 5 million of excise duty was collected by the Tax Office.", 0),
    ],
)
def test_taxes_of_a_sentence_on_revenue_are_collected_by_the_agency(prose: str, taxes: int) -> None:
    collected = [
        c for (subject, predicate, _), c in claims_of(prose).items() if (subject, predicate) == (NCS, "collects")
    ]
    assert len(collected) == taxes
    assert all(c.rule.endswith("-understood") and c.confidence <= 0.7 for c in collected)


@pytest.mark.parametrize(
    "prose",
    [
        "No agreement was signed with Peru.",
        "No arrangement on data sharing has been concluded with Peru.",
        "The NCS did not sign an agreement with Peru.",
        "Talks with Peru opened, no agreement yet.",
        "An agreement with Peru may be signed next year.",
        "The NCS was expected to sign an agreement with Peru.",
        "The NCS has never signed an agreement with Peru.",
        "An arrangement with Peru is still being drafted.",
        "The pilot of Operation Grey Heron with Peru was not started.",
    ],
)
def test_what_is_denied_or_merely_possible_joins_nothing(prose: str) -> None:
    assert not [edge for edge in claims_of(prose) if "Peru" in edge]


def test_persons_head_a_body_and_what_they_have_does_not() -> None:
    claims = claims_of(
        "The Harbour Bureau, headed by Mr. Ole Sund, Director, and having 12 Zonal Units, moved to Ostby."
    )
    assert {edge[2] for edge in claims if edge[1] == "headedBy"} == {"Ole Sund", "Director"}


def test_what_is_under_negotiation_binds_nobody_yet() -> None:
    claims = claims_of("Mutual recognition with Peru is under negotiation, but nothing has been agreed.")
    assert not [edge for edge in claims if {NCS, "Peru"} <= set(edge)]


def test_plans_are_planned_and_attributes_are_facts() -> None:
    planned = claims_of("The NCS will join the Harbour Trade Forum set up by the Ministry of Trade.")
    assert planned[NCS, "participatesInMechanism", "Harbour Trade Forum"].modality is Modality.PLANNED
    assert planned["Harbour Trade Forum", "establishedBy", "Ministry of Trade"].modality is Modality.ACTUAL


def test_a_place_of_signing_is_not_where_the_partner_is() -> None:
    claims = claims_of("The Data Protocol was signed with the Sundmark Customs Administration at Ostby.")
    assert [edge[0] for edge in claims if edge[2] == "Ostby"] == ["Data Protocol"]


def test_sections_of_an_act_in_a_row_are_parts_of_it() -> None:
    claims = claims_of("Duties rose under Section 4 and Section 9 of the Transit Act 2011.")
    parts = [s for s, predicate, whole in claims if (predicate, whole) == ("componentOf", "Transit Act 2011")]
    assert len(parts) == 2


def test_labels_name_the_relation_of_a_list() -> None:
    claims = claims_of("- Supervised bodies: Brokers Training Institute; Chamber of Freight Agents\n- Staff: 40\n")
    supervised = {target for subject, predicate, target in claims if (subject, predicate) == (NCS, "supervises")}
    assert supervised == {"Brokers Training Institute", "Chamber of Freight Agents"}


def test_items_take_the_verb_of_the_words_that_lead_them() -> None:
    claims = claims_of(
        "In 2020 the NCS collected:\n\n- more than EUR 5 million in customs duty;\n- EUR 2 million in excise duty."
    )
    assert {t for s, p, t in claims if (s, p) == (NCS, "collects")} == {"customs duty", "excise duty"}


def test_who_holds_a_post_and_who_held_it() -> None:
    claims = claims_of(
        "The post of Director General, which had been held by Mr. Jon Aske, was taken over by Ms. Ida Holm in May."
    )
    assert {s for s, predicate, _ in claims if predicate == "holds"} == {"Jon Aske", "Ida Holm"}


def test_a_former_holder_is_not_standing() -> None:
    claims = claims_of("Ms. Ida Holm was appointed Director General in May, taking over from Mr. Jon Aske.")
    assert claims["Jon Aske", "holds", "Director General"].modality is Modality.ACTUAL


def test_a_signature_on_two_lines_names_the_post() -> None:
    claims = claims_of("We thank our staff for their work.\n\nDr. Ida Holm\nDirector General\n")
    assert ("Ida Holm", "holds", "Director General") in claims


def test_evidence_holds_the_words_of_both_ends() -> None:
    prose = "The NCS answers to the Ministry of Finance."
    (span,) = claims_of(prose)[NCS, "reportsToBody", "Ministry of Finance"].evidence
    assert (OPENING + prose)[span.start : span.end] == "NCS answers to the Ministry of Finance"
