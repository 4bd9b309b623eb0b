"""Marks of list items and notes at the head of a line."""

from __future__ import annotations

import re

from customs_kg.builders.reading.blocks import NOTE_MARK
from customs_kg.builders.reading.lines import Line

_BULLET = re.compile(r"^(?P<mark>[•▪▫●○◦·‣⁃∙■□▶►▸➢➤✓✔✦])\s*(?=\S)")
_PRIVATE = re.compile(r"^\s*[\ue000-\uf8ff]")
_DASH = re.compile(r"^(?P<mark>[-*+>»]|o(?= ))\s+(?=\S)")
_NUMBER = re.compile(r"^(?P<mark>\(?(?:\d{1,2}|[a-z]|[ivx]{1,5})[.)]|\(?[A-Z]\))\s+(?=\S)")
_NOTE = re.compile(rf"^(?P<mark>{NOTE_MARK.pattern})\s*(?=\S)|^(?P<number>\d{{1,2}})\s+(?=[A-Z])")
_SOURCE = re.compile(r"(?i)^(?:notes?|sources?|n\.?b\.?)\s*[:.]\s")


def item_mark(line: Line) -> tuple[str, int] | None:
    """The mark of a list item as printed, and where its words begin in the reading text; None where there is none."""
    text = line.text.text
    if _PRIVATE.match(line.raw):
        return "•", 0
    match = _BULLET.match(text) or _DASH.match(text) or _NUMBER.match(text)
    if match is None:
        return None
    return match["mark"], match.end()


def is_sure_mark(mark: str) -> bool:
    """A sign that only lists have, unlike a dash, a star, a number or a letter."""
    return bool(_BULLET.match(mark + "x"))


def is_number_mark(mark: str) -> bool:
    """A number or letter."""
    return any(ch.isalnum() for ch in mark) and mark != "o"


def note_mark(text: str) -> tuple[str, int] | None:
    """The mark of a footnote at the head of its words, and where these begin ("Source:" is part of the words)."""
    if _SOURCE.match(text):
        return "", 0
    match = _NOTE.match(text)
    return (match["mark"] or match["number"], match.end()) if match else None
