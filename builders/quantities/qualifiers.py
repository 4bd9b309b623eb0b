"""Words that say how exactly a figure is meant: "over", "nearly", "at least", "or so"."""

from __future__ import annotations

import re

from customs_kg.builders.quantities.quantity import QuantityForm
from customs_kg.graph.model import Qualifier

_WORDS: tuple[tuple[str, Qualifier], ...] = (
    (
        r"at (?:the very )?least|(?:no|not) (?:less|fewer|lower|smaller) than|(?:a )?minimum(?: of)?|at or"
        r" above|not below",
        Qualifier.AT_LEAST,
    ),
    (
        r"at (?:the very )?most|(?<!add )(?<!adds )(?<!added )(?<!adding )up to|(?:no|not) (?:more|greater"
        r"|higher|longer|later|larger) than"
        r"|(?:a )?maximum(?: of)?|at or below|not exceeding|(?:does|did|do) not exceed|not to exceed|capped at"
        r"|(?<!half )(?<!twice )(?<!times )(?<!third )(?<!just )(?<!not )as (?:many|much) as",
        Qualifier.AT_MOST,
    ),
    (
        r"(?:very )?nearly|almost|close to|close on|near to|just (?:under|below|short of)"
        r"|(?:slightly|a little|marginally) (?:under|below|less than|fewer than)|approaching|virtually|little"
        r" short of|not quite",
        Qualifier.NEARLY,
    ),
    (
        r"around|(?<!information )(?<!details )(?<!data )(?<!reports )(?<!statistics )(?<!concerns"
        r" )(?<!questions )about"
        r"|approximately|approx\.?|some|roughly|circa|c\.|ca\.|~|≈|in the (?:region|order|neighbourhood|vicinity) of"
        r"|(?:of|on) the order of|an estimated|more or less",
        Qualifier.AROUND,
    ),
    (
        r"(?:just |well |slightly |a little |far |marginally )?(?:(?<!spread )(?<!distributed )(?<!divided"
        r" )(?<!phased )over"
        r"|more than|above|in excess of|upwards? of|greater than|higher than|larger than)"
        r"|exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?|topp(?:ed|ing)",
        Qualifier.OVER,
    ),
    (
        r"(?:well |far )?(?:below|less than|fewer than|lower than|smaller than)|(?:just |well |to |in |of |at "
        r"|was |were |for |from )?under",
        Qualifier.UNDER,
    ),
)
_BEFORE = tuple(
    (re.compile(rf"(?<![\w-])(?:{words})(?: (?:a|an|the|another|some|one))?\s?$", re.IGNORECASE), code)
    for words, code in _WORDS
)
_AFTER: tuple[tuple[re.Pattern[str], Qualifier], ...] = (
    (
        re.compile(
            r"\+|,? or (?:more|above|over|greater|higher)\b| and (?:above|over|more)\b|-plus\b| plus\b|,? at"
            r" (?:the )?least\b"
        ),
        Qualifier.AT_LEAST,
    ),
    (re.compile(r",? or (?:less|fewer|under|below|lower)\b|,? at (?:the )?most\b"), Qualifier.AT_MOST),
    (re.compile(r" or so\b|-odd\b| or thereabouts\b|,? (?:approximately|roughly)\b(?! \d)"), Qualifier.AROUND),
)
_LAST_WORDS = frozenset(
    "least than minimum maximum of above below most to exceed exceeding at as nearly almost on short under"
    " approaching virtually quite"
    " around about approximately approx some roughly circa c ca order estimated over exceeds exceeded surpass"
    " surpasses surpassed"
    " surpassing topped topping within less a an the another one".split()
)


def read_qualifier(text: str, start: int, end: int, form: QuantityForm, kind: str) -> tuple[Qualifier, int]:
    """The qualifier of the figure at `text[start:end]`, and where its words begin (`start` without one).

    Args:
        text: the reading text.
        start: where the figure begins.
        end: where it ends.
        form: how the figure is given.
        kind: local name of the quantity kind of its unit.
    """
    before = text[max(0, start - 40) : start]
    last = re.search(r"([A-Za-z]+)\.?\s?$|[~≈]\s?$", before)
    if last and (last[1] is None or last[1].lower() in _LAST_WORDS):
        for pattern, code in _BEFORE:
            match = pattern.search(before)
            words = match[0].lower() if match else ""
            if match and not (
                _misleads(words, code, form) or _spans(before, words, kind) or _RULES_OVER.search(before)
            ):
                return code, start - len(before) + match.start()
        if form is QuantityForm.MEASURE and kind == "Time" and (match := re.search(r"\bwithin $", before)):
            return Qualifier.AT_MOST, start - len(match[0])
    after = next((code for pattern, code in _AFTER if pattern.match(text, end)), Qualifier.EXACT)
    return after, start


_RULES_OVER = re.compile(
    r"\b(?:authority|command|control|custody|direction|dominion|influence|jurisdiction|leadership|management"
    r"|monopoly|oversight|ownership|power|responsibility|say|sovereignty|supervision|superintendence|surveillance"
    r"|sway|watch|presid(?:es?|ed|ing)|rul(?:es?|ed|ing)|reign(?:s|ed|ing)?|watch(?:es|ed|ing)|spread(?:s|ing)?"
    r"|scattered|extend(?:s|ed|ing)?|stretch(?:es|ed|ing)?|rang(?:es?|ed|ing)"
    r"|(?:hand|turn|sign|roll)(?:s|ed|ing)?|carr(?:y|ies|ied|ying)) over $",
    re.IGNORECASE,
)
_TIME_TAKEN = re.compile(
    r"\b(?:for|of|after|with|by|in|last(?:s|ed|ing)?|takes?|took|taking|to|from|at|is|was) over $", re.IGNORECASE
)


def _spans(before: str, words: str, kind: str) -> bool:
    """Whether "over" is the stretch of time itself ("will cost much over three years")."""
    return kind == "Time" and words.strip() == "over" and not _TIME_TAKEN.search(before)


def _misleads(words: str, code: Qualifier, form: QuantityForm) -> bool:
    """Whether the words are a preposition here: "under three headings", "above the 97.5 percent that is asked"."""
    if code is Qualifier.UNDER and words.startswith("under") and form is QuantityForm.COUNT:
        return True
    if words.startswith("as ") and form in (QuantityForm.PERCENT, QuantityForm.FRACTION):
        return True  # "as many as 97 percent" is meant to be many
    return words.rstrip().endswith(" the") and code in (Qualifier.OVER, Qualifier.UNDER)
