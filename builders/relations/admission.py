"""Which things a property may join: its domain and range, and the things that the words of its frames speak of."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from customs_kg.builders.relations.proposals import Proposal
from customs_kg.builders.things.mentions import Mention
from customs_kg.builders.things.things import Things
from customs_kg.graph.model import Entity
from customs_kg.ontology.iris import CK, FOAF
from customs_kg.ontology.vocabulary import load_terms
from customs_kg.ontology.wordings import Selection, selections

_PERSONAL = frozenset((FOAF + "Person", CK + "Post"))
_OF_PLACE = frozenset(CK + name for name in "locatedIn coversPlace representedIn within accreditedTo".split())


def admits(predicate: str, subject: Mention, target: Mention, things: Things) -> bool:
    """Whether a property can join two mentions: both known, not the same thing, of classes that it is used for."""
    ends = things.entities.get(subject.thing), things.entities.get(target.thing)
    if ends[0] is None or ends[1] is None or ends[0].iri == ends[1].iri:
        return False
    if predicate == CK + "cooperatesWith" and ends[1].iri.rpartition("/")[2] == f"place-int-{things.territory.lower()}":
        return False  # the country that the report is from is no partner of its services
    if predicate == CK + "locatedIn" and ends[0].cls == CK + "CustomsTerritory":
        return False  # what is in a country's territory is in no other
    if predicate == CK + "within" and ends[0].cls == CK + "CustomsTerritory" and ends[1].cls == CK + "Place":
        return False  # a country is in no town
    return admits_classes(predicate, ends[0].cls, ends[1].cls) and _is_named(predicate, ends[1])


def is_meant(proposal: Proposal, text: str, things: Things) -> bool:
    """Whether a place that is supervised is spoken of itself: "runs *A and B*", not "runs the port in *A*"."""
    place = proposal.object
    cls = things.entities[place.thing].cls
    if proposal.predicate != CK + "supervises" or cls not in _PLACES:
        return True
    beside = _BESIDE_PLACE.search(text, 0, place.start)
    inside = beside is not None and (beside["of"] or "").lower() not in _SPEAK_OF_PLACE
    return cls == CK + "Place" and not inside and _BEFORE_NOUN.match(text, place.end) is None


_PLACES = frozenset(CK + name for name in ("Place", "PlaceGroup", "CustomsTerritory"))
_BESIDE_PLACE = re.compile(
    r"\b(?:(?P<of>\w+) (?:of|at)|in|from|throughout|through|across|near|along|on|into|via|between|such as|for|to) "
    r"(?:the )?(?:[A-Z][\w'-]*(?: [A-Z][\w'-]*)*(?:, and|,| and) (?:the )?)*$"
)
_SITE = "airports?|posts?|stations?|crossings?|ports?|offices?|points?"
_SPEAK_OF_PLACE = frozenset(  # "the *posts* of A and B", "*supervision* of A"
    "post posts station stations crossing crossings port ports office offices point points supervision oversight "
    "management control command running charge administration direction".split()
)
_BEFORE_NOUN = re.compile(
    rf" (?!(?:{_SITE}|and|or|is|are|was|were|has|have|had|will|to|in|on|from|under|by|as|since|which|that|with|for|at|"
    r"comes?|falls?|reports?|answers?|remains?|directly|through|during|after|before|but|while)\b)[a-z]"
)


def _is_named(predicate: str, target: Entity) -> bool:
    """Whether a public body is called what the object of the property must be called ("board", "committee")."""
    selection = _selections().get(predicate)
    if selection is None or not selection.names or not load_terms().is_a(target.cls, CK + "PublicBody"):
        return True
    return not {w.lower() for w in target.label.split()}.isdisjoint(selection.names)


def as_framed(proposal: Proposal, things: Things) -> Proposal:
    """The proposal with the property that its frame states of things of these classes: "targets" goods, or offences."""
    ends = things.entities.get(proposal.subject.thing), things.entities.get(proposal.object.thing)
    others = _framed_as().get(proposal.predicate, ())
    if ends[0] is None or ends[1] is None or not others:
        return proposal
    classes = ends[0].cls, ends[1].cls
    return next((replace(proposal, predicate=p) for p in others if admits_classes(p, *classes)), proposal)


@lru_cache(maxsize=1)
def _framed_as() -> Mapping[str, Sequence[str]]:
    found: dict[str, list[str]] = {}
    for selection in selections():
        for framed in selection.framed_as:
            found.setdefault(framed, []).append(selection.predicate)
    return found


def headed_alike(proposals: Sequence[Proposal], text: str, things: Things) -> list[Proposal]:
    """Persons and posts head a thing together, and with a body that "and" joins: not "headed by A, and the B grew"."""
    of_person = [p for p in proposals if p.predicate == CK + "headedBy" and _is_personal(p, things)]
    return [
        p
        for p in proposals
        if p.predicate != CK + "headedBy"
        or _is_personal(p, things)
        or all(p.subject.thing != q.subject.thing or p.words[0] != q.words[0] for q in of_person)
        or any(re.fullmatch(r" and (?:the )?", text[q.object.end : p.object.start]) for q in of_person)
    ]


def _is_personal(proposal: Proposal, things: Things) -> bool:
    return things.entities[proposal.object.thing].cls in _PERSONAL


def most_exact(proposals: Sequence[Proposal]) -> list[Proposal]:
    """The proposals without those that yield to another one of the same things: of where they are, or by its words."""
    between: dict[frozenset[str], list[Proposal]] = {}
    for proposal in proposals:
        between.setdefault(frozenset((proposal.subject.thing, proposal.object.thing)), []).append(proposal)
    return [p for said in between.values() for p in _exact(said)]


def _exact(said: Sequence[Proposal]) -> list[Proposal]:
    """The proposals between two things that yield to none; where each yields to another, the last to be outdone."""
    kept = [p for p in said if not any(_yields(p, other) for other in said)]
    if kept or not said:
        return kept
    left = sorted(said, key=lambda p: (p.predicate, p.words))
    for proposal in list(left):
        if any(_yields(proposal, other) for other in left):
            left.remove(proposal)
    return left


def _yields(proposal: Proposal, other: Proposal) -> bool:
    selection = _selections().get(proposal.predicate)
    if selection is None or other.predicate not in selection.yields_to:
        return False
    (start, end), (other_start, other_end) = proposal.words, other.words
    return {proposal.predicate, other.predicate} <= _OF_PLACE or (start < other_end and other_start < end)


def admits_classes(predicate: str, subject_class: str, object_class: str) -> bool:
    """Whether a property can join things of two classes."""
    if predicate not in _properties_from(subject_class) or predicate not in _properties_to(object_class):
        return False
    selection = _selections().get(predicate)
    if selection is None or not selection.alike:
        return True
    return alike_kinds(load_terms().kind_of(subject_class), load_terms().kind_of(object_class))


def properties_among(mentions: Iterable[Mention], things: Things) -> frozenset[str]:
    """The properties that can join two of the things mentioned, by their classes: no other need be looked for.

    Those whose frames state one of them are among them; see `as_framed`.
    """
    return _properties_among(frozenset(things.entities[m.thing].cls for m in mentions if m.thing in things.entities))


@lru_cache(maxsize=1024)
def _properties_among(classes: frozenset[str]) -> frozenset[str]:
    none: frozenset[str] = frozenset()
    found = none.union(*map(_properties_from, classes)) & none.union(*map(_properties_to, classes))
    return found | {framed for framed, others in _framed_as().items() if not found.isdisjoint(others)}


@lru_cache(maxsize=1024)
def _properties_from(cls: str) -> frozenset[str]:
    """The properties whose subject can be of a class, by their domain and what their wording speaks of."""
    return _fitting(cls, _sides()[0])


@lru_cache(maxsize=1024)
def _properties_to(cls: str) -> frozenset[str]:
    """The properties whose object can be of a class, by their range and what their wording speaks of."""
    return _fitting(cls, _sides()[1])


_Side = Mapping[str, tuple[Collection[str], Collection[str]]]


@lru_cache(maxsize=1)
def _sides() -> tuple[_Side, _Side]:
    """For subjects and for objects, by property, the classes declared and those that its wording speaks of."""
    every, terms = Selection("", (), ()), load_terms().properties
    chosen = {p: _selections().get(p, every) for p in terms}
    return (
        {p: (term.domain, chosen[p].subjects or term.domain) for p, term in terms.items()},
        {p: (term.range, chosen[p].objects or term.range) for p, term in terms.items()},
    )


def _fitting(cls: str, side: _Side) -> frozenset[str]:
    """The properties both of whose sets of classes hold a class or one over it."""
    lineage = load_terms().superclasses(cls)
    apart = lineage.isdisjoint
    return frozenset(p for p, (one, other) in side.items() if not (apart(one) or apart(other)))


# kinds of which one can come in the place of another: a programme for a system, a company for an agency
_KIN = (
    frozenset("agency association body company grouping mechanism office unit".split()),
    frozenset(
        "campaign endeavour initiative measure method operation plan principle programme project reform series "
        "system".split()
    ),
    frozenset("agreement legal measure plan text".split()),
    frozenset("equipment method system".split()),
    frozenset("function measure".split()),
)  # fmt: skip


def alike_kinds(one: str, other: str) -> bool:
    """Whether one kind of thing can come in the place of the other."""
    return one == other or any({one, other} <= kin for kin in _KIN)


@lru_cache(maxsize=1)
def _selections() -> Mapping[str, Selection]:
    return {selection.predicate: selection for selection in selections()}
