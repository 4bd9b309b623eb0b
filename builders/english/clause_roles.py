"""The role of a clause among those of its sentence: main, relative, in a row, complement, purpose ..."""

from __future__ import annotations

from collections.abc import Sequence

from customs_kg.builders.english.clause import Clause, Role
from customs_kg.builders.english.insertions import insertion_before
from customs_kg.builders.english.months import MONTHS
from customs_kg.builders.english.ranked import is_ranked
from customs_kg.builders.english.subjects import Stretch, looks_after
from customs_kg.builders.english.token import Token
from customs_kg.builders.english.verb_forms import (
    CATENATIVES,
    CONJUNCTIONS,
    FINITE,
    OMITTING,
    SUBORDINATORS,
    Form,
    VerbGroup,
    achieves,
)

DEMANDED = frozenset("require oblige bind".split())
ENTITLED = frozenset("authorise authorize empower entitle mandate task charge".split())  # what one may do, and does
FORCED = frozenset("force compel".split())  # who was forced to do it did it
_EFFORT_NOUNS = frozenset(
    {"effort", "efforts", "strides", "steps", "measures", "progress", "way", "order", "view", "bid", "aim"}
)


def role_of(
    stretch: Stretch, group: VerbGroup, previous: int | None, before: Sequence[Clause]
) -> tuple[Role, int | None]:
    """The role of a verb group's clause, and the position of the clause before that it hangs on, if on any."""
    tokens = stretch.tokens
    if previous is None:
        return Role.MAIN, None
    word = tokens[previous]
    if group.form in FINITE:
        return _finite_role(stretch, group, previous, before)
    if group.form is Form.INFINITIVE and tokens[group.start].tag == "TO":
        return _infinitive_role(tokens, group, previous, before)
    in_row = word.tag in (",", "CC", ";") or (
        word.lower == "as" and previous >= 2 and tokens[previous - 1].lower == "well"
    )
    if in_row and _tells_of_agent(tokens, group, previous, before):
        return Role.REDUCED, len(before) - 1
    if in_row:
        head = _row_head(group, before, over_purpose=_after_comma(tokens, previous))
        if head is not None:
            return Role.CONJUNCT, head
    if group.form is Form.GERUND and word.tag in ("IN", "TO"):
        last = len(before) - 1 if before else None
        if (
            last is not None
            and word.lower in ("to", "in", "on", "upon")
            and _takes_complement(tokens, before[last], previous)
        ):
            return Role.COMPLEMENT, last
        return Role.MEANS, last
    if group.form is Form.INFINITIVE:
        return Role.MAIN, None
    return Role.REDUCED, len(before) - 1 if before else None


def _tells_of_agent(tokens: Sequence[Token], group: VerbGroup, previous: int, before: Sequence[Clause]) -> bool:
    """A participle behind the agent of a passive, in no row of verbs: "was replaced by A, *built* by B"."""
    last = before[-1] if before else None
    if last is None or not last.passive or not group.passive or tokens[previous].tag != ",":
        return False
    between = tokens[last.group[1] : previous]
    agent = next((k for k, t in enumerate(between) if t.lower == "by"), None)
    if agent is None or not between[-1].is_noun or any(t.tag in (",", "CC") for t in between[agent:]):
        return False
    return not _goes_on_in_row(tokens[group.end :])


def _goes_on_in_row(later: Sequence[Token]) -> bool:
    """A further passive with its agent ends a row: "planned by A, built by B *and run by* C", "..., *and run*"."""
    for k, token in enumerate(later[:-2]):
        if token.tag == "CC" and later[k + 1].tag == "VBN":
            return (k > 0 and later[k - 1].tag == ",") or any(t.lower == "by" for t in later[k + 2 : k + 4])
    return False


def _finite_role(
    stretch: Stretch, group: VerbGroup, previous: int, before: Sequence[Clause]
) -> tuple[Role, int | None]:
    tokens = stretch.tokens
    word = tokens[previous]
    relative = stretch.relative_word(group)
    if relative is not None and tokens[relative].lower not in _CONTENT_WORDS:
        return Role.RELATIVE, len(before) - 1 if before else None
    inserted = word.tag == "," and insertion_before(tokens, group.start, groups_before(stretch, group)) is not None
    if word.tag in (",", "CC", ";") and before and not inserted:
        head = _open_relative(stretch, group, previous, before)
        head = head if head is not None else _row_head(group, before)
        head = head if head is not None else _nearest_finite(before)
        if head is not None:
            return Role.CONJUNCT, head
    if _is_subordinate(tokens, group, before):
        return Role.SUBORDINATE, None
    head = _head_over_phrase(stretch, group, before)
    return (Role.MAIN, None) if head is None else (Role.CONJUNCT, head)


