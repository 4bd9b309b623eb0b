"""How much the compressed parts of a PDF unpack to: looked at before PDFium, which knows no bound, reads the file."""

from __future__ import annotations

import re
import zlib

from customs_kg.ontology.errors import InputError

_LARGEST = 32 * 1024 * 1024  # of a part that draws a page or holds objects; PDFium takes some twenty times as much
_LARGEST_PICTURE = 128 * 1024 * 1024  # of a picture, which is not unpacked to read text
_STREAM = re.compile(rb"\bstream\r?\n")
_HEAD = 2048  # bytes before a stream in which its dictionary stands
_FILTER = re.compile(rb"/(?:FlateDecode|Fl)\b")
_PICTURE = re.compile(rb"/Subtype\s*/Image\b")


def check_streams(data: bytes, name: str) -> None:
    """Pass if no part of the file that is compressed with Flate unpacks to more than a report needs.

    Raises:
        InputError: One does.
    """
    end = 0
    for match in _STREAM.finditer(data):
        if match.start() < end:
            continue  # inside the part before, by chance
        head = data[max(match.start() - _HEAD, 0) : match.start()].rpartition(b" obj")[2]
        times = len(_FILTER.findall(head))
        if not times:
            continue
        limit = _LARGEST_PICTURE if _PICTURE.search(head) else _LARGEST
        size, used = _unpacked(data, match.end(), times, limit)
        end = match.end() + used
        if size > limit:
            raise InputError(
                f"{name} holds a part that unpacks to more than {limit // 2**20} MB: expected one report; "
                "print or save it again as PDF."
            )


def _unpacked(data: bytes, start: int, times: int, limit: int) -> tuple[int, int]:
    """The size of a part after `times` passes, at most about `limit`, and how many bytes of the file it takes."""
    part, used = memoryview(data)[start:], 0
    for passed in range(times):
        unpacker = zlib.decompressobj()
        try:
            unpacked = unpacker.decompress(part, limit + 1)
        except zlib.error:  # encrypted or damaged: PDFium says so
            return 0, used
        if not passed:
            used = len(part) - len(unpacker.unused_data) - len(unpacker.unconsumed_tail)
        if len(unpacked) > limit:
            return len(unpacked), used
        part = memoryview(unpacked)
    return len(part), used
