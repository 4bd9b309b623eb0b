"""Turn a reading held as offsets into the scorer's format, which wants the words themselves.

A reading names places of a stored text as `[start, end)` in Unicode code points (`at`, `also_at`,
`aliases_at`). The scorer wants `quote`, `also_in` and plain aliases. The words come out of the text at run
time, so that no sentence of a report is kept in the repository.

Usage: python rehydrate.py READING.json REPORT.txt OUT.json
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

PLACES = ("at", "also_at", "aliases_at")


def words(text: str, place: Sequence[int]) -> str:
    """The words at the place `[start, end)`, every run of white space made one space."""
    start, end = place
    return " ".join(text[start:end].split())


def read_text(path: Path) -> str:
    """The text as the offsets count it: no byte-order mark, carriage returns kept."""
    return path.read_bytes().decode("utf-8-sig")


def check_text(reading: dict[str, Any], text: str) -> None:
    """Refuse a text that the offsets were not taken from.

    Raises:
        ValueError: the digest of the text is not the one that the reading names.
    """
    digest = hashlib.sha256(text.encode("utf-8")).hexdigest()
    if digest != reading["text"]["sha256"]:
        raise ValueError(
            f"the offsets of {reading['document']} belong to another text: expected SHA-256 "
            f"{reading['text']['sha256']}, this one has {digest}; read the text that they were taken from"
        )


def _plain(item: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in item.items() if key not in PLACES}


def _entity(item: dict[str, Any], text: str) -> dict[str, Any]:
    long_names = [words(text, place) for place in item.get("aliases_at", [])]
    return _plain(item) | {"aliases": [*item["aliases"], *long_names]}


def _quoted(item: dict[str, Any], text: str) -> dict[str, Any]:
    out = _plain(item) | {"quote": words(text, item["at"])}
    if item.get("also_at"):
        out["also_in"] = [words(text, place) for place in item["also_at"]]
    return out


def _commitment(item: dict[str, Any], text: str) -> dict[str, Any]:
    out = _quoted(item, text)
    if "also_in" in out:
        out["also_in"] = [{"quote": quote} for quote in out["also_in"]]
    return out


def rehydrate(reading: dict[str, Any], text: str) -> dict[str, Any]:
    """The reading in the scorer's format, with quotes out of the text in the place of offsets.

    Raises:
        ValueError: the reading was made of another text.
    """
    check_text(reading, text)
    return reading | {
        "entities": [_entity(item, text) for item in reading["entities"]],
        "metrics": [_quoted(item, text) for item in reading["metrics"]],
        "relations": [_quoted(item, text) for item in reading["relations"]],
        "commitments": [_commitment(item, text) for item in reading["commitments"]],
    }


def main(argv: Sequence[str] | None = None) -> int:
    """Read a reading and its report, and write the scorer's file."""
    parser = argparse.ArgumentParser(description="Write a reading in the scorer's format.")
    parser.add_argument("reading", type=Path)
    parser.add_argument("report", type=Path)
    parser.add_argument("out", type=Path)
    args = parser.parse_args(argv)
    try:
        reading = json.loads(args.reading.read_text(encoding="utf-8"))
        gold = rehydrate(reading, read_text(args.report))
        args.out.write_text(json.dumps(gold, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    except (OSError, ValueError) as error:
        parser.exit(2, f"rehydrate: {error}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
