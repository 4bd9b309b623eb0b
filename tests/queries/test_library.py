import json
import re
from pathlib import Path

import pyoxigraph as ox
import pytest

from customs_kg.ontology.errors import InputError
from customs_kg.ontology.iris import EVIDENCE, ID
from customs_kg.queries.library import (
    Column,
    Parameter,
    ParameterType,
    Question,
    list_questions,
    load_question,
    parse_question,
)
from customs_kg.queries.run import run_question

HEADER = """# CQ 07
# Question: What share
# Question: was inspected?
# For: trade analyst
# Parameter: part (words) = goods inspected: what the part is called
# Parameter: period (period): when
# Column: share: percent
SELECT ?share ?part ?period WHERE { }
"""
QUESTIONS = list_questions()


def test_library_reads_a_header() -> None:
    question = parse_question("inspected-share", HEADER)
    assert question.number == 7
    assert question.text == "What share was inspected?"
    assert question.audience == "trade analyst"
    assert question.parameters == (
        Parameter("part", ParameterType.WORDS, "goods inspected", "what the part is called"),
        Parameter("period", ParameterType.PERIOD, "", "when"),
    )
    assert question.columns == (Column("share", "percent"),)


@pytest.mark.parametrize(
    ("source", "says"),
    [
        ("SELECT * WHERE {}", "'# CQ <number>'"),
        ("# CQ 07\nSELECT * WHERE {}", "'# Question:'"),
        (HEADER.replace("(words)", "(word)"), "malformed parameter line"),
        (HEADER.replace("# Column: share: percent", "# Column: share"), "malformed column line"),
    ],
)
def test_library_names_the_fault_of_a_header(source: str, says: str) -> None:
    with pytest.raises(InputError, match=re.escape(says)):
        parse_question("inspected-share", source)


def test_library_numbers_and_names_are_unique() -> None:
    assert len({q.number for q in QUESTIONS}) == len({q.name for q in QUESTIONS}) == len(QUESTIONS)
    assert [q.number for q in QUESTIONS] == sorted(q.number for q in QUESTIONS)


@pytest.mark.parametrize("number", [1, 2, 5, 10, 15, 22, 24, 26, 34, 35])
def test_library_holds_the_first_ten(number: int) -> None:
    assert load_question(str(number)).number == number


@pytest.mark.parametrize(
    "name", ["trade-value", "Trade Value", "trade_value", "1", "01", "CQ 01", "cq1", "trade-value.rq"]
)
def test_library_finds_a_question_by_name_or_number(name: str) -> None:
    assert load_question(name).name == "trade-value"


def test_library_names_the_closest_question() -> None:
    with pytest.raises(InputError, match="did you mean trade-value"):
        load_question("trade-valu")


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda q: q.name)
def test_library_question_runs_and_has_its_columns(question: Question, store: ox.Store) -> None:
    answer = run_question(store, question)
    assert answer.columns == tuple(column.name for column in question.columns)
    assert {"section", "words"} <= set(answer.columns), "an answer shows where it comes from"


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda q: q.name)
def test_library_question_is_ordered_and_names_no_thing(question: Question) -> None:
    assert "ORDER BY" in question.sparql
    assert ID not in question.sparql
    assert not re.search(r"\bid:", question.sparql)
    assert EVIDENCE not in question.sparql
    assert not re.search(r"\b(19|20)\d\d\b", question.sparql), "a year belongs to one report"


@pytest.mark.shared
def test_library_holds_no_name_of_one_report(shared_dir: Path) -> None:
    # names of two words or more; single words and well-known bodies are general vocabulary
    names = set()
    for gold in sorted((shared_dir / "score" / "dev").glob("*.json")):
        for entity in json.loads(gold.read_text(encoding="utf-8"))["entities"]:
            if entity["kind"] in {"operation", "programme_or_initiative", "campaign", "information_system"}:
                names |= {name for name in (entity["label"], *entity.get("aliases", [])) if " " in name}
    assert names
    text = " ".join(question.sparql for question in QUESTIONS).lower()
    assert [name for name in sorted(names) if re.search(rf"\b{re.escape(name.lower())}\b", text)] == []
