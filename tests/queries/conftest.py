"""The invented report as a store, for the questions and for free SPARQL."""

import pyoxigraph as ox
import pytest

from customs_kg.graph.store import store_of
from customs_kg.graph.triples import report_triples
from tests.graph.sample import sample_facts


@pytest.fixture(scope="package")
def store() -> ox.Store:
    """The sample graph with the terms of the ontology. Tests only read it."""
    return store_of(report_triples(sample_facts()))
