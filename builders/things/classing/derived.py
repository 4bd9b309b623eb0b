"""Things that the words beside a name make of it: a section of a law, a duty under it, an accession."""

from __future__ import annotations

import re
from collections.abc import Mapping

from customs_kg.builders.english.cued import cued
from customs_kg.builders.things.known.candidates import FAIR, LIKELY, WEAK, Candidate, Reading
from customs_kg.builders.things.known.classes import ck, class_of_name
from customs_kg.builders.things.names.runs import NameRun
from customs_kg.builders.things.names.spread import SPREAD
from customs_kg.builders.things.overlaps import SECTION
from customs_kg.ontology.iris import CK
from customs_kg.ontology.registry import RegistryEntry

_LAW = CK + "LegalInstrument"
_LEVY = re.compile(r" (?:[a-z]+ )?(?:duties|duty|tariffs|tax|taxes|levies|levy)\b")
# duties of no kind that is told, beside money: "$34.6 billion in *duties*", "*duties*, taxes and fees"
_DUTIES = cued(
    "duties",
    r"(?:(?<=illion in )|(?<=illion of )|(?<=illion were )|(?<=of it in )|(?<=of them in ))"
    r"duties\b(?! (?:on|of|under|for)\b)"
    r"|\bduties(?=,? (?:and )?(?:other )?(?:taxes|fees)\b)"
    r"|\b[Dd]uties(?= alone\b| (?:made up|accounted for|amounted to|brought in|contributed|yielded) \W?[A-Z$€£\d])",
)
_LEVIED_UNDER = re.compile(
    r"\b(?P<what>(?:(?!(?:the|of|and|all|in|on|these|those|as|by) )[A-Za-z][a-z]+ (?:and [a-z]+ )?)?"
    r"(?:[Dd]uties|[Tt]ariffs|[Ll]evies|[Tt]axes))(?: on [a-z]+(?: and [a-z]+)?)?"
    r"(?: (?:assessed|imposed|levied|charged|collected))? under (?:the )?$"
)
_BY_SHORT_FORM = cued(  # duties told by the short form of a law or scheme: "*QRTA duties*"
    "duties levy levies surcharge surtax",
    r"(?<![\w-])[A-Z][A-Z/&]{1,7} (?:duties|levy|levies|surcharge|surtax)\b(?! [a-z]+ers?\b)",
)
_TARIFFS = cued(  # tariffs that are paid, not "tariff lines" or those that come down
    "tariffs",
    r"\b[Tt]ariffs(?= (?:amounted|accounted|rose|fell|brought|and|reached|yielded|contributed|"
    r"made up|came to|stood at|gave|provided|produced|generated|represented|constituted|total(?:l?ed)|\([A-Z$€£]|"
    r"[A-Z$€£]+\W?\d|[A-Z]{2,4} \d)|[,.;:)]|$)",
)
_OF_YEAR = cued(
    "act law ordinance code regulations decree proclamation",
    r"\b[Tt]he ((?:19|20)\d\d (?:Act|Law|Ordinance|Code|Regulations|Decree|Proclamation))\b(?! [A-Z\d])",
)
_SECTION_OF = re.compile(r"\b(?:section|article|regulation|paragraph) \d+[A-Z]?(?:\(\w+\))* of (?:the )?$")
_CITED = cued("c usc cfr", r"\b\d{1,2} (?:U\.S\.C\.|USC|C\.F\.R\.|CFR)(?: §+)? ?\d+\w*(?:\(\w\))*")
_JOINING = re.compile(
    r"\b(?:[Jj]oin(?:ing|ed)|[Aa]ccession to|[Aa]cced(?:ed|ing) to|[Ee]ntry into|[Aa]dmission to) (?:the )?$"
)
_ALONG = re.compile(r'\b((?:countries|nations|states|economies)(?: and regions)? along) "?(?:the )?$')
_SERVICE_OF = re.compile(
    r"\b([Cc]ustoms (?:administration|service|authority|authorities|department|agency|directorate|administrations)) of "
    r"(?:the )?$"
)
_MEETING_OF = re.compile(
    r"\b(?:(?:\d{1,3}(?:st|nd|rd|th)|[a-z]+(?:teenth|tieth|th)|first|second|third|annual|regional|extraordinary) )?"
    r"(?:meeting|conference|summit|gathering|assembly) of (?:the )?$"
)
_MEETING = ck("Post InternationalOrganization IntergovernmentalGrouping CoordinationMechanism SupervisedAssociation")
_JOINED = ck("InternationalOrganization IntergovernmentalGrouping Agreement TradeAgreement")
_ROUTES = ck("PolicyInitiative TransportCorridor Place")


def things_around(reading: Reading, names: list[Candidate], entries: Mapping[str, RegistryEntry]) -> list[Candidate]:
    """The accession to a body that is joined, the customs service of a country, the countries along a route."""
    found = []
    for name in names:
        before = reading.text[max(0, name.start - 40) : name.start]
        if name.cls in _JOINED and (m := _JOINING.search(before)):
            start = name.start - len(m.group())
            label = f"accession to the {entries[name.iri].label if name.iri else name.label}"
            found.append(_described(name, start, label, "StatusChange", reading.text[start : name.end]))
        if name.cls == CK + "CustomsTerritory" and (m := _SERVICE_OF.search(before)):
            start = name.start - len(m.group())
            label = f"{m.group(1)[0].lower()}{m.group(1)[1:]} of {name.label}"
            found.append(_described(name, start, label, "CustomsAdministration", reading.text[start : name.end]))
        if name.cls in _MEETING and (m := _MEETING_OF.search(before)):
            start = name.start - len(m.group())
            label = reading.text[start : name.end]
            found.append(_described(name, start, label, "Meeting", label))
        if name.cls in _ROUTES and (m := _ALONG.search(before)):
            start = name.start - len(m.group())
            alias = f"{m.group(1)} the {name.label}"
            found.append(_described(name, start, f"countries along the {name.label}", "PlaceGroup", alias))
    return found


