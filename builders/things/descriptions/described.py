"""Things named by a description: lower-case noun phrases whose head noun the lexicon knows.

"the tax collection and management *center*", "a credit management *system* for exporters", "*reform* of revenue
collection". A head noun alone ("the system") names nothing.
"""

from __future__ import annotations

import re
from dataclasses import replace

from customs_kg.builders.english.cued import cued
from customs_kg.builders.english.months import MONTH
from customs_kg.builders.things.descriptions.goods import STATES
from customs_kg.builders.things.descriptions.head_phrases import EMPTY, Phrase, noun_phrases
from customs_kg.builders.things.descriptions.phrase_tails import phrase_end
from customs_kg.builders.things.known.candidates import FAIR, WEAK, Candidate, Reading
from customs_kg.builders.things.known.classes import ck, class_of_description, words_of_phrase
from customs_kg.builders.things.known.word_shapes import is_acronym, is_proper
from customs_kg.builders.things.names.runs import opens_sentence
from customs_kg.ontology.iris import CK

_THIN = EMPTY | frozenset(
    "legal national customs operating internal administrative supervision control management domestic "
    "international foreign public government official business trade work joint local regional central "
    "federal operation regulatory comprehensive".split()
)
_DATED_THING = cued(
    "signed begun launched started introduced initiated",
    r"\b(?:[Aa]n?|[Tt]he) (?:(?P<signed>protocol|agreement|memorandum|treaty|convention|arrangement|decision|accord|"
    r"declaration|deal|pact|letter of intent|joint statement)\b[^;]{0,160}? signed (?:(?:in|at) [A-Z][\w ]{2,24} )?"
    r"(?:on|in) "
    rf"(?P<date>(?:\d{{1,2}} )?{MONTH}(?: \d{{1,2}},)? \d{{4}})"
    r"|(?P<begun>reform|project|campaign|programme|program|scheme|operation) "
    r"(?:begun|launched|started|introduced|initiated) in (?:19|20)\d\d)",
)
_BEHIND_NAME = re.compile(r"[A-Z][\w'-]*(?: [IVX]+)?[\"']?(?: \([^()]*\))?, $")
_OF_YEAR = cued(
    "protocol agreement convention treaty memorandum arrangement decision directive regulation decree",
    r"\b(?P<what>protocol|agreement|convention|treaty|memorandum|arrangement|decision|directive|regulation|decree)"
    rf"(?: of the [A-Z]\w+(?: [A-Z]\w+)*)? of (?P<date>(?:\d{{1,2}} )?(?:{MONTH} )?(?:19|20)\d\d)\b",
)
_LOOSE = ck("PublicBody Operation Port PlaceGroup CustomsHouse Post")
_SITED = ck("CustomsHouse Port OperationsCenter EducationalInstitution SpecialControlArea CustomsUnit Place")
_NAME = r"[A-Z][\w'-]+(?: [A-Z][\w'-]+)*"
_AT_PLACE = re.compile(rf",? (?:at|in) (?:the )?(?!{MONTH}){_NAME}(?:(?:, {_NAME})*,? and {_NAME})?")
_COUNTED = ck("CustomsHouse CustomsDistrict CustomsUnit EducationalInstitution OperationsCenter Port")
_SINGLE = ck(  # classes whose bare plural is a kind, as "customs laws", and names no one of them
    "LegalInstrument CustomsHouse PublicBody CustomsUnit OperationsCenter Meeting PlanDocument Operation "
    "CoordinationMechanism RepresentativeOffice EnforcementForce EducationalInstitution SupervisedAssociation "
    "CustomsDistrict"
)
_ANY_ONE = ck("Operation Place Port CustomsHouse")  # a head alone names any: "a joint operation"
_ONE_OF = re.compile(r"\b(?:one|two|some|most|all|each|none|part) of (?:the|its|our|their)(?: [a-z-]+)? $")
_BUILT = ck("Place Port CustomsHouse OperationsCenter")  # what it is for tells which it is
_COMMON = ck("Port TradeAgreement")  # "ports of entry", "free trade agreements"
_OWED = frozenset("evaded unpaid owed overdue outstanding assessed collected deferred due recovered".split())
_NOT = re.compile(r"\b(?:not|never|nor)\b[^.;]{0,40}$")
_MORE = frozenset({CK + "PolicyMeasure"})


