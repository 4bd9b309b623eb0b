"""Who signs a message to the reader: a name that is all of a line under a heading such as "Foreword"."""

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


def is_signature(reading: Reading) -> bool:
    """Whether a passage is nothing but the name of a person, under a message."""
    name = reading.text.strip(" ,")
    if len(name) > _LINE or not _MESSAGE.search(reading.passage.segment.topic) or not has_form_of_person(name):
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
