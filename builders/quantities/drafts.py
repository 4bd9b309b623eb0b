"""A number with the unit that stands beside it, before it is known whether it is a figure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from customs_kg.builders.english.number_words import Number
from customs_kg.builders.quantities.numeral_reasons import Candidate
from customs_kg.builders.quantities.quantity import QuantityForm
from customs_kg.builders.quantities.units import (
    BASIS_POINT,
    NUM,
    PERCENT,
    POINT,
    CurrencyContext,
    Mark,
    Unit,
    read_unit_after,
    unit_table,
)

_TIMES = re.compile(r" times\b(?! (?:a|an|per|each|every)\b)|[ -]?fold\b|[x×](?!\w)")
_MINUS = re.compile(r"\bminus $")


@dataclass(frozen=True, slots=True)
class Draft:
    """A number with the unit that was read beside it, before it is known whether it is a figure."""

    number: Number
    start: int
    end: int
    value: Decimal
    unit: Unit
    form: QuantityForm

    @property
    def bare(self) -> bool:
        """Whether it is a number and nothing else."""
        return self.form is QuantityForm.COUNT and self.unit.iri == NUM and not self.number.scaled

    def candidate(self, *, cell: bool) -> Candidate:
        """What is asked of the number when it is judged whether it is a figure."""
        strong = self.number.scaled or self.form in (QuantityForm.MONEY, QuantityForm.PERCENT, QuantityForm.POINT)
        measured = self.form is QuantityForm.MEASURE
        return Candidate(self.number, self.start, self.end, strong, measured, cell)


def read_draft(text: str, number: Number, mark: Mark | None, currencies: CurrencyContext, *, cell: bool) -> Draft:
    """The number with the unit, sign or currency that stands beside it; `cell`: see `read_amounts`."""
    start, end, value = number.start, number.end, number.value
    unit, form = unit_table().by_iri[NUM], QuantityForm.COUNT
    if mark and not (mark.ambiguous and (number.plain or (mark.spaced and not number.scaled))):
        start, unit, form = mark.start, mark.unit, QuantityForm.MONEY
    elif match := _TIMES.match(text, end):
        form = QuantityForm.COUNT if _is_occasion(text, number.start, match) else QuantityForm.MULTIPLE
        end = match.end()
    elif text.endswith("factor of ", 0, start):
        form = QuantityForm.MULTIPLE
    elif read := read_unit_after(text, end, currencies, scaled=number.scaled):
        unit, end = read
        form = _form_of(unit)
    if unit.iri == BASIS_POINT:
        value, unit = value / 100, unit_table().by_iri[POINT]
    start, end, negative = _signed(text, start, number.start, end, cell=cell)
    return Draft(number, start, end, -value if negative else value, unit, form)


_AFTER_MULTIPLE = re.compile(
    r" (?:that|those|the|as|its|their|our|what|higher|more|greater|larger|bigger|longer|over|above|faster|lower|less"
    r"|smaller|compared)\b"
)
_MULTIPLIED = re.compile(
    r"\b(?:of|by|to|from|grew|grown|rose|risen|increased|multiplied|jumped|climbed|surged|nearly|almost|about|over"
    r"|around|than|and|or|is|was|were|are|be|some)\s*$",
    re.IGNORECASE,
)


def _is_occasion(text: str, start: int, times: re.Match[str]) -> bool:
    """Whether "six times" counts occasions ("met six times") and multiplies nothing."""
    if times[0] != " times" or _AFTER_MULTIPLE.match(text, times.end()):
        return False
    before = text[max(0, start - 24) : start]
    return bool(re.search(r"[a-z]\s*$", before)) and not _MULTIPLIED.search(before)


def _form_of(unit: Unit) -> QuantityForm:
    if unit.iri in (PERCENT, POINT, BASIS_POINT):
        return QuantityForm.PERCENT if unit.iri == PERCENT else QuantityForm.POINT
    forms = {"Currency": QuantityForm.MONEY, "Dimensionless": QuantityForm.COUNT}
    return forms.get(unit.kind, QuantityForm.MEASURE)


def _signed(text: str, start: int, digits: int, end: int, *, cell: bool) -> tuple[int, int, bool]:
    """Take in a minus sign, or the brackets that stand for one in accounts."""
    for at in dict.fromkeys((start, digits)):
        before = text[max(0, at - 2) : at]
        if before.endswith(("-", "\u2212")) and (before[:-1] in ("", " ", "(") or at > start):
            return min(start, at - 1), end, True
    if match := _MINUS.search(text[max(0, start - 8) : start]):
        return start - len(match[0]), end, True
    bracketed = start > 0 and text[start - 1] == "(" and text[end : end + 1] == ")"
    if bracketed and (cell or (start == 1 and end + 1 == len(text))):
        return start - 1, end + 1, True
    return start, end, False
