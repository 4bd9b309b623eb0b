"""Which figures of a sentence a time may date: it stops at comparisons, relative clauses, marks and strokes."""

from __future__ import annotations

import re

from customs_kg.builders.english.clauses import Role as ClauseRole
from customs_kg.builders.english.stance import CREATES
from customs_kg.builders.english.verb_forms import Form
from customs_kg.builders.figures.context.case import MEASURING_VERBS
from customs_kg.builders.figures.context.measures import Relation, read_measure
from customs_kg.builders.figures.context.scene import Scene
from customs_kg.builders.quantities.quantity import Quantity
from customs_kg.builders.times.calendar_periods import MONTH
from customs_kg.builders.times.periods import Role, TimeExpression

_FORMS = frozenset("adopt enact form revise write".split())
_MONEY_SIGN = r"(?:[A-Z]{1,3} ?)?[$£€¥]? ?"
_COMPARED = re.compile(
    r"\b(?:up|down|from|compared|against|than|versus|having|had|twice|double|triple|half|times)\b"
    rf"|\b(?:after|above|below|over|on) (?:the )?{_MONEY_SIGN}\d",
    re.IGNORECASE,
)
_INSIDE = r"(?:[^,;()]|(?<=\d),(?=\d))*"  # of what a comma does not end: "4,600 pounds of 2013"
_OF_COMPARED = re.compile(
    r"(?:\b(?:against|compared (?:with|to)|versus|than|instead of|up from|down from|twice|double|half|times"
    r"|having \w+(?:ed|en|ood|eld|ad|ound|ought))\b"
    r"|\b(?:after|above|below)(?= (?:the )?\d)"
    rf"|(?:%|\bcent|\bpoints?) (?:on|over|above|below)(?= (?:the )?{_MONEY_SIGN}\d)"
    rf"|\bhad (?:\w+ )?(?:been|stood|reached|numbered|amounted)){_INSIDE}\d{_INSIDE}$"
    rf"|\b(?:twice|double|triple|half|times) (?:the|that|those|what)\b{_INSIDE}$",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r"^\s*(?:\w+ ){0,2}(?:which|who|whom|whose|where)\b", re.IGNORECASE)
_TOLD_THAT = re.compile(r",? that\b")
_TELLING = frozenset("tell say announce report state declare note inform add write confirm publish".split())
_RELATIVES = frozenset("which who whom whose where that".split())
_AS_DONE = re.compile(r"\s*[Aa]s \w+(?:ed|en|ought|ade|own|id)\b[^,;]*$")  # "As enacted in 2012, the fee rose"
_POINTED = re.compile(r"\b(?:the|a|an|its|our|their|this|that) $", re.IGNORECASE)
_DATED_TEXT = re.compile(
    r"\b(?:bulletin|gazette|yearbook|newsletter|circular|letter|notice|press release|statement|communiqu[ée]|edition"
    r"|issue|decree)(?: no\. ?\d+)? (?:of|dated|for|from) (?:the )?$",
    re.IGNORECASE,
)
_IN_YEAR = re.compile(rf"\b{MONTH}", re.IGNORECASE)
_BEHIND = 32  # characters that hold what the patterns above find
_LEVELS = frozenset(
    "level figure total result budget target year season peak average value amount number rate record share count"
    " fiscal financial calendar edition report outturn actual estimate base baseline mark quarter half".split()
)
_NEXT_CLAUSE = re.compile(
    r", (?:and|but|while|although|whereas|where|which|who|whose|first|beginning|starting|the (?:first|last|latest)) |: "
)


def is_of_old_level(scene: Scene, time: TimeExpression, quantity: Quantity) -> bool:
    """As in "from 7 days in 2016 to 5", "up from 3% in May, and": the time belongs to the level before the change."""
    last = next((q for q in reversed(scene.passage.quantities) if q.end <= time.start), None)
    if last is None or last.start == quantity.start or not adjoins(scene, last.end, time.start):
        return False
    return read_measure(scene.text, last).relation is Relation.OLD_LEVEL


