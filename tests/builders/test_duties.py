"""Whose work a doing is, and passives of set phrases, with sentences of the project's own."""

import pytest

from customs_kg.builders.english.deverbal import verbs_of
from tests.builders.test_relations import NCS, Edge, claims_of

STATED: list[tuple[str, Edge]] = [
    (
        "Day-to-day running of the Ostby Single Window was left to the Harbour Division.",
        ("Harbour Division", "operates", "Ostby Single Window"),
    ),
    (
        "Supervision of the Free Zone Board lies with the Ministry of Trade.",
        ("Ministry of Trade", "supervises", "Free Zone Board"),
    ),
    (
        "The Harbour Division undertakes the collection of excise duty.",
        ("Harbour Division", "collects", "excise duty"),
    ),
    (
        "The Harbour Division is responsible for the operation of the Ostby Single Window.",
        ("Harbour Division", "operates", "Ostby Single Window"),
    ),
    (
        "Full implementation of the Tobacco Strategy has been achieved by the Harbour Division.",
        ("Harbour Division", "implements", "Tobacco Strategy"),
    ),
    (
        "Supervision of the Free Zone Board was transferred to the Ministry of Trade.",
        ("Ministry of Trade", "supervises", "Free Zone Board"),
    ),
    ("The chair of the Tern Committee (TC) passed to Peru.", ("Tern Committee", "headedBy", "Peru")),
    (
        "The Harbour Division took over the control of fuel depots from the Ministry of Energy.",
        ("Harbour Division", "replaces", "Ministry of Energy"),
    ),
    (
        "Supervision of Nettle Ford was transferred to the Coastal Office.",
        ("Coastal Office", "supervises", "Nettle Ford"),
    ),
    (
        "The Minister entrusted the supervision of the Free Zone Board to the Coastal Office.",
        ("Coastal Office", "supervises", "Free Zone Board"),
    ),
    ("Chile handed the chair of the Tern Committee to Peru.", ("Tern Committee", "headedBy", "Peru")),
    (
        "Chile chaired the Tern Committee until May, when the chair passed to Peru.",
        ("Tern Committee", "headedBy", "Peru"),
    ),
    # places, and several at once
    ("The Coastal Office supervises Nettle Ford and Saddle Rock.", ("Coastal Office", "supervises", "Saddle Rock")),
    ("The posts of Nettle Ford are run by the Coastal Office.", ("Coastal Office", "supervises", "Nettle Ford")),
    (
        "The Ferry Office, the Bridge Office and the Coastal Office moved. All are overseen by the Audit Board.",
        ("Bridge Office", "reportsToBody", "Audit Board"),
    ),
    (
        "Three offices, which report to the Audit Board, grew: the Ferry Office, the Bridge Office and the Dog Office.",
        ("Bridge Office", "reportsToBody", "Audit Board"),
    ),
    (
        "The Coastal Office was set up by the Ports Act of 2009 and reports to the Ministry of Trade.",
        ("Coastal Office", "reportsToBody", "Ministry of Trade"),
    ),
    ("Anna Berg, until then in charge of the Coastal Office, retired.", ("Coastal Office", "headedBy", "Anna Berg")),
    # the verb said once
    (
        "Deputy Director Anna Berg heads the Coastal Office and Director Jon Falk the Trade Council.",
        ("Trade Council", "headedBy", "Jon Falk"),
    ),
    ("The Coastal Office collects import VAT, the Tax Office excise duty.", ("Tax Office", "collects", "excise duty")),
    # one verb with its preposition twice
    (
        "The Harbour Division reports to the Head of Audit and, in matters of safety, to the Ministry of Trade.",
        ("Harbour Division", "reportsToBody", "Ministry of Trade"),
    ),
    (
        "The Harbour Division reports functionally to the Trade Council and administratively to the Ministry of Trade.",
        ("Harbour Division", "reportsToBody", "Ministry of Trade"),
    ),
    # nouns with both sides
    ("Peru's accession to the Milo Convention took effect in May.", ("Milo Convention", "signatory", "Peru")),
    (
        "The replacement of the Dekla System with the Ostby Single Window took two years.",
        ("Ostby Single Window", "replaces", "Dekla System"),
    ),
    (
        "The merger of the Port Bureau into the Trade Ministry is complete.",
        ("Trade Ministry", "replaces", "Port Bureau"),
    ),
    ("Collection of excise duty by the Harbour Division rose.", ("Harbour Division", "collects", "excise duty")),
    # nouns of a role with their owner
    ("The Trade Council met. Anna Berg has been its chairman since May.", ("Trade Council", "headedBy", "Anna Berg")),
    ("The Dog Section (DS), our response arm at Kolbe, has ten dogs.", ("Dog Section", "unitOfAdministration", NCS)),
    ("Ostby Portal, our electronic services portal, was renewed.", (NCS, "operates", "Ostby Portal")),
    ("The Trade Roadmap was signed by Peru and Kenya.", ("Trade Roadmap", "signatory", "Kenya")),
    # who stands beside the subject; who owns the object
    (
        "Peru, alongside Chile and Kenya, is a member of the Pacific Customs Union.",
        ("Kenya", "memberOf", "Pacific Customs Union"),
    ),
    (
        "Customs keeps the Dekla System and, together with the Ministry of Trade, owns the Ostby Single Window.",
        ("Ministry of Trade", "operates", "Ostby Single Window"),
    ),
    (
        "The service joined the World Customs Organization's Capacity Building Committee.",
        (NCS, "memberOf", "Capacity Building Committee"),
    ),
    # passives of set phrases
    ("A liaison office was kept in Lima by the Harbour Division.", ("Harbour Division", "representedIn", "Lima")),
    ("Officers of the Coast Guard Bureau were posted to Toulon.", ("Coast Guard Bureau", "representedIn", "Toulon")),
    ("Customs attachés also serve at the embassies in Quito and Lima.", (NCS, "representedIn", "Quito")),
    ("A seat was held on the Policy Commission by Peru.", ("Peru", "memberOf", "Policy Commission")),
    # verbs in a row
    (
        "The Customs Act, 2023 repealed and replaced the Customs Act, 1969.",
        ("Customs Act, 2023", "replaces", "Customs Act, 1969"),
    ),
    (
        "It is led by Anna Berg, who is also Comptroller and in that capacity reports to the Minister of Trade.",
        ("Anna Berg", "answersTo", "Minister of Trade"),
    ),
    (
        "Operation Tern, run by the Harbour Division, the Coast Guard Bureau (CGB) and the Dog Unit, ended in May.",
        ("Operation Tern", "conductedBy", "Dog Unit"),
    ),
]


