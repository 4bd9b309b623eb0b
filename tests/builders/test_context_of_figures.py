"""What a figure measures where the words for it stand in an aside, a phrase around it, or the clause before."""

from __future__ import annotations

from decimal import Decimal

import pytest

from customs_kg.graph.model import MeasureKind
from tests.builders.test_figures import figures_of, reading_of


@pytest.mark.parametrize(
    ("text", "value", "label"),
    [
        ("The backlog, at 412 files, was the smallest ever.", "412", "files (backlog)"),
        ("The deficit, at EUR 3 million, is small.", "3000000", "deficit"),
        ("Recruits - 292 in 2014, as against 318 in 2013 - learn at sea.", "318", "recruits"),
        ("Khat was the worry of the year. We took 96 kg of it in parcels.", "96", "khat taken"),
        ("North Post, which keeps out rum, seized 42 litres of it.", "42", "rum seized by North Post"),
        ("The drive aimed at old iron and seized 680 tons of it.", "680", "old iron seized"),
        ("No herb is worse than khat, of which our teams took 545 kg.", "545", "khat taken"),
        ("Sniffer dogs, 61 teams in all, were on duty.", "61", "teams (sniffer dogs)"),
        ("Khat weighing 9 tonnes was found. Of this, Arlen, with 2.4 tonnes, had the most.", "2.4", "khat (Arlen)"),
        ("They brought in EUR 9 million. Beer accounted for EUR 2 million.", "2000000", "beer (amount brought in)"),
        ("Exports accounted for EUR 9 million and imports for EUR 4 million.", "4000000", "imports"),
        (
            "Drug cases fell to 587, whereas the quantity seized rose to 5.6 tonnes.",
            "5.6",
            "quantity seized (drug cases)",
        ),
        ("Complaints rose to 8,920, of which those against gyms alone numbered 46.", "46", "complaints against gyms"),
        ("Accords were signed with the parliaments of 8 states.", "8", "states (accords signed with parliaments)"),
        ("The Navy met six vessels carrying 201 people.", "201", "people (vessels)"),
        ("Nine hours are now needed to clear a lorry at Brod.", "9", "hours needed to clear lorry at Brod"),
        ("Seven of the 12 regional labs were repaired.", "7", "regional labs repaired"),
        ("Seven of the 12 regional labs were repaired.", "12", "regional labs"),
        ("There was a drop in dutiable sales of 6.5 per cent.", "-6.5", "dutiable sales"),
        ("Boat traffic, year-on-year growth 9.5 per cent.", "9.5", "boat traffic"),
        ("Waivers worth EUR 61 million were granted.", "61000000", "value of waivers granted"),
        ("There were 900 finds; beer accounted for 611 of them.", "611", "finds (beer)"),
        ("The school has 88 pupils: 51 girls, 37 boys.", "37", "boys (of pupils)"),
        (
            "At least 92 per cent of calls answered in time. Result: 94.1 per cent.",
            "94.1",
            "share of calls answered in time",
        ),
        ("Police broke up 26 gangs.", "26", "gangs broken up"),
        ("Parliament has set the Service a target of EUR 6 billion.", "6000000000", "revenue (target)"),
        ("Three more inland depots followed in May.", "3", "more inland depots followed"),
        ("Key figures: audits completed, 8,417; dogs, 12.", "8417", "audits completed"),
        ("Dues were made up of wharf levies, EUR 3 million; light dues, EUR 2 million.", "2000000", "light dues"),
        ("Sales reached EUR 9 and buys EUR 8, rising by 1.8% and 2.7% respectively.", "2.7", "buys"),
        ("Nine trains bound for Arlen were cleared.", "9", "trains cleared bound for Arlen"),
        ("Levies on 187 toys were cut, the average rate falling from 17% to 7%.", "7", "average rate (levies on toys)"),
    ],
)
def test_the_words_around_a_figure_say_what_it_measures(text: str, value: str, label: str) -> None:
    assert reading_of(text, value).label == label


@pytest.mark.parametrize(
    ("text", "value", "kind"),
    [
        ("There was a drop in dutiable sales of 6.5 per cent.", "-6.5", MeasureKind.YOY_PERCENT),
        ("Boat traffic, year-on-year growth 9.5 per cent.", "9.5", MeasureKind.YOY_PERCENT),
        ("This was EUR 50 million, or 3.0%, more than in 2013.", "50000000", MeasureKind.YOY_ABSOLUTE),
        (
            "Dues were EUR 8 million, short of the EUR 9 million written into the budget.",
            "9000000",
            MeasureKind.TARGET_LEVEL,
        ),
    ],
)
def test_changes_and_budgets_are_told_from_levels(text: str, value: str, kind: MeasureKind) -> None:
    readings = figures_of(f"Dues of EUR 61 million were paid. {text}")[1].readings.values()
    assert [r.kind for r in readings if r.value == Decimal(value)] == [kind]


@pytest.mark.parametrize(
    ("text", "value", "period"),
    [
        ("Sealed lorries made up 39.6% of all in 2013 and 83.4% a year later.", "83.4", "2014"),
        ("The wait fell from 62 hours in 2011 to 24 hours.", "24", "2014"),
        ("A treaty of trade was signed in 2006. Two talks were held with Norland.", "2", "2014"),
        ("The school which was founded in 1989 trained 93 officers.", "93", "2014"),
        ("Of the twelve plans which the Court had made in 2011, seven were carried out.", "7", "2014"),
        ("The wait fell from 62 hours in 2011 to 24 hours. Drivers lose 2 days at Brod.", "2", "2014"),
    ],
)
def test_a_year_of_comparison_is_left_behind(text: str, value: str, period: str) -> None:
    assert reading_of(text, value).period.key == period


