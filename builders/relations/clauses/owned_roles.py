"""Names that stand beside the noun of their role and its owner.

"its director, A", "whose seat is", "A and its forerunner, the B", "A, our training arm", "A, the latest B module",
"the parent ministry of A, the B".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from customs_kg.builders.document import Passage
from customs_kg.builders.english.nominals import NounPhrase
from customs_kg.builders.english.titles import TITLE
from customs_kg.builders.english.token import Token
from customs_kg.builders.parse import Parsed
from customs_kg.builders.relations.admission import admits
from customs_kg.builders.relations.frames.frames import Frame, reduced_frames
from customs_kg.builders.relations.frames.paraphrases import stands_for
from customs_kg.builders.relations.frames.phrase_extents import beside
from customs_kg.builders.relations.heads import outermost
from customs_kg.builders.relations.proposals import Proposal
from customs_kg.builders.relations.spelled_lists import row_from
from customs_kg.builders.things.things import Mention, Things
from customs_kg.graph.model import Modality

_OWNERS = frozenset({"PRP$", "WP$", "POS"})
# from the noun of a role to the name that fills it
_AS_WHAT = r"(?: as (?:the )?[A-Z]?[a-z-]+(?:[ -][A-Z][a-z]+)*)?"
# what brings in some of many: "members such as A", "its members, among them A"
_AMONG = r"(?:,? (?:such as|including|notably|namely|in particular)|, among (?:them|which|whom)(?: are| were)?)"
_TO_FILLER = re.compile(rf"{_AS_WHAT}{_AMONG}?(?:,? |\s?[,(] ?|: )(?:then )?(?:the |an? )?{TITLE}['\"]?")
_IS_FILLED = re.compile(rf" (?:is|are|was|were) (?:the )?{TITLE}['\"]?")  # "among whose members are A and B"
_STRAIGHT = re.compile(rf" {TITLE}['\"]?")  # "whose commander A retired"
# a comma behind a name, and what its owner begins with
_OWNER_BEHIND = re.compile(r"['\"\s)]*(?:\([^()]*\))?,\s+(?=our\b|its\b|their\b|the\b|[A-Z])")
_NAMED_BEHIND = re.compile(
    r"['\"\s)]*(?:\([^()]*\))?,\s+(?:an?|the|another|one|our|its)\s"
    r"(?:(?!of\b|in\b|for\b|to\b|by\b|with\b)[a-z-]+ ){0,3}"
)
_ROW_GOES_ON = re.compile(r"['\"\s]*(?:\([^()]*\))?(?:,? (?:and|or|as well as) |, (?:the )?[A-Z])")
_INSERTED = re.compile(r"['\"\s)]*(?:\([^()]*\))?, (?:[a-z]+(?:ed|en|un)|set up|led|held|run|made) [^,;.()]{2,50}, ")
_FROM_OWNER = re.compile(rf"['\"\s]*(?:\([^()]*\))?, (?:the )?{TITLE}")
_SOME = re.compile(rf"{_AMONG} (?:the )?")
_SOME_FROM_OWNER = re.compile(rf"['\"\s]*(?:\([^()]*\))?{_AMONG} (?:the )?")
_ROLE_IN_BRACKETS = re.compile(rf"['\"]? \((?:[A-Za-z-]+ ){{0,2}}?([A-Za-z]+): {TITLE}")
_ENDS = re.compile(r"['\"\s]*(?:\([^()]*\))?(?:$|[,.;:)])")
_MODIFIERS = frozenset("JJ JJR JJS NN NNS VBG VBN CD".split())
_LONGEST = 5  # words of a role with what stands before its noun


def owned_role_claims(passage: Passage, parsed: Parsed, before: Passage | None, things: Things) -> Iterator[Proposal]:
    """What a passage says of names beside the nouns of their roles; `before` is the passage before it."""
    text, mentions = passage.text, things.in_passage(passage.index)
    named = things.named_in(passage.index)
    for at, token in enumerate(parsed.tokens):
        if token.tag in _OWNERS:
            yield from _filled_behind(passage, parsed, at, before, things)
    for filler in named:
        yield from _filled_before(text, parsed, filler, mentions)
        yield from _of_named(text, parsed, filler, named)
        yield from _in_brackets(text, parsed, filler, named)
        yield from _with_owner_between(text, parsed, filler, named)
        yield from _behind_compound(text, parsed, filler, named)


def _filled_behind(
    passage: Passage, parsed: Parsed, at: int, before: Passage | None, things: Things
) -> Iterator[Proposal]:
    """A name right behind the noun: "whose commander A retired", "its first module, A", "B's seat, the A".

    Where what "its" was read as can have no such role, the nearest thing before it that can is meant.
    """
    head = _noun_from(parsed, at + 1)
    if head is None or (at and parsed.tokens[at - 1].lower == "at"):  # "with A at its head, the B"
        return
    text, mentions, named = passage.text, things.in_passage(passage.index), things.named_in(passage.index)
    token, end = parsed.tokens[at], parsed.tokens[head].end
    role = NounPhrase(at - (token.tag == "POS"), head + 1, head)
    behind = [m.start for m in named if m.start > end][:2]  # "his successor as P, A"
    forms = (_TO_FILLER, _STRAIGHT, *([_IS_FILLED] if token.tag == "WP$" else []))
    leads = (g for g in behind if any(form.fullmatch(text, end, g) for form in forms))
    gap = next(leads, None)
    if gap is None:
        return
    fillers = row_from(gap, text, named) if _is_plural(parsed.tokens[head]) else []
    fillers = fillers or [m for m in named if m.start == gap]
    owners = owner_of(parsed, role, text, mentions)
    if token.tag == "PRP$":
        owners = [*_just_named(text, token.start, named), *owners, *_earlier(token.start, named, before, things)]
    for owner in owners:
        said = [
            p
            for p in _proposals(parsed, role, fillers, owner, "beside")
            if admits(p.predicate, p.subject, p.object, things)
        ]
        yield from said
        if said:
            return


def _just_named(text: str, at: int, named: Sequence[Mention]) -> list[Mention]:
    """Whom a possessive means that is in a row with what it owns: "*A* and its forerunner, B"."""
    return [m for m in named if m.end < at and re.fullmatch(r"['\"\s)]*(?:\([^()]*\))?,? and ", text[m.end : at])]


def _earlier(at: int, named: Sequence[Mention], before: Passage | None, things: Things) -> list[Mention]:
    """What "its" may mean: the things named before it, the nearest first, and what the sentence before began with."""
    first = [m for m in things.in_passage(before.index) if m.how != "pronoun"][:1] if before is not None else []
    back = [replace(m, passage=named[0].passage, start=at, end=at + 3) for m in outermost(first)] if named else []
    return [*reversed([m for m in named if m.end <= at]), *back]


def _filled_before(text: str, parsed: Parsed, filler: Mention, mentions: Sequence[Mention]) -> Iterator[Proposal]:
    """A name right before the noun and its owner: "A, *our training arm* in Milo", "A, *the B's portal*,"."""
    opened = _OWNER_BEHIND.match(text, filler.end)
    at = parsed.place_from(opened.end()) if opened else None
    if at is None:
        return
    head = _noun_behind_owner(parsed, at)
    role = NounPhrase(at, head + 1, head) if head is not None else None
    for owner in possessor_of(parsed, role, text, mentions) if role is not None else ():
        if role is not None:
            yield from _proposals(parsed, role, [filler], owner, "before")


def _of_named(text: str, parsed: Parsed, filler: Mention, named: Sequence[Mention]) -> Iterator[Proposal]:
    """A name right before the noun that its owner's name modifies: "A, *the latest B module*,", "A, a *B project*"."""
    opened = _NAMED_BEHIND.match(text, filler.end)
    for owner in (m for m in named if opened and m.start == opened.end()):
        at = parsed.place_from(owner.end)
        head = _noun_from(parsed, at)
        if head is not None and text[owner.end : parsed.tokens[at].start] == " ":
            yield from _proposals(parsed, NounPhrase(at, head + 1, head), [filler], owner, "named")


