"""Short forms that nobody defines: "the CRS" in a report of the Coral Revenue Service."""

from __future__ import annotations

import re

from customs_kg.builders.things.joining.clusters import Cluster
from customs_kg.builders.things.names.acronyms import is_acronym_like

_SMALL = frozenset("of and the for on in to a an".split())
_LEAST = 3  # letters below which too many names have the same initials
_TWO_CAPITALS = re.compile(r"[A-Z][A-Za-z]*[A-Z][A-Za-z]*")


def join_initials(clusters: dict[str, Cluster]) -> None:
    """Takes each undefined acronym into the one thing of several words that it abbreviates."""
    long = {key: c for key, c in clusters.items() if not any(is_acronym_like(a) for a in c.aliases)}
    for key in sorted(clusters):
        if acronym := _acronym(clusters[key]):
            owners = [k for k, c in long.items() if k != key and any(abbreviates(acronym, form) for form in c.forms)]
            if len(owners) == 1:
                long[owners[0]].aliases.add(acronym)
                del clusters[key]
                long.pop(key, None)


def _acronym(c: Cluster) -> str:
    """The acronym that is all a cluster goes by; "" for any other."""
    form = next(iter(c.forms)) if len(c.forms) == 1 and not c.iri and not c.aliases else ""
    return form if len(form) >= _LEAST and _TWO_CAPITALS.fullmatch(form) else ""


def abbreviates(acronym: str, name: str) -> bool:
    """Whether an acronym is the openings of the capitalised words of a name, all of them, small words let out or not.

    >>> abbreviates("CRCS", "Coral Revenue and Customs Service"), abbreviates("CORRA", "Coral Revenue Authority")
    (True, True)
    >>> abbreviates("CRA", "Coral Revenue and Customs Service")
    False
    """
    words = re.findall(r"[^\W\d_]+", name)
    capitals = [w for w in words if w not in _SMALL]
    if len(capitals) < _LEAST or not all(w[0].isupper() for w in capitals):
        return False
    letters = acronym.casefold()
    initials = {"".join(w[0] for w in ws).casefold() for ws in (words, capitals)}
    return letters in initials or (len(letters) > _LEAST and _opens(letters, [w.casefold() for w in capitals]))


def _opens(letters: str, words: list[str]) -> bool:
    """Whether the letters are the first letter of each word, and the opening of the first one or more."""
    rest = "".join(w[0] for w in words[1:])
    first = letters.removesuffix(rest)
    return letters.endswith(rest) and len(first) > 1 and words[0].startswith(first)
