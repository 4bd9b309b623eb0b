"""Whether ontology and graph can be true together: HermiT, an OWL 2 DL reasoner, run by owlready2 on Java.

Without Java owlrl, which knows the rules of OWL 2 RL only, looks for what it can find; HermiT then counts as skipped.
owlready2 is a checker here and never a source of what is written: it does not read Turtle, keeps decimals as
floats and refuses xsd:date. HermiT says that there is a contradiction, not where: graph.crosschecks does.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Literal as OneOf

from pyoxigraph import NamedNode, RdfFormat, Triple, parse, serialize

from customs_kg.graph.bridges import CUBE_ROLES
from customs_kg.ontology.errors import InputError
from customs_kg.ontology.files import read_ontology_file
from customs_kg.ontology.iris import CK, DCTERMS, EVIDENCE, OA, ONTOLOGY, OWL, PROV, QB, RDF, RDFS, SKOS
from customs_kg.ontology.statements import parse_turtle

TRIPLE_LIMIT = 15_000  # HermiT takes about 10 s for so many, most of them figures and claims
RULE_LIMIT = 6_000  # owlrl takes as long for this

_SOURCES = ("customs-kg.ttl", "external.ttl", "terms.ttl", "units.ttl")
_TYPE = NamedNode(RDF + "type")
_INDIVIDUAL = NamedNode(OWL + "NamedIndividual")
# No axiom of the ontology can be broken by what only points at words, names things or repeats an edge.
_SILENT = frozenset(
    {
        CK + "evidence",
        CK + "mentions",
        CK + "iriKind",
        CK + "alsoTyped",
        PROV + "wasGeneratedBy",
        RDF + "subject",
        RDF + "predicate",
        RDF + "object",
        RDFS + "label",
        RDFS + "comment",
        RDFS + "isDefinedBy",
    }
)
_SILENT_VOCABULARIES = (OA, SKOS, DCTERMS, QB, "http://purl.org/vocab/vann/", "http://qudt.org/schema/qudt/")
_LOUD = frozenset({SKOS + "broader", DCTERMS + "isPartOf", DCTERMS + "spatial", DCTERMS + "subject"})


@dataclass(frozen=True, slots=True)
class ConsistencyResult:
    """What a reasoner says of ontology and graph together.

    `unsatisfiable` are the IRIs of classes that can have no member, sorted. `reason` says in one sentence why
    the status is what it is. `checked` and `left_out` count the triples of the graph that took part or not;
    sources, quotations and names never take part and are not counted.
    """

    status: OneOf["consistent", "inconsistent", "skipped"]
    reasoner: str
    unsatisfiable: tuple[str, ...]
    reason: str
    checked: int = 0
    left_out: int = 0


def check_consistency(ntriples: bytes, *, limit: int = TRIPLE_LIMIT) -> ConsistencyResult:
    """Whether HermiT finds the ontology and this graph consistent, with every class able to have members.

    A graph with more than `limit` triples is checked in part: whole nodes in the order of their IRIs, things
    and their edges before figures and claims.

    Args:
        ntriples: The graph as N-Triples in UTF-8.
        limit: The number of triples of the graph that may take part.

    Raises:
        InputError: The bytes are not N-Triples.
    """
    import owlready2  # type: ignore[import-untyped]  # it ships no types

    data = [triple for triple in _parse(ntriples) if _speaks(triple)]
    if shutil.which(owlready2.JAVA_EXE) is None:
        return _check_by_rules(data, min(limit, RULE_LIMIT))
    taken = _sample(data, limit)
    try:
        consistent, unsatisfiable = _run_hermit(_reasoning_copy(taken))
    except owlready2.OwlReadyJavaError as error:
        fault = str(error).strip().splitlines()[0]
        return ConsistencyResult("skipped", "HermiT", (), f"HermiT did not finish: {fault}")
    status: OneOf["consistent", "inconsistent"] = "consistent" if consistent and not unsatisfiable else "inconsistent"
    reason = _reason(consistent, unsatisfiable)
    return ConsistencyResult(status, "HermiT", unsatisfiable, reason, len(taken), len(data) - len(taken))


def _check_by_rules(data: list[Triple], limit: int) -> ConsistencyResult:
    """What owlrl finds. Finding nothing proves nothing: it knows no unsatisfiable classes and no functional values."""
    taken = _sample(data, limit)
    found = _run_owlrl(_reasoning_copy(taken))
    left_out = len(data) - len(taken)
    if found:
        return ConsistencyResult("inconsistent", "owlrl", (), f"{'; '.join(found)}.", len(taken), left_out)
    reason = "HermiT was not run: no Java runtime is installed. owlrl, which knows fewer rules, found no contradiction."
    return ConsistencyResult("skipped", "HermiT", (), reason, len(taken), left_out)


def _run_owlrl(ntriples: bytes) -> tuple[str, ...]:
    """The contradictions that the rules of OWL 2 RL lead to, each in a sentence without its full stop."""
    from owlrl.OWLRL import OWLRL_Semantics  # type: ignore[import-untyped]
    from rdflib import Graph

    rules = OWLRL_Semantics(Graph().parse(data=ntriples, format="nt"), axioms=False, daxioms=False)
    rules.closure()
    return tuple(sorted(str(message) for message in rules.error_messages))


def _reason(consistent: bool, unsatisfiable: tuple[str, ...]) -> str:
    if not consistent:
        return "Ontology and graph contradict each other; the checks of the graph name the nodes at fault."
    if unsatisfiable:
        return f"Superclasses that exclude each other leave no member to {', '.join(unsatisfiable)}."
    return "Ontology and graph can be true together, and every class can have members."


def _parse(ntriples: bytes) -> Iterator[Triple]:
    try:
        for quad in parse(ntriples, format=RdfFormat.N_TRIPLES):
            yield Triple(quad.subject, quad.predicate, quad.object)
    except SyntaxError as error:
        raise InputError(f"The graph is not N-Triples (line {error.lineno}): {error.msg}.") from error


def _speaks(triple: Triple) -> bool:
    """Whether an axiom can be broken by this triple."""
    predicate = triple.predicate.value
    if isinstance(triple.subject, NamedNode) and triple.subject.value.startswith(EVIDENCE):
        return False
    return predicate in _LOUD or not (predicate in _SILENT or predicate.startswith(_SILENT_VOCABULARIES))


def _sample(data: list[Triple], limit: int) -> list[Triple]:
    if len(data) <= limit:
        return data
    stated = {str(t.subject) for t in data if t.predicate.value == CK + "modality"}
    ordered = sorted(data, key=lambda t: (str(t.subject) in stated, str(t.subject), str(t)))
    cut = next((i for i in range(limit, 0, -1) if ordered[i].subject != ordered[i - 1].subject), limit)
    return ordered[:cut]


def _reasoning_copy(data: Iterable[Triple]) -> bytes:
    """Ontology and data as N-Triples, with each individual declared: owlready2 asks for that."""
    vocabulary = (t for name in _SOURCES for t in parse_turtle(name, read_ontology_file(name)))
    spoken = {t for t in vocabulary if _speaks(t) and t.object not in CUBE_ROLES}
    spoken.update(data)
    individuals = {t.subject for t in spoken if t.predicate == _TYPE and not str(t.object).startswith(f"<{OWL}")}
    spoken.update(Triple(individual, _TYPE, _INDIVIDUAL) for individual in individuals)
    written = BytesIO()
    serialize(sorted(spoken, key=str), written, RdfFormat.N_TRIPLES)
    return written.getvalue()


def _run_hermit(ntriples: bytes) -> tuple[bool, tuple[str, ...]]:
    """Whether there is a model, and the classes that are empty in each."""
    import owlready2

    world = owlready2.World()  # its own quadstore: the default world is shared by the whole process
    try:
        ontology = world.get_ontology(ONTOLOGY + "#").load(fileobj=BytesIO(ntriples))
        with ontology:
            owlready2.sync_reasoner_hermit(world, debug=0, ignore_unsupported_datatypes=True)
        empty = (cls.iri for cls in world.inconsistent_classes() if cls is not owlready2.Nothing)
        return True, tuple(sorted(empty))
    except owlready2.OwlReadyInconsistentOntologyError:
        return False, ()
    finally:
        world.close()
