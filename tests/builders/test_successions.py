"""Who holds a post, who held it, and who came for whom."""

from __future__ import annotations

import pytest

from customs_kg.graph.model import Modality
from tests.builders.test_relations import Edge, claims_of

NEW, OLD = "Ilsabet Morrane", "Petr Halvorsen"


@pytest.mark.parametrize(
    "prose",
    [
        f"{NEW}, who had relieved {OLD} as Director General in 2019, spoke.",
        f"{NEW} was named Director General in succession to {OLD}.",
        f"Director General {NEW}, who followed {OLD} in the post, spoke.",
        f"{OLD}, Director General until May, was replaced by {NEW}.",
        f"{OLD}, Director General since 2011, was succeeded in March 2018 by {NEW}.",
        f"{OLD}, formerly Director General, retired and was succeeded by {NEW}.",
    ],
)
def test_the_one_who_comes_holds_the_post_that_the_other_held(prose: str) -> None:
    claims = claims_of(prose)
    assert claims[NEW, "holds", "Director General"].modality is Modality.STANDING
    assert claims[OLD, "holds", "Director General"].modality is Modality.ACTUAL
    assert (f"{OLD} as Director General", "tenureOf", OLD) not in claims


def test_the_post_of_a_succession_may_stand_elsewhere() -> None:
    claims = claims_of(f"{NEW}, Director General, opened the port. In May {NEW} had succeeded {OLD}.")
    assert claims[OLD, "holds", "Director General"].modality is Modality.ACTUAL


@pytest.mark.parametrize(
    ("prose", "told"),
    [
        (f"Mr {OLD} left in May. Ms {NEW} has been appointed to succeed him.", True),
        (f"Ms {NEW} was named to replace Mr {OLD}.", True),
        (f"Ms {NEW} refused to succeed Mr {OLD}.", False),
    ],
)
def test_who_is_appointed_to_succeed_another_does(prose: str, told: bool) -> None:
    assert ((NEW, "succeeds", OLD) in claims_of(prose)) is told


@pytest.mark.parametrize(
    "prose",
    [
        f"Following the departure of {OLD}, the Director General, the port was closed.",
        f"I thank {OLD}, my predecessor as Director General.",
        f"{OLD}, at that time Director General, opened the port.",
    ],
)
def test_who_has_gone_does_not_hold_the_post(prose: str) -> None:
    held = {e: c for e, c in claims_of(prose).items() if e[1] == "holds"}
    assert not [c for c in held.values() if c.modality is Modality.STANDING]


@pytest.mark.parametrize(
    ("prose", "edge"),
    [
        (
            "When Susan Beck stepped down in March, Willem Carl became Commissioner of Customs.",
            ("Willem Carl", "succeeds", "Susan Beck"),
        ),
        (
            "When Susan Beck stepped down in March, Willem Carl became Commissioner of Customs.",
            ("Susan Beck", "holds", "Commissioner of Customs"),
        ),
        (
            "Eva Lund, who has served as Director of Revenue since the retirement of Jon Falk in May, spoke.",
            ("Eva Lund", "succeeds", "Jon Falk"),
        ),
        (
            "Jon Falk was succeeded in the office of Director of Revenue by Ms Eva Lund.",
            ("Jon Falk", "holds", "Director of Revenue"),
        ),
        (
            "After Paul Reed retired, Anna Berg, until then Director of Revenue, was appointed Director General.",
            ("Anna Berg", "holds", "Director of Revenue"),
        ),
        (
            "Anna Berg was promoted from Deputy Commissioner to Commissioner of Customs.",
            ("Anna Berg", "holds", "Deputy Commissioner"),
        ),
    ],
)
def test_posts_that_people_left_for_others(prose: str, edge: Edge) -> None:
    assert edge in claims_of(prose)


def test_what_the_incomer_was_is_not_what_the_outgoer_held() -> None:
    found = claims_of(
        "After Paul Reed retired, Anna Berg, until then Director of Revenue, was appointed Director General."
    )
    assert ("Paul Reed", "holds", "Director of Revenue") not in found


