"""Clauses of a sentence: each verb group with its form, voice, subject and words.

A shallow grammar of written English: it finds verb groups, tells finite from non-finite forms, spreads out
coordination ("will build A, improve B and open C" is three clauses with one subject and one future), and gives
each clause the run of words that states it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from customs_kg.builders.english.arguments import Argument, places_of
from customs_kg.builders.english.clause import Clause, Role
from customs_kg.builders.english.clause_roles import DEMANDED, ENTITLED, groups_before, is_ranked, role_of
from customs_kg.builders.english.completion import with_arguments
from customs_kg.builders.english.extraposition import with_extraposed
from customs_kg.builders.english.insertions import before_year, insertion_before
from customs_kg.builders.english.intentions import is_announced, is_duty, lent_to_infinitive, lent_to_list
from customs_kg.builders.english.nominals import NounPhrase
from customs_kg.builders.english.subjects import Stretch
from customs_kg.builders.english.token import Token
from customs_kg.builders.english.verb_forms import FINITE, Form, VerbGroup
from customs_kg.builders.english.verb_groups import find_verb_groups
from customs_kg.builders.english.words import is_base_verb, verb_lemma, without_prefix

__all__ = ["Clause", "Role", "read_clauses"]

_BARE_AFTER = (Form.FUTURE, Form.OBLIGATION, Form.POSSIBLE, Form.INFINITIVE)
_THERE = frozenset("found seen".split())
_NOBODY = frozenset("no none nobody nothing neither".split())


def read_clauses(tokens: Sequence[Token], lead: Sequence[Token] = ()) -> list[Clause]:
    """The clauses of a sentence in the order of their verbs.

    `lead` is the words that the sentence continues (the intro of a list); clauses of the lead are not returned
    but lend their subject and form to a sentence that begins with a bare verb.
    """
    inherited = next(reversed(_level_clauses(lead, None, leads_list=True)), None) if lead else None
    if inherited is not None:
        inherited = inherited._replace(form=lent_to_list(lead, inherited))
    found: list[Clause] = []
    for places in _levels(tokens):
        clauses = _level_clauses([tokens[i] for i in places], inherited)
        inherited = None
        offset = len(found)
        found.extend(_placed(clause, places, offset) for clause in clauses)
    return found


def _levels(tokens: Sequence[Token]) -> list[list[int]]:
    """The positions of the tokens outside brackets, then those inside each pair of brackets."""
    outside: list[int] = []
    brackets: list[list[int]] = []
    depth = 0
    for i, token in enumerate(tokens):
        if token.tag == "(":
            depth += 1
            if depth == 1:
                brackets.append([])
        elif token.tag == ")" and depth:
            depth -= 1
        elif depth:
            brackets[-1].append(i)
        else:
            outside.append(i)
    return [level for level in (outside, *brackets) if level]


def _placed(clause: Clause, places: Sequence[int], offset: int) -> Clause:
    """The clause with its positions in the whole sentence and `head` counted over all levels."""
    if not offset and places[-1] == len(places) - 1:
        return clause  # no bracket stands before

    def place(run: tuple[int, int]) -> tuple[int, int]:
        return places[run[0]], places[run[1] - 1] + 1

    def moved(phrase: NounPhrase) -> NounPhrase:
        return NounPhrase(*place((phrase.start, phrase.end)), places[phrase.head])

    return clause._replace(
        verb=places[clause.verb],
        group=place(clause.group),
        subject=place(clause.subject) if clause.subject else None,
        extent=place(clause.extent),
        head=None if clause.head is None else clause.head + offset,
        subjects=tuple(map(moved, clause.subjects)),
        objects=tuple(map(moved, clause.objects)),
        prepositional=tuple(
            Argument(a.preposition, places[a.at], tuple(map(moved, a.phrases))) for a in clause.prepositional
        ),
        antecedent=moved(clause.antecedent) if clause.antecedent else None,
    )


def _level_clauses(tokens: Sequence[Token], inherited: Clause | None, *, leads_list: bool = False) -> list[Clause]:
    groups = find_verb_groups(tokens, leads_list=leads_list)
    stretch = _stretch(tokens, groups)
    clauses: list[Clause] = []
    for n, group in enumerate(groups):
        limit = groups[n + 1].start if n + 1 < len(groups) else len(tokens)
        clauses.append(_clause(stretch, group, limit, clauses, inherited))
    clauses = [_attached(_having(tokens, clause, clauses, n), clauses[n + 1 :], n) for n, clause in enumerate(clauses)]
    clauses = with_extraposed(tokens, clauses)
    apart = [i for i, c in enumerate(clauses) if c.role is Role.CONJUNCT or (c.role is Role.MAIN and c.finite)]
    clauses = [c._replace(extent=_extent(tokens, c, clauses, i, apart)) for i, c in enumerate(clauses)]
    return with_arguments(stretch, clauses)


def _stretch(tokens: Sequence[Token], groups: Sequence[VerbGroup]) -> Stretch:
    group_at = {
        i: group
        for group in groups
        for i in range(group.start, group.end)
        if i == group.verb or tokens[i].is_verb or tokens[i].tag in ("MD", "TO", "RB")
    }
    return Stretch(tokens, places_of(tokens, group_at), groups, group_at)


def _having(tokens: Sequence[Token], clause: Clause, clauses: Sequence[Clause], n: int) -> Clause:
    """A perfect participle with no subject of its own: "Having joined A, *the agency* trained", "B, having left A"."""
    if tokens[clause.group[0]].lower != "having" or clause.subject is not None or not clause.finite:
        return clause
    mains = [k for k, c in enumerate(clauses) if k != n and c.finite and c.role is Role.MAIN and c.subject]
    before = [k for k in mains if k < n]
    head = before[-1] if before else next(iter(mains), None)
    return clause._replace(head=head, role=Role.REDUCED) if head is not None else clause


def _attached(clause: Clause, later: Sequence[Clause], n: int) -> Clause:
    """A participle that opens a sentence depends on the main clause after it: "Working with X, the agency found"."""
    if clause.head is not None or clause.form not in (Form.GERUND, Form.PARTICIPLE):
        return clause
    main = next((k for k, c in enumerate(later, n + 1) if c.finite and c.role is Role.MAIN), None)
    if main is None:
        return clause
    return clause._replace(head=main, role=Role.REDUCED if clause.role is Role.MAIN else clause.role)


def _clause(
    stretch: Stretch, group: VerbGroup, limit: int, before: Sequence[Clause], inherited: Clause | None
) -> Clause:
    tokens = stretch.tokens
    previous = _word_before(tokens, group.start)
    role, head = role_of(stretch, group, previous, before)
    subjects, subject, antecedent = _subject(stretch, group, role)
    if role is Role.RELATIVE:
        subjects, subject, antecedent = _joined_relative(stretch, group, before, subjects, subject, antecedent)
    form, passive, negated, hedged = _own_form(tokens, group, subject), group.passive, group.negated, group.hedged
    source = before[head] if head is not None else None
    if form is Form.PAST and inherited is not None and inherited.form in _BARE_AFTER and group.start == 0:
        form = Form.INFINITIVE if is_base_verb(tokens[group.verb].lower) else form  # "will: put cameras into use"
    opens = role is Role.MAIN or (role is Role.PURPOSE and not before)  # "with A, to open B"
    if source is None and inherited is not None and opens and form in (Form.INFINITIVE, Form.GERUND):
        source, role = inherited, Role.CONJUNCT
        form, hedged = inherited.form, inherited.hedged
    elif source is not None and role in (Role.CONJUNCT, Role.COMPLEMENT):
        past = tokens[source.group[0]].lower == "had"
        able = role is Role.COMPLEMENT and (
            tokens[group.start - 1].lower == "able" or is_ranked(tokens, source, group.start - 1)
        )
        form = source.form if able else _lent_form(source, form, past=past)  # who was able to do it did it
        hedged, negated = hedged or source.hedged, negated or (source.negated and role is Role.COMPLEMENT)
        own = group.form in FINITE and subject
        subject, subjects = (subject, subjects) if own else (source.subject, source.subjects)
        if role is Role.CONJUNCT and group.form is Form.PARTICIPLE:
            passive = source.passive
    lemma = _lemma(tokens, group.verb)
    negated = negated or _is_denied(tokens, group, role, subject, before) or _is_none(tokens, group, lemma)
    return Clause(
        group.verb,
        lemma,
        (group.start, group.end),
        form,
        role,
        passive,
        negated,
        subject,
        (group.start, limit),
        head,
        hedged,
        subjects,
        antecedent=antecedent,
    )


def _is_denied(
    tokens: Sequence[Token], group: VerbGroup, role: Role, subject: tuple[int, int] | None, before: Sequence[Clause]
) -> bool:
    """A subject that denies; also one that was not made out at the head of the sentence: "No pact on sharing was"."""
    if role is Role.CONJUNCT and group.start and tokens[group.start - 1].lower == "nor":
        return True
    if subject is not None:
        return _is_nobody(tokens[slice(*subject)]) or _is_neither(tokens, *subject)
    first = role is Role.MAIN and group.form in FINITE and not any(c.finite for c in before)
    return first and tokens[0].lower in _NOBODY


def _is_none(tokens: Sequence[Token], group: VerbGroup, lemma: str) -> bool:
    """A complement that denies: "is *no part* of"; "is no longer" tells of a time."""
    after = [t.lower for t in tokens[group.end : group.end + 2]]
    return lemma == "be" and after[:1] == ["no"] and after[1:] not in (["longer"], ["later"], ["less"], ["more"])


def _is_neither(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Before the subject or the verb: "*Neither* A nor B took part", "A *neither* signed nor joined"."""
    return tokens[end - 1].lower == "neither" or (start > 0 and tokens[start - 1].lower == "neither")


