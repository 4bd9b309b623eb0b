"""Indicators: the ones that the lexicon knows by their phrases, and those minted from a report's own phrase."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from customs_kg.builders.english.words import can_be_noun, can_be_verb, noun_lemma, verb_lemma
from customs_kg.builders.figures.context.case import Measured
from customs_kg.builders.quantities.quantity import QuantityForm
from customs_kg.graph.identifiers import mint_thing
from customs_kg.ontology.errors import OntologyError
from customs_kg.ontology.files import read_ontology_file
from customs_kg.ontology.iris import SKOS
from customs_kg.ontology.registry import IndicatorEntry, indicators
from customs_kg.ontology.statements import Statements

LEXICON = "lexicon-indicators.ttl"
_FORMS = {
    QuantityForm.MONEY: "money",
    QuantityForm.COUNT: "count",
    QuantityForm.MEASURE: "measure",
    QuantityForm.PERCENT: "percent",
    QuantityForm.FRACTION: "percent",
}
_FORM_ORDER = ("money", "percent", "measure", "count")
_IGNORED = frozenset(
    "the a an of and or in for its their total overall annual yearly custom combined whole country nation "
    "national nationwide year time"
    " by over under control to into net".split()
)
_NEUTRAL = frozenset(
    "processed handled recorded registered supervised controlled realized realised totalled totaled read "
    "collected received administered"
    " monitored let dealt counted reported seen overseen regulated had reached".split()
)


@dataclass(frozen=True, slots=True)
class IndicatorTable:
    """The indicators of the lexicon by IRI, and by the word stems of their phrases for figures of one form."""

    by_iri: Mapping[str, IndicatorEntry]
    by_words: Mapping[tuple[str, frozenset[str]], str]
    broader: Mapping[str, tuple[str, ...]]

    def find(self, phrase: str, forms: tuple[str, ...]) -> str | None:
        """The indicator that a phrase names, for figures of one of these forms, or None."""
        words = stems(phrase)
        return next((found for form in forms if (found := self.by_words.get((form, words)))), None)

    def summands(self, iri: str) -> tuple[str, ...]:
        """The indicators whose figures add up to the one of this indicator, sorted."""
        return tuple(sorted(i.iri for i in self.by_iri.values() if iri in i.summand_of))


@lru_cache(maxsize=100_000)
def _stem(word: str) -> str:
    noun = noun_lemma(word)
    if word.endswith(("ed", "ing", "en")) and can_be_verb(word) and not (word.endswith("ing") and can_be_noun(word)):
        return verb_lemma(word)
    return noun


@lru_cache(maxsize=20_000)
def stems(phrase: str) -> frozenset[str]:
    """The words of a phrase that tell it from others, in their base form; what owns it ("China's") is left out."""
    bare = re.sub(r"\b[\w.]+(?: [A-Z]\w+)*'s\s|\([^)]*\)", " ", phrase)
    words = (w for w in re.findall(r"[a-z0-9]+", (bare if bare.strip() else phrase).lower()))
    return frozenset(stem for w in words if (stem := _stem(w)) not in _IGNORED and w not in _IGNORED)


@lru_cache(maxsize=1)
def load_indicators() -> IndicatorTable:
    """The indicators of the installed lexicon.

    Raises:
        OntologyError: the lexicon is malformed, or two indicators share a phrase for figures of the same form.
    """
    said = Statements.read({LEXICON: read_ontology_file(LEXICON)})
    return index_indicators(indicators(), {s: wider for (s, p), wider in said.objects.items() if p == SKOS + "broader"})


def index_indicators(
    entries: Iterable[IndicatorEntry], broader: Mapping[str, tuple[str, ...]] | None = None
) -> IndicatorTable:
    """The table of these indicators; `broader` gives those of which the figures take in the figures of another.

    Raises:
        OntologyError: two of them share a phrase for figures of the same form, or one has no form.
    """
    by_iri: dict[str, IndicatorEntry] = {}
    by_words: dict[tuple[str, frozenset[str]], str] = {}
    for entry in entries:
        by_iri[entry.iri] = entry
        if entry.unit_form not in _FORM_ORDER:
            fault = f"has ckl:unitForm {entry.unit_form!r}; give one of {', '.join(_FORM_ORDER)}"
            raise OntologyError(f"ontology/{LEXICON}: <{entry.iri}> {fault}.")
        for phrase in (entry.label, *entry.alt_labels, *entry.hidden_labels):
            other = by_words.setdefault((entry.unit_form, stems(phrase)), entry.iri)
            if other != entry.iri:
                both = f"<{entry.iri}> and <{other}> share the phrase {phrase!r}"
                raise OntologyError(f"ontology/{LEXICON}: {both}; take it from one of them.")
    return IndicatorTable(by_iri, by_words, broader or {})


def known_indicator(measured: Measured, form: QuantityForm, *, change: bool) -> str | None:
    """The lexicon's indicator for what a figure measures, or None.

    The whole phrase counts first; the noun alone only where no verb and no complement narrows it.
    """
    table = load_indicators()
    form = measured.form or form
    forms = _FORM_ORDER if (change and measured.form is None) or form not in _FORMS else (_FORMS[form],)
    phrases = [measured.label]
    if measured.prefix == "value of":
        phrases.append(" ".join(p for p in (measured.noun, measured.verb, measured.tail) if p))
    if measured.known and measured.prefix in ("", "value of"):
        neutral = not measured.verb or measured.verb.split()[0] in _NEUTRAL
        phrases += [f"{measured.noun} {measured.tail}"] if neutral else []
        phrases += [f"{measured.noun} {measured.verb}"] if not measured.tail else []
        phrases += [measured.noun] if neutral and not measured.tail else []
        first, _, last = measured.noun.rpartition(" ")
        phrases += [first] if last in _NEUTRAL and not measured.verb and not measured.tail else []
    if not measured.known:
        phrases = [measured.label] if "(" not in measured.label and measured.rule not in ("as-before", "share") else []
    return next((found for phrase in phrases if (found := table.find(phrase, forms))), None)


def names_indicator(phrase: str, form: QuantityForm) -> bool:
    """Whether a phrase names an indicator of the lexicon for figures of this form."""
    return form in _FORMS and load_indicators().find(phrase, (_FORMS[form],)) is not None


def mint_indicator(territory: str, label: str) -> str:
    """The IRI of an indicator named by a report's own phrase: the same phrase, the same IRI."""
    return mint_thing("indicator", territory, label)
