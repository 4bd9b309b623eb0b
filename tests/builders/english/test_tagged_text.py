"""Words are tagged once; names and quantities are put in as one word each afterwards."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from customs_kg.builders.english.tokens import tag_text
from customs_kg.builders.english.words import can_be_noun, penn_tags, verb_lemma

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


@pytest.mark.parametrize(
    ("word", "tags", "base"),
    [
        ("superseded", ("VBD", "VBN"), "supersede"),
        ("ringfences", ("VBZ",), "ringfence"),
        ("digitalising", ("VBG", "NN"), "digitalise"),
        ("co-financed", ("VBD", "VBN"), "co-finance"),
        ("co-led", ("VBD", "VBN"), "co-lead"),
        ("sub-delegates", ("NNS", "VBZ"), "sub-delegate"),
    ],
)
def test_verbs_that_the_tables_lack(word: str, tags: tuple[str, ...], base: str) -> None:
    assert set(penn_tags(word)) == set(tags)
    assert verb_lemma(word) == base


def test_what_both_verb_and_noun_can_be_stays_both_behind_a_prefix() -> None:
    assert can_be_noun("co-chair")
    assert not penn_tags("co-xyzzy")


@pytest.mark.parametrize(
    ("text", "verb", "tag"),
    [
        ("Borvix exchanges messages with the port.", "exchanges", "VBZ"),
        ("Experts from Norland advised the board.", "advised", "VBD"),
    ],
)
def test_verbs_that_seem_nouns_or_adjectives(text: str, verb: str, tag: str) -> None:
    assert {t.text: t.tag for t in tag_text(text).tokens}[verb] == tag