def _is_nobody(subject: Sequence[Token]) -> bool:
    """A subject that denies: "no agreement", also behind an opening phrase ("With A no agreement")."""
    opened = subject[0].tag == "IN"
    return subject[0].lower in _NOBODY or (opened and any(t.lower in _NOBODY for t in subject))


def _own_form(tokens: Sequence[Token], group: VerbGroup, subject: tuple[int, int] | None) -> Form:
    """The form of a verb group with its subject: "its mission *is to* protect" lasts, "plans *a* pilot" is to come."""
    if group.form is Form.FUTURE and tokens[group.start].lower in ("is", "are") and subject is not None:
        there = group.passive and tokens[group.verb].lower in _THERE  # "offices *are to be found* in A"
        return Form.PRESENT if there or is_duty(tokens[slice(*subject)]) else Form.FUTURE
    if group.form is Form.PRESENT and not (group.passive or group.negated):
        announced = is_announced(tokens, group.end, verb_lemma(tokens[group.verb].text))
        return Form.FUTURE if announced else Form.PRESENT
    return group.form


def _lent_form(source: Clause, own: Form, *, past: bool) -> Form:
    """The form of what a clause governs or is in a row with; `past`: it is in the past perfect."""
    if own in FINITE:
        return own
    if own in (Form.INFINITIVE, Form.GERUND) and (lent := lent_to_infinitive(source, perfect_past=past)) is not None:
        return lent
    if source.lemma == "be" and own is Form.INFINITIVE:
        return Form.FUTURE
    if source.passive and source.lemma in DEMANDED:
        return Form.OBLIGATION
    if source.passive and source.lemma in ENTITLED and source.form is not Form.PRESENT:
        return Form.POSSIBLE
    return source.form


