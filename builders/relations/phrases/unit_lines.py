"""A unit and its body that a line without a verb names side by side: "Source: Statistics Division, Customs Service"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from customs_kg.builders.document import Passage
from customs_kg.builders.parse import Parsed
from customs_kg.builders.relations.admission import admits
from customs_kg.builders.relations.proposals import Proposal
from customs_kg.builders.things.things import Things
from customs_kg.graph.model import Modality
from customs_kg.ontology.iris import CK

_SURE = Decimal("0.75")
_LINE = 160  # characters of an address, a source or a signature
_BESIDE = re.compile(r"(?:,| [-–—|/]|:) (?:the )?")
_LISTS = re.compile(r"\b(?:and|with|by|between|among|participants|partners|members|attended)\b|;", re.I)


def unit_line_claims(passage: Passage, parsed: Parsed, things: Things) -> Iterator[Proposal]:
    """The unit of the agency whose name stands right before or behind it in a line that is no sentence."""
    text = passage.text
    if len(text) > _LINE or any(c.finite for c in parsed.clauses) or _LISTS.search(text):
        return
    for first, second in pairwise(things.named_in(passage.index)):
        if things.agency not in (first.thing, second.thing) or not _BESIDE.fullmatch(text, first.end, second.start):
            continue
        unit, body = (first, second) if second.thing == things.agency else (second, first)
        if admits(CK + "unitOfAdministration", unit, body, things):
            yield Proposal(
                unit, CK + "unitOfAdministration", body, Modality.STANDING, "line-unitOfAdministration",
                (first.end, second.start), _SURE,
            )  # fmt: skip
