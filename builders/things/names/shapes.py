"""What the shape of a name lets it be: persons have two words or more, places no capitals inside a word."""

from __future__ import annotations

import re
from collections.abc import Sequence

from customs_kg.builders.english.words import is_english
from customs_kg.builders.things.known.candidates import WEAK, Candidate, Reading
from customs_kg.builders.things.known.classes import class_of_name, head_part, words_of_phrase
from customs_kg.builders.things.known.word_shapes import GIVEN_WORDS, PARTICLES, is_acronym, is_proper
from customs_kg.builders.things.names.runs import opens_sentence
from customs_kg.ontology.iris import CK, FOAF

_PERSON = FOAF + "Person"
_PLACE = CK + "Place"
_LOCATIVE = frozenset("at in from near between via off outside".split())
_IN_ROW = re.compile(r",? and |, ")
_COMMON = frozenset(
    "VAT FTE FTES GST PAYE CIT PIT SMS PDF CEO CFO CIO COO HR IT ICT GDP GNP HIV AIDS CCTV SME SMES MSME KPI USB "
    "DNA LED FAQ QR GPS API XML EDI NGO NGOS SOP FOB CIF HS TEU TEUS B2B B2C MOU TV PC ID PIN SIM LPG LNG "
    "CNG MDMA LSD THC XRF CT MRI UAV EV SUV RFID AWB ETA ETD BRL AI ML OCR CEP FCL LCL RORO ATM PPE PCR "
    "COVID RTA FTA EPA MRA ISBN IPR IPRS NIL AD CVD OK UK US USA EU UN".split()
)  # short forms that name no one thing


_QUARTERS = frozenset("North South East West Central Upper Lower Inner Outer".split())
_PAPERS = frozenset(  # what is written, counted or sorted, and no undertaking
    "Report Reports Review Yearbook Bulletin Newsletter Foreword Preface Message Overview Contents Category Class Tier "
    "Grade Type Estimate Estimates Budget Release Quarter Introduction Conclusion Highlights Summary".split()
)
_WHOLE_WORD = re.compile(r"[^\W\d_]+(?:[-'][^\W\d_]+)*\.?")
_CAPITAL_INSIDE = re.compile(r"[A-Za-z]*[a-z][A-Z][A-Za-z]*\d?")


def by_shape(found: Sequence[Candidate], readings: Sequence[Reading]) -> list[Candidate]:
    """The candidates, those that nothing types with the class that names of their shape most often have."""
    inside = {c.label for c in found if c.passage >= 0 and (_is_sign(c.label) or not _opens(c, readings))}
    inside -= _money(readings)
    in_rows = _places_in_rows(found, readings)
    definite = {c.label for c in found if c.passage >= 0 and readings[c.passage].text[: c.start].endswith(" the ")}
    return [
        c._replace(cls=_PLACE, confidence=WEAK)
        if not c.cls and c.label in in_rows
        else c._replace(cls=_usual_class(c.label, c.label in definite), confidence=WEAK)
        if not c.cls and c.label in inside
        else c
        for c in found
    ]


def _places_in_rows(found: Sequence[Candidate], readings: Sequence[Reading]) -> set[str]:
    """The single words, no English, in a row of three or more of their kind or of places: "*Vell*, *Orlo* and X"."""
    rows: dict[int, list[Candidate]] = {}
    for c in found:
        if c.passage >= 0 and (c.cls in ("", _PLACE)) and c.how != "description":
            rows.setdefault(c.passage, []).append(c)
    names: set[str] = set()
    for passage, group in rows.items():
        row: list[Candidate] = []
        for c in sorted(group, key=lambda c: c.start):
            reading = readings[passage]
            link = _IN_ROW.fullmatch(reading.text, row[-1].end, c.start) if row else None
            linked = link is not None and not (link.group() == ", and " and len(row) < 2 and acts(reading, c))
            row = [*row, c] if linked else [c]
            least = 2 if _sited(row[0], readings) else 3
            if len(row) >= least and all(x.cls or _is_place_shaped(x.label) for x in row):
                names.update(x.label for x in row)
    return names


def acts(reading: Reading, c: Candidate) -> bool:
    """Whether a finite verb stands right behind a name: "in Tarn, and *Vell* runs the port"."""
    at = reading.token_at(c.end)
    return at < len(reading.tokens) and reading.tokens[at].tag in ("VBZ", "VBD", "MD", "VBP")


def _sited(c: Candidate, readings: Sequence[Reading]) -> bool:
    """Whether a name opens its sentence or follows a word that places stand behind: "scanners *at* Vell and Orlo"."""
    reading = readings[c.passage]
    at = reading.token_at(c.start)
    return opens_sentence(reading, at) or reading.tokens[at - 1].lower in _LOCATIVE


