"""Where the phrase behind a noun ends that says of or on what it is: "reform *of revenue collection*"."""

from __future__ import annotations

import re

from customs_kg.builders.english.months import MONTH, MONTHS
from customs_kg.builders.things.descriptions.head_phrases import Phrase
from customs_kg.builders.things.known.candidates import Reading
from customs_kg.builders.things.known.classes import AGREEMENTS, ck
from customs_kg.ontology.iris import CK

_PHRASE_LINKS = frozenset("of for on over with along between against to".split())
_BY_PHRASE = {  # classes whose head noun alone is enough when a phrase says of what
    CK + "Reform": frozenset({"of", "on", "to"}),
    CK + "Agreement": frozenset({"on", "for", "between", "with", "of", "concerning", "regarding"}),
    CK + "LegalInstrument": frozenset({"for", "on", "governing"}),
    CK + "PlanDocument": frozenset({"for", "on"}),
    CK + "Project": frozenset({"on", "for"}),
    CK + "Campaign": frozenset({"against", "for", "on"}),
    CK + "Operation": frozenset({"against"}),
    CK + "StatusChange": frozenset({"of", "to"}),
    CK + "CoordinationMechanism": frozenset({"on", "for", "between"}),
    CK + "InformationSystem": frozenset({"of", "for"}),
    CK + "WorkingMethod": frozenset({"of"}),
    CK + "PolicyPrinciple": frozenset({"of"}),
    CK + "PolicyInitiative": frozenset({"of", "for"}),
    CK + "Programme": frozenset({"of", "for"}),
    CK + "TaxType": frozenset({"on"}),
    CK + "Meeting": frozenset({"on", "for"}),
    CK + "TrainingActivity": frozenset({"on", "in"}),
}
_DATED = re.compile(
    rf" of (?:\d{{1,2}} {MONTH}(?: \d{{4}})?|{MONTH} \d{{1,2}}(?:, \d{{4}})?|{MONTH}(?: and {MONTH})? \d{{4}}|"
    r"(?:19|20)\d\d\b)"
)
_IN_TIME = re.compile(
    r"(?:in|for) (?:the |this |that |each |every |an? )?(?:[a-z-]+ ){0,3}?"
    r"(?:quarter|half|year|years|month|months|week|weeks|period|future|course|term|time|meantime|winter|spring|summer|autumn|decade)\b"
)
_FURTHER = ("of", "in")  # what may go on behind the first noun of a phrase
_FURTHER_OF_AGREEMENT = {"on": ("of", "in", "on"), "with": ("of",), "between": ("of",)}  # "signed one with *A in B*"
_PARTY = r"(?:the )?[A-Z][\w-]+(?: (?:of (?:the )?)?[A-Z][\w-]+)*"
_PARTIES = re.compile(
    rf" (?:with {_PARTY}(?:(?:, {_PARTY})+,? and {_PARTY})?|between {_PARTY}(?:, {_PARTY})*,? and {_PARTY})"
)
_WITH = ck(
    "OperationsCenter Agreement CooperationAgreement TradeAgreement PlanDocument "
    "CoordinationMechanism Project Programme"
)


