"""Amounts of what was named before: "Khat is a worry. We found 30 kg *of it*", "khat, *of which* we found 30 kg"."""

from __future__ import annotations

import re
from dataclasses import replace

from customs_kg.builders.english.nominals import phrase_to, words_of_label
from customs_kg.builders.figures.context.case import RESOLVED, Measured
from customs_kg.builders.figures.context.scene import Scene
from customs_kg.builders.figures.context.scope import Topics
from customs_kg.builders.quantities.quantity import Quantity

_OF_IT = re.compile(r" of (?:it|them|this|these)\b(?! [a-z]+s\b)")
_OF_WHICH = re.compile(r"[,(] of which (?=[^,;:.\d]{3,60} $)")


def with_antecedent(scene: Scene, quantity: Quantity, measured: Measured, before: Topics) -> Measured:
    """What a figure measures, with the thing in the place of a bare "amount" of it.

    `before` are the topics of the sentence before.
    """
    if measured.noun != "amount":
        return measured
    noun = _before_which(scene, quantity)
    if not noun and _OF_IT.match(scene.text, quantity.end):
        noun = _named_last(scene, quantity) or next((w for w in before.words if not _is_name(w)), "")
    return replace(measured, noun=noun, confidence=RESOLVED, known=False) if noun else measured


def _named_last(scene: Scene, quantity: Quantity) -> str:
    """As in "they went after old iron and took 40 tons of it": the last thing that the sentence named before."""
    end = scene.before(quantity)
    while end > 0:
        phrase = phrase_to(scene.tokens, end)
        if phrase is None or phrase.end <= 0:
            end -= 1
            continue
        words = scene.tokens[phrase.start : phrase.end]
        stopped = any(i in scene.stops for i in range(phrase.start, phrase.end))
        head = scene.tokens[phrase.head]
        if not (stopped or scene.names_body(words) or head.tag == "PRP" or head.text[:1].isupper()):
            return words_of_label(words)
        end = phrase.start
    return ""


def _is_name(words: str) -> bool:
    """Whether the last word is written like a name."""
    return words.rpartition(" ")[2][:1].isupper() and " " in words


def _before_which(scene: Scene, quantity: Quantity) -> str:
    """As in "khat, of which officers took 30 kg": the noun before the relative."""
    match = _OF_WHICH.search(scene.text[: quantity.qualifier_start])
    if match is None:
        return ""
    end = scene.token_at(match.start())
    phrase = phrase_to(scene.tokens, end)
    if phrase is None or phrase.end != end or any(i in scene.stops for i in range(phrase.start, phrase.end)):
        return ""
    return words_of_label(scene.tokens[phrase.start : phrase.end])
