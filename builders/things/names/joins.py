"""Whether a small word ties two capitalised stretches to one name: "Ministry of Finance *and* Shipping"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from customs_kg.builders.english.words import is_base_verb, is_english
from customs_kg.builders.things.known.classes import ck, class_of_name, load_heads, words_of_phrase
from customs_kg.builders.things.known.word_shapes import GIVEN_WORDS, is_acronym, is_proper
from customs_kg.ontology.iris import CK

_NUMBERED_TEXT = re.compile(r"^(?!(?:Section|Article|Chapter|Title) \d).* \S*\d\S*$")
_POST = CK + "Post"
_TEXTS = ck("LegalInstrument PlanDocument Agreement CooperationAgreement TradeAgreement")
_RUN = ck("Operation InformationSystem ServicePlatform")  # what a body has, and whose name the body's is no part of
_RUNNERS = ck("PublicBody CustomsAdministration CustomsUnit Port CustomsHouse SupervisedAssociation Company")
BODIES = _RUNNERS | ck("InternationalOrganization OperationsCenter EnforcementForce EducationalInstitution")
_ABSTRACT = ck("Reform CustomsFunction Offence") | {""}
_KINDS = ck("Place TaxType GoodsCategory LegalInstrument SpecialControlArea Port TransportCorridor")
_WORK = ck("Reform CustomsFunction")
_FIELDS = ck("TaxType GoodsCategory CustomsFunction Reform Offence Programme PolicyMeasure PolicyInitiative") | {""}
POST_FIELDS = frozenset(
    "Protection Security Management Control Enforcement Compliance Facilitation Administration Development Finance "
    "Clearance Intelligence".split()
)
_OFFICES = (" Services", " Affairs", " Operations", " Investigations", " Taxes", " Relations", " Support", " Policy")
_UNIT_HEADS = frozenset(
    "department division directorate branch section unit office bureau command sector wing ministry authority "
    "agency service board commission committee council centre center administration team force group inspectorate "
    "chamber institute college academy faculty school".split()
)
_UNDERTAKINGS = ck("Project Programme Reform Campaign PlanDocument")
_HEADING = ck("Post PublicBody CustomsUnit")
_SERVICES = ("Treasury", "Interior", "Public Service", "Civil Service")
_WITH_CUSTOMS = frozenset("Tax Excise Revenue Border Immigration Trade Taxes Indirect".split())
_COMPASS = frozenset("East West North South Central Eastern Western Northern Southern".split())
_WATERS = frozenset("Lake River Mount Cape Port Fort Gulf Bay Lac Loch Saint".split())
_SITES = ck("Place Port CustomsHouse PlaceGroup TransportCorridor SpecialControlArea")
_LANDS = frozenset({"", CK + "Place", CK + "PlaceGroup", CK + "Port"})
_DEGREES = frozenset("Diploma Certificate Degree Master Bachelor Course Specialisation Specialization".split())
_SOCIETIES = ck("SupervisedAssociation CoordinationMechanism PublicBody")
AIMED = _UNDERTAKINGS | ck("Operation PolicyInitiative PolicyMeasure CoordinationMechanism IntergovernmentalGrouping")
_TALKS = _TEXTS | {
    CK + c for c in ("Meeting", "PublicBody", "InternationalOrganization", "CoordinationMechanism", "PolicyMeasure")
}


def joins(left: str, link: str, right: str) -> bool:
    """Whether small words tie two capitalised stretches to one name.

    >>> joins("Ministry of Finance", "and", "Shipping")
    True
    >>> joins("Ministry of Finance", "and", "Ministry of Trade")
    False
    """
    word, _, article = link.partition(" ")
    cls = class_of_name(left)
    if word == "governing":
        return True
    if word == "of":
        return _joins_of(left, bool(article), right, cls)
    if word in ("and", "&"):
        return _goes_with_fields(left, right) if article else _joins_and(left, right)
    if word == "with":
        return cls in _SOCIETIES and all(is_english(w) for w in words_of_phrase(right)) and not class_of_name(right)
    if word in ("in", "at"):
        return _says_what_for(left, right, cls, bool(article)) or (
            word == "in" and _joins_in(left, article, right, cls)
        )
    if word == "to":
        return True
    if word == "on":
        own = bool(article) and left.lower() in _UNIT_HEADS and right.split()[-1].lower() in _UNIT_HEADS
        return not own and (cls in _TALKS or cls in _UNDERTAKINGS)
    return _joins_for(left, word, article, right, cls)


def _joins_in(left: str, article: str, right: str, cls: str) -> bool:
    """Whether "in" stands inside a name: "Diploma in Customs Law", "Project for Rails in the East Region"."""
    if left.split()[-1] in _DEGREES and class_of_name(right) != CK + "Place":
        return True
    whole = bool(article) or not is_proper(right)
    placed = bool(article) and cls in _UNDERTAKINGS and class_of_name(right) in _SITES
    return whole and (" for " in left or " on " in left) and (placed or not class_of_name(right))


def _joins_for(left: str, word: str, article: str, right: str, cls: str) -> bool:
    """Whether "for" or "against" stands inside a name: "Minister for the Seas", "Campaign against Fraud"."""
    if cls == _POST:
        field = class_of_name(right) in _FIELDS or right in ("Customs", "Police") or right.endswith(_OFFICES)
        field = field or right.split()[-1] in POST_FIELDS
        minister = left.endswith(("Minister", "Secretary")) and all(is_english(w) for w in words_of_phrase(right))
        return word == "for" and ((not article and field and not is_proper(right)) or (bool(article) and minister))
    if not cls and word in ("for", "on") and not article and _heads_undertaking(left, right):
        return True
    office = word == "for" and not article and right.endswith(_OFFICES) and left.lower() in _UNIT_HEADS
    if cls in _RUNNERS and class_of_name(right) in _RUN:
        return False  # "teamed up with the Tarn Police *for Operation X*"
    return bool(cls) and (not _is_body(right) or right in ("Customs", "Police") or office)


def _heads_undertaking(left: str, right: str) -> bool:
    """Whether the head behind "for" is that of all the words: "Support *for* Traders Scheme"."""
    words = words_of_phrase(right)
    plain = " " not in left and all(is_english(w) for w in (left, *words))
    return plain and len(words) > 1 and class_of_name(right) in _UNDERTAKINGS


def _says_what_for(left: str, right: str, cls: str, article: bool) -> bool:
    """Whether English words name one undertaking: "Women *in* Trade Programme", "Eyes *at the* Border"."""
    words = words_of_phrase(right)
    if cls or not all(is_english(w) for w in (*words_of_phrase(left), *words)):
        return False
    undertaken = class_of_name(right) in _UNDERTAKINGS and len(words) > 1 and not article
    return undertaken or (class_of_name(right) in _ABSTRACT | {CK + "Place"} and len(words) < 3 and " " not in left)


def _joins_of(left: str, article: bool, right: str, cls: str) -> bool:
    """Whether "of" or "of the" stands inside a name."""
    if not cls and class_of_name(right) in BODIES and _is_somebody(left, article):
        return False  # "Per Lund of the Ministry of Trade"
    member = is_acronym(left) and " " not in left and not cls  # "a member like ABX of the Ring"
    taught = class_of_name(right) == CK + "EducationalInstitution" and cls not in _RUNNERS | {_POST}
    run = cls in _RUN and class_of_name(right) in _RUNNERS
    return not (article and (member or taught or run or _NUMBERED_TEXT.search(left)))


def _is_somebody(name: str, article: bool) -> bool:
    """Whether a name before "of" and a body is a person's or animal's: no word of English, or a title before it."""
    words = words_of_phrase(name)
    titled = len(words) > 1 and load_heads().opening(words, "title")[1] < len(words) and not is_proper(words[0])
    titled = titled and bool(load_heads().opening(words, "title")[0])
    return titled or (is_proper(name) and (len(words) > 1 or (article and name[1:].islower())))


def _joins_and(left: str, right: str) -> bool:
    right_class = class_of_name(right)
    left_words, right_words = list(words_of_phrase(left)), list(words_of_phrase(right))
    if is_further_field(left, right):
        return True
    if right_class == CK + "Company" and is_proper(left) and is_proper(right_words[0]):
        return False  # "Sonna Maria and Beck Logistics"
    if right_class in _SITES and _names_two_sites(left_words, right_words):
        return False
    if right_words[0] in GIVEN_WORDS and len(right_words) > 1 and not right_class:
        return False  # "Peter Small and Jack Stone"
    if left.endswith("Heads of State") and right.startswith("Government"):
        return True
    if re.search(r" to [A-Z][a-z]+$", left) and is_base_verb(right_words[0].lower()):
        return True  # "Plan to Secure *and* Simplify Trade"
    if right == "Customs" and left_words[-1] in _WITH_CUSTOMS and re.search(r" (?:of|for) ", left):
        return True  # "Board of Excise and Customs"
    if _opens_undertaking(left, right_words, right_class):
        return True  # "Southern Border and Approaches Campaign"
    english = all(is_english(w) for w in right_words)
    fields = english and right_class in _FIELDS
    head = words_of_phrase(re.split(r" (?:of|in|at|on|under) ", right)[0])
    plain = all(is_english(w) for w in head)
    return (
        (fields and _has_fields(left))
        or (plain and _names_unit(left_words, head))
        or (plain and len(head) == 1 and _is_of_fields(left, head[0]))
        or (len(right_words) > 1 and bool(right_class) and _share_head(left_words, right_words))
        or (fields and len(right_words) < 3 and _is_aimed(left))
        or _joins_alike(left, right)
    )


def _opens_undertaking(left: str, right: Sequence[str], right_class: str) -> bool:
    """Whether the words after "and" are a plural or a field of work, and the head that both sides share."""
    shared = right_class in _UNDERTAKINGS and len(right) == 2 and right[0].endswith("s") and is_english(right[0])
    plain = all(is_english(w) for w in words_of_phrase(left)) and class_of_name(left) in _FIELDS | {CK + "Place"}
    fields = right_class in _UNDERTAKINGS and class_of_name(left) in _WORK and _work_of(right[:-1]) in _WORK
    return fields or (shared and plain and not _is_body(right[0]))


def _work_of(words: Sequence[str]) -> str:
    """The class of a field of work that is written with capitals: "Trade Facilitation"."""
    return class_of_name(" ".join(words)) or load_heads().longest(list(words), "any")[0]


def is_further_field(left: str, right: str) -> bool:
    """Whether a known name is but one more field of a post: "Commissioner for Taxation *and* Customs Union"."""
    post, right = re.match(r"(.+?) for ", left), re.split(r" (?:in|at|on) ", right)[0]
    fields = post is not None and class_of_name(post.group(1)) == _POST
    plain = all(is_english(w) for w in words_of_phrase(right)) and class_of_name(right) not in _HEADING
    return fields and (right in ("Customs", "Police") or (plain and not _is_body(right)))


def _is_aimed(left: str) -> bool:
    """Whether a name says against or for what an undertaking is: "Campaign against Fraud *and Counterfeiting*"."""
    return class_of_name(left) in AIMED and bool(re.search(r" (?:against|for|on) ", left))


def _names_two_sites(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether two places each have their own name: "Ostrow Seaport *and* Tarn Airport", "Vell *and* Red Bridge"."""
    if len(right) < 2:
        return False
    own = is_proper(left[0]) and is_proper(right[0]) and len(left) > 1
    own = own or (
        tuple(left[1:2]) == ("of",) and is_proper(right[0]) and len(left) > 2
    )  # "City of Vell *and* Tarn County"
    own = own or (left[0] in _WATERS and right[0] in _WATERS)  # "River Tarn *and* Lake Vell"
    return own or (is_proper(" ".join(left)) and (len(left) > 1 or all(is_english(w) for w in right)))


