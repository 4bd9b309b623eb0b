"""The one thing that a sentence names without being about it: "Little is known of the *A*. It was built by B"."""

from __future__ import annotations

from collections.abc import Mapping

from customs_kg.builders.english.words import verb_lemma
from customs_kg.builders.things.known.candidates import Reading
from customs_kg.builders.things.references.antecedents import can_be_it, is_agent, is_subject
from customs_kg.builders.things.references.discourse import Discourse
from customs_kg.graph.model import Entity
from customs_kg.ontology.iris import CK
from customs_kg.ontology.vocabulary import load_terms

# what is said of things that are run, built or signed and seldom of those who act
_OF_THINGS = frozenset(
    "aim allow apply begin comprise concern connect consist contain cover cost deal define determine enable end enter "
    "exempt expire fall forbid govern grant handle include involve last lay lead lie link make oblige permit prohibit "
    "provide prevent process recognise recognize replace require rest result run save serve set simplify span start "
    "store succeed supersede take target yield".split()
)


def only_one_before(discourse: Discourse, n: int) -> str:
    """The only thing "it" can mean that the sentence before in the paragraph names, its subject being none.

    Nothing where that sentence names the agency or has a thing for its subject.
    """
    if discourse.opens_paragraph(n):
        return ""
    entities = discourse.entities
    before = [m for m in discourse.named[n - 1] if m.thing in entities]
    if any(m.thing == discourse.agency or is_subject(discourse.readings[n - 1], m) for m in before):
        return ""
    place = CK + "Place"
    things = dict.fromkeys(m.thing for m in before if can_be_it(entities, m.thing))
    found = [t for t in things if not load_terms().is_a(entities[t].cls, place)]
    return found[0] if len(found) == 1 else ""


def is_said_of(thing: str, reading: Reading, end: int, entities: Mapping[str, Entity]) -> bool:
    """Whether the verb behind an offset can be said of a thing: any of a body, of others a passive or what they do."""
    if is_agent(entities, thing):
        return True
    tokens = [t for t in reading.tokens[reading.token_at(end) :][:5] if t.tag != "RB"]
    if not tokens:
        return False
    passive = tokens[0].lower in ("is", "was", "has", "had", "will") and any(t.tag == "VBN" for t in tokens[1:3])
    return passive or verb_lemma(tokens[0].lower) in _OF_THINGS


_DONE_TO_THINGS = frozenset(
    "adopt amend build conclude deploy design develop enact install pilot program ratify sign test upgrade use".split()
)


def is_done_to_things(reading: Reading, end: int) -> bool:
    """Whether a passive behind an offset is of what is done to no body: "it *was built* by A", "it *is used* in B"."""
    tokens = [t for t in reading.tokens[reading.token_at(end) :][:5] if t.tag != "RB"]
    if not tokens or tokens[0].lower not in ("is", "was", "has", "had", "will"):
        return False
    verb = next((t for t in tokens[1:] if t.lower not in ("been", "be", "being")), None)
    return verb is not None and verb.tag == "VBN" and verb_lemma(verb.lower) in _DONE_TO_THINGS
