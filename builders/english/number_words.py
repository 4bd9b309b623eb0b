"""Numbers in words: "forty-one million six hundred thousand", "ninety-seven and a half", "two dozen"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple


class Number(NamedTuple):
    """A numeral with its scale.

    `value` has the scale worked in. `exponent` is the power of ten of the scale (0 without one), `half_width`
    half a unit of the last digit shown, in the same units as `value`.
    """

    start: int
    end: int
    value: Decimal
    exponent: int
    half_width: Decimal
    spelled: bool  # written in words
    plain: bool  # nothing but digits: it may be a year, a code or a label as well
    scaled: bool  # a scale word or short form follows


UNITS_AND_TEENS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
)
TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
SMALL: dict[str, int] = {word: value for value, word in enumerate(UNITS_AND_TEENS.split())} | {
    word: 10 * value for value, word in enumerate(TENS.split(), start=2)
}
SCALES: dict[str, int] = {
    "thousand": 3,
    "lakh": 5,
    "lac": 5,
    "million": 6,
    "crore": 7,
    "billion": 9,
    "milliard": 9,
    "trillion": 12,
    "quadrillion": 15,
}
_WORD = re.compile(r"[A-Za-z]+")

_KINDS: dict[str, str] = (
    {word: "unit" for word, value in SMALL.items() if value < 10}
    | {word: "teen" for word, value in SMALL.items() if 10 <= value < 20}
    | {word: "tens" for word, value in SMALL.items() if value >= 20}
    | dict.fromkeys(SCALES, "scale")
    | {"hundred": "hundred", "dozen": "dozen", "a": "article", "an": "article", "half": "half", "and": "and"}
    | {"point": "point"}
)
# What may follow what; "and" and "point" are looked through by `_Spelling`.
_FOLLOWERS: dict[str, frozenset[str]] = {
    before: frozenset(after.split())
    for before, after in {
        "": "article half unit teen tens",
        "article": "hundred scale dozen",
        "half": "article dozen",
        "half-article": "hundred scale dozen",
        "unit": "hundred scale dozen point",
        "teen": "hundred scale dozen point",
        "tens": "unit scale dozen point",
        "hundred": "unit teen tens scale point",
        "scale": "unit teen tens scale",
        "point": "unit",
        "decimal": "unit scale",
        "and-a-half": "scale",
        "dozen": "",
    }.items()
}
NUMBER_WORDS = frozenset([*SMALL, "hundred", "dozen", *SCALES])
_ROUND = "|".join(("hundred", "dozen", *SCALES))
_SPELLED = re.compile(
    rf"\b(?:(?:an?|half an?) (?:{_ROUND})|half dozen|{'|'.join(sorted(SMALL, key=len, reverse=True))})\b",
    re.IGNORECASE,
)


@dataclass(slots=True)
class _Spelling:
    """The number that the words read so far spell."""

    total: Decimal = Decimal(0)  # groups that have their scale
    group: Decimal = Decimal(0)  # the group under way
    last: str = ""  # kind of the last word
    exponent: int = 0  # of the last scale
    places: int = 0  # decimals said after "point", or one for a half

    def take(self, word: str, kind: str) -> bool:
        """Read one more word; False when it cannot follow."""
        if kind not in _FOLLOWERS[self.last]:
            return False
        if kind in ("unit", "teen", "tens"):
            self._take_small(SMALL[word])
            kind = "decimal" if self.last in ("point", "decimal") else kind
        elif kind == "scale":
            if not self._take_scale(SCALES[word]):
                return False
        elif kind == "hundred":
            self.group *= 100
            self.places = 0
        elif kind == "dozen":
            self.group *= 12
        elif kind == "article":
            self.group = self.group or Decimal(1)
            kind = "half-article" if self.last == "half" else kind
        elif kind == "half":
            self.group, self.places = Decimal("0.5"), 1
        self.last = kind
        return True

    def _take_small(self, value: int) -> None:
        if self.last in ("point", "decimal"):
            self.places += 1
            self.group += Decimal(value).scaleb(-self.places)
        else:
            self.group += value

    def _take_scale(self, exponent: int) -> bool:
        if self.last == "scale":  # "two lakh crore", "a thousand million"
            self.total, self.exponent = self.total.scaleb(exponent), self.exponent + exponent
            return True
        if self.total and exponent >= self.exponent:
            return False
        self.total += self.group.scaleb(exponent)
        self.group, self.exponent = Decimal(0), exponent
        return True

    @property
    def half_width(self) -> Decimal:
        """Half a unit of the last place that the words tell."""
        if self.group:
            return Decimal(1).scaleb(-self.places) / 2
        return Decimal(1).scaleb(self.exponent - self.places) / 2


def spelled_numbers(text: str) -> Iterator[Number]:
    """The numbers that a text writes in words, in order."""
    at = 0
    while match := _SPELLED.search(text, at):
        number = _spelled_number(text, match.start())
        at = number.end if number else match.end()
        if number:
            yield number


def _spelled_number(text: str, start: int) -> Number | None:
    """Read the longest number in words that begins at `start`; None when the words spell none."""
    spelling, end = _Spelling(), start
    tokens = _tokens(text, start)
    index = 0
    while index < len(tokens):
        word, finish = tokens[index]
        kind = _KINDS.get(word, "")
        if kind == "and":
            step = _after_and(spelling, tokens[index + 1 : index + 3])
            if not step:
                break
            index += step
            end = tokens[index - 1][1] if spelling.last == "and-a-half" else end
            continue
        if not kind or not spelling.take(word, kind):
            break
        index += 1
        if kind not in ("article", "half", "point"):
            end = finish
    if end == start or (spelling.last == "scale" and not spelling.total):
        return None
    return Number(
        start,
        end,
        spelling.total + spelling.group,
        0 if spelling.group else spelling.exponent,
        spelling.half_width,
        spelled=True,
        plain=False,
        scaled=bool(spelling.total),
    )


def _after_and(spelling: _Spelling, following: list[tuple[str, int]]) -> int:
    """How many words to go on by after "and"; 0 when the number ends before it."""
    words = [word for word, _ in following]
    if spelling.last in ("unit", "teen", "tens") and words in (["a", "half"], ["one", "half"]):
        spelling.group += Decimal("0.5")
        spelling.places, spelling.last = 1, "and-a-half"
        return 3
    follows = bool(words) and _KINDS.get(words[0]) in ("unit", "teen", "tens")
    return 1 if follows and spelling.last in ("hundred", "scale") else 0


def _tokens(text: str, at: int, most: int = 40) -> list[tuple[str, int]]:
    """Words that follow one another with one blank or hyphen between them, in lower case, and where each ends."""
    found: list[tuple[str, int]] = []
    while len(found) < most and (match := _WORD.match(text, at)):
        if match[0].lower() not in _KINDS:
            break
        found.append((match[0].lower(), match.end()))
        at = match.end() + 1
        if text[match.end() : at] not in (" ", "-"):
            break
    return found
