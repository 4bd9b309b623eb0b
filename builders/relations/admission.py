"""Which things a property may join: its domain and range, and the things that the words of its frames speak of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from customs_kg.builders.relations.proposals import Proposal
from customs_kg.builders.things.mentions import Mention
from customs_kg.builders.things.things import Things
from customs_kg.graph.model import Entity
from customs_kg.ontology.iris import CK
from customs_kg.ontology.lexicon import Selection, selections
from customs_kg.ontology.vocabulary import load_terms


def admits(predicate: str, subject: Mention, target: Mention, things: Things) -> bool:
    """Whether a property can join two mentions: both known, not the same thing, of classes that it is used for."""
    ends = things.entities.get(subject.thing), things.entities.get(target.thing)
    if ends[0] is None or ends[1] is None or ends[0].iri == ends[1].iri:
        return False
    return admits_classes(predicate, ends[0].cls, ends[1].cls) and _is_named(predicate, ends[1])


def _is_named(predicate: str, target: Entity) -> bool:
    """Whether a public body is called what the object of the property must be called ("board", "committee")."""
    selection = _selections().get(predicate)
    if selection is None or not selection.names or not load_terms().is_a(target.cls, CK + "PublicBody"):
        return True
    return not {w.lower() for w in target.label.split()}.isdisjoint(selection.names)


def most_exact(proposals: Sequence[Proposal]) -> list[Proposal]:
    """The proposals without those that yield to another one of the same words and things."""
    said: dict[tuple[str, tuple[int, int], frozenset[str]], set[str]] = {}
    keys = [(p.rule, p.words, frozenset((p.subject.thing, p.object.thing))) for p in proposals]
    for key, proposal in zip(keys, proposals, strict=True):
        said.setdefault(key, set()).add(proposal.predicate)
    selections_ = _selections()
    return [
        p
        for key, p in zip(keys, proposals, strict=True)
        if p.predicate not in selections_ or said[key].isdisjoint(selections_[p.predicate].yields_to)
    ]


def admits_classes(predicate: str, subject_class: str, object_class: str) -> bool:
    """Whether a property can join things of two classes."""
    terms = load_terms()
    if not terms.allowed(predicate, subject_class, object_class):
        return False
    selection = _selections().get(predicate)
    if selection is None:
        return True
    if selection.alike and terms.kind_of(subject_class) != terms.kind_of(object_class):
        return False
    pairs = ((subject_class, selection.subjects), (object_class, selection.objects))
    return all(not wanted or any(terms.is_a(cls, choice) for choice in wanted) for cls, wanted in pairs)


@lru_cache(maxsize=1)
def _selections() -> Mapping[str, Selection]:
    return {selection.predicate: selection for selection in selections()}
