"""The words that name what a subject is: a pronoun, "whose", a bare "level" or "number" is made full."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from customs_kg.builders.english.clauses import Clause
from customs_kg.builders.english.nominals import (
    NounPhrase,
    opening_bracket,
    phrase_from,
    phrase_to,
    words_of_label,
)
from customs_kg.builders.english.token import Token
from customs_kg.builders.figures.context.case import (
    CHANGING_VERBS,
    GUESSED,
    LIGHT_VERBS,
    MEASURING_VERBS,
    PRONOUNS,
    RESOLVED,
    Case,
    Measured,
    Reading,
)
from customs_kg.builders.figures.indicators import names_indicator
from customs_kg.builders.quantities.quantity import QuantityForm

_CONTRASTING = frozenset("while whereas although though but".split())
_GENERIC = frozenset(
    "level figure figures sum total amount number rate share average value volume result count balance "
    "proportion percentage one ones"
    " total totals".split()
)
_QUANTITIES = frozenset("quantity number amount volume value weight yield".split())
_CHANGES = frozenset("increase rise growth decrease decline fall drop reduction".split())
_STAND_INS = frozenset({"that", "those"})
_WEAK_MODIFIERS = frozenset(
    "overall total average new same latest annual yearly final corresponding combined net gross current general".split()
)


def subject_measured(case: Case) -> Measured | None:
    """What the subject of the clause names; a pronoun stands for what the figure before measures."""
    clause = case.scene.clause_before(case.first)
    if clause is None:
        return None
    run = case.scene.subject_of(clause)
    if run is None:
        return None
    start, end = bare_subject(case, *run)
    if (stood := _stood_for(case, clause, start, end)) is not None:
        return stood
    bare = all(t.lower in PRONOUNS or t.tag in ("DT", "RB") for t in case.tokens[start:end])
    if start >= end or bare or (case.is_change and _is_bare_change(case, start, end)):
        if (other := _antecedent(case, start)) is not None:
            return other
        named = next((case.scene.resolved.get(t.start, "") for t in case.tokens[start:end]), "")
        if named and not _is_amount_again(case, clause):
            return Measured(named, tail=_adjective(case, clause), rule="pronoun", confidence=RESOLVED)
        if not case.before and (other := _subject_before(case, clause)) is not None:
            return replace(other, tail=_adjective(case, clause), rule="pronoun", confidence=RESOLVED)
        base = case.last_level()
        return replace(base.measured, confidence=RESOLVED, rule="pronoun") if base else None
    said = subject_words(case, clause, start, end)
    partner = _partner(case, start) if said is not None else ""
    return replace(said, tail=f"{said.tail} ({partner})".strip(), known=False) if said and partner else said


def _partner(case: Case, start: int) -> str:
    """As in "Norway, with which trade grew by 9%": with whom, where a relative says it."""
    tokens, at = case.tokens, start
    while at > 0 and tokens[at - 1].tag in ("DT", "JJ", "PRP$"):
        at -= 1
    if at < 3 or tokens[at - 1].lower not in ("which", "whom") or tokens[at - 2].lower not in ("with", "from", "to"):
        return ""
    end = at - 2 - (tokens[at - 3].tag == ",")
    phrase = phrase_to(tokens, end)
    return words_of_label(tokens[phrase.start : phrase.end]) if phrase is not None and phrase.end == end else ""


def _is_amount_again(case: Case, clause: Clause) -> bool:
    """As in "40 tons were burnt; the year before it had been 30 tons": no body is so many tons."""
    alike = any(r.quantity.unit == case.quantity.unit and not r.is_change for r in (*case.before, *case.earlier))
    return alike and clause.lemma == "be" and case.quantity.form in (QuantityForm.MEASURE, QuantityForm.MONEY)


def _is_bare_change(case: Case, start: int, end: int) -> bool:
    """As in "so that the increase amounts to 7%": a subject that says only that something changed."""
    words = [t.lower for t in case.tokens[start:end] if t.tag not in ("DT", "JJ", "RB", "IN")]
    return len(words) == 1 and words[0] in _CHANGES and case.last_level() is not None


def _stood_for(case: Case, clause: Clause, start: int, end: int) -> Measured | None:
    """As in "complaints rose to 920, of which those against gyms numbered 46": what "those" stands for."""
    base, end = case.last_level(), max(end, clause.group[0])
    if base is None or start + 1 >= end or case.tokens[start].lower not in _STAND_INS:
        return None
    if case.tokens[start + 1].tag not in ("IN", "VBN"):
        return None
    words = words_of_label([t for t in case.tokens[start + 1 : end] if t.lower not in ("alone", "only")])
    noun = base.measured.noun.split(" of ")[0] if case.tokens[start + 1].lower == "of" else base.measured.noun
    return replace(base.measured, noun=noun, verb="", tail=words, rule="of-which", confidence=RESOLVED, known=False)


def _antecedent(case: Case, at: int) -> Measured | None:
    """As in "the share of women, which had been 31.9%": what a relative clause speaks of."""
    tokens = case.tokens
    if not (0 < at < len(tokens)) or tokens[at].lower != "which" or tokens[at - 1].tag != ",":
        return None
    phrase = phrase_to(tokens, at - 1)
    if phrase is None or phrase.end != at - 1 or any(phrase.start - 1 <= p < at for p in case.scene.places.values()):
        return None
    while phrase.start > 1 and tokens[phrase.start - 1].lower in ("of", "in", "for", "on", "to", "from"):
        wider = phrase_to(tokens, phrase.start - 1)
        if wider is None or wider.end != phrase.start - 1:
            break
        phrase = NounPhrase(wider.start, phrase.end, wider.head)
    return subject_words(case, None, phrase.start, phrase.end)


def _subject_before(case: Case, clause: Clause) -> Measured | None:
    """The subject of the main clause before, which "it" stands for where no figure came first."""
    for earlier in reversed(
        [c for c in case.scene.clauses if c.finite and c.subject and c.group[1] <= clause.group[0]]
    ):
        start, end = bare_subject(case, *case.scene.subject_of(earlier) or (0, 0))
        kept = case.tokens[start:end]
        if (
            earlier is not clause
            and kept
            and not all(t.lower in PRONOUNS for t in kept)
            and not case.scene.names_body(kept)
        ):
            return Measured(words_of_label(kept[:10]))
    return None


def _adjective(case: Case, clause: Clause) -> str:
    """As in "it was available 99.6% of the time"."""
    between = case.tokens[clause.group[1] : case.first]
    return words_of_label([t for t in between if t.tag == "JJ"])


def bare_subject(case: Case, start: int, end: int) -> tuple[int, int]:
    """A subject without the time or place that opens its sentence."""
    tokens = case.tokens
    while start < end and (
        tokens[start].tag in ("CC", "RB", ",") or start in case.scene.stops or tokens[start].lower in _CONTRASTING
    ):
        start += 1
    if start < end and tokens[start].tag == "IN" and start + 1 < end:
        opening = phrase_from(tokens, start + 1)
        if opening is not None and opening.end < end and tokens[opening.end].tag in ("PRP", "DT", ",", "NN", "NNS"):
            return bare_subject(case, opening.end, end)
    return start, end


def subject_words(case: Case, clause: Clause | None, start: int, end: int) -> Measured | None:
    """What the words of a subject name; `clause` gives the verb that narrows it. None where they name nothing."""
    tokens = case.tokens
    if tokens[end - 1].tag == ")":
        end = opening_bracket(tokens, end - 1) or end
    start, end = _part_of_row(case, start, end) or (start, end)
    owners = [t for t in tokens[max(0, start - 1) : end] if t.tag == "PRP$"]
    possessed = any(t.lower in ("their", "his", "her", "whose") for t in owners)
    owner = next((case.scene.resolved[t.start] for t in owners if t.start in case.scene.resolved), "")
    while start < end and tokens[start].tag in ("IN", "CC", "RB", ",", "DT", "PRP$") and not _opens_noun(tokens, start):
        start += 1
    noun = words_of_label([t for i, t in enumerate(tokens[start:end], start) if i not in case.scene.stops][:14])
    if not noun:
        return None
    lemma = clause.lemma if clause else ""
    prefix = "value of" if lemma == "value" or re.search(r"\bworth\s*$", case.text_before) else ""
    narrow = clause is not None and clause.passive and lemma not in MEASURING_VERBS | LIGHT_VERBS | CHANGING_VERBS
    verb = tokens[clause.verb].lower if clause is not None and narrow else ""
    verb = "" if case.is_change else verb
    found = Measured(noun, verb=verb, prefix=prefix, rule="subject", known=not possessed)
    if owner:
        return replace(found, tail=f"of {owner}", known=False, confidence=RESOLVED)
    if (whose := _whose(case, start)) is not None:
        return replace(found, noun=noun.removeprefix("whose "), tail=f"of {whose}", known=False, confidence=RESOLVED)
    if possessed:
        topic = case.scene.passage.segment.topic
        return replace(found, tail=f"({topic})" if topic else "", confidence=RESOLVED)
    head = phrase_from(tokens, start)
    if head is not None and _is_generic(tokens, head, end):
        return _specific(case, found)
    if head is not None and (part := _of_things_before(case, found, head)) is not None:
        return part
    return found


def _whose(case: Case, at: int) -> str | None:
    """As in "the scheme, whose members numbered 45": what "whose" before a noun, or at its head, stands for."""
    tokens = case.tokens
    at -= tokens[at].lower != "whose"
    if at < 2 or tokens[at].lower != "whose":
        return None
    end = at - (tokens[at - 1].tag == ",")
    phrase = phrase_to(tokens, end)
    return words_of_label(tokens[phrase.start : phrase.end]) if phrase is not None and phrase.end == end else None


def _of_things_before(case: Case, found: Measured, head: NounPhrase) -> Measured | None:
    """As in "drug cases fell, whereas the quantity seized doubled": a bare quantity of the things counted before."""
    tokens = case.tokens
    bare = head.end - head.start == 1 and tokens[head.head].lemma in _QUANTITIES
    definite = head.start > 0 and tokens[head.start - 1].lower in ("the", "its", "their")
    if not bare or not definite or any(t.lower in ("of", "for") for t in tokens[head.end : head.end + 1]):
        return None
    for reading in (*reversed(case.before), *reversed(case.earlier)):
        if not reading.is_change and reading.measured.noun not in found.noun and not _same_head(reading, found):
            tail = f"{found.tail} ({reading.measured.noun})".strip()
            return replace(found, tail=tail, confidence=RESOLVED, rule="topic", known=False)
    topic = case.scene.passage.segment.topic
    return replace(found, tail=f"({topic})", confidence=GUESSED, rule="topic", known=False) if topic else None


def _same_head(reading: Reading, found: Measured) -> bool:
    return reading.measured.noun.split()[:1] == found.noun.split()[:1]


def _opens_noun(tokens: Sequence[Token], at: int) -> bool:
    """As in "inward and outward goods": an adverb that is part of the phrase."""
    return tokens[at].tag == "RB" and at + 1 < len(tokens) and tokens[at + 1].tag == "CC"


def _is_generic(tokens: Sequence[Token], head: NounPhrase, end: int) -> bool:
    """A noun such as "level" or "figure" without words beside it that say of what."""
    if tokens[head.head].lemma not in _GENERIC and tokens[head.head].lower not in _GENERIC:
        return False
    modifiers = [t for t in tokens[head.start : head.head] if t.lower not in _WEAK_MODIFIERS]
    told = any(t.lower in ("of", "for") or t.tag in ("JJ", "VBG") for t in tokens[head.end : end])
    return not modifiers and not told  # "the amount outstanding" is told


def _specific(case: Case, found: Measured) -> Measured:
    """A generic noun ("the overall level", "the figures") gets its meaning from what was said before."""
    base = case.last_level()
    if found.noun.split()[-1] in ("figure", "figures", "one", "ones", "number", "numbers") and base is not None:
        run = case.run()
        row = [
            r
            for r in (*case.earlier, *case.before)
            if not r.is_change and r.quantity.start not in {q.start for q in run}
        ]
        place = case.place_in_run() - len(run)
        return replace(
            row[place].measured if len(row) >= len(run) else base.measured, confidence=RESOLVED, rule="as-before"
        )
    alike = base is not None and base in case.before and base.quantity.form is case.quantity.form
    if not alike and (said := _said_before(case)):
        return replace(found, tail=f"({said})", confidence=RESOLVED, rule="topic", known=False)
    topic = case.scene.passage.segment.topic
    if names_indicator(topic, case.quantity.form):
        return replace(found, noun=topic[:1].lower() + topic[1:], confidence=GUESSED, rule="topic")
    return replace(found, tail=f"({topic})" if topic else "", confidence=GUESSED, rule="topic")


def _said_before(case: Case) -> str:
    """As in "tariffs on 187 goods were cut, the average rate falling from X": what the main clause says."""
    at = case.first
    while at > 0 and case.tokens[at - 1].tag != ",":
        at -= 1
    main = next((c for c in reversed(case.scene.by_end) if c.finite and c.group[1] < at), None)
    run = case.scene.subject_of(main) if main is not None else None
    if main is None or run is None:
        return ""
    said = case.tokens[run[0] : run[1]] if main.passive else case.tokens[main.group[1] : at - 1]
    kept = [t for t in said if t.tag != "CD"]
    return words_of_label(kept[:8]) if any(t.is_noun for t in kept) else ""


def _part_of_row(case: Case, start: int, end: int) -> tuple[int, int] | None:
    """The subject of this figure where two subjects share a verb and the figures follow "respectively"."""
    run = case.run()
    if len(run) < 2 or not case.is_respective:
        return None
    tokens = case.tokens
    cuts = [i for i in range(start + 1, end - 1) if tokens[i].lower == "and" and tokens[i - 1].is_noun]
    if len(cuts) < len(run) - 1:
        return None
    edges = [start - 1, *cuts[-(len(run) - 1) :], end]
    place = case.place_in_run()
    return edges[place] + 1, edges[place + 1]
