"""Names by shape, short forms in brackets, known names in text."""

import pytest

from customs_kg.builders.things.known.classes import class_of_name, head_part
from customs_kg.builders.things.known.gazetteer import Gazetteer
from customs_kg.builders.things.known.labels import implied_short_forms, label_key
from customs_kg.builders.things.names.acronyms import fits, is_acronym_like
from customs_kg.builders.things.names.joins import joins
from customs_kg.ontology.iris import CK


@pytest.mark.parametrize(
    ("left", "link", "right", "joined"),
    [
        ("Ministry of Economy", "and", "Finance", True),
        ("Ministry of Finance", "and", "Ministry of Trade", False),
        ("Association of Free Areas", "and", "Export Processing Zones", True),
        ("Enforce", "and", "Protect Act", True),
        ("U.S. Customs", "and", "Border Protection", True),
        ("Clearance Division", "and", "Revenue Division", False),
        ("WTO", "and", "WCO", False),
        ("Trade Office", "and the", "Ministry of Finance", False),
        ("Ordinance", "on", "Port Administration", True),
        ("Inspection Office", "in the", "General Administration of Customs", False),
        ("Campaign for the Protection of Brands", "in the", "Postal Channels", True),
        ("Forum", "for", "International Cooperation", True),
    ],
)
def test_joins(left: str, link: str, right: str, joined: bool) -> None:
    assert joins(left, link, right) is joined


@pytest.mark.parametrize(
    ("name", "cls"),
    [
        ("Council of the World Customs Organization", "PublicBody"),
        ("Directorate General of Customs", "CustomsAdministration"),
        ("Federal Customs Service of Ruritania", "CustomsAdministration"),
        ("Directorate General of Customs", "CustomsAdministration"),
        ("Board of Customs and Indirect Taxes", "CustomsAdministration"),
        ("Treasury", "PublicBody"),
        ("Ninth National Congress of the Guild", "Meeting"),
        ("Head of the Excise Board", "Post"),
        ("Prevention of Fraud Act", "LegalInstrument"),
        ("Port Aldous", "Place"),
        ("Grey Heron", ""),
    ],
)
def test_class_of_name(name: str, cls: str) -> None:
    assert class_of_name(name) == (CK + cls if cls else "")


def test_head_part_ends_at_the_preposition_and_drops_years() -> None:
    assert head_part("Corporate Plan 2021-24") == ["Corporate", "Plan"]
    assert head_part("Rail Project (Phase II)") == ["Rail", "Project"]


@pytest.mark.parametrize(
    ("text", "short"),
    [("WTO", True), ("AD/CVD", True), ("WROs", True), ("C-TPAT", True), ("IV", False), ("Note", False)],
)
def test_is_acronym_like(text: str, short: bool) -> None:
    assert is_acronym_like(text) is short


@pytest.mark.parametrize(
    ("acronym", "phrase", "fitting"),
    [
        ("CTPAT", "Customs Trade Partnership Against Terrorism", True),
        ("PGAs", "Partner Government Agencies", True),
        ("IPR", "intellectual property rights", True),
        ("WTO", "Ministry of Trade", False),
    ],
)
def test_fits(acronym: str, phrase: str, fitting: bool) -> None:
    assert fits(acronym, phrase) is fitting


def test_gazetteer_takes_the_longest_match_and_minds_capitals() -> None:
    known = Gazetteer(
        [("Union", "u"), ("European Union", "eu"), ("customs duty", "duty"), ("US", "us"), ("U.S.", "us")]
    )
    found = [
        (m.target, m.start) for m in known.find("The European Union asked us for Customs duties; the U.S. did not.")
    ]
    assert found == [("eu", 4), ("duty", 32), ("us", 52)]


def test_gazetteer_finds_nothing_inside_hyphenated_words() -> None:
    assert Gazetteer([("smuggling", "s"), ("China", "c")]).find("the anti-smuggling China-EU corridor") == []


def test_gazetteer_gives_a_shared_label_to_the_first_target() -> None:
    assert [m.target for m in Gazetteer([("Board", "a"), ("Board", "b")]).find("the Board")] == ["a"]


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("the Targeting Centre", "Targeting Centers", True),
        ("Thirteenth Five-Year Plan", "13th Five Year Plan", True),
        ("Sixth Five-Year Plan", "Seventh Five-Year Plan", False),
        ("nationwide clearance", "nation-wide clearance", True),
        ("National Sword 2016", "National Sword 2017", False),
    ],
)
def test_label_key(a: str, b: str, same: bool) -> None:
    assert (label_key(a) == label_key(b)) is same


def test_implied_short_forms_leave_out_the_own_territory() -> None:
    own = frozenset({"Norland"})
    assert implied_short_forms("Brokers Association of Norland", CK + "SupervisedAssociation", own) == [
        "Brokers Association"
    ]
    assert implied_short_forms("Bank of Norland", CK + "PublicBody", own) == []
    assert implied_short_forms("nation-wide clearance reform", CK + "Reform", own) == ["nation-wide clearance"]
