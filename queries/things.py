"""Finding a thing of the graph by any of its names, and everything that is stated about it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from difflib import get_close_matches
from importlib.resources import files
from typing import TYPE_CHECKING

from customs_kg.ontology.errors import InputError
from customs_kg.ontology.iris import CK, ID
from customs_kg.queries.run import Solutions, run_query
from customs_kg.queries.tables import plain

if TYPE_CHECKING:
    import pyoxigraph as ox

_ARTICLES = frozenset({"the", "a", "an"})
_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Thing:
    """A node with a name: `name` is the preferred one, `aliases` the others; `classes` are local names."""

    iri: str
    name: str
    aliases: tuple[str, ...]
    classes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """A fact about a thing as a row for people: what is said, and the words of the report that say it."""

    text: str
    note: str  # modality and confidence, or the period; may be empty
    section: str  # and the page, where the file has pages
    words: str  # white space collapsed


@dataclass(frozen=True, slots=True)
class Account:
    """All that the graph states about one thing, each list in the order of the text."""

    thing: Thing
    facts: tuple[Statement, ...]
    figures: tuple[Statement, ...]
    results: tuple[Statement, ...]
    plans: tuple[Statement, ...]
    discrepancies: tuple[str, ...]

    def _repr_html_(self) -> str:
        from html import escape

        return f"<pre>{escape(write_account(self))}</pre>"


def list_things(store: ox.Store) -> tuple[Thing, ...]:
    """Every named thing of the graph, by IRI."""
    things: dict[str, Thing] = {}
    for row in _rows(store, "names"):
        iri, name, rank, cls = row["thing"], row["name"], row["rank"], row["class"].removeprefix("ck:")
        thing = things.get(iri) or Thing(iri, "", (), ())
        if rank == "0":
            thing = replace(thing, name=name)
        elif name not in thing.aliases:
            thing = replace(thing, aliases=(*thing.aliases, name))
        things[iri] = replace(thing, classes=tuple(sorted({*thing.classes, cls})))
    return tuple(things.values())


def find_thing(store: ox.Store, name: str) -> Thing:
    """The thing with this IRI, preferred name or alias; failing that, the only one named by all the words.

    Raises:
        InputError: Nothing or more than one thing fits; the message names the closest.
    """
    things = list_things(store)
    for fits in (_has_iri, _has_label, _has_name, _has_letters, _has_words):
        found = [thing for thing in things if fits(thing, name)]
        if len(found) == 1:
            return found[0]
        if found:
            listed = ", ".join(f"{t.name} ({_short_id(t)})" for t in found[:_SHOWN])
            more = f" and {len(found) - _SHOWN} more" if len(found) > _SHOWN else ""
            raise InputError(f"{name!r} names {len(found)} things: {listed}{more}; give one of them in full")
    raise InputError(f"nothing in the graph is called {name!r}{_closest(name, things)}")


def describe_thing(store: ox.Store, thing: Thing) -> Account:
    """Everything that the graph states about the thing, with the words that state it."""
    actions = _rows(store, "actions", thing.iri)
    return Account(
        thing=thing,
        facts=tuple(_read_claim(thing, row) for row in _rows(store, "claims", thing.iri)),
        figures=tuple(_read_figure(row) for row in _first_of(_rows(store, "figures", thing.iri), "figure")),
        results=tuple(_read_action(row) for row in actions if row["class"] == "ck:Accomplishment"),
        plans=tuple(_read_action(row) for row in actions if row["class"] == "ck:Commitment"),
        discrepancies=tuple(
            f"{_code(row['type'])}: {row['comment']}".removesuffix(": ")
            for row in _rows(store, "discrepancies", thing.iri)
        ),
    )


def write_account(account: Account) -> str:
    """The account as text: the thing, then its facts, figures, results and plans, each with its sentence."""
    thing = account.thing
    lines = [f"{thing.name}  ({', '.join(thing.classes)})", f"  {thing.iri}"]
    if thing.aliases:
        lines.append("  also called: " + "; ".join(thing.aliases))
    parts = (
        ("Facts", account.facts),
        ("Figures", account.figures),
        ("Done", account.results),
        ("Planned", account.plans),
    )
    for title, statements in parts:
        if statements:
            lines += ["", f"{title} ({len(statements)})"]
            lines += [line for statement in statements for line in _write_statement(statement)]
    if account.discrepancies:
        lines += ["", f"Discrepancies ({len(account.discrepancies)})"]
        lines += [f"  {text}" for text in account.discrepancies]
    if len(lines) == 2:
        lines.append("  named in the report, with no fact of its own")
    return "\n".join(lines) + "\n"


def _write_statement(statement: Statement) -> list[str]:
    note = f"  [{statement.note}]" if statement.note else ""
    return [f"  {statement.text}{note}", f"      “{statement.words}”  — {statement.section}"]


def _rows(store: ox.Store, name: str, thing: str | None = None) -> list[dict[str, str]]:
    import pyoxigraph as ox

    sparql = files("customs_kg.queries").joinpath("show", f"{name}.rq").read_text(encoding="utf-8")
    bindings = {"thing": ox.NamedNode(thing)} if thing else None
    answer = run_query(store, sparql, bindings=bindings)
    assert isinstance(answer, Solutions)  # noqa: S101 -- every file of show/ is a SELECT
    rows = [dict(zip(answer.columns, map(plain, row), strict=True)) for row in answer.rows]
    return [{**row, "thing": _full(row["thing"])} for row in rows]


def _full(iri: str) -> str:
    return ID + iri.removeprefix("id:") if iri.startswith("id:") else iri


def _first_of(rows: list[dict[str, str]], key: str) -> list[dict[str, str]]:
    seen: dict[str, dict[str, str]] = {}
    for row in rows:
        seen.setdefault(row[key] + row["start"], row)
    return list(seen.values())


def _place(row: dict[str, str]) -> str:
    """The section and, where the file has pages, the page."""
    return ", ".join(part for part in (row["section"], row["page"] and f"page {row['page']}") if part)


def _read_claim(thing: Thing, row: dict[str, str]) -> Statement:
    other = row["otherName"] or row["other"]
    verb = _words(row["predicate"])
    text = f"{verb}: {other}" if row["direction"] == "out" else f"{other} — {verb} → {thing.name}"
    return Statement(text, f"{_code(row['modality'])}, {row['confidence']}", _place(row), _collapse(row["words"]))


def _read_figure(row: dict[str, str]) -> Statement:
    kind, period = _code(row["kind"]), row["period"].removeprefix("id:period-")
    text = f"{row['indicatorName']}: {row['stated']}"
    return Statement(text, f"{kind}, {period}", _place(row), _collapse(row["words"]))


def _read_action(row: dict[str, str]) -> Statement:
    when = row["when"].removeprefix("id:period-")
    label = "due " if row["class"] == "ck:Commitment" else ""
    text = row["description"] or _code(row["type"])
    return Statement(text, label + when if when else "", _place(row), _collapse(row["words"]))


def _code(term: str) -> str:
    """The part of a code's name after its list: `ckt:modality-actual` is "actual"."""
    return term.rpartition(":")[2].partition("-")[2].replace("-", " ")


