"""Quantities in English prose: counts, sums of money, percentages, shares, multiples, measures, ranks.

`find_quantities` gives the figures of one reading text; `find_numerals` gives every number in it with what it is
(a figure, or a year, a date, a code, an ordinal, part of a name ...), so that no number goes unaccounted for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from customs_kg.builders.numerals import Number, find_numbers
from customs_kg.builders.periods import PeriodContext, find_periods, year_period
from customs_kg.builders.units import (
    BASIS_POINT,
    NO_CONTEXT,
    NUM,
    PERCENT,
    POINT,
    POUND_WEIGHT,
    CurrencyContext,
    Mark,
    Unit,
    find_marks_before,
    read_unit_after,
    unit_table,
)
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
    33.3333 percent). `qualifier_start` is where the qualifier begins, or `start`.
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


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number of the reading text and what it is."""

    start: int
    end: int
    reason: NumeralReason


@dataclass(frozen=True, slots=True)
class _Zone:
    start: int
    end: int
    reason: NumeralReason


# --- zones in which a number is no figure

_MONTH_YEAR = PeriodContext(year_period(2000))
_DOCUMENT_PART = (
    r"(?:[Ss]ections?|[Ss]ubsections?|[Cc]hapters?|[Aa]rticles?|[Pp]aragraphs?|[Pp]aras?\.?|[Pp]ages?|[Pp]p?\.|[Aa]nnex(?:es)?"
    r"|[Aa]ppendix|[Aa]ppendices|[Tt]ables?|[Ff]igures?|[Ff]ig\.|[Cc]harts?|[Bb]ox|[Pp]arts?|[Cc]lauses?|[Rr]ules?|[Ff]ootnotes?"
    r"|[Nn]otes?|[Rr]ecommendations?|[Ss]chedules?|Titles?|Regulations?|[Hh]eadings?|[Ss]ubheadings?|[Vv]olumes?|[Vv]ol\.|[Ii]ssue"
    r"|[Ll]ines?|[Ii]tems? [Nn]o\.?|[Nn]os?\.|[Nn]umbers?(?= \d)|№|#)"
)
_NUMBERED_THING = (
    r"(?:Resolutions?|Decrees?|Laws?|Acts?|Orders?|Directives?|Decisions?|Proclamations?|Circulars?|Notices?|Bulletins?|Conventions?"
    r"|Protocols?|Phases?|[Pp]hases?|Stages?|[Ss]tages?|Steps?|[Ss]teps?|Pillars?|[Pp]illars?|Tiers?|[Tt]iers?|Levels?|[Ll]evels?"
    r"|Classes|Class|Category|Categories|Grades?|[Gg]rades?|Goals?|Objectives?|Priority|Priorities|Strategic (?:Goal|Objective|Priority)"
    r"|Terminals?|[Tt]erminals?|Gates?|Piers?|Berths?|Zones?|Areas?|Lots?|Blocks?|Routes?|Highways?|Roads?|Units?|Rooms?|Floors?"
    r"|Forms?|Modules?|[Mm]odules?|Versions?|[Vv]ersions?|Release|Edition|Series|Lines?|Platforms?|Channels?|Wharf|Dock|Quay"
    r"|Boeing|Airbus|Flights?|Working Groups?|Group|Team|Task Force|Package|Tranche|Round|HS|ISO|SAFE)"
)
_ZONES: tuple[tuple[re.Pattern[str], NumeralReason], ...] = (
    (re.compile(r"(?<!\S)(?:https?://|www\.)\S+|\S+@\S+\.\w+"), NumeralReason.CODE),
    (re.compile(r"^\s*(?:\d{1,3}(?:\.\d{1,3}){1,4}\.?(?=\s+[A-Z])|\d{1,3}(?:\.\d{1,3}){2,4}\b)"), NumeralReason.SECTION),
    (re.compile(r"^\s*(?:\d{1,3}[.)](?=\s+\S|\s*$)|\(\d{1,2}\)(?=\s+\S|\s*$)|\[\d{1,3}\](?=\s+\S))|\b\d{1,2}\.(?=\s+[a-z])"),
     NumeralReason.ENUMERATOR),
    (re.compile(r"\[\d{1,3}(?:[,-]\s?\d{1,3})*\]"), NumeralReason.FOOTNOTE),
    (re.compile(rf"\b{_DOCUMENT_PART}\s?\d[\d.]*(?:\([a-z0-9]+\))*[A-Z]?\b(?:(?:\s?[,-]\s?|,? and |,? or | to |, )(?:{_DOCUMENT_PART} )?\d[\d.]*"
                rf"(?:\([a-z0-9]+\))*(?!\s?(?:%|per|million|billion))\b)*"), NumeralReason.SECTION),
    (re.compile(rf"\b(?<!the ){_NUMBERED_THING} (?:No\.? ?)?(?:\d[\d.:/-]*|(?i:one|two|three|four|five|six|seven|eight|nine|ten)\b)"
                rf"(?!\d|,\d|\s?%|\s(?:per ?cent|million|billion|thousand|trillion)\b)(?:(?:, | and | to |-|/)\d{{1,3}}\b(?!,\d|\s?%))?"), NumeralReason.CODE),
    (re.compile(r"\b(?:PART|CHAPTER|SECTION|ANNEX|APPENDIX|Part|Chapter|Section) (?i:one|two|three|four|five|six|seven|eight|nine|ten)\b"), NumeralReason.SECTION),
    (re.compile(r"\b\d{1,2}[:.]\d\d\s?(?:a\.?m\.?|p\.?m\.?|hours|hrs|GMT|UTC)(?!\w)|\b\d{1,2}\s?(?:a\.m\.|p\.m\.|am\b|pm\b|o'clock)|\b(?:[01]?\d|2[0-3]):[0-5]\d\b"),
     NumeralReason.TIME_OF_DAY),
    (re.compile(r"\b24/7\b|\b\d+:\d+\b|\b9/11\b"), NumeralReason.CODE),
    (re.compile(r"\b\d+(?:st|nd|rd|th)\b(?:(?:, | and |, and | to |-)\d+(?:st|nd|rd|th)\b)*"), NumeralReason.ORDINAL),
    (re.compile(r"\b(?:per|every|each) (?:1[0 ,]*0|hundred|thousand|million|one hundred|one thousand)\b"), NumeralReason.UNIT),
    (re.compile(r"\b(?i:twenty|forty|20|40)[ -](?i:foot|feet|ft)\b"), NumeralReason.UNIT),
    (re.compile(r"\b(?:one|two|three|six|\d)(?:,? or |-to-)(?:two|three|more|another|\d)\b(?! (?:per|million|billion))|\bone (?:another|by one|or (?:more|another))\b"),
     NumeralReason.VAGUE),
    (re.compile(r"\b(?:[Oo]nce|[Tt]wice|(?:[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|\d+) times) (?:a|per|each|every) (?:day|week|month|quarter|year)\b"),
     NumeralReason.FREQUENCY),
    (re.compile(r"\b(?i:top|bottom|first|last|latest|leading|foremost) (?:\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|twenty)\b"
                r"(?! (?:per|%|million|billion|percent))"), NumeralReason.SELECTION),
)  # fmt: skip
_CODE = re.compile(
    r"(?<![\w.])(?=[^\s]{0,40}\d)(?=[^\s]{0,40}[A-Za-z])[A-Za-z0-9]+(?:[-/&.][A-Za-z0-9]+)*(?!\w)"
)  # a run of letters and digits
_HYPHENED = re.compile(
    r"-(?!(?:per|million|billion|thousand|trillion|hundred|fold|percent|percentage|pct|strong|plus|odd)\b)[A-Za-z]"
)
_QUOTED = re.compile(r'"([^"]{1,80})"')


