from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import networkx as nx
import pytest
import rdflib

from customs_kg import KnowledgeGraph
from customs_kg.graph.evidence import text_file
from customs_kg.graph.model import ReportText
from customs_kg.ontology.errors import InputError, OutputError
from customs_kg.ontology.iris import CK
from customs_kg.queries.run import Solutions
from tests.graph.sample import AGENCY, GUILD, LANTERN, SHA256, TEXT, sample_facts


@pytest.fixture(scope="module")
def graph() -> KnowledgeGraph:
    return KnowledgeGraph.of_facts([(sample_facts(), TEXT.encode())])


@pytest.fixture(scope="module")
def folder(graph: KnowledgeGraph, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("built") / "kg"
    graph.save(folder)
    return folder


def _files(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_a_saved_graph_is_a_whole_build_folder(folder: Path) -> None:
    assert sorted(_files(folder)) == ["graph.html", "graph.ttl", "summary.json", text_file(SHA256), "void.ttl"]
    assert (folder / text_file(SHA256)).read_bytes() == TEXT.encode()
    assert json.loads((folder / "summary.json").read_bytes())["counts"]["figures"] == 5


def test_two_builds_of_one_text_have_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    KnowledgeGraph.of_facts([(sample_facts(), TEXT.encode())]).save(tmp_path / "again")
    assert _files(tmp_path / "again") == _files(folder)


def test_an_opened_graph_is_the_graph_that_was_saved(graph: KnowledgeGraph, folder: Path, tmp_path: Path) -> None:
    opened = KnowledgeGraph.open(folder)
    assert opened.triples == graph.triples
    opened.save(str(tmp_path / "copy"))
    assert _files(tmp_path / "copy") == _files(folder)


def test_a_graph_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="run customs-kg build first"):
        KnowledgeGraph.open(tmp_path / "kg")


def test_a_folder_with_other_things_is_not_overwritten(graph: KnowledgeGraph, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_bytes(b"dear")
    with pytest.raises(OutputError, match="holds files but no customs-kg build"):
        graph.save(tmp_path)
    assert _files(tmp_path) == {"letter.txt": b"dear"}


def test_sparql_needs_no_prefixes(graph: KnowledgeGraph) -> None:
    answer = graph.query("SELECT ?name { ?thing ck:conductedBy ?agent ; skos:prefLabel ?name }")
    assert isinstance(answer, Solutions)
    assert [row[0].value for row in answer.rows] == ["Lantern 2020"]  # type: ignore[union-attr]


def test_a_malformed_query_is_refused(graph: KnowledgeGraph) -> None:
    with pytest.raises(InputError):
        graph.query("SELECT WHERE")


def test_a_question_of_the_library_is_answered(graph: KnowledgeGraph) -> None:
    answer = graph.ask("commitments-due-soon", months="6")
    assert isinstance(answer, Solutions)
    due = answer.columns.index("due")
    assert {row[due].value for row in answer.rows} == {"2021-h1"}  # type: ignore[union-attr]


def test_an_unknown_question_is_refused(graph: KnowledgeGraph) -> None:
    with pytest.raises(InputError, match="weather"):
        graph.ask("weather")


@pytest.mark.parametrize(
    "name",
    ["Lantern 2020", "lantern 2020", "the LANTERN 2020", "'Lantern 2020'", 'Operation "Lantern"', LANTERN],
)
def test_a_thing_is_found_by_any_of_its_names(graph: KnowledgeGraph, name: str) -> None:
    assert graph.entity(name).thing.iri == LANTERN


def test_an_entity_comes_with_its_facts(graph: KnowledgeGraph) -> None:
    account = graph.entity("Guild of <script>alert(1)</script> Brokers")
    assert account.thing.iri == GUILD
    assert len(account.facts) == 1
    assert "Head Office" in account.facts[0].words
    assert [len(x) for x in (account.figures, account.results, account.plans)] == [0, 0, 0]


def test_an_unknown_name_gets_a_suggestion(graph: KnowledgeGraph) -> None:
    with pytest.raises(InputError, match=r"did you mean .*Ruritania Customs"):
        graph.entity("Ruritanian Custom")


def test_figures_plans_and_discrepancies_are_values(graph: KnowledgeGraph) -> None:
    assert [f.value for f in graph.figures()][:2] == [Decimal(4210000000), Decimal("3.5")]
    assert [p.due for p in graph.plans()] == ["first half of 2021", "2021"]
    assert [len(d.figures) for d in graph.discrepancies()] == [2]


def test_quotations_are_checked_against_the_stored_text(graph: KnowledgeGraph, folder: Path) -> None:
    assert graph.misquotations() == []
    assert KnowledgeGraph.open(folder).misquotations() == []


def test_a_tampered_text_is_found_out(graph: KnowledgeGraph, tmp_path: Path) -> None:
    graph.save(tmp_path / "kg")
    (tmp_path / "kg" / text_file(SHA256)).write_bytes(TEXT.replace("120", "121").encode())
    (finding,) = KnowledgeGraph.open(tmp_path / "kg").misquotations()
    assert "ruritania.txt" in finding.message


def test_the_graph_goes_to_networkx(graph: KnowledgeGraph) -> None:
    network = graph.to_networkx()
    assert isinstance(network, nx.MultiDiGraph)
    assert network.nodes[AGENCY]["label"] == "Ruritania Customs"


def test_the_graph_goes_to_rdflib(graph: KnowledgeGraph) -> None:
    other = graph.to_rdflib()
    assert isinstance(other, rdflib.Graph)
    assert len(other) == len(graph.triples)


def test_the_graph_goes_to_owlready(graph: KnowledgeGraph) -> None:
    world = graph.to_owlready()
    assert len(list(world[CK + "Claim"].instances())) == 6


def test_two_reports_make_one_graph(tmp_path: Path) -> None:
    facts = sample_facts()
    longer = f"{TEXT}\r\n".encode()
    second = replace(
        facts,
        text=ReportText("second.txt", longer.decode(), hashlib.sha256(longer).hexdigest()),
        observations=tuple(replace(o, iri=f"{o.iri}-second", computed_from=()) for o in facts.observations),
        discrepancies=(),
    )
    both = KnowledgeGraph.of_facts([(facts, TEXT.encode()), (second, longer)])
    assert [len(figure.evidence) for figure in both.figures()] == [1] * 10  # each text states its own five
    assert both.to_networkx().number_of_nodes() == len(facts.entities)
    assert both.misquotations() == []
    both.save(tmp_path / "kg")
    assert (tmp_path / "kg" / text_file(second.text.sha256)).read_bytes() == longer


def test_importing_the_package_imports_nothing_heavy() -> None:
    heavy = (
        "rdflib",
        "networkx",
        "pyvis",
        "owlready2",
        "pyshacl",
        "textblob",
        "numpy",
        "pycountry",
        "pyoxigraph",
    )
    code = f"import sys, customs_kg; print([m for m in {heavy!r} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_opening_and_asking_imports_nothing_that_it_does_not_need(folder: Path) -> None:
    heavy = ("rdflib", "networkx", "pyvis", "owlready2", "pyshacl", "textblob", "numpy")
    code = (
        "import sys; from customs_kg import KnowledgeGraph; "
        "KnowledgeGraph.open(sys.argv[1]).query('SELECT * { ?s ?p ?o } LIMIT 1'); "
        f"print([m for m in {heavy!r} if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code, folder], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_statement_that_breaks_a_rule_is_left_out_and_counted() -> None:
    facts = sample_facts()
    wrong = replace(facts.claims[0], subject=GUILD)  # a guild heads no customs administration
    graph = KnowledgeGraph.of_facts([(replace(facts, claims=(*facts.claims, wrong)), TEXT.encode())])
    assert graph.triples == KnowledgeGraph.of_facts([(facts, TEXT.encode())]).triples
    summary = json.loads(graph._files["summary.json"])
    assert summary["counts"]["withheld statements"] == 1
    assert "does not belong" in summary["unread"][-1]["reason"]


def test_a_graph_that_breaks_its_shapes_does_not_replace_a_build(folder: Path, tmp_path: Path) -> None:
    facts = sample_facts()
    faulty = KnowledgeGraph.of_facts([(replace(facts, report=replace(facts.report, agency=GUILD)), TEXT.encode())])
    before = _files(folder)
    with pytest.raises(OutputError, match=r"breaks a rule.*exactly one customs administration.*was left as it is"):
        faulty.save(folder)
    assert _files(folder) == before
    faulty.save(tmp_path / "fresh")
    assert KnowledgeGraph.open(tmp_path / "fresh").triples == faulty.triples


def test_inferred_edges_are_apart_from_the_graph(graph: KnowledgeGraph) -> None:
    inferred = graph.inferred()
    conducts = [(str(t.subject), str(t.object)) for t in inferred if t.predicate.value == CK + "conducts"]
    assert conducts == [(f"<{AGENCY}>", f"<{LANTERN}>")]
    assert not set(inferred) & set(graph.triples)
