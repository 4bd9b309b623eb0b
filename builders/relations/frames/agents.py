"""Who acts in a passive clause: what follows "by", and those that a list behind it adds."""

from __future__ import annotations

import re
from collections.abc import Sequence

from customs_kg.builders.english.clauses import Clause, Role
from customs_kg.builders.english.months import MONTHS
from customs_kg.builders.parse import Parsed
from customs_kg.builders.relations.frames.objects import objects
from customs_kg.builders.relations.frames.phrase_extents import phrase_end
from customs_kg.builders.relations.frames.split_rows import rest_of_row
from customs_kg.builders.relations.heads import outermost
from customs_kg.builders.relations.spelled_lists import row_from
from customs_kg.builders.things.things import Mention

_WITH_OTHERS = re.compile(
    r",?\s*(?:together with|along with|alongside|jointly with|in (?:association|cooperation|partnership) with)\s+"
    r"(?:the )?"
)
_AND_OTHERS = re.compile(  # "by A *and nine other bodies, including* B and C"
    r"(?: \([^()]*\))?,? and (?:[a-z-]+ |\d+ )?other (?:[a-z-]+ ){0,2}?[a-z-]+s(?: and [a-z-]+s)?,? "
    r"(?:\()?(?:including|among them|notably|such as) (?:the )?"
)
_INCLUDES = frozenset("include comprise cover be contain".split())
_BY_AGAIN = re.compile(r"\s*(?:\([^()]*\))?,? and by (?:the )?")
_BOUND_OF_TIME = frozenset("the end close start beginning middle then now yesterday".split())  # "by the end of ..."


