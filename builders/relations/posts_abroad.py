"""Where the agency keeps people abroad, as a noun phrase tells it: "Our attachés in A, B and C answered ..."."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from customs_kg.builders.document import Passage
from customs_kg.builders.relations.proposals import Proposal
from customs_kg.builders.relations.spelled_lists import row_from
from customs_kg.builders.things.things import Mention, Things
from customs_kg.graph.model import Modality
from customs_kg.ontology.iris import CK
from customs_kg.ontology.vocabulary import load_terms

_SURE = Decimal("0.75")
_PEOPLE = re.compile(
    r"\b(?:[Oo]ur|[Ii]ts|[Tt]he (?:[Aa]gency|[Ss]ervice|[Aa]dministration|[Aa]uthority|[Dd]epartment)'s) "
    r"(?:(?:customs|overseas|permanent|resident|two|three|four|five|six|seven|eight|nine|ten|\d+) )*"
    r"(?:attach[ée]s?|liaison officers?|counsellors?|representatives?|liaison (?:offices?|posts?)) "
    r"(?:(?:stationed|posted|based|who (?:sit|work)) )?(?:in|at|to) (?:the )?"
)
_DENIED = re.compile(r"\b(?:withdrew|withdrawn|recalled|closed|former|no longer)\b")


def posts_abroad_claims(passage: Passage, things: Things) -> Iterator[Proposal]:
    """The places and organizations where attachés, liaison officers and the like of the agency are."""
    if passage.is_cell or _DENIED.search(passage.text):
        return
    mentions = things.in_passage(passage.index)
    for said in _PEOPLE.finditer(passage.text):
        owner = next((m for m in mentions if m.start == said.start() and m.thing), None)
        if owner is not None and owner.thing not in (things.agency, things.headquarters):
            continue
        agency = Mention(passage.index, *said.span(), things.agency, "understood", _SURE)
        for place in row_from(said.end(), passage.text, mentions):
            if load_terms().is_a(things.entities[place.thing].cls, CK + "Place"):
                rule = "posts-abroad"
                yield Proposal(agency, CK + "representedIn", place, Modality.STANDING, rule, said.span(), _SURE)