def _behind_compound(text: str, parsed: Parsed, owner: Mention, named: Sequence[Mention]) -> Iterator[Proposal]:
    """Names behind the noun that their owner's name modifies: "*A chief* B", "*A members* B and C"."""
    at = parsed.place_from(owner.end)
    head = _noun_from(parsed, at)
    if head is None or text[owner.end : parsed.tokens[at].start] != " ":
        return
    end = parsed.tokens[head].end
    start = next((m.start for m in named if m.start > end), None)
    if start is None or not (_STRAIGHT.fullmatch(text, end, start) or _SOME.fullmatch(text, end, start)):
        return
    fillers = row_from(start, text, named) if _is_plural(parsed.tokens[head]) else []
    fillers = fillers or [m for m in named if m.start == start]
    yield from _proposals(parsed, NounPhrase(at, head + 1, head), fillers, owner, "compound")


def _in_brackets(text: str, parsed: Parsed, owner: Mention, named: Sequence[Mention]) -> Iterator[Proposal]:
    """A noun and a name in brackets behind its owner: "A (head: B)", "A (seat: B)"."""
    opened = _ROLE_IN_BRACKETS.match(text, owner.end)
    if opened is not None:
        head = parsed.place_from(opened.start(1))
        fillers = [m for m in named if m.start == opened.end()]
        yield from _proposals(parsed, NounPhrase(head, head + 1, head), fillers, owner, "brackets")


