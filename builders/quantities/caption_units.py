"""The unit and scale that the words over and beside a table give: "Rs crore", "Drugs seized, in pounds"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from customs_kg.builders.english.number_words import SCALES
from customs_kg.builders.quantities.numerals import SHORT_SCALES
from customs_kg.builders.quantities.quantity import Quantity, QuantityForm, plain
from customs_kg.builders.quantities.units import (
    NO_CONTEXT,
    NUM,
    PERCENT,
    POINT,
    POUND_WEIGHT,
    CurrencyContext,
    Unit,
    currency_unit,
    read_unit_after,
    unit_table,
)


@dataclass(frozen=True, slots=True)
class ScaledUnit:
    """The unit of the figures of a row or column: "Rs crore" is 10 000 000 rupees. `unit` is None for a mere scale."""

    factor: Decimal
    exponent: int
    unit: Unit | None


_BRACKETED = re.compile(r"[(\[]([^()\[\]]{1,48})[)\]]")
_SCALE_NAMES = "|".join([*SCALES, "mn", "bn", "tn", "trn", "mln", "mio", "cr", "hundred"])
_CAPTION_SCALE = re.compile(
    rf"(?:(?P<digits>1[0 ,]*0+) ?)?\b(?P<scale>{_SCALE_NAMES}|[mbk])s?\b|"
    r"(?P<noughts>(?:'|\b)0?00s?\b|\b10{0,2}[ ,]000s?\b)",
    re.IGNORECASE,
)
_ONLY_UNIT = re.compile(
    r"^(?:in |all |figures |values |value |amounts? |weights? |quantit(?:y|ies) |volumes? |expressed |unit:? |units:? |"
    r"are |of |by )*",
    re.IGNORECASE,
)
_OF_MONEY = re.compile(
    r"sterling|£|GBP|\b(?:[Dd]ues|[Rr]evenues?|[Vv]alues?|[Cc]osts?|[Ss]pending|[Bb]udget|[Tt]ax(?:es)?|[Dd]ut(?:y|ies)|"
    r"[Ff]ees?|[Cc]ollect\w+|[Rr]eceipts|[Tt]rade|[Ii]mports?|[Ee]xports?|[Ee]xpenditure|[Ss]avings|[Ii]ncome|[Gg]rants?|"
    r"[Ff]ines?|[Pp]enalt\w+|[Aa]mounts?|[Pp]a(?:id|y\w*))\b"
)
# the unit before what is measured: "Table 1. *Pounds* of drugs seized"
_MEASURED = re.compile(
    r"(?:^|[.:] )(?P<unit>(?:(?:Thousand|Million)s? of )?[A-Za-z]+) (?:of|seized|detected|intercepted|detained|"
    r"destroyed|recovered|handled|imported|exported|refused|collected)\b"
)


@lru_cache(maxsize=1024)
def caption_unit(caption: str, currencies: CurrencyContext = NO_CONTEXT) -> ScaledUnit | None:
    """The scale and unit that the head of a row, column or table states, in brackets or after "in"; None without one.

    Args:
        caption: "Imports, value (trillion)", "Revenue, USD million", "Seizures ('000)", "Weight in tonnes".
        currencies: what the document says of its currencies.
    """
    found = _caption_unit(caption, currencies)
    other_money = bool(currencies.nouns) and "pound" not in dict(currencies.nouns)
    if found and found.unit and found.unit.code == "GBP" and other_money and not _OF_MONEY.search(caption):
        return replace(found, unit=unit_table().by_iri[POUND_WEIGHT])
    return found


def _caption_unit(caption: str, currencies: CurrencyContext) -> ScaledUnit | None:
    pieces = [m[1] for m in _BRACKETED.finditer(caption)][::-1]
    if match := re.search(r"(?:,| in|:) ([^,:()]{1,40})$", caption):
        pieces.append(match[1])
    for piece in pieces:
        words = _ONLY_UNIT.sub("", piece.strip())
        if found := _unit_phrase(words, currencies) or _scaled_things(words):
            return found
    parts = [part for piece in pieces for part in re.split(r"[,;] | in ", piece.strip())[::-1]]  # "(MSRP, USD million)"
    told = (_unit_phrase(_ONLY_UNIT.sub("", words), currencies) for words in (*parts, caption.strip()))
    return next((found for found in told if found), None) or _unit_inside(caption, currencies)


def _unit_inside(caption: str, currencies: CurrencyContext) -> ScaledUnit | None:
    """A unit that stands alone between commas ("Drugs seized, pounds, by year") or before what it measures."""
    *before, _ = re.split(r", ", caption)
    measured = _MEASURED.search(caption)
    stated = [_unit_phrase(_ONLY_UNIT.sub("", piece.strip()), currencies) for piece in before]
    stated += [_unit_phrase(measured["unit"], currencies)] if measured else []
    return next((s for s in stated if s and s.unit and s.unit.kind in ("Currency", "Mass", "Volume")), None)


def _scaled_things(words: str) -> ScaledUnit | None:
    """The scale of things counted: "million pieces", "thousands of parcels"."""
    match = re.fullmatch(rf"(?P<scale>{_SCALE_NAMES})s?(?: of)? (?:[a-z-]+ )?[a-z]+s", words, re.IGNORECASE)
    if match is None:
        return None
    exponent = _exponent(match["scale"].lower())
    return ScaledUnit(Decimal(1).scaleb(exponent), exponent, None)


def _unit_phrase(phrase: str, currencies: CurrencyContext) -> ScaledUnit | None:
    """A phrase that is nothing but a scale and a unit, in either order."""
    factor, exponent, rest = Decimal(1), 0, phrase
    if match := _CAPTION_SCALE.search(phrase):
        rest = f"{phrase[: match.start()]} {phrase[match.end() :]}"
        noughts = match["noughts"] or ""  # "'000", "10,000"
        exponent = max(3, noughts.count("0")) if noughts else _exponent(match["scale"].lower())
        factor = Decimal(re.sub(r"\D", "", match["digits"] or "1")).scaleb(exponent)
        exponent = factor.adjusted()
    rest = re.sub(r"\s+", " ", re.sub(r"\bof\b|\bin\b", " ", rest)).strip(" ,.-")
    if not rest:
        return ScaledUnit(factor, exponent, None) if exponent else None
    unit = _whole_unit(rest, currencies, scaled=bool(exponent)) or (
        _unknown_code(rest) if exponent and phrase.startswith(rest) else None
    )
    return ScaledUnit(factor, exponent, unit) if unit else None


def _unknown_code(words: str) -> Unit | None:
    """The currency of a code that ISO does not know, before a scale: "SR million"."""
    code = re.fullmatch(r"[A-Z]{2,3}|[A-Z]{1,3}\$", words)
    return Unit(currency_unit(words.replace("$", "d")), words, "Currency", marks=(words,)) if code else None


def _exponent(scale: str) -> int:
    return 2 if scale == "hundred" else SCALES.get(scale) or SHORT_SCALES[scale]


def _whole_unit(words: str, currencies: CurrencyContext, *, scaled: bool) -> Unit | None:
    """The unit that the words are the name of, all of them; pounds without a scale may be weights."""
    weight = not scaled and words.lower() in ("pound", "pounds")
    read = read_unit_after(f" {words}", 0, currencies, scaled=not weight)
    if read and read[1] == len(words) + 1:
        return read[0]
    codes = dict(currencies.codes)
    return codes.get(words) or codes.get(f"{words}.") or unit_table().by_mark.get(words)


def in_caption_unit(quantity: Quantity, caption: ScaledUnit) -> Quantity:
    """A figure of a table cell in the unit of its caption; what the cell itself says of scale or unit stands."""
    own_unit = quantity.unit != NUM or quantity.form is not QuantityForm.COUNT
    if quantity.exponent or (own_unit and quantity.form is not QuantityForm.MONEY):
        return quantity
    unit = quantity.unit if own_unit or caption.unit is None else caption.unit.iri
    label = quantity.unit_label if own_unit or caption.unit is None else caption.unit.label
    return replace(
        quantity,
        value=plain(quantity.value * caption.factor),
        half_width=plain(quantity.half_width * caption.factor),
        exponent=caption.exponent,
        unit=unit,
        unit_label=label,
        form=quantity.form if own_unit or caption.unit is None else _form_of(caption.unit),
    )


def _form_of(unit: Unit) -> QuantityForm:
    if unit.iri in (PERCENT, POINT):
        return QuantityForm.PERCENT if unit.iri == PERCENT else QuantityForm.POINT
    forms = {"Currency": QuantityForm.MONEY, "Dimensionless": QuantityForm.COUNT}
    return forms.get(unit.kind, QuantityForm.MEASURE)
