"""What figures measure in many builds of sentences: goods, moneys, times and shares of invented countries."""

from __future__ import annotations

from decimal import Decimal

import pytest

from customs_kg.graph.model import MeasureKind
from tests.builders.test_figures import figures_of


@pytest.mark.parametrize(
    ("sentence", "value", "words"),
    [
        # whatever the verb, a thing that gets to a level
        ("Steel imports ballooned to 2.2 million tonnes.", "2200000", "steel imports"),
        ("Receipts from levies dwindled to EUR 3 million.", "3000000", "receipts levies"),
        ("VAT contributed EUR 640 million, customs duty EUR 190 million.", "640000000", "vat"),
        # what stands after the figure, or before the figure of a goal
        ("The 2011 edition of this yearbook gave EUR 74 million for excise in 2011.", "74000000", "excise"),
        ("Last year's review put out a table which showed 921 for seized vans.", "921", "vans seized"),
        ("At 31 hours, the stay of a lorry was three hours shorter than in 2013.", "31", "stay lorry"),
        ("At 8.1 million, ballots were 4 per cent above the 7.4 million of 2013.", "7400000", "ballots"),
        ("We missed the target of EUR 430 million by EUR 12 million.", "-12000000", "revenue"),
        ("The Gold Club counts 829 firms.", "829", "firms Gold Club"),
        ("The number of vans is given as 8,100 in the Port Yearbook.", "8100", "vans"),
        ("Rum led (EUR 9 million). Finds of khat rose to 57.9 tons, of which Oslo had 27.1.", "57.9", "khat finds"),
        # parts of a count, not of the money told between; a row of parts
        ("The Fish Unit recorded 5,214 cases.", "5214", "cases recorded"),
        (
            "We tried 5,214 suits; nets worth EUR 3 million were sold. Cod accounted for 986 of them, eel for 731.",
            "731",
            "suits eel",
        ),
        # rows between strokes
        ("Key data: vans 41 / letters\n(million) 8.1 / fees (EUR billion)\n9.4 / dogs 38.", "8100000", "letters"),
        ("Vans 41 / staff 2,418, of whom 1,010 women / audits 1,904, up 3% / dogs 38.", "1010", "women staff"),
        ("Vans 41 / goods held for\nfraud 12,300 batches / audits 1,904 / dogs 38.", "12300", "goods held fraud"),
        # a noun that a row of figures shares
        (
            "The scanners at Brask and Telm examined 9,100 and 7,450 containers respectively.",
            "9100",
            "containers examined",
        ),
        ("In 2012, 2013 and 2014 respectively 12, 19 and 23 firms lost their licence.", "19", "firms licence"),
        ("In all 14 kg of rice and 3 icons were found.", "14", "rice"),
        # what time or money is needed for, and what has a price
        ("It takes 12 minutes on average to process a bus passenger.", "12", "process passenger"),
        ("There were 27 seizures of knock-off toys with a retail price of EUR 3.3 million.", "3300000", "toys price"),
        ("Eight new cranes costing EUR 25 million were bought.", "25000000", "cost cranes"),
        ("The Lake Bank lent EUR 25 million.", "25000000", "lent Lake Bank"),
        # shares of things named without "of"
        ("Six in ten firms file online.", "60", "firms online"),
        ("Around half the ferries are rusty.", "50", "share ferries"),
        # parts
        ("Of the visitors, 130.5 million came by air.", "130500000", "visitors air"),
        ("There were 973 raids. Silk was concerned in 512 of them, tea in 143 and other goods in 318.", "512", "silk"),
        ("There were 973 raids. Silk was concerned in 512 of them, tea in 143 and other goods in 318.", "143", "tea"),
        ("In all, 1,204 persons stood trial; 988 were found guilty.", "988", "persons guilty"),
        # words that narrow, before and behind
        ("Guards seized 599 parcels that infringed trade marks.", "599", "infringed trade marks"),
        ("The helpdesk took 31,000 calls.", "31000", "calls helpdesk"),
        ("We joined the Lake Pilot, in which nine firms take part.", "9", "firms Lake Pilot"),
        ("Fuel levies, up 4.4 percent, brought in EUR 31 million.", "4.4", "fuel levies"),
        ("Two boats were added, bringing the fleet to 24.", "24", "fleet"),
        ("The Lake Bank lent EUR 25 million for the purchase of cranes.", "25000000", "purchase of cranes"),
        # a verb for seizing, a sum for the Treasury
        ("Officers found 92 kg of resin on a yacht.", "92", "resin seized"),
        ("The Service paid EUR 97 million into the central treasury.", "97000000", "revenue treasury"),
        ("A total of EUR 97 million was turned over to the central treasury.", "97000000", "customs revenue"),
        ("A total of EUR 97 million was spent on cranes.", "97000000", "spent on cranes"),
        ("It was a year in which levies of EUR 97 million were paid.", "97000000", "levies"),
        # a row of labels and figures
        ("Facts in brief: tea parcels detained 690; night watches 130.", "690", "tea parcels detained"),
        ("Facts in brief: tea parcels detained 690; night watches 130.", "130", "night watches"),
    ],
)
def test_the_labels_hold_the_words_of_the_thing(sentence: str, value: str, words: str) -> None:
    _, figures = figures_of(sentence)
    readings = [r for r in figures.readings.values() if r.value.quantize(Decimal("0.1")) == Decimal(value)]
    assert len(readings) == 1
    labels = [(e.label, *e.alt_labels) for e in figures.indicators if e.iri == readings[0].indicator]
    assert any(
        set(words.split()) <= set(label.split()) | {label} or words in label for label in _flat(labels[0], words)
    )


