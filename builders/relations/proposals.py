"""A relation that some words propose, before domain, range and repetition are looked at."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from customs_kg.builders.english.clauses import Clause
from customs_kg.builders.things.things import Mention
from customs_kg.graph.model import Modality
from customs_kg.ontology.iris import CK

_NEGOTIATES = frozenset("negotiate discuss explore prepare draft".split())


@dataclass(frozen=True, slots=True)
class Proposal:
    """An edge between two mentions of one passage; `words` is the stretch of reading text that licenses it.

    `said` is the modality of the clause, where it differs: those who negotiate now are to be parties.
    """

    subject: Mention
    predicate: str
    object: Mention
    modality: Modality
    rule: str
    words: tuple[int, int]
    confidence: Decimal = Decimal("0.90")
    said: Modality | None = None


def as_negotiated(clause: Clause, predicate: str, modality: Modality) -> Modality:
    """The modality of a relation: who negotiates an agreement is to be its party, and is none yet."""
    negotiated = clause.lemma in _NEGOTIATES and predicate == CK + "signatory"
    return Modality.PLANNED if negotiated else modality
