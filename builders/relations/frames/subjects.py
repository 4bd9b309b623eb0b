"""What fills the subject of a clause: its own, that of what governs it, or the noun before it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from customs_kg.builders.english.adverbs import before_adverbs
from customs_kg.builders.english.clauses import Clause, Role
from customs_kg.builders.english.nominals import NounPhrase
from customs_kg.builders.english.verb_forms import Form
from customs_kg.builders.parse import Parsed
from customs_kg.builders.relations.frames.equated import equated
from customs_kg.builders.relations.frames.objects import all_of_which, objects, of_antecedent
from customs_kg.builders.relations.frames.phrase_extents import headed_by
from customs_kg.builders.relations.heads import STAFF, is_pronoun_owner, outermost, subject_heads
from customs_kg.builders.relations.spelled_lists import JOIN, row_from, spelled_out
from customs_kg.builders.things.things import Mention

_PLACED = re.compile(r"\s+(?:at|in|on|for) (?:the |all |its )?[a-z-]+\s+")  # "controls at ports based on A"
_COMMA_AND = re.compile(r"(?: \([^()]*\))?, and ")
_HELPS = frozenset("assist help enable allow let support".split())
_OF_NOUN = frozenset("belong relate pertain originate come".split())  # "checked firms *belonging to* A": said of firms
# "six orders were issued, *covering* A", "the project was launched, *linking* A with B"
_OF_SUBJECT = frozenset("cover concern affect comprise link connect join span serve combine".split())
_IS = frozenset("be become remain".split())
_OPENS_KIND = frozenset("a an the one our its another".split())
_OF = re.compile(
    r"(?:\s+(?:of|on|in)|\s+of (?:the |its )?(?:price|costs?|budget|expenses?|bill|funding|funds) (?:of|for)|"
    r"(?<=esponsibility) (?:for|over)|(?<=esponsibilities) (?:for|over)) (?:the |its |our )?"
)
# what costs money or draws on a law where this is the subject: "*Its* cost was met by A", "*Its* powers rest on A"
_OWNED = frozenset(
    "cost costs expense expenses budget funding funds financing construction development upkeep authority duties "
    "functions jurisdiction mandate powers responsibilities tasks".split()
)


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
        near = noun_before(parsed, clause, text, mentions) or equated(parsed, n, mentions)
        return near or _of_copula(parsed, clause, text, mentions)
    if clause.role is Role.REDUCED and clause.form is Form.GERUND:
        if clause.lemma in _OF_NOUN and parsed.tokens[clause.group[0] - 1].is_noun:
            return noun_before(parsed, clause, text, mentions)
        head = clause.head
        in_row = head is not None and parsed.clauses[head].role is Role.REDUCED
        if head is not None and in_row and parsed.tokens[clause.group[0] - 1].tag == "CC":
            return subjects(parsed, head, text, mentions)  # "A, led by B *and including* C"
        if is_effect(parsed, clause):
            return _of_governor(parsed, clause, text, mentions)
        return [*noun_before(parsed, clause, text, mentions), *_of_governor(parsed, clause, text, mentions)]
    return equated(parsed, n, mentions) or _of_governor(parsed, clause, text, mentions)


def is_effect(parsed: Parsed, clause: Clause) -> bool:
    """Whether a gerund behind a comma tells what came of the whole clause: "A lent money to B, *helping* C"."""
    set_off = clause.form is Form.GERUND and clause.lemma in _HELPS and clause.group[0] > 0
    return set_off and parsed.tokens[clause.group[0] - 1].tag == ","


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


def _of_subject(parsed: Parsed, n: int, text: str, mentions: Sequence[Mention]) -> list[Mention]:
    clause = parsed.clauses[n]
    assert clause.subject is not None  # noqa: S101 # the caller tested it
    heads = _acting(parsed, clause.subjects, text, mentions) or subject_heads(parsed, clause.subject, mentions)
    if heads:
        # "our e-service, *Declare Ahead*, was launched", "Its headquarters, *A*, stands in B"
        common = all(m.how == "pronoun" or text[m.start].islower() for m in heads)
        return (_inserted(parsed, clause, mentions) if common else []) or [
            *heads,
            *_added(parsed, clause, heads, text, mentions),
        ]
    listed = _listed_antecedent(parsed, clause, text, mentions)
    if listed:
        return listed
    if clause.role is Role.RELATIVE and clause.antecedent in (None, *clause.subjects):
        return equated(parsed, n, mentions) or of_antecedent(parsed, clause, text, mentions)
    if clause.role is Role.RELATIVE and (all_of := _all_of_which(parsed, clause, text, mentions)):
        return all_of
    inserted = _inserted(parsed, clause, mentions) or _called(parsed, clause, text, mentions)
    inserted = inserted or _made_of(parsed, clause, text, mentions)
    return inserted or spelled_out(parsed, clause.subject, clause, text, mentions, counted_only=True)


def _listed_antecedent(parsed: Parsed, clause: Clause, text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """What a colon names of the counted noun before "which": "four offices, which report to A: *B, C, D and E*"."""
    phrase = clause.antecedent
    if clause.role is not Role.RELATIVE or phrase is None or ":" not in text:
        return []
    return spelled_out(parsed, (phrase.start, phrase.head + 1), clause, text, mentions, counted_only=True)


def _acting(parsed: Parsed, phrases: Sequence[NounPhrase], text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions that head the phrases, and whose people the others are: "*A* officers and B", "*A's* officers"."""
    found: list[Mention] = []
    for phrase in phrases:
        found += headed_by(parsed, [phrase], mentions) or _whose_people(parsed, phrase, text, mentions)
        if found and parsed.tokens[phrase.head].lower == "those":  # "A's officers and *those of B*"
            found += [m for m in mentions if _OF_BODY.fullmatch(text, parsed.tokens[phrase.head].end, m.start)]
    return outermost(found)


