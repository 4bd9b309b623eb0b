"""Bytes to stored text, and reading text with every character mapped back to the stored one.

The stored text is what the offsets of all evidence count in. A `MappedText` is a stretch of reading text
(lines joined, characters folded, invisible ones dropped) that knows where each of its characters stands in the
stored text.
"""

from __future__ import annotations

import hashlib
import re
import sys
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from customs_kg.builders.english.words import is_english
from customs_kg.graph.model import ReportText, Span
from customs_kg.ontology.errors import InputError

MAX_BYTES = 16 * 1024 * 1024  # the text of some hundred annual reports; more is some other file
SOFT_HYPHEN = "\u00ad"


@dataclass(frozen=True, slots=True)
class MappedText:
    """Reading text whose characters know their offsets in the stored text.

    `runs` are pairs (position in `text`, stored offset) in order: from each position on, up to the next one,
    offsets count on by one.
    """

    text: str
    runs: tuple[tuple[int, int], ...]

    @property
    def offsets(self) -> list[int]:
        """The stored offset of each character."""
        ends = [*(at for at, _ in self.runs[1:]), len(self.text)]
        return [i for (at, offset), end in zip(self.runs, ends, strict=False) for i in range(offset, offset + end - at)]

    def offset(self, at: int) -> int:
        """The stored offset of the character at this position of the reading text."""
        start, offset = self.runs[self._run_after(at) - 1]
        return offset + at - start

    def span(self, start: int = 0, end: int | None = None) -> Span:
        """The stored span of `text[start:end]`.

        Raises:
            ValueError: the stretch is empty.
        """
        end = len(self.text) if end is None else end
        if not 0 <= start < end <= len(self.text):
            raise ValueError(f"no characters between {start} and {end} of a text of {len(self.text)}")
        return Span(self.offset(start), self.offset(end - 1) + 1)

    def slice(self, start: int, end: int) -> MappedText:
        """The stretch `[start, end)` without blanks at its ends."""
        piece = self.text[start:end]
        start += len(piece) - len(piece.lstrip())
        piece = piece.strip()
        if not piece:
            return EMPTY
        if start == 0 and len(piece) == len(self.text):
            return self
        first = self._run_after(start) - 1
        last = self._run_after(start + len(piece) - 1)
        rest = ((at - start, offset) for at, offset in self.runs[first + 1 : last])
        return MappedText(piece, ((0, self.offset(start)), *rest))

    def _run_after(self, at: int) -> int:
        """The number of the first run that begins behind a character."""
        return bisect_right(self.runs, (at, sys.maxsize))

    def without(self, stretches: Iterable[tuple[int, int]]) -> MappedText:
        """The text without some stretches of it (in order, apart from each other)."""
        joiner = Joiner()
        at, parted = 0, False
        for start, end in (*stretches, (len(self.text), len(self.text))):
            piece = self.text[at:start]
            joiner.add(self.slice(at, start), blank=parted or piece[:1].isspace())
            parted = piece[-1:].isspace() or (parted and not piece)
            at = end
        return joiner.joined()


EMPTY = MappedText("", ())


class Joiner:
    """Builds a mapped text from left to right."""

    def __init__(self) -> None:
        """Begins with nothing."""
        self._parts: list[str] = []
        self._runs: list[tuple[int, int]] = []
        self._size = 0

    def put(self, text: str, offset: int) -> None:
        """Appends characters that stand one after the other from a stored offset on."""
        if not text:
            return
        if not self._runs or self._runs[-1][1] - self._runs[-1][0] != offset - self._size:
            self._runs.append((self._size, offset))
        self._parts.append(text)
        self._size += len(text)

    def add(self, text: MappedText, *, blank: bool = False) -> None:
        """Appends a mapped text; `blank` puts a space before it, which stands for what parts the two in the file."""
        if not text.text:
            return
        if blank and self._size:
            self.put(" ", max(text.runs[0][1] - 1, 0))
        self._runs.extend((at + self._size, offset) for at, offset in text.runs)
        self._parts.append(text.text)
        self._size += len(text.text)

    def joined(self) -> MappedText:
        """The whole."""
        return MappedText("".join(self._parts), tuple(self._runs)).slice(0, self._size)


