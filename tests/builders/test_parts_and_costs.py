"""Parts of a sum that only their verb tells, and what a sum is the cost of."""

from __future__ import annotations

import pytest

from tests.builders.test_figures import reading_of
from tests.builders.test_scope_of_figures import names_of


@pytest.mark.parametrize(
    ("text", "value", "label"),
    [
        ("Tolls made up EUR 8 million of the total.", "8000000", "tolls"),
        (
            "Sales taxes gave EUR 6 million, while road tolls accounted for the balance of EUR 3 million.",
            "3000000",
            "road tolls",
        ),
        ("Wharf dues accounted for EUR 7 million, the Light Levy (LL) for EUR 2 million.", "2000000", "Light Levy"),
        ("Wharf dues accounted for EUR 7 million and fees for the remaining EUR 1 million.", "1000000", "fees"),
        ("Rail contributed 9 tonnes of the total and barges 4 tonnes.", "9", "rail"),
        ("Calls received: 402, of which 61% were short.", "402", "calls received"),
        ("Parcels opened: 812, of which 14 held seeds.", "812", "parcels opened"),
        ("We made 15 checks, up from ten, and 116 orders were in force.", "10", "checks"),
        # costs
        ("The Toll Net was launched in May at a cost of EUR 9 million.", "9000000", "cost of Toll Net"),
        ("Developed with the Guild at a cost of EUR 9 million, the crane is in use.", "9000000", "cost of crane"),
        ("A second crane was bought out of the Fund for EUR 27 million.", "27000000", "cost of second crane"),
        ("The depot was built by the Guild and cost EUR 18 million.", "18000000", "cost of depot"),
        ("The new gate cost EUR 3 million.", "3000000", "cost of new gate"),
        ("The plan will be drawn up with the bank at a cost of EUR 4 million.", "4000000", "cost of plan"),
    ],
)
def test_the_verb_tells_a_part_of_a_sum_or_a_cost(text: str, value: str, label: str) -> None:
    assert reading_of(text, value).label == label


@pytest.mark.parametrize(
    ("text", "value", "name"),
    [
        (
            "Veridia was host to the Fair of the Port Guild (FPG), attended by 161 guests.",
            "161",
            "guests (attended by) (Fair of the Port Guild)",
        ),
        ("The Toll Board, whose 20 members meet in May, was heard.", "20", "members (Toll Board)"),
        ("Together with the Grain Guild we held 16 talks.", "16", "talks held (Grain Guild)"),
        ("Furs in 19 crates, sent by 9 states, came in.", "9", "states (sent by) (furs)"),
        ("The staff numbered 88, of whom 51 were men.", "51", "male staff"),
        ("Exports and imports with Norland reached EUR 9 million.", "9000000", "trade with Norland"),
        ("Of the 62 officers 22 were women.", "22", "female staff"),
    ],
)
def test_a_figure_has_the_names_that_its_sentence_gives(text: str, value: str, name: str) -> None:
    assert any(name in other for other in names_of(text, value)), names_of(text, value)


@pytest.mark.parametrize(
    ("text", "value", "label"),
    [
        # "this", "it" and "they" go back to the whole, not to the last part
        ("Dues came to EUR 75 million, of which tolls gave EUR 58 million. This was 4.8% less.", "-4.8", "dues"),
        ("Dues were EUR 75 million, of which tolls gave EUR 58 million. It is 98% of what was planned.", "98", "dues"),
        # a level of what was measured before; the goods after a verb of one's own; the last of a row
        ("A total of 407 boats were met, 4.9 per cent above the 2013 level of 388.", "388", "boats met"),
        ("Dogs guarded 41 sheds and 28 crates and furs worth EUR 8 million.", "8000000", "value of furs guarded"),
        # a change with words of its own behind it, and a clause behind that
        ("The shortfall of EUR 8 million on excise is due to fewer sales of used cars.", "-8000000", "excise"),
        (
            "The loss of EUR 8 million is explained by fewer sales of cars, which fell from 312 to 249.",
            "249",
            "fewer sales of cars",
        ),
        ("Finds weighed 611 kg, with horn accounting for a further 48 kg.", "48", "horn"),
        # a place in a table of ranks, hours, relatives behind a complement, half a point
        ("Norland ranked 9th in the Port Index.", "9", "rank of norland in Port Index"),
        ("We logged 2,900 hours at sea.", "2900", "hours logged at sea"),
        (
            "We made 21 seizures of goods that infringed plant rights.",
            "21",
            "seizures of goods that infringed plant rights",
        ),
        ("In all, 83 pleas were lodged; nine were justified.", "9", "pleas justified"),
        ("Rail and road carried 31 and 22 percent of port trade respectively.", "22", "share of port trade (road)"),
    ],
)
def test_what_a_figure_goes_back_to(text: str, value: str, label: str) -> None:
    assert reading_of(text, value).label == label


