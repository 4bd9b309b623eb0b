"""The page and the diagram of the ontology are those of the ontology, and open with the network off."""

from __future__ import annotations

import re
import socket
import sys
from importlib import import_module
from pathlib import Path

import pytest

from customs_kg.ontology.errors import OntologyError
from customs_kg.ontology.iris import CK
from customs_kg.ontology.vocabulary import load_terms

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "scripts"))

ontology_diagram = import_module("ontology_diagram")
ontology_page = import_module("ontology_page")

PAGE = (ROOT / "docs" / "ontology.html").read_text(encoding="utf-8")
TERMS = load_terms()


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # pyLODE leaves files open
def test_the_page_is_that_of_the_ontology(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("the page was made with the network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    assert ontology_page.page() == PAGE, "make it anew: python scripts/ontology_page.py"


def test_the_diagram_is_that_of_the_ontology() -> None:
    drawn = (ROOT / "docs" / "ontology.svg").read_text(encoding="utf-8")
    assert ontology_diagram.draw() == drawn, "make it anew: python scripts/ontology_diagram.py"


def test_the_page_explains_every_term_and_code() -> None:
    own = [term for group in (TERMS.classes, TERMS.properties) for iri, term in group.items() if iri.startswith(CK)]
    assert [term.iri for term in own if f"<code>{term.iri}</code>" not in PAGE] == []
    assert [code.iri for code in TERMS.codes.values() if f"ckt:{code.iri.rsplit('/', 1)[-1]}<" not in PAGE] == []


def test_the_page_loads_nothing_from_elsewhere() -> None:
    loads = re.findall(r'<(?:script|img|iframe|link)\b[^>]*\b(?:src|href)="([^"]{0,40})', PAGE)
    assert loads
    assert [target for target in loads if not target.startswith(("data:", "#"))] == []
    assert "@import" not in PAGE and "url(http" not in PAGE


@pytest.mark.parametrize(
    "edge",
    [
        ontology_diagram.Edge("Observation", "reportBy", "Period"),
        ontology_diagram.Edge("Period", "", "DomainEntity"),
    ],
)
def test_the_diagram_refuses_what_the_ontology_does_not_say(monkeypatch: pytest.MonkeyPatch, edge: object) -> None:
    monkeypatch.setattr(ontology_diagram, "EDGES", (edge,))
    with pytest.raises(OntologyError, match="not so"):
        ontology_diagram.draw()
