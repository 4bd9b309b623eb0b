"""The JSON-LD context: in step with the vocabulary, and naming each term once."""

from __future__ import annotations

from collections import Counter

from customs_kg.ontology.context import CONTEXT_FILE, load_context, make_context, write_context
from customs_kg.ontology.files import read_ontology_file
from customs_kg.ontology.iris import CK, XSD
from customs_kg.ontology.vocabulary import load_terms


def meanings() -> list[str]:
    """What each name that is no prefix and no backward property stands for."""
    values = [m.get("@id", "") if isinstance(m, dict) else m for n, m in make_context().items() if n != "@version"]
    return [value for value in values if value and not value.endswith(("/", "#"))]


def test_the_file_is_what_the_vocabulary_gives() -> None:
    assert read_ontology_file(CONTEXT_FILE) == write_context(), "run scripts/context.py"
    assert load_context() == make_context()


def test_every_class_and_property_has_a_name() -> None:
    terms = load_terms()
    own = {iri for iri in (*terms.classes, *terms.properties) if iri.startswith(CK)}
    assert {f"ck:{iri.removeprefix(CK)}" for iri in own} <= set(meanings())


def test_no_term_has_two_names() -> None:
    assert [meaning for meaning, count in Counter(meanings()).items() if count > 1] == []


def test_values_have_the_type_of_their_range() -> None:
    context = make_context()
    for iri, term in load_terms().properties.items():
        definition = context[iri.removeprefix(CK)]
        assert isinstance(definition, dict)
        if term.is_object:
            assert definition["@type"] == "@id"
        elif term.range == {XSD + "decimal"}:
            assert definition["@type"] == "xsd:decimal"