def decode_report(data: bytes, name: str) -> ReportText:
    """The stored text of a report read from `data`; line ends stay as they are, a byte-order mark is dropped.

    Raises:
        InputError: the bytes are empty, too many, binary, or not UTF-8.
    """
    if not data.strip(b"\xef\xbb\xbf \t\r\n"):
        raise InputError(f"{name} is empty: expected the text of a report in UTF-8; give a file that holds one.")
    if len(data) > MAX_BYTES:
        raise InputError(
            f"{name} has {len(data) / 2**20:.1f} MB: expected the text of one report, at most "
            f"{MAX_BYTES // 2**20} MB; give each report as a file of its own."
        )
    if b"\0" in data:
        raise InputError(
            f"{name} is a binary file (a zero byte at {data.index(0)}): expected plain text in UTF-8; "
            "save the report as text first."
        )
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(
            f"{name} is not UTF-8 (byte {error.start} is 0x{data[error.start]:02x}): "
            "expected plain text in UTF-8; save the report in that encoding."
        ) from error
    if not any(ch.isalnum() for ch in text):
        raise InputError(f"{name} holds no letters or figures: expected the text of a report.")
    return ReportText(name=name, text=text, sha256=hashlib.sha256(data).hexdigest())


def join_lines(lines: Iterable[MappedText], vocabulary: frozenset[str], *, apart: bool = False) -> MappedText:
    """The lines as one running text; a word broken by a hyphen at a line end is mended.

    The hyphen goes where the closed word is in `vocabulary` (see `words_of`) or is English, and stays where it is
    not, as in compounds. `apart` is for lines that were broken on purpose (an address, a signature): a comma
    stands between two of them.
    """
    joiner = Joiner()
    before = EMPTY
    for line in lines:
        if not line.text:
            continue
        if before.text:
            glue, dropped = _joint(before.text, line.text, vocabulary)
            joiner.add(before.slice(0, len(before.text) - dropped))
            _put_glue(joiner, glue, before, line, apart=apart)
        before = line
    joiner.add(before.slice(0, len(before.text.rstrip(SOFT_HYPHEN))))
    return joiner.joined()


def _put_glue(joiner: Joiner, glue: str, before: MappedText, line: MappedText, *, apart: bool) -> None:
    if apart and glue == " " and before.text[-1].isalnum() and line.text[0].isalnum():
        joiner.put(",", before.offset(len(before.text) - 1) + 1)
    if glue:
        joiner.put(glue, line.runs[0][1] - 1)


_SUSPENDED = frozenset({"and", "or", "to", "nor"})


def _joint(left: str, right: str, vocabulary: frozenset[str]) -> tuple[str, int]:
    """What goes between two lines, and how many characters of the first are dropped."""
    if left.endswith(SOFT_HYPHEN):
        return "", 1
    if left[-1] not in "-/" or left[-2:-1].isspace() or len(left) < 2:
        return " ", 0
    if left[-1] == "/" or left[-2].isdigit():
        return ("", 0) if left[-2].isalnum() and right[0].isalnum() else (" ", 0)
    head = re.search(r"(?<![^\W_])([A-Za-z]+)-$", left[-60:])
    tail = re.match(r"[A-Za-z]+", right)
    if not head or not tail:
        return ("", 0) if left[-2].isalpha() and right[0].isalpha() else (" ", 0)
    if tail[0] in _SUSPENDED:
        return " ", 0
    return ("", 1) if _is_broken_word(head[1], tail[0], vocabulary) else ("", 0)


def _is_broken_word(head: str, tail: str, vocabulary: frozenset[str]) -> bool:
    closed, compound = (head + tail).lower(), f"{head}-{tail}".lower()
    if tail[0].isupper() and not head.isupper():
        return False
    if closed in vocabulary or compound in vocabulary:
        return compound not in vocabulary
    return is_english(closed) and not (head.lower() in vocabulary and tail.lower() in vocabulary)


def words_of(text: str) -> frozenset[str]:
    """The lower-case words of a text that are not broken at a line end, compounds with a hyphen among them."""
    distinct = "\n".join(set(text.split()))
    return frozenset(map(str.lower, re.findall(r"(?<![-\w])[A-Za-z]+(?:-[A-Za-z]+)*(?![-\w])", distinct)))
