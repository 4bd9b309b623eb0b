"""Clauses that a sentence supposes, asks for, doubts or takes back, and so does not state: "if A runs B"."""

from __future__ import annotations

from collections.abc import Sequence

from customs_kg.builders.english.clause import Clause, Role
from customs_kg.builders.english.token import Token
from customs_kg.builders.english.verb_forms import Form

_IF = frozenset("if unless lest whether".split())
_GRANTED = frozenset("provided providing condition assuming supposing".split())  # "provided that A runs B"
# of whose content nothing is known, whatever its tense
_DOUBTING = frozenset("deny doubt dispute refute reject question contest disbelieve".split())
# of whose content nothing is known but that it may come
_WISHING = frozenset(
    "hope wish fear request demand propose recommend pretend imagine suppose assume wonder prefer dream ask".split()
)
_HOLDING = frozenset(
    "believe think say claim mean show prove confirm suggest imply follow find establish conclude".split()
)
_DOUBTED_NOUNS = frozenset(
    "suggestion claim allegation rumour rumor idea notion hope fear expectation possibility likelihood risk chance "
    "danger request demand call proposal impression myth belief assumption speculation doubt accusation pretence "
    "prospect theory wish".split()
)
_DOUBTFUL = frozenset(
    "unlikely doubtful unclear uncertain possible conceivable likely probable untrue false desirable essential vital "
    "necessary advisable unthinkable impossible inconceivable improbable".split()
)
_ASSURED = frozenset("true case certain clear sure proven evidence proof sign indication guarantee".split())
_AVOIDING = frozenset(
    "avoid consider propose contemplate deny resist risk postpone delay defer recommend abandon envisage discuss miss "
    "escape advocate oppose forgo forbid prohibit ban preclude prevent contest imagine".split()
)
_ENDING = frozenset("stop cease quit discontinue halt".split())
_KEEPING_FROM = frozenset(
    "refrain abstain prevent prohibit bar ban stop discourage desist deter keep exclude preclude dissuade restrain "
    "exempt shrink hinder".split()
)
_THINKING_OF = frozenset("dream think accuse suspect talk speak despair hope".split())
_THOUGHT_OF = frozenset(
    "risk idea possibility hope intention danger chance prospect thought dream accusation suspicion instead short lieu "
    "fear question purpose capable incapable".split()
)


def with_suppositions(tokens: Sequence[Token], clauses: Sequence[Clause]) -> list[Clause]:
    """The clauses of a sentence, those hedged that it only supposes and those negated that it takes back."""
    asked = bool(tokens) and tokens[-1].tag == "?"
    untrue = _is_untrue(tokens, clauses)
    found: list[Clause] = []
    for n, clause in enumerate(clauses):
        if clause.finite and (asked or n in untrue):
            clause = clause._replace(hedged=True)
        elif clause.finite and not _is_having(tokens, clause):
            clause = _supposed(tokens, found, clause)
        else:
            clause = _taken_back(tokens, clauses, n)
        found.append(clause)
    return found


def _is_untrue(tokens: Sequence[Token], clauses: Sequence[Clause]) -> frozenset[int]:
    """The content of what the same sentence calls untrue: "Reports *that A left* are false"."""
    for n, clause in enumerate(clauses):
        after = [t.lower for t in tokens[clause.group[1] : clause.group[1] + 2]]
        if n and clause.lemma in ("be", "prove") and not _FALSE.isdisjoint(after) and not clause.negated:
            return frozenset(range(n)) if any(t.lower == "that" for t in tokens[: clauses[n - 1].verb]) else frozenset()
    return frozenset()


_FALSE = frozenset("false untrue unfounded wrong incorrect baseless mistaken".split())


def _is_having(tokens: Sequence[Token], clause: Clause) -> bool:
    return tokens[clause.group[0]].lower == "having"


def _supposed(tokens: Sequence[Token], before: Sequence[Clause], clause: Clause) -> Clause:
    """A finite clause behind "if", or the content of what somebody hopes, doubts or denies."""
    if clause.role is Role.CONJUNCT and clause.head is not None and clause.head < len(before):
        return clause._replace(hedged=clause.hedged or _goes_on_supposing(tokens, before, clause))
    place = _introduced_at(tokens, before, clause)
    if place is None:
        return clause
    if tokens[place].lower != "that" or _is_granted(tokens, place):
        return clause._replace(hedged=True)
    governor = max((c for c in before if c.group[1] <= place), key=lambda c: c.group[1], default=None)
    if governor is not None and governor.lemma == "require" and clause.form is Form.PRESENT:
        return clause._replace(form=Form.OBLIGATION)
    return clause._replace(hedged=clause.hedged or _is_doubted(tokens, place, governor, clause))


def _goes_on_supposing(tokens: Sequence[Token], before: Sequence[Clause], clause: Clause) -> bool:
    """The second verb of what is supposed: "if A trained B *and ran C*"; not the main clause behind a comma."""
    head = before[clause.head] if clause.head is not None else clause
    joined = clause.group[0] > 0 and tokens[clause.group[0] - 1].tag == "CC"
    return joined and head.hedged and _introduced_at(tokens, before[: clause.head], head) is not None


