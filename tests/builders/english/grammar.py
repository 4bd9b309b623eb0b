"""Annotated sentences and what the parser gets right of them, aspect by aspect."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from customs_kg.builders.english.clauses import Clause, read_clauses
from customs_kg.builders.english.nominals import NounPhrase
from customs_kg.builders.english.stance import clause_modality
from customs_kg.builders.english.token import Token
from customs_kg.builders.english.tokens import read_tokens
from customs_kg.builders.quantities.quantities import read_amounts

HERE = Path(__file__).parent
MODALITIES = {
    "done": "actual", "standing": "standing", "planned": "planned", "required": "normative", "none": "", "denied": "",
}  # fmt: skip


@dataclass
class Wanted:
    """What one clause is to be read as."""

    verb: str
    nth: int
    lemma: str = ""
    voice: str = ""
    modality: str = ""
    subject: str = ""
    object: str = ""
    antecedent: str = ""
    prepositions: dict[str, str] = field(default_factory=dict)


@dataclass
class Case:
    """A sentence, its names, and what is asked of it."""

    text: str
    merged: list[tuple[int, int, str]]
    lead: str = ""
    clauses: list[Wanted] = field(default_factory=list)
    optional: set[str] = field(default_factory=set)
    appositions: list[tuple[str, str]] = field(default_factory=list)


def read_cases(path: Path) -> list[Case]:
    """The cases of a file of annotated sentences."""
    cases: list[Case] = []
    lead = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        if line.startswith("lead:"):
            lead = line.removeprefix("lead:").strip()
        elif not line.startswith(" "):
            cases.append(_case(line, lead))
            lead = ""
        else:
            _add(cases[-1], line.split())
    return cases


def _case(line: str, lead: str) -> Case:
    text, merged = "", []
    for piece in re.split(r"(\{[^}]*\}|<[^>]*>)", line):
        inner = piece.strip("{}<>") if piece[:1] in ("{", "<") else piece
        if piece[:1] in ("{", "<"):
            merged.append((len(text), len(text) + len(inner), "NNP" if piece[0] == "{" else "CD"))
        text += inner
    amounts = [(q.start, q.end, "CD") for q in read_amounts(text).quantities]
    merged += [a for a in amounts if all(a[1] <= s or a[0] >= e for s, e, _ in merged)]
    return Case(text, sorted(merged), lead)


def _add(case: Case, words: list[str]) -> None:
    if words[0] == "?":
        case.optional.add(words[1])
        return
    if words[0] == "~":
        left, _, right = " ".join(words[1:]).partition("=")
        case.appositions.append((left, right))
        return
    verb, _, lemma = words[0].partition("/")
    verb, _, nth = verb.partition("#")
    wanted = Wanted(verb, int(nth or 1), lemma)
    for word in words[1:]:
        name, mark, value = word.partition("=")
        if not mark and name in ("active", "passive"):
            wanted.voice = name
        elif not mark:
            wanted.modality = name
        elif name in ("s", "o", "a"):
            setattr(wanted, {"s": "subject", "o": "object", "a": "antecedent"}[name], value)
        else:
            wanted.prepositions[name] = value
    case.clauses.append(wanted)


@dataclass(frozen=True)
class Answer:
    """One thing asked: of which clause, what, what was wanted and what came."""

    clause: str
    aspect: str
    wanted: str
    got: str
    right: bool


def answers(case: Case) -> Iterator[Answer]:
    """What is asked of a sentence, each with whether the parser has it right."""
    tokens = read_tokens(case.text, case.merged)
    clauses = read_clauses(tokens, read_tokens(case.lead) if case.lead else ())
    left = list(range(len(clauses)))
    for wanted in case.clauses:
        name = wanted.verb
        match = [n for n in left if tokens[clauses[n].verb].text == wanted.verb]
        if wanted.nth > 1 and len([c for c in clauses if tokens[c.verb].text == wanted.verb]) > 1:
            match = match[-1:]
        yield Answer(name, "clause", name, name if match else "", bool(match))
        if match:
            left.remove(match[0])
        yield from _asked(wanted, tokens, clauses, match[0] if match else None)
    spurious = [tokens[clauses[n].verb].text for n in left if tokens[clauses[n].verb].text not in case.optional]
    yield Answer("", "no other clause", "", ",".join(spurious), not spurious)


def _asked(wanted: Wanted, tokens: Sequence[Token], clauses: list[Clause], n: int | None) -> Iterator[Answer]:
    clause = clauses[n] if n is not None else None
    if wanted.lemma:
        got = clause.lemma if clause else ""
        yield Answer(wanted.verb, "lemma", wanted.lemma, got, got == wanted.lemma)
    if wanted.voice:
        got = "" if clause is None else "passive" if clause.passive else "active"
        yield Answer(wanted.verb, "voice", wanted.voice, got, got == wanted.voice)
    if wanted.modality:
        yield _modality(wanted, clauses, n)
    for aspect, value, found in (
        ("subject", wanted.subject, clause.subjects if clause else ()),
        ("object", wanted.object, clause.objects if clause else ()),
        ("antecedent", wanted.antecedent, (clause.antecedent,) if clause and clause.antecedent else ()),
    ):
        if value:
            yield _heads(wanted.verb, aspect, value, tokens, found, present=clause is not None)
    for preposition, value in wanted.prepositions.items():
        rows = [a.phrases for a in clause.prepositional if a.preposition == preposition] if clause else []
        all_answers = [_heads(wanted.verb, "preposition", value, tokens, row, present=True) for row in rows or [()]]
        yield next((a for a in all_answers if a.right), all_answers[0])


def _modality(wanted: Wanted, clauses: list[Clause], n: int | None) -> Answer:
    if n is None:
        return Answer(wanted.verb, "modality", wanted.modality, "no clause", False)
    found = clause_modality(clauses, n)
    got = found.value if found else ""
    right = got in [MODALITIES[m] for m in wanted.modality.split("|")]
    if wanted.modality == "denied":
        right = right and clauses[n].negated
    shown = got or ("denied" if clauses[n].negated else "none")
    return Answer(wanted.verb, "modality", wanted.modality, shown, right)


def _heads(
    verb: str, aspect: str, value: str, tokens: Sequence[Token], found: tuple[NounPhrase, ...], *, present: bool
) -> Answer:
    heads = [tokens[p.head].text for p in found]
    wanted = [] if value == "-" else value.split(",")
    right = present and len(heads) == len(wanted)
    right = right and all(any(h.startswith(o) for o in w.split("|")) for h, w in zip(heads, wanted, strict=True))
    return Answer(verb, aspect, value, ",".join(heads), right)
