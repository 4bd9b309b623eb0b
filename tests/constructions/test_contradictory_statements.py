"""Two values of what a thing has only one of at a time, told in two places, and pairs that only look like it."""

from __future__ import annotations

import pytest

from customs_kg.graph.model import DiscrepancyType
from tests.constructions.readings import of_two_sections


def contradictions(one: str, other: str) -> list[str]:
    """The contradictions of statements in a report of two sections."""
    return [
        d.comment for d in of_two_sections(one, other).discrepancies if d.type is DiscrepancyType.STATEMENT_CONFLICT
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Director General is Mr John Berg.", "Ms Anna Lund is the Director General."),
        ("Mr John Berg has been Director General since 2015.", "Ms Anna Lund has been Director General since 2016."),
        ("Ms Anna Lund, Comptroller since 2012, is a jurist.", "The Comptroller is Mr Bo Lind."),
        ("The Enforcement Bureau is headed by Mr John Berg.", "The Enforcement Bureau is headed by Ms Anna Lund."),
        ("The Canine Unit is led by Mr John Berg.", "Ms Anna Lund heads the Canine Unit."),
        (
            "The Joint Border Committee is chaired by the Ministry of Finance.",
            "The Ministry of Trade chairs the Joint Border Committee.",
        ),
        ("The Customs Academy has its seat in Torvik.", "The Customs Academy is headquartered in Holm."),
        (
            "The headquarters of the Enforcement Bureau is in Torvik.",
            "The Enforcement Bureau, with its headquarters in Holm, has 40 officers.",
        ),
        (
            "The secretariat of the Lakes Customs Union is in Torvik.",
            "The secretariat of the Lakes Customs Union is in Holm.",
        ),
        (
            "Operation Nightjar was led by the Norland Police.",
            "Operation Nightjar, led by the Norland Coast Guard, ended in June.",
        ),
        ("The Norland Police led Operation Nightjar.", "The Norland Coast Guard led Operation Nightjar."),
    ],
)
def test_two_where_there_can_be_one(one: str, other: str) -> None:
    assert len(contradictions(one, other)) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Mr John Berg was Director General until March 2018.",
            "Ms Anna Lund has been Director General since April 2018.",
        ),
        (
            "In March 2018 the Director General, Mr John Berg, opened the Nelby Office.",
            "Ms Anna Lund is the Director General.",
        ),
        ("Mr John Berg, then Director General, opened the Nelby Office.", "Ms Anna Lund is the Director General."),
        (
            "Ms Anna Lund succeeded Mr John Berg as Director General in May 2018.",
            "The Director General is Ms Anna Lund.",
        ),
        ("Mr John Berg is a Deputy Director General.", "Ms Anna Lund is a Deputy Director General."),
        ("Mr John Berg is Director of Customs.", "Ms Anna Lund is Director of Enforcement."),
        ("The Minister of Finance is Mr John Berg.", "The Minister of Trade is Ms Anna Lund."),
        ("Mr John Berg is Acting Director General.", "Ms Anna Lund is Director General."),
        ("The Director General is Mr John Berg.", "Mr Berg is the Director General."),
        ("The Director General is Mr John Berg.", "The Director General, Mr John Berg, heads the Service."),
        ("The Enforcement Bureau was headed by Mr John Berg.", "The Enforcement Bureau is headed by Ms Anna Lund."),
        (
            "The Enforcement Bureau is headed by Mr John Berg.",
            "The Enforcement Bureau is headed by a Deputy Commissioner.",
        ),
        (
            "The Enforcement Bureau is headed by Mr John Berg and Ms Anna Lund.",
            "The Enforcement Bureau is headed by Mr John Berg.",
        ),
        ("The Customs Academy is headquartered in Torvik.", "The Customs Academy has a branch in Holm."),
        ("The Customs Academy is headquartered in Torvik.", "The Customs Academy is located in Norland."),
        (
            "The Customs Academy was headquartered in Torvik until 2012.",
            "The Customs Academy is headquartered in Holm.",
        ),
        ("The Customs Academy moved its seat from Torvik to Holm.", "The Customs Academy has its seat in Holm."),
        (
            "Operation Nightjar was led by the Norland Police and the Norland Coast Guard.",
            "Operation Nightjar was led by the Norland Police.",
        ),
        (
            "Operation Nightjar was led by the Norland Police at sea.",
            "Operation Nightjar was led by the Norland Coast Guard on land.",
        ),
        (
            "Operation Nightjar was supported by the Norland Police.",
            "Operation Nightjar was led by the Norland Coast Guard.",
        ),
        (
            "Operation Nightjar, run by the Norland Police, led to 40 arrests.",
            "Operation Nightjar was led by the Norland Coast Guard.",
        ),
        ("Operation Nightjar was led by the Norland Police.", "Operation Nightjar was led by the Service."),
    ],
)
def test_statements_that_can_all_be_right(one: str, other: str) -> None:
    assert contradictions(one, other) == []
