"""Whose unit reports, as its title lines say: "KELP COAST CUSTOMS", below it "Office of Trade"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from customs_kg.builders.document import Document
from customs_kg.builders.english.words import is_english
from customs_kg.builders.relations.proposals import Proposal
from customs_kg.builders.things.known.labels import label_key
from customs_kg.builders.things.things import Mention, Things
from customs_kg.graph.model import Modality, Span
from customs_kg.ontology.iris import CK
from customs_kg.ontology.vocabulary import load_terms

_SURE = Decimal("0.75")


def title_claims(document: Document, things: Things) -> Iterator[tuple[Proposal, tuple[Span, ...]]]:
    """The body of each title line as a part of the one right above it, with the two lines."""
    bodies = things.by_label(CK + "CustomsUnit", CK + "PublicBody")
    for above, below in pairwise(document.front):
        whole, part = bodies.get(label_key(above)), bodies.get(label_key(below))
        own = not any(is_english(word) for word in below.split())  # the same name in another language
        if whole is None or part is None or whole == part or own or not (lines := _lines(document, above, below)):
            continue
        unit = load_terms().is_a(things.entities[part].cls, CK + "CustomsUnit")
        predicate = CK + ("unitOfAdministration" if unit and whole == things.agency else "reportsToBody")
        ends = [Mention(0, 0, 0, thing, "name", _SURE) for thing in (part, whole)]
        yield Proposal(ends[0], predicate, ends[1], Modality.STANDING, "title-lines", (0, 0), _SURE), (lines,)


def _lines(document: Document, above: str, below: str) -> Span | None:
    """The stretch of the stored text from one title line to the end of the next."""
    text = document.text.text
    start = text.find(above)
    end = text.find(below, start + len(above)) if start >= 0 else -1
    return Span(start, end + len(below)) if end >= 0 else None
