"""Hold the answers of the question library against a reading by hand: `python scripts/answers.py REPORT EXPECTED.toml`.

For each question it tells how many of the expected rows are answered, which rows that were pending are answered by now,
what is missing and what is told beyond the reading. Exit code 1 when a row that is not pending is missing, or when a
question that the reading calls complete has rows beyond it.
"""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path

import pyoxigraph as ox

from customs_kg.builders.pipeline import read_report
from customs_kg.graph.store import store_of
from customs_kg.graph.triples import report_triples
from customs_kg.queries.library import list_questions, load_question
from customs_kg.queries.run import run_question
from customs_kg.queries.tables import plain

Row = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Expected:
    """One row of a reading: values by column, the place that its words touch, and why it may still be missing."""

    values: Row
    at: tuple[int, int] | None
    pending: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What an answer is worth. `beyond` is filled only for questions whose reading is complete."""

    question: str
    found: tuple[Expected, ...]
    missing: tuple[Expected, ...]
    beyond: tuple[Row, ...]

    @property
    def faults(self) -> list[str]:
        """What is wrong, a line each: rows that are missing and not pending, and rows that should not be there."""
        lost = [f"{self.question}: no row {_told(row)}" for row in self.missing if not row.pending]
        return lost + [f"{self.question}: a row too many: {dict(row)}" for row in self.beyond]


def read_expected(source: str) -> dict[str, tuple[bool, tuple[Expected, ...]]]:
    """The reading that this TOML holds: question name to whether its rows are all, and the rows."""
    return {name: (table.get("only", False), _rows(table["rows"])) for name, table in tomllib.loads(source).items()}


def _rows(tables: Sequence[Mapping[str, object]]) -> tuple[Expected, ...]:
    found = []
    for table in tables:
        values = {name: str(value) for name, value in table.items() if name not in ("at", "pending")}
        place = table.get("at")
        at = (int(place[0]), int(place[1])) if isinstance(place, list) else None
        found.append(Expected(values, at, str(table.get("pending", ""))))
    return tuple(found)


def judge(store: ox.Store, text: str, expected: Mapping[str, tuple[bool, tuple[Expected, ...]]]) -> list[Verdict]:
    """The verdict on each question that the reading holds, in its order."""
    return [_verdict(name, ask(store, name), text, only, rows) for name, (only, rows) in expected.items()]


def ask(store: ox.Store, question: str, parameters: Mapping[str, str] | None = None) -> list[Row]:
    """The answer as rows of text, by column."""
    answer = run_question(store, load_question(question), parameters)
    return [dict(zip(answer.columns, map(plain, row), strict=True)) for row in answer.rows]


def _verdict(name: str, answer: list[Row], text: str, only: bool, rows: tuple[Expected, ...]) -> Verdict:
    found = tuple(row for row in rows if any(_fits(row, given, text) for given in answer))
    missing = tuple(row for row in rows if row not in found)
    beyond = tuple(given for given in answer if only and not any(_fits(row, given, text) for row in rows))
    return Verdict(name, found, missing, beyond)


def _fits(row: Expected, given: Row, text: str) -> bool:
    if not all(_same(value, given.get(name, "")) for name, value in row.values.items()):
        return False
    return row.at is None or any(start < row.at[1] and row.at[0] < end for start, end in _places(given, text))


def _same(wanted: str, given: str) -> bool:
    """Whether a cell is, or begins with, what is wanted; numbers by value."""
    try:
        return Decimal(wanted) == Decimal(given)
    except InvalidOperation:
        return " ".join(given.split()).casefold().startswith(wanted.casefold())


def _places(given: Row, text: str) -> list[tuple[int, int]]:
    words = given.get("words", "")
    places, start = [], text.find(words) if words else -1
    while start >= 0:
        places.append((start, start + len(words)))
        start = text.find(words, start + 1)
    return places


def _told(row: Expected) -> str:
    place = f" at {row.at[0]}-{row.at[1]}" if row.at else ""
    return ", ".join(f"{name}={value}" for name, value in row.values.items()) + place


def main(arguments: Sequence[str]) -> int:
    """Print the verdicts."""
    report, reading = map(Path, arguments)
    facts = read_report(report.read_bytes(), report.name)
    verdicts = judge(
        store_of(report_triples(facts)), facts.text.text, read_expected(reading.read_text(encoding="utf-8"))
    )
    for verdict in verdicts:
        rows = (*verdict.found, *verdict.missing)
        print(f"{verdict.question}: {len(verdict.found)} of {len(rows)}")
        for row in verdict.missing:
            print(f"    {'pending' if row.pending else 'MISSING'}: {_told(row)} {row.pending}".rstrip())
        for row in (row for row in verdict.found if row.pending):
            print(f"    answered by now, take the mark away: {_told(row)}")
        for given in verdict.beyond:
            print(f"    BEYOND: {dict(given)}")
    unread = sorted({question.name for question in list_questions()} - {verdict.question for verdict in verdicts})
    print(f"questions without a reading: {', '.join(unread) or 'none'}")
    return 1 if any(verdict.faults for verdict in verdicts) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
