"""Totals whose parts stand outside their sentence: in the items of a list, or in the two sides of a trade balance."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from customs_kg.builders.document import Document
from customs_kg.builders.figures.exclusive_parts import is_slip
from customs_kg.builders.figures.figure import FigureReading, Key, Told, keys_by_passage, prose_by_passage
from customs_kg.builders.reading.segments import SegmentKind
from customs_kg.graph.model import MeasureKind

_FEWEST = 2
_MUCH = Decimal("0.1")  # items that exceed their total by more than this part of it overlap
_AMONG = re.compile(
    r"\b(?:includ\w+|among|such as|e\.g\.|for example|mainly|chiefly|notably|partly|overlap\w*)\b", re.I
)
_SIDES = {"deficit": (r"\bimports?\b", r"\bexports?\b"), "surplus": (r"\bexports?\b", r"\bimports?\b")}
_BALANCE = re.compile(r"\b(deficit|surplus)\b", re.IGNORECASE)
_WITH_ONE = re.compile(r"\b(?:deficit|surplus) with\b", re.IGNORECASE)


def sums_in_lists(document: Document, told: Told) -> Iterator[tuple[Key, list[Key]]]:
    """The last figure of the words that open a list, with the one of its unit in each item, where these are too many.

    As in "Seizures numbered 940:" over "tobacco 610", "drugs 350". Items that come to less may leave out others,
    unless one digit is all that keeps them from their total.
    """
    by_passage = keys_by_passage(key for key, reading in told.items() if reading.kind is MeasureKind.LEVEL)
    for lead, items in _lists(document):
        opening = by_passage.get(lead, [])
        parts = [own for index in items if (own := _of_unit(by_passage.get(index, []), opening, told)) is not None]
        if not opening or len(parts) != len(items) or _AMONG.search(document.passages[lead].text):
            continue
        whole = told[opening[-1]].value
        added = sum((told[k].value for k in parts), Decimal(0))
        if all(told[k].value < whole for k in parts) and (0 < added - whole <= _MUCH * whole or is_slip(added, whole)):
            yield opening[-1], parts


def _lists(document: Document) -> Iterator[tuple[int, list[int]]]:
    """The passages that end in a colon, each with the items that follow it."""
    lead, items = -1, list[int]()
    for passage in document.passages:
        if passage.segment.kind is SegmentKind.ITEM and lead >= 0:
            items.append(passage.index)
            continue
        if len(items) >= _FEWEST:
            yield lead, items
        lead, items = (passage.index if passage.text.endswith(":") else -1), []
    if len(items) >= _FEWEST:
        yield lead, items


def _of_unit(keys: Sequence[Key], opening: Sequence[Key], told: Told) -> Key | None:
    """The one figure of an item that has the unit and the period of the total."""
    alike = _alike(keys, told[opening[-1]], told) if opening else []
    return alike[0] if len(alike) == 1 else None


def trade_balances(document: Document, told: Told) -> Iterator[tuple[Key, list[Key]]]:
    """The larger side of trade, with the smaller one and the surplus or deficit of the same or the next sentence."""
    money = prose_by_passage(document, told, {MeasureKind.LEVEL})
    for index, keys in money.items():
        for key in keys:
            if (named := _BALANCE.search(told[key].label)) is None or _WITH_ONE.search(document.passages[index].text):
                continue
            here = keys if len(keys) > 1 else [*money.get(index - 1, []), *keys]
            sides = _SIDES[named[1].lower()]
            large, small = (_side(here, told, p, told[key]) or _alone(money, told, p, told[key]) for p in sides)
            if large is not None and small is not None and told[small].value < told[large].value:
                yield large, [small, key]


def _side(keys: Sequence[Key], told: Told, pattern: str, balance: FigureReading) -> Key | None:
    """The one figure of a side of trade that has the unit and the period of its balance."""
    alike = (k for k in _alike(keys, balance, told) if told[k] is not balance)
    found = [k for k in alike if re.search(pattern, told[k].label, re.IGNORECASE)]
    return found[0] if len(found) == 1 else None


def _alone(money: Mapping[int, Sequence[Key]], told: Told, pattern: str, balance: FigureReading) -> Key | None:
    """The figure of all exports or imports, where the whole report has but one for the period of its balance."""
    if balance.named or not re.fullmatch(r"(?:overall |total )?trade (?:deficit|surplus)", balance.label):
        return None
    alike = (k for keys in money.values() for k in _alike(keys, balance, told))
    found = [k for k in alike if re.fullmatch(rf"(?:total )?(?:value of )?(?:{pattern})", told[k].label)]
    found = [k for k in found if not told[k].named]
    return found[0] if len({told[k].value for k in found}) == 1 else None


def _alike(keys: Sequence[Key], figure: FigureReading, told: Told) -> list[Key]:
    """Those of the keys whose figures have the unit and the period of a figure."""
    return [k for k in keys if (told[k].unit, told[k].period) == (figure.unit, figure.period)]
