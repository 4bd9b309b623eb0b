"""The kind of a figure from the words beside it: a level, a share, a change with its sign, a multiple, a target."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from customs_kg.builders.english.words import words_in
from customs_kg.builders.figures.context import change_words as words
from customs_kg.builders.quantities.quantity import Quantity, QuantityForm
from customs_kg.graph.model import MeasureKind


class Relation(StrEnum):
    """How a figure stands to what it measures."""

    LEVEL = "level"
    CHANGE = "change"  # of the thing named or of the figure before
    NEW_LEVEL = "new-level"  # "to 300 million" after a change
    OLD_LEVEL = "old-level"  # "from 15%"


@dataclass(frozen=True, slots=True)
class Measure:
    """What the words beside a figure say of its kind.

    `sign` is -1 for a fall. `own_subject` is False where the change is of the figure before ("up 5%", "an
    increase of 5%").
    """

    relation: Relation
    sign: int = 1
    own_subject: bool = True
    yearly: bool = False  # the words themselves compare with the year before
    goal: bool = False
    average: bool = False
    form: str = ""  # which of the patterns below says that it is a change


_PARTICLE = re.compile(
    r"\b(?!was|were|is|are|been|went|go|goes|gone|going|came|come|crept|edged|inched|moved|ticked|shot)[a-z]{3,}"
    r" (?:up|down) ?$"
)


def read_measure(text: str, quantity: Quantity) -> Measure:
    """Reads the words around a figure of a reading text."""
    before = text[max(0, quantity.qualifier_start - _REACH) : quantity.qualifier_start]
    if quantity.range_end is not None:
        before = words.BETWEEN.sub("", before)
    around = _Around(
        before,
        text[quantity.end : quantity.end + 80],
        quantity,
        by=before.rstrip().lower().endswith(" by"),
        moves=not words.MOVE_WORDS.isdisjoint(words_in(text)),
        nouns=words.NOUN_OF.is_cued(text),
        directed=not words.DIRECTION_WORDS.isdisjoint(words_in(text)),
    )
    yearly = bool(words.YEAR_ON_YEAR.search(before[-70:]) or words.YEAR_ON_YEAR.search(around.after[:40]))
    may_be_goal = words.GOAL_BEFORE.is_cued(text)
    goal = bool(
        (may_be_goal and words.GOAL_BEFORE.pattern.search(before.rstrip())) or words.GOAL_AFTER.match(around.after)
    )
    average = bool(words.AVERAGE.search(before[-60:]))
    for read in _CHANGES if quantity.form is not QuantityForm.ORDINAL_RANK else ():
        if (change := read(around)) is not None:
            return Measure(Relation.CHANGE, change.sign, change.own_subject, yearly, goal, average, change.form)
    return Measure(_level(around), yearly=yearly, goal=goal, average=average)


_REACH = 160  # characters before a figure that are looked at


@dataclass(frozen=True, slots=True)
class _Around:
    before: str
    after: str
    quantity: Quantity
    by: bool  # the last word before the figure is "by"
    moves: bool  # some word of the text says that something rises or falls
    nouns: bool  # some word of the text is a noun of change
    directed: bool  # some word of the text is "up", "down", "higher" or "lower"

    @property
    def is_relative(self) -> bool:
        form = self.quantity.form
        return form in (QuantityForm.PERCENT, QuantityForm.POINT, QuantityForm.MULTIPLE, QuantityForm.FRACTION)


@dataclass(frozen=True, slots=True)
class _Change:
    form: str
    sign: int
    own_subject: bool


def _level(around: _Around) -> Relation:
    before = around.before
    if around.moves and words.TO.search(before) and words.MOVED.search(before):
        return Relation.NEW_LEVEL
    if not words.FROM.search(before):
        return Relation.LEVEL
    changed = words.CHANGED_FROM.search(before) or words.TO_FIGURE.match(around.after)
    return Relation.OLD_LEVEL if changed else Relation.LEVEL


def _sign(match: re.Match[str]) -> int:
    return -1 if match.groupdict().get("down") else 1


def _noun_of(around: _Around) -> _Change | None:
    """As in "an increase of 5%", "the increase was 5%", "a growth of 5% in exports"; a shortfall is of a target."""
    if not around.nouns:
        return None
    match = words.NOUN_OF.pattern.search(around.before)
    if match is None:
        bare = words.NOUN_BARE.search(around.before) if around.is_relative else None
        if bare is None and (told := words.NOUN_IS.search(around.before)):
            return _Change("noun", _sign(told), own_subject=told["of"] is not None)
        return _Change("noun", _sign(bare), own_subject=True) if bare else None
    form = "short" if (match["down"] or "").lower() == "shortfall" else "noun"
    named = re.search(r" (?:in|among|on) .* of\s*$", match[0])
    return _Change(form, _sign(match), bool(named or words.IN_OF_AFTER.match(around.after)))


# "7 million, *or 5%,* more than": one change told twice
_OR_SHARE = re.compile(r",? or [^,;]*?\d(?:[^,;]*?(?P<share>%|per ?cent)(?P<apart>,)?)?")


def _more(around: _Around) -> _Change | None:
    """As in "5% more than", "ninety-six fewer than", "9% above the target"; not "over three years"."""
    match = words.MORE_AFTER.match(around.after)
    if match is None:
        return None
    word, rest = (match["up"] or match["down"]).lower(), match["rest"]
    aside = around.after[0] == ","
    if aside and word in ("up", "down") and rest.startswith(" from "):
        return None  # "came to 43 million, up from 36 million"
    if aside and word in ("above", "below", "over", "under") and re.match(r" (?:the|its|our) [^,;]*\d", rest):
        return None  # "made up 83 per cent, above the planned 80 per cent"
    beside = _OR_SHARE.match(match[0])
    level = re.search(r"\b(?:to|at|numbered|totall?ed|reached)\s*$", around.before)
    apart = beside is not None and beside["share"] and (beside["apart"] or not aside)
    if beside and not around.is_relative and (level or not apart):
        return None  # "numbered 3,684, or 415 fewer than in 2013", "worth 2 million, or 5% more than in 2013"
    if aside and not beside and not around.is_relative:
        return None  # "came to 16,300, more than eight times the 2,040 of the year before"
    if word == "over" and words.OVER_TIME.match(rest):
        return None
    beyond = word not in ("over", "above", "below", "under", "short") or re.match(r"^ (?:the |its |our |a )", rest)
    counted = word in ("more", "fewer", "less") and not aside and words.COUNTED_THAN.match(rest)
    planned = words.THAN_PLANNED.match(rest) and (word != "under" or words.STANDS.search(around.before))
    if not (words.COMPARED.match(rest) or (around.is_relative and beyond) or planned or counted):
        return None
    return _Change("short" if word == "short" or planned else "more", _sign(match), own_subject=False)


def _against(around: _Around) -> _Change | None:
    """As in "exceeded the target by 5.7 per cent"."""
    match = words.AGAINST_BY.search(around.before) if around.by else None
    return _Change("short", _sign(match), own_subject=True) if match else None


def _brought(around: _Around) -> _Change | None:
    """As in "brought the inspection rate down by 1%"."""
    match = words.BRING_BY.search(around.before) if around.by else None
    return (
        _Change("object", _sign(match), own_subject=True) if match and not re.search(r"\d", match["object"]) else None
    )


def _direction(around: _Around) -> _Change | None:
    """As in "(up 5%)", "down by 5% from the year before"."""
    match = words.DIRECTION.search(around.before) if around.directed else None
    if match is None or (around.is_relative and re.match(r" of (?:the|its|our|their|all) ", around.after)):
        return None  # "taking up 70% of the whole"
    form = around.quantity.form
    counted = form is QuantityForm.COUNT and re.match(r" [a-z]", around.after) is not None
    counted |= form is QuantityForm.MEASURE
    if counted and _PARTICLE.search(around.before):
        return None  # the particle of a verb: "notched up 388 finds"
    return _Change("direction", -1 if match["word"].lower() in ("down", "lower") else 1, own_subject=False)


def _verb(around: _Around) -> _Change | None:
    """As in "grew 5%" and "grew by 300", but not the object of "raised 300 cases" or "cut 13 items"."""
    match = words.VERB_BY.search(around.before) if around.moves else None
    if match is None:
        return None
    money = around.quantity.form is QuantityForm.MONEY and words.BIG_MOVE.match(match[0])
    by = match[0].rstrip().lower().endswith(" by")
    return _Change("verb", _sign(match), own_subject=True) if by or around.is_relative or money else None


def _verb_object(around: _Around) -> _Change | None:
    """As in "reducing clearance time by one third"."""
    match = words.VERB_OBJECT_BY.search(around.before) if around.by and around.moves else None
    return (
        _Change("object", _sign(match), own_subject=True) if match and not re.search(r"\d", match["object"]) else None
    )


def _noun_after(around: _Around) -> _Change | None:
    """As in "a 5% increase in exports"."""
    match = words.NOUN_AFTER.match(around.after) if around.is_relative else None
    return _Change("noun-after", _sign(match), own_subject=True) if match else None


def _times(around: _Around) -> _Change | None:
    """As in "4 times that of 2015", "doubled"."""
    quantity = around.quantity
    if quantity.form is not QuantityForm.MULTIPLE:
        return None
    if not (quantity.change_verb or words.TIMES_THAT.match(around.after)):
        return None
    return _Change("times", 1, own_subject=quantity.change_verb)


def _signed(around: _Around) -> _Change | None:
    """As in "(+6.3%)", "-12%", "5% year-on-year"."""
    if not around.is_relative:
        return None
    sign = words.SIGN_BEFORE.search(around.before)
    if sign is not None:
        return _Change("signed", -1 if "-" in sign[0] or "\u2212" in sign[0] else 1, own_subject=False)
    if re.match(r"^\s*[-+\u2212]", around.quantity.stated) or words.YEARLY_AFTER.match(around.after):
        return _Change("signed", -1 if around.quantity.value < 0 else 1, own_subject=False)
    return None


_CHANGES: tuple[Callable[[_Around], _Change | None], ...] = (
    _noun_of,
    _more,
    _against,
    _brought,
    _direction,
    _verb,
    _verb_object,
    _noun_after,
    _times,
    _signed,
)


def kind_of(quantity: Quantity, measure: Measure, *, yearly: bool, planned: bool = False) -> MeasureKind:
    """The code of a figure's kind; `yearly`: a change is against the year before."""
    form, change = quantity.form, measure.relation is Relation.CHANGE
    if planned or measure.goal:
        if change:
            return MeasureKind.TARGET_CHANGE
        share = form in (QuantityForm.PERCENT, QuantityForm.FRACTION, QuantityForm.POINT)
        return MeasureKind.TARGET_SHARE if share else MeasureKind.TARGET_LEVEL
    if form is QuantityForm.ORDINAL_RANK:
        return MeasureKind.RANK
    if form is QuantityForm.MULTIPLE or measure.form == "ratio":
        return MeasureKind.MULTIPLE
    if not change:
        if measure.average:
            return MeasureKind.AVERAGE
        return MeasureKind.SHARE if form in (QuantityForm.PERCENT, QuantityForm.FRACTION) else MeasureKind.LEVEL
    if form in (QuantityForm.PERCENT, QuantityForm.FRACTION):
        return MeasureKind.YOY_PERCENT if yearly else MeasureKind.CHANGE_PERCENT
    if form is QuantityForm.POINT:
        return MeasureKind.YOY_POINT if yearly else MeasureKind.CHANGE_POINT
    return MeasureKind.YOY_ABSOLUTE if yearly else MeasureKind.CHANGE_ABSOLUTE
