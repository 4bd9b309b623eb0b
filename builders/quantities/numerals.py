"""Numbers as English writes them: digits with separators and scale words, number words, or both.

A number here is only the numeral and its scale ("1,538.8 billion", "forty-one million six hundred thousand",
"ninety-seven and a half"). What it counts or measures is the business of `quantities`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from customs_kg.builders.english.number_words import NUMBER_WORDS, SCALES, Number, spelled_numbers
from customs_kg.builders.english.words import words_in

__all__ = ["SCALES", "SHORT_SCALES", "find_numbers"]

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
_NO_DIGIT = re.compile(r"\D")


def find_numbers(text: str, money_ends: frozenset[int] = frozenset()) -> list[Number]:
    """Find every numeral of `text`, in order and without overlap.

    Args:
        text: one sentence, list item or cell with white space collapsed.
        money_ends: offsets at which a currency sign or code ends: a number that begins there may carry the
            short scales "m", "b", "t" or "M", which are a unit or a code elsewhere.
    """
    found: list[Number] = []
    in_digits = _digit_numbers(text, money_ends)
    in_words = spelled_numbers(text) if not NUMBER_WORDS.isdisjoint(words_in(text)) else ()
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
    while (digit := _DIGIT.search(text, at)) and (match := DIGITS.search(text, digit.start())):
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
    return _NO_DIGIT.sub("", whole), fraction


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
