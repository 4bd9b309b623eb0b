"""What a reported action acts on: the things of its object, not those that its circumstances name."""

from __future__ import annotations

from collections.abc import Sequence

from customs_kg.builders.english.clauses import Clause, Role
from customs_kg.builders.parse import Parsed
from customs_kg.builders.relations.frames.objects import objects, relative_object
from customs_kg.builders.relations.frames.phrase_extents import headed_by, object_stretch
from customs_kg.builders.relations.frames.subjects import subjects
from customs_kg.builders.relations.heads import outermost
from customs_kg.builders.things.things import Mention

_NEAR = 30  # characters from an object to the list that spells it out
_MOST = 12  # things of one action
_CIRCUMSTANCE = frozenset(
    "with between among from at in by to through via since under after before during until within alongside as "
    "than throughout across outside inside upon".split()
)
_TURNS = frozenset("IN TO VB VBG VBD VBN VBZ VBP :".split())
_AIMS = frozenset("to for against into on".split())
_ON_BEHALF = frozenset("behalf help support assistance course year end supervision leadership basis".split())


def acted_on(
    parsed: Parsed, clause: Clause, n: int, text: str, mentions: Sequence[Mention], actors: Sequence[str]
) -> tuple[str, ...]:
    """The things of the object, or of the subject of a passive; failing that, those that spell them out.

    A noun behind "with", "in", "by" and the like is a circumstance: "negotiations with A" act on no A. Behind the verb
    itself such a preposition belongs to the verb: "participated in A".
    """
    passive = clause.passive and clause.subject is not None
    start, end = parsed.stretch(clause.subject) if passive and clause.subject else object_stretch(parsed, clause, n)
    first = clause.subject[0] if passive and clause.subject else clause.group[1]
    named = [m for m in mentions if m.how != "pronoun"]
    inside = outermost([m for m in named if start <= m.start and m.end <= end])
    direct = _direct(parsed, inside, first, of_verb=not passive)
    if inside:
        listed = [m for m in named if any(_is_sibling(m, d) for d in direct)]
    else:
        limit = max(end, parsed.stretch(clause.group)[1])
        spelled = subjects(parsed, n, text, named) if clause.passive else objects(parsed, n, (), text, named)
        listed = spelled if spelled and spelled[0].start < limit + _NEAR else []
    listed = (_before_relative(parsed, clause, text, named) or listed) or _aimed_at(parsed, clause, named)
    return tuple(dict.fromkeys(m.thing for m in listed if m.thing not in actors))[:_MOST]


def _before_relative(parsed: Parsed, clause: Clause, text: str, named: Sequence[Mention]) -> list[Mention]:
    """What a relative clause with its own subject acts on: "the A that B keeps in C", "A, which B plans to open".

    As well as "A, an effort that B began in C".
    """
    head = parsed.clauses[clause.head] if clause.role is Role.COMPLEMENT and clause.head is not None else clause
    own = clause.objects if head is not clause else ()
    if clause.passive or own or head.antecedent is None or head.antecedent not in head.objects:
        return []
    return headed_by(parsed, (head.antecedent,), named) or relative_object(parsed, head, text, named)


def _aimed_at(parsed: Parsed, clause: Clause, named: Sequence[Mention]) -> list[Mention]:
    """Whom or what an act is for, where its object names nothing: "gave training to A", "opened a case against B"."""
    behind = [a for a in clause.prepositional if a.preposition in _AIMS and a.at >= clause.group[1]]
    return [m for a in behind for m in headed_by(parsed, a.phrases, named)]


def _direct(parsed: Parsed, inside: Sequence[Mention], first: int, *, of_verb: bool) -> list[Mention]:
    """The mentions that are acted on; one in a row with another stands as that does."""
    direct: list[Mention] = []
    previous: Mention | None = None
    for mention in sorted(inside, key=lambda m: m.start):
        if previous is not None and _in_row(parsed, previous, mention):
            is_direct = previous in direct
        else:
            is_direct = not _is_circumstance(parsed, mention, first, of_verb=of_verb)
        direct += [mention] if is_direct else []
        previous = mention
    return direct


def _in_row(parsed: Parsed, previous: Mention, mention: Mention) -> bool:
    """A comma or "and" stands right before a mention; behind a preposition, only with an article after it.

    So "systems of A in ports, the B" are a row, "trade in inland and border regions" is none.
    """
    between = list(parsed.between(previous.end, mention.start))
    turned = any(t.tag in _TURNS for t in between)
    if turned and not (between and between[-1].tag == "DT"):
        return False
    while between and (between[-1].tag in ("DT", "JJ", "PRP$", "CD") or between[-1].tag.startswith("RB")):
        between.pop()
    return bool(between) and between[-1].tag in (",", "CC")


def _is_sibling(mention: Mention, found: Mention) -> bool:
    """The mention found, or one of several that share its first words: "offices in A, B and C"."""
    return mention is found or (
        mention.start == found.start and mention.end <= found.end and mention.how == found.how == "description"
    )


def _is_circumstance(parsed: Parsed, mention: Mention, first: int, *, of_verb: bool) -> bool:
    """Whether the nearest preposition before a mention, in its phrase, adds a circumstance to what is acted on."""
    at = parsed.place_behind(mention.start)
    i = (at if at < len(parsed.tokens) else first) - 1
    while i >= first and parsed.tokens[i].tag not in _TURNS:
        i -= 1
    if i >= first and parsed.tokens[i].lower == "as":  # "such A as B": what governs A governs B
        such = next((k for k in range(i - 1, first - 1, -1) if parsed.tokens[k].lower == "such"), None)
        i = such - 1 if such is not None else i
        while i >= first and parsed.tokens[i].tag not in _TURNS:
            i -= 1
    if i < first:
        return False
    token, before = parsed.tokens[i], parsed.tokens[i - 1] if i > first else None
    if before is None or (of_verb and not any(t.is_noun for t in parsed.tokens[first:i])):
        return not of_verb and token.lower in _CIRCUMSTANCE
    if token.lower == "of":
        return before.lower in _ON_BEHALF
    if token.lower == "as" and before.lower == "well":
        return False
    return token.tag in ("IN", "TO") and token.lower in _CIRCUMSTANCE
