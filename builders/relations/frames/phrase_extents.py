"""How far noun phrases go in a clause, and the names that stand at their ends."""

from __future__ import annotations

import re
from collections.abc import Sequence

from customs_kg.builders.english.clauses import Clause, Role
from customs_kg.builders.english.nominals import NounPhrase
from customs_kg.builders.parse import Parsed
from customs_kg.builders.relations.heads import outermost
from customs_kg.builders.things.things import Mention

_NOTHING = re.compile(r"""["\s,]*(?:\([^)]*\))?["\s,]*""")
_CLOSES = re.compile(r"\)[\s,]*")
_TURNS_TO = frozenset("by with through via as while since because so which that who where when than if".split())
_ABOUT = frozenset("than over about around above below under to nearly".split())  # before an amount
_PASSES = ("such", "including", "well")


def headed_by(parsed: Parsed, phrases: Sequence[NounPhrase], mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions that hold the main noun of one of the phrases."""
    heads = [parsed.tokens[phrase.head] for phrase in phrases]
    found = {k for t in heads for k, m in enumerate(mentions) if m.start <= t.start and t.end <= m.end}
    return outermost([mentions[k] for k in sorted(found)])


def beside(start: int, text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The mention that ends right before an offset, marks and brackets aside."""
    near = [m for m in mentions if m.end <= start and _NOTHING.fullmatch(text[m.end : start])]
    short = next((m for m in mentions if m.how == "acronym" and _CLOSES.fullmatch(text, m.end, start)), None)
    abbreviated = [m for m in near if short is not None and m.thing == short.thing]  # "the A of the *B* (B), which"
    return abbreviated[-1:] or outermost(near)[-1:]


def phrase_end(parsed: Parsed, start: int, limit: int) -> int:
    """Where the noun phrase at token `start` ends: at the next preposition but "of" and "such as", or at a verb."""
    i = start
    while i < limit:
        token = parsed.tokens[i]
        if token.tag == "(" and (closing := _behind_short_form(parsed, i)):
            i = closing
            continue
        if token.tag in ("WDT", "WP", "MD", ";", ":", "(", ")"):
            break
        if token.tag in ("IN", "TO") and token.lower != "of" and not _passes(parsed, i):
            break
        if i > start and token.lower in ("no", "not", "never") and parsed.tokens[i - 1].tag == ",":
            break  # "is of A, *no longer of B*"
        if i > start and token.tag in ("VBD", "VBZ", "VBP") and not token.is_noun:
            break
        if i > start and _goes_on(parsed, i):
            break
        i += 1
    return i


def _goes_on(parsed: Parsed, i: int) -> bool:
    """A participle that is in a row with another, not with the names before it: "led by A *and including* B"."""
    before = parsed.tokens[i - 1].tag
    if parsed.tokens[i].lower == "having":
        return before in ("CC", ",")
    return before == "CC" and parsed.tokens[i].lower in _PARTICIPLES


_PARTICIPLES = frozenset("including comprising covering being".split())


def _behind_short_form(parsed: Parsed, i: int) -> int:
    """Where a row goes on behind brackets, "the A *(AB)* and the C", "B *(chair)*, C and D"; 0 where it does not."""
    following = parsed.tokens[i + 1 : i + 12]
    close = next((k for k, token in enumerate(following[:_REMARK]) if token.tag == ")"), 0)
    short = close == 1 and following[0].text[:1].isupper()
    if not close or len(following) < close + 3 or not (short or following[close + 2].tag == "NNP"):
        return 0
    mark, after = following[close + 1 : close + 3]
    beside = mark.tag == "," and after.lower not in ("a", "an", "its", "their", "our", "which", "who")
    row = beside and any(t.tag == "CC" for t in following[close + 2 :])
    joined = mark.tag == "CC" and after.tag not in ("IN", "TO")
    return i + close + 2 if row or joined else 0


_REMARK = 5  # words in brackets that a row goes on behind


def _passes(parsed: Parsed, i: int) -> bool:
    """A preposition inside the phrase: "such as", "as well as", about an amount ("over $5 million in duties")."""
    before = parsed.tokens[i - 1] if i else None
    if before is None:
        return False
    if _before_amount(parsed, i):
        return True
    if parsed.tokens[i].lower == "in":
        return before.tag == "CD"
    opens_row = i + 1 < len(parsed.tokens) and parsed.tokens[i + 1].lower == "well"
    return parsed.tokens[i].lower == "as" and (opens_row or before.lower in (*_PASSES, "as"))


def object_stretch(parsed: Parsed, clause: Clause, n: int) -> tuple[int, int]:
    """The reading offsets of the words after the verb, up to the next clause or a turn such as "by" or "while"."""
    limit = clause.extent[1]
    later = [
        c.group[0]
        for c in parsed.clauses
        if c.head == n and c.group[0] >= clause.group[1] and c.role is not Role.REDUCED
    ]
    limit = min([limit, *later])
    i = clause.group[1]
    while i < limit and not _turns(parsed, i):
        i += 1
    if i <= clause.group[1]:
        return (0, 0)
    return parsed.tokens[clause.group[1]].start, parsed.tokens[i - 1].end


def _turns(parsed: Parsed, i: int) -> bool:
    """Whether a word ends the object: "by", "while"; not the "than" of "more than $5 million"."""
    token = parsed.tokens[i]
    if token.lower == "as" and _passes(parsed, i):
        return False
    return token.lower in _TURNS_TO and token.tag in ("IN", "WDT", "WP", "WRB", "RB") and not _before_amount(parsed, i)


def _before_amount(parsed: Parsed, i: int) -> bool:
    return i + 1 < len(parsed.tokens) and parsed.tokens[i + 1].tag == "CD" and parsed.tokens[i].lower in _ABOUT
