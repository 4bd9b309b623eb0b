"""Comparison forms of labels, and the short forms that a label implies."""

from __future__ import annotations

import re
from functools import lru_cache

from customs_kg.builders.english.words import can_be_noun, is_english
from customs_kg.builders.things.known.classes import ck, class_of_description, class_of_name, words_of_phrase
from customs_kg.builders.things.known.gazetteer import stem
from customs_kg.builders.things.known.territories import known_things, opens_with_land
from customs_kg.builders.things.known.word_shapes import is_acronym
from customs_kg.ontology.iris import CK

_SMALL = frozenset("the a an of and for in on &".split())
_ORDINAL_WORDS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth".split()
)
_ENDINGS = {1: "st", 2: "nd", 3: "rd"}
_ORDINALS = {word: f"{n}{_ENDINGS.get(n, 'th')}" for n, word in enumerate(_ORDINAL_WORDS, start=1)}
_SPELLINGS = {"nationwide": "nation wide"}
_GENERIC_ENDS = ck("Reform WorkingMethod Campaign Programme PolicyInitiative PolicyPrinciple Operation Project")
_PLACES = ck("Place PlaceGroup")
_YEARED = re.compile(
    r"[A-Z].* (Act|Law|Ordinance|Code|Regulations?|Order|Decree|Proclamation)(?: of|,)? ((?:19|20)\d\d)"
)
_UNITS = ck("CustomsUnit PublicBody OperationsCenter EnforcementForce CoordinationMechanism")
_SHORTENED = ck(
    "PublicBody CustomsAdministration CustomsHeadquarters CustomsUnit SubAdministration Post "
    "SupervisedAssociation Meeting EnforcementForce OperationsCenter StationedOffice "
    "CoordinationMechanism Agreement EducationalInstitution"
)
_OF = re.compile(r" of (?:the )?")


@lru_cache(maxsize=20_000)
def label_key(label: str) -> str:
    """The form in which two spellings of one name agree: case, articles, hyphens, plurals, ordinals, Centre/Center.

    >>> label_key("the “Thirteenth Five-Year Plan”") == label_key("13th Five Year Plans")
    True
    """
    words = [stem(w) for w in words_of_phrase(label.replace("’", "'"))]
    words = [_SPELLINGS.get(w, w) for w in words if w not in _SMALL]
    words = [re.sub(r"(is)(ation|e|ed|ing)$", r"iz\2", _ORDINALS.get(w, w)) for w in words]
    return " ".join(words)


@lru_cache(maxsize=1)
def known_keys() -> frozenset[str]:
    """The forms in which the spellings of the known things agree."""
    return frozenset(label_key(label) for entry in known_things().values() for label in entry.labels)


def implied_short_forms(label: str, cls: str, owners: frozenset[str]) -> list[str]:
    """Names that stand for the thing too: without "of <its territory>", a generic last noun or "reform of".

    `owners` are the names of the report's territory and of well-known bodies.
    """
    found = without_owner(label, cls, owners)
    if cls == CK + "LegalInstrument" and (m := _YEARED.fullmatch(label)):
        found.append(f"{m.group(2)} {m.group(1)}")  # "the 1996 Act"
    if cls == CK + "PublicBody" and (m := re.match(r"(?:\d{1,2}(?:st|nd|rd|th)|[A-Z][a-z]+th) (?=\w+ \w)", label)):
        found.append(label[m.end() :])
    if cls in _UNITS and (m := re.fullmatch(r"((?:[\w&'-]+ )+[\w'-]+) of the ([A-Z].*)", label)):
        owned = class_of_name(m.group(2)) in _SHORTENED and " " in m.group(2) and " of " not in m.group(1)
        found.extend([m.group(1)] if owned or (is_acronym(m.group(2)) and " of the " not in m.group(1)) else [])
    if cls in _UNITS and (m := re.fullmatch(r"((?:[\w&'-]+ )+[\w'-]+) of ([A-Z].*)", label)):
        found.extend([m.group(1)] if opens_with_land(m.group(2)) and class_of_name(m.group(2)) in _SHORTENED else [])
    if cls in _PLACES:
        found.extend(_bare_place(label))
    if cls in _GENERIC_ENDS:
        found.extend(_without_generic(label, cls))
    return found


def without_owner(label: str, cls: str, owners: frozenset[str]) -> list[str]:
    """The name of a body without the territory or body that it belongs to at its end.

    >>> without_owner("Port Society of Norland", CK + "SupervisedAssociation", frozenset({"Norland"}))
    ['Port Society']
    """
    if cls not in _SHORTENED:
        return []
    for m in _OF.finditer(label):
        owner, short = label[m.end() :], label[: m.start()]
        if (owner in owners or (owner == "Customs" and "Sub-" in short)) and len(words_of_phrase(short)) > 1:
            return [short, *without_owner(short, cls, owners)]
    return []


def _bare_place(label: str) -> list[str]:
    """The place without its kind: "Republic of X" is also X, and so are "X Islands" and "the port of X".

    >>> _bare_place("Canton of Ostrow")
    ['Ostrow']
    """
    if m := re.fullmatch(r"(?:[\w-]+ ){1,3}of (?:the )?([A-Z][\w-]+(?: [A-Z][\w-]+)?)", label):
        return [m.group(1)] if not is_english(m.group(1).split()[0]) else []
    m = re.fullmatch(r"([A-Z][\w-]+) (?:Islands|Province|Prefecture|County|Region|District|Governorate|City)", label)
    return [m.group(1)] if m and not is_english(m.group(1)) else []


def _without_generic(label: str, cls: str) -> list[str]:
    words = label.split()
    ending, size = class_of_description(words_of_phrase(label))
    found = []
    if m := re.fullmatch(r"([A-Z][\w'-]+(?: [A-Z][\w'-]+)+) (?:Programme|Program|Scheme|Project|Initiative)", label):
        found.extend([m.group(1)] if not class_of_name(m.group(1)) else [])
    rest_is_noun = len(words) > 2 and can_be_noun(words[-2].rpartition("-")[2])
    if ending == cls and size == 1 and label[0].islower() and rest_is_noun and words[-2].lower() not in ("and", "of"):
        found.append(" ".join(words[:-1]))
    if m := re.match(r"(?:[\w-]+ )?([\w-]+) of (?:the )?(.+)$", label):
        named = class_of_description([m.group(1)])[0] or class_of_name(m.group(1))
        if named == cls and len(m.group(2).split()) > 1:
            found.append(m.group(2))
    return found
