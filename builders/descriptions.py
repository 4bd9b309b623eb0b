"""Things named by a description: lower-case noun phrases whose head noun the lexicon knows.

"the tax collection and management *center*", "a credit management *system* for exporters", "*reform* of revenue
collection". A head noun alone ("the system") names nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from customs_kg.builders.candidates import FAIR, WEAK, Candidate, Reading
from customs_kg.builders.classes import ck, class_of_description, words_of_phrase
from customs_kg.builders.english import can_be_noun, is_base_verb
from customs_kg.builders.names import is_acronym, opens_sentence
from customs_kg.builders.tokens import Token
from customs_kg.ontology.iris import CK

_EMPTY = frozenset(
    "new further such relevant related various other several major key overall great different good own "
    "current specific long certain necessary effective main important existing respective corresponding "
    "more less many first second third last next whole entire full large larger big bigger small same "
    "similar additional better best strong sound special annual multiple following above complete general "
    "successive fundamental innovative concerned tested signed high low traditional applicable respective "
    "newly brand establish advanced modern newest latest term pragmatic practical underlying basic "
    "working innovated improved".split()
)
_THIN = _EMPTY | frozenset(
    "legal national customs operating internal administrative supervision control management domestic "
    "international foreign public government official business trade work joint local regional central "
    "federal operation regulatory comprehensive".split()
)
_PHRASE_LINKS = frozenset("of for on over with along between against to".split())
_DEEP_LINKS = frozenset("of for in on and".split())
_BY_PHRASE = {  # classes whose head noun alone is enough when a phrase says of what
    CK + "Reform": frozenset({"of", "on", "to"}),
    CK + "Agreement": frozenset({"on", "for", "between"}),
    CK + "LegalInstrument": frozenset({"for", "on", "governing"}),
    CK + "PlanDocument": frozenset({"for", "on"}),
    CK + "Project": frozenset({"on", "for"}),
    CK + "Campaign": frozenset({"against", "for", "on"}),
    CK + "Operation": frozenset({"against"}),
    CK + "StatusChange": frozenset({"of", "to"}),
    CK + "CoordinationMechanism": frozenset({"on", "for", "between"}),
    CK + "InformationSystem": frozenset({"of", "for"}),
    CK + "WorkingMethod": frozenset({"of"}),
    CK + "PolicyPrinciple": frozenset({"of"}),
    CK + "PolicyInitiative": frozenset({"of", "for"}),
    CK + "Programme": frozenset({"of", "for"}),
}
_DATED = re.compile(
    r" of \d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December)(?: \d{4})?"
)
_MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_PAIRS = frozenset(
    frozenset(pair.split())
    for pair in (
        "import export",
        "inward outward",
        "science technology",
        "entry exit",
        "inbound outbound",
        "inland border",
    )
)
_DATED_THING = re.compile(
    r"\b[Aa]n? (?:(?P<signed>protocol|agreement|memorandum|treaty|convention|arrangement)\b[^.;]{0,160}? signed "
    r"(?:on|in) "
    rf"(?P<date>(?:\d{{1,2}} )?{_MONTH}(?: \d{{1,2}},)? \d{{4}})"
    r"|(?P<begun>reform|project|campaign|programme|program|scheme|operation) "
    r"(?:begun|launched|started|introduced|initiated) in (?:19|20)\d\d)"
)
_LOOSE = ck("PublicBody Operation Port PlaceGroup CustomsHouse Post")
_WITH = ck("Agreement CooperationAgreement TradeAgreement PlanDocument CoordinationMechanism Project Programme")
_COUNTED = ck("CustomsHouse CustomsDistrict CustomsUnit EducationalInstitution OperationsCenter Port")
_MORE = frozenset({CK + "PolicyMeasure"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """The tokens `[first, last)` are a noun phrase whose last `head` words show the class."""

    first: int
    last: int
    cls: str
    head: int


def find_descriptions(reading: Reading) -> list[Candidate]:
    """The descriptive things of a passage, longest forms; the short form is an alias."""
    found: list[Candidate] = []
    for phrase in noun_phrases(reading):
        candidate = _candidate(reading, phrase)
        if candidate is not None:
            found.append(candidate)
    return [*found, *_dated(reading)]


def _dated(reading: Reading) -> list[Candidate]:
    """A thing with no name but a date: "a protocol which ... signed on 26 March 2007", "a reform begun in 2008"."""
    found = []
    for m in _DATED_THING.finditer(reading.text):
        noun = (m.group("signed") or m.group("begun")).lower()
        cls, _ = class_of_description([noun])
        if cls:
            words = f"{noun} of {m.group('date')}" if m.group("signed") else reading.text[m.start("begun") : m.end()]
            start = m.start("signed") if m.group("signed") else m.start("begun")
            end = start + len(noun) if m.group("signed") else m.end()
            found.append(Candidate(reading.index, start, end, words, cls, "description", WEAK, "", (), end))
    return found


def noun_phrases(reading: Reading) -> list[Phrase]:
    """The lower-case noun phrases with a head noun of the lexicon, without articles and empty adjectives."""
    found = []
    tokens = reading.tokens
    for i, token in enumerate(tokens):
        if not _can_head(reading, i) or (i + 1 < len(tokens) and _goes_on(tokens, i + 1)):
            continue
        first = _first_modifier(reading, i)
        words = [w for t in tokens[first : i + 1] for w in words_of_phrase(t.text)]
        cls, size = class_of_description(words)
        if cls and not token.text.isupper():
            found.append(Phrase(_without_empty(tokens, first, i, size), i + 1, cls, size))
    return found


def _without_empty(tokens: Sequence[Token], first: int, head: int, size: int) -> int:
    """Where a phrase begins without adjectives that tell nothing; the head noun's own words stay."""
    while first < head and sum(len(words_of_phrase(t.text)) for t in tokens[first : head + 1]) > size:
        if tokens[first].lower not in _EMPTY and not _is_stray_verb(tokens, first):
            break
        first += 1
    return first


