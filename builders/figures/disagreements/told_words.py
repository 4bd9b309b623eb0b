"""The words by which a figure says what it measures, in one form, without those that tell nothing."""

from __future__ import annotations

import re
from functools import lru_cache

from customs_kg.builders.english.participles import past_participle
from customs_kg.builders.english.words import can_be_verb, verb_lemma
from customs_kg.builders.figures.figure import Wording
from customs_kg.builders.figures.indicators import stems
from customs_kg.builders.times.calendar_periods import MONTH

Words = frozenset[str]
TELLING_NOTHING = frozenset(
    "total overall number amount quantity volume value figure all make bring take carry come have be hold see find"
    " record report register count work employ serve work strong member quarter half part month end date start period"
    " service authority agency administration customs custom department new same both"
    " together during out in at on with from brought border through off up over down away"
    " level result outcome target plan actual goal output outturn value price sum yearend year who whose which that"
    " understanding understand was were is are as been being there along across within between near under among"
    " towards list lists listed enter show state give put note mention cite quote"
    " surpass exceed beat outstrip lead result yield produce took glance".split()
)
_MEASURES = frozenset("number amount quantity volume value figure weight sum".split())
ACTS = frozenset(
    "seize detain collect process handle clear file issue detect all approve license licence accredit authorize"
    " authorise enroll enrol admit certify board account use post active operation operate own duty strength"
    " force keep receive so many stand intercept confiscate impound capture catch uncover discover hold examine scan"
    " inspect screen apprehend analyse analyze test check verify attend participate grant review".split()
)
SLIGHT = frozenset(
    "undeclared illicit illegal contraband smuggle declared various different respective own"
    " valid current existing affiliate directly infringe suspect suspected alleged allegedly presumed apparent"
    " apparently potential potentially reported suggest manufacturer fleet whole entire system"
    " inadmissible deportable irregular irregularly unlawful unlawfully illegal illegally prohibited offence offense"
    " relate related good goods programme program scheme smuggler traffic".split()
)
_OF_ACTS = {
    "seizure": "seize", "detention": "detain", "detection": "detect", "collection": "collect", "receipt": "collect",
    "arrest": "arrest", "clearance": "clear", "inspection": "inspect", "examination": "examine",
    "recovery": "recover", "suspicion": "suspect", "infringement": "infringe", "violation": "infringe",
    "violate": "infringe", "refund": "refund", "payment": "pay", "audit": "audit", "conviction": "convict",
    "interception": "intercept", "confiscation": "confiscate", "registration": "register",
    "apprehension": "apprehend", "removal": "remove", "deportation": "deport", "expulsion": "expel",
    "refusal": "refuse", "prosecution": "prosecute", "investigation": "investigate", "inquiry": "investigate",
    "certification": "certify", "accreditation": "accredit", "licensing": "license",
    "authorisation": "authorize", "authorization": "authorize", "authorise": "authorize", "licence": "license",
    "approval": "approve", "deployment": "deploy", "recruitment": "recruit", "destruction": "destroy",
    "submission": "submit", "verification": "verify", "signatory": "sign", "release": "clear",
    "spending": "spend", "expenditure": "spend", "outlay": "spend", "connect": "link", "connection": "link",
    "interlink": "link", "integrate": "link", "assessment": "assess", "installation": "install", "issuance": "issue",
    "purchase": "buy", "acquire": "buy", "acquisition": "buy", "procure": "buy", "procurement": "buy",
    "revocation": "revoke", "withdrawal": "withdraw", "cancellation": "cancel", "suspension": "suspend",
    "closure": "close", "application": "apply", "notification": "notify", "dismissal": "dismiss", "hire": "recruit",
    "sale": "sell", "completion": "complete", "establishment": "establish", "creation": "create",
}  # fmt: skip
_SAME = {  # words that reports use of one thing in turn
    word: first
    for first, words in {
        "parcel": "package packet shipment consignment",
        "declaration": "entry",
        "firm": "company business enterprise trader operator",
        "boat": "vessel ship cutter",
        "firearm": "gun weapon",
        "counterfeit": "fake",
        "item": "article",
        "dog": "canine",
        "postal": "mail",
        "traveller": "traveler passenger",
        "truck": "lorry",
        "car": "automobile",
        "smuggle": "smuggling",
        "cigarette": "stick",
        "narcotic": "drug",
        "coast": "coastline",
    }.items()
    for word in words.split()
}
_LONG_FORMS = (
    (re.compile(r"\bIPRs?\b"), "intellectual property rights"),
    (re.compile(r"\bAEOs?\b"), "authorised economic operators"),
    (
        re.compile(r"\bborder crossing(?: point)?s?\b|\bcrossing points?\b|\bcheck-?points?\b", re.IGNORECASE),
        "border posts",
    ),
    (re.compile(r"\b(?:taken|kept|removed) off (?:the )?market\b", re.IGNORECASE), "seized"),
    (
        re.compile(r"\b(?:people|persons) (?:who )?cross(?:ed|ing) (?:the |our |its )?borders?\b", re.IGNORECASE),
        "travellers",
    ),
    (re.compile(r"\bprotection of (?=intellectual)", re.IGNORECASE), ""),
)
_ASIDE = re.compile(r" \(.*\)$")
_LEVIES = frozenset("duty tax excise toll due fee levy vat tariff".split())
_PEOPLE = frozenset("people person man woman name soul head".split())
_SEXES = frozenset({"woman", "man", "female", "male"})  # of whom a share is told, not of the staff as a whole
_ON_PEOPLE = frozenset("apprehend arrest remove deport expel refuse convict prosecute detain".split())
_STAFF = frozenset("employee personnel colleague workforce payroll headcount staff worker employer".split())
_STAFFING = re.compile(
    r"\b(?:team members?|members of (?:the )?(?:team|staff)|staff members?"
    r"|full[- ]time equivalents?(?: staff)?|FTEs?"
    r"|officers and (?:other )?(?:\w+ )?(?:employees|workers|staff|personnel|officials))\b",
    re.IGNORECASE,
)
_BOTH_SEXES = re.compile(r"\b(?:men and women|women and men)\b", re.IGNORECASE)
_DATES = re.compile(
    rf"\b(?:at|on|by) (?:the )?\d{{1,2}} {MONTH}|^(?:measure|target|indicator|kpi) \d+\b", re.IGNORECASE
)
_EMPLOYING = re.compile(
    r"\b(?:employ(?:ed|s|ees|er)?|payroll|staff(?:ed)?|workforce|headcount|personnel|complement"
    r"|work(?:s|ed|ing)? (?:for|in|at) (?:us\b|(?:the |our )?[A-Z]))",
    re.IGNORECASE,
)
OPPOSED = tuple(
    frozenset(words.split())
    for words in (
        "import export transit", "man woman", "male female", "inbound outbound", "arrival departure",
        "air sea road rail land", "arrive depart enter leave",
        "open close", "north south east west", "import reexport", "first second third fourth", "target actual budget",
        "traveller cargo", "number value weight", "value volume",
        "issue withdraw withdrawn revoke refuse reject cancel suspend", "impose pay", "receive send", "old new",
        "hire recruit retire leave resign dismiss", "grant refuse", "central mobile regional",
    )
)  # fmt: skip
_SAID_IN_PASSING = re.compile(r"\bby all \w+|\bas (?:an? )?(?:[\w-]+ )?[\w-]+$|[():]|\b\d{4}\b")