@pytest.mark.parametrize(("text", "edge"), STATED)
def test_whose_work_is_stated(text: str, edge: Edge) -> None:
    assert edge in claims_of(text)


@pytest.mark.parametrize(
    ("text", "edge"),
    [
        (
            "The Ministry of Trade is in charge of the Free Zone Board.",
            ("Free Zone Board", "supervises", "Ministry of Trade"),
        ),
        (
            "The Dog Division has no power to prosecute; that belongs to the Crime Bureau.",
            ("Dog Division", "reportsToBody", "Crime Bureau"),
        ),
        (
            "The Coast Police takes no orders from the Ministry of Trade.",
            ("Coast Police", "reportsToBody", "Ministry of Trade"),
        ),
        ("The Harbour Division has no office in Lima.", ("Harbour Division", "representedIn", "Lima")),
        (
            "The Dekla System is run not by Customs but by the Ministry of Trade.",
            (NCS, "operates", "Dekla System"),
        ),
        (
            "Customs keeps the Dekla System and, together with the Ministry of Trade, owns the Ostby Single Window.",
            ("Ministry of Trade", "operates", "Dekla System"),
        ),
        (
            "The service joined the World Customs Organization's Capacity Building Committee.",
            (NCS, "memberOf", "World Customs Organization"),
        ),
        ("Peru's accession to the Milo Convention was rejected.", ("Milo Convention", "signatory", "Peru")),
        (
            "Preparations for the merger of the Port Bureau into the Trade Ministry began.",
            ("Trade Ministry", "replaces", "Port Bureau"),
        ),
        (
            "Running of the Ostby Single Window falls to the Harbour Division.",
            ("Ostby Single Window", "componentOf", "Harbour Division"),
        ),
    ],
)
def test_what_is_not_said_is_not_stated(text: str, edge: Edge) -> None:
    assert edge not in claims_of(text)


def test_a_noun_of_doing_has_its_verbs() -> None:
    assert verbs_of("construction") == (("build",), ("construct",))
    assert verbs_of("rollout") == (("roll", "out"),)
    assert verbs_of("building") == (("build",),)
    assert not verbs_of("table")
