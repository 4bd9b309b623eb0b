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


# the tags that a word can have which the tables do not know, or which is of no open class
_OF_UNLISTED = tuple("CD DT FW IN JJ JJR JJS NN NNS NNP RB RP VB VBD VBG VBN VBP VBZ WDT".split())


class _Model(NamedTuple):
    weights: Mapping[str, Mapping[str, float]]  # feature ("i-1 tag DT") -> tag -> weight
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
    return _Model(weights, unambiguous)


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
    features = (
        "bias", f"i suffix {word[-3:]}", f"i pref1 {word[0]}", f"i-1 tag {last}", f"i-2 tag {before}",
        f"i tag+i-2 tag {last} {before}", f"i word {form}", f"i-1 tag+i word {last} {form}",
        f"i-1 word {left}", f"i-1 suffix {left[-3:]}", f"i-2 word {left2}",
        f"i+1 word {right}", f"i+1 suffix {right[-3:]}", f"i+2 word {right2}",
    )  # fmt: skip
    known = [*filter(None, map(_model().weights.get, features))]
    tags = penn_tags(word) or _OF_UNLISTED
    return max([(sum([weights.get(tag, 0.0) for weights in known]), tag) for tag in tags])[1]
