"""Clauses of a sentence: each verb group with its form, voice, subject and words.

A shallow grammar of written English: it finds verb groups, tells finite from non-finite forms, spreads out
coordination ("will build A, improve B and open C" is three clauses with one subject and one future), and gives
each clause the run of words that states it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from customs_kg.builders.english import can_be_noun, can_be_verb, is_base_verb, verb_lemma
from customs_kg.builders.tokens import Token


class Form(StrEnum):
    """The form of a verb group."""

    PAST = "past"
    PRESENT = "present"
    PERFECT = "perfect"
    FUTURE = "future"  # will, shall, is to, intends to
    OBLIGATION = "obligation"  # should, must
    POSSIBLE = "possible"  # may, might, could, would
    INFINITIVE = "infinitive"
    GERUND = "gerund"
    PARTICIPLE = "participle"  # past participle without an auxiliary


FINITE = frozenset({Form.PAST, Form.PRESENT, Form.PERFECT, Form.FUTURE, Form.OBLIGATION, Form.POSSIBLE})


class Role(StrEnum):
    """How a clause stands to the one before it."""

    MAIN = "main"
    CONJUNCT = "conjunct"  # shares the subject and form of `head`
    RELATIVE = "relative"
    SUBORDINATE = "subordinate"  # while, since, if ...
    COMPLEMENT = "complement"  # the content of "makes efforts to", "is committed to"
    PURPOSE = "purpose"  # to V, so as to V
    MEANS = "means"  # by V-ing
    REDUCED = "reduced"  # participle after a noun or comma


@dataclass(frozen=True, slots=True)
class Clause:
    """One verb group and its words; numbers are token positions, ends exclusive.

    `verb` is where the content verb stands, `group` the whole verb group, `subject` the words of the subject
    (None where there is none to be found), `extent` all words of the clause from its subject or verb on.
    """

    verb: int
    lemma: str
    group: tuple[int, int]
    form: Form
    role: Role
    passive: bool
    negated: bool
    subject: tuple[int, int] | None
    extent: tuple[int, int]
    head: int | None = None  # position in the list of the clause that this one depends on
    hedged: bool = False  # expected, meant, proposed: said, not done

    @property
    def finite(self) -> bool:
        """Whether the verb group is finite."""
        return self.form in FINITE


_FUTURE_WORDS = frozenset({"will", "shall", "ll"})
_OBLIGATION_WORDS = frozenset({"should", "must", "ought"})
_CATENATIVES = frozenset(
    "continue strive endeavour endeavor seek aim intend plan begin start try help need want hope propose commit "
    "dedicate undertake resolve pledge vow attempt manage work cease expect mean".split()
)
_PLANNING = frozenset("intend plan aim propose pledge vow resolve commit undertake hope want".split())
_HEDGES = frozenset("expect mean suppose propose consider estimate believe schedule".split())
_EFFORT_NOUNS = frozenset({"effort", "efforts", "strides", "steps", "measures", "progress", "way", "order", "view", "bid", "aim"})
_SUBORDINATORS = frozenset("while although because since if when whereas unless though once until before after as whether".split())
_BE = frozenset("be am is are was were been being".split())
_HAVE = frozenset("have has had having".split())
_STOPS = frozenset({";", ":"})


@dataclass(frozen=True, slots=True)
class _Group:
    start: int
    end: int
    verb: int
    form: Form
    passive: bool
    negated: bool
    hedged: bool = False


def read_clauses(tokens: Sequence[Token], lead: Sequence[Token] = ()) -> list[Clause]:
    """The clauses of a sentence in the order of their verbs.

    `lead` is the words that the sentence continues (the intro of a list); clauses of the lead are not returned
    but lend their subject and form to a sentence that begins with a bare verb.
    """
    inherited = next(reversed(read_clauses(lead)), None) if lead else None
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

    def place(run: tuple[int, int]) -> tuple[int, int]:
        return places[run[0]], places[run[1] - 1] + 1

    return replace(
        clause,
        verb=places[clause.verb],
        group=place(clause.group),
        subject=place(clause.subject) if clause.subject else None,
        extent=place(clause.extent),
        head=None if clause.head is None else clause.head + offset,
    )


def _level_clauses(tokens: Sequence[Token], inherited: Clause | None) -> list[Clause]:
    groups = _groups(tokens)
    clauses: list[Clause] = []
    for n, group in enumerate(groups):
        limit = groups[n + 1].start if n + 1 < len(groups) else len(tokens)
        clauses.append(_clause(tokens, group, limit, clauses, inherited))
    return [replace(c, extent=_extent(tokens, c, clauses, i)) for i, c in enumerate(clauses)]


def _groups(tokens: Sequence[Token]) -> list[_Group]:
    groups: list[_Group] = []
    i = 0
    while i < len(tokens):
        group = _group_at(tokens, i, groups)
        if group is None:
            i += 1
        else:
            groups.append(group)
            i = group.end
    return _with_plain_presents(tokens, groups)


def _with_plain_presents(tokens: Sequence[Token], groups: list[_Group]) -> list[_Group]:
    """Adds the likeliest verb of a stretch between semicolons in which no finite verb was found ("Ties exist with")."""
    edges = [-1, *(i for i, t in enumerate(tokens) if t.tag in (";", ":")), len(tokens)]
    added: list[_Group] = []
    for left, right in zip(edges, edges[1:], strict=False):
        main = [
            g for g in groups
            if left < g.verb < right and g.form in FINITE and not _relative_before(tokens, g.start)
            and not any(t.lower in _SUBORDINATORS - {"as"} for t in tokens[left + 1 : left + 2])
        ]  # fmt: skip
        if main or any(g.form is Form.INFINITIVE and g.start == left + 1 for g in groups):
            continue
        verb = next((i for i in range(left + 2, right - 1) if _is_plain_verb(tokens, i)), None)
        if verb is not None and not any(g.start <= verb < g.end for g in groups):
            form = Form.PAST if _is_irregular_past(tokens[verb]) else Form.PRESENT
            added.append(_Group(verb, verb + 1, verb, form, False, False))
    return sorted([*groups, *added], key=lambda g: g.start)


def _is_plain_verb(tokens: Sequence[Token], i: int) -> bool:
    """A verb by its tag, or by what stands around it, that no other rule took."""
    token, previous, after = tokens[i], tokens[i - 1], tokens[i + 1]
    if token.tag in ("NNP", "DT", "IN", "CD", "RB", "JJ", "CC") or not can_be_verb(token.lower) or token.lower.endswith("ing"):
        return False
    if previous.tag in ("DT", "JJ", "IN", "TO", "PRP$", "CC", "POS", "CD", "(") or not (previous.is_noun or previous.tag in ("PRP", ",", ")")):
        return False
    opens = after.tag in ("IN", "TO", "DT", "CD", "RB", "JJR", "NNP", "PRP$", "JJ", "RP")
    if token.tag.startswith("VB"):
        return opens or after.is_noun
    return opens and previous.is_noun and previous.tag != "NN" and after.lower not in ("of", "for")


def _group_at(tokens: Sequence[Token], i: int, before: Sequence[_Group]) -> _Group | None:
    token = tokens[i]
    if token.tag == "MD":
        return _modal_group(tokens, i)
    if token.lower in _BE | _HAVE and token.tag.startswith("VB"):
        return _auxiliary_group(tokens, i)
    if token.tag == "TO":
        return _infinitive_group(tokens, i)
    if _is_do_support(tokens, i):
        return _modal_group(tokens, i, Form.PAST if token.lower == "did" else Form.PRESENT)
    return _plain_group(tokens, i, before)


_DEGREES = frozenset("also not further jointly more most now well duly".split())


def _skip_adverbs(tokens: Sequence[Token], i: int) -> tuple[int, bool]:
    negated = False
    while i < len(tokens) and (tokens[i].tag.startswith("RB") or tokens[i].lower in _DEGREES):
        negated |= tokens[i].lower in ("not", "n't", "never", "hardly")
        i += 1
    return i, negated


def _is_do_support(tokens: Sequence[Token], i: int) -> bool:
    if tokens[i].lower not in ("do", "does", "did"):
        return False
    at, _ = _skip_adverbs(tokens, i + 1)
    return at < len(tokens) and at > i + 1 and is_base_verb(tokens[at].lower)


def _modal_group(tokens: Sequence[Token], i: int, form: Form | None = None) -> _Group | None:
    word = tokens[i].lower
    if form is None:
        form = (
            Form.FUTURE if word in _FUTURE_WORDS else Form.OBLIGATION if word in _OBLIGATION_WORDS else Form.POSSIBLE
        )
    at, negated = _skip_adverbs(tokens, i + 1)
    if at < len(tokens) and tokens[at].lower == "to":
        at += 1
    if at >= len(tokens) or not (tokens[at].tag.startswith("V") or can_be_verb(tokens[at].lower)):
        return None
    if tokens[at].lower == "have" and form is Form.POSSIBLE or tokens[at].lower == "be":
        rest = _auxiliary_group(tokens, at)
        if rest is not None:
            hedged = rest.hedged or verb_lemma(tokens[rest.verb].text) in _HEDGES and form is not Form.FUTURE
            return replace(rest, start=i, form=form, negated=negated or rest.negated, hedged=hedged)
    return _Group(i, at + 1, at, form, False, negated)


def _auxiliary_group(tokens: Sequence[Token], i: int) -> _Group:
    """A group that begins with a form of be or have."""
    word = tokens[i].lower
    finite = Form.PAST if word in ("was", "were", "had") else Form.PRESENT
    if tokens[i].tag == "VBG":
        finite = Form.GERUND
    at, negated = _skip_adverbs(tokens, i + 1)
    if word in _HAVE:
        if at < len(tokens) and tokens[at].lower == "been":
            inner = _auxiliary_group(tokens, at)
            return replace(inner, start=i, form=Form.PERFECT, negated=negated or inner.negated)
        if at < len(tokens) and _can_be_participle(tokens[at]):
            return _Group(i, at + 1, at, Form.PERFECT, False, negated)
        return _Group(i, i + 1, i, finite, False, negated)
    if at + 1 < len(tokens) and tokens[at].tag == "TO":
        rest = _infinitive_group(tokens, at)
        if rest is not None:  # "is to be signed", "are to report"
            form = Form.FUTURE if finite is Form.PRESENT else Form.POSSIBLE
            return replace(rest, start=i, form=form, negated=negated or rest.negated, hedged=finite is Form.PAST)
    if at < len(tokens) and tokens[at].lower == "being" and at + 1 < len(tokens) and _can_be_participle(tokens[at + 1]):
        return _Group(i, at + 2, at + 1, finite, True, negated)
    if at < len(tokens) and _can_be_participle(tokens[at]) and not _before_noun(tokens, at):
        return _expected_to(tokens, _Group(i, at + 1, at, finite, True, negated))
    if at < len(tokens) and tokens[at].tag == "VBG" and can_be_verb(tokens[at].lower) and not _before_noun_only(tokens, at):
        return _Group(i, at + 1, at, finite, False, negated)
    return _Group(i, i + 1, i, finite, False, negated)


def _expected_to(tokens: Sequence[Token], group: _Group) -> _Group:
    """"is expected to fall", "was meant to open": said of the verb that follows, which did not happen yet."""
    lemma = verb_lemma(tokens[group.verb].text)
    if lemma in _HEDGES and group.end < len(tokens) and tokens[group.end].tag == "TO":
        rest = _infinitive_group(tokens, group.end)
        if rest is not None:
            planned = lemma == "schedule" and group.form is Form.PRESENT
            return replace(rest, start=group.start, form=Form.FUTURE if planned else Form.POSSIBLE, hedged=not planned)
    return group


def _infinitive_group(tokens: Sequence[Token], i: int) -> _Group | None:
    at, negated = _skip_adverbs(tokens, i + 1)
    if at >= len(tokens) or not is_base_verb(tokens[at].lower) or tokens[at].tag in ("NNP", "DT", "NNS"):
        return None
    if tokens[at].tag.startswith("NN") and not (at + 1 < len(tokens) and tokens[at + 1].tag in ("DT", "PRP$", "JJ", "CD")):
        return None
    if tokens[at].lower == "be" and at + 1 < len(tokens):
        rest = _auxiliary_group(tokens, at)
        return replace(rest, start=i, form=Form.INFINITIVE, negated=negated or rest.negated)
    return _Group(i, at + 1, at, Form.INFINITIVE, False, negated)


def _can_be_participle(token: Token) -> bool:
    if token.tag in ("NNP", "DT", "CD", "IN", "JJR"):
        return False
    lower = token.lower
    if not can_be_verb(lower) or lower.endswith("ing"):
        return False
    return token.tag == "VBN" or lower.endswith(("ed", "en")) or (verb_lemma(lower) != lower and not lower.endswith("s")) or lower in _SAME_PARTICIPLE


_SAME_PARTICIPLE = frozenset("cut put set read hit let shut split spread cost beat burst upset become run come overcome".split())


def _before_noun(tokens: Sequence[Token], at: int) -> bool:
    """An attribute ("are designated ports"), not the participle of a passive."""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    return after is not None and after.tag in ("NNS", "NN") and tokens[at].tag == "JJ"


def _before_noun_only(tokens: Sequence[Token], at: int) -> bool:
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    return after is not None and after.tag in ("NN", "NNS") and can_be_noun(tokens[at].lower) and at > 0 and tokens[at - 1].tag == "DT"


def _plain_group(tokens: Sequence[Token], i: int, before: Sequence[_Group]) -> _Group | None:
    """A verb without an auxiliary: past, present, gerund, participle, or a conjunct in the base form."""
    token = tokens[i]
    lower = token.lower
    if not token.text[0].isalpha() or token.tag in ("NNP", "DT", "IN", "PRP", "PRP$", "CC", "CD", "RB", "WDT") or not can_be_verb(lower):
        return None
    previous = _before(tokens, i)
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    if lower.endswith("ing"):
        return _Group(i, i + 1, i, Form.GERUND, False, False) if _is_gerund(tokens, i, previous, after) else None
    if _can_be_participle(token) and (lower.endswith("ed") or token.tag in ("VBD", "VBN")):
        return _past_group(tokens, i, previous, after, before)
    if is_base_verb(lower) and _is_conjunct_base(tokens, i, previous, after, before):
        return _Group(i, i + 1, i, Form.INFINITIVE, False, False)
    if token.tag in ("VBZ", "VBP", "VB", "NNS") and _is_present(tokens, i, previous, after, before):
        return _Group(i, i + 1, i, Form.PRESENT, False, False)
    return None


def _before(tokens: Sequence[Token], i: int) -> Token | None:
    """The token to the left, adverbs left out."""
    j = i - 1
    while j >= 0 and tokens[j].tag == "RB":
        j -= 1
    return tokens[j] if j >= 0 else None


def _is_gerund(tokens: Sequence[Token], i: int, previous: Token | None, after: Token | None) -> bool:
    if previous is not None and previous.tag in ("DT", "PRP$", "JJ", "POS", "CD", "NNP"):
        return False
    if after is not None and can_be_noun(tokens[i].lower) and (after.is_noun or after.tag.startswith("VB")):
        return False
    if after is None or after.tag in ("NN", "NNS") and (previous is None or previous.tag not in ("IN", "CC", ",", "NNS", "NN", "CD", "NNP", ")")):
        return False
    if can_be_noun(tokens[i].lower) and after.tag in (",", ".", "CC", "IN", ")", ";", ":"):
        return False
    return previous is None or previous.tag in ("IN", "CC", ",", "NNS", "NN", "TO", "CD", '"', "VBZ", "(", ":", "NNP", ")")


def _past_group(
    tokens: Sequence[Token], i: int, previous: Token | None, after: Token | None, before: Sequence[_Group]
) -> _Group | None:
    """An -ed form: finite past after a subject, a participle after a noun, or an attribute (None)."""
    past = _Group(i, i + 1, i, Form.PAST, False, False)
    participle = _Group(i, i + 1, i, Form.PARTICIPLE, True, False)
    opens_noun = after is not None and (after.is_noun or after.tag.startswith("JJ") or after.tag == "VBG")
    if previous is None:
        return participle if after is not None and after.tag in ("IN", "TO", "RB") else None
    if previous.tag in ("DT", "PRP$", "JJ", "JJR", "JJS", "IN", "POS", "CD") or previous.is_verb or previous.tag == "TO":
        return None if opens_noun or previous.tag in ("DT", "PRP$", "JJ", "POS") else participle
    if previous.tag in ("CC", ","):
        if previous.tag == "," and _closes_insertion(tokens, i, before):
            return past
        return _past_in_row(i, after, before, opens_noun=opens_noun)
    subject = previous.is_noun or previous.tag in ("PRP", ")", "WDT", "WP") or previous.lower in ("that", "these", "they", '"')
    if not subject:
        return participle
    takes_object = after is not None and (
        after.tag in ("DT", "CD", "PRP$", "NNP", "PRP", "JJ", "NN", "NNS", "RB", "VBG", '"', "$", "TO", "JJR", "RP")
        or after.lower in ("up", "out", "down", "off")
    )
    if _finite_in_clause(tokens, i, before) or (not takes_object and _finite_after(tokens, i)) or _under_with(tokens, i):
        return participle
    return past


def _past_in_row(i: int, after: Token | None, before: Sequence[_Group], *, opens_noun: bool) -> _Group | None:
    """An -ed form after a comma or "and": in a row with a past or a passive, else an attribute or a participle."""
    row = next((g for g in reversed(before) if g.form not in (Form.GERUND, Form.INFINITIVE)), None)
    if row is not None and row.passive and not opens_noun:
        return _Group(i, i + 1, i, Form.PARTICIPLE, True, False)
    active = any(g.form in (Form.PAST, Form.PERFECT) and not g.passive for g in before)
    if active and after is not None and after.lower not in ("with", "by"):
        return _Group(i, i + 1, i, Form.PAST, False, False)
    return None if opens_noun else _Group(i, i + 1, i, Form.PARTICIPLE, True, False)


def _closes_insertion(tokens: Sequence[Token], i: int, before: Sequence[_Group]) -> bool:
    """The comma before this verb closes what another opened after the subject ("The unit, set up in 1998, serves")."""
    start = max((j + 1 for j in range(i) if tokens[j].tag in (";", ":")), default=0)
    opened = next((j for j in range(start, i - 1) if tokens[j].tag == ","), None)
    if opened is None or opened == start or tokens[start].tag in ("IN", "RB", "VBG", "VBN"):
        return False
    if not (tokens[opened - 1].is_noun or tokens[opened - 1].tag in ("PRP", ")", "CD")) or opened - start > 14:
        return False
    return not any(g.form in FINITE and start <= g.verb for g in before if not _relative_before(tokens, g.start))


_BREAKS = frozenset({",", ";", ":", ".", "(", ")"})


def _finite_in_clause(tokens: Sequence[Token], i: int, before: Sequence[_Group]) -> bool:
    """A verb group stands between the last mark, conjunction or relative word and this form: it is a participle."""
    starts = {g.verb for g in before if g.form in FINITE or g.form is Form.INFINITIVE}
    for j in range(i - 1, -1, -1):
        token = tokens[j]
        if j in starts:
            return not (j and _relative_before(tokens, j))
        if token.tag in _BREAKS or token.tag in ("WDT", "WP") or token.lower in _SUBORDINATORS - {"as"} or token.lower == "that":
            return False
        if token.tag == "CC" and not (j + 1 < i and tokens[j - 1].is_noun):
            return False
    return False


def _relative_before(tokens: Sequence[Token], verb: int) -> bool:
    """The verb is that of a relative clause ("officers who went back over them")."""
    previous = _before(tokens, verb)
    return previous is not None and (previous.tag in ("WDT", "WP") or previous.lower == "that")


def _finite_after(tokens: Sequence[Token], i: int) -> bool:
    """A finite verb follows before the next mark: "the cases filed last year were ..."."""
    for token in tokens[i + 1 :]:
        if token.tag in (",", ";", ":", "WDT", "WP") or token.lower == "that":
            return False
        if token.tag in ("MD", "VBD", "VBZ") or token.lower in _BE | _HAVE or _is_irregular_past(token):
            return True
    return False


def _is_irregular_past(token: Token) -> bool:
    lower = token.lower
    if token.tag in ("NNP", "JJ", "NN", "NNS", "DT", "IN", "CD") or lower.endswith(("ed", "ing", "s")):
        return False
    return can_be_verb(lower) and verb_lemma(lower) != lower


def _under_with(tokens: Sequence[Token], i: int) -> bool:
    """"with 25 documents signed": no clause of its own."""
    for token in reversed(tokens[:i]):
        if token.tag in (",", ";", ":", "."):
            return False
        if token.lower == "with":
            return True
    return False


def _is_conjunct_base(
    tokens: Sequence[Token], i: int, previous: Token | None, after: Token | None, before: Sequence[_Group]
) -> bool:
    """A bare verb in a row that a modal or "to" began, or at the head of a list item."""
    noun = can_be_noun(tokens[i].lower)
    opens_object = after is not None and (after.tag in ("DT", "PRP$", "CD") or after.lower in ("up", "out", "on", "forward"))
    weak_object = after is not None and (after.is_noun or after.tag.startswith("JJ") or after.tag in ("VBN", "VBG", '"', "RB", "TO", "IN"))
    if previous is None:
        return opens_object or (weak_object and (not noun or tokens[i].tag.startswith("VB")))
    in_row = any(g.form in (Form.FUTURE, Form.INFINITIVE, Form.OBLIGATION, Form.POSSIBLE) and not g.passive for g in before)
    after_mark = previous.tag in (",", "CC", ";") or (previous.lower == "as" and i >= 3 and tokens[i - 2].lower == "well")
    if not (in_row and after_mark):
        return False
    if opens_object:
        return True
    if not weak_object:
        return not noun and after is not None and after.tag in ("CC", ",")
    assert after is not None  # noqa: S101 # weak_object says so; for the type checker
    if after.tag in ("IN", "TO"):
        return not noun
    return not noun or tokens[i].tag.startswith("VB") or (previous.tag == "," and not after.tag.startswith("VB")) or after.tag.startswith("JJ") and not (i >= 2 and tokens[i - 2].is_noun and after.is_noun)


def _is_present(
    tokens: Sequence[Token], i: int, previous: Token | None, after: Token | None, before: Sequence[_Group]
) -> bool:
    token = tokens[i]
    if previous is None or after is None:
        return False
    noun = can_be_noun(token.lower)
    if previous.tag == "," and token.tag.startswith("VB") and _closes_insertion(tokens, i, before):
        return True
    subject = previous.is_noun or previous.tag in ("PRP", "WDT", "WP", ")", '"') or previous.lower in ("which", "who", "that")
    starts_object = after.tag in ("DT", "PRP$", "CD", "TO", "RB", "NNP", "JJ", "IN", "VBN", "PRP", '"', "NN", "NNS")
    if token.lower.endswith("s") and not token.lower.endswith("ss"):
        if previous.tag in (",", "CC") and any(g.form is Form.PRESENT for g in before):
            return starts_object and (not noun or after.tag in ("DT", "PRP$", "TO", "RB") or token.tag == "VBZ")
        sure = after.tag in ("DT", "PRP$", "TO") or previous.tag in ("PRP", "WDT", "WP")
        return subject and starts_object and (not noun or sure or (token.tag == "VBZ" and previous.tag not in ("NNS",)))
    plural = previous.tag in ("NNS", "NNPS", "PRP", "WDT", "WP") or previous.lower in ("they", "we")
    if previous.tag in (",", "CC") and any(g.form is Form.PRESENT for g in before):
        return token.tag == "VBP" and starts_object and not noun
    return plural and starts_object and token.tag in ("VBP", "VB") and (not noun or after.tag in ("DT", "PRP$", "TO") or previous.tag == "PRP")


def _clause(
    tokens: Sequence[Token], group: _Group, limit: int, before: Sequence[Clause], inherited: Clause | None
) -> Clause:
    left = _left_edge(group.start, before)
    previous = _word_before(tokens, group.start)
    role, head = _role(tokens, group, previous, before)
    subject = _subject(tokens, left, group, role)
    form, passive, negated, hedged = group.form, group.passive, group.negated, group.hedged
    source = before[head] if head is not None else None
    if source is None and inherited is not None and role is Role.MAIN and form in (Form.INFINITIVE, Form.GERUND):
        source, role = inherited, Role.CONJUNCT
        form = _lent_form(inherited, form)
        hedged = inherited.hedged
        subject = None
    elif source is not None and role in (Role.CONJUNCT, Role.COMPLEMENT):
        form = _lent_form(source, form)
        hedged, negated = hedged or source.hedged, negated or (source.negated and role is Role.COMPLEMENT)
        subject = subject if group.form in FINITE and subject else source.subject
        if role is Role.CONJUNCT and group.form is Form.PARTICIPLE:
            passive = source.passive
    lemma = _lemma(tokens, group.verb)
    return Clause(group.verb, lemma, (group.start, group.end), form, role, passive, negated, subject, (group.start, limit), head, hedged)


def _lent_form(source: Clause, own: Form) -> Form:
    if own in FINITE:
        return own
    if source.form in (Form.PRESENT, Form.GERUND, Form.PERFECT) and source.lemma in _PLANNING and own is Form.INFINITIVE:
        return Form.FUTURE
    if source.lemma == "be" and own is Form.INFINITIVE:
        return Form.FUTURE
    return source.form


def _left_edge(start: int, before: Sequence[Clause]) -> int:
    """Where the last clause that a new subject cannot reach over ends; it reaches over a participle."""
    ends = [c.group[1] for c in before if c.form is not Form.PARTICIPLE and c.group[1] <= start]
    return max(ends, default=0)


def _word_before(tokens: Sequence[Token], i: int) -> int | None:
    """Position of the token to the left that is no adverb."""
    j = i - 1
    while j >= 0 and (tokens[j].tag == "RB" or tokens[j].lower in ("also", "further", "furthermore")):
        j -= 1
    return j if j >= 0 else None


def _role(
    tokens: Sequence[Token], group: _Group, previous: int | None, before: Sequence[Clause]
) -> tuple[Role, int | None]:
    if previous is None:
        return Role.MAIN, None
    word = tokens[previous]
    if group.form in FINITE:
        return _finite_role(tokens, group, previous, before)
    if group.form is Form.INFINITIVE and tokens[group.start].tag == "TO":
        return _infinitive_role(tokens, group, previous, before)
    in_row = word.tag in (",", "CC", ";") or (word.lower == "as" and previous >= 2 and tokens[previous - 1].lower == "well")
    if in_row:
        head = _row_head(group, before, over_purpose=_after_comma(tokens, previous))
        if head is not None:
            return Role.CONJUNCT, head
    if group.form is Form.GERUND and word.tag in ("IN", "TO"):
        last = len(before) - 1 if before else None
        if last is not None and word.lower in ("to", "in", "on", "upon") and _takes_complement(tokens, before[last], previous):
            return Role.COMPLEMENT, last
        return Role.MEANS, last
    if group.form is Form.INFINITIVE:
        return Role.MAIN, None
    return Role.REDUCED, len(before) - 1 if before else None


def _finite_role(
    tokens: Sequence[Token], group: _Group, previous: int, before: Sequence[Clause]
) -> tuple[Role, int | None]:
    word = tokens[previous]
    if word.tag in ("WDT", "WP", "WP$", "WRB") or (word.lower == "that" and previous > 0):
        return Role.RELATIVE, len(before) - 1 if before else None
    in_row = word.tag in (",", "CC", ";") and before
    if in_row:
        head = _row_head(group, before)
        if head is not None:
            return Role.CONJUNCT, head
    left = _left_edge(group.start, before)
    stretch = [t.lower for t in tokens[left : group.start]]
    if any(w in ("which", "whom", "whose", "where") for w in stretch):
        return Role.RELATIVE, len(before) - 1 if before else None
    if any(w in _SUBORDINATORS - {"as", "since", "before", "after", "until"} for w in stretch) or (
        stretch and stretch[0] in _SUBORDINATORS
    ):
        return Role.SUBORDINATE, None
    return Role.MAIN, None


def _infinitive_role(
    tokens: Sequence[Token], group: _Group, previous: int, before: Sequence[Clause]
) -> tuple[Role, int | None]:
    last = len(before) - 1 if before else None
    word = tokens[previous]
    if last is not None and _takes_complement(tokens, before[last], previous):
        return Role.COMPLEMENT, last
    if word.tag in ("CC", ",") and last is not None:
        head = _row_head(group, before)
        if head is not None and before[head].role in (Role.COMPLEMENT, Role.PURPOSE):
            return Role.CONJUNCT, head
    return Role.PURPOSE, last


def _takes_complement(tokens: Sequence[Token], clause: Clause, previous: int) -> bool:
    """"strive to", "make great efforts to", "be committed to": the clause lends its form to the next verb."""
    between = tokens[clause.group[1] : previous + 1]
    words = [t.lower for t in between]
    if clause.lemma in _CATENATIVES and not any(t.is_noun for t in between if t.lower != "itself"):
        return True
    if clause.lemma in ("be",) and words and words[-1] in ("able", "about", "due", "set", "ready", "bound"):
        return True
    if clause.passive and clause.lemma in ("make", "take", "exert", "employ") and clause.subject is not None:
        subject = {t.lower for t in tokens[slice(*clause.subject)]}
        if subject & (_EFFORT_NOUNS - {"order", "view", "bid", "aim"}) and len(words) <= 2:
            return True
    effort = any(w in _EFFORT_NOUNS - {"order", "view", "bid", "aim", "progress"} for w in words[-2:])
    return effort and clause.lemma in ("make", "take", "spare", "exert", "step", "employ") or clause.lemma == "take" and "lead" in words[-2:]


def _after_comma(tokens: Sequence[Token], previous: int) -> bool:
    return tokens[previous].tag in (",", ";") or (previous > 0 and tokens[previous - 1].tag == ",")


def _row_head(group: _Group, before: Sequence[Clause], *, over_purpose: bool = False) -> int | None:
    """The clause that a coordinated verb group is in a row with: the nearest of the same form.

    After a comma a bare verb goes on with the main row, not with a purpose on the way ("will use X to do A,
    keep B"): `over_purpose`.
    """
    main_row = any(c.form in (Form.FUTURE, Form.OBLIGATION) and not c.passive for c in before)
    for n in range(len(before) - 1, -1, -1):
        clause = before[n]
        if over_purpose and main_row and group.form is Form.INFINITIVE and clause.form is Form.INFINITIVE:
            continue
        if group.form is Form.INFINITIVE:
            if clause.form in (Form.FUTURE, Form.OBLIGATION, Form.POSSIBLE, Form.INFINITIVE) and clause.role is not Role.MEANS:
                return n
        elif group.form is Form.GERUND:
            if clause.form is Form.GERUND or clause.role in (Role.MEANS, Role.COMPLEMENT):
                return n
        elif group.form is Form.PARTICIPLE:
            if clause.passive:
                return n
        elif group.form is Form.PAST:
            if clause.form in (Form.PAST, Form.PERFECT) and not clause.passive and clause.role is not Role.RELATIVE:
                return n
        elif clause.form is group.form and clause.role is not Role.MEANS:
            return n
    return None


def _subject(tokens: Sequence[Token], left: int, group: _Group, role: Role) -> tuple[int, int] | None:
    """The words of the subject to the left of a finite group; for a relative clause, of its antecedent."""
    if group.form not in FINITE or role is Role.CONJUNCT:
        return None
    end = group.start
    while end > left and (tokens[end - 1].tag == "RB" or tokens[end - 1].lower in ("also", "further")):
        end -= 1
    if role is Role.RELATIVE and end > left and tokens[end - 1].tag in ("WDT", "WP") or end > left and tokens[end - 1].lower == "that":
        end -= 1
        while end > left and tokens[end - 1].tag in (",", "IN"):
            end -= 1
    if end > left and tokens[end - 1].tag == ",":
        opened = next((j for j in range(0, end - 1) if tokens[j].tag == ","), None)
        end = opened if opened is not None else end
        left = min(left, max((j + 1 for j in range(end) if tokens[j].tag in (";", ":")), default=0))
    start = _subject_start(tokens, left, end)
    return (start, end) if start < end else None


def _subject_start(tokens: Sequence[Token], left: int, end: int) -> int:
    """Walks back over the subject's words: to a mark outside brackets, a subordinator or the last verb."""
    start, depth = end, 0
    while start > left:
        token = tokens[start - 1]
        if token.tag == ")":
            depth += 1
        elif token.tag == "(":
            if depth == 0:
                break
            depth -= 1
        elif depth == 0 and (token.tag in (";", ":", ".") or (token.lower in _SUBORDINATORS and token.lower != "as") or token.tag in ("WDT", "WP")):
            break
        elif depth == 0 and token.tag == "," and not _comma_in_row(tokens, start - 1, end, left):
            break
        elif depth == 0 and left and token.tag == "CC" and not any(t.tag == "," for t in tokens[left : start - 1]) and start < end:
            break
        start -= 1
    while start < end and tokens[start].tag in ("CC", "RB", ","):
        start += 1
    return start


def _comma_in_row(tokens: Sequence[Token], comma: int, end: int, left: int) -> bool:
    """A comma of "A, B and C" before the verb: an "and" follows it, and nothing but nouns stands on both sides."""
    after = tokens[comma + 1 : end]
    if left and not any(t.tag == "," for t in tokens[left:comma]):
        return False
    has_and = any(t.lower in ("and", "or") for t in after)
    opens = tokens[0].tag == "IN" and not any(t.tag == "," for t in tokens[:comma])
    return has_and and not opens and comma > 0 and (tokens[comma - 1].is_noun or tokens[comma - 1].tag == ")")


def _lemma(tokens: Sequence[Token], verb: int) -> str:
    return verb_lemma(tokens[verb].text)


def _extent(tokens: Sequence[Token], clause: Clause, clauses: Sequence[Clause], n: int) -> tuple[int, int]:
    """From the subject, where it is the clause's own, to the next clause that is not part of this one."""
    start = clause.group[0]
    own_subject = clause.subject is not None and clause.role not in (Role.CONJUNCT, Role.COMPLEMENT, Role.RELATIVE)
    if own_subject and clause.subject is not None:
        start = clause.subject[0]
    end = len(tokens)
    for later in clauses[n + 1 :]:
        apart = later.role is Role.CONJUNCT and not _inside(clauses, later, n) or (later.role is Role.MAIN and later.finite)
        if apart:
            end = later.subject[0] if later.role is Role.MAIN and later.subject and later.subject[0] > clause.group[1] else later.group[0]
            break
    while end > clause.group[1] and (tokens[end - 1].tag in (",", "CC", ";", ".", ":", "RB") or tokens[end - 1].lower in ("well", "as") and tokens[end - 1].tag != "NN"):
        end -= 1
    return start, max(end, clause.group[1])


def _inside(clauses: Sequence[Clause], later: Clause, n: int) -> bool:
    """Whether a coordinated clause belongs to a clause that depends on clause n ("by doing A and doing B")."""
    head = later.head
    while head is not None:
        if head == n:
            return False
        if clauses[head].role in (Role.MEANS, Role.PURPOSE, Role.REDUCED, Role.RELATIVE, Role.SUBORDINATE):
            parent = clauses[head].head
            return parent is not None and parent >= n or head > n
        head = clauses[head].head
    return False