def _is_of_fields(left: str, right: str) -> bool:
    """Whether one more noun is a field of a body named by another one: "Office of Forms *and* Technology"."""
    head, _, field = left.partition(" of ")
    standing = load_heads().longest([right], "alone")[0] or right in ("Customs", "Police")
    standing = standing or right.lower() in _UNIT_HEADS or class_of_name(right) in _HEADING
    unit = head.split()[-1].lower() in _UNIT_HEADS or head.split()[-1].lower().rstrip("s") in _UNIT_HEADS
    return bool(field) and unit and not standing and all(is_english(w) for w in words_of_phrase(field))


def _share_head(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether the last word before "and" only goes with the head that follows: "Deferred Duty *and* Tax Scheme"."""
    last, first = left[-1], right[0]
    pair = {last, first}
    if "Customs" in pair and pair & _WITH_CUSTOMS and not _is_body(" ".join(left[:-1])):
        return True  # "Ostrow Tax and Customs Institute"
    kind = class_of_name(last)
    if kind and kind == class_of_name(first) and kind in _FIELDS and class_of_name(" ".join(right)) != kind:
        return True
    compass = left[0] in _COMPASS and len(left) > 2
    return compass and not kind and is_english(last) and all(is_english(w) for w in right)


def _names_unit(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether two fields name one unit: "Internal Audit *and* Compliance Department"."""
    fields = left[-1].lower() not in _UNIT_HEADS and not is_proper(left[-1]) and all(is_english(w) for w in left)
    return fields and len(left) < 4 and 1 < len(right) < 4 and right[-1].lower() in _UNIT_HEADS


def _joins_alike(left: str, right: str) -> bool:
    whole = words_of_phrase(f"{left} and {right.split(' of ')[0]}")
    _, size = load_heads().longest(whole, "name")
    if size > len(words_of_phrase(right.split(" of ")[0])):
        return True  # "Customs and Excise"
    left_words, right_words = list(words_of_phrase(left)), list(words_of_phrase(right))
    if is_acronym(left_words[-1]) or is_acronym(right_words[0]):
        return False
    if len(left_words) == 1 and len(right_words) > 1 and class_of_name(left) not in ("", _POST) and not is_proper(left):
        return not _is_body(right) or not load_heads().longest(left_words, "alone")[0]
    if left_words[-1] == "Customs" and len(left_words) <= 2 and not class_of_name(right):
        return all(is_english(w) for w in right_words)
    if _edition_like(left_words[-1]) or (is_proper(left) and (not class_of_name(right) or _is_known_place(right))):
        return False
    right_class = class_of_name(right)
    if right_class in _TEXTS and len(right_words) > 1 and (class_of_name(left) in _ABSTRACT or _is_subject_of(left)):
        return True  # "Customs Reform and Tariff Act", "Control of Drugs and Prevention of Abuse Act"
    plural = left_words[-1].endswith("s") and len(left_words) > 1 and is_english(left_words[-1])
    if plural and right_class and len(right_words) > 1 and class_of_name(left) in _KINDS and " of " not in left:
        return True  # "Roads and Bridges Fund": nothing is named by a bare plural
    opened = not class_of_name(left) or left_words[0].endswith("s")
    if opened and right_class in _UNDERTAKINGS and len(right_words) > 1 and re.search(r" (?:for|of) ", left):
        return True  # "Foundations for Trade and Growth Project"
    if re.search(r" (?:of|on|for) ", left):
        several = words_of_phrase(right.split(" of ")[0])[-1].endswith("s")
        return right_class in _LANDS or (several and len(right_words) > 1)
    return not class_of_name(left) and (bool(right_class) or all(is_english(w) for w in (*left_words, *right_words)))


def _is_known_place(name: str) -> bool:
    """Whether a name is a place's that nothing but the lexicon tells: "Lagos", not "Caicos Islands"."""
    return class_of_name(name) in _LANDS - {""} and is_proper(name)


def _has_fields(name: str) -> bool:
    """Whether a name is a post's or a ministry's that says for what: "Minister for Fisheries", "Ministry of Trade"."""
    if inner := re.search(r" of the ((?:Ministry|Department|Minister) .*)", name):
        return _has_fields(inner.group(1))
    head, *field = re.split(r" (?:of|for) ", name, maxsplit=1)
    return bool(field) and (class_of_name(head) == _POST or head.split()[-1] in ("Ministry", "Department"))


def _goes_with_fields(left: str, right: str) -> bool:
    """Whether "and the X" is a further field of a post or ministry: "Ministry of Energy and the Environment"."""
    field = (" " not in right and is_english(right) and not _is_body(right)) or right in _SERVICES
    return field and _has_fields(left)


def _is_subject_of(left: str) -> bool:
    """Whether words with "of" tell what a law is on: "Movement of Currency and Bearer Instruments Ordinance"."""
    return " of " in left and not _is_body(left) and class_of_name(left) not in {_POST, *_TEXTS}


def _edition_like(word: str) -> bool:
    return word.isdigit()


def _is_body(name: str) -> bool:
    return class_of_name(name) in {CK + c for c in ("PublicBody", "CustomsAdministration", "InternationalOrganization")}
