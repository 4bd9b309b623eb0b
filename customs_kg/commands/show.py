"""`customs-kg show`: one thing and all that is stated about it, or the list of things."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from difflib import get_close_matches
from pathlib import Path

from customs_kg.graph.store import open_store
from customs_kg.ontology.errors import InputError
from customs_kg.queries.things import Thing, describe_thing, find_thing, list_things, write_account


def run_show(folder: Path, name: str, *, as_json: bool = False) -> str:
    """The thing of this name with its facts, figures, results and plans, as text or as JSON.

    Raises:
        InputError: The folder cannot be read, or nothing or several things have that name.
    """
    store = open_store(folder)
    account = describe_thing(store, find_thing(store, name))
    return _json(asdict(account)) if as_json else write_account(account)


def run_list_things(folder: Path, cls: str | None = None, *, as_json: bool = False) -> str:
    """The things of the graph, or those of one class, by class and name.

    Raises:
        InputError: The folder cannot be read, or holds nothing of that class.
    """
    by_class = _by_class(list_things(open_store(folder, with_ontology=False)))
    if cls is not None:
        by_class = {(found := _class_named(cls, by_class)): by_class[found]}
    if as_json:
        return _json([asdict(thing) for things in by_class.values() for thing in things])
    parts = [
        f"{name} ({len(things)})\n" + "".join(f"  {thing.name}\n" for thing in things)
        for name, things in by_class.items()
    ]
    return "\n".join(parts) or "no things\n"


def _by_class(things: Iterable[Thing]) -> dict[str, list[Thing]]:
    found: dict[str, list[Thing]] = defaultdict(list)
    for thing in sorted(things, key=lambda t: (t.name.casefold(), t.iri)):
        found[thing.classes[0] if thing.classes else "without a class"].append(thing)
    return dict(sorted(found.items()))


def _class_named(cls: str, by_class: Mapping[str, object]) -> str:
    wanted = cls.removeprefix("ck:").casefold()
    for name in by_class:
        if name.casefold() == wanted:
            return name
    names = {name.casefold(): name for name in by_class}
    asked = " or ".join(names[close] for close in get_close_matches(wanted, list(names), n=3, cutoff=0.6))
    hint = f"did you mean {asked}?" if asked else f"its classes are {', '.join(by_class)}"
    raise InputError(f"nothing in the graph is of class {cls!r}; {hint}")


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"
