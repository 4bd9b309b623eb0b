"""Who collected the taxes of which a sentence tells what they yielded, where it does not say so beside them.

"*The Customs Department* took in 5 billion, of which A made up 2": the department; "A brought in 2 billion": the
department that the sentence before is about, else the report's agency.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from customs_kg.builders.document import Passage
from customs_kg.builders.relations.clauses.agentless import is_body
from customs_kg.builders.relations.frames.scene import Scene
from customs_kg.builders.things.things import Mention, Things
from customs_kg.ontology.iris import CK

_SURE = Decimal("0.65")
_COLLECTS = frozenset(
    "accrue assess bring collect earn gather generate get levy net pay raise realise realize record recover register "
    "remit secure take transfer turn yield".split()
)
# whose money it is, for whom it was collected: "paid *into the Treasury*", "for *the Union*"
_FOR_OTHERS = re.compile(r"\b(?:for|on behalf of|into) (?:the )?(?:[\w.'&() -]{2,60}\()?$")
_TO = re.compile(r"\b(?:to|in|with|of|by) (?:the )?(?:accounts? of (?:the )?)?$")
_PURSE = re.compile(
    r"\b(?:[Tt]reasury|Exchequer|Finance|Union|Confederation|Government|Bank|Fund|Council|Parliament)\b"
)
_BY_SOME = re.compile(
    r"\b(?:collected|levied|administered|booked|banked|raised|charged|remitted) (?:there )?by (?:the )?"
)
_OWNS_YIELD = re.compile(r"'s? (?:[a-z]+ )?(?:revenues?|receipts|collections?|takings|income|yield)\b")
_OPENS = re.compile(r"(?:(?:In|During|For|Over) [^,.;]{3,40},? )?(?:(?:The|Our|Its|This|the|our|its) )?")
_TAKES_IN = re.compile(
    r"(?: \([^()]*\))?(?:,[^,.;]{3,80},)? (?:again |also |alone |itself )?"
    r"(?:collected|assessed|generated|raised|realised|realized|recorded|registered|took in|brought in|remitted|paid)\b"
)


def collector(
    passage: Passage, scenes: Sequence[Scene], before: Passage | None, at: tuple[int, int], things: Things
) -> Mention | None:
    """The body that collected what stands at a place of a passage; None where some other body may have."""
    start, end = _part(passage.text, at)
    mentions = [m for m in things.in_passage(passage.index) if start <= m.start < end]
    others = [m for m in mentions if _is_another(m, things)]
    by_some = _BY_SOME.search(passage.text, at[1], end)
    if by_some and not any(m.start == by_some.end() and m.thing == things.agency for m in mentions):
        return None
    if all(_gets_it(m, passage.text, things) for m in others):
        unit = _spoken_of(passage, before, things)
        return Mention(passage.index, *at, unit or things.agency, "understood", _SURE)
    owner = next((m for m in others if _OWNS_YIELD.match(passage.text, m.end)), None)
    return owner or _taker(scenes, others, (start, at[0]), things)


def _part(text: str, at: tuple[int, int]) -> tuple[int, int]:
    """The part of a sentence between semicolons that a place lies in."""
    end = text.find(";", at[1])
    return text.rfind(";", 0, at[0]) + 1, end if end >= 0 else len(text)


def _taker(
    scenes: Sequence[Scene], others: Sequence[Mention], stretch: tuple[int, int], things: Things
) -> Mention | None:
    """Who takes money in by a verb within a stretch: "*The Port Office* raised 5 million, 3 million of it A"."""
    for scene in scenes:
        verb = scene.parsed.stretch(scene.clause.group)[0]
        if scene.clause.lemma in _COLLECTS and not scene.clause.passive and stretch[0] <= verb < stretch[1]:
            takers = [m for m in scene.subjects if m in others or m.thing == things.agency]
            if takers:
                return takers[0]
    return None


def _is_another(mention: Mention, things: Things) -> bool:
    return mention.thing != things.agency and is_body(mention, things)


def _gets_it(mention: Mention, text: str, things: Things) -> bool:
    """Whether the money goes to a body, or comes under its budget, so that it did not collect it."""
    if _FOR_OTHERS.search(text, 0, mention.start):
        return True
    label = things.entities[mention.thing].label
    return _PURSE.search(label) is not None and _TO.search(text, 0, mention.start) is not None


def _spoken_of(passage: Passage, before: Passage | None, things: Things) -> str | None:
    """The IRI of the department that the sentence before it in the same paragraph is about, if one collects."""
    if before is None or before.segment.paragraph != passage.segment.paragraph:
        return None
    for mention in things.in_passage(before.index):
        if _OPENS.fullmatch(before.text, 0, mention.start) and _is_another(mention, things):
            is_customs = things.is_a(mention, CK + "CustomsAdministration")
            return mention.thing if is_customs or _TAKES_IN.match(before.text, mention.end) else None
    return None
