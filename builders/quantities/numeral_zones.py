"""Stretches of text whose numbers are no figures by their form: times, sections, codes, enumerators, ordinals."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from customs_kg.builders.english.cued import any_case
from customs_kg.builders.english.words import words_in
from customs_kg.builders.quantities.quantity import NumeralReason
from customs_kg.builders.times.periods import PeriodContext, TimeExpression, find_periods, year_period


@dataclass(frozen=True, slots=True)
class Zone:
    """A stretch of text in which a number has a reason not to be a figure."""

    start: int
    end: int
    reason: NumeralReason


class _ZonePattern(NamedTuple):
    """A pattern, with the words (lower case) and the marks one of which a text must hold for it; none for any text."""

    pattern: str
    reason: NumeralReason
    words: frozenset[str] = frozenset()
    marks: str = ""


_ANY_CONTEXT = PeriodContext(year_period(2000))  # only where the times stand matters here
_DIGIT_WORD = r"(?i:one|two|three|four|five|six|seven|eight|nine|ten)\b"
_FIRST_DIGIT = r"\d(?<!\w.)"  # with it a pattern begins with what is rare, so that most of a text is passed over
_NO_UNIT = r"(?!\d|,\d|\s?%|\s(?:per ?cent|million|billion|thousand|trillion)\b)"

# Parts of documents: "Section 301", "paras 4 to 6", "No. 12"
_PART_NAMES = (
    "section subsection chapter article paragraph page annex appendix appendices table figure chart box part"
    " clause rule"
    " footnote note recommendation schedule title regulation heading subheading volume issue"
).split()
_PART = (
    rf"(?:{any_case(sorted(_PART_NAMES, key=len, reverse=True))}(?:e?s)?|[Pp]aras?\.?|[Pp]p?\.|[Ff]ig\."
    rf"|[Vv]ol\.|[Rr]ev\."
    r"|[Ii]tems? [Nn]o\.?|[Nn]os?\.|№|#)"
)
_PART_NUMBER = rf"\d[\d.]*(?:\([a-z0-9]+\))*[A-Z]?{_NO_UNIT}"

# Numbered things: "Phase 2", "Terminal 3", "Resolution 1540"
_ANY_CASE = "phase stage step pillar tier level grade terminal module version".split()
_TITLED = (
    "Resolution Decree Law Act Order Directive Decision Proclamation Circular Notice Bulletin Convention Protocol Class"
    " Category Goal Objective Priority Gate Pier Berth Zone Area Lot Block Route Highway Road Unit Room Floor"
    " Form Release"
    " Edition Series Line Platform Channel Wharf Dock Quay Boeing Airbus Flight Group Team Force Package"
    " Tranche Round HS"
    " ISO SAFE Day Week Item"
).split()
_NUMBERED = rf"(?=[A-Zpstlgmv])(?:{any_case(_ANY_CASE)}|{'|'.join(_TITLED)})"
_LABEL_NUMBER = rf"(?:\d[\d.:/-]*|{_DIGIT_WORD}){_NO_UNIT}"


def _forms(names: Sequence[str]) -> frozenset[str]:
    return frozenset(name.lower() + ending for name in names for ending in ("", "s", "es"))


_PART_WORDS = _forms(_PART_NAMES) | frozenset("para paras p pp fig vol rev item items no nos".split())
_NUMBERED_WORDS = _forms([*_ANY_CASE, *_TITLED])
_COUNTED_BY = frozenset("times once twice".split())
_AGES = frozenset({"age", "aged", "ages"})
_SUPERLATIVE = "largest|biggest|busiest|smallest|highest|lowest|best|worst|leading|main|greatest|fastest|oldest|newest"
_PATTERNS: tuple[_ZonePattern, ...] = (
    _ZonePattern(r"(?<!\S)(?:https?://|www\.)\S+", NumeralReason.CODE, frozenset({"http", "https", "www"})),
    _ZonePattern(
        r"^\s*(?:\d{1,3}(?:\.\d{1,3}){1,4}\.?(?=\s+[A-Z])"
        r"|(?!\d{1,3}(?:\.\d{3})+\b)\d{1,3}(?:\.\d{1,3}){2,4}\b)",
        NumeralReason.SECTION,
    ),
    _ZonePattern(
        r"^\s*(?:\d{1,3}[.)](?=\s+\S|\s*$)|\(\d{1,2}\)(?=\s+\S|\s*$)|\[\d{1,3}\](?=\s+\S))",
        NumeralReason.ENUMERATOR,
    ),
    _ZonePattern(rf"{_FIRST_DIGIT}\d?\.(?=\s+[a-z])", NumeralReason.ENUMERATOR),
    _ZonePattern(r"\[\d{1,3}(?:[,-]\s?\d{1,3})*\]", NumeralReason.FOOTNOTE, marks="["),
    _ZonePattern(
        rf"(?:\b|(?=[№#])){_PART}\s?{_PART_NUMBER}(?:(?:\s?[,-]\s?|,? and |,? or | to )(?:{_PART} )?{_PART_NUMBER})*",
        NumeralReason.SECTION,
        _PART_WORDS,
    ),
    _ZonePattern(r"[№#]\s?\d+", NumeralReason.SECTION, marks="№#"),
    _ZonePattern(rf"\b(?i:part|chapter|section|annex|appendix) {_DIGIT_WORD}", NumeralReason.SECTION, _PART_WORDS),
    _ZonePattern(rf"\b{_NUMBERED} (?:No\.? ?)?{_LABEL_NUMBER}(?! [a-z]+s\b)", NumeralReason.CODE, _NUMBERED_WORDS),
    _ZonePattern(
        rf"\b{_NUMBERED}e?s (?:Nos?\.? ?)?{_LABEL_NUMBER}(?:(?:, ?|,? and | to |-|/){_LABEL_NUMBER})+",
        NumeralReason.CODE,
        _NUMBERED_WORDS,
    ),
    _ZonePattern(
        rf"{_FIRST_DIGIT}(?:\d?[:.]\d\d\s?(?:a\.?m\.?|p\.?m\.?|hours|hrs|GMT|UTC)(?!\w)"
        r"|\d?\s?(?:a\.m\.|p\.m\.|am\b|pm\b|o'clock)|(?:(?<=[01])\d|(?<=2)[0-3])?:[0-5]\d\b)",
        NumeralReason.TIME_OF_DAY,
    ),
    _ZonePattern(
        rf"\b(?i:last|past|previous|preceding|next|coming|following) (?:\d{{1,2}}|(?i:twenty|fifteen|twelve)"
        rf"|{_DIGIT_WORD})"
        rf" (?:years|decades|months)\b|\b(?:\d{{1,2}}|{_DIGIT_WORD}) years (?:before|earlier|ago|previously)\b",
        NumeralReason.DURATION,
        frozenset({"years", "decades", "months"}),
    ),
    _ZonePattern(
        r"\b(?:24 hours|seven days|7 days) (?:a|per) (?:day|week)\b"
        rf"|\bevery (?:\d{{1,2}}|{_DIGIT_WORD}) (?:minutes|hours|days|weeks|months|years)\b",
        NumeralReason.FREQUENCY,
        frozenset({"hours", "days", "every"}),
    ),
    _ZonePattern(r"\b[0-2]\d[0-5]0 (?:hours|hrs)\b", NumeralReason.TIME_OF_DAY, frozenset({"hours", "hrs"})),
    _ZonePattern(
        r"\b(?i:tel|telephone|phone|fax|hotline|isbn|issn)\b[.:]*(?: (?i:number|no\.?))?:? ?(?!\d{1,3},\d{3}\b)"
        r"\+?\(?\d[\d ()-]*",
        NumeralReason.CODE,
        frozenset("tel telephone phone fax hotline isbn issn".split()),
    ),
    _ZonePattern(
        r"\b(?:aged?|ages)(?: of)? (?:between )?\d+(?:(?: to |-| and )\d+)?\b(?![.,]\d| years)",
        NumeralReason.SELECTION,
        _AGES,
    ),
    _ZonePattern(  # "the Act of 1869", "founded in 1809": the years before 1900, which a count could be too
        r"1[6-8]\d\d(?:(?<=\b[Ii]n \d{4})|(?<=\b[Oo]f \d{4})|(?<=\b[Ss]ince \d{4})|(?<=\b[Ff]rom \d{4})"
        r"|(?<=\b[Uu]ntil \d{4}))"
        r"(?=[.,;:)](?!\d)|$| (?:and|as|by|to|was|is|the|which|when)\b)",
        NumeralReason.YEAR,
    ),
    _ZonePattern(
        r"\b\d+ U\.?S\.?C\.?(?: \u00a7+)? ?\d+[a-z]?|\bCap\.? ?\d+", NumeralReason.CODE, frozenset({"c", "usc", "cap"})
    ),
    _ZonePattern(
        r"\([Uu]nits?: [^()]{2,40}\)|(?:^|(?<=\s))Units?: [^\d().;:]{0,20}1[0,]+ [^\d().;:]{0,30}$",
        NumeralReason.UNIT,
        frozenset({"unit", "units"}),
    ),
    _ZonePattern(r"\b(?:24/7|9/11|\d+:\d+)\b", NumeralReason.CODE, marks="/:"),
    _ZonePattern(
        r"\b\d[\d,]{0,11}(?:st|nd|rd|th)\b(?:(?:, | and |, and | to |-)\d+(?:st|nd|rd|th)\b)*",
        NumeralReason.ORDINAL,
        frozenset({"st", "nd", "rd", "th"}),
    ),
    _ZonePattern(
        r"\b(?:[Oo]nce|[Tt]wice|(?:[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|\d+) times)"
        r" (?:a|per|each|every) (?:day|week|month|quarter|year)\b",
        NumeralReason.FREQUENCY,
        _COUNTED_BY,
    ),
    _ZonePattern(
        r"\b(?:per|every|each) (?:1[0 ,]*0|hundred|thousand|million|one hundred|one thousand)\b",
        NumeralReason.UNIT,
        frozenset({"per", "every", "each"}),
    ),
    _ZonePattern(
        r"\b(?i:twenty|forty|20|40)[ -](?i:foot|feet|ft)\b", NumeralReason.UNIT, frozenset({"foot", "feet", "ft"})
    ),
    _ZonePattern(
        r"\b(?:one|two|three|six|\d)(?:,? or |-to-)(?:two|three|more|another|\d)\b(?! (?:per|million|billion))"
        r"|\bone (?:another|by one|or (?:more|another))\b",
        NumeralReason.VAGUE,
        frozenset({"or", "to", "another", "one"}),
    ),
    _ZonePattern(
        rf"\b(?:[Tt]he|its|our|their) (?:\d{{1,3}}|(?i:twenty)|{_DIGIT_WORD}) (?:most|{_SUPERLATIVE})\b",
        NumeralReason.SELECTION,
        frozenset({"most", *_SUPERLATIVE.split("|")}),
    ),
    _ZonePattern(
        rf"\b(?i:top|bottom|first|last|latest|leading|foremost) (?:\d{{1,3}}\b|(?i:twenty)\b|{_DIGIT_WORD})"
        r"(?! (?:per|%|million|billion|percent))",
        NumeralReason.SELECTION,
        frozenset("top bottom first last latest leading foremost".split()),
    ),
)
_ZONES = tuple((re.compile(row.pattern), row.reason, row.words, row.marks) for row in _PATTERNS)


def zones_of(text: str, times: Sequence[TimeExpression] | None = None) -> list[Zone]:
    """The stretches of a reading text in which a number is no figure, those of the times among them.

    Args:
        text: the reading text.
        times: its times, where they are known already.
    """
    words = words_in(text)
    zones = [
        Zone(time.core_start, time.end, _time_reason(text[time.core_start : time.end]))
        for time in (find_periods(text, _ANY_CONTEXT) if times is None else times)
    ]
    zones += [
        Zone(match.start(), match.end(), reason)
        for pattern, reason, needed, marks in _ZONES
        if not needed or not needed.isdisjoint(words)
        if not marks or any(mark in text for mark in marks)
        for match in pattern.finditer(text)
    ]
    return zones


def _time_reason(words: str) -> NumeralReason:
    if re.fullmatch(r"\d{4}|\d{4}'?s|\d{4}(?:\s?-\s?| (?:to|and|through) )\d{4}", words):
        return NumeralReason.YEAR
    if re.search(r"\bFY|\b(?i:fiscal|financial)", words) or re.fullmatch(r"\d{4}\s?[/-]\s?\d\d", words):
        return NumeralReason.FISCAL_YEAR
    if re.search(r"\b(?i:years?|decades?|months|quarters)\b", words):
        return NumeralReason.DURATION
    return NumeralReason.DATE
