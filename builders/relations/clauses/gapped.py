"""Clauses that leave out the verb of the one before: "A is led by X *and B by Y*", "X heads A and *Y the B*"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import product

from customs_kg.builders.english.titles import TITLE
from customs_kg.builders.relations.admission import admits, alike_kinds
from customs_kg.builders.relations.frames.split_rows import TIME
from customs_kg.builders.relations.heads import outermost
from customs_kg.builders.relations.proposals import Proposal
from customs_kg.builders.relations.spelled_lists import row_from
from customs_kg.builders.things.things import Mention, Things
from customs_kg.ontology.iris import CK, FOAF
from customs_kg.ontology.vocabulary import load_terms

_JOINS = re.compile(
    rf"(?: \([^()]*\)|{TIME})?(?:,|;| and|, and|; and|, while|, whereas| while) (?:the |that of the |that of )?"
)
_BEFORE = re.compile(rf"\b(by|in|at|to|with|under|from|on) (?:(?:the|its|our) )?{TITLE}$")
_MOST = 8  # clauses in a row


def with_gapped(
    proposals: Sequence[Proposal], text: str, mentions: Sequence[Mention], things: Things
) -> list[Proposal]:
    """The proposals of the frames of a passage with those that gapped clauses repeat, and without what these refute.

    The first name of a gapped clause is no second object of the clause before it.
    """
    named = outermost([m for m in mentions if m.how != "pronoun"])
    added: list[Proposal] = []
    gapped: set[tuple[str, int]] = set()  # the subject of the clause with a verb, where a name of a gapped one begins
    for p in proposals:
        first, last = sorted((p.subject, p.object), key=lambda m: m.start)
        if not p.rule.startswith("frame-") or first.how == "understood" or last.how == "understood":
            continue
        for left, right in (*_gaps(last, text, named), *_bare_gaps(first, last, text, named, things)):
            pair = (left, right) if p.subject is first else (right, left)
            if admits(p.predicate, *pair, things):
                added.append(replace(p, subject=pair[0], object=pair[1], rule=p.rule + "-gapped"))
                gapped |= {(first.thing, left.start), (first.thing, right.start)}
    kept = [p for p in proposals if not _is_refuted(p, gapped)]
    return [*kept, *added, *_said_alike(kept, text, named, things)]


_ALIKE = re.compile(
    r"(?:\([^()]*\))?(?:,|;)? (?:as|and so|so) (?:is|are|was|were|does|do|did|has|have|will) (?:also )?"
    r"(?:the |its |our |their )?"
)
_DOES_ALSO = re.compile(r" (?:as|so) [iawdhw]")  # in whatever the pattern above finds


def _said_alike(
    proposals: Sequence[Proposal], text: str, named: Sequence[Mention], things: Things
) -> Iterator[Proposal]:
    """The same of another subject: "A is housed in B, *as is the C*", "A reports to B, *and so does C*"."""
    for said in _ALIKE.finditer(text) if _DOES_ALSO.search(text) else ():
        for p, other in product(proposals, row_from(said.end(), text, named)):
            first, last = sorted((p.subject, p.object), key=lambda m: m.start)
            own = p.rule.startswith("frame-") and first.how != "understood" and first.end < p.words[0]
            if not own or last.end > said.start() or said.start() - last.end > _NEAR:
                continue
            pair = (other, last) if p.subject is first else (last, other)
            if admits(p.predicate, *pair, things):
                rule = p.rule + "-alike"
                words = (min(p.words[0], said.start()), said.end())
                yield replace(p, subject=pair[0], object=pair[1], rule=rule, words=words)


_NEAR = 40  # characters between what is said of the first and the words that say it of another


def _is_refuted(p: Proposal, gapped: set[tuple[str, int]]) -> bool:
    first, last = sorted((p.subject, p.object), key=lambda m: m.start)
    return (first.thing, last.start) in gapped


def _gaps(last: Mention, text: str, named: Sequence[Mention]) -> Iterator[tuple[Mention, Mention]]:
    """The pairs behind a mention that stand to each other as it does to its preposition: ", B *by* Y and C *by* Z".

    Several may share the preposition: "A reports to X, *B and C to* Y".
    """
    word = _BEFORE.search(text[max(0, last.start - 30) : last.start])
    for _ in range(_MOST):
        joined = _JOINS.match(text, last.end)
        row = row_from(joined.end(), text, named) if word and joined else []
        if word is None or joined is None or not row or row[0].start != joined.end():
            return
        between = re.compile(rf"(?: \([^()]*\))? {word[1]} (?:(?:the|its|our) )?{TITLE}")
        ends = ((n, between.match(text, m.end)) for n, m in enumerate(row, 1))
        count, again = next(((n, found) for n, found in ends if found), (0, None))
        right = next((m for m in named if again and m.start == again.end()), None)
        if right is None:
            return
        yield from ((left, right) for left in row[:count])
        last = right


_BETWEEN = re.compile(r"(?: \([^()]*\))?,? (?:the |its |our )| (?=[a-z])")
_JOINS_TITLED = re.compile(_JOINS.pattern + TITLE)


def _bare_gaps(
    first: Mention, last: Mention, text: str, named: Sequence[Mention], things: Things
) -> Iterator[tuple[Mention, Mention]]:
    """The pairs behind the object of an active verb: "X heads the A, *Y the B* and *Z the C*", of the same kinds."""
    kinds = [_kind(m, things) for m in (first, last)]
    if alike_kinds(*kinds):
        return  # "A runs B and C the D" is not to be told from a row
    for _ in range(_MOST):
        joined = _JOINS_TITLED.match(text, last.end)
        found = next((m for m in named if joined and m.start == joined.end()), None)
        if found is None:
            return
        left, end = _holder(found, kinds[0], text, named, things)
        between = _BETWEEN.match(text, end)
        right = next((m for m in named if between and m.start == between.end()), None)
        if right is None:
            return
        if not all(alike_kinds(_kind(m, things), kind) for m, kind in zip((left, right), kinds, strict=True)):
            return
        yield left, right
        last = right


def _holder(found: Mention, kind: str, text: str, named: Sequence[Mention], things: Things) -> tuple[Mention, int]:
    """Of a post with its holder behind it the one of a kind, and where both end: "and *Director Y* the B"."""
    holder = next((m for m in named if m.start == found.end + 1 and text[found.end] == " "), None)
    if holder is None or not (things.is_a(found, CK + "Post") and things.is_a(holder, FOAF + "Person")):
        return found, found.end
    return (found if _kind(found, things) == kind else holder), holder.end


def _kind(mention: Mention, things: Things) -> str:
    return load_terms().kind_of(things.entities[mention.thing].cls)
