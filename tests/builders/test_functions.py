"""Work that is named by its place in a sentence, and whose it is; sentences of the project's own."""

import pytest

from tests.builders.test_relations import NCS, claims_of

WORK = [
    ("The Harbour Section is responsible for the measuring of fishing boats.", "measuring of fishing boats"),
    ("The Harbour Section is tasked with the inspection of yachts and the sealing of tanks.", "inspection of yachts"),
    ("The Harbour Section is tasked with the inspection of yachts and the sealing of tanks.", "sealing of tanks"),
    (
        "Responsibility for the licensing of ship chandlers rests with the Harbour Section.",
        "licensing of ship chandlers",
    ),
    ("The licensing of ship chandlers falls to the Harbour Section.", "licensing of ship chandlers"),
    ("The licensing of ship chandlers is the task of the Harbour Section.", "licensing of ship chandlers"),
    ("The Harbour Section looks after berth allocation.", "berth allocation"),
    ("The Harbour Section, which deals with the disposal of wrecks, moved.", "disposal of wrecks"),
    ("The duties of the Harbour Section include the survey of moorings.", "survey of moorings"),
    ("The sealing of tanks is the role of the Harbour Section.", "sealing of tanks"),
    ("The Harbour Section took over the sealing of tanks from the Coast Guard.", "sealing of tanks"),
    ("The Harbour Section has charge of the sealing of tanks.", "sealing of tanks"),
    ("The sealing of tanks passed to the Harbour Section.", "sealing of tanks"),
    ("The sealing of tanks was handed over to the Harbour Section.", "sealing of tanks"),
    # work that one word names
    ("The Harbour Section is responsible for recruitment and procurement.", "procurement"),
    ("Recruitment is a matter for the Harbour Section.", "recruitment"),
    ("Valuation falls within the remit of the Harbour Section.", "valuation"),
    ("The Harbour Section specialises in surveillance.", "surveillance"),
    ("The Harbour Section answers questions on licensing.", "licensing"),
]


@pytest.mark.parametrize(("prose", "work"), WORK)
def test_whose_work_it_is(prose: str, work: str) -> None:
    assert ("Harbour Section", "competentFor", work) in claims_of(prose)


@pytest.mark.parametrize(
    "prose",
    [
        "The NCS is responsible for the Border Code.",
        "The NCS deals with complaints and requests.",
        "The building is the work of the NCS.",
        "The NCS was responsible for a collision.",
    ],
)
def test_what_is_no_kind_of_work(prose: str) -> None:
    assert not [edge for edge in claims_of(prose) if edge[1] == "competentFor"]


def test_the_verb_of_a_doing_tells_more() -> None:
    assert (NCS, "collects", "excise duty") in claims_of("The NCS is responsible for the collection of excise duty.")
