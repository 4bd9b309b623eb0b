"""Tables in plain text: every cell with the head of its row and of its column."""

from __future__ import annotations

import pytest

from customs_kg.builders.reading.layout import read_blocks
from customs_kg.builders.reading.sections import read_outline
from customs_kg.builders.reading.segments import Segment, SegmentKind, read_segments
from customs_kg.builders.reading.text import words_of


def segments_of(text: str) -> list[Segment]:
    return read_segments(read_outline(text, read_blocks(text)), words_of(text))


def cells_of(text: str) -> list[tuple[str, str, str]]:
    """Row head, column head and words of each cell."""
    return [(s.head, s.column, s.text.text) for s in segments_of(text) if s.kind is SegmentKind.CELL]


def prose_of(text: str) -> list[str]:
    return [s.text.text for s in segments_of(text) if s.kind is not SegmentKind.CELL]


TWO_YEARS = [
    ("Duty", "2021", "410"),
    ("Duty", "2022", "433"),
    ("Excise", "2021", "96"),
    ("Excise", "2022", "101"),
]

SAME_TABLE = {
    "aligned": """
Receipts

               2021     2022
  Duty          410      433
  Excise         96      101
""",
    "labelled head": """
Item           2021     2022
Duty            410      433
Excise           96      101
""",
    "rules": """
==============================
               2021     2022
------------------------------
Duty            410      433
Excise           96      101
==============================
""",
    "pipes": """
| Item   | 2021 | 2022 |
|--------|-----:|-----:|
| Duty   |  410 |  433 |
| Excise |   96 |  101 |
""",
    "pipes without borders": """
Item | 2021 | 2022
--- | --- | ---
Duty | 410 | 433
Excise | 96 | 101
""",
    "tabs": "Item\t2021\t2022\nDuty\t410\t433\nExcise\t96\t101\n",
    "tabs with empty corner": "\t2021\t2022\nDuty\t410\t433\nExcise\t96\t101\n",
    "carriage returns": "            2021     2022\r\nDuty         410      433\r\nExcise        96      101\r\n",
    "box": """
+--------+------+------+
| Item   | 2021 | 2022 |
+--------+------+------+
| Duty   | 410  | 433  |
| Excise | 96   | 101  |
+--------+------+------+
""",
    "dotted": """
                        2021     2022
Duty ...............     410      433
Excise .............      96      101
""",
    "spaced rows": """
               2021     2022

Duty            410      433

Excise           96      101
""",
}


@pytest.mark.parametrize("text", SAME_TABLE.values(), ids=SAME_TABLE)
def test_one_table_in_many_dresses(text: str) -> None:
    assert cells_of(text) == TWO_YEARS


