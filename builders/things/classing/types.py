"""What a name written with capitals names: its class by its own words or by those beside it."""

from __future__ import annotations

import re
from dataclasses import replace

from customs_kg.builders.english.words import is_english
from customs_kg.builders.things.classing.derived import sections
from customs_kg.builders.things.classing.extents import Typed, named_as, plain_label
from customs_kg.builders.things.classing.headless import class_without_head, names_branch, names_trader
from customs_kg.builders.things.classing.single_words import alone, by_noun, in_heading
from customs_kg.builders.things.known.candidates import FAIR, LIKELY, WEAK, Candidate, Reading
from customs_kg.builders.things.known.classes import ck, class_of_name, words_of_phrase
from customs_kg.builders.things.known.word_shapes import is_acronym, is_proper
from customs_kg.builders.things.names.contexts import (
    apposition,
    class_in_context,
    class_of_list,
    explanation,
    is_seated,
    said_kind,
)
from customs_kg.builders.things.names.introducing import made_thing
from customs_kg.builders.things.names.runs import NameRun
from customs_kg.builders.things.names.shapes import is_common_short
from customs_kg.builders.things.names.sites import site_after, unit_after
from customs_kg.builders.things.overlaps import SECTION
from customs_kg.ontology.iris import CK

_POST = CK + "Post"
_BODIES = ck(
    "PublicBody CustomsAdministration CustomsHeadquarters InternationalOrganization "
    "CoordinationMechanism CustomsUnit SupervisedAssociation IntergovernmentalGrouping "
    "StationedOffice OperationsCenter Company"
)
_UNITS = ck("CustomsUnit PublicBody OperationsCenter SubAdministration")
_LOOSE_HEADS = ck("Agreement TradeAgreement PolicyPrinciple Campaign Event LegalInstrument Programme Meeting")
_SITES = ck("Place CustomsHouse Port SpecialControlArea OperationsCenter EnforcementForce TransportCorridor")
_UNDERTAKINGS = ck("Project Programme Campaign Operation Reform InformationSystem ServicePlatform")
_LENDING = _UNDERTAKINGS | ck("EquipmentType TransportCorridor PolicyPrinciple TaxType Offence WorkingMethod")
_LAW = CK + "LegalInstrument"
_PLACED = ck("Place Port CustomsHouse")
_CAMPAIGNS = ck("Campaign Operation PolicyInitiative Programme")
_COMPANY = CK + "Company"
_LIKE_FIRMS = ck("PublicBody InformationSystem")  # "Tarn Services", "Tarn Systems"
_EQUIPMENT = CK + "EquipmentType"
_SUPPLIER = re.compile(
    r"\b(?:(?:supplied|delivered|manufactured|built|installed|designed|maintained|made|sold|owned|printed|insured|programmed|written)"
    r"(?: in [A-Z]\w+)? by|"
    r"(?:contract|contracts|tender|lease|order) (?:was |were )?(?:with|to|from|signed with|awarded to|won by)|"
    r"(?:bought|purchased|leased|hired|ordered|procured|acquired) from) $"
)
_PAYEE = re.compile(
    r"\b(?:by|(?:paid|remitted|transferred|handed|turned|payable|contributed|owed|due)(?: over| in)? (?:in)?to) "
    r"(?:the )?$"
)
_LAUNCHED = re.compile(
    r"\b(?:launch(?:ed|es|ing)?|introduc(?:ed?|es|ing)|unveil(?:ed|s|ing)|pilot(?:ed|s|ing)|roll(?:ed|ing) out|"
    r"(?:roll-?out|launch|introduction) of) $"
)
_OPERATION = re.compile(r"(?:Joint |Special )?Operation [A-Z]")  # whatever it is called: "Operation Night *Express*"
_LOOSE = ck(  # what the last word of a name makes of it, unless the text says something else
    "PolicyInitiative PolicyMeasure PolicyPrinciple CustomsFunction WorkingMethod Programme Reform Project Campaign "
    "InformationSystem Place Event GoodsCategory Offence"
)
_SAID = ck("Company PublicBody CustomsUnit EnforcementForce SupervisedAssociation EquipmentType Operation")
_PAPERS = ck("LegalInstrument TaxType GoodsCategory Agreement PolicyMeasure PlanDocument")
_ELECTRONIC = re.compile(r"[ei]-?[A-Z]\w+")


