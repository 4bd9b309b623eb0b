"""Things that a list names under one heading: "its functions include A, B and C", "products such as A and B"."""

from __future__ import annotations

import re
from itertools import pairwise

from customs_kg.builders.things.known.candidates import FAIR, Candidate, Reading
from customs_kg.builders.things.known.classes import ck, class_of_description, words_of_phrase
from customs_kg.ontology.iris import CK

_FUNCTION = CK + "CustomsFunction"
_INTRODUCED = re.compile(
    r"\b((?:[A-Za-z-]+ ){0,3}?[a-z-]+s),? (?:mainly |chiefly |also )?"
    r"(?:such as|including|includes?|comprises?|are|were|namely,?|i\.e\.,?)(?: those of| mainly)? ?(?=[a-z])|"
    r"\b((?:[a-z-]+ ){0,3}?[a-z-]+s): ?(?=[a-z])|\b(responsible for) (?=[a-z])"
)
_ITEM_END = re.compile(
    r" (?:was|were|is|are|has|have|had|will|which|that|who) |,? and |, (?:and )?|;(?: and)? |[.:()]|$"
)
_LISTED = ck("CustomsFunction GoodsCategory")
_FUNCTION_WORDS = frozenset("functions aspects tasks duties responsibilities missions mandates".split())
_FUNCTION_HEADS = re.compile(
    r"(?:tion|ment|ing|ance|sis|control|statistics|security|work|protection|cooperation|management)s?$"
)
_LINKS = frozenset("of over against for".split())
_BAD_START = frozenset(
    "the a an its their our this that to it we they which who not also both all any is are was were".split()
)


# in whatever the pattern above finds: it begins with what is rare, so that most texts are passed over
_LEADS = re.compile(
    r"s(?:: ?[a-z]|,? (?:mainly |chiefly |also )?"
    r"(?:such as|including|include|comprise|are|were|namely|i\.e\.))|responsible for [a-z]"
)


def find_listed(reading: Reading) -> list[Candidate]:
    """The items of the lists of a passage whose heading is a kind of function or of goods."""
    found: list[Candidate] = []
    for m in _INTRODUCED.finditer(reading.text) if _LEADS.search(reading.text) else ():
        cls = _heading_class(m)
        if not cls and m.group(1) and m.group().rstrip().endswith(("include", "includes")):
            end = m.start() + len(m.group(1))
            cls = _FUNCTION if any(k.end == end and "/function-" in k.target for k in reading.known) else ""
        told = m.group().split()[-1] in ("are", "were")  # "goods were seized" is no list
        if cls and (cls == _FUNCTION or not told):
            found.extend(_items(reading, m.end(), cls))
    return found


def _heading_class(m: re.Match[str]) -> str:
    words = (m.group(1) or m.group(2) or m.group(3)).split()
    if m.group(3) or _FUNCTION_WORDS & set(words[-2:]):
        return _FUNCTION
    cls, _ = class_of_description(words)
    if cls in _LISTED:
        return cls
    return CK + "GoodsCategory" if words[-1] in ("products", "goods", "commodities") else ""


def _items(reading: Reading, at: int, cls: str) -> list[Candidate]:
    found: list[Candidate] = []
    text = reading.text
    while end := _ITEM_END.search(text, at):
        item = text[at : end.start()]
        if not _is_item(item, cls):
            break
        found.append(Candidate(reading.index, at, end.start(), item, cls, "description", FAIR, core_end=end.start()))
        if end.group().strip(" ,;") not in ("", "and") or not end.group() or len(found) > 12:
            break
        at = end.end()
    return found if len(found) > 1 or cls != _FUNCTION else []


def _is_item(item: str, cls: str) -> bool:
    words = item.split()
    if (
        not 1 <= len(words) <= 7
        or not words[0][0].islower()
        or words[0] in _BAD_START
        or any(ch.isdigit() for ch in item)
    ):
        return False
    if cls != _FUNCTION:
        return len(words) <= 3 and class_of_description(words_of_phrase(item))[0] in ("", cls)
    heads = [words[-1], words[0], *(w for w, after in pairwise(words) if after in _LINKS)]
    return len(words) > 1 and any(_FUNCTION_HEADS.search(w) for w in heads)
