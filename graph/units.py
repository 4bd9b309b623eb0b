"""Names for the units of a graph that no vocabulary file describes: the currencies that a report uses."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pyoxigraph import Triple

from customs_kg.graph.literals import describe, english, iri, plain
from customs_kg.ontology.iris import CKT, QUANTITY_KIND, QUDT, RDF, RDFS, SKOS
from customs_kg.ontology.vocabulary import load_terms

_OWN = CKT + "unit-"
_CODE = re.compile(r"[a-z]{3}")


def unit_triples(unit: str) -> Iterator[Triple]:
    """Class, name and ISO 4217 code (if it has one) of a currency; nothing if the unit is described elsewhere."""
    if not unit.startswith(_OWN) or unit in load_terms().units:
        return
    code = unit.removeprefix(_OWN)
    currency = _currency_name(code)
    name = currency or code.replace("-", " ")
    yield from describe(
        unit,
        (RDF + "type", iri(QUDT + "Unit")),
        (QUDT + "hasQuantityKind", iri(QUANTITY_KIND + "Currency")),
        (SKOS + "prefLabel", english(name)),
        (RDFS + "label", english(name)),
        (SKOS + "altLabel", english(f"{name} (currency)")),
        *([(SKOS + "notation", plain(code.upper()))] if currency else []),
    )


def _currency_name(code: str) -> str:
    """The English name of an ISO 4217 code, or nothing."""
    if not _CODE.fullmatch(code):
        return ""
    import pycountry

    currency = pycountry.currencies.get(alpha_3=code.upper())
    return str(currency.name) if currency else ""
