"""Whether a text is English, the language that is read."""

from __future__ import annotations

import re

_SMALL_WORDS = frozenset(
    "the of and to in a for is was were by with on that as at from it its this be been has have had are which or will "
    "not".split()
)
_ENOUGH = 12  # words by which one can tell
_SHARE = 0.12  # of the words; English prose has 0.3 to 0.5, tables with few sentences 0.15
_SEEN = 20_000  # characters that are looked at


def seems_english(text: str) -> bool:
    """Whether enough of the words are small words of English; short texts get the benefit of the doubt.

    >>> seems_english("La douane a saisi des bateaux dans le port de la ville avec la police de la mer.")
    False
    """
    letters = [character for character in text[:_SEEN] if character.isalpha()]
    if sum(character.isascii() for character in letters) < len(letters) / 2:
        return False
    words = re.findall(r"[^\W\d_]+", text[:_SEEN].lower())
    return len(words) < _ENOUGH or sum(word in _SMALL_WORDS for word in words) >= _SHARE * len(words)