def _whose_people(parsed: Parsed, phrase: NounPhrase, text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The body named right before a noun for its people."""
    head = parsed.tokens[phrase.head]
    if head.lower not in STAFF:
        return []
    start = parsed.tokens[phrase.start].start
    before = [m for m in mentions if start <= m.start and m.end <= head.start and m.how != "pronoun"]
    return outermost([m for m in before if _OF_PEOPLE.fullmatch(text, m.end, head.start)])


_OF_PEOPLE = re.compile(r"(?:'s?)? (?:(?:customs|special|border|field|own|senior) )*")
_OF_BODY = re.compile(r" (?:of|from) (?:the )?")


def _added(
    parsed: Parsed, clause: Clause, heads: Sequence[Mention], text: str, mentions: Sequence[Mention]
) -> list[Mention]:
    """What two commas add to the subject: "A, *as well as B*, runs", "A*, and with it B and C,* runs"."""
    assert clause.subject is not None  # noqa: S101 # the caller tested it
    start, end = parsed.tokens[clause.subject[1] - 1].end, parsed.tokens[clause.group[0]].start
    also = _ALSO.match(text, start, end) or _TOGETHER.match(text, heads[-1].end, end)
    return [m for m in row_from(also.end(), text, mentions) if m.end <= end] if also else []


_TOGETHER = re.compile(r"\s*(?:\([^()]*\))?,? (?:together|along|jointly) with (?:the |its |our )?")
_ALSO = re.compile(
    r"\s*(?:\([^()]*\))?, (?:as well as|and with (?:it|them|him|her)|and later|and then|and also) (?:the |its |our )?"
)


def _inserted(parsed: Parsed, clause: Clause, mentions: Sequence[Mention]) -> list[Mention]:
    """What stands between the commas after the subject: "One of them, the X, looks after ..."."""
    assert clause.subject is not None  # noqa: S101 # the caller tested it
    start, end = parsed.tokens[clause.subject[1] - 1].end, parsed.tokens[clause.group[0]].start
    if clause.group[0] - clause.subject[1] < 3 or parsed.tokens[clause.subject[1]].tag not in (",", "("):
        return []
    inside = outermost([m for m in mentions if start <= m.start and m.end <= end])
    if _listed(parsed, clause.subject[1] + 1) or _closes_list(parsed, clause.group[0]):
        return inside
    if parsed.tokens[clause.subject[1]].tag != ",":
        return []
    first = parsed.tokens[clause.subject[1] + 1]
    several = parsed.tokens[clause.subject[1] - 1].tag == "NNS" and any(
        t.tag == "CC" for t in parsed.tokens[clause.subject[1] : clause.group[0]]
    )
    if several and first.tag in ("DT", "NNP"):  # "Three agencies, the A, the B and the C, use ..."
        return inside
    return inside[:1] if first.tag in ("DT", "NNP", "PRP$") or first.is_noun else []


_LISTING = frozenset(
    "including|among them|notably|especially|particularly|in particular|namely|such as|among others".split("|")
)


def _listed(parsed: Parsed, at: int) -> bool:
    """Whether what two commas put behind a subject names some of it: "Several bodies, *among them A*, run B"."""
    first, second = (t.lower for t in parsed.tokens[at : at + 2])
    return first in _LISTING or f"{first} {second}" in _LISTING


def _closes_list(parsed: Parsed, verb: int) -> bool:
    """Whether it names some of it by words behind the names: "Several bodies, *A and B among them*, run C"."""
    words = [t.lower for t in parsed.tokens[max(0, verb - 3) : verb] if t.tag not in (",", ")")]
    return words[-2:] == ["among", "them"]


def _made_of(parsed: Parsed, clause: Clause, text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """What the subject is a part or a doing of: "The net yield of A flows to B", "Responsibility for A lies with B"."""
    ends = {parsed.tokens[phrase.head].end for phrase in clause.subjects}
    near = [m for m in mentions for end in ends if end < m.start and _OF.fullmatch(text, end, m.start)]
    return outermost(near) or _whose(parsed, clause, mentions)


def _whose(parsed: Parsed, clause: Clause, mentions: Sequence[Mention]) -> list[Mention]:
    """Whose cost, or whose power, the subject is: "*Its* cost was met by A", "*B's* mandate is laid down in C"."""
    for phrase in clause.subjects[:1]:
        words = parsed.tokens[phrase.start : phrase.head + 1]
        owner = next((k for k, t in enumerate(words) if t.tag in ("PRP$", "POS")), None)
        if owner is not None and words[-1].lower in _OWNED:
            end = words[owner].end if words[owner].tag == "PRP$" else words[owner].start
            return [m for m in mentions if m.end in (end, words[owner].end)][:1]
    return []


_CALLED = re.compile(r",?\s*(?:known as|called|named|titled|entitled|dubbed)\s+(?:the )?\"?")


def _called(parsed: Parsed, clause: Clause, text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The name right behind the subject: "The scheme known as A, under which ..., was extended"."""
    assert clause.subject is not None  # noqa: S101 # the caller tested it
    end = parsed.tokens[clause.subject[1] - 1].end
    mark = _CALLED.match(text, end)
    return [m for m in outermost(mentions) if m.start == mark.end()] if mark is not None else []


def _all_of_which(parsed: Parsed, clause: Clause, text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The row that "both of which", "all three of which" take together: "*the A and the B*, both of which"."""
    which = clause.group[0] - 1
    while parsed.tokens[which].tag == "RB":
        which -= 1
    return all_of_which(parsed, which, text, mentions) if parsed.tokens[which].tag in ("WDT", "WP") else []


def _of_governor(parsed: Parsed, clause: Clause, text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The subject of the clause that this one depends on; of "assist X in doing", X."""
    head, seen = clause.head, set[int]()
    while head is not None and head not in seen:
        seen.add(head)
        source = parsed.clauses[head]
        if clause.role is Role.COMPLEMENT and source.role is Role.REDUCED and source.form is Form.PARTICIPLE:
            return subjects(parsed, head, text, mentions)  # "A, intended *to replace* B, was sent"
        if source.lemma in _HELPS and clause.role is not Role.CONJUNCT:
            helped = objects(parsed, head, (), text, mentions)
            if helped:
                return helped
        if source.subject is not None:
            if source.passive and not _is_doer(parsed, clause, source):
                return []
            if source.lemma in _JUDGING and not source.passive and clause.group[0] > source.group[1]:
                judged = objects(parsed, head, (), text, mentions)
                if judged and _is_for(parsed, clause):  # "thanked A *for hosting* B"
                    return judged
            return _of_subject(parsed, head, text, mentions)
        head = source.head
    return []


def _is_doer(parsed: Parsed, clause: Clause, source: Clause) -> bool:
    """Whether who a passive clause is about did what hangs on it: "*after opening* B, A was praised"."""
    opens = clause.role is Role.REDUCED and clause.group[0] < (source.subject or clause.group)[0]
    if opens or clause.lemma in _OF_SUBJECT or parsed.tokens[clause.group[0]].lower == "having":
        return True
    if clause.form is not Form.GERUND:
        return False
    if _is_for(parsed, clause):
        return source.lemma in _JUDGING
    place = before_adverbs(parsed.tokens, clause.group[0]) - 1
    return place >= 0 and parsed.tokens[place].lower in _WHEN and (place > 0 or clause.group[0] < source.group[0])


def _is_for(parsed: Parsed, clause: Clause) -> bool:
    before = parsed.tokens[clause.group[0] - 1].lower if clause.group[0] else ""
    return before in ("for", "with", "in") and clause.form is Form.GERUND


# what goes before, beside or behind the main verb has its subject: "after opening A, B was praised"
_WHEN = frozenset("after before while when since upon on besides despite".split())
_JUDGING = frozenset(
    "praise thank commend criticise criticize honour honor reward blame fine congratulate credit recognise recognize "
    "acclaim admire applaud award decorate cite punish penalise sanction know charge note "
    "engage involve occupy entrust "
    "task vest".split()
)  # for what somebody did


_REFERRING = ("pronoun", "head")


def noun_before(parsed: Parsed, clause: Clause, text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The mention right before a participle, with those in a row before it ("A, B and C set up by D")."""
    at = clause.group[0]
    while at and parsed.tokens[at - 1].tag == "RB":
        at -= 1  # "A, *jointly* built with B"
    start = parsed.tokens[at].start
    row: list[Mention] = []
    named = [m for m in mentions if m.end <= start and not is_pronoun_owner(parsed, m)]
    for mention in reversed(outermost(named)):
        if row and (mention.start, mention.end) == (row[0].start, row[0].end):
            row.append(mention)  # "A and B, *both* run by C"
            continue
        if row and (mention.how == "pronoun" or row[0].how in _REFERRING):
            break  # "within it the A, ...", "A and B, *the latter* run by C"
        if not row and _PLACED.fullmatch(text[mention.end : start]):
            row.append(mention)
            start = mention.start
            continue
        if not JOIN.match(text[mention.end : start]) or (not row and len(text[mention.end : start]) > 8):
            break
        row.append(mention)
        start = mention.start
    if len(row) == 2 and _COMMA_AND.match(text, row[1].end):
        row.pop()  # "A, run by B, *and C*, led by D": of the last alone
    return row[::-1]
