"""Tables as files: CSV that no spreadsheet runs, and Parquet for notebooks."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from pyoxigraph import Triple

from customs_kg.graph.exports.tables import Cell, ColumnKind, Table, graph_tables
from customs_kg.ontology.errors import InputError

if TYPE_CHECKING:
    import pandas as pd  # type: ignore[import-untyped]

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", "'")
_NUMBER = re.compile(r"[+-]?[0-9]+(\.[0-9]*)?")
_TYPES = {
    ColumnKind.TEXT: "string",
    ColumnKind.INTEGER: "Int64",
    ColumnKind.DECIMAL: "float64",
    ColumnKind.TRUTH: "boolean",
}
_BEGINNING_OF_ZIP = (1980, 1, 1, 0, 0, 0)


def csv_files(triples: Iterable[Triple]) -> dict[str, bytes]:
    """`things.csv`, `facts.csv`, `figures.csv` and `plans.csv` (RFC 4180, UTF-8).

    Several values in a cell are joined by " | ". A text that a spreadsheet would take for a formula starts with
    an apostrophe; so does one that starts with an apostrophe itself, so that removing one gives back the text.
    """
    return {f"{table.name}.csv": _csv(table) for table in graph_tables(triples)}


def parquet_files(triples: Iterable[Triple]) -> dict[str, bytes]:
    """`things.parquet` and so on, as `graph_frames` gives them.

    Raises:
        InputError: pandas or pyarrow is not installed.
    """
    files: dict[str, bytes] = {}
    for name, frame in graph_frames(triples).items():
        out = io.BytesIO()
        frame.to_parquet(out, engine="pyarrow", index=False)
        files[f"{name}.parquet"] = out.getvalue()
    return files


def graph_frames(triples: Iterable[Triple]) -> dict[str, pd.DataFrame]:
    """The four tables as pandas frames by name, a type per column.

    Values are floats (their digits stand in `stated`), days are dates, cells with several values are lists.

    Raises:
        InputError: pandas or pyarrow is not installed.
    """
    try:
        import pandas as pd
        import pyarrow  # type: ignore[import-untyped]  # noqa: F401  (pandas needs it for Parquet)
    except ModuleNotFoundError as error:
        raise InputError(
            f"{error.name} is not installed: install it with the extra pandas (pip install 'customs-kg[pandas]')."
        ) from None
    return {table.name: pd.DataFrame(_series(table)) for table in graph_tables(triples)}


def zip_files(files: Mapping[str, bytes]) -> bytes:
    """A ZIP archive of these files without the time of day: the same bytes for the same files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, _BEGINNING_OF_ZIP)
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, files[name], zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _csv(table: Table) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(table.columns)
    kinds = list(table.columns.values())
    writer.writerows([_written(cell, kind) for cell, kind in zip(row, kinds, strict=True)] for row in table.rows)
    return out.getvalue().encode("utf-8")


def _written(cell: Cell, kind: ColumnKind) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    text = " | ".join(cell) if isinstance(cell, tuple) else str(cell)
    is_number = kind in (ColumnKind.DECIMAL, ColumnKind.INTEGER) and _NUMBER.fullmatch(text)
    return f"'{text}" if text.startswith(_FORMULA) and not is_number else text


def _series(table: Table) -> dict[str, pd.Series]:
    import pandas as pd

    columns = list(zip(*table.rows, strict=True)) or [()] * len(table.columns)
    series: dict[str, pd.Series] = {}
    for (name, kind), cells in zip(table.columns.items(), columns, strict=True):
        if kind is ColumnKind.LIST:
            series[name] = pd.Series([list(c) if isinstance(c, tuple) else [] for c in cells], dtype="object")
        elif kind is ColumnKind.DAY:
            series[name] = pd.to_datetime(pd.Series(cells, dtype="string"), format="%Y-%m-%d")
        elif kind is ColumnKind.DECIMAL:
            series[name] = pd.Series([float(str(c)) if c else None for c in cells], dtype="float64")
        else:
            series[name] = pd.Series(cells, dtype=_TYPES[kind])
    return series