def phrase_end(reading: Reading, phrase: Phrase, enough: bool) -> int:
    """The end of the phrase with "for ...", "of ..." after it; its own end where none belongs to it."""
    tokens = reading.tokens
    end = tokens[phrase.last - 1].end
    if phrase.cls == CK + "Event" and (dated := _DATED.match(reading.text, end)):
        return _with_place(reading, dated.end())
    if phrase.last >= len(tokens):
        return end
    link = tokens[phrase.last].lower
    allowed = _BY_PHRASE.get(phrase.cls, frozenset())
    if (phrase.cls == CK + "TaxType" and link != "on") or (link == "with" and phrase.cls not in _WITH):
        return end
    if link not in (allowed if not enough else _PHRASE_LINKS) or (
        enough and link in ("against", "to", "along", "between", "over") and link not in allowed
    ):
        return end
    if link == "for" and _IN_TIME.match(reading.text, tokens[phrase.last].start):
        return end
    parties = _with_parties(reading, end) if phrase.cls in AGREEMENTS else end
    last = object_end(reading, phrase.last + 1)
    if last == phrase.last + 1 or (link == "with" and not tokens[last - 1].text[0].isupper()):
        return end
    further_links = _FURTHER_OF_AGREEMENT.get(link, _FURTHER) if phrase.cls in AGREEMENTS else _FURTHER
    while (
        last < len(tokens)
        and not _IN_TIME.match(reading.text, tokens[last].start)
        and tokens[last].lower in further_links
        and (further := object_end(reading, last + 1)) > last + 1
    ):
        last = further
        if last - phrase.last > 9:
            break
    end = tokens[last - 1].end
    return max(parties, _with_parties(reading, end)) if phrase.cls in AGREEMENTS else end


def _with_parties(reading: Reading, end: int) -> int:
    """The end of the parties behind what an agreement is on: "a memorandum on patrols *with Norland*"."""
    parties = _PARTIES.match(reading.text, end)
    return parties.end() if parties else end


def object_end(reading: Reading, at: int) -> int:
    """The end of the noun phrase that begins at token `at`, an article included; `at` when there is none."""
    tokens = reading.tokens
    i = at
    while i < len(tokens) and tokens[i].lower in ("the", "a", "an", "all"):
        i += 1
    start = i
    while i < len(tokens) and _in_object(reading, i, start):
        i += 1
    while i > start and not (tokens[i - 1].is_noun or _is_doing(reading, i - 1, start)):
        i -= 1
    return i if i > start else at


def _in_object(reading: Reading, i: int, start: int) -> bool:
    token = reading.tokens[i]
    if i > start and token.start != reading.tokens[i - 1].end + 1:
        return False
    if token.lower == "and" and _own_phrase_follows(reading, i + 1):
        return False
    if token.lower == "and":
        after = reading.tokens[i + 1] if i + 1 < len(reading.tokens) else None
        further = reading.tokens[i + 2] if i + 2 < len(reading.tokens) else None
        attribute = after is not None and after.tag == "VBN" and further is not None and further.is_noun
        return (
            i > start and after is not None and (after.is_noun or after.tag == "JJ" or attribute) and after.tag != "VB"
        )
    if token.text.isupper() and re.match(r" ?\d", reading.text[token.end : token.end + 2]):
        return False  # a currency before its amount
    if token.lower in ("which", "that", "with", "by", "from") or token.text in MONTHS:
        return False
    if _is_doing(reading, i, start):
        return True
    opening = i == start or reading.tokens[i - 1].lower == "and"
    return (
        token.is_noun or token.tag.startswith("JJ") or (token.tag in ("VBG", "VBN") and (opening or "-" in token.text))
    )


def _is_doing(reading: Reading, i: int, start: int) -> bool:
    """Whether an "-ing" word is the noun of a compound, with nothing that it acts on: "data *sharing* with"."""
    tokens = reading.tokens
    if tokens[i].tag != "VBG" or i == start or tokens[i - 1].tag != "NN":
        return False
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    return after is None or after.tag in (",", ".", "VBD", "VBZ", "MD") or after.lower in ("with", "between", "among")


def _own_phrase_follows(reading: Reading, at: int) -> bool:
    """Whether the words after "and" are a noun with its own "of ...": another thing."""
    tokens = reading.tokens
    while at < len(tokens) and (tokens[at].is_noun or tokens[at].tag.startswith("JJ")):
        at += 1
    return at < len(tokens) and tokens[at].lower == "of"


def _with_place(reading: Reading, end: int) -> int:
    m = re.match(r" in (?:the )?((?:[A-Z][\w-]+ ?)+)", reading.text[end:])
    return end + len(m.group().rstrip()) if m else end
