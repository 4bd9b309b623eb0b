"""Numbers as English writes them: digits with separators and scale words, number words, or both.

A number here is only the numeral and its scale ("1,538.8 billion", "forty-one million six hundred thousand",
"ninety-seven and a half"). What it counts or measures is the business of `quantities`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

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
VULGAR: dict[str, Decimal] = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}

DIGITS = re.compile(
    r"""(?<!\d)(?:
        (?P<grouped>\d{1,3}(?:,\d{3}){1,8}(?!,?\d)(?:[.·]\d+)?)       # 27,071,500  1,538.8
      | (?P<indian>\d{1,2}(?:,\d{2}){1,8},\d{3}(?!,?\d)(?:\.\d+)?)    # 2,70,71,500
      | (?P<dotted>\d{1,3}(?:\.\d{3}){2,8}(?![.]?\d)(?:,\d+)?      # 27.071.500
          | \d{1,3}(?:\.\d{3}){1,8},\d{1,9}(?![,.]?\d))                   # 1.538,8
      | (?P<spaced>\d{1,3}(?:[ \u00a0\u202f\u2009]\d{3}){1,8}
          (?:[.,]\d{1,9})?(?![,.]?\d|[ \u00a0\u202f\u2009]\d))    # 27 071 500
      | (?<!\d,)(?P<comma>\d{1,6},(?:\d{1,2}|\d{4,})(?![,.]?\d))          # 538,8
      | (?P<plain>\d+(?:[.·]\d+)?(?!\d))                          # 2633  4.9
    )(?P<vulgar>[½¼¾])?""",
    re.VERBOSE,
)
# A spaced group of three may also be two numbers side by side; a decimal tail or a wide space settles it.
SCALE_AFTER = re.compile(
    r"(?:[ \u00a0]|-(?=[a-z]))?(?P<scale>thousand|lakh|lac|million|crore|billion|milliard|trillion|quadrillion)s?\b",
    re.IGNORECASE,
)
HUNDRED_AFTER = re.compile(r"[ \u00a0-]?hundred\b", re.IGNORECASE)
SHORT_AFTER = re.compile(
    r"(?P<space>[ \u00a0]?)(?P<scale>[Kk]|[Mm](?:n|N|ln|io|il|ill)?|[Bb](?:n|N|ln|il)?|[Tt](?:n|rn)?|TN|[Cc]r)\b\.?(?![\w&])"
)
METRE_FOLLOWS = re.compile(
    r"[ -](?:long|wide|high|deep|tall|thick|in (?:length|height|width)|above|below|away|from)\b"
)
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


def find_numbers(text: str, money_ends: frozenset[int] = frozenset()) -> list[Number]:
    """Find every numeral of `text`, in order and without overlap.

    Args:
        text: one sentence, list item or cell with white space collapsed.
        money_ends: offsets at which a currency sign or code ends: a number that begins there may carry the
            short scales "m", "b", "t" or "M", which are a unit or a code elsewhere.
    """
    found: list[Number] = []
    for number in sorted([*_digit_numbers(text, money_ends), *_spelled_numbers(text)], key=lambda n: n.start):
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
        value += VULGAR[match["vulgar"]]
    exponent, end = _scale_after(text, match.end(), money=money, decimal=bool(fraction))
    step = Decimal(1).scaleb(exponent - len(fraction))
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


def _form(match: re.Match[str]) -> str:
    return next(name for name in ("grouped", "indian", "dotted", "spaced", "comma", "plain") if match[name])


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


@cache
def _spelled_words() -> re.Pattern[str]:
    words = "|".join(sorted([*SMALL, "hundred", *SCALES], key=len, reverse=True))
    return re.compile(
        rf"\b(?:(?:an?|half an?) (?:hundred|dozen|{'|'.join(SCALES)})\b|(?:{words}|dozen)\b)", re.IGNORECASE
    )


def _spelled_numbers(text: str) -> Iterator[Number]:
    at = 0
    while match := _spelled_words().search(text, at):
        number = _spelled_number(text, match.start())
        at = number.end if number else match.end()
        if number:
            yield number


def _tokens(text: str, at: int) -> Iterator[tuple[str, int, int]]:
    """Words that follow one another with one space or hyphen between them, lower case, with their offsets."""
    while match := WORD.match(text, at):
        yield match[0].lower(), match.start(), match.end()
        at = match.end() + 1
        if text[match.end() : at] not in (" ", "-"):
            return


def _spelled_number(text: str, start: int) -> Number | None:
    """Read the longest number in words that begins at `start`; None when the words are no number."""
    total = Decimal(0)  # groups that have their scale
    group: Decimal | None = None  # the group under way: below a thousand, or with a half
    tail = ""  # what the next word may be: "" begin, "tens", "units", "hundred", "scale"
    exponent, end, ceiling, fraction = 0, start, 99, 0
    pending_and = False
    tokens = list(_limited(_tokens(text, start), 40))
    index = 0
    while index < len(tokens):
        word, begin, finish = tokens[index]
        joined_by_hyphen = begin > start and text[begin - 1] == "-"
        if word == "and":
            half = [t[0] for t in tokens[index + 1 : index + 3]]
            if half[:2] in (["a", "half"], ["one", "half"]) and tail in ("units", "tens"):
                group = (group or Decimal(0)) + Decimal("0.5")
                fraction, end, index, tail = 1, tokens[index + 2][2], index + 3, "half"
                continue
            if tail not in ("hundred", "scale"):
                break
            pending_and, index = True, index + 1
            continue
        if word in ("a", "an") and not tail:
            group, tail = Decimal(1), "article"
        elif word == "half" and not tail:
            group, tail = Decimal("0.5"), "half-of"
            fraction = 1
        elif word in ("a", "an") and tail == "half-of":
            pass
        elif word == "dozen" and tail in ("", "units", "tens", "article", "half-of"):
            group = 12 * (group if group is not None else Decimal(1))
            end, tail = finish, "half"
            break
        elif word in SMALL:
            value = SMALL[word]
            tens = value >= 20
            if tail in ("", "hundred", "scale") and not (joined_by_hyphen and tail):
                group = (group or Decimal(0)) + value if tail == "hundred" else Decimal(value)
                tail = "tens" if tens else "units"
            elif tail == "tens" and 0 < value < 10:
                group = (group or Decimal(0)) + value
                tail = "units"
            else:
                break
            end, pending_and = finish, False
        elif word == "hundred" and tail in ("units", "article", "") and not pending_and:
            group = 100 * (group if group is not None and tail else Decimal(1))
            end, tail, fraction = finish, "hundred", 0
        elif (
            word in SCALES
            and (tail != "scale" or word in ("crore", "million"))
            and not pending_and
            and SCALES[word] <= ceiling
        ):
            if group is None or not tail:
                break
            exponent = SCALES[word]
            total += group.scaleb(exponent)
            group, ceiling = Decimal(0), exponent - 1
            end, tail = finish, "scale"
        else:
            break
        index += 1
    if end == start:
        return None
    in_group = tail not in ("scale",) and bool(group)
    value = total + (group or Decimal(0))
    last = 0 if in_group else exponent
    half_width = (Decimal(1).scaleb(last)) / 2
    if fraction and in_group:
        half_width = Decimal("0.05")
    return Number(start, end, value, last, half_width, spelled=True, plain=False, scaled=bool(total))


def _limited(tokens: Iterator[tuple[str, int, int]], most: int) -> Iterator[tuple[str, int, int]]:
    for _, token in zip(range(most), tokens, strict=False):
        yield token
