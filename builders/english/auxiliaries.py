"""Verb groups that an auxiliary, a modal or "to" begins: "has been opened", "will open", "is expected to open"."""

from __future__ import annotations

from collections.abc import Sequence

from customs_kg.builders.english.token import Token
from customs_kg.builders.english.verb_forms import CATENATIVES, HAVE, HEDGES, Form, VerbGroup, can_be_participle
from customs_kg.builders.english.words import can_be_noun, can_be_verb, is_base_verb, verb_lemma

_UP_TO = frozenset("until till by since".split())
_NUMBERED = frozenset("version phase stage level line section chapter form number class type part".split())

_FUTURE_WORDS = frozenset({"will", "shall", "ll"})

_UNSURE = frozenset("likely unlikely certain sure bound".split())  # "is likely to open"

_IMMINENT = frozenset("due set about going poised".split())  # "is about to open"

_OBLIGATION_WORDS = frozenset({"should", "must", "ought"})


def modal_form(word: str) -> Form:
    """The form that a modal makes: future, obligation or possibility."""
    return Form.FUTURE if word in _FUTURE_WORDS else Form.OBLIGATION if word in _OBLIGATION_WORDS else Form.POSSIBLE


_DEGREES = frozenset("neither also not first further jointly more most now well duly".split())


def skip_adverbs(tokens: Sequence[Token], i: int) -> tuple[int, bool]:
    """The first token from a place on that is no adverb, and whether one of those passed denies."""
    negated = False
    while i < len(tokens) and (tokens[i].tag.startswith("RB") or tokens[i].lower in _DEGREES or _is_then(tokens, i)):
        negated |= not _limits(tokens, i) and tokens[i].lower in ("not", "n't", "never", "hardly", "neither")
        i += 1
    if [t.lower for t in tokens[i : i + 2]] == ["no", "longer"]:
        return i + 2, True
    return i, negated


_ALONE = frozenset("only just merely".split())
_COMPARED = frozenset("more less fewer longer later earlier higher lower".split())


def _limits(tokens: Sequence[Token], i: int) -> bool:
    """Whether a "not" denies no verb: "is *not only* a port", "is *not more than* 15 minutes"."""
    words = [t.lower for t in tokens[i : i + 3]]
    limit = len(words) > 2 and words[1] in _COMPARED and words[2] == "than"
    return words[0] == "not" and len(words) > 1 and (words[1] in _ALONE or limit)


def _is_then(tokens: Sequence[Token], i: int) -> bool:
    """As in "had *until then* run", "has *since* run", "has *ever since* run", "has *once again* run"."""
    following = tokens[i + 1].lower if i + 1 < len(tokens) else ""
    if tokens[i].lower == "since" and i + 1 < len(tokens):
        return tokens[i + 1].tag in ("VBN", "VBD", "RB") or following == "been"
    if tokens[i].lower in ("then", "now", "recently", "lately") and i and tokens[i - 1].lower in _UP_TO:
        return True
    return tokens[i].lower in _UP_TO and following in ("then", "now", "recently", "lately")


def modal_group(tokens: Sequence[Token], i: int, form: Form | None = None) -> VerbGroup | None:
    """A group that begins with a modal, or with a form of "do" (`form`); None where no verb follows."""
    word = tokens[i].lower
    if form is None:
        form = modal_form(word)
    at, negated = skip_adverbs(tokens, i + 1)
    negated |= word == "cannot"
    at = _after_insertion(tokens, at)
    if at < len(tokens) and tokens[at].lower == "to":
        at += 1
    if at >= len(tokens) or not (tokens[at].tag.startswith("V") or can_be_verb(tokens[at].lower)):
        return None
    if tokens[at].lower == "have" and form is Form.FUTURE and at + 1 < len(tokens) and tokens[at + 1].tag == "TO":
        rest = infinitive_group(tokens, at + 1)  # "will have to be lodged"
        if rest is not None:
            return rest._replace(start=i, form=form, negated=negated or rest.negated)
    if (tokens[at].lower == "have" and (form is Form.POSSIBLE or _is_done(tokens, at + 1))) or tokens[at].lower == "be":
        rest = auxiliary_group(tokens, at)
        if rest is not None:
            hedged = rest.hedged or (verb_lemma(tokens[rest.verb].text) in HEDGES and form is not Form.FUTURE)
            return rest._replace(start=i, form=form, negated=negated or rest.negated, hedged=hedged)
    return VerbGroup(i, at + 1, at, form, False, negated)


