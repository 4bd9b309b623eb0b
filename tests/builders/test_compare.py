"""Disagreements between figures: the interval test, sums, unit variants and scopes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from customs_kg.builders.figures.disagreements.compare import compare
from customs_kg.builders.figures.disagreements.intervals import relation_of
from customs_kg.builders.figures.figure import Figures
from customs_kg.builders.pipeline import read_report
from customs_kg.graph.model import (
    Discrepancy,
    DiscrepancyType,
    Entity,
    MeasureKind,
    Modality,
    Observation,
    Period,
    Qualifier,
    Span,
)
from customs_kg.ontology.iris import CK, CKT, ID, UNIT

from .test_figures import _figures_in, figures_of

YEAR = Period("2014", "2014", None, None)
AGENCY = ID + "agency-xx-veridia-customs"
TOLLS = Entity(ID + "indicator-xx-tolls", CK + "Indicator", "toll receipts")


def figure(iri: str, value: str, half_width: str, **changes: object) -> Observation:
    """An observation of toll receipts in euros."""
    base = Observation(
        iri=f"{ID}obs-{iri}",
        indicator=TOLLS.iri,
        agent=AGENCY,
        period=YEAR,
        kind=MeasureKind.LEVEL,
        value=Decimal(value),
        unit=CKT + "unit-eur",
        stated=value,
        exponent=0,
        half_width=Decimal(half_width),
        qualifier=Qualifier.EXACT,
        modality=Modality.ACTUAL,
        confidence=Decimal("0.95"),
        evidence=(Span(0, 10),),
        rule="test",
    )
    return replace(base, **changes)  # type: ignore[arg-type]


def _figures(observations: Sequence[Observation], indicators: Sequence[Entity] = ()) -> Figures:
    return Figures(tuple(observations), tuple(indicators), (), ())


def types_of(*observations: Observation, entities: tuple[Entity, ...] = (TOLLS,)) -> list[DiscrepancyType]:
    """The types of the discrepancies among some observations."""
    return [d.type for d in compare(_figures(observations, entities))[0]]


@pytest.mark.parametrize(
    ("first", "second", "relation"),
    [
        (("24.33", "0.005"), ("24.33", "0.005"), None),
        (("24.33", "0.005"), ("24.34", "0.005"), DiscrepancyType.ADJACENT_ROUNDING),
        (("3.98", "0.005"), ("3.978", "0.0005"), DiscrepancyType.ROUNDING),
        (("2.6", "0.05"), ("1.95", "0.005"), DiscrepancyType.CONFLICT),
        (("17000", "0.5"), ("17023", "0.5"), DiscrepancyType.ROUNDING),
        (("17100", "0.5"), ("17623", "0.5"), DiscrepancyType.CONFLICT),
    ],
)
def test_two_exact_figures_disagree_by_their_rounding(
    first: tuple[str, str], second: tuple[str, str], relation: DiscrepancyType | None
) -> None:
    assert relation_of(figure("a", *first), figure("b", *second)) is relation
    assert relation_of(figure("b", *second), figure("a", *first)) is relation


@pytest.mark.parametrize(
    ("qualifier", "bound", "other", "agrees"),
    [
        (Qualifier.OVER, "200", "260", True),
        (Qualifier.OVER, "200", "180", False),
        (Qualifier.AT_LEAST, "200", "200", True),
        (Qualifier.UNDER, "200", "150", True),
        (Qualifier.NEARLY, "66000", "65192", True),
        (Qualifier.NEARLY, "66000", "61000", False),
        (Qualifier.AROUND, "60000", "58700", True),
        (Qualifier.AROUND, "60000", "71000", False),
        (Qualifier.OVER, "-10", "-12", True),
        (Qualifier.OVER, "-10", "-8", False),
    ],
)
def test_a_bound_agrees_with_what_it_allows(qualifier: Qualifier, bound: str, other: str, agrees: bool) -> None:
    relation = relation_of(figure("a", bound, "0.5", qualifier=qualifier), figure("b", other, "0.5"))
    assert relation is (None if agrees else DiscrepancyType.CONFLICT)


def test_a_conflict_names_both_figures_and_their_difference() -> None:
    (found,), derived = compare(_figures((figure("a", "200", "0.5"), figure("b", "100", "0.5")), (TOLLS,)))
    assert found.involves == (f"{ID}obs-a", f"{ID}obs-b")
    assert found.relative_difference == Decimal("0.5")
    assert "Toll receipts (2014)" in found.comment
    assert derived == ()


@pytest.mark.parametrize(
    "change",
    [
        {"period": Period("2013", "2013", None, None)},
        {"agent": ID + "agency-xx-other"},
        {"kind": MeasureKind.TARGET_LEVEL},
        {"breakdown": (ID + "goods-xx-salt",)},
        {"unit": CKT + "unit-usd"},
        {"result_of": ID + "operation-xx-heron"},
        {"base_period": Period("2009", "2009", None, None)},
        {"confidence": Decimal("0.7")},
    ],
)
def test_figures_of_different_things_do_not_conflict(change: dict[str, object]) -> None:
    assert types_of(figure("a", "200", "0.5"), figure("b", "100", "0.5", **change)) == []


def test_weights_in_two_units_are_compared_in_one() -> None:
    tonnes = figure("a", "4.9", "0.05", unit=UNIT + "TONNE")
    kilograms = figure("b", "4907", "0.5", unit=UNIT + "KiloGM")
    assert types_of(tonnes, kilograms) == [DiscrepancyType.ROUNDING]


def test_the_same_change_in_percent_and_in_points_is_a_unit_variant() -> None:
    percent = figure("a", "-1", "0.5", kind=MeasureKind.YOY_PERCENT, unit=UNIT + "PERCENT")
    points = figure("b", "-1", "0.5", kind=MeasureKind.YOY_POINT, unit=CKT + "unit-percentage-point")
    assert types_of(percent, points) == [DiscrepancyType.UNIT_VARIANT]


def _transport(**counts: str) -> tuple[Observation, ...]:
    return tuple(
        figure(name, value, "0.5", indicator=f"{ID}indicator-int-{name.replace('_', '-')}", unit=UNIT + "NUM")
        for name, value in counts.items()
    )


PARTS = {"airplanes": "10", "vessels": "20", "vehicles": "30", "train_carriages": "40"}


def test_a_sum_that_holds_is_computed_and_left_alone() -> None:
    discrepancies, derived = compare(_figures(_transport(means_of_transport="100", **PARTS)))
    assert discrepancies == ()
    assert [(o.value, len(o.computed_from), o.evidence) for o in derived] == [(Decimal(100), 4, ())]


def test_a_sum_that_does_not_hold_is_a_mismatch() -> None:
    (found,), (derived,) = compare(_figures(_transport(means_of_transport="109", **PARTS)))
    assert found.type is DiscrepancyType.SUM_MISMATCH
    assert set(found.involves) == {f"{ID}obs-means_of_transport", derived.iri}


def test_a_sum_with_a_part_missing_says_nothing() -> None:
    counts = {k: v for k, v in PARTS.items() if k != "vessels"}
    assert compare(_figures(_transport(means_of_transport="100", **counts))) == ((), ())


def test_one_figure_of_a_wider_and_a_narrower_thing_is_a_scope_difference() -> None:
    wide = Entity(ID + "indicator-xx-rice-and-grains", CK + "Indicator", "rice and other grains seized")
    narrow = Entity(ID + "indicator-xx-rice", CK + "Indicator", "rice seized")
    figures = (figure("a", "366000", "0.5", indicator=wide.iri), figure("b", "366000", "0.5", indicator=narrow.iri))
    assert types_of(*figures, entities=(wide, narrow)) == [DiscrepancyType.SCOPE_DIFFERENCE]


def test_the_order_of_the_figures_does_not_matter() -> None:
    figures = [figure("a", "200", "0.5"), figure("b", "100", "0.5"), figure("c", "100.2", "0.05")]
    assert compare(_figures(figures, (TOLLS,))) == compare(_figures(figures[::-1], (TOLLS,)))


def test_a_part_that_is_named_after_its_whole_is_no_conflict() -> None:
    _, figures = figures_of("They opened 60 lockers, 14 of which held cash. The hit rate was 30% (2012: 21%).")
    assert compare(figures)[0] == ()


@pytest.mark.parametrize(
    ("sentence", "mismatch"),
    [
        ("The fleet has 9 craft (i.e. 4 barges, 3 tugs and 2 ferries).", False),
        ("The fleet has 9 craft (i.e. 4 barges, 3 tugs and 3 ferries).", True),
        ("The fleet has 9 craft (i.e. the Swan, 6 tugs and 2 ferries).", False),
        ("The fleet has 9 craft (i.e. the Swan, 6 tugs and 4 ferries).", True),
        ("Receipts of EUR 9 million were made up of EUR 4 million of tolls and EUR 5 million of dues.", False),
        ("Receipts of EUR 9 million were made up of EUR 4 million of tolls and EUR 8 million of dues.", True),
    ],
)
def test_a_total_is_held_against_the_parts_that_are_listed_with_it(sentence: str, mismatch: bool) -> None:
    _, figures = figures_of(sentence)
    discrepancies, derived = compare(figures)
    assert [d.type for d in discrepancies] == [DiscrepancyType.SUM_MISMATCH] * mismatch
    assert len(figures.sums) == 1
    assert len(derived) == mismatch


@pytest.mark.parametrize(("total", "mismatch"), [("1,570", False), ("1,620", True)])
def test_a_total_row_is_held_against_the_rows_above_it(total: str, mismatch: bool) -> None:
    table = f"Table 1. Revenue (in thousands of euros)\n\n{'':24}2013        2014\n"
    table += "  Toll receipts         1,200       1,260\n"
    table += f"  Harbour dues            n/a         310\n  Total                   n/a       {total}\n"
    _, figures = figures_of(table)
    discrepancies, _ = compare(figures)
    assert [d.type for d in discrepancies] == [DiscrepancyType.SUM_MISMATCH] * mismatch


@pytest.fixture
def register(report_path: Path) -> list[tuple[Discrepancy, set[Decimal]]]:
    """The discrepancies of the real report, each with the values that it involves."""
    _, figures = _figures_in(report_path.read_bytes(), report_path.name)
    discrepancies, derived = compare(figures)
    values = {o.iri: o.value for o in (*figures.observations, *derived)}
    return [(d, {values[i] for i in d.involves}) for d in discrepancies]


@pytest.mark.shared
@pytest.mark.parametrize(
    ("kind", "values"),
    [
        (DiscrepancyType.ADJACENT_ROUNDING, ["24330000000000", "24340000000000"]),
        (DiscrepancyType.CONFLICT, ["2.6", "1.95"]),
        (DiscrepancyType.ROUNDING, ["3980000000", "3978000000"]),
        (DiscrepancyType.ROUNDING, ["1538800000000", "1538814000000"]),
        (DiscrepancyType.SUM_MISMATCH, ["33819000", "29896800"]),
        (DiscrepancyType.UNIT_VARIANT, ["-1"]),
        (DiscrepancyType.SCOPE_DIFFERENCE, ["2633", "25300"]),
        (DiscrepancyType.SCOPE_DIFFERENCE, ["366000"]),
    ],
)
def test_each_entry_of_the_register_is_found(
    register: list[tuple[Discrepancy, set[Decimal]]], kind: DiscrepancyType, values: list[str]
) -> None:
    assert any(d.type is kind and found == {Decimal(v) for v in values} for d, found in register)


@pytest.mark.shared
def test_the_real_report_has_no_other_conflict(register: list[tuple[Discrepancy, set[Decimal]]]) -> None:
    hard = [d for d, _ in register if d.type in (DiscrepancyType.CONFLICT, DiscrepancyType.SUM_MISMATCH)]
    assert len(hard) == 2, [d.comment for d in hard]


def _mismatches(text: str) -> list[str]:
    head = "VERIDIA CUSTOMS SERVICE\nAnnual Report 2014\n\n1. Results\n\n"
    facts = read_report((head + text + "\n").encode(), "veridia.txt")
    return [d.comment for d in facts.discrepancies if d.type is DiscrepancyType.SUM_MISMATCH]


@pytest.mark.parametrize(
    "text",
    [
        "The Service had 2,418 staff, of whom 1,506 were men and 930 women.",
        "We run 24 posts, comprising 9 land posts, 10 river posts and 7 sea posts.",
        "Guards seized 310 boxes at sea, 240 on land and 95 by air, 655 in all.",
        "We held 450 boxes, of which 300 were wet and 200 torn.",
        "Tolls of EUR 21.4 million were made up of EUR 15.9 million of road tolls, EUR 3.3 million of bridge tolls and"
        " EUR 2.9 million of port tolls.",
    ],
)
def test_parts_in_a_sentence_that_miss_their_total(text: str) -> None:
    assert len(_mismatches(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The Service had 2,418 staff, of whom 1,506 were men and 912 women.",
        "Guards seized 310 boxes at sea, 240 on land and 95 by air, 645 in all.",
        "We held 900 boxes, of which 300 were wet and 200 torn.",  # and others neither
        "Tolls of EUR 22.0 million were made up of EUR 15.9 million of road tolls, EUR 3.3 million of bridge tolls and"
        " EUR 2.9 million of port tolls.",  # within their rounding
        "We run 240 posts, comprising 9 land posts and 10 river posts.",  # the others were not read
    ],
)
def test_parts_in_a_sentence_that_fit_or_are_not_all(text: str) -> None:
    assert _mismatches(text) == []


def test_a_row_understood_of_what_went_before_is_of_several_things() -> None:
    report = (
        b"NORLAND CUSTOMS\nAnnual Report 2019\n\n1. Trade\n\nExports rose, so that a surplus of USD 101.9 billion "
        b"remained. Eastland, Westland and Southland were the largest partners, with USD 217.3 billion, USD 211.6 "
        b"billion and USD 184.5 billion respectively.\n"
    )
    assert not [d for d in read_report(report, "norland.txt").discrepancies if d.type is DiscrepancyType.CONFLICT]


def test_what_was_asked_for_contradicts_no_result() -> None:
    report = (
        b"NORLAND CUSTOMS\nAnnual Report 2019\n\n1. Revenue\n\nCollection in 2019 came to EUR 44.16 billion, exceeding "
        b"the EUR 43.00 billion which the Ministry of Finance had asked of us.\n\nIn brief: collection EUR 44.16 "
        b"billion.\n"
    )
    facts = read_report(report, "norland.txt")
    assert not [d for d in facts.discrepancies if d.type is DiscrepancyType.CONFLICT]
    assert [o.kind.value for o in facts.observations if o.value == 43_000_000_000] == ["target-level"]
