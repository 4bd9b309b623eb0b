"""Contradictions between figures that a report words in two ways, and figures that only look alike."""

from __future__ import annotations

import pytest

from customs_kg.builders.pipeline import read_report
from customs_kg.graph.model import DiscrepancyType

HEAD = "VERIDIA CUSTOMS SERVICE\nAnnual Report 2014\n\n1. Results\n\n"

TABLE = "Table 1. Resin\n\n               2013   2014\nResin seized (kg)   640    758\nBoats held           12     14\n"


def conflicts(text: str) -> list[str]:
    facts = read_report((HEAD + text + "\n").encode(), "veridia.txt")
    return [d.comment for d in facts.discrepancies if d.type is DiscrepancyType.CONFLICT]


@pytest.mark.parametrize(
    "text",
    [
        f"Guards brought in 785 kg of resin at the border.\n\n{TABLE}",
        "Officers seized 1,203 muskets.\n\nResults were good. In all, 1,230 muskets were kept off the market.",
        "THE THIRD QUARTER\n\nTolls in the quarter were EUR 410.3 million.\n\n"
        "THE YEAR\n\nTolls were EUR 401.3 million in the third quarter of 2014.",
        "The number of toys held on suspicion rose to 94.6 million.\n\nIn 2014, 96.4 million toys were held.",
    ],
)
def test_the_same_digits_in_another_order_contradict(text: str) -> None:
    assert len(conflicts(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The average wait fell from 17 minutes to 14 minutes.",
        "Exports came to 785 boxes.\n\nImports came to 758 boxes.",
        "Officers seized 785 kg of resin in 2013.\n\nThey seized 758 kg of resin in 2014.",
        "All traders made 41,234,567 entries.\n\nWith the app, private people made 57,412 entries.",
        "Cards were used by 74% of visitors (Q2: 59%).",
        "Of the 76 items of the plan, 58 items were done.",
    ],
)
def test_figures_of_two_things_or_times_do_not(text: str) -> None:
    assert conflicts(text) == []
