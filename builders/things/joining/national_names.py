"""The agency under the name of its country: "Dutch Customs", "the customs service of the Netherlands"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from customs_kg.builders.english.peoples import territory_of_adjective
from customs_kg.builders.things.joining.agency import Authorship, taken_in
from customs_kg.builders.things.joining.clusters import Cluster
from customs_kg.builders.things.known.territories import territory_names, territory_slug
from customs_kg.builders.things.known.word_shapes import is_proper
from customs_kg.ontology.iris import CK

_OF_LAND = re.compile(r"customs [a-z]+ of (.+)")
_BY_LAND = re.compile(r"([A-Z][a-z]+) (?:Customs|Revenue|Tax|Border)\b")
_NATIONAL = re.compile(r"([A-Z][a-z]+) [Cc]ustoms(?: (?:Administration|Service|Authority|Department|authorities))?")


def with_national_name(clusters: Sequence[Cluster], authorship: Authorship) -> list[Cluster]:
    """The clusters, with the one that names the agency by its country's adjective taken into that of the agency."""
    agency, code = authorship.agency, authorship.territory.upper()
    if agency is None or agency.cls != CK + "CustomsAdministration" or _names_unknown_land(agency.label):
        return list(clusters)
    return taken_in(clusters, authorship, agency, lambda c: c.cls == agency.cls and _is_of_land(c, code))


def _names_unknown_land(label: str) -> bool:
    """Whether the agency is called by a land that no list has, so that no other land's customs are meant by it."""
    named = _BY_LAND.match(label)
    land = named.group(1) if named else ""
    return bool(land) and is_proper(land) and not territory_names().find(land) and not territory_of_adjective(land)


def _is_of_land(c: Cluster, code: str) -> bool:
    adjective, of = _NATIONAL.fullmatch(c.label), _OF_LAND.fullmatch(c.label)
    own = adjective is not None and territory_of_adjective(adjective.group(1)) == code
    lands = territory_names().find(of.group(1)) if of else []
    return own or any(territory_slug(land.target).upper() == code for land in lands)