def _can_head(reading: Reading, i: int) -> bool:
    token = reading.tokens[i]
    if not token.text[0].isalpha() or (token.text[0].isupper() and not opens_sentence(reading, i)):
        return False
    return token.is_noun or (
        token.tag in ("VB", "VBP", "VBZ")
        and can_be_noun(token.lower)
        and i > 0
        and reading.tokens[i - 1].tag in ("NN", "JJ", "VBG", "DT")
    )


def _goes_on(tokens: Sequence[Token], at: int) -> bool:
    """Whether the next word belongs to the same phrase, so that it and not this one is the head."""
    token = tokens[at]
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if token.tag == "JJ" and "-" in token.text and after is not None and after.tag in ("NN", "NNS"):
        return True
    if token.tag in ("NN", "NNS") and token.text[0].islower():
        return not (
            is_base_verb(token.lower) and token.tag == "NN" and at + 1 < len(tokens) and tokens[at + 1].tag == "DT"
        )
    return False


def _first_modifier(reading: Reading, head: int) -> int:
    tokens = reading.tokens
    i = head
    while i > 0:
        if _modifies(reading, i - 1):
            i -= 1
        elif tokens[i - 1].lower == "and" and (left := _across_and(reading, i - 1, head)) < i - 1:
            i = left
        else:
            break
    return i


def _modifies(reading: Reading, i: int) -> bool:
    token = reading.tokens[i]
    before = reading.tokens[i - 1] if i else None
    if token.end != reading.tokens[i + 1].start - 1 or not token.text[0].isalnum():
        return False
    if token.text == "Customs":
        return True
    if any(ch.isdigit() for ch in token.text) and token.text[0].isupper():
        return False
    if token.text[0].isupper() and not (opens_sentence(reading, i) or is_acronym(token.text)):
        return False
    if "-" in token.text and token.tag[:2] in ("NN", "JJ", "VB"):
        return True
    if token.tag == "VBG":
        return (
            can_be_noun(token.lower) and before is not None and (before.tag in ("DT", "JJ", "NN", "PRP$", "CD", "POS"))
        )
    if token.tag in ("VBN", "VBD"):
        return before is None or before.tag in ("DT", "JJ", "IN", "PRP$", "CD", "POS", "CC", "VB", "VBG", ",")
    return token.is_noun or (token.tag.startswith("JJ") and token.tag != "JJR")


