"""Parts of a total that the words around them tell: after a colon, of named things, the remaining ones, in rows."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from customs_kg.builders.document import Document
from customs_kg.builders.figures.figure import FigureReading, Key, Told
from customs_kg.graph.model import MeasureKind

Pairs = tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]


def _pairs(*words: tuple[str, str]) -> Pairs:
    return tuple(
        (re.compile(rf"\b(?:{one})\b", re.IGNORECASE), re.compile(rf"\b(?:{other})\b", re.IGNORECASE))
        for one, other in words
    )


_COLON = re.compile(r"(?: [\w'-]+){0,5}(?:,? (?:worth|valued at|with a value of|weighing) [^:;()]{3,40})?: ")
_OF_NAMED = re.compile(r"(?:^|[;,] )of (?:(?:the|all|our|its|these|those) )?$", re.IGNORECASE)
_OPENS_PARTS = re.compile(r"[^.;:()\d]{3,60}[;:] $")
_PART_RULES = frozenset({"figure-of-which", "figure-as-before", "figure-gapped"})
_OF_THESE = re.compile(r"^of (?:these|them|those),? ", re.IGNORECASE)
_GAP = re.compile(r"(?: (?:were|was|are|is))? [\w-]+(?: [\w-]+){0,3},?(?: and)? (?:(?:were|was|are|is) )?")
_GAP_ON = re.compile(r"(?: (?:were|was|are|is) [\w-]+(?: [\w-]+){0,3}| [\w-]+),?(?: and)? (?:(?:were|was|are|is) )?")
_JOINED = re.compile(r"[^;:.()\d]{2,40}?(?:,| and|, and) ")
_BEHIND = 24  # characters that hold what the patterns of words right before a figure find
_REMAINING = re.compile(r"\b(?:the|its|our) (?:remaining|other) $", re.IGNORECASE)
_OF_WHOLE = re.compile(
    r"(?:^|[;,] )of (?:the|its|our|all) $|\d of (?:the|its|our|all) $|\w of (?:the|its|our) $", re.IGNORECASE
)
_OF_THEM = re.compile(r" of (?:them|these|those|which|whom)\b", re.IGNORECASE)
_OF_THIS = re.compile(r" of (?:this|that|it|these|them|the (?:total|sum|whole|amount))\b", re.IGNORECASE)
_UP_TO_PART = re.compile(r"(?: (?!and\b)[^\s,;:.()]+){0,8}(?:,|;|:| \() ?(?:with |including )?", re.IGNORECASE)
_OF_WHICH = re.compile(r"\bof (?:which|whom|these|them) (?:\w+ ){0,2}$", re.IGNORECASE)
_UP_TO_NEXT = re.compile(r"[^\d;:.()]{2,80}, (?:some |about |as many as )?")
_OUT_OF = re.compile(r" (?:out )?of (?:(?:the|its|our|all|these|those|their) )?(?:\w+ )?")
_OPENS_PART = re.compile(r"[;,:] (?:and |but )?$", re.IGNORECASE)
_FEWEST = 3  # parts without which two overlapping sets may be meant
_TOTAL = re.compile(r"(?:grand |overall )?total|all|sum", re.IGNORECASE)
_SHORT = Decimal("0.1")  # a list that leaves out more than this part of its total does not name all parts

WHOLE_HALVES = _pairs(
    ("men|male|males", "women|female|females"),
    ("imports?", "exports?"),
    ("inbound|incoming|arriv\\w+|entering|inward", "outbound|outgoing|depart\\w+|leaving|outward"),
    ("domestic", "foreign"),
)
# nothing is both, though there may be a third
_APART = _pairs(
    ("criminal", "administrative|civil"),
    ("allowed|upheld|granted|accepted|approved|successful", "dismissed|rejected|refused|denied|unsuccessful"),
    ("permanent", "temporary"),
    ("full[- ]time", "part[- ]time"),
    ("uniformed", "civilian"),
    ("passed", "failed"),
    ("filled", "vacant"),
    ("won", "lost"),
)


def parts_of_colon(text: str, total: FigureReading, later: Sequence[Key], told: Told) -> list[Key]:
    """As in "Seizures came to 940: 610 at sea, 210 by road and 150 by air": figures that open the items of a list."""
    colon = _COLON.match(text, total.quantity.end)
    if colon is None:
        return []
    later = [k for k in later if k[1] >= colon.end()]
    parts = [k for k in later if told[k].unit == total.unit and told[k].kind is total.kind]
    if (
        any(told[k].period != total.period for k in parts)
        or len(parts) < _FEWEST
        or len(parts) != len(later)
        or told[parts[0]].quantity.qualifier_start != colon.end()
    ):
        return []
    gaps = _gaps(text, parts, told)
    listed = all(_JOINED.fullmatch(gap) for gap in gaps) and re.search(r"\band $", gaps[-1]) is not None
    added = sum((told[k].value for k in parts), Decimal(0))
    return parts if listed and total.value - added <= _SHORT * total.value else []


def _gaps(text: str, parts: Sequence[Key], told: Told) -> list[str]:
    ends = [told[k].quantity.end for k in parts]
    return [text[end : told[k].quantity.qualifier_start] for end, k in zip(ends, parts[1:], strict=False)]


def parts_of_them(text: str, total: FigureReading, later: Sequence[Key], told: Told) -> list[Key]:
    """As in "1,420 cases, 900 of them criminal and 560 administrative": the row that a part "of them" opens."""
    first = next(iter(later), None)
    if first is None or not _OF_THEM.match(text, told[first].quantity.end):
        return []
    if not _UP_TO_PART.fullmatch(text[total.quantity.end : told[first].quantity.qualifier_start]):
        return []
    end = min((at for mark in (";", ". ", ")") if (at := text.find(mark, first[1])) >= 0), default=len(text))
    parts = [k for k in later if k[1] < end]
    alike = all(told[k].unit == total.unit and told[k].kind is total.kind for k in parts)
    same = all(told[k].period == total.period and told[k].value < total.value for k in parts)
    return parts if len(parts) > 1 and alike and same else []


def parts_and_rest(text: str, keys: Sequence[Key], before: Sequence[Key], told: Told) -> tuple[Key, list[Key]] | None:
    """As in "VAT made up 11 billion of this, excise 5 billion and duties the remaining 1 billion"."""
    rest = next((k for k in keys if _stands_before(_REMAINING, text, told[k])), None)
    parts = [k for k in keys if rest is not None and k[1] <= rest[1] and told[k].unit == told[rest].unit]
    of_this = any(_OF_THIS.match(text, told[k].quantity.end) for k in parts)
    if len(parts) < _FEWEST or not (of_this or (parts == list(keys) and len(before) == 1)):
        return None
    largest = max(told[k].value for k in parts)
    unit = told[parts[0]].unit
    wholes = [k for k in before if told[k].unit == unit and told[k].value > largest]
    added = sum((told[k].value for k in parts), Decimal(0))
    return (wholes[0], parts) if wholes and all(told[k].value != added for k in wholes) else None


def parts_of_named(text: str, keys: Sequence[Key], before: Sequence[Key], told: Told) -> tuple[Key, list[Key]] | None:
    """As in "Of the 84 vans, 50 are red, 20 blue and 19 grey", "Of these, 70 are new", "84 pleas; 50 were heard"."""
    if len(keys) >= 2 and _OF_THESE.match(text):
        parts = list(keys)
        largest = max(told[k].value for k in parts)
        total = next((k for k in reversed(before) if told[k].value >= largest), None)
    elif (len(keys) > 2 and _OF_NAMED.search(text[: told[keys[0]].quantity.qualifier_start])) or (
        len(keys) > _FEWEST and _opens_parts(text, keys, told)
    ):
        total, parts = keys[0], list(keys[1:])
    else:
        return None
    if total is None or any(told[k].unit != told[total].unit or told[k].value >= told[total].value for k in parts):
        return None
    gaps = _gaps(text, parts, told)
    alike = _GAP.fullmatch(gaps[0]) and all(_GAP_ON.fullmatch(gap) for gap in gaps[1:])
    enough = len(parts) >= _FEWEST or (len(parts) > 1 and are_halves(text, parts))
    return (total, parts) if alike and enough else None


def _opens_parts(text: str, keys: Sequence[Key], told: Told) -> bool:
    """As in "We had 84 pleas; 50 were heard, 20 dropped and 19 are open": parts that have no noun of their own."""
    between = text[told[keys[0]].quantity.end : told[keys[1]].quantity.qualifier_start]
    return _OPENS_PARTS.fullmatch(between) is not None and all(told[k].rule in _PART_RULES for k in keys[1:])


def are_halves(text: str, parts: Sequence[Key], pairs: Pairs | None = None) -> bool:
    """As in "1,506 men and 930 women", "60 allowed, 30 dismissed": two parts that have nothing in common."""
    words = [text[a[1] : b] for a, b in zip(parts, [*(k[1] for k in parts[1:]), len(text)], strict=True)]
    return len(words) == 2 and any(
        (one.search(words[0]) and other.search(words[1])) or (other.search(words[0]) and one.search(words[1]))
        for one, other in pairs or (*WHOLE_HALVES, *_APART)
    )


def remainder(text: str, total: FigureReading, later: Sequence[Key], told: Told) -> list[Key]:
    """As in "Of the 22 agencies, 16 are linked; the remaining six follow", "16 of the 22 ...; the other six follow"."""
    if not _stands_before(_OF_WHOLE, text, total):
        return []
    rest = next((k for k in later if _stands_before(_REMAINING, text, told[k])), None)
    if rest is None or told[rest].unit != total.unit:
        return []
    parts = [k for k in told if k[0] == rest[0] and k[1] < rest[1] and told[k].unit == total.unit]
    parts = [k for k in parts if told[k] is not total and told[k].value < total.value]
    return [parts[0], rest] if len(parts) == 1 else []


def _stands_before(pattern: re.Pattern[str], text: str, reading: FigureReading) -> bool:
    """Whether the few words that a pattern finds stand right before a figure."""
    end = reading.quantity.qualifier_start
    return pattern.search(text, max(0, end - _BEHIND), end) is not None


def larger_part(text: str, total: FigureReading, later: Sequence[Key], told: Told) -> Key | None:
    """The next figure where it is said to be of these and is more: "8,225 trips were made; 8,310 of them at night"."""
    part = next(iter(later), None)
    if part is None or told[part].unit != total.unit or told[part].kind is not total.kind:
        return None
    before = text[: told[part].quantity.qualifier_start]
    of_them = _OF_THEM.match(text, told[part].quantity.end) and _OPENS_PART.search(before)
    of_which = _OF_WHICH.search(before, total.quantity.end)
    named = told[part].rule in ("figure-of-which", "figure-as-before") and _stands_before(_OF_NAMED, text, total)
    of_named = named and _UP_TO_NEXT.fullmatch(before, total.quantity.end)
    if not (of_them or of_which or of_named):
        return None
    earlier = [told[k].value for k in told if k[0] == part[0] and k[1] < part[1] and told[k].unit == total.unit]
    return part if told[part].value > max(earlier) else None


def part_out_of(text: str, total: FigureReading, before: Sequence[Key], told: Told) -> Key | None:
    """The figure right before where it is said to be out of this one and is more: "120 of the 100 claims"."""
    part = next(reversed(before), None)
    if part is None or (told[part].unit, told[part].kind) != (total.unit, total.kind):
        return None
    between = text[told[part].quantity.end : total.quantity.qualifier_start]
    return part if _OUT_OF.fullmatch(between) and told[part].value > total.value else None


def rows_of_tables(document: Document, told: Told) -> Iterator[tuple[Key, list[Key]]]:
    """The rows of tables that end in a total, where most rows of the table hold: "Imports, Exports, Total"."""
    tables: dict[tuple[object, ...], list[tuple[Key, list[Key]]]] = defaultdict(list)
    rows: dict[tuple[int, int], list[Key]] = defaultdict(list)
    for key, reading in told.items():
        segment = document.passages[key[0]].segment
        if document.passages[key[0]].is_cell and reading.kind is MeasureKind.LEVEL:
            rows[segment.section, segment.paragraph].append(key)
    for (section, _), keys in rows.items():
        heads = tuple(document.passages[k[0]].segment.column for k in keys)
        alike = len({told[k].unit for k in keys}) == 1 and len({told[k].period for k in keys}) == 1
        if len(keys) > 2 and alike and _TOTAL.fullmatch(heads[-1]):
            tables[section, heads].append((keys[-1], keys[:-1]))
    for sums in tables.values():
        held = [_holds(told, total, parts) for total, parts in sums]
        if sum(held) > 1 and 2 * sum(held) >= len(held):
            yield from (pair for pair, holds in zip(sums, held, strict=True) if not holds)


def _holds(told: Told, total: Key, parts: Sequence[Key]) -> bool:
    slack = sum((told[k].half_width for k in (total, *parts)), Decimal(0))
    return abs(sum((told[k].value for k in parts), Decimal(0)) - told[total].value) <= slack
