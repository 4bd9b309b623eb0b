"""The name of the report's own agency as its title gives it, found again in the prose: one name however long it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from customs_kg.builders.things.known.candidates import CERTAIN, Candidate, Reading
from customs_kg.builders.things.known.classes import ck, class_of_name
from customs_kg.ontology.iris import CK

_ADMINISTRATION = CK + "CustomsAdministration"
_BODIES = ck("CustomsAdministration CustomsHeadquarters PublicBody CustomsUnit")
_SERVES = re.compile(r"\b(?:customs|border|revenue|excise|tax(?:es|ation)?|tariffs?|douane)\b", re.I)
_SMALL = frozenset("of and for the in on to by from".split())
_APART = frozenset("on by from".split())  # what stands inside no name of a service
_OF_REPORTS = frozenset(
    "annual report reports review year message overview foreword chapter part section letter statement results "
    "performance digest edition figures facts prepared issued published "
    "minister director commissioner comptroller president chief".split()
)
_UNION = (["Union"], ["UNION"], ["union"])
_TOPIC = re.compile(r"\b(?:report|review|statement|account|digest|work) (?:on|about) .*", re.I)  # what it is on
_VOWEL = re.compile(r"[AEIOUY]")
_LONGEST = 12  # words of a name
_LINES = 4  # of the front matter: further down stand chapters and contents
# the end of what stands before a name when it is part of another's: "Tax and *Customs Administration*"
_IN_LONGER = re.compile(
    r"(?<![\w.])(?!(?:The|A|An|Our|This|That|In|At|By|To|For|From|With|Of|And|As|When|While|Since|Under|On|If)\b)"
    r"[A-Z][\w'’.-]*(?: and| &| of| for| of the|,)? $"
)


def front_names(front: Sequence[str], texts: Sequence[str]) -> tuple[str, ...]:
    """For each of the first title lines the longest name of a customs service that the prose writes with capitals.

    >>> front_names(["KELP COAST CUSTOMS AND TIDES BOARD 2019"], ["The Kelp Coast Customs and Tides Board sailed."])
    ('Kelp Coast Customs and Tides Board',)
    >>> front_names(["Annual Report on Customs Work, 2019"], ["Annual Report on Customs Work, 2019"])
    ()
    """
    prose = "\n".join(texts)
    found = (_written(line, prose) for line in front[:_LINES] if not line.rstrip().endswith("."))  # no sentence
    return tuple(dict.fromkeys(name for name in found if name))


def title_name(title: str) -> str:
    """The name of a customs service in a title, where the prose never writes it out; or nothing.

    >>> title_name("Department of Customs and Excise - Kelp Islands"), title_name("Customs Statistics 2019")
    ('Department of Customs and Excise', '')
    """
    for words in _runs(title):
        name = " ".join(words)
        if words[-1].lower() in ("customs", "douane") or class_of_name(name) in _BODIES:
            return _in_small_letters(words) if name.isupper() else name
    return ""


def _in_small_letters(words: Sequence[str]) -> str:
    """A name that is written in capitals as prose would write it; what has no vowel or two letters is a short form."""
    small = (
        w.lower() if w.lower() in _SMALL else w if len(w) < 3 or not _VOWEL.search(w) else w.title() for w in words
    )
    return " ".join(small)


def whole_names(reading: Reading, candidates: list[Candidate], names: Sequence[str]) -> list[Candidate]:
    """The candidates of a passage with the agency's names as one each, in place of what was found inside of them."""
    for name in names:
        if name not in reading.text:
            continue
        for match in re.finditer(rf"(?<![\w-]){re.escape(name)}(?![\w-])", reading.text):
            around = [c for c in candidates if c.start <= match.start() and match.end() <= c.end]
            if any(c.end - c.start > len(name) for c in around):
                continue  # part of a longer name
            same = [c for c in around if c.end - c.start == len(name)]
            kept = [c for c in candidates if c.end <= match.start() or match.end() <= c.start]
            own = Candidate(reading.index, *match.span(), name, _ADMINISTRATION, "name", CERTAIN)
            candidates = sorted(
                [*kept, *(c._replace(cls=_ADMINISTRATION) for c in same[:1] if not c.iri), *([] if same else [own])],
                key=lambda c: (c.start, c.end),
            )
    return candidates


def _written(line: str, prose: str) -> str:
    """The longest run of words of the line that names a service and stands in the prose with capitals."""
    for words in _runs(line):
        pattern = r"\s+".join(_word(word) for word in words)
        for match in re.finditer(rf"(?<![\w-]){pattern}(?![\w-])", prose):
            name = " ".join(match.group().split())
            capitals = all(w[0].isupper() for w in name.split() if w.lower() not in _SMALL) and not name.isupper()
            if capitals and not _IN_LONGER.search(prose[max(0, match.start() - 40) : match.start()]):
                return name
    return ""


def _word(word: str) -> str:
    return f"(?i:{re.escape(word)})"


def _runs(line: str) -> Iterator[list[str]]:
    """Runs of words that may be a name of a service, the longest first."""
    for part in re.split(r"[|:;,()–—]| - ", _TOPIC.sub("", line)):
        words = re.findall(r"[\w'’.&-]+", part)
        for length in range(min(len(words), _LONGEST), 1, -1):
            for start in range(len(words) - length + 1):
                run = words[start : start + length]
                ends = {run[0].lower(), run[-1].lower()}
                plain = {word.lower() for word in run}
                initials = "".join(word[0] for word in run[:-1] if word.lower() not in _SMALL)
                if run[-1] == initials.upper():
                    continue  # "Kelp Customs Service KCS"
                if ends & _SMALL or plain & (_OF_REPORTS | _APART) or any(c.isdigit() for word in run for c in word):
                    continue
                if [w.lower() for w in run[:2]] == ["customs", "in"]:
                    continue  # "Customs in Tarnia"
                if run[-1].lower() == "customs" and words[start + length : start + length + 1] in _UNION:
                    continue  # "the Ring *Customs* Union"
                if _SERVES.search(" ".join(run)):
                    yield run
