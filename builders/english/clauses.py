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
from customs_kg.builders.english.completion import with_arguments
from customs_kg.builders.english.insertions import insertion_before
from customs_kg.builders.english.intentions import is_announced, is_duty, lent_to_infinitive, lent_to_list
from customs_kg.builders.english.nominals import NounPhrase
from customs_kg.builders.english.subjects import Stretch
from customs_kg.builders.english.token import Token
from customs_kg.builders.english.verb_forms import CATENATIVES, FINITE, SUBORDINATORS, Form, VerbGroup
from customs_kg.builders.english.verb_groups import find_verb_groups
from customs_kg.builders.english.words import is_base_verb, verb_lemma

__all__ = ["Clause", "Role", "read_clauses"]

_DEMANDED = frozenset("require oblige bind".split())
_ENTITLED = frozenset("authorise authorize empower entitle mandate task charge".split())  # what one may do, and does
_BARE_AFTER = (Form.FUTURE, Form.OBLIGATION, Form.POSSIBLE, Form.INFINITIVE)
_NOBODY = frozenset("no none nobody nothing neither".split())
_EFFORT_NOUNS = frozenset(
    {"effort", "efforts", "strides", "steps", "measures", "progress", "way", "order", "view", "bid", "aim"}
)


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
    role, head = _role(stretch, group, previous, before)
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
        able = role is Role.COMPLEMENT and tokens[group.start - 1].lower == "able"
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
        return Form.PRESENT if is_duty(tokens[slice(*subject)]) else Form.FUTURE
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
    if source.passive and source.lemma in _DEMANDED:
        return Form.OBLIGATION
    if source.passive and source.lemma in _ENTITLED and source.form is not Form.PRESENT:
        return Form.POSSIBLE
    return source.form


def _word_before(tokens: Sequence[Token], i: int) -> int | None:
    """Position of the token to the left that is no adverb."""
    j = i - 1
    while j >= 0 and (tokens[j].tag == "RB" or tokens[j].lower in ("also", "further", "furthermore")):
        j -= 1
    return j if j >= 0 else None


def _role(
    stretch: Stretch, group: VerbGroup, previous: int | None, before: Sequence[Clause]
) -> tuple[Role, int | None]:
    tokens = stretch.tokens
    if previous is None:
        return Role.MAIN, None
    word = tokens[previous]
    if group.form in FINITE:
        return _finite_role(stretch, group, previous, before)
    if group.form is Form.INFINITIVE and tokens[group.start].tag == "TO":
        return _infinitive_role(tokens, group, previous, before)
    in_row = word.tag in (",", "CC", ";") or (
        word.lower == "as" and previous >= 2 and tokens[previous - 1].lower == "well"
    )
    if in_row:
        head = _row_head(group, before, over_purpose=_after_comma(tokens, previous))
        if head is not None:
            return Role.CONJUNCT, head
    if group.form is Form.GERUND and word.tag in ("IN", "TO"):
        last = len(before) - 1 if before else None
        if (
            last is not None
            and word.lower in ("to", "in", "on", "upon")
            and _takes_complement(tokens, before[last], previous)
        ):
            return Role.COMPLEMENT, last
        return Role.MEANS, last
    if group.form is Form.INFINITIVE:
        return Role.MAIN, None
    return Role.REDUCED, len(before) - 1 if before else None


def _finite_role(
    stretch: Stretch, group: VerbGroup, previous: int, before: Sequence[Clause]
) -> tuple[Role, int | None]:
    tokens = stretch.tokens
    word = tokens[previous]
    relative = stretch.relative_word(group)
    if relative is not None and tokens[relative].lower not in _CONTENT_WORDS:
        return Role.RELATIVE, len(before) - 1 if before else None
    inserted = word.tag == "," and insertion_before(tokens, group.start, _groups_before(stretch, group)) is not None
    if word.tag in (",", "CC", ";") and before and not inserted:
        head = _row_head(group, before)
        head = head if head is not None else _nearest_finite(before)
        if head is not None:
            return Role.CONJUNCT, head
    if _is_subordinate(tokens, group, before):
        return Role.SUBORDINATE, None
    head = _head_over_phrase(stretch, group, before)
    return (Role.MAIN, None) if head is None else (Role.CONJUNCT, head)


def _head_over_phrase(stretch: Stretch, group: VerbGroup, before: Sequence[Clause]) -> int | None:
    """The clause that a verb goes on with behind "and" and a phrase: "is a judge *and in that role* reports to A"."""
    tokens = stretch.tokens
    start = max((c.group[1] for c in before), default=group.start)
    joint = next((k for k in range(start, group.start - 2) if tokens[k].tag == "CC"), None)
    if joint is None or tokens[joint + 1].tag not in ("IN", "TO") or stretch.subject(group.start):
        return None
    last = before[-1]
    same = last.role is Role.RELATIVE and last.finite and tokens[joint - 1].tag != ","
    return len(before) - 1 if same else _nearest_finite(before)


_CONTENT_WORDS = frozenset("how why when what whether".split())  # "shows how fees are set" has no antecedent


def _groups_before(stretch: Stretch, group: VerbGroup) -> Sequence[VerbGroup]:
    return stretch.groups[: stretch.groups.index(group)]


