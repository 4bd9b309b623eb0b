"""What must hold for any input, as functions of bytes: shared by Hypothesis (test_fuzzing.py) and atheris.

Each target raises nothing but what it catches; anything else is a fault. To fuzz with coverage, where atheris is to
be had (`pip install atheris`; Linux and macOS): `python -m tests.fuzzing TARGET [-runs=N]`.
"""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Callable
from functools import cache
from importlib import import_module

import pyoxigraph as ox

from customs_kg.builders.inputs.source import SUFFIXES, read_source_text
from customs_kg.builders.pipeline import read_report
from customs_kg.graph.identifiers import mint_thing
from customs_kg.graph.model import ReportFacts
from customs_kg.graph.page import write_page
from customs_kg.graph.store import store_of
from customs_kg.graph.triples import report_triples
from customs_kg.graph.turtle import read_triples, write_turtle
from customs_kg.graph.view import build_view
from customs_kg.ontology.errors import CustomsKgError
from customs_kg.queries.library import Parameter, ParameterType, list_questions
from customs_kg.queries.run import Solutions, bind, run_question
from customs_kg.queries.tables import stream_answer, to_csv
from tests.graph.sample import sample_facts

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
_FIRST = b"Border Service annual report 2020\n\n"


@cache
def _store() -> ox.Store:
    return store_of(report_triples(sample_facts()))


@cache
def _plain_facts() -> ReportFacts:
    return read_report(_FIRST, "report.txt")


def _live_markup(facts: ReportFacts) -> list[int]:
    page = write_page(build_view([facts])).decode("utf-8").lower()
    return [page.count(part) for part in ("<script", "</script")]


def fuzz_input(data: bytes) -> None:
    """Any file of any kind gives text or an error of ours."""
    name = f"report{SUFFIXES[len(data) % len(SUFFIXES)]}"
    try:
        found = read_source_text(data, name)
    except CustomsKgError as error:
        assert str(error)
        return
    found.data.decode("utf-8-sig")


def fuzz_report(data: bytes) -> None:
    """Any text is read: every quotation stands in it, and the graph comes back from Turtle."""
    try:
        facts = read_report(_FIRST + data.decode("utf-8", "ignore").encode(), "report.txt")
    except CustomsKgError as error:
        assert str(error)
        return
    length = len(facts.text.text)
    quoted = [
        span for found in (facts.claims, facts.observations, facts.actions) for one in found for span in one.evidence
    ]
    assert all(0 <= span.start < span.end <= length for span in quoted)
    triples = report_triples(facts)
    assert set(read_triples(write_turtle(triples), "graph.ttl")) == set(triples)
    assert _live_markup(facts) == _live_markup(_plain_facts()), "words of a report are no elements of the page"


def fuzz_iri(data: bytes) -> None:
    """Any name gives an IRI that every parser takes, the same each time."""
    label = data.decode("utf-8", "replace")
    iri = mint_thing("body", "xr", label)
    assert iri == mint_thing("body", "xr", label)
    assert iri.isascii()
    assert not set(iri) & set('<>"{}|^`\\ \n\t')
    (quad,) = ox.parse(f"<{iri}> <{iri}> <{iri}> .", format=ox.RdfFormat.N_TRIPLES)
    assert quad.subject == ox.NamedNode(iri)


def fuzz_parameter(data: bytes) -> None:
    """Any text for any parameter of any question is one term, or an error of ours; it never becomes syntax."""
    text = data.decode("utf-8", "replace")
    for kind in ParameterType:
        try:
            bind(_store(), Parameter("x", kind, "", "anything"), text)
        except CustomsKgError as error:
            assert str(error)
    questions = [question for question in list_questions() if question.parameters]
    question = questions[len(data) % len(questions)]
    try:
        run_question(_store(), question, {question.parameters[0].name: text})
    except CustomsKgError as error:
        assert str(error)


def fuzz_results(data: bytes) -> None:
    """Any words in an answer are a cell of CSV that is no formula and loses nothing, and a row of text."""
    words = data.decode("utf-8", "replace")
    answer = Solutions(("a", "b"), ((ox.Literal(words), ox.Literal("x")),))
    (_, (cell, other)) = list(csv.reader(io.StringIO(to_csv(answer), newline=""), strict=True))
    assert other == "x"
    assert not cell.startswith(_FORMULA)
    assert cell in (words, f"'{words}")
    assert "".join(stream_answer(answer, "table")).endswith("\n")
    assert "".join(stream_answer(answer, "json")).endswith("}\n")


TARGETS: dict[str, Callable[[bytes], None]] = {
    "input": fuzz_input,
    "report": fuzz_report,
    "iri": fuzz_iri,
    "parameter": fuzz_parameter,
    "results": fuzz_results,
}


def main() -> None:
    """Hand a target to atheris."""
    atheris = import_module("atheris")  # only where it is installed

    target = TARGETS[sys.argv.pop(1)]
    atheris.instrument_all()
    atheris.Setup(sys.argv, target)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
