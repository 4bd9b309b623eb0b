"""The questions on the real report against a reading of it by hand.

What a question must answer is written as values and as the first characters of the places (offsets in the stored
text); no sentence of the report stands here.
"""

from decimal import Decimal
from pathlib import Path

import pyoxigraph as ox
import pytest

from customs_kg.builders.pipeline import read_report
from customs_kg.graph.store import store_of
from customs_kg.graph.triples import report_triples
from customs_kg.queries.library import list_questions, load_question
from customs_kg.queries.run import Solutions, run_question
from customs_kg.queries.tables import plain

pytestmark = pytest.mark.shared

Rows = list[dict[str, str]]


@pytest.fixture(scope="module")
def real(report_path: Path) -> ox.Store:
    """The graph of the real report with the ontology."""
    return store_of(report_triples(read_report(report_path.read_bytes(), report_path.name)))


def ask(store: ox.Store, question: str, **parameters: str) -> Rows:
    """The answer as rows of plain text, white space in words collapsed."""
    answer: Solutions = run_question(store, load_question(question), parameters)
    return [
        dict(zip(answer.columns, (" ".join(plain(term).split()) for term in row), strict=True)) for row in answer.rows
    ]


def values(rows: Rows, column: str = "value") -> set[Decimal]:
    """The numbers of a column."""
    return {Decimal(row[column]) for row in rows if row[column]}


def test_answers_trade_value_is_told_twice_and_nearly_agrees(real: ox.Store) -> None:
    rows = ask(real, "1")
    assert values(rows) == {Decimal("24330000000000"), Decimal("24340000000000")}
    assert {row["agreement"] for row in rows} == {"adjacent-rounding"}
    assert {row["unit"] for row in rows} == {"cny"}


def test_answers_freight_volume_starts_with_the_finest(real: ox.Store) -> None:
    rows = ask(real, "2")
    assert Decimal(rows[0]["value"]) == 3_978_000_000
    assert sorted(Decimal(row["value"]) for row in rows) == [3_978_000_000, 3_980_000_000, 3_980_000_000]
    assert {row["agreement"] for row in rows} == {"rounding"}


def test_answers_transport_does_not_add_up(real: ox.Store) -> None:
    rows = ask(real, "5")
    by_role = {role: values([row for row in rows if row["role"] == role]) for role in {row["role"] for row in rows}}
    assert by_role["stated total"] == {33_819_000}
    assert by_role["sum of parts"] == {29_896_800}
    assert by_role["part"] == {855_300, 466_600, 27_071_500, 1_503_400}
    assert {row["agreement"] for row in rows if row["role"] != "part"} == {"sum-mismatch"}


def test_answers_net_revenue_is_the_most_precise_one(real: ox.Store) -> None:
    rows = ask(real, "10")
    assert values(rows) == {Decimal("1538814000000")}


def test_answers_operation_has_its_five_results(real: ox.Store) -> None:
    rows = [row for row in ask(real, "15", name="National Sword") if row["kind"] == "level"]
    assert {row["operation"] for row in rows} == {"National Sword 2016"}
    assert values(rows) >= {2633, Decimal("52930000000"), 366_000, Decimal("4.9"), 76}


def test_answers_mechanism_was_set_up_by_the_state_council(real: ox.Store) -> None:
    rows = ask(real, "22", name="anti-smuggling")
    assert ("establishedBy", "State Council") in {(row["role"], row["party"]) for row in rows}
    (coordinator,) = [row["party"] for row in rows if row["role"] == "coordinates"]
    assert coordinator.startswith("Minister")


def test_answers_direct_subsidiaries_and_what_they_are(real: ox.Store) -> None:
    rows = ask(real, "24")
    assert values([row for row in rows if row["role"] == "total"]) == {47}
    assert values(rows) >= {47, 42, 2}
    assert "sum-mismatch" not in {row["agreement"] for row in rows}


def test_answers_headquarters_supervises_four_associations(real: ox.Store) -> None:
    rows = ask(real, "26")
    assert values(rows) >= {18, 8, 4}
    associations = {row["party"] for row in rows if row["role"] == "supervises"}
    assert associations == {
        "Customs Institute of China",
        "Customs Brokers Association of China",
        "Port Society of China",
        "Association of Bonded Areas and Export Processing Zones of China",
    }


def test_answers_two_commitments_are_due_in_the_first_half(real: ox.Store) -> None:
    rows = ask(real, "34")
    assert {row["due"] for row in rows} == {"2017-h1"}
    objects = {row["object"].casefold() for row in rows}
    assert {"national targeting center", "tax collection and management center"} <= objects
    assert len({row["text"] for row in rows}) == 2