@pytest.mark.parametrize(
    ("prose", "edge"),
    [
        (
            "Eva Lund is Director of Revenue; Jon Falk left the post in March.",
            ("Jon Falk", "holds", "Director of Revenue"),
        ),
        (
            "Jon Falk took up the office of Director of Revenue. His predecessor, Eva Lund, had held it since May.",
            ("Eva Lund", "holds", "Director of Revenue"),
        ),
        (
            "The Director of Revenue signs the permits. In December that post was occupied by Colonel Jon Falk.",
            ("Jon Falk", "holds", "Director of Revenue"),
        ),
        (
            "Eva Lund resigned as Director of Revenue. Jon Falk, previously Head of Audit, is acting in the position.",
            ("Jon Falk", "holds", "Director of Revenue"),
        ),
        (
            "Eva Lund handed the post of Director of Revenue to Haldor Brunn in June.",
            ("Haldor Brunn", "holds", "Director of Revenue"),
        ),
        (
            "Of the two Deputy Ministers, Mr. Jon Falk runs the ports and Ms. Eva Lund looks after staff.",
            ("Eva Lund", "holds", "Deputy Ministers"),
        ),
        (
            "Three Deputy Ministers assist Mr. Berg, among them Ms. Eva Lund, who came in May, and Mr. Jon Falk.",
            ("Jon Falk", "holds", "Deputy Ministers"),
        ),
        ("With Jon Falk at its head, the Audit Branch grew.", ("Audit Branch", "headedBy", "Jon Falk")),
        ("The Audit Branch, with Jon Falk at its head, grew.", ("Audit Branch", "headedBy", "Jon Falk")),
    ],
)
def test_posts_and_branches_that_people_have(prose: str, edge: Edge) -> None:
    assert edge in claims_of(prose)


@pytest.mark.parametrize(
    ("prose", "edge"),
    [
        (
            "The Director of Revenue came. Jon Falk left the office in Ostby.",
            ("Jon Falk", "holds", "Director of Revenue"),
        ),
        (
            "The Director of Revenue met the Head of Audit. Jon Falk was given the post.",
            ("Jon Falk", "holds", "Head of Audit"),
        ),
        ("The Deputy Ministers met Mr. Jon Falk, and Ms. Eva Lund spoke.", ("Eva Lund", "holds", "Deputy Ministers")),
        (
            "With Jon Falk at its head, the Audit Branch grew.",
            ("Norland Customs Service", "headedBy", "Audit Branch"),
        ),
    ],
)
def test_offices_and_lists_that_tell_of_no_holder(prose: str, edge: Edge) -> None:
    assert edge not in claims_of(prose)


def test_who_resigned_does_not_hold_the_post() -> None:
    claims = claims_of("Eva Lund, the Director of Revenue, resigned in November.")
    assert claims["Eva Lund", "holds", "Director of Revenue"].modality is Modality.ACTUAL


@pytest.mark.parametrize(
    "prose",
    [
        f"Ms {NEW}, a lawyer who has led the NCS as Comptroller since Mr {OLD} stepped down in May, spoke.",
        f"Ms {NEW} took over as Comptroller in June 2018, when Mr {OLD} retired.",
        f"When Mr {OLD} resigned, the post of Comptroller, which he had held since 2011, passed to Ms {NEW}.",
        f"The post of Comptroller passed from Mr {OLD} to Ms {NEW}.",
        f"Upon Mr {OLD}'s retirement, Ms {NEW} became Comptroller.",
        f"Ms {NEW}, Comptroller, filled the vacancy left by Mr {OLD}.",
        f"Ms {NEW}, Comptroller, stepped into the shoes of Mr {OLD}.",
        f"Mr {OLD}'s place has been taken by Ms {NEW}.",
        f"Mr {OLD}'s successor as Comptroller, Ms {NEW}, spoke.",
        f"Mr {OLD} made way for Ms {NEW}.",
        f"Ms {NEW}, the Comptroller, thanked a staff of more than 6,000 and a great many others and honoured Mr {OLD}, "
        "her predecessor, who left in May.",
    ],
)
def test_who_came_when_another_left(prose: str) -> None:
    assert (NEW, "succeeds", OLD) in claims_of(prose)


@pytest.mark.parametrize(
    "prose",
    [
        f"Ms {NEW} has worked for the NCS since Mr {OLD} retired.",
        f"Ms {NEW} retired after Mr {OLD} had left for Ostby.",
        f"Ms {NEW} met Mr {OLD} when he was Comptroller.",
    ],
)
def test_who_left_at_some_time_is_not_succeeded(prose: str) -> None:
    assert (NEW, "succeeds", OLD) not in claims_of(prose)


def test_who_acts_for_another_does_not_tell_what_that_one_was() -> None:
    found = claims_of(f"Ms {NEW} has been Acting Comptroller since May, when Mr {OLD} resigned.")
    assert (OLD, "holds", "Acting Comptroller") not in found


def test_who_moves_on_keeps_the_new_post() -> None:
    found = claims_of(f"Mr {OLD} became Deputy Comptroller and was succeeded in the Dog Branch by Ms {NEW}.")
    assert (NEW, "holds", "Deputy Comptroller") not in found
    assert found[OLD, "holds", "Deputy Comptroller"].modality is Modality.STANDING
