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


@lru_cache(maxsize=1)
def lemma_table() -> Mapping[str, Lemmas]:
    """The base forms of every word of the tables, in lower case; "seized" is VERB "seize".

    Raises:
        ModuleNotFoundError: lemminflect is not installed.
    """
    table: dict[str, dict[str, tuple[str, ...]]] = {}
    for word, kind, forms in (line.split(",") for line in _lines("lemma_lu.csv.gz")):
        if word == word.lower():
            upos = "AUX" if kind == "modal" else kind.upper()
            table.setdefault(word, {})[upos] = tuple(forms.lower().split("/"))
    for word, kind, form in (line.split(",") for line in _lines("lemma_overrides.csv")):
        table.setdefault(word, {})[kind] = (form.lower(),)
    return table


@lru_cache(maxsize=1)
def past_forms() -> Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    """The pasts and the participles of verbs; where the tables have but one of them, it is both.

    Raises:
        ModuleNotFoundError: lemminflect is not installed.
    """
    stated: dict[str, dict[str, str]] = {}
    for word, kind, *forms in (line.split(",") for line in _lines("infl_lu.csv.gz")):
        if kind == "verb":
            stated[word] = dict(zip(("VBD", "VBN"), forms, strict=False))
    for word, tag, form in (line.split(",") for line in _lines("infl_overrides.csv")):
        stated.setdefault(word, {})[tag] = form
    pairs = {word: (forms.get("VBD", ""), forms.get("VBN", "")) for word, forms in stated.items()}
    return {word: (tuple((a or b).split("/")), tuple((b or a).split("/"))) for word, (a, b) in pairs.items() if a or b}


def _lines(name: str) -> Iterator[str]:
    """The lines of a table without comments and empty ones."""
    spec = find_spec("lemminflect")  # not imported: that loads numpy and looks for spaCy
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("lemminflect is not installed: pip install lemminflect")
    path = Path(spec.origin).with_name("resources") / name
    data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    return (line for line in data.decode().splitlines() if line and not line.startswith("#"))
