"""The verb groups of a sentence: auxiliaries, modals, infinitives and bare verbs."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from customs_kg.builders.english.bare_verbs import bare_group
from customs_kg.builders.english.token import Token
from customs_kg.builders.english.verb_forms import (
    BE,
    CATENATIVES,
    FINITE,
    HAVE,
    HEDGES,
    SUBORDINATORS,
    Form,
    VerbGroup,
    can_be_participle,
    is_irregular_past,
    relative_before,
)
from customs_kg.builders.english.words import can_be_noun, can_be_verb, is_base_verb, penn_tags, verb_lemma

_NUMBERED = frozenset("version phase stage level line section chapter form number class type part".split())
_OPENING = SUBORDINATORS - {"as"}
_FUTURE_WORDS = frozenset({"will", "shall", "ll"})
_UNSURE = frozenset("likely unlikely certain sure bound".split())  # "is likely to open"
_IMMINENT = frozenset("due set about going poised".split())  # "is about to open"
_OBLIGATION_WORDS = frozenset({"should", "must", "ought"})


def find_verb_groups(tokens: Sequence[Token], *, leads_list: bool = False) -> list[VerbGroup]:
    """All verb groups in order; a modal that a list goes on from counts as one (`leads_list`): "The service will:"."""
    groups: list[VerbGroup] = []
    i = 0
    while i < len(tokens):
        group = _group_at(tokens, i, groups)
        if group is None:
            i += 1
        else:
            group = _with_state(tokens, group)
            groups.append(group)
            i = group.end
    if leads_list and tokens and (last := len(tokens) - (2 if tokens[-1].tag == ":" else 1)) >= 0:
        form = _modal_form(tokens[last].lower) if tokens[last].tag == "MD" else None
        groups += [VerbGroup(last, last + 1, last, form, False, False)] if form else []
    return _with_plain_presents(tokens, groups)


def _with_state(tokens: Sequence[Token], group: VerbGroup) -> VerbGroup:
    """With the participle of a state that goes on or begins: "remains *headed* by A", "became *based* in B"."""
    if group.passive or tokens[group.verb].lower not in _STAYS:
        return group
    at, _ = _skip_adverbs(tokens, group.end)
    stands = at + 1 < len(tokens) and tokens[at].tag == "VBN" and can_be_participle(tokens[at])
    if not stands or tokens[at + 1].lower not in _STATED or verb_lemma(tokens[at].text) in _OF_MIND:
        return group
    return replace(group, end=at + 1, verb=at, passive=True)


_STAYS = frozenset("remain remains remained remaining stay stays stayed become becomes became".split())
_STATED = frozenset("at by in under with within".split())
_OF_MIND = frozenset("commit concern determine engage interest involve focus".split())


def _modal_form(word: str) -> Form:
    return Form.FUTURE if word in _FUTURE_WORDS else Form.OBLIGATION if word in _OBLIGATION_WORDS else Form.POSSIBLE


def _with_plain_presents(tokens: Sequence[Token], groups: list[VerbGroup]) -> list[VerbGroup]:
    """Adds the likeliest verb of a stretch between semicolons in which no finite verb was found ("Ties exist with")."""
    edges = [-1, *(i for i, t in enumerate(tokens) if t.tag in (";", ":")), len(tokens)]
    added: list[VerbGroup] = []
    verbs = [group.verb for group in groups]
    starts = [group.start for group in groups]
    for left, right in pairwise(edges):
        here = groups[bisect_right(verbs, left) : bisect_left(verbs, right)]
        opens = left + 1 < len(tokens) and tokens[left + 1].lower in _OPENING
        relative = next((i for i in range(left + 1, right) if tokens[i].tag in ("WDT", "WP")), right)
        after_insertion = relative < right and tokens[relative - 1].tag in (",", "IN")
        main = not opens and any(
            g.form in FINITE and not relative_before(tokens, g.start) and (g.start < relative or after_insertion)
            for g in here
        )
        first = bisect_left(starts, left + 1)
        if main or (first < len(groups) and starts[first] == left + 1 and groups[first].form is Form.INFINITIVE):
            continue
        verb = next((i for i in range(left + 2, min(right - 1, relative)) if _is_plain_verb(tokens, i)), None)
        if verb is None and here and here[0].start > relative:  # "A, whose term was renewed, *answers* to B"
            behind = (i for i in range(here[0].end, right - 1) if tokens[i - 1].tag == ",")
            verb = next((i for i in behind if _is_plain_verb(tokens, i)), None)
        if verb is not None and not _is_inside(groups, starts, verb):
            form = Form.PAST if is_irregular_past(tokens[verb]) else Form.PRESENT
            added.append(VerbGroup(verb, verb + 1, verb, form, False, False))
    return sorted([*groups, *added], key=lambda g: g.start)


def _is_inside(groups: Sequence[VerbGroup], starts: Sequence[int], at: int) -> bool:
    """A verb group holds this token."""
    n = bisect_right(starts, at) - 1
    return n >= 0 and at < groups[n].end


_ALONE = frozenset("both all others many most some".split())  # plural subjects: "Both report to A"


def _is_plain_verb(tokens: Sequence[Token], i: int) -> bool:
    """A word that can be a verb in the number of the noun before it, with what may follow a verb behind it."""
    token, previous, after = tokens[i], tokens[i - 1], tokens[i + 1]
    tags = penn_tags(token.lower)
    if token.tag in ("NNP", "DT", "IN", "CD", "RB", "CC") or not ("VBZ" in tags or "VBP" in tags or "VBD" in tags):
        return False
    alone = previous.lower in _ALONE
    if not (previous.is_noun or previous.tag in ("PRP", ",", ")") or alone):
        return False
    opens = after.tag in ("IN", "TO", "DT", "CD", "RB", "JJR", "NNP", "PRP$", "JJ", "RP")
    if token.is_verb:
        return opens or after.is_noun
    if not opens and _has_bare_object(tokens, i):
        return True
    if not opens or after.lower in ("of", "for"):
        return False
    if previous.tag == "PRP":
        return True
    if "VBZ" in tags:
        return previous.tag in ("NN", "NNP") or (previous.tag == "," and tokens[0].tag in ("DT", "NNP"))
    plural = alone or previous.tag in ("NNS", "NNPS") or previous.lower.endswith((" police", " forces"))
    return plural and token.tag != "JJ"


def _has_bare_object(tokens: Sequence[Token], i: int) -> bool:
    """A seeming plural between a name and a noun without an article, in a full sentence: "A *shares* data with B"."""
    named = tokens[i - 1].tag == "NNP" and "VBZ" in penn_tags(tokens[i].lower)
    if not named or tokens[-1].tag != "." or tokens[i + 1].tag != "NN" or i + 2 >= len(tokens):
        return False
    return tokens[i + 2].tag in ("IN", "TO")


def _group_at(tokens: Sequence[Token], i: int, before: Sequence[VerbGroup]) -> VerbGroup | None:
    token = tokens[i]
    if token.tag == "MD":
        return _modal_group(tokens, i)
    if _is_apposition(tokens, i):
        return None
    if (token.lower in BE or token.lower in HAVE) and token.tag.startswith("VB"):
        return _auxiliary_group(tokens, i)
    if token.tag == "TO":
        return _infinitive_group(tokens, i)
    if _is_do_support(tokens, i):
        return _modal_group(tokens, i, Form.PAST if token.lower == "did" else Form.PRESENT)
    return bare_group(tokens, i, before)


def _is_apposition(tokens: Sequence[Token], i: int) -> bool:
    """The words "that is" or "that is to say" between marks, which state nothing themselves."""
    if tokens[i].lower not in ("is", "to", "say"):
        return False
    around = [t.lower for t in tokens[max(0, i - 3) : i + 4]]
    phrase = next((n for n in range(len(around) - 1) if around[n : n + 2] == ["that", "is"]), None)
    if phrase is None:
        return False
    first = max(0, i - 3) + phrase
    opened = first > 0 and tokens[first - 1].tag in (",", "(", ":")
    said = [t.lower for t in tokens[first : first + 4]] == ["that", "is", "to", "say"]
    short = first + 2 < len(tokens) and tokens[first + 2].tag == ","
    return opened and (said or short) and first < i < first + (4 if said else 2)


_DEGREES = frozenset("neither also not further jointly more most now well duly".split())


def _skip_adverbs(tokens: Sequence[Token], i: int) -> tuple[int, bool]:
    negated = False
    while i < len(tokens) and (tokens[i].tag.startswith("RB") or tokens[i].lower in _DEGREES or _is_then(tokens, i)):
        only = tokens[i].lower == "not" and i + 1 < len(tokens) and tokens[i + 1].lower in ("only", "just", "merely")
        negated |= not only and tokens[i].lower in ("not", "n't", "never", "hardly", "neither")
        i += 1
    if [t.lower for t in tokens[i : i + 2]] == ["no", "longer"]:
        return i + 2, True
    return i, negated


def _is_then(tokens: Sequence[Token], i: int) -> bool:
    """As in "had *until then* run"."""
    following = tokens[i + 1].lower if i + 1 < len(tokens) else ""
    return tokens[i].lower in ("until", "till", "by", "since") and following in ("then", "now", "recently", "lately")


def _is_do_support(tokens: Sequence[Token], i: int) -> bool:
    if tokens[i].lower not in ("do", "does", "did"):
        return False
    at, _ = _skip_adverbs(tokens, i + 1)
    return at < len(tokens) and at > i + 1 and is_base_verb(tokens[at].lower)


def _modal_group(tokens: Sequence[Token], i: int, form: Form | None = None) -> VerbGroup | None:
    word = tokens[i].lower
    if form is None:
        form = _modal_form(word)
    at, negated = _skip_adverbs(tokens, i + 1)
    at = _after_insertion(tokens, at)
    if at < len(tokens) and tokens[at].lower == "to":
        at += 1
    if at >= len(tokens) or not (tokens[at].tag.startswith("V") or can_be_verb(tokens[at].lower)):
        return None
    if tokens[at].lower == "have" and form is Form.FUTURE and at + 1 < len(tokens) and tokens[at + 1].tag == "TO":
        rest = _infinitive_group(tokens, at + 1)  # "will have to be lodged"
        if rest is not None:
            return replace(rest, start=i, form=form, negated=negated or rest.negated)
    if (tokens[at].lower == "have" and (form is Form.POSSIBLE or _is_done(tokens, at + 1))) or tokens[at].lower == "be":
        rest = _auxiliary_group(tokens, at)
        if rest is not None:
            hedged = rest.hedged or (verb_lemma(tokens[rest.verb].text) in HEDGES and form is not Form.FUTURE)
            return replace(rest, start=i, form=form, negated=negated or rest.negated, hedged=hedged)
    return VerbGroup(i, at + 1, at, form, False, negated)


def _is_done(tokens: Sequence[Token], at: int) -> bool:
    """A participle with its object or adjunct behind it: "must have *replaced* A"; not "must have trained staff"."""
    at, _ = _skip_adverbs(tokens, at)
    if at < len(tokens) and tokens[at].lower == "been":
        return True
    followed = tokens[at + 1].tag if at + 1 < len(tokens) else "."
    return at < len(tokens) and can_be_participle(tokens[at]) and followed not in ("NN", "NNS", "JJ")


def _after_insertion(tokens: Sequence[Token], at: int) -> int:
    """Past what is inserted after a modal, in commas or not: "will, in line with X, extend", "will in May open"."""
    if at < len(tokens) and tokens[at].tag == "IN":
        return _after_time(tokens, at)
    if at >= len(tokens) or tokens[at].tag != ",":
        return at
    close = next((j for j in range(at + 1, min(len(tokens) - 1, at + 25)) if tokens[j].tag == ","), None)
    if close is None:
        return at
    after, _ = _skip_adverbs(tokens, close + 1)
    return after if after < len(tokens) and is_base_verb(tokens[after].lower) else at


def _after_time(tokens: Sequence[Token], at: int) -> int:
    """Past a short phrase with a preposition, up to the verb of the modal before it: "in future", "by June 2020"."""
    for j in range(at + 2, min(len(tokens), at + 7)):
        here, before = tokens[j], tokens[j - 1]
        if here.tag in (",", "CC", ";", ":") or here.tag == "MD":
            break
        opens = j + 1 < len(tokens) and tokens[j + 1].tag in ("DT", "PRP$", "CD")
        verb = here.tag in ("VB", "VBP") or (here.tag == "NN" and opens)
        if verb and is_base_verb(here.lower) and (before.is_noun or before.tag in ("CD", "JJ")):
            return j
    return at


def _auxiliary_group(tokens: Sequence[Token], i: int) -> VerbGroup:
    """A group that begins with a form of be or have."""
    word = tokens[i].lower
    finite = Form.PAST if word in ("was", "were", "had") else Form.PRESENT
    if tokens[i].tag == "VBG":
        finite = Form.GERUND
    at, negated = _skip_adverbs(tokens, i + 1)
    group = _have_group(tokens, i, at) if word in HAVE else _be_group(tokens, i, at, finite)
    group = group or VerbGroup(i, i + 1, i, finite, False, False)
    return replace(group, start=i, negated=negated or group.negated)


def _have_group(tokens: Sequence[Token], i: int, at: int) -> VerbGroup | None:
    """As in "has been tested", "has tested", "has yet to be tested"; `at` is behind the adverbs."""
    if at >= len(tokens):
        return None
    if tokens[at].lower == "been":
        return replace(_auxiliary_group(tokens, at), form=Form.PERFECT)
    if can_be_participle(tokens[at]):
        return VerbGroup(i, at + 1, at, Form.PERFECT, False, False)
    if tokens[at].tag == "TO" and tokens[at - 1].lower in ("yet", "still"):
        rest = _infinitive_group(tokens, at)
        return replace(rest, form=Form.PERFECT, negated=True) if rest is not None else None
    return None


def _be_group(tokens: Sequence[Token], i: int, at: int, finite: Form) -> VerbGroup | None:
    """As in "is to open", "is due to open", "is going to open", "is being tested", "is tested", "is testing"."""
    if at >= len(tokens):
        return None
    to = at + 1 if tokens[at].lower in _IMMINENT else at
    rest = _infinitive_group(tokens, to) if to + 1 < len(tokens) and tokens[to].tag == "TO" else None
    if rest is not None:  # "was to open", "was due to open" say nothing of whether it did
        form = Form.FUTURE if finite is Form.PRESENT else Form.POSSIBLE
        return replace(rest, form=form, hedged=finite is Form.PAST)
    if tokens[at].lower in _UNSURE and (maybe := _infinitive_group(tokens, at + 1)) is not None:
        return replace(maybe, form=Form.POSSIBLE, hedged=True, negated=maybe.negated or tokens[at].lower == "unlikely")
    if tokens[at].lower == "being" and at + 1 < len(tokens) and can_be_participle(tokens[at + 1]):
        return VerbGroup(i, at + 2, at + 1, finite, True, False)
    if can_be_participle(tokens[at]) and not _before_noun(tokens, at):
        return _expected_to(tokens, VerbGroup(i, at + 1, at, finite, True, False))
    if tokens[at].tag == "VBG" and can_be_verb(tokens[at].lower) and not _before_noun_only(tokens, at):
        return VerbGroup(i, at + 1, at, finite, False, False)
    return None


def _expected_to(tokens: Sequence[Token], group: VerbGroup) -> VerbGroup:
    """As in "is expected to fall", "was meant to open": said of the verb that follows, which did not happen yet."""
    lemma = verb_lemma(tokens[group.verb].text)
    if lemma in HEDGES and group.end < len(tokens) and tokens[group.end].tag == "TO":
        rest = _infinitive_group(tokens, group.end)
        if rest is not None:
            planned = lemma == "schedule" and group.form is Form.PRESENT
            return replace(rest, start=group.start, form=Form.FUTURE if planned else Form.POSSIBLE, hedged=not planned)
    return group


def _infinitive_group(tokens: Sequence[Token], i: int) -> VerbGroup | None:
    at, negated = _skip_adverbs(tokens, i + 1)
    negated |= i > 0 and tokens[i - 1].lower == "not"  # "decided *not* to raise it"
    if at >= len(tokens) or not is_base_verb(tokens[at].lower) or tokens[at].tag in ("NNP", "DT", "NNS"):
        return None
    if tokens[at].tag.startswith("NN") and not _has_object(tokens, i, at):
        return None
    if tokens[at].lower in _NUMBERED and at + 1 < len(tokens) and tokens[at + 1].tag == "CD":
        return None  # "to version 4.4"
    if tokens[at].lower in ("be", "have") and at + 1 < len(tokens):
        rest = _auxiliary_group(tokens, at)
        return replace(rest, start=i, form=Form.INFINITIVE, negated=negated or rest.negated)
    return VerbGroup(i, at + 1, at, Form.INFINITIVE, False, negated)


def _has_object(tokens: Sequence[Token], to: int, at: int) -> bool:
    """What looks like a noun behind "to" is a verb: "to *lead* the drive", "has continued to *share* intelligence"."""
    if at + 1 >= len(tokens):
        return False
    after = tokens[at + 1]
    awaited = to > 0 and tokens[to - 1].is_verb and verb_lemma(tokens[to - 1].lower) in CATENATIVES
    return after.tag in ("DT", "PRP$", "JJ", "CD") or (awaited and after.is_noun)


def _before_noun(tokens: Sequence[Token], at: int) -> bool:
    """An attribute ("are designated ports"), not the participle of a passive."""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    return after is not None and after.tag in ("NNS", "NN") and tokens[at].tag == "JJ"


def _before_noun_only(tokens: Sequence[Token], at: int) -> bool:
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    return (
        after is not None
        and after.tag in ("NN", "NNS")
        and can_be_noun(tokens[at].lower)
        and at > 0
        and tokens[at - 1].tag == "DT"
    )
