"""Who fills the roles of a clause: its subject, its object, the noun after a preposition, the agent of a passive.

Each role is a row of mentions. A noun phrase that names nothing itself stands for the list that spells it out
("four associations (i.e. A, B, C and D)", "such systems ... as A and B").
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from customs_kg.builders.english.arguments import MONTHS
from customs_kg.builders.english.clauses import Clause, Role
from customs_kg.builders.english.nominals import NounPhrase
from customs_kg.builders.english.verb_forms import Form
from customs_kg.builders.parse import Parsed
from customs_kg.builders.relations.frames.shifted import shifted_object
from customs_kg.builders.relations.heads import is_pronoun_owner, outermost, subject_heads
from customs_kg.builders.relations.spelled_lists import JOIN, row_from, row_up_to, spelled_out, with_list
from customs_kg.builders.things.things import Mention

_PLACED = re.compile(r"\s+(?:at|in|on|for) (?:the |all |its )?[a-z-]+\s+")  # "controls at ports based on A"
_NOTHING = re.compile(r"""["\s,]*(?:\([^)]*\))?["\s,]*""")
_CLOSES = re.compile(r"\)[\s,]*")
_WITH_OTHERS = re.compile(
    r",?\s*(?:together with|along with|alongside|jointly with|in (?:association|cooperation|partnership) with)\s+"
    r"(?:the )?"
)
_INCLUDES = frozenset("include comprise cover be contain".split())
_HELPS = frozenset("assist help enable allow let support".split())
_TURNS_TO = frozenset("by with through via as while since because so which that who where when than if".split())
_OF_NOUN = frozenset("belong relate pertain originate come".split())  # "checked firms *belonging to* A": said of firms
# "six orders were issued, *covering* A", "the project was launched, *linking* A with B"
_OF_SUBJECT = frozenset("cover concern affect comprise link connect join span serve combine".split())
_BY_AGAIN = re.compile(r"\s*(?:\([^()]*\))?,? and by (?:the )?")
_ABOUT = frozenset("than over about around above below under to nearly".split())  # before an amount
_OWNERS = frozenset("its their our his her".split())
_PASSES = ("such", "including", "well")
_BOUND_OF_TIME = frozenset("the end close start beginning middle then now yesterday".split())  # "by the end of ..."


def subjects(parsed: Parsed, n: int, text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The subject of clause `n`; a participle takes the noun before it, a means the subject of its clause."""
    clause = parsed.clauses[n]
    if clause.subject is not None:
        return _of_subject(parsed, n, text, mentions)
    if clause.role is Role.REDUCED and clause.form in (Form.PARTICIPLE, Form.INFINITIVE):
        if _is_split_passive(parsed, clause):
            return _of_governor(parsed, clause, text, mentions)
        opens = not any(t.is_noun for t in parsed.tokens[: clause.group[0]])
        if opens:
            return _of_governor(parsed, clause, text, mentions)
        return noun_before(parsed, clause, text, mentions) or _of_copula(parsed, clause, text, mentions)
    if clause.role is Role.REDUCED and clause.form is Form.GERUND:
        if clause.lemma in _OF_NOUN and parsed.tokens[clause.group[0] - 1].is_noun:
            return noun_before(parsed, clause, text, mentions)
        return [*noun_before(parsed, clause, text, mentions), *_of_governor(parsed, clause, text, mentions)]
    return _of_governor(parsed, clause, text, mentions)


def _is_split_passive(parsed: Parsed, clause: Clause) -> bool:
    """The participle of a passive that an amount splits: "is 85% paid for by A"."""
    head = parsed.clauses[clause.head] if clause.head is not None else None
    if head is None or head.lemma != "be" or head.group[1] >= clause.group[0]:
        return False
    between = parsed.tokens[head.group[1] : clause.group[0]]
    return all(t.tag in ("CD", "RB", "JJR") or t.lower == "half" for t in between)


