"""Nouns of doing and the verbs that they are made of: "the *signature* of A by B" says that B signed A."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from customs_kg.builders.english.words import can_be_verb, verb_lemma

# a noun, or several, after the verb (and its particle) that says the same
_PAIRS = """
absorb absorption; accede accession; acquire acquisition; administer administration; admit admission admittance;
adopt adoption; apply application; appoint appointment; approve approval; assume assumption; attach attachment;
authorise authorisation; authorize authorization; build construction; chair chair chairmanship headship; collect
collection;
command command; commission commissioning; conclude conclusion; conduct conduct; construct construction; control
control; convert conversion; coordinate coordination; co-ordinate co-ordination; create creation; deliver delivery;
deploy deployment; design design; develop development; direct direction; elect election; enforce enforcement;
establish establishment; execute execution; finance finance; found foundation; fund funding; govern governance; host
hosting; implement implementation; incorporate incorporation; inspect inspection; install installation; integrate
integration; introduce introduction; issue issue issuance; join membership; launch launch; lead leadership; levy
levy; maintain maintenance; manage management; merge merger; migrate migration; monitor monitoring; move move;
nominate nomination; observe observance; operate operation; organise organisation; organize organization; oversee
oversight; own ownership; participate participation; police policing; post posting; procure procurement; promote
promotion; purchase purchase; ratify ratification; regulate regulation; relocate relocation; renew renewal; replace
replacement; run running; second secondment; sign signature; steer steering; succeed succession; superintend
superintendence; supervise supervision; supply supply; support support; transfer transfer; transform transformation;
transition transition; transpose transposition; use use
"""
_WITH_PARTICLE = {"rollout": ("roll", "out"), "roll-out": ("roll", "out"), "takeover": ("take", "over")}
_WITH_PARTICLE |= {"upkeep": ("keep", "up"), "presidency": ("preside", "over")}


@lru_cache(maxsize=1)
def _verbs() -> Mapping[str, tuple[tuple[str, ...], ...]]:
    found: dict[str, tuple[tuple[str, ...], ...]] = {noun: (verb,) for noun, verb in _WITH_PARTICLE.items()}
    for row in _PAIRS.replace("\n", " ").split(";"):
        verb, *nouns = row.split()
        for noun in nouns:
            if noun not in _WITH_PARTICLE:
                found[noun] = (*found.get(noun, ()), (verb,))
    return found


def verbs_of(noun: str) -> tuple[tuple[str, ...], ...]:
    """The verbs, each with its particle if it has one, that a noun of doing is made of; none for other nouns.

    >>> verbs_of("construction"), verbs_of("opening"), verbs_of("table")
    ((('build',), ('construct',)), (('open',),), ())
    """
    known = _verbs().get(noun, ())
    if known or not noun.endswith("ing") or len(noun) < 6:
        return known
    verb = verb_lemma(noun)
    return ((verb,),) if verb != noun and can_be_verb(verb) else ()
