"""Known names in running text: the longest match from the left, by whole words.

A label in lower case is found in any case; one with capitals only with its capitals, or in a stretch of capitals.
The last word may be in the singular or the plural. Hyphens inside words and blanks are the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from customs_kg.builders.english.compounds import DOING

_WORD = re.compile(r"(?:[A-Za-z]\.){2,}|[^\W_]+(?:'(?!s\b)[^\W_]+)*|\+\+")


_SPELLINGS = (
    ("centre", "center"),
    ("programme", "program"),
    ("isation", "ization"),
    ("labour", "labor"),
    ("harbour", "harbor"),
)
_BETWEEN_WORDS = re.compile(r'[ \-/"]+|, (?=China)|\.')


class Match(NamedTuple):
    """The words `[start, end)` of a reading text name `target`."""

    start: int
    end: int
    target: str
    label: str


class _Word(NamedTuple):
    text: str
    key: str
    start: int
    end: int


class _Label(NamedTuple):
    keys: tuple[str, ...]  # the stems of its words
    words: tuple[str, ...]
    target: str
    label: str


class Gazetteer:
    """Labels and what they name. Where a label names two things, the first one given wins."""

    def __init__(self, labels: Iterable[tuple[str, str]]) -> None:
        """Takes pairs of a label and its target."""
        self._by_first: dict[str, dict[str, list[_Label]]] = {}
        seen: set[tuple[str, ...]] = set()
        for label, target in labels:
            words = tuple(m.group() for m in _WORD.finditer(label))
            if not words or words in seen:
                continue
            seen.add(words)
            keys = tuple(stem(w) for w in words)
            by_second = self._by_first.setdefault(keys[0], {})
            by_second.setdefault(keys[1] if len(keys) > 1 else "", []).append(_Label(keys, words, target, label))
        for by_second in self._by_first.values():
            for labels_ in by_second.values():
                labels_.sort(key=lambda e: -len(e.keys))

    def find(self, text: str) -> list[Match]:
        """The matches in a reading text, from left to right, not overlapping."""
        words = _words_of(text)
        found: list[Match] = []
        end = 0
        for i in [i for i, word in enumerate(words) if word.key in self._by_first]:
            match, size = self._at(text, words, i) if i >= end else (None, 0)
            if match is not None:
                found.append(match)
                end = i + size
        return found

    def _at(self, text: str, words: Sequence[_Word], i: int) -> tuple[Match | None, int]:
        by_second = self._by_first[words[i].key]
        longer = by_second.get(words[i + 1].key, ()) if i + 1 < len(words) else ()
        labels = (*longer, *by_second.get("", ()))
        if labels and not _glued(text, words[i].start - 1):
            for keys, label_words, target, label in labels:
                size = len(keys)
                run = words[i : i + size]
                if (
                    len(run) == size
                    and all(w.key == k for w, k in zip(run, keys, strict=True))
                    and all(_case_fits(w.text, wanted) for w, wanted in zip(run, label_words, strict=True))
                    and _joined(text, run)
                    and (size > 1 or _number_fits(run[0].text, label_words[0]))
                    and not _glued(text, run[-1].end)
                ):
                    return Match(run[0].start, _with_dot(text, run[-1].end, label), target, label), size
        return None, 0


@lru_cache(maxsize=1024)
def _words_of(text: str) -> Sequence[_Word]:
    """The words of a text; kept for a while, since several gazetteers look for their names in the same text."""
    return tuple([_Word(word := m[0], stem(word), *m.span()) for m in _WORD.finditer(text)])


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """A word without its plural ending, in lower case and American spelling."""
    w = word.casefold().rstrip(".")
    for british, american in _SPELLINGS:
        if british in w:
            w = w.replace(british, american)
    if len(w) > 4 and w.endswith("ies"):
        return w[:-3] + "y"
    if len(w) > 4 and w.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return w[:-2]
    return w[:-1] if len(w) > 3 and w.endswith("s") and not w.endswith("ss") else w


def _case_fits(word: str, wanted: str) -> bool:
    if wanted.islower():
        return True
    if wanted.isupper() and word.isupper() and wanted.endswith("S") != word.endswith("S"):
        return False  # "ICE" is not the "ICES" of another land
    return (
        word[:1] == wanted[:1] and (word.rstrip("s.") == wanted.rstrip("s.") or (word.isupper() and len(wanted) > 3))
    ) or (word == wanted)


def _number_fits(word: str, wanted: str) -> bool:
    """Whether one word has the number of its label: a plural label ("arms") does not mean the singular ("arm")."""
    return not wanted.islower() or not wanted.endswith("s") or word.casefold().endswith("s")


def _glued(text: str, at: int) -> bool:
    """Whether the mark at this place ties a word to the next one: a hyphen, a slash, an ampersand."""
    if not 0 < at < len(text) - 1 or text[at] not in "-/&":
        return False
    return text[at - 1].isalnum() and text[at + 1].isalnum() and not DOING.match(text, at)


def _joined(text: str, run: Sequence[_Word]) -> bool:
    """Whether nothing but blanks, hyphens and slashes stands between the words, or the sign before a possessive s."""
    return all(
        text[a.end : b.start] == " "
        or _BETWEEN_WORDS.fullmatch(text, a.end, b.start)
        or a.end == b.start
        or (b.text == "s" and text[a.end : b.start] == "'")
        for a, b in pairwise(run)
    )


def _with_dot(text: str, end: int, label: str) -> int:
    return end + 1 if label.endswith(".") and text[end : end + 1] == "." else end
