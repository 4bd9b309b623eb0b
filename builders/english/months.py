"""The months by name."""

from __future__ import annotations

MONTHS = tuple("January February March April May June July August September October November December".split())
MONTH = rf"(?:{'|'.join(MONTHS)})"  # a pattern that any of them meets
