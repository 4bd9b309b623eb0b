"""Headings, front matter, pages, lists, labels, notes and repetitions in small texts of our own."""

from __future__ import annotations

import pytest

from customs_kg.builders.reading.layout import read_blocks
from customs_kg.builders.reading.sections import Outline, read_outline
from customs_kg.builders.reading.segments import Segment, SegmentKind, read_segments
from customs_kg.builders.reading.text import words_of


def outline_of(text: str) -> Outline:
    return read_outline(text, read_blocks(text))


def segments_of(text: str) -> list[Segment]:
    return read_segments(outline_of(text), words_of(text))


def words_in(text: str) -> list[str]:
    return [s.text.text for s in segments_of(text)]


SEA = (
    "The cutters of the service were at sea for most of the summer, and the crews that\n"
    "were relieved in August had searched every yacht between the two capes."
)
LAND = (
    "On land the posts stayed open through the night. Their dogs were trained again and\n"
    "the kennels, which had been too small, were built anew."
)

HEADED = {
    "roman": ("I. AT SEA", "II. ON LAND"),
    "roman with dash": ("I - At sea", "II - On land"),
    "arabic": ("1. At sea", "2. On land"),
    "arabic with bracket": ("1) At sea", "2) On land"),
    "arabic without a mark": ("1 At sea", "2 On land"),
    "zero": ("1.0 At sea", "2.0 On land"),
    "levels": ("3.1 At sea", "3.2 On land"),
    "levels with full stop": ("3.1. At sea", "3.2. On land"),
    "letter and number": ("C1. At sea", "C2. On land"),
    "letters": ("A. At sea", "B. On land"),
    "part": ("PART A: AT SEA", "PART B: ON LAND"),
    "part in words": ("Part One: At sea", "Part Two: On land"),
    "chapter": ("Chapter 1. At sea", "Chapter 2. On land"),
    "section sign": ("§ 1 At sea", "§ 2 On land"),
    "capitals": ("AT SEA", "ON LAND"),
    "plain": ("At sea", "On land"),
    "year at the end": ("AT SEA IN 2021", "ON LAND IN 2021"),
    "markdown": ("# At sea", "## On land"),
    "bold": ("**At sea**", "**On land**"),
    "equals": ("== At sea ==", "== On land =="),
    "underlined": ("At sea\n------", "On land\n======="),
    "number over title": ("CHAPTER 1\nAT SEA", "CHAPTER 2\nON LAND"),
    "number over title, parted": ("Chapter One\n\nAt sea", "Chapter Two\n\nOn land"),
    "letters set wide": ("A T   S E A", "O N   L A N D"),
}


@pytest.mark.parametrize("blank", ["\n\n", "\n"], ids=["blank line below", "close"])
@pytest.mark.parametrize("headings", HEADED.values(), ids=HEADED)
def test_headings_of_every_kind(headings: tuple[str, str], blank: str) -> None:
    text = f"{headings[0]}{blank}{SEA}\n\n{headings[1]}{blank}{LAND}\n"
    sections = outline_of(text).sections
    titles = [s.title.removesuffix(" in 2021").lower() for s in sections]
    assert titles == ["at sea", "on land"]
    assert len(words_in(text)) == 3
    assert [s.span.start for s in sections] == [text.index(heading) for heading in headings]


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r", "\f"])
def test_paragraphs_of_one_line_with_headings_between(ends: str) -> None:
    long = (
        "The cutters were at sea for most of the summer and every yacht between the capes was searched "
        "by their crews, who were relieved in August. " * 3
    )
    text = ends.join(
        [
            "Report of the Cutters 2021",
            "",
            "At sea",
            long,
            long.replace("cutters", "boats"),
            "",
            "On land",
            long.replace("cutters", "dogs"),
            "",
        ]
    )
    outline = outline_of(text)
    assert outline.title == "Report of the Cutters 2021"
    assert [s.title for s in outline.sections] == ["Report of the Cutters 2021", "At sea", "On land"]
    assert len({s.paragraph for s in segments_of(text)}) == 3


def test_paragraphs_of_one_line_with_blank_lines_between() -> None:
    lines = [
        f"In week {n} of the year the cutters searched {n + 3} yachts between the capes, and their "
        "crews, who were relieved in August, found nothing on board of them that the law forbids; "
        "the yachts went on."
        for n in range(30)
    ]
    text = "\n\n".join(["The year at sea", *lines[:15], "The year on land", *lines[15:]])
    assert [s.title for s in outline_of(text).sections] == ["The year at sea", "The year on land"]
    assert len({s.paragraph for s in segments_of(text)}) == 30


