"""Stored characters to reading characters: quotes, dashes, blanks, widths, ligatures, damage from encodings."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from customs_kg.builders.reading.text import EMPTY, SOFT_HYPHEN, Joiner, MappedText

_FOLDS = str.maketrans(
    {
        "‘": "'", "’": "'", "‚": "'", "‛": "'", "′": "'", "`": "'",
        "“": '"', "”": '"', "„": '"', "‟": '"', "″": '"', "«": '"', "»": '"', "「": '"', "」": '"',
        "‐": "-", "‑": "-", "‒": "-", "–": "-", "−": "-",
        "、": ",", "。": ".", "…": "...",
    }
)  # fmt: skip
_LONG_DASHES = "—―"
_UNUSUAL = re.compile(r"[ \t]{2,}|''|``|`|[^ -~]+")
# Lead and continuation characters of UTF-8 that was read as Windows-1252.
_DAMAGED = re.compile(
    r"[\u00c2-\u00df][\u0080-\u00bf\u0152-\u2122]|[\u00e0-\u00ef][\u0080-\u00bf\u0152-\u2122]{2}"
    r"|[\u00f0-\u00f4][\u0080-\u00bf\u0152-\u2122]{3}"
)
_LOST_APOSTROPHE = re.compile(r"\ufffd(?=(?:s|t|d|m|ll|re|ve)\b)")


def fold(text: str, start: int = 0) -> MappedText:
    """The reading form of a stretch of stored text that begins at offset `start`.

    Curly quotes, dashes and full-width characters become plain ones, ligatures their letters, a long dash one
    between blanks, any run of blanks one space; text that went through a wrong encoding is put right; zero-width,
    directional and control characters are dropped, and soft hyphens but for one at the end.
    """
    if _is_plain(text):
        plain = text.strip()
        return MappedText(plain, ((0, start + len(text) - len(text.lstrip())),)) if plain else EMPTY
    joiner = Joiner()
    at = 0
    ends_blank = True
    for match in _UNUSUAL.finditer(text):
        ends_blank = _put(joiner, text[at : match.start()], start + at, ends_blank=ends_blank)
        ends_blank = _put_unusual(joiner, text, match, start, ends_blank=ends_blank)
        at = match.end()
    _put(joiner, text[at:], start + at, ends_blank=ends_blank)
    return joiner.joined()


def _is_plain(text: str) -> bool:
    """Whether nothing in a text is unusual; it is asked of each line, and so of most lines without a pattern."""
    return text.isascii() and text.isprintable() and not any(mark in text for mark in ("  ", "''", "`"))


def _put(joiner: Joiner, piece: str, offset: int, *, ends_blank: bool) -> bool:
    """Appends a piece, its first blank left out where one stands there already; says whether it ends in a blank."""
    if piece and ends_blank and piece[0] == " ":
        piece, offset = piece[1:], offset + 1
    joiner.put(piece, offset)
    return piece[-1] == " " if piece else ends_blank


def _put_unusual(joiner: Joiner, text: str, match: re.Match[str], start: int, *, ends_blank: bool) -> bool:
    run = match.group()
    if run[0] in " \t":
        return _put(joiner, " ", start + match.start(), ends_blank=ends_blank)
    if run in ("''", "``"):
        return _put(joiner, '"', start + match.start(), ends_blank=ends_blank)
    for at, ch in _repaired(run):
        place = match.start() + at
        for plain in _reading_form(ch, text, place):
            ends_blank = _put(joiner, plain, start + place, ends_blank=ends_blank)
    return ends_blank


def _repaired(run: str) -> Iterator[tuple[int, str]]:
    """The characters of a run with their places; UTF-8 read as Windows-1252 is read again as what it was."""
    at = 0
    while at < len(run):
        damaged = _DAMAGED.match(run, at)
        mended = _decoded(damaged.group()) if damaged else ""
        yield at, mended or run[at]
        at = damaged.end() if damaged and mended else at + 1


@lru_cache(maxsize=4096)
def _decoded(damaged: str) -> str:
    try:
        return b"".join(_byte(ch) for ch in damaged).decode("utf-8")
    except UnicodeError:
        return ""


def _byte(ch: str) -> bytes:
    return ch.encode("latin-1") if "\x80" <= ch <= "\x9f" else ch.encode("cp1252")


def _reading_form(ch: str, text: str, place: int) -> str:
    if ch in _LONG_DASHES:
        between_figures = text[place - 1 : place].isdigit() and text[place + 1 : place + 2].isdigit()
        return "-" if between_figures else " - "
    if ch == SOFT_HYPHEN:
        return ch if place + 1 == len(text) else ""
    if ch == "\ufffd":
        return "'" if _LOST_APOSTROPHE.match(text, place) else ""
    return _plain(ch)


@lru_cache(maxsize=65536)
def _plain(ch: str) -> str:
    if ch.isspace():
        return " "
    if "\x80" <= ch <= "\x9f":
        ch = bytes((ord(ch),)).decode("cp1252", errors="ignore")
    if not ch or unicodedata.category(ch) in ("Cf", "Cc", "Co", "Cs", "Cn"):
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
