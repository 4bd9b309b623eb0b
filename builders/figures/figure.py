"""One figure as read, and all figures of a document."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple

from customs_kg.builders.document import Document
from customs_kg.builders.quantities.quantity import Quantity
from customs_kg.graph.model import Entity, MeasureKind, Modality, Observation, Period, Qualifier, Span, Unread

Key = tuple[int, int]  # passage index, start of the quantity in its reading text


class FigureReading(NamedTuple):
    """One figure as read: what an Observation or a Target is made of."""

    passage: int
    quantity: Quantity
    indicator: str
    label: str
    kind: MeasureKind
    value: Decimal
    unit: str
    stated: str
    exponent: int
    half_width: Decimal
    qualifier: Qualifier
    agent: str
    period: Period
    base_period: Period | None
    result_of: str | None
    modality: Modality
    evidence: Span
    confidence: Decimal
    rule: str
    breakdown: tuple[str, ...] = ()
    planned: bool = False
    topic: str = ""
    is_upper: bool = False  # the upper bound of a range
    seized: str = ""  # what was taken from smugglers, whatever the verb for it
    actor: str = ""  # who or what did it, where that is not the administration
    named: frozenset[str] = frozenset()  # the bodies and places, other than the administration, that it is said of
    scopes: tuple[str, ...] = ()  # what narrows it beside its own words


Told = Mapping[Key, FigureReading]


def keys_by_passage(keys: Iterable[Key]) -> Mapping[int, Sequence[Key]]:
    """The keys of the figures of each passage, by its index."""
    found: dict[int, list[Key]] = defaultdict(list)
    for key in keys:
        found[key[0]].append(key)
    return found


def prose_by_passage(document: Document, told: Told, kinds: Collection[MeasureKind]) -> Mapping[int, Sequence[Key]]:
    """The keys of the figures of these kinds that stand in no table, by the index of their passage."""
    return keys_by_passage(k for k, r in told.items() if r.kind in kinds and not document.passages[k[0]].is_cell)


class Wording(NamedTuple):
    """How one place of the report words a figure: what is measured, under which heading, of which named bodies.

    `place` is the number of the sentence or of the first cell of the row, `stretch` the words that state the figure,
    `context` those of its sentence or of the heads of its cell. `is_line` tells that it stands in a list, a table, a
    row of labels or an annex, where a report restates what its text says. `wholes` are the sums of the figure with its
    neighbours in the sentence: one of them may be the figure's own total.
    """

    label: str
    topic: str
    named: frozenset[str]
    place: int
    stretch: str
    context: str = ""
    is_line: bool = False
    section: int = -1
    actor: str = ""
    wholes: frozenset[Decimal] = frozenset()


@dataclass(frozen=True, slots=True)
class StatedSum:
    """A total and all of its parts, by the IRIs of their observations; `plus` counts parts named without a figure.

    Where `whole` is false the report does not say that these are all parts: they may only not exceed the total.
    Without a total the parts are shares of one whole.
    """

    total: str
    parts: tuple[str, ...]
    plus: int = 0
    whole: bool = True


@dataclass(frozen=True, slots=True)
class StatedQuotient:
    """A share with its part and whole, or an amount of one with the total and the number, by their observations."""

    result: str
    dividend: str
    divisor: str


@dataclass(frozen=True, slots=True)
class StatedPart:
    """A number of things and the number of all of them, by their observations: "12 of our 40 boats"."""

    part: str
    whole: str


@dataclass(frozen=True, slots=True)
class StatedRate:
    """An average of a day or month with the total of the year, by their observations; of so many days or months."""

    rate: str
    total: str
    fewest: int
    most: int


@dataclass(frozen=True, slots=True)
class StatedOrder:
    """Two figures of which the words say that one is larger, by their observations."""

    larger: str
    smaller: str


@dataclass(frozen=True, slots=True)
class StatedList:
    """A count, by its observation, with how many names the list of its things has, and where that stands."""

    total: str
    names: int
    stated: str
    evidence: Span


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of a document.

    `uses` gives the observation made of a quantity, by passage index and start of the quantity; figures of plans
    have none and are in `readings` only.
    """

    observations: tuple[Observation, ...]
    indicators: tuple[Entity, ...]
    concepts: tuple[Entity, ...]
    unread: tuple[Unread, ...]
    uses: Mapping[Key, str] = field(default_factory=dict)
    readings: Mapping[Key, FigureReading] = field(default_factory=dict)
    sums: tuple[StatedSum, ...] = ()
    quotients: tuple[StatedQuotient, ...] = ()
    parts: tuple[StatedPart, ...] = ()
    rates: tuple[StatedRate, ...] = ()
    orders: tuple[StatedOrder, ...] = ()
    lists: tuple[StatedList, ...] = ()
    wordings: Mapping[str, Wording] = field(default_factory=dict)  # by the IRI of the observation

    def figure_of(self, passage: int, start: int) -> FigureReading | None:
        """How the quantity that starts at this offset of a passage's reading text was read."""
        return self.readings.get((passage, start))
