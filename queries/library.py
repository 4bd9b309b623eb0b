"""The question library: one competency question a `.rq` file of this folder, with its meaning in the header.

A header is comment lines, in this order::

    # CQ 07
    # Question: What share of declarations was inspected?
    # For: trade analyst
    # Parameter: part (words) = goods inspected: what the counted part is called
    # Column: share: percent, computed

A parameter is a variable of the query that stands in its outer SELECT as well; it is bound as an RDF term and
never pasted into the text. No file names anything that only one report has.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum
from importlib.resources import files

from customs_kg.ontology.errors import InputError

_PARAMETER = re.compile(r"(?P<name>\w+) \((?P<type>[a-z]+)\)(?: = (?P<default>[^:]*))?: (?P<meaning>.+)")
_COLUMN = re.compile(r"(?P<name>\w+): (?P<meaning>.+)")


class ParameterType(StrEnum):
    """What a parameter's text stands for; the term it becomes is made by `run.bind`."""

    WORDS = "words"  # alternatives joined by "|", found anywhere in a label, upper and lower case aside
    PERIOD = "period"  # key of a period: "2016", "2017-h1", "fy2019"
    CLASS = "class"  # name of a class of the ontology: "Operation"
    THING = "thing"  # name, alias or IRI of a thing of the graph
    NUMBER = "number"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Parameter:
    """A variable that the asker may bind. An empty `default` leaves it to the query."""

    name: str
    type: ParameterType
    default: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the answer."""

    name: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Question:
    """One question of the library. `name` is the file name without `.rq`."""

    name: str
    number: int
    text: str
    audience: str
    parameters: tuple[Parameter, ...]
    columns: tuple[Column, ...]
    sparql: str


def list_questions() -> tuple[Question, ...]:
    """All questions, by number.

    Raises:
        InputError: A packaged file has a malformed header.
    """
    folder = files("customs_kg.queries")
    found = [
        parse_question(item.name.removesuffix(".rq"), item.read_text(encoding="utf-8"))
        for item in folder.iterdir()
        if item.name.endswith(".rq")
    ]
    return tuple(sorted(found, key=lambda question: question.number))


def load_question(name: str) -> Question:
    """The question with this file name or number ("7", "CQ 07", "cq7").

    Raises:
        InputError: There is none; the message names the closest.
    """
    questions = list_questions()
    numbered = re.fullmatch(r"(?:cq)?[\s_-]*0*(\d+)", name.strip(), re.IGNORECASE)
    wanted = name.strip().lower().removesuffix(".rq").replace("_", "-").replace(" ", "-")
    for question in questions:
        if question.name == wanted or (numbered and question.number == int(numbered[1])):
            return question
    raise InputError(f"no question {name!r} in the library{_closest(wanted, (q.name for q in questions))}")


def parse_question(name: str, source: str) -> Question:
    """The question that this file holds.

    Raises:
        InputError: The header lacks its number or question, or a line of it is malformed.
    """
    header = [line[1:].strip() for line in _header_lines(source)]
    number = re.fullmatch(r"CQ (\d+)", header[0]) if header else None
    fields = [tuple(part.strip() for part in line.partition(":")[::2]) for line in header[1:]]
    text = " ".join(value for key, value in fields if key == "Question")
    if number is None or not text:
        raise InputError(f"{name}.rq: the header needs '# CQ <number>' first and a '# Question:' line")
    return Question(
        name=name,
        number=int(number[1]),
        text=text,
        audience=" ".join(value for key, value in fields if key == "For"),
        parameters=tuple(_parameter(name, value) for key, value in fields if key == "Parameter"),
        columns=tuple(_column(name, value) for key, value in fields if key == "Column"),
        sparql=source,
    )


def _header_lines(source: str) -> list[str]:
    lines = source.splitlines()
    end = next((i for i, line in enumerate(lines) if not line.startswith("#")), len(lines))
    return lines[:end]


def _parameter(question: str, line: str) -> Parameter:
    match = _PARAMETER.fullmatch(line)
    if match is None or match["type"] not in set(ParameterType):
        raise InputError(f"{question}.rq: malformed parameter line {line!r}; want 'name (type) = default: meaning'")
    return Parameter(match["name"], ParameterType(match["type"]), (match["default"] or "").strip(), match["meaning"])


def _column(question: str, line: str) -> Column:
    match = _COLUMN.fullmatch(line)
    if match is None:
        raise InputError(f"{question}.rq: malformed column line {line!r}; want 'name: meaning'")
    return Column(match["name"], match["meaning"])


def _closest(wanted: str, names: Iterable[str]) -> str:
    close = get_close_matches(wanted, list(names), n=3, cutoff=0.5)
    return "; did you mean " + " or ".join(close) + "?" if close else "; run `customs-kg ask` to list them"
