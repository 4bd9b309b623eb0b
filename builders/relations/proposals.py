"""A relation that some words propose, before domain, range and repetition are looked at."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from customs_kg.builders.things.things import Mention
from customs_kg.graph.model import Modality


@dataclass(frozen=True, slots=True)
class Proposal:
    """An edge between two mentions of one passage; `words` is the stretch of reading text that licenses it."""

    subject: Mention
    predicate: str
    object: Mention
    modality: Modality
    rule: str
    words: tuple[int, int]
    confidence: Decimal = Decimal("0.90")
