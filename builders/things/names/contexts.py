"""The class of a name from the words beside it, where its own words do not show one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from customs_kg.builders.english.months import MONTH
from customs_kg.builders.english.token import Token
from customs_kg.builders.english.words import can_be_verb
from customs_kg.builders.things.known.candidates import Reading
from customs_kg.builders.things.known.classes import (
    ck,
    class_of_description,
    class_of_name,
    load_heads,
    words_of_phrase,
)
from customs_kg.builders.things.known.word_shapes import is_capital, is_proper
from customs_kg.builders.things.names.introducing import can_modify, name_class, noun_before, predicated, presented
from customs_kg.builders.things.names.row_kinds import kind_before_row, kind_behind_row
from customs_kg.ontology.iris import CK

_DATELINE = re.compile(
    r", \d{1,2}(?: ?[-\u2013] ?\d{1,2}| (?:to|and) \d{1,2})? "
    rf"{MONTH}\b"
)
_CREWS = frozenset("team unit squad cell crew desk".split())
_PLURAL_MODIFIERS = frozenset("customs goods operations works sales systems programs programmes".split())
_AT = frozenset("in at near from to".split())
_BE = frozenset("is are was were became remains".split())
_SITES = ck("CustomsHouse Port SpecialControlArea OperationsCenter EnforcementForce TransportCorridor")
_REPLACEABLE = ck("InformationSystem ServicePlatform PlanDocument LegalInstrument Programme EquipmentType")
_REPLACES = re.compile(
    r"(?:has |have |had |will |would |is to |was to |gradually |fully |finally )*"
    r"(?:replac(?:es?|ed)(?: by)?|supersed(?:es?|ed)|succeed(?:s|ed)|t(?:ook|akes?) over from|"
    r"(?:is |was )?t(?:ook|akes?|aking) the place of|(?:is|was|been|be) (?:replaced|superseded|succeeded) by) "
    r"(?:the|our|its|an?|their) "
)
_ARE = re.compile(  # "A, B and *C* are the three largest exporters"
    r"(?:, [A-Z][\w&.'-]*(?: [A-Z&][\w&.'-]*){0,3}){0,5}(?:,? and [A-Z][\w&.'-]*(?: [A-Z&][\w&.'-]*){0,3})? "
    r"(?:are|were|remain|became) (?:the|our|its|all|among the|[a-z]+ of the) (?:[a-z]+ )??"
    r"((?:[a-z-]+ ){0,2}[a-z-]+s)\b"
)
_RUNS = re.compile(
    r"(?:has |will |is to |had )?(?:went|goes?|gone|going) (?:live|online|operational)\b|"
    r"(?:has been|will be|is to be|was|is|been) (?:switched (?:on|off)|rolled out|decommissioned|offline|programmed)\b"
)
_NO_SUFFIX = ck(
    "CustomsAdministration CustomsHeadquarters Port CustomsHouse PublicBody Post GoodsCategory "
    "Offence TaxType CustomsFunction CustomsUnit CustomsDistrict SpecialControlArea Meeting "
    "Agreement PolicyMeasure PlaceGroup Company"
)


def noun_after(reading: Reading, last: int, limit: int = 7) -> tuple[str, int]:
    """The class of the lower-case noun phrase right after token `last`, and its end; ("", last) for none.

    "CHART *system*", "HL2008 *pre-warning and treatment system*".
    """
    tokens = reading.tokens
    best = ("", last)
    for end in range(last + 1, min(len(tokens), last + limit) + 1):
        token = tokens[end - 1]
        if not can_modify(token) or token.text[0].isupper():
            break
        if token.tag == "NNS" and can_be_verb(token.lower) and token.lower not in _PLURAL_MODIFIERS:
            break  # "Argus *checks* manifests"
        cls = name_class([t.text for t in tokens[last:end]])
        crew = cls == CK + "CustomsUnit" and token.lower in _CREWS
        if crew or (cls and cls not in _NO_SUFFIX and token.lower not in ("work", "works")):
            best = (cls, end)
    return best


def class_in_context(reading: Reading, first: int, last: int) -> str:
    """The class that the words around the name `[first, last)` give it, "" for none."""
    if is_seated(reading, first, last):
        return CK + "Place"
    return said_kind(reading, first, last) or _replacing(reading, last) or _as_place(reading, first, last)


def said_kind(reading: Reading, first: int, last: int) -> str:
    """The class of the noun that the text itself gives the name `[first, last)`, before, behind or over its row."""
    return (
        noun_before(reading, first)
        or presented(reading, first, last)
        or predicated(reading, first)
        or class_of_list(reading, first)
        or kind_behind_row(reading, last)
        or explanation(reading, last)
        or kind_before_row(reading, first)
    )


def is_seated(reading: Reading, first: int, last: int) -> bool:
    """Whether a name tells where the thing named before it sits: "the Customs College in *Ostrow*, a school"."""
    tokens = reading.tokens
    name = reading.words(first, last)
    if first < 2 or tokens[first - 1].lower not in ("in", "at") or not (is_proper(name) or _is_place(name)):
        return False
    host = tokens[first - 2]
    capital = host.text == ")" or (is_capital(host) and host.is_noun) or host.lower == "those"
    return capital and not name.isupper()


def _is_place(name: str) -> bool:
    return load_heads().longest([name], "alone") == (CK + "Place", 1)


def class_of_list(reading: Reading, first: int) -> str:
    """The class of the noun that the list holding token `first` explains: "projects such as A, B and C"."""
    tokens = reading.tokens
    at = first
    while (at := _before_gloss(tokens, at - 1)) > max(-1, first - 45):
        token = tokens[at]
        if token.text == ";" or token.tag in ("MD", "VBD", "VBZ", "VBP") or token.text in (".", ")"):
            return ""
        before = tokens[at - 1].lower if at else ""
        if token.lower == "as" and before == "such":
            return _noun_left_of(tokens, at - 1)
        if token.lower == "as" and any(t.lower == "such" for t in tokens[max(0, at - 6) : at]):
            return _noun_left_of(tokens, at)
        if token.text == ":" and at:
            return _noun_left_of(tokens, _plural_end(tokens, at))
        if token.lower in ("including", "namely", "i.e", "i.e.", "e.g."):
            return _noun_left_of(tokens, at)
        if before == "among" and token.lower in ("them", "which"):
            straight = not any(t.tag == "IN" for t in tokens[at + 1 : first])
            return _plural_before(tokens, at - 1) if straight else ""
    return ""


def _before_gloss(tokens: Sequence[Token], at: int) -> int:
    """The token before a short bracket that a token closes: "systems: Tern *(risk)*, Petrel"; else the token."""
    opened = range(at - 1, max(-1, at - 5), -1) if at > 0 and tokens[at].text == ")" else ()
    return next((i - 1 for i in opened if tokens[i].text == "("), at)


def _plural_end(tokens: Sequence[Token], colon: int) -> int:
    """The end of the plural that a row behind a colon lists, "in use" or "of ours" passed over; 0 for none."""
    ends = (i + 1 for i in range(colon - 1, max(-1, colon - 5), -1) if tokens[i].tag == "NNS")
    end = next(ends, 0)
    return end if end == colon or (end and tokens[end].tag in ("IN", "VBN", "JJ")) else 0


def _plural_before(tokens: Sequence[Token], at: int) -> str:
    """The class of the last plural before "among them": "ten *airports*, and three more, among them X"."""
    noun = next((i for i in range(at - 1, max(0, at - 14), -1) if tokens[i].tag == "NNS"), 0)
    cls = name_class([t.text for t in tokens[max(0, noun - 2) : noun + 1]]) if noun else ""
    return CK + "Place" if cls in _SITES else cls


def _noun_left_of(tokens: Sequence[Token], at: int) -> str:
    while at > 0 and tokens[at - 1].text in (",", "(", ":", "-"):
        at -= 1
    for end in range(at, max(0, at - 4), -1):
        if tokens[end - 1].is_noun:
            cls = name_class([t.text for t in tokens[max(0, end - 4) : end]])
            if cls:
                return cls
        elif tokens[end - 1].tag not in ("CC", "JJ"):
            return ""
    return ""


def apposition(reading: Reading, last: int) -> tuple[str, str]:
    """The class and the words of what explains a name after a comma: "MERCUS, the *national declaration system*,"."""
    tokens = reading.tokens
    at = _after_bracket(tokens, last)
    if (
        at + 2 < len(tokens)
        and tokens[at].text in (",", "(")
        and tokens[at + 1].lower in ("the", "a", "an", "its", "our")
    ):
        end = _phrase_end(tokens, at + 2)
        if tokens[end - 1].text[0].isupper() and _is_placed(tokens, last):
            return "", ""
        acts = end < len(tokens) and tokens[end].tag in ("VBZ", "VBD", "VBP", "MD")  # "Since X, the system *flags*"
        acts = acts and not any(t.lower == "by" for t in tokens[end + 1 : end + 3])  # "a scheme *run by* Y"
        cls = "" if acts or _fronted(tokens, last, end) else _phrase_class(tokens, at + 2)
        return (cls, reading.words(at + 2, end)) if cls else ("", "")
    return "", ""


def _is_placed(tokens: Sequence[Token], last: int) -> bool:
    """Whether a name tells where: of "our office in *A*, the B Directorate" the directorate is the office."""
    first = last - 1
    while first > 0 and tokens[first - 1].text[0].isupper():
        first -= 1
    return first > 0 and tokens[first - 1].lower in ("in", "at", "near")


def _fronted(tokens: Sequence[Token], last: int, end: int) -> bool:
    """Whether a name closes what opens the sentence, and its subject follows: "Under the Tax Act, *the system* ..."."""
    start = next((i + 1 for i in range(last - 1, -1, -1) if tokens[i].text in ".;:"), 0)
    if tokens[start].tag not in ("IN", "TO", "VBN", "VBG") or any(t.text == "," for t in tokens[start:last]):
        return False
    rest = tokens[end : end + 12]
    stop = next((i for i, t in enumerate(rest) if t.text in (",", ".", ";", ")")), len(rest))
    return any(t.tag in ("VBZ", "VBD", "VBP", "MD") for t in rest[:stop])


def explanation(reading: Reading, last: int) -> str:
    """The class by what an apposition or "is a ..." says that a name is, "" for none."""
    return apposition(reading, last)[0] or _copula(reading, last)


def _copula(reading: Reading, last: int) -> str:
    tokens = reading.tokens
    at = _after_bracket(tokens, last)
    said = at + 2 < len(tokens) and tokens[at].lower in _BE
    if (
        said
        and tokens[at + 1].lower in ("the", "a", "an", "one", "its", "our")
        and (cls := _phrase_class(tokens, at + 2))
    ):
        return cls
    m = _ARE.match(reading.text, tokens[last - 1].end)
    return name_class(m.group(1).split()) if m else ""


def _after_bracket(tokens: Sequence[Token], at: int) -> int:
    if at + 2 < len(tokens) and tokens[at].text == "(" and tokens[at + 2].text == ")":
        return at + 3
    return at


def _phrase_end(tokens: Sequence[Token], start: int) -> int:
    end = start
    while end < len(tokens) and end < start + 7 and (can_modify(tokens[end]) or tokens[end].tag == "POS"):
        end += 1
    while end > start + 1 and not tokens[end - 1].is_noun:
        end -= 1  # "an app *launched* in May"
    return end


def _phrase_class(tokens: Sequence[Token], start: int) -> str:
    end = _phrase_end(tokens, start)
    return (
        class_of_description([w for t in tokens[start:end] for w in words_of_phrase(t.text)])[0] if end > start else ""
    )


def _as_place(reading: Reading, first: int, last: int) -> str:
    tokens = reading.tokens
    name = reading.words(first, last)
    opens = (first == 0 and name.isupper()) or (first > 0 and tokens[first - 1].text == "(" and is_proper(name))
    if opens and _DATELINE.match(reading.text, tokens[last - 1].end):  # "a seminar (*Lisgar*, 4-6 May)"
        return CK + "Place"
    after = tokens[last].lower if last < len(tokens) else ""
    if _owns_site(reading, last):
        return CK + "Place"
    if is_in_region(reading, first, last):
        return CK + "Place"
    if after in ("in", ",") and is_proper(name) and not name.isupper() and last + 1 < len(tokens):
        place = tokens[last + 1]
        if _is_region(reading, last + 1) or (after == "in" and is_capital(place) and is_proper(place.text)):
            return CK + "Place"
    return ""


def is_in_region(reading: Reading, first: int, last: int) -> bool:
    """Whether a known place behind a comma tells where the place lies that a name is: "in *Sterling*, Virginia"."""
    tokens = reading.tokens
    followed = last + 1 < len(tokens) and tokens[last].text == "," and not reading.words(first, last).isupper()
    return followed and first > 0 and tokens[first - 1].lower in _AT and _is_region(reading, last + 1)


def _is_region(reading: Reading, at: int) -> bool:
    token = reading.tokens[at]
    known = any(m.start == token.start and "/place-" in m.target for m in reading.known)
    return known or _is_place(token.text)


def _owns_site(reading: Reading, last: int) -> bool:
    """Whether a port or station is a name's own: "*Ostrow*'s Lund International Airport"; or a border has two ends."""
    tokens = reading.tokens
    if last >= len(tokens):
        return False
    if "-" in tokens[last - 1].text and tokens[last].lower in ("border", "frontier", "boundary"):
        return all(part[:1].isupper() for part in tokens[last - 1].text.split("-"))
    if tokens[last].text != "'s" or not is_proper(tokens[last - 1].text):
        return False
    end = last + 1
    while end < len(tokens) and is_capital(tokens[end]):
        end += 1
    return class_of_name(reading.words(last + 1, end)) in _SITES if end > last + 1 else False


def _replacing(reading: Reading, last: int) -> str:
    """The class of what a name replaces, or is replaced by: "X *took over from the old payment system*"."""
    tokens = reading.tokens
    at = _after_bracket(tokens, last)
    if at >= len(tokens):
        return ""
    if _RUNS.match(reading.text, tokens[at].start):
        return CK + "InformationSystem"
    m = _REPLACES.match(reading.text, tokens[at].start)
    cls = _phrase_class(tokens, reading.token_at(m.end())) if m else ""
    return cls if cls in _REPLACEABLE else ""
