from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Triple

from customs_kg.graph.evidence import check_evidence, check_quotations, text_file
from customs_kg.graph.files import write_build
from customs_kg.graph.store import store_of
from customs_kg.graph.triples import report_triples
from customs_kg.ontology.iris import OA, XSD
from tests.graph.sample import SHA256, TEXT, sample_facts


@pytest.fixture(scope="module")
def triples() -> list[Triple]:
    return report_triples(sample_facts())


def _changed(triples: list[Triple], predicate: str, old: Literal, new: Literal) -> list[Triple]:
    changed = [
        Triple(t.subject, t.predicate, new) if t.predicate.value == predicate and t.object == old else t
        for t in triples
    ]
    assert changed != triples
    return changed


def test_every_quotation_of_a_build_stands_in_its_text(triples: list[Triple]) -> None:
    assert check_quotations(triples, TEXT, SHA256) == []
    assert check_quotations(store_of(triples), TEXT, SHA256) == []


def test_a_changed_text_is_found_out(triples: list[Triple]) -> None:
    findings = check_quotations(triples, TEXT.replace("4.23", "4.24"), SHA256)
    quoted, found = "Trade value: BHD 4.23 billion", "Trade value: BHD 4.24 billion"
    messages = [f.message for f in findings]
    assert f"It quotes {quoted!r}, but the text has {found!r} at 433-462." in messages
    assert [m for m in messages if "It quotes" not in m] == [m for m in messages if "beside characters" in m]


def test_a_changed_quotation_is_found_out(triples: list[Triple]) -> None:
    edited = _changed(triples, OA + "exact", Literal("cases rose by 3.5 percent"), Literal("cases fell by 3.5 percent"))
    (finding,) = check_quotations(edited, TEXT, SHA256)
    assert finding.subject.endswith("/c101-126")
    assert "cases fell" in finding.message


def _offset(value: str) -> Literal:
    return Literal(value, datatype=NamedNode(XSD + "nonNegativeInteger"))


@pytest.mark.parametrize(
    ("new", "message"),
    [
        ("127", "It quotes"),
        ("99999", "lie outside the text"),
        ("90", "lie outside"),
        ("many", "not a number"),
    ],
)
def test_a_changed_offset_is_found_out(triples: list[Triple], new: str, message: str) -> None:
    (finding,) = check_quotations(_changed(triples, OA + "end", _offset("126"), _offset(new)), TEXT, SHA256)
    assert message in finding.message


@pytest.mark.parametrize("name", ["prefix", "suffix"])
def test_a_changed_context_is_found_out(triples: list[Triple], name: str) -> None:
    span = next(t.subject for t in triples if t.object == Literal("cases rose by 3.5 percent"))
    old = next(t for t in triples if t.subject == span and t.predicate.value == OA + name)
    edited = [Triple(t.subject, t.predicate, Literal("elsewhere")) if t == old else t for t in triples]
    (finding,) = check_quotations(edited, TEXT, SHA256)
    assert f"Its {name} does not stand beside" in finding.message


def test_a_span_without_selectors_is_found_out(triples: list[Triple]) -> None:
    bare = [t for t in triples if t.predicate.value != OA + "hasSelector"]
    assert len(check_quotations(bare, TEXT, SHA256)) == sum(t.predicate.value == OA + "start" for t in triples)


def test_another_text_is_refused(triples: list[Triple]) -> None:
    (finding,) = check_quotations(triples, TEXT, "f" * 64)
    assert "no text with SHA-256 ffff" in finding.message


def _build(folder: Path, texts: dict[str, bytes]) -> Path:
    write_build(folder, {"summary.json": b"{}", **texts})
    return folder


def test_a_build_is_checked_against_the_text_that_it_keeps(triples: list[Triple], tmp_path: Path) -> None:
    assert check_evidence(triples, _build(tmp_path / "kg", {text_file(SHA256): TEXT.encode()})) == []


@pytest.mark.parametrize("texts", [{}, {text_file(SHA256): TEXT.encode() + b" "}])
def test_a_missing_or_changed_copy_of_the_text_is_found_out(
    triples: list[Triple], tmp_path: Path, texts: dict[str, bytes]
) -> None:
    (finding,) = check_evidence(triples, _build(tmp_path / "kg", texts))
    assert "does not hold the text of ruritania.txt" in finding.message
