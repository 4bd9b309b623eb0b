"""Figures said without a number of their own: one third, one in five, doubled, fivefold, second largest."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from customs_kg.builders.english.months import MONTH
from customs_kg.builders.english.words import words_in
from customs_kg.builders.quantities.numerals import find_numbers
from customs_kg.builders.quantities.qualifiers import read_qualifier
from customs_kg.builders.quantities.quantity import Quantity, QuantityForm, plain
from customs_kg.builders.quantities.units import NUM, PERCENT, POINT, unit_table

_PARTS: dict[str, int] = {"half": 2, "third": 3, "quarter": 4, "fourth": 4} | {
    word: value for value, word in enumerate("fifth sixth seventh eighth ninth tenth".split(), start=5)
}
_ROUND = {"dozen": 12, "hundred": 100, "thousand": 1000}
_RANKS: dict[str, int] = {
    word: value
    for value, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(), start=1
    )
}
_COUNTS = "one|two|three|four|five|six|seven|eight|nine"
_PART_WORDS = "third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth"
_AFTER_PART = (
    r"(?= of (?!the (?:year|fiscal|financial)|\d{4})| (?:less|more|fewer|lower|higher|up|down|over|from|to|by"
    r"|above|below|short|ahead|compared|since|in|on"
    r"|and|or|as|that|faster)\b|\s*[.,;:)]|\s*$)"
)
_FRACTION = re.compile(
    rf"\b(?:(?P<count>{_COUNTS})[- ](?P<part>halves|(?:{_PART_WORDS})s?)\b(?! (?:part(?:y|ies)|countr))"
    rf"|(?<!in )(?<!per )(?<!each )(?<!every )a (?P<apart>{_PART_WORDS}){_AFTER_PART}"
    r"|(?P<half>one[- ]half|half(?= of (?!\d{4}|FY|the (?:year|fiscal|financial|month))| (?:the|its|their|all"
    r"|that|those|what) ))"
    r"|(?<=by )(?P<byhalf>(?:a )?half)\b(?!-| an? )"
    r"|(?P<top>\d)/(?P<bottom>\d{1,2})(?= of\b))",
    re.IGNORECASE,
)
_PART_OF_POINT = re.compile(
    rf"\b(?:(?P<half>half)|(?:(?P<count>{_COUNTS})[- ]|a )(?P<part>(?:{_PART_WORDS})s?))"
    r" (?:of )?an? percentage point\b|\b(?P<halfpoint>half) a point\b",
    re.IGNORECASE,
)
_ONE_IN = re.compile(
    rf"\b(?P<x>{_COUNTS}|\d{{1,2}}) (?:in|out of|of(?= every)) (?:every )?"
    r"(?P<y>two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|fifty"
    r"|a hundred|a thousand|100|1,000|\d{1,2})\b(?![,.]\d| (?:million|billion|thousand|per ?cent))"
    r"(?! of\b(?! (?:them|these|those|whom|which|the|all|our|its)\b))",
    re.IGNORECASE,
)
_EVERY_NTH = re.compile(
    r"\b[Ee]very (?P<nth>second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)(?= [a-z]{3})"
    r"(?! (?:time|day|week|month|year|quarter|hour|minute|morning|night|monday|friday|one)s?\b)"
)
_OF_ALL = re.compile(r" of (?:all|them|these|those|our|its)\b")
# The things are named between: "one lorry in twenty", "in 97 cases out of a hundred".
_ONE_THING_IN = re.compile(
    r"\b(?:(?P<one>one|1)(?: [a-z-]{3,}){1,3} (?:in|out of) (?:every )?"
    rf"|(?P<x>{_COUNTS}|[a-z]+-[a-z]+|\d{{1,3}})(?: [a-z-]{{3,}}){{1,2}} "
    r"(?:out of (?:every )?|in every |in (?=ten\b|a hundred\b)))"
    r"(?P<y>a (?:hundred|thousand|dozen)|[a-z]+(?:-[a-z]+)?|\d{1,3}|1,000)"
    r"(?=\s*(?:[.,;:)]|$)| (?:is|are|was|were|has|had|have|needs?|now|that|which|who|and|by|than|on|at|within|when|no"
    r"|not|nobody|nothing|the|we|pass(?:es)?|go(?:es)?|went|take[sn]?|took|came|gets?|got|fails?|[a-z]+ed)\b)",
    re.IGNORECASE,
)
_CHANGES = re.compile(
    r"\b(?:(?P<two>doubl(?:ed|ing|es))|(?P<three>tripl(?:ed|ing|es)|trebl(?:ed|ing|es))|(?P<four>quadrupl(?:ed|ing|es))"
    r"|(?P<five>quintupl(?:ed|ing|es))|(?P<half>halv(?:ed|ing|es)))\b(?! (?:its|their|our|his) efforts)"
    r"|\b(?:to|will|would|than|nearly|almost|should) (?:(?P<verb2>double)|(?P<verb3>triple|treble))\b(?!-)",
    re.IGNORECASE,
)
_FACTORS: dict[str, Decimal] = {
    "two": Decimal(2), "three": Decimal(3), "four": Decimal(4), "five": Decimal(5), "half": Decimal("0.5"),
    "verb2": Decimal(2), "verb3": Decimal(3),
}  # fmt: skip
_SIZE = r"(?:figure|number|amount|level|value|total|rate|volume|size|sum|quantity|average)"
_BASE = (
    rf"(?:that|the (?:\w+ )?{_SIZE}|as|its|those|what|this|last year)\b"
    r"|the (?:[A-Z]{0,3}[$£€¥₹]? ?)?\d"
    r"|the (?:[\w'-]+ ){1,4}(?:of|in|for|recorded|seen) (?:the (?:previous|preceding|prior|last|year) "
    r"|last |FY|(?:19|20)\d)"
)
_TWICE = re.compile(
    rf"\b(?P<two>twice|double)(?= (?:{_BASE}))|\b(?P<three>triple|treble|thrice|three times)(?= (?:{_BASE}))"
    r"|\b(?P<half>half)(?= as (?:many|much|large|big|high|long)\b)",
    re.IGNORECASE,
)
_FOLD = re.compile(rf"\b(?P<count>{_COUNTS}|ten|twelve|twenty|hundred)-?fold\b", re.IGNORECASE)
_ORDINAL = r"\d{1,3}(?:st|nd|rd|th)"
_RANK = re.compile(
    r"\brank(?:s|ed|ing)? (?:(?:as|at|in|it|itself|them|among|now|globally|again) )*(?:the )?(?:[Nn]o\.? ?|number )?"
    r"(?P<rank>\d{1,3}(?:st|nd|rd|th)?|[a-z]+)\b"
    r"|\b(?:placed|positioned|came|finished|stood|stands|climbed to|rose to|moved up to|up to|fell to) (?:the )?"
    rf"(?P<place>{_ORDINAL}|[a-z]+)(?= (?:place|position|rank|in the world|worldwide|globally|out of|among|of \d))"
    r"|\b(?:came|comes|finished|finishes|ranked|placed) (?P<came>second|third|fourth|fifth|sixth|seventh|eighth|ninth"
    r"|tenth)(?=\s*(?:[.,;)]|$)| (?:with|at|after|behind|among)\b)"
    rf"|\b[Tt]he (?P<kind>[a-z]+|{_ORDINAL})(?= of (?:its|their) (?:kind|type|sort)\b| (?:of|in|under) the (?:series"
    r"|program|programme|scheme)\b)"
    rf"|\b(?P<super>second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|{_ORDINAL})[- ](?:largest"
    rf"|biggest|highest|busiest"
    r"|lowest|smallest|fastest|best|most [a-z]+|greatest|longest|leading|heaviest)\b",
)
_RANK_MOVE = re.compile(
    rf"\bfrom (?:the )?(?P<old>{_ORDINAL})(?: (?:place|position|rank))? to (?:the )?(?P<new>{_ORDINAL})\b"
    rf"(?! (?:of )?(?:{MONTH}|century|anniversary|edition|session|meeting|floor))"
)
_RANK_LISTED = re.compile(rf": (?P<rank>{_ORDINAL})(?=\s*(?:[.,;()]|$))")
_ORDINAL_PART = re.compile(r"\b(?:first|second|third|fourth|latter|other|last)\s$", re.IGNORECASE)
_MIXED = re.compile(rf"\b(?:{_COUNTS}|ten|\d+) and $", re.IGNORECASE)
# A text with none of these words holds no such figure.
_FOLD_WORDS = [f"{count}fold" for count in (*_COUNTS.split("|"), "ten", "twelve", "twenty", "hundred")]
_WORDS = frozenset([*_PARTS, *(f"{part}s" for part in _PARTS), *_RANKS, *_FOLD_WORDS]) | frozenset(
    "halves doubled doubling doubles double tripled tripling triples triple trebled trebling trebles treble quadrupled"
    " quadrupling quadruples quintupled quintupling quintuples halved halving twice thrice fold rank ranks ranked"
    " ranking place position".split()
)
_IN_FIGURES = re.compile(r"\d(?:/\d|st\b|nd\b|rd\b|th\b|(?<!\w.) (?:in|out) )")
_MULTIPLYING = tuple("doubl tripl trebl quadrupl quintupl half halv twice thrice times".split())  # how such words begin
_IN_EVERY = frozenset(_COUNTS.split("|"))


def find_figure_words(text: str) -> list[Quantity]:
    """Fractions, multiples in one word and ranks, in order and without overlap."""
    words = words_in(text)
    counted = (
        "out" in words
        or "every" in words
        or (not _IN_EVERY.isdisjoint(words) and not words.isdisjoint(("in", "times")))
    )
    if not counted and _WORDS.isdisjoint(words) and not _IN_FIGURES.search(text):
        return []
    found: list[Quantity] = []
    multiplied = any(word.startswith(_MULTIPLYING) or word.endswith("fold") for word in words)
    candidates = [*_fractions(text), *(_multiples(text) if multiplied else ()), *_ranks(text)]
    for quantity in sorted(candidates, key=lambda q: (q.start, -q.end)):
        if not found or quantity.start >= found[-1].end:
            found.append(quantity)
    return found


def _quantity(text: str, start: int, end: int, value: Decimal, form: QuantityForm, *, change: bool = False) -> Quantity:
    unit = {QuantityForm.FRACTION: PERCENT, QuantityForm.POINT: POINT}.get(form, NUM)
    qualifier, qualifier_start = read_qualifier(text, start, end, form, "Dimensionless")
    widths = {QuantityForm.FRACTION: Decimal("0.00005"), QuantityForm.ORDINAL_RANK: Decimal(0)}
    return Quantity(
        start,
        end,
        plain(value),
        unit,
        form,
        qualifier,
        qualifier_start,
        text[start:end],
        0,
        widths.get(form, Decimal("0.5")),
        unit_label=unit_table().by_iri[unit].label,
        change_verb=change,
    )


def _fractions(text: str) -> Iterator[Quantity]:
    for match in _FRACTION.finditer(text):
        top, bottom = _parts_of(match)
        before = text[max(0, match.start() - 12) : match.start()]
        mixed = _MIXED.search(before) and match[0].lower().startswith(("a ", "one"))
        if top < bottom and not mixed and not _ORDINAL_PART.search(before):
            yield _fraction(text, match, top, bottom)
    for match in _PART_OF_POINT.finditer(text):
        top, bottom = (
            (1, 2)
            if match["half"] or match["halfpoint"]
            else (_small(match["count"] or "one"), _PARTS[match["part"].removesuffix("s")])
        )
        value = (Decimal(top) / bottom).quantize(Decimal("0.0001")).normalize()
        yield _quantity(text, match.start(), match.end(), value, QuantityForm.POINT)
    for match in _ONE_IN.finditer(text):
        top, bottom = _small(match["x"]), _small(match["y"])
        told = (
            match["x"] in ("1", "one", "One") or bottom in (10, 100, 1000) or re.search(r" every | out of ", match[0])
        )
        if 0 < top < bottom and (told or _OF_ALL.match(text, match.end())):
            yield _fraction(text, match, top, bottom)
    for match in _EVERY_NTH.finditer(text):
        yield _fraction(text, match, 1, _PARTS.get(match["nth"], 2))
    for match in _ONE_THING_IN.finditer(text):
        top, bottom = _small(match["one"] or match["x"]), _small(match["y"].removeprefix("a "))
        if 0 < top < bottom and (match["one"] or bottom in (10, 12, 20, 50, 100, 1000)):
            yield _fraction(text, match, top, bottom)


def _fraction(text: str, match: re.Match[str], top: int, bottom: int) -> Quantity:
    value = (Decimal(100) * top / bottom).quantize(Decimal("0.0001")).normalize()
    return _quantity(text, match.start(), match.end(), value, QuantityForm.FRACTION)


def _parts_of(match: re.Match[str]) -> tuple[int, int]:
    if match["top"]:
        return int(match["top"]), int(match["bottom"])
    if match["half"] or match["byhalf"]:
        return 1, 2
    part = (match["part"] or match["apart"]).lower()
    singular = "half" if part == "halves" else part.removesuffix("s")
    return _small(match["count"] or "one"), _PARTS[singular]


def _small(word: str) -> int:
    plain_word = word.lower().replace(",", "")
    numbers = find_numbers(plain_word)
    return int(numbers[0].value) if numbers else _ROUND.get(plain_word, 0)


def _multiples(text: str) -> Iterator[Quantity]:
    for match in _CHANGES.finditer(text):
        name = match.lastgroup or "two"
        start = match.start(name)
        yield _quantity(text, start, match.end(), _FACTORS[name], QuantityForm.MULTIPLE, change=True)
    for match in _TWICE.finditer(text):
        value = Decimal("0.5") if match["half"] else Decimal(2 if match["two"] else 3)
        yield _quantity(text, match.start(), match.end(), value, QuantityForm.MULTIPLE)
    for match in _FOLD.finditer(text):
        value = Decimal(_small(match["count"]))
        yield _quantity(text, match.start(), match.end(), value, QuantityForm.MULTIPLE)


def _ranks(text: str) -> Iterator[Quantity]:
    for match in _RANK_MOVE.finditer(text):
        for name in ("old", "new"):
            yield _rank(text, match, name)
    for match in _RANK_LISTED.finditer(text) if "rank" in text.lower() else ():
        yield _rank(text, match, "rank")
    for match in _RANK.finditer(text):
        name = match.lastgroup or ""
        word = match[name].lower()
        value = _RANKS.get(word) or (int(re.sub(r"\D", "", word)) if word[0].isdigit() else 0)
        if value and not (name == "kind" and value == 1):  # "the first of its kind" is no place among others
            yield _quantity(text, match.start(name), match.end(name), Decimal(value), QuantityForm.ORDINAL_RANK)


def _rank(text: str, match: re.Match[str], name: str) -> Quantity:
    """The rank that a number with an ending gives: "146th"."""
    value = Decimal(re.sub(r"\D", "", match[name]))
    return _quantity(text, match.start(name), match.end(name), value, QuantityForm.ORDINAL_RANK)