def _open_relative(stretch: Stretch, group: VerbGroup, previous: int, before: Sequence[Clause]) -> int | None:
    """The relative clause that a verb right behind "and" goes on with: "the A, which cost 4 million *and replaced* B".

    It is one that a comma opens and none closes, or one before the main verb ("the A that cost 4 million and replaced
    B *is* run by C").
    """
    tokens = stretch.tokens
    n = next((k for k in range(len(before) - 1, -1, -1) if before[k].finite), None)
    if n is None or before[n].role is not Role.RELATIVE or tokens[previous].lower != "and":
        return None
    word = stretch.relative_word(next(g for g in stretch.groups if g.verb == before[n].verb))
    if word is None or tokens[previous - 1].tag == ",":
        return None
    commented = any(tokens[k].tag == "," for k in range(max(word - 3, 0), word))
    waits = not any(c.finite and c.role is not Role.RELATIVE for c in before) and stretch.groups[-1] is not group
    return n if commented or waits else None


def _head_over_phrase(stretch: Stretch, group: VerbGroup, before: Sequence[Clause]) -> int | None:
    """The clause that a verb goes on with behind "and" and a phrase: "is a judge *and in that role* reports to A"."""
    tokens = stretch.tokens
    start = max((c.group[1] for c in before), default=group.start)
    joint = next((k for k in range(start, group.start - 2) if tokens[k].tag == "CC"), None)
    if joint is None or tokens[joint + 1].tag not in ("IN", "TO") or stretch.subject(group.start):
        return None
    last = before[-1]
    same = last.role is Role.RELATIVE and last.finite and tokens[joint - 1].tag != ","
    return len(before) - 1 if same else _nearest_finite(before)


def _is_date(token: Token) -> bool:
    return token.tag == "CD" or token.text in MONTHS


_AS_FROM = frozenset("from of at for to regards".split())  # "as from 1 January", "as for A"
_CONTENT_WORDS = frozenset("how why when what whether".split())  # "shows how fees are set" has no antecedent


def groups_before(stretch: Stretch, group: VerbGroup) -> Sequence[VerbGroup]:
    """The verb groups of a stretch before one of them."""
    return stretch.groups[: stretch.groups.index(group)]


_ALWAYS_SUBORDINATE = CONJUNCTIONS | _CONTENT_WORDS


def _is_subordinate(tokens: Sequence[Token], group: VerbGroup, before: Sequence[Clause]) -> bool:
    ends = (c.group[1] for c in reversed(before) if c.form is not Form.PARTICIPLE and c.group[1] <= group.start)
    start = next(ends, 0)
    start = next((k + 1 for k in range(group.start - 1, start, -1) if tokens[k].tag == ";"), start)
    start = max(start, _behind_participle(tokens, group, before))
    words = [t.lower for t in tokens[start : group.start]]
    if words[:2] == ["what", "'s"] or (words[:1] == ["as"] and words[1:2] and words[1] in _AS_FROM):  # "What's more"
        words = words[2:]
    if words[:1] == ["as"] and "," in words and all(c.group[0] > start + words.index(",") for c in before):
        words = words[1:]  # "As Head of A, B answers"
    if words[1:2] and words[0] in ("since", "until", "before", "after") and _is_date(tokens[start + 1]):
        words = words[1:]  # "A, to which we have belonged *since 1986*, keeps B"
    if words[:1] == ["after"] and looks_after(tokens, start):
        words = words[1:]
    return not _ALWAYS_SUBORDINATE.isdisjoint(words) or (bool(words) and words[0] in SUBORDINATORS)


def _behind_participle(tokens: Sequence[Token], group: VerbGroup, before: Sequence[Clause]) -> int:
    """Behind the comma that closes a participle with a conjunction, "*Once led by A,* B grew"; 0 where none does."""
    for clause in reversed(before):
        at = clause.group[0] - 1
        while at > 0 and tokens[at].tag == "RB" and tokens[at].lower not in SUBORDINATORS:
            at -= 1
        if clause.form is Form.PARTICIPLE and at >= 0 and tokens[at].lower in SUBORDINATORS:
            return next((k + 1 for k in range(group.start - 1, clause.group[1], -1) if tokens[k].tag == ","), 0)
    return 0


def _nearest_finite(before: Sequence[Clause]) -> int | None:
    """The clause that "and was ..." goes on with, whatever its tense."""
    for n in range(len(before) - 1, -1, -1):
        if before[n].finite and before[n].role is not Role.RELATIVE:
            return n
    return None


def _infinitive_role(
    tokens: Sequence[Token], group: VerbGroup, previous: int, before: Sequence[Clause]
) -> tuple[Role, int | None]:
    last = len(before) - 1 if before else None
    word = tokens[previous]
    if last is not None and (
        _takes_complement(tokens, before[last], previous) or is_ranked(tokens, before[last], group.start)
    ):
        return Role.COMPLEMENT, last
    if word.tag in ("CC", ",", ";") and last is not None:
        head = _row_head(group, before)
        arranged = head is not None and _is_arranged(tokens, before[head])
        if head is not None and (arranged or before[head].role in (Role.COMPLEMENT, Role.PURPOSE)):
            return Role.CONJUNCT, head
    if group.passive and word.tag == "," and previous and tokens[previous - 1].is_noun:
        return Role.REDUCED, last  # "the A, *to be opened in May*, ..."
    return Role.PURPOSE, last


