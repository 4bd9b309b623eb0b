"""What goes on with a name after its last capitalised word: a year, a phase, the number of a law, a bracket inside."""

from __future__ import annotations

import re

from customs_kg.builders.english.months import MONTH
from customs_kg.builders.english.token import Token
from customs_kg.builders.things.known.candidates import Reading
from customs_kg.builders.things.known.classes import STAGES, ck, class_of_name
from customs_kg.builders.things.known.word_shapes import is_proper
from customs_kg.ontology.iris import CK

_YEAR = re.compile(r"(?:1[5-9]|20)\d\d(?:[-/]\d{2,4})?$")
_EDITION = re.compile(r"(?:(?:19|20)\d\d(?:[-/]\d{2,4})?|[IVX]{1,6}|[vV]?\d{1,2}(?:\.\d)?)$")
_PHASE = re.compile(r"\s?\((?:[Pp]hase|[Pp]art|[Ss]tage) [IVX\d]+\)")
_STAGE = re.compile(r"[IVX]{1,6}|\d{1,2}(?:\.\d)?")
_ROMAN = re.compile(r"[IVX]{1,6}$")
_NUMBER = re.compile(
    r"(?: \((?:EU|EC|EEC|EEU|EAEU|Euratom)(?:, (?:EU|EC|Euratom))*\))?"
    r"(?P<no> [Nn](?:o|os|r|umber)?\.? ?| n° ?| № ?| )"
    r"(?P<number>\d{1,3}(?:,\d{3})+(?:/\d+)?|\d[\d./-]*(?<=[\d])(?:[A-Z]{1,3}|/[A-Z]{1,4}(?:-[A-Z]\w{1,4})?)?|[A-Z]{0,3}-?\d[\d/-]+)"
    rf"(?P<of> of (?:(?:\d{{1,2}} )?{MONTH} )?(?:19|20)\d\d\b)?(?![\w%])"
)
_OF_DATE = re.compile(rf" of \d{{1,2}} {MONTH} (?:19|20)\d\d\b")
_COMMA_YEAR = re.compile(r", (?:19|20)\d\d(?=[\s,.;()]|$)")
_LAW = CK + "LegalInstrument"
_TEXTS = ck("LegalInstrument PlanDocument Agreement CooperationAgreement TradeAgreement")
_NUMBERED_PARTS = frozenset({"section", "article", "title", "chapter"})
_DATED = _TEXTS | ck("Meeting Operation Event PolicyInitiative Programme Project Campaign")
_VERSIONED = ck("InformationSystem Operation SubAdministration CustomsUnit Port")
_NUMBERED = ck(  # what a sign before a number counts: "Technical Committee *No. 2*"
    "CoordinationMechanism PublicBody CustomsUnit CustomsHouse Port OperationsCenter SpecialControlArea"
)


_UNDERTAKINGS = frozenset(
    "programme program programmes programs project projects operation operations initiative campaign raids scheme "
    "action agenda vision strategy".split()
)


def is_year(word: str) -> bool:
    """Whether a word is a year or two, as "2019" or "2019-21"."""
    return bool(_YEAR.match(word))


def with_edition(reading: Reading, i: int, end: int) -> int:
    """The end of a name of the tokens `[i, end)` with the year, phase or number that belongs to it."""
    tokens = reading.tokens
    if phase := _PHASE.match(reading.text, tokens[end - 1].end):
        return reading.token_at(phase.end() - 1) + 1
    if end < len(tokens) and tokens[end - 1].lower in _NUMBERED_PARTS and tokens[end].tag == "CD":
        return end + 1
    if end > i + 1 and tokens[end - 1].text in STAGES and _numbers_stage(tokens, end):
        return end + 1
    name = reading.words(i, end)
    if numbered := _with_number(reading, name, end):
        return numbered
    if end >= len(tokens) or not _EDITION.match(tokens[end].text) or tokens[end].start > tokens[end - 1].end + 1:
        return _with_comma_year(reading, name, end)
    return _with_plain_edition(reading, name, end)