def _introduced_at(tokens: Sequence[Token], before: Sequence[Clause], clause: Clause) -> int | None:
    """Where the "if" or "that" stands that brings in a finite clause; None where there is none."""
    start = clause.group[0]
    if clause.subject is not None and clause.subject[0] < start and clause.subjects != (clause.antecedent,):
        start = clause.subject[0]
    if tokens[start].lower == "that" and start + 1 < clause.group[0]:
        return start  # "doubts *that Operation A* ended"
    edge = max((c.group[1] for c in before if c.group[1] <= start), default=0)
    for i in range(start - 1, edge - 1, -1):
        token = tokens[i]
        if token.tag in (";", ":"):
            return None
        opens = token.lower in _IF or token.lower == "that" or _is_as_though(tokens, i) or _is_in_case(tokens, i)
        if opens:
            apart = any(t.tag == "," for t in tokens[i + 1 : start])
            return None if apart and tokens[i + 1].tag != "," else i
    return None


def _is_as_though(tokens: Sequence[Token], i: int) -> bool:
    return tokens[i].lower == "though" and i > 0 and tokens[i - 1].lower == "as"


def _is_in_case(tokens: Sequence[Token], i: int) -> bool:
    return tokens[i].lower == "case" and i > 0 and tokens[i - 1].lower == "in" and tokens[i + 1].lower != "of"


def _is_granted(tokens: Sequence[Token], that: int) -> bool:
    return that > 0 and tokens[that - 1].lower in _GRANTED


def _is_doubted(tokens: Sequence[Token], that: int, governor: Clause | None, clause: Clause) -> bool:
    """Whether what stands before "that" leaves open, or denies, what follows."""
    before = [t for t in tokens[max(0, that - 4) : that] if t.tag != "RB" or t.lower in _DOUBTFUL]
    word = before[-1] if before else None
    if word is None:
        return False
    denied = governor is not None and governor.negated
    if word.lower in _ASSURED:
        return denied or any(t.lower == "no" for t in before)
    if word.lower in _DOUBTFUL:
        return True
    if word.is_noun:
        return word.lemma in _DOUBTED_NOUNS and clause.form is not Form.FUTURE
    if governor is None or not word.is_verb:
        return False
    wished = governor.lemma in _WISHING and clause.form is not Form.FUTURE
    wished = wished and not (governor.lemma == "propose" and governor.form is Form.PRESENT)  # a plan
    return wished or governor.lemma in _DOUBTING or (denied and governor.lemma in _HOLDING)


def _taken_back(tokens: Sequence[Token], clauses: Sequence[Clause], n: int) -> Clause:
    """A gerund that what governs it denies or leaves open: "without opening", "considered opening", "far from"."""
    clause = clauses[n]
    if clause.form is not Form.GERUND and not _is_having(tokens, clause):
        return clause
    at = clause.group[0] - 1
    while at > 0 and tokens[at].tag == "RB":
        at -= 1
    if at < 0:
        return clause
    governor = next((c for c in reversed(clauses[:n]) if c.group[1] <= at + 1), None)
    if _is_without(tokens, at) or (governor is not None and _is_kept_from(tokens, at, governor)):
        return clause._replace(negated=True)
    if governor is not None and governor.group[1] == at + 1 and governor.lemma in _ENDING and not governor.passive:
        head = clauses.index(governor)
        if governor.negated:  # "never stopped serving A"
            return clause._replace(form=governor.form, role=Role.COMPLEMENT, head=head)
        return clause._replace(negated=True)
    if governor is not None and _is_given_up(tokens, at, governor):
        return clause._replace(negated=True)
    if _is_thought_of(tokens, at, governor):
        return clause._replace(hedged=True)
    return clause


def _is_without(tokens: Sequence[Token], at: int) -> bool:
    """Behind "without", "instead of", "rather than", "far from", "short of" and their like."""
    word, before = tokens[at].lower, tokens[at - 1].lower if at else ""
    pairs = ("instead of", "lieu of", "short of", "far from", "rather than", "close to", "incapable of")
    return word in ("without", "against") or f"{before} {word}" in pairs


def _is_kept_from(tokens: Sequence[Token], at: int, governor: Clause) -> bool:
    """As in "was barred *from running* A", "gave up running A", "failed in running A"."""
    word = tokens[at].lower
    if word == "from":
        return governor.lemma in _KEEPING_FROM
    if word == "in":
        return governor.lemma == "fail" and not governor.negated
    return word == "up" and governor.lemma == "give"


def _is_given_up(tokens: Sequence[Token], at: int, governor: Clause) -> bool:
    """As in "ended the *practice of running* A"."""
    ended = governor.lemma in _ENDING or governor.lemma in ("end", "abolish", "abandon", "drop")
    return ended and not governor.negated and [t.lower for t in tokens[at - 1 : at + 1]] == ["practice", "of"]


def _is_thought_of(tokens: Sequence[Token], at: int, governor: Clause | None) -> bool:
    """As in "considered opening A", "dreamt of opening A", "with a view to opening A", "the risk of losing A"."""
    word, before = tokens[at].lower, tokens[at - 1] if at else tokens[at]
    if word == "to" and before.lower == "view":
        return True
    if word in ("of", "about"):
        thinking = governor is not None and governor.lemma in _THINKING_OF and governor.group[1] >= at - 1
        return thinking or before.lemma in _THOUGHT_OF
    if word == "off" and governor is not None and governor.lemma == "put":
        return True
    return governor is not None and governor.group[1] == at + 1 and governor.lemma in _AVOIDING
