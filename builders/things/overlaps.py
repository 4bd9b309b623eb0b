"""Of candidates that overlap, those that stay."""

from __future__ import annotations

import re

from customs_kg.builders.english.words import can_be_noun
from customs_kg.builders.things.known.candidates import Candidate
from customs_kg.builders.things.known.classes import INTERNATIONAL, TEXTS, ck
from customs_kg.builders.things.names.spread import SPREAD
from customs_kg.ontology.iris import CK

SECTION = re.compile(r"(?:Section|Article|Chapter|Title) (?:\d+[A-Z]?|[IVX]+)\b")  # a part of a law, as a name
PART = re.compile(
    r"(?:Phase|Stage|Release|Part|Component|Pillar|Module) (?:[IVX]+|\d+|[A-Z][a-z]+) of "
)  # of an undertaking
_WITH_PARTY = re.compile(r" (?:with|between|between (?:the )?[A-Z].* and) (?:the )?$")
_BUILDS = frozenset("mobile fixed portable handheld hand-held relocatable static drive-through high-energy".split())
_SYSTEMS = ck("InformationSystem ServicePlatform")
_CONCEPTS = ck("CustomsFunction WorkingMethod Offence GoodsCategory TaxType EquipmentType")
_PRIORITY = {"quoted": 0, "registry": 1, "name": 2, "code": 3, "acronym": 3, "description": 4}


def settle(pool: list[Candidate]) -> list[Candidate]:
    """Candidates without those that stand inside a name or overlap a stronger one."""
    kept: list[Candidate] = []
    ranked = sorted(pool, key=lambda c: (_PRIORITY[c.how] // 4, c.start - c.end, _PRIORITY[c.how], c.start, c.label))
    ends = {(k.end, k.cls) for k in pool if k.how == "registry"}
    cores = {(k.start, k.end, k.cls) for k in pool if k.how == "registry"}
    named = {(k.start, k.cls) for k in pool if k.how in ("quoted", "name") or _is_known_system(k)}
    systems = {k.end for k in pool if _is_known_system(k)}
    for c in ranked:
        if c.how == "description" and (
            ((c.end, c.cls) in ends and not _is_one_of_many(c) and not _is_own_levy(c))
            or ((c.start, c.core_end, c.cls) in cores and not _is_levy_on(c))
            or any((c.end + gap, c.cls) in named for gap in (1, 2))
            or (c.cls in _SYSTEMS and c.start - 1 in systems)  # "H2000 *clearance system*"
        ):
            continue
        if whole := next((k for k in kept if _cuts(c, k)), None):
            c = c._replace(end=whole.end, label=c.label + whole.label[c.end - whole.start :])
        if all(_compatible(c, k) for k in kept):
            kept.append(c)
    own = {(k.end, k.cls): k.start for k in kept if k.how == "description" and _is_build(k)}
    kept = [k for k in kept if k.how != "registry" or own.get((k.end, k.cls), k.start) >= k.start]
    goods = [d for d in kept if d.cls == CK + "GoodsCategory" and d.how == "description"]
    kept = [k for k in kept if not any(_is_material(k, d) for d in goods)]
    return sorted(kept, key=lambda c: (c.start, -c.end, c.label))


def _is_known_system(c: Candidate) -> bool:
    return c.how == "registry" and c.cls in _SYSTEMS


def _is_material(c: Candidate, outer: Candidate) -> bool:
    """Whether known goods only open what other goods are called by: "*steel* billets"."""
    goods = c.cls == outer.cls == CK + "GoodsCategory" and c.how == "registry" and outer.how == "description"
    return goods and c.start == outer.start and c.end < outer.core_end


def _is_one_of_many(c: Candidate) -> bool:
    """Whether a known kind with a word before it is a kind of its own: goods, and "*mobile* scanners"."""
    return c.cls == CK + "GoodsCategory" or _is_build(c)


def _is_build(c: Candidate) -> bool:
    return c.cls == CK + "EquipmentType" and c.label.split()[0].lower() in _BUILDS


def _is_own_levy(c: Candidate) -> bool:
    """Whether two nouns or more before a known levy make another one of it: "carbon emissions surtax"."""
    before = c.label.split()[:-2]
    return c.cls == CK + "TaxType" and bool(before) and all(can_be_noun(w.lower()) for w in before)


def _is_levy_on(c: Candidate) -> bool:
    """Whether a description says on what a levy is that one word names: "excise on bottled cider"."""
    return c.cls == CK + "TaxType" and " " not in c.label[: c.core_end - c.start] and c.core_end < c.end


def _cuts(c: Candidate, kept: Candidate) -> bool:
    """Whether the words behind a described thing end inside a name: "an arrangement with *HM Revenue* and Customs"."""
    tail = c.how == "description" and c.core_end != SPREAD and c.start < c.core_end <= kept.start
    verbatim = kept.how != "description" and len(kept.label) == kept.end - kept.start
    return tail and verbatim and kept.start < c.end < kept.end


def _compatible(c: Candidate, kept: Candidate) -> bool:
    if c.end <= kept.start or kept.end <= c.start:
        return True
    if (c.start, c.end) == (kept.start, kept.end):
        return c.how == kept.how == "description" and c.cls == kept.cls and c.label != kept.label
    inside = kept.start <= c.start and c.end <= kept.end
    around = c.start <= kept.start and kept.end <= c.end
    if inside:
        return is_named_within(c, kept)
    if around and c.how == "description":
        return True
    return c.how == "description" == kept.how and c.cls == kept.cls and c.start == kept.start and bool(c.aliases)


def is_named_within(c: Candidate, outer: Candidate) -> bool:
    """Whether a thing whose name stands inside another name or description is named there too."""
    field = outer.cls == CK + "Post" and c.cls in ("", CK + "Programme")  # "Member (*Customs Operations*)"
    return _is_member(c, outer) or (_opens_inside(outer) and not _is_part(c, outer) and not field)


def _is_member(c: Candidate, outer: Candidate) -> bool:
    """Whether a name ends with another thing: a body "of the WCO", an agreement "with A", a protocol "to" one."""
    before = outer.label[: c.start - outer.start] if outer.how == "name" else ""
    sent = outer.cls == CK + "RepresentativeOffice" and before.endswith((" to ", " to the "))
    amends = {c.cls, outer.cls} <= TEXTS and before.endswith((" to ", " to the "))
    return (
        bool(_WITH_PARTY.search(before))
        or sent
        or amends
        or (c.cls in INTERNATIONAL and before.endswith((" of ", " of the ", " on ", " to ", " to the ")))
    )


def _is_part(c: Candidate, outer: Candidate) -> bool:
    """Whether a candidate is only a part of a description: its modifier, or the same kind of thing named shorter."""
    if outer.how != "description":
        return False
    if c.how == "description":
        return c.cls == outer.cls and not c.core_end == outer.core_end == SPREAD
    whole = outer.cls == c.cls and c.end == outer.core_end  # "wine" in "palm wine"
    return c.how == "registry" and c.end <= outer.core_end and (c.cls in _CONCEPTS or whole)


def _opens_inside(outer: Candidate) -> bool:
    """Whether names inside this one are named too."""
    sectioned = bool(SECTION.match(outer.label) or PART.match(outer.label))
    return (outer.cls == CK + "Post" and outer.how == "name") or outer.how == "description" or sectioned
