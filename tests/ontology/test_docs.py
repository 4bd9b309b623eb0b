"""The pages under docs/ keep their word: terms exist, queries run, Turtle to teach by is read, links lead somewhere."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from customs_kg.graph.store import store_of
from customs_kg.graph.triples import report_triples
from customs_kg.ontology import lexicon, registry, wordings
from customs_kg.ontology.files import ontology_files, read_ontology_file
from customs_kg.ontology.iris import CK, CKT, ID, PREFIXES
from customs_kg.ontology.lexicon import ActionVerb, HeadNoun
from customs_kg.ontology.statements import Statements
from customs_kg.ontology.vocabulary import VOCABULARY_FILES, load_terms, read_terms
from customs_kg.ontology.wordings import Frame
from customs_kg.queries.run import run_query
from tests.graph.sample import sample_facts

DOCS = Path(__file__).resolve().parents[2] / "docs"
PAGES = {path.name: path.read_text(encoding="utf-8") for path in sorted(DOCS.glob("*.md"))}
HEAD = "".join(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in PREFIXES.items())
BLOCKS = re.findall(r"```turtle\n(.*?)```", PAGES["extending.md"], re.DOTALL)
WORDS, TERMS = BLOCKS[:-1], BLOCKS[-1]
QUERIES = [
    shlex.split(command)[-1]
    for text in PAGES.values()
    for command in re.findall(r"<!-- output \d+: (customs-kg query .+?) -->", text)
]


def test_the_pages_on_modelling_querying_and_extending_are_there() -> None:
    assert set(PAGES) >= {"contradictions-and-plans.md", "extending.md", "modelling.md", "querying.md"}
    assert len(QUERIES) >= 9


@pytest.mark.parametrize("query", QUERIES)
def test_a_query_of_the_docs_is_sparql(query: str) -> None:
    assert run_query(store_of(report_triples(sample_facts())), query) is not None


@pytest.mark.parametrize("page", PAGES)
def test_terms_that_a_page_names_exist(page: str) -> None:
    terms = load_terms()
    text = PAGES[page].replace(TERMS, "")
    named = {f"{PREFIXES[prefix]}{name}" for prefix, name in re.findall(r"\b(ckt?):(\w[\w-]*\w)", text)}
    structures = {CKT + name for name in ("structure-whole", "structure-part", "structure-computed")}
    known = {*terms.classes, *terms.properties, *terms.codes, *terms.units, *structures, CK + "exclusive"}
    assert sorted(named - known) == []
    assert [
        name for name in re.findall(r"`ckl:(\w+)`", text) if f"ckl:{name}" not in "".join(_lexicon().values())
    ] == []


@pytest.mark.parametrize("page", PAGES)
def test_links_lead_somewhere(page: str) -> None:
    links = re.findall(r"\]\(([^)#]+)\)", PAGES[page])
    assert [link for link in links if "://" not in link and not (DOCS / link).exists()] == []


def _lexicon() -> dict[str, str]:
    return {
        name: text for name, text in ontology_files().items() if name == "registry.ttl" or name.startswith("lexicon-")
    }


def test_the_words_to_teach_by_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    taught = Statements.read({**_lexicon(), **{f"taught-{n}": HEAD + block for n, block in enumerate(WORDS)}})
    cached = {lexicon: ("head_nouns", "action_verbs"), registry: ("registry", "indicators"), wordings: ("frames",)}
    for module, names in cached.items():
        for name in names:
            monkeypatch.setattr(module, name, getattr(module, name).__wrapped__)
        monkeypatch.setattr(module, "statements_of_words", lambda: taught)
    assert HeadNoun("clearance depot", CK + "CustomsHouse", "any") in lexicon.head_nouns()
    assert ActionVerb("set going", CKT + "action-launch") in lexicon.action_verbs()
    assert {Frame(CK + "supervises", f) for f in ("X keep watch over Y", "Y be answerable to X")} <= set(
        wordings.frames()
    )
    assert ID + "body-int-oecs" in {entry.iri for entry in registry.registry()}
    parcels = {entry.iri: entry for entry in registry.indicators()}
    assert parcels[ID + "indicator-int-postal-parcels"].summand_of == (ID + "indicator-int-parcels",)
    assert parcels[ID + "indicator-int-parcels"].stock is False


def test_the_terms_to_teach_by_are_read() -> None:
    sources = {name: read_ontology_file(name) for name in VOCABULARY_FILES}
    terms = read_terms({**sources, "taught.ttl": HEAD + TERMS})
    assert terms.is_a(CK + "InspectionPost", CK + "CustomsUnit")
    assert terms.allowed(CK + "inspectsTrafficOf", CK + "InspectionPost", CK + "TransportCorridor")
    assert terms.kind_of(CK + "InspectionPost") == "unit"
