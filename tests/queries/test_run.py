import re
from decimal import Decimal

import pyoxigraph as ox
import pytest

from customs_kg.ontology.errors import InputError
from customs_kg.ontology.iris import CK, ID, XSD
from customs_kg.queries.library import Parameter, ParameterType, load_question
from customs_kg.queries.run import Solutions, Statements, Truth, bind, run_query, run_question, words_pattern
from tests.graph.sample import GATE, LANTERN


def column(answer: Solutions, name: str) -> list[str]:
    """The values of a column; unbound ones are empty."""
    place = answer.columns.index(name)
    return [
        term.value if isinstance(term, ox.Literal | ox.NamedNode) else ""
        for row in answer.rows
        for term in [row[place]]
    ]


def test_run_select_keeps_the_order_of_columns_and_unbound_cells(store: ox.Store) -> None:
    answer = run_query(store, f"SELECT ?b ?a WHERE {{ <{LANTERN}> skos:prefLabel ?a }}")
    assert answer == Solutions(("b", "a"), ((None, ox.Literal("Lantern 2020", language="en")),))


def test_run_ask_and_construct(store: ox.Store) -> None:
    assert run_query(store, f"ASK {{ <{LANTERN}> a ck:Operation }}") == Truth(True)
    assert run_query(store, f"ASK {{ <{LANTERN}> a ck:Port }}") == Truth(False)
    answer = run_query(
        store,
        f"CONSTRUCT {{ ?o ck:conducts ?s }} WHERE {{ ?s ck:conductedBy ?o . FILTER(?s = <{LANTERN}>) }}",
    )
    assert isinstance(answer, Statements)
    assert [(t.predicate.value, t.object) for t in answer.triples] == [(CK + "conducts", ox.NamedNode(LANTERN))]


def test_run_sees_the_classes_of_the_ontology(store: ox.Store) -> None:
    answer = run_query(store, "SELECT ?unit WHERE { ?unit a/rdfs:subClassOf* ck:CustomsUnit }")
    assert isinstance(answer, Solutions)
    assert column(answer, "unit") == [ID + "unit-xr-head-office"]


@pytest.mark.parametrize(
    ("sparql", "says"),
    [
        ("SELECT ?x WHERE {\n ?x nope ?y }", "line 2, column"),
        ("SELECT ?x WHERE { ?x ex:a ?y }", "not SPARQL 1.1"),
        ("INSERT DATA { <a:b> <a:c> 1 }", "line 1, column 1"),
    ],
)
def test_run_malformed_query_says_where(store: ox.Store, sparql: str, says: str) -> None:
    with pytest.raises(InputError, match=re.escape(says)) as caught:
        run_query(store, sparql)
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 300


def test_run_binds_a_hostile_value_as_one_literal(store: ox.Store) -> None:
    hostile = '" } ; DROP ALL # \\ > {'
    answer = run_query(store, "SELECT ?x WHERE { BIND(1 AS ?one) }", bindings={"x": ox.Literal(hostile)})
    assert isinstance(answer, Solutions)
    assert column(answer, "x") == [hostile]


@pytest.mark.parametrize(
    ("kind", "text", "term"),
    [
        (ParameterType.PERIOD, "2017-H1", ox.NamedNode(ID + "period-2017-h1")),
        (ParameterType.PERIOD, "period-fy2019", ox.NamedNode(ID + "period-fy2019")),
        (ParameterType.CLASS, "ck:Operation", ox.NamedNode(CK + "Operation")),
        (ParameterType.CLASS, "Operation", ox.NamedNode(CK + "Operation")),
        (ParameterType.NUMBER, "1,200.50", ox.Literal("1200.50", datatype=ox.NamedNode(XSD + "decimal"))),
        (ParameterType.TEXT, " a|b ", ox.Literal("a|b")),
        (ParameterType.THING, "operation “lantern”", ox.NamedNode(LANTERN)),
        (ParameterType.THING, GATE, ox.NamedNode(GATE)),
    ],
)
def test_run_binds_text_as_the_term_of_its_type(store: ox.Store, kind: ParameterType, text: str, term: object) -> None:
    assert bind(store, Parameter("p", kind, "", "meaning"), text) == term


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (ParameterType.PERIOD, "2017> . ?s ?p ?o"),
        (ParameterType.CLASS, "Operation> {"),
        (ParameterType.NUMBER, "six"),
        (ParameterType.THING, "no such thing"),
    ],
)
def test_run_rejects_text_that_is_not_of_the_type(store: ox.Store, kind: ParameterType, text: str) -> None:
    with pytest.raises(InputError, match=re.escape(repr(text))):
        bind(store, Parameter("p", kind, "", "meaning"), text)