def find_quantities(
    text: str, currencies: CurrencyContext = NO_CONTEXT, *, cell: bool = False
) -> list[Quantity]:
    """Find the figures of a reading text, in order and without overlap.

    Args:
        text: one sentence, list item or table cell, white space collapsed, quotes and full-width forms folded.
        currencies: what the document says of codes and bare nouns such as "dinars".
        cell: the text is a table cell or a bare value: four digits are a figure and brackets a minus sign.
    """
    return _read(text, currencies, cell)[0]


def find_numerals(
    text: str, currencies: CurrencyContext = NO_CONTEXT, *, cell: bool = False
) -> list[Numeral]:
    """Say of every number of a reading text what it is, in order."""
    return _read(text, currencies, cell)[1]


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
        return self.form is QuantityForm.COUNT and self.unit.iri == NUM and not self.number.scaled

    @property
    def strong(self) -> bool:
        """Whether unit or scale alone show that it is a figure."""
        return self.number.scaled or self.form in (
            QuantityForm.MONEY,
            QuantityForm.PERCENT,
            QuantityForm.POINT,
        )


def _read(text: str, currencies: CurrencyContext, cell: bool) -> tuple[list[Quantity], list[Numeral]]:
    marks = find_marks_before(text, currencies)
    numbers = find_numbers(text, frozenset(marks))
    special = _special_quantities(text)
    zones = _zones(text)
    drafts = [
        _draft(text, number, marks.get(number.start), currencies, cell)
        for number in numbers
        if not any(q.start <= number.start < q.end for q in special)
    ]
    drafts = _shared_units(text, drafts, zones)
    reasons = [_reason(text, draft, zones, cell) for draft in drafts]
    kept = [draft for draft, reason in zip(drafts, reasons, strict=True) if reason is NumeralReason.FIGURE]
    numerals = [
        Numeral(draft.number.start, draft.number.end, reason)
        for draft, reason in zip(drafts, reasons, strict=True)
        if reason is not NumeralReason.FIGURE
    ]
    figures = _merged_ranges(text, kept)
    quantities = sorted([*special, *figures], key=lambda q: q.start)
    numerals += [Numeral(q.start, q.end, NumeralReason.FIGURE) for q in quantities]
    numerals += _spelled_ordinals(text, quantities)
    return quantities, sorted(numerals, key=lambda n: (n.start, n.end))


