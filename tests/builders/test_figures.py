"""Figures: what each sentence counts or measures, of what kind, in which period, and where it says so."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from pathlib import Path

import pytest

from customs_kg.builders.document import Document, read_document
from customs_kg.builders.figures.figures import FigureReading, Figures, read_figures
from customs_kg.builders.parse import parse_passage
from customs_kg.builders.reading.text import decode_report
from customs_kg.builders.things.things import find_things
from customs_kg.graph.model import MeasureKind, Qualifier

HEAD = "VERIDIA CUSTOMS SERVICE\nAnnual Report 2014\n\n1. Results\n\n"
INT = "https://w3id.org/customs-kg/id/indicator-int-"


def figures_of(
    text: str, planned: Mapping[int, Sequence[tuple[int, int]]] | None = None, *, head: str = HEAD
) -> tuple[Document, Figures]:
    """The figures of an invented report with this body."""
    return _figures_in((head + text + "\n").encode(), "veridia.txt", planned)


def _figures_in(
    data: bytes, name: str, planned: Mapping[int, Sequence[tuple[int, int]]] | None = None
) -> tuple[Document, Figures]:
    document = read_document(decode_report(data, name))
    things = find_things(document)
    parses = [
        parse_passage(p, [(m.start, m.end) for m in things.in_passage(p.index) if m.how != "pronoun"])
        for p in document.passages
    ]
    return document, read_figures(document, things, parses, planned)


def reading_of(text: str, value: str) -> FigureReading:
    """The one reading of a text with this value."""
    found = [r for r in figures_of(text)[1].readings.values() if r.value == Decimal(value)]
    assert len(found) == 1, [(r.value, r.label) for r in figures_of(text)[1].readings.values()]
    return found[0]


def test_the_evidence_of_a_whole_is_the_clause_that_states_it() -> None:
    document, figures = figures_of("The Board heads 47 units, among which are the mill at Orl and 4 barns.")
    (whole,) = (r for r in figures.readings.values() if r.value == Decimal(47))
    assert document.text.text[whole.evidence.start : whole.evidence.end].startswith("The Board heads 47 units")


# --- what is measured


@pytest.mark.parametrize(
    ("sentence", "value", "label"),
    [
        ("Officers seized 320 boxes of fireworks.", "320", "boxes of fireworks seized"),
        ("In all, 41 forged permits were uncovered.", "41", "forged permits uncovered"),
        ("The laboratory fee came to EUR 55.", "55", "laboratory fee"),
        ("Nineteen inspectors were promoted.", "19", "inspectors promoted"),
        ("Storage charges of EUR 2.5 million were waived.", "2500000", "storage charges waived"),
        ("A team of 75 analysts was formed.", "75", "analysts formed"),
        ("The release of 63 horses took a day.", "63", "horses released"),
        ("We recovered EUR 880,000.", "880000", "amount recovered"),
        ("Warehouse licences: 212.", "212", "warehouse licences"),
        ("There were 57 vacancies.", "57", "vacancies"),
        ("The number of brokers reached 640.", "640", "brokers"),
        ("A crane, bought at a cost of EUR 7,000, arrived.", "7000", "cost of crane"),
        ("Kiosks served 900 guests per day.", "900", "guests served by kiosks per day"),
        ("Crews impounded 14 vans, 3 boats and 60 drums of oil.", "60", "drums of oil impounded"),
    ],
)
def test_the_phrase_says_what_is_counted(sentence: str, value: str, label: str) -> None:
    assert reading_of(sentence, value).label == label


@pytest.mark.parametrize(
    ("sentence", "value", "words"),
    [
        ("Some 88 sacks of wood worth EUR 9,400 were burnt.", "9400", "value of sacks of wood burnt"),
        ("Of the 88 permits issued, 12 were revoked.", "12", "permits revoked"),
        ("They opened 60 lockers, 14 of which held cash.", "14", "lockers held cash"),
        ("Sixty per cent of manifests arrived late.", "60", "share of manifests arrived late"),
        ("We ran nine seminars for 260 brokers.", "260", "brokers (seminars run)"),
        ("Women make up 41% of the guards.", "41", "share of guards (women)"),
        ("The scheme covers 7 lakes; its upkeep cost EUR 31,000.", "7", "lakes"),
    ],
)
def test_what_stands_beside_a_figure_narrows_its_meaning(sentence: str, value: str, words: str) -> None:
    label = reading_of(sentence, value).label
    assert set(re.findall(r"\w+", words)) - {"run"} <= set(re.findall(r"\w+", label)), label


def test_a_known_phrase_gives_the_indicator_of_the_lexicon_with_the_phrase_as_a_label() -> None:
    _, figures = figures_of(
        "Customs revenue stood at EUR 6.2 billion. Net tax collection of EUR 1.1 billion was reached."
    )
    (indicator,) = figures.indicators
    assert indicator.iri == INT + "customs-revenue"
    assert indicator.label == "customs revenue"
    assert "net tax collection" in indicator.alt_labels


def test_the_same_words_mean_a_weight_or_a_value_by_their_unit() -> None:
    _, figures = figures_of(
        "9.1 million tons of import and export goods\n\nEUR 4.4 billion worth of import and export goods"
    )
    assert {i.iri for i in figures.indicators} == {INT + "freight", INT + "trade-value"}


def test_the_same_phrase_gives_the_same_indicator_in_every_report() -> None:
    one = reading_of("Officers seized 320 boxes of fireworks.", "320")
    two = reading_of("In May, 45 boxes of fireworks were seized.", "45")
    assert one.indicator == two.indicator


# --- kinds and signs


@pytest.mark.parametrize(
    ("sentence", "value", "kind"),
    [
        ("Exports grew by 4.5%.", "4.5", MeasureKind.YOY_PERCENT),
        ("Exports slipped 4.5 percent.", "-4.5", MeasureKind.YOY_PERCENT),
        ("Exports were up 4.5% on 2009.", "4.5", MeasureKind.CHANGE_PERCENT),
        ("The hit rate fell by 3 percentage points.", "-3", MeasureKind.YOY_POINT),
        ("Ferries carried 900 coaches, 70 fewer than in the previous year.", "-70", MeasureKind.YOY_ABSOLUTE),
        ("Cigar seizures almost tripled.", "3", MeasureKind.MULTIPLE),
        ("Guards found 90 knives, three times as many as in 2013.", "3", MeasureKind.MULTIPLE),
        ("The hit rate was 17%.", "17", MeasureKind.SHARE),
        ("The average wait was 8 minutes.", "8", MeasureKind.AVERAGE),
        ("The port ranks 4th in the world.", "4", MeasureKind.RANK),
        ("The hit rate stayed below the goal of 22 percent.", "22", MeasureKind.TARGET_SHARE),
        ("Fees of EUR 3 million were paid (+6%).", "6", MeasureKind.YOY_PERCENT),
        ("Ferry traffic, which was cut by half, is recovering.", "-50", MeasureKind.YOY_PERCENT),
    ],
)
def test_the_words_around_a_figure_give_its_kind_and_sign(sentence: str, value: str, kind: MeasureKind) -> None:
    assert reading_of(sentence, value).kind is kind


def test_a_change_measures_what_the_figure_before_it_measures() -> None:
    _, figures = figures_of("Toll receipts reached EUR 40 million, a year-on-year gain of 9%.")
    level, change = figures.readings.values()
    assert level.indicator == change.indicator
    assert (level.kind, change.kind) == (MeasureKind.LEVEL, MeasureKind.YOY_PERCENT)


def test_respectively_pairs_the_figures_of_two_rows() -> None:
    _, figures = figures_of("Barges and lorries numbered 310 and 4,200, up by 2% and 7% respectively.")
    labels = {r.value: r.label for r in figures.readings.values()}
    assert labels[Decimal(310)] == labels[Decimal(2)] != labels[Decimal(4200)]
    assert labels[Decimal(4200)] == labels[Decimal(7)]


def test_a_range_gives_its_two_bounds() -> None:
    _, figures = figures_of("Between 30 and 45 divers were hired.")
    bounds = {(r.value, r.qualifier) for r in figures.readings.values()}
    assert bounds == {(Decimal(30), Qualifier.AT_LEAST), (Decimal(45), Qualifier.AT_MOST)}
    assert len(figures.observations) == 2


# --- periods


@pytest.mark.parametrize(
    ("sentence", "value", "period"),
    [
        ("In 2011 the Service burnt 30 sacks.", "30", "2011"),
        ("The Service burnt 30 sacks.", "30", "2014"),
        ("As of the end of 2013, 30 posts were vacant.", "30", "2013"),
        ("Crews found 30 rafts in the first half of 2014.", "30", "2014-h1"),
        ("So far, 30 pacts have been signed.", "30", "to-2014"),
        ("The fee fell from EUR 30 in 2012 to EUR 25 in 2014.", "30", "2012"),
        ("The fee fell from EUR 30 in 2012 to EUR 25 in 2014.", "25", "2014"),
        ("The hit rate was 30% (2012: 21%).", "21", "2012"),
        ("In 2012 came a flood. Divers saved 30 goats.", "30", "2012"),
    ],
)
def test_the_nearest_time_is_the_period_of_a_figure(sentence: str, value: str, period: str) -> None:
    assert reading_of(sentence, value).period.key == period


def test_what_a_change_is_measured_from_is_no_period_of_its_own() -> None:
    reading = reading_of("Fines rose by 12% over 2013.", "12")
    assert (reading.period.key, reading.base_period.key if reading.base_period else None) == ("2014", "2013")


def test_a_period_by_default_is_less_sure_than_a_stated_one() -> None:
    assert reading_of("In 2014 we burnt 30 sacks.", "30").confidence > reading_of("We burnt 30 sacks.", "30").confidence


@pytest.mark.parametrize(
    ("sentence", "value", "kind"),
    [
        ("The Service expects to collect EUR 9 million.", "9000000", MeasureKind.TARGET_LEVEL),
        ("Crews met weekly to cut waste by 5%.", "-5", MeasureKind.TARGET_CHANGE),
        ("Tolls reached EUR 9 million, surpassing the target of EUR 8 million.", "8000000", MeasureKind.TARGET_LEVEL),
    ],
)
def test_what_is_expected_or_aimed_at_is_no_level(sentence: str, value: str, kind: MeasureKind) -> None:
    assert reading_of(sentence, value).kind is kind


def test_a_denied_figure_is_not_read() -> None:
    assert figures_of("Tolls did not reach EUR 9 million.")[1].observations == ()


# --- tables


TABLE = """Table 1. Revenue by type (in thousands of euros)

                           2013        2014     Change
  Toll receipts           1,200       1,260         5%
  Harbour dues              n/a         310          -
