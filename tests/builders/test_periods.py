"""Times, their roles, and the period a report is about."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from customs_kg.builders.times import patterns
from customs_kg.builders.times.calendar_periods import (
    day_period,
    fiscal_period,
    month_period,
    months_period,
    shifted,
    since,
    slashed_period,
    until,
    year_period,
    years_period,
)
from customs_kg.builders.times.periods import PeriodContext, find_periods
from customs_kg.builders.times.reporting import UNDATED, fiscal_start_month, reporting_period, standing_period
from customs_kg.graph.model import Period

CONTEXT = PeriodContext(year_period(2016), 7)

# phrase, and its times as "key role"
TIMES = [
    ("In 2013 imports rose.", "2013 during"),
    ("Over 2013 as a whole, imports rose.", "2013 during"),
    ("A rise of 4% over 2013.", "2013 base"),
    ("A rise of 4% on 2013, the best since 2009.", "2013 base; since-2009 since"),
    ("More than in 2013.", "2013 base"),
    ("Up from 12 in 2013.", "2013 during"),
    ("Compared with 2013, losses were small.", "2013 base"),
    ("Over the last two years it rose.", "2015-2016 during"),
    ("Over the past decade it rose.", "2007-2016 during"),
    ("Over the past few years it rose.", ""),
    ("In the past years it rose.", ""),
    ("Twice that of 2013.", "2013 base"),
    ("By 2013 the work was done.", "to-2013 by"),
    ("Before 2013 there were none.", "to-2013 by"),
    ("Until 2013 there were none.", "to-2013 until"),
    ("At the end of 2013 there were 12.", "2013 as-of"),
    ("By the end of 2016 there were 12.", "2016 as-of"),
    ("It will open by the end of 2018.", "to-2018 by"),
    ("As of 31 December 2016 there were 12.", "2016-12-31 as-of"),
    ("at year-end 2015", "2015 as-of"),
    ("end-2015", "2015 as-of"),
    ("mid-2015", "2015 during"),
    ("early 2015", "2015 during"),
    ("on 30 June 2014", "2014-06-30 as-of"),
    ("on June 30, 2014", "2014-06-30 as-of"),
    ("on the 30th of June 2014", "2014-06-30 as-of"),
    ("by 30 June 2014", "to-2014-06-30 by"),
    ("2014-06-30", "2014-06-30 during"),
    ("30/06/2014", "2014-06-30 during"),
    ("12/31/2015; 31.12.2015; 2015.12.31", "2015-12-31 during; 2015-12-31 during; 2015-12-31 during"),
    ("the storm of 3 May", "2016-05-03 during"),
    ("from 3 to 7 May 2015", "2015-05-03-2015-05-07 during"),
    ("from 28 May to 2 June 2015", "2015-05-28-2015-06-02 during"),
    ("May 3-7, 2015", "2015-05-03-2015-05-07 during"),
    ("1 July 2014 to 30 June 2015", "2014-07-2015-06 during"),
    ("in July 2014", "2014-07 during"),
    ("since July 2014", "since-2014-07 since"),
    ("in July", "2016-07 during"),
    ("July-September 2014", "2014-q3 during"),
    ("from January to June 2014", "2014-h1 during"),
    ("in the first half of 2014", "2014-h1 during"),
    ("in the second quarter of 2014", "2014-q2 during"),
    ("in the last quarter", "2016-q4 during"),
    ("Q3 2014 and 2014 Q4", "2014-q3 during; 2014-q4 during"),
    ("H2 2014", "2014-h2 during"),
    ("in the first nine months of 2014", "2014-01-2014-09 during"),
    ("in the 12 months to 30 June 2015", "2014-07-2015-06 during"),
    ("in the six months to June 2015", "2015-h1 during"),
    ("the year ended 30 June 2015", "2014-15 during"),
    ("the year ended 31 December 2015", "2015 during"),
    ("in FY 2015", "fy2015 during"),
    ("FY2015 against FY2014", "fy2015 during; fy2014 base"),
    ("FY15", "fy2015 during"),
    ("in fiscal year 2015", "fy2015 during"),
    ("in financial year 2014/15", "2014-15 during"),
    ("in 2014/15", "2014-15 during"),
    ("2014-15", "2014-15 during"),
    ("the 2014/2015 financial year", "2014-15 during"),
    ("from 2011 to 2014", "2011-2014 during"),
    ("between 2011 and 2014", "2011-2014 during"),
    ("2011-2014", "2011-2014 during"),
    ("in 2011 and 2014", "2011 during; 2014 during"),
    ("the 1990s", "1990s during"),
    ("up 3% on the previous year", "2015 base"),
    ("last year", "2015 during"),
    ("in the preceding year", "2015 during"),
    ("(108 a year earlier)", "2015 during"),
    ("a year-on-year rise", "2015 base"),
    ("the same period of the previous year", "2015 during"),
    ("5% more than four years before", "2012 base"),
    ("three years ago", "2013 during"),
    ("this year", "2016 during"),
    ("during the year under review", "2016 during"),
    ("next year", "2017 during"),
    ("in the coming year", "2017 during"),
    ("over the next three years", "2017-2019 during"),
    ("in the past five years", "2012-2016 during"),
    ("to date", "2016 as-of"),
    ("So far, 12 have been signed.", "2016 as-of"),
    ("Since joining the pact in 1998,", "since-1998 since"),
    ("2633 parcels", ""),
    ("2015 parcels were opened.", ""),
    ("some 2000 officers", ""),
    ("more than 1950 officers", ""),
    ("1,998 officers", ""),
    ("$2015", ""),
    ("the 2015 parcels", "2015 during"),
    ("at 2015 prices", "2015 as-of"),
    ("Model X2015", ""),
    ("may rise in March", "2016-03 during"),
    ("the march of 12 officers", ""),
]  # fmt: skip


@pytest.mark.parametrize(("phrase", "expected"), TIMES)
def test_find_periods_reads_period_and_role(phrase: str, expected: str) -> None:
    found = find_periods(phrase, CONTEXT)
    assert "; ".join(f"{t.period.key} {t.role.value}" for t in found) == expected


@pytest.mark.parametrize("phrase", [phrase for phrase, _ in TIMES])
def test_times_lie_in_the_text_in_order(phrase: str) -> None:
    end = 0
    for time in find_periods(phrase, CONTEXT):
        assert end <= time.start <= time.core_start < time.end <= len(phrase)
        end = time.end


@pytest.mark.parametrize("row", patterns.time_patterns(), ids=lambda row: row.reader.__name__)
def test_every_reader_reads_whatever_its_pattern_finds(row: patterns.TimePattern) -> None:
    """No part that a pattern leaves open is taken for granted, and none of its times lies beyond the calendar."""

    @settings(max_examples=25)
    @given(st.from_regex(row.pattern))
    def read(text: str) -> None:
        for match in row.pattern.finditer(text):
            period = row.reader(match, CONTEXT)
            assert period is None or period.key

    read()


@pytest.mark.parametrize(
    ("phrase", "named"),
    [
        ("The Horizon 2020 plan", True),
        ("the Customs Act of 1974", True),
        ("in 2020", False),
        ("In 2020", False),
        ("May 2020", False),
    ],
)
def test_years_of_names_are_marked(phrase: str, named: bool) -> None:
    assert [time.in_name for time in find_periods(phrase, CONTEXT)] == [named]


@pytest.mark.parametrize(
    ("period", "key", "start", "end"),
    [
        (year_period(2016), "2016", date(2016, 1, 1), date(2017, 1, 1)),
        (month_period(2015, 12), "2015-12", date(2015, 12, 1), date(2016, 1, 1)),
        (months_period(2016, 7, 12), "2016-h2", date(2016, 7, 1), date(2017, 1, 1)),
        (months_period(2016, 4, 6), "2016-q2", date(2016, 4, 1), date(2016, 7, 1)),
        (months_period(2016, 1, 12), "2016", date(2016, 1, 1), date(2017, 1, 1)),
        (day_period(date(2016, 2, 29)), "2016-02-29", date(2016, 2, 29), date(2016, 3, 1)),
        (fiscal_period(2019, 10), "fy2019", date(2018, 10, 1), date(2019, 10, 1)),
        (fiscal_period(2019, 1), "fy2019", date(2019, 1, 1), date(2020, 1, 1)),
        (fiscal_period(2019, None), "fy2019", None, None),
        (slashed_period(1999, 4), "1999-00", date(1999, 4, 1), date(2000, 4, 1)),
        (years_period(2013, 2016), "2013-2016", date(2013, 1, 1), date(2017, 1, 1)),
        (since(year_period(1983)), "since-1983", date(1983, 1, 1), None),
        (until(year_period(2010)), "to-2010", None, date(2011, 1, 1)),
    ],
)
def test_periods_have_half_open_limits(period: Period, key: str, start: date | None, end: date | None) -> None:
    assert (period.key, period.start, period.end) == (key, start, end)


_PERIODS = st.one_of(
    st.integers(1950, 2050).map(year_period),
    st.integers(1950, 2050).map(lambda y: fiscal_period(y, 10)),
    st.integers(1950, 2050).map(lambda y: fiscal_period(y, None)),
    st.integers(1950, 2050).map(lambda y: slashed_period(y, 4)),
    st.tuples(st.integers(1950, 2050), st.integers(1, 12)).map(lambda t: month_period(*t)),
    st.tuples(st.integers(1950, 2050), st.integers(0, 3)).map(
        lambda t: months_period(t[0], 3 * t[1] + 1, 3 * t[1] + 3)
    ),
)


@given(_PERIODS, st.integers(-20, 20))
def test_shifting_there_and_back_gives_the_same_period(period: Period, years: int) -> None:
    assert shifted(shifted(period, years), -years) == period


@given(
    st.dates(date(1990, 1, 1), date(2049, 12, 31)), st.sampled_from(["%d %B %Y", "%B %d, %Y", "%Y-%m-%d", "%d %b %Y"])
)
def test_days_are_read_back(day: date, form: str) -> None:
    (found,) = find_periods(f"It was signed on {day.strftime(form)} in the capital.", CONTEXT)
    assert found.core == day_period(day)


@given(st.integers(1950, 2049))
def test_years_are_read_back(year: int) -> None:
    (found,) = find_periods(f"Receipts fell in {year}, as they had before.", CONTEXT)
    assert found.period == year_period(year)


def test_a_month_after_the_reporting_period_lies_in_the_year_before() -> None:
    context = PeriodContext(slashed_period(2014, 7), 7)
    keys = [time.period.key for time in find_periods("in August and later in March", context)]
    assert keys == ["2014-08", "2015-03"]


@pytest.mark.parametrize(
    ("opening", "body", "key"),
    [
        ("Annual Report 2014/15", "In 2014/15 we collected more than in 2013/14.", "2014-15"),
        ("Annual Report 2017", "In 2017, revenue rose. In 2018 it will rise again.", "2017"),
        (
            "Annual Report\nPublished March 2018",
            "In 2017 posts closed. In 2017 cases fell. In 2018 we will hire.",
            "2017",
        ),
        (
            "Yearbook, 2012 edition",
            "Receipts in 2011 were high. In 2011, posts were built. In 2012 they will open.",
            "2011",
        ),
        ("Report for the year ended 30 June 2015", "Revenue for the year was high.", "2014-15"),
        ("Report for the year ended 31 December 2015", "Revenue for the year was high.", "2015"),
        ("Fiscal Year 2019: A Survey", "In FY 2018 it was 3. In FY 2017 it was 2. In FY 2019 it was 4.", "fy2019"),
        ("Letter to the Minister", "In 2010 we opened 3 posts. In 2010 traffic rose over 2009.", "2010"),
        ("Letter", "Nothing is dated.", "undated"),
    ],
)
def test_reporting_period_weighs_title_and_tense(opening: str, body: str, key: str) -> None:
    assert reporting_period(opening, body).key == key


@pytest.mark.parametrize(
    ("opening", "key"),
    [
        ("Annual Review, 2012 edition", "2012"),
        ("Yearbook 2012", "2012"),
        ("Annual Report 2011", "2011"),
        ("Annual Report 2018", "2011"),
        ("Published in 2012", "2011"),
    ],
)
def test_the_present_tense_speaks_of_the_edition(opening: str, key: str) -> None:
    standing = standing_period(opening, year_period(2011))
    assert standing.key == key
    (time,) = find_periods("There are 94 today.", PeriodContext(year_period(2011), None, standing))
    assert time.core == standing


@pytest.mark.parametrize(
    ("text", "territory", "month"),
    [
        ("for the year ended 30 June 2015", "", 7),
        ("the year ending March 31", "", 4),
        ("from 1 October 2014 to 30 September 2015", "", 10),
        ("The fiscal year begins on 1 April.", "", 4),
        ("Nothing is said.", "us", 10),
        ("Nothing is said.", "KE", 7),
        ("Nothing is said.", "cn", None),
        ("Nothing is said.", "", None),
    ],
)
def test_fiscal_years_begin_as_the_text_says_or_the_territory_has_it(
    text: str, territory: str, month: int | None
) -> None:
    assert fiscal_start_month(text, territory) == month


def test_fiscal_years_begin_with_the_reporting_period() -> None:
    (time,) = find_periods("in FY 2018", PeriodContext(fiscal_period(2019, 10)))
    assert time.core == fiscal_period(2018, 10)


def test_an_undated_report_resolves_no_relative_time() -> None:
    times = find_periods("last year and in the next five years", PeriodContext(UNDATED))
    assert [time.period.start for time in times] == [None]


SHARED = Path(__file__).resolve().parents[3] / "shared"


@pytest.mark.shared
@pytest.mark.skipif(
    not SHARED.exists() and os.environ.get("CI") != "true", reason="../shared with the reports is not here"
)
@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("report/china-customs-2016.txt", "2016"),
        ("score/dev/china-customs-2009.txt", "2008"),
        ("score/dev/cbp-style.txt", "fy2019"),
    ],
)
def test_reporting_period_of_the_reports_at_hand(name: str, key: str) -> None:
    text = (SHARED / name).read_text(encoding="utf-8")
    assert reporting_period(text[:400], text).key == key


@pytest.mark.parametrize(
    ("opening", "key"),
    [
        ("HARBOUR BOARD\n\nQuarterly Report, Q2 2014 (April - June)\n", "2014-q2"),
        ("HARBOUR BOARD\n\nReport on the first half of 2014\n", "2014-h1"),
        ("HARBOUR BOARD\n\nAnnual Report 2014\n\nThe first half of 2014\n", "2014"),
    ],
)
def test_a_report_on_a_part_of_the_year_is_about_that_part(opening: str, key: str) -> None:
    assert reporting_period(opening, "Dues rose in 2014.").key == key


@pytest.mark.parametrize(
    ("opening", "key"),
    [
        (
            "HARBOUR BOARD\nReview 2011, with the Main Tasks for 2012\n\nWork done in 2011\n\nMain tasks for 2012",
            "2011",
        ),
        ("HARBOUR BOARD\nReport, Fiscal Year 2015\n\nTides\n\nGoals for FY 2016\n\nMilestones for FY 2016", "fy2015"),
        ("HARBOUR BOARD\nOutlook 2014 and Report 2013\n", "2013"),
    ],
)
def test_headings_that_look_ahead_do_not_make_the_year(opening: str, key: str) -> None:
    assert reporting_period(opening, "Dues will rise in 2016. In 2012 a gate was built.").key == key


@pytest.mark.parametrize(
    "title",
    [
        "Annual Report, Financial Year April 1, 2013 to March 31, 2014",
        "Report 1 July 2013 to 30 June 2014",
        "Review: October 2013 - September 2014",
        "Annual Report April 2013 to March 2014",
        "Year Book, 1st July 2013 to 30th June 2014",
    ],
)
def test_twelve_months_in_a_title_are_a_fiscal_year(title: str) -> None:
    assert reporting_period(title, "In May 2013 a gate was built.").key == "2013-14"


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("The year 2013/14, which was closed on 30 June 2014, was good.", 7),
        ("The year closed on 31st March.", 4),
        ("As on 31st March 2014 we had 40 posts. On 31st March 2013 we had 38.", 4),
        ("The financial year which ended on 30 September 2014 was wet.", 10),
        ("On the 30th June 2014 all 9 boats lay in port, as at 30 June 2013.", 7),
    ],
)
def test_the_day_on_which_a_year_closed_tells_when_fiscal_years_begin(text: str, month: int) -> None:
    assert fiscal_start_month(text) == month
