"""The class of a phrase, from its head noun and the lexicon."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from customs_kg.builders.english.words import is_english
from customs_kg.builders.things.known.gazetteer import stem
from customs_kg.ontology.iris import CK
from customs_kg.ontology.lexicon import head_nouns
from customs_kg.ontology.registry import registry

HOLDING = frozenset("Performing Exercising Discharging".split())  # "Senior Official *Performing* the Duties of X"
_CUTS = HOLDING | frozenset(
    "of for on in over against to with along at from between under by within among as after before into".split()
)
_NUMBER = re.compile(r"(?:\d[\d.]*[A-Z]{0,3}|[IVX]+|[A-Z]|Nos?|Nr|Number)")
_SIGNS = frozenset({"No", "no", "Nos", "Nr"})
_LEAST = re.compile(r"\([^)]*\)|(?<=\d)/[A-Z]{2,8}\b")  # brackets, and who made a law: "2008/118*/EC*"
_FIRM = re.compile(r" (?:A/S|S\.?A\.?S?|S\.?p\.?A\.?|S\.?r\.?l\.?|d\.o\.o\.?|N\.V\.?|B\.V\.?|s\.r\.o\.?)$")
_ORDINAL = re.compile(
    r"(?:\d{1,3}(?:st|nd|rd|th)|[A-Z][a-z]+(?:teenth|tieth|fth|nth|hth)|First|Second|Third|Fourth|Sixth) "
)
_CONVENES = frozenset("Council Assembly Congress Convention".split())
_LAWS = frozenset("Act Acts Ordinance Bill Decree".split())


def ck(names: str) -> frozenset[str]:
    """The IRIs of classes given by their local names."""
    return frozenset(CK + name for name in names.split())


_CONVENING = ck("PublicBody CoordinationMechanism InternationalOrganization")
_DOCUMENTS = ck("LegalInstrument PlanDocument Agreement Programme Project Campaign Meeting")

_COMPANY = CK + "Company"
_HONOURS = frozenset("Award Awards Medal Prize Trophy".split())
_TOGETHER = frozenset("Union League Alliance Community".split())
_UNITED = re.compile(r"(?:ers|ors|ees|ants|ists|men|Associations|Unions|Officials|Employees|Guilds)$")
_LOWER = ck("CustomsFunction Offence GoodsCategory")  # kinds that no name written with capitals is of
_BODIES = ck(
    "PublicBody CustomsAdministration EnforcementForce CustomsUnit Port EducationalInstitution LegalInstrument"
)


_QUARTERS = frozenset("North South East West Central Northeast Northwest Southeast Southwest".split())
STAGES = frozenset("Phase Stage Step Release Version Tranche Wave Part".split())  # what a number behind tells apart
# a quarter or town by its form: "Mok-gu", "Lund-on-Sea"
_LOCALITY = re.compile(
    r"[A-Z][a-z]{2,}-(?:(?:gu|gun|si|dong|eup|myeon|cho|shi|ken)|(?:on|upon|under|sur|sous|en|le|la|les|am|an-der)-[A-Z][a-z]+)"
)
# the short form of an act, order, circular, regulation or memorandum with its number: "XAO No. 12-2031"
_ORDER = re.compile(r"[A-Z]{1,3}[ACLMOR]\.? [Nn]o\.? ?(?:\d+[-/]\d+|\d{3,5})")
_ISSUES = ("Release", "Version")
_SPELLED = frozenset("One Two Three Four Five Six Seven".split())
_LEADERS = frozenset("commissioner director manager head controller collector comptroller general".split())
_FIELDED = ck(
    "CustomsAdministration CustomsUnit TaxType GoodsCategory CustomsFunction Programme PolicyMeasure Reform "
    "Campaign Offence"
) | {""}


@dataclass(frozen=True, slots=True)
class Heads:
    """Head nouns by scope: the stems of their words, and the class."""

    scopes: Mapping[str, Mapping[tuple[str, ...], str]]
    endings: frozenset[str]  # the last stems of those that stand in any phrase
    titles: frozenset[str]  # the first stems of those that stand before a person's name
    plurals: frozenset[str]  # heads of names of companies that are never in the singular: "technologies"

    def may_end(self, word: str) -> bool:
        """Whether a phrase that ends with this word could show a class: most nouns head none that is known."""
        return stem(word) in self.endings

    def opening(self, words: Sequence[str], scope: str) -> tuple[str, int]:
        """The class whose head noun opens the words, and how many words the noun has; ("", 0) for none."""
        table = self.scopes.get(scope, {})
        keys = [stem(w) for w in words[:4]]
        for size in range(len(keys), 0, -1):
            if cls := table.get(tuple(keys[:size])):
                return cls, size
        return "", 0

    def longest(self, words: Sequence[str], scope: str) -> tuple[str, int]:
        """The class whose head noun ends the words, and how many words the noun has; ("", 0) for none."""
        table = self.scopes.get(scope, {})
        keys = [stem(w) for w in words[-4:]]
        for size in range(len(keys), 0, -1):
            cls = table.get(tuple(keys[-size:]))
            if cls:
                return cls, size
        return "", 0


@lru_cache(maxsize=1)
def load_heads() -> Heads:
    """The head nouns of the lexicon.

    Raises:
        OntologyError: the lexicon is malformed.
    """
    scopes: dict[str, dict[tuple[str, ...], str]] = {"any": {}, "name": {}, "alone": {}, "first": {}, "title": {}}
    for head in head_nouns():
        key = tuple(stem(w) for w in words_of_phrase(head.words))
        scopes[head.scope][key] = head.cls
        if head.scope == "any" and head.cls not in _LOWER:
            scopes["name"].setdefault(key, head.cls)
    firms = {head.words for head in head_nouns() if head.cls == _COMPANY and " " not in head.words}
    plurals = frozenset(w for w in firms if w.endswith("s") and not firms & {stem(w), w[:-1]})
    endings, titles = (frozenset(key[at] for key in scopes[scope]) for scope, at in (("any", -1), ("title", 0)))
    return Heads(scopes, endings, titles, plurals)


INTERNATIONAL = ck("InternationalOrganization IntergovernmentalGrouping")
AGREEMENTS = ck("Agreement CooperationAgreement TradeAgreement")
TEXTS = AGREEMENTS | ck("LegalInstrument")  # what a protocol can be to
_WORDS = re.compile(r"[^\W_]+(?:['.][^\W_]+)*")


@lru_cache(maxsize=16_384)
def words_of_phrase(phrase: str) -> tuple[str, ...]:
    """The words of a phrase, hyphens opened.

    >>> words_of_phrase("Sub-Administration of Customs")
    ('Sub', 'Administration', 'of', 'Customs')
    """
    return tuple(_WORDS.findall(phrase))


def head_part(phrase: str) -> list[str]:
    """The words up to the first preposition that follows one, trailing numbers, years and quarters dropped.

    >>> head_part("Trade Act of 1974")
    ['Trade', 'Act']
    """
    words = words_of_phrase(_LEAST.sub(" ", phrase))
    end = next((i for i, w in enumerate(words) if i > 0 and w in _CUTS), len(words))
    end = next((i for i in range(1, end - 1) if words[i] in _SIGNS and words[i + 1][0].isdigit()), end)
    while end > 1 and (_NUMBER.fullmatch(words[end - 1]) or (end > 2 and _tells_part(words[end - 2], words[end - 1]))):
        end -= 1
    return list(words[:end])


def _tells_part(before: str, word: str) -> bool:
    """Whether a last word only tells which part is meant: "District *North*", "Phase *Two*"."""
    return word in _QUARTERS or (word in _SPELLED and before in STAGES)


@lru_cache(maxsize=16_384)
def class_of_name(name: str) -> str:
    """The class of a capitalised name by its head, or "" where no head noun is known."""
    words, whole = head_part(name), words_of_phrase(name)
    heads = load_heads()
    if "-" in name and _LOCALITY.fullmatch(name):
        return CK + "Place"
    if _FIRM.search(name):
        return _COMPANY
    if len(words) == 1 and (bare := heads.longest(words, "alone")[0]) and whole == tuple(words):
        return bare
    cls, size = heads.longest(words, "name")
    if cls == _COMPANY and _is_trade(words, size):
        cls = ""
    if first := _class_of_first(words, cls):
        return first
    if cls in _CONVENING and words[-1] in _CONVENES and _ORDINAL.match(name):
        return CK + "Meeting"  # "the 23rd Governing Council of the X"
    if place := _place_of(whole):
        return place
    if cls == CK + "Operation" and words[-1].endswith("s"):
        cls = ""  # "Customs Operations" is a directorate, if anything
    if cls in _FIELDED and _opens_with_post(words):
        return CK + "Post"
    return _by_the_whole(cls, words, whole) or _by_other_words(cls, words, whole) or _class_of_numbered(words, name)


def _class_of_first(words: list[str], cls: str) -> str:
    """The class by the first words, "" where they show none or the head, which shows `cls`, counts more."""
    first, size = load_heads().opening(words, "first")
    if not first or size >= len(words) or _is_all_english(first, words):
        return ""
    foreign = first == CK + "PublicBody" and not is_english(words[size])  # "Direction Générale des Accises"
    return first if foreign or cls in ("", CK + "Place", first) else ""


def _by_the_whole(cls: str, words: list[str], whole: Sequence[str]) -> str:
    """The class of a name by words behind its head: "Directorate of *Customs*", "Department of Trade Funds *Act*"."""
    alone, length = load_heads().longest(whole, "alone")
    if alone and length == len(whole):
        return alone
    if _is_administration(cls, words, whole):
        return CK + "CustomsAdministration"
    return CK + "LegalInstrument" if cls and len(whole) > len(words) and _last_word(whole) in _LAWS else ""


def _last_word(words: Sequence[str]) -> str:
    """The last word, years and numbers and what ties them passed over."""
    return next((w for w in reversed(words) if not (_NUMBER.fullmatch(w) or w == "of")), "")


def _by_other_words(cls: str, words: Sequence[str], whole: Sequence[str]) -> str:
    """The class by the last words of a name where the head is only a field or a plural."""
    plural = (cls == CK + "Post" and words[-1] == "Heads") or (len(words) == 1 and words[0].endswith("ions"))
    if plural and (last := _class_of_last(whole)):
        return last  # "Regional Heads of Customs Conference", "Foundations for Growth Project"
    if len(whole) > 1 and whole[-1] in _HONOURS:
        return CK + "Event"  # "Officer of the Month Award"
    if cls in _FIELDED and (last := _class_of_last(whole)):
        return last  # "Movement of Currency Ordinance"
    if cls == CK + "IntergovernmentalGrouping" and words[-1] in _TOGETHER:
        members = whole[-1] if len(whole) > len(words) else words[-2] if len(words) > 1 else ""
        if _UNITED.search(members.rstrip("'")):
            return CK + "SupervisedAssociation"  # "Union of Cocoa Traders", "Public Servants Union"
    return cls


def _class_of_numbered(words: Sequence[str], name: str) -> str:
    """The class where a number follows: a text by the word before whose it is ("Act *Orlo* No. 75"), a release."""
    if _ORDER.fullmatch(name):
        return CK + "LegalInstrument"
    numbered = len(words) > 1 and bool(re.search(r" (?:[Nn]os?|Nr|n°)\.? ?\d", name)) and not is_english(words[-1])
    if len(words) > 1 and words[-1] in _ISSUES and name.split()[-1] not in words:
        return CK + "InformationSystem"  # "Corvus Release 2"
    cls = load_heads().longest(words[:-1], "name")[0] if numbered else ""
    return cls if cls == CK + "LegalInstrument" else ""


def _is_all_english(cls: str, words: Sequence[str]) -> bool:
    """Whether a name opened by a word of places goes on with two words of English: "*New* Legislation Update"."""
    return cls == CK + "Place" and len(words) > 3 and all(is_english(w) for w in words)


def _is_trade(words: Sequence[str], head: int) -> bool:
    """Whether words with a head for companies only tell a trade: "Pharmaceuticals", "Health and *Technology*"."""
    plurals = load_heads().plurals
    return head == len(words) or (words[-1].lower() not in plurals and stem(words[-1]) in map(stem, plurals))


def _is_administration(cls: str, words: Sequence[str], whole: Sequence[str]) -> bool:
    """Whether a body is the customs administration by what it is "of": "Directorate General of Customs"."""
    if cls not in (CK + "PublicBody", CK + "CustomsUnit", "") or len(whole) <= len(words):
        return False
    first_of = next((i for i, w in enumerate(whole) if w == "of"), len(whole))
    if " ".join(w for w in whole[first_of + 1 :] if w != "the").lower() in _international_names_in_lower_case():
        return False  # "Council of the World Customs Organization"
    longer = (load_heads().longest(whole[:end], "name") for end in (first_of + 2, _after_of(whole)))
    return any(found == CK + "CustomsAdministration" and size > 1 for found, size in longer)


@lru_cache(maxsize=1)
def international_names() -> frozenset[str]:
    """The names of the organizations and groupings of several countries that are known."""
    return frozenset(label for entry in registry() if entry.cls in INTERNATIONAL for label in entry.labels)


@lru_cache(maxsize=1)
def _international_names_in_lower_case() -> frozenset[str]:
    return frozenset(map(str.lower, international_names()))


def _opens_with_post(words: Sequence[str]) -> bool:
    """Whether a post's name goes on with its field: "Commissioner Customs", "Manager Legal Services"."""
    posts = (i for i in range(1, min(len(words), 4)) if words[i - 1].lower() in _LEADERS)
    at = next(posts, 0)
    return bool(at) and load_heads().longest(words[:at], "name")[0] == CK + "Post"


