"""What a pronoun can stand for: those who act, what is run, built or signed, the subject of a sentence."""

from __future__ import annotations

from collections.abc import Mapping

from customs_kg.builders.things.candidates import Reading
from customs_kg.builders.things.classes import ck
from customs_kg.builders.things.mentions import Mention
from customs_kg.graph.model import Entity
from customs_kg.ontology.iris import CK
from customs_kg.ontology.vocabulary import load_terms

_AGENTS = ck(
    "PublicBody CustomsAdministration CustomsHeadquarters CustomsUnit EnforcementForce "
    "OperationsCenter SubAdministration InternationalOrganization CoordinationMechanism "
    "CustomsDistrict SupervisedAssociation EducationalInstitution Company"
)
# what "it" can stand for besides those who act
_UNDERTAKINGS = (
    "Endeavour", "InformationSystem", "Agreement", "LegalInstrument", "WorkingMethod", "PolicyMeasure", "TaxType",
)  # fmt: skip


def is_agent(entities: Mapping[str, Entity], thing: str) -> bool:
    """Whether a thing is a body or unit, which acts."""
    entity = entities.get(thing)
    return entity is not None and entity.cls in _AGENTS


def can_be_it(entities: Mapping[str, Entity], thing: str) -> bool:
    """Whether a thing is one that acts or one that is run, built or signed."""
    entity = entities.get(thing)
    return entity is not None and (
        entity.cls in _AGENTS or any(load_terms().is_a(entity.cls, CK + name) for name in _UNDERTAKINGS)
    )


def is_subject(reading: Reading, mention: Mention) -> bool:
    """Whether a mention stands before the first verb of its sentence, not after a preposition."""
    first_verb = next((t.start for t in reading.tokens if t.tag in ("VBZ", "VBD", "VBP", "MD")), len(reading.text))
    at = reading.token_at(mention.start)
    while at > 0 and reading.tokens[at - 1].lower in ("the", "a", "an"):
        at -= 1
    return mention.start < first_verb and (at == 0 or reading.tokens[at - 1].tag not in ("IN", "TO"))
