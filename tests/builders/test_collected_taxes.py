"""Who collects which tax, as sentences tell it that only say what the tax yielded."""

import pytest

from tests.builders.test_relations import claims_of

NCS = "Norland Customs Service"
STATED: list[tuple[str, tuple[str, str]]] = [
    # sums in a row, the verb said once
    ("Import VAT contributed EUR 12 million, wharfage EUR 5 million and excise EUR 3 million.", (NCS, "wharfage")),
    ("Import VAT contributed EUR 12 million, wharfage EUR 5 million and excise EUR 3 million.", (NCS, "excise duty")),
    (
        "Revenue came to EUR 9 million; sales tax brought in EUR 4 million, fuel levy, EUR 2 million.",
        (NCS, "fuel levy"),
    ),
    ("Sales tax accounted for EUR 5 million and wharfage together with fuel levy for the rest.", (NCS, "wharfage")),
    ("Fuel levy accounted for EUR 5 million and wharfage for the remainder.", (NCS, "wharfage")),
    ("It was composed of wharfage, EUR 5 million; stamp duty, EUR 2 million.", (NCS, "stamp duty")),
    ("Receipts grew, followed by stamp duty (EUR 4 million) and wharfage (EUR 2 million).", (NCS, "stamp duty")),
    ("Wharfage rose by 4 per cent to EUR 25 million.", (NCS, "wharfage")),
    # one sum for two taxes, with the sum before or behind
    ("The year brought EUR 5 million of import-stage sales tax and fuel levy.", (NCS, "fuel levy")),
    ("Stamp duty, wharfage and fuel levy together stood at EUR 5 million.", (NCS, "stamp duty")),
    # parts and shares
    ("We took in EUR 23 million, half of it from sales tax and a fifth from the fuel levy.", (NCS, "fuel levy")),
    ("Of this total, stamp duty accounted for 54 percent and wharfage for 31 percent.", (NCS, "wharfage")),
    ("In all, EUR 61 million was raised, most of it sales tax and wharfage.", (NCS, "wharfage")),
    # a currency that nobody knows
    ("Stamp duty contributed Zk 12.4 billion and wharfage Zk 5.1 billion.", (NCS, "wharfage")),
    # the yield alone
    ("Revenue from wharfage fell by 4 percent.", (NCS, "wharfage")),
    ("Collections of stamp duty and wharfage exceeded the target.", (NCS, "stamp duty")),
    ("Sales tax performed well, yielding EUR 11 million.", (NCS, "sales tax")),
    ("Stamp duty and the fuel levy found their way into the EUR 8 million that was banked.", (NCS, "fuel levy")),
    # where the money goes does not matter, nor what was planned
    ("EUR 4 million of stamp duty flowed into the Treasury.", (NCS, "stamp duty")),
    ("Against a budget of EUR 9 million, stamp duty brought in EUR 7 million.", (NCS, "stamp duty")),
    # the department that takes it in
    (
        "In 2019 the Marine Department collected EUR 6 million, of which wharfage made up EUR 2 million.",
        ("Marine Department", "wharfage"),
    ),
    (
        "The Marine Department collected EUR 6 million. Wharfage yielded EUR 2 million.",
        ("Marine Department", "wharfage"),
    ),
    ("The Marine Department's takings were made up of wharfage and fuel levy.", ("Marine Department", "fuel levy")),
    (
        "The Marine Department brought in EUR 9 million, EUR 4 million of it wharfage and EUR 3 million stamp duty.",
        ("Marine Department", "stamp duty"),
    ),
]


@pytest.mark.parametrize(("text", "ends"), STATED)
def test_what_a_tax_yielded_was_collected(text: str, ends: tuple[str, str]) -> None:
    assert (ends[0], "collects", ends[1]) in claims_of(text)


@pytest.mark.parametrize(
    "text",
    [
        "Evaded wharfage was put at EUR 8 million.",
        "Exemptions from stamp duty came to EUR 4 million and from wharfage to EUR 2 million.",
        "Relief of EUR 3 million was granted, and wharfage of EUR 2 million was refunded.",
        "The target for 2020 was EUR 9 million, EUR 2 million of it wharfage.",
        "A wharfage of EUR 35 is asked for each boat.",
        "The Harbour Office lost EUR 9 million. Wharfage fell.",
        "Wharfage of EUR 9 million was collected by the Harbour Office.",
        "Wharfage came to EUR 9 million, and the Harbour Office was praised.",
        "Wharfage was discussed, and EUR 9 million was spent on boats.",
    ],
)
def test_what_is_said_of_a_tax_besides_tells_of_no_collection(text: str) -> None:
    assert (NCS, "collects", "wharfage") not in claims_of(text)


def test_a_body_that_does_not_collect_is_not_taken_for_the_collector() -> None:
    claims = claims_of("The Marine Department moved to Ostby. Stamp duty yielded EUR 2 million.")
    assert (NCS, "collects", "stamp duty") in claims
    assert ("Marine Department", "collects", "stamp duty") not in claims
