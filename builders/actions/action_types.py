"""The codes of reported actions, from their verbs with particle or object."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from customs_kg.builders.english.clauses import Clause
from customs_kg.builders.parse import Parsed
from customs_kg.ontology.iris import CKT
from customs_kg.ontology.lexicon import action_verbs

_PARTICLES = frozenset("up out off down forward ahead on over in back away into together through".split())


def action_type(parsed: Parsed, clause: Clause) -> str:
    """The code of the action, from the verb with its particle or object, else `ckt:action-other`."""
    verbs = action_codes()
    after = [t.lower for t in parsed.tokens[clause.group[1] : clause.group[1] + 6]]
    phrase = clause.lemma
    found = verbs.get(phrase, "")
    for word in after:
        phrase = f"{phrase} {word}"
        found = verbs.get(phrase, found)
    if not found or (found == verbs.get(clause.lemma) and clause.lemma in ("put", "come", "take", "bring", "go")):
        found = _open_phrase(clause.lemma, after) or found
    return found or CKT + "action-other"


@lru_cache(maxsize=1)
def action_codes() -> Mapping[str, str]:
    """The action code of each verb or phrase of the lexicon."""
    return {entry.verb: entry.action for entry in action_verbs()}


def _open_phrase(lemma: str, after: Sequence[str]) -> str:
    """A phrase whose object stands inside it: "put it into service", "bring the system into operation"."""
    behind = after[1:2] if after[:1] in (["it"], ["them"]) else after[:1]
    for rest, code in _particle_phrases().get(lemma, ()):
        near = after if len(rest) > 1 else behind
        if all(word in near for word in rest):
            return code
    return ""


@lru_cache(maxsize=1)
def _particle_phrases() -> Mapping[str, Sequence[tuple[Sequence[str], str]]]:
    """By verb, the words behind it that make a phrase with a particle, and the code of the phrase."""
    phrases: dict[str, list[tuple[Sequence[str], str]]] = {}
    for phrase, code in action_codes().items():
        verb, *rest = phrase.split()
        if rest and rest[0] in _PARTICLES:
            phrases.setdefault(verb, []).append((rest, code))
    return phrases
