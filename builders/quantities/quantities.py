"""Quantities in English prose: counts, sums of money, percentages, shares, multiples, measures, ranks.

`read_amounts` gives the figures of one reading text, and every number in it with what it is (a figure, or a year, a
date, a code, an ordinal, part of a name ...), so that no number goes unaccounted for.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from customs_kg.builders.english.number_words import SCALES
from customs_kg.builders.quantities.drafts import Draft, read_draft
from customs_kg.builders.quantities.numeral_reasons import reason_of, word_numerals
from customs_kg.builders.quantities.numeral_zones import zones_of
from customs_kg.builders.quantities.numerals import find_numbers
from customs_kg.builders.quantities.qualifiers import read_qualifier
from customs_kg.builders.quantities.quantity import Numeral, NumeralReason, Quantity, QuantityForm, plain
from customs_kg.builders.quantities.shared_units import TO, with_inherited_units, with_shared_units
from customs_kg.builders.quantities.units import (
    NO_CONTEXT,
    CurrencyContext,
    find_marks_before,
)
from customs_kg.builders.quantities.word_figures import find_figure_words
from customs_kg.builders.times.periods import TimeExpression

__all__ = [
    "Amounts",
    "Numeral",
    "NumeralReason",
    "Quantity",
    "QuantityForm",
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
    drafts = [read_draft(text, number, marks.get(number.start), currencies, cell=cell) for number in numbers]
    drafts = with_inherited_units(text, with_shared_units(text, drafts, zones))
    reasons = [reason_of(text, draft.candidate(cell=cell), zones) for draft in drafts]
    judged = list(zip(drafts, reasons, strict=True))
    figures = _merged_ranges(text, [draft for draft, reason in judged if reason is NumeralReason.FIGURE])
    others = [
        Numeral(draft.number.start, draft.number.end, reason)
        for draft, reason in judged
        if reason is not NumeralReason.FIGURE
    ]
    return sorted([*worded, *figures], key=lambda q: q.start), others


def _merged_ranges(text: str, drafts: list[Draft]) -> list[Quantity]:
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


def _is_range(text: str, first: Draft, second: Draft) -> bool:
    gap, before = text[first.end : second.start], text[max(0, first.start - 9) : first.start].lower()
    if first.unit.iri != second.unit.iri or first.form is not second.form or not first.value < second.value:
        return False
    if gap in TO[1:]:
        return True
    if before.endswith("by ") and _is_whole(text, first):  # "fell by EUR 3 million to EUR 9 million" is no range
        return False
    return (gap == " to " and not before.endswith("from ")) or (gap == " and " and before.endswith("between "))


_MOVED_BY = re.compile(
    r"\b(?:rose|risen|grew|grown|fell|fallen|went|gone|came|climbed|dropped|\w+ed) by $", re.IGNORECASE
)


def _is_whole(text: str, first: Draft) -> bool:
    """Whether a figure has its unit or scale beside it, or is a bare count that something changed by."""
    own = first.end > first.number.end or first.start < first.number.start
    own |= _SCALED.search(text[first.number.start : first.number.end]) is not None
    bare = first.bare and _MOVED_BY.search(text[max(0, first.start - 24) : first.start])
    return own or bool(bare)


_SCALED = re.compile(rf" (?:{'|'.join(SCALES)})$|\d ?[a-z]+$", re.IGNORECASE)


def _quantity(text: str, draft: Draft) -> Quantity:
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
