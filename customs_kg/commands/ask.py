"""`customs-kg ask`: the question library."""

from __future__ import annotations

import textwrap
from pathlib import Path

from customs_kg.graph.store import open_store
from customs_kg.ontology.errors import InputError
from customs_kg.queries.library import Question, list_questions, load_question
from customs_kg.queries.run import run_question
from customs_kg.queries.tables import write_answer


def run_ask(folder: Path, question: str, parameters: tuple[str, ...], form: str, *, width: int) -> str:
    """The answer to a question of the library, on the graph of this folder.

    Raises:
        InputError: The question, a parameter or the folder cannot be used.
    """
    asked = load_question(question)
    values = dict(_split(parameter) for parameter in parameters)
    answer = run_question(open_store(folder), asked, values)
    text = write_answer(answer, form, width=width)
    return f"{asked.text}\n\n{text}" if form == "table" else text


def run_list(*, width: int) -> str:
    """Every question with its number, name and parameters."""
    questions = list_questions()
    lines = [line for question in questions for line in _entry(question, width)]
    return "\n".join([*lines, "", "Ask one: customs-kg ask NAME [-p PARAMETER=VALUE]"]) + "\n"


def _entry(question: Question, width: int) -> list[str]:
    head = f"{question.number:2}  {question.name}"
    body = textwrap.wrap(question.text, max(width - 6, 40))
    taken = [f"-p {p.name}={p.default or '...'}  {p.meaning}" for p in question.parameters]
    return [head, *(f"      {line}" for line in [*body, *taken])]


def _split(parameter: str) -> tuple[str, str]:
    name, sign, value = parameter.partition("=")
    if not sign or not name.strip():
        raise InputError(f"parameter {parameter!r}: want NAME=VALUE")
    return name.strip(), value.strip()
