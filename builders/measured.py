"""What a figure measures: the noun phrase that it counts, the subject that it is said of, or the figure before it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from customs_kg.builders.clauses import Clause, Role
from customs_kg.builders.measures import Measure, Relation
from customs_kg.builders.noun_phrases import NounPhrase, phrase_from, phrase_to, with_complements, words_of_label
from customs_kg.builders.participles import done_to, past_participle
from customs_kg.builders.quantity import Quantity, QuantityForm
from customs_kg.builders.scene import Scene

PLAIN = Decimal("0.95")
RESOLVED = Decimal("0.85")
GUESSED = Decimal("0.70")

_LIGHT = frozenset(
    "be have make do see include contain comprise consist become remain total number amount reach stand come weigh exceed get"
    " give show represent account cover mean compose set allow take bring serve total record achieve realize realise report".split()
)
_MEASURING = frozenset(
    "be total number amount reach stand come weigh exceed average equal hit measure surpass top remain constitute become register"
    " climb rise grow fall drop decline increase decrease go jump estimate fix put set value record top approach".split()
)
_COMPOSING = frozenset("include comprise consist compose contain cover have divide split sort group".split())
_PRONOUNS = frozenset("it this that they these those which who them such".split())
_GENERIC = frozenset(
    "level figure figures sum total amount number rate share average value volume result count balance overall proportion percentage collection one ones".split()
)
_STAFF = frozenset(
    "officer staff we it they agency administration department police specialist agent team inspector official personnel service customs authority".split()
)
_UNIT_NOUNS = frozenset("unit piece item person case head set copy number time entry ton tonne".split())
_COLLECTIVE = frozenset(
    "force workforce staff fleet team network group body membership crew headcount corps complement pool stock population".split()
)
_RATES = frozenset("rate share ratio proportion percentage level coverage compliance".split())
_WORTH = re.compile(
    r"\b(?:worth|valued at|worth of|involving|(?:with|at|to|for|of) an? (?:\w+ ){0,3}(?:value|cost|tune|amount) (?:of|above|over|exceeding)|to the (?:value|tune|amount) of"
    r"|(?:with|at) (?:the |their |its )?(?:\w+ ){0,2}value (?:of|at|estimated at|totall?ing))(?: (?:about|an estimated|a total value of|a total of|value of|goods worth))?\s*$",
    re.I,
)
_INVOLVING_TOTAL = re.compile(
    r"\b(?:involving|involve[sd]?|with) (?:an? |the )?(?:[\w-]+ ){0,3}(?:value|worth|amount|sum|duty|duties|tax(?:es)?) of\s*$",
    re.I,
)
_OF_WHICH_BEFORE = re.compile(r"\b(?:of|among) (?:which|whom|these|those|them),?\s*$", re.I)
_OF_WHICH_AFTER = re.compile(r"^,? of (?:which|whom|these|those|them)\b", re.I)
_RESPECTIVELY = re.compile(r"\brespectively\b", re.I)


@dataclass(frozen=True, slots=True)
class Measured:
    """The words that say what a figure measures; `label` puts them together.

    `known` is False where the noun phrase is narrowed by words elsewhere ("their exports"), so that it does not name
    the plain indicator of these words.
    """

    noun: str
    verb: str = ""
    tail: str = ""
    prefix: str = ""
    rule: str = "counted"
    confidence: Decimal = PLAIN
    known: bool = True

    @property
    def label(self) -> str:
        """The whole phrase."""
        return " ".join(part for part in (self.prefix, self.noun, self.verb, self.tail) if part)


@dataclass(frozen=True, slots=True)
class Reading:
    """A figure that has been read: the quantity, its measure and what it measures."""

    quantity: Quantity
    measure: Measure
    measured: Measured
    like: int = -1  # number among the readings before, whose measured thing it shares


def read_measured(
    scene: Scene, quantity: Quantity, measure: Measure, before: Sequence[Reading], earlier: Sequence[Reading]
) -> Measured | None:
    """What a figure of the passage measures, or None.

    `before` are the figures read in the passage so far, `earlier` those of the sentences before in its paragraph.
    """
    for reader in (
        _of_which,
        _change_of_before,
        _worth,
        _named_before_of,
        _counted,
        _share_of,
        _object_changed,
        _said_of_subject,
        _gapped,
        _as_before,
        _bare_object,
    ):
        found = reader(_Case(scene, quantity, measure, before, earlier))
        if found is not None and (found.noun or found.verb):
            return found
    return None


@dataclass(frozen=True, slots=True)
class _Case:
    scene: Scene
    quantity: Quantity
    measure: Measure
    before: Sequence[Reading]
    earlier: Sequence[Reading]

    @property
    def text_before(self) -> str:
        return self.scene.text[: self.quantity.qualifier_start]

    @property
    def text_after(self) -> str:
        return self.scene.text[self.quantity.end :]

    @property
    def at(self) -> int:
        return self.scene.places[self.quantity.start]

    @property
    def first(self) -> int:
        return min(self.scene.before(self.quantity), self.at)

    @property
    def following(self) -> int:
        return self.scene.after(self.quantity)

    def last_level(self, forms: frozenset[QuantityForm] | None = None) -> Reading | None:
        """The nearest figure before that is no change, in the sentence or in the sentence before."""
        for reading in (*reversed(self.before), *reversed(self.earlier)):
            if reading.measure.relation is not Relation.CHANGE and (forms is None or reading.quantity.form in forms):
                return reading
        return None

    def clause(self) -> Clause | None:
        return self.scene.clause_of_subject(self.at) or self.scene.clause_before(self.first)


# --- figures that share what an earlier figure measures


def _of_which(case: _Case) -> Measured | None:
    after = _OF_WHICH_AFTER.match(case.text_after)
    if not after and not _OF_WHICH_BEFORE.search(case.text_before):
        return None
    base = case.last_level(frozenset({QuantityForm.COUNT, QuantityForm.MEASURE, QuantityForm.MONEY}))
    if after:
        tail = _predicate(case.scene, case.scene.token_at(case.quantity.end + after.end()))
    else:
        own = _noun_at(case, case.following)
        if own is not None:
            return replace(_with_verb(case, own, "of-which"), confidence=RESOLVED)
        tail = _predicate(case.scene, case.following)
    if base is None:
        return Measured("", tail=tail, rule="of-which", confidence=GUESSED) if tail else None
    return replace(base.measured, verb="", tail=tail, prefix="", rule="of-which", confidence=RESOLVED, known=False)


def _predicate(scene: Scene, at: int, most: int = 9) -> str:
    """The words of a predicate after a figure, to the next mark, time or figure."""
    end = at
    tokens = scene.tokens
    while end < len(tokens) and end - at < most and end not in scene.stops:
        token = tokens[end]
        if (
            token.tag in (",", ";", ".", ":", "(", ")")
            or (token.lower in ("which", "while", "although", "and", "that")
            and end > at)
        ):
            break
        end += 1
    kept = [
        t
        for t in tokens[at:end]
        if t.lower not in ("were", "was", "are", "is", "been", "had", "have", "has", "be", "being")
    ]
    while kept and kept[-1].tag in ("IN", "TO", "CC", "RB"):
        kept.pop()
    return words_of_label(kept)


def _change_of_before(case: _Case) -> Measured | None:
    """ "an increase of 5%", "(up 5%)", "4 times that of 2015": a change of the figure before."""
    if case.measure.relation is not Relation.CHANGE or case.measure.own_subject:
        return None
    partner = _respective(case)
    base = partner or case.last_level()
    subject = _subject_measured(case) if _subject_first(case, base) else None
    if subject is not None:
        return subject
    if base is None or base.measure.goal:
        return _subject_measured(case)
    confidence = min(base.measured.confidence, PLAIN if partner or base in case.before else RESOLVED)
    return replace(base.measured, confidence=confidence)


def _subject_first(case: _Case, base: Reading | None) -> bool:
    """ "exports were up 5%": the clause of the change has a subject of its own, after the figure before."""
    if case.measure.form == "more" and base in case.before:
        return False
    clause = case.scene.clause_before(case.first)
    if clause is None or clause.subject is None or not case.scene.links(clause.group[1], case.first):
        return False
    if base is not None and base in case.before and case.scene.places[base.quantity.start] >= clause.subject[0]:
        return False
    return case.scene.tokens[clause.subject[1] - 1].lower not in _PRONOUNS


def _respective(case: _Case) -> Reading | None:
    """The partner of a figure in "A and B rose by x and y respectively": lists are matched from their ends."""
    if not _RESPECTIVELY.search(case.scene.text):
        return None
    run = _run_of(case)
    levels = [r for r in case.before if r.measure.relation is not Relation.CHANGE and r.quantity.start < run[0].start]
    place = run.index(case.quantity)
    return levels[len(levels) - len(run) + place] if len(levels) >= len(run) > 1 else None


def _run_of(case: _Case) -> list[Quantity]:
    """The figures that stand in one row with this one: "17% and 4%"."""
    quantities = list(case.scene.passage.quantities)
    here = quantities.index(case.quantity)
    first, last = here, here
    while first > 0 and _joined(case.scene.text, quantities[first - 1], quantities[first]):
        first -= 1
    while last + 1 < len(quantities) and _joined(case.scene.text, quantities[last], quantities[last + 1]):
        last += 1
    return quantities[first : last + 1]


def _joined(text: str, one: Quantity, other: Quantity) -> bool:
    return bool(re.fullmatch(r"(?:,|,? and|,? or)(?: (?:of|by|to|at))?\s*", text[one.end : other.qualifier_start]))


# --- value of what stands before


def _worth(case: _Case) -> Measured | None:
    if case.quantity.form is not QuantityForm.MONEY:
        return None
    if match := re.match(r"^ (?:was |were |is |are )?(?:involved|concerned|at stake) in\b", case.text_after):
        own = _noun_at(case, case.scene.token_at(case.quantity.end + match.end()))
        return replace(own, prefix="value of") if own else None
    match = _INVOLVING_TOTAL.search(case.text_before) or _WORTH.search(case.text_before)
    if not match:
        return None
    at = case.scene.token_at(match.start())
    clause = case.scene.clause_before(at + 1)
    if (
        clause is not None
        and at in range(clause.group[1], clause.group[1] + 2)
        and clause.lemma == "be"
        and clause.subject
    ):
        found = _subject_measured(case)
        return replace(found, prefix="value of", rule="worth") if found else None
    return _value_of(case, at)


def _value_of(case: _Case, at: int) -> Measured | None:
    """The value of the noun phrase before `at`, or of the counted things before."""
    scene = case.scene
    base = next(
        (r for r in reversed(case.before) if r.quantity.form in (QuantityForm.COUNT, QuantityForm.MEASURE)), None
    )
    phrase = phrase_to(scene.tokens, at)
    place = scene.places[base.quantity.start] if base else -1
    if base is not None and (phrase is None or phrase.start <= place + 1 or _only_words_between(scene, place, at)):
        return replace(base.measured, prefix="value of", rule="worth")
    if phrase is None:
        return replace(base.measured, prefix="value of", rule="worth", confidence=RESOLVED) if base else None
    counted = Measured(words_of_label(scene.tokens[phrase.start : phrase.end]), prefix="value of", rule="worth")
    return replace(_with_verb_of(case, counted, phrase), prefix="value of", rule="worth")


def _only_words_between(scene: Scene, start: int, end: int) -> bool:
    return not any(t.tag in (";", ".", ":") for t in scene.tokens[start + 1 : end]) and not any(
        i in scene.places.values() for i in range(start + 1, end)
    )


# --- "a staff force of 60,000", "an average of 15% on farm products"


def _named_before_of(case: _Case) -> Measured | None:
    tokens, first = case.scene.tokens, case.first
    if first == 0 or tokens[first - 1].lower not in ("of", "at", "in") or case.measure.relation is Relation.OLD_LEVEL:
        return None
    phrase = phrase_to(tokens, first - 1)
    if phrase is None or tokens[first - 1].lower != "of":
        return None
    head = tokens[phrase.head].lemma if tokens[phrase.head].is_noun else tokens[phrase.head].lower
    counted = _noun_at(case, case.following)
    if case.measure.goal or head in ("goal", "target", "objective"):
        base = case.last_level()
        return replace(base.measured, rule="goal") if base and not counted else counted
    if case.measure.relation is Relation.CHANGE:
        return _changed_thing(case)
    if head in ("total", "sum", "maximum", "minimum", "record") and phrase.end - phrase.head == 1:
        return _with_verb(case, counted, "counted") if counted else _amount(case)
    if head == "average":
        return _average(case, phrase)
    if head in ("value", "worth") and phrase.end - phrase.start <= 2:
        return _value_of(case, phrase.start)
    noun = words_of_label(tokens[phrase.start : phrase.end])
    if counted is not None and head not in _COLLECTIVE:
        did = done_to(tokens[phrase.head].text)
        return (
            replace(counted, verb=did, rule="of")
            if did
            else replace(counted, tail=f"of {noun}" if phrase.end - phrase.start < 5 else "", rule="of", known=False)
        )
    if _starts_clause_subject(case, phrase) or phrase.end == first - 1:
        return replace(_with_verb_of(case, Measured(noun, rule="of"), phrase), rule="of")
    return Measured(noun, rule="of")


def _average(case: _Case, phrase: NounPhrase) -> Measured:
    """ "an average of 15% on farm products": the average of what went before, for these."""
    tail = _complement(case, case.following)
    base = case.last_level()
    if base is not None and case.before:
        return replace(base.measured, prefix="average", tail=tail, rule="average", confidence=RESOLVED, known=False)
    noun = words_of_label(case.scene.tokens[phrase.start : phrase.end])
    return Measured(noun, tail=tail, rule="average", confidence=RESOLVED)


def _complement(case: _Case, at: int) -> str:
    """The prepositional phrase at a token."""
    tokens = case.scene.tokens
    if at >= len(tokens) or tokens[at].tag not in ("IN", "TO") or at in case.scene.stops:
        return ""
    phrase = phrase_from(tokens, at + 1)
    if phrase is None or any(i in case.scene.stops for i in range(at, phrase.end)):
        return ""
    return words_of_label(tokens[at : phrase.end])


def _starts_clause_subject(case: _Case, phrase: NounPhrase) -> bool:
    return case.scene.clause_of_subject(phrase.head) is not None


# --- counted nouns


def _counted(case: _Case) -> Measured | None:
    """ "2,633 smuggling criminal cases", "366,000 tons of rice", "$716 million in duties"."""
    if case.quantity.form in (QuantityForm.PERCENT, QuantityForm.FRACTION, QuantityForm.POINT, QuantityForm.MULTIPLE):
        return None
    if case.measure.relation is Relation.CHANGE:
        return None
    if case.quantity.form is QuantityForm.ORDINAL_RANK:
        return _ranked(case)
    counted = _noun_at(case, case.following)
    if counted is None:
        return None
    direct = _measuring_subject(case)
    if direct is not None and _is_unit_like(case):
        return direct
    return _with_verb(case, counted, "counted")


def _is_unit_like(case: _Case) -> bool:
    """ "came to 47 million pieces": the noun only says how it is counted."""
    phrase = phrase_from(case.scene.tokens, case.following)
    return phrase is not None and phrase.end - phrase.start == 1 and case.scene.tokens[phrase.head].lemma in _UNIT_NOUNS


def _noun_at(case: _Case, at: int) -> Measured | None:
    """The counted noun phrase that begins at a token, with its complements."""
    tokens, stops, form = case.scene.tokens, case.scene.stops, case.quantity.form
    if at >= len(tokens):
        return None
    prefix = ""
    if tokens[at].lower == "worth" and at + 1 < len(tokens) and tokens[at + 1].lower == "of":
        prefix, at = "value of", at + 2
    elif (tokens[at].lower in ("of", "in") and form is not QuantityForm.COUNT) or tokens[at].lower == "of":
        if at in stops:
            return None
        at += 1
    elif form is QuantityForm.MONEY and case.at > 0 and not _opens_row(case):
        return None
    elif form is QuantityForm.MEASURE and tokens[at].tag not in ("JJ", "VBN", "NN", "NNS", "NNP"):
        return _since(case, at)
    phrase = phrase_from(tokens, at)
    if phrase is None or phrase.start - at > 2 or any(i in case.scene.places.values() for i in range(at, phrase.end)):
        return None
    if any(i in stops for i in range(phrase.start, phrase.end)) and phrase.end - phrase.start < 3:
        return None
    if phrase.end - phrase.start == 1 and tokens[phrase.head].lower in _PRONOUNS:
        return None
    core = words_of_label([t for i, t in enumerate(tokens[phrase.start : phrase.end], phrase.start) if i not in stops])
    full = with_complements(tokens, phrase, stops)
    tail = words_of_label(tokens[phrase.end : full.end])
    return Measured(core, tail=tail, prefix=prefix)


def _opens_row(case: _Case) -> bool:
    return all(t.tag in ("(", '"') for t in case.scene.tokens[: case.first])


def _since(case: _Case, at: int) -> Measured | None:
    """ "over 30 years since the inception of the policy"."""
    tokens = case.scene.tokens
    if tokens[at].lower not in ("since", "after", "before") or case.quantity.form is not QuantityForm.MEASURE:
        return None
    phrase = phrase_from(tokens, at + 1)
    if phrase is None:
        return None
    full = with_complements(tokens, phrase, case.scene.stops)
    return Measured(
        case.quantity.stated.split()[-1].lower(), tail=words_of_label(tokens[at : full.end]), rule="duration"
    )


def _ranked(case: _Case) -> Measured | None:
    """ "the second largest source of revenue"."""
    phrase = phrase_from(case.scene.tokens, case.following)
    if phrase is None:
        return _subject_measured(case)
    full = with_complements(case.scene.tokens, phrase, case.scene.stops)
    return Measured(
        words_of_label(case.scene.tokens[phrase.start : full.end]), prefix="rank as", rule="rank", known=False
    )


# --- the verb of a counted thing


def _with_verb(case: _Case, counted: Measured, rule: str) -> Measured:
    """The counted thing with the verb that says what was done to it."""
    scene = case.scene
    counted = replace(counted, rule=rule) if rule != "counted" else counted
    clause = scene.clause_of_subject(case.at)
    if clause is not None:
        return _as_subject(case, counted, clause)
    relative = _relative_participle(scene, case.following)
    clause = scene.clause_before(case.first)
    if clause is None or scene.in_brackets(case.quantity.start):
        lead = _lead_verb(case)
        return replace(counted, verb=lead or relative)
    return _as_object(case, counted, clause, relative)


def _with_verb_of(case: _Case, counted: Measured, phrase: NounPhrase) -> Measured:
    clause = case.scene.clause_of_subject(phrase.head)
    if clause is None:
        return counted
    return _as_subject(case, counted, clause)


def _as_subject(case: _Case, counted: Measured, clause: Clause) -> Measured:
    scene = case.scene
    if scene.is_passive(clause):
        verb = scene.tokens[clause.verb].lower
        tail = counted.tail
        if not tail and clause.lemma not in _LIGHT:
            tail = _complement_after(scene, clause.group[1])
        return replace(counted, verb="" if clause.lemma in _LIGHT else verb, tail=tail)
    if clause.lemma == "be" or counted.tail:
        return replace(counted, tail=counted.tail or _predicate(scene, clause.group[1], 4))
    reduced = _relative_participle(scene, case.following)
    if reduced:
        return replace(counted, verb=reduced)
    return replace(counted, tail=_predicate(scene, clause.verb, 8))


def _complement_after(scene: Scene, at: int) -> str:
    tokens = scene.tokens
    if (
        at >= len(tokens)
        or at in scene.stops
        or tokens[at].lower not in ("to", "under", "from", "into", "off", "for", "against")
    ):
        return ""
    phrase = phrase_from(tokens, at + 1)
    if phrase is None or any(i in scene.stops for i in range(at, phrase.end)):
        return ""
    return words_of_label(tokens[at : phrase.end])


def _as_object(case: _Case, counted: Measured, clause: Clause, relative: str) -> Measured:
    scene, tokens = case.scene, case.scene.tokens
    between = tokens[clause.group[1] : case.first]
    governor = _governor(case, clause)
    if clause.lemma in _COMPOSING and not governor:
        return replace(counted, tail=counted.tail or _of_subject(case, clause))
    if governor:
        return replace(counted, tail=" ".join(p for p in (counted.tail, f"({governor})") if p), known=False)
    if clause.lemma in _LIGHT or (scene.is_passive(clause) and any(t.tag == "IN" for t in between)):
        if scene.is_passive(clause) and clause.subject and clause.lemma not in _LIGHT:
            subject = words_of_label(tokens[clause.subject[0] : clause.subject[1]])
            return replace(counted, tail=f"({subject} {tokens[clause.verb].lower})", known=False)
        return replace(counted, verb=relative)
    if any(t.tag == "IN" for t in between) and not scene.links(clause.group[1], case.first):
        return replace(counted, verb=relative)
    verb = past_participle(tokens[clause.verb].text)
    particle = next((t.lower for t in between[:1] if t.lower in ("out", "off", "up", "down", "through")), "")
    by = _by_subject(case, clause)
    return replace(
        counted, verb=" ".join(p for p in (verb, particle) if p), tail=" ".join(p for p in (counted.tail, by) if p)
    )


def _governor(case: _Case, clause: Clause) -> str:
    """ "training classes for over 200 personnel": the noun that a figure in a prepositional phrase belongs to."""
    scene, tokens = case.scene, case.scene.tokens
    at = case.first - 1
    if at < 1 or tokens[at].tag not in ("IN", "TO") or at < clause.group[1]:
        return ""
    earlier = [r for r in case.before if scene.places[r.quantity.start] >= clause.group[1] - 1]
    phrase = phrase_to(tokens, at)
    if phrase is not None and phrase.start >= clause.group[1] - 1:
        base = next((r for r in reversed(earlier) if scene.places[r.quantity.start] < phrase.end), None)
        words = words_of_label(tokens[phrase.start : phrase.end])
        if base is not None and base.measured.verb and base.measured.verb not in words:
            words += f" {base.measured.verb}"
        return words
    if clause.form.value in ("gerund", "participle") and clause.role is not Role.MEANS and at == clause.group[1]:
        subject = phrase_to(tokens, clause.group[0])
        if subject is not None:
            return (
                f"{words_of_label(tokens[subject.start : subject.end])} {tokens[clause.verb].lower} {tokens[at].lower}"
            )
    if at == clause.group[1] and clause.subject is not None and clause.lemma not in _MEASURING:
        inner = tokens[clause.subject[0] : clause.subject[1]]
        if not _is_agent(inner):
            return f"{words_of_label(inner)} {tokens[clause.verb].lower} {tokens[at].lower}"
    return ""


def _is_agent(subject: Sequence) -> bool:  # type: ignore[type-arg]
    lemmas = {t.lemma for t in subject}
    return bool(lemmas & _STAFF) or (all(t.tag in ("NNP", "DT", "PRP", "NNPS") for t in subject) and len(subject) > 1)


def _of_subject(case: _Case, clause: Clause) -> str:
    if clause.subject is None:
        return ""
    inner = case.scene.tokens[clause.subject[0] : clause.subject[1]]
    if _is_agent(inner) or all(t.lower in _PRONOUNS for t in inner):
        return ""
    return "of " + words_of_label(inner[:10])


def _by_subject(case: _Case, clause: Clause) -> str:
    """A subject that is no part of the customs staff narrows what is counted: "passengers handled by Preclearance"."""
    if clause.subject is None or clause.passive:
        return ""
    inner = case.scene.tokens[clause.subject[0] : clause.subject[1]]
    if {t.lemma for t in inner} & _STAFF or len(inner) > 6 or any(t.tag == "PRP" for t in inner):
        return ""
    return (
        f"by {words_of_label(inner)}"
        if len(inner) == 1 and inner[0].tag.startswith("NN") and not inner[0].text.isupper()
        else ""
    )


def _relative_participle(scene: Scene, at: int) -> str:
    """The participle after a counted noun: "cases filed", "ports which had been approved"."""
    tokens = scene.tokens
    phrase = phrase_from(tokens, at)
    if phrase is None:
        return ""
    end = with_complements(tokens, phrase, scene.stops).end
    found = next(
        (
            c
            for c in scene.parsed.clauses
            if end <= c.group[0] <= end + 2 and (c.form.value == "participle" or (c.role is Role.RELATIVE and c.passive))
        ),
        None,
    )
    return tokens[found.verb].lower if found and found.lemma not in _LIGHT else ""


def _lead_verb(case: _Case) -> str:
    """The verb of the words that a list item continues: "CBP assessed:"."""
    lead = case.scene.passage.segment.lead.text
    match = re.search(r"\b(\w+ed|\w+en|made|took|gave|brought|held|found|saw|won|paid|sent)\b\s*:?$", lead)
    return past_participle(match[1]) if match and match[1] not in ("been", "included", "made") else ""


# --- shares


def _share_of(case: _Case) -> Measured | None:
    """ "28 per cent of processing trade runs through them", "in 96.8 percent of the cases checked"."""
    if (
        case.quantity.form not in (QuantityForm.PERCENT, QuantityForm.FRACTION)
        or (case.measure.relation is Relation.CHANGE
        and not case.measure.own_subject)
    ):
        return None
    if case.measure.form == "noun-after":
        return _changed_thing(case)
    tokens, at = case.scene.tokens, case.following
    if at >= len(tokens) or tokens[at].lower != "of" or case.measure.relation is Relation.CHANGE:
        return None
    phrase = phrase_from(tokens, at + 1)
    if phrase is None:
        return None
    noun = words_of_label(tokens[phrase.start : phrase.end])
    full = with_complements(tokens, phrase, case.scene.stops)
    if full.end == phrase.end and full.end + 1 < len(tokens) and tokens[full.end].lower == "by":
        full = NounPhrase(phrase.start, full.end + 2, phrase.head)
    tail = words_of_label(tokens[phrase.end : full.end])
    clause = case.scene.clause_of_subject(case.at)
    if clause is not None:
        said = _predicate(case.scene, clause.verb if clause.passive or clause.lemma != "be" else clause.group[1])
        return Measured(noun, tail=" ".join(p for p in (tail, said) if p), prefix="share of", rule="share", known=False)
    relative = _relative_participle(case.scene, at + 1)
    clause = case.scene.clause_before(case.first)
    said = _whole_clause(case, clause) if clause and case.first and tokens[case.first - 1].tag == "IN" else ""
    if clause is not None and not said and clause.lemma not in _LIGHT:
        relative = relative or past_participle(tokens[clause.verb].text)
    return Measured(noun, relative, " ".join(p for p in (tail, said) if p), "share of", "share", known=False)


def _whole_clause(case: _Case, clause: Clause) -> str:
    tokens = case.scene.tokens
    start = clause.subject[0] if clause.subject else clause.group[0]
    kept = [t for t in tokens[start : case.first - 1] if t.tag not in (")", "(")]
    return f"({words_of_label(kept[-12:])})" if kept else ""


# --- changes with an object or a subject of their own


def _changed_thing(case: _Case) -> Measured | None:
    """ "a growth of 5% in revenue", "a 5% increase in revenue"."""
    match = re.match(r"^(?: of)?[^.,;]{0,60}?\b(?:in|of|for) ", case.text_after)
    if match:
        at = case.scene.token_at(case.quantity.end + match.end())
        phrase = phrase_from(case.scene.tokens, at)
        if phrase is not None and not any(i in case.scene.stops for i in range(at, phrase.end)):
            full = with_complements(case.scene.tokens, phrase, case.scene.stops)
            return Measured(
                words_of_label(case.scene.tokens[phrase.start : phrase.end]),
                tail=words_of_label(case.scene.tokens[phrase.end : full.end]),
                rule="change-in",
            )
    base = case.last_level()
    return base.measured if base in case.before and base else _subject_measured(case)


def _object_changed(case: _Case) -> Measured | None:
    """ "reducing customs clearance time by one third", "lowered its tariff rate from 15.3% to 9.8%"."""
    clause = case.scene.clause_before(case.first)
    if clause is None or clause.passive:
        return None
    between = case.scene.tokens[clause.group[1] : case.first]
    if (
        not between
        or (any(i in case.scene.places.values() for i in range(clause.group[1], case.first))
        and not (
            case.measure.relation is Relation.NEW_LEVEL
            or (case.before
            and case.before[-1].measure.relation is Relation.OLD_LEVEL)
        ))
    ):
        return None
    phrase = phrase_from(case.scene.tokens, clause.group[1])
    transitive = (
        case.measure.form in ("object", "direction")
        or case.measure.relation in (Relation.OLD_LEVEL, Relation.NEW_LEVEL)
        or (case.before and case.before[-1].measure.relation is Relation.OLD_LEVEL)
    )
    if phrase is None or phrase.start - clause.group[1] > 1 or not transitive or phrase.end > case.first:
        return None
    full = with_complements(case.scene.tokens, phrase, case.scene.stops)
    full = full if full.end <= case.first else phrase
    noun = words_of_label(case.scene.tokens[phrase.start : phrase.end])
    return Measured(noun, tail=words_of_label(case.scene.tokens[phrase.end : full.end]), rule="object-changed")


# --- subjects


def _measuring_subject(case: _Case) -> Measured | None:
    """The subject of "stood at", "totalled", "numbered" right before the figure."""
    clause = case.scene.clause_before(case.first)
    if clause is None or clause.lemma not in _MEASURING or not case.scene.links(clause.group[1], case.first):
        return None
    return _subject_measured(case)


def _said_of_subject(case: _Case) -> Measured | None:
    clause = case.scene.clause_before(case.first)
    if clause is None:
        return None
    direct = case.scene.links(clause.group[1], case.first)
    if not (direct or case.measure.relation is Relation.CHANGE or case.measure.relation is Relation.NEW_LEVEL):
        return None
    if clause.lemma not in _MEASURING and case.measure.relation is Relation.LEVEL and not (clause.passive and direct):
        return None
    if case.quantity.form is QuantityForm.COUNT and clause.lemma not in _MEASURING:
        return None
    return _subject_measured(case)


def _subject_measured(case: _Case) -> Measured | None:
    """What the subject of the clause names; a pronoun stands for what the figure before measures."""
    scene, tokens = case.scene, case.scene.tokens
    clause = scene.clause_before(case.first)
    if clause is None:
        return None
    run = _subject_run(scene, clause)
    if run is None:
        return None
    start, end = run
    if all(t.lower in _PRONOUNS or t.tag in ("DT", "RB") for t in tokens[start:end]):
        base = case.last_level()
        return replace(base.measured, confidence=RESOLVED, rule="pronoun") if base else None
    return _subject_words(case, clause, start, end)


def _subject_run(scene: Scene, clause: Clause) -> tuple[int, int] | None:
    if clause.subject is not None:
        return clause.subject
    phrase = phrase_to(scene.tokens, clause.group[0])
    return (phrase.start, phrase.end) if phrase else None


def _subject_words(case: _Case, clause: Clause, start: int, end: int) -> Measured | None:
    scene, tokens = case.scene, case.scene.tokens
    if scene.tokens[end - 1].tag == ")":
        end = _open_bracket(scene, end)
    part = _part_of_row(case, start, end)
    start, end = part if part else (start, end)
    while start < end and (tokens[start].tag in ("IN", "CC", "RB", ",", "DT", "PRP$") or start in scene.stops):
        start += 1
    kept = [t for i, t in enumerate(tokens[start:end], start) if i not in scene.stops]
    while kept and kept[-1].tag in ("IN", "TO", ",", "CC"):
        kept.pop()
    noun = words_of_label(kept[:14])
    if not noun:
        return None
    possessed = any(t.lower in ("their", "his", "her", "whose") for t in tokens[max(0, start - 1) : end])
    prefix = "value of" if clause.lemma == "value" or re.search(r"\bworth\s*$", case.text_before) else ""
    verb = "" if clause.lemma in _MEASURING | _LIGHT or not clause.passive else tokens[clause.verb].lower
    found = Measured(noun, verb=verb, prefix=prefix, rule="subject", known=not possessed)
    if possessed:
        return replace(found, tail=f"({scene.passage.segment.topic})", confidence=RESOLVED)
    head = phrase_from(tokens, start)
    if head is not None and tokens[head.head].lemma in _GENERIC and not _specified(tokens, head, end):
        return _specific(case, found)
    return found


def _specified(tokens: Sequence, head: NounPhrase, end: int) -> bool:  # type: ignore[type-arg]
    """Whether words beside a generic noun ("level", "figure") say of what."""
    nouns = [t for t in tokens[head.start : head.head] if t.is_noun]
    return bool(nouns) or any(t.lower in ("of", "for") for t in tokens[head.end : end])


def _specific(case: _Case, found: Measured) -> Measured:
    """A generic noun ("the overall level", "the figures") gets its meaning from the sentence before."""
    base = case.last_level()
    if found.noun.split()[-1] in ("figure", "figures", "one", "ones") and base is not None:
        row = [r for r in (*case.earlier, *case.before) if r.measure.relation is not Relation.CHANGE]
        run = _run_of(case)
        place = run.index(case.quantity) - len(run)
        return replace(
            row[place].measured if len(row) >= len(run) else base.measured, confidence=RESOLVED, rule="as-before"
        )
    topic = case.scene.passage.segment.topic
    return replace(found, tail=f"({topic})", confidence=GUESSED, rule="topic")


def _open_bracket(scene: Scene, end: int) -> int:
    at = end - 1
    while at > 0 and scene.tokens[at].tag != "(":
        at -= 1
    return at or end


def _part_of_row(case: _Case, start: int, end: int) -> tuple[int, int] | None:
    """The subject of this figure where two subjects share a verb and the figures follow "respectively"."""
    run = _run_of(case)
    if len(run) < 2 or not _RESPECTIVELY.search(case.scene.text):
        return None
    tokens = case.scene.tokens
    cuts = [i for i in range(start + 1, end - 1) if tokens[i].lower == "and" and tokens[i - 1].is_noun]
    pieces: list[tuple[int, int]] = []
    at = start
    for cut in cuts[-(len(run) - 1) :] if len(cuts) >= len(run) - 1 else []:
        pieces.append((at, cut))
        at = cut + 1
    pieces.append((at, end))
    place = run.index(case.quantity)
    return pieces[place] if len(pieces) == len(run) else None


# --- the rest


def _gapped(case: _Case) -> Measured | None:
    """ "... totalled 3.98 billion tons, and vehicles and vessels 33.819 million": the verb is that of the figure before."""
    phrase = phrase_to(case.scene.tokens, case.first)
    if phrase is None or not case.before or case.measure.relation is Relation.CHANGE:
        return None
    last = case.scene.places[case.before[-1].quantity.start]
    if phrase.start <= last or phrase.end != case.first:
        return None
    return Measured(words_of_label(case.scene.tokens[phrase.start : phrase.end]), rule="gapped", confidence=RESOLVED)


def _as_before(case: _Case) -> Measured | None:
    """A second figure of the same thing: "(96.0 percent in FY 2017)", "down from 99.38 percent", "and 8.9% on goods"."""
    base = case.last_level()
    if base is None:
        return None
    same = base.quantity.unit == case.quantity.unit
    run = _run_of(case)
    if _RESPECTIVELY.search(case.scene.text) and len(run) > 1 and case.measure.relation is not Relation.CHANGE:
        found = _subject_measured(case)
        if found is not None:
            return found
    if not same:
        return None
    tail = _complement(case, case.following)
    clause = case.scene.clause_of_subject(case.at)
    if case.quantity.form is QuantityForm.COUNT and clause is not None:
        noun = base.measured.noun
        return _as_subject(case, Measured(noun, rule="as-before", confidence=RESOLVED), clause)
    if tail and base in case.before:
        return replace(
            base.measured,
            verb="" if case.quantity.form is QuantityForm.COUNT else base.measured.verb,
            tail=tail,
            confidence=RESOLVED,
            rule="as-before",
            known=False,
        )
    return replace(base.measured, confidence=RESOLVED, rule="as-before")


def _bare_object(case: _Case) -> Measured | None:
    """ "recovered $121.8 million": nothing but the verb says what the money is."""
    clause = case.scene.clause_of_subject(case.at)
    if clause is not None:
        said = _predicate(case.scene, clause.verb, 7)
        return Measured("amount", tail=said, rule="predicate", confidence=GUESSED) if said else None
    return _amount(case)


def _amount(case: _Case) -> Measured | None:
    clause = case.scene.clause_of_subject(case.at) or case.scene.clause_before(case.first)
    if clause is None or clause.lemma in _LIGHT:
        return None
    verb = past_participle(case.scene.tokens[clause.verb].text)
    return Measured("amount", verb=verb, rule="amount", confidence=GUESSED)
