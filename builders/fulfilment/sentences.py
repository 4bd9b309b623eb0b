"""A report's sentences: the words and things that each is about, and what is done or denied in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from customs_kg.builders.english.deverbal import verbs_of
from customs_kg.builders.english.months import MONTH
from customs_kg.builders.english.number_words import spelled_numbers
from customs_kg.builders.english.words import noun_lemma, verb_lemma
from customs_kg.builders.reading.layout import read_blocks
from customs_kg.builders.reading.sections import read_outline
from customs_kg.builders.reading.segments import Segment, SegmentKind, read_segments
from customs_kg.builders.reading.text import words_of
from customs_kg.builders.times.periods import PeriodContext, find_periods
from customs_kg.graph.model import Action, Denial, Modality, Period, ReportFacts, Span

_STEM = 6  # letters of a word by which it is told from others
_TOKEN = re.compile(r"[^\W\d_]+|\d+(?:[.,]\d+)*")
_DAY = re.compile(rf"\b\d{{1,2}}(?= {MONTH}\b)|\b{MONTH} \d{{1,2}}\b(?![.,]?\d)")
_YEAR = re.compile(r"(?:19|20)\d\d")
_STOP = frozenset(
    w[:_STEM]
    for w in (
        "about above after again against agency ahead all also among annual another april august been before behind "
        "being below between both china could customs december during each earlier efforts ends every february first "
        "fiscal following foreseen from further goal great half have having here hold into intend intended its january "
        "july june just last late later least made make march more most must next november october only other over "
        "plan planned plans promised quarter report reports same schedule scheduled second september shall should "
        "since some still such take than that their them then there these they third this those three through time "
        "time under until upon very were what when where which while whose will with within would year years your"
    ).split()
)
_DUE = re.compile(
    r"\b(?:due|planned|scheduled|promised|foreseen|expected|intended)"
    r"(?: (?:to|for|by|in|on|at|before)\b[^,;]{0,25})?\s*$"
)
_BACK = re.compile(
    r"(?:It|They|This|These|Those|That|Its|Their|Both|All|Only|None|Neither|Either|Another|One|Two|Three|Four|Five|Six|"
    r"But|However|Instead|Thus|So|Here|There|Since)\b|The (?:[\w-]+ ){1,2}(?:is|was|are|were|has|have|had|will|now)\b"
)  # how a sentence opens that goes on about what the one before was about


@dataclass(frozen=True, slots=True)
class Deed:
    """What a report says was done, or denies: the acts of its actions and denials."""

    action_type: str
    acts_on: frozenset[str]
    description: str
    evidence: tuple[Span, ...]
    period: Period | None
    denied: bool


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence; `before` has the words of the one before it where it refers back to that."""

    span: Span
    text: str
    words: frozenset[str]
    names: frozenset[str]  # those words that are written with a capital inside the sentence
    before: frozenset[str]
    things: frozenset[str]
    deeds: tuple[Deed, ...]
    promises: bool  # it states a plan itself
    when: Period  # the first time that it names within that of its report, else that of the report
    was_due: Period | None  # the time that it says something was due by


def short_forms(reports: Iterable[ReportFacts]) -> dict[str, frozenset[str]]:
    """The words of the full names that the short forms of the reports' things stand for, by short form."""
    found: dict[str, frozenset[str]] = {}
    for facts in reports:
        for entity in facts.entities:
            for alt in entity.alt_labels:
                if alt.isupper() and 1 < len(alt) < 9 and not entity.label.isupper():
                    found.setdefault(alt, topic_words(entity.label, {}))
    return found


