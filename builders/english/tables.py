"""The tables of words that lemminflect ships (MIT), read as data: the base forms of words, the pasts of verbs.

The package itself takes a second to take all of its lines apart, and copies what it gives for each word.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

Lemmas = Mapping[str, tuple[str, ...]]  # by universal part of speech, the base forms of a word
Pasts = tuple[tuple[str, ...], tuple[str, ...]]  # the pasts and the participles of a verb


@lru_cache(maxsize=100_000)
def lemmas_of(word: str) -> Lemmas:
    """The base forms of a word in lower case, none where it is unknown; "seized" is VERB "seize".

    Raises:
        ModuleNotFoundError: lemminflect is not installed.
    """
    rows = (row.split(",") for row in _lemma_rows().get(word, "").split(";") if row)
    return {kind: tuple(forms.split("/")) for kind, forms in rows}


@lru_cache(maxsize=10_000)
def pasts_of(verb: str) -> Pasts | None:
    """The pasts and the participles of a verb; where the tables have but one of them, it is both.

    Raises:
        ModuleNotFoundError: lemminflect is not installed.
    """
    forms = dict(row.split(",") for row in _past_rows().get(verb, "").split(";") if row)
    past, participle = forms.get("VBD", ""), forms.get("VBN", "")
    if not past and not participle:
        return None
    return tuple((past or participle).split("/")), tuple((participle or past).split("/"))


# The rows of the tables stay text until a word is asked for: most never are, and each dictionary or tuple more is one
# that the garbage collector has to visit.


@lru_cache(maxsize=1)
def _lemma_rows() -> Mapping[str, str]:
    """For each word the rows "part of speech,base forms", the last of a kind counting."""
    rows: dict[str, str] = {}
    for word, kind, forms in (line.split(",") for line in _lines("lemma_lu.csv.gz")):
        if word == word.lower():
            row = f"{'AUX' if kind == 'modal' else kind.upper()},{forms.lower()}"
            rows[word] = f"{rows[word]};{row}" if word in rows else row
    for word, kind, form in (line.split(",") for line in _lines("lemma_overrides.csv")):
        rows[word] = f"{rows.get(word, '')};{kind},{form.lower()}"
    return rows


@lru_cache(maxsize=1)
def _past_rows() -> Mapping[str, str]:
    """For each verb the rows "tag,forms", the last of a tag counting."""
    rows: dict[str, str] = {}
    for word, _, *forms in (line.split(",") for line in _lines("infl_lu.csv.gz") if ",verb," in line):
        rows[word] = ";".join(f"{tag},{form}" for tag, form in zip(("VBD", "VBN"), forms, strict=False))
    for word, tag, form in (line.split(",") for line in _lines("infl_overrides.csv")):
        rows[word] = f"{rows.get(word, '')};{tag},{form}"
    return rows


def _lines(name: str) -> Iterator[str]:
    """The lines of a table without comments and empty ones."""
    spec = find_spec("lemminflect")  # not imported: that loads numpy and looks for spaCy
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("lemminflect is not installed: pip install lemminflect")
    path = Path(spec.origin).with_name("resources") / name
    data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    return (line for line in data.decode().splitlines() if line and not line.startswith("#"))
