"""Stored text, reading text and the map between them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from customs_kg.builders.reading.folding import fold
from customs_kg.builders.reading.text import decode_report, join_lines, words_of
from customs_kg.ontology.errors import InputError


@given(st.text(max_size=200))
def test_fold_maps_every_character_to_the_one_it_came_from(text: str) -> None:
    folded = fold(text, 7)
    assert len(folded.text) == len(folded.offsets)
    assert list(folded.offsets) == sorted(folded.offsets)
    assert all(7 <= offset < 7 + len(text) for offset in folded.offsets)
    for ch, offset in zip(folded.text, folded.offsets, strict=True):
        if ch.isascii() and ch.isalnum() and text[offset - 7].isascii():
            assert ch == text[offset - 7]


@given(st.text(max_size=200))
def test_fold_leaves_no_control_character_and_no_double_blank(text: str) -> None:
    folded = fold(text).text
    assert "  " not in folded
    assert folded == folded.strip(" ")
    assert not any(ord(ch) < 32 for ch in folded)


def test_fold_reads_curly_full_width_and_invisible_characters() -> None:
    assert fold("“a”（b），\u00adc\u200bd\u202ee ﬁ").text == '"a"(b),cde fi'


def test_span_points_into_the_stored_text() -> None:
    stored = "one  “two”\n three"
    folded = fold(stored)
    start = folded.text.index("two")
    span = folded.span(start, start + 3)
    assert stored[span.start : span.end] == "two"


def test_hyphen_at_line_end_goes_where_the_closed_word_is_known() -> None:
    vocabulary = words_of("customs duty on im-\nports; imports fell; cross-\nborder trade")
    broken = join_lines([fold("the im-"), fold("ports", 10)], vocabulary)
    compound = join_lines([fold("cross-"), fold("border", 10)], vocabulary)
    assert broken.text == "the imports"
    assert compound.text == "cross-border"


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "is empty"),
        (b"\xef\xbb\xbf \n", "is empty"),
        (b"PK\x03\x04\x00\x00", "binary"),
        ("café".encode("latin-1"), "not UTF-8 (byte 3"),
        (b"---- ....", "no letters"),
    ],
)
def test_bad_bytes_get_one_line_that_says_what_to_do(data: bytes, says: str) -> None:
    with pytest.raises(InputError, match=r"x\.txt") as caught:
        decode_report(data, "x.txt")
    assert says in str(caught.value)
    assert "\n" not in str(caught.value)


def test_byte_order_mark_is_not_counted_and_carriage_returns_are() -> None:
    stored = decode_report("\ufeffa\r\nb".encode(), "x.txt")
    assert stored.text == "a\r\nb"
