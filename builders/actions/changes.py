"""Changes of status: a thing is renamed, closed, merged, extended, enters into force, expires.

Each is a thing of its own, with claims of what it affects and when it occurs; a planned one is stated in claims alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from customs_kg.builders.actions.ahead import Horizon, horizons, is_ahead
from customs_kg.builders.actions.change import Change, can_change, is_dated, is_introduced, set_apart_by
from customs_kg.builders.actions.change_nouns import noun_changes
from customs_kg.builders.actions.stances import stance_of
from customs_kg.builders.document import Document, Passage
from customs_kg.builders.english.clauses import Clause, Role
from customs_kg.builders.english.verb_forms import Form
from customs_kg.builders.english.words import noun_lemma
from customs_kg.builders.parse import Parsed
from customs_kg.builders.relations.frames.objects import objects
from customs_kg.builders.relations.frames.subjects import subjects
from customs_kg.builders.relations.heads import outermost
from customs_kg.builders.things.things import Mention, Things
from customs_kg.builders.times.periods import Role as TimeRole
from customs_kg.builders.times.periods import TimeExpression
from customs_kg.graph.identifiers import mint_thing, period_iri
from customs_kg.graph.model import Claim, Entity, Modality, Period
from customs_kg.ontology.iris import CK
from customs_kg.ontology.lexicon import ChangeVerb, Told, change_verbs
from customs_kg.ontology.vocabulary import load_terms

_SURE = Decimal("0.85")
_RULE = "change-of-status"
_REACH = 12  # tokens from a verb to the particle behind its object: "put A and B into force"
_WHEN = (TimeRole.DURING, TimeRole.AS_OF, TimeRole.BY, TimeRole.SINCE)
_DONE_TO = (Form.PARTICIPLE,)
_RAISES = frozenset({"lift"})  # "lifted to 300" is no end
_GENERAL = frozenset("pilot programme program scheme project system initiative platform".split())


class Changes(NamedTuple):
    """The changes of status that a report tells: things with their claims, the periods that these name, each telling.

    `told` are the tellings by the thing that is the change, with all that sets it apart from another of its kind.
    """

    entities: list[Entity]
    claims: list[Claim]
    periods: list[Period]
    told: list[tuple[str, Change]]


def read_changes(document: Document, things: Things, parses: Sequence[Parsed]) -> Changes:
    """The changes of status that a report tells."""
    found: dict[tuple[str, str, str], list[Change]] = {}
    for passage, parsed, horizon in zip(document.passages, parses, horizons(document), strict=True):
        if passage.is_cell:
            continue
        for change in (
            *_of_passage(document, passage, parsed, things, horizon),
            *noun_changes(document, passage, parsed, things),
        ):
            when = change.period.key if change.period else ""
            found.setdefault((change.kind, change.thing, when), []).append(change)
    entities: list[Entity] = []
    claims: list[Claim] = []
    periods: list[Period] = []
    told: list[tuple[str, Change]] = []
    for changes in found.values():
        entity = _entity(things, changes[0])
        told.extend((entity.iri, change) for change in changes)
        entities.append(entity)
        claims.extend(_claims(document, entity, changes))
        periods.extend(period for c in changes if (period := _occurs(document, c)))
    return Changes(entities, claims, periods, told)


def _of_passage(
    document: Document, passage: Passage, parsed: Parsed, things: Things, horizon: Horizon
) -> Iterator[Change]:
    mentions = things.in_passage(passage.index)
    if not mentions:
        return
    for n, clause in enumerate(parsed.clauses):
        verb = _verb(parsed, clause)
        if verb is None or clause.negated:
            continue
        time = _when(passage, parsed, clause)
        modality = _modality(document, passage, parsed, n, horizon, time)
        if modality is None:
            continue
        begun = any(t.lower == "being" for t in parsed.tokens[slice(*clause.group)])  # "is *being* merged"
        as_a_rule = modality is Modality.STANDING and not begun  # what "extends" or "is placed under" does not change
        if as_a_rule or (clause.hedged and modality is not Modality.PLANNED):
            continue
        if not _tells(verb, time):
            continue
        for mention in _affected(passage, parsed, n, verb, mentions):
            if can_change(things, mention, verb.change, verb.told):
                span = passage.segment.text.span(*_stretch(parsed, clause, mention, time))
                apart = set_apart_by(passage, parsed, clause, verb.verb, mention, things)
                dated, new = is_dated(passage, time, modality), is_introduced(parsed, mention)
                yield Change(verb.change, mention.thing, modality, time, apart, dated, span, new)


def _modality(
    document: Document, passage: Passage, parsed: Parsed, n: int, horizon: Horizon, time: TimeExpression | None
) -> Modality | None:
    """How a change is told; a participle with a time that is past, as done: "the A, opened in May, serves B"."""
    clause = parsed.clauses[n]
    if clause.form is Form.PARTICIPLE and time is not None and not is_ahead(time.core, document.reporting):
        return None if clause.hedged else Modality.ACTUAL
    return stance_of(passage, parsed, n, horizon)[0]


def _tells(verb: ChangeVerb, time: TimeExpression | None) -> bool:
    """Whether a verb tells of a change with this time."""
    return verb.told is Told.ALWAYS or (
        time is not None and (verb.told is not Told.SINCE or time.role is TimeRole.SINCE)
    )


def _verb(parsed: Parsed, clause: Clause) -> ChangeVerb | None:
    """The verb of change with most words that a clause has."""
    known = _verbs().get(clause.lemma)
    if known is None:
        return None
    done_to = clause.passive or clause.form in _DONE_TO
    after = [t.lower for t in parsed.tokens[clause.group[1] : clause.group[1] + _REACH] if t.tag != "DT"]
    for words, entry in known:
        if not words and after[:1] == ["to"] and clause.lemma in _RAISES:
            continue
        fits = entry.of_object or not (done_to or _has_object(clause, words))
        if fits and _follows(words, after, near=done_to or not entry.of_object):
            return entry
    return None


def _follows(words: Sequence[str], after: Sequence[str], *, near: bool) -> bool:
    """Whether the rest of a phrase stands behind the verb, right there or somewhat later."""
    plain = [w for w in words if w != "the"]
    starts = range(1 if near else len(after) - len(plain) + 1)
    return any(list(after[i : i + len(plain)]) == plain for i in starts) if plain else True


def _has_object(clause: Clause, words: Sequence[str]) -> bool:
    """Whether something else is changed: "A *closed* a shed", "A *closed down* a shed"."""
    return bool(clause.objects) and (not words or words[-1] in _PARTICLES)


_PARTICLES = frozenset("down up off out".split())


@lru_cache(maxsize=1)
def _verbs() -> Mapping[str, Sequence[tuple[Sequence[str], ChangeVerb]]]:
    """By verb, the words that follow it and the entry, the longest first."""
    found: dict[str, list[tuple[Sequence[str], ChangeVerb]]] = {}
    for entry in change_verbs():
        verb, *rest = entry.verb.split()
        found.setdefault(verb, []).append((rest, entry))
    return {verb: sorted(entries, key=lambda pair: -len(pair[0])) for verb, entries in found.items()}


def _affected(
    passage: Passage, parsed: Parsed, n: int, verb: ChangeVerb, mentions: Sequence[Mention]
) -> Sequence[Mention]:
    """The things that change: the subject of a passive or of a verb like "expire", else the object."""
    clause = parsed.clauses[n]
    if not verb.of_object or clause.passive or clause.form in _DONE_TO:
        found = subjects(parsed, n, passage.text, mentions)
        found = found[:1] if clause.role is Role.REDUCED else found
    else:
        found = [m for m in objects(parsed, n, (), passage.text, mentions) if not _is_inside(parsed, clause, m)]
    found = [m for m in found if not _is_of_other(passage.text, m)]
    return [m for m in outermost(found) if not _qualifies(parsed, m)]


_REACH_OF = 30  # characters before a name that hold whose or what it is
_OF_OTHER = re.compile(r"\b(?P<noun>[a-z]{3,}) (?P<link>of|on|against|over|about) (?:the )?$")
_OF_ITSELF = frozenset(
    "validity term duration scope pilot phase stage part operation use application mandate port building construction "
    "development implementation introduction installation deployment release".split()
)


def _is_of_other(text: str, mention: Mention) -> bool:
    """As in "the hotline of A was closed", "the ban on A was lifted": what closed is not A."""
    other = _OF_OTHER.search(text, max(0, mention.start - _REACH_OF), mention.start)
    return other is not None and not (other["link"] == "of" and other["noun"] in _OF_ITSELF)


def _is_inside(parsed: Parsed, clause: Clause, mention: Mention) -> bool:
    """As in "extended the reach of A": not A is extended."""
    between = parsed.tokens[clause.group[1] : parsed.place_from(mention.start)]
    return any(t.lower == "of" for t in between)


def _qualifies(parsed: Parsed, mention: Mention) -> bool:
    """As in "the A exemption": a name that only says of what kind the noun behind it is."""
    at = parsed.place_from(mention.end)
    behind = parsed.tokens[at : at + 2]
    noun = behind[1] if len(behind) > 1 and behind[0].tag == "JJ" and behind[1].is_noun else next(iter(behind), None)
    return noun is not None and noun.tag in ("NN", "NNS") and noun_lemma(noun.lower) not in _GENERAL


def _stretch(parsed: Parsed, clause: Clause, mention: Mention, time: TimeExpression | None) -> tuple[int, int]:
    """From the thing, the verb or the time to where the verb group and its first words, or the time, end."""
    start, end = parsed.stretch(clause.group)
    last = parsed.stretch(clause.extent)[1]
    first = mention.start if clause.role is not Role.CONJUNCT else start
    when = (time.start, time.end) if time else (start, end)
    return min(first, start, when[0]), max(end, mention.end, when[1], min(last, end + 60))


def _when(passage: Passage, parsed: Parsed, clause: Clause) -> TimeExpression | None:
    """The first time behind the verb, or that which opens the sentence; one in between is of something else."""
    start, end = parsed.tokens[clause.group[0]].start, parsed.stretch(clause.extent)[1]
    times = [t for t in passage.times if t.role in _WHEN and not t.in_name]
    inside = [t for t in times if start <= t.start < end] or [t for t in times if t.start == 0]
    return inside[0] if inside else None


def _occurs(document: Document, change: Change) -> Period | None:
    """When a change occurs: as said, else in the period of the report if it is done."""
    return change.period or (document.reporting if change.modality is Modality.ACTUAL else None)


def _entity(things: Things, change: Change) -> Entity:
    kind = load_terms().label(change.kind)
    label = f"{kind} of {things.entities[change.thing].label}"
    label = f"{label}, {change.period.label}" if change.period else label
    return Entity(
        iri=mint_thing("event", things.territory, label),
        cls=CK + "StatusChange",
        label=label,
        links=((CK + "changeType", change.kind),),
    )


def _claims(document: Document, entity: Entity, changes: Sequence[Change]) -> Iterator[Claim]:
    for modality in sorted({c.modality for c in changes}):
        told = [c for c in changes if c.modality is modality]
        spans = tuple(sorted({c.span for c in told}))
        yield Claim(entity.iri, CK + "affects", told[0].thing, modality, _SURE, spans, _RULE)
        period = _occurs(document, told[0])
        if period is not None:
            yield Claim(entity.iri, CK + "occursDuring", period_iri(period), modality, _SURE, spans, _RULE)
