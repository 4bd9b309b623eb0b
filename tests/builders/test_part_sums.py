"""Totals that are told with their parts in sentences and rows, and lists that name no whole."""

from __future__ import annotations

import pytest

from customs_kg.builders.pipeline import read_report
from customs_kg.graph.model import DiscrepancyType

HEAD = "VERIDIA CUSTOMS SERVICE\nAnnual Report 2014\n\n1. Results\n\n"


def mismatches(text: str) -> list[str]:
    facts = read_report(f"{HEAD}{text}\n".encode(), "veridia.txt")
    return [d.comment for d in facts.discrepancies if d.type is DiscrepancyType.SUM_MISMATCH]


@pytest.mark.parametrize(
    "text",
    [
        "Officers wrote 940 reports: 610 on cars, 210 on ships and 150 on planes.",
        "Altogether 61 courses were held: 28 for recruits, 19 for officers and 16 for managers.",
        "Of the 84 vans, 50 are red, 20 are blue and 19 are grey.",
        "There were 1,200 complaints. Of these, 700 were upheld, 300 rejected and 260 withdrawn.",
        "Of the 22 agencies, 16 are linked; the remaining eight are not.",
        "The trains made 8,225 trips; 8,310 of them were watched by officers.",
        "There were 61 fires, of which 64 were put out by the crew.",
        "Tolls came to EUR 3.2 million and fees to EUR 4.1 million; together they make EUR 7.9 million.",
        "The year brought 1,420 pleas, 900 of them criminal and 560 civil.",
        "We had 61 fires (40 of which in barns and 24 in mills).",
        "The corps has 2,418 people. Of these, 1,506 are men and 930 women.",
        "Of the 84 appeals, 50 were allowed and 40 dismissed.",
        "Tolls came to EUR 17.1 million. Barges made up EUR 11.2 million of this, rafts EUR 5.3 million and ships "
        "the remaining EUR 0.9 million.",
    ],
)
def test_parts_that_do_not_make_their_total_are_a_mismatch(text: str) -> None:
    assert len(mismatches(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Officers wrote 970 reports: 610 on cars, 210 on ships and 150 on planes.",
        "Officers seized 940 kg of drugs: 410 kg of resin and 210 kg of khat.",
        "Declarations numbered 382, more than the 262 of 2013; 341 of them were on paper.",
        "There are 39 airports and an academy, which taught 288 of them.",
        "Of the 84 vans, 50 are red, 20 are blue and 9 are grey.",
        "Of the 1,200 staff, 700 are women, 600 work at ports and 90 teach.",
        "Of the 22 agencies, 16 are linked; the remaining six are not.",
        "Tolls came to EUR 3.2 million and fees to EUR 4.1 million; together they make EUR 7.3 million.",
        "The year brought 1,420 pleas, 900 of them criminal and 500 civil.",
        "Of the 2,000 people, 1,100 men and 600 women work at sea.",
        "Tolls gave EUR 17.4 million, up 14 percent on the EUR 15.3 million of 2013. Barges made up EUR 11.2 million "
        "of this, rafts EUR 5.3 million and ships the remaining EUR 0.9 million.",
        "The corps has 2,436 people. Of these, 1,506 are men and 930 women.",
        "Of the 84 lorries, 50 were red and 40 were new.",
        "Tolls came to EUR 17.4 million. Barges made up EUR 11.2 million of this, rafts EUR 5.3 million and ships "
        "the remaining EUR 0.9 million.",
        "Imports and exports totalled EUR 2.4 billion; exports were EUR 1.3 billion and imports EUR 1.1 billion. "
        "Preference was granted to imports of EUR 31.4 million.",
        "Finds weighed 59.1 tonnes, 7.6 tonnes above the 51.5 of 2013: 40.5 in Orl, 9.5 in Vik and 9.1 elsewhere.",
    ],
)
def test_parts_that_make_their_total_or_are_only_some_of_it_are_none(text: str) -> None:
    assert mismatches(text) == []


_TABLE = (
    "Table 1. Deeds in 2014\n\nOffice      Barns   Mills   Total\nOrl         1,200     800   2,000\n"
    "Vik           900     450   {vik}\nTorv          700     610   1,310\nAll         2,800   1,860   4,660\n"
)


@pytest.mark.parametrize(("vik", "number"), [("1,350", 0), ("1,450", 1)])
def test_a_row_is_held_to_its_total_where_the_other_rows_hold(vik: str, number: int) -> None:
    assert sum("450" in comment for comment in mismatches(_TABLE.format(vik=vik))) == number
