"""What a clause commits its source to: done, standing, planned, required, or nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence

from customs_kg.builders.english.clauses import Clause, Role
from customs_kg.builders.english.token import Token
from customs_kg.builders.english.verb_forms import Form
from customs_kg.graph.model import Modality

_OF_FORM = {
    Form.PAST: Modality.ACTUAL,
    Form.PERFECT: Modality.ACTUAL,
    Form.PRESENT: Modality.STANDING,
    Form.FUTURE: Modality.PLANNED,
    Form.OBLIGATION: Modality.NORMATIVE,
}
_PLAN_WORDS = re.compile(
    r"\b(plans?|planned|priorit(?:y|ies)|looking (?:ahead|forward)|the (?:year|road|way) ahead|outlook|goals?|"
    r"objectives?|next (?:year|steps?)|future|inten(?:ds?|ded)|proposed|envisaged|foreseen|work plan|aims?|will|"
    r"to be done|to come|programme for|commitments?|tasks? for|(?:it|our|them)sel(?:f|ves)|shall|steps|agenda|ahead)\b",
    re.I,
)


# verbs that bring something into being, and those of what happens once: their participles tell what is past
CREATES = frozenset(
    "build construct create establish found inaugurate install introduce launch open set start commission".split()
)
EVENTS = CREATES | frozenset(
    "adopt agree announce appoint approve award buy conclude convene deliver develop donate draft elect "
    "endorse exchange extend give hand hold host initiate issue join lend nominate obtain organise "
    "organize procure promulgate publish purchase ratify receive release renew replace roll sign submit "
    "supply switch pilot test trial try upgrade write".split()
)


# what the public, not the one who reports, thinks: "..., which was welcomed on all sides", "the unit was praised"
OPINIONS = frozenset(
    "admire applaud appreciate blame commend condemn criticise criticize demand deplore doubt fear hail laud lament "
    "mourn praise question regret ridicule thank welcome".split()
)


def clause_modality(clauses: Sequence[Clause], n: int) -> Modality | None:
    """The modality of clause `n`, or None where it states nothing: denied, hedged, possible, or a mere purpose.

    A participle or a means ("by opening X") has the modality of the clause that it belongs to.
    """
    clause = clauses[n]
    if clause.negated or clause.hedged or clause.form is Form.POSSIBLE:
        return None
    if clause.finite:
        return _OF_FORM[clause.form]
    if clause.form is Form.INFINITIVE:
        return Modality.PLANNED if clause.role is Role.REDUCED else None  # "the A, to be opened in May"
    if clause.head is None or clause.head == n:
        return Modality.ACTUAL if clause.role is Role.REDUCED else None
    return clause_modality(clauses, clause.head)


def expected_modality(tokens: Sequence[Token], clauses: Sequence[Clause], n: int) -> Modality | None:
    """The same, and planned for what "is expected to" come."""
    clause = clauses[n]
    words = [t.lower for t in tokens[slice(*clause.group)]]
    if clause.hedged and not clause.negated and words[:1] in (["is"], ["are"]) and "expected" in words[:3]:
        return Modality.PLANNED
    return clause_modality(clauses, n)


def speaks_of_plans(words: str) -> bool:
    """Whether a title, or the words that lead a list, announce plans."""
    return bool(_PLAN_WORDS.search(words))
