"""The JSON-LD context of the vocabulary: short names for its classes and properties, and what their values are.

`context.jsonld` is what `make_context` gives, written out by scripts/context.py; a test holds the two together.
"""

from __future__ import annotations

import json
from functools import lru_cache
from typing import cast

from customs_kg.ontology.files import read_ontology_file
from customs_kg.ontology.iris import CK, DCTERMS, EVIDENCE, FOAF, OA, PREFIXES, PROV, QUDT, RDF, RDFS, SKOS, XSD
from customs_kg.ontology.vocabulary import PropertyTerm, load_terms

CONTEXT_FILE = "context.jsonld"

Context = dict[str, str | dict[str, str]]

_LINK = {"@type": "@id"}
_ENGLISH = {"@language": "en"}
_COUNT = {"@type": "xsd:nonNegativeInteger"}
# What the project uses of other vocabularies: their IRIs, and what the values are.
_OUTSIDE_CLASSES = (
    SKOS + "Concept", FOAF + "Person", PROV + "Activity", OA + "TextPositionSelector", OA + "TextQuoteSelector",
    QUDT + "Unit", QUDT + "CurrencyUnit",
)  # fmt: skip
_OUTSIDE: dict[str, dict[str, str]] = {
    RDF + "subject": _LINK, RDF + "predicate": _LINK, RDF + "object": _LINK,
    RDFS + "label": _ENGLISH, RDFS + "comment": _ENGLISH,
    SKOS + "prefLabel": _ENGLISH, SKOS + "altLabel": _ENGLISH, SKOS + "hiddenLabel": _ENGLISH,
    SKOS + "notation": {}, SKOS + "exactMatch": _LINK,
    DCTERMS + "title": _ENGLISH, DCTERMS + "language": {}, DCTERMS + "description": _ENGLISH,
    PROV + "used": _LINK, PROV + "wasGeneratedBy": _LINK,
    OA + "hasSelector": _LINK, OA + "start": _COUNT, OA + "end": _COUNT,
    OA + "exact": {}, OA + "prefix": {}, OA + "suffix": {},
}  # fmt: skip
_BACKWARDS = {
    "claims": "rdf:subject",
    "figures": "ck:ofIndicator",
    "actions": "ck:actsOn",
    "ownActions": "ck:actor",
}


@lru_cache(maxsize=1)
def load_context() -> Context:
    """The published context.

    Raises:
        OntologyError: The file is missing from the installed package.
    """
    return cast("Context", json.loads(read_ontology_file(CONTEXT_FILE))["@context"])


def make_context() -> Context:
    """The context of the installed vocabulary: prefixes, then classes, then properties, each by name.

    A term of an outside vocabulary whose short name is taken keeps its prefix (`dcterms:description`).
    """
    terms = load_terms()
    names: Context = {}
    for iri in [*(c for c in terms.classes if c.startswith(CK)), *_OUTSIDE_CLASSES]:
        names[_free_name(iri, names)] = _short(iri)
    for iri, term in terms.properties.items():
        names[_free_name(iri, names)] = {"@id": _short(iri), **_value_of(term)}
    for iri, value in _OUTSIDE.items():
        names[_free_name(iri, names)] = {"@id": _short(iri), **value}
    for name, iri in _BACKWARDS.items():
        names[name] = {"@reverse": iri}
    spaces = {**PREFIXES, "span": EVIDENCE}
    prefixes: Context = {(f"{name}s" if name in names else name): iri for name, iri in sorted(spaces.items())}
    return {"@version": 1.1, **prefixes, **dict(sorted(names.items()))}  # type: ignore[dict-item]  # the one number


def write_context() -> str:
    """The text of `context.jsonld`."""
    lines = [f"    {json.dumps(name)}: {json.dumps(value)}" for name, value in make_context().items()]
    return '{\n  "@context": {\n' + ",\n".join(lines) + "\n  }\n}\n"


def _value_of(term: PropertyTerm) -> dict[str, str]:
    if term.is_object:
        return _LINK
    (datatype,) = term.range if len(term.range) == 1 else ("",)
    if datatype == RDF + "langString":
        return _ENGLISH
    return {"@type": _short(datatype)} if datatype.startswith(XSD) and datatype != XSD + "string" else {}


def _free_name(iri: str, taken: Context) -> str:
    name = iri.replace("#", "/").rsplit("/", 1)[-1]
    return _short(iri) if name in taken else name


def _short(iri: str) -> str:
    prefix, space = max(((p, s) for p, s in PREFIXES.items() if iri.startswith(s)), key=lambda found: len(found[1]))
    return f"{prefix}:{iri.removeprefix(space)}"
