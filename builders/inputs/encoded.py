"""Bytes to text: an encoding is stated by a mark in the file, by the file itself or by the user, never guessed."""

from __future__ import annotations

import codecs
import re

from customs_kg.ontology.errors import InputError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_META = re.compile(rb"<meta\b[^>]{0,300}?\bcharset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.I)
_XML = re.compile(rb"\A\s*<\?xml\b[^>]{0,100}?\bencoding\s*=\s*[\"']([\w.:-]{2,40})", re.I)
_HEAD = 4096  # bytes in which HTML must state its encoding


def decode(data: bytes, name: str, encoding: str | None = None) -> str:
    """The text of these bytes: by its byte-order mark, else in the encoding that the user names, else in UTF-8.

    Raises:
        InputError: The bytes are binary or not in that encoding, or there is no such encoding.
    """
    for mark, marked in _MARKS:
        if data.startswith(mark):
            return _decode(data[len(mark) :], name, marked)
    if encoding is None and b"\0" in data:
        raise InputError(
            f"{name} is a binary file (a zero byte at {data.index(0)}): expected the text of a report, or a PDF, "
            "Word, HTML or Markdown file; save it as one of these."
        )
    return _decode(data, name, _known(encoding, name) if encoding else "utf-8")


def html_encoding(data: bytes) -> str | None:
    """The encoding that an HTML file states in its head, None where it states none.

    As browsers do, what calls itself Latin-1 is read as Windows-1252.
    """
    match = _XML.search(data[:_HEAD]) or _META.search(data[:_HEAD])
    if match is None:
        return None
    stated = match[1].decode("ascii").lower()
    if stated.startswith(("utf-16", "utf-32")):  # a file that reads as ASCII so far is neither
        return "utf-8"
    return "cp1252" if stated in ("iso-8859-1", "latin1", "latin-1", "us-ascii", "ascii") else stated


def _known(encoding: str, name: str) -> str:
    try:
        found = codecs.lookup(encoding)
    except (LookupError, ValueError):
        found = None
    if found is None or not getattr(found, "_is_text_encoding", True):
        raise InputError(f"{name}: there is no encoding {encoding!r}; name one such as utf-8, cp1252 or gb18030.")
    return found.name


def _decode(data: bytes, name: str, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        at = f"byte {error.start} is 0x{data[error.start]:02x}" if error.start < len(data) else "it ends early"
        advice = (
            "save the report as UTF-8, or name its encoding with --encoding (cp1252 for Western Windows)."
            if encoding == "utf-8"
            else "save the report as UTF-8, or name another encoding with --encoding."
        )
        raise InputError(f"{name} is not {encoding.upper()} ({at}): {advice}") from error