def _of_copula(parsed: Parsed, clause: Clause, text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The subject of the "is" whose noun a participle explains: "*A* is a school located in B"."""
    n = clause.head
    head = parsed.clauses[n] if n is not None else None
    if n is None or head is None or head.lemma not in _IS or head.passive or head.subject is None:
        return []
    between = parsed.tokens[head.group[1] : clause.group[0]]
    if not between or between[0].lower not in _OPENS_KIND or any(t.tag in (",", ";", ":", "(") for t in between):
        return []
    plain = [t for t in between if t.tag != "RB"]
    named = any(between[0].start <= m.start < between[-1].end and m.how == "name" for m in mentions)
    return [] if named or not plain[-1].is_noun else _of_subject(parsed, n, text, mentions)


_IS = frozenset("be become remain".split())
_OPENS_KIND = frozenset("a an the one our its another".split())


def _of_subject(parsed: Parsed, n: int, text: str, mentions: Sequence[Mention]) -> list[Mention]:
    clause = parsed.clauses[n]
    assert clause.subject is not None  # noqa: S101 # the caller tested it
    heads = headed_by(parsed, clause.subjects, mentions) or subject_heads(parsed, clause.subject, mentions)
    if heads:
        # "our e-service, *Declare Ahead*, was launched", "Its headquarters, *A*, stands in B"
        common = all(m.how == "pronoun" or text[m.start].islower() for m in heads)
        return (_inserted(parsed, clause, mentions) if common else []) or heads
    if clause.role is Role.RELATIVE and clause.antecedent in (None, *clause.subjects):
        return _of_antecedent(parsed, clause, text, mentions)
    if clause.role is Role.RELATIVE and (all_of := _all_of_which(parsed, clause, text, mentions)):
        return all_of
    inserted = _inserted(parsed, clause, mentions) or _called(parsed, clause, text, mentions)
    inserted = inserted or _made_of(parsed, clause, text, mentions)
    return inserted or spelled_out(parsed, clause.subject, clause, text, mentions, counted_only=True)


def headed_by(parsed: Parsed, phrases: Sequence[NounPhrase], mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions that hold the main noun of one of the phrases."""
    heads = [parsed.tokens[phrase.head] for phrase in phrases]
    found = [m for m in mentions if any(m.start <= t.start and t.end <= m.end for t in heads)]
    return outermost(found)


def _inserted(parsed: Parsed, clause: Clause, mentions: Sequence[Mention]) -> list[Mention]:
    """What stands between the commas after the subject: "One of them, the X, looks after ..."."""
    assert clause.subject is not None  # noqa: S101 # the caller tested it
    start, end = parsed.tokens[clause.subject[1] - 1].end, parsed.tokens[clause.group[0]].start
    if clause.group[0] - clause.subject[1] < 3 or parsed.tokens[clause.subject[1]].tag != ",":
        return []
    inside = outermost([m for m in mentions if start <= m.start and m.end <= end])
    first = parsed.tokens[clause.subject[1] + 1]
    several = parsed.tokens[clause.subject[1] - 1].tag == "NNS" and any(
        t.tag == "CC" for t in parsed.tokens[clause.subject[1] : clause.group[0]]
    )
    if several and first.tag in ("DT", "NNP"):  # "Three agencies, the A, the B and the C, use ..."
        return inside
    return inside[:1] if first.tag in ("DT", "NNP", "PRP$") or first.is_noun else []


_OF = re.compile(
    r"(?:\s+(?:of|on|in)|(?<=esponsibility) (?:for|over)|(?<=esponsibilities) (?:for|over)) (?:the |its |our )?"
)


def _made_of(parsed: Parsed, clause: Clause, text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """What the subject is a part or a doing of: "The net yield of A flows to B", "Responsibility for A lies with B"."""
    ends = {parsed.tokens[phrase.head].end for phrase in clause.subjects}
    near = [m for m in mentions for end in ends if end < m.start and _OF.fullmatch(text, end, m.start)]
    return outermost(near) or _whose_cost(parsed, clause, mentions)


def _whose_cost(parsed: Parsed, clause: Clause, mentions: Sequence[Mention]) -> list[Mention]:
    """What costs money, where its cost is the subject: "*Its* cost was met by A", "*B's* budget came from A"."""
    for phrase in clause.subjects[:1]:
        words = parsed.tokens[phrase.start : phrase.head + 1]
        owner = next((k for k, t in enumerate(words) if t.tag in ("PRP$", "POS")), None)
        if owner is not None and words[-1].lower in _COSTS:
            end = words[owner].end if words[owner].tag == "PRP$" else words[owner].start
            return [m for m in mentions if m.end in (end, words[owner].end)][:1]
    return []


_COSTS = frozenset("cost costs expense expenses budget funding funds financing construction development upkeep".split())


def _called(parsed: Parsed, clause: Clause, text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The name right behind the subject: "The scheme known as A, under which ..., was extended"."""
    assert clause.subject is not None  # noqa: S101 # the caller tested it
    end = parsed.tokens[clause.subject[1] - 1].end
    mark = re.match(r",?\s*(?:known as|called|named|titled|entitled|dubbed)\s+(?:the )?\"?", text[end:])
    return [m for m in outermost(mentions) if mark is not None and m.start == end + mark.end()]


def _of_antecedent(parsed: Parsed, clause: Clause, text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """What the noun before "which" is: the name it stands beside, or the subject of the "is" before it."""
    assert clause.subject is not None  # noqa: S101 # the caller tested it
    start = parsed.tokens[clause.subject[0]].start
    beside = [
        m for m in mentions if m.end <= start and re.fullmatch(r"[\s,]*(?:\([^)]*\))?[\s,]*", text[m.end : start])
    ]
    if beside:
        return outermost(beside)[-1:]
    head = parsed.clauses[clause.head] if clause.head is not None else None
    if head is not None and head.lemma == "be" and head.subject is not None and head.group[1] <= clause.subject[0]:
        return subject_heads(parsed, head.subject, mentions)
    return []


def _all_of_which(parsed: Parsed, clause: Clause, text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The row that "both of which", "all three of which" take together: "*the A and the B*, both of which"."""
    assert clause.subject is not None  # noqa: S101 # the caller tested it
    words = parsed.tokens[clause.subject[0] : clause.group[0]]
    if words[0].lower not in ("both", "all", "each") or words[-1].tag not in ("WDT", "WP"):
        return []
    return row_up_to(words[0].start, text, mentions)


def beside(start: int, text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The mention that ends right before an offset, marks and brackets aside."""
    near = [m for m in mentions if m.end <= start and _NOTHING.fullmatch(text[m.end : start])]
    short = next((m for m in mentions if m.how == "acronym" and _CLOSES.fullmatch(text, m.end, start)), None)
    abbreviated = [m for m in near if short is not None and m.thing == short.thing]  # "the A of the *B* (B), which"
    return abbreviated[-1:] or outermost(near)[-1:]


def _of_governor(parsed: Parsed, clause: Clause, text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The subject of the clause that this one depends on; of "assist X in doing", X."""
    head, seen = clause.head, set[int]()
    while head is not None and head not in seen:
        seen.add(head)
        source = parsed.clauses[head]
        if source.lemma in _HELPS and clause.role is not Role.CONJUNCT:
            helped = objects(parsed, head, (), text, mentions)
            if helped:
                return helped
        if source.subject is not None:
            opens = clause.role is Role.REDUCED and clause.group[0] < source.subject[0]
            opens = opens or clause.lemma in _OF_SUBJECT
            return [] if source.passive and not opens else _of_subject(parsed, head, text, mentions)
        head = source.head
    return []


def noun_before(parsed: Parsed, clause: Clause, text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The mention right before a participle, with those in a row before it ("A, B and C set up by D")."""
    at = clause.group[0]
    while at and parsed.tokens[at - 1].tag == "RB":
        at -= 1  # "A, *jointly* built with B"
    start = parsed.tokens[at].start
    row: list[Mention] = []
    named = [m for m in mentions if m.end <= start and not is_pronoun_owner(parsed, m)]
    for mention in reversed(outermost(named)):
        if row and mention.how == "pronoun":
            break  # "within it the A, ..."
        if not row and _PLACED.fullmatch(text[mention.end : start]):
            row.append(mention)
            start = mention.start
            continue
        if not JOIN.match(text[mention.end : start]) or (not row and len(text[mention.end : start]) > 8):
            break
        row.append(mention)
        start = mention.start
    return row[::-1]


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
    limit = phrase_end(parsed, first, clause.extent[1])
    if clause.role is Role.RELATIVE:
        limit = _before_closing_comma(parsed, first, limit)
    begin, end = parsed.tokens[first].start, parsed.tokens[max(first, limit - 1)].end
    if start is None and not words:
        end = min(end, max(begin, object_stretch(parsed, clause, n)[1]))
    inside = [m for m in mentions if begin <= m.start and m.end <= end and text[m.start : m.end].lower() not in _OWNERS]
    found = _coordinated(parsed, _without_owners(parsed, outermost(inside)))
    if found:
        return with_list(parsed, found, text, mentions)
    shifted = shifted_object(parsed, clause) if start is None and not words else None
    if shifted is not None:
        return objects(parsed, n, words, text, mentions, start=shifted)
    relative = relative_object(parsed, clause, text, mentions) if start is None else []
    return relative or spelled_out(parsed, (first, max(first + 1, limit)), clause, text, mentions, counted_only=False)


def _past_others(parsed: Parsed, first: int, limit: int) -> int:
    """Behind "among other goods" between commas: "covering, among other goods, *A and B*"."""
    words = [t.lower for t in parsed.tokens[first : min(first + 6, limit)]]
    if words[:2] != [",", "among"] or "," not in words[2:]:
        return first
    return first + 3 + words[2:].index(",")


def relative_object(parsed: Parsed, clause: Clause, text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """What a "which" that is the object stands for: "*the A*, which B funds"."""
    if clause.role not in (Role.RELATIVE, Role.CONJUNCT) or clause.subject is None:
        return []
    gap = clause.subject[0] - 1
    if gap <= 0 or (parsed.tokens[gap].tag not in ("WDT", "WP") and parsed.tokens[gap].lower != "that"):
        return []
    near = beside(parsed.tokens[gap].start, text, mentions)
    if near or clause.antecedent is None:
        return near
    first = parsed.tokens[clause.antecedent.start]  # "the A, *a scheme* which B runs"
    if first.lower not in ("a", "an", "the", "one"):
        return []
    return beside(first.start, text, mentions) or _of_antecedent(parsed, clause, text, mentions)


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


def phrase_end(parsed: Parsed, start: int, limit: int) -> int:
    """Where the noun phrase at token `start` ends: at the next preposition but "of" and "such as", or at a verb."""
    i = start
    while i < limit:
        token = parsed.tokens[i]
        if token.tag == "(" and (closing := _behind_short_form(parsed, i)):
            i = closing
            continue
        if token.tag in ("WDT", "WP", "MD", ";", ":", "("):
            break
        if token.tag in ("IN", "TO") and token.lower != "of" and not _passes(parsed, i):
            break
        if i > start and token.lower in ("no", "not", "never") and parsed.tokens[i - 1].tag == ",":
            break  # "is of A, *no longer of B*"
        if i > start and token.tag in ("VBD", "VBZ", "VBP") and not token.is_noun:
            break
        if i > start and token.lower == "having" and parsed.tokens[i - 1].tag in ("CC", ","):
            break
        i += 1
    return i


def _behind_short_form(parsed: Parsed, i: int) -> int:
    """Where a row goes on behind a short form in brackets, "the A *(AB)* and the C"; 0 where it does not."""
    following = parsed.tokens[i + 1 : i + 12]
    if len(following) < 4 or not following[0].text[:1].isupper() or following[1].tag != ")":
        return 0
    beside = following[2].tag == "," and following[3].lower not in ("a", "an", "its", "their", "our", "which", "who")
    row = beside and any(t.tag == "CC" for t in following[3:])
    joined = following[2].tag == "CC" and following[3].tag not in ("IN", "TO")
    return i + 3 if row or joined else 0


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


def _coordinated(parsed: Parsed, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions in a row; one behind "of" is left to the name before it."""
    kept: list[Mention] = []
    for mention in mentions:
        before = [t for t in parsed.tokens if t.end <= mention.start][-3:]
        content = [t for t in before if t.tag not in ("DT", "JJ", "PRP$")]
        if kept and content and content[-1].lower == "of" and _is_near(parsed, kept[-1], mention):
            continue
        if kept and content and content[-1].tag == "POS" and content[-1].start == kept[-1].end:
            kept.pop()  # "joined forces with *A's* B"
        kept.append(mention)
    return kept


def _is_near(parsed: Parsed, left: Mention, right: Mention) -> bool:
    """A few characters apart, or a few words that nothing joins: "A, head *of* B", "*A* head of *B*"."""
    distance = right.start - left.end
    between = [t for t in parsed.tokens if left.end <= t.start and t.end <= right.start]
    return distance < 12 or (distance < 25 and all(t.tag not in (",", "CC", "CD") for t in between))


def agents(parsed: Parsed, clause: Clause, text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions after "by" in a passive clause, with those that "together with" adds."""
    phrase = by_phrase(parsed, clause)
    if phrase is None:
        return []
    start, end = parsed.stretch(phrase)
    named = outermost([m for m in mentions if start <= m.start and m.end <= end])
    others = _WITH_OTHERS.match(text, named[-1].end) if named else None
    if others:
        return [*named, *row_from(others.end(), text, mentions)]
    return [*named, *_behind_by_again(named[-1].end, text, mentions)] if named else []


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
    limit = min(clause.extent[1], clause.group[1] + 8)
    words = [t.lower for t in parsed.tokens[:limit]]
    later = (c.group[0] for c in parsed.clauses if c.group[0] >= clause.group[1])
    inner = min((k for k in later if "," in words[clause.group[1] : k]), default=limit)  # "in A, the B supplied by C"
    places = range(clause.group[1], min(limit, inner))
    place = next((i for i in places if words[i] == "by" and words[i - 1] != "not"), None)
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
