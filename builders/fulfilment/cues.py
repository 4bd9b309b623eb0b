"""What a sentence says outright of a plan: kept, given up, postponed, two of the five.

The words are those of English at large; what the plan was about, other words of the sentence must tell.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from customs_kg.graph.model import FulfilmentStatus

_GOAL = (
    r"(?:goals?|targets?|aims?|objectives?|promises?|pledges?|plans?|schedules?|commitments?|intentions?|milestones?"
    r"|ambitions?|deadlines?|expectations?|annual tasks?|(?:figure|sum|amount|number)s? (?:set|assigned|authori[sz]ed)"
    r"|(?:authori[sz]ed|agreed) (?:figure|strength|number)s?)"
)
_NUMBER = (
    r"(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty)"
)
_EXPECTED = r"(?:planned|promised|expected|scheduled|announced|foreseen|intended|envisaged)"
_REACHED = r"(?:met|reached|achieved|attained|fulfilled|kept|honou?red|exceeded|surpassed|outperformed|beaten|hit)"
_HAD = r"(?:(?:we |it |they )?(?:was |had )?(?:been )?)"
_THAN = rf"(?:{_HAD}(?:{_EXPECTED}|pledged|projected|agreed|aimed (?:at|for)|hoped(?: for)?|set)\b|{_GOAL}\b)"
_BUILT = (
    r"(?:built|opened|installed|signed|finished|fulfilled|completed|launched|introduced|concluded|adopted|published"
    r"|issued|delivered|recruited|hired|held|started|begun|established|created|ready|set up|put into)"
)
_SPAN = r"(?:days?|weeks?|months?|years?|quarters?)"
_BE = r"(?:is|are|was|were|been)"
_IN_CLAUSE = r"(?:[^.;]|\.(?=\d))"
_NEAR, _FAR = (
    rf"{_IN_CLAUSE}{{0,25}}\b",
    rf"{_IN_CLAUSE}{{0,60}}\b",
)  # the next words of the same clause, and those further on


def _any(*phrases: str) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(phrases) + ")", re.I)


_OF_PLANS = _any(
    rf"{_GOAL}\b",
    rf"{_EXPECTED}\b",
    r"due (?:by|in|on|before|for|at)\b",
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
    rf"better than {_THAN}",
    rf"(?:surpassing|exceeding|reaching|meeting|achieving|beating)\b{_NEAR}{_GOAL}\b",
)
_UNDER = _any(
    rf"(?:less|fewer|lower|shorter|smaller) than (?:the )?(?:{_NUMBER} )?{_NEAR}{_THAN}",
    rf"(?:below|under|beneath) (?:the|its|our|their|this|that)\b{_NEAR}(?:{_GOAL}|{_EXPECTED}|assigned)\b",
)
_OVER = _any(
    rf"(?:more|higher|greater|larger|longer) than (?:the )?(?:{_NUMBER} )?{_NEAR}{_THAN}",
    rf"(?:above|over|beyond|in excess of) (?:the|its|our|their|this|that)\b{_NEAR}(?:{_GOAL}|{_EXPECTED}|assigned)\b",
)
_STATUSES = (
    (
        FulfilmentStatus.NOT_MET,  # what is put off is not given up, whatever had to be called off for it
        _any(
            rf"{_BE} not (?:yet )?(?:\w+ed|{_BUILT})\b[^.;,]{{0,40}}"
            r"\b(?:this year|during the year|in (?:the year|(?:19|20)\d\d)\b)",
            rf"(?:postponed|deferred|moved|slipped|pushed|put (?:off|back)|carried (?:over|forward))\b{_NEAR}"
            r"(?:to|until|into|for) (?:the )?[^.;,]{0,25}(?:year|(?:19|20)\d\d)",
        ),
    ),
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
            r"slipped\b|rescheduled\b|pushed back\b|carried (?:over|forward)\b|failed to\b",
            r"(?:has|have|had|is|are|was|were) yet to\b|not yet\b|could not (?:yet )?be\b",
            r"(?:has|have|had) (?:not|never) (?:yet )?(?:been|begun|started|opened|happened|materiali[sz]ed)\b",
            r"did not (?:yet )?(?:take place|open|start|begin|reach|meet|materiali[sz]e|come into|happen)\b",
            rf"{_BE}(?: \w+)? (?:not|never) (?:fully |quite |yet )?(?:{_REACHED}|{_BUILT})\b",
            rf"missed\b{_NEAR}{_GOAL}\b|{_GOAL}\b{_FAR}(?:missed|not met|out of reach)\b",
            rf"(?:fell|fallen|remained|{_BE})\b(?: \w+)? (?:short|behind)\b{_NEAR}(?:{_GOAL}|{_NUMBER})\b",
            r"(?:is|are|fell|fall|falls|\d) short of\b|short of what\b",
            rf"{_NUMBER} (?:per ?cent(?:age points)? )?short of\b",
            rf"instead of (?:the )?{_NUMBER}\b|against (?:a|the) {_GOAL} of\b",
            r"still (?:awaits?|waiting|waits|to (?:come|be))\b|remains to be\b",
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


_REASON = re.compile(r", (?:since|because|for) [^;.]*")  # tells of something else that could not be done


@dataclass(frozen=True, slots=True)
class Cue:
    """What a sentence says outright: what became of a plan (None: nothing), and whether it speaks of plans at all.

    `side` is 1 for more than the goal, -1 for less: whether that is better, the plan must tell.
    """

    status: FulfilmentStatus | None
    of_plans: bool
    side: int = 0

    @property
    def tells(self) -> bool:
        """Whether it says anything of what became of a plan."""
        return self.status is not None or self.side != 0


def read_cue(text: str) -> Cue:
    """The cue of a sentence, the most telling one where there are several.

    >>> read_cue("The mobile version was given up.").status.value
    'dropped'
    >>> read_cue("We met our target for refunds.")
    Cue(status=<FulfilmentStatus.MET: 'met'>, of_plans=True, side=0)
    >>> read_cue("Drivers waited 9 minutes, less than had been aimed at.").side
    -1
    """
    main = _REASON.sub("", text)
    side = -1 if _UNDER.search(text) else 1 if _OVER.search(text) else 0
    status = next((status for status, pattern in _STATUSES if pattern.search(main)), None)
    if status is None and not side and _KEPT.search(text):
        status = FulfilmentStatus.MET
    return Cue(status, bool(side or _OF_PLANS.search(text)), side)