# --- from a number to a figure

_TIMES = re.compile(r"(?: times\b(?! (?:a|an|per|each|every)\b)|-?fold\b| fold\b|[x×]\b)")
_FORMS = {"Currency": QuantityForm.MONEY, "Dimensionless": QuantityForm.COUNT}


def _draft(text: str, number: Number, mark: Mark | None, currencies: CurrencyContext, cell: bool) -> _Draft:
    start, end, value = number.start, number.end, number.value
    unit, form = unit_table().by_iri[NUM], QuantityForm.COUNT
    if mark and not (mark.ambiguous and (number.plain or (mark.spaced and not number.scaled))):
        start, unit, form = mark.start, mark.unit, QuantityForm.MONEY
    elif match := _TIMES.match(text, end):
        end, form = match.end(), QuantityForm.MULTIPLE
    elif read := read_unit_after(text, end, currencies, scaled=number.scaled):
        unit, end = read
        form = _FORMS.get(unit.kind, QuantityForm.MEASURE)
        if unit.iri in (PERCENT, POINT, BASIS_POINT):
            form = QuantityForm.PERCENT if unit.iri == PERCENT else QuantityForm.POINT
    if unit.iri == BASIS_POINT:
        value, unit = value / 100, unit_table().by_iri[POINT]
    start, end, negative = _signed(text, start, number.start, end, cell)
    return _Draft(number, start, end, -value if negative else value, unit, form)


def _signed(text: str, start: int, digits: int, end: int, cell: bool) -> tuple[int, int, bool]:
    """Take in a minus sign, or the brackets that stand for one in accounts."""
    for at in dict.fromkeys((start, digits)):
        before = text[max(0, at - 2) : at]
        if before.endswith(("-", "\u2212")) and before[:-1] in ("", " ", "(", "$"):
            return min(start, at - 1), end, True
    if match := re.search(r"\bminus $", text[max(0, start - 8) : start]):
        return start - len(match[0]), end, True
    brackets = text[start - 1 : start] == "(" and text[end : end + 1] == ")"
    if start and brackets and (cell or (start == 1 and end + 1 == len(text))):
        return start - 1, end + 1, True
    return start, end, False


