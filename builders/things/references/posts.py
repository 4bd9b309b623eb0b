"""Posts by a common noun or "it" beside a verb of holding: "that *post* was occupied by A", "A had held *it*"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from customs_kg.builders.english.cued import cued
from customs_kg.builders.things.mentions import Mention
from customs_kg.builders.things.references.definites import RESOLVED, stands_alone
from customs_kg.builders.things.references.discourse import Discourse
from customs_kg.ontology.iris import CK
from customs_kg.ontology.vocabulary import load_terms

_TAKE = (
    r"(?:h[eo]lds?|holding|occup(?:y|ies|ied|ying)|fill(?:s|ed|ing)?|(?:take|took|taking|taken)(?: (?:up|over|on))?|"
    r"assum(?:e|es|ed|ing)|left|leav(?:e|es|ing)|vacat(?:e|es|ed|ing)|relinquish(?:es|ed|ing)?|"
    r"(?:gave|given?|giving|lay|laid|laying) (?:up|down)|enter(?:s|ed|ing)?|quit(?:ting)?|"
    r"resum(?:e|es|ed|ing)|inherit(?:s|ed|ing)?|"
    r"hand(?:s|ed|ing)?(?: (?:over|on))?|(?:pass|cede|yield)(?:es|ed|ing)?(?: (?:over|on))?|"
    r"(?:step|stepp|mov|succeed|return|promot|appoint|elect|nam|confirm)(?:s|es|ed|ing)? (?:in)?to|"
    r"act(?:s|ed|ing)? in|serv(?:e|es|ed|ing) in|(?:retir|resign)(?:e|es|s|ed|ing)? from|confirm(?:s|ed)? in|"
    r"duties of|functions of)"
)
_NOUN = r"(?:post|position|office|role|job)"
_HELD = cued(
    "post position office role job it",
    rf"\b{_TAKE} ((?:[Tt]he|[Tt]hat|[Tt]his) {_NOUN}\b(?! of\b)|it\b(?= (?:since|until|from|for|in|on)\b|[.,;]))",
)
_PASSED = cued(
    "post position office role job it",
    rf"\b((?:[Tt]he|[Tt]hat|[Tt]his) {_NOUN}|"
    r"^It(?= (?:is|was|has been|had been) (?:[a-z]+ ){0,2}(?:held|filled|occupied) by))"
    r"(?= (?:that |which )?(?:(?:was|is|has been|had been|has|had|then|now|later) )*"
    r"(?:occupied|held|filled|passed|went|fell|falls|taken|assumed|vacated|handed|given|entrusted)\b)",
)

_FORMERLY = cued(  # another post of the one who is spoken of: "A, *previously* B, took the post"
    "previously formerly former then hitherto",
    r"\b(?:previously|formerly|former|hitherto|(?:until|by|till) then|then) (?:the |its |our )?$",
)


def post_references(discourse: Discourse, n: int, taken: Sequence[Mention]) -> Iterator[Mention]:
    """The references of passage `n` to the one post named before; `taken` are those found otherwise."""
    reading = discourse.readings[n]
    for pattern in (_HELD, _PASSED):
        for m in pattern.finditer(reading.text):
            start, end = m.span(1)
            if not all(end <= x.start or x.end <= start for x in (*discourse.named[n], *taken)):
                continue
            if not m.group(1).endswith("it") and pattern is _HELD and not stands_alone(reading, m, discourse.named[n]):
                continue
            if thing := _post_before(discourse, n, start):
                yield Mention(reading.index, start, end, thing, "head", RESOLVED)


def _post_before(discourse: Discourse, n: int, at: int) -> str:
    """The only post of the nearest sentence that names one, up to a place of passage `n`; "" where it names several."""
    for k, mentions in enumerate(discourse.before(n, at)):
        named = [m for m in mentions if load_terms().is_a(discourse.entities[m.thing].cls, CK + "Post")]
        posts = {m.thing for m in named if _FORMERLY.search(discourse.readings[n - k].text, 0, m.start) is None}
        if posts:
            return posts.pop() if len(posts) == 1 else ""
    return ""
