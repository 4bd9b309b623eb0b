"""Relations that a name states by names within it: "Policy Commission of the A", "Section 5 of the A", "A office"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from customs_kg.builders.relations.admission import admits_classes
from customs_kg.builders.things.things import Mention, Things
from customs_kg.ontology.iris import CK
from customs_kg.ontology.vocabulary import load_terms

_OF = re.compile(r"\bof (?:the )?$")
# "duties on goods from A"
_FROM = re.compile(r"\b(?:goods|imports|products|cargo) (?:from|of|originating in) (?:the )?$")
_WITH = re.compile(r"\b(?:with|between) (?:the )?$")
_PROVISION = re.compile(r"(?:Section|Article|Chapter|Part|Annex|Title|Schedule|Rule|Regulation)s? [\dIVXL]")
_SITED = ("CustomsUnit", "Place", "Event", "StationedOffice")
_PARTS = (
    ("PublicBody", "InternationalOrganization"), ("CustomsUnit", "InternationalOrganization"),
    ("CoordinationMechanism", "InternationalOrganization"), ("PublicBody", "PublicBody"),
    ("Endeavour", "Endeavour"), ("InformationSystem", "InformationSystem"),
)  # fmt: skip
_IN_ROW = re.compile(r"\s*(?:,|and|or|, and)\s*$")


def nested_names(text: str, mentions: Sequence[Mention], things: Things) -> Iterator[tuple[Mention, str, Mention]]:
    """Subject, property (without namespace) and object for each name at an edge of another.

    What stands in a row before such a name and is of its kind shares the last part: "Section 1 and Section 2 of A".
    """
    for whole in mentions:
        for part in mentions:
            inside = whole.start <= part.start and part.end <= whole.end and part.thing != whole.thing
            if not inside or (part.end != whole.end and part.start != whole.start):
                continue
            predicate = _relation(text, whole, part, things)
            if predicate is None:
                continue
            yield whole, predicate, part
            if predicate == "componentOf":
                yield from ((m, predicate, part) for m in _row_before(text, whole, mentions, things))


def _relation(text: str, whole: Mention, part: Mention, things: Things) -> str | None:
    terms = load_terms()
    ends = things.entities[whole.thing].cls, things.entities[part.thing].cls
    behind_of = part.start > whole.start and bool(_OF.search(text[whole.start : part.start]))
    for predicate in (
        "postIn",
        "accreditedTo",
        "targetsGoods",
        "componentOf",
        "basedOn",
        "locatedIn",
        "coversPlace",
        "signatory",
    ):
        if not admits_classes(CK + predicate, *ends):
            continue
        if predicate == "componentOf" and not (behind_of and _is_part(text, whole, *ends)):
            continue
        if predicate == "locatedIn" and not any(terms.is_a(ends[0], CK + c) for c in _SITED):
            continue
        if predicate == "basedOn" and not terms.is_a(ends[1], CK + "NormativeDocument"):
            continue
        if predicate == "signatory" and not _WITH.search(text[whole.start : part.start]):
            continue
        if predicate == "coversPlace" and not _FROM.search(text[whole.start : part.start]):
            continue
        return predicate
    return None


def _is_part(text: str, whole: Mention, whole_class: str, part_class: str) -> bool:
    terms = load_terms()
    if terms.is_a(whole_class, CK + "NormativeDocument") and terms.is_a(part_class, CK + "NormativeDocument"):
        return bool(_PROVISION.match(text[whole.start : whole.end]))
    return any(terms.is_a(whole_class, CK + a) and terms.is_a(part_class, CK + b) for a, b in _PARTS)


def _row_before(text: str, whole: Mention, mentions: Sequence[Mention], things: Things) -> list[Mention]:
    cls = things.entities[whole.thing].cls
    complete = {m for m in mentions for n in mentions if m.start < n.start and n.end == m.end}
    return [
        m
        for m in mentions
        if m.end <= whole.start
        and m not in complete
        and _IN_ROW.match(text[m.end : whole.start])
        and things.entities[m.thing].cls == cls
        and text[m.start : m.end].split(" ")[0] == text[whole.start : whole.end].split(" ")[0]
    ]
