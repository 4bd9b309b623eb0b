"""Goods named by their place in a sentence: what is seized, smuggled or weighed, whether or not the registry has it."""

from __future__ import annotations

import re

from customs_kg.builders.english.words import can_be_noun, can_be_verb
from customs_kg.builders.things.candidates import WEAK, Candidate, Reading
from customs_kg.builders.things.classes import class_of_description, words_of_phrase
from customs_kg.builders.things.gazetteer import stem
from customs_kg.ontology.iris import CK

_GOODS = CK + "GoodsCategory"
_WEIGHED = re.compile(
    r"\b(?:tons?|tonnes?|kg|kgs|kilograms?|kilogrammes?|grams?|grammes?|lit(?:er|re)s?|pounds?|barrels?|pieces|packs|packets|"
    r"cartons|sticks|bottles|bales|rolls|crates|pills|tablets|doses|heads?) of "
)
_TAKEN = re.compile(
    r"\b(?i:(?:smuggling|seizures?|confiscation|interception|detention|carriage|importation|shipments?|consignments?|"
    r"batches|hauls?) of|(?:trafficking|illicit trade|illegal trade) in|"
    r"(?:duty|duties|tariffs?|taxes|tax|levy|levies|excise) on) "
)
_SMUGGLED = re.compile(
    r"\b(?i:smuggled|counterfeit|fake|pirated|contraband|infringing|illicit|illegal|unsafe|undeclared) (?=[a-z])"
)
_BRACKETED = re.compile(r"\b(?:duty|duties|tariffs?) \((?=[a-z])")
_SEPARATOR = re.compile(r",? and (?:other )?|, (?:and )?(?:other )?|,? as well as | or ")
_KIND_OF = re.compile(
    r"(?:(?:different|various|all|many|several) )?(?:kinds|types|sorts) of |"
    r"smuggled |the |a |an |some |other |suspected |illegal |illicit |imported |imports of "
)
_PHRASE = re.compile(r"[a-z][a-z-]*(?: [a-z][a-z-]*){0,3}")
_STOP = frozenset(
    "with by from to in at on into worth valued was were is are has have had which that who whose through "
    "during over under between against for after before since among across within without including such using "
    "along via as and or of the a an than more less being been when where while if it its their this these "
    "those fleeing covering".split()
)
_NO_GOODS = frozenset(
    "cargo freight trade case activity crime person suspect value amount revenue duty tax charge fee import "
    "export transport vehicle vessel container consignment shipment declaration passenger traveler traveller "
    "people officer money cash currency market kind type number total record other technology information data "
    "service practice use origin content measure conduct behaviour behavior act sale trafficking immigrant "
    "migrant worker migration factory right network gang trader syndicate route channel site warehouse means "
    "behalf travel people passenger year month day country region time payment import sum rate basis".split()
)
_SOFT = frozenset("goods good product item article merchandise waste material substance commodity".split())
_PLAIN = frozenset(
    "import export imported exported other such smuggled prohibited restricted new certain specific trade those".split()
)
_NO_NOUN = frozenset("VBD VBZ VBP MD VB".split())


def find_goods(reading: Reading) -> list[Candidate]:
    """The goods that the words before them show to be goods."""
    found: dict[tuple[int, int], Candidate] = {}
    for pattern in (_WEIGHED, _TAKEN, _BRACKETED, _SMUGGLED):
        for m in pattern.finditer(reading.text):
            for c in _row(reading, m.end(), weighed=pattern is _WEIGHED, plural=pattern is _SMUGGLED):
                found.setdefault((c.start, c.end), c)
    return list(found.values())


def _row(reading: Reading, at: int, *, weighed: bool, plural: bool) -> list[Candidate]:
    """The goods of "A, B and C" from `at` on; after a weight only the first and those right after "and".

    `plural` asks that the first be a plural, so that "illegal entry" is none.
    """
    found: list[Candidate] = []
    while (c := _goods_at(reading, at, of_one=plural and not found)) is not None:
        found.append(c)
        link = _SEPARATOR.match(reading.text, c.end)
        if link is None or (weighed and not link.group().startswith(" and")):
            break
        at = link.end()
    return found


def _goods_at(reading: Reading, at: int, of_one: bool) -> Candidate | None:
    """The noun phrase at `at`, if its last word can be goods; `of_one` asks for a plural or mass noun of goods."""
    while kind := _KIND_OF.match(reading.text, at):
        at = kind.end()
    m = _PHRASE.match(reading.text, at)
    words = _to_noun(reading, at, m.group().split()) if m else []
    if not words:
        return None
    head = words_of_phrase(words[-1])[-1].lower()
    if {stem(head), head} & _NO_GOODS or (of_one and not head.endswith("s")):
        return None
    if {stem(head), head} & _SOFT and not set(words[:-1]) - _PLAIN:
        return None
    if any(t.tag == "CD" for t in reading.tokens[reading.token_at(at) : reading.token_at(at) + len(words)]):
        return None
    label = " ".join(words)
    if class_of_description(words_of_phrase(label))[0] not in ("", _GOODS):
        return None
    return Candidate(reading.index, at, at + len(label), label, _GOODS, "description", WEAK, core_end=at + len(label))


def _to_noun(reading: Reading, at: int, words: list[str]) -> list[str]:
    """The words up to the first that ends a noun phrase, the last of them a noun."""
    kept: list[str] = []
    last_noun = False
    offset = at
    for word in words:
        token = reading.tokens[min(reading.token_at(offset), len(reading.tokens) - 1)]
        plural = token.tag == "VBZ" and can_be_noun(word) and bool(kept)  # "pangolin scales"
        verb = token.tag in _NO_NOUN and can_be_verb(word) and not plural
        if word in _STOP or verb or token.tag == "RB" or (token.tag == "VBN" and kept and "-" not in word):
            break
        kept.append(word)
        last_noun = token.is_noun or plural or can_be_noun(word)
        offset += len(word) + 1
    return kept if last_noun else []