def _with_owner_between(text: str, parsed: Parsed, filler: Mention, named: Sequence[Mention]) -> Iterator[Proposal]:
    """Names behind the noun and its owner: "the parent ministry *of B*, the A,", "the members *of B*, A and C,"."""
    owner = next((m for m in reversed(named) if m.end < filler.start), None)
    some = owner is not None and _SOME_FROM_OWNER.fullmatch(text, owner.end, filler.start) is not None
    if owner is None or not (some or _FROM_OWNER.fullmatch(text, owner.end, filler.start)):
        return
    at = parsed.place_from(owner.start)
    while at > 0 and parsed.tokens[at - 1].tag in ("DT", "PRP$"):
        at -= 1
    if at < 2 or parsed.tokens[at - 1].lower not in ("of", "for", "to") or not parsed.tokens[at - 2].is_noun:
        return
    several = _is_plural(parsed.tokens[at - 2])
    row = row_from(filler.start, text, named) if several else [filler]
    if (some and several) or (
        row and _ENDS.match(text, row[-1].end) and (several or not _ROW_GOES_ON.match(text, filler.end))
    ):
        yield from _proposals(parsed, NounPhrase(at - 2, at - 1, at - 2), row, owner, "owned")


def _proposals(
    parsed: Parsed, role: NounPhrase, fillers: Sequence[Mention], owner: Mention, form: str
) -> Iterator[Proposal]:
    words = (parsed.tokens[role.start].start, parsed.tokens[role.head].end)
    before = {t.lower for t in parsed.tokens[max(0, role.start - 2) : role.start]}
    modality = Modality.STANDING if before.isdisjoint(_PAST_ROLES) else Modality.ACTUAL
    for frame in frames_of_role(parsed, role):
        for filler in fillers:
            first, second = (filler, owner) if frame.subject_first else (owner, filler)
            if first.thing != second.thing:
                yield Proposal(first, frame.predicate, second, modality, f"{frame.name}-{form}", words)


_PAST_ROLES = frozenset("former outgoing previous late then erstwhile retired".split())


