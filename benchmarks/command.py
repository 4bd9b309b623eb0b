"""What the command and its queries cost: `python benchmarks/command.py`.

Prints, as medians of five with their spread:

- CPU seconds of `customs-kg --help` and of a query on one report's graph, beside `python -c "import rdflib"`
  (goals: at most 1 and 1.5 times it);
- milliseconds of CPU of a mix of queries on about 100,000 triples, through customs-kg, in bare pyoxigraph on the same
  data, and in rdflib (goals: the sum at most 1.15 times bare pyoxigraph, and at most an eighth of rdflib).

The 100,000 triples are the graph of the bundled digest, repeated under other names. POSIX only (CPU of children).
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import process_time

import pyoxigraph as ox
import rdflib

from customs_kg import KnowledgeGraph
from customs_kg.graph.store import ontology_triples, store_of
from customs_kg.ontology.iris import CK, EVIDENCE, ID, PREFIXES
from customs_kg.queries.run import run_query

REPEATS = 5
TRIPLES = 100_000
QUERIES = {
    "lookup by IRI": f"SELECT ?p ?o WHERE {{ <{ID}body-int-wco-7> ?p ?o }}",
    "join of 4": "SELECT ?n ?v WHERE { ?f a ck:Observation ; ck:ofIndicator ?i ; ck:value ?v . "
    "?i skos:prefLabel ?n } LIMIT 500",
    "join to the words": "SELECT ?s ?o ?w WHERE { ?c a ck:Claim ; rdf:subject ?s ; rdf:object ?o ; ck:evidence ?e . "
    "?e oa:hasSelector ?q . ?q oa:exact ?w . ?e ck:inSection ?t . ?t rdfs:label ?l } LIMIT 500",
    "optional": "SELECT ?t ?a WHERE { ?t skos:prefLabel ?n OPTIONAL { ?t skos:altLabel ?a } }",
    "group by": "SELECT ?c (COUNT(?t) AS ?n) WHERE { ?t a ?c } GROUP BY ?c",
    "path": "SELECT ?w WHERE { ?f ck:ofIndicator/skos:prefLabel ?n ; "
    "ck:evidence/oa:hasSelector/oa:exact ?w } LIMIT 500",
    "regular expression": 'SELECT ?t WHERE { ?t skos:prefLabel ?n FILTER(REGEX(?n, "^customs .*center", "i")) }',
    "contains": 'SELECT ?t WHERE { ?t skos:prefLabel ?n FILTER(CONTAINS(LCASE(?n), "trade")) }',
    "order and limit": "SELECT ?v WHERE { ?f ck:value ?v } ORDER BY DESC(?v) LIMIT 20",
    "construct": "CONSTRUCT { ?s ?p ?o } WHERE { ?c a ck:Claim ; rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o }",
    "describe": f"DESCRIBE <{ID}body-int-wco-7>",
}


def main() -> None:
    """Print both tables."""
    graph = KnowledgeGraph.build()
    with tempfile.TemporaryDirectory() as folder:
        graph.save(Path(folder) / "kg")
        print_commands(Path(folder))
    print_queries(repeat(graph.triples))


def print_commands(folder: Path) -> None:
    """CPU of the commands against that of importing rdflib, taken in turns."""
    program = [sys.executable, "-m", "customs_kg"]
    query = "SELECT ?n WHERE { ?o a ck:Operation ; skos:prefLabel ?n }"
    commands = {
        'python -c "import rdflib"': [sys.executable, "-c", "import rdflib"],
        "customs-kg --help": [*program, "--help"],
        "customs-kg query": [*program, "query", query],
    }
    times: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(REPEATS + 1):
        for name, command in commands.items():
            times[name].append(cpu_of(command, folder))
    base = median(times['python -c "import rdflib"'][1:])
    print(f"{'CPU of one run, s':36} {'median':>8} {'least':>8} {'most':>8} {'ratio':>7}")
    for name, taken in times.items():
        warm = taken[1:]  # the first run fills the caches of the disk
        print(f"{name:36} {median(warm):8.3f} {min(warm):8.3f} {max(warm):8.3f} {median(warm) / base:7.2f}")


def cpu_of(command: list[str], folder: Path) -> float:
    """Seconds of user and system time."""
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL)  # noqa: S603
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0, command
    return used.ru_utime + used.ru_stime


def repeat(triples: tuple[ox.Triple, ...]) -> list[ox.Triple]:
    """The graph again and again, each time with other IRIs for things and evidence."""

    def rename(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple, number: int) -> ox.NamedNode:
        if isinstance(term, ox.NamedNode) and term.value.startswith((ID, EVIDENCE)):
            return ox.NamedNode(f"{term.value}-{number}")
        return term  # type: ignore[return-value]  # a literal stays where it is

    found: list[ox.Triple] = []
    number = 0
    while len(found) < TRIPLES:
        found += [ox.Triple(rename(t.subject, number), t.predicate, rename(t.object, number)) for t in triples]
        number += 1
    return found[:TRIPLES]


def print_queries(triples: list[ox.Triple]) -> None:
    """Times of each query in the three engines, taken in turns, and their sums."""
    ours, bare = store_of(triples), ox.Store()
    same = [*triples, *ontology_triples()]
    bare.bulk_extend(ox.Quad(t.subject, t.predicate, t.object) for t in same)
    other = rdflib.Graph().parse(data=ox.serialize(same, format=ox.RdfFormat.N_TRIPLES) or b"", format="nt")
    engines: dict[str, Callable[[str], object]] = {
        "customs-kg": lambda query: run_query(ours, query),
        "pyoxigraph": lambda query: list(bare.query(query, prefixes=PREFIXES)),  # type: ignore[arg-type]
        "rdflib": lambda query: list(other.query(query, initNs={k: rdflib.Namespace(v) for k, v in PREFIXES.items()})),
    }
    assert CK in PREFIXES.values()
    print(f"\n{f'{len(triples):,} triples, CPU ms':26} {'customs-kg':>11} {'pyoxigraph':>11} {'rdflib':>11}")
    sums = dict.fromkeys(engines, 0.0)
    for name, query in QUERIES.items():
        taken: dict[str, list[float]] = {engine: [] for engine in engines}
        for number in range(REPEATS):
            for engine in sorted(engines, reverse=number % 2 == 0):
                taken[engine].append(time_of(engines[engine], query))
        medians = {engine: median(times) for engine, times in taken.items()}
        sums = {engine: sums[engine] + medians[engine] for engine in engines}
        print(f"{name:26}" + "".join(f" {medians[engine]:11.2f}" for engine in engines))
    print(f"{'sum':26}" + "".join(f" {sums[engine]:11.2f}" for engine in engines))
    print(f"customs-kg takes {sums['customs-kg'] / sums['pyoxigraph']:.2f} of bare pyoxigraph")
    print(f"rdflib takes {sums['rdflib'] / sums['customs-kg']:.1f} of customs-kg")


def time_of(run: Callable[[str], object], query: str) -> float:
    """Milliseconds of CPU of one run, its rows taken: other programs on the machine do not count."""
    begun = process_time()
    run(query)
    return (process_time() - begun) * 1000


if __name__ == "__main__":
    main()
