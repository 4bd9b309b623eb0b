"""A clause: one verb group with its form, voice, subject and arguments."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from customs_kg.builders.english.arguments import Argument
from customs_kg.builders.english.nominals import NounPhrase
from customs_kg.builders.english.verb_forms import FINITE, Form


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


class Clause(NamedTuple):
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
    subjects: tuple[NounPhrase, ...] = ()  # the phrases in a row that are the subject
    objects: tuple[NounPhrase, ...] = ()  # the direct object, or what "be" is followed by
    prepositional: tuple[Argument, ...] = ()  # the phrases with a preposition that belong to the verb
    antecedent: NounPhrase | None = None  # what a relative clause is about

    @property
    def finite(self) -> bool:
        """Whether the verb group is finite."""
        return self.form in FINITE
