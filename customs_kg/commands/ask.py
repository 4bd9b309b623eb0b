"""`customs-kg ask`: the question library."""

from __future__ import annotations

import json
import textwrap
from dataclasses import asdict
from pathlib import Path

from customs_kg.graph.store import open_store
from customs_kg.ontology.errors import InputError
from customs_kg.queries.library import Question, list_questions, load_question
from customs_kg.queries.run import run_question
from customs_kg.queries.tables import write_answer

_LONGEST_DEFAULT = 40


def run_ask(folder: Path, question: str, parameters: tuple[str, ...], form: str, *, width: int) -> str:
    """The answer to a question of the library, on the graph of this folder.

    Raises:
        InputError: The question, a parameter or the folder cannot be used.
    """
    asked = load_question(question)
    values = dict(_split(parameter) for parameter in parameters)
    answer = run_question(open_store(folder), asked, values)
    text = write_answer(answer, form, width=width)
    if form != "table":
        return text
    if not answer.rows:
        text += f"What it looks for, and how to look for other words: customs-kg ask {asked.name} --explain\n"
    return f"{asked.text}\n\n{text}"


def run_list(form: str = "table", *, width: int) -> str:
    """Every question with its number, name and parameters, as text or as JSON.

    Raises:
        InputError: A form that a list does not have.
    """
    questions = list_questions()
    if form == "json":
        listed = [{key: value for key, value in asdict(q).items() if key != "sparql"} for q in questions]
        return json.dumps(listed, ensure_ascii=False, indent=1) + "\n"
    if form != "table":
        raise InputError(f"the list of questions has no {form} form; use table or json, or name a question")
    lines = [line for question in questions for line in _entry(question, width)]
    return "\n".join([*lines, "", "Ask one: customs-kg ask NAME; what it takes: customs-kg ask NAME --explain"]) + "\n"


def run_explain(question: str, *, width: int) -> str:
    """What a question is for, what it takes and what its columns mean.

    Raises:
        InputError: There is no such question.
    """
    asked = load_question(question)
    lines = _entry(asked, width)[:1] + _wrapped(asked.text, width)
    if asked.audience:
        lines += _wrapped(f"For: {asked.audience}", width)
    for title, named in (("Parameters", _parameters(asked)), ("Columns", [(c.name, c.meaning) for c in asked.columns])):
        if named:
            lines += ["", title, *(line for name, meaning in named for line in _described(name, meaning, width))]
    return "\n".join(lines) + "\n"


def _entry(question: Question, width: int) -> list[str]:
    taken = [f"-p {p.name}={p.default or '...'}" for p in question.parameters]
    short = [text if len(text) <= _LONGEST_DEFAULT else f"{text[: text.index('=')]}=..." for text in taken]
    head = f"{question.name}  ({question.number})"
    return [head, *_wrapped(question.text, width), *(_wrapped("  ".join(short), width) if short else [])]


def _parameters(question: Question) -> list[tuple[str, str]]:
    return [
        (f"-p {p.name}=...", f"{p.meaning} ({p.type}){f'; by default: {p.default}' if p.default else ''}")
        for p in question.parameters
    ]


def _described(name: str, meaning: str, width: int) -> list[str]:
    return [f"  {name}", *(f"  {line}" for line in _wrapped(meaning, width - 2))]


def _wrapped(text: str, width: int) -> list[str]:
    return [f"    {line}" for line in textwrap.wrap(text, max(min(width, 100) - 4, 40), break_on_hyphens=False)]


def _split(parameter: str) -> tuple[str, str]:
    name, sign, value = parameter.partition("=")
    if not sign or not name.strip():
        raise InputError(f"parameter {parameter!r}: want NAME=VALUE")
    return name.strip(), value.strip()