def agents(parsed: Parsed, clause: Clause, text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions after "by" in a passive clause, with those that "together with" adds."""
    phrase = by_phrase(parsed, clause)
    if phrase is None:
        return []
    start, end = parsed.stretch(phrase)
    named = outermost([m for m in mentions if start <= m.start and m.end <= end])
    others = (_WITH_OTHERS.match(text, named[-1].end) or _beyond(named, text)) if named else None
    if others:
        return [*named, *row_from(others.end(), text, mentions)]
    if not named:
        return []
    last = parsed.tokens[max(clause.extent[1], phrase[1]) - 1].end
    again = rest_of_row(named[-1], last, text, mentions, before=" by")
    return [*named, *(again or _behind_by_again(named[-1].end, text, mentions))]


def _beyond(named: Sequence[Mention], text: str) -> re.Match[str] | None:
    """The words behind one of the agents that announce others by name."""
    return next(filter(None, (_AND_OTHERS.match(text, m.end) for m in named)), None)


def _behind_by_again(end: int, text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """A second agent with a "by" of its own: "lent by A *and by B*", "by A *and by C's B*"."""
    again = _BY_AGAIN.match(text, end)
    row = row_from(again.end(), text, mentions) if again else []
    owned = [m for m in mentions if row and m.start == row[0].end + 3 and text.startswith("'s ", row[0].end)]
    return outermost(owned) or row


def by_phrase(parsed: Parsed, clause: Clause) -> tuple[int, int] | None:
    """The words after the "by" of a passive clause: behind its verb, or at the head of the sentence ("By A, B was").

    None where there is no such phrase, or one that names a time, an amount or a means.
    """
    if (fronted := _by_which(parsed, clause)) is not None:
        return fronted
    place = _by_behind(parsed, clause)
    if place is None and (shared := _sharing(parsed, clause)) is not None:
        place = _by_behind(parsed, shared)
    if place is None:
        place = 0 if clause.passive and clause.role is Role.MAIN and parsed.tokens[0].lower == "by" else None
    if place is None or place + 1 >= len(parsed.tokens):
        return None
    end = phrase_end(parsed, place + 1, len(parsed.tokens))
    others = (c.subject for c in parsed.clauses if c.subject is not None and c.role is not Role.RELATIVE)
    owners = [start for start, _ in others if place + 1 < start]
    end = max(place + 1, min([end, *owners]))  # "Under A, supported by B, *we* trained"
    if end < len(parsed.tokens) and parsed.tokens[end].lower == "by":  # "is led by A *and B by C*"
        end = next((i for i in range(end - 1, place + 1, -1) if parsed.tokens[i].tag in ("CC", ",")), end)
    first = parsed.tokens[place + 1]
    timed = _BOUND_OF_TIME.issuperset(t.lower for t in parsed.tokens[place + 1 : place + 3]) or first.text in MONTHS
    counted = first.tag == "CD" and end > place + 2 and parsed.tokens[place + 2].tag == "NNP"  # "by 18 A"
    acting = counted or first.tag not in ("CD", "VBG")
    return (place + 1, end) if end > place + 1 and acting and not timed else None


def _by_behind(parsed: Parsed, clause: Clause) -> int | None:
    """The place of a "by" soon behind the verb, not in a clause past a comma: "in A, the B *supplied by* C"."""
    end = _past_where_and_when(parsed, clause)
    limit = min(clause.extent[1], end + 8)
    words = [t.lower for t in parsed.tokens[end - 1 : limit]]  # the verb's last word and those behind it
    if "by" not in words[1:]:
        return None
    later = (c.group[0] for c in parsed.clauses if c.group[0] >= end)
    inner = min((k for k in later if "," in words[1 : k - end + 1]), default=limit)
    places = range(1, min(limit, inner) - end + 1)
    return next((i + end - 1 for i in places if words[i] == "by" and words[i - 1] != "not"), None)


def _sharing(parsed: Parsed, clause: Clause) -> Clause | None:
    """The last of the participles in a row that one "by" serves: "was *designed*, built and *operated* by A"."""
    opening = {c.group[0]: c for c in parsed.clauses if c.passive and clause.passive}
    at, joined, last = clause.group[1], False, clause
    while not joined:
        start = at
        while at < len(parsed.tokens) and parsed.tokens[at].tag in (",", "CC", "RB"):
            joined = joined or parsed.tokens[at].tag == "CC"
            at += 1
        if at == start or at not in opening:
            return None
        last = opening[at]
        at = last.group[1]
    return last


def _past_where_and_when(parsed: Parsed, clause: Clause) -> int:
    """Up to a "by" behind names of places, days and years: "signed *in Oslo on May 4, 2012,* by A"; else no further."""
    start = end = clause.group[1]
    while end < clause.extent[1] and (parsed.tokens[end].tag in _NAMES or parsed.tokens[end].lower in _WHERE):
        end += 1
    return end if parsed.tokens[end : end + 1] and parsed.tokens[end].lower == "by" else start


_NAMES = frozenset({"NNP", "CD", ","})
_WHERE = frozenset("in at on the".split())


def _by_which(parsed: Parsed, clause: Clause) -> tuple[int, int] | None:
    """The antecedent of a relative clause that names its agent: "*the A*, by which B was built"."""
    if clause.role is not Role.RELATIVE or not clause.passive or clause.subject is None or clause.antecedent is None:
        return None
    before = parsed.tokens[max(0, clause.subject[0] - 2) : clause.subject[0]]
    agent = len(before) == 2 and before[0].lower == "by" and before[1].tag in ("WDT", "WP")
    return (clause.antecedent.start, clause.antecedent.end) if agent else None


def listed_under(parsed: Parsed, clause: Clause, text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """What "the revenue collected by X includes" lists: the objects of the clause around the participle."""
    for n, other in enumerate(parsed.clauses):
        if other.subject is None or other.lemma not in _INCLUDES or other.passive:
            continue
        if (
            other.subject[0] < clause.group[0] < other.subject[1]
            or other.subject[1] <= clause.group[0] < other.group[0]
        ):
            return objects(parsed, n, (), text, mentions)
    return []
