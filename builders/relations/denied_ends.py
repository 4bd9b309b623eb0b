"""Ends that words beside them take out of what a clause says: "but not A", "all except A", "A, not among them"."""

from __future__ import annotations

import re

from customs_kg.builders.english.cued import cued
from customs_kg.builders.parse import Parsed
from customs_kg.builders.relations.proposals import Proposal
from customs_kg.builders.things.things import Mention
from customs_kg.ontology.iris import CK

_ARTICLE = r"(?:the |its |our |their |those of (?:the )?|that of (?:the )?)?['\"]?$"
_LEFT_OUT = cued(
    "not neither nor except excepting other unlike rather instead excluding save barring alone exception exclusion "
    "without",
    r"\b(?:(?:but|and|though|if|or|yet) not|(?<!but )(?<!and )not|neither|nor|except(?:ing| for)?|other than|unlike|"
    r"rather than|instead of|excluding|save for|barring|let alone|with the exception of|to the exclusion of|"
    r"without(?: (?:the )?(?:[a-z]+ ){1,3}(?:of|from|by))?)"
    rf"(?: (?:in|at|to|by|with|for|of|on|from|under))? {_ARTICLE}",
    re.I,
)
_TAKEN_OUT = re.compile(
    r"['\"\s)]*(?:\([^()]*\))?,? (?:not (?:being )?(?:among|one of|included|counted|part of)|excepted|excluded)\b"
)
_NOT_DONE = re.compile(
    r"\b(?:(?:not|never)(?: yet| been)?(?: (?!only\b)[a-z]+ly)?|(?<!not )(?<!only )(?:nearly|almost)|all but) $"
)
_NOTHING = re.compile(
    r" (?:no (?!fewer\b|less\b|more\b|longer\b)|neither\b|none\b|nothing\b|nobody\b)"
)  # "took no part in A"
_NOT_INSTEAD = re.compile(r"\b(?:not|never|rather than) (?:instead of|in place of|in lieu of) (?:[a-z]+ ){0,5}$")
_REACH = 60  # characters before an end, or a verb, that can hold the words
_IN_PLACE_OF = frozenset({CK + "replaces", CK + "succeeds"})  # "A was used instead of B" says just that


def is_denied(said: Proposal, text: str) -> bool:
    """Whether words beside an end, or beside the verb, say that the relation does not hold of it."""
    by_verb = not said.rule.startswith(("phrase-", "nominal-", "label-"))
    if by_verb and (
        _NOT_DONE.search(text, max(0, said.words[0] - _REACH), said.words[0]) or _NOTHING.match(text, said.words[1])
    ):
        return True
    if said.predicate in _IN_PLACE_OF:  # but "beside A rather than instead of it"
        return _NOT_INSTEAD.search(text, max(0, said.object.start - _REACH), said.object.start) is not None
    return any(_is_left_out(end, text) for end in (said.subject, said.object) if end.how != "understood")


def is_unsaid(said: Proposal, parsed: Parsed) -> bool:
    """Whether what the words of an apposition seem to say is the verb of what is not stated: "if A *moved to* B"."""
    if not said.rule.endswith("-reduced"):
        return False
    start, end = sorted((said.subject.start, said.object.start))
    unsaid = (c for c in parsed.clauses if c.finite and (c.hedged or c.negated))
    return any(start < parsed.tokens[c.verb].start < end for c in unsaid)


def _is_left_out(end: Mention, text: str) -> bool:
    left_out = _LEFT_OUT.is_cued(text) and _LEFT_OUT.pattern.search(text[max(0, end.start - _REACH) : end.start])
    return bool(left_out) or _TAKEN_OUT.match(text, end.end) is not None
