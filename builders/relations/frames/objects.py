"""What a clause acts on: its objects, and the noun before a relative clause that is one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from customs_kg.builders.english.clauses import Clause, Role
from customs_kg.builders.english.verb_forms import Form
from customs_kg.builders.parse import Parsed
from customs_kg.builders.relations.frames.equated import equated, told_of_set, what_is_meant
from customs_kg.builders.relations.frames.phrase_extents import beside, object_stretch, phrase_end
from customs_kg.builders.relations.frames.shifted import shifted_object
from customs_kg.builders.relations.frames.split_rows import rest_of_row
from customs_kg.builders.relations.heads import outermost, subject_heads
from customs_kg.builders.relations.spelled_lists import row_up_to, spelled_out
from customs_kg.builders.things.things import Mention

_OWNERS = frozenset("its their our his her".split())


def of_antecedent(parsed: Parsed, clause: Clause, text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """What the noun before "which" is: the name it stands beside, or the subject of the "is" before it."""
    assert clause.subject is not None  # noqa: S101 # the caller tested it
    start = parsed.tokens[clause.subject[0]].start
    beside = [
        m for m in mentions if m.end <= start and re.fullmatch(r"[\s,]*(?:\([^)]*\))?[\s,]*", text[m.end : start])
    ]
    if beside:
        return outermost(beside)[-1:]
    head = parsed.clauses[clause.head] if clause.head is not None else None
    sure = head is not None and not head.negated and head.form is not Form.POSSIBLE
    if head is not None and sure and head.lemma == "be" and head.subject and head.group[1] <= clause.subject[0]:
        return subject_heads(parsed, head.subject, mentions)
    return []


def objects(
    parsed: Parsed, n: int, words: Sequence[str], text: str, mentions: Sequence[Mention], start: int | None = None
) -> list[Mention]:
    """The mentions after the verb, or from token `start` on, up to the next preposition; else what spells them out."""
    clause = parsed.clauses[n]
    first = clause.group[1] if start is None else start
    if first + 1 < clause.extent[1] and parsed.tokens[first].tag == ":":
        first += 1
    first = _past_others(parsed, first, clause.extent[1])
    if first >= clause.extent[1]:
        return relative_object(parsed, clause, text, mentions) if start is None else []
    before_verb = first < clause.group[0]  # "A, in alliance with *B*, brought C"
    limit = phrase_end(parsed, first, clause.group[0] if before_verb else clause.extent[1])
    if clause.role is Role.RELATIVE:
        limit = _before_closing_comma(parsed, first, limit)
    begin, end = parsed.tokens[first].start, parsed.tokens[max(first, limit - 1)].end
    if start is None and not words:
        end = min(end, max(begin, object_stretch(parsed, clause, n)[1]))
    inside = [m for m in mentions if begin <= m.start and m.end <= end and text[m.start : m.end].lower() not in _OWNERS]
    found = _coordinated(parsed, _without_owners(parsed, outermost(inside)))
    last = parsed.tokens[clause.extent[1] - 1].end
    if found:
        return [*found, *rest_of_row(found[-1], last, text, mentions)]
    shifted = shifted_object(parsed, clause) if start is None and not words else None
    if shifted is not None:
        return objects(parsed, n, words, text, mentions, start=shifted)
    relative = relative_object(parsed, clause, text, mentions) if start is None else []
    listed = spelled_out(parsed, (first, max(first + 1, limit)), clause, text, mentions, counted_only=False)
    listed = listed or told_of_set(parsed, (first, max(first + 1, limit)), mentions)
    return relative or [*listed, *(rest_of_row(listed[-1], last, text, mentions) if listed else ())]


def _past_others(parsed: Parsed, first: int, limit: int) -> int:
    """Behind "among other goods" between commas: "covering, among other goods, *A and B*"."""
    words = [t.lower for t in parsed.tokens[first : min(first + 6, limit)]]
    if words[:2] != [",", "among"] or "," not in words[2:]:
        return first
    return first + 3 + words[2:].index(",")


def relative_object(parsed: Parsed, clause: Clause, text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """What a "which" that is the object stands for: "*the A*, which B funds"."""
    if clause.role is Role.SUBORDINATE:
        return what_is_meant(parsed, clause, mentions)
    if clause.role not in (Role.RELATIVE, Role.CONJUNCT) or clause.subject is None:
        return []
    gap = clause.subject[0] - 1
    if gap <= 0 or (parsed.tokens[gap].tag not in ("WDT", "WP") and parsed.tokens[gap].lower != "that"):
        return []
    near = all_of_which(parsed, gap, text, mentions) or beside(parsed.tokens[gap].start, text, mentions)
    near = near or equated(parsed, parsed.clauses.index(clause), mentions)
    if near or clause.antecedent is None:
        return near
    first = parsed.tokens[clause.antecedent.start]  # "the A, *a scheme* which B runs"
    if first.lower not in ("a", "an", "the", "one"):
        return []
    return beside(first.start, text, mentions) or of_antecedent(parsed, clause, text, mentions)


def all_of_which(parsed: Parsed, which: int, text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The row that "both of which" stands for, "which" being this token: "*A and B*, both of which C runs"."""
    words = [t.lower for t in parsed.tokens[max(0, which - 2) : which]]
    if words[1:] != ["of"] or words[0] not in ("both", "all", "each"):
        return []
    end = which - 2
    while end and parsed.tokens[end - 1].tag in ("IN", "TO"):
        end -= 1  # ", *to* both of which C belongs"
    return row_up_to(parsed.tokens[end].start, text, mentions)


