"""The values of the grammar of numbers: a figure with its unit, and what each number of a text is."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from customs_kg.graph.model import Qualifier


class QuantityForm(StrEnum):
    """How a figure is given, which tells much of what it can mean."""

    COUNT = "count"
    MONEY = "money"
    PERCENT = "percent"
    POINT = "percentage-point"
    MULTIPLE = "multiple"
    FRACTION = "fraction"
    MEASURE = "measure"
    ORDINAL_RANK = "rank"


class NumeralReason(StrEnum):
    """What a number in the text is."""

    FIGURE = "figure"
    YEAR = "year"
    DATE = "date"
    FISCAL_YEAR = "fiscal-year"
    DURATION = "duration"  # part of a time such as "the next five years" or "six years before"
    TIME_OF_DAY = "time-of-day"
    CODE = "code"
    SECTION = "section-number"
    ORDINAL = "ordinal"
    NAME = "name"
    COMPOUND = "compound"  # an adjective such as "24-hour" or "two-way"
    ENUMERATOR = "enumerator"
    FOOTNOTE = "footnote"
    PRONOUN = "pronoun"  # "one of them", "the two"
    SELECTION = "selection"  # "the top 25", "the last two points"
    VAGUE = "vague"  # "hundreds of", "one or two"
    FREQUENCY = "frequency"  # "twice a year"
    UNIT = "part-of-unit"  # "twenty-foot equivalent units", "per 100 kg"


@dataclass(frozen=True, slots=True)
class Quantity:
    """One figure of a reading text.

    `start` and `end` enclose currency, digits, scale and unit words, not the counted noun and not the words of
    the qualifier. `value` is in base units (percent in percent, a multiple as its factor, one third as
    33.3333 percent). `qualifier_start` is where the qualifier begins, or `start`. `exponent` and `half_width`
    are as in `graph.model.Observation`; a range has its upper end in `range_end`.
    """

    start: int
    end: int
    value: Decimal
    unit: str
    form: QuantityForm
    qualifier: Qualifier
    qualifier_start: int
    stated: str
    exponent: int
    half_width: Decimal
    range_end: Decimal | None = None
    unit_label: str = ""
    change_verb: bool = False  # the word itself says a change: "doubled", "halved"


class Numeral(NamedTuple):
    """A number of the reading text and what it is."""

    start: int
    end: int
    reason: NumeralReason


def plain(value: Decimal) -> Decimal:
    """The same number without a power of ten in its notation."""
    return Decimal(format(value, "f"))
