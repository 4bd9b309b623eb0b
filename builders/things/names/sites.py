"""What the lower-case noun behind a name makes of it: an office or post at a place, a unit of the named work."""

from __future__ import annotations

from collections.abc import Sequence

from customs_kg.builders.english.token import Token
from customs_kg.builders.english.words import is_english
from customs_kg.builders.things.known.candidates import Reading
from customs_kg.builders.things.known.classes import ck, class_of_name, words_of_phrase
from customs_kg.builders.things.names.introducing import can_modify, name_class
from customs_kg.ontology.iris import CK

UNIT_NOUNS = frozenset("division section branch directorate portfolio wing bureau inspectorate secretariat".split())
_SITES = ck("CustomsHouse Port SpecialControlArea OperationsCenter EnforcementForce TransportCorridor")
_SITED = _SITES | {CK + "EquipmentType"}


def site_after(reading: Reading, last: int) -> tuple[str, int]:
    """The class and the end of one office, port or zone named by the place before it: "Vintrup *border crossing*"."""
    tokens = reading.tokens
    if [t.lower for t in tokens[last : last + 3]] in (["port", "of", "entry"], ["point", "of", "entry"]):
        return CK + "Port", last + 3
    best = ("", last)
    for end in range(last + 1, min(len(tokens), last + 3) + 1):
        if not tokens[end - 1].text.islower() or not (can_modify(tokens[end - 1]) or _is_joined_word(tokens, end - 1)):
            break
        cls = _class_of_site([t.text for t in tokens[last:end]])
        whole = end == len(tokens) or not (end == last + 1 and (tokens[end].lower == "of" or _goes_on(tokens, end)))
        if cls and tokens[end - 1].tag in ("NN", "VBG") and (whole or cls in _SITES):
            best = (cls, end)
    return best


def unit_after(reading: Reading, first: int, last: int) -> str:
    """The class of a unit whose name `[first, last)` the noun for it follows: "the Duty Relief *division*".

    Not where the name is somebody's, who has such a unit: "the Tarn division".
    """
    tokens = reading.tokens
    if last >= len(tokens) or tokens[last].lower not in UNIT_NOUNS or not tokens[last].text.islower() or not first:
        return ""
    plain = all(is_english(w) and not w.isupper() for w in words_of_phrase(reading.words(first, last)))
    own = tokens[first - 1].tag in ("DT", "PRP$", "POS")
    if not (plain and own) or tokens[last].tag != "NN" or _goes_on(tokens, last + 1):
        return ""
    cls = class_of_name(f"{reading.words(first, last)} {tokens[last].text.title()}")
    return CK + "CustomsUnit" if cls == CK + "CustomsAdministration" else cls


def _class_of_site(words: list[str]) -> str:
    """The class of a noun for what stands at a place, "" for another; a bare "office" is a unit."""
    cls = CK + "CustomsUnit" if words == ["office"] else name_class(words)
    return cls if cls in _SITED or (cls == CK + "CustomsUnit" and words[-1].lower() == "office") else ""


def _is_joined_word(tokens: Sequence[Token], at: int) -> bool:
    """Whether a form in "-ed" goes with the noun behind it: "the Vintrup *integrated* border post"."""
    return tokens[at].tag == "VBD" and at + 1 < len(tokens) and tokens[at + 1].tag == "NN"


def _goes_on(tokens: Sequence[Token], at: int) -> bool:
    """Whether a noun only goes with the one behind it: "the Vintrup office *building*"."""
    return at < len(tokens) and tokens[at].is_noun and tokens[at].text.islower() and tokens[at].tag != "VBG"