def test_the_figures_of_an_operation_are_broken_down_by_it() -> None:
    text = "Operation Falcon was mounted in June. It led to 14 arrests, 3 searches and the seizure of 9 kg of khat."
    found = figures_of(text)[1].readings.values()
    assert len(found) == 3
    assert {r.breakdown for r in found} == {(r.result_of,) for r in found if r.result_of}


def test_a_year_at_the_end_of_a_row_head_and_the_day_of_a_title_are_periods() -> None:
    table = "Levies paid, 2013 ....... EUR 17.61 million\nLevies paid, 2014 ....... EUR 18.42 million\n"
    readings = figures_of(table)[1].readings.values()
    assert {(r.label, r.period.key) for r in readings} == {("levies paid", "2013"), ("levies paid", "2014")}
    dated = figures_of("All went well.\n\n2. At a glance, 30 June 2014\n\nDepots 46 | Lockers 843\n")[1]
    assert {r.period.key for r in dated.readings.values()} == {"2014-06-30"}


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("The Service paid 18.42 billion crowns and kept 2 million.", "18420000000", "unit-crown"),
        ("Officers recovered N$96 million.", "96000000", "unit-nad"),
    ],
)
def test_everyday_names_and_signs_of_currencies_are_money(text: str, value: str, unit: str) -> None:
    assert reading_of(text, value).unit.endswith(unit)


def test_a_rise_and_its_percentage_are_changes() -> None:
    readings = figures_of("There was a rise of EUR 355 million or 23.1% in dues.")[1].readings.values()
    assert [r.kind for r in readings] == [MeasureKind.YOY_ABSOLUTE, MeasureKind.YOY_PERCENT]


def test_an_indicator_has_the_acronym_of_a_name_in_its_label_too() -> None:
    text = "The Approved Haulier Programme (AHP) grew. In May, 41 permits of the Approved Haulier Programme were given."
    labels = {label for i in figures_of(text)[1].indicators for label in (i.label, *i.alt_labels)}
    assert any("AHP" in label for label in labels), labels


@pytest.mark.parametrize(
    ("text", "value", "label"),
    [
        # fewer and more than before
        ("Fifty-nine dog teams were trained, four more than in 2013.", "4", "dog teams trained"),
        ("The plan was widened to 35 wards, eight more than a year earlier.", "8", "wards (plan widened to)"),
        ("Wardens caught nine boats, six fewer than in 2013.", "-6", "boats caught by wardens"),
        ("In all 612 guilds stood on the roll, nine fewer than twelve months before.", "-9", "guilds"),
        ("By May 914 ships had come, ninety-six fewer than in the year before.", "-96", "ships"),
        # ranks
        ("The accord with Norland, the ninth of its kind, was signed.", "9", "accord with Norland"),
        ("The Milo Zone is the 31st of its type.", "31", "rank of Milo Zone"),
        ("In the trade index Veridia slipped from 143rd to 146th.", "146", "rank of Veridia"),
        ("Spain sold 18 per cent of the wine; Norland came second.", "2", "rank of Norland"),
        ("Rank in the Port Index: 80th (previous year: 96th).", "96", "rank in Port Index"),
        # parts of a whole in words
        ("Four out of five crates were opened.", "80", "share of crates opened"),
        ("Dogs searched four of every ten trucks.", "40", "share of trucks searched"),
        ("Every fourth mill was shut.", "25", "share of mill shut"),
        # counts without a noun, one more thing in a row, how long an undertaking took
        ("In all, 148 firms joined; the Guild nominated nine.", "9", "firms nominated"),
        ("Thirteen bans were issued, more than twice the six of 2013.", "6", "bans issued"),
        ("Six bans and one finding were issued.", "1", "finding issued"),
        ("Three ferries, one tanker and two yachts were held.", "1", "tanker held"),
        ("Operation Jar, a ten-day sweep of stalls, ended in May.", "10", "sweep of stalls"),
        ("In a three-week blitz on mail 41 crates were opened.", "3", "blitz on mail"),
    ],
)
def test_small_numbers_in_words_are_figures_where_they_count(text: str, value: str, label: str) -> None:
    assert reading_of(text, value).label == label


@pytest.mark.parametrize(
    "text",
    [
        "It was the first of its kind.",
        "One arrives at the gate by boat, and one leaves by rail.",
        "Two treaties were signed, one against piracy and one for trade.",
        "The refund week ran from 15th to 29th March 2014.",
        "Every second day the ferry sails.",
        "A three-year plan was made.",
    ],
)
def test_numbers_in_words_that_count_nothing_are_no_figures(text: str) -> None:
    assert [r.value for r in figures_of(text)[1].readings.values() if r.value != 2] == []


def test_brackets_hold_the_figures_of_the_year_before_where_a_report_says_so() -> None:
    said = "The numbers in parentheses are those of the previous year. Vans came to 41 (38), boats to 12 (14 percent)."
    found = {o.value: o.period.key for o in figures_of(said)[1].observations}
    last = int(found[Decimal(41)]) - 1
    assert found[Decimal(38)] == str(last)
    assert found[Decimal(14)] == found[Decimal(12)] == found[Decimal(41)]
