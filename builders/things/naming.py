"""All candidates of a passage: known things, names, quotations, codes and descriptions, overlaps settled."""

from __future__ import annotations

import re
from collections.abc import Mapping

from customs_kg.builders.english.honours import is_honour
from customs_kg.builders.english.words import can_be_verb
from customs_kg.builders.things.classing.derived import levies, parts_of_laws, things_around
from customs_kg.builders.things.classing.types import type_name
from customs_kg.builders.things.descriptions.described import find_descriptions
from customs_kg.builders.things.descriptions.functions import find_functions
from customs_kg.builders.things.descriptions.goods import find_goods, with_states
from customs_kg.builders.things.descriptions.listed import find_listed
from customs_kg.builders.things.descriptions.posts import find_posts
from customs_kg.builders.things.known.candidates import CERTAIN, LIKELY, Candidate, Reading
from customs_kg.builders.things.known.classes import ck, class_of_name, load_heads
from customs_kg.builders.things.known.gazetteer import Match
from customs_kg.builders.things.names.contexts import noun_after
from customs_kg.builders.things.names.joined_names import join_runs, post_with_field
from customs_kg.builders.things.names.national_bodies import national_bodies
from customs_kg.builders.things.names.persons import PersonName, find_persons
from customs_kg.builders.things.names.quoted import find_codes, find_quoted
from customs_kg.builders.things.names.runs import NameRun, find_runs, runs_between
from customs_kg.builders.things.names.shared import bodies_in_rows, outside_rows, undertakings_in_rows
from customs_kg.builders.things.names.sites import site_after, unit_after
from customs_kg.builders.things.names.spread import spread_offices
from customs_kg.builders.things.overlaps import settle
from customs_kg.ontology.iris import CK, FOAF
from customs_kg.ontology.registry import RegistryEntry

_OFFENCE = CK + "Offence"
_SYSTEMS = ck("InformationSystem ServicePlatform")
_KINDS = ck("GoodsCategory Offence")
_STILL_GOODS = frozenset(
    "products product goods items cases crimes offences offenses activities consignments seizures seizure smuggling "
    "trafficking interceptions hauls smugglers traffickers".split()
)
_RANKS = frozenset("Captain Commander Brigadier Inspector Superintendent Commandant Agent Supervisor".split())
_OWNED = re.compile(r"/id/(?:agency|agreement|initiative|legal|plan|programme|system)-")
PERSON = FOAF + "Person"


def find_candidates(reading: Reading, entries: Mapping[str, RegistryEntry]) -> list[Candidate]:
    """The candidates of a passage, sorted by place; names inside names are left out, those inside descriptions kept."""
    known = [
        _known(reading, m.start, m.end, entries[m.target])
        for m in reading.known
        if not _only_modifies(reading, m, entries[m.target].cls)
    ]
    rows = [*bodies_in_rows(reading), *undertakings_in_rows(reading)]
    runs = outside_rows(reading, join_runs(reading, find_runs(reading)), rows)
    persons = find_persons(reading, runs)
    quoted = [
        c
        for c in find_quoted(reading)
        if not any(k.start == c.start and reading.text[k.end : k.end + 1] == '"' for k in known)
    ]
    codes = find_codes(reading)
    names = _names(reading, runs, persons, [*known, *quoted, *codes])
    pool = [*rows, *known, *quoted, *names, *codes, *national_bodies(reading)]
    pool += [*find_descriptions(reading), *levies(reading, names), *parts_of_laws(reading, [*known, *names])]
    pool += [*find_listed(reading), *find_goods(reading), *find_functions(reading)]
    pool += [*things_around(reading, [*known, *names], entries), *find_posts(reading, [*known, *names])]
    pool += spread_offices(reading, [c for c in pool if c.how != "description"])
    return with_states(reading, settle(pool))


def _only_modifies(reading: Reading, m: Match, cls: str) -> bool:
    """Whether a word only tells a currency or, being for goods, a noun after it ("*fuel* use"), or is denied."""
    if reading.text[m.end : m.end + 2].strip().startswith("$"):
        return True  # "*US* $40 million"
    if cls in _KINDS and re.search(r"\b[Nn]o $", reading.text[max(0, m.start - 4) : m.start]):
        return True
    if cls not in _KINDS or reading.text[m.end : m.end + 1] != " ":
        return False
    at = reading.token_at(m.end)
    after = reading.tokens[at] if at < len(reading.tokens) else None
    if after is None or after.start != m.end + 1 or after.tag not in ("NN", "NNS") or not after.text.islower():
        return False
    if cls == _OFFENCE:
        return True  # "smuggling cases"
    return not can_be_verb(after.lower) and after.lower not in _STILL_GOODS


