from __future__ import annotations

import pytest
from pyoxigraph import NamedNode

from customs_kg.graph.store import ontology_triples
from customs_kg.graph.units import unit_triples
from customs_kg.ontology.iris import CKT, QUANTITY_KIND, SKOS, UNIT


def _label(unit: str) -> list[str]:
    return [t.object.value for t in unit_triples(unit) if t.predicate.value == SKOS + "prefLabel"]  # type: ignore[union-attr]


@pytest.mark.parametrize(("code", "name"), [("bhd", "Bahraini Dinar"), ("isk", "Iceland Krona")])
def test_a_currency_has_its_name(code: str, name: str) -> None:
    assert _label(f"{CKT}unit-{code}") == [name]


@pytest.mark.parametrize("code", ["halcyran-crown", "qqq"])
def test_a_currency_without_a_code_is_named_by_its_words(code: str) -> None:
    assert _label(f"{CKT}unit-{code}") == [code.replace("-", " ")]


def test_a_currency_says_that_it_is_money() -> None:
    said = {t.object.value for t in unit_triples(f"{CKT}unit-wst")}  # type: ignore[union-attr]
    assert {"Tala (currency)", QUANTITY_KIND + "Currency"} <= said


def test_a_unit_of_qudt_is_left_alone() -> None:
    assert list(unit_triples(UNIT + "PERCENT")) == []


def test_a_unit_that_the_ontology_describes_is_left_alone() -> None:
    described = {t.subject.value for t in ontology_triples() if isinstance(t.subject, NamedNode)}
    units = sorted(iri for iri in described if iri.startswith(CKT + "unit-"))
    assert CKT + "unit-cny" in units
    assert [list(unit_triples(unit)) for unit in units] == [[] for _ in units]
