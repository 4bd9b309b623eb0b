"""Which candidates name the same thing: clusters by label, alias and short form."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from customs_kg.builders.things.joining.clusters import Cluster
from customs_kg.builders.things.joining.initials import join_initials
from customs_kg.builders.things.known.candidates import Candidate
from customs_kg.builders.things.known.classes import AGREEMENTS, ck
from customs_kg.builders.things.known.labels import implied_short_forms, label_key
from customs_kg.builders.things.names.acronyms import Definition, is_acronym_like
from customs_kg.ontology.iris import CK

_ENDEAVOURS = ck(
    "Reform Programme WorkingMethod Campaign Project PolicyInitiative PolicyPrinciple Operation PolicyMeasure"
)
_ORGANISATIONS = ck(
    "PublicBody CustomsAdministration CustomsHeadquarters CustomsUnit OperationsCenter "
    "EnforcementForce StationedOffice InternationalOrganization CoordinationMechanism"
)
_PLACES = ck("Place CustomsTerritory PlaceGroup")
_LOOSE_LEADS = ("custom ", "national ")
_KINDS = (  # keys of names that only tell what a body is
    "advisory board",
    "advisory committee",
    "joint committee",
    "management board",
    "management committee",
    "secretariat",
    "steering committee",
    "task force",
    "technical committee",
    "working committee",
    "working group",
    "working party",
)


def cluster(
    candidates: Iterable[Candidate],
    definitions: Sequence[Definition],
    owners: frozenset[str],
    reserved: frozenset[str] = frozenset(),
) -> list[Cluster]:
    """The clusters of a document, sorted by key.

    `owners` are the names of the report's territory and of known bodies, that a name may end with; `reserved`
    are the keys of labels of known things, that no other thing goes by.
    """
    clusters: dict[str, Cluster] = {}
    for c in candidates:
        key = c.iri or label_key(c.label)
        if key and key not in clusters:
            clusters[key] = Cluster(key, c.iri)
        if key:
            clusters[key].add(c)
    _add_short_forms(clusters, definitions)
    _merge_expanded(clusters, definitions)
    join_initials(clusters)
    _merge_aliases(clusters, owners, reserved, frozenset(label_key(d.short) for d in definitions))
    _merge_leads(clusters)
    _merge_posts(clusters)
    _merge_kinds(clusters)
    return [clusters[key] for key in sorted(clusters)]


def _add_short_forms(clusters: dict[str, Cluster], definitions: Sequence[Definition]) -> None:
    """Gives each thing the short forms that the report defines; one that is a known thing's name joins the two."""
    places = {(m.passage, m.start, m.end): c for c in clusters.values() for m in c.members}
    known = {form: c for c in clusters.values() if c.iri for form in c.forms}
    for d in definitions:
        if found := places.get((d.passage, d.start, d.end)):
            found.aliases.add(d.short)
            _take_short(clusters, found, d.short)
            same = known.get(d.short)
            if same is None or found.iri or {found.key, same.key} - clusters.keys() or set(same.forms) != {d.short}:
                continue
            if _mergeable(found, same):
                same.take(found)
                del clusters[found.key]
                places.update({(m.passage, m.start, m.end): same for m in found.members})
            else:
                del clusters[same.key]  # the report gives these letters to something else


def _take_short(clusters: dict[str, Cluster], known: Cluster, short: str) -> None:
    """Takes what goes by a short form into the known thing that the report gives it to."""
    other = clusters.get(label_key(short))
    if known.iri and other is not None and other is not known and not other.iri and _mergeable(other, known):
        known.take_short(other)
        del clusters[other.key]


def _merge_expanded(clusters: dict[str, Cluster], definitions: Sequence[Definition]) -> None:
    """Joins names that are the same words when their short forms are written out, in whatever order."""
    shorts = {d.short for d in definitions}
    long_forms = {short: c.label for c in clusters.values() if not c.iri for short in c.aliases & shorts}
    bags: dict[tuple[str, ...], str] = {}
    for key in sorted(clusters, key=lambda k: (-len(clusters[k].label), k)):
        c = clusters[key]
        if c.iri or len(key.split()) < 2:
            continue
        written_out = " ".join(long_forms.get(word, word) for word in c.label.split())
        bag = tuple(sorted(set(label_key(written_out).split())))
        first = bags.setdefault(bag, key)
        if first != key and clusters[first].cls == c.cls:
            clusters[first].take(c)
            del clusters[key]


