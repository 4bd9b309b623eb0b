"""Whether one word with a capital is a name: by its shape, by the noun behind it, by what is told of it."""

from __future__ import annotations

import re

from customs_kg.builders.english.peoples import currency_codes, language_names
from customs_kg.builders.english.words import is_english
from customs_kg.builders.things.known.candidates import Reading
from customs_kg.builders.things.known.classes import ck, class_of_name, load_heads
from customs_kg.builders.things.known.word_shapes import is_acronym, is_capital, is_proper
from customs_kg.builders.things.names.contexts import apposition, class_of_list, is_in_region, noun_after
from customs_kg.builders.things.names.runs import NameRun
from customs_kg.builders.things.names.sites import site_after
from customs_kg.ontology.iris import CK

_POST = CK + "Post"
_COMPANY = CK + "Company"
_UNITS = ck("CustomsUnit PublicBody OperationsCenter SubAdministration")
_UNDERTAKINGS = ck("Project Programme Campaign Operation PolicyInitiative Reform InformationSystem ServicePlatform")
_AGREED = frozenset("agreement agreements treaty treaties protocol convention memorandum".split())
_DAYS = frozenset({"Today", "Yesterday", "Tomorrow", "Tonight"})
_COMPASS = frozenset("north south east west central northern southern eastern western islands".split())
_MADE = ck("InformationSystem ServicePlatform Programme WorkingMethod EquipmentType PolicyPrinciple")


def alone(reading: Reading, run: NameRun, word: str) -> bool:
    """Whether one capitalised word can be a name: not for the capital that opens a sentence."""
    cls = class_of_name(word)
    if (cls and re.search(r"[a-z]-?[A-Z]", word)) or is_in_region(reading, run.first, run.last):
        return True  # "eGates", "SmartGate"; "in Sterling, Virginia"
    if cls == _POST or load_heads().longest([word], "alone")[0]:
        told = cls in (CK + "Place", CK + "PublicBody") and is_proper(word)
        return not run.opens or told or _acts(reading, run, cls)
    if word in language_names():
        return False  # "Korean officers", a report "in German"
    if is_acronym(word):
        return word not in currency_codes()
    if not run.opens and word.lower() not in _COMPASS and class_of_list(reading, run.first) in _UNITS:
        return True
    return _stands_alone(reading, run, word, cls)


def _stands_alone(reading: Reading, run: NameRun, word: str, cls: str) -> bool:
    """Whether a word with a capital, no acronym and no bare name of a body, is a name where it stands."""
    if cls in _MADE | {""} and not run.opens and _names_undertaking(reading, run):
        return True  # "the Gateway system"
    firm = load_heads().longest([word], "name")[0] == _COMPANY  # "Inc"
    if cls == CK + "Place" and re.search(r"-[A-Z]|-[a-z]+$", word) and any(map(is_proper, word.split("-"))):
        return True  # "Saint-Vell", "Mok-gu"
    if run.opens and is_english(word) and word not in _DAYS and _is_explained(reading, run):
        return True
    if cls or firm or len(word) < 3 or re.search(r"[A-Z]\w*-[a-z]\w*$", word) or _is_attribute(reading, run):
        return False
    if is_proper(word) and word[0].isalpha():
        return True
    return ("-" in word and word[0].islower()) or not (run.opens or _has_article(reading, run) or in_heading(reading))


def _names_undertaking(reading: Reading, run: NameRun) -> bool:
    """Whether one word of English is the name of what the noun behind it says: "the *Lantern* project"."""
    token = reading.tokens[run.first]
    if run.first > 2 and reading.tokens[run.first - 1].lower == "the" and is_capital(reading.tokens[run.first - 2]):
        return False  # "the Casting Out the *Shadow* strategy"
    return token.tag in ("NNP", "NN", "NNPS") and by_noun(reading, run)[0] in _UNDERTAKINGS


def _is_explained(reading: Reading, run: NameRun) -> bool:
    """Whether what a word that opens a sentence names is told behind it: "*Compass*, our targeting tool, compares"."""
    cls, words = apposition(reading, run.last)
    told, end = re.escape(f"{words},"), reading.tokens[run.last - 1].end
    return cls in _UNDERTAKINGS and bool(re.match(rf", (?:our|its|the|an?) {told}", reading.text[end:]))


def _acts(reading: Reading, run: NameRun, cls: str) -> bool:
    """Whether a bare name of a body that opens a sentence does something: "*Parliament* passed ..."."""
    after = reading.tokens[run.last] if run.last < len(reading.tokens) else None
    common = load_heads().longest([reading.tokens[run.first].lower], "any")[0]  # "*Police* found 12 guns"
    return (
        cls == CK + "PublicBody"
        and not common
        and after is not None
        and after.tag in ("VBD", "VBZ", "MD")
        and after.text.islower()
    )


def _has_article(reading: Reading, run: NameRun) -> bool:
    return run.first > 0 and reading.tokens[run.first - 1].tag in ("DT", "PRP$", "POS", "JJ")


def in_heading(reading: Reading) -> bool:
    """Whether most words of a passage have a capital, so that one more shows no name."""
    words = [t.text for t in reading.tokens if t.text[0].isalpha()]
    return sum(w[0].isupper() for w in words) * 2 > len(words)


def _is_attribute(reading: Reading, run: NameRun) -> bool:
    """One word that goes with a lower-case noun which does not type it: "African officials"."""
    after = reading.tokens[run.last] if run.last < len(reading.tokens) else None
    return (
        after is not None
        and after.is_noun
        and after.text[0].islower()
        and after.start == reading.tokens[run.last - 1].end + 1
        and not by_noun(reading, run)[0]
        and not _as_place_before(reading, run)
    )


def _as_place_before(reading: Reading, run: NameRun) -> bool:
    before = [t.lower for t in reading.tokens[max(0, run.first - 3) : run.first]]
    return "at" in before[-2:] or (before[:1] == ["between"] and before[-1] == "and")


def by_noun(reading: Reading, run: NameRun) -> tuple[str, str]:
    """The class that a lower-case noun right after the name gives it, and the name with that noun."""
    tokens = reading.tokens
    at = run.last
    if (
        at + 3 < len(tokens)
        and tokens[at].text == "("
        and tokens[at + 2].text == ")"
        and is_acronym(tokens[at + 1].text)
    ):
        return noun_after(reading, at + 3, 2)[0], ""  # "Cargo Data (CDX) system"
    if at >= len(tokens) or tokens[at].start != tokens[at - 1].end + 1:
        return "", ""
    if tokens[at].lower in ("border", "frontier", "boundary") and re.search(r"[A-Z]\w+-[A-Z]\w+$", tokens[at - 1].text):
        return CK + "Place", reading.words(run.first, at + 1)
    if run.last - run.first > 1 and tokens[at].lower in _AGREED and not class_of_name(reading.words(run.first, at)):
        return CK + "Agreement", reading.words(run.first, at + 1)  # "Border Services Cooperation *agreements*"
    cls, last = noun_after(reading, at, 3)
    name = reading.words(run.first, run.last)
    if not cls and (is_proper(name)):
        cls, last = site_after(reading, at)  # "Vintrup customs office"
    return (cls, reading.words(run.first, last)) if cls else ("", "")