_SOME = frozenset("one some most many several few none half part much two three four five six".split())


def some_of_which(parsed: Parsed, clause: Clause, mentions: Sequence[Mention]) -> list[Mention] | None:
    """What two commas name of a part of the antecedent: "four units, one of which, *the A*, is in B".

    None where a relative clause speaks of no part.
    """
    for which in range(clause.group[0] - 1, max(1, clause.group[0] - _INSERTED), -1):
        if parsed.tokens[which].tag in ("WDT", "WP"):
            break
    else:
        return None
    some, of = parsed.tokens[which - 2 : which]
    if of.lower != "of" or not (some.lower in _SOME or some.tag == "CD"):
        return None
    between = parsed.tokens[which + 1 : clause.group[0]]
    if not between or between[0].tag != ",":
        return []
    return outermost([m for m in mentions if between[0].start < m.start and m.end <= between[-1].start])


_INSERTED = 16  # tokens between "which" and its verb


def _without_owners(parsed: Parsed, mentions: list[Mention]) -> list[Mention]:
    """The mentions without those that own the next one: "joined *the A's* B" speaks of B."""
    owning = {t.start for t in parsed.tokens if t.tag == "POS"}
    return [m for m in mentions if m is mentions[-1] or owning.isdisjoint((m.end, m.end + 1))]


def _before_closing_comma(parsed: Parsed, first: int, limit: int) -> int:
    """Up to the comma that closes a relative clause where the sentence goes on: "A, which is of B, and of C"."""
    tags = [t.tag for t in parsed.tokens[first : limit + 2]]
    closing = (
        first + i for i in range(len(tags) - 2) if tags[i] == "," and tags[i + 1] == "CC" and tags[i + 2] == "IN"
    )
    return next(closing, limit)


def _coordinated(parsed: Parsed, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions in a row; one behind "of" is left to the name before it."""
    kept: list[Mention] = []
    for mention in mentions:
        at = parsed.place_behind(mention.start)
        content = [t for t in parsed.tokens[max(0, at - 3) : at] if t.tag not in ("DT", "JJ", "PRP$")]
        if kept and content and content[-1].lower == "of" and _is_near(parsed, kept[-1], mention):
            continue
        if kept and content and content[-1].tag == "POS" and content[-1].start == kept[-1].end:
            kept.pop()  # "joined forces with *A's* B"
        kept.append(mention)
    return kept


def _is_near(parsed: Parsed, left: Mention, right: Mention) -> bool:
    """A few characters apart, or a few words that nothing joins: "A, head *of* B", "*A* head of *B*"."""
    distance = right.start - left.end
    between = parsed.between(left.end, right.start)
    return distance < 12 or (distance < 25 and all(t.tag not in (",", "CC", "CD") for t in between))
