"""Words and phrases that stand for those of a frame."""

from itertools import combinations

import pytest

from customs_kg.builders.relations.frames.frames import frames_by_verb, match_words
from customs_kg.builders.relations.frames.paraphrases import paraphrases, stands_for
from customs_kg.ontology.wordings import alternations, frames, word_classes
from tests.builders.test_relations import NCS, claims_of


@pytest.mark.parametrize(
    ("prose", "edge"),
    [
        ("The Harbour Bureau is subject to the leadership of the Ministry of Trade.", "reportsToBody"),
        ("The Harbour Bureau works under the umbrella of the Ministry of Trade.", "reportsToBody"),
    ],
)
def test_who_is_under_whom(prose: str, edge: str) -> None:
    assert ("Harbour Bureau", edge, "Ministry of Trade") in claims_of(prose)


@pytest.mark.parametrize(
    "words",
    ["signed a pact", "has initialled a memorandum", "intensified its ties", "swapped records", "sealed a treaty"],
)
def test_who_works_with_whom(words: str) -> None:
    prose = f"The NCS {words} with the Sundmark Customs Administration."
    assert (NCS, "cooperatesWith", "Sundmark Customs Administration") in claims_of(prose)


@pytest.mark.parametrize("verb", ["inspected", "rehearsed", "halted"])
def test_where_a_thing_is_done_whatever_the_verb(verb: str) -> None:
    assert ("Operation Grey Heron", "coversPlace", "Ostby") in claims_of(f"Operation Grey Heron was {verb} in Ostby.")


@pytest.mark.parametrize("verb", ["signed", "announced", "planned", "discussed"])
def test_where_words_are_exchanged_about_it_tells_nothing(verb: str) -> None:
    claims = claims_of(f"Operation Grey Heron was {verb} in Ostby.")
    assert not [edge for edge in claims if edge[1] == "coversPlace"]


def test_a_word_fills_what_its_class_its_singular_and_its_last_part_fill() -> None:
    assert {"grants", "grant", "loan"} <= stands_for("grants")
    assert {"leadership", "authority"} <= stands_for("dual-leadership")
    assert stands_for("harbour") == {"harbour"}
    assert "chair" not in stands_for("vice-chair")
    assert match_words(("officer", "to"), ["two", "senior", "experts", "to", "the", "secretariat"]) == 4


def test_a_pattern_with_two_phrases_is_paraphrased_by_each() -> None:
    found = set(paraphrases("X be responsible for host Y"))
    assert {"X be tasked with host Y", "X be responsible for play host to Y", "X be responsible for host Y"} <= found


def test_what_the_lexicon_says_twice_is_said_once() -> None:
    """A frame that paraphrases of others imply is idle."""
    patterns: dict[str, set[str]] = {}
    for frame in frames():
        patterns.setdefault(frame.predicate, set()).add(frame.pattern)
    for predicate, own in patterns.items():
        closure = {p: set(paraphrases(p, predicate)) for p in own}
        idle = [p for p in own if closure[p] <= set().union(*(closure[q] for q in own - {p}))]
        assert not idle, (predicate, idle)


def test_groups_have_members_and_share_none() -> None:
    alternatives = [group.phrases for group in alternations()]
    for groups in (word_classes(), alternatives):
        assert all(len(group) > 1 for group in groups)
    assert not [set(a) & set(b) for a, b in combinations(alternatives, 2) if set(a) & set(b)]
    assert sum(map(len, frames_by_verb().values())) > len(frames())


@pytest.mark.parametrize(
    "words", ["still part of", "since then a part of", "once again an integral part of", "the third full part of"]
)
def test_words_that_change_nothing_may_stand_between(words: str) -> None:
    prose = f"The Harbour Bureau, {words} the Ministry of Trade, moved to Ostby."
    assert {"reportsToBody", "directlySubordinateTo", "componentOf"} & {edge[1] for edge in claims_of(prose)}