FRONT = """
NORRA COAST SERVICE
Report of the Commander
for the year 2021

Printed at Vik

CONTENTS

1. At sea ............................... 3
2. On land .............................. 12
Annex: Boats ............................ 40

1. At sea

{SEA}

2. On land

{LAND}
"""


def test_title_front_matter_and_contents() -> None:
    text = FRONT.format(SEA=SEA, LAND=LAND)
    outline = outline_of(text)
    assert outline.title == "Norra Coast Service"
    assert [s.title for s in outline.sections] == ["Norra Coast Service", "At sea", "On land"]
    assert words_in(text)[:2] == ["Report of the Commander for the year 2021", "Printed at Vik"]
    assert not [s for s in segments_of(text) if s.kind is SegmentKind.CELL]


def test_contents_without_page_numbers_are_left_out() -> None:
    text = f"Norra Coast Service\n\nContents\n\n1. At sea\n2. On land\n\n1. At sea\n\n{SEA}\n\n2. On land\n\n{LAND}\n"
    assert [s.title for s in outline_of(text).sections] == ["Norra Coast Service", "At sea", "On land"]


def test_an_address_and_a_signature_are_read_line_by_line() -> None:
    text = f"To the Warden\nHarbour House\nVik\n\n{SEA}\n\nIngrid Dahl\nCommander of the Coast Service\n"
    assert "To the Warden, Harbour House, Vik" in words_in(text)
    assert words_in(text)[-1] == "Ingrid Dahl, Commander of the Coast Service"
    assert [s.title for s in outline_of(text).sections if s.number] == []


def test_a_signature_before_a_heading_is_none() -> None:
    text = f"1. FOREWORD\n\n{SEA}\n\nIngrid Dahl\n\n2. ON LAND\n\n{LAND}\n"
    assert [s.title for s in outline_of(text).sections] == ["Foreword", "On Land"]


def pages(*, head: str = "", foot: str = "", feed: str = "\n") -> str:
    """Prose over four pages that are cut in the middle of a sentence."""
    body = [
        "The cutters went out on the first day of May and were joined near the northern cape by",
        "two boats of the pilots, which stayed with them until the storm of the tenth drove all",
        "of them back to the harbour at Vik. There they lay for a week. The crews mended nets and",
        "painted the hulls, and no yacht was searched before the wind had gone round to the south.",
    ]
    parts = []
    for n, line in enumerate(body, 1):
        top = f"{head.format(n=n)}\n\n" if head else ""
        bottom = f"\n\n{foot.format(n=n)}" if foot else ""
        parts.append(f"{top}{line}{bottom}")
    return f"\n{feed}\n".join(parts) + "\n"


@pytest.mark.parametrize(
    ("head", "foot", "feed"),
    [
        ("", "{n}", "\n"),
        ("", "- {n} -", "\n"),
        ("", "Page {n} of 4", "\n"),
        ("", "{n}", "\f"),
        ("Coast Service Annual Report", "{n}", "\n"),
        ("Coast Service Annual Report    {n}", "", "\n"),
        ("{n} | Coast Service", "", "\f"),
        ("COAST SERVICE", "", "\f"),
        ("", "Coast Service yearbook, page {n}", "\n"),
        ("", "", "\f"),
        ("", "", "\n\n"),
    ],
)
def test_pages_leave_no_trace(head: str, foot: str, feed: str) -> None:
    plain = " ".join(pages().split())
    text = pages(head=head, foot=foot, feed=feed)
    assert " ".join(words_in(text)) == plain
    assert len(outline_of(text).sections) == 1


def test_subheadings_that_come_back_are_no_running_heads() -> None:
    chapters = "\n\n".join(
        f"{n}. The {place}\n\nResults\n\n{SEA.replace('summer', place)}\n\nPlans\n\n{LAND.replace('night', place)}"
        for n, place in enumerate(["north", "south", "east", "west"], 1)
    )
    assert [s.title for s in outline_of(chapters).sections].count("Plans") == 4


def test_figures_on_lines_of_their_own_are_no_page_numbers() -> None:
    text = f"{SEA}\n\nBoats searched\n\n412\n\nBoats held\n\n97\n\n{LAND}\n"
    assert "412" in " ".join(words_in(text))


