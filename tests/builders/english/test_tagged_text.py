"""Words are tagged once; names and quantities are put in as one word each afterwards."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from customs_kg.builders.english.tokens import tag_text

SENTENCE = "Ferries of the Outer Bay Line carried 2.4 million cars in 2011, U.S.-built vans too."


def stretch(words: str, tag: str) -> tuple[int, int, str]:
    start = SENTENCE.index(words)
    return start, start + len(words), tag


def test_a_stretch_counts_as_one_word() -> None:
    merged = tag_text(SENTENCE).merged([stretch("2.4 million", "CD"), stretch("the Outer Bay Line", "NNP")])
    assert [(t.text, t.tag) for t in merged[:5]] == [
        ("Ferries", "NNS"),
        ("of", "IN"),
        ("the Outer Bay Line", "NNP"),
        ("carried", "VBD"),
        ("2.4 million", "CD"),
    ]


def test_a_word_that_a_stretch_cuts_is_cut() -> None:
    merged = tag_text(SENTENCE).merged([stretch("erries of the Out", "NNP"), stretch("Bay", "NNP")])
    assert [t.text for t in merged[:5]] == ["F", "erries of the Out", "er", "Bay", "Line"]


def test_without_stretches_the_tokens_are_the_same() -> None:
    tagged = tag_text(SENTENCE)
    assert tagged.merged([]) is tagged.tokens


@given(st.lists(st.integers(0, len(SENTENCE)), unique=True, min_size=2, max_size=8))
def test_every_character_is_in_one_token_in_order(places: list[int]) -> None:
    ends = sorted(places)[: len(places) // 2 * 2]
    stretches = [
        (start, end, "NNP") for start, end in zip(ends[::2], ends[1::2], strict=True) if SENTENCE[start:end].strip()
    ]
    merged = tag_text(SENTENCE).merged(stretches)
    assert all(SENTENCE[t.start : t.end] == t.text for t in merged)
    assert all(a.end <= b.start for a, b in pairwise(merged))
    assert {(s, e) for s, e, _ in stretches} <= {(t.start, t.end) for t in merged}
    covered = {i for t in merged for i in range(t.start, t.end)}
    assert all(ch.isspace() for i, ch in enumerate(SENTENCE) if i not in covered)