def _words(term: str) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", term.removeprefix("ck:").removeprefix(CK)).lower()


def _collapse(text: str) -> str:
    return " ".join(text.split())


def _has_iri(thing: Thing, name: str) -> bool:
    return name in (thing.iri, thing.iri.removeprefix(ID), f"id:{thing.iri.removeprefix(ID)}")


def _has_label(thing: Thing, name: str) -> bool:
    return _normal(name) == _normal(thing.name)


def _has_name(thing: Thing, name: str) -> bool:
    return _normal(name) in {_normal(label) for label in thing.aliases}


def _has_letters(thing: Thing, name: str) -> bool:
    """The same name with its words joined or apart: "single window", "SingleWindow"."""
    letters = _normal(name).replace(" ", "")
    return bool(letters) and letters in {_normal(label).replace(" ", "") for label in (thing.name, *thing.aliases)}


def _has_words(thing: Thing, name: str) -> bool:
    words = set(_normal(name).split())
    return bool(words) and any(words <= set(_normal(label).split()) for label in (thing.name, *thing.aliases))


def _normal(name: str) -> str:
    plain_text = unicodedata.normalize("NFKD", name).casefold()
    words = re.findall(r"\w+", "".join(c for c in plain_text if not unicodedata.combining(c)).replace("’", "'"))
    return " ".join(word for word in words if word not in _ARTICLES)


def _short_id(thing: Thing) -> str:
    return thing.iri.removeprefix(ID)


def _closest(name: str, things: Iterable[Thing]) -> str:
    labels = {label.casefold(): label for thing in things for label in (thing.name, *thing.aliases)}
    close = get_close_matches(name.casefold(), list(labels), n=3, cutoff=0.6)
    return "; did you mean " + " or ".join(repr(labels[c]) for c in close) + "?" if close else ""
