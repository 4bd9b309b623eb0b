"""The run of words that states a clause: from its subject to the next clause that is not part of it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from customs_kg.builders.english.clause import Clause, Role
from customs_kg.builders.english.token import Token


def extent_of(
    tokens: Sequence[Token], clause: Clause, clauses: Sequence[Clause], n: int, apart: Sequence[int]
) -> tuple[int, int]:
    """From the subject, where it is the clause's own, to the next clause that is not part of this one.

    `apart` are the positions of the clauses that may stand apart from others.
    """
    start = clause.group[0]
    own_subject = clause.subject is not None and clause.role not in (Role.CONJUNCT, Role.COMPLEMENT, Role.RELATIVE)
    if own_subject and clause.subject is not None:
        start = clause.subject[0]
    end = len(tokens)
    for i in range(bisect_right(apart, n), len(apart)):
        later = clauses[apart[i]]
        if _is_contact(tokens, later):
            continue
        if later.role is Role.MAIN or not _inside(clauses, later, n):
            end = (
                later.subject[0]
                if later.role is Role.MAIN and later.subject and later.subject[0] > clause.group[1]
                else later.group[0]
            )
            if later.role is Role.MAIN:  # what opens the next part is not of this one: "; with Merin no pact was"
                end = next((k for k in range(clause.group[1], end) if tokens[k].tag == ";"), end)
            break
    while end > clause.group[1] and (
        tokens[end - 1].tag in (",", "CC", ";", ".", ":", "RB")
        or (tokens[end - 1].lower in ("well", "as") and tokens[end - 1].tag != "NN")
    ):
        end -= 1
    return start, max(end, clause.group[1])


def _is_contact(tokens: Sequence[Token], clause: Clause) -> bool:
    """A relative clause without its word: "the parcels *we expect* each year"."""
    start = clause.subject[0] if clause.subject else 0
    pronoun = start > 0 and tokens[start].tag == "PRP" and start + 1 == clause.group[0]
    return pronoun and clause.role is Role.MAIN and tokens[start - 1].tag in ("NN", "NNS", "NNP")


def _inside(clauses: Sequence[Clause], later: Clause, n: int) -> bool:
    """Whether a coordinated clause belongs to a clause that depends on clause n ("by doing A and doing B")."""
    head = later.head
    while head is not None:
        if head == n:
            return False
        if clauses[head].role in (Role.MEANS, Role.PURPOSE, Role.REDUCED, Role.RELATIVE, Role.SUBORDINATE):
            parent = clauses[head].head
            return (parent is not None and parent >= n) or head > n
        head = clauses[head].head
    return False