def _shared_units(text: str, drafts: list[_Draft], zones: list[_Zone]) -> list[_Draft]:
    """Give the first of "5.2 and 3.1 per cent", "from 3 to 5 million tons" or "$3-5 billion" what only one states."""
    shared = list(drafts)
    lists = "respectively" in text
    chained = False
    for i in range(len(shared) - 2, -1, -1):
        first, second = shared[i], shared[i + 1]
        gap = text[first.end : second.start]
        joins = gap in (" and ", " or ", " to ", "-", " - ", ", and ") or (gap == ", " and chained)
        chained = False
        in_zone = any(zone.start <= first.start < zone.end for zone in zones)
        if in_zone:
            continue
        if joins and first.bare and not second.bare and second.form is not QuantityForm.MULTIPLE:
            scale = second.number.scaled and (
                gap in (" to ", "-", " - ") or lists or not first.number.plain or gap == ", "
            )
            if scale or second.form is not QuantityForm.MONEY or not second.number.scaled:
                shared[i] = _with_unit_of(first, second, scale=scale)
                chained = True
        elif (
            joins
            and gap in ("-", " - ", " to ")
            and first.form is QuantityForm.MONEY
            and not first.number.scaled
        ):
            if second.number.scaled and second.unit.iri in (first.unit.iri, NUM):
                shared[i] = _with_unit_of(
                    first, replace(second, unit=first.unit, form=first.form), scale=True
                )
        if gap in ("-", " - ", " to ") and shared[i].form is QuantityForm.MONEY and second.unit.iri == NUM:
            shared[i + 1] = replace(second, unit=first.unit, form=first.form)
    return shared


def _with_unit_of(first: _Draft, second: _Draft, *, scale: bool) -> _Draft:
    number, value = first.number, first.value
    if scale:
        power = second.number.exponent
        number = replace(number, exponent=power, half_width=number.half_width.scaleb(power), scaled=True)
        value = value.scaleb(power)
    return replace(first, number=number, value=value, unit=second.unit, form=second.form)


def _merged_ranges(text: str, drafts: list[_Draft]) -> list[Quantity]:
    """Quantities of the drafts, "three to five years" as one."""
    found: list[Quantity] = []
    i = 0
    while i < len(drafts):
        quantity = _quantity(text, drafts[i])
        if i + 1 < len(drafts) and _is_range(text, drafts[i], drafts[i + 1]):
            last = drafts[i + 1]
            quantity = replace(
                quantity, end=last.end, range_end=_plain(last.value), stated=text[quantity.start : last.end]
            )
            i += 1
        found.append(quantity)
        i += 1
    return found


def _is_range(text: str, first: _Draft, second: _Draft) -> bool:
    gap, before = text[first.end : second.start], text[max(0, first.start - 9) : first.start].lower()
    if first.unit.iri != second.unit.iri or first.form is not second.form or not first.value < second.value:
        return False
    if gap in ("-", " - "):
        return True
    return (gap == " to " and not re.search(r"\bfrom $", before)) or (
        gap == " and " and before.endswith("between ")
    )


def _quantity(text: str, draft: _Draft) -> Quantity:
    qualifier, qualifier_start = read_qualifier(text, draft.start, draft.end, draft.form, draft.unit.kind)
    return Quantity(
        draft.start,
        draft.end,
        _plain(draft.value),
        draft.unit.iri,
        draft.form,
        qualifier,
        qualifier_start,
        text[draft.start : draft.end],
        draft.number.exponent,
        _plain(draft.number.half_width),
        unit_label=draft.unit.label,
    )


def _plain(value: Decimal) -> Decimal:
    """The same number without a power of ten in its notation."""
    return Decimal(format(value, "f"))


# --- qualifiers

_QUALIFIERS: tuple[tuple[str, Qualifier], ...] = (
    (r"at least|(?:no|not) (?:less|fewer|lower) than|(?:a )?minimum(?: of)?|at or above|not below", Qualifier.AT_LEAST),
    (r"at most|(?<!add )(?<!adds )(?<!added )(?<!adding )up to|(?:no|not) (?:more|greater|higher|longer|later) than|(?:a )?maximum(?: of)?|at or below|not exceeding"
     r"|not to exceed|capped at|as (?:many|much) as", Qualifier.AT_MOST),
    (r"nearly|almost|close to|close on|near to|just (?:under|below|short of)|(?:slightly|a little) (?:under|below|less than)|approaching|virtually"
     r"|little short of|not quite", Qualifier.NEARLY),
    (r"around|(?<!information )(?<!details )(?<!data )(?<!reports )(?<!statistics )(?<!concerns )about|approximately|approx\.?|some|roughly|circa|c\.|ca\.|~|≈"
     r"|in the (?:region|order|neighbourhood) of|of the order of|on the order of|(?:an )?estimated", Qualifier.AROUND),
    (r"(?:just |well |slightly |a little |far )?(?:(?<!spread )(?<!distributed )(?<!divided )over|more than|above|in excess of|upwards? of|greater than|higher than|larger than)"
     r"|exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?|topp(?:ed|ing)", Qualifier.OVER),
    (r"(?:well |far )?(?:below|less than|fewer than|lower than|smaller than|short of)|(?:just |well |to |in |of |at |was |were |for |from )?under", Qualifier.UNDER),
)  # fmt: skip
_QUALIFIER_BEFORE = tuple(
    (re.compile(rf"(?<![\w-])(?:{words})(?: (?:a|an|the|another|some|one))?\s?$", re.IGNORECASE), code)
    for words, code in _QUALIFIERS
)
_QUALIFIER_AFTER: tuple[tuple[re.Pattern[str], Qualifier], ...] = (
    (
        re.compile(
            r"(?:\+| or (?:more|above|over|greater|higher)\b| and (?:above|over|more)\b|-plus\b| plus\b)"
        ),
        Qualifier.AT_LEAST,
    ),
    (re.compile(r"(?: or (?:less|fewer|under|below|lower)\b| at (?:the )?most\b)"), Qualifier.AT_MOST),
    (re.compile(r"(?: or so\b|-odd\b| or thereabouts\b)"), Qualifier.AROUND),
)