"""


def test_a_cell_takes_row_column_scale_and_unit_from_its_heads() -> None:
    _, figures = figures_of(TABLE)
    cells = {(r.label, r.period.key, r.kind): (r.value, r.unit.rsplit("/", 1)[-1]) for r in figures.readings.values()}
    assert cells[("toll receipts", "2013", MeasureKind.LEVEL)] == (Decimal(1_200_000), "unit-eur")
    assert cells[("harbour dues", "2014", MeasureKind.LEVEL)] == (Decimal(310_000), "unit-eur")
    assert any(kind is MeasureKind.YOY_PERCENT and value[0] == 5 for (_, _, kind), value in cells.items())
    assert not any(label == "harbour dues" and period == "2013" for label, period, _ in cells)


# --- the whole


def test_every_figure_is_read_or_listed_as_unread() -> None:
    document, figures = figures_of("Crews met 14 times in Section 3 of 2014. 12")
    spans = {(u.span.start, u.span.end) for u in figures.unread}
    assert all(document.text.text[a:b].strip() for a, b in spans)
    assert len(figures.readings) + len(spans) >= 1


def test_evidence_holds_the_figure_and_is_no_longer_than_600_characters() -> None:
    sentence = "Guards " + "and dogs " * 120 + "found 77 flutes in a barn."
    document, figures = figures_of(sentence)
    (observation,) = figures.observations
    (span,) = observation.evidence
    assert "77" in document.text.text[span.start : span.end]
    assert span.end - span.start <= 600


def test_a_figure_of_a_plan_is_read_for_a_target_and_gives_no_observation() -> None:
    text = "Waiting time will be cut by one quarter."
    document, _ = figures_of(text)
    passage = next(p for p in document.passages if p.text == text)
    _, figures = figures_of(text, {passage.index: [(0, len(text))]})
    (reading,) = figures.readings.values()
    assert figures.observations == ()
    assert figures.figure_of(passage.index, reading.quantity.start) is reading
    assert (reading.kind, reading.value) == (MeasureKind.TARGET_CHANGE, Decimal(-25))


def test_uses_leads_from_a_quantity_to_its_observation() -> None:
    _, figures = figures_of("Crews found 30 rafts.")
    ((key, iri),) = figures.uses.items()
    assert iri == figures.observations[0].iri
    assert figures.readings[key].value == 30


def test_reading_twice_gives_the_same() -> None:
    text = "Crews found 30 rafts worth EUR 9,000, up 5% on 2013. Fees rose from EUR 3 to EUR 4."
    assert figures_of(text)[1] == figures_of(text)[1]


def test_a_figure_of_an_operation_is_its_result() -> None:
    _, figures = figures_of("In Operation Heron, crews seized 41 rafts.")
    (observation,) = figures.observations
    assert observation.result_of is not None
    assert "heron" in observation.result_of


@pytest.mark.shared
def test_at_most_three_numerals_in_a_hundred_of_the_real_report_stay_unread(report_path: Path) -> None:
    _, figures = _figures_in(report_path.read_bytes(), report_path.name)
    assert len(figures.unread) <= 0.03 * (len(figures.readings) + len(figures.unread))
    assert len(figures.readings) > 80


def test_a_part_without_its_unit_has_that_of_the_part_before() -> None:
    text = "Finds in 2014 weighed 5.5 tonnes: 2.6 tonnes in Vik, 2.2 in Lund and 0.7 elsewhere."
    units = {r.stated: r.unit.rsplit("/", 1)[-1] for r in figures_of(text)[1].readings.values()}
    assert set(units.values()) == {"TONNE"}
    assert {stated.split()[0] for stated in units} == {"5.5", "2.6", "2.2", "0.7"}
