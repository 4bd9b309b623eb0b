"""What a pronoun can stand for: those who act, what is run, built or signed, the subject of a sentence."""

from __future__ import annotations

from collections.abc import Mapping

from customs_kg.builders.english.words import penn_tags
from customs_kg.builders.things.known.candidates import Reading
from customs_kg.builders.things.known.classes import ck
from customs_kg.builders.things.mentions import Mention
from customs_kg.graph.model import Entity
from customs_kg.ontology.vocabulary import load_terms

_AGENTS = ck(
    "PublicBody CustomsAdministration CustomsHeadquarters CustomsUnit EnforcementForce "
    "OperationsCenter SubAdministration InternationalOrganization CoordinationMechanism "
    "CustomsDistrict SupervisedAssociation EducationalInstitution Company"
)
# what "it" can stand for besides those who act: "Norland signed; it is a member of ..." among them
_UNDERTAKINGS = ck(
    "CustomsTerritory Endeavour InformationSystem Agreement LegalInstrument WorkingMethod PolicyMeasure TaxType "
    "EquipmentType TransportCorridor SpecialControlArea IntergovernmentalGrouping Association"
)


def is_agent(entities: Mapping[str, Entity], thing: str) -> bool:
    """Whether a thing is a body or unit, which acts."""
    entity = entities.get(thing)
    return entity is not None and entity.cls in _AGENTS


def can_be_it(entities: Mapping[str, Entity], thing: str) -> bool:
    """Whether a thing is one that acts or one that is run, built or signed."""
    entity = entities.get(thing)
    return entity is not None and (entity.cls in _AGENTS or load_terms().is_any(entity.cls, _UNDERTAKINGS))


def is_subject(reading: Reading, mention: Mention) -> bool:
    """Whether a mention stands before the first verb of its sentence, not in its opening, nor after a preposition."""
    begin, first_verb = _before_verb(reading)
    at = reading.token_at(mention.start)
    while at > 0 and reading.tokens[at - 1].lower in ("the", "a", "an"):
        at -= 1
    return begin <= mention.start < first_verb and (at == 0 or reading.tokens[at - 1].tag not in ("IN", "TO"))


_OPENERS = frozenset({"IN", "TO", "VBN", "VBG"})


def _before_verb(reading: Reading) -> tuple[int, int]:
    """Where the words between a sentence's opening and its first verb begin and end.

    The opening is a phrase with a preposition or participle at the head, "Under the A and the B, *it* acts": up to
    the last comma before the verb, where that does not close an insertion.
    """
    tokens = reading.tokens
    start = _behind_subordinate(reading)
    opened = bool(tokens) and not start and (tokens[0].tag in _OPENERS or _is_opening_participle(reading))
    first = 1 if opened else start
    verb = next((i for i in range(first, len(tokens)) if _is_finite(reading, i)), len(tokens))
    end = tokens[verb].start if verb < len(tokens) else len(reading.text)
    commas = [i for i in range(first, verb) if tokens[i].tag == ","] if opened else []
    if commas and commas[-1] >= verb - 2 and tokens[commas[-1] + 1].tag not in ("PRP", "NN", "NNS", "NNP", "DT"):
        commas = commas[:-2]  # "Built by A, the B, a portal, serves"
    return tokens[commas[-1]].end if commas else tokens[start].start if start else 0, end


def _is_finite(reading: Reading, i: int) -> bool:
    """A finite verb by its tag, or one like a participle behind an insertion, with an object ("A, B, *built* C")."""
    tag, after = reading.tokens[i].tag, reading.tokens[i + 1].tag if i + 1 < len(reading.tokens) else "."
    if tag == "NNS" and i and reading.tokens[i - 1].tag == "NNP" and after in ("TO", "DT"):  # "A *answers* to B"
        only = not any(t.tag in _FINITE_TAGS for t in reading.tokens)
        return only and "VBZ" in penn_tags(reading.tokens[i].lower)
    return tag in _FINITE_TAGS or (
        tag == "VBN" and i > 0 and reading.tokens[i - 1].tag == "," and after in ("DT", "NNP", "CD", "PRP$")
    )


def _behind_subordinate(reading: Reading) -> int:
    """Where the main clause begins behind a subordinate one at the head: "When A called, *B* went"; 0 for none."""
    tokens = reading.tokens
    if not tokens or tokens[0].lower not in _SUBORDINATING:
        return 0
    verb = next((i for i, t in enumerate(tokens) if t.tag in _FINITE_TAGS), len(tokens))
    if tokens[0].lower == "as" and any(t.tag == "," for t in tokens[:verb]):
        return 0  # "As Head of A, *B* answers to"
    comma = next((i for i in range(verb, len(tokens) - 1) if tokens[i].tag == ","), 0)
    return comma + 1 if comma else 0


_SUBORDINATING = frozenset("when while although though because if after before once where as".split())


def is_opening(reading: Reading, end: int) -> bool:
    """Whether the words before an offset are a phrase that opens the sentence, without a verb: "Under the Act, ..."."""
    before = [t for t in reading.tokens if t.end <= end]
    if not before or any(t.tag in _FINITE_TAGS for t in before[1:]):
        return False
    first = before[0]
    return first.tag in _OPENERS or _is_opening_participle(reading) or first.lower in ("together", "jointly")


def speaks_of_several(reading: Reading) -> bool:
    """Whether the first verb of a sentence has a plural subject: "it" cannot mean that."""
    verb = next((i for i, t in enumerate(reading.tokens) if t.tag in _FINITE_TAGS), 0)
    if reading.tokens[verb].lower in ("are", "were", "have"):
        return True
    before = next((t for t in reversed(reading.tokens[:verb]) if t.tag != "RB"), None)
    return before is not None and before.tag in ("NNS", "NNPS")


_FINITE_TAGS = frozenset({"VBZ", "VBD", "VBP", "MD"})


def _is_opening_participle(reading: Reading) -> bool:
    """As in "Founded in 1998, the A has ...": a past form at the head of a sentence."""
    if len(reading.tokens) < 2:
        return False
    first, second = reading.tokens[:2]
    return first.tag == "VBD" and first.lower.endswith(("ed", "en")) and second.tag in ("IN", "RB", "TO", "RP")
