"""`customs-kg show`: one thing and all that is stated about it."""

from __future__ import annotations

from pathlib import Path

from customs_kg.graph.store import open_store
from customs_kg.queries.things import describe_thing, find_thing, write_account


def run_show(folder: Path, name: str) -> str:
    """The thing of this name with its facts, figures, results and plans, as text.

    Raises:
        InputError: The folder cannot be read, or nothing or several things have that name.
    """
    store = open_store(folder)
    return write_account(describe_thing(store, find_thing(store, name)))