def _is_arranged(tokens: Sequence[Token], clause: Clause) -> bool:
    """As in "*is to* begin in May and to be finished in June"."""
    return clause.form is Form.FUTURE and any(t.tag == "TO" for t in tokens[slice(*clause.group)])


def _takes_complement(tokens: Sequence[Token], clause: Clause, previous: int) -> bool:
    """As in "strive to", "make great efforts to", "be committed to": the clause lends its form to the next verb."""
    between = tokens[clause.group[1] : previous + 1]
    words = [t.lower for t in between]
    in_row = bool(between) and between[-1].tag == "CC" and len(between) > 1
    if (
        clause.lemma in CATENATIVES | OMITTING
        and not in_row
        and not any(t.is_noun for t in between if t.lower != "itself")
    ):
        return True
    content = any(t.lower == "what" for t in tokens[: clause.group[0]])  # "what others used to do" states nothing
    if achieves(clause.lemma, words) and not (clause.passive or content):
        return True
    if clause.lemma == "look" and words == ["forward", "to"]:
        return True
    if clause.lemma == "be" and words[-1:] and words[-1] in ("about", "due", "set", "ready", "bound"):
        return True
    if clause.lemma in ("take", "have", "see", "get") and words[-1:] and words[-1] in _OCCASIONS and len(words) <= 2:
        return True
    if is_able(tokens, clause, previous) or (clause.passive and clause.lemma in FORCED and not words[:-1]):
        return True
    if clause.passive and clause.lemma in DEMANDED | ENTITLED | {"determine"} and not words[:-1]:
        return True
    if clause.passive and clause.lemma in ("make", "take", "exert", "employ") and clause.subject is not None:
        subject = {t.lower for t in tokens[slice(*clause.subject)]}
        if subject & (_EFFORT_NOUNS - {"order", "view", "bid", "aim"}) and len(words) <= 2:
            return True
    effort = any(w in _EFFORT_NOUNS - {"order", "view", "bid", "aim", "progress"} for w in words[-2:])
    return (effort and clause.lemma in ("make", "take", "spare", "exert", "step", "employ")) or (
        clause.lemma == "take" and "lead" in words[-2:]
    )


_ABLE = frozenset("able proud pleased happy glad delighted honoured honored privileged fortunate quick".split())


def is_able(tokens: Sequence[Token], clause: Clause, previous: int) -> bool:
    """As in "was *able* to run", "were *proud* to host": who was did it."""
    return clause.lemma == "be" and tokens[previous].lower in _ABLE and previous - clause.group[1] < _NEAR


_OCCASIONS = frozenset("opportunity honour honor privilege pleasure chance trouble fit".split())  # "saw *fit* to run"
_NEAR = 3  # tokens


def _after_comma(tokens: Sequence[Token], previous: int) -> bool:
    return tokens[previous].tag in (",", ";") or (previous > 0 and tokens[previous - 1].tag == ",")


def _row_head(group: VerbGroup, before: Sequence[Clause], *, over_purpose: bool = False) -> int | None:
    """The clause that a coordinated verb group is in a row with: the nearest of the same form.

    After a comma a bare verb goes on with the main row, not with a purpose on the way ("will use X to do A,
    keep B"): `over_purpose`.
    """
    main_row = (
        over_purpose
        and group.form is Form.INFINITIVE
        and any(c.form in (Form.FUTURE, Form.OBLIGATION) and not c.passive for c in before)
    )
    for n in range(len(before) - 1, -1, -1):
        skipped = main_row and before[n].form is Form.INFINITIVE
        if not skipped and _can_share(group.form, before[n]):
            return n
    return None


def _can_share(form: Form, clause: Clause) -> bool:
    """Whether a verb group of this form can be in a row with a clause."""
    match form:
        case Form.INFINITIVE:
            bare = clause.form in (Form.FUTURE, Form.OBLIGATION, Form.POSSIBLE, Form.INFINITIVE)
            return (bare or clause.role is Role.COMPLEMENT) and clause.role is not Role.MEANS
        case Form.GERUND:
            return clause.form is Form.GERUND or clause.role in (Role.MEANS, Role.COMPLEMENT)
        case Form.PARTICIPLE:
            return clause.passive
        case Form.PAST:
            return clause.form in (Form.PAST, Form.PERFECT) and not clause.passive and clause.role is not Role.RELATIVE
        case _:
            return clause.form is form and clause.role is not Role.MEANS