def _flat(labels: tuple[str, ...], words: str) -> list[str]:
    """The labels in lower case without brackets where the words asked for are in lower case too."""
    bare = [label.replace("(", " ").replace(")", " ").replace(":", " ") for label in labels]
    return [label if words != words.lower() else label.lower() for label in bare]


@pytest.mark.parametrize(
    ("sentence", "value", "kind"),
    [
        ("Penalties ran to EUR 3.3 million, up from EUR 2.8 million.", "3300000", MeasureKind.LEVEL),
        ("Detections numbered 3,684, or 415 fewer than in 2013.", "3684", MeasureKind.LEVEL),
        ("Exports of roses wilted by 6 per cent.", "-6", MeasureKind.YOY_PERCENT),
        ("Increases of 7.2% and 3.5% in toll and fees were seen.", "7.2", MeasureKind.YOY_PERCENT),
        ("The fleet clocked up 410,000 nautical miles.", "410000", MeasureKind.LEVEL),
        ("The dog unit notched up 388 finds.", "388", MeasureKind.LEVEL),
        ("The portal was up 99.7 per cent of the time.", "99.7", MeasureKind.SHARE),
        ("Customs duty brought EUR 34 million into the budget.", "34000000", MeasureKind.LEVEL),
    ],
)
def test_levels_beside_changes_stay_levels(sentence: str, value: str, kind: MeasureKind) -> None:
    found = [r.kind for r in figures_of(sentence)[1].readings.values() if r.value == Decimal(value)]
    assert found == [kind]


@pytest.mark.parametrize(
    ("sentence", "value", "unit"),
    [
        ("The wait sank to 4 minutes, from 11.", "11", "MIN"),
        ("In 2014 212 kilograms were taken, against 35 the year before.", "35", "KiloGM"),
        ("The time came down from 71 hours in 2013 to 52.", "52", "HR"),
        ("The fund paid out EUR 14 million to 3,050 people.", "3050", "NUM"),
        ("The share of paper fell to 4 per cent, from 11.", "11", "PERCENT"),
        ("Fuel gave 40 per cent of revenue, alcohol 11 and tobacco 9.", "11", "PERCENT"),
        ("Revenue (EUR million): 1,204.", "1204000000", "unit-eur"),
    ],
)
def test_a_bare_figure_has_the_unit_of_the_one_it_is_set_beside(sentence: str, value: str, unit: str) -> None:
    found = [r.unit for r in figures_of(sentence)[1].readings.values() if r.value == Decimal(value)]
    assert [iri.rpartition("/")[2].rpartition("#")[2] for iri in found] == [unit]


@pytest.mark.parametrize(
    "sentence",
    ["No fewer than 17 gangs were broken up.", "Nobody was injured in the 17 accidents."],
)
def test_a_negative_word_does_not_deny_a_count(sentence: str) -> None:
    assert [r.value for r in figures_of(sentence)[1].readings.values()] == [Decimal(17)]
