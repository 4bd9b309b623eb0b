"""Clauses that announce what is to come without a verb of planning: "plans for 2020 include A", "A will be ready"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from customs_kg.builders.actions.ahead import Horizon
from customs_kg.builders.document import Passage
from customs_kg.builders.english.clauses import Clause, Role
from customs_kg.builders.english.token import Token
from customs_kg.builders.english.verb_forms import Form
from customs_kg.builders.english.words import noun_lemma
from customs_kg.builders.parse import Parsed
from customs_kg.builders.times.periods import Role as TimeRole
from customs_kg.builders.times.periods import TimeExpression

_PRESENTING = frozenset("be include comprise cover involve see bring embrace".split())
_TASKS = frozenset(
    "plan priority task aim goal target objective focus ambition project programme program milestone agenda "
    "emphasis intention challenge step deadline".split()
)
_INTENTS = frozenset("plan intention preparation".split())
_TO_COME = frozenset("next coming future forthcoming upcoming".split())
_READY = frozenset(
    "ready operational complete completed available place force operation use live open electronic paperless digital"
    " online mandatory compulsory automated".split()
)
_ENDEAVOURS = frozenset(
    "work seek strive try endeavour endeavor attempt look aim expect hope plan intend want propose prepare decide "
    "resolve mean agree".split()
)
_COMING = frozenset(
    "completion delivery opening launch introduction start commencement signature signing adoption installation "
    "construction publication release ratification entry implementation deployment inauguration handover roll-out "
    "rollout conclusion approval closure".split()
)
_EXPECTED = frozenset("expect anticipate foresee plan schedule envisage".split())
_WISHES = frozenset("anticipate expect want wish foresee envisage".split())
TRENDS = frozenset(
    "be reach total amount number stand come exceed hit grow rise fall increase decrease decline drop climb shrink"
    " double halve need cost bring average remain range yield earn lose gain pay affect see face".split()
)  # what happens without anybody's doing
_AIMS = frozenset("aim goal intention purpose ambition objective plan".split())
REFLEXIVES = frozenset("itself themselves ourselves himself herself myself".split())
_GIVEN_UP = frozenset("abandon drop cancel scrap shelve reject withdraw discontinue".split())
_CONDITIONS = frozenset("if unless had were".split())


def ahead_in(run: tuple[int, int], future: Sequence[TimeExpression]) -> bool:
    """Whether one of the times ahead stands within these characters, as the time when, not the base of a change."""
    return any(run[0] <= t.start < run[1] and t.role is not TimeRole.BASE for t in future)


def announces(passage: Passage, parsed: Parsed, n: int, horizon: Horizon) -> bool:
    """Whether clause `n` states a plan by what it says."""
    clause, future = parsed.clauses[n], horizon.times
    if clause.negated:
        return False
    dated = bool(future) and (any(t.start == 0 for t in future) or ahead_in(parsed.stretch(clause.extent), future))
    announced = (
        _presents(parsed, clause, ahead=horizon.ahead)
        or _intends(parsed, clause)
        or _sets_itself(parsed, clause)
        or ((horizon.ahead or horizon.titled) and _has_as_aim(parsed, n))
        or (bool(future) and _becomes_ready(parsed, clause))
        or (dated and any(says(parsed, n) for says in (_endeavours, _wishes, _awaits, _was_told)))
    )
    return announced and not is_given_up(parsed)


def is_given_up(parsed: Parsed) -> bool:
    """Whether a sentence says that something was abandoned."""
    return any(c.lemma in _GIVEN_UP and c.form in (Form.PAST, Form.PERFECT) for c in parsed.clauses)


def _words(tokens: Sequence[Token], run: tuple[int, int] | None) -> Sequence[Token]:
    return tokens[slice(*run)] if run else ()


def _presents(parsed: Parsed, clause: Clause, *, ahead: bool) -> bool:
    """As in "plans for 2020 include A", "the next step is to A", "among the tasks for 2020 is A", "2020 will see A"."""
    tokens = parsed.tokens
    if clause.passive or clause.form not in (Form.PRESENT, Form.FUTURE):
        return False
    arranged = any(t.lower == "be" for t in tokens[slice(*clause.group)]) and tokens[clause.verb - 1].tag == "TO"
    if not (arranged or clause.lemma in _PRESENTING):
        return False
    opening = tokens[: clause.group[0]][-12:]
    to_come = ahead or any(t.lower in _TO_COME for t in opening)
    if not to_come or clause.hedged:
        return False
    coming = clause.form is Form.FUTURE or any(t.lower in _TO_COME for t in _words(tokens, clause.subject))
    if coming and clause.lemma in ("see", "bring"):
        return _is_time(_words(tokens, clause.subject) or opening)
    plans = _holds_task(opening)
    return plans and not (clause.lemma == "be" and _is_judgement(tokens[clause.group[1] : clause.group[1] + 3]))


def _holds_task(tokens: Sequence[Token]) -> bool:
    """Whether the noun that a phrase is about is a task or plan: "the priorities of the Service for 2020"."""
    first = next((i for i, t in enumerate(tokens) if t.is_noun and not _goes_on(tokens, i)), None)
    return any(t.lemma in _TASKS for t in tokens[: (first or 0) + 8] if t.is_noun) and first is not None


def _goes_on(tokens: Sequence[Token], i: int) -> bool:
    return i + 1 < len(tokens) and (tokens[i + 1].is_noun or tokens[i + 1].tag == "POS")


def _is_judgement(after: Sequence[Token]) -> bool:
    """As in "the target is ambitious", "our plans are well known"; not "the target is less than ten days"."""
    return (
        bool(after)
        and all(t.lower != "than" for t in after)
        and after[0].tag.startswith(("RB", "JJ"))
        and not (len(after) > 1 and after[1].is_noun)
    )


def _is_time(tokens: Sequence[Token]) -> bool:
    """As in "2020", "the coming year", "next year": nothing else is the subject."""
    return bool(tokens) and all(
        t.tag in ("CD", "DT", "IN") or t.lower in _TO_COME or t.lemma in ("year", "month", "quarter", "half")
        for t in tokens
    )


def _intends(parsed: Parsed, clause: Clause) -> bool:
    """As in "there are plans to A", "it has plans for A", "plans are in hand to A", "preparations are made for A"."""
    tokens = parsed.tokens
    if clause.lemma not in ("be", "have", "make") or clause.form is not Form.PRESENT:
        return False
    start = clause.subject[0] if clause.subject else clause.group[0]
    nouns = [i for i in range(start, min(clause.group[1] + 5, len(tokens))) if noun_lemma(tokens[i].text) in _INTENTS]
    if not nouns:
        return False
    behind = [t.lower for t in tokens[max(nouns[-1] + 1, clause.group[1]) : clause.group[1] + 7]]
    return any(word in ("to", "for") for word in behind)


def _becomes_ready(parsed: Parsed, clause: Clause) -> bool:
    """As in "the centre will be ready", "is expected to be in operation", "should be complete"."""
    if clause.lemma != "be":
        return False
    ready = any(t.lower in _READY for t in parsed.tokens[clause.group[1] : clause.group[1] + 3])
    opened = parsed.tokens[clause.group[0]].lower in ("is", "are", "will", "shall", "should")
    return ready and opened and clause.form in (Form.FUTURE, Form.POSSIBLE, Form.OBLIGATION)


def _endeavours(parsed: Parsed, n: int) -> bool:
    """As in "is working to A by 2020", "planned to A in 2020": what one tries, with a time ahead for it."""
    clause, clauses = parsed.clauses[n], parsed.clauses
    if clause.role is Role.COMPLEMENT and clause.head is not None:
        return clauses[clause.head].lemma in _ENDEAVOURS and not (clause.hedged or clauses[clause.head].negated)
    after = [t.lower for t in parsed.tokens[clause.group[1] : clause.group[1] + 2]]
    towards = clause.lemma == "work" and any(word in ("towards", "toward") for word in after)
    arranged = clause.form is Form.PRESENT and any(t.tag == "TO" for t in _words(parsed.tokens, clause.group))
    return clause.form is Form.PRESENT and (towards or arranged)


def _wishes(parsed: Parsed, n: int) -> bool:
    """As in "anticipates opening a unit in 2020", "wants the quay to be ready by June 2020"; a trend is no wish."""
    clause = parsed.clauses[n]
    if clause.form is not Form.PRESENT or clause.passive or clause.lemma not in _WISHES or clause.subject is None:
        return False
    doings = [c for c in parsed.clauses if c.head == n and c.form in (Form.GERUND, Form.INFINITIVE)]
    return any(_is_wished(parsed, clause, doing) for doing in doings)


def _is_wished(parsed: Parsed, clause: Clause, doing: Clause) -> bool:
    """Whether an infinitive behind a noun, or a gerund right behind the verb, is what is wished for."""
    between = parsed.tokens[clause.group[1] : doing.group[0]]
    direct = doing.form is Form.GERUND and not between
    of_noun = doing.form is Form.INFINITIVE and bool(between) and between[-1].is_noun
    return (direct or of_noun) and (doing.lemma == "be" or doing.lemma not in TRENDS) and not doing.negated


def _has_as_aim(parsed: Parsed, n: int) -> bool:
    """As in "it is our aim to open a unit", "it is the purpose of the Service to open a unit"."""
    clause = parsed.clauses[n]
    subject = [t.lower for t in _words(parsed.tokens, clause.subject)]
    if clause.lemma != "be" or clause.form is not Form.PRESENT or subject != ["it"]:
        return False
    doing = next((c for c in parsed.clauses if c.head == n and c.form is Form.INFINITIVE and not c.negated), None)
    between = parsed.tokens[clause.group[1] : doing.group[0]] if doing else ()
    return any(t.lemma in _AIMS for t in between[:3])


def _sets_itself(parsed: Parsed, clause: Clause) -> bool:
    """As in "has set itself the task of halving the backlog", "have made it our goal to halve the backlog"."""
    if clause.lemma not in ("set", "make") or clause.form not in (Form.PRESENT, Form.PERFECT) or clause.passive:
        return False
    behind = parsed.tokens[clause.group[1] : clause.group[1] + 6]
    told = bool(behind) and (behind[0].lower in REFLEXIVES or (clause.lemma == "make" and behind[0].lower == "it"))
    task = next((i for i, t in enumerate(behind) if t.lemma in _TASKS), None)
    return told and task is not None and [t.lower for t in behind[task + 1 : task + 2]] in (["of"], ["to"])


def _awaits(parsed: Parsed, n: int) -> bool:
    """As in "completion is expected in May 2020", "is likely to enter into force in May 2020"."""
    clause = parsed.clauses[n]
    if clause.role is Role.RELATIVE:
        return False  # "A, whose release is expected in 2020": a detail of what is told of A
    if clause.form is Form.PRESENT and clause.passive and clause.lemma in _EXPECTED:
        return any(t.lemma in _COMING for t in _words(parsed.tokens, clause.subject))
    first = parsed.tokens[clause.group[0]].lower
    return clause.hedged and first in ("is", "are") and clause.lemma in ("enter", "open", "start", "begin", "close")


def _was_told(parsed: Parsed, n: int) -> bool:
    """As in "announced that a unit *would* be set up by June 2020": the future, seen from the past."""
    clause = parsed.clauses[n]
    first = parsed.tokens[clause.group[0]].lower
    told = first == "would" and clause.form is Form.POSSIBLE and not clause.hedged
    return told and not any(t.lower in _CONDITIONS for t in parsed.tokens)


def added_plans(passage: Passage, parsed: Parsed, future: Sequence[TimeExpression]) -> Iterator[tuple[int, int]]:
    """What is said in passing of a noun, with a time ahead: "a boat, to be delivered in May 2020", "due in 2020"."""
    for i, token in enumerate(parsed.tokens if parsed.tokens[-1].tag != ":" else ()):
        end = _end_of_addition(passage, parsed, i, future)
        if end is not None and token.end <= end:
            yield _noun_before(parsed, i), end


_ADDED = frozenset("due scheduled planned slated foreseen envisaged expected".split())
_BEGINS = frozenset("begin start open follow commence".split())
_BEFORE_TIME = frozenset("in by for on at before from during".split())


def _end_of_addition(passage: Passage, parsed: Parsed, i: int, future: Sequence[TimeExpression]) -> int | None:
    """Where the time ends that belongs to a participle, adjective or infinitive at token `i` after a noun."""
    tokens = parsed.tokens
    before = tokens[i - 1] if i else None
    words = [t.lower for t in tokens[i : i + 3]]
    if before is not None and words[0] == "for" and len(words) > 2 and words[1] in _COMING and words[2] in _BEFORE_TIME:
        reach = tokens[min(i + 5, len(tokens) - 1)].start  # "ordered for delivery in May 2020"
        found = [t for t in future if tokens[i].end <= t.start <= reach and t.role is not TimeRole.BASE]
        return found[0].end if found else None
    if before is None or not (before.is_noun or before.tag in (",", ")")):
        return None
    if words[0] in _ADDED and len(words) > 1 and words[1] in _BEFORE_TIME:
        reach = tokens[min(i + 4, len(tokens) - 1)].start
    elif _is_to_come(tokens, i):
        reach = next((t.start for t in tokens[i:] if t.tag in (",", ";", ":", ".")), len(passage.text))
    else:
        return None
    found = [t for t in future if tokens[i].end <= t.start <= reach and t.role is not TimeRole.BASE]
    return found[0].end if found else None


def _is_to_come(tokens: Sequence[Token], i: int) -> bool:
    """As in "two boats, to be built in 2020", "the next phase, to begin in 2020"."""
    words = [t.lower for t in tokens[i : i + 2]]
    begins = tokens[i - 1].tag == "," and words[0] == "to" and words[-1] in _BEGINS
    return begins or (words == ["to", "be"] and tokens[min(i + 2, len(tokens) - 1)].tag == "VBN")


def _noun_before(parsed: Parsed, i: int) -> int:
    """Where the noun phrase before token `i` begins, with what belongs to it by a preposition."""
    j = i - 2 if parsed.tokens[i - 1].tag == "," else i - 1
    while j > 0 and (parsed.tokens[j - 1].is_noun or parsed.tokens[j - 1].tag in ("DT", "JJ", "CD", "POS", "IN")):
        j -= 1
    while j < i - 1 and parsed.tokens[j].tag == "IN":
        j += 1
    return parsed.tokens[j].start
