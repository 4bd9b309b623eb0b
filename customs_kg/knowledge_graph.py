"""A built graph in Python: build or open it, ask it, look things up, hand it to other libraries, save it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any

from customs_kg.ontology.errors import OutputError

if TYPE_CHECKING:
    import networkx as nx
    import pyoxigraph as ox
    import rdflib

    from customs_kg.graph.curation import Curation
    from customs_kg.graph.curation_check import CheckedCorrection
    from customs_kg.graph.evidence import EvidenceFinding
    from customs_kg.graph.index import GraphIndex
    from customs_kg.graph.model import ReportFacts
    from customs_kg.graph.notebook import Records
    from customs_kg.graph.records import Disagreement, Figure, Plan
    from customs_kg.graph.shacl import Finding
    from customs_kg.queries.run import Answer, Solutions
    from customs_kg.queries.things import Account
    from customs_kg.reports import ReadReport

    Place = str | PathLike[str]


class KnowledgeGraph:
    """The graph of one report or several. It is never changed after it is made.

    >>> kg = KnowledgeGraph.open("kg")
    >>> kg
    <KnowledgeGraph of Ruritania Customs annual report 2020: 14 things, 5 figures, 2 plans>
    >>> kg.entity("lantern").thing.name
    'Lantern 2020'
    """

    def __init__(
        self,
        triples: Sequence[ox.Triple],
        files: Mapping[str, bytes],
        facts: Sequence[ReportFacts] = (),
        faults: Sequence[Finding] = (),
    ) -> None:
        """Use `build` or `open`. `files` is what a build folder holds beside graph.ttl, by relative name."""
        self._triples = tuple(triples)
        self._files = dict(files)
        self._facts = tuple(facts)
        self._faults = tuple(faults)

    @classmethod
    def build(
        cls, reports: Iterable[Place] | Place | None = None, encoding: str | None = None, *, processes: int = 1
    ) -> KnowledgeGraph:
        """Read reports: paths of files or folders, or None for the bundled digest of the China Customs report of 2016.

        `encoding` is that of text files that do not state their own; UTF-8 if None. Corrections in the
        `.curation.toml` file beside a report are worked in. Up to `processes` reports are read at once.

        Raises:
            InputError: A report is missing, empty, holds no text, or is of a kind that cannot be read.
        """
        from customs_kg.ontology.integrity import check_vocabulary
        from customs_kg.reports import read_reports, report_files

        check_vocabulary()
        paths = [reports] if isinstance(reports, str | PathLike) else list(reports or ())
        named = report_files(Path(path) for path in paths)
        return cls.of_reports(read_reports(named, encoding, processes=processes))

    @classmethod
    def of_reports(cls, reports: Iterable[ReadReport]) -> KnowledgeGraph:
        """The graph of reports as they were read and corrected."""
        read = list(reports)
        curations = [report.curation for report in read if report.curation]
        return cls.of_facts([(report.facts, report.data) for report in read], curations)

    @classmethod
    def of_facts(
        cls, reports: Iterable[tuple[ReportFacts, bytes]], curations: Sequence[Curation] = ()
    ) -> KnowledgeGraph:
        """The graph of what was read out of reports, each with the bytes that it was read from.

        `curations` are the corrections that were worked into them.

        What a later report says of an earlier one's plans is worked out here.
        Statements that break a rule of the ontology are left out, and listed with what was not read.

        Raises:
            InputError: The facts break their contract: an unsafe IRI, a span outside the text.
        """
        from customs_kg.builders.fulfilment.fulfilment import settle_plans
        from customs_kg.graph.dataset import describe_dataset
        from customs_kg.graph.evidence import text_file
        from customs_kg.graph.files import DATASET_FILE, PAGE_FILE, SUMMARY_FILE, curation_file
        from customs_kg.graph.page import write_page
        from customs_kg.graph.turtle import write_turtle
        from customs_kg.graph.view import build_view
        from customs_kg.graph.withholding import withhold_faults
        from customs_kg.summary import write_summary

        read = list(reports)
        sound = withhold_faults(settle_plans([found for found, _ in read]))
        facts = sound.reports
        texts = {text_file(found.text.sha256): data for found, data in read}
        files = {
            PAGE_FILE: write_page(build_view(facts)),
            SUMMARY_FILE: write_summary(facts, [c for curation in curations for c in curation.idle]),
            DATASET_FILE: describe_dataset(sound.triples, write_turtle(sound.triples)),
            **texts,
            **{curation_file(curation.text_sha256): curation.data for curation in curations},
        }
        return cls(sound.triples, files, facts, sound.faults)

    @classmethod
    def open(cls, directory: Place = "kg") -> KnowledgeGraph:
        """The graph of a folder that `save` or `customs-kg build` wrote.

        Raises:
            InputError: The folder or its graph is missing or cannot be read.
        """
        from customs_kg.graph.files import read_build
        from customs_kg.graph.store import read_graph

        folder = Path(directory)
        return cls(read_graph(folder), read_build(folder))

    def __repr__(self) -> str:
        """The reports and how much is known of them."""
        return f"<KnowledgeGraph of {'; '.join(self._titles()) or 'no report'}: {', '.join(self._counts())}>"

    def _repr_html_(self) -> str:
        from html import escape

        titles = "<br>".join(f"<b>{escape(title)}</b>" for title in self._titles())
        return f"<p>{titles}</p><p>{', '.join(self._counts())}</p>"

    def _titles(self) -> list[str]:
        from customs_kg.ontology.iris import CK, DCTERMS

        return [self._index.value(report, DCTERMS + "title") for report in self._index.instances(CK + "AnnualReport")]

    def _counts(self) -> list[str]:
        counted = {"things": self._index.things(), "figures": self.figures(), "plans": self.plans()}
        return [f"{len(found)} {name}" for name, found in counted.items()]

    @property
    def facts(self) -> tuple[ReportFacts, ...]:
        """What was read out of each report; nothing for a graph that was opened."""
        return self._facts

    @property
    def triples(self) -> tuple[ox.Triple, ...]:
        """The whole graph, each literal in the form in which it is written."""
        return self._triples

    @cached_property
    def store(self) -> ox.Store:
        """The graph in an Oxigraph store, with the ontology in a named graph beside it."""
        from customs_kg.graph.store import store_of

        return store_of(self._triples)

    @cached_property
    def _index(self) -> GraphIndex:
        from customs_kg.graph.index import GraphIndex

        return GraphIndex(self._triples)

    def query(self, sparql: str, *, timeout: float | None = None) -> Answer:
        """The answer to a SPARQL 1.1 query; the prefixes of the project need no declaration.

        A query that takes longer than `timeout` seconds is given up.

        >>> kg.query("SELECT ?name { ?o a ck:Operation ; skos:prefLabel ?name }").rows[0][0].value
        'Lantern 2020'
        >>> kg.query("ASK { ?o a ck:Operation }")
        Truth(value=True)

        Raises:
            InputError: The query is malformed or takes too long.
        """
        from customs_kg.queries.run import run_query

        return run_query(self.store, sparql, timeout=timeout)

    def ask(self, question: str, **parameters: str) -> Solutions:
        """The answer to a question of the library, by name or number.

        >>> answer = kg.ask("commitments-due-soon", months="6")
        >>> {row[answer.columns.index("due")].value for row in answer.rows}
        {'2021-h1'}

        Raises:
            InputError: There is no such question or parameter.
        """
        from customs_kg.queries.library import load_question
        from customs_kg.queries.run import run_question

        return run_question(self.store, load_question(question), parameters)

    def entity(self, name: str) -> Account:
        """One thing by any of its names or its IRI, with its facts, figures, results and plans.

        Case, quotation marks and articles make no difference.

        >>> [fact.text for fact in kg.entity("Operation Lantern").facts]
        ['conducted by: Ruritania Customs', 'targets goods: cigarettes']

        Raises:
            InputError: Nothing or more than one thing has this name; the message says which come close.
        """
        from customs_kg.queries.things import describe_thing, find_thing

        return describe_thing(self.store, find_thing(self.store, name))

    def figures(self) -> Records[Figure]:
        """All figures with their words, in the order of the text.

        >>> figure = kg.figures()[0]
        >>> figure.indicator, figure.value, figure.unit, figure.stated
        ('trade value', Decimal('4210000000'), 'Bahraini Dinar', 'BHD 4.21 billion')
        """
        from customs_kg.graph.records import read_figures

        return read_figures(self._index)

    def plans(self) -> Records[Plan]:
        """All commitments with their words, in the order of the text.

        >>> [plan.due for plan in kg.plans()]
        ['first half of 2021', '2021']
        """
        from customs_kg.graph.records import read_plans

        return read_plans(self._index)

    def discrepancies(self) -> Records[Disagreement]:
        """Where a report disagrees with itself, with the figures and the words.

        >>> [(found.type, len(found.figures)) for found in kg.discrepancies()]
        [('conflict', 2)]
        """
        from customs_kg.graph.records import read_disagreements

        return read_disagreements(self._index)

    def misquotations(self) -> list[EvidenceFinding]:
        """Every quotation that does not stand in its text where the graph says; empty when all is well."""
        from customs_kg.graph.evidence import compare_texts

        return compare_texts(self._index, self._files)

    def corrections(self) -> tuple[CheckedCorrection, ...]:
        """What a person corrected, and whether the graph is so.

        Raises:
            InputError: A file with corrections in the build folder was damaged.
        """
        from customs_kg.graph.curation_check import check_corrections

        return check_corrections(self._index, self._files)

    def inferred(self) -> list[ox.Triple]:
        """What follows by the rules of the ontology: inverse edges, superclasses, transitive and next-edition edges."""
        from customs_kg.graph.rules import infer

        return infer(self._triples)

    def to_networkx(self) -> nx.MultiDiGraph[str]:
        """Things and what joins them; see `customs_kg.graph.network` for attributes, paths and positions.

        >>> kg.to_networkx().number_of_nodes()
        14
        """
        from customs_kg.graph.network import to_networkx

        return to_networkx(self._triples)

    def to_rdflib(self) -> rdflib.Graph:
        """The graph for rdflib, each literal in its written form."""
        from customs_kg.graph.bridges import to_rdflib

        return to_rdflib(self._triples)

    def to_owlready(self) -> Any:
        """An owlready2 World that holds the ontology and the graph."""
        from customs_kg.graph.bridges import to_owlready

        return to_owlready(self._triples)

    def save(self, directory: Place = "kg") -> None:
        """Write the build folder whole: graph.ttl, graph.html, summary.json, void.ttl and the texts.

        Raises:
            OutputError: The folder holds something else, or cannot be written, or holds a former build
                while this graph breaks the shapes of the ontology.
        """
        from customs_kg.graph.files import GRAPH_FILE, write_build
        from customs_kg.graph.turtle import write_turtle

        if self._faults and (Path(directory) / GRAPH_FILE).is_file():
            first = self._faults[0]
            raise OutputError(
                f"the new graph breaks a rule of the ontology ({first.focus}: {first.message}), so the former build in "
                f"{directory} was left as it is; give another folder to look at the new one with `customs-kg check`"
            )
        write_build(Path(directory), {GRAPH_FILE: write_turtle(self._triples), **self._files})