def is_attribute(scene: Scene, time: TimeExpression) -> bool:
    """As in "the review of the 2006 treaty": the year tells one thing from another, and nothing of when.

    The day or month of a document, as in "the Gazette of May 2014 gives 412", is none of what it tells.
    """
    if _DATED_TEXT.search(scene.text, max(0, time.start - _BEHIND), time.start) and _IN_YEAR.search(
        scene.text, time.start, time.end
    ):
        return True
    if not _POINTED.search(scene.text, max(0, time.start - _BEHIND), time.start):
        return False
    at = scene.token_at(time.end)
    noun = scene.tokens[at] if at < len(scene.tokens) and scene.tokens[at].start - time.end < 2 else None
    return noun is not None and noun.is_noun and noun.lemma not in _LEVELS and noun.lower not in _LEVELS


def is_of_figure(scene: Scene, time: TimeExpression, at: int) -> bool:
    """Whether a time may date what stands at an offset after it.

    A time between commas does not, where it dates a figure to compare with ("against 71 in 2015, and lost 6") or a
    relative clause ("the accord, to which it has belonged since 2008, sent 46").
    """
    if _TOLD_THAT.match(scene.text, time.end) and _is_of_telling(scene, time):
        return False
    mark = re.compile(r"[,:]").search(scene.text, time.end, at)
    closing = mark.start() if mark else -1
    opening = max((m.end() for m in re.finditer(r"(?<!\d)[,;(]|[,;(](?!\d)", scene.text[: time.start])), default=0)
    part = scene.text[opening : time.end]
    if _AS_DONE.match(part):
        return False
    if closing < 0 or re.search(r"\d,$", scene.text[time.end : closing + 1]):
        return not (_OF_COMPARED.search(part) and re.match(r" (?:and|but|while|whereas)\b", scene.text[time.end : at]))
    relative = opening > 0 and _RELATIVE.match(part)
    return not (relative or _OF_COMPARED.search(part) or _describes_subject(scene, opening, closing, at))


def is_day_of_other(scene: Scene, time: TimeExpression, quantity: Quantity) -> bool:
    """As in "A was opened *on 3 March 2018*, and finds numbered 300": the day of an act is not that of a total."""
    if not _DAY.fullmatch(time.core.key) or not scene.text.startswith("on ", time.start):
        return False
    told = scene.clause_before(scene.token_at(time.start))
    now = scene.clause_of_subject(scene.places[quantity.start]) or scene.clause_before(scene.before(quantity))
    if told is None or now is None or now is told or now.subject is None:
        return False
    if not all(c.finite and c.role in (ClauseRole.MAIN, ClauseRole.CONJUNCT) for c in (told, now)):
        return False
    return told.lemma not in _STATES and now.lemma in MEASURING_VERBS and scene.tokens[now.subject[0]].start >= time.end


_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_STATES = frozenset("be stand number total have amount count hold employ".split())


def is_before_now(scene: Scene, time: TimeExpression, quantity: Quantity) -> bool:
    """As in "the Service was founded in 1952 and has 86 offices": what is so now is not of the time of what was.

    Nor is anything of the time when its doer came about: "Set up in 2012, the unit seized 40 kg".
    """
    told = scene.clause_before(scene.token_at(time.start))
    now = scene.clause_of_subject(scene.places[quantity.start]) or scene.clause_before(scene.before(quantity))
    if told is None or now is None or now is told or not now.finite:
        return False
    later = scene.tokens[now.group[0]].start >= time.end
    came_about = told.form is Form.PARTICIPLE and told.lemma in CREATES | _FORMS
    return later and (came_about or (told.finite and told.form is Form.PAST and now.form is Form.PRESENT))


def is_compared(scene: Scene, time: TimeExpression) -> bool:
    """As in "9 million, against 8 million in 2013 (+12%)": whether a time dates a figure to compare with."""
    opening = max((m.end() for m in re.finditer(r"(?<!\d)[,;(]|[,;(](?!\d)", scene.text[: time.start])), default=0)
    return _OF_COMPARED.search(scene.text[opening : time.end]) is not None


def _is_of_telling(scene: Scene, time: TimeExpression) -> bool:
    """As in "the Minister told Parliament on 3 May that 40 posts were vacant": when it was told."""
    clause = scene.clause_before(scene.token_at(time.start))
    return clause is not None and clause.lemma in _TELLING


