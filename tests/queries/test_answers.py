"""The questions on a real and on an invented report against readings of them by hand (`expected/*.toml`).

A reading holds values and places (offsets in the stored text); no sentence of a published report stands here.
"""

from __future__ import annotations

import re
import sys
from importlib import import_module
from pathlib import Path

import pyoxigraph as ox
import pytest

from customs_kg.builders.pipeline import read_report
from customs_kg.graph.store import store_of
from customs_kg.graph.triples import report_triples
from customs_kg.queries.library import list_questions
from customs_kg.queries.run import run_query

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "scripts"))
answers = import_module("answers")

EXPECTED = Path(__file__).with_name("expected")
CHINA = answers.read_expected((EXPECTED / "china-customs-2016.toml").read_text(encoding="utf-8"))
ALBION = answers.read_expected((EXPECTED / "agency-uk-style.toml").read_text(encoding="utf-8"))
QUESTIONS = [question.name for question in list_questions()]
Rows = list[dict[str, str]]


def graph_of(path: Path) -> tuple[ox.Store, str]:
    """The graph of a report with the ontology, and its stored text."""
    facts = read_report(path.read_bytes(), path.name)
    return store_of(report_triples(facts)), facts.text.text


@pytest.fixture(scope="module")
def china(report_path: Path) -> tuple[ox.Store, str]:
    """The real report. Tests only read the store."""
    return graph_of(report_path)


@pytest.fixture(scope="module")
def albion() -> tuple[ox.Store, str]:
    """An invented report of a revenue authority, whose year is no calendar year."""
    return graph_of(ROOT / "tests" / "reports" / "agency-uk-style.txt")


def ask(store: ox.Store, question: str) -> Rows:
    """The answer, white space in cells collapsed."""
    rows = answers.ask(store, question)
    return [{name: " ".join(cell.split()) for name, cell in row.items()} for row in rows]


@pytest.mark.parametrize("reading", [CHINA, ALBION], ids=["china-customs-2016", "agency-uk-style"])
def test_answers_every_question_has_a_reading(reading: dict[str, object]) -> None:
    assert list(reading) == QUESTIONS


@pytest.mark.shared
@pytest.mark.parametrize("question", CHINA)
def test_answers_on_the_real_report_are_those_of_the_reading(china: tuple[ox.Store, str], question: str) -> None:
    (verdict,) = answers.judge(*china, {question: CHINA[question]})
    assert verdict.faults == []


@pytest.mark.parametrize("question", ALBION)
def test_answers_on_an_invented_report_are_those_of_the_reading(albion: tuple[ox.Store, str], question: str) -> None:
    (verdict,) = answers.judge(*albion, {question: ALBION[question]})
    assert verdict.faults == []


def test_answers_few_rows_of_the_reading_are_pending() -> None:
    rows = [row for reading in (CHINA, ALBION) for _, rows in reading.values() for row in rows]
    assert len([row for row in rows if row.pending]) <= 7 < 200 < len(rows)


@pytest.mark.shared
def test_answers_freight_volume_starts_with_the_finest(china: tuple[ox.Store, str]) -> None:
    assert ask(china[0], "freight-volume")[0]["value"] == "3978000000"


@pytest.mark.shared
def test_answers_the_doubtful_have_places(china: tuple[ox.Store, str]) -> None:
    store, text = china
    rows = ask(store, "doubtful-facts")
    assert [r for r in rows if " ".join(text[int(r["start"]) : int(r["end"])].split()) != r["words"]] == []


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("shared/report/china-customs-2016", marks=pytest.mark.shared),
        pytest.param("shared/score/dev/cbp-style", marks=pytest.mark.shared),
        pytest.param("shared/score/dev/china-customs-2009", marks=pytest.mark.shared),
        "tests/reports/revenue-authority-africa",
        "tests/reports/letter-passive",
    ],
)
def test_answers_quote_the_report_they_are_about(request: pytest.FixtureRequest, name: str) -> None:
    home = ROOT if name.startswith("tests/") else request.getfixturevalue("shared_dir").parent
    store, text = graph_of(home / f"{name}.txt")
    words = " ".join(text.split())
    answered = 0
    for question in QUESTIONS:
        rows = ask(store, question)
        assert [row["words"] for row in rows if row["words"] not in words] == [], question
        answered += bool(rows)
    assert answered >= 5


@pytest.mark.shared
def test_answers_no_plan_is_told_as_done(china: tuple[ox.Store, str]) -> None:
    done = [
        row["words"]
        for question in ("legal-texts", "information-systems", "reforms-done-and-promised")
        for row in ask(china[0], question)
        if row["status"] == "done"
    ]
    done += [row["words"] for row in ask(china[0], "abolished")]
    assert len(done) > 20
    assert [words for words in done if re.search(r"\bwill\b", words)] == []
    assert [row for row in ask(china[0], "operation-results") if row["operation"].endswith("2017")] == []
    assert {row["modality"] for row in ask(china[0], "goods-targeted") if row["operation"].endswith("2017")} == {
        "planned"
    }


@pytest.mark.shared
def test_answers_nobody_is_said_to_belong_where_one_only_took_part(china: tuple[ox.Store, str]) -> None:
    members = {row["body"] for row in ask(china[0], "international-bodies") if row["role"] == "member"}
    assert members & {"BRICS", "ASEAN", "Shanghai Cooperation Organization"} == set()


@pytest.mark.shared
def test_answers_no_commitment_is_fulfilled_yet(china: tuple[ox.Store, str]) -> None:
    promised = run_query(china[0], "ASK { ?promise a ck:Commitment }")
    settled = run_query(china[0], "ASK { ?finding a ck:FulfilmentAssessment }")
    assert (getattr(promised, "value", None), getattr(settled, "value", None)) == (True, False)
