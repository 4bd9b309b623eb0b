"""Who heads the units of a table: the row "Audit Division | Eva Lund" under "Division | Director"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from customs_kg.builders.document import Document
from customs_kg.builders.relations.phrases.unit_sets import belonging
from customs_kg.builders.relations.proposals import Proposal
from customs_kg.builders.things.known.labels import label_key
from customs_kg.builders.things.names.signers import OFFICE_COLUMN
from customs_kg.builders.things.things import Mention, Things
from customs_kg.graph.model import Modality, Span
from customs_kg.ontology.iris import CK, FOAF

_SURE = Decimal("0.75")
_UNIT_STUB = re.compile(
    r"(?:customs )?(?:directorate|department|division|unit|office|branch|section|region|collectorate|"
    r"commissionerate|bureau|customs house)s?",
    re.I,
)


def table_head_claims(document: Document, things: Things) -> Iterator[tuple[Proposal, tuple[Span, ...]]]:
    """The persons who head the units of a table's rows, and these as units of the agency where their column says so."""
    units = things.by_label(CK + "CustomsUnit", CK + "PublicBody")
    for passage in document.passages if units else ():
        segment = passage.segment
        if segment.row is None or not OFFICE_COLUMN.fullmatch(segment.column.strip()):
            continue
        unit = units.get(label_key(segment.head))
        persons = [m for m in things.in_passage(passage.index) if things.is_a(m, FOAF + "Person")]
        if unit is None or len({m.thing for m in persons}) != 1:
            continue
        body = Mention(passage.index, 0, 0, unit, "name", _SURE)
        said = [Proposal(body, CK + "headedBy", persons[0], Modality.STANDING, "row-headedBy", (0, 0), _SURE)]
        own = things.is_a(body, CK + "CustomsUnit") or segment.head.startswith("Office ")
        if own and _UNIT_STUB.fullmatch(segment.stub.strip()):
            agency = Mention(passage.index, 0, 0, things.agency, "understood", _SURE)
            said += belonging(body, agency, (0, 0), things, "row")
        yield from ((p, (segment.row,)) for p in said)
