"""Penn tags for the words of a sentence, from the averaged perceptron that textblob-aptagger ships (MIT).

The weights are read as data: no code of that package runs. Only the tags that a word can have by lemminflect's
tables are weighed, which is faster and leaves out what English has not.
"""

from __future__ import annotations

import pickle
from collections.abc import Mapping, Sequence
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple, NoReturn

from customs_kg.builders.english.words import penn_tags

_WEIGHTS = "trontagger-0.1.0.pickle"


_KINDS = (
    "i suffix", "i pref1", "i-1 tag", "i-2 tag", "i tag+i-2 tag", "i word", "i-1 tag+i word",
    "i-1 word", "i-1 suffix", "i-2 word", "i+1 word", "i+1 suffix", "i+2 word",
)  # fmt: skip

# the tags that a word can have which the tables do not know, or which is of no open class
_OF_UNLISTED = tuple("CD DT FW IN JJ JJR JJS NN NNS NNP RB RP VB VBD VBG VBN VBP VBZ WDT".split())


class _Model(NamedTuple):
    bias: Mapping[str, float]  # tag -> weight
    kinds: tuple[dict[str, Mapping[str, float]], ...]  # for each kind of feature: value -> tag -> weight
    unambiguous: Mapping[str, str]  # words that had one tag only in what it was trained on


class _DataOnly(pickle.Unpickler):
    """Reads dictionaries, sets, strings and numbers, and nothing that runs code."""

    def find_class(self, module: str, name: str) -> type[set[str]]:
        if name == "set" and module in ("builtins", "__builtin__"):
            return set
        self._refuse(f"{module}.{name}")

    @staticmethod
    def _refuse(name: str) -> NoReturn:
        raise pickle.UnpicklingError(f"the weights of the tagger hold {name}, where only plain data is expected")


@lru_cache(maxsize=1)
def _model() -> _Model:
    spec = find_spec("textblob_aptagger")  # not imported: its code is of 2013
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("textblob-aptagger is not installed: pip install textblob-aptagger")
    with Path(spec.origin).with_name(_WEIGHTS).open("rb") as file:
        weights, unambiguous, _ = _DataOnly(file).load()
    kinds: dict[str, dict[str, Mapping[str, float]]] = {kind: {} for kind in _KINDS}
    for feature, by_tag in weights.items():
        kind, value = _split(feature)
        if kind in kinds:
            kinds[kind][value] = by_tag
    return _Model(weights["bias"], tuple(kinds.values()), unambiguous)


def _split(feature: str) -> tuple[str, str]:
    """The kind of a feature and its value: "i-1 tag DT" is of the kind "i-1 tag"."""
    position, _, rest = feature.partition(" ")
    name, _, value = rest.partition(" ")
    if name == "tag+i-2" or name == "tag+i":
        _, _, value = value.partition(" ")
        name += " tag" if name == "tag+i-2" else " word"
    return f"{position} {name}", value


def tag_words(words: Sequence[str], fixed: Sequence[str]) -> list[str]:
    """A tag for each word; where `fixed` has one, it is taken, and the words beside it are read in its light."""
    forms = ["-START-", "-START2-", *map(_form, words, fixed), "-END-", "-END2-"]
    before, last = "-START2-", "-START-"
    tags: list[str] = []
    for i, word in enumerate(words):
        tag = fixed[i] or _only_tag(word) or _best(word, *forms[i : i + 5], last, before)
        tags.append(tag)
        before, last = last, tag
    return tags


@lru_cache(maxsize=50_000)
def _form(word: str, fixed: str) -> str:
    """The word as the model knows it."""
    if fixed == "CD" or word[0].isdigit():
        return "!YEAR" if len(word) == 4 and word.isdigit() else "!DIGITS"
    return "!HYPHEN" if "-" in word and word[0] != "-" else word.lower()


@lru_cache(maxsize=50_000)
def _only_tag(word: str) -> str:
    """The tag of a word that can have but one, or nothing."""
    allowed = penn_tags(word)
    known = _model().unambiguous.get(word, "")
    if known and (not allowed or known in allowed):
        return known
    return allowed[0] if len(allowed) == 1 else ""


@lru_cache(maxsize=50_000)
def _best(word: str, left2: str, left: str, form: str, right: str, right2: str, last: str, before: str) -> str:
    """The likeliest tag of a word between these; the same words in the same place are weighed once."""
    model = _model()
    values = (
        word[-3:], word[0], last, before, f"{last} {before}", form, f"{last} {form}",
        left, left[-3:], left2, right, right[-3:], right2,
    )  # fmt: skip
    known = [model.bias, *filter(None, map(dict.get, model.kinds, values))]
    tags = penn_tags(word) or _OF_UNLISTED
    return max([(sum([weights.get(tag, 0.0) for weights in known]), tag) for tag in tags])[1]