def _noun_from(parsed: Parsed, at: int) -> int | None:
    """The noun that heads the words from a token on, in whose place no name stands; None: there is none."""
    tokens = parsed.tokens
    end = at
    while end < min(at + _LONGEST, len(tokens)) and _is_modifier(tokens[end]):
        end += 1
    apposed = end < len(tokens) and tokens[end].tag == ","  # "whose principal, A"
    heads = end > at and (tokens[end - 1].is_noun or tokens[end - 1].lower == "chief")
    return end - 1 if end > at and (heads or apposed) else None


def _is_modifier(token: Token) -> bool:
    """Whether a token can stand before a noun or be it; "member states" can be a token of its own."""
    return (token.tag in _MODIFIERS and token.lower != "such") or (token.tag == "NNP" and token.text.islower())


def _is_plural(token: Token) -> bool:
    return token.tag == "NNS" or (token.tag == "NNP" and token.text.islower() and token.text.endswith("s"))


def _noun_behind_owner(parsed: Parsed, at: int) -> int | None:
    """The noun that heads a phrase which begins at a token with its owner; None: no owner is there."""
    tokens = parsed.tokens
    owned = next((i + 1 for i in range(at, min(at + 4, len(tokens))) if tokens[i].tag in ("PRP$", "POS")), None)
    if owned is None or any(t.tag in (",", ".", "IN", "CC") or t.is_verb for t in tokens[at : owned - 1]):
        return None
    return _noun_from(parsed, owned)


def possessor_of(parsed: Parsed, role: NounPhrase, text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """Whose role it is by the words before its noun: "its", "A's"."""
    before = parsed.tokens[role.start : role.head]
    return owner_of(parsed, role, text, mentions) if any(t.tag in ("PRP$", "POS") for t in before) else []


def frames_of_role(parsed: Parsed, role: NounPhrase) -> list[Frame]:
    """The frames "X be NOUN of Y" of the noun that heads a phrase, or of one that it stands for.

    Two nouns can be meant ("training arm"), and the first of "member states".
    """
    *opening, head = parsed.tokens[role.head].lower.split()
    before = opening[-1] if opening else parsed.tokens[role.head - 1].lower if role.head else ""
    pairs = [
        f for f in reduced_frames().get(before, ()) if f.reduced[1:-1] == (head,) and f.reduced[-1] in _BEHIND_ROLE
    ]
    if before == "parent":
        return pairs  # no "ministry of A"
    return [*pairs, *_frames_of_noun(before if head in _STATES and before in _STATES_OF else head)]


def _frames_of_noun(noun: str) -> list[Frame]:
    return [
        frame
        for key in sorted(stands_for(noun))
        for frame in reduced_frames().get(key, ())
        if len(frame.reduced) == 2 and frame.reduced[1] in _BEHIND_ROLE
    ]


_BEHIND_ROLE = ("of", "for", "to", "in")
_STATES = frozenset("state states country countries administration administrations economies agencies bodies".split())
_STATES_OF = frozenset("member partner founder host".split())


def owner_of(parsed: Parsed, role: NounPhrase, text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """Whose role it is: "its", "whose", "A's" before the noun, "of A" behind it."""
    first = parsed.tokens[role.start]
    if first.tag == "WP$":
        named = [m for m in mentions if m.how != "pronoun"]
        opening = parsed.tokens[role.start - 1] if role.start else first
        begin = opening.start if opening.lower == "among" else first.start
        inserted = [m for m in outermost(named) if _INSERTED.fullmatch(text, m.end, begin)]
        return beside(begin, text, named) or inserted[-1:]
    if first.tag == "PRP$":
        return [m for m in mentions if m.start == first.start and m.how == "pronoun"]
    possessive = next((i for i in range(role.start, role.head) if parsed.tokens[i].tag == "POS"), None)
    if possessive is not None:
        return outermost([m for m in mentions if m.end == parsed.tokens[possessive].start])
    after = parsed.tokens[role.end : role.end + 3]
    if not after or after[0].lower not in ("of", "in", "to"):
        return []
    start = next((t.start for t in after[1:] if t.tag not in ("DT", "PRP$")), None)
    return outermost([m for m in mentions if m.start <= (start or -1) < m.end])
