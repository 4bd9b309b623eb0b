"""Which things head a noun phrase: "the Minister of A" is the Minister, "the post of A" is A."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from customs_kg.builders.english.token import Token
from customs_kg.builders.english.words import noun_lemma
from customs_kg.builders.parse import Parsed
from customs_kg.builders.things.mentions import outermost as outermost
from customs_kg.builders.things.things import Mention

_CLASSIFIERS = frozenset(
    "post position office title rank role name port city town province county proceeds yield takings receipts".split()
)
# people of a body who act for it: "officers of A"
STAFF = frozenset(
    "officers staff employees specialists experts inspectors investigators personnel officials agents team teams "
    "detectives analysts members colleagues attachés attaches counsellors auditors crew crews developers divers "
    "engineers handlers patrols programmers scientists technicians".split()
)
_CALLED = frozenset("known called named titled entitled termed dubbed".split())
# what a body is spoken of by, so that its owner is meant: "its headquarters stand in A", "its functions include B"
_MEAN_OWNER = frozenset(
    "activity administration agency aim authority base basis contribution duty focus function goal "
    "headquarters institution instrument involvement jurisdiction laboratory law legislation mandate member "
    "membership mission network office operation part participation personnel power remit responsibility "
    "role scope seat secretariat service share statute structure target task work workforce".split()
)
_BEARERS = _CLASSIFIERS | STAFF


def subject_heads(parsed: Parsed, subject: tuple[int, int], mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions that are heads of the subject: those before its first preposition, else none.

    "The Minister of the agency" is the Minister, "A and B" are both.
    """
    start, end = parsed.stretch(subject)
    inside = [m for m in mentions if start <= m.start and m.end <= end]
    if not inside:
        return []
    tokens = parsed.tokens[subject[0] : subject[1]]
    naming = _naming(tokens)
    if naming is not None:
        named = outermost([m for m in inside if naming <= m.start and not _is_possessor(parsed, m)])
        return named if tokens[0].lower == "such" else _whose_too(tokens, named)
    if tokens[0].tag == "IN":  # "In 2008 they": the words right before the verb
        last = outermost([m for m in inside if m.end >= end - 1])
        return row_before(parsed, last[0], inside) if last else []
    cut = next((t.start for t in tokens if t.tag in ("IN", "WDT", "WP", "(", "VBG") and not _in_name(t, inside)), end)
    heads = outermost([m for m in inside if m.start < cut and not _is_possessor(parsed, m)])
    return heads if _means_owner(tokens, cut) else [m for m in heads if not is_pronoun_owner(parsed, m)]


def is_pronoun_owner(parsed: Parsed, mention: Mention) -> bool:
    """A possessive, which owns a noun but is not spoken of: "its board, chaired by A"."""
    first = parsed.place_from(mention.start)
    return any(t.start == mention.start and t.tag == "PRP$" for t in parsed.tokens[first : first + 1])


def _means_owner(tokens: Sequence[Token], cut: int) -> bool:
    """Whether the noun behind a possessive only says by what its owner is spoken of: "its *headquarters*"."""
    nouns = [t.lower for t in tokens if t.start < cut and t.is_noun]
    return bool(nouns) and (nouns[-1] in _BEARERS or noun_lemma(nouns[-1]) in _MEAN_OWNER)


def row_before(parsed: Parsed, last: Mention, mentions: Sequence[Mention]) -> list[Mention]:
    """A mention behind an opening phrase with those in a row before it, not what the opening governs.

    "Under A the B and C acted" gives B and C.
    """
    row = [last]
    for mention in reversed(outermost([m for m in mentions if m.end <= last.start])):
        between = parsed.between(mention.end, row[0].start)
        if not all(t.tag in ("DT", "PRP$", "CC", ",") for t in between) or not any(
            t.tag in ("CC", ",") for t in between
        ):
            break
        at = parsed.place_behind(mention.start)
        while at and parsed.tokens[at - 1].tag in ("DT", "PRP$"):
            at -= 1
        if not at or parsed.tokens[at - 1].tag in ("IN", "TO"):
            break
        row.insert(0, mention)
    return row


def _naming(tokens: Sequence[Token]) -> int | None:
    """Where the name begins that a common noun only brings in: "the post of A", "a scheme known as A"."""
    for before, token in pairwise(tokens):
        if token.lower in ("of", "from") and before.lower in (STAFF if token.lower == "from" else _BEARERS):
            return token.end
        if token.lower in _CALLED and before.is_noun:
            return token.end
    if tokens[0].lower == "such" and any(t.lower == "as" for t in tokens):  # "such systems as A and B"
        return next(t.end for t in tokens if t.lower == "as")
    return None


def _whose_too(tokens: Sequence[Token], named: Sequence[Mention]) -> list[Mention]:
    """Of the names behind "officers of", those in a row with the first: "A, *B* and *C*", "A and agents of *B*"."""
    found, end = list(named[:1]), named[0].end if named else 0
    for mention in named[1:]:
        between = [t for t in tokens if end <= t.start and t.end <= mention.start and t.tag not in ("DT", ")")]
        if [t.tag for t in between] == ["("]:  # a short form
            end = mention.end
            continue
        if not between or between[0].tag not in ("CC", ",") or not _goes_on([t.lower for t in between[1:]]):
            break
        found.append(mention)
        end = mention.end
    return found


def _goes_on(words: Sequence[str]) -> bool:
    """Whether nothing but "and", "of" or a noun for people stands between two bodies: "A and *agents from* B"."""
    rest = list(words[1:] if words[:1] == ["and"] else words)
    people = bool(rest) and rest[0] in STAFF | {"those"}
    return rest in ([], ["of"], ["from"]) or (people and rest[1:] in (["of"], ["from"]))


def _is_possessor(parsed: Parsed, mention: Mention) -> bool:
    behind = parsed.place_from(mention.end)
    return any(t.tag == "POS" and t.start <= mention.end + 1 for t in parsed.tokens[behind : behind + 2])


def _in_name(token: Token, mentions: Sequence[Mention]) -> bool:
    """The word is part of a name, or the bracket of a short form: "the X (XY) and the Z"."""
    return _within(token.start, mentions) or (token.tag == "(" and _within(token.end, mentions))


def _within(place: int, mentions: Sequence[Mention]) -> bool:
    return any(m.start <= place < m.end for m in mentions)
