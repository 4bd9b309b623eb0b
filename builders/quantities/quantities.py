"""Quantities in English prose: counts, sums of money, percentages, shares, multiples, measures, ranks.

`read_amounts` gives the figures of one reading text, and every number in it with what it is (a figure, or a year, a
date, a code, an ordinal, part of a name ...), so that no number goes unaccounted for.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import NamedTuple

from customs_kg.builders.english.number_words import SCALES, Number
from customs_kg.builders.quantities.numeral_reasons import Candidate, reason_of, word_numerals
from customs_kg.builders.quantities.numeral_zones import Zone, zones_of
from customs_kg.builders.quantities.numerals import find_numbers
from customs_kg.builders.quantities.qualifiers import read_qualifier
from customs_kg.builders.quantities.quantity import Numeral, NumeralReason, Quantity, QuantityForm, plain
from customs_kg.builders.quantities.units import (
    BASIS_POINT,
    NO_CONTEXT,
    NUM,
    PERCENT,
    POINT,
    CurrencyContext,
    Mark,
    Unit,
    find_marks_before,
    read_unit_after,
    unit_table,
)
from customs_kg.builders.quantities.word_figures import find_figure_words
from customs_kg.builders.times.periods import TimeExpression

__all__ = [
    "Amounts",
    "Numeral",
    "NumeralReason",
    "Quantity",
    "QuantityForm",
    "find_numerals",
    "find_quantities",
    "read_amounts",
]


class Amounts(NamedTuple):
    """The figures of a text, and what each of its numbers is (a figure or something else); both in order."""

    quantities: tuple[Quantity, ...]
    numerals: tuple[Numeral, ...]


def read_amounts(
    text: str,
    currencies: CurrencyContext = NO_CONTEXT,
    *,
    cell: bool = False,
    times: Sequence[TimeExpression] | None = None,
) -> Amounts:
    """Read the figures and the other numbers of a reading text, each without overlap.

    Args:
        text: one sentence, list item or table cell, white space collapsed, quotes and full-width forms folded.
        currencies: what the document says of codes and bare nouns such as "dinars".
        cell: the text is a table cell or a bare value: four digits are a figure and brackets a minus sign.
        times: the times of the text where they are known already.
    """
    quantities, others = _read(text, currencies, cell=cell, times=times)
    figures = [Numeral(q.start, q.end, NumeralReason.FIGURE) for q in quantities]
    worded = word_numerals(text, quantities)
    holders = [*worded, *figures]
    others = [n for n in others if not any(h.start <= n.start and n.end <= h.end for h in holders)]
    return Amounts(tuple(quantities), tuple(sorted([*figures, *others, *worded], key=lambda n: (n.start, n.end))))


def find_quantities(
    text: str,
    currencies: CurrencyContext = NO_CONTEXT,
    *,
    cell: bool = False,
    times: Sequence[TimeExpression] | None = None,
) -> list[Quantity]:
    """The figures of a reading text; see `read_amounts`."""
    return list(read_amounts(text, currencies, cell=cell, times=times).quantities)


def find_numerals(text: str, currencies: CurrencyContext = NO_CONTEXT, *, cell: bool = False) -> list[Numeral]:
    """What every number of a reading text is; see `read_amounts`."""
    return list(read_amounts(text, currencies, cell=cell).numerals)


def _read(
    text: str, currencies: CurrencyContext, *, cell: bool, times: Sequence[TimeExpression] | None
) -> tuple[list[Quantity], list[Numeral]]:
    """The figures of a reading text, and its other numbers in digits or words."""
    marks = find_marks_before(text, currencies)
    worded = find_figure_words(text)
    numbers = [
        number
        for number in find_numbers(text, frozenset(marks))
        if not any(q.start <= number.start < q.end for q in worded)
    ]
    if not numbers:
        return worded, []
    zones = zones_of(text, times)
    drafts = [_draft(text, number, marks.get(number.start), currencies, cell=cell) for number in numbers]
    drafts = _with_inherited_units(text, _with_shared_units(text, drafts, zones))
    reasons = [reason_of(text, draft.candidate(cell=cell), zones) for draft in drafts]
    judged = list(zip(drafts, reasons, strict=True))
    figures = _merged_ranges(text, [draft for draft, reason in judged if reason is NumeralReason.FIGURE])
    others = [
        Numeral(draft.number.start, draft.number.end, reason)
        for draft, reason in judged
        if reason is not NumeralReason.FIGURE
    ]
    return sorted([*worded, *figures], key=lambda q: q.start), others


# --- a number with its unit

_TIMES = re.compile(r" times\b(?! (?:a|an|per|each|every)\b)|[ -]?fold\b|[x×](?!\w)")


@dataclass(frozen=True, slots=True)
class _Draft:
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
        strong = self.number.scaled or self.form in (QuantityForm.MONEY, QuantityForm.PERCENT, QuantityForm.POINT)
        measured = self.form is QuantityForm.MEASURE
        return Candidate(self.number, self.start, self.end, strong, measured, cell)


def _draft(text: str, number: Number, mark: Mark | None, currencies: CurrencyContext, *, cell: bool) -> _Draft:
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
    return _Draft(number, start, end, -value if negative else value, unit, form)


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
    if match := re.search(r"\bminus $", text[max(0, start - 8) : start]):
        return start - len(match[0]), end, True
    bracketed = start > 0 and text[start - 1] == "(" and text[end : end + 1] == ")"
    if bracketed and (cell or (start == 1 and end + 1 == len(text))):
        return start - 1, end + 1, True
    return start, end, False


# --- units that two figures share

_TO = (" to ", "-", " - ", "\u2013", " \u2013 ")
_JOINS = (*_TO, " and ", " or ", ", and ")


def _with_shared_units(text: str, drafts: list[_Draft], zones: Sequence[Zone]) -> list[_Draft]:
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
            scale = second.number.scaled and (gap in (*_TO, ", ") or respectively or not first.number.plain)
            if scale or not second.number.scaled:
                shared[i] = _with_unit_of(first, second, scale=scale)
                chained = True
        elif gap in _TO and first.form is QuantityForm.MONEY:
            shared[i : i + 2] = _money_range(text, first, second)
    return shared


def _lends(draft: _Draft) -> bool:
    """Whether the unit of a figure may belong to the one before it as well."""
    return not draft.bare and draft.form is not QuantityForm.MULTIPLE and draft.start == draft.number.start


def _money_range(text: str, first: _Draft, second: _Draft) -> list[_Draft]:
    """The two ends of "$3-5 million" or "$3 to $5 million"."""
    of_things = second.bare and not _NOTHING_COUNTED.match(text, second.end)  # "paid EUR 14 million to 3,050 people"
    if of_things or second.unit.iri not in (first.unit.iri, NUM):
        return [first, second]
    second = replace(second, unit=first.unit, form=first.form)
    if second.number.scaled and not first.number.scaled:
        first = _with_unit_of(first, second, scale=True)
    return [first, second]


def _with_unit_of(first: _Draft, second: _Draft, *, scale: bool) -> _Draft:
    number, value = first.number, first.value
    if scale:
        power = second.number.exponent
        number = replace(number, exponent=power, half_width=number.half_width.scaleb(power), scaled=True)
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


def _with_inherited_units(text: str, drafts: list[_Draft]) -> list[_Draft]:
    """Give "from RMB 3 billion to 4 billion" one currency, and "1.3 points" after a percentage its meaning."""
    found: list[_Draft] = []
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


def _lasting(draft: _Draft) -> bool:
    """Whether its unit is one that is left out the second time."""
    return draft.form is QuantityForm.MONEY or draft.unit.kind in ("Mass", "Volume")


def _links(text: str, last_end: int, draft: _Draft) -> bool:
    """Whether only function words stand between two figures, and no counted noun after the second."""
    return bool(_LINK.fullmatch(text[last_end : draft.start]) and _NOTHING_COUNTED.match(text, draft.end))


# --- quantities and ranges


def _merged_ranges(text: str, drafts: list[_Draft]) -> list[Quantity]:
    """Quantities of the drafts, "three to five years" as one."""
    found: list[Quantity] = []
    i = 0
    while i < len(drafts):
        quantity = _quantity(text, drafts[i])
        if i + 1 < len(drafts) and _is_range(text, drafts[i], drafts[i + 1]):
            last = drafts[i + 1]
            stated = text[quantity.start : last.end]
            quantity = replace(quantity, end=last.end, range_end=plain(last.value), stated=stated)
            i += 1
        found.append(quantity)
        i += 1
    return found


def _is_range(text: str, first: _Draft, second: _Draft) -> bool:
    gap, before = text[first.end : second.start], text[max(0, first.start - 9) : first.start].lower()
    if first.unit.iri != second.unit.iri or first.form is not second.form or not first.value < second.value:
        return False
    if gap in _TO[1:]:
        return True
    if before.endswith("by ") and _is_whole(text, first):  # "fell by EUR 3 million to EUR 9 million" is no range
        return False
    return (gap == " to " and not before.endswith("from ")) or (gap == " and " and before.endswith("between "))


_MOVED_BY = re.compile(
    r"\b(?:rose|risen|grew|grown|fell|fallen|went|gone|came|climbed|dropped|\w+ed) by $", re.IGNORECASE
)


def _is_whole(text: str, first: _Draft) -> bool:
    """Whether a figure has its unit or scale beside it, or is a bare count that something changed by."""
    own = first.end > first.number.end or first.start < first.number.start
    own |= _SCALED.search(text[first.number.start : first.number.end]) is not None
    bare = first.bare and _MOVED_BY.search(text[max(0, first.start - 24) : first.start])
    return own or bool(bare)


_SCALED = re.compile(rf" (?:{'|'.join(SCALES)})$|\d ?[a-z]+$", re.IGNORECASE)


def _quantity(text: str, draft: _Draft) -> Quantity:
    qualifier, qualifier_start = read_qualifier(text, draft.start, draft.end, draft.form, draft.unit.kind)
    return Quantity(
        draft.start,
        draft.end,
        plain(draft.value),
        draft.unit.iri,
        draft.form,
        qualifier,
        qualifier_start,
        text[draft.start : draft.end],
        draft.number.exponent,
        plain(draft.number.half_width),
        unit_label=draft.unit.label,
    )
