"""Whose report it is: the customs administration, its headquarters and its territory."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from customs_kg.builders.document import Document
from customs_kg.builders.reading.home_territory import home_territory
from customs_kg.builders.things.joining.clusters import Cluster
from customs_kg.builders.things.known.classes import ck, class_of_name
from customs_kg.builders.things.known.gazetteer import Gazetteer
from customs_kg.builders.things.known.labels import label_key
from customs_kg.builders.things.known.territories import territory_slug
from customs_kg.builders.things.known.word_shapes import is_proper
from customs_kg.ontology.iris import CK

UNKNOWN = "xx"
_FRONT = 4  # lines of the front matter that name the agency
_ADMINISTRATION = CK + "CustomsAdministration"
_UNION = CK + "IntergovernmentalGrouping"
_HEADQUARTERS = CK + "CustomsHeadquarters"
_ORGANISATIONS = ck(
    "CustomsAdministration CustomsHeadquarters PublicBody CustomsUnit CustomsHouse CustomsDistrict EnforcementForce "
    "OperationsCenter"
)


@dataclass(frozen=True, slots=True)
class Authorship:
    """The clusters of the agency and its headquarters (None where there is none), and the slug of the territory."""

    agency: Cluster | None
    headquarters: Cluster | None
    territory: str


def find_authorship(document: Document, clusters: Sequence[Cluster], territories: Gazetteer) -> Authorship:
    """The agency whose report a document is: named in its title, or the customs administration named most often."""
    bodies = [c for c in clusters if c.cls in _ORGANISATIONS and (not c.iri or _opens(document, c))]
    ranked = sorted(bodies, key=lambda c: (-_weight(document, c), c.key))
    agency = ranked[0] if ranked and _weight(document, ranked[0]) > 0 else None
    heads = [c for c in ranked if _is_headquarters(c)]
    own = _land(agency, territories) or home_territory(document.text.text)
    land = own or next((found for c in heads if (found := _land(c, territories))), "")
    land = land or _land_of(" ; ".join(document.front[:_FRONT]), territories) or UNKNOWN
    if agency is not None and _is_headquarters(agency):
        named = [c for c in ranked if c.cls == _ADMINISTRATION]
        national = (c for c in named if c.label.endswith(" Customs") and _land(c, territories) == land)
        often = (c for c in named if len(c.members) > 2)
        agency = next(national, None) or next(often, agency)
    headquarters = next((c for c in heads if c is not agency and _land(c, territories) in ("", land)), None)
    return Authorship(agency, headquarters, land)


def _is_headquarters(body: Cluster) -> bool:
    """By its class or by one of its names, which a title may have given to a customs administration."""
    return body.cls == _HEADQUARTERS or (
        body.cls == _ADMINISTRATION and any(class_of_name(form) == _HEADQUARTERS for form in body.forms)
    )


def taken_in(
    clusters: Sequence[Cluster],
    authorship: Authorship,
    agency: Cluster,
    names_it: Callable[[Cluster], bool],
    take: Callable[[Cluster, Cluster], None] = Cluster.take,
) -> list[Cluster]:
    """The clusters without those that name the agency too, which are taken into its own, one after the other."""
    kept: list[Cluster] = []
    for c in clusters:
        if c is not agency and c is not authorship.headquarters and not c.iri and names_it(c):
            take(agency, c)
        else:
            kept.append(c)
    return kept


def _weight(document: Document, body: Cluster) -> int:
    """How much speaks for a body: that the title names it, and how often the text does."""
    front = label_key(" ; ".join(document.front[:_FRONT]))
    title = label_key(document.title or (document.sections[0].title if document.sections else ""))
    headings = label_key(" ".join(section.title for section in document.sections))
    names = [label_key(f) for f in body.forms]
    titled = _stands_in(names, title) or any(title in name.split() for name in names)  # "Revenue": a word of its name
    titled = titled and class_of_name(body.label) != _UNION  # what it is on: "The Ring Customs Union in 2031"
    size = sum(document.text.text.count(f) for f in (*body.forms, *body.aliases) if len(f) > 2)
    if body.cls not in (_ADMINISTRATION, _HEADQUARTERS):
        return 5_000 + size if _opens(document, body) else 500 + size if titled else 0
    if _is_common(body):
        return size  # "Customs Administration: Results of 2019" may be a part of what another body tells
    size += 2 if body.cls == _ADMINISTRATION and any(is_proper(w) for w in body.label.split()) else 0
    fronted = 5_000 if _stands_in(names, front) else 0
    return (10_000 if titled else fronted) + (100 if _stands_in(names, headings) else 0) + size * 10


def _opens(document: Document, body: Cluster) -> bool:
    """Whether the first line of a report begins with one of the names of a body."""
    first = label_key(document.front[0]) if document.front else ""
    return any(first.startswith(label_key(f)) for f in (*body.forms, *body.aliases) if " " in f)


def _is_common(body: Cluster) -> bool:
    """Whether nothing in its names tells a body from others of its kind: "Customs Administration"."""
    return not body.aliases and all(form.lower() in _COMMON for form in body.forms)


_COMMON = frozenset(f"customs {noun}" for noun in "administration administrations authorities operations".split())


def _stands_in(names: Sequence[str], text: str) -> bool:
    return any(name and name in text and re.search(rf"\b{re.escape(name)}\b", text) for name in names)


def _land(body: Cluster | None, territories: Gazetteer) -> str:
    """The slug of the territory that one of the names of a body shows; or empty."""
    forms = sorted((*body.forms, *body.aliases), key=lambda f: (-len(f), f)) if body else ()
    return next((land for form in forms if (land := _land_of(form, territories))), "")


def _land_of(text: str, territories: Gazetteer) -> str:
    """The slug of the territory that a text names last; or empty."""
    found = territories.find(text)
    return territory_slug(found[-1].target) if found else ""
