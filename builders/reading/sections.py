"""Blocks to sections: titles as a reader prints them, order and ranges."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from customs_kg.builders.english.words import is_english
from customs_kg.builders.reading.blocks import Block, BlockKind
from customs_kg.builders.reading.home_territory import country_words
from customs_kg.builders.reading.text import join_lines, words_of
from customs_kg.graph.model import Section, Span

_SMALL_WORDS = frozenset("a an and as at but by for from in into nor of on or over per the to under upon with".split())
_TITLE_LIMIT = 600  # characters of front matter (subtitle, date, address) between a title and the first section
_OPENS = re.compile(
    r"(?i)\b(?:message|foreword|preface|introduction|overview|summary|highlights|letter|statement|welcome|background|"
    r"mission|who we are|at a glance|key figures|about)\b"
)


@dataclass(frozen=True, slots=True)
class Outline:
    """The sections of a report and the blocks of each, headings left out; `title` is that of the whole."""

    title: str
    sections: tuple[Section, ...]
    blocks: tuple[tuple[Block, ...], ...]


def read_outline(text: str, blocks: Sequence[Block]) -> Outline:
    """Divides the blocks at their headings; every block falls in exactly one section.

    Text before the first heading, or a title with its front matter, is a section of its own, so that each
    stretch of text has a section.
    """
    groups: list[tuple[Block | None, list[Block]]] = []
    for block in blocks:
        if block.kind is BlockKind.HEADING or not groups:
            heading = block if block.kind is BlockKind.HEADING else None
            groups.append((heading, [] if heading else [block]))
        else:
            groups[-1][1].append(block)
    if not groups:
        return Outline("", (), ())
    prose = "\n".join(line for line in text.splitlines() if line != line.upper())
    titles = _Titles(prose, words_of(prose))
    starts = [(heading or body[0]).start for heading, body in groups]
    ends = [*starts[1:], len(text.rstrip())]
    sections: list[Section] = []
    numbered: dict[str, int] = {}
    for order, ((heading, body), start, end) in enumerate(zip(groups, starts, ends, strict=True)):
        sections.append(_section(order, heading, body, Span(start, end), titles, numbered))
        if heading and heading.number:
            numbered[heading.number] = order
            numbered.setdefault(f"part {heading.number.split()[-1]}".upper(), order)
    return Outline(
        title=sections[0].title if sections and _is_title(groups) else "",
        sections=tuple(sections),
        blocks=tuple(tuple(body) for _, body in groups),
    )


@dataclass(frozen=True)
class _Titles:
    """What is needed to print titles: the prose of the report and its words."""

    prose: str
    vocabulary: frozenset[str]

    @cached_property
    def capitalized(self) -> frozenset[str]:
        """The words that the report writes with capitals in its prose; titles in capitals alone are asked for them."""
        words = re.findall(r"(?<!\w)[^\WA-Z]*+[A-Z]\w*", self.prose)
        return frozenset(words) | frozenset(re.findall(r"(?<!\w)[^\WA-Z]*+[A-Z]\w*(?:[-&/.']\w+)+", self.prose))


def _is_title(groups: Sequence[tuple[Block | None, list[Block]]]) -> bool:
    heading, body = groups[0]
    if heading is None:
        first = " ".join(line.text for line in body[0].lines) if body else ""
        return bool(first) and len(first) < 120 and not first.endswith(".")
    size = sum(len(line.text) for block in body for line in block.lines)
    opens = bool(_OPENS.search(" ".join(line.text for line in heading.lines))) and size > 0
    return not heading.number and len(groups) > 1 and size < _TITLE_LIMIT and not opens


def _section(
    order: int, heading: Block | None, body: Sequence[Block], span: Span, titles: _Titles, numbered: Mapping[str, int]
) -> Section:
    if heading is None:
        first = body[0].lines[0]
        title = first.text if len(first.text) < 90 else ""
        return Section(order, "", title or "Opening", span, first.span())
    joined = join_lines(heading.lines, titles.vocabulary)
    title = _readable(joined.text, titles)
    ending = joined.offset(len(joined.text) - 1) + 1
    return Section(order, heading.number, title, span, Span(span.start, ending), _parent(heading.number, numbered))


def _parent(number: str, numbered: Mapping[str, int]) -> int | None:
    """The section whose number is the head of this one ("2" of "2.1", "PART C" or "C" of "C1")."""
    stem = re.sub(r"[.-]?\d+$", "", number)
    while stem and stem != number:
        if stem in numbered:
            return numbered[stem]
        if len(stem) == 1 and stem.isalpha():
            return numbered.get(f"PART {stem}".upper())
        number, stem = stem, re.sub(r"[.-]?\d+$", "", stem)
    return None


def _readable(title: str, report: _Titles) -> str:
    """The title with lost spaces put back and, where it is all capitals, in title case.

    A space was lost where a word of the title is not in the report but splits into two that are. A word keeps
    its capitals where the report writes it in capitals outside the headings too (an acronym).
    """
    words = [part for word in title.split() for part in _split_lost_space(word, report.vocabulary)]
    if title != title.upper():
        return " ".join(words)
    shown = [
        word if _is_acronym(word, report.capitalized) else _title_case(word, first=i == 0)
        for i, word in enumerate(words)
    ]
    return " ".join(shown)


def _is_acronym(word: str, capitalized: frozenset[str]) -> bool:
    """The report writes the word in capitals outside its headings too."""
    core = word.strip("()[]\"':,;")
    return len(core) > 1 and core in capitalized


def _title_case(word: str, *, first: bool) -> str:
    lower = word.lower()
    if lower in _SMALL_WORDS and not first:
        return lower
    return re.sub(r"(?<![a-z'])[a-z]", lambda m: m.group().upper(), lower)


def _split_lost_space(word: str, vocabulary: frozenset[str]) -> list[str]:
    """`OVERVIEWOF` as `OVERVIEW`, `OF`: neither the report nor English has the whole, and both have the parts.

    What ends as names do is one: `NORLAND`, `TRADENET`.
    """
    lower = word.lower()
    if not word.isalpha() or len(word) < 6 or _is_known(lower, vocabulary):
        return [word]
    cuts = [
        i
        for i in range(2, len(word) - 1)
        if all(
            (len(part) > 2 or part in _SMALL_WORDS) and _is_known(part, vocabulary) for part in (lower[:i], lower[i:])
        )
        and lower[i:] not in _NAME_ENDINGS
    ]
    if not cuts:
        return [word]
    cut = max(cuts, key=lambda i: (max(i, len(word) - i) if lower[i:] in _SMALL_WORDS else min(i, len(word) - i), i))
    return [word[:cut], word[cut:]]


_NAME_ENDINGS = frozenset(
    "land lands bury ford port town field wood bridge mouth burg dale gate haven shire stan ville water way link net "
    "pass".split()
)


def _is_known(lower: str, vocabulary: frozenset[str]) -> bool:
    return lower in vocabulary or lower in _SMALL_WORDS or is_english(lower) or lower in country_words()
