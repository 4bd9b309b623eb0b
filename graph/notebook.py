"""Rows for a notebook: as a table of HTML, and as a pandas frame where pandas is installed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields
from decimal import Decimal
from html import escape
from typing import TYPE_CHECKING, Any, TypeVar

from customs_kg.graph.index import Quotation
from customs_kg.ontology.errors import InputError

if TYPE_CHECKING:
    import pandas as pd  # type: ignore[import-untyped]

_SHOWN = 50  # rows in a notebook; a frame has them all

_Record = TypeVar("_Record")


class Records(tuple[_Record, ...]):
    """Records of one dataclass, in order; `to_frame` makes a pandas frame of them, a notebook shows a table.

    >>> list(kg.plans().to_frame()["due"])
    ['first half of 2021', '2021']
    """

    __slots__ = ()

    def to_frame(self) -> pd.DataFrame:
        """A row for each record: numbers are floats, several values a list, evidence its `words` and `section`.

        Raises:
            InputError: pandas is not installed.
        """
        return make_frame(*self._table())

    def _repr_html_(self) -> str:
        return write_html(*self._table())

    def _table(self) -> tuple[list[str], list[list[Any]]]:
        rows = [dict(_cells(record)) for record in self]
        columns = list(dict.fromkeys(name for row in rows for name in row))
        return columns, [[row.get(name) for name in columns] for row in rows]


def make_frame(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> pd.DataFrame:
    """A pandas frame of these rows.

    Raises:
        InputError: pandas is not installed.
    """
    try:
        import pandas as pd
    except ModuleNotFoundError:
        raise InputError(
            "pandas is not installed: install it with the extra pandas (pip install 'customs-kg[pandas]')."
        ) from None
    return pd.DataFrame([list(row) for row in rows], columns=list(columns))


def write_html(columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> str:
    """A table of the first rows, everything in it escaped, with how many there are."""
    head = "".join(f"<th>{escape(name)}</th>" for name in columns)
    body = "".join(
        "<tr>" + "".join(f'<td style="text-align:left">{escape(_shown(cell))}</td>' for cell in row) + "</tr>"
        for row in rows[:_SHOWN]
    )
    count = f"{len(rows)} rows" if len(rows) != 1 else "1 row"
    more = f", the first {_SHOWN} shown" if len(rows) > _SHOWN else ""
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table><p>{count}{more}</p>"


def _shown(cell: Any) -> str:
    if cell is None:
        return ""
    return "; ".join(map(str, cell)) if isinstance(cell, list) else str(cell)


def _cells(record: Any) -> Iterator[tuple[str, Any]]:
    for field in fields(record):
        value = getattr(record, field.name)
        if field.name == "evidence":
            quotations: tuple[Quotation, ...] = value
            yield "words", " | ".join(" ".join(q.exact.split()) for q in quotations)
            yield "section", " | ".join(dict.fromkeys(q.section for q in quotations))
        elif isinstance(value, Decimal):
            yield field.name, float(value)
        elif isinstance(value, tuple):
            yield field.name, [getattr(part, "stated", None) or getattr(part, "status", None) or part for part in value]
        else:
            yield field.name, value
