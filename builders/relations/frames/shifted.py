"""Objects that stand behind another phrase: "signed with A *an agreement on B*", "launched in May *the C*"."""

from __future__ import annotations

from customs_kg.builders.english.clauses import Clause
from customs_kg.builders.english.nominals import phrase_from
from customs_kg.builders.parse import Parsed

_BEFORE = frozenset("at by during for from in on to together under with within".split())
_PARTICLES = frozenset("up out off down on over".split())
_OPEN = frozenset({"DT", "PRP$"})
_NO_ARTICLE = frozenset("this that these those all each every both some any no another".split())


def shifted_object(parsed: Parsed, clause: Clause) -> int | None:
    """The token at which the object of an active verb begins, behind one or two phrases with a preposition; or None."""
    tokens, limit = parsed.tokens, clause.extent[1]
    at = clause.group[1]
    if clause.passive or clause.lemma == "be" or at >= limit:
        return None
    if tokens[at].lower in _PARTICLES and at + 1 < limit and tokens[at + 1].lower in _BEFORE:
        at += 1
    start = at
    for _ in range(2):
        if at + 1 < limit and tokens[at].lower in _BEFORE:
            at = _phrase_end(parsed, at + 1)
    if not start < at < limit:
        return None
    opens = tokens[at].tag in _OPEN and tokens[at].lower not in _NO_ARTICLE
    return at if opens or (tokens[at].tag == "NNP" and tokens[at].lower.startswith("the ")) else None


def _phrase_end(parsed: Parsed, at: int) -> int:
    """The end of the noun phrase or date at a token."""
    tokens = parsed.tokens
    phrase = phrase_from(tokens, at, rows=False)
    end = phrase.end if phrase is not None else at
    while end < len(tokens) and tokens[end].tag == "CD":
        end += 1
    short_form = [t.tag for t in tokens[end : end + 3 : 2]] == ["(", ")"]
    return end + 3 if short_form else end
