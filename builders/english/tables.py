"""The tables of words that lemminflect ships (MIT), read as data: the base forms of words, the pasts of verbs.

The package itself takes a second to take all of its lines apart, and copies what it gives for each word.
"""

from __future__ import annotations

import gzip
import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

Lemmas = Mapping[str, tuple[str, ...]]  # by universal part of speech, the base forms of a word
Pasts = tuple[tuple[str, ...], tuple[str, ...]]  # the pasts and the participles of a verb

# verbs that the tables lack, all of them regular
_FURTHER_VERBS = (
    "bankroll crowdfund digitalise digitalize geofence geolocate incentivise incentivize interoperate "
    "livestream offboard onboard operationalise operationalize rebrand repurpose reskill ringfence "
    "ring-fence supersede transship upskill"
).split()
# "co-finance", "re-export": a prefix and a verb that the tables have, unless both are one word of their own
_PREFIXED = re.compile(r"(?:co|re|sub|pre)-(?=[a-z]{3})")
_ONE_WORD = re.compile(r"(?:co-op(?!t)|co-ord|re-sign|re-cover|re-form)")


@lru_cache(maxsize=100_000)
def lemmas_of(word: str) -> Lemmas:
    """The base forms of a word in lower case, none where it is unknown; "seized" is VERB "seize".

    Raises:
        ModuleNotFoundError: lemminflect is not installed.
    """
    rows = [*_listed_lemmas(word), *_further_lemmas().get(word, ())]
    if not rows and (prefix := _PREFIXED.match(word)) and not _ONE_WORD.match(word):
        return _prefixed(prefix.group(), lemmas_of(word[prefix.end() :]))
    return {kind: tuple(forms.split("/")) for kind, forms in rows}


def _prefixed(prefix: str, lemmas: Lemmas) -> Lemmas:
    """The base forms of a verb, and of the noun that it is as well, behind a prefix; none for other words."""
    kinds = ("NOUN", "VERB") if "VERB" in lemmas else ()
    return {kind: tuple(prefix + form for form in lemmas[kind]) for kind in kinds if kind in lemmas}


@lru_cache(maxsize=10_000)
def pasts_of(verb: str) -> Pasts | None:
    """The pasts and the participles of a verb; where the tables have but one of them, it is both.

    Raises:
        ModuleNotFoundError: lemminflect is not installed.
    """
    past, participle, *_ = _past_rows().get(verb, ",").split(",")
    if not past and not participle:
        return None
    return tuple((past or participle).split("/")), tuple((participle or past).split("/"))


# The rows of the tables stay text until a word is asked for: most never are, and each dictionary or tuple more takes
# time to make and is one that the garbage collector has to visit.


@lru_cache(maxsize=1)
def _lemma_lines() -> Sequence[str]:
    """The lines "word,part of speech,base forms", sorted."""
    return sorted(_lines("lemma_lu.csv.gz"))


def _listed_lemmas(word: str) -> Iterator[tuple[str, str]]:
    """The parts of speech of a word in the large table, each with its base forms."""
    lines, start = _lemma_lines(), f"{word},"
    at = bisect_left(lines, start)
    while at < len(lines) and lines[at].startswith(start):
        _, kind, forms = lines[at].split(",")
        yield "AUX" if kind == "modal" else kind.upper(), forms.lower()
        at += 1


@lru_cache(maxsize=1)
def _further_lemmas() -> Mapping[str, Sequence[tuple[str, str]]]:
    """What comes on top of the large table, or, where that has the same part of speech, in its stead."""
    rows: dict[str, list[tuple[str, str]]] = {}
    for word, kind, form in (line.split(",") for line in _lines("lemma_overrides.csv")):
        rows.setdefault(word, []).append((kind, form.lower()))
    for verb in _FURTHER_VERBS:
        for form in _regular_forms(verb):
            if "VERB" not in dict([*_listed_lemmas(form), *rows.get(form, ())]):
                rows.setdefault(form, []).append(("VERB", verb))
    return rows


def _regular_forms(verb: str) -> tuple[str, ...]:
    """The forms of a regular verb, one that doubles its last letter in both spellings."""
    stem = verb.removesuffix("e")
    doubled = (f"{verb}{verb[-1]}ed", f"{verb}{verb[-1]}ing") if verb.endswith(("al", "ship")) else ()
    return (verb, f"{verb}s", f"{stem}ed", f"{stem}ing", *doubled)


@lru_cache(maxsize=1)
def _past_rows() -> Mapping[str, str]:
    """For each verb "pasts,participles" and, it may be, further forms."""
    rows = dict(line.split(",verb,") for line in _lines("infl_lu.csv.gz", ",verb,"))
    for word, tag, form in (line.split(",") for line in _lines("infl_overrides.csv")):
        past, participle, *_ = rows.get(word, ",").split(",")
        if tag in ("VBD", "VBN"):
            rows[word] = f"{form},{participle}" if tag == "VBD" else f"{past},{form}"
    return rows


def _lines(name: str, holding: str = ",") -> Iterator[str]:
    """The lines of a table that hold a string, without comments."""
    spec = find_spec("lemminflect")  # not imported: that loads numpy and looks for spaCy
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("lemminflect is not installed: pip install lemminflect")
    path = Path(spec.origin).with_name("resources") / name
    data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    return (line for line in data.decode().splitlines() if holding in line and line[0] != "#")
