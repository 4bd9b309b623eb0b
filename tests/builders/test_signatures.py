"""Who signs a message to the reader, and as what."""

from __future__ import annotations

import pytest

from customs_kg.builders.document import read_document
from customs_kg.builders.reading.text import decode_report
from customs_kg.builders.relations.posts.tenures import read_tenures
from customs_kg.builders.things.things import find_things

TITLE = "NORLAND CUSTOMS SERVICE\nAnnual Report 2020\n\n"
REST = "\n\n2. Our work\n\nThe Norland Customs Service (NCS) collects revenue.\n"


def held(message: str) -> set[tuple[str, str, int]]:
    """Person, post and number of pieces of evidence of each post held now."""
    document = read_document(decode_report((TITLE + message + REST).encode(), "norland.txt"))
    things = find_things(document)
    labels = {iri: e.label for iri, e in things.entities.items()}
    _, claims = read_tenures(document, things)
    return {
        (labels[c.subject], labels[c.object], len(c.evidence))
        for c in claims
        if c.predicate.endswith("#holds") and c.modality.name == "STANDING"
    }


@pytest.mark.parametrize(
    ("message", "person", "post"),
    [
        (
            "1. Foreword by the Executive Secretary\n\nFew bodies are older.\n\nPaulina M. Ortega",
            "Paulina M. Ortega",
            "Executive Secretary",
        ),
        (
            "1. Foreword by the Chairman of the Board\n\nAnna Berg left the office of Director in May.\n\nJan Holt",
            "Jan Holt",
            "Chairman of the Board",
        ),
        (
            "1. Commissioner's Overview\n\nWhen I took up the post of Commissioner of Customs in May, much was new."
            "\n\nIlsabet Morrane",
            "Ilsabet Morrane",
            "Commissioner of Customs",
        ),
        (
            "1. Minister's message\n\nAs Minister of Trade, I am pleased to present this report."
            "\n\nThe Honourable Petr Halvorsen, P.C., M.P.",
            "Petr Halvorsen",
            "Minister of Trade",
        ),
        (
            "1. Message from the Director General\n\nIt was a good year.\n\nAnna Lindqvist",
            "Anna Lindqvist",
            "Director General",
        ),
        (
            "1. Foreword\n\nIn my first year as Comptroller of Customs the port was rebuilt.\n\nTomas Idrel",
            "Tomas Idrel",
            "Comptroller of Customs",
        ),
    ],
)  # fmt: skip
def test_a_message_is_signed_in_a_post(message: str, person: str, post: str) -> None:
    assert {(who, what) for who, what, _ in held(message)} == {(person, post)}


def test_the_evidence_is_the_heading_and_the_signature() -> None:
    assert held("1. Message from the Director General\n\nIt was a good year.\n\nAnna Lindqvist") == {
        ("Anna Lindqvist", "Director General", 2)
    }


@pytest.mark.parametrize(
    "message",
    [
        "1. Foreword\n\nIt was a good year for the Director General.\n\nAnna Lindqvist",
        "1. Message from the Director General\n\nIt was a good year.\n\nGreen Harbour",
    ],
)
def test_a_name_alone_holds_no_post_that_nothing_gives_it(message: str) -> None:
    assert not {(who, what) for who, what, _ in held(message) if who == "Anna Lindqvist"}
