"""Kinds of work named by their place in a sentence: what a body is responsible for, whatever the work is called.

"responsible for the *valuation of used vehicles*", "The *licensing of distilleries* falls to the branch".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from customs_kg.builders.english.deverbal import verbs_of
from customs_kg.builders.english.token import Token
from customs_kg.builders.english.words import can_be_noun, words_in
from customs_kg.builders.things.known.candidates import WEAK, Candidate, Reading
from customs_kg.builders.things.known.classes import class_of_description
from customs_kg.ontology.iris import CK

_FUNCTION = CK + "CustomsFunction"
_WORK = (
    "responsibility|task|job|duty|function|remit|business|domain|work|charge|preserve|province|role|concern|mission|"
    "mandate|competence|speciality"
)
_MARKS = frozenset(
    "responsible responsibility charge charged tasked entrusted mandate mandated competent duties functions tasks "
    "remit responsibilities role rests rest falls fall lies lie belongs belong devolves task job duty function "
    "business domain hands handles handled looks looked deals dealt entrusted assigned delegated takes took assumes "
    "assumed passed passes went goes handed moved left transferred allotted devolved "
    "carriage concern mission answerable accountable vested questions enquiries queries contact specialises "
    "specializes specialised specialized specialising specializing covers cover matter within".split()
)
# what stands right before the work that somebody has to do
_DUTY = re.compile(
    r"\b(?:(?:[Rr]esponsible|accountable|competent|answerable) for|"
    r"(?:[Rr]esponsibility|[Rr]esponsibilities|[Cc]ompetence) (?:for|over)|"
    r"(?:(?:[Ii]n|ha[sd]|have|takes?|took|taken|given) (?:overall |sole |joint |full )?charge|"
    r"(?:ha[sd]|have|takes?|given) carriage|takes? care|took care) of|(?:takes?|took|taken|taking) (?:over|on)|"
    r"(?:assumes?|assumed)(?! that)|(?:[Tt]asked|[Cc]harged|[Ee]ntrusted|vested) with|mandated? for|"
    r"(?:deals?|dealt|dealing) with|(?:looks?|looked|looking) after|handl(?:es?|ed|ing)|"
    r"(?:questions|enquiries|queries) (?:on|about|concerning)|speciali[sz](?:es?|ed|ing) in|"
    r"(?:point of contact|contact point|contact) for|"
    r"(?:mandate|duties|functions|tasks|remit|responsibilities|role|brief)\b[^.;:,]{0,60}? "
    r"(?:cover(?:s|ed)?|includ(?:es?|ed)|compris(?:es?|ed)|extend(?:s|ed)? to|embrac(?:es?|ed)|"
    r"encompass(?:es|ed)?|(?:is|are|was|were)(?= the )))\s+"
)
# what follows the work that is somebody's
_WHOSE = re.compile(
    rf"(?:(?:is|are|was|were|remains?|remained|became|becomes?) (?:the |a )?(?:[a-z]+ )?(?:{_WORK}) of|"
    r"(?:is|are|was|were|remains?) (?:solely |entirely )?an? (?:matter|job|task) for|"
    r"(?:falls?|fell|comes?|came|lies?|lay) within the (?:remit|competence|responsibility|purview|mandate) of|"
    r"(?:rests?|rested|lies?|lay|remains?|remained|sits?) (?:[a-z]+ )?with|"
    r"(?:falls?|fell|belongs?|devolves?|passe[sd]|goes|went) (?:up)?(?:to|on)\b|"
    r"(?:is|are|was|were|has been|have been) (?:[a-z]+ )?"
    r"(?:(?:entrusted|assigned|delegated|allotted|left|transferred|handed(?: over)?|"
    r"moved|devolved) to|"
    r"in the hands of|(?:handled|dealt with|looked after|taken care of) by))\b"
)
_ROW = re.compile(r"(?:, and |, | and | as well as )(?=[a-z])")
_ENDINGS = ("tion", "sion", "ment", "ance", "ing", "ysis")
_DOINGS = frozenset(
    "appraisal approval audit clearance control custody design disposal drawback escort patrol policing protection "
    "refund release removal renewal research review safety search security storage supply surveillance survey "
    "treatment upkeep welfare".split()
)
# of these the thing done to is what counts, and the verb that they are made of tells more
_OWN_VERBS = frozenset(
    "administration application chairmanship collection coordination co-ordination development enforcement hosting "
    "implementation imposition levying maintenance management operation organisation organization oversight recovery "
    "running supervision".split()
)
# work that one word names
_FIELDS = frozenset(
    "accounting audit audits classification clearance collection drawback enforcement examination inspection "
    "inspections intelligence investigation investigations licensing origin procurement prosecution prosecutions "
    "quarantine recruitment rulings screening statistics surveillance targeting training transit valuation "
    "warehousing".split()
)
_LINKS = frozenset("of on for in at".split())


def find_functions(reading: Reading) -> list[Candidate]:
    """The work that a passage says to be somebody's to do."""
    if _MARKS.isdisjoint(words_in(reading.text)):
        return []
    found: dict[tuple[int, int], Candidate] = {}
    for first, last, head in (*_behind_duties(reading), *_before_owners(reading)):
        if not _has_verb_of_its_own(reading, head, last):
            start, end = reading.tokens[first].start, reading.tokens[last - 1].end
            label = reading.text[start:end]
            label = label[0].lower() + label[1:] if label[1:2].islower() else label
            core = reading.tokens[head].end
            found[start, end] = Candidate(
                reading.index, start, end, label, _FUNCTION, "description", WEAK, core_end=core
            )
    return list(found.values())


