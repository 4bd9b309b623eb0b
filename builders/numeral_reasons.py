"""What a number is when it is no figure: a year, a date, a code, a section, an ordinal, part of a name ..."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from customs_kg.builders.numerals import Number
from customs_kg.builders.periods import PeriodContext, TimeExpression, find_periods, year_period
from customs_kg.builders.quantity import Numeral, NumeralReason, Quantity


@dataclass(frozen=True, slots=True)
class Zone:
    """A stretch of text in which a number has a reason not to be a figure."""

    start: int
    end: int
    reason: NumeralReason


@dataclass(frozen=True, slots=True)
class Candidate:
    """A number that may be a figure.

    `start` and `end` take in currency, scale and unit. `strong`: its unit or scale alone show that it is a figure.
    `measured`: it has a unit of weight, length, time ... `cell`: it stands in a table cell or is a bare value.
    """

    number: Number
    start: int
    end: int
    strong: bool
    measured: bool
    cell: bool


_ANY_CONTEXT = PeriodContext(year_period(2000))  # only where the times stand matters here
_DIGIT_WORD = r"(?i:one|two|three|four|five|six|seven|eight|nine|ten)\b"
_PART = (
    r"(?:[Ss]ections?|[Ss]ubsections?|[Cc]hapters?|[Aa]rticles?|[Pp]aragraphs?|[Pp]aras?\.?|[Pp]ages?|[Pp]p?\.|[Aa]nnex(?:es)?"
    r"|[Aa]ppendix|[Aa]ppendices|[Tt]ables?|[Ff]igures?|[Ff]ig\.|[Cc]harts?|[Bb]ox|[Pp]arts?|[Cc]lauses?|[Rr]ules?|[Ff]ootnotes?"
    r"|[Nn]otes?|[Rr]ecommendations?|[Ss]chedules?|Titles?|Regulations?|[Hh]eadings?|[Ss]ubheadings?|[Vv]olumes?|[Vv]ol\."
    r"|[Ii]ssue|[Ii]tems? [Nn]o\.?|[Nn]os?\.|№|#)"
)
_NUMBERED = (
    r"(?:Resolution|Decree|Law|Act|Order|Directive|Decision|Proclamation|Circular|Notice|Bulletin|Convention|Protocol|[Pp]hase"
    r"|[Ss]tage|[Ss]tep|[Pp]illar|[Tt]ier|[Ll]evel|Class|Category|[Gg]rade|Goal|Objective|Priority|[Tt]erminal|Gate|Pier|Berth|Zone"
    r"|Area|Lot|Block|Route|Highway|Road|Unit|Room|Floor|Form|[Mm]odule|[Vv]ersion|Release|Edition|Series|Line|Platform|Channel"
    r"|Wharf|Dock|Quay|Boeing|Airbus|Flight|Working Group|Group|Team|Task Force|Package|Tranche|Round|HS|ISO|SAFE|Day|Week|Item)"
)
_NO_UNIT = r"(?!\d|,\d|\s?%|\s(?:per ?cent|million|billion|thousand|trillion)\b)"
_PATTERNS: tuple[tuple[str, NumeralReason], ...] = (
    (r"(?<!\S)(?:https?://|www\.)\S+|(?<!\S)[\w.+-]{1,64}@\S+\.\w+", NumeralReason.CODE),
    (r"^\s*(?:\d{1,3}(?:\.\d{1,3}){1,4}\.?(?=\s+[A-Z])|\d{1,3}(?:\.\d{1,3}){2,4}\b)", NumeralReason.SECTION),
    (
        r"^\s*(?:\d{1,3}[.)](?=\s+\S|\s*$)|\(\d{1,2}\)(?=\s+\S|\s*$)|\[\d{1,3}\](?=\s+\S))|\b\d{1,2}\.(?=\s+[a-z])",
        NumeralReason.ENUMERATOR,
    ),
    (r"\[\d{1,3}(?:[,-]\s?\d{1,3})*\]", NumeralReason.FOOTNOTE),
    (
        rf"\b{_PART}\s?\d[\d.]*(?:\([a-z0-9]+\))*[A-Z]?\b{_NO_UNIT}"
        rf"(?:(?:\s?[,-]\s?|,? and |,? or | to )(?:{_PART} )?\d[\d.]*(?:\([a-z0-9]+\))*{_NO_UNIT}\b)*",
        NumeralReason.SECTION,
    ),
    (rf"\b(?:PART|CHAPTER|SECTION|ANNEX|APPENDIX|Part|Chapter|Section) {_DIGIT_WORD}", NumeralReason.SECTION),
    (
        rf"\b{_NUMBERED} (?:No\.? ?)?(?:\d[\d.:/-]*|{_DIGIT_WORD}){_NO_UNIT}(?! [a-z]+s\b)",
        NumeralReason.CODE,
    ),
    (
        rf"\b{_NUMBERED}e?s (?:Nos?\.? ?)?(?:\d[\d.]*|{_DIGIT_WORD}){_NO_UNIT}(?:(?:, ?|,? and | to |-|/)(?:\d[\d.]*|{_DIGIT_WORD}){_NO_UNIT})+",
        NumeralReason.CODE,
    ),
    (
        r"\b\d{1,2}[:.]\d\d\s?(?:a\.?m\.?|p\.?m\.?|hours|hrs|GMT|UTC)(?!\w)|\b\d{1,2}\s?(?:a\.m\.|p\.m\.|am\b|pm\b|o'clock)"
        r"|\b(?:[01]?\d|2[0-3]):[0-5]\d\b",
        NumeralReason.TIME_OF_DAY,
    ),
    (r"\b24/7\b|\b\d+:\d+\b|\b9/11\b", NumeralReason.CODE),
    (r"\b\d+(?:st|nd|rd|th)\b(?:(?:, | and |, and | to |-)\d+(?:st|nd|rd|th)\b)*", NumeralReason.ORDINAL),
    (
        r"\b(?:[Oo]nce|[Tt]wice|(?:[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|\d+) times) (?:a|per|each|every) (?:day|week|month|quarter|year)\b",
        NumeralReason.FREQUENCY,
    ),
)
_WORD_PATTERNS: tuple[tuple[str, NumeralReason], ...] = (
    (r"\b(?:per|every|each) (?:1[0 ,]*0|hundred|thousand|million|one hundred|one thousand)\b", NumeralReason.UNIT),
    (r"\b(?i:twenty|forty|20|40)[ -](?i:foot|feet|ft)\b", NumeralReason.UNIT),
    (
        r"\b(?:one|two|three|six|\d)(?:,? or |-to-)(?:two|three|more|another|\d)\b(?! (?:per|million|billion))"
        r"|\bone (?:another|by one|or (?:more|another))\b",
        NumeralReason.VAGUE,
    ),
    (
        r"\b(?i:top|bottom|first|last|latest|leading|foremost) (?:\d{1,3}\b|(?i:twenty)\b|" + _DIGIT_WORD + ")"
        r"(?! (?:per|%|million|billion|percent))",
        NumeralReason.SELECTION,
    ),
    (
        r"\bthe \d{1,2}(?= (?:worst|best|busiest|largest|biggest|leading|main)\b)",
        NumeralReason.SELECTION,
    ),
)
_ZONES = tuple((re.compile(pattern), reason) for pattern, reason in (*_PATTERNS, *_WORD_PATTERNS))
_FIXED = frozenset(
    (
        NumeralReason.ENUMERATOR,
        NumeralReason.FOOTNOTE,
        NumeralReason.ORDINAL,
        NumeralReason.UNIT,
        NumeralReason.FREQUENCY,
    )
)


def zones_of(text: str, times: Sequence[TimeExpression] | None = None) -> list[Zone]:
    """The stretches of a reading text in which a number is no figure."""
    zones = [Zone(m.start(), m.end(), reason) for pattern, reason in _ZONES for m in pattern.finditer(text)]
    for time in find_periods(text, _ANY_CONTEXT) if times is None else times:
        zones.append(Zone(time.core_start, time.end, _time_reason(text[time.core_start : time.end])))
    return zones


def _time_reason(words: str) -> NumeralReason:
    if re.fullmatch(r"\d{4}|\d{4}'?s|\d{4}(?:\s?-\s?| (?:to|and|through) )\d{4}", words):
        return NumeralReason.YEAR
    if re.search(r"\bFY|\b(?i:fiscal|financial)", words) or re.fullmatch(r"\d{4}\s?[/-]\s?\d\d", words):
        return NumeralReason.FISCAL_YEAR
    if re.search(r"\b(?i:years?|decades?|months|quarters)\b", words):
        return NumeralReason.DURATION
    return NumeralReason.DATE


_QUOTED = re.compile(r'"([^"]{1,80})"')
_COMPOUND = re.compile(
    r"-(?!(?:per|million|billion|thousand|trillion|hundred|fold|percent|percentage|pct|strong|plus|odd)\b)[A-Za-z]"
)


def reason_of(text: str, candidate: Candidate, zones: Sequence[Zone]) -> NumeralReason:
    """What the number of a candidate is: a figure, or the reason why not."""
    number = candidate.number
    if _in_quoted_name(text, number):
        return NumeralReason.NAME
    here = [zone.reason for zone in zones if zone.start <= number.start < zone.end]
    for reason in here:
        if reason in _FIXED and not (candidate.strong and reason is NumeralReason.ENUMERATOR):
            return reason
    if candidate.strong:
        return NumeralReason.FIGURE
    if candidate.cell and number.end - number.start == len(text.strip(" ()-*+~<>")):
        return NumeralReason.FIGURE
    if here:
        return here[0]
    if _COMPOUND.match(text, candidate.end) or (candidate.measured and text[number.end : number.end + 1] == "-"):
        return NumeralReason.COMPOUND
    if candidate.measured or candidate.end != number.end:
        return NumeralReason.FIGURE
    return _spelled_reason(text, candidate) if number.spelled else _digit_reason(text, number)


def _in_quoted_name(text: str, number: Number) -> bool:
    for match in _QUOTED.finditer(text):
        if match.start() < number.start < match.end():
            words = match[1].split()
            titled = sum(word[:1].isupper() or word[:1].isdigit() for word in words)
            return len(words) <= 8 and (number.spelled or (titled > len(words) / 2 and number.plain))
    return False


def _digit_reason(text: str, number: Number) -> NumeralReason:
    start, end = number.start, number.end
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    if after.isalpha() or before.isalpha() or after == "_" or before in ("_", "#", "№"):
        return NumeralReason.CODE
    if before in ("-", "/", ".") and re.search(r"[\w)][-/.]$", text[max(0, start - 2) : start]):
        return NumeralReason.CODE
    if re.match(r"[/.]\w|-\d+[-/]", text[end : end + 6]):
        return NumeralReason.CODE
    if before == "(" and after == ")" and number.plain and number.value <= 20 and "(1)" in text:
        return NumeralReason.ENUMERATOR
    return NumeralReason.FIGURE


# --- numbers in words

_NOT_NOUN = frozenset(
    "of in on at to by for from and or nor with as that which who whom when while where are is were was be been have has had"
    " will would should shall may might can could must do does did than then but if so not also more less other others into"
    " onto over under per respectively each together alone later earlier before after during since until through between among"
    " the a an this these those remain remained make made took take followed came come".split()
)
_PLURAL_WORDS = frozenset(
    "people men women children police staff personnel aircraft percent per cent members media data criteria series species"
    " head cattle sheep craft teu customs".split()
)
_SENTENCE_START = re.compile(r"(?:^|[.!?;:]\s|\n)[\s\"'(\[*o•-]*$")
_LOWER_WORD = re.compile(r"(?<![\w-])(?!(?:of|and|for|the|in|on)\b)[a-z]{2,}")
_BILATERAL = re.compile(
    r" (?:sides|parties|countries|sovereign|nations|governments|administrations|agencies|leaders|ministers|presidents|heads"
    r"|neighbours|states|peoples|customs (?:administrations|services|authorities))\b"
)
_DEFINITE = re.compile(r"\b(?:the|these|those|both|all|our|other|its|their)\s$", re.IGNORECASE)
_VALUE_BEFORE = re.compile(
    r"\b(?:to|from|by|was|were|is|are|be|than|numbered|totall?ed|reached|stood at|at|only|nearly|almost|over|about"
    r"|of (?:which|whom|these|those|them),?)\s$",
    re.IGNORECASE,
)
_OF_THEM = re.compile(r" of (?:them|these|those|which|whom|the|its|our|their)\b")


def _spelled_reason(text: str, candidate: Candidate) -> NumeralReason:
    start, end = candidate.start, candidate.end
    before, after = text[max(0, start - 24) : start], text[end : end + 90]
    if text[start].isupper() and re.match(r"[ -]\"?[A-Z]", after):
        if not _SENTENCE_START.search(before) or not _LOWER_WORD.search(text):
            return NumeralReason.NAME
    if re.search(r"\bnumber $", before, re.IGNORECASE):
        return NumeralReason.NAME
    if candidate.number.value <= 1:
        return NumeralReason.PRONOUN
    follower = re.match(r" ([A-Za-z][\w'-]*)", after)
    if follower is None or follower[1].lower() in _NOT_NOUN:
        alone = candidate.cell or len(text) == end - start
        told = alone or _OF_THEM.match(after) or _VALUE_BEFORE.search(before)
        return NumeralReason.FIGURE if told else NumeralReason.PRONOUN
    if candidate.number.value == 2 and _DEFINITE.search(before) and _BILATERAL.match(after):
        return NumeralReason.PRONOUN
    return NumeralReason.FIGURE if _has_plural(after) else NumeralReason.NAME


def _has_plural(after: str) -> bool:
    """Whether a plural noun follows before the phrase ends."""
    phrase = re.match(r"(?:[ ,][A-Za-z][\w'-]*,?){0,8}", after)
    for word in phrase[0].replace(",", "").lower().split() if phrase else []:
        if word in _PLURAL_WORDS or (word.endswith("s") and not word.endswith(("ss", "'s", "us"))):
            return True
        if word in _NOT_NOUN - {"and", "or", "other", "more"}:
            return False
    return False


# --- ordinals in words, and numbers that are not told

_ORDINAL_WORD = re.compile(
    r"\b(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-)?(?:first|second|third|fourth|fifth|sixth|seventh|eighth"
    r"|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth)\b"
    r"|\b(?:twentieth|thirtieth|fortieth|fiftieth)\b",
    re.IGNORECASE,
)
_VAGUE = re.compile(
    r"\b(?:(?:tens|hundreds|thousands|millions|billions|dozens|scores)(?: of (?:thousands|millions|billions))?"
    r"|(?:several|a few|many|some) (?:hundred|thousand|million|billion|dozen))\b",
    re.IGNORECASE,
)


def word_numerals(text: str, quantities: Sequence[Quantity]) -> list[Numeral]:
    """Ordinals in words and vague numbers ("hundreds of") outside the figures."""
    found = [(match, NumeralReason.ORDINAL) for match in _ORDINAL_WORD.finditer(text)]
    found += [(match, NumeralReason.VAGUE) for match in _VAGUE.finditer(text)]
    return [
        Numeral(match.start(), match.end(), reason)
        for match, reason in found
        if not any(q.start <= match.start() < q.end for q in quantities)
    ]