def _is_place_shaped(label: str) -> bool:
    """Whether a name is one word, or two that a hyphen joins, of letters and no English."""
    return bool(re.fullmatch(r"[^\W\d_]+(?:-[^\W\d_]+)?", label)) and label[1:].islower() and is_proper(label)


def _money(readings: Sequence[Reading]) -> set[str]:
    """The signs of currencies that stand before amounts: "*KD* 2.3 million"."""
    stated = (r.text[q.start : q.end] for r in readings for q in r.passage.quantities)
    return {m.group(1) for text in stated if (m := re.match(r"([A-Za-z$]+)[ .]*\d", text))}


def _usual_class(label: str, definite: bool) -> str:
    if is_personal(label):
        return CK + "PublicBody" if definite else _PERSON  # "the Guardia Marina"
    if is_quarter(label):
        return _PLACE
    if " " not in label and is_acronym(label) and len(label) > 2:
        return CK + "PublicBody" if label.isalpha() else ""
    if has_inner_capital(label):
        return CK + "InformationSystem"
    several = len(words_of_phrase(label)) > 1 and not is_proper(label) and label[0].isupper()
    several = several and not is_paper(label)
    return CK + "Programme" if several and not label[-1].isdigit() else ""


def is_paper(label: str) -> bool:
    """Whether a name is of a paper, a sum or a class of things, which is no undertaking: "Travel Report"."""
    return head_part(label)[-1] in _PAPERS


def is_quarter(label: str) -> bool:
    """Whether a name is a foreign word with a point of the compass: "Ostrow West", "Upper Tarn"."""
    words = label.split()
    if len(words) != 2:
        return False
    one, other = (words[0], words[1]) if words[1] in _QUARTERS else (words[1], words[0])
    return other in _QUARTERS and is_proper(one) and one[1:].islower()


def is_common_short(label: str) -> bool:
    """Whether capitals are a short form of everyday English, which names no one thing: "PDF", "GDP"."""
    return label.upper() in _COMMON


def admits(label: str, cls: str) -> bool:
    """Whether a name of this shape can be of a class.

    >>> admits("PortLink", CK + "Place"), admits("Ostrow", CK + "Place")
    (False, True)
    """
    if cls == _PERSON:
        return is_personal(label, english=True)
    if cls == CK + "InformationSystem" and is_quarter(label):
        return False
    if cls == CK + "InformationSystem" and is_personal(label) and label.split()[0] in GIVEN_WORDS:
        return False
    if cls != _PLACE:
        return True
    words = words_of_phrase(label)
    shown = len(words) == 1 or not (is_acronym(words[-1]) and len(words[-1]) > 2)  # "Integrated GST"
    shown = shown and not has_inner_capital(label) and not all(is_acronym(w) or w[0].isdigit() for w in words)
    return shown and (len(words) == 1 or not all(is_english(w) for w in words))


def is_foreign(label: str) -> bool:
    """Whether the words alone show a name: none of them English, all in capitals, or with a capital inside."""
    return is_proper(label) or has_inner_capital(label) or all(is_acronym(w) for w in words_of_phrase(label))


def is_personal(label: str, *, english: bool = False) -> bool:
    """Whether a name has two to four words, of letters, none all in capitals and none (or not each) of them English.

    A given name may be an English word ("Mark").
    """
    words = label.split()
    plain = [w for w in words if w not in PARTICLES]
    whole = all(_WHOLE_WORD.fullmatch(w) for w in words)
    given = words[0] in GIVEN_WORDS and not class_of_name(label)
    proper = given or (any(is_proper(w) for w in plain) if english else is_proper(label))
    return 2 <= len(plain) <= 4 and whole and proper and not any(is_acronym(w) for w in plain)


def has_inner_capital(label: str) -> bool:
    """Whether a name is one word with a capital inside: "TradeNet", "iScan"."""
    return bool(_CAPITAL_INSIDE.fullmatch(label)) and not re.match(r"Ma?c[A-Z]|O'", label)


def _is_sign(label: str) -> bool:
    """Whether a name shows by its capitals to be one wherever it stands: "NTRA", "PortLink"."""
    acronym = " " not in label and is_acronym(label) and len(label) > 2 and not is_english(label)
    return acronym or has_inner_capital(label)


def _opens(c: Candidate, readings: Sequence[Reading]) -> bool:
    return opens_sentence(readings[c.passage], readings[c.passage].token_at(c.start))