def read_qualifier(text: str, start: int, end: int, form: QuantityForm, kind: str) -> tuple[Qualifier, int]:
    """The qualifier of the figure at `text[start:end]`, and where its words begin (`start` without one)."""
    before = text[max(0, start - 40) : start]
    for pattern, code in _QUALIFIER_BEFORE:
        match = pattern.search(before)
        if match is None:
            continue
        if code is Qualifier.UNDER and match[0].lower().startswith("under") and form is QuantityForm.COUNT:
            continue  # "under three headings"
        if match[0].rstrip().endswith(" the") and code in (Qualifier.OVER, Qualifier.UNDER):
            continue  # "above the 97.5 percent that is asked"
        return code, start - len(before) + match.start()
    if form is QuantityForm.MEASURE and kind == "Time" and (match := re.search(r"\bwithin $", before)):
        return Qualifier.AT_MOST, start - len(match[0])
    after = next((code for pattern, code in _QUALIFIER_AFTER if pattern.match(text, end)), Qualifier.EXACT)
    return after, start


# --- figures without a number of their own: fractions, "doubled", ranks

_PARTS = {
    "half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
}  # fmt: skip
_RANKS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
    "eleventh": 11, "twelfth": 12,
}  # fmt: skip
_COUNTS = "one|two|three|four|five|six|seven|eight|nine"
_AFTER_FRACTION = (
    r"(?= of (?!the (?:year|fiscal|financial)|\d{4})| (?:less|more|fewer|lower|higher|up|down|over|from|to|by|compared|since|in|on|and|or|as|that|faster)\b"
    r"|\s*[.,;:)]|\s*$)"
)
_FRACTION = re.compile(
    rf"\b(?:(?P<count>{_COUNTS})(?:-| )(?P<part>halves|thirds?|quarters?|fourths?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?)\b(?! (?:part(?:y|ies)|countr))"
    rf"|(?<!in )(?<!per )(?<!each )(?<!every )a (?P<apart>third|quarter|fifth|sixth|seventh|eighth|ninth|tenth){_AFTER_FRACTION}"
    rf"|(?P<half>one[- ]half|half(?= of (?!\d{{4}}|FY|the (?:year|fiscal|financial|month)|20|19)| (?:the|its|their|all|that|those|what) ))"
    rf"|(?<=by )(?P<byhalf>(?:a )?half)\b(?!-| an? )"
    rf"|(?P<top>\d)/(?P<bottom>\d{{1,2}})(?= of\b))",
    re.IGNORECASE,
)
_ONE_IN = re.compile(
    rf"\b(?P<x>{_COUNTS}|1) (?:in|out of) (?:every )?(?P<y>two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|fifty|a hundred|a thousand|100|1,000|\d{{1,2}})\b(?![,.]\d)",
    re.IGNORECASE,
)
_CHANGES = re.compile(
    r"\b(?:(?P<two>doubl(?:ed|ing|es))|(?P<three>tripl(?:ed|ing|es)|trebl(?:ed|ing|es))|(?P<four>quadrupl(?:ed|ing|es))|(?P<five>quintupl(?:ed|ing|es))"
    r"|(?P<half>halv(?:ed|ing|es)))\b(?! (?:its|their|our|his) efforts)"
    r"|\b(?P<to>(?:to|will|would|than|nearly|almost|should) )(?:(?P<verb2>double)|(?P<verb3>triple|treble))\b(?!-)",
    re.IGNORECASE,
)
_TWICE = re.compile(
    r"\b(?P<two>twice|double)(?= (?:that|the (?:figure|number|amount|level|value|total|rate|volume|size)|as|its|those|what|this))"
    r"|\b(?P<three>triple|thrice)(?= (?:that|the (?:figure|number|amount|level|value|total|rate|volume)|as|those|what))",
    re.IGNORECASE,
)
_FOLD = re.compile(rf"\b(?P<count>{_COUNTS}|ten|twenty|hundred)-?fold\b", re.IGNORECASE)
_RANK = re.compile(
    r"\brank(?:s|ed|ing)? (?:(?:as|at|in|it|itself|them|among|now|globally|again) )*(?:the )?(?:[Nn]o\.? ?|number )?(?P<rank>\d{1,3}(?:st|nd|rd|th)?|[a-z]+)\b"
    r"|\b(?:placed|positioned|came|finished|stood|stands|climbed to|rose to|moved up to|up to|fell to) (?:the )?(?P<place>\d{1,3}(?:st|nd|rd|th)|[a-z]+)(?= (?:place|position|rank|in the world|worldwide|globally|out of|among|of \d))"
    r"|\b(?P<super>second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d{1,3}(?:st|nd|rd|th))[- ](?:largest|biggest|highest|busiest|lowest|smallest|fastest|best|most [a-z]+|greatest|longest|leading)\b",
)


