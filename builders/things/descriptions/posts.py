"""Posts named by the body or work that they are of: "*head of the Appeals Division*", "*registrar of ships*"."""

from __future__ import annotations

from collections.abc import Iterator

from customs_kg.builders.english.cued import cued
from customs_kg.builders.english.words import can_be_noun
from customs_kg.builders.things.known.candidates import FAIR, WEAK, Candidate, Reading
from customs_kg.builders.things.known.classes import ck, class_of_description
from customs_kg.ontology.iris import CK

_BODIES = ck(
    "PublicBody CustomsAdministration CustomsHeadquarters CustomsUnit EnforcementForce SubAdministration Company "
    "InternationalOrganization IntergovernmentalGrouping SupervisedAssociation CoordinationMechanism OperationsCenter "
    "EducationalInstitution CustomsDistrict CustomsHouse"
)
_HOLDER = (
    r"(?:head|chief|director|director-general|chair|chairman|chairwoman|chairperson|vice-chair|vice-chairman|"
    r"spokesman|spokesperson|spokeswoman|secretary|secretary-general|president|vice-president|commander|commissioner|"
    r"controller|comptroller|manager|coordinator|superintendent|rector|dean|governor|treasurer|registrar)"
)
_RANK = r"(?:(?:acting|deputy|vice|assistant|executive|joint|first|second) )?"
_OF_BODY = cued(
    "head chief director chair chairman chairwoman chairperson spokesman spokesperson spokeswoman secretary president "
    "commander commissioner controller comptroller manager coordinator superintendent rector dean governor treasurer "
    "registrar",
    rf"(?<![\w-])({_RANK}{_HOLDER}) (?:of|at) (?:the )?(?=[A-Z])",
)
_OF_WORK = cued(
    "commissioner director inspector controller commander comptroller chief head registrar",
    rf"\b(?:[Aa]n?|[Tt]he|[Ii]ts|[Oo]ur|as|new|first) ({_RANK}(?:commissioner|director|inspector|controller|commander|"
    r"comptroller|chief|head|registrar) (?:of|for) ((?:[a-z][\w-]+ )?[a-z][\w-]+))(?![\w-])",
)
_BOTH = frozenset("the a an its our their his her this that all any each such".split())


def find_posts(reading: Reading, names: list[Candidate]) -> Iterator[Candidate]:
    """The posts in lower case of the bodies among the names, and those of a kind of work."""
    bodies = {c.start: c for c in names if c.cls in _BODIES and c.how != "description"}
    for m in _OF_BODY.finditer(reading.text):
        if body := bodies.get(m.end()):  # its mention is the post alone: what follows may be said of the body
            label = reading.text[m.start() : body.end]
            yield Candidate(reading.index, *m.span(1), label, CK + "Post", "description", FAIR, core_end=m.end(1))
    for m in _OF_WORK.finditer(reading.text):
        end = _end_of_work(reading, m.start(2), m.group(2).split())
        if end:
            label = reading.text[m.start(1) : end]
            yield Candidate(reading.index, m.start(1), end, label, CK + "Post", "description", WEAK, core_end=end)


def _end_of_work(reading: Reading, start: int, words: list[str]) -> int:
    """Where the one or two nouns end that tell the work of a post; 0 for none."""
    for size in range(len(words), 0, -1):
        end = start + len(" ".join(words[:size]))
        last = reading.tokens[reading.token_at(end - 1)]
        if _BOTH.isdisjoint(words[:size]) and last.is_noun and all(map(can_be_noun, words[:size])):
            return 0 if class_of_description(words[:size])[0] == CK + "Company" else end
    return 0