def _across_and(reading: Reading, at: int, head: int) -> int:
    """Where the modifiers left of an "and" begin, when they share the head: "tax collection and management center"."""
    tokens = reading.tokens
    i = at
    while i > 0 and _modifies_before_and(reading, i - 1, at):
        i -= 1
    if i == at or at - i > 4 or at + 1 >= head or tokens[at + 1].lower in _EMPTY:
        return at
    if frozenset((tokens[at - 1].lower, tokens[at + 1].lower)) in _PAIRS:
        return i
    before = tokens[i - 1] if i else None
    adjectives = tokens[at - 1].tag == tokens[at + 1].tag == "JJ"
    held = before is None or before.tag in ("DT", "PRP$", "POS", "NNP") or before.lower == "of" or adjectives
    parallel = tokens[at + 1].tag[:2] in (tokens[at - 1].tag[:2], tokens[i].tag[:2])
    alone = tokens[at - 1].tag != "NNS" and not class_of_description([tokens[at - 1].text])[0]
    return _across_comma(tokens, i) if held and parallel and alone else at


def _across_comma(tokens: Sequence[Token], i: int) -> int:
    """Where "the A, B and C charges" begins, B being the token i."""
    row = i > 2 and tokens[i - 1].text == "," and tokens[i - 2].is_noun and tokens[i - 3].tag in ("DT", "VBG")
    return i - 2 if row else i


def _modifies_before_and(reading: Reading, i: int, at: int) -> bool:
    token = reading.tokens[i]
    if (
        (token.tag == "NNS" and token.lower != "customs")
        or token.text[0].isupper()
        or token.end != reading.tokens[i + 1].start - 1
    ):
        return False
    if token.tag == "VBG":
        return i == at - 1 and can_be_noun(token.lower) and reading.tokens[i - 1].tag in ("DT", "JJ", "NN")
    return token.is_noun or token.tag == "JJ"


def _is_stray_verb(tokens: Sequence[Token], i: int) -> bool:
    """A verb that the tagger took for a noun: "to *step* ...", "also *update* ..."."""
    before = tokens[i - 1] if i else None
    return (
        before is not None
        and (before.tag in ("TO", "MD") or before.lower in ("also", "further", "jointly"))
        and is_base_verb(tokens[i].lower)
    )


def _candidate(reading: Reading, phrase: Phrase) -> Candidate | None:
    tokens = reading.tokens
    start, end = tokens[phrase.first].start, tokens[phrase.last - 1].end
    words = [w.lower() for t in tokens[phrase.first : phrase.last] for w in words_of_phrase(t.text)]
    modifiers = words[: len(words) - phrase.head]
    telling = [w for w in modifiers if w not in _THIN]
    enough = len(telling) >= 1 or phrase.head >= 2 or len(modifiers) >= 3
    enough = enough and not (
        (phrase.cls in _LOOSE and phrase.head < 2 and (len(telling) < 2 or phrase.cls == CK + "Operation"))
        or (phrase.cls in _MORE and not telling)
    )
    if _is_kind(reading, phrase) or (phrase.cls in _COUNTED and _is_counted(reading, phrase)):
        return None
    long_end = _with_phrase(reading, phrase, enough)
    if not enough and long_end == end:
        return None
    short = reading.text[start:end]
    label = reading.text[start:long_end]
    aliases = (short,) if enough and label != short else ()
    if (whole := _whole(reading, phrase)) != short and enough:
        aliases = (*aliases, whole)
    confidence = FAIR if phrase.head >= 2 or len(telling) >= 2 else WEAK
    return Candidate(
        reading.index,
        start,
        long_end,
        _plain(reading, phrase, label),
        phrase.cls,
        "description",
        confidence,
        "",
        aliases,
        end,
    )


def _is_counted(reading: Reading, phrase: Phrase) -> bool:
    """A number before units that go unnamed: "42 customs districts" is a figure."""
    before = reading.tokens[max(0, phrase.first - 2) : phrase.first]
    return any(t.tag == "CD" for t in before)


def _is_kind(reading: Reading, phrase: Phrase) -> bool:
    """A plural that examples follow is a kind of thing, not one: "projects such as ..."."""
    after = reading.text[reading.tokens[phrase.last - 1].end :]
    return after.startswith((" such as", " like ", ", such as", ", including", " including"))