def _merge_aliases(
    clusters: dict[str, Cluster], known_owners: frozenset[str], reserved: frozenset[str], defined: frozenset[str]
) -> None:
    """Joins a cluster with the one that is named by its alias, where only one has that alias.

    What brackets define is no company, whatever it seemed to be by itself.
    """
    for alias, owners in sorted(_alias_owners(clusters, known_owners).items()):
        owners = {o for o in owners if o in clusters}
        contested = len(owners) > 1 and alias not in clusters and not _alike(clusters, owners, alias)
        if contested or alias in reserved:
            _forget(clusters, {o for o in owners if not clusters[o].iri}, alias)
            continue
        target = clusters.get(alias)
        for owner in sorted(owners):
            source = clusters[owner]
            if source is target:
                continue
            if target is None:
                target = source if len(owners) > 1 else None
            elif source.iri or not (_mergeable(source, target) or (alias in defined and _is_taken_for(source, target))):
                _forget(clusters, {owner}, alias)
            else:
                target.take(source)
                del clusters[owner]


def _alias_owners(clusters: Mapping[str, Cluster], known_owners: frozenset[str]) -> dict[str, set[str]]:
    """The keys of the clusters that have each alias, by the key of the alias."""
    claims: dict[str, set[str]] = {}
    for key, c in sorted(clusters.items()):
        if not c.iri:
            c.aliases |= {s for form in c.forms for s in implied_short_forms(form, c.cls, known_owners)}
        for alias in c.aliases:
            claims.setdefault(label_key(alias), set()).add(key)
    claims.pop("", None)
    return claims


def _alike(clusters: Mapping[str, Cluster], owners: set[str], alias: str) -> bool:
    """Whether clusters that claim one short form are one thing: of one class, the short form an acronym."""
    classes = {clusters[o].cls for o in owners}
    forms = [a for o in owners for a in clusters[o].aliases if label_key(a) == alias]
    return len(classes) == 1 and not any(clusters[o].iri for o in owners) and all(is_acronym_like(f) for f in forms)


def _forget(clusters: Mapping[str, Cluster], owners: set[str], alias: str) -> None:
    for owner in owners:
        if owner in clusters:
            clusters[owner].aliases = {a for a in clusters[owner].aliases if label_key(a) != alias}


def _mergeable(source: Cluster, target: Cluster) -> bool:
    """Whether the classes allow that two clusters are one thing; of several agreements none is the one with A."""
    if target.cls in AGREEMENTS and not target.iri and all(form.endswith("s") for form in target.forms):
        return all(form.endswith("s") for form in source.forms)
    if {source.cls, target.cls} == {CK + "Reform", CK + "WorkingMethod"}:
        return False  # the reform of an order of things is not that order
    if source.cls == target.cls or (target.iri and source.cls in _ENDEAVOURS and target.cls in _ENDEAVOURS):
        return True
    if {source.cls, target.cls} <= _PLACES:
        return True
    return not target.iri and any({source.cls, target.cls} <= group for group in (_ENDEAVOURS, _ORGANISATIONS))


def _is_taken_for(source: Cluster, target: Cluster) -> bool:
    """Whether a body's short form was taken for a company by what it does: "RN employs 400"."""
    return source.cls in _ORGANISATIONS and target.cls == CK + "Company" and not target.iri


def _merge_leads(clusters: dict[str, Cluster]) -> None:
    """A leading "customs" or "national" makes no other thing where the class agrees."""
    for key in sorted(clusters):
        for lead in _LOOSE_LEADS:
            short = clusters.get(key.removeprefix(lead)) if key.startswith(lead) else None
            long = clusters.get(key)
            if short and long and len(short.key.split()) > 1 and short.cls == long.cls and not long.iri:
                short.take(long)
                del clusters[key]


def _merge_posts(clusters: dict[str, Cluster]) -> None:
    """A bare post is the one post of that name whose body the report gives."""
    posts = [c for c in clusters.values() if c.cls == CK + "Post"]
    for short in sorted(posts, key=lambda c: c.key):
        longer = [c for c in posts if c.key.startswith(short.key + " ") and c.key in clusters]
        owners = {c.key.removeprefix(short.key + " ") for c in longer}
        if longer and short.key in clusters and len(owners) == 1:
            longer[0].aliases.update(short.forms)
            longer[0].take(short)
            longer[0].forms = Counter({f: n for f, n in longer[0].forms.items() if label_key(f) != short.key})
            del clusters[short.key]


def _merge_kinds(clusters: dict[str, Cluster]) -> None:
    """A name that only tells the kind is the one thing of that kind: "the *Task Force*" is the "Tarn Task Force"."""
    for kind in _KINDS:
        short = clusters.get(kind)
        if short is None or short.iri:
            continue
        told = re.compile(rf"(?:(?!.* (?:of|for|on|to|in) ).* {kind}|{kind} (?:of|for|on) .*)", re.I)
        whole = [c for key, c in clusters.items() if key != kind and any(map(told.fullmatch, c.forms))]
        if len(whole) == 1 and not whole[0].iri and _mergeable(short, whole[0]):
            whole[0].take_short(short)
            del clusters[kind]