def topic_words(text: str, shorts: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """The stems of the words that tell what a text is about, its numbers, and what its short forms stand for.

    >>> sorted(topic_words("Sixty scanners in 2019", {}))
    ['60', 'scanne', 'sixty']
    """
    text = _DAY.sub(" ", text)
    found = {str(number.value) for number in spelled_numbers(text) if number.value > 1}
    for token in _TOKEN.findall(text):
        if token in shorts:
            found |= {token, *shorts[token]}
        elif token[0].isdigit():
            found |= {token.replace(",", "")} - set(_YEAR.findall(token))
        elif len(token) > 1 and token.isupper():
            found.add(token)
        elif len(token) > 3 and token.lower()[:_STEM] not in _STOP and (word := stem(token)) not in _STOP:
            found.add(word)
    return frozenset(found)


@cache
def stem(word: str) -> str:
    """The beginning of the verb that a word is a form of or made of, else of its singular.

    >>> stem("painting"), stem("signature"), stem("Scanners")
    ('paint', 'sign', 'scanne')
    """
    noun = noun_lemma(word.lower())
    verbs = verbs_of(noun)
    return (verbs[0][0] if verbs else verb_lemma(noun))[:_STEM]


def agency_names(facts: ReportFacts) -> tuple[str, ...]:
    """The names of the report's own agency, which tell nothing in it, the longest first."""
    agency = next(e for e in facts.entities if e.iri == facts.report.agency)
    return tuple(sorted((agency.label, *agency.alt_labels), key=len, reverse=True))


def without_names(text: str, names: Sequence[str]) -> str:
    """A text with a pronoun in place of the names."""
    for name in names:
        text = text.replace(name, "it")
    return text


def name_words(text: str) -> frozenset[str]:
    """The stems of words with a capital that opens no sentence, but for months.

    >>> sorted(name_words("The post at Ostrow Bay opened in July."))
    ['bay', 'ostrow']
    """
    tokens = list(_TOKEN.finditer(text))
    inside = (
        t for n, t in enumerate(tokens) if t.group()[0].isupper() and n and text[t.start() - 2 : t.start()] != ". "
    )
    return frozenset({stem(w.group()) for w in inside if len(w.group()) > 1} - _STOP)


def read_sentences(facts: ReportFacts, shorts: Mapping[str, frozenset[str]]) -> tuple[Sentence, ...]:
    """The sentences and list items of a report, in the order of its text."""
    stored = facts.text.text
    segments = read_segments(read_outline(stored, read_blocks(stored)), words_of(stored))
    kept = [s for s in segments if s.kind in (SegmentKind.SENTENCE, SegmentKind.ITEM) and not _is_title(s)]
    agency = facts.report.agency
    mentions = [(span, e.iri) for e in facts.entities if e.iri != agency for span in e.mentions]
    deeds = tuple(_deeds(facts))
    plans = [span for a in facts.actions if a.modality is Modality.PLANNED for span in a.evidence]
    names = agency_names(facts)
    found: list[Sentence] = []
    for n, segment in enumerate(kept):
        span, told = segment.text.span(0, len(segment.text.text)), without_names(segment.text.text, names)
        things = frozenset(iri for place, iri in mentions if span.start <= place.start < span.end)
        follows = n > 0 and kept[n - 1].paragraph == segment.paragraph and _BACK.match(segment.text.text)
        found.append(
            Sentence(
                span,
                segment.text.text,
                topic_words(told, shorts),
                name_words(told),
                found[-1].words if follows else frozenset(),
                things,
                tuple(d for d in deeds if span.start <= min(d.evidence).start < span.end),
                any(span.start <= place.start < span.end for place in plans),
                *_times(segment.text.text, facts.report.period),
            )
        )
    return tuple(found)


def _times(text: str, reporting: Period) -> tuple[Period, Period | None]:
    """When something was done, and when the text says that it was due: "due by May, it was opened in August"."""
    named = [t for t in find_periods(text, PeriodContext(reporting)) if not t.in_name]
    was_due = next((t.core for t in named if _DUE.search(text[: t.start])), None)
    done = (t.core for t in named if t.core != was_due)
    return next((p for p in done if _is_within(p, reporting)), reporting), was_due


def _is_within(part: Period, whole: Period) -> bool:
    if part.start is None or part.end is None or whole.start is None or whole.end is None:
        return False
    return whole.start <= part.start and part.end <= whole.end


def _is_title(segment: Segment) -> bool:
    return segment.kind is SegmentKind.SENTENCE and segment.text.text[-1:] not in '.;:!?)"\u201d'


def _deeds(facts: ReportFacts) -> Sequence[Deed]:
    done = [a for a in facts.actions if a.modality in (Modality.ACTUAL, Modality.STANDING)]
    return [*(_of_action(a, facts) for a in done), *(_of_denial(d) for d in facts.denials)]


def _of_action(action: Action, facts: ReportFacts) -> Deed:
    when = action.period or facts.report.period
    return Deed(action.action_type, frozenset(action.acts_on), action.description, action.evidence, when, False)


def _of_denial(denial: Denial) -> Deed:
    on, words = frozenset(denial.acts_on), denial.description
    return Deed(denial.action_type, on, words, denial.evidence, denial.period, True)
