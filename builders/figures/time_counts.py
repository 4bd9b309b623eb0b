"""Lengths of time that a noun describes: "2,400 patrol days", "310 flying hours"."""

from __future__ import annotations

import re
from dataclasses import replace

from customs_kg.builders.quantities.quantity import Quantity, QuantityForm
from customs_kg.builders.quantities.units import NUM, unit_table

_DESCRIBED = re.compile(
    r"(?i)^(?:[^\W\d][\w'-]*[ -]){1,4}(?P<unit>days|hours|weeks|months|minutes)(?=$|,| (?:of|by|at|in|for)\b)"
)


def in_described_time(quantity: Quantity, noun: str) -> Quantity:
    """A bare count of "patrol days" in days; `noun` is what the words beside the figure or its row head call it."""
    match = _DESCRIBED.match(noun)
    if match is None or quantity.unit != NUM or quantity.form is not QuantityForm.COUNT:
        return quantity
    unit = unit_table().by_word[match["unit"].lower()]
    return replace(quantity, unit=unit.iri, unit_label=unit.label, form=QuantityForm.MEASURE)
