"""Objects, passives, relatives and lists: each construction is read with several verbs, and denied ones are not."""

from typing import NamedTuple

import pytest

from tests.builders.test_relations import Edge, claims_of


class Words(NamedTuple):
    """A frame with its fillers: `a` does it to `b`, to `c` and `e` as well; `d` is another that can do it."""

    a: str
    base: str
    past: str
    participle: str
    gerund: str
    b: str
    c: str
    e: str
    d: str
    predicate: str
    subject_first: bool

    def edge(self, doer: str, other: str) -> Edge:
        """The relation between two of them."""
        ends = (doer.removeprefix("the "), other.removeprefix("the "))
        first, second = ends if self.subject_first else ends[::-1]
        return (first, self.predicate, second)


VERBS = {
    "funded": Words(
        "the Ministry of Works", "fund", "funded", "funded", "funding", "the Brent Canal Project",
        "the Dry Port Project", "the Tower Scanner Project", "the World Bank", "supports", subject_first=True
    ),
    "led": Words(
        "the Coast Guard", "lead", "led", "led", "leading", "Operation Marram", "Operation Gannet", "Operation Petrel",
        "the Harbour Police", "conductedBy", subject_first=False
    ),
    "ran": Words(
        "the Velmora Customs Service", "run", "ran", "run", "running", "the Lantern Cargo System", "the Trader Portal",
        "the Tally System", "the Dorsan Customs Authority", "operates", subject_first=True
    ),
}  # fmt: skip


def cases(*patterns: str) -> list[tuple[str, str]]:
    return [(pattern, verb) for pattern in patterns for verb in VERBS]


def sentence(pattern: str, words: Words) -> str:
    text = pattern.format(**words._asdict())
    return text[0].upper() + text[1:]


INTERRUPTED = cases(
    "{a} {past}, in the course of the year, {b}.",
    "{a} {past} - in the same year - {b}.",
    "{a} {past}, as planned, {b}.",
    "{a} {past} (as in 2017) {b}.",
    "{a} {past}, as had been foreseen a year earlier, {b}.",
    "{b} was, in May, {participle} by {a}.",
    "{b} was in May {participle} by {a}.",
    "{b} has since 2011 been {participle} by {a}.",
    "{b} was, however, {participle} by {a}.",
    "{b} was for some years {participle} by {a}.",
)
ROWS = cases(
    "{a} {past} {c} in May and {b} in June.",
    "{a} {past} {c} (in May) and {b} (in June).",
    "{a} {past} {c} in 2016, {e} in 2017 and {b} in 2018.",
    "{a} {past} {c} (since 2016) and {b} (since 2018).",
    "In May {a} {past} {c}, and in June {b}.",
    "{a} {past} {c} in May, followed by {b} in June.",
    "{a} {past} {c} and since 2017 also {b}.",
    "{a} {past} {c}, {e} and, in part, {b}.",
    "{a} {past} {c}, which has grown by a tenth since 2016, and {b}.",
    "{a} {past} three others: {c}, which is large; {e} (2003); and {b}, by far the newest.",
    "{a} {past} (i) {c} and (ii) {b}.",
    "{a} {past}: (a) {c}; (b) {e}; and (c) {b}.",
    "{a} {past} {c}, and with it {b}.",
)
PASSIVES = cases(
    "{b} ({participle} by {a}) was praised.",
    "The survey praises {b} ({participle} by {a}).",
    "{b} was first {participle} by {d} and later by {a}.",
    "{b} was {participle} by {d} until 2016 and then by {a}.",
    "{b} was {participle} by {d} in 2016 and by {a} in 2018.",
    "{b} was {participle} not only by {d} but also by {a}.",
)
RELATIVES = cases(
    "{a}, by which {b} was {participle}, grew.",
    "{a}, by whom {b} was once {participle}, grew.",
    "It was {a} by which {b} was {participle}.",
    "{c} and {b}, both of which {a} {past}, grew.",
    "{c} and {b}, which were both {participle} by {a}, grew.",
    "{c} and {b}, each {participle} by {a}, grew.",
    "{c} was {participle} by {d} in May and {b} by {a} in June.",
    "{a} {past} {c}, along with {b}.",
)
OPENED = cases(
    "While {participle} by {a}, {b} grew.",
    "Once {participle} by {a}, {b} grew.",
    "Although {participle} by {a}, {b} had little to show.",
    "The year saw {a} {gerund} {b}.",
    "In each of the four quarters {a} {past} {b}.",
)
OPENED += [("The year saw {a} {base} {b}.", verb) for verb in ("ran", "funded")]
SETS = cases(
    "{a} {past} three others ({c}, {e} and {b}).",
    "{a} {past} three others, the largest of which is {b}.",
    "{a} {past} three others, of which {b} is the largest.",
    "{a} {past} several others, one of which is {b}.",
)
EQUATED = cases(
    "The body that {past} {b} was {a}.",
    "The first to {base} {b} was {a}.",
    "{a} was the only one to {base} {b}.",
    "{a} became the third in the region to {base} {b}.",
    "{a} was among the first to {base} {b}.",
    "Among those that {past} {b} was {a}.",
    "Those that {past} {b} included {a}.",
    "What {a} {past} in 2018 was {b}.",
    "The three that {a} {past} were {c}, {e} and {b}.",
    "{b} was among those {participle} by {a}.",
    "{b} is one of three {participle} by {a}.",
    "The first to be {participle} by {a} was {b}.",
)
NOT_SAID = cases(
    "If {participle} by {a}, {b} would grow.",
    "Unless {participle} by {a}, {b} will not grow.",
    "{a} {past} three others, none of which is {b}.",
    "{a} {past} three others (but not {b}).",
    "The year did not see {a} {base} {b}.",
    "{a}, by which {b} was not {participle}, grew.",
    "{c} and {b}, neither of which {a} {past}, grew.",
    "{c} and {b}, none of which was {participle} by {a}, grew.",
    "{c} and {b}, some of which {a} {past}, grew.",
    "{b}, which {a} has not yet {participle}, grew.",
    "{b}, unlike {c}, was not {participle} by {a}.",
    "{b} was to be {participle} by {a}.",
    "{c}, unlike {b}, was {participle} by {a}.",
    "{b}, whose {gerund} by {a} was refused, grew.",
    "The body that {past} {b} was not {a}.",
    "{a} was not among those that {past} {b}.",
    "What {a} {past} in 2018 may have been {b}.",
    "{a} will not be the first to {base} {b}.",
    "The body that {past} {b} helped {a}.",
    "{a} {past} {c} in May but not {b}.",
    "{b} (not {participle} by {a}) was praised.",
    "{b} was, in May, to be {participle} by {a}.",
    "{b} was not, in May, {participle} by {a}.",
    "{a} {past} {c} in May, and {b} grew in June.",
    "{b} was first {participle} by {d} and never by {a}.",
)


