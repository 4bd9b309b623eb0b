"""Units, currencies, and what a document says of them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from customs_kg.builders.quantities.caption_units import caption_unit, in_caption_unit
from customs_kg.builders.quantities.currencies import currency_context
from customs_kg.builders.quantities.quantities import Quantity, read_amounts
from customs_kg.builders.quantities.units import NUM, currency_unit, unit_label, unit_table
from customs_kg.builders.reading.home_territory import home_territory
from customs_kg.ontology.iris import CKT, UNIT


def _name(quantity: Quantity) -> str:
    return quantity.unit.rsplit("/", 1)[1]


def test_every_unit_has_iri_label_and_kind() -> None:
    for iri, unit in unit_table().by_iri.items():
        assert iri == unit.iri
        assert iri.startswith((CKT + "unit-", UNIT))
        assert unit.label
        assert unit.kind


def test_conversion_factors_lead_to_the_base_of_the_kind() -> None:
    table = unit_table().by_iri
    assert table[UNIT + "TONNE"].factor == 1000 * table[UNIT + "KiloGM"].factor
    assert table[UNIT + "DAY"].factor == 24 * table[UNIT + "HR"].factor
    assert table[UNIT + "KiloM"].factor == 1000 * table[UNIT + "M"].factor


def test_currencies_of_cldr_are_units() -> None:
    assert unit_table().by_iri[currency_unit("KES")].label == "Kenyan shilling"
    assert unit_label(currency_unit("XYZ")) == "xyz"
    assert unit_label(NUM) == "number"


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("5 tonnes", "TONNE"),
        ("5 tons", "TONNE"),
        ("5 t", "TONNE"),
        ("5 metric tons", "TONNE"),
        ("5kg", "KiloGM"),
        ("5 kilogrammes", "KiloGM"),
        ("5 grams", "GM"),
        ("5 litres", "L"),
        ("5 cubic metres", "M3"),
        ("5 km", "KiloM"),
        ("5 m", "M"),
        ("5 hectares", "HA"),
        ("5 hours", "HR"),
        ("5 minutes", "MIN"),
        ("5 working days", "DAY"),
        ("5 months", "MO"),
        ("5 TEU", "unit-teu"),
        ("5 TEUs", "unit-teu"),
        ("5 twenty-foot equivalent units", "unit-teu"),
        ("5 cases", "NUM"),
        ("5 terms", "NUM"),
        ("5 yuan", "unit-cny"),
        ("RMB 5", "unit-cny"),
        ("CNY5", "unit-cny"),
        ("5 quid", "unit-gbp"),
        ("5 pounds", "unit-gbp"),
        ("5 pounds sterling", "unit-gbp"),
        ("5 pounds of resin", "LB"),
        ("Rs. 5,000", "unit-inr"),
        ("5 dinars", "unit-dinar"),
        ("5 Tunisian dinars", "unit-tnd"),
        ("5 Atlantean dinars", "unit-atlantean-dinar"),
        ("5 New Zealand dollars", "unit-nzd"),
        ("NZ$5", "unit-nzd"),
        ("5 zlotys", "unit-pln"),
        ("5 second-hand cars", "NUM"),
        ("5 TRY", "NUM"),
        ("ALL 5 POSTS", "NUM"),
        ("SAR 5", "NUM"),
        ("SAR 5.2 billion", "unit-sar"),
    ],
)  # fmt: skip
def test_unit_words_and_marks(text: str, unit: str) -> None:
    (quantity,) = read_amounts(text).quantities
    assert _name(quantity) == unit
    assert quantity.value in (5, 5000, Decimal("5.2e9"))


def test_brackets_explain_a_code() -> None:
    context = currency_context("All sums are in Atlantean dinars (AD). AD 4 million was paid.")
    text = "AD 4.2 million, 3 million dinars, AD 500, AD12.5bn and 7 million Atlantean dinars"
    assert [(_name(q), q.unit_label) for q in read_amounts(text, context).quantities] == [
        ("unit-ad", "Atlantean dinar")
    ] * 5


def test_initials_explain_a_code_that_leads_figures() -> None:
    context = currency_context("Atlantean dinars were short. AD 4 million was spent, AD 5 million saved.")
    assert [_name(q) for q in read_amounts("AD 6 million", context).quantities] == ["unit-ad"]


def test_the_last_letter_explains_a_code_beside_one_bare_noun() -> None:
    context = currency_context("QD 4 million was spent. The dinar fell.")
    text = "QD 6 million and 3 million dinars"
    assert [(_name(q), q.unit_label) for q in read_amounts(text, context).quantities] == [("unit-qd", "QD dinar")] * 2


def test_an_unknown_code_is_money_once_it_is_usual() -> None:
    assert currency_context("WQ 3 million").codes == ()
    context = currency_context("WQ 3 million and WQ 4 million")
    (quantity,) = read_amounts("WQ 6 million", context).quantities
    assert (_name(quantity), quantity.form.value) == ("unit-wq", "money")


@pytest.mark.parametrize(
    ("territory", "text", "unit"),
    [
        ("au", "$5 million", "unit-aud"),
        ("au", "5 million dollars", "unit-aud"),
        ("eg", "5 million pounds", "unit-egp"),
        ("us", "$5 million", "unit-usd"),
        ("us", "5,200 pounds", "LB"),
        ("cn", "$5 million", "unit-usd"),
        ("jo", "5 million dinars", "unit-jod"),
        ("pk", "5 million rupees", "unit-pkr"),
        ("", "5 million rupees", "unit-inr"),
    ],
)
def test_bare_nouns_mean_the_currency_of_the_territory(territory: str, text: str, unit: str) -> None:
    assert [_name(q) for q in read_amounts(text, currency_context("", territory)).quantities] == [unit]


@pytest.mark.parametrize(
    ("caption", "factor", "unit"),
    [
        ("Imports, value (trillion)", "1e12", None),
        ("Entries (million)", "1e6", None),
        ("Revenue (USD million)", "1e6", "unit-usd"),
        ("Duties ($ billion)", "1e9", "unit-usd"),
        ("Customs duty (£m)", "1e6", "unit-gbp"),
        ("Trade (US$ bn)", "1e9", "unit-usd"),
        ("Seizures ('000)", "1000", None),
        ("Parcels (thousands)", "1000", None),
        ("Weight in tonnes", "1", "TONNE"),
        ("in thousands of tonnes", "1000", "TONNE"),
        ("Duty collected, Rs crore", "1e7", "unit-inr"),
        ("Imports (100 million yuan)", "1e8", "unit-cny"),
        ("Share (%)", "1", "PERCENT"),
        ("Growth (per cent)", "1", "PERCENT"),
    ],
)
def test_captions_give_scale_and_unit(caption: str, factor: str, unit: str | None) -> None:
    found = caption_unit(caption)
    assert found is not None
    assert found.factor == Decimal(factor)
    assert (found.unit.iri.rsplit("/", 1)[1] if found.unit else None) == unit


@pytest.mark.parametrize(
    "caption", ["Border posts", "Ports (see note)", "2016", "", "Cases opened", "Million Man March"]
)
def test_captions_without_scale_or_unit_give_none(caption: str) -> None:
    assert caption_unit(caption) is None


@pytest.mark.parametrize(
    ("cell", "caption", "value", "half_width", "unit"),
    [
        ("$2.39", "Imports (trillion)", "2390000000000", "5000000000", "unit-usd"),
        ("33.2", "Entries (million)", "33200000", "50000", "NUM"),
        ("33.2", "Revenue (KES million)", "33200000", "50000", "unit-kes"),
        ("4.1%", "Revenue (KES million)", "4.1", "0.05", "PERCENT"),
        ("4.1", "Growth (%)", "4.1", "0.05", "PERCENT"),
        ("1.2 billion", "Revenue (KES million)", "1200000000", "50000000", "NUM"),
        ("(3.5)", "Balance ($m)", "-3500000", "50000", "unit-usd"),
    ],
)
def test_cells_take_what_their_caption_says(cell: str, caption: str, value: str, half_width: str, unit: str) -> None:
    (quantity,) = read_amounts(cell, cell=True).quantities
    head = caption_unit(caption)
    assert head is not None
    scaled = in_caption_unit(quantity, head)
    assert (scaled.value, scaled.half_width, _name(scaled)) == (Decimal(value), Decimal(half_width), unit)
    assert scaled.stated == quantity.stated


@pytest.mark.parametrize("sign", ["Sh", "Shs", "Sh.", "Shs."])
def test_the_sign_of_shillings_is_that_of_the_country(sign: str) -> None:
    text = f"Duties of {sign} 3.4 billion were collected; all sums are in Uganda shillings."
    (found,) = read_amounts(f"Duties of {sign} 3.4 billion were collected", currency_context(text)).quantities
    assert (found.value, found.unit) == (Decimal(3_400_000_000), currency_unit("ugx"))


@pytest.mark.parametrize(
    ("text", "code", "unit"),
    [
        ("Tolls gave P19.4 billion and dues P8.1 billion.", "P", "unit-p"),
        ("Tolls gave Q4.4 million and dues Q8.1 million.", "Q", "unit-q"),
        ("BOTSWANA UNIFIED REVENUE SERVICE. Tolls gave P19.4 billion and dues P8.1 billion.", "P", "unit-bwp"),
        ("Zambia Revenue Authority. Tolls gave K4 million and dues K8.1 million.", "K", "unit-zmw"),
    ],
)
def test_a_single_capital_before_scaled_figures_is_a_currency(text: str, code: str, unit: str) -> None:
    known = dict(currency_context(text, home_territory(text)).codes)
    assert known[code].iri.lower().endswith(unit)


def test_a_capital_that_stands_once_or_before_bare_numbers_is_none() -> None:
    text = "Gate B4 and gate B7 are shut. The Q2 million was paid."
    assert "B" not in dict(currency_context(text).codes)
    assert "Q" not in dict(currency_context(text).codes)


@pytest.mark.parametrize(
    ("money", "caption", "unit"),
    [
        ("Dues of 2 million Kelumbran dinars (KD) were paid.", "Tea held (pounds)", "LB"),
        ("Dues of 2 million Kelumbran dinars (KD) were paid.", "Dues (million pounds)", "unit-gbp"),
        ("Dues of 2 million pounds sterling were paid.", "Dues (pounds)", "unit-gbp"),
    ],
)
def test_pounds_over_a_table_are_weights_where_money_is_another(money: str, caption: str, unit: str) -> None:
    found = caption_unit(caption, currency_context(money))
    assert found is not None
    assert found.unit is not None
    assert found.unit.iri.endswith(unit)


@pytest.mark.parametrize(
    ("territory", "text", "unit"),
    [
        ("us", "Khat: more than 1.6 million pounds. Kola: 6,195 pounds.", "LB"),
        ("ca", "Officers burnt 2 million pounds. Resin: 40 pounds.", "LB"),
        ("us", "The grant of 2 million pounds sterling was paid. Fees: 400 pounds.", "unit-gbp"),
        ("gb", "The scanners cost 2 million pounds. Fees: 400 pounds.", "unit-gbp"),
    ],
)
def test_millions_of_pounds_are_weights_where_money_is_another(territory: str, text: str, unit: str) -> None:
    found = read_amounts(text, currency_context(text, territory)).quantities
    assert [_name(q) for q in found] == [unit, unit]


def test_pounds_are_weights_in_a_text_whose_only_money_is_dollars() -> None:
    context = currency_context(
        "Assets of $2 billion and 1.6 million pounds of resin, in all 2 million pounds, were found."
    )
    (quantity,) = read_amounts("6,195 pounds", context).quantities
    assert _name(quantity) == "LB"
