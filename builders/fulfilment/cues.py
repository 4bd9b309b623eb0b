"""What a sentence says outright of a plan: kept, given up, postponed, two of the five.

The words are those of English at large; what the plan was about, other words of the sentence must tell.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from customs_kg.graph.model import FulfilmentStatus

_GOAL = (
    r"(?:goals?|targets?|aims?|objectives?|promises?|pledges?|plans?|schedules?|commitments?|intentions?|milestones?"
    r"|ambitions?|deadlines?|expectations?|annual tasks?)"
)
_NUMBER = (
    r"(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty)"
)
_EXPECTED = r"(?:planned|promised|expected|scheduled|announced|foreseen|intended|envisaged)"
_REACHED = r"(?:met|reached|achieved|attained|fulfilled|kept|honou?red|exceeded|surpassed|outperformed|beaten|hit)"
_SPAN = r"(?:days?|weeks?|months?|years?|quarters?)"
_BE = r"(?:is|are|was|were|been)"
_NEAR, _FAR = r"[^.;]{0,25}\b", r"[^.;]{0,60}\b"  # the next words of the same clause, and those further on


def _any(*phrases: str) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(phrases) + ")", re.I)


_OF_PLANS = _any(
    rf"{_GOAL}\b",
    rf"{_EXPECTED}\b",
    r"(?:pledged|projected|aimed (?:for|at)|hoped for|agreed (?:time|date))\b",
    r"(?:set|undertaken|reported) (?:last year|(?:a|one|the) year (?:ago|earlier|before))\b",
    r"last year's report\b",
)
_KEPT = _any(
    rf"(?:{_REACHED}|delivered|completed)\b{_FAR}{_GOAL}\b",
    rf"{_GOAL}\b{_FAR}{_BE}\b{_NEAR}{_REACHED}\b",
    rf"(?:as|like) (?:was |had been )?{_EXPECTED}\b",
    r"on (?:time|schedule)\b",
    r"in (?:good )?time\b(?! of)",
    r"(?:ahead of|before) (?:time|schedule|plan)\b",
    rf"(?:earlier|sooner) than {_EXPECTED}\b",
    r"according to plan\b",
)
_STATUSES = (
    (
        FulfilmentStatus.OVERTAKEN,
        _any(
            r"superseded\b|overtaken\b|superfluous\b|redundant\b|unnecessary\b|pointless\b|obsolete\b",
            r"lost (?:its|their) (?:basis|purpose|object|point)\b",
            r"no longer (?:necessary|needed|required)\b",
        ),
    ),
    (
        FulfilmentStatus.DROPPED,
        _any(
            r"abandoned\b|shelved\b|given up\b|gave up\b|discontinued\b|scrapped\b",
            r"called off\b|cancell?ed\b",
            rf"{_BE} (?:dropped|withdrawn)\b",
            r"decided (?:against|not to)\b",
            r"(?:will|would) not (?:now |in the end )?be (?:\w+ed|built|bought|held|made|taken)\b",
            r"no longer (?:pursued|planned|intended|foreseen)\b",
            r"not (?:be )?pursued\b",
            r"not (?:go ahead|proceed|see the light of day)\b",
            r"came to nothing\b",
        ),
    ),
    (
        FulfilmentStatus.NOT_MET,
        _any(
            r"postponed\b|deferred\b|put (?:off|back)\b|held over\b",
            r"(?:has|have|had) (?:not|never) (?:yet )?been\b|not yet\b|could not (?:yet )?be\b|failed to\b",
            r"did not (?:yet )?(?:take place|open|start|begin|reach|meet|materiali[sz]e|come into|happen)\b",
            rf"{_BE} (?:not|never) (?:fully |quite )?(?:{_REACHED}|completed|ready|opened|signed|finished)\b",
            rf"missed\b{_NEAR}{_GOAL}\b|{_GOAL}\b{_FAR}(?:missed|not met|out of reach)\b",
            rf"(?:fell|fallen|remained|{_BE})\b(?: \w+)? (?:short|below|under|behind)\b{_NEAR}(?:{_GOAL}|{_NUMBER})\b",
            rf"{_NUMBER} (?:per ?cent(?:age points)? )?short of\b",
            rf"instead of (?:the )?{_NUMBER}\b|against (?:a|the) {_GOAL} of\b",
            r"still (?:awaits?|to (?:come|be))\b|remains to be\b",
            r"(?:is|are|was|were|has been|have been) (?:further )?delayed\b",
        ),
    ),
    (
        FulfilmentStatus.PARTLY_MET,
        _any(
            r"in part\b|partly\b|partially\b|(?:not all|half) (?:of )?(?:the|them|those)\b",
            rf"only (?:the first )?{_NUMBER}\b(?! ?(?:%|per ?cent))",
            rf"against (?:the|a) (?:planned |promised |intended )?{_NUMBER}\b{_NEAR}(?:{_EXPECTED}|aimed|hoped)",
            rf"{_NUMBER} (?:out )?of (?:the |these |those |our )(?:planned |promised |intended )?{_NUMBER}\b",
            rf"of the (?:planned |promised )?{_NUMBER}\b{_FAR}{_NUMBER}\b",
            r"but not (?:yet )?(?:in|for|at|by|to)\b",
            rf"(?:remaining|other|rest)\b{_FAR}(?:will|are to|is to|due|expected|follows?|awaits?|pending)\b",
        ),
    ),
    (
        FulfilmentStatus.LATE,
        _any(
            rf"{_SPAN} (?:late|overdue|behind|after the (?:agreed|planned|promised|intended|original|due))\b|overdue\b",
            rf"{_SPAN} later than\b|later than {_EXPECTED}\b",
            r"behind (?:schedule|plan|time)\b|belatedly\b",
            r"with (?:a |some |much |considerable )?(?:[\w-]+ )?delay\b",
            r"after (?:a |some |much |long |repeated |several )(?:\w+ )?delays?\b",
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class Cue:
    """What a sentence says outright: what became of a plan (None: nothing), and whether it speaks of plans at all."""

    status: FulfilmentStatus | None
    of_plans: bool


def read_cue(text: str) -> Cue:
    """The cue of a sentence, the most telling one where there are several.

    >>> read_cue("The mobile version was given up.").status.value
    'dropped'
    >>> read_cue("We met our target for refunds.")
    Cue(status=<FulfilmentStatus.MET: 'met'>, of_plans=True)
    """
    status = next((status for status, pattern in _STATUSES if pattern.search(text)), None)
    if status is None and _KEPT.search(text):
        status = FulfilmentStatus.MET
    return Cue(status, bool(_OF_PLANS.search(text)))
