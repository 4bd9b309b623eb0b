"""Names within names: the body of "the Budget Bureau of *the Ministry of Finance*"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from customs_kg.builders.things.known.candidates import LIKELY, Candidate
from customs_kg.builders.things.known.classes import TEXTS, ck, class_of_name
from customs_kg.builders.things.known.territories import known_names, opens_with_land
from customs_kg.builders.things.known.word_shapes import is_proper
from customs_kg.ontology.iris import CK

_BODIES = ck(
    "PublicBody CustomsAdministration CustomsHeadquarters CustomsUnit EnforcementForce SubAdministration "
    "InternationalOrganization IntergovernmentalGrouping"
)
_OWNED = _BODIES | {CK + "Post"}
_LANDS = frozenset("republic kingdom state states commonwealth union federation emirate sultanate principality".split())
_OF = re.compile(r"\b(?:of (?:the )?|to the )(?=[A-Z])")


def inner_names(found: Sequence[Candidate]) -> list[Candidate]:
    """The bodies and texts that end another name behind "of the" or "to the", where they are no names yet."""
    places = {(c.passage, c.start, c.end) for c in found}
    return [
        inner
        for name in found
        if name.how == "name"
        for inner in _inside(name)
        if (inner.passage, inner.start, inner.end) not in places
    ]


def _inside(name: Candidate) -> Iterator[Candidate]:
    if name.end - name.start != len(name.label):
        return  # the label is not the words themselves
    for of in _OF.finditer(name.label):
        label = name.label[of.end() :]
        national = of.group().endswith("the ") or opens_with_land(label)
        cls = class_of_name(label) if " " in label else ""
        owner = name.label[: of.start()].split()[-1:]
        own = cls == CK + "CustomsAdministration" and is_proper(label.split()[0])  # "Tariff Office of *Tarn Customs*"
        own = own and _LANDS.isdisjoint(word.lower() for word in owner)  # not "Republic of *Tarn Customs*"
        cls = cls if national or own else ""
        if of.group() == "to the ":
            owned = cls in TEXTS and name.cls in TEXTS  # "Protocol to the *Tarn Convention*"
        else:
            owned = cls in _BODIES and (name.cls in _OWNED or " for " not in label)
        if owned:
            known = next((m.target for m in known_names().find(label) if m.label == label), "")
            yield Candidate(name.passage, name.start + of.end(), name.end, label, cls, "name", LIKELY, known)
