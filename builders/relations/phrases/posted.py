"""Where a body has its offices, as nouns say it: "our office in A", "the B's regional offices in A and C"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from customs_kg.builders.english.cued import cued
from customs_kg.builders.relations.proposals import Proposal
from customs_kg.builders.relations.spelled_lists import row_from
from customs_kg.builders.things.things import Mention, Things
from customs_kg.graph.model import Modality
from customs_kg.ontology.iris import CK

_SURE = Decimal("0.70")
_KIND = r"(?:own|customs|resident|overseas|permanent|senior|first|two|three|four|five|six|seven|eight|nine|ten|\d+)"
# "our office in A", "the B's regional offices in A and C": there B is, not only its people
_OFFICES = cued(
    "office offices bureau bureaus bureaux desk desks branch branches workshop workshops kennel kennels warehouse "
    "warehouses premises headquarters headquarter quarters secretariat seat plant plants factory factories depot "
    "depots campus campuses base bases works",
    rf"(?P<owner>\b[Oo]ur|\b[Ii]ts|'s?) (?:{_KIND} |new |main |head |central |regional |local |district |field |branch "
    r")*"
    r"(?:offices?|bureaus?|bureaux|desks?|branch(?:es)?|workshops?|kennels?|warehouses?|premises|head ?quarters|"
    r"secretariat|seat|plants?|factory|factories|depots?|campus(?:es)?|bases?|works) (?:\([^()]*\) )?"
    r"(?:(?:located|based|situated) )?(?:in|at) (?:the )?",
)
_DENIED = cued(
    "withdrew withdrawn recalled closed former longer", r"\b(?:withdrew|withdrawn|recalled|closed|former|no longer)\b"
)


def posted_claims(text: str, mentions: Sequence[Mention], things: Things) -> Iterator[Proposal]:
    """The places where a passage's bodies have offices, so that they are there."""
    if _DENIED.search(text):
        return
    for said in _OFFICES.finditer(text):
        owner = _owner(said, mentions, things)
        for place in row_from(said.end(), text, mentions) if owner is not None else ():
            if owner is not None and things.is_a(place, CK + "Place"):
                rule = "posted-locatedIn"
                yield Proposal(owner, CK + "locatedIn", place, Modality.STANDING, rule, said.span(), _SURE)


def _owner(said: re.Match[str], mentions: Sequence[Mention], things: Things) -> Mention | None:
    """Whose they are: ours, the body's before the possessive, or that of "its"."""
    start = said.start("owner")
    word = said.group("owner").lower()
    if word == "our" and mentions:
        return Mention(mentions[0].passage, *said.span("owner"), things.agency, "understood", _SURE)
    if word == "its":
        return next((m for m in mentions if m.start == start), None)
    return next((m for m in mentions if m.end == start and m.how != "pronoun"), None)