def _word_before(tokens: Sequence[Token], i: int) -> int | None:
    """Position of the token to the left that is no adverb."""
    j = i - 1
    while j >= 0 and (tokens[j].tag == "RB" or tokens[j].lower in ("also", "further", "furthermore")):
        j -= 1
    return j if j >= 0 else None


def _subject(
    stretch: Stretch, group: VerbGroup, role: Role
) -> tuple[tuple[NounPhrase, ...], tuple[int, int] | None, NounPhrase | None]:
    """The phrases of the subject of a finite verb, the run of its words, and the antecedent of a relative clause."""
    if group.form not in FINITE or role is Role.CONJUNCT:
        return (), None, None
    tokens, end = stretch.tokens, group.start
    while end > 0 and (tokens[end - 1].tag == "RB" or tokens[end - 1].lower in ("also", "further")):
        end -= 1
    if role is Role.RELATIVE:
        return _relative_subject(stretch, group, end)
    opened = insertion_before(tokens, group.start, groups_before(stretch, group))
    end = end if opened is None else opened
    if end > 1 and tokens[end - 1].tag == "," and tokens[end - 2].tag == "NNP" and "," in tokens[end - 2].text:
        end -= 1  # "The Commissioner, Trade, directs ..."
    end = before_year(tokens, end)
    row = stretch.subject(end)
    return row, (row[0].start, max(end, row[-1].end)) if row else None, None


