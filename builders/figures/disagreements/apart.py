"""What sets two figures apart though their words are alike: other bodies, sides, ways of counting, or standing."""

from __future__ import annotations

import re
from functools import lru_cache

from customs_kg.builders.english.words import noun_lemma
from customs_kg.builders.figures.disagreements.told_words import Words
from customs_kg.builders.figures.figure import Wording
from customs_kg.builders.figures.indicators import stems
from customs_kg.graph.model import MeasureKind, Observation, Period

FEWEST_DIGITS = 3  # fewer digits are the same in another order too often
_SIDES = tuple(
    frozenset(words.split())
    for words in ("north south east west northern southern eastern western", "old new", "airport seaport")
)
_PLACES = frozenset("port airport seaport harbour district region province county crossing post island".split())
_FORCES = frozenset("police guard navy army military gendarmerie marine coastguard prosecutor court ministry".split())
_BY_FORCES = re.compile(
    r"(?:the )?(?:(?:border|national|federal|state|local|traffic|harbour) )?"
    r"(?:police|coast ?guard|navy|army|gendarmerie|military)\b",
    re.IGNORECASE,
)
_TAKING = frozenset("seize confiscate arrest intercept detain capture catch stop".split())
_RESULT = re.compile(r"(?:result|outcome|outturn|actual|achieved)s?:", re.IGNORECASE)
_TENTATIVE = re.compile(
    r"\b(?:provisional(?:ly)?|preliminar(?:y|ily)|estimate[ds]?|forecast|target|goal|plan(?:ned)?"
    r"|(?<!state )(?<!national )(?<!federal )(?<!public )(?<!government )budget(?:ed)?|task (?:set|assigned|given)"
    r"|expected|projected|approved by parliament|so far (?:this|in)|unaudited)\b",
    re.IGNORECASE,
)
_UNSETTLED = re.compile(
    r"\b(?:provisional(?:ly)?|preliminar(?:y|ily)|unaudited)\b|^(?:measure|target|standard|indicator|goal|kpi) \d"
    r"|^the (?:task|quota) (?:set|given|assigned)\b",
    re.IGNORECASE,
)
_ALONE = re.compile(r"\b(?:at|in|from|by) [^,;:]{2,60} alone\b")
_COMPARISON = re.compile(r"\b(?:above|below|over|under|beyond|against|than|short of|exceed\w+|missed)\b[^,;.]*")
_AIM = re.compile(
    r"\b(?:target|goal|estimate|budget|forecast|plan)(?: (?:of|for|was|had been|is)\b|:| (?=\S*\d))[^,;.]*?\d[\d.,]*",
    re.IGNORECASE,
)
_FINDS = re.compile(r"\b(?:seizures?|confiscations?|interceptions?|detections?|finds)\b", re.IGNORECASE)
_PIECES = re.compile(
    r" (?:sticks|pieces|items|articles|units|pills|tablets|doses|rounds|heads|bottles)\b", re.IGNORECASE
)
_ALL = re.compile(r"\ball (?:(?:the|our|its|these|those) )?(?:[\d.,]+ )?([a-z]{3,}s)\b")
_KIND = re.compile(r"\b([a-z-]+) (?=([a-z]{3,}s)\b)")
_NO_KIND = frozenset("all the our its their these those of at in on by for and or with to from".split())
_COUNTED = tuple(re.compile(words, re.IGNORECASE) for words in (r"\b(?:full[- ]time|FTEs?)\b", r"\bgross(?:ed)?\b"))
_NUMBERED = re.compile(r"\b(?:phase|stage|round|lot|tranche|package|part|edition) ([IVX]+|\d+|[A-Z])\b", re.IGNORECASE)
_MEANS = re.compile(
    r"\bby (x-ray|hand|phone|telephone|post|e?-?mail|sea|air|rail|road|land|dogs?|scanners?|courier|computer|train|ship"
    r"|car|lorry|truck)\b",
    re.IGNORECASE,
)
_STAGES = tuple(
    re.compile(words, re.IGNORECASE)
    for words in (
        r"\b(?:appl(?:y|ied|ying|ications?) for|applicants?|sought|requested|candidates?)\b",
        r"^(?!.*\b(?:seiz|confiscat|detain|intercept)).*\b(?:destroy|burnt|incinerat|auction|sold|disposed)",
    )
)

