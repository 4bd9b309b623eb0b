"""Lists that spell out a noun phrase: "four associations (i.e. A, B, C and D)", "such systems as A and B"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from customs_kg.builders.english.clauses import Clause
from customs_kg.builders.english.cued import cued
from customs_kg.builders.english.number_words import SMALL
from customs_kg.builders.english.words import words_in
from customs_kg.builders.parse import Parsed
from customs_kg.builders.relations.heads import outermost
from customs_kg.builders.things.things import Mention

_LIST_MARK = re.compile(
    r"(?=[(:]|\b[nisfeamc])"  # how one begins: it is looked for in long stretches
    r"(?:\(i\.e\.,?|\(namely,?|\bnamely,?|\bi\.e\.,?|\bsuch as\b|\bfor example,?|\be\.g\.,?|\(?\bincluding\b|"
    r"\bamong (?:them|which|these|others)(?: are| were)?,?|\b(?:notably|in particular|chiefly|mainly),?|"
    r"\b(?:beginning|starting) with\b|\bfirst with\b|:)\s*"
)
_MARK_WORDS = frozenset(  # one of which, or a colon, is in whatever the pattern above finds
    "such i including namely example e among notably particular chiefly mainly beginning starting first".split()
)
# "three offices (A, B and C)"
_IN_BRACKETS = re.compile(r"\s*\((?:(?:the|its|our) )?(?=\w)(?!i\.e|e\.g|see |from |in |of )")
_COMMA = re.compile(r",\s+(?:the )?(?=[A-Z])")  # "Two offices, A and B, report to C"
_SUCH_AS = cued("such", r"\bsuch\b[^.;:]{3,90}?\bas\b\s*")
JOIN = re.compile(
    r'^(?:[\s,;"\'()]|\((?!i\.e|e\.g|namely)[^()]{1,50}\)|[A-Z]{2,8}\)'
    r"|\b(?:Mr|Mrs|Ms|Dr|Sir|Dame|Prof|Eng|Hon)\b\.?"
    r"|\b(?:and|or|as well as|the|an?|its|their|other|both|each|all|in|of|new)\b)*$"
)
_KIND = re.compile(
    r"(?:the |an? |its |our )?(?:(?!of\b|in\b|to\b|for\b|on\b|by\b|at\b|from\b)[a-z-]+ ){1,2}"
)  # "the software house A"
_ENDS_MEMBER = re.compile(r"[\"'\s]*(?:\([^()]*\))?\s*(?:[;,.:)]|and\b|or\b|in\b|$)")
_CLAUSE_WORD = re.compile(
    r"[.;:]|^\s*,\s+(?:[a-z]+ed|began|brought|built|came|drew|gave|held|led|made|met|put|ran|sat|saw|sent|set|took|went)\b|"
    r"\b(?:has|have|had|is|are|was|were|will|which|that|who|whose|to|by|while|"
    r"whereas|but|when|where|as|after|before|though|although)\b"
)


def spelled_out(
    parsed: Parsed, run: tuple[int, int], clause: Clause, text: str, mentions: Sequence[Mention], *, counted_only: bool
) -> list[Mention]:
    """The list that a noun phrase without a name stands for.

    For a subject (`counted_only`) the phrase must say how many there are, and the list have as many.
    """
    if bracket := _IN_BRACKETS.match(text, parsed.stretch(run)[1]):
        row = row_from(bracket.end(), text, mentions)
        if len(row) > 1 and row[0].start == bracket.end() and (not counted_only or _counts(parsed, run, len(row))):
            return row
    marked = ":" in text or not _MARK_WORDS.isdisjoint(words_in(text))
    if not marked and not counted_only:
        return []
    begin, end = parsed.stretch(run)
    stop = parsed.tokens[clause.extent[1] - 1].end
    stop = len(text) if stop >= len(text) - 2 else stop + 200
    mark = _SUCH_AS.search(text, begin, stop) if not counted_only else None
    if mark is None and marked:
        mark = _LIST_MARK.search(text, end, stop) or _LIST_MARK.search(text, begin, stop)
    if mark is None and counted_only:
        mark = _COMMA.match(text, end)
    if mark is None:
        return []
    row = row_from(mark.end(), text, mentions)
    some = clause.lemma != "be" and _SOME.match(mark.group()) is not None and len(row) > 1
    if counted_only and not (some and _is_counted(parsed, run)):
        return row if row and _counts(parsed, run, len(row)) else []
    return row


_SOME = re.compile(r"among|\(?including|notably|such as")  # "41 districts, *among them* A and B"


def _is_counted(parsed: Parsed, run: tuple[int, int]) -> bool:
    """Whether the phrase opens with a number: "*41* districts"."""
    return parsed.tokens[run[0]].tag == "CD"


def _counts(parsed: Parsed, run: tuple[int, int], number: int) -> bool:
    """Whether the phrase says so: "*the three* offices"."""
    first = [t.lower for t in parsed.tokens[run[0] : run[0] + 3]]
    return any(word == str(number) or (number <= _SPELLED_OUT and SMALL.get(word) == number) for word in first)


_SPELLED_OUT = 10  # the largest number that is looked for as a word


def row_from(start: int, text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions in a row from an offset on: nothing but commas, "and" and small words between them.

    A row that brackets open ends where they close.
    """
    row: list[Mention] = []
    at = start
    opened = text.rfind("(", max(0, start - 14), start)
    close = text.find(")", start) if opened >= 0 else -1
    for mention in outermost([m for m in mentions if m.start >= start and m.how != "pronoun"]):
        between = text[at : mention.start]
        if 0 <= close < mention.start and text.count("(", start, mention.start) < text.count(")", start, mention.start):
            break
        if not (
            JOIN.match(between)
            or (not row and _KIND.fullmatch(between))
            or (len(between) < 40 and "," in between and not _CLAUSE_WORD.search(between))
        ):
            break
        if ";" in between and not _ENDS_MEMBER.match(text, mention.end):
            break  # "with A; *B* had ..."
        row.append(mention)
        at = mention.end
    return row


_BEFORE_JOIN = re.compile(r"\s*(?:\([^()]{1,50}\))?\s*(?:,|,? and|,? as well as)\s+(?:(?:the|an?|its|our|their) )?")
_BEFORE_COMMA = re.compile(r"\s*(?:\([^()]{1,50}\))?,? ")


def row_up_to(end: int, text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions in a row before a comma that ends at an offset: "*A, the B (BB) and the C*, both of which"."""
    row: list[Mention] = []
    named = [m for m in mentions if m.how != "pronoun" and m.end <= end and not is_short_form(m, text)]
    for mention in reversed(outermost(named)):
        between = text[mention.end : row[0].start if row else end]
        if not (_BEFORE_JOIN if row else _BEFORE_COMMA).fullmatch(between):
            break
        row.insert(0, mention)
    return row


def is_short_form(mention: Mention, text: str) -> bool:
    """Whether a mention is a short form in brackets behind its name."""
    return (
        mention.how == "acronym"
        and text[mention.start - 1 : mention.start] == "("
        and text[mention.end : mention.end + 1] == ")"
    )
