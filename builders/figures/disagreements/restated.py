"""Lines that restate a figure of the text and get it wrong: "Detector dogs: 43" beside "our dogs, now 47 strong".

A list of key figures or an annex names things more briefly than the text. What its line counts is the figure of the
sentence that has all of its words and whose own noun is the same, or says nothing ("companies"); where another figure
has the value of the line, or another line that of the sentence, the two are of different things.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal

from customs_kg.builders.figures.disagreements.apart import is_of_same, same_digits
from customs_kg.builders.figures.disagreements.intervals import dimension_of, factor_of, relation_of
from customs_kg.builders.figures.disagreements.told_words import ACTS, OPPOSED, SLIGHT, Words, said_in, told_by
from customs_kg.builders.figures.disagreements.twins import MOST_VALUES
from customs_kg.builders.figures.figure import Wording
from customs_kg.builders.figures.indicators import stems
from customs_kg.graph.model import DiscrepancyType, MeasureKind, Observation, Period

_KINDS = {
    MeasureKind.LEVEL: MeasureKind.LEVEL,
    MeasureKind.AVERAGE: MeasureKind.LEVEL,
    MeasureKind.SHARE: MeasureKind.SHARE,
}
_BY_MEANS = re.compile(
    r" (?:in|with|by|through|via|on|along|under) ((?:the )?[A-Z][\w-]*(?: (?:of |and |for )?[A-Z][\w-]*)*)$"
)
_LAST_YEAR = re.compile(r"\d{4}-(?:\d\d)?(\d\d)")  # of "2017-18"
_LAST_MONTH = 8  # financial years that span two calendar years end before this month of the second, or soon after
_ASIDE = re.compile(r" \([^()]*\)")
_LIKELY = Decimal("0.85")
_FEW_PLACES = 2  # sentences that may have all of several words
_OPENING = 3  # letters that a word shares with every other form of it that counts as the same
_TOTAL = re.compile(r"(?:grand |sub-?)?totals?\b", re.IGNORECASE)
_ROW = re.compile(r"\b[a-z]+,? and [a-z]")  # "duties, taxes and fees"; capitals are those of a name
_NEAR = Decimal("0.8")  # the smaller of two figures is at least this part of the larger
_NEAR_BY_ONE_WORD = Decimal("0.85")  # as much where one word is all that they share
_ANYBODY = frozenset(
    "people person man woman employee staff workforce headcount payroll personnel strength force corps company"
    " firm business enterprise member membership holder participant partner case item piece batch unit body"
    " entity country state economy region"
    " tie share percentage proportion amount number figure result fte full equivalent mark tally"
    " time hour day minute average mean part rate fleet network carton packet bottle pack bag stick box parcel"
    " shipment consignment status effect".split()
)
_DONE = frozenset(
    "went gone live link connect join belong enrol carry call visit submit lodge open initiate launch complete conduct"
    " finish perform undertake make give provide deliver hold hand deal cover serve realize welcome answer treat"
    " come go reach grow rise fall number total count stand amount benefit look travel move use"
    " pass sign conclude close work exist be have authorise authorize maintain operate run own comprise"
    " establish turn contribute pay remit transfer impart offer man maned read held equip so enjoy".split()
)


@dataclass(frozen=True, slots=True)
class _Told:
    """A figure with its wording, the words that say what it is of, and those of its sentence."""

    figure: Observation
    wording: Wording
    words: Words
    around: Words


def restated(
    observations: Sequence[Observation], wordings: Mapping[str, Wording]
) -> Iterator[tuple[DiscrepancyType, Observation, Observation]]:
    """The pairs of a sentence and a line that say one thing and differ, each with how they do.

    Args:
        observations: all figures.
        wordings: by the IRI of an observation, how the report words it; one without restates nothing.
    """
    groups: dict[tuple[str, MeasureKind], list[Observation]] = defaultdict(list)
    for o in observations:
        if o.kind in _KINDS and o.value > 0 and o.iri in wordings:
            groups[dimension_of(o.unit), _KINDS[o.kind]].append(o)
    for group in groups.values():
        if len(group) > 1 and any(wordings[o.iri].is_line for o in group):
            yield from _in_group([_tell(o, wordings[o.iri]) for o in group])


def _tell(o: Observation, wording: Wording) -> _Told:
    words, actor = told_by(wording), said_in(wording.actor)
    if words <= ACTS | _ANYBODY | _DONE | {"produce", "lead", "yield"}:  # "the Lake Drive had led to 412 cases"
        words |= actor
    if wording.is_line and words <= ACTS | _ANYBODY | _DONE:  # "partners in cooperation 118 countries and regions"
        items = re.split(r"[;|]", wording.context)
        item = next((i for i in items if o.stated in i), "") if len(items) > 1 else ""
        words |= said_in(item.partition(o.stated)[0]) - ACTS - _ANYBODY - _DONE
    return _Told(o, wording, words, said_in(re.sub(r"[()]", " ", wording.context)) | actor)


def _in_group(group: Sequence[_Told]) -> Iterator[tuple[DiscrepancyType, Observation, Observation]]:
    of_value: defaultdict[Decimal, list[_Told]] = defaultdict(list)
    for told in group:
        of_value[_value(told)].append(told)
    holders = _holders(group)
    lines = {n: _telling(told) for n, told in enumerate(group) if told.wording.is_line}
    values: defaultdict[Words, set[Decimal]] = defaultdict(set)
    for n, words in lines.items():
        values[words].add(_value(group[n]))
    for n, words in lines.items():
        line = group[n]
        if (
            not words
            or len(values[words]) > MOST_VALUES
            or any(_has(words, t) for t in of_value[_value(line)] if t is not line)
        ):
            continue
        holding = [t for t in _holding(words, group, holders) if t is not line]
        found = [t for t in holding if _is_restated(line, words, t)] or _likely(line, words, holding)
        beside = {t.wording.place for t in of_value[_value(line)]}  # "51 were seen; 15 were in order"
        found = [t for t in found if t.wording.place not in beside]
        found = [t for t in found if not any(_bears_out(t, other, words) for other in group if other is not t)]
        if len({t.figure.value for t in found}) == 1:
            yield _relation(line, found[0]), found[0].figure, line.figure


def _telling(line: _Told) -> Words:
    """The words by which the sentence that a line restates is found."""
    return line.words - ACTS - _ANYBODY - _DONE or line.words - _ANYBODY or line.words


def _holders(group: Sequence[_Told]) -> Mapping[str, set[int]]:
    """The places in a group of those with a word in their sentence, by its first letters: no others can have it."""
    found: defaultdict[str, set[int]] = defaultdict(set)
    for n, told in enumerate(group):
        for word in told.around | told.words:
            found[word[:_OPENING]].add(n)
    return found


def _holding(words: Words, group: Sequence[_Told], holders: Mapping[str, set[int]]) -> list[_Told]:
    """Those of a group that may have all words, or one where words for people will do, in their order."""
    places = [holders.get(word[:_OPENING], set()) for word in words]
    both = set.union(*places) if words <= _ANYBODY else set.intersection(*places)
    return [group[n] for n in sorted(both)]


def _is_restated(line: _Told, words: Words, told: _Told) -> bool:
    """Whether a line is about the figure of a sentence, and gives another number for it."""
    apart = told.wording.place != line.wording.place and told.wording.section != line.wording.section
    if not (apart or (told.wording.place != line.wording.place and not told.wording.is_line)):
        return False
    if not _are_of_one_time(line.figure.period, told.figure.period) or not _is_near(line, told, words):
        return False
    own = told_by(told.wording) - ACTS - SLIGHT - _DONE
    if (
        len(words) > 1 or len(stems(line.wording.label)) > 1
    ):  # "cruise ships" says what is counted, whatever they brought
        said = said_in(_ASIDE.sub("", _ASIDE.sub("", told.wording.label)))
        own &= said if said - {"occasion", "instance"} else own
    own -= _beside(told.wording) | {"other"}
    shared = _alike(own, words)
    of_its_kind = bool(shared) or own <= _ANYBODY
    narrowed = own - shared - _ANYBODY - _alike(own, line.words)
    apart = any(pair & line.words and pair & told.around and not pair & line.words & told.around for pair in OPPOSED)
    same = is_of_same(line.figure, told.figure, line.wording, told.wording)
    row = _ROW.search(line.wording.label) and len(_alike(words, own)) < len(words)
    return of_its_kind and not (narrowed or apart or row) and same and _has(words, told)


def _likely(line: _Told, words: Words, holding: Sequence[_Told]) -> list[_Told]:
    """The figures that a line may restate though a sentence words them otherwise; no other sentence has its words."""
    if _TOTAL.match(line.wording.label):
        return []
    others = [t for t in holding if not t.wording.is_line and t.wording.place != line.wording.place]
    likely = [t for t in others if _is_likely(line, words, t)]
    if not likely:
        return []
    telling = [t for t in others if _are_of_one_time(line.figure.period, t.figure.period) and _has(words, t)]
    if len({t.wording.place for t in telling}) > (1 if len(words) == 1 else _FEW_PLACES):
        return []
    return likely


def _is_likely(line: _Told, words: Words, told: _Told) -> bool:
    """Whether a sentence that has all words of a line gives another number, though it words the figure otherwise."""
    if not (_is_near(line, told, words) and _are_of_one_time(line.figure.period, told.figure.period)):
        return False
    if not _has(words, told):
        return False
    opposed = any(pair & line.words and pair & told.around and not pair & line.words & told.around for pair in OPPOSED)
    small, large = sorted((_value(line), _value(told)))
    same = is_of_same(line.figure, told.figure, line.wording, told.wording)
    if len(words) == 1 and _alike(
        words, said_in(told.wording.label)
    ):  # "officers" are more than those "officers trained"
        return False
    return small / large >= _LIKELY and same and not opposed


def _are_of_one_time(one: Period, other: Period) -> bool:
    """Whether two periods may be one: they end together, or what goes on since a day began within the other.

    Of a financial year without limits the last year counts: "2017-18" is one with 31 March 2018.
    """
    if one.end and other.end:
        return one.end == other.end
    if one.key == other.key:
        return True
    open_one, closed = (one, other) if one.end is None else (other, one)
    if open_one.start and closed.start and closed.end:
        return closed.start <= open_one.start < closed.end
    year = _LAST_YEAR.fullmatch(open_one.key)
    last = closed.end - timedelta(days=1) if closed.end else None
    return bool(year and last and closed.start and last.year % 100 == int(year[1]) and last.month < _LAST_MONTH)


def _beside(wording: Wording) -> Words:
    """The words of a name that only says where or with what it was done: "entries filed *in the Trade Portal*"."""
    name = _BY_MEANS.search(wording.label)
    known = frozenset(word for body in wording.named for word in said_in(body))
    words = said_in(name[1]) if name else frozenset()
    return frozenset() if words & known else words


def _is_near(line: _Told, told: _Told, words: Words) -> bool:
    a, b = line.figure, told.figure
    factors = factor_of(a.unit), factor_of(b.unit)
    small, large = sorted((a.value * factors[0], b.value * factors[1]))
    limit = _NEAR if len(words) > 1 else _NEAR_BY_ONE_WORD
    near = small / large >= limit or same_digits(a, b)
    return near and _relation(line, told) in (DiscrepancyType.CONFLICT, DiscrepancyType.ADJACENT_ROUNDING)


def _relation(one: _Told, other: _Told) -> DiscrepancyType:
    a, b = one.figure, other.figure
    return relation_of(a, b, factor_of(a.unit), factor_of(b.unit)) or DiscrepancyType.ROUNDING


def _value(told: _Told) -> Decimal:
    """The value in the common unit of its dimension."""
    return told.figure.value * factor_of(told.figure.unit)


def _bears_out(told: _Told, other: _Told, words: Words) -> bool:
    """Whether another line, of another thing than the line of `words`, gives the figure of a sentence as it is."""
    same = other.wording.is_line and _value(told) == _value(other) and bool(_alike(other.words, told.around))
    return same and not _alike(words, other.words) >= words


def _has(words: Words, told: _Told) -> bool:
    """Whether a sentence holds all words of a line; of those for people alone, one will do."""
    held = _alike(words, told.around | told.words)
    return bool(held) if words <= _ANYBODY else len(held) == len(words)


def _alike(words: Words, others: Words) -> Words:
    """The words that others repeat, in a derived form too: "satisfaction" and "satisfied"."""
    return frozenset(word for word in words if word in others or any(_derived(word, other) for other in others))


def _derived(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    length = max(5, -(-3 * len(short) // 4))
    alike = len(short) >= length and one[:length] == other[:length]
    return alike or long in (f"{short}er", f"{short}{short[-1]}er", f"{short}or")
