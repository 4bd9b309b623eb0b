"""Units and currencies: the words that name them, and their IRIs.

Units of measure and the everyday names of currencies stand in `ontology/units.ttl`; the English names, codes and
signs of all ISO 4217 currencies come from CLDR (through babel).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache
from importlib.resources import files

from customs_kg.builders.english.cued import any_case
from customs_kg.ontology.errors import OntologyError
from customs_kg.ontology.iris import CKT, DCTERMS, QUDT, SKOS, UNIT

NUM = UNIT + "NUM"
PERCENT = UNIT + "PERCENT"
POINT = CKT + "unit-percentage-point"
BASIS_POINT = CKT + "unit-basis-point"
POUND_WEIGHT = UNIT + "LB"
_A_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measure or a currency.

    `kind` is the local name of its QUDT quantity kind ("Mass", "Time", "Currency", "Dimensionless" ...), `factor`
    how many units of the base of that kind it is (1000 kg to the tonne); 1 for currencies.
    """

    iri: str
    label: str
    kind: str
    factor: Decimal = Decimal(1)
    words: tuple[str, ...] = ()  # read in any letter case
    marks: tuple[str, ...] = ()  # signs, codes and short forms: read as they are
    code: str = ""  # ISO 4217


@dataclass(frozen=True, slots=True)
class CurrencyContext:
    """What a document says of its currencies.

    `codes` maps codes or signs that ISO does not know, or uses otherwise, to units ("KD" where the text explains
    it); `nouns` maps a bare noun ("dollars", "pounds", "dinars") to the currency meant.
    """

    codes: tuple[tuple[str, Unit], ...] = ()
    nouns: tuple[tuple[str, Unit], ...] = ()


NO_CONTEXT = CurrencyContext()


@dataclass(frozen=True, slots=True)
class UnitTable:
    """All units by IRI, by word and by mark."""

    by_iri: dict[str, Unit] = field(default_factory=dict)
    by_word: dict[str, Unit] = field(default_factory=dict)
    by_mark: dict[str, Unit] = field(default_factory=dict)
    generic_currencies: frozenset[str] = frozenset()  # nouns that several currencies share, singular: "dollar"


def currency_unit(code: str) -> str:
    """IRI of the currency with this ISO 4217 code (or with the code that a text uses)."""
    return f"{CKT}unit-{code.lower()}"


def unit_label(iri: str) -> str:
    """English name of a unit; the last part of an unknown IRI, as words."""
    known = unit_table().by_iri.get(iri)
    return known.label if known else re.split(r"[/#]", iri)[-1].removeprefix("unit-").replace("-", " ")


@cache
def unit_table() -> UnitTable:
    """Every unit that can be read, from units.ttl and CLDR.

    Raises:
        OntologyError: units.ttl cannot be read or a unit has no label.
    """
    listed = {unit.iri: unit for unit in _listed_units()}
    named = {unit.iri: unit for unit in _cldr_currencies()}
    table = UnitTable(by_iri={iri: _merged(listed.get(iri), named.get(iri)) for iri in sorted({*listed, *named})})
    generic = _generic_nouns(table.by_iri.values())
    for unit in sorted(table.by_iri.values(), key=lambda u: (u.iri not in listed, u.iri)):
        for word in unit.words:
            table.by_word.setdefault(word.lower(), unit)
        for mark in unit.marks:
            table.by_mark.setdefault(mark, unit)
    for noun, unit in _own_nouns(table.by_iri.values()):
        table.by_word.setdefault(noun, unit)
    return UnitTable(table.by_iri, table.by_word, table.by_mark, generic)


def _merged(listed: Unit | None, named: Unit | None) -> Unit:
    if listed is None or named is None:
        return listed or named  # type: ignore[return-value]
    words = tuple(dict.fromkeys((*listed.words, *named.words)))
    marks = tuple(dict.fromkeys((*listed.marks, *named.marks)))
    return Unit(listed.iri, listed.label, listed.kind, listed.factor, words, marks, listed.code)


def _listed_units() -> Iterator[Unit]:
    """The units of units.ttl."""
    from pyoxigraph import RdfFormat, parse

    facts: dict[str, dict[str, list[str]]] = {}
    source = files("customs_kg.ontology").joinpath("units.ttl")
    try:
        triples = list(parse(source.read_bytes(), format=RdfFormat.TURTLE))
    except (OSError, SyntaxError, ValueError) as error:
        raise OntologyError(f"Cannot read ontology/units.ttl: {error}; restore the file or mend its Turtle.") from error
    for triple in triples:
        values = facts.setdefault(triple.subject.value, {}).setdefault(triple.predicate.value, [])
        values.append(triple.object.value)
    for iri, properties in facts.items():
        if QUDT + "hasQuantityKind" in properties:
            yield _listed_unit(iri, properties)


