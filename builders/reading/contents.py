"""Lines of a table of contents, which say nothing of their own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from customs_kg.builders.reading.lines import Line

_TITLE = re.compile(r"(?i)^(?:table of )?contents$|^in this (?:report|review)$|^index$")
_PAGE = re.compile(r"(?:\s*\.(?:\s?\.)+\s*|\s*…+\s*|\s{2,}|\t+)(?:p(?:age|\.) ?)?(\d{1,4}|[ivxl]{1,6})$", re.I)
_PAGE_ENDS = frozenset("0123456789ivxlIVXL")
_BETWEEN = re.compile(r"[^a-z0-9]+")
_LETTERS = re.compile(r"(?:[a-z][^a-z]*){4}")
_TAIL = 60  # characters at the end of a line in which its page number stands
_NUMBER = re.compile(
    r"^(?:(?:part|chapter|section|annex|appendix)\s+\w+|[IVXLC]{1,6}|[A-Z]|\d{1,2}(?:\.\d{1,2})*)[.):]?\s+", re.I
)


def contents_lines(lines: Sequence[Line]) -> set[int]:
    """The positions of the lines of a table of contents, its heading included.

    An entry ends in a page number or comes back later as a line of its own; entries stand together, under a
    heading that says so or near the beginning of the text.
    """
    keys = [_key(line.raw) for line in lines]
    paged = [_page_in(line.raw[-_TAIL:]) is not None for line in lines]
    last_plain = {key: i for i, (key, page) in enumerate(zip(keys, paged, strict=True)) if key and not page}
    again = [last_plain.get(key, -1) if key else -1 for key in keys]
    found: set[int] = set()
    at = 0
    while at < len(lines):
        titled = bool(_TITLE.match(lines[at].text.text))
        start = at + titled
        end = start
        while end < len(lines) and (end == start or lines[end].gap <= 2) and (again[end] > end or paged[end]):
            end += 1
        if end > start and (titled or 4 * start < len(lines)):
            entries = [i for i in range(start, end) if again[i] >= end]
            if _is_contents(lines[start:end], {keys[i] for i in entries}, titled=titled):
                found |= set(range(at, end))
        at = max(end, at + 1)
    return found


def _is_contents(lines: Sequence[Line], again: set[str], *, titled: bool) -> bool:
    """Enough lines, different ones, with page numbers that rise; `again` are those that come back further on."""
    if len(lines) < (2 if titled else 3):
        return False
    pages = [_page_in(line.raw[-_TAIL:]) for line in lines]
    numbers = [int(m[1]) for m in pages if m and m[1].isdigit()]
    rising = all(a <= b for a, b in pairwise(numbers))
    return rising and (2 * len(again) > len(lines) or (titled and all(pages)))


def _page_in(raw: str) -> re.Match[str] | None:
    """The page number that ends a line, with what leads to it."""
    return _PAGE.search(raw) if raw[-1:] in _PAGE_ENDS else None


def _key(raw: str) -> str:
    """A line without its number and page, in small letters; empty where it has few letters or is long."""
    if len(raw) > 140 or (raw.endswith((".", "!", "?", ";", ",")) and raw[-2:-1] != "."):
        return ""
    page = _page_in(raw)
    words = _NUMBER.sub("", (raw[: page.start()] if page else raw).strip(), count=1)
    key = _BETWEEN.sub(" ", words.lower()).strip()
    return key if _LETTERS.search(key) else ""