def _described(name: Candidate, start: int, label: str, cls: str, alias: str) -> Candidate:
    return Candidate(
        name.passage, start, name.end, label, CK + cls, "description", FAIR, aliases=(alias,), core_end=SPREAD
    )


def parts_of_laws(reading: Reading, names: list[Candidate]) -> list[Candidate]:
    """The section of a law that lower case names ("*section 56 of* the Customs Act"), and laws cited by their place."""
    found = [
        Candidate(reading.index, m.start(), m.end(), m.group(), _LAW, "name", LIKELY)
        for m in _CITED.finditer(reading.text)
    ]
    found += [
        Candidate(reading.index, m.start(1), m.end(1), m.group(1), _LAW, "name", LIKELY)
        for m in _OF_YEAR.finditer(reading.text)
    ]
    for name in names:
        if name.cls == _LAW and (m := _SECTION_OF.search(reading.text, max(0, name.start - 40), name.start)):
            label = reading.text[m.start() : name.end]
            found.append(Candidate(reading.index, m.start(), name.end, label, _LAW, "description", FAIR))
    return found


def levies(reading: Reading, names: list[Candidate]) -> list[Candidate]:
    """Duties named by the law that they rest on ("Section 301 duties on goods from ..."), and tariffs that are paid."""
    found = [
        Candidate(reading.index, m.start(), m.end(), "tariffs", CK + "TaxType", "description", WEAK, core_end=m.end())
        for m in _TARIFFS.finditer(reading.text)
        if not _is_told(reading, m.start())
    ]
    found += [
        Candidate(reading.index, m.start(), m.end(), "duties", CK + "TaxType", "description", WEAK, core_end=m.end())
        for m in _DUTIES.finditer(reading.text)
        if not _is_told(reading, m.start())
    ]
    lands = {m.start for m in reading.known if "/place-" in m.target}  # "EU duties"
    found += [
        Candidate(reading.index, m.start(), m.end(), m.group(), CK + "TaxType", "description", FAIR)
        for m in _BY_SHORT_FORM.finditer(reading.text)
        if m.start() not in lands
    ]
    for name in names:
        if name.cls != _LAW:
            continue
        if under := _LEVIED_UNDER.search(reading.text, max(0, name.start - 60), name.start):
            found.append(_levied(reading, name, under))
        if not (levy := _LEVY.match(reading.text, name.end)):
            continue
        end = levy.end()
        on = re.match(r" on (?:[a-z]+(?: from [A-Z]\w+)?)", reading.text[end:])
        end += on.end() if on else 0
        found.append(
            Candidate(
                reading.index, name.start, end, reading.text[name.start : end], CK + "TaxType", "description", FAIR
            )
        )
    return found


def _levied(reading: Reading, name: Candidate, under: re.Match[str]) -> Candidate:
    """Duties told by the law behind them: "*duties on tin imposed under* Section 9", also "Section 9 duties on tin"."""
    label = f"{under['what'].lower()} under {name.label}"
    aliases = [f"{n} {under['what'].lower()}" for n in (name.label, *name.aliases) if " of " not in n]
    aliases += [under["what"]] if " " in under["what"] else []  # "steel and tin duties"
    cls = CK + "TaxType"
    return Candidate(
        reading.index, under.start(), name.end, label, cls, "description", FAIR, "", tuple(aliases), SPREAD
    )


def _is_told(reading: Reading, start: int) -> bool:
    """Whether the word before a noun tells which one is meant: "*preferential* tariffs", "*the* tariffs"."""
    at = reading.token_at(start)
    if at and re.fullmatch(r"(?:19|20)\d\d", reading.tokens[at - 1].text):
        return False  # "in 2014 tariffs yielded"
    return at > 0 and reading.tokens[at - 1].tag.startswith(("JJ", "NN", "VBN", "DT", "PRP$", "POS", "CD"))


def sections(reading: Reading, run: NameRun, later: list[NameRun]) -> list[Candidate]:
    """A section of a law and the law: "Section 201 of the Trade Act"; `later` are the names after this one."""
    label = reading.words(run.first, run.last)
    start, end = reading.tokens[run.first].start, reading.tokens[run.last - 1].end
    whole, of, law = label.partition(" of the ")
    if of:
        at = start + len(whole) + len(of)
        outer = Candidate(reading.index, start, end, label, _LAW, "name", LIKELY, aliases=(whole,))
        return [outer, Candidate(reading.index, at, end, law, class_of_name(law) or _LAW, "name", LIKELY)]
    shared = _shared_law(reading, run, later)
    full = f"{label} of the {shared}" if shared else label
    aliases = (label,) if shared else ()
    return [Candidate(reading.index, start, end, full, _LAW, "name", LIKELY, aliases=aliases)]


def _shared_law(reading: Reading, run: NameRun, later: list[NameRun]) -> str:
    """The law of "Section 201 and Section 301 of the Trade Act" for the first of the two."""
    if not later or later[0].first != run.last + 1 or reading.tokens[run.last].lower not in ("and", "or", ","):
        return ""
    other = reading.words(later[0].first, later[0].last)
    if not SECTION.match(other):
        return ""
    law = other.partition(" of the ")[2]
    return law or _shared_law(reading, later[0], later[1:])