def _is_subordinate(tokens: Sequence[Token], group: VerbGroup, before: Sequence[Clause]) -> bool:
    ends = (c.group[1] for c in reversed(before) if c.form is not Form.PARTICIPLE and c.group[1] <= group.start)
    words = [t.lower for t in tokens[next(ends, 0) : group.start]]
    if words[:2] == ["what", "'s"]:  # "What's more"
        words = words[2:]
    always = (SUBORDINATORS - {"as", "since", "before", "after", "until"}) | _CONTENT_WORDS
    return any(w in always for w in words) or (bool(words) and words[0] in SUBORDINATORS)


def _nearest_finite(before: Sequence[Clause]) -> int | None:
    """The clause that "and was ..." goes on with, whatever its tense."""
    for n in range(len(before) - 1, -1, -1):
        if before[n].finite and before[n].role is not Role.RELATIVE:
            return n
    return None


def _infinitive_role(
    tokens: Sequence[Token], group: VerbGroup, previous: int, before: Sequence[Clause]
) -> tuple[Role, int | None]:
    last = len(before) - 1 if before else None
    word = tokens[previous]
    if last is not None and _takes_complement(tokens, before[last], previous):
        return Role.COMPLEMENT, last
    if word.tag in ("CC", ",") and last is not None:
        head = _row_head(group, before)
        arranged = head is not None and _is_arranged(tokens, before[head])
        if head is not None and (arranged or before[head].role in (Role.COMPLEMENT, Role.PURPOSE)):
            return Role.CONJUNCT, head
    return Role.PURPOSE, last


def _is_arranged(tokens: Sequence[Token], clause: Clause) -> bool:
    """As in "*is to* begin in May and to be finished in June"."""
    return clause.form is Form.FUTURE and any(t.tag == "TO" for t in tokens[slice(*clause.group)])


def _takes_complement(tokens: Sequence[Token], clause: Clause, previous: int) -> bool:
    """As in "strive to", "make great efforts to", "be committed to": the clause lends its form to the next verb."""
    between = tokens[clause.group[1] : previous + 1]
    words = [t.lower for t in between]
    in_row = bool(between) and between[-1].tag == "CC" and len(between) > 1
    if clause.lemma in CATENATIVES and not in_row and not any(t.is_noun for t in between if t.lower != "itself"):
        return True
    if clause.lemma == "look" and words == ["forward", "to"]:
        return True
    if clause.lemma in ("be",) and words and words[-1] in ("able", "about", "due", "set", "ready", "bound"):
        return True
    if clause.passive and clause.lemma in _DEMANDED | _ENTITLED and not words[:-1]:
        return True
    if clause.passive and clause.lemma in ("make", "take", "exert", "employ") and clause.subject is not None:
        subject = {t.lower for t in tokens[slice(*clause.subject)]}
        if subject & (_EFFORT_NOUNS - {"order", "view", "bid", "aim"}) and len(words) <= 2:
            return True
    effort = any(w in _EFFORT_NOUNS - {"order", "view", "bid", "aim", "progress"} for w in words[-2:])
    return (effort and clause.lemma in ("make", "take", "spare", "exert", "step", "employ")) or (
        clause.lemma == "take" and "lead" in words[-2:]
    )


def _after_comma(tokens: Sequence[Token], previous: int) -> bool:
    return tokens[previous].tag in (",", ";") or (previous > 0 and tokens[previous - 1].tag == ",")


def _row_head(group: VerbGroup, before: Sequence[Clause], *, over_purpose: bool = False) -> int | None:
    """The clause that a coordinated verb group is in a row with: the nearest of the same form.

    After a comma a bare verb goes on with the main row, not with a purpose on the way ("will use X to do A,
    keep B"): `over_purpose`.
    """
    main_row = (
        over_purpose
        and group.form is Form.INFINITIVE
        and any(c.form in (Form.FUTURE, Form.OBLIGATION) and not c.passive for c in before)
    )
    for n in range(len(before) - 1, -1, -1):
        skipped = main_row and before[n].form is Form.INFINITIVE
        if not skipped and _can_share(group.form, before[n]):
            return n
    return None


def _can_share(form: Form, clause: Clause) -> bool:
    """Whether a verb group of this form can be in a row with a clause."""
    match form:
        case Form.INFINITIVE:
            bare = clause.form in (Form.FUTURE, Form.OBLIGATION, Form.POSSIBLE, Form.INFINITIVE)
            return (bare or clause.role is Role.COMPLEMENT) and clause.role is not Role.MEANS
        case Form.GERUND:
            return clause.form is Form.GERUND or clause.role in (Role.MEANS, Role.COMPLEMENT)
        case Form.PARTICIPLE:
            return clause.passive
        case Form.PAST:
            return clause.form in (Form.PAST, Form.PERFECT) and not clause.passive and clause.role is not Role.RELATIVE
        case _:
            return clause.form is form and clause.role is not Role.MEANS


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
    opened = insertion_before(tokens, group.start, _groups_before(stretch, group))
    end = end if opened is None else opened
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
    """The base form; a verb with "re-" is read as the verb without."""
    return verb_lemma(tokens[verb].text.removeprefix("re-"))


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
