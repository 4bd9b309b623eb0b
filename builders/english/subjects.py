"""The subject of a verb: the noun phrases to its left, over what stands in between; and what a "which" stands for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from customs_kg.builders.english.arguments import Places
from customs_kg.builders.english.nominals import NounPhrase
from customs_kg.builders.english.token import Token
from customs_kg.builders.english.verb_forms import (
    CONJUNCTIONS,
    FINITE,
    RELATIVE_TAGS,
    SUBORDINATORS,
    Form,
    VerbGroup,
    relative_before_explained,
)

_REACH = 14  # tokens between a relative word and its verb at most
_PLURAL_VERBS = frozenset("are were have do".split())
_SINGULAR_VERBS = frozenset("is was has does".split())

_TITLES = frozenset("Mr Mr. Mrs Mrs. Ms Ms. Dr Dr. Hon Hon. Sir Dame Shri Shri. Smt Smt.".split())  # open a subject
_ABOUT = frozenset("over about around nearly almost some".split())  # before an amount

# what joins two subjects beside a mere "and"
_JOINTS = ("as well as", "but also", ", but also", "and also", "and then", "and later", "and even", "and indeed")
Row = tuple[NounPhrase, ...]


def _is_joint(words: Sequence[str]) -> bool:
    """As in "not only A *but also* B runs C", "A *as well as* B runs C"."""
    return 1 < len(words) <= _LONGEST_JOINT and " ".join(words) in _JOINTS


_LONGEST_JOINT = 3


def looks_after(tokens: Sequence[Token], at: int) -> bool:
    """The "after" of "looks after A"."""
    return tokens[at].lower == "after" and at > 0 and tokens[at - 1].lower.startswith("look")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A sentence (or the words in one pair of brackets) with its noun phrases and verb groups."""

    tokens: Sequence[Token]
    places: Places
    groups: Sequence[VerbGroup]
    group_at: dict[int, VerbGroup]  # a verb's token -> its group

    def subject(self, end: int) -> Row:
        """The phrases that are the subject of a verb whose own words, or what comes between, begin at `end`."""
        jumped = False
        while end > 0:
            n = self.places.ends.get(end)
            if n is not None:
                found, end = self._at_phrase(n)
                if found or end < 0:
                    return found
                continue
            token = self.tokens[end - 1]
            group = self.group_at.get(end - 1)
            if group is not None:
                end, jumped = self._before_embedded(group), True
                if end < 0:
                    return ()
            elif token.tag in ("RB", "RP", "IN", "TO", "JJ", "CD", "RBR", "EX", '"') or (token.tag == "," and jumped):
                end -= 1
            else:
                return ()
        return ()

    def _at_phrase(self, n: int) -> tuple[Row, int]:
        """The row that ends with phrase `n` if it is free, else where to look on; -1 where there is nothing."""
        row = self._row_to(n)
        start = self._before_amount(row[0].start)
        before = self.tokens[start - 1] if start else None
        group = self.group_at.get(start - 1)
        if before is None:
            return row, -1
        if group is not None:
            if (group.end <= start and group.form not in FINITE) or self._before_embedded(group) >= 0:
                return self._past_embedded(row, group)
            return self._after_conjunction(row), -1
        if before.tag in ("IN", "TO", "VBG") and not self._is_conjunction(start - 1):
            return self._past_preposition(row, start - 1)
        return row, -1

    def _before_amount(self, start: int) -> int:
        """Where "more than 90%", "over 40 firms" begin: these prepositions govern nothing."""
        if self.tokens[start].tag != "CD" or not start:
            return start
        first = start - 1
        if self.tokens[first].lower == "than" and first and self.tokens[first - 1].tag in ("JJR", "RBR", "JJ"):
            first -= 1 + (first > 1 and self.tokens[first - 2].lower == "no")
        elif self.tokens[first].lower not in _ABOUT or (first and self._ends_noun(first - 1)):
            return start
        return first

    def _ends_noun(self, at: int) -> bool:
        return self.tokens[at].is_noun or self.tokens[at].tag in ("CD", ")")

    def _past_embedded(self, row: Row, group: VerbGroup) -> tuple[Row, int]:
        edge = self._before_embedded(group)
        if len(row) > 1 and self._opens_sentence(edge):
            if self.tokens[row[1].start - 1].tag == ",":
                return row[1:], -1  # "To stop A, *B and C* launched"
            return self._after_conjunction(row), -1
        return (), edge

    def _opens_sentence(self, edge: int) -> bool:
        """Whether nothing stands before a token but what leads to its clause: "*After* meeting", "*In order* to"."""
        before = self.tokens[: max(0, edge)]
        return len(before) < 3 and all(t.tag == "IN" or t.lower in ("order", "having") for t in before)

    def _past_preposition(self, row: Row, at: int) -> tuple[Row, int]:
        """A row that a preposition governs: the subject is before it, but for what has an article of its own."""
        last, first = row[-1], row[0]
        if at == 0 and len(row) > 2 and self.tokens[row[1].start - 1].tag == ",":
            return row[1:], -1  # "In May, *A and the B* signed"
        if len(row) > 1 and self._is_definite(last) and not self._is_definite(first):
            own = tuple(p for p in row if self._is_definite(p))
            return (*self._not_object(self.subject(at)), *own), -1
        before = self.subject(self._before_same(at))
        if before:
            return before, -1
        commas = [k for k in range(1, len(row)) if self.tokens[row[k].start - 1].tag == ","]
        opens = self._fronted_by_verb(at) and self.group_at[at - 1].start == 0  # "Set up by A, *B and C* are"
        if commas and (opens or not self._fronted_by_verb(at)):
            return row[commas[0] :], -1
        named = self._name_behind(first, at)
        return ((named, *row[1:]), -1) if named is not None else ((), -1)

    def _name_behind(self, phrase: NounPhrase, at: int) -> NounPhrase | None:
        """The name that a fronted phrase runs into without a comma: "In a single case *Bremen Customs* seized"."""
        start = phrase.end
        while start > phrase.start and self.tokens[start - 1].tag == "NNP":
            start -= 1
        opens = at == 0 or self.tokens[at - 1].tag in (",", ";", "CC")
        quoted = self.tokens[phrase.end - 1].text.startswith('"')  # "In the operation "A", B and C seized"
        joined = not quoted and phrase.start < start < phrase.end and self.tokens[start - 1].tag in ("NN", "NNS")
        return NounPhrase(start, phrase.end, phrase.end - 1) if opens and joined else None

    def _before_same(self, at: int) -> int:
        """Before the first of several phrases with one preposition: "Officers *of A and* of B"."""
        joint = at - 1
        n = self.places.ends.get(joint) if joint > 0 and self.tokens[joint].tag == "CC" else None
        start = self._row_to(n)[0].start - 1 if n is not None else -1
        return start if start > 0 and self.tokens[start].lower == self.tokens[at].lower else at

    def _fronted_by_verb(self, at: int) -> bool:
        return at - 1 in self.group_at

    def _is_definite(self, phrase: NounPhrase) -> bool:
        return self.tokens[phrase.start].tag in ("DT", "PRP$") or self.tokens[phrase.start].text in _TITLES

    def _not_object(self, row: Row) -> Row:
        """The row, where no finite verb stands right before it: "*has charge* of revenue and Mr. B leads"."""
        group = self.group_at.get(row[0].start - 1) if row else None
        return () if group is not None and group.form in FINITE else row

    def _row_to(self, n: int) -> Row:
        """The phrases in a row that ends with phrase `n`: "A, B and C"."""
        first, joined, with_comma = n, False, False
        while first > 0:
            between = self.tokens[self.places.phrases[first - 1].end : self.places.phrases[first].start]
            tags = [t.tag for t in between]
            if tags in (["CC"], [",", "CC"]) and not joined and between[-1].lower != "but":
                joined, with_comma = True, len(tags) == 2
            elif _is_joint([t.lower for t in between]) and not joined:
                joined = True
            elif tags != [","] or not joined:
                break
            first -= 1
        if with_comma and n - first == 1:  # "seized tea, and two men were held" are two clauses
            first = n
        return tuple(self.places.phrases[first : n + 1])

    def _after_conjunction(self, row: Row) -> Row:
        """What stands behind the conjunction: "seized tea *and two men* were held"."""
        for k in range(len(row) - 1, 0, -1):
            if self.tokens[row[k].start - 1].tag == "CC":
                return row[k:]
        return row

    def _is_conjunction(self, at: int) -> bool:
        token = self.tokens[at]
        if token.lower in CONJUNCTIONS or token.lower == "that":
            return True
        if looks_after(self.tokens, at):
            return False
        if token.lower == "as" and at - 1 in self.group_at:  # "known as A"
            return False
        return token.lower in SUBORDINATORS and not (at and (self.tokens[at - 1].is_noun))

    def _before_embedded(self, group: VerbGroup) -> int:
        """Where the words before an embedded clause end; -1 where the verb is not embedded."""
        if group.form not in FINITE:
            return group.start
        start = self.relative_start(group)
        if start is None and group.start and self.tokens[group.start - 1].lower == "and":
            start = self._opening_relative(group)
        return -1 if start is None else start

    def _opening_relative(self, group: VerbGroup) -> int | None:
        """Where the relative clause begins that a verb behind "and" goes on with, no main verb standing before it."""
        finite = [g for g in self.groups if g.start < group.start and g.form in FINITE]
        return self.relative_start(finite[0]) if len(finite) == 1 else None

    def relative_word(self, group: VerbGroup) -> int | None:
        """The relative word of a verb: right before it or before the subject of the relative clause."""
        for j in range(group.start - 1, max(group.start - _REACH, -1), -1):
            token = self.tokens[j]
            if token.lower == "that" and j and self.tokens[j - 1].tag in (";", ":"):
                return None  # it opens a part of the sentence: "; that belongs to A"
            if token.tag in RELATIVE_TAGS or (token.lower == "that" and self._follows_noun(j)):
                return j
            group_here = self.group_at.get(j)
            over_verb = group_here is not None and group_here.form is not Form.PARTICIPLE
            if token.tag == ",":
                explained = relative_before_explained(self.tokens, j) if j == group.start - 1 else None
                return self._relative_before_row(group) or explained
            if token.tag in (";", ":") or over_verb or token.lower in CONJUNCTIONS:
                return None
        return None

    def _relative_before_row(self, group: VerbGroup) -> int | None:
        """The relative word right before a row of subjects: "to *which* the A, the B and the C belong"."""
        end = group.start
        while end and (self.tokens[end - 1].tag == "RB" or self.tokens[end - 1].lower == "also"):
            end -= 1  # "in which A, B and C *also* take part"
        n = self.places.ends.get(end)
        row = self._row_to(n) if n is not None else ()
        word = row[0].start - 1 if len(row) > 2 else -1
        return word if word >= 0 and self.tokens[word].tag in RELATIVE_TAGS else None

    def _follows_noun(self, at: int) -> bool:
        return at > 0 and (self.tokens[at - 1].is_noun or self.tokens[at - 1].tag in (",", "CD", ")", "PRP"))

    def relative_start(self, group: VerbGroup) -> int | None:
        """Where the relative clause of a verb begins, its preposition or "most of" included."""
        word = self.relative_word(group)
        if word is None or word == 0:
            return None
        start = word
        if self.tokens[start - 1].tag in ("IN", "TO"):
            start -= 1
            n = self.places.ends.get(start)
            if self.tokens[start].lower == "of" and n is not None:
                start = self.places.phrases[n].start
        while start and self.tokens[start - 1].tag in (",", "CC"):
            start -= 1
        return start

    def antecedent(self, start: int, verb: Token | None) -> NounPhrase | None:
        """The phrase that ends before a relative clause; of several, the nearest of the number that its verb has."""
        candidates: list[NounPhrase] = []
        end = start
        while len(candidates) < 4:
            n = self.places.ends.get(end)
            if n is None:
                break
            candidates.append(self.places.phrases[n])
            before = self.places.phrases[n].start - 1
            if before < 1 or self.tokens[before].tag not in ("IN", "TO"):
                break
            end = before
        named = [c for c in candidates if self.tokens[c.head].tag != "CD"] or candidates
        fitting = [c for c in named if verb is None or self._agrees(c, verb)] or named
        with_article = (c for c in fitting if not self._is_bare(c))  # "an agency of high rank which"
        return next(with_article, next(iter(fitting), None))

    def _is_bare(self, phrase: NounPhrase) -> bool:
        return self.tokens[phrase.head].tag == "NN" and self.tokens[phrase.start].tag not in ("DT", "PRP$", "CD", "WP$")

    def _agrees(self, phrase: NounPhrase, verb: Token) -> bool:
        head = self.tokens[phrase.head]
        if verb.lower in _PLURAL_VERBS or (verb.tag == "VBP" and verb.lower not in _SINGULAR_VERBS):
            return head.tag in ("NNS", "NNPS", "CD", "PRP")
        if verb.lower in _SINGULAR_VERBS or verb.tag == "VBZ":
            return head.tag in ("NN", "NNP", "PRP")
        return True
