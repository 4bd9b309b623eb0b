"""The lexicon as it lies beside the ontology."""

import pytest

from customs_kg.ontology.errors import OntologyError
from customs_kg.ontology.iris import CK, FOAF
from customs_kg.ontology.lexicon import _head_nouns, head_nouns
from customs_kg.ontology.registry import _registry, registry
from customs_kg.ontology.statements import Statements
from customs_kg.ontology.vocabulary import load_terms

PREFIXES = (
    "@prefix ck: <https://w3id.org/customs-kg/ontology#> .\n"
    "@prefix ckl: <https://w3id.org/customs-kg/lexicon#> .\n"
    "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"
)


def test_every_head_noun_names_a_declared_class() -> None:
    classes = load_terms().classes
    assert {h.cls for h in head_nouns()} <= set(classes)
    assert all(h.cls == FOAF + "Person" for h in head_nouns() if h.scope == "title")


def test_registry_entries_have_declared_classes_and_iris_of_their_kind() -> None:
    terms = load_terms()
    for entry in registry():
        kind = terms.kind_of(entry.cls)
        assert entry.iri.rsplit("/", 1)[-1].startswith(f"{kind}-int-"), entry.iri


def test_no_label_names_two_registry_entries() -> None:
    owners: dict[str, str] = {}
    for entry in registry():
        for label in entry.labels:
            assert owners.setdefault(label, entry.iri) == entry.iri, label


def test_territories_of_the_registry_have_codes() -> None:
    entries = [e for e in registry() if e.cls == CK + "CustomsTerritory"]
    assert entries
    assert all(len(e.code) == 3 and e.code.isupper() for e in entries)


def test_a_head_noun_of_two_classes_is_an_error() -> None:
    said = Statements.read(
        {"lexicon-x.ttl": PREFIXES + 'ck:Port ckl:headNoun "gate"@en . ck:Place ckl:headNoun "gate"@en .'}
    )
    with pytest.raises(OntologyError, match="gate"):
        _head_nouns(said)


def test_a_registry_entry_without_a_class_is_an_error() -> None:
    said = Statements.read({"registry.ttl": PREFIXES + '<https://w3id.org/customs-kg/id/x> skos:prefLabel "X"@en .'})
    with pytest.raises(OntologyError, match="one class"):
        _registry(said)
