"""The verb groups of a sentence: auxiliaries, modals, infinitives and bare verbs."""

from __future__ import annotations

from collections.abc import Sequence

from customs_kg.builders.english.auxiliaries import (
    auxiliary_group,
    infinitive_group,
    modal_form,
    modal_group,
    skip_adverbs,
)
from customs_kg.builders.english.bare_verbs import OPEN_TAGS, bare_group
from customs_kg.builders.english.inverted_verbs import CAN_BE_INVERTED, inverted_group
from customs_kg.builders.english.plain_presents import with_plain_presents
from customs_kg.builders.english.token import Token
from customs_kg.builders.english.verb_forms import BE, BE_OR_HAVE, HAVE, Form, VerbGroup, can_be_participle
from customs_kg.builders.english.words import can_be_noun, is_base_verb, verb_lemma


def find_verb_groups(tokens: Sequence[Token], *, leads_list: bool = False) -> list[VerbGroup]:
    """All verb groups in order; a modal that a list goes on from counts as one (`leads_list`): "The service will:"."""
    groups: list[VerbGroup] = []
    i = 0
    while i < len(tokens):
        begins = tokens[i].tag in _BEGINNING or tokens[i].lower in CAN_BE_INVERTED
        group = _group_at(tokens, i, groups) if begins else None
        if group is None:
            i += 1
        else:
            group = _with_state(tokens, group)
            if not group.negated and _is_denied_by_adverb(tokens, group):
                group = group._replace(negated=True)
            groups.append(group)
            i = group.end
    if leads_list and tokens and (last := len(tokens) - (2 if tokens[-1].tag == ":" else 1)) >= 0:
        form = modal_form(tokens[last].lower) if tokens[last].tag == "MD" else None
        groups += [VerbGroup(last, last + 1, last, form, False, False)] if form else []
    return with_plain_presents(tokens, groups)


def _with_state(tokens: Sequence[Token], group: VerbGroup) -> VerbGroup:
    """With the participle of a state that goes on or begins: "remains *headed* by A", "became *based* in B"."""
    if group.passive or tokens[group.verb].lower not in _STAYS:
        return group
    at, _ = skip_adverbs(tokens, group.end)
    stands = at + 1 < len(tokens) and tokens[at].tag == "VBN" and can_be_participle(tokens[at])
    if not stands or tokens[at + 1].lower not in _STATED or verb_lemma(tokens[at].text) in _OF_MIND:
        return group
    return group._replace(end=at + 1, verb=at, passive=True)


_STAYS = frozenset("remain remains remained remaining stay stays stayed become becomes became".split())
_STATED = frozenset("at by in under with within".split())
_OF_MIND = frozenset("commit concern determine engage interest involve focus".split())


_BEGINNING = OPEN_TAGS | {"MD", "TO"}  # of the words that most groups begin with


def _group_at(tokens: Sequence[Token], i: int, before: Sequence[VerbGroup]) -> VerbGroup | None:
    token = tokens[i]
    if (inverted := inverted_group(tokens, i)) is not None:
        return inverted
    if token.tag == "MD":
        return modal_group(tokens, i)
    if _is_apposition(tokens, i):
        return None
    if (token.lower in BE or token.lower in HAVE) and token.tag.startswith("VB"):
        return auxiliary_group(tokens, i)
    if token.tag == "TO":
        return infinitive_group(tokens, i)
    if _is_do_support(tokens, i):
        return modal_group(tokens, i, Form.PAST if token.lower == "did" else Form.PRESENT)
    return bare_group(tokens, i, before)


_DENYING = frozenset("never hardly scarcely".split())


def _is_denied_by_adverb(tokens: Sequence[Token], group: VerbGroup) -> bool:
    """As in "*never* ran A", "*hardly ever* ran A", "*no longer* runs A"."""
    start = group.start
    while start and (tokens[start - 1].tag.startswith("RB") or tokens[start - 1].lower == "ever"):
        start -= 1
    if any(t.lower in _DENYING for t in tokens[start : group.start]):
        return True
    return [t.lower for t in tokens[max(0, group.start - 2) : group.start]] == ["no", "longer"]


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


def _is_do_support(tokens: Sequence[Token], i: int) -> bool:
    if tokens[i].lower not in ("do", "does", "did"):
        return False
    at, _ = skip_adverbs(tokens, i + 1)
    if at >= len(tokens) or not is_base_verb(tokens[at].lower):
        return False
    return at > i + 1 or _is_stressed(tokens, at)


def _is_stressed(tokens: Sequence[Token], at: int) -> bool:
    """A verb right behind "did" ("did *succeed* in"), not what was done ("did *work* for", "did *business* with")."""
    following = tokens[at + 1].tag if at + 1 < len(tokens) else "."
    if not can_be_noun(tokens[at].lower) or tokens[at].lower in BE_OR_HAVE:
        return True
    return tokens[at].is_verb or (tokens[at].tag != "NNP" and following in ("DT", "PRP$", "NNP", "CD", "PRP", "TO"))