def _relative_subject(
    stretch: Stretch, group: VerbGroup, end: int
) -> tuple[tuple[NounPhrase, ...], tuple[int, int] | None, NounPhrase | None]:
    tokens = stretch.tokens
    start, word = stretch.relative_start(group), stretch.relative_word(group)
    is_subject = word == end - 1
    antecedent = None if start is None else stretch.antecedent(start, tokens[group.start] if is_subject else None)
    if not is_subject:
        row = stretch.subject(end)
    elif word and tokens[word - 1].lower == "of" and (n := stretch.places.ends.get(word - 1)) is not None:
        row = (stretch.places.phrases[n],)  # "most of which"
    else:
        row = (antecedent,) if antecedent else ()
    return row, (row[0].start, row[-1].end) if row else None, antecedent


def _joined_relative(
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


def _lemma(tokens: Sequence[Token], verb: int) -> str:
    """The base form; a verb with "re-" or "co-" is read as the verb without."""
    return verb_lemma(without_prefix(tokens[verb].lower))


def _extent(
    tokens: Sequence[Token], clause: Clause, clauses: Sequence[Clause], n: int, apart: Sequence[int]
) -> tuple[int, int]:
    """From the subject, where it is the clause's own, to the next clause that is not part of this one.

    `apart` are the positions of the clauses that may stand apart from others.
    """
    start = clause.group[0]
    own_subject = clause.subject is not None and clause.role not in (Role.CONJUNCT, Role.COMPLEMENT, Role.RELATIVE)
    if own_subject and clause.subject is not None:
        start = clause.subject[0]
    end = len(tokens)
    for i in range(bisect_right(apart, n), len(apart)):
        later = clauses[apart[i]]
        if _is_contact(tokens, later):
            continue
        if later.role is Role.MAIN or not _inside(clauses, later, n):
            end = (
                later.subject[0]
                if later.role is Role.MAIN and later.subject and later.subject[0] > clause.group[1]
                else later.group[0]
            )
            if later.role is Role.MAIN:  # what opens the next part is not of this one: "; with Merin no pact was"
                end = next((k for k in range(clause.group[1], end) if tokens[k].tag == ";"), end)
            break
    while end > clause.group[1] and (
        tokens[end - 1].tag in (",", "CC", ";", ".", ":", "RB")
        or (tokens[end - 1].lower in ("well", "as") and tokens[end - 1].tag != "NN")
    ):
        end -= 1
    return start, max(end, clause.group[1])


def _is_contact(tokens: Sequence[Token], clause: Clause) -> bool:
    """A relative clause without its word: "the parcels *we expect* each year"."""
    start = clause.subject[0] if clause.subject else 0
    pronoun = start > 0 and tokens[start].tag == "PRP" and start + 1 == clause.group[0]
    return pronoun and clause.role is Role.MAIN and tokens[start - 1].tag in ("NN", "NNS", "NNP")


def _inside(clauses: Sequence[Clause], later: Clause, n: int) -> bool:
    """Whether a coordinated clause belongs to a clause that depends on clause n ("by doing A and doing B")."""
    head = later.head
    while head is not None:
        if head == n:
            return False
        if clauses[head].role in (Role.MEANS, Role.PURPOSE, Role.REDUCED, Role.RELATIVE, Role.SUBORDINATE):
            parent = clauses[head].head
            return (parent is not None and parent >= n) or head > n
        head = clauses[head].head
    return False
