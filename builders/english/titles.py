"""Titles before the names of persons: "Dr. A", "Sir B"."""

from __future__ import annotations

TITLE = r"(?:(?:Mr|Mrs|Ms|Dr|Sir|Dame|Prof|Eng|Hon|Shri|Smt|Comrade)\.? )?"  # of a regular expression; or none
