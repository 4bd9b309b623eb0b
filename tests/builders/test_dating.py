"""The period of a figure among several times, and the day at which things are counted."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.builders.test_figures import figures_of, reading_of

FISCAL = "VERIDIA CUSTOMS SERVICE\nAnnual Report for the year ended 30 June 2014\n\n1. Results\n\n"


@pytest.mark.parametrize(
    ("sentence", "value", "period"),
    [
        ("Only 490 boats came, against 980 the year before, a decrease of 50 percent.", "-50", "2014"),
        ("Tolls reached EUR 16 million, having stood at EUR 15 million in 2013.", "16000000", "2014"),
        ("We heard 88 pleas, against 71 in 2013, and lost 6 of them.", "6", "2014"),
        ("Under the accord, to which it has belonged since 2008, 46 guests came.", "46", "2014"),
        ("The share of women, which in 2013 had been 31%, rose to 33%.", "33", "2014"),
        ("Checks numbered 640, the rate for 2013 having been 2.7%.", "640", "2014"),
        ("In 2013 we lent 40 boats.", "40", "2013"),
        ("Cores went to the bench: 3,240 were tested, after 2,987 in 2013.", "3240", "2014"),
        ("Cores went to the bench: 3,240 were tested, after 2,987 in 2013.", "2987", "2013"),
        ("Under the scheme, first tried at 2 ports in 2013, a firm may load at once. We built 46 gates.", "46", "2014"),
        ("The portal, which was opened in 2013, is liked. It was used by 46 firms.", "46", "2014"),
        ("The portal was opened in 2013. It was used by 46 firms.", "46", "2014"),
        ("The Service was founded in 1952 and has 86 posts.", "86", "2014"),
        ("The post opened in 2012 and took 86 boats.", "86", "2012"),
        ("Amber weighed 5 tonnes, 2 tonnes above the 3 of the year before: 4 tonnes in Vik.", "4", "2014"),
        ("Set up in 2012, the unit seized 12 kg of khat.", "12", "2014"),
        ("Created in May 2003, the board administers 90 acts.", "90", "2014"),
        ("Held in May 2014, the meeting drew 40 delegates.", "40", "2014-05"),
    ],
)
def test_a_time_of_comparison_dates_its_own_figure_only(sentence: str, value: str, period: str) -> None:
    assert reading_of(sentence, value).period.key == period


@pytest.mark.parametrize(
    "sentence",
    [
        "As at 30 June 2014 the service employed 486 people.",
        "At the close of the year 486 people were employed.",
        "Staff numbered 486 at year end.",
        "Our thanks go to the 486 wardens, the full strength of the Service on 30 June 2014, for their zeal.",
        "The Service closed the year with 486 wardens.",
        "With 50 guards at 30 June 2014, the post was full. Women held 486 of the keys.",
    ],
)
def test_the_end_of_a_fiscal_year_is_a_day(sentence: str) -> None:
    _, figures = figures_of(sentence, head=FISCAL)
    assert {r.period.key for r in figures.readings.values() if r.value == Decimal(486)} == {"2014-06-30"}


def test_what_was_done_is_not_dated_by_the_day_of_a_count() -> None:
    text = "With 50 guards at 30 June 2014, the post was full. We trained 31 cooks."
    _, figures = figures_of(text, head=FISCAL)
    assert {r.period.key for r in figures.readings.values() if r.value == Decimal(31)} == {"2013-14"}


@pytest.mark.parametrize(
    ("sentence", "value", "period"),
    [
        # the day on which a figure was told, and what words between commas say of a subject
        ("The Minister told Parliament on 9 May 2013 that 40 posts were vacant.", "40", "2014"),
        ("The Harbour Team, a unit formed in March 2012, caught 17 poachers.", "17", "2014"),
        # a clause of time explains the time that it follows
        ("Compared with 2013, when 512 crates were held, this is little.", "512", "2013"),
        ("Herons weighed 40 kg, compared with 17 kg.", "17", "2013"),
        # a label dates the row that it opens
        ("Facts in brief, 2012: guests 413; boats 52 and lorries 94.", "94", "2012"),
        ("Herons numbered 112, compared with 17 twelve months earlier.", "17", "2013"),
        ("Herons numbered 112, compared with 17 twelve months earlier.", "112", "2014"),
    ],
)
def test_times_of_other_clauses_and_of_labels(sentence: str, value: str, period: str) -> None:
    assert reading_of(sentence, value).period.key == period


@pytest.mark.parametrize(
    ("sentence", "period"),
    [
        ("In the first half of the year 486 cranes were built.", "2013-07-2013-12"),
        ("In December the yard built 486 cranes.", "2013-12"),
        ("In April the yard built 486 cranes.", "2014-04"),
        ("In 2012\u201313 we built 486 cranes.", "2012-13"),
    ],
)
def test_parts_of_a_fiscal_year(sentence: str, period: str) -> None:
    _, figures = figures_of(sentence, head=FISCAL)
    assert {r.period.key for r in figures.readings.values() if r.value == Decimal(486)} == {period}


def test_a_comparison_leaves_no_other_year_to_the_next_sentence() -> None:
    text = "The wait was 42 hours, a cut of 56% against 2013. Deeds were trimmed from 86 to 48."
    assert reading_of(text, "48").period.key == "2014"


def test_a_level_of_another_year_leaves_its_year_to_the_next_sentence() -> None:
    text = "The tolls taken in 2012 came to EUR 7 million. The breakdown includes fines of EUR 936,000."
    assert reading_of(text, "936000").period.key == "2012"


@pytest.mark.parametrize(
    "before",
    [
        "A task force had been set up in 2013.",
        "The accord, which was signed in 2013, came into force.",
        "The Service chaired the Port Group in 2013.",
        "Sales of wool have fallen from the peak of 2013.",
        "The pilot of 2013 was extended to the whole island.",
    ],
)
def test_an_earlier_year_without_figures_is_not_left_to_the_next_sentence(before: str) -> None:
    assert reading_of(f"{before} We trained 1,865 cooks.", "1865").period.key == "2014"


@pytest.mark.parametrize(
    ("sentence", "value", "period"),
    [
        # a comparison keeps its time to itself, also without a comma behind it
        (
            "Dues were EUR 8 million, 6% more than the EUR 7 million of 2013 and EUR 1 million above plan.",
            "1000000",
            "2014",
        ),
        ("Fees, down 9% on the EUR 3.4 billion of 2013, let the isle keep 20% of them.", "20", "2014"),
        ("Rangers took 9,200 pelts, more than double the 4,600 pelts of 2013, together with 63 horns.", "63", "2014"),
        ("The court heard 22 pleas, having opened 47 in 2013, and freed 6 men.", "6", "2014"),
        ("Finds of amber rose from 11,200 pounds in 2013 to 14,700 pounds.", "14700", "2014"),
        ("The wait sank from 3.4 hours in 2013 to 1.9 hours.", "1.9", "2014"),
        ("The share of rail went up to 43% from 3% in 2012, and the wait came down to 83 hours.", "83", "2014"),
        (
            "At the 28 gates 9 million men were met and 3 million let in, 7 percent over the 2.8 million of 2013.",
            "9000000",
            "2014",
        ),
        # the first time since then
        ("Seizures of amber fell for the first time since 2009, by 3 percent to 810.", "810", "2014"),
        ("Dues were the highest since 2009, at EUR 71 million.", "71000000", "2014"),
        # a law, a treaty, a name tells nothing of when
        ("As enacted in November 2012, the toll rose to EUR 60.", "60", "2014"),
        ("Six rounds were held on the review of the 2006 treaty.", "6", "2014"),
        ("The toll was 4.9 percent above the 2013 level of EUR 38 million.", "38000000", "2013"),
        # the clause around a relative, and a time that only a part of a list has
        ("The centre, in which 24 bodies sit, held a summit in November 2013.", "24", "2014"),
        ("The window, for which the bank lends EUR 12 million, is to open by June 2016.", "12000000", "2014"),
        ("Accords were concluded with 20 states, first with Norland in 2010.", "20", "2014"),
        ("One quarter, where until 2010 it had been a fifth, the isle may keep.", "25", "2014"),
        # a day on which something was done, and cells between strokes
        ("The accord was signed by 11 states at Milo, Norland, on 8 March 2013.", "11", "2013-03-08"),
        ("Live orders 53 | Small parcels, 2013: 1.05 billion", "53", "2014"),
        ("They mean to cut the wait from 17 minutes to 14 minutes by 2016.", "17", "2014"),
    ],
)
def test_a_time_stops_at_what_it_belongs_to(sentence: str, value: str, period: str) -> None:
    assert reading_of(sentence, value).period.key == period


@pytest.mark.parametrize(
    "title",
    [
        "Annual Report for the year ended 30 June 2014 (abridged)",
        "Report and accounts of the Board for the twelve months to 30 June 2014",
        "ANNUAL REVIEW FOR THE YEAR ENDING 30 JUNE 2014",
    ],
)
def test_the_year_in_the_title_counts_most(title: str) -> None:
    head = f"VERIDIA CUSTOMS SERVICE\nFor the Republic\n\n{title}\n\n\nForeword\n\n"
    text = "Boats numbered 46. In 2012/13 tolls rose and in 2012/13 nobody fled. In 2012/13 it was cold."
    _, figures = figures_of(text, head=head)
    assert [r.period.key for r in figures.readings.values() if r.value == Decimal(46)] == ["2013-14"]