def find_descriptions(reading: Reading) -> list[Candidate]:
    """The descriptive things of a passage, longest forms; the short form is an alias."""
    found: list[Candidate] = []
    for phrase in noun_phrases(reading):
        candidate = _candidate(reading, phrase)
        if candidate is not None:
            found.append(candidate)
    return [*found, *_dated(reading)]


def _dated(reading: Reading) -> list[Candidate]:
    """A thing with no name but a date: "a protocol which ... signed on 26 March 2007", "a reform begun in 2008"."""
    found = []
    for m in _DATED_THING.finditer(reading.text):
        if m.group("begun") and _BEHIND_NAME.search(reading.text, 0, m.start()):
            continue  # "Operation A, *an operation launched in 2013*"
        noun = (m.group("signed") or m.group("begun")).lower()
        cls = class_of_description(noun.split())[0] or (CK + "Agreement" if noun in ("decision", "deal") else "")
        if cls:
            words = f"{noun} of {m.group('date')}" if m.group("signed") else reading.text[m.start("begun") : m.end()]
            start = m.start("signed") if m.group("signed") else m.start("begun")
            end = start + len(noun) if m.group("signed") else m.end()
            whole = reading.text[start : m.end()] if m.group("signed") else ""
            aliases = (whole,) if whole.startswith(f"{noun} signed") else ()
            found.append(Candidate(reading.index, start, end, words, cls, "description", WEAK, "", aliases, end))
    for m in _OF_YEAR.finditer(reading.text):
        cls = class_of_description([m.group("what")])[0] or CK + "LegalInstrument"
        short = f"{m.group('what')} of {m.group('date')}"
        aliases = (short,) if short != m.group() else ()
        found.append(
            Candidate(reading.index, m.start(), m.end(), m.group(), cls, "description", WEAK, "", aliases, m.end())
        )
    return found


def _candidate(reading: Reading, phrase: Phrase) -> Candidate | None:
    tokens = reading.tokens
    start, end = tokens[phrase.first].start, tokens[phrase.last - 1].end
    words = [w.lower() for t in tokens[phrase.first : phrase.last] for w in words_of_phrase(t.text)]
    modifiers = words[: len(words) - phrase.head]
    telling = [w for w in modifiers if w not in _THIN]
    enough = len(telling) >= 1 or phrase.head >= 2 or len(modifiers) >= 3
    enough = enough and not (
        (phrase.cls in _LOOSE and phrase.head < 2 and (len(telling) < 2 or phrase.cls == CK + "Operation"))
        or ((phrase.cls in _ANY_ONE or words == ["mutual", "recognition"]) and not telling)
        or (phrase.cls in _MORE and not telling)
    )
    if phrase.cls == CK + "Company":
        return None  # "a shipping company" names none
    counted = phrase.cls in _COUNTED and _is_counted(reading, phrase)
    counted = counted or (phrase.cls in _SINGLE and bool(_ONE_OF.search(reading.text, max(0, start - 40), start)))
    if (counted and not _AT_PLACE.match(reading.text, end)) or _is_kind(reading, phrase):
        return None
    if _explains_name(reading, phrase) or _is_denied(reading, phrase):
        return None
    if phrase.cls == CK + "TaxType" and modifiers and modifiers[0] in _OWED:
        return None  # "evaded taxes" are a sum
    if phrase.cls == CK + "GoodsCategory":
        phrase = _without_state(reading, phrase)
        start = tokens[phrase.first].start
    sited = phrase.cls in _BUILT
    long_end = phrase_end(reading, phrase, enough or sited)
    plural = tokens[phrase.last - 1].tag == "NNS" and phrase.cls in _SINGLE
    headed = any(t.tag == "NNS" for t in tokens[phrase.last - phrase.head : phrase.last])
    plural = plural or (not modifiers and headed and phrase.cls in _COMMON)
    site = _AT_PLACE.match(reading.text, end) if phrase.cls in _SITED and long_end == end else None
    if long_end == end and (plural or not enough) and site is None:
        return None
    short = reading.text[start:end]
    apart = site is not None and site.group().startswith(",")  # "three border *depots*, in Vell, Orlo and Tarn"
    label = reading.text[start : site.end() if site and not apart else long_end]
    enough = enough and not (site and plural)
    aliases = (short,) if enough and label != short else ()
    if (whole := _whole(reading, phrase)) != short and (enough or site):
        aliases = (*aliases, whole if enough else whole + label[len(short) :])  # "the *new* port of entry at Windsor"
    confidence = FAIR if phrase.head >= 2 or len(telling) >= 2 else WEAK
    return Candidate(
        reading.index,
        start,
        long_end,
        _plain(reading, phrase, label),
        _class_of(phrase, modifiers, label),
        "description",
        confidence,
        "",
        aliases,
        end,
    )


