"""The page and the diagram of the ontology are those of the ontology, and open with the network off."""

from __future__ import annotations

import re
import socket
import sys
from importlib import import_module
from pathlib import Path

import pytest

from customs_kg.ontology.errors import OntologyError
from customs_kg.ontology.files import read_ontology_file
from customs_kg.ontology.iris import CK
from customs_kg.ontology.statements import parse_turtle
from customs_kg.ontology.vocabulary import load_terms

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "scripts"))

ontology_diagram = import_module("ontology_diagram")
ontology_page = import_module("ontology_page")
term_usage = import_module("term_usage")

PAGE = (ROOT / "docs" / "ontology.html").read_text(encoding="utf-8")
TERMS = load_terms()


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # pyLODE leaves files open
def test_the_page_is_that_of_the_ontology(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("the page was made with the network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    assert ontology_page.page() == PAGE, "make it anew: python scripts/ontology_page.py"


def test_the_usage_of_terms_is_that_of_questions_and_rules() -> None:
    written = read_ontology_file("usage/terms.ttl")
    assert written == term_usage.write_usage(), "make it anew: python scripts/term_usage.py"
    parse_turtle("usage/terms.ttl", written)


def test_every_term_is_used_by_a_question_shape_check_or_rule() -> None:
    usage = term_usage.term_usage()
    assert [iri for iri, used in usage.items() if not used.users] == []
    through = {iri.removeprefix(CK): used.through for iri, used in usage.items() if used.through}
    assert {through[name] for name in ("Campaign", "issuedBy", "Assertion")} == {"Endeavour", "Claim", "Accomplishment"}
    named = {user.name for user in usage[CK + "targetsGoods"].users}
    assert {"goods-targeted"} <= named and "Agreement" not in named


def test_the_diagram_is_that_of_the_ontology() -> None:
    drawn = (ROOT / "docs" / "ontology.svg").read_text(encoding="utf-8")
    assert ontology_diagram.draw() == drawn, "make it anew: python scripts/ontology_diagram.py"


def test_the_page_explains_every_term_and_code() -> None:
    own = [term for group in (TERMS.classes, TERMS.properties) for iri, term in group.items() if iri.startswith(CK)]
    assert [term.iri for term in own if f"<code>{term.iri}</code>" not in PAGE] == []
    told = re.findall(r"<code>([^<]+)</code>(?:(?!</table>|<code>).)*<th>Used By</th>", PAGE, re.DOTALL)
    assert {term.iri for term in own} == set(told)
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
