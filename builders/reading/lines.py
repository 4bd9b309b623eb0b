"""Stored text to its lines, with running headers, footers, page numbers and rules taken out."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from customs_kg.builders.reading.folding import fold
from customs_kg.builders.reading.text import MappedText

_LINE = re.compile(r"([^\r\n\f\v\x85\u2028\u2029]*)(\r\n|[\r\n\f\v\x85\u2028\u2029]|$)")
_RULE = re.compile(r"^[-=_*~.+#|^:\u2500-\u257f\u2014\u2013 ]{3,}$")
_PAGE_NUMBER = re.compile(
    r"^[\W_]*(?:(?P<word>page|p\.)\s+)?(?P<number>\d{1,4}|[ivxl]{1,6})(?:\s*(?:of|/)\s*\d{1,4})?[\W_]*$", re.I
)
_EDGE_NUMBER = re.compile(r"^\d{1,3}\b|\b\d{1,3}$")
_PAPER = re.compile(r"\b(?:report|review|yearbook|annual|bulletin|digest|statement|page|accounts)\b", re.I)
_ENDS = (".", "!", "?", ":", ";")
_MOST = 0.6  # share of the letters from which on what comes back is the text itself
_QUOTING = re.compile(r"^ {0,3}(?:> ?)+(?=\S)")  # of e-mail and Markdown
_LISTING = re.compile(r" {0,8}> ?[^\s>]")
_STOPS = re.compile(r"(?:[.;,:!?]|[,;] (?:and|or))$")
_PARTED = ("   ", "\t", "|")  # what stands between columns
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50}
_A_WORD = re.compile(r"[A-Za-z]{3}")
_DIGITS = re.compile(r"\d+")


class Line(NamedTuple):
    """A line that is not blank, with its place and what parts it from the line before.

    `gap` is the number of blank lines before it, `rule` a rule (a line of dashes or the like) that stood before
    it, `underlined` one right below it; `page` says that a page begins here. `indent` counts columns.
    """

    raw: str
    start: int
    gap: int
    text: MappedText
    indent: int
    page: bool = False
    rule: bool = False
    underlined: bool = False

    @property
    def ends_sentence(self) -> bool:
        """Whether the line closes with a mark that may end a sentence or lead over to a list."""
        return self.text.text.rstrip("\"')]").endswith(_ENDS)


@dataclass(frozen=True, slots=True)
class Setting:
    """How a text is set: blank lines between two lines of one paragraph (mostly 0) and columns of a full line."""

    spacing: int
    width: int
    wrapped: bool  # paragraphs are broken into lines; otherwise each line is a paragraph


def read_lines(text: str) -> list[Line]:
    """The lines of a stored text that hold words or figures; running headers and page numbers are left out."""
    lines: list[Line] = []
    gap, page, rule = 0, False, False
    listed = _listed(text)
    for match in _LINE.finditer(text):
        raw = match[1].rstrip()
        raw = raw if match.start() in listed else _QUOTING.sub(_as_blanks, raw)
        folded = fold(raw, match.start()) if raw else None
        if folded is None or not folded.text:
            gap += bool(match[2])
        elif _RULE.match(folded.text):
            rule = True
            if lines and not gap:
                lines[-1] = lines[-1]._replace(underlined=_underlines(raw, lines[-1]))
        else:
            indent = len(raw[: len(raw) - len(raw.lstrip())].expandtabs())
            lines.append(Line(raw, match.start(), gap, folded, indent, page, rule))
            gap, page, rule = 0, False, False
        page |= match[2] == "\f"
    return _without_running_lines(lines)


def _listed(text: str) -> frozenset[int]:
    """Where the lines begin whose ">" marks an item of a list: what it marks ends with a stop, and no line reads on."""
    found: set[int] = set()
    run: list[tuple[int, str]] = []
    for match in _LINE.finditer(text) if "\n>" in text or "\n >" in text else ():
        raw = match[1].rstrip()
        if _LISTING.match(raw):
            run.append((match.start(), raw))
        elif run and raw[:1] == " " and raw.strip():
            run[-1] = (run[-1][0], raw)
        elif run and raw:
            found |= {start for start, _ in run if len(run) > 1 and all(_STOPS.search(words) for _, words in run)}
            run = []
    if len(run) > 1 and all(_STOPS.search(words) for _, words in run):
        found |= {start for start, _ in run}
    return frozenset(found)


def _as_blanks(match: re.Match[str]) -> str:
    return " " * len(match.group())


def _underlines(rule: str, line: Line) -> bool:
    mark = rule.strip()
    length = len(line.text.text)
    return len(set(mark)) == 1 and mark[0] in '=-~_^"*\u2500' and 0.5 * length <= len(mark) <= 1.5 * length + 4


def setting_of(lines: Sequence[Line]) -> Setting:
    """The line distance and width of a text."""
    lengths = sorted(len(line.raw) for line in lines if len(line.raw) >= 30)
    width = lengths[int(0.9 * (len(lengths) - 1))] if len(lengths) > 2 else 72
    gaps = [(a, b) for a, b in pairwise(lines) if b.gap >= 1]
    split = sum(_runs_on(a, b) for a, b in gaps)
    close = len(lines) - 1 - len(gaps)
    double = len(lines) > 20 and len(gaps) > 2 * close and split > 0.25 * len(gaps)
    spacing = Counter(b.gap for _, b in gaps).most_common(1)[0][0] if double else 0
    return Setting(spacing, width, width <= 160 and _is_wrapped(lines, width))


def _is_wrapped(lines: Sequence[Line], width: int) -> bool:
    """Full lines do not end a sentence, for the most part."""
    full = [
        line.ends_sentence
        for line in lines
        if len(line.raw) >= 0.8 * width and not any(mark in line.raw.strip() for mark in _PARTED)
    ]
    return len(full) < 3 or sum(full) <= 0.6 * len(full)


def _runs_on(line: Line, following: Line) -> bool:
    """A sentence goes on from one line to the next."""
    return not line.ends_sentence and following.text.text[:1].islower()


def _without_running_lines(lines: Sequence[Line]) -> list[Line]:
    """Drops page numbers, and short lines that come back at page breaks with nothing but a number changed."""
    numbers = _page_numbers(lines)
    running = _running(lines, numbers)
    share = sum(len(lines[i].raw) for i in running) / max(sum(len(line.raw) for line in lines), 1)
    dropped = numbers | (running if share < _MOST else set())
    kept: list[Line] = []
    gap, page, rule = 0, False, False
    for i, line in enumerate(lines):
        if i in dropped:
            gap, page, rule = max(gap, line.gap), True, rule or line.rule
            continue
        changed = gap > line.gap or page or rule
        kept.append(
            line._replace(gap=max(line.gap, gap), page=line.page or page, rule=line.rule or rule) if changed else line
        )
        gap, page, rule = 0, False, False
    return kept


def _page_numbers(lines: Sequence[Line]) -> set[int]:
    """Lines that hold a page number: one at a page break, one that says "page", or one of a rising series."""
    found: list[tuple[int, int, bool]] = []
    for i, line in enumerate(lines):
        if len(line.text.text) > 24:
            continue
        match = _PAGE_NUMBER.match(line.text.text)
        if match and not re.search(r"[%$£€+]|^\(.*\)$", line.text.text):
            alone = i + 1 == len(lines) or lines[i + 1].gap > 0 or line.page or lines[i + 1].page
            sure = bool(match["word"]) or _at_page_break(lines, i) or bool(re.match(r"^- ?\w+ ?-$", line.text.text))
            if alone:
                found.append((i, _value(match["number"]), sure))
    pages = {i for i, _, sure in found if sure}
    for at, (i, number, _) in enumerate(found):
        for j, following, _ in found[at + 1 : at + 5]:
            if 1 <= following - number <= 3 and not 1900 <= number <= 2100:
                pages |= {i, j}
                break
    return pages


def _value(number: str) -> int:
    if number.isdigit():
        return int(number)
    total, last = 0, 0
    for ch in reversed(number.lower()):
        total += _ROMAN[ch] if _ROMAN[ch] >= last else -_ROMAN[ch]
        last = max(last, _ROMAN[ch])
    return total


def _at_page_break(lines: Sequence[Line], i: int) -> bool:
    """At the top or foot of a page, or in the middle of a sentence."""
    after = lines[i + 1] if i + 1 < len(lines) else None
    before = lines[i - 1] if i else None
    return (
        lines[i].page
        or (after is not None and after.page)
        or (before is not None and after is not None and lines[i].gap > 0 and _runs_on(before, after))
    )


def _running(lines: Sequence[Line], numbers: set[int]) -> set[int]:
    places: defaultdict[str, list[int]] = defaultdict(list)
    for i, line in enumerate(lines):
        text = line.text.text
        if len(text) < 100 and i not in numbers and _A_WORD.search(text) and not text.endswith((".", ",")):
            places[_DIGITS.sub("#", text)].append(i)
    edges = sorted(numbers | {i for i, line in enumerate(lines) if line.page})
    running: set[int] = set()
    for mask in sorted(places):
        if len(places[mask]) > 1 and _comes_back_by_page(lines, places[mask], edges):
            running |= set(places[mask])
    return running


def _comes_back_by_page(lines: Sequence[Line], places: Sequence[int], edges: Sequence[int]) -> bool:
    near = sum(_is_near(i, edges) or _at_page_break(lines, i) for i in places)
    if near == len(places) or (len(places) >= 3 and 2 * near >= len(places)):
        return True
    if len(places) < 3:
        return False
    shown = [_EDGE_NUMBER.search(lines[i].text.text) for i in places]
    values = [int(m.group()) for m in shown if m]
    rising = len(values) == len(places) and all(1 <= b - a <= 5 for a, b in pairwise(values))
    return rising and bool(_PAPER.search(lines[places[0]].text.text))


def _is_near(i: int, edges: Sequence[int]) -> bool:
    """Within two lines of a page number or of the first line of a page."""
    at = bisect_left(edges, i - 2)
    return at < len(edges) and edges[at] <= i + 2
