"""Numbers as English writes them: digits with separators and scale words, number words, or both.

A number here is only the numeral and its scale ("1,538.8 billion", "forty-one million six hundred thousand",
"ninety-seven and a half"). What it counts or measures is the business of `quantities`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

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
SHORT_SCALES: dict[str, int] = {
    "k": 3,
    "th": 3,
    "m": 6,
    "mn": 6,
    "mln": 6,
    "mio": 6,
    "mil": 6,
    "mill": 6,
    "b": 9,
    "bn": 9,
    "bln": 9,
    "bil": 9,
    "tn": 12,
    "trn": 12,
    "cr": 7,
    "t": 12,
}
VULGAR: dict[str, Decimal] = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75"), "⅓": Decimal("0.3333")}

DIGITS = re.compile(
    r"""(?<!\d)(?:
        (?P<grouped>\d{1,3}(?:,\d{3}){1,8}(?!,?\d)(?:[.·]\d+)?)       # 27,071,500  1,538.8
      | (?P<swiss>\d{1,3}(?:'\d{3}){1,8}(?!'?\d)(?:\.\d+)?)     # 27'071'500
      | (?P<indian>\d{1,2}(?:,\d{2}){1,8},\d{3}(?!,?\d)(?:\.\d+)?)    # 2,70,71,500
      | (?P<dotted>\d{1,3}(?:\.\d{3}){2,8}(?![.]?\d)(?:,\d+)?      # 27.071.500
          | \d{1,3}(?:\.\d{3}){1,8},\d{1,9}(?![,.]?\d))                   # 1.538,8
      | (?P<spaced>\d{1,3}(?:[ \u00a0\u202f\u2009]\d{3}){1,8}
          (?:[.,]\d{1,9})?(?![,.]?\d|[ \u00a0\u202f\u2009]\d))    # 27 071 500
      | (?<!\d,)(?P<comma>\d{1,6},(?:\d{1,2}|\d{4,})(?![,.]?\d))          # 538,8
      | (?P<plain>\d+(?:[.·]\d+)?(?!\d))                          # 2633  4.9
    )(?P<vulgar>[½¼¾⅓]|\ [1-9]/[2-9](?![\d/]))?""",
    re.VERBOSE,
)
# A spaced group of three may also be two numbers side by side; a decimal tail or a wide space settles it.
SCALE_AFTER = re.compile(
    r"(?:[ \u00a0]|-(?=[a-z]))?(?P<scale>thousand|lakh|lac|million|crore|billion|milliard|trillion|quadrillion)s?\b",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
HUNDRED_AFTER = re.compile(r"[ \u00a0-]?hundred\b", re.IGNORECASE)
SHORT_AFTER = re.compile(
    r"(?P<space>[ \u00a0]?)"
    r"(?P<scale>[Kk]|[Mm](?:n|N|ln|io|il|ill)?|[Bb](?:n|N|ln|il)?|[Tt](?:n|rn)?|TN|[Cc]r)\b\.?(?![\w&])"
)
METRE_FOLLOWS = re.compile(r"[ -](?:long|wide|high|deep|tall|thick|in (?:length|height|width)|above|below|away|from)\b")
WORD = re.compile(r"[A-Za-z]+")


@dataclass(frozen=True, slots=True)
class Number:
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


def words_in(text: str) -> frozenset[str]:
    """The words of a text in lower case: what it cannot hold need not be looked for."""
    return frozenset(re.findall(r"[a-z]+", text.lower()))


def find_numbers(text: str, money_ends: frozenset[int] = frozenset()) -> list[Number]:
    """Find every numeral of `text`, in order and without overlap.

    Args:
        text: one sentence, list item or cell with white space collapsed.
        money_ends: offsets at which a currency sign or code ends: a number that begins there may carry the
            short scales "m", "b", "t" or "M", which are a unit or a code elsewhere.
    """
    found: list[Number] = []
    in_digits = _digit_numbers(text, money_ends) if _DIGIT.search(text) else ()
    in_words = _spelled_numbers(text) if not NUMBER_WORDS.isdisjoint(words_in(text)) else ()
    for number in sorted([*in_digits, *in_words], key=lambda n: n.start):
        last = found[-1] if found else None
        if last and number.start < last.end:
            continue
        if last and _continues(text, last, number):
            found[-1] = _joined(last, number)
        else:
            found.append(number)
    return found


def _continues(text: str, first: Number, second: Number) -> bool:
    """Whether two numbers are one: "41 million 600 thousand"."""
    return (
        first.scaled
        and second.scaled
        and first.spelled == second.spelled
        and first.exponent > second.exponent
        and text[first.end : second.start] in (" ", " and ")
        and second.value < Decimal(10) ** first.exponent
        and first.value % (Decimal(10) ** first.exponent) == 0
    )


def _joined(first: Number, second: Number) -> Number:
    return Number(
        first.start,
        second.end,
        first.value + second.value,
        second.exponent,
        second.half_width,
        first.spelled,
        plain=False,
        scaled=True,
    )


def _digit_numbers(text: str, money_ends: frozenset[int]) -> Iterator[Number]:
    at = 0
    while match := DIGITS.search(text, at):
        number = _digit_number(text, match, money=match.start() in money_ends)
        at = number.end
        yield number


def _digit_number(text: str, match: re.Match[str], *, money: bool) -> Number:
    kind = match.lastgroup if match.lastgroup != "vulgar" else _form(match)
    digits = match[str(kind)]
    whole, fraction = _split(digits, str(kind))
    value = Decimal(f"{whole}.{fraction}" if fraction else whole)
    if match["vulgar"]:
        value += _vulgar(match["vulgar"])
    exponent, end = _scale_after(text, match.end(), money=money, decimal=bool(fraction))
    step = Decimal(1).scaleb(exponent - (1 if match["vulgar"] else len(fraction)))
    return Number(
        match.start(),
        end,
        value.scaleb(exponent),
        exponent,
        step / 2,
        spelled=False,
        plain=kind == "plain" and not fraction and not exponent and not match["vulgar"],
        scaled=end > match.end(),
    )


def _vulgar(fraction: str) -> Decimal:
    if fraction in VULGAR:
        return VULGAR[fraction]
    top, _, bottom = fraction.strip().partition("/")
    return (Decimal(top) / Decimal(bottom)).quantize(Decimal("0.0001")).normalize()


def _form(match: re.Match[str]) -> str:
    return next(name for name in ("grouped", "swiss", "indian", "dotted", "spaced", "comma", "plain") if match[name])


def _split(digits: str, kind: str) -> tuple[str, str]:
    """Whole digits and digits after the decimal mark."""
    digits = digits.replace("·", ".")
    if kind in ("dotted", "comma") or (kind == "spaced" and "," in digits):
        whole, _, fraction = digits.partition(",")
    else:
        whole, _, fraction = digits.partition(".")
    return re.sub(r"\D", "", whole), fraction


def _scale_after(text: str, end: int, *, money: bool, decimal: bool) -> tuple[int, int]:
    """Power of ten of the scale words that follow `end`, and where they end."""
    exponent = 0
    if (match := HUNDRED_AFTER.match(text, end)) and SCALE_AFTER.match(text, match.end()):
        exponent, end = 2, match.end()
    while match := SCALE_AFTER.match(text, end):
        exponent += SCALES[match["scale"].lower()]
        end = match.end()
    if exponent:
        return exponent, end
    match = SHORT_AFTER.match(text, end)
    if match and _short_scale_holds(text, match, money=money, decimal=decimal):
        after = match.end("scale")
        return SHORT_SCALES[match["scale"].lower()], after
    return 0, end


def _short_scale_holds(text: str, match: re.Match[str], *, money: bool, decimal: bool) -> bool:
    """Whether a short form is a scale here and not a unit (metre, tonne) or part of a code (3M)."""
    scale, spaced = match["scale"], bool(match["space"])
    if scale.lower() in ("bn", "mn", "mln", "mio", "tn", "trn", "bln"):
        return True
    if money:
        return scale.lower() in ("k", "m", "b", "t", "mil", "mill", "bil", "cr")
    if spaced:
        return scale.lower() == "cr"
    if scale == "m":
        return not METRE_FOLLOWS.match(text, match.end())
    return scale == "k" or (scale in "MKB" and decimal)


# --- number words

_KINDS: dict[str, str] = (
    {word: "unit" for word, value in SMALL.items() if 0 < value < 10}
    | {word: "teen" for word, value in SMALL.items() if value == 0 or 10 <= value < 20}
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
        "hundred": "unit teen tens scale",
        "scale": "unit teen tens scale",
        "point": "unit teen",
        "decimal": "unit teen scale",
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


def _spelled_numbers(text: str) -> Iterator[Number]:
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
    while len(found) < most and (match := WORD.match(text, at)):
        if match[0].lower() not in _KINDS:
            break
        found.append((match[0].lower(), match.end()))
        at = match.end() + 1
        if text[match.end() : at] not in (" ", "-"):
            break
    return found