def type_name(reading: Reading, run: NameRun, later: list[NameRun]) -> list[Candidate]:
    """The candidates that a name gives: the thing, and a body inside its name; none where its class stays unknown.

    `later` are the names after this one in the passage.
    """
    text = reading.words(run.first, run.last)
    if (part := SECTION.match(text)) and not re.match(r" [A-Z]", text[part.end() :]):
        return sections(reading, run, later)
    unit = _as_unit(reading, run)
    if run.last - run.first == 1 and not (unit or alone(reading, run, text)):
        return []
    start, end = reading.tokens[run.first].start, reading.tokens[run.last - 1].end
    typed = unit or _with_noun(reading, run, _own_class(reading, run, text) or _class_beside(reading, run, text))
    counted = bool(run.first) and reading.tokens[run.first - 1].tag == "CD" and text.endswith("s")
    if counted and (typed is None or typed.cls == _COMPANY):
        return []  # "37 Trusted Carriers" are a figure
    if typed is None:
        if is_common_short(text):
            return []
        open_ = not run.opens or re.search(r"\w \d{1,2}$", text) or is_proper(text) or is_acronym(text)
        open_ = open_ or _goes_on_in_capitals(reading, run)
        return [Candidate(reading.index, start, end, plain_label(text), "", "name", WEAK)] if open_ else []
    return named_as(reading, run, typed, later)


def _goes_on_in_capitals(reading: Reading, run: NameRun) -> bool:
    """Whether a second word with a capital shows that a sentence opens with a name: "*Fleet Audit* closed 40 cases"."""
    if run.last - run.first < 2 or in_heading(reading):
        return False
    second, end = reading.tokens[run.first + 1].start, reading.tokens[run.last - 1].end
    return not any((m.start, m.end) == (second, end) for m in reading.known)  # "Unpaid VAT"


def _as_unit(reading: Reading, run: NameRun) -> Typed | None:
    """A unit named together with the lower-case noun behind it: "the Duty Relief *division*"."""
    cls = unit_after(reading, run.first, run.last)
    return Typed(cls, FAIR, reading.words(run.first, run.last + 1)) if cls in _UNITS else None


def _with_noun(reading: Reading, run: NameRun, typed: Typed | None) -> Typed | None:
    """A typed name with the noun after it, which decides where the name is a thing's: "the Smart Seal *project*"."""
    if (
        typed is not None
        and typed.cls in _PLACED
        and all(is_english(w) for w in words_of_phrase(reading.words(run.first, run.last)))
    ):
        cls, noun = by_noun(reading, run)
        if cls in _CAMPAIGNS:
            return replace(typed, cls=cls, noun=noun)  # "the Trader Friendly Port *campaign*"
    if typed is not None and typed.cls == CK + "Place" and not typed.noun:
        cls, last = site_after(reading, run.last)
        return replace(typed, cls=cls, noun=reading.words(run.first, last)) if cls else typed
    if typed is None or typed.noun or typed.cls not in _LENDING | {CK + "Event"}:
        return typed
    cls, noun = by_noun(reading, run)
    if typed.cls == CK + "Event":  # "the Night Strike *operation*"
        return replace(typed, cls=cls, noun=noun) if cls == CK + "Operation" else typed
    return replace(typed, cls=cls, noun=noun) if cls in _UNDERTAKINGS else typed


def _own_class(reading: Reading, run: NameRun, text: str) -> Typed | None:
    """The class by the words of the name."""
    cls = CK + "Operation" if _OPERATION.match(text) else _class_of_words(text)
    if placed := _by_place(reading, run, text, cls):
        return placed
    if cls in _LIKE_FIRMS and text.endswith((" Services", " Systems")) and _is_supplier(reading, run, text):
        return Typed(_COMPANY, FAIR)
    if cls == CK + "PublicBody" and _opens_with_body(reading, run):
        return Typed(CK + "InternationalOrganization", LIKELY)
    if cls == CK + "CustomsAdministration" and text.endswith(" Customs"):
        noun_class, noun = by_noun(reading, run)  # "the Open Customs model"
        if noun_class or (noun_class := apposition(reading, run.last)[0]):  # "Swift Customs, a reform of ..."
            return Typed(noun_class, FAIR, noun)
    seated = is_seated(reading, *_ends(run))  # "the Dog Unit in *Colne* is a section"
    if cls in _LOOSE_HEADS and not seated and (apposed := explanation(reading, run.last)) and apposed not in _BODIES:
        return Typed(apposed, FAIR)
    plain = cls == CK + "Place" and all(is_english(w) for w in words_of_phrase(text))
    loose = cls in _LOOSE and not seated
    if loose and (said := said_kind(reading, *_ends(run))) in (_SAID | _UNDERTAKINGS if plain else _SAID):
        return Typed(said, FAIR)  # "a firm called Hallow Strategies", "a crackdown called Clean Bridge"
    if not cls:
        return _by_make(reading, run)
    return Typed(cls, WEAK if plain else LIKELY)  # "Iron Gate" may be an operation


