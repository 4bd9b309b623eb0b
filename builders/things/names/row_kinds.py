"""The class of a name from the kind of the row that holds it: "two launches, *A* and B", "A, *B* and other firms"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from customs_kg.builders.english.token import Token
from customs_kg.builders.things.known.candidates import Reading
from customs_kg.builders.things.known.classes import ck
from customs_kg.builders.things.known.word_shapes import is_proper
from customs_kg.builders.things.names.introducing import PRESENTED, name_class
from customs_kg.ontology.iris import CK

_LOCATED = ck("Place Port CustomsHouse SpecialControlArea TransportCorridor OperationsCenter CustomsDistrict")
_OTHERS = re.compile(
    r"(?:, [A-Z][\w&.'-]*(?: [A-Z&][\w&.'-]*){0,3}){0,5},? and (?:(?:a few|[a-z]+|\d[\d,]*) )?"
    r"other ((?:[a-z-]+ ){0,2}[a-z-]+s)\b"
)


def kind_before_row(reading: Reading, first: int) -> str:
    """The class of the places of a plural noun: "the ports of *A*, *B* and *C*", "its two ports, *A* and *B*"."""
    tokens = reading.tokens
    at = _list_opener(tokens, first)
    at += at >= 0 and tokens[at].tag == "NNS" and tokens[at + 1].text == ","
    if at < 1 or tokens[at].lower not in ("of", ",") or tokens[at - 1].tag != "NNS":
        return ""
    named = is_proper(tokens[first].text) or tokens[first + 1].text[0].isupper()
    if tokens[at].text == "," and not (named and _counts(tokens, at - 1)):
        return ""
    cls = name_class([t.text for t in tokens[max(0, at - 2) : at]])
    if cls in (CK + "PlaceGroup", CK + "OperationsCenter") and tokens[at].text == "of":
        return CK + "Place"  # "the laboratories of *A* and B"
    counted = tokens[at].text == "," and cls in PRESENTED  # "two launches, *A* and B"
    return cls if cls in _LOCATED or counted else CK + "Place" if cls == CK + "PlaceGroup" else ""


def _counts(tokens: Sequence[Token], noun: int) -> bool:
    """Whether a plural noun says how many or whose there are: "*its two* twin ports"."""
    return any(t.tag in ("CD", "PRP$", "POS") for t in tokens[max(0, noun - 3) : noun])


def kind_behind_row(reading: Reading, last: int) -> str:
    """The class of the kind that closes the row of a name: "*A*, B and 12 other firms"."""
    m = _OTHERS.match(reading.text, reading.tokens[last - 1].end)
    return name_class(m.group(1).split()) if m else ""


def _list_opener(tokens: Sequence[Token], first: int) -> int:
    """The position of the word before a name or the row of names that holds it; -1 for none."""
    at = first - 1
    while at > 1 and tokens[at].text in (",", "and", "or") and tokens[at - 1].text[0].isupper():
        at -= 1
        while at > 0 and (tokens[at].text[0].isupper() or tokens[at].text == ","):
            at -= 1
    return at
