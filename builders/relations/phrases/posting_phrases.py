"""Noun phrases for people and posts that are kept abroad, and where they are: "two attachés, who serve in A"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from customs_kg.builders.english.cued import cued
from customs_kg.builders.english.number_words import SMALL
from customs_kg.builders.things.things import Mention

_POSTS = (
    r"(?:overseas|foreign|liaison|representative|attach[eé]|external) (?:[a-z]+ ){0,2}?"
    r"(?:posts?|offices?|desks?|units?|bureaus?|bureaux|missions?|stations?)|"
    r"(?:posts?|offices?|networks?) (?:abroad|overseas|of (?:a |the )?(?:customs |tax |liaison |own )?"
    r"(?:attach[eé]s?|counsell?ors?|officers?|representatives?))"
)
_ENVOYS = (
    r"attach[eé]s?|(?:minister-)?counsell?ors?|liaison (?:officers?|officials?|agents?|magistrates?|staff)|liaisons|"
    r"(?:overseas|permanent|resident) (?:officers?|advis[eo]rs?|staff)|representatives?"
)
_PEOPLE = (
    r"officers?|officials?|staff|people|personnel|experts?|specialists?|agents?|inspectors?|colleagues?|advis[eo]rs?"
)
_HEAD = cued(
    "attache attaches attaché attachés attach liaison liaisons counsellor counsellors counselor counselors "
    "representative representatives overseas foreign abroad external resident permanent officer officers official "
    "officials staff people personnel expert experts specialist specialists agent agents inspector inspectors "
    "colleague colleagues adviser advisers advisor advisors network post posts office offices desk desks unit units "
    "section sections cell cells",
    rf"\b(?:(?P<posts>{_POSTS})|(?P<envoys>{_ENVOYS})|(?P<people>{_PEOPLE})|"
    r"(?P<bureaus>desks?|units?|sections?|posts?|offices?|cells?))(?![\w'-])",
    re.I,
)
_THERE = (
    r"posted|stationed|based|placed|located|seconded|deployed|assigned|attached|appointed|accredited|dispatched|"
    r"detached|sent|housed|kept|maintained|operat(?:es?|ed|ing)|serv(?:es?|ed|ing)|sits?|sitting|sat|works?|working|"
    r"worked|resid(?:es?|ed|ing|ent)|found|established|opened|present|active|in place|exists?|existed"
)
_MISSION = (
    r"(?:[Ee]mbass(?:y|ies)|[Hh]igh [Cc]ommissions?|[Cc]onsulates?(?:[- ][Gg]enerals?)?|[Mm]issions?|"
    r"[Rr]epresentations?|[Dd]elegations?|[Ll]egations?|(?<=[a-z] )posts)"
)
_TAIL = re.compile(
    r"(?: \([^()]{2,24}\))?(?P<abroad> (?:abroad|overseas))?(?:,? (?:who|which|that))?"
    r"(?: (?:are|is|were|was|will|be|to|been|being|has|have|had|now|also|already|currently|permanently))*"
    rf"(?: (?P<there>{_THERE}))?(?: (?:abroad|overseas|permanently|full[- ]time))?"
    r",? (?P<preposition>in|at|to|with|out of|from) (?:the )?"
    rf"(?P<mission>(?:(?:its|our|their|an?|\d+) )?(?:[A-Z][\w.]+ |diplomatic |foreign |permanent |national )*{_MISSION}"
    rf"(?: and (?:[a-z]+ )?{_MISSION})?(?: (?:of|to) (?:the )?[A-Z]\w+(?: [A-Z]\w+){{0,3}})?,? "
    r"(?:in|at|(?:including|among them|such as) (?:those|the ones) (?:in|at)) (?:the )?|"
    r"(?:[a-z]+ )?(?:air|sea)?ports?,? (?:of|in|at) )?"
    r"(?P<counted>(?:\w+ |\d+ )?(?:other |foreign )?(?:countries|capitals|cities|states|missions)"
    r"(?: (?:abroad|overseas|worldwide))?,? ?(?:\(|:|[–—-] |\(?including |among (?:them|which) (?:are )?|such as |"
    r"namely |notably ))?(?:among other (?:capitals|places|cities|countries),? )?(?:the )?"
)
_AT_PORT = re.compile(r"(?:[a-z]+ )?(?:air|sea)?ports?,? ")
_SENT = re.compile(r"posted|stationed|seconded|deployed|dispatched|detached")
_EQUATED = re.compile(r" (?:are|were) (?=[A-Z])")  # "Its foreign posts are A and B"
_OF_BODY = re.compile(r" of (?:(?:the|our|its) )?")
_LONGEST = 24  # characters that a word before the noun is looked for in
_WORD_BEFORE = re.compile(r"([\w'’-]+)\s+$")
_KINDS = frozenset(
    "customs tax fiscal crime trade border intelligence liaison overseas regional drug drugs special resident "
    "permanent senior new own first second third further additional more several some many its their our the a an "
    "police".split()
) | frozenset(SMALL)
NOT_OWN = frozenset("foreign visiting former formerly as any no his her other both these those".split())


@dataclass(frozen=True, slots=True)
class Posting:
    """People or posts abroad: where their noun phrase begins, their noun, and where the places begin.

    `kinds` are the words before the noun, `of_body` is the body behind it ("attachés *of A*").
    """

    start: int
    head: tuple[int, int]
    end: int
    kinds: frozenset[str]
    of_body: Mention | None


def postings(text: str, mentions: Sequence[Mention]) -> Iterator[Posting]:
    """The postings that a text speaks of: "our attachés in A", "liaison officers sit at the embassies in A and B"."""
    for head in _HEAD.finditer(text):
        of_body = next((m for m in mentions if _OF_BODY.fullmatch(text, head.end(), m.start)), None)
        end = of_body.end if of_body is not None else head.end()
        tail = _TAIL.match(text, end) or (_EQUATED.match(text, end) if head["posts"] else None)
        if tail is not None and _is_of_postings(head, tail):
            start, kinds = _back(text, head.start())
            yield Posting(start, head.span(), tail.end(), kinds, of_body)


def _is_of_postings(head: re.Match[str], tail: re.Match[str]) -> bool:
    """Whether noun and what follows speak of people who are kept abroad, not of those who visit or work at home."""
    said = tail.groupdict()
    at_port = bool(said.get("mission")) and _AT_PORT.match(said["mission"]) is not None
    if said.get("preposition") in ("with", "from", "out of") and not said["there"]:
        return False
    if head["bureaus"]:
        return bool(said["mission"]) and not at_port
    if head["people"]:
        sent = bool(said["there"]) and _SENT.match(said["there"]) is not None
        return bool(
            said["there"] and ((said["mission"] and (sent or not at_port)) or said["counted"] or said["abroad"])
        )
    loose = head["envoys"] is not None and head["envoys"].lower().startswith("representative")
    return not loose or bool(said["there"] or said["mission"] or said["abroad"])


def _back(text: str, start: int) -> tuple[int, frozenset[str]]:
    """Where the noun phrase begins whose noun stands at an offset, and the words between."""
    kinds: set[str] = set()
    while (before := _WORD_BEFORE.search(text, max(0, start - _LONGEST), start)) and _is_kind(before[1].lower()):
        start = before.start(1)
        kinds.add(before[1].lower())
    return start, frozenset(kinds)


def _is_kind(word: str) -> bool:
    return word in _KINDS or word in NOT_OWN or word.isdigit()
