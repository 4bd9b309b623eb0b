"""A reading of a report by hand: the things, figures, relations, plans and contradictions that it should give.

The file is JSON with the lists `entities`, `metrics`, `relations`, `commitments` and `inconsistencies`. Where a fact
stands is said by the words themselves (`quote`, `also_in`), white space aside, or by their offsets in the text
(`at`, `also_at`), in Unicode code points, end exclusive.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any, TypeVar

from customs_kg.evaluation.places import AnnotatedText, Place
from customs_kg.ontology.errors import InputError

CORE, SECONDARY = "core", "secondary"
_LISTS = ("entities", "metrics", "relations", "commitments", "inconsistencies")
_Row = TypeVar("_Row")


@dataclass(frozen=True, slots=True)
class AnnotatedThing:
    """A thing that the report names. `kinds` are kinds of the annotation ("agency", "programme_or_initiative" ...)."""

    label: str
    names: tuple[str, ...]  # label first
    kinds: tuple[str, ...]
    importance: str


@dataclass(frozen=True, slots=True)
class AnnotatedFigure:
    """A figure; `spelled` when the report writes it in words, so that its value is not exact ("one third")."""

    subject: str
    meaning: str  # the subject with what is counted
    value: Decimal
    unit: str
    period: str
    kind: str
    spelled: bool
    key: str  # by which an inconsistency names it, may be empty
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class AnnotatedRelation:
    """A relation; each end is a list of labels, any one of which will do."""

    subject: tuple[str, ...]
    predicate: str
    object: tuple[str, ...]
    modality: str
    importance: str
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class AnnotatedPlan:
    """A commitment and when it is due ("2017", "2017-06", "2017-Q2", or empty)."""

    action: str
    due: str
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class AnnotatedInconsistency:
    """Two or more facts that seem not to agree. `places` has the places of each of them."""

    description: str
    verdict: str  # "contradiction", "consistent_sum", "trap" ...
    places: tuple[tuple[Place, ...], ...]


@dataclass(frozen=True, slots=True)
class Annotation:
    """Everything that was annotated, in the order of the file."""

    things: tuple[AnnotatedThing, ...]
    figures: tuple[AnnotatedFigure, ...]
    relations: tuple[AnnotatedRelation, ...]
    plans: tuple[AnnotatedPlan, ...]
    inconsistencies: tuple[AnnotatedInconsistency, ...]

    @property
    def is_elsewhere(self) -> bool:
        """Whether facts are annotated and none of their words stands in the text: it is then of another text."""
        stated = [row.places for rows in (self.figures, self.relations, self.plans) for row in rows]
        return bool(stated) and not any(stated)


def read_annotation(path: Path, text: AnnotatedText) -> Annotation:
    """The annotation in a file, its places looked up in the text.

    Raises:
        InputError: The file is missing or no annotation; the message names the row at fault.
    """
    try:
        data = json.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise InputError(f"cannot read the annotation {path}: {error.strerror}") from error
    except ValueError as error:
        raise InputError(f"the annotation {path} is not JSON: {error}") from error
    if not isinstance(data, dict) or not all(isinstance(data.get(name), list) for name in _LISTS):
        raise InputError(f"{path} is no annotation: an object with the lists {', '.join(_LISTS)} was expected")
    figures = tuple(_rows(path, data, "metrics", lambda row: _figure(row, text)))
    return Annotation(
        things=tuple(_rows(path, data, "entities", _thing)),
        figures=tuple(figure for figure in figures if figure is not None),
        relations=tuple(_rows(path, data, "relations", lambda row: _relation(row, text))),
        plans=tuple(_rows(path, data, "commitments", lambda row: _plan(row, text))),
        inconsistencies=tuple(
            _rows(path, data, "inconsistencies", lambda row: _inconsistency(row, data["metrics"], text))
        ),
    )


def _rows(path: Path, data: Mapping[str, Any], name: str, read: Callable[[Any], _Row]) -> Iterator[_Row]:
    for number, row in enumerate(data[name], start=1):
        try:
            yield read(row)
        except (KeyError, TypeError, AttributeError, ValueError, ArithmeticError) as error:
            reason = f"{error} is missing" if isinstance(error, KeyError) else str(error)
            raise InputError(f"{path}: row {number} of {name} cannot be read: {reason}") from error


def _thing(row: Mapping[str, Any]) -> AnnotatedThing:
    names = (row["label"], *row.get("aliases", ()))
    return AnnotatedThing(row["label"], names, (row["kind"], *row.get("also_kinds", ())), row.get("importance") or CORE)


def _figure(row: Mapping[str, Any], text: AnnotatedText) -> AnnotatedFigure | None:
    """None where the annotation gives no value to compare."""
    if row["value"] is None:
        return None
    places = _places(row, text)
    stated = str(row.get("stated_as") or row.get("quote") or " ".join(text.raw[start:end] for start, end in places))
    return AnnotatedFigure(
        subject=row["subject"],
        meaning=f"{row['subject']} {row.get('counted') or ''}",
        value=abs(Decimal(str(row["value"]))),
        unit=row["unit"],
        period=str(row.get("period") or ""),
        kind=row["kind"],
        spelled=not any(character.isdigit() for character in stated),
        key=row.get("fact_id", ""),
        places=places,
    )


def _relation(row: Mapping[str, Any], text: AnnotatedText) -> AnnotatedRelation:
    return AnnotatedRelation(
        subject=(row["subject"], *row.get("subject_also", ())),
        predicate=row.get("predicate_class", ""),
        object=(row["object"], *row.get("object_also", ())),
        modality=row.get("modality") or "",
        importance=row.get("importance") or CORE,
        places=_places(row, text),
    )


def _plan(row: Mapping[str, Any], text: AnnotatedText) -> AnnotatedPlan:
    return AnnotatedPlan(row["action"], str(row.get("target_date") or ""), _places(row, text))


def _inconsistency(
    row: Mapping[str, Any], figures: Iterable[Mapping[str, Any]], text: AnnotatedText
) -> AnnotatedInconsistency:
    """An inconsistency names its facts by the keys of figures, or quotes them."""
    facts: dict[str, tuple[Place, ...]] = {}
    for figure in figures:
        key = figure.get("fact_id")
        if key and key in row.get("facts", ()):
            facts[key] = (*facts.get(key, ()), *_places(figure, text))
    for quote in row.get("quotes", ()):
        facts[quote] = tuple(text.find(quote))
    verdict = row.get("verdict") or "contradiction"
    return AnnotatedInconsistency(row["description"], verdict, tuple(places for places in facts.values() if places))


def _places(row: Mapping[str, Any], text: AnnotatedText) -> tuple[Place, ...]:
    """Where a row says that its fact stands, the main place first."""
    offsets = [tuple(place) for place in (row.get("at"), *row.get("also_at", ())) if place]
    quotes = [row["quote"]] if "quote" in row else []
    quotes += [also["quote"] if isinstance(also, Mapping) else also for also in row.get("also_in", ())]
    if not offsets and not quotes:
        raise ValueError("it says neither by `quote` nor by `at` where the fact stands")
    return (*((start, end) for start, end in offsets), *(place for quote in quotes for place in text.find(quote)))
