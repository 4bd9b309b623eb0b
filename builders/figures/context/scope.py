"""What a figure is said within: the subject of its clause, what its sentence opens with, what was spoken of before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from customs_kg.builders.english.clauses import Clause, Role
from customs_kg.builders.english.nominals import (
    NounPhrase,
    opening_bracket,
    phrase_from,
    phrase_to,
    with_complements,
    words_of_label,
)
from customs_kg.builders.english.participles import past_participle
from customs_kg.builders.english.token import Token
from customs_kg.builders.figures.context.case import PRONOUNS, Measured
from customs_kg.builders.figures.context.scene import Scene
from customs_kg.builders.figures.indicators import stems
from customs_kg.builders.quantities.quantity import Quantity

_TELLING = 3  # words of a label that need no scope from the sentence before
_TOGETHER = frozenset("together jointly along working acting operating thanks".split())
_RELATIVE = ("WDT", "WP", "WP$", "WRB")
_SAYING_NOTHING = frozenset("be have do go come get let see put set".split())
_LONGEST = 9  # words of a scope
_STAFF = frozenset("we i you officer staff people agency administration department service customs".split())
_ADDING = frozenset("also another further more other others alone likewise besides remaining rest".split())
_BACKWARD = frozenset("rate level figure number share total amount value".split())  # "the corresponding rate"
_APART = frozenset({"gapped", "listed", "labelled"})  # figures with a subject of their own, beside that of the clause
# what a sentence opens with that narrows nothing: "great achievements were made"
_ABSTRACT = stems(
    "great good new particular remarkable significant steady further major achievement effort focus progress result "
    "work development improvement aspect practice measure step role attention importance emphasis"
)
_POINTING = frozenset("it this that they these those he she its their such".split())


@dataclass(frozen=True, slots=True)
class Topics:
    """What a sentence speaks of, the most telling first."""

    words: tuple[str, ...] = ()
    nouns: frozenset[str] = frozenset()  # stems of all its nouns


def scopes_of(scene: Scene, quantity: Quantity, measured: Measured, before: Topics) -> tuple[str, ...]:
    """What narrows a figure beside its own words: of its clause, of its sentence, for a thin label of that before."""
    first, label = scene.before(quantity), measured.label
    named = measured.rule == "subject" and not (_BACKWARD & set(measured.noun.split()))
    apart = measured.rule in _APART or (named and _is_other_clause(scene, first))
    found = [] if apart else [_clause_subject(scene, first), *_openings(scene, first)]
    found.append(_relative_head(scene, first))
    if not measured.verb:
        found.append(_done_directly(scene, first))
    own = stems(label)
    thin = len(own) < _TELLING and (_goes_on(scene, first) or own <= before.nouns)
    if thin or _points_back(scene):
        found += before.words
    kept = (words for words in found if words and not stems(words) <= own | _ABSTRACT)
    return tuple(dict.fromkeys(kept))


def topics_of(scene: Scene, before: Topics) -> Topics:
    """What a sentence leaves to the next: its opening phrase, its subject, or the object of the administration."""
    found = [*_openings(scene, len(scene.tokens)), _main_object(scene)]
    kept = tuple(dict.fromkeys(words for words in found if words))
    nouns = stems(" ".join(t.text for t in scene.tokens if t.is_noun))
    return Topics(kept + before.words[:2] if _points_back(scene) or not kept else kept, nouns)


def _clause_subject(scene: Scene, first: int) -> str:
    clause = scene.clause_before(first)
    if clause is None:
        return ""
    run = scene.subject_of(clause)
    return _up_to_figure(scene, *run) if run is not None and run[0] < first else ""


def _done_directly(scene: Scene, first: int) -> str:
    """As in "the unit recorded 412 cases": what a verb right before a figure says, however little."""
    clause = scene.clause_before(first)
    direct = clause is not None and clause.finite and not clause.passive and clause.group[1] == first
    done = past_participle(scene.tokens[clause.verb].text) if direct and clause is not None else ""
    return "" if clause is None or clause.lemma in _SAYING_NOTHING else done


def _relative_head(scene: Scene, first: int) -> str:
    """As in "the fair, in which from 3 to 5 May 40 firms took part": the noun before the relative."""
    tokens = scene.tokens
    at = next((i for i in range(first - 1, max(-1, first - 12), -1) if tokens[i].tag in _RELATIVE), -1)
    end = at - (at > 0 and tokens[at - 1].tag in ("IN", "TO"))
    if at < 1:  # "the fair, visited by 40 firms"
        clause = scene.clause_before(first)
        if clause is None or clause.finite or clause.subject is not None or clause.group[0] == 0:
            return ""
        end = clause.group[0]
    end -= end > 0 and tokens[end - 1].tag == ","
    if end and tokens[end - 1].tag == ")":
        end = opening_bracket(tokens, end - 1) or end
    phrase = phrase_to(tokens, end)
    if phrase is None or phrase.end != end:
        return ""
    while phrase.start > 1 and tokens[phrase.start - 1].lower in ("of", "for", "in", "on", "the"):
        start = phrase.start - 1 - (tokens[phrase.start - 1].lower == "the")
        wider = phrase_to(tokens, start) if tokens[start].lower in ("of", "for", "in", "on") else None
        if wider is None or wider.end != start:
            break
        phrase = NounPhrase(wider.start, phrase.end, wider.head)
    return _words(scene, phrase.start, phrase.end)


def _openings(scene: Scene, first: int) -> list[str]:
    """The noun of the phrase that opens a sentence, and the subject of its first finite clause."""
    tokens, found = scene.tokens, []
    at = 1 if tokens and tokens[0].lower in _TOGETHER else 0
    if len(tokens) > at + 2 and tokens[at].tag in ("IN", "TO"):
        phrase = phrase_from(tokens, at + 1)
        if phrase is not None and phrase.start < first and not _is_time(scene, phrase):
            full = with_complements(tokens, phrase, scene.stops)
            found.append(_words(scene, phrase.start, min(full.end, first)))
    main = _main_clause(scene)
    run = scene.subject_of(main) if main is not None else None
    if main is None and not found and (phrase := phrase_from(tokens, 0)) is not None:
        run = (phrase.start, phrase.end)
    if run is not None and run[0] < first:
        found.append(_up_to_figure(scene, *run))
    return found


def _is_other_clause(scene: Scene, first: int) -> bool:
    """As in "exports rose by 6%; imports fell to X": whether the clause before a figure is not the first of all."""
    own, main = scene.clause_before(first) if first < len(scene.tokens) else None, _main_clause(scene)
    return own is not None and main is not None and own is not main and own.finite and own.subject is not None


def _is_time(scene: Scene, phrase: NounPhrase) -> bool:
    """As in "By *May* 640 licences were valid"."""
    start = scene.tokens[phrase.head].start
    return any(t.core_start <= start < t.end for t in scene.passage.times)


def _up_to_figure(scene: Scene, start: int, end: int) -> str:
    """As in "exhibits in 19 crates, sent by 9 states": a subject without the figures that complete it."""
    cut = min([i for i in scene.places.values() if start <= i < end], default=end)
    while start < cut < end and scene.tokens[cut - 1].tag in ("IN", "TO", "RB", "DT", ",", "JJR", "VBG"):
        cut -= 1
    return _words(scene, start, cut) if cut > start else ""


def _main_clause(scene: Scene) -> Clause | None:
    """The first finite clause that is no relative."""
    found = [c for c in scene.clauses if c.finite and c.role is not Role.RELATIVE]
    return min(found, key=lambda c: c.group, default=None)


def _main_object(scene: Scene) -> str:
    """The object of the first finite verb."""
    main = _main_clause(scene)
    if main is None or main.passive:
        return ""
    phrase = phrase_from(scene.tokens, main.group[1])
    return _words(scene, phrase.start, phrase.end) if phrase is not None and phrase.start - main.group[1] < 3 else ""


def _points_back(scene: Scene) -> bool:
    """Whether a sentence opens with a word for what was spoken of before, other than the administration itself."""
    return any(t.lower in _POINTING and not _is_own(scene, (t,)) for t in scene.tokens[:4])


def _goes_on(scene: Scene, first: int) -> bool:
    """As in "officers also took 40", "another 12 were caught": a word that adds a sentence to the one before."""
    return any(t.lower in _ADDING for t in scene.tokens[max(0, first - 3) : first + 2])


def _words(scene: Scene, start: int, end: int) -> str:
    """The words of a phrase; empty for pronouns, the administration and its people."""
    while start < end and scene.tokens[start].tag in ("IN", "TO", "CC", "RB", ","):  # "while road tolls"
        start += 1
    kept = [t for i, t in enumerate(scene.tokens[start:end], start) if i not in scene.stops][:_LONGEST]
    if len(kept) == 1 and kept[0].start in scene.resolved:
        return scene.resolved[kept[0].start]
    telling = any(t.is_noun and t.lower not in PRONOUNS for t in kept)
    plain = {t.lemma for t in kept if not t.tag.startswith("NNP") and t.is_noun}
    own = plain and plain <= _STAFF
    return words_of_label(kept) if telling and not own and not _is_own(scene, kept) else ""


def _is_own(scene: Scene, kept: Sequence[Token]) -> bool:
    start, end = kept[0].start, kept[-1].end
    return any(s <= start + 4 and end <= e + 1 for s, e in scene.own)
