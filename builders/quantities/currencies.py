"""What a document says of its currencies, and of the unit of the figures in a table."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from customs_kg.builders.english.words import words_in
from customs_kg.builders.quantities.units import (
    POUND_WEIGHT,
    CurrencyContext,
    Unit,
    currency_unit,
    unit_table,
)

_SCALE_WORDS = "million|billion|trillion|thousand|crore|lakh|bn|mn|tn|m|k"
_SHILLING_SIGN = re.compile(r"(Sh(?<![\w.]Sh)s?\.?)(?= ?\d)")
_RUPEE_SIGNS = ("Rs", "Rs.", "Re.")
_CODE = r"[A-Z][A-Za-z]{0,2}[$£¥]?|[$£¥]"


def currency_context(text: str, territory: str = "") -> CurrencyContext:
    """Learn from a document what its codes ("KD") and bare nouns ("dinars", "pounds", the sign "$") stand for.

    A code is known when brackets tie it to a name ("Kelumbran dinars (KD)"), or when it stands before scaled figures
    again and again and the initials are those of the one currency that is named in full. A bare noun means the one
    currency of that noun that the text names in full, else that of the territory.

    Args:
        text: the text of the report.
        territory: ISO 3166-1 alpha-2 code of the country, or empty.
    """
    named = _named_currencies(text)
    codes = _bracketed_codes(text)
    own = _territory_currency(territory)
    for code, often in _leading_codes(text):
        unit = _by_initials(code, named) or _of_territory(code, own) or _explained(code, text) or _by_noun(code, text)
        if code not in codes and (unit or often):
            codes[code] = unit or Unit(currency_unit(code), code, "Currency", marks=(code,))
    codes |= {letter: unit for letter, unit in _letters(text, own).items() if letter not in codes}
    nouns = _scaled_nouns(text, own) | {
        unit.label.split()[-1].lower(): unit for unit in codes.values() if unit.iri not in unit_table().by_iri
    }
    shillings = _SHILLING_SIGN.findall(text)
    for noun in sorted(unit_table().generic_currencies):
        meant = {unit.iri: unit for unit in named if unit.label.lower().split()[-1] == noun}
        coded = [unit for unit in codes.values() if unit.label.lower().split()[-1] == noun]
        if coded or len(meant) == 1:
            nouns[noun] = (coded or list(meant.values()))[0]
        elif own and own.label.lower().split()[-1] == noun:
            nouns[noun] = own
    if own and own.label.endswith("dollar") and "$" not in codes and nouns.get("dollar") == own:
        codes["$"] = own
    if own and nouns.get("pound") == own and "£" not in codes:
        codes["£"] = own
    if own and own.label.endswith("rupee"):
        codes.update((sign, own) for sign in _RUPEE_SIGNS if sign not in codes)
    if shillings:
        shilling = nouns.get("shilling") or Unit(currency_unit("shilling"), "shilling", "Currency", code="shilling")
        codes.update((sign, shilling) for sign in shillings if sign not in codes)
    return CurrencyContext(tuple(sorted(codes.items())), tuple(sorted(nouns.items())))


def _scaled_nouns(text: str, own: Unit | None) -> dict[str, Unit]:
    """Short names of currencies that follow scale words, so that they are money elsewhere too: "2 million tala".

    Pounds are weights where the country's money, or that of an unknown country, is another and none of theirs is named.
    """
    found: dict[str, Unit] = {}
    for match in re.finditer(rf"\d ?(?:{_SCALE_WORDS}) ([a-z]{{3,}})\b(?! of (?!sterling))", text):
        unit = unit_table().by_word.get(match[1])
        if unit is not None and unit.kind == "Currency":
            found[match[1].removesuffix("s")] = unit
    other = "pound" not in own.label if own is not None else "$" in text
    if "pound" in found and other and not _POUND_MONEY.search(text):
        found["pound"] = unit_table().by_iri[POUND_WEIGHT]
    return found


_POUND_MONEY = re.compile(r"£|\bsterling\b|\bGBP\b|\b[A-Z][a-z]+ pounds?\b|\bpounds? (?:in|worth|from) ")


def _named_currencies(text: str) -> list[Unit]:
    """Currencies that the text names with their country: "Kelumbran dinars"."""
    found: Counter[str] = Counter()
    generic = "|".join(_generic_in(text))
    pattern = rf"([A-Z](?<!\w.)[a-z]+(?: [A-Z][a-z]+)?) ((?i:{generic}))s?\b"
    for match in re.finditer(pattern, text) if generic else ():
        adjective = match[1].removeprefix("The ").removeprefix("In ").removeprefix("Of ")
        if adjective in ("In", "Of", "The", "By", "For"):
            continue
        found[f"{adjective} {match[2].lower()}"] += 1
    return [_currency_of(name) for name in sorted(found) if name[0].isupper()]


def _generic_in(text: str) -> list[str]:
    """The nouns that several currencies share and the text has, in the singular."""
    words = words_in(text)
    return [noun for noun in sorted(unit_table().generic_currencies) if noun in words or f"{noun}s" in words]


def _currency_of(name: str) -> Unit:
    """The currency of a full name; one that ISO does not know is made from the name."""
    known = unit_table().by_word.get(name.lower()) or unit_table().by_word.get(f"{name.lower()}s")
    return known or Unit(currency_unit(name.replace(" ", "-")), name, "Currency")


def _letters(text: str, own: Unit | None) -> dict[str, Unit]:
    """Single capitals that stand right before scaled figures again and again, such as "P19.4 billion".

    One means the currency of the country where that begins with it ("pula"), else a currency that nothing names.
    """
    found = Counter(re.findall(r"([A-Z])(?<![\w(/.-].)\d[\d,.]*\d? ?(?:million|billion|trillion|bn)\b", text))
    letters = sorted(letter for letter, times in found.items() if times > 1 and letter not in unit_table().by_mark)
    begins = own.label.split()[-1][:1].upper() if own else ""
    unnamed = {ch: Unit(currency_unit(ch), f"{ch} (currency)", "Currency", marks=(ch,)) for ch in letters}
    return unnamed | ({begins: own} if own and begins in unnamed else {})


def _bracketed_codes(text: str) -> dict[str, Unit]:
    """Codes that brackets tie to a name: "Kelumbran dinars (KD)", "KD (Kelumbran dinars)"."""
    generic = "|".join(_generic_in(text))
    if not generic or not re.search(rf"(?:{generic})s?(?: ?\(|\))", text):
        return {}
    name = rf"(?P<name>[A-Z][a-z]+(?: [A-Z][a-z]+)? (?:{generic}))s?"
    codes: dict[str, Unit] = {}
    for pattern in (rf"\b{name} ?\((?P<code>{_CODE})\)", rf"(?<!\w)(?P<code>{_CODE}) ?\((?:the )?{name}\)"):
        for match in re.finditer(pattern, text):
            unit = _currency_of(match["name"])
            code = match["code"]
            if unit.iri not in unit_table().by_iri and code.isalpha():
                unit = replace(unit, iri=currency_unit(code), marks=(code,), code=code.upper())
            codes[code] = unit
    return codes


def _leading_codes(text: str) -> list[tuple[str, bool]]:
    """Unknown codes that stand before scaled figures, and whether they do so more than once."""
    found: Counter[str] = Counter()
    for match in re.finditer(rf"([A-Z](?<![\w(/-].)[A-Z]{{1,2}}) ?\d[\d,.]*\d? ?(?:{_SCALE_WORDS})\b", text):
        found[match[1]] += 1
    known = unit_table().by_mark
    return sorted((code, times > 1) for code, times in found.items() if code not in known and code != "FY")


def _by_initials(code: str, named: list[Unit]) -> Unit | None:
    fitting = [unit for unit in named if "".join(word[0] for word in unit.label.split()).upper() == code]
    if len(fitting) != 1:
        return None
    unit = fitting[0]
    return unit if unit.code else replace(unit, iri=currency_unit(code), marks=(code,), code=code)


def _of_territory(code: str, own: Unit | None) -> Unit | None:
    """The currency of the country where its initials are the code, in either order: BD for the Bahraini dinar."""
    initials = "".join(word[0] for word in own.label.split()).upper() if own else ""
    return own if len(initials) > 1 and code in (initials, initials[::-1]) else None


def _explained(code: str, text: str) -> Unit | None:
    """The currency of a code in brackets behind its name: "Halcyran crowns (HC)"."""
    match = re.search(rf"\b(?P<name>[A-Z][a-z]+ [a-z]+?)s? \({re.escape(code)}\)", text)
    return Unit(currency_unit(code), match["name"], "Currency", marks=(code,), code=code) if match else None


def _by_noun(code: str, text: str) -> Unit | None:
    """The currency of a code whose last letter is that of the one bare noun in the text: KD where there are dinars."""
    fitting = [noun for noun in _generic_in(text) if noun[0].upper() == code[-1]]
    if len(fitting) != 1:
        return None
    return Unit(currency_unit(code), f"{code} {fitting[0]}", "Currency", marks=(code,), code=code)


def _territory_currency(territory: str) -> Unit | None:
    from babel.numbers import get_territory_currencies

    codes = get_territory_currencies(territory.upper()) if re.fullmatch(r"[A-Za-z]{2}", territory) else []
    return unit_table().by_iri.get(currency_unit(codes[-1])) if codes else None