def _listed_unit(iri: str, properties: dict[str, list[str]]) -> Unit:
    labels = properties.get(SKOS + "prefLabel")
    if not labels:
        raise OntologyError(f"{iri} in ontology/units.ttl has no skos:prefLabel; give it one.")
    return Unit(
        iri,
        labels[0],
        properties[QUDT + "hasQuantityKind"][0].rsplit("/", 1)[-1],
        Decimal(properties.get(QUDT + "conversionMultiplier", ["1"])[0]),
        tuple(sorted({*labels, *properties.get(SKOS + "altLabel", [])})),
        tuple(sorted(properties.get(SKOS + "hiddenLabel", []))),
        properties.get(DCTERMS + "identifier", [""])[0],
    )


def _cldr_currencies() -> Iterator[Unit]:
    """The currencies that some territory uses today, with their English names."""
    from babel.core import Locale, get_global

    locale = Locale("en")
    current = {
        row[0] for rows in get_global("territory_currencies").values() for row in rows if row[2] is None and row[3]
    }
    for code in sorted(current & set(locale.currencies)):
        name = str(locale.currencies[code])
        plurals = locale._data["currency_names_plural"].get(code, {})
        words = sorted({name, *map(str, plurals.values())})
        symbol = str(locale.currency_symbols.get(code, code))
        marks = tuple(sorted({code, symbol}))
        yield Unit(currency_unit(code), _singular(plurals, name), "Currency", Decimal(1), tuple(words), marks, code)


def _singular(plurals: object, name: str) -> str:
    return str(plurals["one"]) if hasattr(plurals, "__getitem__") and "one" in plurals else name  # type: ignore[operator]


def _generic_nouns(units: Iterable[Unit]) -> frozenset[str]:
    """Last words of the names of currencies that more than one currency has."""
    owners: dict[str, set[str]] = {}
    for unit in units:
        if unit.kind == "Currency":
            owners.setdefault(unit.label.split()[-1].lower(), set()).add(unit.iri)
    return frozenset(noun for noun, iris in owners.items() if len(iris) > 1 and len(noun) > 3)


def _own_nouns(units: Iterable[Unit]) -> Iterator[tuple[str, Unit]]:
    """Last words of the names of currencies that one currency alone has: "zloty", "zlotys"."""
    owners: dict[str, dict[str, Unit]] = {}
    for unit in units:
        for word in unit.words if unit.kind == "Currency" else ():
            owners.setdefault(word.split()[-1].lower(), {})[unit.iri] = unit
    for noun, having in owners.items():
        if len(having) == 1 and noun.isalpha() and noun not in ("colon", "sterling", "gold", "mark", "marks"):
            yield noun, next(iter(having.values()))


# --- reading

# Codes and signs that are also English words, acronyms or letters of codes: they need a figure that looks like money.
AMBIGUOUS_MARKS = frozenset(
    "ALL AMD ANG BAM CUP COP GEL LAK MAD MOP PEN RON SAR SOS TOP TRY TL R RM Dh CHE HUF MUR SEK CAD ERN GIP N".split()
)


@cache
def _mark_pattern(extra: tuple[str, ...]) -> re.Pattern[str]:
    """Currency signs and codes right before a figure."""
    marks = [m for m, unit in unit_table().by_mark.items() if unit.kind == "Currency"]
    first = re.escape("".join(sorted({mark[0] for mark in (*marks, *extra)})))
    return re.compile(rf"(?<![A-Za-z])(?=[{first}])(?:{_longest_first([*marks, *extra])})(?P<gap>[ \u00a0]?)(?=-?\d)")


@cache
def _word_pattern() -> re.Pattern[str]:
    """Units and currencies in words, right after a figure."""
    return re.compile(rf"{any_case(_longest_first(unit_table().by_word).split('|'))}(?!\w)")


@cache
def _mark_after_pattern(extra: tuple[str, ...]) -> re.Pattern[str]:
    """Units and currencies as marks, right after a figure."""
    return re.compile(rf"(?:{_longest_first([*unit_table().by_mark, *extra])})(?![\w$£€])")


@cache
def _noun_pattern(nouns: tuple[str, ...]) -> re.Pattern[str]:
    """Nouns that several currencies share, right after a figure; `nouns` are those of the document itself."""
    shared = {*unit_table().generic_currencies, *nouns}
    generic = _longest_first([noun + ending for noun in shared for ending in ("", "s")])
    return re.compile(
        rf"(?:(?P<adjective>(?!(?:In|Of|By|For|The) )[A-Z][a-z]+(?: [A-Z][a-z]+)?) )?(?P<noun>(?i:{generic}))(?!\w)"
    )