def _special_quantities(text: str) -> list[Quantity]:
    """Fractions, multiples in one word and ranks, in order and without overlap."""
    found: list[Quantity] = []
    for quantity in sorted(
        [*_fractions(text), *_word_multiples(text), *_ranks(text)], key=lambda q: (q.start, -q.end)
    ):
        if not found or quantity.start >= found[-1].end:
            found.append(quantity)
    return found


def _special(
    text: str, start: int, end: int, value: Decimal, form: QuantityForm, *, change: bool = False
) -> Quantity:
    unit = PERCENT if form is QuantityForm.FRACTION else NUM
    qualifier, qualifier_start = read_qualifier(text, start, end, form, "Dimensionless")
    width = {QuantityForm.FRACTION: Decimal("0.00005"), QuantityForm.ORDINAL_RANK: Decimal(0)}.get(
        form, Decimal("0.5")
    )
    label = unit_table().by_iri[unit].label
    return Quantity(
        start,
        end,
        value,
        unit,
        form,
        qualifier,
        qualifier_start,
        text[start:end],
        0,
        width,
        None,
        label,
        change,
    )


def _fractions(text: str) -> Iterator[Quantity]:
    for match in _FRACTION.finditer(text):
        if re.search(
            r"\b(?:first|second|third|fourth|latter|other|last|and)\s$",
            text[max(0, match.start() - 8) : match.start()].lower(),
        ):
            continue
        top, bottom = _fraction_of(match)
        if bottom and top < bottom:
            value = (Decimal(100) * top / bottom).quantize(Decimal("0.0001")).normalize()
            yield _special(text, match.start(), match.end(), _plain(value), QuantityForm.FRACTION)
    for match in _ONE_IN.finditer(text):
        top, bottom = _small(match["x"]), _small(match["y"])
        if 0 < top < bottom and (top == 1 or bottom in (10, 100, 1000) or "every" in match[0].lower()):
            value = (Decimal(100) * top / bottom).quantize(Decimal("0.0001")).normalize()
            yield _special(text, match.start(), match.end(), _plain(value), QuantityForm.FRACTION)


def _fraction_of(match: re.Match[str]) -> tuple[int, int]:
    if match["top"]:
        return int(match["top"]), int(match["bottom"])
    if match["half"] or match["byhalf"]:
        return 1, 2
    part = (match["part"] or match["apart"]).lower()
    singular = "half" if part == "halves" else part.removesuffix("s")
    return _small(match["count"] or "one"), _PARTS[singular]


def _small(word: str) -> int:
    numbers = find_numbers(word.replace(",", ""))
    return int(numbers[0].value) if numbers else 0