def _class_of_words(text: str) -> str:
    """The class of a name by its words; of a paper behind an "e" the system that it is lodged in: "e-Tariff"."""
    cls = class_of_name(text)
    return CK + "InformationSystem" if cls in _PAPERS and _ELECTRONIC.fullmatch(text) else cls


def _by_make(reading: Reading, run: NameRun) -> Typed | None:
    """The class by the make of a name without a head noun; what it is said to be counts more than that of a unit."""
    shown = class_without_head(reading, run)
    if shown != CK + "CustomsUnit":
        return Typed(shown, FAIR) if shown else None
    told = explanation(reading, run.last)  # "Partners in Integrity is our programme"
    return Typed(told, FAIR) if told in _UNDERTAKINGS else Typed(shown, WEAK)


def _by_place(reading: Reading, run: NameRun, text: str, cls: str) -> Typed | None:
    """The class by what introduces a name, lists it or can stand there, where that says more than its words."""
    if cls and made_thing(reading.tokens, run.first) == _EQUIPMENT:
        return Typed(_EQUIPMENT, LIKELY)  # "the trawler Two Brothers"
    listed = class_of_list(reading, run.first) if cls not in _BODIES else ""
    if listed in _UNITS and not is_seated(reading, *_ends(run)):
        return Typed(CK + "CustomsUnit", FAIR)
    if cls == CK + "Place" and listed == _COMPANY:
        return Typed(_COMPANY, FAIR)  # "carriers such as Tarn Road"
    if cls == CK + "Programme" and text.endswith(" Fund") and _acts_or_is_paid(reading, run):
        return Typed(CK + "PublicBody", FAIR)
    trader = cls in ("", CK + "Port") and names_trader(reading, run) and not made_thing(reading.tokens, run.first)
    return Typed(_COMPANY, FAIR) if trader or names_branch(reading, run) else None


def _acts_or_is_paid(reading: Reading, run: NameRun) -> bool:
    """Whether a fund stands where only somebody can: "financed by the *X Fund*", "paid over to the *X Fund*"."""
    start = reading.tokens[run.first].start
    return bool(_PAYEE.search(reading.text, max(0, start - 40), start))


def _ends(run: NameRun) -> tuple[int, int]:
    return run.first, run.last


def _opens_with_body(reading: Reading, run: NameRun) -> bool:
    """Whether a name begins with that of an international body: "United Nations Statistics Bureau"."""
    start, end = reading.tokens[run.first].start, reading.tokens[run.last - 1].end
    return any(m.start == start and m.end < end and "/body-" in m.target for m in reading.known)


def _class_beside(reading: Reading, run: NameRun, text: str) -> Typed | None:
    """The class by the words beside the name."""
    if len(words_of_phrase(text)) <= 6:
        noun_class, noun = by_noun(reading, run)
        cls = noun_class or class_in_context(reading, run.first, run.last)
        apposed = apposition(reading, run.last)
        if cls:
            return Typed(cls, FAIR, noun, apposed[1] if apposed[0] == cls else "")
    if _is_supplier(reading, run, text):
        return Typed(_COMPANY, WEAK)
    if _is_launched(reading, run):
        return Typed(CK + "Programme" if len(words_of_phrase(text)) > 1 else CK + "InformationSystem", WEAK)
    return None


def _is_supplier(reading: Reading, run: NameRun, text: str) -> bool:
    """Whether a name without a class stands where a company does: "supplied by *X*", "a contract with *X*"."""
    start = reading.tokens[run.first].start
    return not is_acronym(text) and bool(_SUPPLIER.search(reading.text, max(0, start - 40), start))


def _is_launched(reading: Reading, run: NameRun) -> bool:
    """Whether a name follows the verb for what is new: "we launched *X*", "the roll-out of *X*"."""
    start = reading.tokens[run.first].start
    return bool(_LAUNCHED.search(reading.text, max(0, start - 20), start))