def _describes_subject(scene: Scene, opening: int, closing: int, at: int) -> bool:
    """As in "the Team, a unit formed in 2015, seized 40 kg": words between commas that say what a subject is."""
    if opening <= 1:
        return False
    first, last, end = scene.token_at(opening), scene.token_at(closing), scene.token_at(at)
    described = first < last and scene.tokens[first].tag in ("DT", "NN", "NNP", "NNS") and last - first > 3
    before = any(c.finite and c.group[1] <= first for c in scene.clauses)
    after = any(c.finite and last <= c.group[0] < end and c.group[0] - last <= 2 for c in scene.clauses)
    return described and not before and after


def same_part(scene: Scene, time: TimeExpression, quantity: Quantity) -> bool:
    """On the same side of brackets, semicolons and the strokes between cells."""
    first, last = sorted((time.start, quantity.start))
    if " | " in scene.text[first:last]:
        return False
    return scene.in_brackets(time.start) == scene.in_brackets(quantity.start) and no_semicolon(scene, first, last)


def no_semicolon(scene: Scene, start: int, end: int) -> bool:
    """Whether no semicolon stands between two offsets."""
    return ";" not in scene.text[start:end]


def adjoins(scene: Scene, start: int, end: int) -> bool:
    """Whether a time belongs to the figure before it: no mark and no other figure stands between."""
    between = re.sub(r"\([^)]*\)", "", scene.text[start:end])
    other = any(start <= q.start < end and "(" not in scene.text[start : q.start] for q in scene.passage.quantities)
    return not other and not re.search(r"[,;:]| and (?!(?:exports?|imports?|regions|its|other)\b)", between)


def may_reach_back(scene: Scene, time: TimeExpression, quantity: Quantity) -> bool:
    """Whether a time at the end of a clause is also that of a figure earlier in it."""
    compared = _COMPARED.search(scene.text[quantity.end : time.start])
    counted = time.role is Role.AS_OF and not _is_event(scene, quantity, time)
    of_another = bool(compared) or time.role is Role.SINCE or counted or is_aside(scene, time, quantity)
    of_another |= scene.text[time.end : time.end + 8] == " having " or _leaves_relative(scene, time, quantity)
    return not of_another and not _next_clause(scene, quantity.end, time.start)


def _is_event(scene: Scene, quantity: Quantity, time: TimeExpression) -> bool:
    """As in "the accord was signed by 11 states in Milo, on 8 May": a day on which something was done."""
    clause = scene.clause_before(scene.token_at(time.start))
    on_day = scene.text[time.start :].lower().startswith("on ")
    return on_day and clause is not None and clause.form is Form.PAST and clause.passive and clause.finite


def _leaves_relative(scene: Scene, time: TimeExpression, quantity: Quantity) -> bool:
    """As in "the centre, in which 24 bodies sit, held a summit in May": the time is of the clause around a relative."""
    at, token = scene.places[quantity.start], scene.token_at(time.start)
    closed = "," in scene.text[quantity.end : time.start]
    return closed and any(
        c.role is ClauseRole.RELATIVE
        and min(c.extent[0], c.subject[0] if c.subject else at) <= at < c.extent[1] <= token
        for c in scene.parsed.clauses
    )


def _next_clause(scene: Scene, start: int, end: int) -> bool:
    """Whether a time after the figure belongs to a clause that begins between them."""
    return bool(_NEXT_CLAUSE.search(scene.text[start:end]))


def is_aside(scene: Scene, time: TimeExpression, quantity: Quantity) -> bool:
    """Whether a time stands in a clause between commas that does not hold the figure."""
    at = scene.places[quantity.start]
    token = scene.token_at(time.start)
    for clause in scene.parsed.clauses:
        inside = clause.extent[0] <= token < clause.extent[1]
        aside = clause.role in (ClauseRole.REDUCED, ClauseRole.RELATIVE) and clause.group[0] > 0
        if inside and aside and not clause.extent[0] <= at < clause.extent[1]:
            first = clause.subject[0] if clause.subject else clause.extent[0]
            if any(t.lower in _RELATIVES for t in scene.tokens[max(0, first - 1) : first + 1]):
                return True
            before = scene.text[: scene.tokens[clause.group[0]].start].rstrip()
            if before.endswith((",", "which", "that", "who")):
                return True
    return False
