"""The kind of a figure from the words beside it: a level, a share, a change with its sign, a multiple, a target."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from customs_kg.builders.quantity import Quantity, QuantityForm
from customs_kg.graph.model import MeasureKind

_UP_VERB = (
    r"increas(?:e|es|ed|ing)|ris(?:e|es|en|ing)|rose|gr(?:ow|ows|ew|own|owing)|climb(?:s|ed|ing)?|jump(?:s|ed|ing)?|soar(?:s|ed|ing)?|"
    r"surg(?:e|es|ed|ing)|gain(?:s|ed|ing)?|expand(?:s|ed|ing)?|improv(?:e|es|ed|ing)|accelerat(?:e|es|ed|ing)|advanc(?:e|es|ed|ing)|"
    r"rais(?:e|es|ed|ing)|lift(?:s|ed|ing)?|boost(?:s|ed|ing)?|(?:go|goes|went|gone|going|edg(?:ed|ing)|mov(?:ed|ing)|tick(?:ed|ing)|creep|crept|shot) up|leap(?:s|t|ed)?|swell(?:ed|ing)?"
)
_DOWN_VERB = (
    r"decreas(?:e|es|ed|ing)|declin(?:e|es|ed|ing)|fall(?:s|en|ing)?|fell|drop(?:s|ped|ping)?|reduc(?:e|es|ed|ing)|cut(?:s|ting)?|"
    r"shr(?:ink|inks|ank|unk|inking)|slid(?:e|es|ing)?|slip(?:s|ped|ping)?|contract(?:s|ed|ing)|lower(?:s|ed|ing)|diminish(?:es|ed|ing)?|plung(?:e|es|ed|ing)|"
    r"tumbl(?:e|es|ed|ing)|eas(?:e|es|ed|ing)|shorten(?:s|ed|ing)?|slump(?:s|ed|ing)?|dip(?:s|ped|ping)?|slash(?:es|ed|ing)?|trim(?:s|med|ming)?|shed(?:s|ding)?|"
    r"(?:go|goes|went|gone|going|edg(?:ed|ing)|mov(?:ed|ing)|com(?:e|es|ing)|came|brought|bring|bringing) down|weaken(?:s|ed|ing)?|narrow(?:s|ed|ing)|compress(?:es|ed|ing)?"
)
_UP_NOUN = r"increase|increment|rise|growth|gain|jump|surge|climb|expansion|improvement|upturn|uptick|leap|hike|acceleration|upswing|addition"
_DOWN_NOUN = r"decrease|decline|fall|drop|reduction|cut|loss|contraction|dip|slump|downturn|shortfall|saving in time|decrement|slowdown"
_NOUN_HEAD = r"(?:(?:[A-Za-z-]+ ){0,4}?)"
_RATE = r"(?: rate| rates)?"
_ADVERB = r"(?: (?:\w+ly|again|further|year-on-year|year on year|on average|in all|overall|some))*"

_NOUN_OF = re.compile(
    rf"\b(?P<noun>(?P<up>{_UP_NOUN})|(?P<down>{_DOWN_NOUN})|change|variation){_RATE}(?: rate)? (?:of|by|at|standing at|reaching)\s*$",
    re.I,
)
_VERB_BY = re.compile(rf"\b(?:(?P<up>{_UP_VERB})|(?P<down>{_DOWN_VERB}))\b{_ADVERB}(?: by)?\s*$", re.I)
_VERB_OBJECT_BY = re.compile(
    rf"\b(?:(?P<up>{_UP_VERB})|(?P<down>{_DOWN_VERB}))\b(?P<object>(?: (?!by\b)[^\s,;:]+){{1,14}}?){_ADVERB} by\s*$",
    re.I,
)
_BRING_BY = re.compile(
    r"\b(?:bring|brings|brought|bringing|push(?:ed|es|ing)?|tak(?:e|es|ing)|took|driv(?:e|es|ing)|drove|forc(?:e|ed|ing)|keep|kept)"
    r"(?P<object>(?: (?!by\b)[^\s,;:]+){1,14}?) (?:(?P<up>up)|(?P<down>down)) by\s*$",
    re.I,
)
_AGAINST_BY = re.compile(
    r"\b(?:(?P<up>exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?|beat(?:s|ing)?|outperform(?:s|ed|ing)?|overshot)"
    r"|(?P<down>miss(?:es|ed|ing)?|undershot|fell short of|falling short of))\b[^;:]{1,70} by\s*$",
    re.I,
)
_DIRECTION = re.compile(
    r"(?:^|[\s(,])(?<!made )(?<!make )(?<!makes )(?<!making )(?<!take )(?<!took )(?<!taken )(?<!set )(?P<word>up|down|higher|lower)(?: (?:by|some|slightly|sharply))*\s*$",
    re.I,
)
_NOUN_AFTER = re.compile(
    rf"^(?: of)? (?:(?:year-on-year|year-over-year|annual|yearly|overall|net|real|further|average) )*(?:(?P<up>{_UP_NOUN})|(?P<down>{_DOWN_NOUN}))\b{_RATE}",
    re.I,
)
_MORE_AFTER = re.compile(
    r"^,? (?:(?P<up>more|higher|greater|larger|longer|faster|better|above|up|over)|(?P<down>less|lower|fewer|smaller|shorter|below|down|under|short))\b"
    r"(?P<rest>[^.;]{0,40})",
    re.I,
)
_BASE_REST = re.compile(
    r"^ (?:than|on|from|over|compared|of what|of the|of its|of that|(?:the |that |its |their )?(?:\w+ ){0,3}(?:figure|level|total|number|year|period|average|previous|last|same|amount|that|those|one))",
    re.I,
)
_YEAR_ON_YEAR = re.compile(
    r"\b(?:year[- ](?:on|over)[- ]year|y-?o-?y|annual (?:growth|increase|rise|decline|decrease|change))\b", re.I
)
_TO = re.compile(r"\b(?:to|at|reaching|reached|stood at|totall?ing)\s*$", re.I)
_FROM = re.compile(r"\bfrom\s*$", re.I)
_DIRECTION_FROM = re.compile(rf"\b(?:up|down|{_UP_VERB}|{_DOWN_VERB})\b[^,;.]{{0,40}} from\s*$", re.I)
_TO_FIGURE = re.compile(r"^[^,;.]{0,70}? to (?:\w+ ){0,3}[^\s\w]{0,2}\d", re.I)
_BETWEEN = re.compile(r"\b(?:between|from|in the range of)\s*$", re.I)
_OVER_TIME = re.compile(r"^ (?:the (?:last|past|next) )?(?:\w+ ){0,2}(?:years|months|weeks|decades?)\b", re.I)
_SIGNED = re.compile(r"^\s*[-+\u2212]")
_SIGN_BEFORE = re.compile(r"(?:^|[\s(])[-+\u2212]\s?$")
_GOAL_BEFORE = re.compile(
    r"\b(?:goals?|targets?|objectives?|quotas?|ceilings?|benchmarks?|commitments?|budget(?:ed)? (?:figure|revenue|amount))\b(?: (?:\w+)){0,5}$"
    r"|\b(?:had|has|have) set (?:itself|themselves)\b[^,;.]{0,20}$|\b(?:fixed|targeted|budgeted|set|capped) at$|\baim(?:s|ed|ing)? (?:at|for)$"
    r"|\b(?:required|expected|asked|projected|forecast|supposed|due|obliged|bound) to (?:be|reach|exceed|meet|total|attain|collect|find)$",
    re.I,
)
_GOAL_AFTER = re.compile(
    r"^ (?:(?:that|which) )?(?:(?:the|its|our) )?(?:\w+ ){0,2}(?:requires?|required|demands?|demanded|targets?|targeted|asked for|asks for|goals?|threshold|had been asked|is asked)\b",
    re.I,
)
_AVERAGE_BEFORE = re.compile(r"\b(?:average|averag(?:e|ed|es|ing)|mean|median)\b(?: \w+){0,6}\s*$", re.I)
_TIMES_THAT = re.compile(
    r"^ (?:that|those|the|as|its|their|what|higher|more|greater|larger|over|above|faster|compared)\b", re.I
)


class Relation(StrEnum):
    """How a figure stands to what it measures."""

    LEVEL = "level"
    CHANGE = "change"  # of the thing named or of the figure before
    NEW_LEVEL = "new-level"  # "to 300 million" after a change
    OLD_LEVEL = "old-level"  # "from 15.3%"


@dataclass(frozen=True, slots=True)
class Measure:
    """What the words beside a figure say of its kind.

    `sign` is -1 for a fall. `own_subject` is False where the change is of the figure before ("up 5%", "an
    increase of 5%"). `words` is where in the reading text the words that say so begin.
    """

    relation: Relation
    sign: int = 1
    own_subject: bool = True
    yearly: bool = False  # the words themselves compare with the year before
    goal: bool = False
    average: bool = False
    words: int = -1
    form: str = ""  # which of the patterns below


def read_measure(text: str, quantity: Quantity, floor: int = 0) -> Measure:
    """Reads the words around a figure; `floor` is where the part of the sentence that counts begins."""
    before = text[max(floor, quantity.qualifier_start - 160) : quantity.qualifier_start]
    if quantity.range_end is not None:
        before = _BETWEEN.sub("", before)
    offset = quantity.qualifier_start - len(before)
    after = text[quantity.end : quantity.end + 80]
    yearly = bool(_YEAR_ON_YEAR.search(before[-70:]) or _YEAR_ON_YEAR.search(after[:40]))
    goal = bool(_GOAL_BEFORE.search(before.rstrip()) or _GOAL_AFTER.match(after))
    average = bool(_AVERAGE_BEFORE.search(before[-60:]))
    change = _change(before, after, quantity, offset)
    if change is None:
        old = _FROM.search(before) and (_DIRECTION_FROM.search(before) or _TO_FIGURE.match(after))
        relation = Relation.OLD_LEVEL if old else Relation.LEVEL
        if _TO.search(before) and re.search(rf"\b(?:{_UP_VERB}|{_DOWN_VERB})\b", before, re.I):
            relation = Relation.NEW_LEVEL
        return Measure(relation, yearly=yearly, goal=goal, average=average)
    form, sign, own, start = change
    return Measure(Relation.CHANGE, sign, own, yearly, goal, average, start, form)


def _change(before: str, after: str, quantity: Quantity, offset: int) -> tuple[str, int, bool, int] | None:
    """(pattern, sign, names its own subject, where its words begin) where the figure is a change."""
    if quantity.form is QuantityForm.ORDINAL_RANK:
        return None
    if match := _NOUN_OF.search(before):
        own = bool(re.match(r"^(?: and [^,;]{0,14})? (?:in|of) (?!(?:the )?(?:19|20)\d\d|FY|respectively)", after))
        return "noun", _sign(match), own, offset + match.start()
    comparison = _MORE_AFTER.match(after)
    if comparison and _compares(comparison, quantity):
        form = "short" if comparison[0].strip(", ").lower().startswith("short") else "more"
        return form, _sign(comparison), False, offset + len(before)
    if match := _AGAINST_BY.search(before):
        return "short", _sign(match), True, offset + match.start()
    if (match := _BRING_BY.search(before)) and not re.search(r"\d", match["object"]):
        return "object", _sign(match), True, offset + match.start()
    if match := _DIRECTION.search(before):
        sign = -1 if match["word"].lower() in ("down", "lower") else 1
        return "direction", sign, False, offset + match.start("word")
    if (match := _VERB_BY.search(before)) and _may_change(quantity, match[0]):
        return "verb", _sign(match), True, offset + match.start()
    if (match := _VERB_OBJECT_BY.search(before)) and not re.search(r"\d", match["object"]):
        return "object", _sign(match), True, offset + match.start()
    if _is_relative(quantity) and (match := _NOUN_AFTER.match(after)):
        return "noun-after", _sign(match), True, offset + len(before)
    if quantity.form is QuantityForm.MULTIPLE and (_TIMES_THAT.match(after) or quantity.change_verb):
        return "times", 1, quantity.change_verb, offset + len(before)
    if _is_relative(quantity) and (sign := _SIGN_BEFORE.search(before)):
        return "signed", -1 if "-" in sign[0] else 1, False, offset + sign.start()
    if _is_relative(quantity) and (
        _SIGNED.match(quantity.stated) or re.match(r"^,? (?:year[- ]on[- ]year|y-?o-?y)\b", after, re.I)
    ):
        return "signed", -1 if quantity.value < 0 else 1, False, offset + len(before)
    return None


def _compares(match: re.Match[str], quantity: Quantity) -> bool:
    """As in "5% more than", "ninety-six fewer than", "9% above the target"; not "over three years"."""
    rest = match["rest"]
    if match["up"] and match["up"].lower() == "over" and _OVER_TIME.match(rest):
        return False
    beyond = _is_relative(quantity) and (_is_plain_more(match) or bool(re.match(r"^ (?:the |its |our |a )", rest)))
    return bool(_BASE_REST.match(rest)) or beyond


def _is_relative(quantity: Quantity) -> bool:
    return quantity.form in (QuantityForm.PERCENT, QuantityForm.POINT, QuantityForm.MULTIPLE, QuantityForm.FRACTION)


def _is_plain_more(match: re.Match[str]) -> bool:
    return (match["up"] or match["down"]).lower() in (
        "more",
        "less",
        "higher",
        "lower",
        "up",
        "down",
        "fewer",
        "faster",
        "shorter",
        "longer",
    )


def _may_change(quantity: Quantity, words: str) -> bool:
    """As in "grew 5%" and "grew by 300", but not the object of "raised 300 cases" or "cut 13 items"."""
    return (
        words.rstrip().lower().endswith(" by")
        or _is_relative(quantity)
        or (
            quantity.form is QuantityForm.MONEY
            and bool(re.match(r"(?:fell|fall|rose|grew|climb|jump|drop|declin|slip|slid)", words, re.I))
        )
    )


def _sign(match: re.Match[str]) -> int:
    return -1 if match.groupdict().get("down") else 1


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
    if form is QuantityForm.MULTIPLE:
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
