"""`customs-kg query`: free SPARQL."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from customs_kg.graph.store import open_store
from customs_kg.ontology.errors import InputError
from customs_kg.queries.run import stream_query
from customs_kg.queries.tables import stream_answer

_LONGEST_NAME = 255


def run_free_query(folder: Path, query: str, form: str, *, width: int, timeout: float | None = None) -> Iterator[str]:
    """The answer to SPARQL text, to the file it names, or to standard input for "-", in parts as they come.

    Raises:
        InputError: The query or the folder cannot be used. While parts are taken: the query runs out of time.
    """
    sparql = read_sparql(query)
    return stream_answer(stream_query(open_store(folder), sparql, timeout=timeout), form, width=width)


def read_sparql(query: str) -> str:
    """The SPARQL text that the argument is or names.

    Raises:
        InputError: The argument names a file that cannot be read as UTF-8, or is empty.
    """
    if query == "-":
        text = sys.stdin.read()
    elif query.endswith((".rq", ".sparql")) or _is_file(query):
        text = _read_file(Path(query))
    else:
        text = query
    if not text.strip():
        raise InputError("the query is empty; give SPARQL text, a FILE.rq, or - for standard input")
    return text


def _is_file(query: str) -> bool:
    return len(query) <= _LONGEST_NAME and "\n" not in query and Path(query).is_file()


def _read_file(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(f"{path} is not UTF-8 text (byte {error.start}); save the query as UTF-8") from error
    except OSError as error:
        raise InputError(f"cannot read the query file {path}: {error.strerror}") from error
