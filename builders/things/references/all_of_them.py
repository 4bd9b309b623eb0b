"""All of a row that was named before: "A, B and C were rebuilt. *All* are run by D", "*Each* reports to D"."""

from __future__ import annotations

import re

from customs_kg.builders.things.mentions import Mention
from customs_kg.builders.things.references.antecedents import is_subject
from customs_kg.builders.things.references.definites import RESOLVED, is_body
from customs_kg.builders.things.references.discourse import Discourse
from customs_kg.ontology.vocabulary import load_terms

_ALL = re.compile(
    r"(?:(All|Each|All (?:three|four|five|six|seven|eight|nine|ten)|They)(?: of them)?"
    r"(?= (?:are|were|is|was|have|has|had|also|now|stand|stands|reports?|answers?|comes?|came|falls?|fell|belongs?|"
    r"operates?|works?|use|uses|form|forms)\b))"
)
_LEAST = 3  # of two, "both" is said


def all_of_them(discourse: Discourse, n: int) -> list[Mention]:
    """What "all" or "each" stands for that opens passage `n`: the row that is the subject of the sentence before."""
    m = _ALL.match(discourse.readings[n].text)
    if m is None or discourse.opens_paragraph(n):
        return []
    before, entities = discourse.readings[n - 1], discourse.entities
    row = [x for x in discourse.named[n - 1] if x.thing in entities and is_subject(before, x)]
    row = [x for x in row if not any(y.start <= x.start and x.end <= y.end and x is not y for y in row)]
    things = list(dict.fromkeys(x.thing for x in row))
    kinds = {"body" if is_body(entities[thing]) else load_terms().kind_of(entities[thing].cls) for thing in things}
    if len(things) < _LEAST or len(kinds) > 1:
        return []
    return [Mention(discourse.readings[n].index, *m.span(1), thing, "pronoun", RESOLVED) for thing in things]