CELLS = {
    "column head of two lines": (
        """
                   Number of      Value
Office              seizures    (EUR m)
North                     12        1.4
South                      9        0.7
""",
        [
            ("North", "Number of seizures", "12"),
            ("North", "Value (EUR m)", "1.4"),
            ("South", "Number of seizures", "9"),
            ("South", "Value (EUR m)", "0.7"),
        ],
    ),
    "column heads over pairs": (
        """
                   Imports            Exports
                2019     2020      2019     2020
Parcels           41       57        12       10
Lorries          300      287       290      266
""",
        [
            ("Parcels", "Imports 2019", "41"),
            ("Parcels", "Imports 2020", "57"),
            ("Parcels", "Exports 2019", "12"),
            ("Parcels", "Exports 2020", "10"),
            ("Lorries", "Imports 2019", "300"),
            ("Lorries", "Imports 2020", "287"),
            ("Lorries", "Exports 2019", "290"),
            ("Lorries", "Exports 2020", "266"),
        ],
    ),
    "row head over two lines": (
        """
                                 2020     2021
Value added tax on goods
  imported by post                 12       15
Landing levy on ships and
boats                               3        4
Fines                               8        7
""",
        [
            ("Value added tax on goods imported by post", "2020", "12"),
            ("Value added tax on goods imported by post", "2021", "15"),
            ("Landing levy on ships and boats", "2020", "3"),
            ("Landing levy on ships and boats", "2021", "4"),
            ("Fines", "2020", "8"),
            ("Fines", "2021", "7"),
        ],
    ),
    "groups and a total": (
        """
                      2020     2021
Revenue
  Duty                  70       75
  Levy                  30       35
    Total              100      110
Staff
  Officers             640      655
""",
        [
            ("Revenue: Duty", "2020", "70"),
            ("Revenue: Duty", "2021", "75"),
            ("Revenue: Levy", "2020", "30"),
            ("Revenue: Levy", "2021", "35"),
            ("Revenue: Total", "2020", "100"),
            ("Revenue: Total", "2021", "110"),
            ("Staff: Officers", "2020", "640"),
            ("Staff: Officers", "2021", "655"),
        ],
    ),
    "marks of notes": (
        """
                   2020       2021
Searches          1,204*     1,310(a)
Dogs (1)             14         15¹
Boats                 6[2]     n/a

* Estimate.
(a) Without the islands.
""",
        [
            ("Searches", "2020", "1,204"),
            ("Searches", "2021", "1,310"),
            ("Dogs (1)", "2020", "14"),
            ("Dogs (1)", "2021", "15"),
            ("Boats", "2020", "6"),
            ("Boats", "2021", "n/a"),
        ],
    ),
    "no figure": (
        """
              2019     2020     2021
Drugs (kg)       -      110      n/a
Knives         ...       41       38
""",
        [
            ("Drugs (kg)", "2019", "-"),
            ("Drugs (kg)", "2020", "110"),
            ("Drugs (kg)", "2021", "n/a"),
            ("Knives", "2019", "..."),
            ("Knives", "2020", "41"),
            ("Knives", "2021", "38"),
        ],
    ),
    "all cells of a row empty of figures": (
        """
              2019     2020
Whales         n/a      n/a
Seals            3        2
Otters           1        4
""",
        [
            ("Whales", "2019", "n/a"),
            ("Whales", "2020", "n/a"),
            ("Seals", "2019", "3"),
            ("Seals", "2020", "2"),
            ("Otters", "2019", "1"),
            ("Otters", "2020", "4"),
        ],
    ),
    "empty cells": (
        """
              2019     2020     2021
Flares                   12       14
Kites            5                 6
Rafts            1        2        3
""",
        [
            ("Flares", "2020", "12"),
            ("Flares", "2021", "14"),
            ("Kites", "2019", "5"),
            ("Kites", "2021", "6"),
            ("Rafts", "2019", "1"),
            ("Rafts", "2020", "2"),
            ("Rafts", "2021", "3"),
        ],
    ),
    "years down the side": (
        """
Year      Duty     Levy
2019       310       12
2020       290       14
2021       335       15
""",
        [
            ("2019", "Duty", "310"),
            ("2019", "Levy", "12"),
            ("2020", "Duty", "290"),
            ("2020", "Levy", "14"),
            ("2021", "Duty", "335"),
            ("2021", "Levy", "15"),
        ],
    ),
    "signs in columns of their own": (
        """
               2020         2021
Duty         $  410       $  433
Levy         $   12       $   15
Share            3.1 %        3.4 %
""",
        [
            ("Duty", "2020", "$ 410"),
            ("Duty", "2021", "$ 433"),
            ("Levy", "2020", "$ 12"),
            ("Levy", "2021", "$ 15"),
            ("Share", "2020", "3.1 %"),
            ("Share", "2021", "3.4 %"),
        ],
    ),
    "heads over some columns and numbered rows": (
        """
       Item               Value (Rs. crores)     Percentage
                           1996-97    1997-98       change
   1.  Machines               88.1       95.4        + 8.3
   2.  Mineral oil           120.6      104.2        -13.6
""",
        [
            ("Machines", "Value (Rs. crores) 1996-97", "88.1"),
            ("Machines", "Value (Rs. crores) 1997-98", "95.4"),
            ("Machines", "Percentage change", "+ 8.3"),
            ("Mineral oil", "Value (Rs. crores) 1996-97", "120.6"),
            ("Mineral oil", "Value (Rs. crores) 1997-98", "104.2"),
            ("Mineral oil", "Percentage change", "-13.6"),
        ],
    ),
    "marks of lists and colons": (
        """
* Receipts            : 19.2
* Number of officers  : 3,012
""",
        [("Receipts", "", "19.2"), ("Number of officers", "", "3,012")],
    ),
    "no column heads": (
        """
Founded               1998
Offices                 14
Officers             2,846
""",
        [("Founded", "", "1998"), ("Offices", "", "14"), ("Officers", "", "2,846")],
    ),
    "empty fields between pipes": (
        "| Goods | 2020 | 2021 |\n|---|---|---|\n| Tea | | 14 |\n| Salt | 9 | |\n",
        [("Tea", "2021", "14"), ("Salt", "2020", "9")],
    ),
    "change in per cent": (
        """
                    2020      2021     Change (%)
Journeys           1,250     1,400           12.0
Vessels               80        75           -6.3
""",
        [
            ("Journeys", "2020", "1,250"),
            ("Journeys", "2021", "1,400"),
            ("Journeys", "Change (%)", "12.0"),
            ("Vessels", "2020", "80"),
            ("Vessels", "2021", "75"),
            ("Vessels", "Change (%)", "-6.3"),
        ],
    ),
}


