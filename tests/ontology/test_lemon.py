"""The lexicon in OntoLex-Lemon: every word that teaches the builder is an entry that denotes a term."""

from __future__ import annotations

import re

import pytest
from pyoxigraph import NamedNode, Quad, QuerySolutions, Store

from customs_kg.ontology.iris import CK, CKT, PREFIXES
from customs_kg.ontology.lemon import LEXICON, ONTOLEX, lexicon_triples
from customs_kg.ontology.lemon import PREFIXES as LEMON
from customs_kg.ontology.lexicon import action_verbs, head_nouns
from customs_kg.ontology.wordings import frames, phrases

HEAD = {**PREFIXES, **LEMON}


@pytest.fixture(scope="module")
def store() -> Store:
    found = Store()
    found.bulk_extend(Quad(t.subject, t.predicate, t.object) for t in lexicon_triples())
    return found


def rows(store: Store, query: str) -> set[tuple[str, ...]]:
    found = store.query(query, prefixes=HEAD)
    assert isinstance(found, QuerySolutions)
    return {tuple(term.value for term in row) for row in found}


def test_every_word_of_the_lexicon_denotes_its_term(store: Store) -> None:
    told = rows(
        store, "SELECT ?words ?term { ?e ontolex:canonicalForm/ontolex:writtenRep ?words ; ontolex:denotes ?term }"
    )
    assert {(noun.words, noun.cls) for noun in head_nouns()} <= told
    assert {(verb.verb, verb.action) for verb in action_verbs()} <= told
    assert ("launch", CKT + "action-launch") in told
    assert ("be based on", CK + "basedOn") in told


def test_every_frame_is_the_behaviour_of_its_verb(store: Store) -> None:
    told = rows(store, "SELECT ?term ?frame { ?e synsem:synBehavior/rdfs:label ?frame ; ontolex:denotes ?term }")
    assert {(frame.predicate, frame.pattern) for frame in frames()} <= told


def test_every_phrase_is_the_behaviour_of_its_preposition(store: Store) -> None:
    told = rows(
        store,
        "SELECT ?word ?phrase { ?e synsem:synBehavior/rdfs:label ?phrase ; "
        "ontolex:canonicalForm/ontolex:writtenRep ?word }",
    )
    assert {(phrase.preposition, phrase.pattern) for phrase in phrases()} <= told


def test_an_entry_has_one_form_and_one_lexicon(store: Store) -> None:
    entries = rows(store, "SELECT DISTINCT ?e { ?e ontolex:denotes ?term }")
    assert entries == rows(store, f"SELECT ?e {{ <{LEXICON}> lime:entry ?e ; lime:language 'en' }}")
    faulty = "{ ?e ontolex:canonicalForm ?one , ?other FILTER(?one != ?other) }"
    assert rows(store, f"SELECT ?e {faulty}") == set()
    assert all(re.fullmatch(r"[\w-]+", entry.removeprefix(LEXICON + "/")) for (entry,) in entries)


def test_words_of_several_are_told_apart(store: Store) -> None:
    kinds = rows(store, "SELECT ?words ?kind { ?e a ?kind ; ontolex:canonicalForm/ontolex:writtenRep ?words }")
    assert {("launch", ONTOLEX + "Word"), ("put into service", ONTOLEX + "MultiwordExpression")} <= kinds


def test_no_node_is_blank() -> None:
    assert all(isinstance(t.subject, NamedNode) for t in lexicon_triples())