def _longest_first(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda w: (-len(w), w)))


@dataclass(frozen=True, slots=True)
class Mark:
    """A currency sign or code before a figure: `start` is its own, `spaced` whether a blank follows it."""

    start: int
    unit: Unit
    ambiguous: bool
    spaced: bool


def find_marks_before(text: str, currencies: CurrencyContext = NO_CONTEXT) -> dict[int, Mark]:
    """Currency signs and codes that stand before digits, by the offset at which the digits begin."""
    if not _A_DIGIT.search(text):
        return {}
    extra = dict(currencies.codes)
    found = {}
    for match in _mark_pattern(tuple(sorted(extra))).finditer(text):
        mark = match[0].rstrip(" \u00a0")
        unit = extra.get(mark) or unit_table().by_mark[mark]
        digits = match.end() + (text[match.end()] == "-")
        found[digits] = Mark(match.start(), unit, mark in AMBIGUOUS_MARKS and mark not in extra, bool(match["gap"]))
    return found


def read_unit_after(
    text: str, end: int, currencies: CurrencyContext = NO_CONTEXT, *, scaled: bool = False
) -> tuple[Unit, int] | None:
    """The unit that follows a figure and the offset where it ends; None when none follows.

    Args:
        text: the reading text.
        end: where the digits and scale words end.
        currencies: what the document says of codes and bare nouns.
        scaled: whether the figure has a scale word; short nouns such as "won" are read as money only then.
    """
    extra = dict(currencies.codes)
    at = end + 1 if text[end : end + 1] in (" ", "-", "\u00a0") and text[end : end + 1] else end
    if word := _word_pattern().match(text, at):
        unit = _unit_of_word(text, word, currencies, scaled=scaled)
        return (unit, word.end()) if unit else None
    if mark := _mark_after_pattern(tuple(sorted(extra))).match(text, at):
        return _unit_of_mark(text, mark, extra)
    noun = _noun_pattern(tuple(sorted(noun for noun, _ in currencies.nouns))).match(text, at)
    return (_minted_currency(noun, currencies), noun.end()) if noun else _part_of_unit(text, end)


def _part_of_unit(text: str, end: int) -> tuple[Unit, int] | None:
    """The unit that a decimal is of: "0.3 of a percentage point"."""
    match = re.match(
        r" of (?:a|an|one) (percentage point|per cent|percent|tonne|kilogram|day|hour)\b", text[end : end + 40]
    )
    return (unit_table().by_word[match[1]], end + match.end()) if match else None


def _unit_of_mark(text: str, match: re.Match[str], extra: dict[str, Unit]) -> tuple[Unit, int] | None:
    mark = match[0]
    if mark in extra:
        return extra[mark], match.end()
    unit = unit_table().by_mark[mark]
    prefixed = unit.kind == "Currency" and re.match(r"[ \u00a0]?\d", text[match.end() :])
    return None if mark in AMBIGUOUS_MARKS or prefixed else (unit, match.end())


def _unit_of_word(text: str, match: re.Match[str], currencies: CurrencyContext, *, scaled: bool) -> Unit | None:
    word = match[0].lower()
    unit = unit_table().by_word[word]
    if unit.kind == "Currency":
        if word in ("pound", "pounds") and re.match(r" of (?!sterling)", text[match.end() :]):
            return unit_table().by_iri[POUND_WEIGHT]
        known = dict(currencies.nouns).get(word.removesuffix("s"))
        if word in ("pound", "pounds") and known is None and currencies.nouns and not scaled:
            return unit_table().by_iri[POUND_WEIGHT]  # in a text whose money is another
        return known or (unit if scaled or _unmistakable(word, unit) else None)
    if word == "second" or (word == "day" and re.match(r" of [A-Z]", text[match.end() :])):
        return None
    return unit


def _unmistakable(word: str, unit: Unit) -> bool:
    """Whether a currency's word is no English word of another meaning: "won", "real", "sol" may be one."""
    if " " in word or word == "yen":
        return True
    listed = word in (known.lower() for known in unit.words)
    return len(word) >= (4 if listed else 5)


def _minted_currency(match: re.Match[str], currencies: CurrencyContext) -> Unit:
    """A currency that ISO does not name: "Kelumbran dinars"; or a noun that several currencies share: "dinars"."""
    noun = match["noun"].lower().removesuffix("s")
    if not match["adjective"]:
        known = dict(currencies.nouns).get(noun)
        return known or Unit(currency_unit(noun), noun, "Currency")
    label = f"{match['adjective']} {noun}"
    known = next((unit for _, unit in currencies.nouns if unit.label == label), None)
    return known or Unit(currency_unit(label.replace(" ", "-")), label, "Currency")
