"""Presents that look like nouns, where no finite verb was found: "Ties *exist* with A"."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise

from customs_kg.builders.english.token import Token
from customs_kg.builders.english.verb_forms import (
    CLAUSE_OPENERS,
    FINITE,
    Form,
    VerbGroup,
    is_irregular_past,
    relative_before,
)
from customs_kg.builders.english.words import penn_tags

_EDGES = frozenset({";", ":"})
_RELATIVES = frozenset({"WDT", "WP"})


def with_plain_presents(tokens: Sequence[Token], groups: list[VerbGroup]) -> list[VerbGroup]:
    """Adds the likeliest verb of a stretch between semicolons in which no finite verb was found ("Ties exist with")."""
    tags = [token.tag for token in tokens]
    edges = [-1, *(i for i, tag in enumerate(tags) if tag in _EDGES), len(tokens)]
    relatives = [i for i, tag in enumerate(tags) if tag in _RELATIVES]
    added: list[VerbGroup] = []
    verbs = [group.verb for group in groups]
    starts = [group.start for group in groups]
    for left, right in pairwise(edges):
        here = groups[bisect_right(verbs, left) : bisect_left(verbs, right)]
        opens = left + 1 < len(tokens) and tokens[left + 1].lower in CLAUSE_OPENERS
        relative = next((i for i in relatives if left < i < right), right)
        after_insertion = relative < right and tokens[relative - 1].tag in (",", "IN")
        main = not opens and any(
            g.form in FINITE and not relative_before(tokens, g.start) and (g.start < relative or after_insertion)
            for g in here
        )
        first = bisect_left(starts, left + 1)
        if main or (first < len(groups) and starts[first] == left + 1 and groups[first].form is Form.INFINITIVE):
            continue
        verb = next((i for i in range(left + 2, min(right - 1, relative)) if _is_plain_verb(tokens, i)), None)
        if verb is None and here and here[0].start > relative:  # "A, whose term was renewed, *answers* to B"
            behind = (i for i in range(here[0].end, right - 1) if tokens[i - 1].tag == ",")
            verb = next((i for i in behind if _is_plain_verb(tokens, i)), None)
        if verb is not None and not _is_inside(groups, starts, verb):
            form = Form.PAST if is_irregular_past(tokens[verb]) else Form.PRESENT
            added.append(VerbGroup(verb, verb + 1, verb, form, False, False))
    return sorted([*groups, *added], key=lambda g: g.start)


def _is_inside(groups: Sequence[VerbGroup], starts: Sequence[int], at: int) -> bool:
    """A verb group holds this token."""
    n = bisect_right(starts, at) - 1
    return n >= 0 and at < groups[n].end


_ALONE = frozenset("both all others many most some".split())  # plural subjects: "Both report to A"


def _is_plain_verb(tokens: Sequence[Token], i: int) -> bool:
    """A word that can be a verb in the number of the noun before it, with what may follow a verb behind it."""
    token, previous, after = tokens[i], tokens[i - 1], tokens[i + 1]
    tags = penn_tags(token.lower)
    if token.tag in ("NNP", "DT", "IN", "CD", "RB", "CC") or not ("VBZ" in tags or "VBP" in tags or "VBD" in tags):
        return False
    alone = previous.lower in _ALONE
    if not (previous.is_noun or previous.tag in ("PRP", ",", ")") or alone):
        return False
    opens = after.tag in ("IN", "TO", "DT", "CD", "RB", "JJR", "NNP", "PRP$", "JJ", "RP")
    if token.is_verb:
        return opens or after.is_noun
    if not opens and _has_bare_object(tokens, i):
        return True
    if not opens or after.lower in ("of", "for"):
        return False
    if previous.tag == "PRP":
        return True
    if "VBZ" in tags:
        return previous.tag in ("NN", "NNP") or (previous.tag == "," and tokens[0].tag in ("DT", "NNP"))
    plural = alone or previous.tag in ("NNS", "NNPS") or previous.lower.endswith((" police", " forces"))
    return plural and token.tag != "JJ"


def _has_bare_object(tokens: Sequence[Token], i: int) -> bool:
    """A seeming plural between a name and a noun without an article, in a full sentence: "A *shares* data with B"."""
    named = tokens[i - 1].tag == "NNP" and "VBZ" in penn_tags(tokens[i].lower)
    if not named or tokens[-1].tag != "." or tokens[i + 1].tag != "NN" or i + 2 >= len(tokens):
        return False
    return tokens[i + 2].tag in ("IN", "TO")
