"""The agency under the adjective of its country: "Dutch Customs" in a report of the customs of the Netherlands."""

from __future__ import annotations

import re
from collections.abc import Sequence

from customs_kg.builders.english.peoples import territory_of_adjective
from customs_kg.builders.things.agency import Authorship
from customs_kg.builders.things.clusters import Cluster
from customs_kg.ontology.iris import CK

_NATIONAL = re.compile(r"([A-Z][a-z]+) [Cc]ustoms(?: (?:Administration|Service|Authority|Department|authorities))?")


def with_national_name(clusters: Sequence[Cluster], authorship: Authorship) -> list[Cluster]:
    """The clusters, with the one that names the agency by its country's adjective taken into that of the agency."""
    agency, code = authorship.agency, authorship.territory.upper()
    if agency is None or agency.cls != CK + "CustomsAdministration":
        return list(clusters)
    kept: list[Cluster] = []
    for c in clusters:
        m = _NATIONAL.fullmatch(c.label)
        own = c is not agency and c is not authorship.headquarters and not c.iri and c.cls == agency.cls
        if own and m is not None and territory_of_adjective(m.group(1)) == code:
            agency.take(c)
        else:
            kept.append(c)
    return kept