def test_answers_one_third_is_promised_three_times(real: ox.Store) -> None:
    rows = ask(real, "35")
    assert len({row["words"] for row in rows}) == 3
    assert {abs(value).quantize(Decimal("0.1")) for value in values(rows)} == {Decimal("33.3")}
    assert {row["kind"] for row in rows} == {"target-change"}


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("3", {"103221300"}),
        ("4", {"855300", "466600", "27071500", "1503400"}),
        ("6", {"0.8", "5.2"}),
        ("8", {"733966600", "410156000"}),
        ("11", {"2.6", "1.95"}),
        ("12", {"15.3", "9.8"}),
        ("13", {"8409", "4512", "5685000000", "10.94"}),
        ("16", {"17", "4"}),
        ("17", {"366000", "4", "5685000000"}),
        ("18", {"2633", "25300", "366000"}),
        ("19", {"5310", "76"}),
        ("20", {"17000", "36000000", "220000000", "59.3"}),
        ("25", {"7"}),
        ("28", {"60000", "740"}),
        ("30", {"300"}),
        ("31", {"25", "22", "11", "194", "162"}),
        ("33", {"17", "200", "600"}),
        ("37", {"13", "3"}),
    ],
)
def test_answers_hold_these_figures(real: ox.Store, question: str, expected: set[str]) -> None:
    assert set(map(Decimal, expected)) <= values(ask(real, question))


def test_answers_revenue_growth_is_in_conflict(real: ox.Store) -> None:
    rows = ask(real, "11")
    assert {row["agreement"] for row in rows} == {"conflict"}
    assert len({row["section"] for row in rows}) == 2


def test_answers_one_declaration_in_forty_was_inspected(real: ox.Store) -> None:
    assert values(ask(real, "7"), "percent") == {Decimal("2.37")}


def test_answers_staff_is_about_and_offices_are_over(real: ox.Store) -> None:
    told = {Decimal(row["value"]): row["qualifier"] for row in ask(real, "28")}
    assert (told[Decimal(60000)], told[Decimal(740)]) == ("around", "over")


@pytest.mark.parametrize(
    ("question", "column", "expected"),
    [
        ("9", "tax", {"customs duty", "import VAT", "consumption tax", "vessel tonnage tax"}),
        ("21", "leader", {"General Administration of Customs", "Ministry of Public Security"}),
        ("23", "person", {"Yu Guangzhou"}),
        ("29", "body", {"CPC Central Commission for Discipline Inspection", "General Administration of Customs"}),
        ("32", "body", {"World Customs Organization", "World Trade Organization", "ASEAN", "BRICS"}),
        (
            "36",
            "legal_text",
            {"Tariff Law", "Customs Audit-Based Control Regulations", "Ordinance on Port Administration"},
        ),
    ],
)
def test_answers_hold_these_names(real: ox.Store, question: str, column: str, expected: set[str]) -> None:
    assert expected <= {row[column] for row in ask(real, question)}


def test_answers_goods_targeted_are_those_of_both_lists(real: ox.Store) -> None:
    rows = [row for row in ask(real, "14") if row["operation"] == "National Sword 2017"]
    assert {"drugs", "guns", "food", "frozen products", "endangered species", "solid waste"} <= {
        r["goods"] for r in rows
    }
    assert {row["modality"] for row in rows} == {"planned"}


def test_answers_four_representative_offices(real: ox.Store) -> None:
    places = {row["place"] for row in ask(real, "27")}
    assert len(places) == 4
    assert {"European Union", "Hong Kong SAR"} <= places


def test_answers_the_doubtful_have_places(real: ox.Store, report_path: Path) -> None:
    text = report_path.read_text(encoding="utf-8")
    rows = ask(real, "40")
    assert {"adjacent-rounding", "conflict", "sum-mismatch"} <= {row["why"] for row in rows}
    for row in rows:
        assert " ".join(text[int(row["start"]) : int(row["end"])].split()) == row["words"]


@pytest.mark.parametrize("name", ["report/china-customs-2016", "score/dev/cbp-style", "score/dev/china-customs-2009"])
def test_answers_quote_the_report_they_are_about(shared_dir: Path, name: str) -> None:
    path = shared_dir / f"{name}.txt"
    store = store_of(report_triples(read_report(path.read_bytes(), path.name)))
    text = " ".join(path.read_text(encoding="utf-8-sig").split())
    answered = 0
    for question in list_questions():
        rows = ask(store, question.name)
        assert [row["words"] for row in rows if row["words"] not in text] == [], question.name
        answered += bool(rows)
    assert answered >= 5


def test_answers_no_plan_is_told_as_done(real: ox.Store) -> None:
    assert not [row for row in ask(real, "37") if "will" in row["words"].split()]
    assert not [row for row in ask(real, "15") if row["operation"].endswith("2017")]
    assert not [row for row in ask(real, "32") if row["role"] == "member" and "BRICS" in row["body"]]