def _behind_duties(reading: Reading) -> Iterator[tuple[int, int, int]]:
    """The phrases in a row behind what says that they are somebody's work."""
    for said in _DUTY.finditer(reading.text):
        at = reading.token_at(said.end())
        while (phrase := _doing_at(reading, at)) is not None:
            yield phrase
            joined = _ROW.match(reading.text, reading.tokens[phrase[1] - 1].end)
            if joined is None:
                break
            at = reading.token_at(joined.end())


def _before_owners(reading: Reading) -> Iterator[tuple[int, int, int]]:
    """The phrase that opens a clause and is said to be somebody's work."""
    tokens = reading.tokens
    for said in _WHOSE.finditer(reading.text):
        verb = reading.token_at(said.start())
        opening = next(
            (i for i in range(verb - 1, max(-1, verb - 14), -1) if tokens[i].tag in (",", ";", ".", ":")), -1
        )
        phrase = _doing_at(reading, opening + 1)
        if phrase is not None and phrase[1] == verb:
            yield phrase


def _doing_at(reading: Reading, at: int) -> tuple[int, int, int] | None:
    """The noun phrase of a doing that begins at a token: its first token, its end and its head."""
    tokens = reading.tokens
    while at < len(tokens) and tokens[at].lower in ("the", "all", "their", "its", "a"):
        at += 1
    head = _noun_end(tokens, at) - 1
    field = head == at and tokens[head].lower in _FIELDS
    if head < at or not (field or _is_doing(tokens[at : head + 1])):
        return None
    end = head + 1
    while end + 1 < len(tokens) and tokens[end].lower in _LINKS:
        start = end + 1
        while start < len(tokens) and tokens[start].tag in ("DT", "PRP$"):
            start += 1
        further = _noun_end(tokens, start)
        if further == start:
            break
        end = further
    bare = end == head + 1
    return None if bare and not field and (head == at or tokens[head].tag == "VBG") else (at, end, head)


def _noun_end(tokens: Sequence[Token], at: int) -> int:
    """The end of a run of nouns with their attributes; `at` where no noun stands."""
    end = at
    for i in range(at, min(len(tokens), at + 7)):
        token = tokens[i]
        if i > at and token.start > tokens[i - 1].end + 1:
            break
        owner = token.tag == "POS" and i > at
        attribute = token.tag.startswith("JJ") or token.tag in ("VBG", "VBN") or owner
        if not (token.is_noun or attribute):
            break
        if token.is_noun or (token.tag == "VBG" and can_be_noun(token.lower)):
            end = i + 1
    return end


def _is_doing(words: Sequence[Token]) -> bool:
    """Whether a noun phrase names a doing and no body, text, system or other thing."""
    noun = words[-1].lower
    if not noun.isalpha() and "-" not in noun:
        return False
    plain = [t.lower for t in words]
    if class_of_description(plain)[0] not in ("", _FUNCTION) or (words[-1].text[0].isupper() and len(words) > 1):
        return False
    return noun in _DOINGS or noun.endswith(_ENDINGS) or bool(verbs_of(noun))


def _has_verb_of_its_own(reading: Reading, head: int, last: int) -> bool:
    """Whether the doing is one of a known thing, which the frames of its verb read: "the collection of VAT"."""
    if reading.tokens[head].lower not in _OWN_VERBS:
        return False
    start, end = reading.tokens[head].end, reading.tokens[last - 1].end
    known = any(start <= k.start and k.end <= end for k in reading.known)
    return known or any(t.text[0].isupper() for t in reading.tokens[head + 1 : last])
