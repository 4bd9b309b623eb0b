"""Changes of status: what they affect, when they occur, and what sounds like one and is none."""

from __future__ import annotations

import pytest

from customs_kg.builders.pipeline import read_report
from customs_kg.graph.model import Claim, Modality, ReportFacts
from customs_kg.ontology.iris import CK

HEAD = "KESTRIA CUSTOMS SERVICE\nAnnual Report 2018\n\nThe Service has 900 officers.\n\n"


def read(text: str) -> tuple[ReportFacts, list[Claim]]:
    facts = read_report(f"{HEAD}{text}\n".encode(), "kestria.txt")
    return facts, [c for c in facts.claims if c.rule == "change-of-status"]


def told(text: str) -> list[str]:
    """Kind, thing affected, period and modality of each change."""
    facts, claims = read(text)
    by_iri = {e.iri: e for e in facts.entities}
    found = []
    for claim in claims:
        if claim.predicate == CK + "affects":
            ((_, kind),) = by_iri[claim.subject].links
            when = [c.object for c in claims if c.subject == claim.subject and c.predicate == CK + "occursDuring"]
            period = when[0].rpartition("/period-")[2] if when else ""
            found.append(f"{kind.rpartition('change-')[2]} {by_iri[claim.object].label} {period} {claim.modality}")
    return found


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("The Larn Customs House was upgraded to a regional office in May 2018.", "upgrade Larn Customs House 2018-05"),
        ("The Harbour Portal was renamed Trade Gate.", "renaming Harbour Portal 2018"),
        ("The Inspection Bureau was merged into the Border Force.", "merger Inspection Bureau 2018"),
        ("The Orla Post, busy in 1990, was closed in July 2018.", "closure Orla Post 2018-07"),
        ("The Training Academy was founded in 1974.", "establishment Training Academy 1974"),
        ("Set up in 2011, the Inspection Bureau has 40 officers.", "establishment Inspection Bureau 2011"),
        ("The Orla Post, which opened in May 2018, is busy.", "opening Orla Post 2018-05"),
        ("The Harbour Portal, launched on 3 May 2018, is used by all.", "launch Harbour Portal 2018-05-03"),
        ("The Seal Act has been in force since June 2018.", "entry-into-force Seal Act 2018-06"),
        ("The Lagoon Convention was ratified in July 2018.", "ratification Lagoon Convention 2018-07"),
        ("The opening of the Orla Post in May 2018 was welcome.", "opening Orla Post 2018-05"),
        ("Fees fell with the entry into force of the Seal Act on 1 July 2018.", "entry-into-force Seal Act 2018-07-01"),
        ("The Harbour Portal was commissioned in June 2018.", "operation Harbour Portal 2018-06"),
        ("Mr Bo Lind was appointed Comptroller in June 2018.", "appointment Bo Lind 2018-06"),
        ("Mr Bo Lind, the Comptroller, retired in June 2018.", "departure Bo Lind 2018-06"),
        ("The Safe Seas Programme was suspended.", "suspension Safe Seas Programme 2018"),
        ("The Seal Act entered into force on 1 March 2018.", "entry-into-force Seal Act 2018-03-01"),
        ("The Safe Seas Programme was extended to barges.", "extension Safe Seas Programme 2018"),
        ("The Joint Patrol resumed in June.", "resumption Joint Patrol 2018-06"),
        ("The Central Laboratory was granted the status of a model.", "grant-of-status Central Laboratory 2018"),
        ("The Fisheries Agreement expired in May 2018.", "expiry Fisheries Agreement 2018-05"),
        ("The Cattle Ban was lifted in April.", "abolition Cattle Ban 2018-04"),
        ("The Board put the Harbour Code into force in May 2018.", "entry-into-force Harbour Code 2018-05"),
        ("The Harbour Portal went live in June 2018.", "operation Harbour Portal 2018-06"),
    ],
)
def test_a_change_tells_what_it_affects_and_when(text: str, change: str) -> None:
    assert told(text) == [f"{change} actual"]


@pytest.mark.parametrize(
    "text",
    [
        "The Training Academy was founded by law.",
        "The Seal Act was in force in June 2018.",
        "The Harbour Portal starts at eight.",
        "In May 2018 the Orla Post opened 40 crates.",
        "The planned opening of the Orla Post in May 2018 was given up.",
        "The opening of the Orla Post's hall in May 2018 was welcome.",
    ],
)
def test_some_changes_are_told_only_with_a_date(text: str) -> None:
    assert told(text) == []


def test_a_planned_change_is_stated_in_claims_alone() -> None:
    assert told("The Training Academy will be renamed in 2019.") == ["renaming Training Academy 2019 planned"]
    _, claims = read("The Training Academy will be renamed in 2019.")
    assert {claim.modality for claim in claims} == {Modality.PLANNED}


@pytest.mark.parametrize(
    "text",
    [
        "The Harbour Code has not entered into force.",
        "The Trade Portal extends to all ports.",
        "The Board closed the meeting.",
        "The Seal Act may be repealed one day.",
        "The number of members of the Safe Seas Programme was lifted to 300.",
        "The Board extended the reach of the Harbour Portal.",
        "The Harbour Portal exemption was abolished.",
        "The Orla Post closes at six.",
        "The Orla Post, which is placed under the joint leadership of the Ministry of Trade, filed 20 cases.",
    ],
)
def test_what_sounds_like_a_change_and_is_none(text: str) -> None:
    assert told(text) == []


def test_the_words_are_the_evidence() -> None:
    facts, claims = read("The Safe Seas Programme was suspended in May 2018 for want of ships.")
    assert claims
    for claim in claims:
        ((start, end),) = claim.evidence
        assert facts.text.text[start:end].startswith("Safe Seas Programme was suspended")
