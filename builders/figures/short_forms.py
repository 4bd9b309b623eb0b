"""Short forms of a report written out, and put for full ones: "IPR", "intellectual property rights"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from customs_kg.builders.things.names.acronyms import fits, is_acronym_like

_BRACKET = re.compile(r"\(([A-Z][A-Za-z&/-]{1,10})\)")
_WORDS_BEFORE = re.compile(r"(?:[^\W\d_][\w'’-]* ){2,8}$")
_REACH = 240  # characters that hold them
_CAPITALS = re.compile(r"[A-Z](?<![\w-].)[A-Z]{2,4}(?![\w-])")  # begins with what is rare, so that most is passed over
_SMALL = frozenset("of and the for on in to a an against with".split())


@dataclass(frozen=True, slots=True)
class LongForms:
    """The words in full by the short form, and the pattern that finds the short ones.

    `letters` are all words of the text that are three to five capitals, explained or not.
    """

    by_short: Mapping[str, str]
    pattern: re.Pattern[str] | None
    letters: frozenset[str] = frozenset()

    def written_out(self, phrase: str) -> str:
        """A phrase with the words in full for each short form in it; the bracket that gives one is left out."""
        if self.pattern is None or phrase == phrase.lower():
            return phrase
        plain = re.sub(r" \(([A-Z][A-Za-z&/-]{1,10})\)", lambda m: "" if m[1] in self.by_short else m[0], phrase)
        return self.pattern.sub(lambda m: self.by_short[m[0]], plain)

    def reworded(self, phrase: str) -> set[str]:
        """The phrase with its names shortened, with its short forms written out, and with initials for its words."""
        short, low = phrase, phrase.casefold()
        for acronym, name in self.by_short.items():
            if name.casefold() in low:
                short = re.sub(rf"\b{re.escape(name)}s?\b", acronym, short, flags=re.IGNORECASE)
        return {short, self.written_out(phrase), self._by_initials(phrase)}

    def _by_initials(self, phrase: str) -> str:
        """As in "seizures for breach of intellectual property rights" where the text elsewhere has "IPR"."""
        words = phrase.split(" ")
        firsts = [word[:1] for word in words]
        for length in (5, 4, 3):
            for at in range(len(words) - length + 1):
                initials = "".join(firsts[at : at + length]).upper()
                if initials in self.letters and all(w.isalpha() and len(w) > 2 for w in words[at : at + length]):
                    return " ".join([*words[:at], initials, *words[at + length :]])
        return phrase


def long_forms(texts: Iterable[str], named: Mapping[str, str]) -> LongForms:
    """The long forms that a text gives before brackets, and those of its named things by their acronyms.

    Args:
        texts: the sentences of the report.
        named: the acronyms by the names in full.
    """
    found = {short: name for name, short in named.items()}
    letters: set[str] = set()
    for text in texts:
        letters.update(_CAPITALS.findall(text))
        for words, short in _in_brackets(text) if "(" in text else ():
            if short not in found and is_acronym_like(short) and (phrase := _abbreviated(words.split(), short)):
                found[short] = phrase
    either = "|".join(re.escape(short) for short in sorted(found, key=lambda s: (-len(s), s)))
    plural = {f"{short}s": name for short, name in found.items() if not short.endswith("s")}
    pattern = re.compile(rf"\b(?:{either})s?\b") if found else None
    return LongForms(found | {k: v for k, v in plural.items() if k not in found}, pattern, frozenset(letters))


def _in_brackets(text: str) -> Iterator[tuple[str, str]]:
    """Each short form in brackets, with the two to eight words before it."""
    last = 0
    for bracket in _BRACKET.finditer(text):
        words = _WORDS_BEFORE.search(text, max(last, bracket.start() - _REACH), bracket.start())
        if words is not None:
            last = bracket.end()
            yield words[0], bracket[1]


def _abbreviated(words: list[str], short: str) -> str:
    """The last words that a short form abbreviates; where none have its letters, the last two: "shop price (RRP)"."""
    letters = len(re.sub(r"[^A-Z]", "", short))
    for start in range(len(words) - 1, -1, -1):
        phrase = words[start:]
        telling = [w for w in phrase if w.lower() not in _SMALL]
        if len(telling) >= min(letters, 2) and words[start].lower() not in _SMALL and fits(short, " ".join(phrase)):
            return " ".join(phrase)
    last = words[-2:]
    return " ".join(last) if len(last) == 2 and not any(w.lower() in _SMALL for w in last) else ""