def _is_done(tokens: Sequence[Token], at: int) -> bool:
    """A participle with its object or adjunct behind it: "must have *replaced* A"; not "must have trained staff"."""
    at, _ = skip_adverbs(tokens, at)
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
    after, _ = skip_adverbs(tokens, close + 1)
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


def auxiliary_group(tokens: Sequence[Token], i: int) -> VerbGroup:
    """A group that begins with a form of be or have."""
    word = tokens[i].lower
    finite = Form.PAST if word in ("was", "were", "had") else Form.PRESENT
    if tokens[i].tag == "VBG":
        finite = Form.GERUND
    at, negated = skip_adverbs(tokens, i + 1)
    group = _have_group(tokens, i, at) if word in HAVE else _be_group(tokens, i, at, finite)
    group = group or VerbGroup(i, i + 1, i, finite, False, False)
    return group._replace(start=i, negated=negated or group.negated)


def _have_group(tokens: Sequence[Token], i: int, at: int) -> VerbGroup | None:
    """As in "has been tested", "has tested", "has yet to be tested"; `at` is behind the adverbs."""
    if at >= len(tokens):
        return None
    if tokens[at].lower == "been":
        return auxiliary_group(tokens, at)._replace(form=Form.PERFECT)
    if can_be_participle(tokens[at]):
        return VerbGroup(i, at + 1, at, Form.PERFECT, False, False)
    if tokens[at].tag == "TO" and tokens[at - 1].lower in ("yet", "still"):
        rest = infinitive_group(tokens, at)
        return rest._replace(form=Form.PERFECT, negated=True) if rest is not None else None
    return None


def _be_group(tokens: Sequence[Token], i: int, at: int, finite: Form) -> VerbGroup | None:
    """As in "is to open", "is due to open", "is going to open", "is being tested", "is tested", "is testing"."""
    if at >= len(tokens):
        return None
    to = at + 1 if tokens[at].lower in _IMMINENT else at
    rest = infinitive_group(tokens, to) if to + 1 < len(tokens) and tokens[to].tag == "TO" else None
    if rest is not None:  # "was to open", "was due to open" say nothing of whether it did
        form = Form.FUTURE if finite is Form.PRESENT else Form.POSSIBLE
        return rest._replace(form=form, hedged=finite is Form.PAST)
    if tokens[at].lower in _UNSURE and (maybe := infinitive_group(tokens, at + 1)) is not None:
        return maybe._replace(form=Form.POSSIBLE, hedged=True, negated=maybe.negated or tokens[at].lower == "unlikely")
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
        rest = infinitive_group(tokens, group.end)
        if rest is not None:
            planned = lemma == "schedule" and group.form is Form.PRESENT
            return rest._replace(start=group.start, form=Form.FUTURE if planned else Form.POSSIBLE, hedged=not planned)
    return group


def infinitive_group(tokens: Sequence[Token], i: int) -> VerbGroup | None:
    """A group that begins with "to"; None where no verb follows."""
    at, negated = skip_adverbs(tokens, i + 1)
    negated |= i > 0 and tokens[i - 1].lower == "not"  # "decided *not* to raise it"
    if at >= len(tokens) or not is_base_verb(tokens[at].lower) or tokens[at].tag in ("NNP", "DT", "NNS"):
        return None
    if tokens[at].tag.startswith("NN") and not _has_object(tokens, i, at):
        return None
    if tokens[at].lower in _NUMBERED and at + 1 < len(tokens) and tokens[at + 1].tag == "CD":
        return None  # "to version 4.4"
    if tokens[at].lower in ("be", "have") and at + 1 < len(tokens):
        rest = auxiliary_group(tokens, at)
        return rest._replace(start=i, form=Form.INFINITIVE, negated=negated or rest.negated)
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
