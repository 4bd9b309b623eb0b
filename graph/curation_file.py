"""The file with corrections that stands beside a report: `report.curation.toml` beside `report.txt`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import PurePath
from typing import Any

from customs_kg.graph.curation import Correction, CorrectionKind
from customs_kg.ontology.errors import InputError
from customs_kg.ontology.iris import CK, ID, PREFIXES
from customs_kg.ontology.vocabulary import load_terms

SUFFIX = ".curation.toml"
_IRI = re.compile(r"https?://[^\s<>\"{}|\\^`]+")
_TABLE = "correction"
_ALSO: Mapping[CorrectionKind, str] = {
    CorrectionKind.RENAME: "to",
    CorrectionKind.MERGE: "into",
    CorrectionKind.RETYPE: "to",
}


def curation_name(report: PurePath) -> str:
    """The name of the file with the corrections of a report.

    >>> curation_name(PurePath("customs-2016.txt"))
    'customs-2016.curation.toml'
    """
    return report.stem + SUFFIX


def read_corrections(data: bytes, name: str) -> tuple[Correction, ...]:
    """The corrections of a file, in its order. `name` is for messages.

    Raises:
        InputError: The file is no TOML or holds something else than corrections; the message names the one at fault.
    """
    try:
        content = tomllib.loads(data.decode("utf-8-sig"))
    except ValueError as error:
        raise InputError(f"the corrections in {name} cannot be read: {error}") from error
    rows = content.pop(_TABLE, [])
    if content or not isinstance(rows, list):
        raise InputError(
            f"{name} holds {', '.join(content) or 'something'} where only [[{_TABLE}]] tables were expected"
        )
    return tuple(_numbered(rows, name))


def _numbered(rows: list[Any], name: str) -> Iterator[Correction]:
    for number, row in enumerate(rows, start=1):
        try:
            yield _correction(row)
        except ValueError as error:
            raise InputError(f"correction {number} of {name}: {error}") from None


def _correction(row: Mapping[str, Any]) -> Correction:
    if not all(isinstance(value, str) for value in row.values()):
        raise ValueError("every value must be text in quotation marks")
    kinds = [kind for kind in CorrectionKind if kind.value in row]
    if len(kinds) != 1:
        raise ValueError(f"one of {', '.join(CorrectionKind)} was expected, with an IRI")
    kind = kinds[0]
    also = _ALSO.get(kind)
    unknown = sorted(row.keys() - {kind.value, "because", *([also] if also else [])})
    if unknown:
        raise ValueError(f"{unknown[0]} is not known beside {kind}")
    if also and not row.get(also, "").strip():
        raise ValueError(f"{kind} needs {also}")
    return Correction(kind, _iri(row[kind.value], ID), _value(kind, row.get(also or "", "")), row.get("because", ""))


def _value(kind: CorrectionKind, value: str) -> str:
    if kind is CorrectionKind.MERGE:
        return _iri(value, ID)
    if kind is CorrectionKind.RETYPE:
        cls = _iri(value, CK)
        if not load_terms().is_a(cls, CK + "DomainEntity"):
            raise ValueError(f"{value} is no class of things in ontology/customs-kg.ttl")
        return cls
    return " ".join(value.split())


def _iri(value: str, base: str) -> str:
    """A full IRI from itself, from a prefixed name, or from the last part alone."""
    prefix, colon, local = value.partition(":")
    full = PREFIXES[prefix] + local if colon and prefix in PREFIXES else value if "://" in value else base + value
    if not _IRI.fullmatch(full):
        raise ValueError(f"{value!r} is no IRI")
    return full