def _without_state(reading: Reading, phrase: Phrase) -> Phrase:
    """A phrase for goods without what only befell them: "*seized* sandals"."""
    first = phrase.first
    while first < phrase.last - 1 and reading.tokens[first].lower in STATES:
        first += 1
    return replace(phrase, first=first)


def _class_of(phrase: Phrase, modifiers: list[str], label: str) -> str:
    """The class by the head noun; "a system of taxes" is an order of things, "a system of the A" one of somebody's."""
    ordered = phrase.cls == CK + "InformationSystem" and not modifiers and re.fullmatch(r"systems? of [^A-Z]+", label)
    return CK + "WorkingMethod" if ordered else phrase.cls


def _is_counted(reading: Reading, phrase: Phrase) -> bool:
    """A number before units that go unnamed: "42 customs districts" is a figure."""
    before = reading.tokens[max(0, phrase.first - 2) : phrase.first]
    return any(t.tag == "CD" for t in before)


def _is_kind(reading: Reading, phrase: Phrase) -> bool:
    """A plural that examples follow is a kind of thing, not one: "projects such as ..."."""
    after = reading.text[reading.tokens[phrase.last - 1].end :]
    return after.startswith((" such as", " like ", ", such as", ", including", " including", ", namely"))


def _explains_name(reading: Reading, phrase: Phrase) -> bool:
    """Whether the phrase says what a name is and names nothing else: "X, *a mobile app*", "X is *the apex agency*"."""
    tokens = reading.tokens
    at = phrase.first
    while at > 0 and tokens[at - 1].tag.startswith(("JJ", "RB")):
        at -= 1
    if at < 2 or tokens[at - 1].lower not in ("a", "an", "the", "our", "its"):
        return False
    link, before = tokens[at - 2], tokens[at - 3] if at > 2 else None
    named = before is not None and (
        before.text == ")" or (before.text[0].isupper() and (before.tag == "NNP" or is_proper(before.text)))
    )
    end = reading.token_at(phrase_end(reading, phrase, enough=True) - 1) + 1
    follows = tokens[end].text if end < len(tokens) else "."
    return named and (
        link.lower in ("is", "was", "are", "remains") or (link.text == "," and follows in (",", ".", ";"))
    )


def _is_denied(reading: Reading, phrase: Phrase) -> bool:
    """Whether there is none of what a phrase tells: "*no such* deal with A", "has *not* signed *such a* deal"."""
    before = [t.lower for t in reading.tokens[max(0, phrase.first - 2) : phrase.first]]
    such = before in (["such", "a"], ["such", "an"]) and _NOT.search(
        reading.text, 0, reading.tokens[phrase.first].start
    )
    return bool(such) or before[-1:] == ["no"] or before == ["no", "such"]


def _whole(reading: Reading, phrase: Phrase) -> str:
    """The phrase with the adjectives that its label leaves out ("a *new* development philosophy")."""
    first = phrase.first
    tokens = reading.tokens
    while (
        first > 0
        and tokens[first - 1].lower in EMPTY
        and tokens[first - 1].text.islower()
        and tokens[first - 1].tag.startswith(("JJ", "RB", "VBN"))
        and tokens[first - 1].tag != "JJS"
    ):
        first -= 1
    return reading.words(first, phrase.last)


def _plain(reading: Reading, phrase: Phrase, label: str) -> str:
    """The label with the capital of a sentence's first word taken back."""
    token = reading.tokens[phrase.first]
    word = token.text.partition("-")[0]  # "*CT*-type equipment"
    lowered = word[0].isupper() and opens_sentence(reading, phrase.first) and not is_acronym(word)
    return label[0].lower() + label[1:] if lowered else label
