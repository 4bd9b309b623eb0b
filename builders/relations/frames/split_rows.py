"""Rows whose members have words of their own between them: "A in May and B in June", "A (2016) and, later, B"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from customs_kg.builders.english.months import MONTH
from customs_kg.builders.relations.frames.frames import Frame
from customs_kg.builders.relations.heads import outermost
from customs_kg.builders.relations.proposals import Proposal
from customs_kg.builders.relations.spelled_lists import row_from
from customs_kg.builders.things.things import Mention, Things
from customs_kg.ontology.vocabulary import load_terms

_MONTH = rf"(?:{MONTH}|spring|summer|autumn|winter)"
_DATE = (
    rf"(?:(?:the )?(?:(?:early|mid|late|first|second|third|fourth|last|same|following|next|previous)[ -])?"
    rf"(?:(?:\d{{1,2}}(?:st|nd|rd|th)? )?{_MONTH}(?: \d{{1,2}})?(?=\W)|\d{{4}}(?=\W)|years?|months?|weeks?|quarter|"
    rf"half of (?:the year|\d{{4}})|then|now|the (?:beginning|start|end|middle) of \d{{4}})(?:,? \d{{4}}\b)?)"
)
# when: "in May", "since 2016", "on 3 March 2018", "last year"
TIME = (
    rf"(?:,? (?:(?:in|on|at|by|from|since|until|during|for|before|after|up to) {_DATE}|(?:a|one|two|three|\w+) "
    r"(?:years?|months?|weeks?) (?:later|earlier|before|after|on)|(?:last|the same|the following|the next) "
    r"(?:year|month|week|spring|summer|autumn|winter)))"
)
_BRACKET = r"(?:\s*\([^()]{1,80}\))"
# what is said of one member in passing, closed by a comma or a semicolon
_COMMENT = (
    r"(?:,? (?:which|who|whose|where|for which|in which|of which|an?|the|its|one of|founded|opened|launched|set up|"
    r"now|then|in use|built|based|held)\b (?:[^,;:.()]|\.(?=\d)){3,90}(?=[,;]))"
)
_JOIN = r"(?:[,;]? and|[,;]? or|[,;]? as well as|[,;]? but also|,? plus|,? followed by|[,;])"
_ADVERB = (
    r"(?:,? (?:then|later|also|finally|lastly|most recently|in part|in turn|subsequently|too|second|secondly|next|last|"
    r"with it|with them),?)"
)
_ARTICLE = r",?\s+(?:\([a-z0-9]{1,3}\)\s+)?(?:(?:the|its|our|their|an?|both|even)\s+)?[\"']?"

_BESIDE = re.compile(r",? (?:(?:along|together|in tandem) with|alongside) (?:(?:the|its|our|their) )?")
_REACH = 220  # characters between two members
_MOST = 5  # mentions that may stand in what is said of one member


# in what: "to A *for revenue*, and *in matters of policy*, to B"
_MATTER = r"(?:,? (?:for|in|on|as regards|concerning) (?!which|whom|whose)[a-z][a-z-]+(?:,? [a-z][a-z-]+){0,7}?)"


@cache
def _going_on(before: str) -> re.Pattern[str]:
    """From behind a member to the next one, which stands behind the words `before`."""
    matter = rf"|{_MATTER}|,? [a-z]+ly" if before else ""
    aside = rf"(?P<aside>(?:{_BRACKET}|{TIME}|{_COMMENT}{matter}){{0,2}})"
    lead = rf"(?P<lead>(?:{_ADVERB}|{TIME}{matter}){{0,2}})"
    return re.compile(rf"['\"]?{aside}{_JOIN}{lead}{',?' if before else ''}{before}{_ARTICLE}")


def rest_of_row(last: Mention, end: int, text: str, mentions: Sequence[Mention], before: str = "") -> list[Mention]:
    """The members that go on with a row behind `last`, none of them beyond the offset `end`.

    `before` are words that each of them has before it (" by" for "by A in May *and by* B").
    """
    row: list[Mention] = []
    named = outermost([m for m in mentions if last.end <= m.start and m.end <= end and m.how != "pronoun"])
    split = bool(before)
    while (step := _next(last, text, named, before)) is not None:
        last, has_own_words = step
        split = split or has_own_words
        row.append(last)
    return row if split else []


def _next(last: Mention, text: str, named: Sequence[Mention], before: str) -> tuple[Mention, bool] | None:
    """The next member, and whether more than a mere "and" stands before it."""
    for mention in [m for m in named if last.end <= m.start <= last.end + _REACH][:_MOST]:
        if before not in text[last.end : mention.start]:
            continue
        found = _going_on(before).fullmatch(text, last.end, mention.start)
        if found is not None:
            split = bool(found["aside"] or found["lead"] or ";" in found.group())
            return _owned(mention, text, named), split
    return None


def with_others(
    proposals: Sequence[Proposal], frame: Frame, text: str, mentions: Sequence[Mention], things: Things
) -> list[Proposal]:
    """The proposals, and the same of what "along with" sets beside their object: "runs A *along with B*".

    That is another of its kind: one of the subject's kind acts with the subject.
    """
    return [*proposals, *(q for p in proposals for q in _of_others(p, frame, text, mentions, things))]


def _of_others(p: Proposal, frame: Frame, text: str, mentions: Sequence[Mention], things: Things) -> Iterator[Proposal]:
    doer, target = (p.subject, p.object) if frame.subject_first else (p.object, p.subject)
    beside = _BESIDE.match(text, target.end) if target.start >= p.words[1] else None
    kinds = [load_terms().kind_of(things.entities[m.thing].cls) for m in (doer, target)]
    for other in row_from(beside.end(), text, mentions) if beside else ():
        if load_terms().kind_of(things.entities[other.thing].cls) == kinds[1] != kinds[0]:
            pair = (doer, other) if frame.subject_first else (other, doer)
            yield replace(p, subject=pair[0], object=pair[1])


def _owned(mention: Mention, text: str, named: Sequence[Mention]) -> Mention:
    """What a member owns where that is meant: "with A in June and with *B's C*"."""
    if text[mention.end : mention.end + 3] not in ("'s ", "’s "):
        return mention
    return next((m for m in named if m.start == mention.end + 3), mention)
