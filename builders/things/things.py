"""The things of a report, and every place that mentions one."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from customs_kg.builders.document import Document
from customs_kg.builders.things.classing.typed_names import type_by_report
from customs_kg.builders.things.descriptions.row_heads import spans_of_row_heads, things_in_row_heads, things_in_titles
from customs_kg.builders.things.joining.agency import UNKNOWN, Authorship, find_authorship
from customs_kg.builders.things.joining.clusters import Cluster
from customs_kg.builders.things.joining.national_names import with_national_name
from customs_kg.builders.things.joining.own_names import with_own_names
from customs_kg.builders.things.joining.resolve import cluster
from customs_kg.builders.things.known.candidates import LIKELY, Candidate, Reading
from customs_kg.builders.things.known.classes import ck, class_of_name, international_names
from customs_kg.builders.things.known.gazetteer import Gazetteer
from customs_kg.builders.things.known.labels import known_keys, label_key, without_owner
from customs_kg.builders.things.known.territories import (
    known_names,
    known_things,
    territory_iri,
    territory_names,
    territory_slug,
)
from customs_kg.builders.things.mentions import Mention, outermost
from customs_kg.builders.things.names.acronyms import Definition, find_definitions, is_acronym_like, is_native_short
from customs_kg.builders.things.names.front import front_names, title_name, whole_names
from customs_kg.builders.things.names.inner import inner_names
from customs_kg.builders.things.names.regions import places_of_compounds, with_regions
from customs_kg.builders.things.names.runs import is_span_of_time
from customs_kg.builders.things.naming import find_candidates
from customs_kg.builders.things.occurrences import named_mentions
from customs_kg.builders.things.references.pronouns import find_references
from customs_kg.graph.identifiers import mint_thing
from customs_kg.graph.model import Entity, Span
from customs_kg.ontology.iris import CK
from customs_kg.ontology.registry import RegistryEntry
from customs_kg.ontology.vocabulary import load_terms

__all__ = ["Mention", "Things", "find_things"]

_EDITION = re.compile(r"(.+?)(?<! in)(?<! of)(?<! since),? (?:19|20)\d\d$")
_WITHOUT_YEAR = re.compile(r"^The (?=[A-Z])|,? (?:in )?(?:19|20)\d\d(?:[-/–]\d{2,4})?$")  # "*The* Ring Union *in 2031*"
_HEADED = ck("TaxType GoodsCategory CustomsTerritory PlaceGroup")
_OWN_COUNTRY = ck("CustomsAdministration CustomsHeadquarters PublicBody CustomsUnit EnforcementForce Place Port Post")
_IN_BRACKETS = re.compile(r"\(([^()\s]{2,12})\)")

_NO_CLASSES: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Things:
    """The entities of a report by IRI, and its mentions by passage, sorted by start, the longest first."""

    entities: Mapping[str, Entity]
    mentions: tuple[tuple[Mention, ...], ...]
    agency: str
    headquarters: str | None
    territory: str

    def in_passage(self, index: int) -> tuple[Mention, ...]:
        """The mentions of one passage."""
        return self.mentions[index]

    def named_in(self, index: int) -> Sequence[Mention]:
        """The mentions of one passage by name or description that lie in no longer one."""
        return self._named[index]

    @cached_property
    def _named(self) -> Sequence[Sequence[Mention]]:
        return [outermost([m for m in found if m.how != "pronoun"]) for found in self.mentions]

    def is_a(self, mention: Mention, *classes: str) -> bool:
        """Whether the class of what a mention names is one of these, or lies under one."""
        return not self._lineages.get(mention.thing, _NO_CLASSES).isdisjoint(classes)

    @cached_property
    def _lineages(self) -> Mapping[str, frozenset[str]]:
        return {iri: load_terms().superclasses(entity.cls) for iri, entity in self.entities.items()}

    def by_label(self, *classes: str) -> Mapping[str, str]:
        """The IRIs of the entities of these classes, or of classes under them, by the comparison form of each label."""
        return {
            label_key(label): entity.iri
            for _, entity in sorted(self.entities.items())
            if load_terms().is_any(entity.cls, classes)
            for label in (entity.label, *entity.alt_labels)
        }


def find_things(document: Document) -> Things:
    """Finds every thing that a report names, and every mention of it.

    Raises:
        OntologyError: the lexicon or the vocabulary is malformed.
    """
    entries = known_things()
    known = known_names()
    readings = [Reading(p, tuple(known.find(p.text))) for p in document.passages]
    shorts = _defined_shorts(readings)
    own_names = front_names(document.front, [p.text for p in document.passages])
    candidates = [whole_names(r, _without_shorts(find_candidates(r, entries), shorts), own_names) for r in readings]
    definitions = [d for r, c in zip(readings, candidates, strict=True) for d in find_definitions(r, c)]
    native = frozenset(d.short for d in definitions if is_native_short(d.short))
    candidates = [_without_shorts(found, native) for found in candidates]
    flat = with_regions(type_by_report([c for found in candidates for c in found], readings), readings)
    flat += [*things_in_row_heads(document, known, entries), *things_in_titles(document)]
    flat += [*inner_names(flat), *places_of_compounds(readings, flat)]
    flat += _defined_inside(readings, flat, definitions) + _named_in_title(document, own_names, flat)
    territories = territory_names()
    bodies = international_names()
    reserved = known_keys()
    first = find_authorship(document, cluster(flat, definitions, bodies, reserved), territories)
    own = entries.get(territory_iri(first.territory))
    clusters = cluster(flat, definitions, bodies | frozenset(own.labels if own else ()), reserved)
    authorship = find_authorship(document, clusters, territories)
    clusters = with_own_names(with_national_name(clusters, authorship), authorship, document.front, document.text.text)
    return _assembled(document, readings, clusters, authorship, entries, territories)


def _defined_inside(
    readings: Sequence[Reading], found: Sequence[Candidate], definitions: Sequence[Definition]
) -> list[Candidate]:
    """Names that only a short form in brackets sets off: "the Central Committee of the *People's Party* (PP)"."""
    places = {(c.passage, c.start, c.end) for c in found}
    inside = []
    for d in definitions:
        text = readings[d.passage].text[d.start : d.end]
        if (d.passage, d.start, d.end) in places or not text[0].isupper() or is_span_of_time(text):
            continue
        if cls := class_of_name(text):
            inside.append(Candidate(d.passage, d.start, d.end, text, cls, "name", LIKELY))
    return inside


def _named_in_title(document: Document, own_names: Sequence[str], found: Sequence[Candidate]) -> list[Candidate]:
    """The agency of the title, where the prose nowhere names it on its own."""
    names = [name for name in own_names if not any(c.label == name for c in found)]
    if own_names and not names:
        return []
    titles = (document.title, *document.front[:1])
    label = names[0] if names else next(filter(None, map(title_name, titles)), "")
    return [Candidate(-1, 0, 0, label, CK + "CustomsAdministration", "name", LIKELY)] if label else []


def _defined_shorts(readings: Sequence[Reading]) -> frozenset[str]:
    """Every short form that stands in brackets somewhere: it is a name of what it abbreviates, not one of its own."""
    found = (m.group(1) for r in readings for m in _IN_BRACKETS.finditer(r.text))
    return frozenset(s for s in found if is_acronym_like(s))


def _without_shorts(found: list[Candidate], shorts: frozenset[str]) -> list[Candidate]:
    return [c for c in found if c.how == "registry" or c.label not in shorts]


def _assembled(
    document: Document,
    readings: Sequence[Reading],
    clusters: list[Cluster],
    authorship: Authorship,
    entries: Mapping[str, RegistryEntry],
    territories: Gazetteer,
) -> Things:
    if authorship.agency is None:
        clusters, authorship = _with_plain_agency(document, clusters)
    entities: dict[str, Entity] = {}
    agency = ""
    of_candidate: dict[tuple[int, int, int, str], str] = {}
    for c in clusters:
        entity = _entity(c, authorship, entries, territories)
        entities[entity.iri] = _joined(entities[entity.iri], entity) if entity.iri in entities else entity
        for m in (x for x in c.members if x.passage >= 0):
            of_candidate[m.passage, m.start, m.end, m.label] = entity.iri
        if c is authorship.agency:
            agency = entity.iri
    headquarters = _iri_of(authorship.headquarters, authorship, entries, territories)
    entities |= {s.iri: s for s in _series(entities, authorship.territory) if s.iri not in entities}
    named = named_mentions(readings, clusters, of_candidate, entities)
    references = find_references(readings, named, entities, agency)
    mentions = tuple(
        tuple(sorted((*a, *b), key=lambda m: (m.start, -m.end, m.thing)))
        for a, b in zip(named, references, strict=True)
    )
    return Things(_with_mentions(entities, mentions, document), mentions, agency, headquarters, authorship.territory)


def _with_plain_agency(document: Document, clusters: list[Cluster]) -> tuple[list[Cluster], Authorship]:
    """A report that names no customs administration is that of the one its title speaks of, or of an unnamed one."""
    title = _WITHOUT_YEAR.sub("", document.title)
    label = title if 0 < len(title) <= 60 else "customs administration"
    plain = Cluster(label_key(label))
    plain.add(Candidate(-1, 0, 0, label, CK + "CustomsAdministration", "name", LIKELY))
    return [*clusters, plain], Authorship(plain, None, UNKNOWN)


def _entity(c: Cluster, authorship: Authorship, entries: Mapping[str, RegistryEntry], territories: Gazetteer) -> Entity:
    if c.iri:
        return _registered(c, entries[c.iri])
    cls = (
        CK + "CustomsAdministration"
        if c is authorship.agency
        else CK + "CustomsHeadquarters"
        if c is authorship.headquarters
        else c.cls
    )
    label = c.label
    others = {*c.forms, *c.aliases} - {label}
    return Entity(_iri(c, cls, authorship, territories), cls, label, tuple(sorted(others)))


def _registered(c: Cluster, entry: RegistryEntry) -> Entity:
    """A known thing with the names that the report uses; a territory goes by the report's own name for it."""
    written = [f for f in c.forms if f in (entry.label, *entry.alt_labels) and not is_acronym_like(f.replace(".", ""))]
    own = entry.cls == CK + "CustomsTerritory" and bool(written) and entry.label not in c.forms
    label = max(sorted(written), key=lambda f: (c.forms[f], len(f))) if own else entry.label
    proper = {a for a in entry.alt_labels if is_acronym_like(a)}
    others = {entry.label, *proper, *c.forms, *c.aliases} - {label}
    hidden = tuple(sorted(others & set(entry.hidden_labels)))
    alternatives = tuple(sorted(o for o in others if o not in hidden and o.casefold() != label.casefold()))
    return Entity(entry.iri, entry.cls, label, alternatives, hidden, notation=entry.code, exact_match=entry.exact_match)


