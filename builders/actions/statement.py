"""What one clause of a report states: an action, with who acts and what is acted on."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from customs_kg.graph.model import Modality


class Statement(NamedTuple):
    """An action as one clause states it; `stretch` is its words in the reading text of the passage."""

    passage: int
    modality: Modality
    verb: str
    action_type: str
    actor: tuple[str, ...]
    acts_on: tuple[str, ...]
    stretch: tuple[int, int]
    confidence: Decimal
    rule: str
    aside: bool = False  # a relative clause: the times before it are those of the sentence around it
