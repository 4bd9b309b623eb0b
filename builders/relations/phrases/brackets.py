"""What brackets behind a name list: goods of a duty, places of a unit, parties of an agreement, a unit's ministry."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from customs_kg.builders.english.months import MONTH
from customs_kg.builders.relations.phrases.prepositions import Ends, joined_by, proposal
from customs_kg.builders.relations.proposals import Proposal
from customs_kg.builders.things.things import Mention, Things
from customs_kg.ontology.iris import CK

_OPENS = re.compile(r"\s*\(")
_JOINS = re.compile(
    r"(?:\s|,|;|\d{1,2}(?:\s?[-\u2013]\s?\d{1,2})?|(?:19|20)\d\d|"
    rf"\b(?:and|the|in|at|to|from|others?|among|{MONTH})\b)*"
)
_PLACES = frozenset(CK + name for name in ("locatedIn", "accreditedTo", "within"))
_PARTIES = frozenset(CK + name for name in ("participant", "participatesInMechanism", "signatory"))
_WHOLES = frozenset(
    CK + name for name in ("reportsToBody", "unitOfAdministration", "componentOf", "directlySubordinateTo")
)
_MINISTRY = re.compile(r"(?:the )?(?:[A-Z][a-z]+ )?(?:Ministry|Department|Secretariat|Treasury)\b")
_FEWEST = 2  # parties that make a list of them


def bracket_claims(text: str, mentions: Sequence[Mention], things: Things) -> Iterator[Proposal]:
    """What stands in brackets behind a name, said of it; `mentions` lie in no other."""
    for i, first in enumerate(mentions[:-1]):
        opened = _OPENS.match(text, first.end)
        close = text.find(")", first.end)
        inside = [m for m in mentions[i + 1 :] if m.end <= close] if opened is not None else []
        alone = bool(inside) and opened is not None and _only(text, opened.end(), close, inside)
        for second in inside:
            goods = joined_by("on", first, second, things)
            found = _alone(first, second, inside, things) if alone else None
            if goods is not None and goods[1] == CK + "targetsGoods":
                yield proposal(goods, "brackets")
            elif found is not None:
                yield proposal(found, "brackets")


def _alone(first: Mention, second: Mention, inside: Sequence[Mention], things: Things) -> Ends | None:
    """What is said by names that are alone in the brackets: places, two parties or more, or the one ministry."""
    place = joined_by("in", first, second, things)
    if place is not None and place[1] in _PLACES:
        return place
    if len(inside) >= _FEWEST:
        party = joined_by("with", first, second, things)
        return party if party is not None and party[1] in _PARTIES else None
    names = [things.entities[m.thing].label for m in (first, second)]
    one, other = map(_rank, names)
    ranked = min(one, other) >= 0
    above = (_is_whole(second, names[1], things) and not _MINISTRY.match(names[0])) or (ranked and one > other)
    whole = joined_by("of", first, second, things) if above else None
    if ranked and one < other:  # "the Ministry of A (B Department)"
        whole = joined_by("of", second, first, things)
    return whole if whole is not None and whole[1] in _WHOLES else None


_RANKS = (
    "ministry treasury secretariat",
    "department administration authority agency service",
    "directorate directorate-general region commissionerate collectorate",
    "division wing command",
    "branch section laboratory academy school college",
    "unit team squad brigade desk cell post",
)


def _rank(name: str) -> int:
    """How far down a body stands by the noun of its name, a ministry at 0; -1 where it has none."""
    words = {w.lower() for w in re.split(r" (?:of|for) ", name)[0].split()[-1:]} | {name.split()[0].lower()}
    return next((n for n, nouns in enumerate(_RANKS) if not words.isdisjoint(nouns.split())), -1)


def _is_whole(mention: Mention, name: str, things: Things) -> bool:
    """Whether a body is of those that others are parts of: a ministry, an administration, an organisation."""
    of_kind = things.is_a(mention, CK + "CustomsAdministration", CK + "InternationalOrganization")
    return of_kind or _MINISTRY.match(name) is not None


def _only(text: str, start: int, end: int, inside: Sequence[Mention]) -> bool:
    """Whether nothing but these names, dates and what joins a list stands in a stretch."""
    at = [start, *(m.end for m in inside)]
    to = [*(m.start for m in inside), end]
    return all(_JOINS.fullmatch(text, a, b) for a, b in zip(at, to, strict=True))
