"""The agency under the name of its country: "Dutch Customs", "the customs service of the Netherlands"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from customs_kg.builders.english.peoples import territory_of_adjective
from customs_kg.builders.things.agency import Authorship
from customs_kg.builders.things.clusters import Cluster
from customs_kg.builders.things.territories import territory_names, territory_slug
from customs_kg.ontology.iris import CK

_OF_LAND = re.compile(r"customs [a-z]+ of (.+)")
_NATIONAL = re.compile(r"([A-Z][a-z]+) [Cc]ustoms(?: (?:Administration|Service|Authority|Department|authorities))?")


def with_national_name(clusters: Sequence[Cluster], authorship: Authorship) -> list[Cluster]:
    """The clusters, with the one that names the agency by its country's adjective taken into that of the agency."""
    agency, code = authorship.agency, authorship.territory.upper()
    if agency is None or agency.cls != CK + "CustomsAdministration":
        return list(clusters)
    lands = territory_names()
    kept: list[Cluster] = []
    for c in clusters:
        m = _NATIONAL.fullmatch(c.label)
        own = c is not agency and c is not authorship.headquarters and not c.iri and c.cls == agency.cls
        of = _OF_LAND.fullmatch(c.label)
        land = lands.find(of.group(1)) if of else []
        adjective = m is not None and territory_of_adjective(m.group(1)) == code
        if own and (adjective or any(territory_slug(x.target).upper() == code for x in land)):
            agency.take(c)
        else:
            kept.append(c)
    return kept
