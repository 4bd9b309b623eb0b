"""Words before a noun that could be verbs."""

from __future__ import annotations

import pytest

from customs_kg.builders.english.tokens import read_tokens


@pytest.mark.parametrize(
    ("sentence", "word", "tag"),
    [
        ("Sown and harvested fields were counted.", "Sown", "JJ"),
        ("The crews looked at oil, key harbour quays and boats.", "key", "JJ"),
        ("The crews key the numbers into a list.", "key", "VBP"),
    ],
)
def test_an_attribute_is_no_verb(sentence: str, word: str, tag: str) -> None:
    assert {token.tag for token in read_tokens(sentence) if token.text == word} == {tag}
