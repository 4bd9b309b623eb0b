"""The levels of a sentence: its words outside brackets, and those inside each pair of them."""

from __future__ import annotations

from collections.abc import Sequence

from customs_kg.builders.english.arguments import Argument
from customs_kg.builders.english.clause import Clause, Role
from customs_kg.builders.english.nominals import NounPhrase
from customs_kg.builders.english.token import Token
from customs_kg.builders.english.verb_forms import Form


def levels(tokens: Sequence[Token]) -> list[list[int]]:
    """The positions of the tokens outside brackets, then those inside each pair of brackets."""
    if "(" not in [token.tag for token in tokens]:
        return [list(range(len(tokens)))] if tokens else []
    outside: list[int] = []
    brackets: list[list[int]] = []
    depth = 0
    for i, token in enumerate(tokens):
        if token.tag == "(":
            depth += 1
            if depth == 1:
                brackets.append([])
        elif token.tag == ")" and depth:
            depth -= 1
        elif depth:
            brackets[-1].append(i)
        else:
            outside.append(i)
    return [level for level in (outside, *brackets) if level]


def placed(clause: Clause, places: Sequence[int], offset: int) -> Clause:
    """The clause with its positions in the whole sentence and `head` counted over all levels."""
    if not offset and places[-1] == len(places) - 1:
        return clause  # no bracket stands before

    def place(run: tuple[int, int]) -> tuple[int, int]:
        return places[run[0]], places[run[1] - 1] + 1

    def moved(phrase: NounPhrase) -> NounPhrase:
        return NounPhrase(*place((phrase.start, phrase.end)), places[phrase.head])

    return clause._replace(
        verb=places[clause.verb],
        group=place(clause.group),
        subject=place(clause.subject) if clause.subject else None,
        extent=place(clause.extent),
        head=None if clause.head is None else clause.head + offset,
        subjects=tuple(map(moved, clause.subjects)),
        objects=tuple(map(moved, clause.objects)),
        prepositional=tuple(
            Argument(a.preposition, places[a.at], tuple(map(moved, a.phrases))) for a in clause.prepositional
        ),
        antecedent=moved(clause.antecedent) if clause.antecedent else None,
    )


def with_noun_before_bracket(
    tokens: Sequence[Token], inside: Sequence[Clause], outside: Sequence[Clause]
) -> list[Clause]:
    """The clauses of a bracket; a participle that opens it speaks of the noun before it: "the A *(run by B)* grew"."""
    first = inside[0] if inside else None
    if first is None or first.form not in (Form.PARTICIPLE, Form.GERUND) or first.role is not Role.MAIN:
        return list(inside)
    start = first.group[0]
    while start and tokens[start - 1].tag == "RB":
        start -= 1
    if start < 2 or tokens[start - 1].tag != "(" or not (tokens[start - 2].is_noun or tokens[start - 2].tag == ")"):
        return list(inside)
    around = [n for n, clause in enumerate(outside) if clause.group[0] < start and clause.finite]
    head = around[-1] if around else next((n for n, clause in enumerate(outside) if clause.finite), None)
    return [first._replace(role=Role.REDUCED, head=head), *inside[1:]]