_YEAR = 360  # days, with some room
_STEPS = tuple(  # what comes in and what comes of it
    (frozenset(before.split()), frozenset(after.split()))
    for before, after in (
        ("receive file lodge submit request apply", "approve grant issue certify admit accept refuse reject license"),
        ("open initiate launch start register receive", "close complete finish conclude decide settle resolve"),
        ("detain detention hold seize seizure", "forfeit forfeiture destroy destruction release return"),
        ("arrest charge prosecute", "convict conviction sentence"),
        ("approve authorise authorize establish vacant", "actual fill occupy"),
        ("recruit hire appoint", "retire leave resign dismiss"),
    )
)


def _of_other_bodies(one: Wording, other: Wording) -> bool:
    """Whether two wordings name bodies or places, and not one in common; one that names none speaks of the whole."""
    return bool(one.named and other.named and not one.named & other.named)


def _name_bodies(*wordings: Wording) -> bool:
    """Whether the labels themselves name the bodies: "exports to Osland"."""
    return all(any(name in w.label for name in w.named) for w in wordings)


def _of_other_actors(one: Wording, other: Wording) -> bool:
    """Whether two wordings tell what two bodies of a kind did: "the central laboratory", "the mobile laboratory".

    What one port or district did is not what all did.
    """
    a, b = _doer(one), _doer(other)
    forces = [bool(doer & _FORCES or _BY_FORCES.match(w.stretch)) for doer, w in ((a, one), (b, other))]
    if forces[0] != forces[1] and stems(one.label) & stems(other.label) & _TAKING:
        return True  # what the coast guard seized, customs did not
    local = bool(a & _PLACES and one.named) != bool(b & _PLACES and other.named)
    return bool(a & b and a - b and b - a) or local


def _are_of_other_ways(one: Wording, other: Wording) -> bool:
    """Whether two wordings are of two phases, editions or means: "under phase II", "by hand"."""
    return any(
        _found(p, one.context) and _found(p, other.context) and not _found(p, one.context) & _found(p, other.context)
        for p in (_NUMBERED, _MEANS)
    )


@lru_cache(maxsize=4096)
def _found(pattern: re.Pattern[str], context: str) -> frozenset[str]:
    return frozenset(word.lower() for word in pattern.findall(context))


def _doer(wording: Wording) -> Words:
    """The words for who did it, where they are not those for the thing itself: "express parcels rose"."""
    words = frozenset(word for word in stems(wording.actor) if not word.isdigit())
    return frozenset() if words <= stems(wording.label) else words


def _of_other_counts(one: Wording, other: Wording) -> bool:
    """Whether only one of two wordings counts in full-time equivalents, gross, or what was asked for or destroyed."""
    return _counting(one.label, one.context) != _counting(other.label, other.context)


@lru_cache(maxsize=4096)
def _counting(label: str, context: str) -> tuple[bool, ...]:
    return (
        *(pattern.search(context) is not None for pattern in _COUNTED),
        *(pattern.search(label) is not None for pattern in _STAGES),
    )


def _are_of_other_steps(one: Wording, other: Wording) -> bool:
    """Whether one wording is of what came in and the other of what came of it: "claims lodged", "claims settled"."""
    a, b = stems(one.label), stems(other.label)
    return any(_is_step(a, b, *step) or _is_step(b, a, *step) for step in _STEPS)


def _is_step(one: Words, other: Words, before: Words, after: Words) -> bool:
    return bool(one & before and other & after) and not (one & after or other & before)


def _is_unsettled(wording: Wording) -> bool:
    """Whether a wording gives a figure for the time being: "provisional figures put revenue at 410 million"."""
    return bool(_UNSETTLED.search(wording.context))


def _is_of_one_place(wording: Wording) -> bool:
    """As in "at the port of Sund alone": a part that is told for its size."""
    return _ALONE.search(wording.context) is not None


def _is_result_of(one: Wording, other: Wording) -> bool:
    """Whether one of two wordings tells the result of what the other demands: "At least 75% ... Result: 71%"."""
    return bool(_RESULT.match(one.stretch)) != bool(_RESULT.match(other.stretch))


def _are_part_and_whole(a: Observation, b: Observation, one: Wording, other: Wording) -> bool:
    """Whether one of two figures makes the other with its neighbours: "3,018 by land and 1,228 by air", "4,246"."""
    return b.value in one.wholes or a.value in other.wholes


def _is_of_customs_alone(a: Observation, b: Observation, one: Wording, other: Wording) -> bool:
    """Whether only one of two figures far apart speaks of customs: a revenue authority collects other taxes too."""
    small, large = sorted((abs(a.value), abs(b.value)))
    return small * 5 < large * 4 and ("customs" in one.label.lower()) != ("customs" in other.label.lower())


