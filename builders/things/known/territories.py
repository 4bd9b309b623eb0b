"""Customs territories by name: ISO 3166 from pycountry, with the spellings of the registry before it."""

from __future__ import annotations

from functools import lru_cache

from customs_kg.builders.things.known.gazetteer import Gazetteer
from customs_kg.ontology.iris import CK, ID
from customs_kg.ontology.registry import RegistryEntry, registry

_AUTHORITY = "http://publications.europa.eu/resource/authority/country/"
_TERRITORY = CK + "CustomsTerritory"


@lru_cache(maxsize=1)
def known_things() -> dict[str, RegistryEntry]:
    """The registry and the territories of ISO 3166 that it does not have, by IRI.

    Raises:
        OntologyError: the registry is malformed.
    """
    import pycountry  # imported here: it reads its tables

    entries = {e.iri: e for e in registry()}
    coded = {e.code for e in entries.values()}
    for country in pycountry.countries:
        if country.alpha_3 not in coded:
            entry = _entry(country.alpha_2, country.alpha_3, country.name, getattr(country, "common_name", ""))
            entries[entry.iri] = entry
    return entries


@lru_cache(maxsize=1)
def known_names() -> Gazetteer:
    """The names of the known things."""
    return Gazetteer((label, e.iri) for e in known_things().values() for label in e.labels)


@lru_cache(maxsize=1)
def territory_names() -> Gazetteer:
    """The names of the known territories."""
    return Gazetteer((label, e.iri) for e in known_things().values() if e.cls == _TERRITORY for label in e.labels)


@lru_cache(maxsize=4096)
def opens_with_land(name: str) -> bool:
    """Whether a longer name opens with that of a territory: "New Zealand Police"."""
    return any(m.start == 0 and m.end < len(name) for m in territory_names().find(name))


def _entry(alpha2: str, alpha3: str, name: str, common: str) -> RegistryEntry:
    label = common or name.partition(",")[0]
    return RegistryEntry(
        territory_iri(alpha2.lower()),
        _TERRITORY,
        label,
        (name,) if name != label else (),
        (),
        alpha3,
        (_AUTHORITY + alpha3,),
    )


def territory_iri(slug: str) -> str:
    """The IRI of a territory from the slug of its alpha-2 code.

    >>> territory_iri("nz")
    'https://w3id.org/customs-kg/id/place-int-nz'
    """
    return f"{ID}place-int-{slug}"


def territory_slug(iri: str) -> str:
    """The slug of a territory's IRI.

    >>> territory_slug("https://w3id.org/customs-kg/id/place-int-nz")
    'nz'
    """
    return iri.rsplit("-", 1)[-1]