@pytest.mark.parametrize(("pattern", "verb"), INTERRUPTED + ROWS + PASSIVES + RELATIVES + OPENED + SETS + EQUATED)
def test_construction_is_read(pattern: str, verb: str) -> None:
    words = VERBS[verb]
    assert words.edge(words.a, words.b) in claims_of(sentence(pattern, words))


@pytest.mark.parametrize(("pattern", "verb"), NOT_SAID)
def test_construction_says_nothing_of_it(pattern: str, verb: str) -> None:
    words = VERBS[verb]
    read = claims_of(sentence(pattern, words))
    assert words.edge(words.a, words.b) not in read


@pytest.mark.parametrize("verb", ["led"])
def test_those_who_do_it_in_turn_do_not_cooperate(verb: str) -> None:
    words = VERBS[verb]
    read = claims_of(sentence("{b} was first {participle} by {d} and later by {a}.", words))
    assert not any(predicate == "cooperatesWith" for _, predicate, _ in read)


@pytest.mark.parametrize(
    ("text", "edge"),
    [
        (
            "Operation Marram, which the Coast Guard took part in, grew.",
            ("Operation Marram", "participant", "Coast Guard"),
        ),
        (
            "The Cargo Council, to which the Coast Guard has long belonged, grew.",
            ("Coast Guard", "memberOf", "Cargo Council"),
        ),
        (
            "The Cargo Council and the Port Forum, to both of which the Coast Guard belongs, grew.",
            ("Coast Guard", "memberOf", "Cargo Council"),
        ),
        (
            "The Coast Guard belongs not only to the Port Forum but also to the Cargo Council.",
            ("Coast Guard", "memberOf", "Cargo Council"),
        ),
    ],
)
def test_preposition_of_a_relative_clause_is_read(text: str, edge: Edge) -> None:
    assert any(edge[::2] == (subject, other) for subject, _, other in claims_of(text))


@pytest.mark.parametrize(
    ("text", "edge"),
    [
        (
            "In 2018 the NCS signed agreements with Peru (in May), Chile (in June) and India (in July).",
            ("agreements with Peru", "locatedIn", "Chile"),
        ),
        (
            "Operation Marram, led since 2016 by the Coast Guard, and Operation Gannet, run by Interpol, ended in May.",
            ("Coast Guard", "headedBy", "INTERPOL"),
        ),
        (
            "Operation Marram was run by the Coast Guard, with the Ministry of Works paying for it.",
            ("Operation Marram", "conductedBy", "Ministry of Works"),
        ),
    ],
)
def test_words_beside_an_end_do_not_reach_over_it(text: str, edge: Edge) -> None:
    assert edge not in claims_of(text)


@pytest.mark.parametrize(
    ("text", "edge"),
    [
        (
            "Operation Marram took 61 pistols off the streets.",
            ("Operation Marram", "targetsGoods", "handguns"),
        ),
        (
            "Operation Marram, led by the Coast Guard, kept 200 kilograms of cocaine off the shelves.",
            ("Operation Marram", "targetsGoods", "cocaine"),
        ),
        (
            "The Quay Register was built by the Port Forum and seven other bodies, including the Coast Guard.",
            ("Quay Register", "developedBy", "Coast Guard"),
        ),
    ],
)
def test_an_object_before_a_phrase_and_those_among_others_are_read(text: str, edge: Edge) -> None:
    assert edge in claims_of(text)


def test_those_included_among_others_are_no_part_of_the_first() -> None:
    text = "The Quay Register was built by the Port Forum and seven other bodies, including the Coast Guard."
    assert not any({a, b} == {"Port Forum", "Coast Guard"} for a, p, b in claims_of(text) if p != "cooperatesWith")