def _word_multiples(text: str) -> Iterator[Quantity]:
    factors = {"two": 2, "three": 3, "four": 4, "five": 5, "verb2": 2, "verb3": 3}
    for match in _CHANGES.finditer(text):
        name = next(n for n in (*factors, "half") if match[n])
        value = Decimal("0.5") if name == "half" else Decimal(factors[name])
        yield _special(text, match.start(name), match.end(), value, QuantityForm.MULTIPLE, change=True)
    for match in _TWICE.finditer(text):
        yield _special(
            text, match.start(), match.end(), Decimal(2 if match["two"] else 3), QuantityForm.MULTIPLE
        )
    for match in _FOLD.finditer(text):
        yield _special(
            text, match.start(), match.end(), Decimal(_small(match["count"])), QuantityForm.MULTIPLE
        )


def _ranks(text: str) -> Iterator[Quantity]:
    for match in _RANK.finditer(text):
        name = match.lastgroup or ""
        word = match[name].lower()
        value = _RANKS.get(word) or (int(re.sub(r"\D", "", word)) if word[0].isdigit() else 0)
        if value:
            yield _special(
                text, match.start(name), match.end(name), Decimal(value), QuantityForm.ORDINAL_RANK
            )


# --- what a number is

_NOT_NOUN = frozenset(
    "of in on at to by for from and or nor with as that which who whom when while where are is were was be been have has had will would"
    " should shall may might can could must do does did than then but if so not also more less other others into onto over under per"
    " respectively each together alone later earlier before after during since until through between among the a an this these those"
    " remain remained make made took take followed came come".split()
)
_IRREGULAR = frozenset(
    "people men women children police staff personnel aircraft percent per cent members media data criteria series species vehicles"
    " head cattle sheep teu feet craft".split()
)
_SENTENCE_START = re.compile(r"(?:^|[.!?;:]\s|\n)[\s\"'(\[*o•-]*$")
_CAPITAL_WORD = re.compile(r"[ -]\"?[A-Z]")
_BILATERAL = re.compile(
    r" (?:sides|parties|countries|sovereign|nations|governments|administrations|agencies|leaders|ministers|presidents|heads|neighbours|states|peoples|customs (?:administrations|services|authorities))\b"
)
_DEFINITE = re.compile(r"\b(?:the|these|those|both|all|our|other|its|their)\s$", re.IGNORECASE)
_VALUE_BEFORE = re.compile(
    r"\b(?:to|from|by|was|were|is|are|be|than|numbered|totall?ed|reached|stood at|at|only|of (?:which|whom|these|those|them),?)\s$",
    re.IGNORECASE,
)
_ORDINAL_WORD = re.compile(
    r"\b(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-)?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth"
    r"|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth)\b|\b(?:twentieth|thirtieth|fortieth|fiftieth)\b",
    re.IGNORECASE,
)


def _zones(text: str) -> list[_Zone]:
    zones = [
        _Zone(match.start(), match.end(), reason)
        for pattern, reason in _ZONES
        for match in pattern.finditer(text)
    ]
    for time in find_periods(text, _MONTH_YEAR):
        zones.append(_Zone(time.core_start, time.end, _time_reason(text[time.core_start : time.end])))
    return zones


def _time_reason(words: str) -> NumeralReason:
    if re.fullmatch(r"(?:19|20)\d\d|(?:19|20)\d\ds", words):
        return NumeralReason.YEAR
    if re.search(r"\bFY|\b(?i:fiscal|financial)", words) or re.fullmatch(r"\d{4}\s?[/-]\s?\d\d", words):
        return NumeralReason.FISCAL_YEAR
    if re.fullmatch(r"\d{4}(?:\s?-\s?| (?:to|and|through) )\d{4}", words):
        return NumeralReason.YEAR
    return (
        NumeralReason.DURATION
        if re.search(r"\b(?:years?|decades?|months|quarters)\b", words)
        else NumeralReason.DATE
    )