def _iri_of(
    c: Cluster | None, authorship: Authorship, entries: Mapping[str, RegistryEntry], territories: Gazetteer
) -> str | None:
    return _entity(c, authorship, entries, territories).iri if c is not None else None


def _iri(c: Cluster, cls: str, authorship: Authorship, territories: Gazetteer) -> str:
    """The IRI of a cluster; "of <its territory>" is no part of it, so that two reports give the same one."""
    owners = _labels_of(authorship.territory, territories)
    short = [s for f in c.forms.keys() - c.shorts for s in without_owner(f, cls, owners)]
    name = min(short, key=lambda s: (len(s), s), default=c.label)
    return mint_thing(load_terms().kind_of(cls), _territory_of(c, cls, authorship, territories), name)


def _labels_of(territory: str, territories: Gazetteer) -> frozenset[str]:
    entry = known_things().get(territory_iri(territory))
    return frozenset(entry.labels) if entry else frozenset()


def _territory_of(c: Cluster, cls: str, authorship: Authorship, territories: Gazetteer) -> str:
    """The territory of a thing: the one that its name shows, else the report's."""
    if cls in _OWN_COUNTRY and (found := territories.find(c.label)):
        return territory_slug(found[-1].target)
    return (
        "int" if cls in (CK + "InternationalOrganization", CK + "IntergovernmentalGrouping") else authorship.territory
    )


