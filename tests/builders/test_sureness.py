"""Confidence follows how plainly a thing is said: ends side by side above ends far apart, one verb above many."""

from tests.builders.test_plans import plans
from tests.builders.test_relations import NCS, claims_of

ROW = (
    "The NCS will widen the hours of all its counters in the north and in the south of the country, mend the roofs of "
    "its old halls and the fences of its yards before the winter comes, teach its new officers the rules of the road, "
    "and run Operation Tern.\n"
)


def test_ends_that_stand_far_apart_are_less_sure() -> None:
    near, far = claims_of("The NCS will run Operation Tern.\n"), claims_of(ROW)
    edge = ("Operation Tern", "conductedBy", NCS)
    assert far[edge].confidence < near[edge].confidence


def test_the_later_plans_of_a_row_are_less_sure() -> None:
    first, second = plans("The service will open a yard at Vik and will recruit 40 officers in 2015.")
    assert second.confidence < first.confidence