def are_worded_apart(a: Observation, b: Observation, one: Wording, other: Wording) -> bool:
    """Whether two figures stand in one sentence or row, are said of different bodies, or are a part and its whole.

    What is said of different bodies may still be a slip of the pen: see `twins`.
    """
    return (
        one.place == other.place
        or _are_of_other_ways(one, other)
        or _are_part_and_whole(a, b, one, other)
        or _of_other_bodies(one, other)
        or _of_other_actors(one, other)
        or _is_result_of(one, other)
        or _of_other_counts(one, other)
        or _is_of_customs_alone(a, b, one, other)
        or _is_unsettled(one) != _is_unsettled(other)
    )


def is_of_same(a: Observation, b: Observation, one: Wording, other: Wording) -> bool:
    """Whether two wordings are of the same bodies, drives and standing: not a forecast beside a result."""
    swapped = same_digits(a, b)
    return not (
        _are_of_other_lengths(a.period, b.period)
        or _on_other_sides(one, other)
        or _are_of_other_ways(one, other)
        or _of_other_actors(one, other)
        or _is_of_one_place(one) != _is_of_one_place(other)
        or _are_of_other_steps(one, other)
        or (a.kind is not MeasureKind.SHARE and (_is_one_of_all(one, other) or _is_one_of_all(other, one)))
        or _of_other_counts(one, other)
        or _are_part_and_whole(a, b, one, other)
        or _is_tentative(a, one) != _is_tentative(b, other)
        or _is_result_of(one, other)
        or (_of_other_bodies(one, other) and (not swapped or _name_bodies(one, other)))
        or (not swapped and _counts_finds(a, one) != _counts_finds(b, other))
        or (not swapped and a.result_of != b.result_of)
    )


def _are_of_other_lengths(one: Period, other: Period) -> bool:
    """Whether one of two periods is a year and the other several: "over the past five years"."""
    days = sorted((p.end - p.start).days for p in (one, other) if p.start and p.end)
    return len(days) > 1 and days[0] >= _YEAR and days[1] > days[0] * 3 // 2


def _counts_finds(o: Observation, wording: Wording) -> bool:
    """Whether a count is one of seizures, of which each may be of many things."""
    pieces = wording.stretch.partition(o.stated)[2]
    return o.unit.endswith("NUM") and counts_finds(wording) and not _PIECES.match(pieces)


def counts_finds(wording: Wording) -> bool:
    """As "seizures of rum" and "rum seizures" do, where "rum seized" is a quantity."""
    return _FINDS.search(wording.label) is not None


def _is_one_of_all(one: Wording, other: Wording) -> bool:
    """Whether one wording is of all things of a name and the other of a kind of them: "all ports", "sea ports"."""
    nouns = {noun_lemma(word) for word in _ALL.findall(one.context.lower())}
    kinds = ((m[1], noun_lemma(m[2])) for m in _KIND.finditer(other.context.lower())) if nouns else ()
    return any(noun in nouns and kind not in _NO_KIND for kind, noun in kinds)


def _on_other_sides(one: Wording, other: Wording) -> bool:
    """Whether one wording speaks of the north and the other of the south, or of the old and the new of a kind."""
    a, b = stems(one.context), stems(other.context)
    return any(sides & a and sides & b and not sides & a & b for sides in _SIDES)


def _is_tentative(o: Observation, wording: Wording) -> bool:
    """Whether a figure is an estimate or aim; a target with a figure of its own beside it is not meant."""
    stretch = _COMPARISON.sub("", wording.stretch)
    beside = _AIM.sub(lambda m: m[0] if o.stated in m[0] else "", stretch)
    return bool(_TENTATIVE.search(beside) or _is_unsettled(wording))


def digits_of(o: Observation) -> str:
    """The digits of a figure as stated."""
    return _digits_in(o.stated)


@lru_cache(maxsize=4096)
def _digits_in(stated: str) -> str:
    return "".join(re.findall(r"\d", stated.split("(")[0])).lstrip("0")


def same_digits(a: Observation, b: Observation) -> bool:
    """Whether the digits of two figures are the same in another order, zeros at the end aside: a slip of the pen."""
    pairs = [(digits_of(a), digits_of(b)), (digits_of(a).rstrip("0"), digits_of(b).rstrip("0"))]
    return any(len(one) >= FEWEST_DIGITS and one != other and sorted(one) == sorted(other) for one, other in pairs)
