"""The class of a name from the rest of the report: from other mentions of it, from its neighbours in a row of names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from customs_kg.builders.things.classing.evidence import SURE, evidence_of, likely_class
from customs_kg.builders.things.known.candidates import FAIR, WEAK, Candidate, Reading
from customs_kg.builders.things.known.classes import ck, words_of_phrase
from customs_kg.builders.things.known.labels import label_key
from customs_kg.builders.things.known.word_shapes import is_proper
from customs_kg.builders.things.names.shapes import acts, admits, by_shape, is_foreign
from customs_kg.ontology.iris import CK, FOAF

_PLACE = CK + "Place"
_PERSON = FOAF + "Person"
_SYSTEM = CK + "InformationSystem"
_PLACES = ck("Place CustomsTerritory Port PlaceGroup")
_BODIES = ck(
    "PublicBody CustomsAdministration CustomsHeadquarters CustomsUnit SupervisedAssociation EnforcementForce "
    "CustomsHouse OperationsCenter EducationalInstitution Post CoordinationMechanism"
)
_SHARED = {
    CK + "CustomsTerritory": _PLACE,
    _PLACE: _PLACE,
    CK + "Port": _PLACE,
    CK + "CustomsHouse": CK + "CustomsHouse",
    _SYSTEM: _SYSTEM,
    CK + "PublicBody": CK + "PublicBody",
    CK + "CustomsAdministration": CK + "PublicBody",
    CK + "Company": CK + "Company",
    CK + "EquipmentType": CK + "EquipmentType",
    _PERSON: _PERSON,
}
_MADE = frozenset({_SYSTEM, CK + "EquipmentType"})  # made things, that English words name too
_EDITED = _MADE | ck("Operation Campaign Programme Project Meeting PlanDocument")
_EDITION = r"(?:\d{1,2}(?:\.\d)?|[IVX]+|(?:19|20)\d\d)"
_ROW = re.compile(r"(?:,|,? and|,? or|;)(?: (?:the|in|at|from|with))?")
_MEMBERS = re.compile(r"(?:,|,? and|,? or|;) (?:the |its |our )?")
_BRACKET = re.compile(r" ?\([^()\s]+\)")
_SEATED = re.compile(r"(?: \([A-Z][A-Za-z]+\))?, ")  # "the Tariff College (TC), Ostrow"
_REPLACES = re.compile(
    r"[^.;]{0,60}?\b(?:replac\w+|supersed\w+|succeeded|successor to|took over from|in place of|instead of|"
    r"linked (?:with|to)|connected (?:with|to)|integrated (?:with|into)|migrat\w+ to)\b[^.;]{0,40}?"
)
_OF_NAME = re.compile(r" of (?:the )?([A-Z][\w-]+)$")
_BRACKETED = re.compile(r"\(([^()\s]+)\)")


def type_by_report(found: Sequence[Candidate], readings: Sequence[Reading]) -> list[Candidate]:
    """The candidates with a class, those without one typed as the report shows them elsewhere; the rest left out."""
    typed = _by_company(_among_bodies(_by_editions(found), readings), readings)
    typed = _with_classes(typed, _classes_of(typed))
    for _ in range(2):  # a row of names may only be typed once one of them is
        typed = _by_neighbours(typed, readings)
        typed = _with_classes(typed, _classes_of(typed))
    return [c for c in by_shape(typed, readings) if c.cls]


def _by_editions(found: Sequence[Candidate]) -> list[Candidate]:
    """Names that differ from a surely typed one by their number alone are of its kind: "Hawk *IV*", "Sword *2021*"."""
    sure = {
        key: c.cls
        for c in found
        if c.cls in _EDITED and c.how != "description" and c.confidence > WEAK and (key := _edited(c.label))
    }
    return [
        c._replace(cls=sure[key], confidence=FAIR)
        if c.how in ("name", "quoted") and (not c.cls or c.confidence == WEAK) and (key := _edited(c.label)) in sure
        else c
        for c in found
    ]


def _edited(label: str) -> str:
    """The key of a name without the number of its edition, "" where it has none."""
    key = _without_edition(label)
    return key if key != label_key(label) else ""


def _among_bodies(found: Sequence[Candidate], readings: Sequence[Reading]) -> list[Candidate]:
    """English names with a body on either side in a row are bodies: "the Audit Office, *Sea Operations* and the"."""
    rows: dict[int, list[Candidate]] = {}
    for c in found:
        if c.passage >= 0 and c.how != "description":
            rows.setdefault(c.passage, []).append(c)
    given: dict[Candidate, str] = {}
    for passage, group in rows.items():
        row = sorted((c for c in group if c.label not in _shorts(readings[passage])), key=lambda c: (c.start, -c.end))
        for left, c, right in zip(row, row[1:], row[2:], strict=False):
            open_ = c.how == "name" and (not c.cls or c.confidence == WEAK) and " " in c.label
            sides = left.cls in _BODIES and right.cls in _BODIES
            gaps = (readings[passage].text[left.end : c.start], readings[passage].text[c.end : right.start])
            if open_ and sides and all(_MEMBERS.fullmatch(_BRACKET.sub("", gap)) for gap in gaps):
                given[c] = left.cls if left.cls == right.cls else CK + "PublicBody"
    return [c._replace(cls=given[c], confidence=FAIR) if c in given else c for c in found]


def _shorts(reading: Reading) -> frozenset[str]:
    """What stands alone in brackets in a passage."""
    return frozenset(_BRACKETED.findall(reading.text))


def _by_company(found: Sequence[Candidate], readings: Sequence[Reading]) -> list[Candidate]:
    """Names without a class, with the one that goes with the company they keep; rather that than a weak guess."""
    sure = {label_key(c.label) for c in found if c.cls and c.confidence > WEAK}
    lands = {label_key(place) for place in _places_of_bodies(found)}
    doubtful = (c for c in found if c.how in ("name", "quoted") and (not c.cls or c.confidence == WEAK))
    open_ = [c for c in doubtful if label_key(c.label) not in sure]
    votes = evidence_of(open_, readings)
    typed = {}
    for c in open_:
        least = SURE if c.cls or not is_foreign(c.label) else 1
        own = 1 if c.how == "quoted" else SURE
        spoken = votes.get(label_key(c.label), Counter()) + Counter({c.cls: own} if c.cls else {})
        admitted = {cls: n for cls, n in spoken.items() if cls == c.cls or admits(c.label, cls)}
        if cls := likely_class(admitted, least):
            land = cls == CK + "PublicBody" and label_key(c.label) in lands  # "Norland signed ..."
            typed[c] = c._replace(cls=CK + "CustomsTerritory" if land else cls, confidence=WEAK)
    return [typed.get(c, c) for c in found]


def _classes_of(found: Sequence[Candidate]) -> dict[str, str]:
    """The classes by label key: of typed names, of places that bodies are named after, of surnames."""
    classes: dict[str, str] = {}
    for place in _places_of_bodies(found):
        classes[label_key(place)] = _PLACE
    for c in found:
        if c.cls and c.how != "description":
            classes[label_key(c.label)] = c.cls
            if c.cls == _SYSTEM:
                classes.setdefault(_without_edition(c.label), c.cls)
            if c.cls in _PLACES and (m := re.match(r"(?:[\w-]+ ){1,3}of (?:the )?([A-Z]\w+)$", c.label)):
                classes.setdefault(label_key(m.group(1)), _PLACE)
    return classes


def _places_of_bodies(found: Iterable[Candidate]) -> set[str]:
    """The territories that names of bodies end or begin with: "Customs Service of *Ombria*", "*Ombria* Customs"."""
    places = set()
    for c in found:
        if c.cls not in _BODIES or c.how not in ("name", "registry"):
            continue
        of = _OF_NAME.search(c.label)
        if of and is_proper(of.group(1)) and not of.group(1).isupper():
            places.add(of.group(1))
        words = words_of_phrase(c.label)
        if c.cls == CK + "CustomsAdministration" and len(words) > 1 and is_proper(words[0]) and not words[0].isupper():
            places.add(words[0])
    return places


def _with_classes(found: Sequence[Candidate], classes: dict[str, str]) -> list[Candidate]:
    """The candidates, the untyped of them with the class of the same name; a number at the end set aside."""
    surnames = {
        c.label.split()[-1]: c.label for c in found if c.cls == _PERSON and " " in c.label and c.confidence > WEAK
    }
    typed = []
    for c in found:
        if c.cls:
            typed.append(c)
        elif c.label in surnames:
            typed.append(c._replace(cls=_PERSON, label=surnames[c.label], aliases=(c.label,)))
        else:
            cls = classes.get(label_key(c.label)) or classes.get(_without_edition(c.label), "")
            typed.append(c._replace(cls=cls, confidence=max(c.confidence, WEAK)))
    return typed


def _without_edition(label: str) -> str:
    """The key of a name without the number of its edition, "" for one with none: "TRACE *3*", "TRACE *IV*"."""
    return label_key(re.sub(rf" {_EDITION}$", "", label))


def _by_neighbours(found: Sequence[Candidate], readings: Sequence[Reading]) -> list[Candidate]:
    """Names in one row are of one kind: "Tarrow, *Ombria* and *Vell*"; what a system replaces is a system."""
    by_passage: dict[int, list[Candidate]] = {}
    for c in found:
        by_passage.setdefault(c.passage, []).append(c)
    typed: list[Candidate] = []
    for passage, group in by_passage.items():
        if passage < 0 or all(c.cls for c in group):
            typed.extend(group)
            continue
        reading = readings[passage]
        row = sorted((c for c in group if c.how != "description"), key=lambda c: (c.start, -c.end))
        given: dict[Candidate, str] = {}
        for left, right in [*pairwise(row), *((b, a) for a, b in reversed(list(pairwise(row))))]:
            cls = given.get(left, left.cls)
            if not right.cls and right not in given and (shared := _shared(reading, left, right, cls)):
                given[right] = shared
        typed.extend(c._replace(cls=given[c], confidence=FAIR) if c in given else c for c in group)
    return typed


def _shared(reading: Reading, one: Candidate, other: Candidate, cls: str) -> str:
    """The class that a typed name lends to an untyped one beside it."""
    text = reading.text
    a, b = sorted((one, other), key=lambda c: c.start)
    between = text[a.end : b.start].strip()
    if between.startswith(", and") and acts(reading, b) and not acts(reading, a):
        return ""  # "at Tarn, and *Vell* runs the port"
    if cls in _SHARED and _ROW.fullmatch(between) and (cls in _MADE or is_proper(other.label)):
        return _SHARED[cls] if admits(other.label, _SHARED[cls]) else ""
    if a is one and cls in _BODIES and _SEATED.fullmatch(text[a.end : b.start]) and is_proper(other.label):
        ends = text[b.end : b.end + 1] in (",", ".", ";", "") and not other.label.isupper()
        return _PLACE if ends else ""
    return _SYSTEM if cls in (_SYSTEM, CK + "ServicePlatform") and _REPLACES.fullmatch(f" {between} ") else ""
