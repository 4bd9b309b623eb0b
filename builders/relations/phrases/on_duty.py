"""Places behind a body that tell where it works or met, and not where it is: "the A Police at the port of B"."""

from __future__ import annotations

import re

from customs_kg.builders.relations.proposals import Proposal
from customs_kg.builders.things.things import Things
from customs_kg.ontology.iris import CK

_WATERS = re.compile(r"\b(?:waters|coasts?|shores?) (?:of|off)\b|\b(?:Gulf|Sea|Ocean|Strait)\b")
_MEETS = re.compile(r"\b(?:Committee|Council|Group|Board|Network|Commission)\b")
_CHAIRED = re.compile(
    r"\b(?:chair(?:s|ed)?|co-chaired|attend(?:s|ed)?|address(?:es|ed)?|hosted|convened|opened|led|presided over)"
    r" (?:the )?(?:[\w-]+ ){0,3}$"
)
_AT = re.compile(r"\bat\b")
_NATIONAL = re.compile(r"\b(?:Authority|Agency|Police|Guard|Force|Navy)\b")
_BEHIND = 60  # characters before a body that hold what was done with it


def is_on_duty(said: Proposal, text: str, things: Things) -> bool:
    """Whether a phrase that seems to tell where a body is tells where it works, or met.

    As in "the A Police *at* the port of B", "the A Guard in *the waters off* B", "*chaired* the A Committee in B".
    """
    body, place = said.subject, said.object
    if said.predicate != CK + "locatedIn" or body.how == "description" or place.start < body.end:
        return False
    if _WATERS.search(text, body.end, place.end):
        return True
    label = things.entities[body.thing].label
    if _MEETS.search(label) and not label[0].isdigit():  # "the 3rd Council" is a meeting
        return _CHAIRED.search(text, max(0, body.start - _BEHIND), body.start) is not None
    return _NATIONAL.search(label) is not None and _AT.search(text, body.end, place.start) is not None
