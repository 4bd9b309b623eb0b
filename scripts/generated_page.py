"""The frame of a script that writes a page of docs/: written, or with --check compared with what stands there."""

from __future__ import annotations

import sys
from pathlib import Path


def write_or_check(page: Path, text: str) -> int:
    """Write a page, or with --check among the arguments of the script say whether it is current.

    Gives the exit code: 1 where --check finds the page out of date, else 0.
    """
    if "--check" not in sys.argv[1:]:
        page.write_text(text, encoding="utf-8", newline="\n")
        return 0
    current = page.read_text(encoding="utf-8") == text
    print("the page is current" if current else f"{page.name} is out of date: run scripts/{Path(sys.argv[0]).name}")
    return int(not current)