def _known(reading: Reading, start: int, end: int, entry: RegistryEntry) -> Candidate:
    label = reading.text[start:end].replace('"', "")
    at = reading.token_at(end)
    behind, last = noun_after(reading, at, 3) if entry.cls in _SYSTEMS else ("", at)
    tied = behind in _SYSTEMS and reading.text[end : end + 1] == " "
    aliases = (f"{label} {reading.words(at, last)}",) if tied else ()  # "H2000 *clearance system*"
    return Candidate(reading.index, start, end, label, entry.cls, "registry", CERTAIN, entry.iri, aliases)


def _names(
    reading: Reading, runs: list[NameRun], persons: list[PersonName], others: list[Candidate]
) -> list[Candidate]:
    found = [c for p in persons for c in (_person(reading, p), *_titles(reading, p))]
    taken = {(c.start, c.end) for c in others}
    quotes = [(c.start, c.end) for c in others if c.how == "quoted"]
    places = {(c.start, c.end) for c in others if c.cls == CK + "Place"}
    for n, run in enumerate(runs):
        if part := _outside(reading, run, persons):
            start, end = reading.tokens[part.first].start, reading.tokens[part.last - 1].end
            quoted = any(a <= start and end <= b for a, b in quotes)
            more = ((start, end) in places and site_after(reading, part.last)[0]) or unit_after(reading, *part[:2])
            if ((start, end) in taken and not more) or quoted or _is_known_with_owner(reading, start, end):
                continue
            if (
                part == run
                and (field := post_with_field(reading, runs, n))
                and _outside(reading, field, persons) == field
            ):
                found.append(_post(reading, run, field))
                continue
            found.extend(type_name(reading, part, runs[n + 1 :]))
    return found


def _is_known_with_owner(reading: Reading, start: int, end: int) -> bool:
    """Whether a name is a known body, text, programme or system "of the" known body or place that it belongs to."""
    opens = [m.end for m in reading.known if m.start == start and _OWNED.search(m.target)]
    closes = [m.start for m in reading.known if m.end == end]
    return any(reading.text[a:b].strip() in ("of", "of the") for a in opens for b in closes)


def _post(reading: Reading, post: NameRun, field: NameRun) -> Candidate:
    """A post whose field follows after a comma: "Commissioner, Domestic Taxes"."""
    label = reading.words(post.first, field.last)
    start, end = reading.tokens[post.first].start, reading.tokens[field.last - 1].end
    return Candidate(reading.index, start, end, label, CK + "Post", "name", LIKELY, aliases=(label.replace(",", ""),))


def _person(reading: Reading, person: PersonName) -> Candidate:
    name = reading.words(person.first, person.last)
    whole = reading.words(person.title_first, person.last)
    start = reading.tokens[person.first].start
    end = reading.tokens[person.last - 1].end
    return Candidate(reading.index, start, end, name, PERSON, "name", LIKELY, "", (whole,) if whole != name else ())


def _titles(reading: Reading, person: PersonName) -> list[Candidate]:
    """The post that stands as a title before a person's name: "*Deputy Director General* Ada Lovelace"."""
    last = person.first
    while last > person.title_first + 1 and _ends_with_address(reading.words(person.title_first, last)):
        last -= 1  # "Director General *Dr*"
    titles = {i: reading.words(i, last).partition(" (")[0].rstrip(". ") for i in range(person.title_first, last)}
    first = next((i for i, title in titles.items() if class_of_name(title) == CK + "Post"), None)
    if first is None or titles[first] in _RANKS:
        return []
    title = titles[first]
    start = reading.tokens[first].start
    return [Candidate(reading.index, start, start + len(title), title, CK + "Post", "name", LIKELY)]


def _ends_with_address(titles: str) -> bool:
    """Whether the last of the words before a person's name is a way to address them, and ends no post."""
    words = titles.split()
    heads = load_heads()
    address = words[-1] in (".", "'") or bool(heads.longest([words[-1].rstrip(".'")], "title")[0])
    return address and heads.longest(words, "name")[0] != CK + "Post"


def _behind(reading: Reading, rest: NameRun) -> NameRun | None:
    """The name in what a person's name leaves of a run: "Director Lund of the *Coast Guard* and Minister Brekke"."""
    first = rest.first
    while first < rest.last and reading.tokens[first].text.islower():
        first += 1
    return next(iter(runs_between(reading, first, rest.last)), None) if first < rest.last else None


def _outside(reading: Reading, run: NameRun, persons: list[PersonName]) -> NameRun | None:
    """What of a run is no person: a post that follows or precedes one in the same row of capitals."""
    for p in persons:
        if p.title_first < run.last and run.first < p.last:
            if p.last < run.last and not is_honour(reading.tokens[p.last].text):
                rest = _behind(reading, NameRun(p.last, run.last, opens=False))
                return _outside(reading, rest, persons) if rest is not None else None  # "Mr A and *Ms B*"
            if run.first < p.title_first:
                return NameRun(run.first, p.title_first, run.opens)
            return None
    return run
