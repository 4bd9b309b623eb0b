"""Figures of lists, asides and short notes: what stands before them, or beside them, says what they measure."""

from __future__ import annotations

import pytest

from customs_kg.builders.pipeline import read_report
from customs_kg.graph.model import MeasureKind
from tests.builders.test_figures import reading_of


@pytest.mark.parametrize(
    ("sentence", "value", "label"),
    [
        ("Finds: barley 120 kg, rye 44 kg, oats 1.2 tonnes.", "44", "rye (finds)"),
        ("Goods held included coal 424 kg, slate 1,210 kg and gravel 31 tonnes.", "1210", "slate (goods)"),
        ("Buyers: Norway 48%, Iceland 30%, Malta 22%.", "30", "share of Iceland (buyers)"),
        ("Coal gave EUR 6 million, gas EUR 8 million and peat EUR 2 million.", "2000000", "peat"),
        ("Income from sheds (down 7%) suffered from the frost.", "-7", "income from sheds"),
        ("By rail: 13,350 guests, mostly at Pine Gate.", "13350", "guests (by rail)"),
        (
            "Norway, Malta and Cyprus made up 21 %, 15 % and 11 % of the visits, respectively.",
            "15",
            "share of visits (Malta)",
        ),
        ("Boats checked numbered 4,000.", "4000", "boats checked"),
        ("Losses were put at between EUR 2 million and EUR 3 million.", "3000000", "losses"),
        ("The council met six times.", "6", "meetings of council"),
        (
            "The share of files closed in time, 97.1% in 2020, must be at least 98%.",
            "97.1",
            "share of files closed in time",
        ),
        ("Of all lorries, 6.2 percent were opened.", "6.2", "share of lorries opened"),
        ("Of arriving lorries, 6.2 percent were opened.", "6.2", "share of arriving lorries opened"),
        ("The club's 510 members account for much.", "510", "members of club"),
        ("Last year's 300 pleas were closed.", "300", "pleas"),
        ("Tips received on the hotline: 9,124", "9124", "tips received on hotline"),
        ("Letters answered within ten days: 89 percent", "89", "letters answered within ten days"),
        ("The Fox Unit, whose 62 dogs are trained at Arlen, won.", "62", "dogs"),
        ("The frost closed the quay for eleven days.", "11", "days (frost closed quay)"),
    ],
)
def test_the_words_before_a_figure_name_it(sentence: str, value: str, label: str) -> None:
    assert reading_of(sentence, value).label == label


@pytest.mark.parametrize(
    ("sentence", "value", "kind"),
    [
        ("We saw 8,130 guests (38%).", "38", MeasureKind.SHARE),
        ("Spending came to EUR 5 million, that is to say 97% of the grant.", "97", MeasureKind.SHARE),
        ("Officers held 300 talks, nearly one in five of them abroad.", "20", MeasureKind.SHARE),
        ("The target of 400 visits was exceeded by 4.4%.", "4.4", MeasureKind.CHANGE_PERCENT),
        ("The wait was 16 minutes, against a standard of 20 minutes.", "20", MeasureKind.TARGET_LEVEL),
        ("A gain of half a percentage point was recorded in trust.", "0.5", MeasureKind.YOY_POINT),
        ("The yard was four times as large as the old one.", "4", MeasureKind.MULTIPLE),
        ("Fines fell by 7%, or 102% of the annual budget.", "102", MeasureKind.SHARE),
        ("Paper forms numbered 890, taking up 71% of the total.", "71", MeasureKind.SHARE),
        ("Visitors came to 16,300, more than eight times the 2,000 of 2017.", "16300", MeasureKind.LEVEL),
        ("Fines reached EUR 5 million, more than in any earlier year.", "5000000", MeasureKind.LEVEL),
        ("Fines of EUR 5 million exceeded the target of EUR 4 million.", "5000000", MeasureKind.LEVEL),
        (
            "Fines of EUR 5 million exceeded the target of EUR 4 million by 25 percent.",
            "25",
            MeasureKind.CHANGE_PERCENT,
        ),
        ("Tolls were EUR 6 million above the target of EUR 90 million.", "6000000", MeasureKind.CHANGE_ABSOLUTE),
        ("Spending was EUR 1.4 million under plan.", "-1400000", MeasureKind.CHANGE_ABSOLUTE),
        ("We got EUR 3 million under the budget of the Union.", "3000000", MeasureKind.LEVEL),
        ("Gold Lane firms 31 (target: 40).", "40", MeasureKind.TARGET_LEVEL),
        ("Scans: 500 (plan 600).", "600", MeasureKind.TARGET_LEVEL),
    ],
)
def test_the_kind_of_a_figure_in_an_aside(sentence: str, value: str, kind: MeasureKind) -> None:
    assert reading_of(sentence, value).kind is kind


@pytest.mark.parametrize(
    ("text", "value", "label"),
    [
        ("Guests 378 million; court cases 1,291; guards trained in Milo 312.", "312", "guards trained in Milo"),
        ("Live orders 53 | Amber seized 21,148 lb | Small parcels, 2013: 1.05 million", "1050000", "Small parcels"),
        ("Checks took 14 hours on average for wine and 2 hours for tea.", "2", "hours (checks taken) for tea"),
        ("Checks took 14 hours on average for wine and 2 hours for tea.", "14", "hours (checks taken) for wine"),
        (
            "Checks took 14 hours for wine and 2 hours for tea, against 16 and 3 hours in 2013.",
            "16",
            "hours (checks taken) for wine",
        ),
        ("Sales were 14 tonnes of wine and 2 tonnes of tea, compared with 16 and 3 tonnes.", "3", "tea"),
        ("The Toll Board met four times.", "4", "meetings of Toll Board"),
        ("Gold Lane firms 31 (target: 40).", "31", "gold Lane firms"),
        ("Wet docks 14; parcels of fake goods held 63,100.", "63100", "parcels of fake goods held"),
        ("In brief, 2013-14: lorries cleared 4 million; tea 12 kg.", "4000000", "lorries cleared"),
        ("Guards 2 186; audits completed 1 847.", "2186", "guards"),
        ("Guests doubled to 600 (2013: 300).", "600", "guests"),
        ("The Port Group, which met six times, is new.", "6", "meetings of Port Group"),
        ("The council met seven times and heard 45 pleas.", "7", "meetings of council"),
    ],
)
def test_rows_and_meetings_are_named(text: str, value: str, label: str) -> None:
    assert reading_of(text, value).label.lower() == label.lower()


def test_the_evidence_of_a_figure_in_a_row_is_its_label_and_itself() -> None:
    text = "Coast Board\nAnnual Report 2018\n\nStaff 843 | Boats on the river 18 | Revenue, growth 9.5 per cent\n"
    facts = read_report(text.encode(), "report.txt")
    stated = {facts.text.text[span.start : span.end] for o in facts.observations for span in o.evidence}
    assert {"Staff 843", "Boats on the river 18", "Revenue, growth 9.5 per cent"} <= {s.strip() for s in stated}