LISTS = {
    "dashes": "- mend the nets;\n- paint the hulls;\n- train the dogs.\n",
    "stars": "* mend the nets;\n* paint the hulls;\n* train the dogs.\n",
    "bullets": "• mend the nets;\n• paint the hulls;\n• train the dogs.\n",
    "bullets of a word processor": "\uf0b7 mend the nets;\n\uf0b7 paint the hulls;\n\uf0b7 train the dogs.\n",
    "bullets without blanks": "•mend the nets;\n•paint the hulls;\n•train the dogs.\n",
    "dashes of print": "– mend the nets;\n– paint the hulls;\n– train the dogs.\n",
    "letter o": "  o  mend the nets;\n  o  paint the hulls;\n  o  train the dogs.\n",
    "numbers": "1. mend the nets;\n2. paint the hulls;\n3. train the dogs.\n",
    "capital numbers": "1. Mend the nets\n2. Paint the hulls\n3. Train the dogs\n",
    "numbers in brackets": "(1) mend the nets;\n(2) paint the hulls;\n(3) train the dogs.\n",
    "letters": "a) mend the nets;\nb) paint the hulls;\nc) train the dogs.\n",
    "letters in brackets": "(a) mend the nets;\n(b) paint the hulls;\n(c) train the dogs.\n",
    "small roman": "i. mend the nets;\nii. paint the hulls;\niii. train the dogs.\n",
    "blank lines": "- mend the nets;\n\n- paint the hulls;\n\n- train the dogs.\n",
    "numbers with blank lines": "1. Mend the nets\n\n2. Paint the hulls\n\n3. Train the dogs\n",
    "wrapped": "- mend the\n  nets;\n- paint\n  the hulls;\n- train the dogs.\n",
    "wrapped, parted and wrapped": "   - mend the\n     nets;\n\n   - paint\n     the hulls;\n\n   - train the dogs.\n",
}


@pytest.mark.parametrize("glue", ["\n\n", "\n"], ids=["parted", "close"])
@pytest.mark.parametrize("items", LISTS.values(), ids=LISTS)
def test_lists_of_every_kind(items: str, glue: str) -> None:
    text = f"{LAND}\n\nIn spring the crews will:{glue}{items}\n{SEA}\n"
    found = [s for s in segments_of(text) if s.kind is SegmentKind.ITEM]
    assert [s.text.text.strip(";.").lower() for s in found] == ["mend the nets", "paint the hulls", "train the dogs"]
    assert {s.lead.text for s in found} == {"In spring the crews will:"}
    assert len(outline_of(text).sections) == 1


def test_nested_items_continue_the_item_above_them() -> None:
    text = f"{LAND}\n\nThe crews will\n\n  - mend\n      - the nets,\n      - the sails; and\n  - paint the hulls.\n"
    leads = {s.text.text: s.lead.text for s in segments_of(text) if s.kind is SegmentKind.ITEM}
    assert leads["paint the hulls."] == "The crews will"
    assert set(leads) == {"mend", "the nets,", "the sails; and", "paint the hulls."}


def test_nested_items_under_a_colon() -> None:
    text = (
        f"{LAND}\n\nThe crews will:\n\n  1. mend all of:\n     a) the nets,\n     b) the sails;\n"
        "  2. paint the hulls.\n"
    )
    leads = {s.text.text: s.lead.text for s in segments_of(text) if s.kind is SegmentKind.ITEM}
    assert leads["the sails;"] == "mend all of:"
    assert leads["paint the hulls."] == "The crews will:"


def test_an_item_goes_on_over_a_blank_line() -> None:
    text = "The crews will:\n\n  - mend the nets.\n\n    They need rope for it.\n\n  - paint the hulls.\n"
    found = [s for s in segments_of(text) if s.kind is SegmentKind.ITEM]
    assert [s.text.text for s in found] == ["mend the nets.", "They need rope for it.", "paint the hulls."]
    assert [s.lead.text for s in found] == ["The crews will:", "", "The crews will:"]


def test_labels_are_read_line_by_line() -> None:
    text = (
        f"{SEA}\n\nCommander: Ingrid Dahl\nSeat: Vik, in the old\n  customs house\nBoats: 14\nTelephone: "
        f"none\n\n{LAND}\n"
    )
    assert "Commander: Ingrid Dahl" in words_in(text)
    assert "Boats: 14" in words_in(text)
    assert "Seat: Vik, in the old customs house" in words_in(text)


def test_notes_at_the_foot_of_a_page_are_sentences_and_marks_are_gone() -> None:
    text = (
        f"{SEA}\nAll 14 boats¹ were out, 12[2] of them by night, and 9* with dogs.\n\n____________\n"
        f"¹ Two were lent by the pilots.\n[2] By the log.\n\n{LAND}\n"
    )
    said = words_in(text)
    assert "All 14 boats were out, 12 of them by night, and 9 with dogs." in said
    assert "Two were lent by the pilots." in said
    assert "By the log." in said


