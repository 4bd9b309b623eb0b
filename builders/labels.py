"""Comparison forms of labels, and the short forms that a label implies."""

from __future__ import annotations

import re
from functools import lru_cache

from customs_kg.builders.classes import ck, class_of_description, class_of_name, words_of_phrase
from customs_kg.builders.gazetteer import stem

_SMALL = frozenset("the a an of and for in on &".split())
_ORDINAL_WORDS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth".split()
)
_ENDINGS = {1: "st", 2: "nd", 3: "rd"}
_ORDINALS = {word: f"{n}{_ENDINGS.get(n, 'th')}" for n, word in enumerate(_ORDINAL_WORDS, start=1)}
_SPELLINGS = {"nationwide": "nation wide"}
_GENERIC_ENDS = ck("Reform WorkingMethod Campaign Programme PolicyInitiative PolicyPrinciple Operation Project")
_SHORTENED = ck(
    "PublicBody CustomsAdministration CustomsHeadquarters CustomsUnit SubAdministration Post "
    "SupervisedAssociation Meeting EnforcementForce OperationsCenter StationedOffice "
    "CoordinationMechanism Agreement EducationalInstitution"
)


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


def implied_short_forms(label: str, cls: str, territory_labels: frozenset[str]) -> list[str]:
    """Names that stand for the thing too: without "of <its territory>", a generic last noun or "reform of"."""
    found = []
    if cls in _SHORTENED:
        whole = label
        while (m := re.match(r"(.+?) of (?:the )?([^,]+)$", whole)) and _names_owner(whole, m, territory_labels):
            cut = whole.rfind(" of ")
            whole = whole[:cut]
            if len(words_of_phrase(whole)) > 1:
                found.append(whole)
    if cls in _GENERIC_ENDS:
        found.extend(_without_generic(label, cls))
    return found


def _names_owner(whole: str, m: re.Match[str], territory_labels: frozenset[str]) -> bool:
    last = re.sub(r"^the ", "", whole[whole.rfind(" of ") + 4 :])
    return last in territory_labels or (last == "Customs" and "Sub-" in whole)


def _without_generic(label: str, cls: str) -> list[str]:
    words = label.split()
    ending, size = class_of_description(words_of_phrase(label))
    found = []
    if ending == cls and size == 1 and len(words) > 2 and label[0].islower() and words[-2].lower() not in ("and", "of"):
        found.append(" ".join(words[:-1]))
    if m := re.match(r"(?:[\w-]+ )?([\w-]+) of (?:the )?(.+)$", label):
        named = class_of_description([m.group(1)])[0] or class_of_name(m.group(1))
        if named == cls and len(m.group(2).split()) > 1:
            found.append(m.group(2))
    return found
