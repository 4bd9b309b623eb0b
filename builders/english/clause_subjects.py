"""The subject of a clause: the phrases before its verb, and what a relative clause speaks of."""

from __future__ import annotations

from collections.abc import Sequence

from customs_kg.builders.english.adverbs import before_adverbs, before_time
from customs_kg.builders.english.clause import Clause, Role
from customs_kg.builders.english.clause_roles import groups_before
from customs_kg.builders.english.insertions import before_year, insertion_before
from customs_kg.builders.english.nominals import NounPhrase
from customs_kg.builders.english.subjects import Stretch
from customs_kg.builders.english.verb_forms import FINITE, VerbGroup


def subject_of(
    stretch: Stretch, group: VerbGroup, role: Role
) -> tuple[tuple[NounPhrase, ...], tuple[int, int] | None, NounPhrase | None]:
    """The phrases of the subject of a finite verb, the run of its words, and the antecedent of a relative clause."""
    if group.form not in FINITE or role is Role.CONJUNCT:
        return (), None, None
    tokens, end = stretch.tokens, group.start
    end = before_adverbs(tokens, end)
    if role is Role.RELATIVE:
        return _relative_subject(stretch, group, end)
    opened = insertion_before(tokens, group.start, groups_before(stretch, group))
    end = end if opened is None else opened
    if end > 1 and tokens[end - 1].tag == "," and tokens[end - 2].tag == "NNP" and "," in tokens[end - 2].text:
        end -= 1  # "The Commissioner, Trade, directs ..."
    end = before_year(tokens, end)
    row = stretch.subject(before_time(tokens, end)) or stretch.subject(end)
    return row, (row[0].start, max(end, row[-1].end)) if row else None, None


def _relative_subject(
    stretch: Stretch, group: VerbGroup, end: int
) -> tuple[tuple[NounPhrase, ...], tuple[int, int] | None, NounPhrase | None]:
    tokens = stretch.tokens
    start, word = stretch.relative_start(group), stretch.relative_word(group)
    is_subject = word == end - 1
    antecedent = None if start is None else stretch.antecedent(start, tokens[group.start] if is_subject else None)
    if not is_subject and word is not None and tokens[end - 1].tag == ",":  # "which A, a branch of B, built"
        end = next((k for k in range(word, end) if tokens[k].tag == ","), end)
    if not is_subject:
        row = stretch.subject(end)
    elif word and tokens[word - 1].lower == "of" and (n := stretch.places.ends.get(word - 1)) is not None:
        row = (stretch.places.phrases[n],)  # "most of which"
    else:
        row = (antecedent,) if antecedent else ()
    return row, (row[0].start, row[-1].end) if row else None, antecedent


def joined_relative(
    stretch: Stretch,
    group: VerbGroup,
    before: Sequence[Clause],
    subjects: tuple[NounPhrase, ...],
    subject: tuple[int, int] | None,
    antecedent: NounPhrase | None,
) -> tuple[tuple[NounPhrase, ...], tuple[int, int] | None, NounPhrase | None]:
    """A second relative clause speaks of what the first one speaks of: "A, which B runs *and for which C pays*"."""
    word, tokens = stretch.relative_word(group), stretch.tokens
    first = before[-1] if before else None
    if word is None or first is None or first.role is not Role.RELATIVE or first.antecedent is None:
        return subjects, subject, antecedent
    start = word - 1 if word and tokens[word - 1].tag in ("IN", "TO") else word
    if not start or tokens[start - 1].lower not in ("and", "but"):
        return subjects, subject, antecedent
    if antecedent is not None and subjects == (antecedent,):
        return (first.antecedent,), (first.antecedent.start, first.antecedent.end), first.antecedent
    return subjects, subject, first.antecedent
