"""Readings by hand of the real report, held as offsets: what a careful analyst finds in it.

`china-customs-2016.json` is the whole annotation, `five-kinds.json` the sets of the five kinds that the graph
exists for, `sections.json` the chapters and the rows of the closing list. None of them holds a sentence.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent


def load(name: str) -> dict[str, Any]:
    """The reading of that file name, without its ending: `china-customs-2016`, `five-kinds` or `sections`."""
    reading: dict[str, Any] = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    return reading
