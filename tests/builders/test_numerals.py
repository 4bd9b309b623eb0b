"""Numbers in digits and in words."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from customs_kg.builders.quantities.numerals import find_numbers

SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    " seventeen eighteen nineteen"
).split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()


def spell(number: int, conjunction: str) -> str:
    """The number in English words, with or without "and" before the last two digits."""
    for scale, name in ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"), (1000, "thousand")):
        if number >= scale:
            rest = number % scale
            joint = f" {conjunction}" if 0 < rest < 100 else " "
            return f"{spell(number // scale, conjunction)} {name}" + (joint + spell(rest, conjunction) if rest else "")
    if number >= 100:
        rest = number % 100
        return f"{SMALL[number // 100]} hundred" + (f" {conjunction}{spell(rest, conjunction)}" if rest else "")
    if number >= 20:
        return TENS[number // 10 - 2] + (f"-{SMALL[number % 10]}" if number % 10 else "")
    return SMALL[number]


@given(st.integers(0, 10**15 - 1), st.sampled_from(["", "and "]))
def test_spelled_numbers_are_read_back(number: int, conjunction: str) -> None:
    words = spell(number, conjunction)
    text = f"(about {words} parcels)"
    (found,) = find_numbers(text)
    assert found.value == number
    assert text[found.start : found.end] == words


@given(st.integers(1, 999), st.integers(0, 9))
def test_spelled_decimals_are_read_back(whole: int, tenth: int) -> None:
    (found,) = find_numbers(f"{spell(whole, 'and ')} point {SMALL[tenth]}")
    assert found.value == Decimal(f"{whole}.{tenth}")


@given(st.integers(1, 999), st.integers(1, 999))
def test_scaled_parts_add_up(millions: int, thousands: int) -> None:
    (found,) = find_numbers(f"{millions} million {thousands} thousand")
    assert found.value == millions * 10**6 + thousands * 1000


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("two and three", ["2", "3"]),
        ("thirty-three and four", ["33", "4"]),
        ("two and a half million", ["2500000"]),
        ("a dozen", ["12"]),
        ("half a dozen", ["6"]),
        ("two lakh crore", ["2000000000000"]),
        ("a thousand million", ["1000000000"]),
        ("five hundred thousand and six", ["500006"]),
        ("several hundred", []),
        ("hundreds of thousands", []),
        ("millions", []),
        ("thirteenth", []),
        ("phone", []),
        ("twelve hundred", ["1200"]),
        ("1.5 hundred million", ["150000000"]),
        ("1,2,3", ["1", "2", "3"]),
        ("1 538,8", ["1538.8"]),
        ("1.538,8", ["1538.8"]),
        ("2,70,71,500", ["27071500"]),
        ("12'000", ["12000"]),
        ("3¾", ["3.75"]),
        ("2m people, a 2m long pole", ["2000000", "2"]),
        ("3M", ["3"]),
        ("33,345,400", ["33345400"]),
        ("33.345.400", ["33345400"]),
        ("4.5", ["4.5"]),
        ("4,5", ["4.5"]),
        ("4,500", ["4500"]),
    ],
)
def test_forms_of_numbers(text: str, values: list[str]) -> None:
    assert [n.value for n in find_numbers(text)] == [Decimal(value) for value in values]


def test_short_scales_after_money_only() -> None:
    assert [n.value for n in find_numbers("$3M", frozenset({1}))] == [3_000_000]
    assert [n.value for n in find_numbers("3M")] == [3]
