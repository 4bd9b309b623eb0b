"""Which lines are headings: by their number, capitals, marks or place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from customs_kg.builders.english.months import MONTH
from customs_kg.builders.reading.blocks import Block, BlockKind
from customs_kg.builders.reading.lines import Line, Setting
from customs_kg.builders.reading.lists import item_mark
from customs_kg.builders.reading.text import Joiner, MappedText

_WORDS = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|"
    "first|second|third|fourth|fifth"
)
_UNIT = r"(?:part|chapter|section|annexe?|appendix|schedule|title|book|volume|pillar|goal|objective|priority|theme)"
_NUMBERED = re.compile(
    rf"^(?P<number>{_UNIT}\s+(?:[A-Z]\b|\d+(?:\.\d+)*|[IVXLC]+\b|(?:{_WORDS})\b)|"
    r"(?:annexe?|appendix|epilogue|prologue)(?=[.:])|§\s*\d+(?:\.\d+)*|"
    r"[IVXLC]{1,6}|[A-Z](?:[.-]?\d{1,2}(?:\.\d{1,2}){0,2})?|\(?\d{1,2}(?=\))|\d{1,2}(?:\.\d{1,2}){0,3})"
    r"(?P<mark>\.?[):|]|\.|\s*[-\u2013\u2014]+(?=\s)|\s*:|)\s+(?P<title>\S.*)$",
    re.I,
)
_LONE = re.compile(
    rf"^(?P<number>{_UNIT}\s+(?:[A-Z]|\d+|[IVXLC]+|{_WORDS})|[IVXLC]{{1,6}}|\d{{1,2}})(?P<mark>[.:)]?)$", re.I
)
_OPEN_WORDS = frozenset(
    "to and or of the a an for with by in on will shall are is from that which as at its their our".split()
)
_LABEL_VALUE = re.compile(r"^[A-Z][^.:;]{2,60}:\s+[^a-z]{0,6}\d")
_CAPTION = re.compile(r"(?i)^(?:table|figure|fig\.|chart|graph|box|exhibit|diagram|map)(?:\s*[A-Z]?-?\d+|:)")
_DATED = re.compile(rf"(?i)^{MONTH}\b(?! \w+ing)|\b\d{{1,2}}(?:st|nd|rd|th)? {MONTH}\b|\b{MONTH} \d{{1,2}}, \d{{4}}")
_LETTER = re.compile(r"(?i)^(?:dear|yours|sincerely|signed|to:|from:|copy|cc:)\b")
_BARE = re.compile(r"^(\d{1,2}) +([A-Z].{2,70})$")
_LONGEST = 4  # lines of a heading
_SPACED_OUT = re.compile(r"^(?:[A-Z&] ){3,}[A-Z]$|^(?:(?:[A-Z&] )+[A-Z]? {2,})+(?:[A-Z&] )*[A-Z]$")


@dataclass(frozen=True, slots=True)
class Numbering:
    """The printed number of a line: as printed, its kind, its last part as a number, and what follows it."""

    printed: str
    style: str
    value: int
    title: str
    marked: bool


def numbering_of(text: str) -> Numbering | None:
    """The number at the head of a line, if there is one that can number headings."""
    match = _NUMBERED.match(text)
    if match is None:
        return None
    number, mark = match["number"].lstrip("("), match["mark"].strip()
    first = number.split()[0]
    if len(number.split()) > 1 or first.lower().startswith(("annex", "appendix", "epilogue", "prologue")):
        worded = bool(mark) or bool(re.search(r"\s([A-Z]|\d+(?:\.\d+)*|[IVXLC]+)$", number))
        value = _value(number.split()[-1])
        return Numbering(number, first.lower(), value, match["title"], marked=True) if worded else None
    if not number[0].isdigit() and number != number.upper():
        return None
    if number[0].isalpha() and not mark and "." not in number:
        return None
    style = "digit" if number.isdigit() else "levels" if number[0].isdigit() or "." in number else "letter"
    if re.fullmatch(r"[IVXLC]+", number) and number not in ("C", "L"):
        style = "roman"
    marked = bool(mark) or "." in number or number[0] == "§"
    return Numbering(number, style, _value(number), match["title"], marked=marked)


@lru_cache(maxsize=512)
def _value(number: str) -> int:
    """The number that a printed number counts with (its last part), to see whether one follows another."""
    last = re.split(r"[.-]", number)[-1]
    if last.isdigit():
        return int(last)
    if re.fullmatch(r"[IVXLC]+", last):
        worth = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
        pairs = zip(last, [*last[1:], ""], strict=True)
        return sum(-worth[a] if worth[a] < worth.get(b, 0) else worth[a] for a, b in pairs)
    words: list[str] = [*_WORDS.split("|")]
    if last.lower() in words:
        return words.index(last.lower()) % 15 + 1
    digits = re.search(r"\d+$", last)
    return int(digits.group()) if digits else ord(last[0].upper()) - 64


_OPENING = 30  # characters that show whether a line is in small letters


def is_capitals(text: str) -> bool:
    """Nine letters in ten are capitals, and there are three at least."""
    if sum(map(str.islower, text[:_OPENING])) > 0.1 * len(text):  # as in nearly every line
        return False
    letters = sum(map(str.isalpha, text))
    return letters >= 3 and sum(map(str.isupper, text)) >= 0.9 * letters


def is_caption(text: str) -> bool:
    """The line names a table or figure ("Table 3. Seizures")."""
    return bool(_CAPTION.match(text))


class HeadingFinder:
    """Finds the headings among the lines of one text."""

    def __init__(self, lines: Sequence[Line], setting: Setting) -> None:
        """Takes the lines of a text and how it is set."""
        self._lines = lines
        self._setting = setting
        self._all_capitals = 2 * sum(is_capitals(line.text.text) for line in lines) > max(len(lines), 8)
        self._bare = self._bare_numbers()

    def _bare_numbers(self) -> frozenset[int]:
        """Lines such as "1 Overview", without a mark, that stand in a series with others of their kind."""
        found: list[tuple[int, int]] = []
        for i in range(len(self._lines)):
            text = self._lines[i].text.text
            match = _BARE.match(text)
            if match is None:
                continue
            closed = self._parted_after(i) or (i + 1 < len(self._lines) and self._over_its_paragraph(i))
            if self._apart(i) and not text.endswith((".", ",", ";")) and closed:
                found.append((i, int(match[1])))
        numbers = {number for _, number in found}
        return frozenset(i for i, n in found if n - 1 in numbers or n + 1 in numbers)

    def _apart(self, i: int) -> bool:
        """More than the usual line distance, or a rule, stands before the line."""
        line = self._lines[i]
        return i == 0 or line.gap > self._setting.spacing or line.rule or not self._setting.wrapped

    def _parted_after(self, i: int) -> bool:
        after = self._lines[i + 1] if i + 1 < len(self._lines) else None
        return after is None or after.gap > self._setting.spacing or after.rule or self._lines[i].underlined

    def heading_at(self, at: int) -> tuple[int, Block] | None:
        """The number of lines that the heading beginning here takes, and the heading; None where there is none."""
        line = self._lines[at]
        text = line.text.text
        if len(text) > 110 or _LABEL_VALUE.match(text) or is_caption(text):
            return None
        lone = self._number_alone(at) or self._worded_number(at)
        if lone:
            return lone
        mark = re.match(r"^(?:#{1,6}|={1,6}|\*{2,3}|__)\s*(?=[^\s#=*_])", text)
        body = re.sub(r"\s*(?:#+|=+|\*{2,3}|__)$", "", text[mark.end() :]) if mark else text
        emphasized = mark is not None and (mark.group()[0] in "#=" or len(body) < len(text) - mark.end())
        numbered = self._numbering(at, body)
        title = numbered.title if numbered else body
        if is_capitals(title) and len(title.split()) <= 8 and re.search(r"[A-Z]{3}\.$", title):
            title = title[:-1]
        if not self._is_heading(at, title, numbered, marked=emphasized or line.underlined):
            return None
        end = at + 1
        while is_capitals(title) and end < min(at + _LONGEST, len(self._lines)) and self._goes_on(end):
            end += 1
        if numbered is not None and end == at + 1 and self._wraps(at):
            end += 1
        return end - at, self._block(at, end, numbered.printed if numbered else "", title)

    def _numbering(self, at: int, body: str) -> Numbering | None:
        found = numbering_of(body)
        return found if found and (found.marked or at in self._bare) else None

    def _number_alone(self, at: int) -> tuple[int, Block] | None:
        """A number on a line of its own ("CHAPTER 1", "II") over its title."""
        match = _LONE.match(self._lines[at].text.text)
        if match is None or at + 1 >= len(self._lines) or not self._apart(at):
            return None
        following = self._lines[at + 1]
        title, number = following.text.text, match["number"]
        worded = " " in number
        numbers_alone = number == number.upper() and (match["mark"] or number.isalpha())
        if not worded and not (numbers_alone and is_capitals(title)):
            return None
        if following.gap > self._setting.spacing + 1 or len(title) > 90 or numbering_of(title):
            return None
        closed = self._parted_after(at + 1) or self._over_its_paragraph(at + 1)
        if not (is_capitals(title) or (closed and _could_be_title(title))):
            return None
        end = at + 2
        while is_capitals(title) and end < min(at + _LONGEST, len(self._lines)) and self._goes_on(end):
            end += 1
        block = self._block(at + 1, end, number, title)
        start = self._lines[at].text.offset(0)
        return end - at, Block(block.kind, block.lines, start, number=number)

    def _worded_number(self, at: int) -> tuple[int, Block] | None:
        """A number with its word ("Annex A") on a line of its own, which is all the title there is."""
        text = self._lines[at].text.text
        match = _LONE.match(text)
        if match is None or " " not in match["number"] or not self._apart(at) or not text[0].isupper():
            return None
        return 1, self._block(at, at + 1, "", match["number"])

    def _goes_on(self, i: int) -> bool:
        """The line is the rest of a heading in capitals."""
        line = self._lines[i]
        return (
            line.gap <= self._setting.spacing
            and not line.rule
            and is_capitals(line.text.text)
            and not self._numbering(i, line.text.text)
            and not _ends_in_figure(line.text.text)
        )

    def _block(self, at: int, end: int, number: str, title: str) -> Block:
        parts = [line.text for line in self._lines[at:end]]
        cut = parts[0].text.index(title)
        first = parts[0].slice(cut, cut + len(title))
        if _SPACED_OUT.match(self._lines[at].raw.strip()):
            first = _drawn_together(first, self._lines[at])
        return Block(BlockKind.HEADING, (first, *parts[1:]), self._lines[at].text.offset(0), number=number)

    def _is_heading(self, at: int, title: str, numbered: Numbering | None, *, marked: bool) -> bool:
        if marked:
            return any(ch.isalpha() for ch in title)
        if not _could_be_title(title):
            return False
        capitals = is_capitals(title) and not _ends_in_figure(title) and not self._all_capitals
        apart = self._apart(at)
        if capitals and (apart or self._lines[at - 1].ends_sentence):
            return len(title.split()) <= 14
        if numbered is not None:
            return apart and len(title.split()) <= 14 and (not self._wraps(at) or self._ends_in_next(at))
        return self._stands_alone(at, title)

    def _wraps(self, at: int) -> bool:
        """The line is full and the next goes on with it."""
        if at + 1 >= len(self._lines) or self._parted_after(at):
            return False
        after = self._lines[at + 1].text.text
        return after[:1].islower() or len(self._lines[at].raw) + 1 + len(after.split(" ")[0]) > self._setting.width

    def _ends_in_next(self, at: int) -> bool:
        """The next line, short and without a full stop, ends a title that did not fit in this one."""
        after = self._lines[at + 1]
        return self._parted_after(at + 1) and not after.ends_sentence and len(after.raw) < 0.75 * self._setting.width

    def _stands_alone(self, at: int, title: str) -> bool:
        """A short line in title or sentence case over a paragraph, a list or a table."""
        if self._setting.spacing or not self._apart(at) or at + 1 >= len(self._lines):
            return False
        if not (self._parted_after(at) or self._over_its_paragraph(at) or self._over_its_list(at, title)):
            return False
        words = title.split()
        if len(words) > 9 or words[-1].lower() in _OPEN_WORDS or re.search(r"[.?!;]\s|\d[\d,]{3,}(?!\s*$)", title):
            return False
        if _DATED.search(title) or _LETTER.match(title) or not title[0].isupper() or _ends_in_figure(title):
            return False
        return not self._stronger_follows(at)

    def _over_its_list(self, at: int, title: str) -> bool:
        """A few words right over the first of several list items."""
        after = self._lines[at + 1 : at + 3]
        return len(title.split()) <= 5 and len(after) == 2 and all(item_mark(line) is not None for line in after)

    def _over_its_paragraph(self, at: int) -> bool:
        """Broken off long before the full width, over a line that begins a sentence and is full."""
        here, after = self._lines[at], self._lines[at + 1]
        if not self._setting.wrapped:
            return len(after.raw) >= max(60, len(here.raw) + 10) and after.ends_sentence
        short = len(here.raw) + 1 + len(after.text.text.split(" ")[0]) < 0.7 * self._setting.width
        return (
            short
            and after.text.text[:1].isupper()
            and len(after.raw) > max(0.75 * self._setting.width, len(here.raw) + 10)
            and here.indent <= after.indent
        )

    def _stronger_follows(self, at: int) -> bool:
        """The next line is a heading in capitals or with a number: this one is the end of something, as a signature."""
        after = self._lines[at + 1].text.text.lstrip("#=* ")
        if len(after) > 110 or at == 0:
            return False
        found = self._numbering(at + 1, after)
        title = found.title if found else after
        first_below = found is not None and "." in found.printed and found.value == 1
        strong = (found is not None and not first_below) or is_capitals(title)
        return strong and _could_be_title(title) and not _ends_in_figure(title) and len(title.split()) <= 14


def _ends_in_figure(title: str) -> bool:
    """The line ends in a number that is no year."""
    undated = re.sub(r"(?:^|(?<=[\s(/\u2013-]))(?:19|20)\d\d(?:[/\u2013-]\d{2,4})?$", "", title)
    return bool(re.search(r"(?:\d{3,}|\d[.,]\d[\d.,]*|\d ?%)$", undated))


def _could_be_title(title: str) -> bool:
    if not title[:1].isupper() and not title[:1].isdigit() and title[:1] not in "\"'(":
        return False
    if not any(ch.isalpha() for ch in title):
        return False
    return not title.endswith((".", ",", ";", ":")) or bool(re.search(r"\b[A-Z]\.$", title))


def _drawn_together(title: MappedText, line: Line) -> MappedText:
    """A title set with blanks between its letters, without them; wider gaps part its words."""
    words = {line.start + match.end() for match in re.finditer(r"\S {2,}(?=\S)", line.raw)}
    joiner = Joiner()
    for at, ch in enumerate(title.text):
        if ch != " " or title.offset(at + 1) in words:
            joiner.put(ch, title.offset(at))
    return joiner.joined()
