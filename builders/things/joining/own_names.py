"""The agency under other names that nobody defines: its initials, its noun, a word or all but the last of its name.

Also what stands beside its name in the title: "Revenue - Irish Tax and Customs".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from customs_kg.builders.things.joining.agency import Authorship, taken_in
from customs_kg.builders.things.joining.clusters import Cluster
from customs_kg.builders.things.joining.initials import abbreviates
from customs_kg.builders.things.known.classes import ck, class_of_name
from customs_kg.builders.things.known.territories import territory_names
from customs_kg.builders.things.references.standing_names import head_noun
from customs_kg.ontology.iris import CK

_TAIL = re.compile(
    r"(.+ (?:Customs|Revenue)) (?:Administration|Agency|Authority|Board|Bureau|Commission|Committee|Department|"
    r"Directorate|Division|Office|Organi[sz]ation|Service|Services)"
)
_WORD = re.compile(r"[A-Z][a-z]{3,}")
_BODIES = ck("PublicBody CustomsAdministration CustomsUnit Company Association")
_BESIDE = re.compile(r"\s+[-\u2013\u2014|]\s+|\s*[:,;()]\s*")  # what parts two names of one body in a title
_OFTEN = 2  # a word that stands for a body once may be a slip
_SHORT = re.compile(r"\b[A-Z][A-Za-z]*[A-Z][A-Za-z]*\b")
_OFFICE_OF = re.compile(r"^Office of (?:the )?")


def with_own_names(
    clusters: Sequence[Cluster], authorship: Authorship, front: Sequence[str], text: str
) -> list[Cluster]:
    """The clusters, with those that name the agency in another way taken into its own.

    `front` are the title lines of the report, `text` all of it.
    """
    agency = authorship.agency
    if agency is None:
        return list(clusters)
    shorts = _initials(agency, text)
    words = _words(agency, front)

    def names_it(c: Cluster) -> bool:
        undefined = not c.aliases and shorts.issuperset(c.forms)
        shorter = _is_its_noun(c, agency) or _begins(c, agency) or _begins(agency, c) or _is_office(c, agency)
        return undefined or shorter or _goes_by_word(c, words)

    kept = taken_in(clusters, authorship, agency, names_it, Cluster.take_short)
    taken = {name for c in kept if c is not agency for name in (*c.forms, *c.aliases)}
    agency.aliases |= (shorts - taken) | _in_full(agency, front)
    return kept


def _in_full(agency: Cluster, front: Sequence[str]) -> set[str]:
    """The agency's name with the land or body beside it in a title line: "Board of Customs, *Norland*"."""
    pairs = {line.strip(): line.strip().split(", ") for line in front}
    lands = {m.label for line in pairs for m in territory_names().find(line)}
    return {
        line
        for line, parts in pairs.items()
        if len(parts) == 2
        and not agency.forms.keys().isdisjoint(parts)
        and all(p in agency.forms or p in lands or class_of_name(p) in _BODIES for p in parts)
    }


def _words(agency: Cluster, front: Sequence[str]) -> frozenset[str]:
    """The words of the agency's names, and what stands beside one of them in a title line."""
    parts = [_BESIDE.split(line) for line in front]
    beside = (part for line in parts for part in line if not agency.forms.keys().isdisjoint(line))
    return frozenset((*(word for form in agency.forms for word in form.split()), *beside))


def _goes_by_word(c: Cluster, words: frozenset[str]) -> bool:
    """As in "*Revenue* seized 12 boats" for the Revenue Commissioners."""
    return c.cls in _BODIES and len(c.members) >= _OFTEN and bool(_WORD.fullmatch(c.label)) and c.label in words


def _is_its_noun(c: Cluster, agency: Cluster) -> bool:
    """As in "the *Commission*" for the Northern Customs Commission."""
    noun = " " not in c.label and c.label.istitle() and c.cls == CK + "PublicBody"
    return noun and head_noun(c.label) in {head_noun(form) for form in agency.forms if " " in form}


def _begins(short: Cluster, long: Cluster) -> bool:
    """As in "*Northern Customs*" for the Northern Customs Service."""
    shorter = (m.group(1) for form in long.forms if (m := _TAIL.fullmatch(form)))
    return short.cls == long.cls and any(short.label == name for name in shorter)


def _is_office(c: Cluster, agency: Cluster) -> bool:
    """As in "the *Office of* the Border Commissioners" for the Border Commissioners of Eastland, or the other way."""
    if not any(form.startswith("Office of ") for x in (c, agency) for form in x.forms):
        return False
    bare = [{_OFFICE_OF.sub("", form) for form in x.forms} for x in (c, agency)]
    return any(b == a or b.startswith(f"{a} of ") for a in bare[0] for b in bare[1])


def _initials(agency: Cluster, text: str) -> set[str]:
    """The acronyms of a text that abbreviate the name of the agency, with the country that opens it or without."""
    if any(_SHORT.fullmatch(alias) for alias in agency.aliases):
        return set()
    names = {name for form in agency.forms for name in (form, _without_country(form))}
    return {short for short in set(_SHORT.findall(text)) if any(abbreviates(short, name) for name in names)}


def _without_country(name: str) -> str:
    opening = next((m for m in territory_names().find(name) if m.start == 0), None)
    return name[opening.end :].strip() if opening is not None else name