def _reason(text: str, draft: _Draft, zones: list[_Zone], cell: bool) -> NumeralReason:
    """What the number of a draft is."""
    number = draft.number
    here = [zone for zone in zones if zone.start <= number.start and number.start < zone.end]
    fixed = (
        NumeralReason.ENUMERATOR,
        NumeralReason.FOOTNOTE,
        NumeralReason.ORDINAL,
        NumeralReason.UNIT,
        NumeralReason.FREQUENCY,
    )
    if name := _quoted_reason(text, number):
        return name
    for zone in here:
        if zone.reason in fixed and not (draft.strong and zone.reason is NumeralReason.ENUMERATOR):
            return zone.reason
    if draft.strong:
        return NumeralReason.FIGURE
    if cell and number.end - number.start == len(text.strip(" ()-*")):
        return NumeralReason.FIGURE
    if here:
        return here[0].reason
    if _HYPHENED.match(text, draft.end) or (
        draft.form is QuantityForm.MEASURE and text[number.end : number.end + 1] == "-"
    ):
        return NumeralReason.COMPOUND
    if draft.form is not QuantityForm.COUNT or draft.unit.iri != NUM:
        return NumeralReason.FIGURE
    return _spelled_reason(text, draft, cell) if number.spelled else _digit_reason(text, draft)


def _quoted_reason(text: str, number: Number) -> NumeralReason | None:
    for match in _QUOTED.finditer(text):
        if match.start() < number.start < match.end():
            words = match[1].split()
            titled = [w for w in words if w[:1].isupper() or w[:1].isdigit()]
            if len(words) <= 8 and (number.spelled or (len(titled) > len(words) / 2 and number.plain)):
                return NumeralReason.NAME
    return None


def _digit_reason(text: str, draft: _Draft) -> NumeralReason:
    start, end = draft.number.start, draft.number.end
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    if after.isalpha() or before.isalpha() or after == "_" or before in ("_", "#", "№"):
        return NumeralReason.CODE
    if (before in ("-", "/", ".") and re.search(r"[\w)][-/.]$", text[max(0, start - 2) : start])) or re.match(
        r"[/.]\w|-\d+[-/]", text[end : end + 6]
    ):
        return NumeralReason.CODE
    if before == "(" and after == ")" and draft.number.plain and draft.value <= 20 and "(1)" in text:
        return NumeralReason.ENUMERATOR
    return NumeralReason.FIGURE


def _spelled_reason(text: str, draft: _Draft, cell: bool) -> NumeralReason:
    start, end = draft.start, draft.end
    before, after = text[max(0, start - 24) : start], text[end : end + 90]
    at_start = bool(_SENTENCE_START.search(before))
    if (
        text[start].isupper()
        and (not at_start or not re.search(r"(?<![\w-])(?!of\b|and\b|for\b|the\b|in\b|on\b)[a-z]{2,}", text))
        and _CAPITAL_WORD.match(after)
    ):
        return NumeralReason.NAME
    if re.search(r"\bnumber $", before, re.IGNORECASE):
        return NumeralReason.NAME
    if draft.value <= 1:
        return NumeralReason.PRONOUN
    follower = re.match(r"[ ]([A-Za-z][\w'-]*)", after)
    if follower is None or follower[1].lower() in _NOT_NOUN:
        if (
            re.match(r" of (?:them|these|those|which|whom|the|its|our|their)\b", after)
            or cell
            or len(text) == end - start
        ):
            return NumeralReason.FIGURE
        return NumeralReason.FIGURE if _VALUE_BEFORE.search(before) else NumeralReason.PRONOUN
    if draft.value == 2 and _DEFINITE.search(before) and _BILATERAL.match(after):
        return NumeralReason.PRONOUN
    return NumeralReason.FIGURE if _has_plural(after) else NumeralReason.NAME


def _has_plural(after: str) -> bool:
    """Whether a plural noun follows before the phrase ends."""
    for word in re.match(r"(?:[ ,][A-Za-z][\w'-]*,?){0,8}", after)[0].replace(",", "").split():  # type: ignore[index]
        lower = word.lower()
        if lower in _IRREGULAR or (lower.endswith("s") and not lower.endswith(("ss", "'s", "us"))):
            return lower != "customs" or _has_plural_after_customs(after)
        if lower in _NOT_NOUN - {"and", "or", "other", "more"}:
            return False
    return False


def _has_plural_after_customs(after: str) -> bool:
    return bool(re.search(r"customs(?: [a-z-]+){0,4} [a-z-]+s\b", after, re.IGNORECASE)) or "customs" in after


def _spelled_ordinals(text: str, quantities: list[Quantity]) -> list[Numeral]:
    return [
        Numeral(match.start(), match.end(), NumeralReason.ORDINAL)
        for match in _ORDINAL_WORD.finditer(text)
        if not any(q.start <= match.start() < q.end for q in quantities)
    ]