@pytest.mark.parametrize(
    ("text", "value", "label"),
    [
        ("A loan of EUR 40 million from the Reef Bank pays for it.", "40000000", "loan from Reef Bank"),
        ("Fines of EUR 3 million for smuggling were imposed.", "3000000", "fines imposed for smuggling"),
        ("Of every 100 parcels 4 are opened.", "4", "parcels opened"),
        ("Of the 310 carts stopped, 7 per cent carried arms.", "7", "share of carts carried arms"),
        ("Divers met 18 couriers from Norland with 44 kg of khat.", "44", "khat (couriers met)"),
        ("Fuel worth EUR 3 million was found on 14 boats.", "14", "boats (Fuel worth found on)"),
        ("Wine brought in 41% of dues, tea 33% and salt 21%.", "21", "share of dues (salt)"),
    ],
)
def test_words_behind_a_figure_and_the_whole_before_it_narrow_it(text: str, value: str, label: str) -> None:
    assert reading_of(text, value).label.lower() == label.lower()


def test_a_sentence_without_a_verb_still_has_a_topic() -> None:
    text = "The grain permit portal. Through it 610 permits were issued."
    assert any("grain" in name for name in names_of(text, "610"))


@pytest.mark.parametrize(
    ("text", "value", "label"),
    [
        ("The levies on wine and tea gave us EUR 9 million between them.", "9000000", "levies on wine and tea"),
        ("The toll on carts brought us EUR 4 million.", "4000000", "toll on carts"),
        ("Beef sales reached 9 tonnes, while those of tea fell by half.", "-50", "beef sales of tea"),
    ],
)
def test_a_verb_may_name_to_whom_it_brings_money(text: str, value: str, label: str) -> None:
    assert reading_of(text, value).label == label


def test_the_title_over_a_table_gives_its_unit() -> None:
    rows = "Town          2013       2014\nMilo          6,120      6,480\nVik           5,030      5,210\n"
    text = f"Dues by town (EUR million)\n\n{rows}"
    assert reading_of(text, "6480000000").unit.endswith("unit-eur")


@pytest.mark.parametrize(
    ("text", "value", "label"),
    [
        ("Dues rose to EUR 28 billion. Excise brought 9 billion and tolls 2 billion.", "9000000000", "excise"),
        ("The amount outstanding came to EUR 3 million.", "3000000", "amount outstanding (Results)"),
        ("The guild was first with a share of 64.3%; Norland (9.8%) followed.", "9.8", "share of Norland"),
        ("The post employed 734 people (46% women), 62 fewer than in 2013.", "-62", "people employed"),
        (
            "Under the project with Norland, worth EUR 2 million, 35 visits took place.",
            "2000000",
            "value of project with Norland",
        ),
        ("They hid 18 kg of khat; the seizures comprised 3 tonnes of tea and 4 axes.", "4", "axes of seizures"),
    ],
)
def test_what_is_left_out_is_taken_from_before(text: str, value: str, label: str) -> None:
    assert reading_of(text, value).label == label


@pytest.mark.parametrize(
    ("text", "value", "period"),
    [
        ("Dues were EUR 41 million, against EUR 37 million in 2013 (+10.9%).", "10.9", "2014"),
        ("We made 48 checks, compared with 45 in 2013 (up 6.7%).", "6.7", "2014"),
        ("Dues were EUR 41 million, against EUR 37 million in 2013 (EUR 35 million net).", "35000000", "2013"),
    ],
)
def test_a_change_in_brackets_is_not_dated_by_its_base(text: str, value: str, period: str) -> None:
    assert reading_of(text, value).period.key == period
