"""Bytes to stored text, and stored text to reading text, with every character mapped back.

The stored text is what the offsets of all evidence count in. A `MappedText` is a stretch of reading text
(lines joined, curly and full-width characters folded, invisible ones dropped) that knows where each of its
characters stands in the stored text.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from customs_kg.graph.model import ReportText, Span
from customs_kg.ontology.errors import InputError

_FOLDS = str.maketrans(
    {
        "‘": "'", "’": "'", "‚": "'", "‛": "'", "′": "'", "`": "'",
        "“": '"', "”": '"', "„": '"', "‟": '"', "″": '"', "«": '"', "»": '"', "「": '"', "」": '"',
        "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "―": "-", "−": "-",
        "、": ",", "。": ".", "…": "...", "\t": " ",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class MappedText:
    """Reading text and, for each of its characters, the offset of that character in the stored text."""

    text: str
    offsets: tuple[int, ...]

    def span(self, start: int = 0, end: int | None = None) -> Span:
        """The stored span of `text[start:end]`.

        Raises:
            ValueError: the stretch is empty.
        """
        end = len(self.text) if end is None else end
        if not 0 <= start < end <= len(self.text):
            raise ValueError(f"no characters between {start} and {end} of a text of {len(self.text)}")
        return Span(self.offsets[start], self.offsets[end - 1] + 1)

    def slice(self, start: int, end: int) -> MappedText:
        """The stretch `[start, end)` without blanks at its ends."""
        piece = self.text[start:end]
        start += len(piece) - len(piece.lstrip())
        end = max(start, end - (len(piece) - len(piece.rstrip())))
        return MappedText(self.text[start:end], self.offsets[start:end])

    def reading_span(self, span: Span) -> tuple[int, int] | None:
        """Where a stored span stands in this text, or None where it does not."""
        inside = [i for i, offset in enumerate(self.offsets) if span.start <= offset < span.end]
        return (inside[0], inside[-1] + 1) if inside else None


EMPTY = MappedText("", ())


def decode_report(data: bytes, name: str) -> ReportText:
    """The stored text of a report read from `data`; line ends stay as they are, a byte-order mark is dropped.

    Raises:
        InputError: the bytes are empty, binary, or not UTF-8.
    """
    if not data.strip(b"\xef\xbb\xbf \t\r\n"):
        raise InputError(f"{name} is empty: expected the text of a report in UTF-8; give a file that holds one.")
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


def fold(text: str, start: int = 0) -> MappedText:
    """The reading form of a stretch of stored text that begins at offset `start`.

    Curly quotes, dashes and full-width characters become plain ones, ligatures their letters, any run of blanks
    one space; soft hyphens, zero-width, directional and control characters are dropped.
    """
    chars: list[str] = []
    offsets: list[int] = []
    for at, original in enumerate(text, start):
        for ch in _plain(original):
            if ch == " " and chars and chars[-1] == " ":
                continue
            chars.append(ch)
            offsets.append(at)
    return MappedText("".join(chars), tuple(offsets)).slice(0, len(chars))


def _plain(ch: str) -> str:
    if " " < ch < "\x7f":
        return ch
    if ch.isspace():
        return " "
    if unicodedata.category(ch) in ("Cf", "Cc", "Co", "Cs"):
        return ""
    folded = ch.translate(_FOLDS)
    if folded != ch:
        return folded
    compatible = unicodedata.normalize("NFKC", ch)
    keep = ch if compatible.isspace() or not _is_compatibility(ch) else compatible
    return keep.translate(_FOLDS)


def _is_compatibility(ch: str) -> bool:
    """Full-width forms and ligatures are folded; fractions, superscripts and letters of other scripts are not."""
    return unicodedata.decomposition(ch).startswith(("<wide>", "<narrow>", "<compat>"))


def join_lines(lines: Iterable[MappedText], vocabulary: frozenset[str]) -> MappedText:
    """The lines as one running text; a word broken by a hyphen at a line end is mended.

    The hyphen goes where the closed word is in `vocabulary` (lower-case words of the report) and stays where it
    is not, as in compounds.
    """
    text = ""
    offsets: list[int] = []
    for line in lines:
        if not line.text:
            continue
        if text and re.search(r"[a-z]-$", text) and line.text[0].isalpha():
            if _closed(text, line.text) in vocabulary:
                text, offsets = text[:-1], offsets[:-1]
        elif text:
            text += " "
            offsets.append(line.offsets[0] - 1)
        text += line.text
        offsets.extend(line.offsets)
    return MappedText(text, tuple(offsets))


def _closed(left: str, right: str) -> str:
    head = re.search(r"([A-Za-z]+)-$", left)
    tail = re.match(r"[a-z]+", right)
    return (head[1] + tail[0]).lower() if head and tail else ""


def words_of(text: str) -> frozenset[str]:
    """The lower-case words of a text that are not broken at a line end."""
    return frozenset(w.lower() for w in re.findall(r"(?<![-\w])[A-Za-z]+(?![-\w])", text))
