"""Blocks, sections and segments from plain text in several shapes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from customs_kg.builders.reading.blocks import BlockKind
from customs_kg.builders.reading.layout import read_blocks
from customs_kg.builders.reading.sections import Outline, read_outline
from customs_kg.builders.reading.segments import Segment, SegmentKind, read_segments
from customs_kg.builders.reading.text import words_of


def outline_of(text: str) -> Outline:
    return read_outline(text, read_blocks(text))


def segments_of(text: str) -> list[Segment]:
    return read_segments(outline_of(text), words_of(text))


PROSE = "Officers checked every ship that came in during the year and wrote down what they saw.\nThe work went on."


@pytest.mark.parametrize(
    ("headings", "numbers", "titles"),
    [
        (["I. OVERVIEW", "II. REVENUE AND TRADE"], ["I", "II"], ["Overview", "Revenue and Trade"]),
        (
            ["1. Overview", "2. Revenue and trade", "2.1 Duties"],
            ["1", "2", "2.1"],
            ["Overview", "Revenue and trade", "Duties"],
        ),
        (["PART A: BORDERS", "PART B: TRADE"], ["PART A", "PART B"], ["Borders", "Trade"]),
        (["Message from the Head", "The year at sea"], ["", ""], ["Message from the Head", "The year at sea"]),
        (["WORK AT THE BORDER", "WORK AT SEA"], ["", ""], ["Work at the Border", "Work at Sea"]),
        (["# Borders", "## Trade"], ["", ""], ["Borders", "Trade"]),
    ],
)
def test_sections_are_found_in_any_usual_numbering(headings: list[str], numbers: list[str], titles: list[str]) -> None:
    text = "\n\n".join(part for heading in headings for part in (heading, PROSE)) + "\n"
    sections = outline_of(text).sections
    assert [s.number for s in sections] == numbers
    assert [s.title for s in sections] == titles
    assert [text[s.span.start :].startswith(h) for s, h in zip(sections, headings, strict=True)] == [True] * len(
        headings
    )


def test_sections_cover_the_text_without_overlap() -> None:
    text = f"I. BORDERS\n\n{PROSE}\n\nII. TRADE\n\n{PROSE}\n"
    first, second = outline_of(text).sections
    assert first.span.end == second.span.start
    assert second.span.end == len(text.rstrip())


def test_lost_space_in_a_capital_title_is_put_back() -> None:
    text = f"I. OVERVIEWOF TRADE\n\n{PROSE} An overview of it follows.\n\nII. SHIPMANAGEMENT\n\n{PROSE}\n"
    assert [s.title for s in outline_of(text).sections] == ["Overview of Trade", "Ship Management"]


def test_a_name_of_two_words_in_capitals_has_lost_no_space() -> None:
    text = f"WESTLAND HARBOUR BOARD\n\nI. SMARTGATE\n\n{PROSE}\n"
    assert [s.title for s in outline_of(text).sections][-1] == "Smartgate"


def test_subsection_knows_its_parent() -> None:
    text = f"2. Revenue\n\n{PROSE}\n\n2.1 Duties\n\n{PROSE}\n"
    assert [s.parent for s in outline_of(text).sections] == [None, 0]


def test_double_spaced_lines_are_one_paragraph() -> None:
    weeks = "first second third fourth fifth sixth seventh eighth ninth tenth".split()
    lines = [
        part
        for w in weeks
        for part in (
            f"In the {w} week the service looked after all the ports of the",
            f"{w} isle, and",
            f"it kept the {w} book.",
        )
    ]
    text = "\n\n".join(lines) + "\n"
    kinds = {b.kind for b in read_blocks(text)}
    assert kinds == {BlockKind.PARAGRAPH}
    assert len(segments_of(text)) == 10


def test_running_headers_and_page_numbers_are_dropped() -> None:
    pages = "\n\n".join(
        f"Isle Customs yearbook page {n}\n\nShips came in during week {n} and were all let go again.\n\n{n}"
        for n in range(1, 6)
    )
    words = " ".join(s.text.text for s in segments_of(pages))
    assert "yearbook" not in words
    assert "week 4" in words


def test_list_items_carry_their_lead() -> None:
    text = "The service plans to\n\n  - open an office in the north;\n  - train its staff.\n"
    items = [s for s in segments_of(text) if s.kind is SegmentKind.ITEM]
    assert [s.text.text for s in items] == ["open an office in the north;", "train its staff."]
    assert {s.lead.text for s in items} == {"The service plans to"}


def test_table_cells_carry_row_and_column_heads() -> None:
    text = (
        "Results\n\n"
        "                        FY 2017     FY 2018\n"
        "  Duties (billion)        $34.6       $41.6\n"
        "    of which on ships       n/a        $1.2\n"
    )
    cells = [(s.head, s.column, s.text.text) for s in segments_of(text) if s.kind is SegmentKind.CELL]
    assert cells == [
        ("Duties (billion)", "FY 2017", "$34.6"),
        ("Duties (billion)", "FY 2018", "$41.6"),
        ("Duties (billion): of which on ships", "FY 2017", "n/a"),
        ("Duties (billion): of which on ships", "FY 2018", "$1.2"),
    ]


def test_dotted_leaders_make_cells() -> None:
    text = "Exports ........ USD 12 million     up 3%\nImports ........ USD 14 million     down 2%\n"
    cells = [(s.head, s.text.text) for s in segments_of(text)]
    assert cells == [
        ("Exports", "USD 12 million"),
        ("Exports", "up 3%"),
        ("Imports", "USD 14 million"),
        ("Imports", "down 2%"),
    ]


def test_a_list_of_figures_is_one_row_a_line() -> None:
    text = "THE YEAR IN FIGURES\n\n3.9 million tons of goods\n\nRMB24.3 trillion worth of trade\n\n855,300 ships\n"
    rows = [s.text.text for s in segments_of(text) if s.kind is SegmentKind.ROW]
    assert rows == ["3.9 million tons of goods", "RMB24.3 trillion worth of trade", "855,300 ships"]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Mr. Lee met the U.S. envoy. They spoke, i.e. they argued. No. 12 was signed.", 3),
        ('They chose "open control".The rate fell.', 2),
        ("Values rose by 2.5 percent. It was 3.1 before.", 2),
        ("The model (Note: it has two parts. Both work.) was used. It works.", 2),
        ("Was it enough? It was not!", 2),
    ],
)
def test_sentences_end_where_they_end(text: str, count: int) -> None:
    assert len(segments_of(text)) == count


@pytest.mark.shared
def test_sections_of_the_real_report_are_those_of_the_hand_made_list(report_path: Path) -> None:
    text = report_path.read_text(encoding="utf-8")
    expected = json.loads(Path(__file__).parents[1].joinpath("readings/sections.json").read_text(encoding="utf-8"))[
        "sections"
    ]
    found = outline_of(text).sections
    assert [(s.number, s.title) for s in found] == [(e["number"], e["title"]) for e in expected]
    assert [s.span.start for s in found] == [e["heading"][0] for e in expected]
    assert [s.span.end for s in found[:-1]] == [s.span.start for s in found[1:]]


def test_items_set_off_from_their_marks_are_no_table() -> None:
    text = (
        "The Service will:\n\n"
        "(a)  open 12 offices by 30 June 2030;\n"
        "(b)  collect 1,950 million in duties in 2030; and\n"
        "(c)  buy two boats.\n"
    )
    items = [s.text.text for s in segments_of(text) if s.kind is SegmentKind.ITEM]
    assert items == [
        "open 12 offices by 30 June 2030;",
        "collect 1,950 million in duties in 2030; and",
        "buy two boats.",
    ]


def test_an_angle_bracket_marks_items_that_end_with_a_stop_and_quotes_lines_that_read_on() -> None:
    listed = segments_of("We will:\n> build a pier;\n> hire two men.\n")
    quoted = segments_of("He wrote:\n> the pier is being\n> built by two men\n> from Larn.\n")
    assert [s.kind for s in listed].count(SegmentKind.ITEM) == 2
    assert [s.kind for s in quoted].count(SegmentKind.ITEM) == 0