def test_units_with_small_figures_keep_them() -> None:
    assert words_in("The hall has 400 m² and the basin 90 km² or so.\n") == [
        "The hall has 400 m² and the basin 90 km² or so."
    ]


def test_what_stands_in_bold_is_read_plainly() -> None:
    assert words_in("The **Coast Service** was *never* late in the year.\n") == [
        "The Coast Service was never late in the year."
    ]


def test_a_repeated_paragraph_is_marked() -> None:
    text = f"1. AT SEA\n\n{SEA}\n\n{LAND}\n\n2. IN SHORT\n\n{LAND}\n"
    found = segments_of(text)
    assert [s.repeats for s in found] == [None, None, None, 1, 2]
    assert found[3].text.text == found[1].text.text


def test_rows_with_the_same_words_in_other_tables_are_no_repetition() -> None:
    table = "            2021     2022\nDuty         410      433\nLevy           9       10\n"
    text = f"1. NORTH\n\nTable 1. North\n\n{table}\n2. SOUTH\n\nTable 2. South\n\n{table}\n"
    assert {s.repeats for s in segments_of(text)} == {None}


@pytest.mark.parametrize(
    ("stored", "read"),
    [
        ("The enforce-\nment of rules. The enforcement went on.", "The enforcement of rules."),
        ("A gov\u00ad\nernment of one.", "A government of one."),
        ("The cross-\nborder trade and cross-border crime.", "The cross-border trade and cross-border crime."),
        ("The year 2020-\n21 was calm.", "The year 2020-21 was calm."),
        ("Goods for import-\nand export are sorted.", "Goods for import- and export are sorted."),
        ("The import/\nexport office.", "The import/export office."),
        ("Ports \u2014\nall of them \u2014 closed.", "Ports - all of them - closed."),
        ("Ports\u2014all of them\u2014closed.", "Ports - all of them - closed."),
        ("From 10\u201412 June.", "From 10-12 June."),
        ("The agency\u00e2\u20ac\u2122s duty of \u00c2\u00a35m.", "The agency's duty of £5m."),
        ("The caf\u00c3\u00a9 at the quay\u00e2\u20ac\u201copen.", "The café at the quay-open."),
        ("The agency\ufffds duty.", "The agency's duty."),
        ("The agency\u0092s \u0093own\u0094 duty.", 'The agency\'s "own" duty.'),
        ("The \u202eagency\u202c has\u200b a\ufeff plan.", "The agency has a plan."),
        ("The\u00a0agency\u2003has a\tplan.", "The agency has a plan."),
        ("The \u0007agency\u001b has a plan.", "The agency has a plan."),
        ("The ﬁrst ﬂeet cost ２０ crowns.", "The first fleet cost 20 crowns."),
        ("``Gate'' is ''open''.", '"Gate" is "open".'),
    ],
)
def test_damaged_and_dirty_words_are_read(stored: str, read: str) -> None:
    found = segments_of(stored)[0].text
    assert found.text == read
    assert stored[found.offset(0)] == stored.lstrip()[0]


def test_lines_that_are_paragraphs_with_no_blank_line_at_all() -> None:
    text = (
        "Coast Service of Norra\nReport of the Year 2019\nMessage from the Commander\n"
        "The year 2019 brought change. We moved to a new house in April and opened two posts, at which 40 men serve.\n"
        "I thank them all for the work that they did.\nIngrid Dahl, Commander\n1. Our stations\n"
        "The service has five stations and 140 men, most of whom live on the northern isle with their families.\n"
        "2. At sea\nIn 2019 the cutters took these on board, among other things that had been lost by ships:\n"
        "• 220 barrels of oil\n• 14 nets\nThe service also saved 87 people, nine of whom had been adrift for a week.\n"
    )
    sections = outline_of(text).sections
    assert [s.title for s in sections[1:]] == ["Message from the Commander", "Our stations", "At sea"]
    found = segments_of(text)
    assert [s.text.text for s in found if s.kind is SegmentKind.ITEM] == ["220 barrels of oil", "14 nets"]
    assert "Ingrid Dahl, Commander" in words_in(text)


def test_prose_in_capitals_is_read() -> None:
    text = f"{SEA}\n\n{LAND}\n".upper() * 3
    assert len(words_in(text)) == 9