@pytest.mark.parametrize(("text", "expected"), CELLS.values(), ids=CELLS)
def test_cells_have_their_heads(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert cells_of(text) == expected


@pytest.mark.parametrize(
    ("above", "caption"),
    [
        ("Table 4. Receipts (EUR thousand)\n", "Table 4. Receipts (EUR thousand)"),
        ("Table 4: Receipts by office,\nin thousands\n", "Table 4: Receipts by office (thousands)"),
        ("Receipts, RMB million\n", "Receipts (RMB million)"),
        ("Receipts by office in the year\n\nUnit: RMB million\n", "(RMB million)"),
        ("The year brought much work. All offices took part in it.\n", ""),
    ],
)
def test_caption_is_what_stands_over_the_table(above: str, caption: str) -> None:
    text = (
        f"I. RECEIPTS\n\nThe office counts its money with care.\n\n{above}\n            2021    "
        " 2022\nDuty         410      433\nLevy           9       10\n"
    )
    captions = {s.caption for s in segments_of(text) if s.kind is SegmentKind.CELL}
    assert captions == {caption}


def test_a_table_goes_on_over_a_page_break_with_its_heads() -> None:
    text = (
        "            2021     2022\nDuty         410      433\nLevy           9       10\n\n7\n"
        "\f\nFines          3        2\nFees           1        1\n"
    )
    assert {(head, column) for head, column, _ in cells_of(text)} == {
        (head, column) for head in ("Duty", "Levy", "Fines", "Fees") for column in ("2021", "2022")
    }


def test_notes_under_a_table_are_sentences_without_their_marks() -> None:
    text = (
        "            2021     2022\nDuty         410*     433\nLevy (1)       9       10\n\n* Revised.\n"
        "(1) On every ship\n    that lands.\nSource: the office's own books.\n\nThe work goes on.\n"
    )
    assert prose_of(text) == [
        "Revised.",
        "On every ship that lands.",
        "Source: the office's own books.",
        "The work goes on.",
    ]
    assert ("Levy", "2021", "9") in cells_of(text)


def test_the_row_of_a_cell_spans_its_head() -> None:
    text = (
        "                  2021     2022\nTax on goods\n  sent by post      12       13\nFines "
        "               3        2\n"
    )
    cell = next(s for s in segments_of(text) if s.text.text == "13")
    assert cell.row is not None
    assert text[cell.row.start : cell.row.end].split() == "Tax on goods sent by post 12 13".split()


def test_prose_with_wide_gaps_is_no_table() -> None:
    text = (
        "The   service  kept  14  ships  at  sea\nall   year  and  sold  3  of  them  in\nthe  "
        " spring,  when  2  more  were  due.\n"
    )
    assert cells_of(text) == []
    assert prose_of(text) == [
        "The service kept 14 ships at sea all year and sold 3 of them in the spring, when 2 more were due."
    ]


def test_words_in_columns_are_a_table_too() -> None:
    text = (
        "Partner       Paper               Signed\nNorra         Letter of intent    Oslo\nSunda "
        "        Memorandum          Bali\nVesta         Protocol            Rome\n"
    )
    assert ("Sunda", "Paper", "Memorandum") in cells_of(text)