def _numbers_stage(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a number behind a word for stages tells which: "Corvus Release *2*", not "Release *20 boxes*"."""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    tied = at < len(tokens) and tokens[at].start == tokens[at - 1].end + 1 and bool(_STAGE.fullmatch(tokens[at].text))
    return tied and (after is None or after.tag != "NNS")


def _with_plain_edition(reading: Reading, name: str, end: int) -> int:
    tokens = reading.tokens
    if _YEAR.match(tokens[end].text):
        return end + 1 if class_of_name(name) in _DATED or _of_undertaking(tokens, end + 1) else end
    if _ROMAN.match(tokens[end].text) and class_of_name(name) in _DATED:
        return end + 1
    if len(tokens[end].text.replace(".", "")) > 2 or _measured(reading, end):
        return end
    if _is_short(name) or _of_undertaking(tokens, end + 1) or _is_version(tokens, end):
        return end + 1
    after = tokens[end + 1] if end + 1 < len(tokens) else None
    if " " not in name and name[1:].islower() and is_proper(name) and _numbers_one(reading, end):
        return end + 1
    counts = after is not None and (after.tag.startswith("NN") or after.tag == "JJ") and after.text.islower()
    return end + 1 if class_of_name(name) in _VERSIONED and not counts else end


def _numbers_one(reading: Reading, number: int) -> bool:
    """Whether a number tells which of several goes by a name: "*Sonnvakt* 3 was sold"; not "in Tarn 3 were seized"."""
    tokens = reading.tokens
    before = tokens[number - 2] if number > 1 else None
    after = tokens[number + 1] if number + 1 < len(tokens) else None
    placed = before is not None and (before.tag in ("IN", "TO") and before.lower not in ("after", "before", "by"))
    acts = after is not None and (after.tag in ("VBD", "VBZ", "MD", "POS") or after.text in (",", "(", "."))
    return acts and before is not None and not placed and tokens[number].text.isdigit()


def _of_undertaking(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a number is that of what the noun behind it says: "the Vell 2020 *programme*"."""
    if at + 2 < len(tokens) and tokens[at].lower == "and" and _EDITION.match(tokens[at + 2].text):
        at += 3  # "Tern 2 and Tern 3 *raids*"
    return at < len(tokens) and tokens[at].lower in _UNDERTAKINGS


def _is_version(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a number is a version: behind a capital inside a name, or with a point: "CargoEye 2", "Vell 3.0"."""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    counts = after is not None and (after.tag[:2] in ("NN", "JJ") or after.text in ("%", "-"))
    inner = tokens[at - 1].text[1:]
    capital = not inner.islower() and not inner.isupper() and any(ch.isupper() for ch in inner) and "-" not in inner
    versioned = "." in tokens[at].text or tokens[at].lower.startswith("v")
    return not counts and (capital or (versioned and is_proper(tokens[at - 1].text)))


def _is_short(name: str) -> bool:
    return " " not in name and sum(ch.isupper() for ch in name) >= 2 and name.upper() == name


def _with_number(reading: Reading, name: str, end: int) -> int:
    """The end with the number of a law: "Order *No. 12/2018*", "Regulation *(EU) 2019/1*"; 0 for none."""
    at = reading.tokens[end - 1].end
    m = _NUMBER.match(reading.text, at)
    if m is not None and m["no"] != " ":
        name = f"{name}{m['no']}{m['number']}"
    if dated := _OF_DATE.match(reading.text, at):
        return reading.token_at(dated.end() - 1) + 1 if class_of_name(name) in _TEXTS else 0
    if m is None or class_of_name(name) not in (_TEXTS if m["no"] == " " else _TEXTS | _NUMBERED):
        return 0
    bare = m["no"] == " " and not m.group().startswith(" (")
    if bare and (_YEAR.fullmatch(m["number"]) or name.endswith("s") or class_of_name(name) != _LAW):
        return 0
    last = reading.token_at(m.end() - 1) + 1
    after = reading.tokens[last] if last < len(reading.tokens) else None
    counted = after is not None and after.is_noun and after.text.islower()
    plain = bare and not m["of"] and not re.search(r"[/-]", m["number"])
    return 0 if plain and (counted or _measured(reading, last - 1)) else last


def _with_comma_year(reading: Reading, name: str, end: int) -> int:
    """The end with the year that a comma parts from the name of a law: "Customs Act*, 1962*"."""
    m = _COMMA_YEAR.match(reading.text, reading.tokens[end - 1].end)
    return reading.token_at(m.end() - 1) + 1 if m and class_of_name(name) == _LAW and " " in name else end


def _measured(reading: Reading, i: int) -> bool:
    """Whether a number goes on as a percentage or an amount."""
    after = reading.text[reading.tokens[i].end : reading.tokens[i].end + 8]
    return after.startswith(("%", " %", " per", " mill", " bill", " thous"))


def bracketed(tokens: tuple[Token, ...], at: int) -> int:
    """How many tokens the brackets inside a name have: "Excise *(Amendment) (No. 2)* Act"; 0 for none."""
    i = at
    while i + 2 < len(tokens) and tokens[i].text == "(" and (tokens[i + 1].text[0].isupper()):
        close = next((k for k in range(i + 2, min(i + 8, len(tokens))) if tokens[k].text == ")"), len(tokens))
        if _is_short(tokens[i + 1].text) and not _of_operation(tokens, i):
            return 0
        i = close + 1
    inside = i > at and i < len(tokens) and tokens[i].text[0].isupper() and tokens[i].text != "The"
    return i - at if inside else 0


def _of_operation(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a short form in brackets stands between a kind of operation and its name."""
    return tokens[at - 1].text == "Operation" and at + 2 < len(tokens) and tokens[at + 2].text == ")"