def test_lines_two_blank_lines_apart_are_one_paragraph() -> None:
    lines = "\n".join([SEA, LAND] * 6).split("\n")
    text = "\n\n\n".join(["1. At sea and on land", *lines]) + "\n"
    assert [s.title for s in outline_of(text).sections] == ["At sea and on land"]
    assert len({s.paragraph for s in segments_of(text)}) == 1
    assert len(words_in(text)) == 18


def test_a_signature_set_to_the_right_is_read_line_by_line() -> None:
    text = f"{SEA}\n\n{' ' * 58}Ingrid Dahl\n{' ' * 50}Commander of the Coast\n"
    assert words_in(text)[-1] == "Ingrid Dahl, Commander of the Coast"


def test_a_note_whose_number_stands_alone_takes_it_out_of_the_prose() -> None:
    notes = "1\n  In the harbour.\n2\n  Built before 1950.\n"
    text = f"{SEA}\nNine boats sank.1 Two were old2 and the rest was new.\n\n{notes}"
    assert words_in(text)[1:] == [
        "Nine boats sank.",
        "Two were old and the rest was new.",
        "In the harbour.",
        "Built before 1950.",
    ]


@pytest.mark.parametrize(
    ("stored", "read"),
    [
        ("See the [list of boats](https://boats.example/list) for more.", "See the list of boats for more."),
        ("> The boats were old.\n> The crews were young.", "The boats were old."),
        ("The boats[^old] were sold.\n\n[^old]: Built before 1950.", "The boats were sold."),
        ("Boats of class C3 were built under section 9(2).", "Boats of class C3 were built under section 9(2)."),
    ],
)
def test_marks_of_markdown_are_left_out(stored: str, read: str) -> None:
    assert words_in(stored)[0] == read


def test_a_list_numbered_on_after_items_under_it_is_one_list() -> None:
    items = "1. Nets are torn:\n   - 20 of hemp\n   - 3 of silk\n\n2. Hulls are old.\n\n3. Dogs are few."
    text = f"{SEA}\n\n{items}\n\n2. ON LAND\n\n{LAND}\n"
    assert [s.title for s in outline_of(text).sections][1:] == ["On Land"]
    assert [s.text.text for s in segments_of(text) if s.kind is SegmentKind.ITEM] == [
        "Nets are torn:",
        "20 of hemp",
        "3 of silk",
        "Hulls are old.",
        "Dogs are few.",
    ]


@pytest.mark.parametrize("heading", ["Annex A", "PART III", "Appendix 2", "THE BOATS."])
def test_headings_without_more_words(heading: str) -> None:
    text = f"1. AT SEA\n\n{SEA}\n\n{heading}\n\n{LAND}\n"
    assert [s.title.lower() for s in outline_of(text).sections] == ["at sea", heading.lower().rstrip(".")]


def test_numbers_of_paragraphs_are_no_words_of_them() -> None:
    second = "1.2  No. 12 was sold. It was bought under Law no. 86/1998."
    text = f"1. AT SEA\n\n1.1  The cutters were out all year.\n\n{second}\n"
    assert words_in(text) == [
        "The cutters were out all year.",
        "No. 12 was sold.",
        "It was bought under Law no. 86/1998.",
    ]
    assert len(outline_of(text).sections) == 1


def test_the_title_of_an_item_stands_apart_from_its_text() -> None:
    text = "     The boats were out for ninety nights, which is more than in any of the\n     years before."
    item = f"  a) Night watch\n{text}"
    text = f"{SEA}\n\n{item}\n"
    assert [s.text.text for s in segments_of(text) if s.kind is SegmentKind.ITEM] == [
        "Night watch",
        "The boats were out for ninety nights, which is more than in any of the years before.",
    ]


@pytest.mark.parametrize("mark", ["*", "-", "•"])
def test_a_heading_right_over_a_list(mark: str) -> None:
    text = f"AT SEA\n\n{SEA}\n\nOur Tasks\n{mark} To watch the coast\n{mark} To save lives\n\n{LAND}\n"
    assert [s.title for s in outline_of(text).sections] == ["At Sea", "Our Tasks"]
    assert [s.text.text for s in segments_of(text) if s.kind is SegmentKind.ITEM] == [
        "To watch the coast",
        "To save lives",
    ]


def test_items_whose_figures_are_set_in_a_column_are_items() -> None:
    text = f"{SEA}\n\nThe boats took:\n\n   -  nets:        1,012 (+4.2 %);\n   -  barrels:       430 (+11.1 %).\n"
    assert [s.text.text for s in segments_of(text) if s.kind is SegmentKind.ITEM] == [
        "nets: 1,012 (+4.2 %);",
        "barrels: 430 (+11.1 %).",
    ]
