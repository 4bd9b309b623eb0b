"""All candidates of a passage: known things, names, quotations, codes and descriptions, overlaps settled."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from customs_kg.builders.candidates import CERTAIN, FAIR, LIKELY, WEAK, Candidate, Reading
from customs_kg.builders.classes import ck, class_of_name, load_heads, words_of_phrase
from customs_kg.builders.contexts import apposition, class_in_context, class_of_list, noun_after
from customs_kg.builders.descriptions import find_descriptions
from customs_kg.builders.names import NameRun, find_runs, is_acronym, is_proper
from customs_kg.builders.persons import PersonName, find_persons
from customs_kg.builders.quoted import find_codes, find_quoted
from customs_kg.builders.spread import SPREAD, spread_offices
from customs_kg.ontology.iris import CK, FOAF
from customs_kg.ontology.lexicon import RegistryEntry

PERSON = FOAF + "Person"
_POST = CK + "Post"
_LEVY = re.compile(r" (?:[a-z]+ )?(?:duties|duty|tariffs|tax|taxes|levies|levy)\b")
_JOINING = re.compile(
    r"\b(?:[Jj]oin(?:ing|ed)|[Aa]ccession to|[Aa]cced(?:ed|ing) to|[Ee]ntry into|[Aa]dmission to) (?:the )?$"
)
_ALONG = re.compile(r'\b((?:countries|nations|states|economies)(?: and regions)? along) "?(?:the )?$')
_SECTION = re.compile(r"(?:Section|Article|Chapter|Title) \d+[A-Z]?\b")
_BODIES = ck(
    "PublicBody CustomsAdministration CustomsHeadquarters InternationalOrganization "
    "CoordinationMechanism CustomsUnit SupervisedAssociation IntergovernmentalGrouping "
    "StationedOffice OperationsCenter"
)
_COMPASS = frozenset("north south east west central northern southern eastern western islands".split())
_UNITS = frozenset({CK + "CustomsUnit", CK + "PublicBody", CK + "OperationsCenter", CK + "SubAdministration"})
_OWNERS = frozenset({CK + "InternationalOrganization", CK + "IntergovernmentalGrouping"})
_JOINED = ck("InternationalOrganization IntergovernmentalGrouping Agreement TradeAgreement")
_CONCEPTS = ck("CustomsFunction WorkingMethod Offence GoodsCategory TaxType EquipmentType")
_PRIORITY = {"quoted": 0, "registry": 1, "name": 2, "code": 3, "acronym": 3, "description": 4}


def find_candidates(reading: Reading, entries: Mapping[str, RegistryEntry]) -> list[Candidate]:
    """The candidates of a passage, sorted by place; names inside names are left out, those inside descriptions kept."""
    known = [_known(reading, m.start, m.end, entries[m.target]) for m in reading.known]
    runs = find_runs(reading)
    persons = find_persons(reading, runs)
    quoted = [
        c
        for c in find_quoted(reading)
        if not any(k.start == c.start and reading.text[k.end : k.end + 1] == '"' for k in known)
    ]
    names = _names(reading, runs, persons, [*known, *quoted])
    pool = [*known, *quoted, *names, *find_codes(reading)]
    pool += [*find_descriptions(reading), *_levies(reading, names)]
    pool += _around(reading, [*known, *names], entries)
    pool += spread_offices(reading, [c for c in pool if c.how != "description"])
    return settle(pool)


def _around(reading: Reading, names: list[Candidate], entries: Mapping[str, RegistryEntry]) -> list[Candidate]:
    """Things that the words before a name make of it: the accession to a body, the countries along a route."""
    found = []
    for name in names:
        before = reading.text[max(0, name.start - 40) : name.start]
        if name.cls in _JOINED and (m := _JOINING.search(before)):
            start = name.start - len(m.group())
            label = f"accession to the {entries[name.iri].label if name.iri else name.label}"
            found.append(
                Candidate(
                    reading.index,
                    start,
                    name.end,
                    label,
                    CK + "StatusChange",
                    "description",
                    FAIR,
                    "",
                    (reading.text[start : name.end],),
                    SPREAD,
                )
            )
        if name.cls in (CK + "PolicyInitiative", CK + "TransportCorridor", CK + "Place") and (
            m := _ALONG.search(before)
        ):
            start = name.start - len(m.group())
            label = f"countries along the {name.label}"
            found.append(
                Candidate(
                    reading.index,
                    start,
                    name.end,
                    label,
                    CK + "PlaceGroup",
                    "description",
                    FAIR,
                    "",
                    (f"{m.group(1)} the {name.label}",),
                    SPREAD,
                )
            )
    return found


def settle(pool: list[Candidate]) -> list[Candidate]:
    """Candidates without those that stand inside a name or overlap a stronger one."""
    kept: list[Candidate] = []
    ranked = sorted(pool, key=lambda c: (_PRIORITY[c.how] // 4, c.start - c.end, _PRIORITY[c.how], c.start, c.label))
    ends = {(k.end, k.cls) for k in pool if k.how == "registry"}
    cores = {(k.start, k.end, k.cls) for k in pool if k.how == "registry"}
    named = {(k.start, k.cls) for k in pool if k.how in ("quoted", "name")}
    for c in ranked:
        if c.how == "description" and (
            (c.end, c.cls) in ends
            or (c.start, c.core_end, c.cls) in cores
            or any((c.end + gap, c.cls) in named for gap in (1, 2))
        ):
            continue
        if all(_compatible(c, k) for k in kept):
            kept.append(c)
    return sorted(kept, key=lambda c: (c.start, -c.end, c.label))


def _compatible(c: Candidate, kept: Candidate) -> bool:
    if c.end <= kept.start or kept.end <= c.start:
        return True
    if (c.start, c.end) == (kept.start, kept.end):
        return c.how == kept.how == "description" and c.cls == kept.cls and c.label != kept.label
    inside = kept.start <= c.start and c.end <= kept.end
    around = c.start <= kept.start and kept.end <= c.end
    if (
        inside
        and kept.how == "name"
        and c.cls in _OWNERS
        and re.search(r" (?:of|with|on|to) (?:the )?$", kept.label[: c.start - kept.start])
    ):
        return True
    if inside:
        return _opens_inside(kept) and not _is_part(c, kept)
    if around and c.how == "description":
        return True
    return c.how == "description" == kept.how and c.cls == kept.cls and c.start == kept.start and bool(c.aliases)


def _is_part(c: Candidate, outer: Candidate) -> bool:
    """Whether a candidate is only a part of a description: its modifier, or the same kind of thing named shorter."""
    if outer.how != "description":
        return False
    if c.how == "description":
        return c.cls == outer.cls and not c.core_end == outer.core_end == SPREAD
    return c.how == "registry" and c.end <= outer.core_end and c.cls in _CONCEPTS


def _opens_inside(outer: Candidate) -> bool:
    """Whether names inside this one are named too."""
    sectioned = bool(_SECTION.match(outer.label))
    return (outer.cls == _POST and outer.how == "name") or outer.how == "description" or sectioned


def _known(reading: Reading, start: int, end: int, entry: RegistryEntry) -> Candidate:
    label = reading.text[start:end].replace('"', "")
    return Candidate(reading.index, start, end, label, entry.cls, "registry", CERTAIN, entry.iri)


def _names(
    reading: Reading, runs: list[NameRun], persons: list[PersonName], others: list[Candidate]
) -> list[Candidate]:
    found = [_person(reading, p) for p in persons]
    taken = {(c.start, c.end) for c in others}
    quotes = [(c.start, c.end) for c in others if c.how == "quoted"]
    for n, run in enumerate(runs):
        if part := _outside(run, persons):
            start, end = reading.tokens[part.first].start, reading.tokens[part.last - 1].end
            if (start, end) in taken or any(a <= start and end <= b for a, b in quotes):
                continue
            found.extend(_name(reading, part, runs[n + 1 :]))
    return found


def _person(reading: Reading, person: PersonName) -> Candidate:
    name = reading.words(person.first, person.last)
    whole = reading.words(person.title_first, person.last)
    start = reading.tokens[person.first].start
    end = reading.tokens[person.last - 1].end
    return Candidate(reading.index, start, end, name, PERSON, "name", LIKELY, "", (whole,) if whole != name else ())


def _outside(run: NameRun, persons: list[PersonName]) -> NameRun | None:
    """What of a run is no person: a post that follows or precedes one in the same row of capitals."""
    for p in persons:
        if p.title_first < run.last and run.first < p.last:
            if p.last < run.last:
                return NameRun(p.last, run.last, False)
            if run.first < p.title_first:
                return NameRun(run.first, p.title_first, run.opens)
            return None
    return run


def _name(reading: Reading, run: NameRun, later: list[NameRun]) -> list[Candidate]:
    text = reading.words(run.first, run.last)
    start, end = reading.tokens[run.first].start, reading.tokens[run.last - 1].end
    label = re.sub(r"(?<=\w)\(", " (", text)
    if _SECTION.match(text):
        return _section(reading, run, label, start, end, later)
    if run.last - run.first == 1 and not _alone(reading, run, text):
        return []
    cls, confidence = class_of_name(text), LIKELY
    if cls not in _BODIES and class_of_list(reading, run.first) in _UNITS:
        cls = CK + "CustomsUnit"
    if cls == CK + "PublicBody" and any(
        m.start == start and m.end < end and "/body-" in m.target for m in reading.known
    ):
        cls = CK + "InternationalOrganization"
    aliases: tuple[str, ...] = ()
    if cls == CK + "CustomsAdministration" and text.endswith(" Customs") and (by_noun := _by_noun(reading, run))[0]:
        cls, aliases = by_noun[0], (by_noun[1],)
    if not cls and len(words_of_phrase(text)) <= 6:
        cls, longer = _by_noun(reading, run)
        cls = cls or class_in_context(reading, run.first, run.last)
        apposed = apposition(reading, run.last)
        aliases = tuple(a for a in (longer, apposed[1] if apposed[0] == cls else "") if a)
        end = start + len(longer) if longer else end
        if cls == CK + "Place" and longer:
            label, aliases = longer, (label,)
        confidence = FAIR
    if not cls and re.search(r"\w \d{1,2}$", text):
        return [Candidate(reading.index, start, end, label, "", "name", WEAK)]
    if not cls and _may_be_programme(reading, run, text):
        cls, confidence = CK + "Programme", WEAK
    found = [Candidate(reading.index, start, end, label, cls, "name", confidence, "", aliases)] if cls else []
    return [*found, *_inner(reading, start, text, cls)]


def _alone(reading: Reading, run: NameRun, word: str) -> bool:
    """Whether one capitalised word can be a name: not for the capital that opens a sentence."""
    cls = class_of_name(word)
    if cls == _POST or load_heads().longest([word], "alone")[0]:
        return not run.opens
    if is_acronym(word):
        return True
    if not run.opens and word.lower() not in _COMPASS and class_of_list(reading, run.first) in _UNITS:
        return True
    if cls or len(word) < 3 or re.search(r"[A-Z]\w*-[a-z]", word) or _is_attribute(reading, run):
        return False
    return (is_proper(word) and word[0].isalpha()) or ("-" in word and word[0].islower())


def _is_attribute(reading: Reading, run: NameRun) -> bool:
    """One word that goes with a lower-case noun which does not type it: "African officials"."""
    after = reading.tokens[run.last] if run.last < len(reading.tokens) else None
    return (
        after is not None
        and after.is_noun
        and after.text[0].islower()
        and after.start == reading.tokens[run.last - 1].end + 1
        and not _by_noun(reading, run)[0]
        and not _as_place_before(reading, run)
    )


def _as_place_before(reading: Reading, run: NameRun) -> bool:
    before = [t.lower for t in reading.tokens[max(0, run.first - 2) : run.first]]
    return "at" in before


def _by_noun(reading: Reading, run: NameRun) -> tuple[str, str]:
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
    cls, last = noun_after(reading, at, 3)
    return (cls, reading.words(run.first, last)) if cls else ("", "")


def _may_be_programme(reading: Reading, run: NameRun, text: str) -> bool:
    """Two capitalised words or more inside a sentence, of English, with an article: some undertaking."""
    before = reading.tokens[run.first - 1].lower if run.first else ""
    words = words_of_phrase(text)
    return (
        not run.opens
        and len(words) > 1
        and before == "the"
        and not is_proper(text)
        and not any(is_acronym(w) for w in words)
    )


def _inner(reading: Reading, start: int, text: str, cls: str) -> list[Candidate]:
    """The body that a post belongs to, and the law that a section is of."""
    m = re.search(r" of (?:the )?", text)
    if m is None or cls != _POST:
        return []
    inside = text[m.end() :]
    inner = class_of_name(inside)
    if inner not in _BODIES or (len(words_of_phrase(inside)) < 2 and not is_acronym(inside)):
        return []
    return [Candidate(reading.index, start + m.end(), start + len(text), inside, inner, "name", LIKELY)]


def _section(reading: Reading, run: NameRun, label: str, start: int, end: int, later: list[NameRun]) -> list[Candidate]:
    cls = CK + "LegalInstrument"
    short = _SECTION.match(label)
    whole, of, law = label.partition(" of the ")
    if of:
        at = start + len(whole) + len(of)
        outer = Candidate(reading.index, start, end, label, cls, "name", LIKELY, "", (whole,))
        return [outer, Candidate(reading.index, at, end, law, class_of_name(law) or cls, "name", LIKELY)]
    shared = _shared_law(reading, run, later)
    full = f"{label} of the {shared}" if shared else label
    return (
        [Candidate(reading.index, start, end, full, cls, "name", LIKELY, "", (label,) if shared else ())]
        if short
        else []
    )


def _shared_law(reading: Reading, run: NameRun, later: list[NameRun]) -> str:
    """The law of "Section 201 and Section 301 of the Trade Act" for the first of the two."""
    if not later or later[0].first != run.last + 1 or reading.tokens[run.last].lower not in ("and", "or", ","):
        return ""
    other = reading.words(later[0].first, later[0].last)
    if not _SECTION.match(other):
        return ""
    law = other.partition(" of the ")[2]
    return law or _shared_law(reading, later[0], later[1:])


def _levies(reading: Reading, names: list[Candidate]) -> list[Candidate]:
    """Duties named by the law that they rest on: "Section 301 duties on goods from ..."."""
    found = []
    for name in names:
        if name.cls != CK + "LegalInstrument" or not (levy := _LEVY.match(reading.text, name.end)):
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


def relabel(candidate: Candidate, label: str) -> Candidate:
    """The candidate under another label, its own as an alias."""
    return replace(candidate, label=label, aliases=(*candidate.aliases, candidate.label))