def _place_of(words: Sequence[str]) -> str:
    """The class of a place by the kind of place that opens its name: "Republic of X", "Canton of X"."""
    end = next((i for i, w in enumerate(words) if w == "of"), 0)
    if not 0 < end < len(words) - 1 or load_heads().longest(words, "name")[0] in _BODIES:
        return ""
    cls, size = load_heads().longest(words[: end + 1], "name")
    return cls if cls == CK + "Place" and (size == end + 1 or size > 2) else ""  # "Democratic *People's Republic of*"


def _class_of_last(words: Sequence[str]) -> str:
    """The class by the last words of a name whose head shows none: "Prevention of Fraud Act"."""
    end = len(words)
    while end > 1 and _NUMBER.fullmatch(words[end - 1]):
        end -= 1
    cls, _ = load_heads().longest(words[:end], "name")
    return cls if cls in _DOCUMENTS else ""


def _after_of(words: Sequence[str]) -> int:
    """The end of the words "X of Y" where Y is one or more words before the next preposition."""
    first = next((i for i, w in enumerate(words) if w == "of"), len(words))
    return next((i for i in range(first + 1, len(words)) if words[i] in _CUTS), len(words))


def class_of_description(words: Sequence[str]) -> tuple[str, int]:
    """The class of a lower-case noun phrase by its head, and the number of words of the head noun."""
    return _class_by_last(tuple(words[-4:]))


@lru_cache(maxsize=16_384)
def _class_by_last(words: tuple[str, ...]) -> tuple[str, int]:
    return load_heads().longest(words, "any")