@lru_cache(maxsize=4096)
def _present(word: str) -> str:
    """The verb of a participle without -ed and of a gerund: "found", "filing"; another word as it is."""
    if word.endswith("ically"):
        return word.removesuffix("ally")  # "filed electronically", "electronic filing"
    lemma = verb_lemma(word)
    if word.endswith("ing") and len(word) > 5 and can_be_verb(word):
        return lemma  # "the share of traders filing online", "traders file online"
    return lemma if lemma != word and not word.endswith(("ed", "ing", "s")) and past_participle(word) == word else word


def tells_something(wording: Wording) -> bool:
    """Whether the words for a figure say what it is of: "the result" alone may be that of anything."""
    return bool(told_by(wording))


@lru_cache(maxsize=4096)
def said_in(phrase: str) -> Words:
    """The words of a phrase in their base form, those for one thing as the same word."""
    return frozenset(_SAME.get(word, word) for word in stems(phrase))


@lru_cache(maxsize=4096)
def told_by(wording: Wording) -> Words:
    """The words that say what a figure measures, in one form, without those that tell nothing and without names.

    Where they only say how much of something was done ("the quantity seized"), the heading says of what.
    """
    label = wording.label
    if stems(_ASIDE.sub("", label)) & _MEASURES:
        label = _ASIDE.sub("", label)
    label = _STAFFING.sub("staff", _BOTH_SEXES.sub("people", label))
    label = _DATES.sub(" ", label)
    for short, long in _LONG_FORMS:
        label = short.sub(long, label)
    bare = _SAID_IN_PASSING.sub(" ", label)
    named = frozenset(word for name in wording.named for word in stems(name))
    found = {_OF_ACTS.get(word) or _present(word) for word in stems(bare) - named or stems(bare)}
    found = {_SAME.get(word, word) for word in found}
    employed = found & _STAFF or (found & _PEOPLE and _EMPLOYING.search(wording.context))
    if employed and not found & _SEXES and found <= _PEOPLE | _STAFF | TELLING_NOTHING:
        found = (found - _PEOPLE - _STAFF) | {"staff"}
    if found & _LEVIES:
        found -= {"revenue"}  # "revenue from duties", "customs duties"
    if found & _MEASURES and found <= ACTS | TELLING_NOTHING:
        found |= said_in(wording.topic)
    if found & _ON_PEOPLE:
        found -= _PEOPLE  # "people arrested at the quay", "arrests at the quay"
    both = {word for pair in OPPOSED for word in found & pair if len(found & pair) > 1}  # "inbound and outbound"
    return frozenset(found - TELLING_NOTHING - both)
