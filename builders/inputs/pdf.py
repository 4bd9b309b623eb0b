"""PDF files to text: words with their places by PDFium, put in reading order page by page."""

from __future__ import annotations

import ctypes
import math
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from customs_kg.builders.inputs.extras import missing_extra
from customs_kg.builders.inputs.pdf_pages import Page, write_pages
from customs_kg.builders.inputs.pdf_streams import check_streams
from customs_kg.builders.inputs.pdf_words import Word
from customs_kg.ontology.errors import InputError

_MAX_PAGES = 5000
_MAX_CHARACTERS = 16_000_000  # of a whole file: the text of some hundred reports
_BOLD = re.compile(rb"(?i)bold|black|heavy")
_HYPHENS = frozenset({0x02, 0xFFFE})  # what PDFium gives for a hyphen at a line end
_REASONS = {3: "damaged or not a PDF", 4: "protected by a password", 5: "encrypted in a way that is not supported"}


def read_pdf(data: bytes, name: str) -> tuple[str, tuple[int, ...]]:
    """The text of a PDF in reading order, and the offset at which each of its pages begins.

    Columns are read one after the other; running headers, footers and page numbers are left out.

    Raises:
        InputError: pypdfium2 is not installed; the file is damaged, encrypted, too long, unpacks to too much, or
            holds pictures of pages and no text.
    """
    try:
        import pypdfium2  # type: ignore[import-untyped]
    except ModuleNotFoundError:
        raise missing_extra(name, "a PDF", "pdf") from None
    check_streams(data, name)
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        reason = _REASONS.get(getattr(error, "err_code", 0) or 0, "damaged or not a PDF")
        raise InputError(f"{name} is {reason}: save a copy that opens without a password and try again.") from error
    try:
        return _read(document, name)
    except pypdfium2.PdfiumError as error:
        raise InputError(f"{name} is a damaged PDF ({error}): print or save it again as PDF.") from error
    finally:
        document.close()


def _read(document: Any, name: str) -> tuple[str, tuple[int, ...]]:
    count = len(document)
    if count > _MAX_PAGES:
        raise InputError(f"{name} has {count} pages: expected one report, at most {_MAX_PAGES} pages; split it.")
    pages: list[Page] = []
    characters = 0
    for number in range(count):
        page = _page(document, number)
        characters += sum(len(word.text) for word in page.words)
        if characters > _MAX_CHARACTERS:
            raise InputError(
                f"{name} holds more than {_MAX_CHARACTERS:,} characters by page {number + 1}: "
                "expected one report; split it."
            )
        pages.append(page)
    if characters < 2 * count and not any(
        word.text.isalpha() and len(word.text) > 3 for p in pages for word in p.words
    ):
        raise InputError(
            f"{name} holds no text on its {count} pages, only pictures: it may be a scan; run OCR on it first "
            "(ocrmypdf does) and give the result."
        )
    return write_pages(pages)


def _page(document: Any, number: int) -> Page:
    page = document[number]
    try:
        width, height = page.get_size()
        if page.get_rotation() in (90, 270):  # the size is that of the page as shown, places are not
            width, height = height, width
        text = page.get_textpage()
        try:
            turned = list(_words(text, width, height))
        finally:
            text.close()
    finally:
        page.close()
    turns = Counter(turn for turn, word in turned for _ in word.text)
    main = min(turns, key=lambda turn: (-turns[turn], turn), default=0)
    words = tuple(word for turn, word in turned if turn == main)
    aside = tuple(word for turn, word in sorted(turned, key=lambda found: found[0]) if turn != main)
    return Page(words, *((height, width) if main in (90, 270) else (width, height)), aside)


def _words(text: Any, width: float, height: float) -> Iterator[tuple[int, Word]]:
    """The words of a text page in the order of the file, each with its direction and its place as if upright.

    The letters of a ligature (the three of "ffi" in one glyph) all have the place of the glyph.
    """
    import pypdfium2.raw as raw  # type: ignore[import-untyped]

    letters: list[str] = []
    box: list[float] = []
    last: list[float] | None = None
    first = direction = 0
    for at in range(raw.FPDFText_CountChars(text)):
        letter = _letter(raw.FPDFText_GetUnicode(text, at))
        place = None if letter.isspace() else _box(raw, text, at)
        turn = _direction(raw.FPDFText_GetCharAngle(text, at)) if place else direction
        if place is not None:
            place = _upright(place, turn, width, height)
        of_ligature = bool(letters) and place == last and (letter != letters[-1] or letter == "f")
        if letters and not of_ligature and (place is None or turn != direction or _apart(box, place)):
            yield direction, _word(raw, text, letters, box, first)
            letters, box = [], []
        if place is not None:
            first, direction = (first, direction) if letters else (at, turn)
            letters.append(letter)
            box = _around(box, place) if box else place
        last = place
    if letters:
        yield direction, _word(raw, text, letters, box, first)


def _direction(radians: float) -> int:
    """The direction in which letters run, in degrees anticlockwise (PDFium counts clockwise): 0, 90, 180 or 270."""
    return -round(math.degrees(radians) / 90) % 4 * 90 if radians > 0 else 0


def _around(box: list[float], place: list[float]) -> list[float]:
    return [*map(min, box[:2], place[:2]), *map(max, box[2:], place[2:])]


def _letter(code: int) -> str:
    if code in _HYPHENS:
        return "-"
    if code == 0 or 0xD800 <= code <= 0xDFFF or code > 0x10FFFF:
        return "\ufffd"
    return chr(code)


def _box(raw: Any, text: Any, at: int) -> list[float] | None:
    """Left, bottom, right and top of a character, as high as its font; None for one without a place."""
    rectangle = raw.FS_RECTF()
    if not raw.FPDFText_GetLooseCharBox(text, at, ctypes.byref(rectangle)):
        return None
    left, right = sorted((rectangle.left, rectangle.right))
    bottom, top = sorted((rectangle.bottom, rectangle.top))
    return [left, bottom, right, top] if top > bottom else None


def _apart(box: list[float], place: list[float]) -> bool:
    """The character does not follow on the word: it stands elsewhere on the line, or on another line."""
    size = box[3] - box[1]
    shared = min(box[3], place[3]) - max(box[1], place[1])
    return shared < 0.4 * min(size, place[3] - place[1]) or not -0.5 * size < place[0] - box[2] < 0.6 * size


def _word(raw: Any, text: Any, letters: list[str], box: list[float], first: int) -> Word:
    bold = raw.FPDFText_GetFontWeight(text, first) >= 600 or bool(_BOLD.search(_font(raw, text, first)))
    return Word("".join(letters), box[0], box[1], box[2], box[3], bold)


def _font(raw: Any, text: Any, at: int) -> bytes:
    """The name of the font of a character."""
    name = ctypes.create_string_buffer(128)
    raw.FPDFText_GetFontInfo(text, at, name, len(name), None)
    return name.value


def _upright(box: list[float], turn: int, width: float, height: float) -> list[float]:
    """The place of a letter on the page once that is turned so that the letter stands upright."""
    left, bottom, right, top = box
    if turn == 90:
        return [bottom, width - right, top, width - left]
    if turn == 180:
        return [width - right, height - top, width - left, height - bottom]
    if turn == 270:
        return [height - top, left, height - bottom, right]
    return box
