"""What a number is when it is no figure: a year, a date, a code, a section, an ordinal, part of a name ..."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from customs_kg.builders.english.cued import cued
from customs_kg.builders.english.number_words import Number
from customs_kg.builders.quantities.numeral_zones import Zone
from customs_kg.builders.quantities.quantity import Numeral, NumeralReason, Quantity


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


_FIXED = frozenset(
    {
        NumeralReason.ENUMERATOR,
        NumeralReason.FOOTNOTE,
        NumeralReason.ORDINAL,
        NumeralReason.UNIT,
        NumeralReason.FREQUENCY,
    }
)
_QUOTED = re.compile(r'"([^"]{1,80})"')
_COMPOUND = re.compile(
    r"-(?!(?:per|million|billion|thousand|trillion|hundred|fold|percent|percentage|pct|strong|plus|odd)\b)[A-Za-z]"
)


_HYPHEN_UNIT = re.compile(r"-[A-Za-z]")
_LASTING = re.compile(  # "a ten-day sweep": how long an undertaking took
    r"-(?:hour|day|week|month)(?:-long)? (?:[a-z]+ ){0,2}?(?:effort|sweep|blitz|operation|exercise|campaign|mission"
    r"|raid|drive|crackdown|patrol|strike|closure|shutdown|blockade|search|hunt|chase|surge|action|deployment|siege)\b"
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
    if here and not (here[0] is NumeralReason.CODE and _is_second_count(text, number)):
        return here[0]
    if _LASTING.match(text, number.end):
        return NumeralReason.FIGURE
    if _COMPOUND.match(text, candidate.end) or (candidate.measured and _HYPHEN_UNIT.match(text, number.end)):
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
    if number.plain and number.value < 1000 and _ends_name(text, start, end):
        return NumeralReason.NAME
    if before == "(" and after == ")" and number.plain and number.value <= 20 and "(1)" in text:
        return NumeralReason.ENUMERATOR
    return NumeralReason.FIGURE


_CAPITALISED = re.compile(r"(?<=[a-z,)] )(?:[A-Z][\w'-]*[a-rt-z\d] )+$")
_PLACE_BEFORE = re.compile(r"(?:\b(?:and|while|at|in|of|for|from)|,) (?:the )?(?:[A-Z][\w'-]* )+$")
_CLOSING = re.compile(r"\s*(?:[.,;)]|and\b|$)")
_PLACE_AND_COUNT = re.compile(r"\b[A-Z][a-z]+ \d{1,3}(?:,| and\b|;|\.|$)")


def _is_second_count(text: str, number: Number) -> bool:
    """As in "Torvik hosts 118 traders and the Free Zone 53": a name with an article, and a count like one before."""
    named = re.search(r"\bthe (?:[A-Z][\w'-]* ){2,}$", text[: number.start])
    return named is not None and _closes_row(text, number.start, number.end)


def _closes_row(text: str, start: int, end: int) -> bool:
    """Whether a number ends its phrase and another count stands before it."""
    return _CLOSING.match(text, end) is not None and _OTHER_COUNT.search(text[:start]) is not None


def _ends_name(text: str, start: int, end: int) -> bool:
    """Whether a number is the last word of a name in a sentence: "flew a King Air 350 along the coast"."""
    if not _CAPITALISED.search(text[max(0, start - 40) : start]) or _has_plural(text[end : end + 90]):
        return False
    if _closes_row(text, start, end) and _PLACE_BEFORE.search(text[:start]):
        return False
    prose = len(re.findall(r"\b[a-z]{2,}\b", text)) >= 6
    return prose and len(_PLACE_AND_COUNT.findall(text)) < 2


# --- numbers in words

_NOT_NOUN = frozenset(
    "of in on at to by for from and or nor with as that which who whom when while where are is were was be been"
    " have has had"
    " will would should shall may might can could must do does did than then but if so not also more less other"
    " others into"
    " onto over under per respectively each together alone later earlier before after during since until"
    " through between among"
    " the a an this these those remain remained make made took take followed came come"
    " against about around like upon involving concerning regarding within without off".split()
)
_PLURAL_WORDS = frozenset(
    "people men women children police staff personnel aircraft percent per cent members media data criteria"
    " series species"
    " head cattle sheep craft teu customs".split()
)
_SENTENCE_START = re.compile(r"(?:^|[.!?;:]\s|\n)[\s\"'(\[*o•-]*$")
_LOWER_WORD = re.compile(r"(?<![\w-])(?!(?:of|and|for|the|in|on)\b)[a-z]{2,}")
_BILATERAL = re.compile(
    r" (?:sides|parties|countries|sovereign|nations|governments|administrations|agencies|leaders|ministers"
    r"|presidents|heads"
    r"|neighbours|states|peoples|customs (?:administrations|services|authorities))\b"
)
_DEFINITE = re.compile(r"\b(?:the|these|those|both|all|our|other|its|their)\s$", re.IGNORECASE)
_VALUE_BEFORE = re.compile(
    r"\b(?:to|from|by|was|were|is|are|be|than|numbered|totall?ed|reached|factor of|stood at|at|only|nearly"
    r"|almost|over|about"
    r"|of (?:which|whom|these|those|them),?)\s$",
    re.IGNORECASE,
)
_NUMBERING = re.compile(r"(?:s|people|staff|who|which) (?:now |today |currently |still |already )?number $")
_MORE_THINGS = re.compile(r" (?:more|other) (?!(?:than|of|in|by|or|and)\b)[a-z][\w-]+")
_OF_THEM = re.compile(r" of (?:them|these|those|which|whom|the|its|our|their)\b")

_FEWER_THAN = re.compile(r" (?:more|fewer|less) than\b")
_THE = re.compile(r"\bthe $", re.IGNORECASE)
_OF_YEAR = re.compile(r" (?:of|in) (?:FY ?)?(?:19|20)\d\d\b| of (?:the (?:previous|preceding|prior)|last) \w")
_DONE_BEFORE = re.compile(r"(?<!\w[,;] )\b[a-z]+ed $")
_ANY_COUNT = re.compile(
    r"\b(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty) (?=[a-z])", re.IGNORECASE
)
_ROW_BEFORE = re.compile(r"[^.;:]{0,40}(?:,|,? and) $")
_OF_SPEECH = frozenset("things respects reasons aspects ways".split())  # "Two things made the year": a turn of speech


def _is_further_object(text: str, start: int, end: int) -> bool:
    """As in "148 firms joined; the Guild nominated nine": an object that counts what a count before counts."""
    return _DONE_BEFORE.search(text[:start]) is not None and _closes_row(text, start, end)


def _joins_count(text: str, start: int, after: str) -> bool:
    """As in "six orders and one finding were issued": one more thing in a row of counts."""
    counts = list(_ANY_COUNT.finditer(text[:start]))
    named = re.match(r" (?P<noun>[A-Za-z][\w-]{2,})", after)
    singular = named and not named["noun"].endswith("s") and named["noun"].lower() not in _NOT_NOUN
    return bool(counts and singular and _ROW_BEFORE.fullmatch(text[counts[-1].end() : start]))


def _spelled_reason(text: str, candidate: Candidate) -> NumeralReason:
    start, end = candidate.start, candidate.end
    before, after = text[max(0, start - 24) : start], text[end : end + 90]
    titled = text[start].isupper() and re.match(r"[ -]\"?[A-Z]", after)
    if titled and not (_SENTENCE_START.search(before) and _LOWER_WORD.search(text)):
        return NumeralReason.NAME
    if _NUMBERING.search(before):
        return NumeralReason.FIGURE
    if re.search(r"\bnumber $", before, re.IGNORECASE):
        return NumeralReason.NAME
    if (
        _FEWER_THAN.match(after)
        or (_THE.search(before) and _OF_YEAR.match(after))
        or _is_further_object(text, start, end)
    ):
        return NumeralReason.FIGURE
    if candidate.number.value == 1 and _joins_count(text, start, after):
        return NumeralReason.FIGURE
    if candidate.number.value == 1 or (candidate.number.value == 0 and not _has_plural(after)):
        return NumeralReason.PRONOUN
    follower = re.match(r" ([A-Za-z][\w'-]*)", after)
    if follower is not None and follower[1].lower() in _OF_SPEECH:
        return NumeralReason.PRONOUN
    further = follower is not None and follower[1].lower() in ("more", "other", "others") and _MORE_THINGS.match(after)
    if follower is None or (follower[1].lower() in _NOT_NOUN and not further):
        alone = candidate.cell or len(text) == end - start or _part_of_whole(text, start, follower)
        told = alone or candidate.number.value > 10 or _OF_THEM.match(after) or _VALUE_BEFORE.search(before)
        return NumeralReason.FIGURE if told else NumeralReason.PRONOUN
    if candidate.number.value == 2 and _DEFINITE.search(before) and _BILATERAL.match(after):
        return NumeralReason.PRONOUN
    return NumeralReason.FIGURE if _has_plural(after) else NumeralReason.NAME


_WHOLE_BEFORE = re.compile(r"\b[Oo]f (?:the|these|those|which|whom|all|them)\b(?P<between>.*)$")
_NO_PART = re.compile(r"\b(?:the|these|those|both|all|other|its|their|our|any|or|one) $", re.IGNORECASE)
_SHARED_NOUN = re.compile(r"(?:,|\b(?:and|but|against|for)) $")
_HAVING = frozenset("are were have had will remain remained was did could".split())
_PLACING = frozenset("in on at by for from to with under over near between upon involving concerning".split())


def _part_of_whole(text: str, start: int, follower: re.Match[str] | None) -> bool:
    """Whether a number stands for things named before.

    As in "of the twelve, four are closed", "of which we lost three", "Six were sold.", "9 in town and two at sea".
    """
    before, word = text[:start], follower[1].lower() if follower else ""
    if _NO_PART.search(before):
        return False
    if _SENTENCE_START.search(before[-24:]):
        return word in _HAVING and (start < len(text) - 20 or _ANY_COUNT.search(before) is not None)
    if whole := _WHOLE_BEFORE.search(before):
        near = len(whole["between"]) < 90 and ";" not in whole["between"] and ":" not in whole["between"]
        return near or word in _HAVING
    return word in _PLACING and bool(_SHARED_NOUN.search(before) and _OTHER_COUNT.search(before))


_OTHER_COUNT = re.compile(
    r"\b(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty) [a-z]"
)


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

_ORDINAL_WORD = cued(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth thirtieth fortieth fiftieth",
    r"\b(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-)?(?:first|second|third|fourth|fifth|sixth|seventh|eighth"
    r"|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth)\b"
    r"|\b(?:twentieth|thirtieth|fortieth|fiftieth)\b",
    re.IGNORECASE,
)
_VAGUE = cued(
    "tens hundreds thousands millions billions dozens scores hundred thousand million billion dozen",
    r"\b(?:(?:tens|hundreds|thousands|millions|billions|dozens|scores)(?: of (?:thousands|millions|billions))?"
    r"|(?:several|a few|many|some) (?:hundred|thousand|million|billion|dozen))\b",
    re.IGNORECASE,
)


def word_numerals(text: str, quantities: Sequence[Quantity]) -> list[Numeral]:
    """Ordinals in words and vague numbers ("hundreds of") outside the figures."""
    found: list[tuple[re.Match[str], NumeralReason]] = []
    found += [(match, NumeralReason.ORDINAL) for match in _ORDINAL_WORD.finditer(text)]
    found += [(match, NumeralReason.VAGUE) for match in _VAGUE.finditer(text)]
    return [
        Numeral(match.start(), match.end(), reason)
        for match, reason in found
        if not any(q.start <= match.start() < q.end for q in quantities)
    ]
