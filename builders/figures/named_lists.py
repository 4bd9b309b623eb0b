"""Counts beside the full list of what they count: "three of the five ports reopened: Sund, Holm and Vik"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from customs_kg.builders.document import Document
from customs_kg.builders.figures.figure import Key, StatedList, Told, prose_by_passage
from customs_kg.builders.quantities.units import NUM
from customs_kg.graph.model import MeasureKind, Qualifier

_FEWEST, _MOST = 3, 12  # names of a list that is given in full
_FAR = 2
_NAME = r"(?:the |an? )?[A-Z][^\s,;:.()]*(?: (?:of|the|for|de|del|la|on|&) [A-Z][^\s,;:.()]*| [A-Z][^\s,;:.()]*)*"
_LIST = re.compile(
    rf"(?::|,? namely|,? viz\.?| [\u2013\u2014]|(?P<bracket> \()|(?P<comma>,)) ?(?:in |at |with |to |by )?"
    rf"(?P<names>{_NAME}(?:, {_NAME})+,? and {_NAME})(?(bracket)\)|(?(comma),|(?=[.;]|$)))"
)
_PARTLY = re.compile(
    r"\b(?:among|includ\w+|such as|e\.g\.|for example|mainly|chiefly|notably|first|others?|more|between"
    r"|respectively)\b",
    re.IGNORECASE,
)
_OF_THE = re.compile(r" of (?:the|its|our|their|all) ")
_ITEMS = re.compile(r",? and |, ")
_UP_TO_LIST = re.compile(r"(?: [^\s,;:.()\d]+){1,12}")


def named_lists(document: Document, told: Told, uses: Mapping[Key, str]) -> Iterator[StatedList]:
    """The counts whose things are named one by one behind a colon, a dash, "namely" or in brackets."""
    for index, keys in prose_by_passage(document, told, {MeasureKind.LEVEL}).items():
        passage = document.passages[index]
        for found in _LIST.finditer(passage.text) if ", " in passage.text else ():
            key = _counted(passage.text, keys, found.start(), told)
            names = _ITEMS.split(found["names"])
            if key is not None and _FEWEST <= len(names) <= _MOST and not _PARTLY.search(passage.text):
                span = passage.segment.text.span(found.start("names"), found.end("names"))
                yield StatedList(uses[key], len(names), " ".join(found["names"].split()), span)


def _counted(text: str, keys: Sequence[Key], at: int, told: Told) -> Key | None:
    """The one count of the clause before a list; of "three of the five ports" the first."""
    before = [k for k in keys if told[k].quantity.end <= at]
    between = text[told[before[0]].quantity.end : before[-1][1]] if before else ""
    if len(before) > 2 or (len(before) == 2 and not _OF_THE.fullmatch(between)) or not before:
        return None
    reading, last = told[before[0]], told[before[-1]]
    exact = reading.unit == NUM and reading.qualifier is Qualifier.EXACT and reading.exponent == 0
    direct = _UP_TO_LIST.fullmatch(text, last.quantity.end, at)
    return before[0] if exact and direct and reading.value <= _MOST + _FAR else None