@pytest.mark.parametrize(
    ("words", "label", "fits"),
    [
        ("trade value", "Trade value", True),
        ("trade value", "the trade-values of 2020", True),
        ("duty | tax", "taxes collected", True),
        ("tax", "taxonomy", False),
        ("U.S. (net) +*", "u.s. (net) +*", True),
        ("a|b", "c", False),
    ],
)
def test_run_words_fit_labels_as_whole_words(store: ox.Store, words: str, label: str, fits: bool) -> None:
    sparql = "SELECT ?label ?pattern (REGEX(?label, ?pattern, 'i') AS ?fits) WHERE { BIND(1 AS ?one) }"
    bindings = {"label": ox.Literal(label), "pattern": ox.Literal(words_pattern(words))}
    answer = run_query(store, sparql, bindings=bindings)
    assert isinstance(answer, Solutions)
    assert column(answer, "fits") == [str(fits).lower()]


def test_run_question_takes_the_period_of_the_report_by_default(store: ox.Store) -> None:
    answer = run_question(store, load_question("trade-value"))
    assert [Decimal(value) for value in column(answer, "value")] == [4_210_000_000, 4_230_000_000]
    assert column(answer, "agreement") == ["conflict", "conflict"]
    assert column(answer, "section") == ["I. FOREWORD", "II. CONTROL"]
    assert column(answer, "words")[1] == "Trade value: BHD 4.23 billion"


def test_run_question_parameters_change_the_answer(store: ox.Store) -> None:
    question = load_question("trade-value")
    assert not run_question(store, question, {"period": "2019"}).rows
    assert not run_question(store, question, {"indicator": "smuggling cases"}).rows


def test_run_question_of_commitments_due_soon_counts_months(store: ox.Store) -> None:
    question = load_question("commitments-due-soon")
    assert set(column(run_question(store, question), "due")) == {"2021-h1"}
    assert set(column(run_question(store, question, {"months": "12"}), "due")) == {"2021-h1", "2021"}
    assert not run_question(store, question, {"months": "5"}).rows


def test_run_question_of_commitments_with_a_number(store: ox.Store) -> None:
    answer = run_question(store, load_question("commitments-with-a-number"))
    assert [Decimal(value) for value in column(answer, "value")] == [-20]
    assert column(answer, "kind") == ["target-change"]
    assert column(answer, "stated") == ["one fifth"]


def test_run_question_of_operation_results_by_name(store: ox.Store) -> None:
    question = load_question("operation-results")
    assert column(run_question(store, question), "operation") == ["Lantern 2020"]
    assert column(run_question(store, question, {"name": "lantern"}), "value") == ["120"]
    assert not run_question(store, question, {"name": "beacon"}).rows


def test_run_question_of_headquarters(store: ox.Store) -> None:
    answer = run_question(store, load_question("headquarters-make-up"))
    found = set(zip(column(answer, "role"), column(answer, "party"), strict=True))
    assert found == {("supervises", "Guild of <script>alert(1)</script> Brokers"), ("headquartersOf", "Head Office")}


def test_run_question_rejects_an_unknown_parameter(store: ox.Store) -> None:
    with pytest.raises(InputError, match="it takes: indicator, period"):
        run_question(store, load_question("trade-value"), {"year": "2016"})
