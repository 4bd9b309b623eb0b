"""Those who act together with the subject: "is chaired jointly with A", "run with A and B"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from customs_kg.builders.english.clauses import Clause, Role
from customs_kg.builders.english.cued import cued
from customs_kg.builders.parse import Parsed
from customs_kg.builders.relations.spelled_lists import row_from
from customs_kg.builders.things.things import Mention
from customs_kg.ontology.iris import CK

_AS_ONE = (
    "jointly|together|along|hand[ -]in[ -]hand|side[ -]by[ -]side|shoulder to shoulder|"
    "in (?:close |full )?(?:association|alliance|co-?operation|coordination|partnership|concert|conjunction|"
    "collaboration|liaison|tandem)"
)
_JOINTLY = cued(
    "jointly together along hand side shoulder association alliance cooperation operation coordination partnership "
    "concert conjunction collaboration liaison tandem alongside",
    rf"\b(?:{_AS_ONE}) with (?:the |its |our |their )?|\balongside (?:the |its |our |their )?",
)
# beside the subject, before the verb: "A, *alongside B and C*, is a member of", "*Together with B*, A runs"
_BESIDE = re.compile(
    rf"(?:^|,\s*(?:and )?)(?:alongside|as well as|like|in common with|(?:{_AS_ONE}) with) (?:the |its |our |their )?",
    re.I,
)
_AND_ANOTHER = re.compile(r" and(?: (?:run|set up|put in place|[a-z]+ed))?[ ,]*$")
_WITH = re.compile(r"\bwith (?:the |its |our |their )?")
_DOES_ELSE = re.compile(r" (?:[a-z]+ly )?[a-z]+ing\b")
_MONEY = re.compile(
    r"(?:'s?)? (?:(?!with|of|for|by|from|and|in|on|at|to|under|through|without)[a-z]+ )?"
    r"(?:money|funds|funding|financing|finance|aid|assistance|support|help|sponsorship|"
    r"loans?|credits?|grants?|donations?|contributions?)\b"
)
_SHARED = frozenset(
    CK + name
    for name in (
        "conductedBy establishedBy hostedBy issuedBy participatesInMechanism operates collects supports signatory "
        "implements developedBy memberOf"
    ).split()
)
_KEPT_WITH = frozenset("operate run manage own maintain administer".split())
_RUN_WITH = frozenset(CK + name for name in "conductedBy establishedBy hostedBy developedBy".split())


def companions(parsed: Parsed, clause: Clause, text: str, mentions: Sequence[Mention], predicate: str) -> list[Mention]:
    """The mentions that a clause puts beside the one who acts, for relations that several can share.

    A bare "with" does so where things are run, built or held with somebody.
    """
    if predicate not in _SHARED:
        return []
    start, end = parsed.stretch((clause.group[0], clause.extent[1]))
    start = parsed.tokens[clause.group[1] - 1].end
    found = _JOINTLY.search(text, start, end)
    if found is not None and _AND_ANOTHER.search(text, start, found.start()):
        return []  # "runs A and, together with B, owns C", "set up in May *and run* jointly with A"
    if found is not None and _is_of_next(parsed, clause, found.start()):
        return []  # "established in 1987 and *run* jointly with A"
    if found is None and (predicate in _RUN_WITH or (predicate == CK + "operates" and clause.lemma in _KEPT_WITH)):
        found = _WITH.search(text, start, end)
    if found is None:
        found = _beside_subject(parsed, clause, text)
        end = parsed.tokens[clause.group[0]].start
    if found is None or found.end() >= end:
        return []
    row = row_from(found.end(), text, mentions)
    if row and _DOES_ELSE.match(text, row[-1].end):
        return []  # "is run by A, with B *paying* for it"
    return [m for m in row if m.start < end and not is_payer(text, m)]


def _is_of_next(parsed: Parsed, clause: Clause, at: int) -> bool:
    """Another verb in the row stands between a clause's verb and a place."""
    end = parsed.tokens[clause.group[1] - 1].end
    rows = (c for c in parsed.clauses if c.role is Role.CONJUNCT and c.group[0] >= clause.group[1])
    return any(end < parsed.tokens[c.group[0]].start < at for c in rows)


def _beside_subject(parsed: Parsed, clause: Clause, text: str) -> re.Match[str] | None:
    """What is put beside the subject before the verb, or opens the sentence."""
    if clause.subject is None:
        return None
    begin, verb = parsed.tokens[clause.subject[0]].start, parsed.tokens[clause.group[0]].start
    opened = _BESIDE.match(text, 0, begin)
    if clause.passive:
        return opened if clause.role is Role.MAIN else None
    return opened if opened and begin > 3 else _BESIDE.search(text, begin + 1, verb)


def is_payer(text: str, mention: Mention) -> bool:
    """Whether only somebody's money is spoken of: "with a *World Bank* loan", "with the *A*'s support"."""
    return _MONEY.match(text, mention.end) is not None
