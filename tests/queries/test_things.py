import pyoxigraph as ox
import pytest

from customs_kg.ontology.errors import InputError
from customs_kg.queries.things import describe_thing, find_thing, list_things, write_account
from tests.graph.sample import AGENCY, GATE, GUILD, LANTERN, PERSON, sample_facts


@pytest.mark.parametrize(
    ("name", "iri"),
    [
        ("Ruritania Customs", AGENCY),
        ("the service", AGENCY),
        ("SERVICE", AGENCY),
        ("Lantern 2020", LANTERN),
        ('Operation "Lantern"', LANTERN),
        ("operation-xr-lantern-2020", LANTERN),
        ("id:operation-xr-lantern-2020", LANTERN),
        (LANTERN, LANTERN),
        ("lantern", LANTERN),
        ("harbor gate", GATE),
        ("Harbor Gate", GATE),
        ("LANTERN2020", LANTERN),
        ("o'hara", PERSON),
        ("brokers", GUILD),
    ],
)
def test_things_are_found_by_any_name(store: ox.Store, name: str, iri: str) -> None:
    assert find_thing(store, name).iri == iri


def test_things_unknown_name_gets_a_suggestion(store: ox.Store) -> None:
    with pytest.raises(InputError, match="did you mean 'Lantern 2020'"):
        find_thing(store, "Lantarn 2020")


@pytest.mark.parametrize("name", ["", "   ", "qqqqqqqq"])
def test_things_unknown_name_without_a_close_one(store: ox.Store, name: str) -> None:
    with pytest.raises(InputError, match="nothing in the graph is called"):
        find_thing(store, name)


def test_things_ambiguous_name_lists_the_candidates(store: ox.Store) -> None:
    with pytest.raises(InputError, match="'of' names 4 things: ") as caught:
        find_thing(store, "of")
    assert "port of Strelsau (place-xr-port-of-strelsau)" in str(caught.value)


def test_things_list_holds_every_entity_with_all_names(store: ox.Store) -> None:
    things = {thing.iri: thing for thing in list_things(store)}
    entities = {entity.iri: entity for entity in sample_facts().entities}
    assert set(things) == set(entities)
    for iri, entity in entities.items():
        assert things[iri].name == entity.label
        assert set(things[iri].aliases) == {*entity.alt_labels, *entity.hidden_labels} - {entity.label}


def test_things_account_tells_facts_figures_results_and_plans(store: ox.Store) -> None:
    account = describe_thing(store, find_thing(store, "Harbour\\Gate"))
    assert [fact.text for fact in account.facts] == ["covers place: port of Strelsau"]
    assert account.facts[0].note.startswith("planned")
    assert [result.text for result in account.results] == ["We launched the Harbour\\Gate system"]
    assert [plan.note for plan in account.plans] == ["due 2021-h1"]
    assert account.plans[0].section == "III. PLANS"


def test_things_account_of_an_operation_has_its_results(store: ox.Store) -> None:
    account = describe_thing(store, find_thing(store, "lantern"))
    assert [(figure.text, figure.note) for figure in account.figures] == [("seizures: 120", "level, 2020")]
    assert {fact.text for fact in account.facts} == {
        "conducted by: Ruritania Customs",
        "targets goods: cigarettes",
    }


def test_things_account_names_discrepancies_once(store: ox.Store) -> None:
    account = describe_thing(store, find_thing(store, "trade value"))
    assert len(account.discrepancies) == 1
    assert account.discrepancies[0].startswith("conflict: ")


def test_things_account_as_text_quotes_the_words(store: ox.Store) -> None:
    text = write_account(describe_thing(store, find_thing(store, "o'hara")))
    assert text.startswith('Rudolf "Red" O\'Hara  (')
    assert "Done (1)" in text
    assert "trained all dog handlers in Ruritania”  — II. CONTROL" in text
