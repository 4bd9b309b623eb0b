"""Relations that a name states by names within it: "Policy Commission of the A", "Section 5 of the A", "A office"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from customs_kg.builders.relations.phrases.prepositions import Ends, joined_by
from customs_kg.builders.things.things import Mention, Things
from customs_kg.ontology.iris import CK

_PREPOSITION = re.compile(r"\b(of|in|at|with|between|on|against|for|under|to) (?:the )?$")
# "duties on goods from A"
_FROM = re.compile(r"\b(?:goods|imports|products|cargo) (?:from|of|originating in) (?:the )?$")
_OF_GOODS = re.compile(r"\b(on|against|for) (?:the )?(?:[a-z-]+ ){1,2}$")  # "the crackdown on *smuggled* petroleum"
_OF_ROW = re.compile(  # "the agreements with A and B", "a pact between the A, the B and C"
    r"\b(of|with|between) (?:the )?(?:[A-Z][\w.-]*,? (?:of )?(?:the )?)*?(?:[A-Z][\w.-]*(?:,|,? and) (?:the )?)$"
)
_PROVISION = re.compile(
    r"(?:Section|Article|Chapter|Part|Annex|Title|Schedule|Rule|Regulation)s? [\dIVXL]|"
    r"(?:[A-Z]\w+ )?(?:Protocol|Amendment|Annex|Appendix|Supplement|Schedule)(?: of Amendment)? to "
)
# "General Department of A Customs", "Bureau of A": another name of the same body
_OWN_HEAD = re.compile(
    r"(?:the |(?:General|National|Federal|Central|State|Royal) )*"
    r"(?:Administration|Agency|Authority|Board|Bureau|Commission|Department|Directorate|Ministry|Office|Service) of "
)
_UNDER = frozenset(CK + name for name in ("reportsToBody", "unitOfAdministration", "directlySubordinateTo"))
_TURN = re.compile(r"\b(?:for|on|in|to|against|with|by) ")
_IN_ROW = re.compile(r"\s*(?:,|\band|\bor|, and)\s+(?:the )?$")
_OPENS_ROW = re.compile(r"(?:, (?:the )?[A-Z][\w.-]*(?: (?:of )?[A-Z][\w.-]*)*)* and (?:the )?[A-Z]")
_REST = re.compile(r"(?:'s?)? (?!and |or )[\"(]?[A-Za-z]")
_PARTS = re.compile(r"\b(?:[Pp]hase|[Ss]tage|[Rr]elease|[Mm]odule|[Cc]omponent|[Pp]illar|[Pp]art|[Ss]ubsystem)\b")
# what a name before a noun can mean, by the preposition that would join them: "the A office" is an office of or in A
_BEFORE_NOUN = ("of", "in", "on")


def nested_names(text: str, mentions: Sequence[Mention], things: Things) -> Iterator[Ends]:
    """Subject, property and object for each name at an edge of another.

    What stands in a row before such a name and is of its kind shares the last part: "Section 1 and Section 2 of A".
    """
    for whole in mentions:
        of_several = things.is_a(whole, CK + "NormativeDocument", CK + "TaxType")  # "the agreements with A, B and C"
        for part in mentions:
            inside = whole.start <= part.start and part.end <= whole.end and part.thing != whole.thing
            at_edge = part.end == whole.end or part.start == whole.start
            if not inside or not (at_edge or (of_several and _OPENS_ROW.match(text, part.end))):
                continue
            ends = _relation(text, whole, part, things)
            if ends is None:
                continue
            yield ends
            if ends[1] == CK + "componentOf":
                yield from ((m, ends[1], part) for m in _row_before(text, whole, mentions, things))


def _relation(text: str, whole: Mention, part: Mention, things: Things) -> Ends | None:
    before = text[whole.start : part.start]
    if not before:
        return _before_noun(text[part.end : whole.end], whole, part, things)
    if _FROM.search(before):
        return joined_by("from", whole, part, things)
    preposition = _PREPOSITION.search(before)
    if preposition is None and things.is_a(part, CK + "GoodsCategory", CK + "Offence"):
        preposition = _OF_GOODS.search(before)
    if preposition is None and _IN_ROW.search(before) and things.is_a(whole, CK + "NormativeDocument", CK + "TaxType"):
        preposition = _OF_ROW.search(before)
    word = preposition[1] if preposition else "in" if things.is_a(part, CK + "Place") else "of"
    ends = joined_by(word, whole, part, things) if preposition or _IN_ROW.search(before) else None
    if ends is not None and ends[1] in _UNDER and _is_of_same(before):
        return None
    if ends is None or not things.is_a(part, CK + "NormativeDocument") or ends[1] != CK + "componentOf":
        return ends
    return None if _TURN.search(before) and not _PROVISION.match(before) else ends


def _is_of_same(before: str) -> bool:
    """What a body's name has before a name of the same body, or of half of it: "Crime and *Anti-Fraud Agency*"."""
    return _OWN_HEAD.fullmatch(before) is not None or _IN_ROW.search(before) is not None


def _before_noun(rest: str, whole: Mention, part: Mention, things: Things) -> Ends | None:
    """A name that another begins with: "A Secretariat", "A office", not "the A Act" nor a country's own body."""
    law = all(things.is_a(m, CK + "NormativeDocument") for m in (whole, part))
    own = things.is_a(part, CK + "Place") and things.is_a(whole, CK + "PublicBody", CK + "InternationalOrganization")
    if law or own or not _REST.match(rest):
        return None
    ends = next(filter(None, (joined_by(word, whole, part, things) for word in _BEFORE_NOUN)), None)
    alike = (
        ends is not None
        and ends[1] == CK + "componentOf"
        and things.is_a(part, CK + "Endeavour", CK + "InformationSystem")
    )
    return None if alike and not _PARTS.search(rest) else ends


def _row_before(text: str, whole: Mention, mentions: Sequence[Mention], things: Things) -> list[Mention]:
    cls = things.entities[whole.thing].cls
    complete = {m for m in mentions for n in mentions if m.start < n.start and n.end == m.end}
    return [
        m
        for m in mentions
        if m.end <= whole.start
        and m not in complete
        and _IN_ROW.fullmatch(text[m.end : whole.start])
        and things.entities[m.thing].cls == cls
        and text[m.start : m.end].split(" ")[0] == text[whole.start : whole.end].split(" ")[0]
    ]
