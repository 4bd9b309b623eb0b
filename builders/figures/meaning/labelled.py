"""Figures behind a label: "Refunds: 18 million", "Vans 14 / Boats 6", "boats, 6; vans, 14", "(2019: 2,790)"."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from customs_kg.builders.english.clauses import Clause
from customs_kg.builders.english.nominals import phrase_from, words_of_label
from customs_kg.builders.english.participles import past_participle
from customs_kg.builders.english.verb_forms import Form
from customs_kg.builders.figures.context.case import MEASURING_VERBS, RESOLVED, Case, Measured
from customs_kg.builders.figures.context.scene import Scene
from customs_kg.builders.figures.meaning.counted import noun_at
from customs_kg.builders.quantities.quantity import QuantityForm

UNIT_NOUNS = frozenset(
    "unit piece item article person case head set copy number time entry ton tonne box container parcel package"
    " carton bale sack bag stick pack teu consignment shipment batch sheet pair".split()
)
HEADS = re.compile(
    r"(?:the |our )?(?:(?:key|main|selected|other|quick|fast|some) )?(?:highlights?|facts?|figures|numbers|results|data"
    r"|statistics|achievements|outputs|outcomes|summary|overview|snapshot|year)(?: (?:and|&) (?:facts|figures))?"
    r"(?: (?:at a glance|in (?:brief|short|figures|numbers|review)|of the year|for the year))?(?: (?:19|20)\d\d.*)?",
    re.IGNORECASE,
)
_OUTCOMES = frozenset(
    "result results outcome actual actuals achieved achievement performance target outturn reached realised"
    " realized".split()
)
_SLOT = re.compile(
    r"(?:^|: |[/|\u2022\u00b7] |[\d)] )(?P<label>[^\W\d_](?:[^/|\u2022\u00b7:;.,()\d]|\([^()\d]{1,24}\)){2,60}) $"
)
_SLOT_END = re.compile(r" [/|\u2022\u00b7(]|, | [A-Z]| [a-z]+(?: [/|\u2022\u00b7]|,|\.?$)|\.?$")
_STROKE = re.compile(r" [/|\u2022\u00b7] ")
_STROKE_BEHIND_DIGIT = re.compile(r"\d[^/|\u2022\u00b7]* [/|\u2022\u00b7] ")
_PAIR = re.compile(
    r"(?:^|[;:] (?:and )?|\b(?:composed|made up|consist(?:s|ed|ing)) of )(?P<label>[^\W\d_][^;:.,()\d]{2,60}), $"
)
_PAIR_END = re.compile(r";|\.?$")
_PAIRS = re.compile(r"\w, [^;,]{0,6}\d[^;]*; (?:and )?\w[^;,\d]{2,60}, [^;,]{0,6}\d")
_HEADING = re.compile(r"(?:[^\d:;()]|(?:19|20)\d\d(?:[/\u2013-]\d{2,4}\b)?){1,100}?: ")  # the words that open a row
_SERIES_PART = re.compile(
    r" ?(?:and )?(?P<label>[^\W\d][^\d;:.()]{2,60}?)(?<! to)(?<! by)(?<! at)(?<! of)(?<! from)(?<! with)(?<! over),?"
    r" (?:[A-Z]{0,3} ?[$£€¥]? ?)?\d[\d,.]*(?: \d{3}\b)*"
    r"(?: (?:million|billion|thousand|trillion|tons|tonnes|kg|kilograms|per ?cent|percent|units))*%?"
    r"(?: \([^()]*\))?[.,]?"
)
_WITH_ASIDE = re.compile(
    r"(?!(?:[Oo]f|[Ii]n|[Aa]t|[Bb]y|[Aa]s) )[^;,]* \([^();]*\d[^();]*\)\.?"
)  # "Vans 31 (target: 40)"
_UNIT_IN_LABEL = re.compile(
    r" \((?:[^()]*\b(?:thousand|million|billion|trillion|crore|lakh|tons|tonnes|kg|litres)\b[^()]*"
    r"|[A-Z]{3}|%|[$£€¥₹]|'000)\)$"
)
_ALONE = re.compile(r"(?: per ?cent| [\w-]+)?(?: \([^()]*\))?[.;]?$")
_LABELLED = re.compile(r"(?:^(?:[\[(]?\w{1,2}[\])] )?|[.;(,|] )(?P<label>[^:;.|]{2,90}):\s*$")


def labelled(case: Case) -> Measured | None:
    """As in "Refunds: EUR 18.4 million", "Vans 14 / Boats 6": a label before the figure, and a colon or strokes."""
    opens = case.text_before.rstrip().endswith(":")
    match = (_LABELLED.search(case.text_before) if opens else None) or _slot(case)
    if match is None or case.is_change:
        return None
    label, alone = _UNIT_IN_LABEL.sub("", match["label"]), _ALONE.match(case.text_after) and not match.start()
    first = case.scene.token_at(match.start("label"))
    last = case.scene.token_at(match.start("label") + len(label) - 1) + 1
    terms = _terms(case, first, last)
    kept = [t for i, t in enumerate(case.tokens[first:last], first) if i in terms or i not in case.scene.stops]
    verbs = list(case.scene.clauses) if match.re is _LABELLED else []
    verbs = [c for c in verbs if not (alone and case.tokens[c.verb].lower.endswith("ed"))]  # "Entries lodged online:"
    finite = any(_is_verb(case.scene, c) and first < c.group[0] < last for c in verbs)
    figures = any(first <= place < last and place not in terms for place in case.scene.places.values())
    if not kept or finite or figures or (verbs and any(t.tag in ("VBD", "MD", "VBZ") for t in kept[1:-1])):
        return None
    counted = noun_at(case, case.following) if case.quantity.form is QuantityForm.COUNT else None
    label = words_of_label(kept)
    if counted is not None and (not is_unit_like(case) or HEADS.fullmatch(match["label"].strip())):
        return None
    base = case.comparable() if label.lower() in _OUTCOMES else None
    if base is not None and base.quantity.unit == case.quantity.unit:
        return replace(base.measured, rule="as-before", confidence=RESOLVED)
    return Measured(label, rule="labelled")


def _terms(case: Case, first: int, last: int) -> frozenset[int]:
    """The places of lengths of time that a label sets as a term: "Letters answered within ten days: 89 percent"."""
    own = (q for q in case.scene.passage.quantities if case.scene.is_time_unit(q) and q.start in case.scene.places)
    places = {case.scene.places[q.start] for q in own}
    return frozenset(
        i for i in places if first < i < last and case.tokens[i - 1].lower in ("within", "in", "under", "after")
    )


def in_series(case: Case) -> Measured | None:
    """As in "In brief: passengers 413 million; cases filed 12,130": pairs of a label and a figure after a heading."""
    text, quantity = case.scene.text, case.quantity
    heading = _HEADING.match(text)
    opening = heading.end() - 1 if heading else 0  # there may be none: "Travellers 3 million; cases 12"
    if case.is_change or opening >= quantity.start:
        return None
    ends = [m.start() for m in re.finditer(";", text)]
    start = max([opening, *(end + 1 for end in ends if end < quantity.start)])
    end = min([end for end in ends if end >= quantity.end], default=len(text))
    part = _SERIES_PART.fullmatch(text[start:end])
    if part is None or start + part.end("label") > quantity.qualifier_start:
        return None
    pairs = [m for m in text[opening:].split(";") if _SERIES_PART.fullmatch(m)]
    if len(pairs) < 2 and not _WITH_ASIDE.fullmatch(text):
        return None
    first, last = case.scene.token_at(start + (start > 0)), case.scene.token_at(start + part.end("label"))
    if any(c.finite and first <= c.group[0] < last and not _is_done(case, c) for c in case.scene.clauses):
        return None
    return Measured(words_of_label(case.tokens[first:last]), rule="labelled")


def _is_done(case: Case, clause: Clause) -> bool:
    """Whether what was taken for a verb is the participle of a label: "cases filed", "Preferred traders"."""
    verb = case.tokens[clause.verb].lower
    return past_participle(verb) == verb and clause.lemma not in MEASURING_VERBS


def _slot(case: Case) -> re.Match[str] | None:
    """The label of a figure in a row of labels and figures between strokes, or of pairs: "boats, 6; vans, 14"."""
    if _has_pairs(case.scene.text) and _PAIR_END.match(case.text_after):
        return _PAIR.search(case.text_before)
    strokes = _has_strokes(case.scene.text) and _SLOT_END.match(case.text_after)
    return _SLOT.search(case.text_before) if strokes else None


@lru_cache(maxsize=16)
def _has_pairs(text: str) -> bool:
    return ";" in text and _PAIRS.search(text) is not None


@lru_cache(maxsize=16)
def _has_strokes(text: str) -> bool:
    """Whether a stroke that stands alone is the first one behind a digit."""
    return _STROKE.search(text) is not None and _STROKE_BEHIND_DIGIT.search(text) is not None


def _is_verb(scene: Scene, clause: Clause) -> bool:
    """A finite verb; a bare form in -ed that ends its phrase ("cases handed to the court") is a participle."""
    after = scene.tokens[clause.group[1]].tag if clause.group[1] < len(scene.tokens) else "."
    bare = (
        clause.form is Form.PAST and len(range(*clause.group)) == 1 and scene.tokens[clause.verb].lower.endswith("ed")
    )
    ends = len(range(*clause.group)) == 1 and after == ":"  # "requests sent:"
    return clause.finite and not ends and not (bare and after in ("RB", "TO", "IN", ".", ","))


def year_labelled(case: Case) -> Measured | None:
    """As in "(2019: 2,790)", "(last year 2,790)": the figure before, at another time."""
    here = case.scene.in_brackets(case.quantity.start)
    base = case.last_level()
    if here is None or base is None or base not in case.before or base.quantity.unit != case.quantity.unit:
        return None
    inside = case.scene.text[here[0] : case.quantity.qualifier_start]
    scene_text, times = case.scene.text, case.scene.passage.times
    timed = any(here[0] <= t.start and t.end <= case.quantity.start for t in times)
    alone = any(t.start == here[0] and not scene_text[t.end : case.quantity.qualifier_start].strip() for t in times)
    told = timed and (alone or re.search(r":\s*$", inside))
    return replace(base.measured, rule="as-before", confidence=RESOLVED) if told else None


def is_unit_like(case: Case) -> bool:
    """As in "came to 47 million pieces": the noun only says how it is counted."""
    phrase = phrase_from(case.tokens, case.following)
    return phrase is not None and phrase.size == 1 and case.tokens[phrase.head].lemma in UNIT_NOUNS
