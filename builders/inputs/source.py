"""One file to the text that is stored: what kind of file it is, by its first bytes and then by its name."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from pathlib import PurePath

from customs_kg.builders.inputs.encoded import decode, html_encoding
from customs_kg.builders.reading.text import MAX_BYTES
from customs_kg.ontology.errors import InputError

SUFFIXES = (".docx", ".htm", ".html", ".markdown", ".md", ".pdf", ".text", ".txt", ".xhtml")
MAX_FILE = 256 * 1024 * 1024  # a printed report with its pictures; its text may be MAX_BYTES

_WEB = (".html", ".htm", ".xhtml")
_MARKDOWN = (".md", ".markdown")
_FOREIGN = (
    (b"\xd0\xcf\x11\xe0", "an encrypted or old Office file (.doc, .xls): open it and save it as .docx or PDF"),
    (b"{\\rtf", "a rich text file (RTF): open it in a word processor and save it as .docx or PDF"),
    (b"\x89PNG", "a picture: a report as text is expected; run OCR on it first"),
    (b"\xff\xd8\xff", "a picture: a report as text is expected; run OCR on it first"),
    (b"II*\0", "a picture: a report as text is expected; run OCR on it first"),
    (b"MM\0*", "a picture: a report as text is expected; run OCR on it first"),
    (b"\x1f\x8b", "a compressed file (gzip): unpack it first"),
    (b"Rar!", "a compressed file (RAR): unpack it first"),
    (b"7z\xbc\xaf", "a compressed file (7z): unpack it first"),
)


@dataclass(frozen=True, slots=True)
class SourceText:
    """The text of a report as it will be stored.

    `data` is UTF-8; offsets count its characters. `original` is the SHA-256 of the file where `data` is not the
    bytes of the file itself. `pages` are the offsets at which pages begin, none where there are no pages.
    """

    name: str
    data: bytes
    original: str = ""
    pages: tuple[int, ...] = ()


def read_source_text(data: bytes, name: str, encoding: str | None = None) -> SourceText:
    """The text of a file.

    Args:
        data: The bytes of the file.
        name: Its name without folders.
        encoding: That of a text, HTML or Markdown file without a byte-order mark; UTF-8 if None.

    Raises:
        InputError: The file is empty, too large, of another kind, damaged, or holds no text.
    """
    _check_size(data, name)
    suffix = PurePath(name).suffix.lower()
    if _is_pdf(data):
        from customs_kg.builders.inputs.pdf import read_pdf

        text, pages = read_pdf(data, name)
        return _extracted(text, data, name, pages)
    if data.startswith(b"PK\x03\x04") or suffix == ".docx":
        from customs_kg.builders.inputs.docx import read_docx

        _refuse_foreign(data, name)
        return _extracted(read_docx(data, name), data, name)
    if suffix == ".pdf":
        raise InputError(f"{name} is no PDF (it does not begin with %PDF-): it may be damaged; save it again.")
    _refuse_foreign(data, name)
    if suffix in _WEB or _is_html(data):
        from customs_kg.builders.inputs.html import read_html

        return _extracted(read_html(decode(data, name, encoding or html_encoding(data)), name), data, name)
    text = decode(data, name, encoding)
    if suffix in _MARKDOWN:
        from customs_kg.builders.inputs.markdown import read_markdown

        return _extracted(read_markdown(text, name), data, name)
    as_utf8 = text.encode("utf-8")
    plain = data.removeprefix(b"\xef\xbb\xbf") == as_utf8
    return SourceText(name, data) if plain else _extracted(text, data, name)


def _check_size(data: bytes, name: str) -> None:
    if not data.strip(b"\xef\xbb\xbf\xff\xfe \t\r\n\0"):
        raise InputError(f"{name} is empty: a report was expected; give a file that holds one.")
    limit = MAX_FILE if _is_pdf(data) or data.startswith(b"PK\x03\x04") else MAX_BYTES
    if len(data) > limit:
        raise InputError(
            f"{name} has {len(data) / 2**20:.1f} MB: expected one report, at most {limit // 2**20} MB; "
            "give each report as a file of its own."
        )


def _is_pdf(data: bytes) -> bool:
    return b"%PDF-" in data[:1024] and not _is_html(data)


def _is_html(data: bytes) -> bool:
    return re.match(rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml\b[^>]*>\s*)?(?:<!--.{0,500}?-->\s*)*<(?:!doctype\s+html|html)\b",
                    data[:2048], re.I | re.DOTALL) is not None  # fmt: skip


def _refuse_foreign(data: bytes, name: str) -> None:
    for start, said in _FOREIGN:
        if data.startswith(start):
            raise InputError(f"{name} is {said}.")


def _extracted(text: str, data: bytes, name: str, pages: tuple[int, ...] = ()) -> SourceText:
    if not any(ch.isalnum() for ch in text):
        raise InputError(f"{name} holds no letters or figures: expected the text of a report.")
    stored = text.encode("utf-8", "replace")  # lone surrogates, which no encoding has
    if len(stored) > MAX_BYTES:
        raise InputError(
            f"{name} holds {len(stored) / 2**20:.1f} MB of text: expected one report, at most {MAX_BYTES // 2**20} MB; "
            "give each report as a file of its own."
        )
    return SourceText(name, stored, hashlib.sha256(data).hexdigest(), pages)
