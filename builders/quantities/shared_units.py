"""Units and scales that only one of two figures states: "from 3 to 5 million tons", "$3-5 billion"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from customs_kg.builders.quantities.drafts import Draft
from customs_kg.builders.quantities.numeral_zones import Zone
from customs_kg.builders.quantities.quantity import QuantityForm
from customs_kg.builders.quantities.units import (
    NUM,
    POINT,
    unit_table,
)

TO = (" to ", "-", " - ", "\u2013", " \u2013 ")
_JOINS = (*TO, " and ", " or ", ", and ")


def with_shared_units(text: str, drafts: list[Draft], zones: Sequence[Zone]) -> list[Draft]:
    """Give the first of "5.2 and 3.1 per cent", "from 3 to 5 million tons" or "$3-5 billion" what only one states."""
    shared = list(drafts)
    respectively = "respectively" in text
    chained = False
    for i in range(len(shared) - 2, -1, -1):
        first, second = shared[i], shared[i + 1]
        gap = text[first.end : second.start]
        joined = gap in _JOINS or (gap == ", " and chained)
        chained = False
        if not joined or any(zone.start <= first.start < zone.end for zone in zones):
            continue
        if first.bare and _lends(second):
            scale = second.number.scaled and (gap in (*TO, ", ") or respectively or not first.number.plain)
            if scale or not second.number.scaled:
                shared[i] = _with_unit_of(first, second, scale=scale)
                chained = True
        elif gap in TO and first.form is QuantityForm.MONEY:
            shared[i : i + 2] = _money_range(text, first, second)
    return shared


def _lends(draft: Draft) -> bool:
    """Whether the unit of a figure may belong to the one before it as well."""
    return not draft.bare and draft.form is not QuantityForm.MULTIPLE and draft.start == draft.number.start


def _money_range(text: str, first: Draft, second: Draft) -> list[Draft]:
    """The two ends of "$3-5 million" or "$3 to $5 million"."""
    of_things = second.bare and not _NOTHING_COUNTED.match(text, second.end)  # "paid EUR 14 million to 3,050 people"
    if of_things or second.unit.iri not in (first.unit.iri, NUM):
        return [first, second]
    second = replace(second, unit=first.unit, form=first.form)
    if second.number.scaled and not first.number.scaled:
        first = _with_unit_of(first, second, scale=True)
    return [first, second]


def _with_unit_of(first: Draft, second: Draft, *, scale: bool) -> Draft:
    number, value = first.number, first.value
    if scale:
        power = second.number.exponent
        number = number._replace(exponent=power, half_width=number.half_width.scaleb(power), scaled=True)
        value = value.scaleb(power)
    return replace(first, number=number, value=value, unit=second.unit, form=second.form)


_LINK = re.compile(
    r"(?:,|,? (?:to|from|against|versus|than|compared (?:with|to)|up from|down from|instead of|not|or|and|of"
    r" which|nearly|almost"
    r"|about|around|some|over|more than|less than|only))* $"
)
_NOTHING_COUNTED = re.compile(
    r"\s*(?:[.,;:)]|$|(?:more|less|higher|lower|above|below|in|a year|the|against|from|compared|up|down|and|on"
    r"|over|by|for"
    r"|was|were|a month|per|of (?:which|that))\b)"
)
_POINTS = re.compile(r" points?\b")


def with_inherited_units(text: str, drafts: list[Draft]) -> list[Draft]:
    """Give "from RMB 3 billion to 4 billion" one currency, and "1.3 points" after a percentage its meaning."""
    found: list[Draft] = []
    for draft in drafts:
        last = found[-1] if found else None
        unit_free = draft.form is QuantityForm.COUNT and draft.unit.iri == NUM
        points = _POINTS.match(text, draft.end) if unit_free else None
        if points and any(other.form in (QuantityForm.PERCENT, QuantityForm.POINT) for other in drafts):
            point = unit_table().by_iri[POINT]
            draft = replace(draft, end=points.end(), unit=point, form=QuantityForm.POINT)
        elif last and unit_free and draft.number.scaled and _lasting(last) and _links(text, last.end, draft):
            draft = replace(draft, unit=last.unit, form=last.form)
        found.append(draft)
    return found


def _lasting(draft: Draft) -> bool:
    """Whether its unit is one that is left out the second time."""
    return draft.form is QuantityForm.MONEY or draft.unit.kind in ("Mass", "Volume")


def _links(text: str, last_end: int, draft: Draft) -> bool:
    """Whether only function words stand between two figures, and no counted noun after the second."""
    return bool(_LINK.fullmatch(text[last_end : draft.start]) and _NOTHING_COUNTED.match(text, draft.end))
