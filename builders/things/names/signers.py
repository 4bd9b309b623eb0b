"""Persons whose name is all of a line under "Foreword", or of a cell under "Head of office"."""

from __future__ import annotations

import re

from customs_kg.builders.things.known.candidates import Reading
from customs_kg.builders.things.known.classes import class_of_name
from customs_kg.builders.things.known.word_shapes import PARTICLES

_LINE = 60  # characters of a line that a message is signed with
_MESSAGE = re.compile(
    r"\b(?:message|foreword|preface|overview|introduction|statement|letter|address|review|remarks|word|words|"
    r"welcome|note|report)\b",
    re.I,
)
# a column of a table with those who head what its rows are about
OFFICE_COLUMN = re.compile(
    r"(?:name of (?:the )?)?(?:acting )?(?:(?:assistant|deputy|executive|regional) )?(?:head|director|chief|"
    r"commissioner|collector|manager|commander|chair(?:man|person)?|officer in charge|in charge|headed by|led by)"
    r"(?: (?:of|in) [a-z ]{3,20})?",
    re.I,
)


def is_signature(reading: Reading) -> bool:
    """Whether a passage is nothing but the name of a person, under a message or in a column of such names."""
    name, segment = reading.text.strip(" ,"), reading.passage.segment
    place = OFFICE_COLUMN.fullmatch(segment.column) if reading.passage.is_cell else _MESSAGE.search(segment.topic)
    if len(name) > _LINE or place is None or not has_form_of_person(name):
        return False
    return not class_of_name(name) and not reading.known


def has_form_of_person(name: str) -> bool:
    """Two to five words or initials, each with a capital and not all of capitals.

    >>> has_form_of_person("Ana M. de la Cruz"), has_form_of_person("ANNEX TWO"), has_form_of_person("Table 4")
    (True, False, False)
    """
    words = name.split()
    proper = all(w[0].isupper() or w in PARTICLES for w in words) and not name.isupper()
    return 2 <= len(words) <= 5 and proper and all(re.fullmatch(r"[^\W\d_]+(?:[.'-][^\W\d_]*)*\.?", w) for w in words)
