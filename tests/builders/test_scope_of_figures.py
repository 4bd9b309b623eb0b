"""What a figure is said within, and what its indicator is also called, with or without short forms."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.builders.test_figures import figures_of


def names_of(text: str, value: str) -> set[str]:
    figures = figures_of(text)[1]
    indicators = {i.iri: i for i in figures.indicators}
    found = [indicators[r.indicator] for r in figures.readings.values() if r.value == Decimal(value)]
    return {label for i in found for label in (i.label, *i.alt_labels)}


@pytest.mark.parametrize(
    ("text", "value", "name"),
    [
        # the phrase that opens the sentence, the subject of the clause, the noun before a relative
        (
            "Under the Visitor Rebate Plan, EUR 12 million was paid out.",
            "12000000",
            "amount paid out (Visitor Rebate Plan)",
        ),
        ("Arrears rose, the Union Brewery alone owing EUR 3 million.", "3000000", "amount owed (Union Brewery)"),
        ("The Gate Fair closed in May, in which 80 guests took part.", "80", "guests took part (Gate Fair)"),
        ("The Dog Unit works in Milo. It made 340 searches.", "340", "searches (Dog Unit)"),
        ("Under the Gold Card scheme 46 firms enjoy quick passage.", "46", "firms (Gold Card scheme)"),
        ("Forest rangers lodged 71 appeals.", "71", "appeals lodged (forest rangers)"),
        # the sentence before, where this one goes on with it
        ("Egg traders need a licence. By May 640 licences were valid.", "640", "licences (egg traders)"),
        ("The Reef Patrol sank nets. Officers also found 12 boats.", "12", "boats found (Reef Patrol)"),
    ],
)
def test_a_figure_is_narrowed_by_what_it_is_said_within(text: str, value: str, name: str) -> None:
    assert name in names_of(text, value)


@pytest.mark.parametrize(
    ("text", "value", "foreign"),
    [
        ("The Reef Patrol sank nets. Mail sorters wrote 12 letters.", "12", "Reef Patrol"),
        ("VERIDIA CUSTOMS SERVICE wrote 12 letters.", "12", "SERVICE"),
        ("We wrote 12 letters.", "12", "we"),
        (
            "The Veridia Customs Service cut costs. All reef licences went online. It had done well, holding 12 vans.",
            "12",
            "licences",
        ),
        ("Wool sales rose by 6% to EUR 3 million; tea sales fell to EUR 2 million.", "2000000", "wool"),
    ],
)
def test_what_a_sentence_does_not_go_on_with_narrows_nothing(text: str, value: str, foreign: str) -> None:
    assert not any(foreign in name for name in names_of(text, value))


@pytest.mark.parametrize(
    ("text", "value", "name"),
    [
        ("The Harbour Light Charge (HLC) is old. The HLC rose to EUR 9.", "9", "Harbour Light Charge"),
        (
            "Breach of plant variety rights (PVR) is rare. We held 31 PVR cases.",
            "31",
            "plant variety rights cases held",
        ),
        ("The PVR desk opened. Officers held 31 crates for breach of plant variety rights.", "31", "PVR"),
        ("The Approved Haulier Plan (AHP) grew. In all, 41 Approved Haulier Plan permits were given.", "41", "AHP"),
        ("All of Rye Border Post (RBP) was paved. RBP staff numbered 52.", "52", "Rye Border Post staff"),
    ],
)
def test_an_indicator_has_its_name_with_and_without_short_forms(text: str, value: str, name: str) -> None:
    assert any(name in other for other in names_of(text, value)), names_of(text, value)
