"""When places, names, units and times count as the same, and who gets which candidate."""

from __future__ import annotations

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from customs_kg.evaluation.comparison import agree, fold_name, telling_words, unit_class, years_in
from customs_kg.evaluation.matching import match_candidates
from customs_kg.evaluation.places import AnnotatedText

BLANKS = st.sampled_from([" ", "\n", "\r\n\r\n", "\t ", "\u00a0"])


@given(st.lists(st.tuples(st.text("abc", min_size=1), BLANKS), min_size=1), st.data())
def test_a_quotation_is_found_whatever_its_blanks(words: list[tuple[str, str]], data: st.DataObject) -> None:
    raw = "".join(word + blank for word, blank in words)
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first, len(words) - 1))
    start = sum(len(word + blank) for word, blank in words[:first])
    end = sum(len(word + blank) for word, blank in words[:last]) + len(words[last][0])
    quote = "  ".join(word for word, _ in words[first : last + 1])
    assert (start, end) in list(AnnotatedText(raw).find(quote))


@given(st.lists(st.lists(st.integers(0, 6), unique=True, max_size=4), max_size=7))
def test_as_many_items_as_possible_get_a_candidate_of_their_own(wanted: list[list[int]]) -> None:
    matched = match_candidates(wanted)
    assert all(candidate in wanted[item] for item, candidate in matched.items())
    assert len(set(matched.values())) == len(matched)
    graph = nx.Graph([(("item", i), ("candidate", c)) for i, row in enumerate(wanted) for c in row])
    items = {node for node in graph if node[0] == "item"}
    assert len(matched) == len(nx.bipartite.maximum_matching(graph, items)) // 2


@pytest.mark.parametrize(
    ("evidence", "place", "proves"),
    [
        ((0, 10), (5, 20), True),
        ((0, 10), (8, 20), False),  # less than a third of the shorter one
        ((0, 10), (12, 20), False),
        ((0, 700), (0, 30), False),  # longer than 600 characters, and than its sentence
        ((5, 5), (0, 30), False),
    ],
)
def test_evidence_proves_words_that_it_covers(evidence: tuple[int, int], place: tuple[int, int], proves: bool) -> None:
    text = AnnotatedText("The boats sailed out at ten. " * 40)
    assert text.proves(evidence, place) is proves


def test_evidence_may_be_as_long_as_its_sentence() -> None:
    text = AnnotatedText("the boats sailed on and " * 40 + "home.")
    assert text.proves((0, 800), (0, 30))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The “Harbour Centre”", "harbour center"),
        ("Authorised Traders Programme", "authorized trader program"),
        ("Agencies of the Coast", "agency coast"),
        ("SINGLE-WINDOW", "Single Window"),
    ],
)
def test_names_that_count_as_the_same(one: str, other: str) -> None:
    assert fold_name(one) == fold_name(other)


def test_meanings_agree_on_two_words_or_on_the_only_one() -> None:
    assert agree(telling_words("seizures of boats"), telling_words("boats seized in the bay"))
    assert agree(telling_words("total boats"), telling_words("number of boats"))
    assert not agree(telling_words("boats seized"), telling_words("boats sold"))
    assert not agree(telling_words("boats seized"), frozenset())


@pytest.mark.parametrize(
    ("unit", "wanted"),
    [("CCY_EUR", "euro"), ("kg per day", "kilogram"), ("percentage points", "percentage point"),
     ("per cent", "percent"), ("crews", "count"), ("MetricTonne", "tonne"), ("money", "money")],
)  # fmt: skip
def test_units_are_told_by_their_words(unit: str, wanted: str) -> None:
    assert unit_class(unit) == wanted


def test_a_fiscal_year_has_two_years() -> None:
    assert years_in("fy2014/15, then 2019") == {"2014", "2015", "2019"}