def _joined(a: Entity, b: Entity) -> Entity:
    others = {*a.alt_labels, b.label, *b.alt_labels} - {a.label}
    return replace(a, alt_labels=tuple(sorted(others)))


def _series(entities: Mapping[str, Entity], territory: str) -> list[Entity]:
    """The series of each operation that a year tells from its other editions."""
    found = {}
    for e in entities.values():
        if e.cls == CK + "Operation" and (m := _EDITION.match(e.label)):
            iri = mint_thing(load_terms().kind_of(CK + "OperationSeries"), territory, m.group(1))
            found[iri] = Entity(iri, CK + "OperationSeries", m.group(1))
    return [found[iri] for iri in sorted(found)]


def _with_mentions(
    entities: Mapping[str, Entity], mentions: Sequence[Sequence[Mention]], document: Document
) -> dict[str, Entity]:
    spans: dict[str, set[Span]] = {}
    for passage, group in zip(document.passages, mentions, strict=True):
        for m in group:
            if m.how != "pronoun":
                spans.setdefault(m.thing, set()).add(passage.segment.text.span(m.start, m.end))
    _add_row_heads(spans, document, entities)
    return {iri: replace(e, mentions=tuple(sorted(spans.get(iri, ())))) for iri, e in sorted(entities.items())}


def _add_row_heads(spans: dict[str, set[Span]], document: Document, entities: Mapping[str, Entity]) -> None:
    """Where known things head the rows of tables, found again in the stored text."""
    labels = Gazetteer(
        (label, e.iri) for e in entities.values() if e.cls in _HEADED for label in (e.label, *e.alt_labels)
    )
    for iri, span in spans_of_row_heads(document, labels):
        spans.setdefault(iri, set()).add(span)
