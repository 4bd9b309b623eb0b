"""Whether a report of one sentence states a relation."""

from __future__ import annotations

from functools import lru_cache

from customs_kg.builders.pipeline import read_report
from customs_kg.graph.model import Modality, ReportFacts
from tests.constructions.wordings import Wording

_FACTS = (Modality.ACTUAL, Modality.STANDING)

_TWO_SECTIONS = (
    "NORLAND CUSTOMS SERVICE\nAnnual Report 2018\n\n1. Overview\n\n{one}\n\n2. Results\n\n{other}\n\n3. Outlook\n\n"
    "In 2018 the clerks had a good year. In 2018 it rained.\n"
)


def of_two_sections(one: str, other: str) -> ReportFacts:
    """What a report says of which two sections tell these."""
    return read_report(_TWO_SECTIONS.format(one=one, other=other).encode(), "norland.txt")


def states(wording: Wording, text: str) -> bool:
    """Whether a report of these words states the edge of a wording as done or standing."""
    subject, predicate, target = wording.edge
    return any(
        name == predicate and subject in subjects and target in targets for subjects, name, targets in _edges(text)
    )


@lru_cache(maxsize=8)
def _edges(text: str) -> list[tuple[frozenset[str], str, frozenset[str]]]:
    """The edges that are facts: the names of the subject, the local name of the property, the names of the object."""
    facts = read_report(f"Administration of Customs\nAnnual Report 2018\n\n{text}\n".encode(), "report.txt")
    names = {e.iri: frozenset((e.label, *e.alt_labels, *e.hidden_labels)) for e in facts.entities}
    nothing = frozenset[str]()
    return [
        (names.get(c.subject, nothing), c.predicate.rpartition("#")[2], names.get(c.object, nothing))
        for c in facts.claims
        if c.modality in _FACTS
    ]