def _whole(reading: Reading, phrase: Phrase) -> str:
    """The phrase with the adjectives that its label leaves out ("a *new* development philosophy")."""
    first = phrase.first
    tokens = reading.tokens
    while (
        first > 0
        and tokens[first - 1].lower in _EMPTY
        and tokens[first - 1].text.islower()
        and tokens[first - 1].tag.startswith(("JJ", "RB", "VBN"))
    ):
        first -= 1
    return reading.words(first, phrase.last)


def _plain(reading: Reading, phrase: Phrase, label: str) -> str:
    """The label with the capital of a sentence's first word taken back."""
    token = reading.tokens[phrase.first]
    lowered = token.text[0].isupper() and opens_sentence(reading, phrase.first) and not is_acronym(token.text)
    return label[0].lower() + label[1:] if lowered else label


def _with_phrase(reading: Reading, phrase: Phrase, enough: bool) -> int:
    """The end of the phrase with "for ...", "of ..." after it; its own end where none belongs to it."""
    tokens = reading.tokens
    end = tokens[phrase.last - 1].end
    if phrase.cls == CK + "Event" and (dated := _DATED.match(reading.text, end)):
        return _with_place(reading, dated.end())
    if phrase.last >= len(tokens):
        return end
    link = tokens[phrase.last].lower
    allowed = _BY_PHRASE.get(phrase.cls, frozenset())
    if (phrase.cls == CK + "TaxType" and link != "on") or (link == "with" and phrase.cls not in _WITH):
        return end
    if link not in (allowed if not enough else _PHRASE_LINKS) or (
        enough and link in ("against", "to", "along", "between", "over") and link not in allowed
    ):
        return end
    last = _object_end(reading, phrase.last + 1)
    if last == phrase.last + 1:
        return end
    while (
        last < len(tokens)
        and tokens[last].lower in ("of", "in")
        and (further := _object_end(reading, last + 1)) > last + 1
    ):
        last = further
        if last - phrase.last > 9:
            break
    return tokens[last - 1].end


def _object_end(reading: Reading, at: int) -> int:
    """The end of the noun phrase that begins at token `at`, an article included; `at` when there is none."""
    tokens = reading.tokens
    i = at
    while i < len(tokens) and tokens[i].lower in ("the", "a", "an", "all"):
        i += 1
    start = i
    while i < len(tokens) and _in_object(reading, i, start):
        i += 1
    while i > start and not tokens[i - 1].is_noun:
        i -= 1
    return i if i > start else at


def _in_object(reading: Reading, i: int, start: int) -> bool:
    token = reading.tokens[i]
    if i > start and token.start != reading.tokens[i - 1].end + 1:
        return False
    if token.lower == "and" and _own_phrase_follows(reading, i + 1):
        return False
    if token.lower == "and":
        after = reading.tokens[i + 1] if i + 1 < len(reading.tokens) else None
        further = reading.tokens[i + 2] if i + 2 < len(reading.tokens) else None
        attribute = after is not None and after.tag == "VBN" and further is not None and further.is_noun
        return (
            i > start and after is not None and (after.is_noun or after.tag == "JJ" or attribute) and after.tag != "VB"
        )
    if token.text.isupper() and re.match(r" ?\d", reading.text[token.end : token.end + 2]):
        return False  # a currency before its amount
    if token.lower in ("which", "that", "with", "by", "from"):
        return False
    opening = i == start or reading.tokens[i - 1].lower == "and"
    return (
        token.is_noun or token.tag.startswith("JJ") or (token.tag in ("VBG", "VBN") and (opening or "-" in token.text))
    )


def _own_phrase_follows(reading: Reading, at: int) -> bool:
    """Whether the words after "and" are a noun with its own "of ...": another thing."""
    tokens = reading.tokens
    while at < len(tokens) and (tokens[at].is_noun or tokens[at].tag.startswith("JJ")):
        at += 1
    return at < len(tokens) and tokens[at].lower == "of"


def _with_place(reading: Reading, end: int) -> int:
    m = re.match(r" in (?:the )?((?:[A-Z][\w-]+ ?)+)", reading.text[end:])
    return end + len(m.group().rstrip()) if m else end
