"""Names in quotation marks, and codes such as "AB1234", each typed by the noun beside it."""

from __future__ import annotations

import re

from customs_kg.builders.things.known.candidates import FAIR, LIKELY, WEAK, Candidate, Reading
from customs_kg.builders.things.known.classes import ck, class_of_description, class_of_name, words_of_phrase
from customs_kg.builders.things.names.contexts import apposition, class_of_list, noun_after
from customs_kg.builders.things.names.introducing import noun_before
from customs_kg.ontology.iris import CK

_QUOTED = re.compile(r'"([^"]{2,160})"')
_CODE = re.compile(r"(?<![\w-])(?!(?:FY|RMB|USD|EUR|GBP|CNY|COVID|Q|H)-?\d)[A-Z]{1,4}-?\d{3,6}(?![\w-])")
_STANDARD = re.compile(r"\b(?:ISO|IEC|EN|BS)(?:/(?:IEC|TS|PAS))? ?\d{3,6}(?:-\d)?(?::(?:19|20)\d\d)?\b")
_FORM = re.compile(r"\bForm (?:[A-Z]{1,4}-?\d{1,4}[A-Z]{0,2}|[A-Z]|\d{2,5}[A-Z]?)(?![\w-])")  # "Form I-94", "Form D"
_SHORT_CODE = re.compile(r"(?<![\w-])\d[A-Z](?![\w-])")
_LIKE_CODE = re.compile(
    r"[A-Z\d](?:(?<=[A-Z])[ -]?\d|(?<=\d)[A-Z])"
)  # some such stands in what each of the three finds
_NO_NAME = frozenset("a an the this that we it they he she i our is are was were not no".split())
_SAID = frozenset(
    "called calls calling said says saying described describes describing wrote stated termed "
    "quoted hereafter hereinafter".split()
)
_FINITE = frozenset("are is was were have has will must should can cannot do does".split())
_NUMBERS = frozenset("one two three four five six seven eight nine ten".split())
_EARLIER = re.compile(  # the other names of a row before one: 'the operations *"Gate", "Wall" and* "Tide"'
    r'(?:"[^"]{2,80}"(?: \([^()]{2,40}\))?(?:,? and (?:the )?|,? or |, ))+"?$'
)
_FOLLOWS_SYSTEM = re.compile(
    r"\b(?:successor|replacement|predecessor|forerunner)(?: system)?,? $"
)  # "its successor, *X1*"
_LATER = re.compile(r'(?:(?:,? and |,? or |, )"[^"]{2,80}")+')
_OF_NOUN = re.compile(r"([a-z-]+(?: [a-z-]+)?) of (?:the )?$")
_INNER_CLASSES = ck(
    "PlanDocument LegalInstrument Campaign PolicyPrinciple Project Programme Operation Agreement "
    "PolicyInitiative InformationSystem ServicePlatform Reform TradeAgreement Meeting "
    "OperationsCenter"
)
_GENERIC = frozenset({CK + "WorkingMethod", CK + "PolicyPrinciple"})


def find_quoted(reading: Reading) -> list[Candidate]:
    """What a passage names in quotation marks."""
    return [c for m in _QUOTED.finditer(reading.text) if (c := _quoted(reading, m)) is not None]


def find_codes(reading: Reading) -> list[Candidate]:
    """The codes of a passage that a noun beside them types."""
    if _LIKE_CODE.search(reading.text) is None and "Form " not in reading.text:
        return []
    amounts = [(q.start, q.end) for q in reading.passage.quantities]
    found = []
    for m in _CODE.finditer(reading.text):
        if not any(a < m.end() and m.start() < b for a, b in amounts):
            found.append(_code(reading, m))
    found.extend(
        Candidate(reading.index, m.start(), m.end(), m.group(), CK + "LegalInstrument", "code", FAIR)
        for m in _STANDARD.finditer(reading.text)
    )
    found.extend(
        Candidate(reading.index, m.start(), m.end(), m.group(), CK + "LegalInstrument", "code", FAIR)
        for m in _FORM.finditer(reading.text)
    )
    found.extend(c for m in _SHORT_CODE.finditer(reading.text) if (c := _short_code(reading, m)) is not None)
    return [c for c in found if c.cls]


def _quoted(reading: Reading, m: re.Match[str]) -> Candidate | None:
    inner = m.group(1).strip(" ,.;:")
    words = inner.split()
    if not _is_name(reading, inner, words, m.start()):
        return None
    start = m.start(1) + m.group(1).index(inner)
    end = start + len(inner)
    outside = reading.token_at(m.end())
    after, last = _noun_after_gloss(reading, outside)
    opening = _row_start(reading, m.start(1))
    before = _class_before(reading, opening) or _apposed(reading, outside) or _class_of_noun(reading, opening)
    before = before or _noun_after_row(reading, m.end())
    own = (
        class_of_name(inner)
        if inner[0].isdigit() or _is_titled(words)
        else class_of_description(words_of_phrase(inner))[0]
    )
    own = own if own in _INNER_CLASSES else ""
    if after == CK + "InformationSystem" and inner.islower() and len(words) > 1:
        after = CK + "WorkingMethod"  # 'the "two steps, one gate" system'
    cls = after if after and (after not in _GENERIC or not own) else before if before and not own else own
    if cls == CK + "PlanDocument" and (longer := _purpose(reading, m.end())):
        return Candidate(
            reading.index, start, longer, f"{inner} {reading.text[m.end() : longer].strip()}", cls, "quoted", LIKELY
        )
    label = inner
    aliases: tuple[str, ...] = ()
    if after and last > outside and reading.tokens[outside].start <= m.end() + 1:
        end = reading.tokens[last - 1].end
        noun = reading.words(outside, last)
        label, aliases = f"{inner} {noun}", (inner,)
    if after in _INNER_CLASSES and own == after and label != inner:
        label, aliases = inner, (label,)
    if not aliases and opening == m.start(1) and (kind := _kind_before(reading, m.start(), cls)):
        aliases = (f"{kind} {inner}",)
    return Candidate(
        reading.index, start, end, label, cls or _default_class(words), "quoted", LIKELY if cls else WEAK, "", aliases
    )


def _kind_before(reading: Reading, start: int, cls: str) -> str:
    """The noun right before a quotation that a name is called with too: '*Operation* "Tide"'; "" for none."""
    noun = reading.tokens[reading.token_at(start) - 1] if start else None
    tied = noun is not None and noun.end == start - 1 and noun.is_noun
    if noun is None or not tied or cls not in _INNER_CLASSES:
        return ""
    return noun.text if cls in (class_of_description([noun.lower])[0], class_of_name(noun.text.title())) else ""


def _is_name(reading: Reading, inner: str, words: list[str], start: int) -> bool:
    if not words or len(words) > 17 or words[0].lower() in _NO_NAME or not any(ch.isalpha() for ch in inner):
        return False
    if len(words) == 1 and ((inner.islower() and "-" not in inner) or len(inner) < 3):
        return False
    at = reading.token_at(start)
    if inner[0].islower() and inner.count(",") > 1 and not _introduced(reading, start, inner):
        return False
    tags = [t.tag for t in reading.tokens if start < t.start <= start + len(inner)]
    if not any(tag.startswith(("NN", "VBG", "CD")) for tag in tags):
        return False
    if ";" in inner or (len(words) > 3 and any(tag in ("MD", "PRP") for tag in tags)):
        return False  # a sentence that somebody said
    if len(words) > 3 and _FINITE & set(words) and (inner[0].islower() or not _is_titled(words)):
        return False  # "security and trade are no rivals"
    if inner[0].islower() and any(t.lower in ("featuring", "features") for t in reading.tokens[max(0, at - 3) : at]):
        return False
    return not any(t.lower in _SAID for t in reading.tokens[max(0, at - 6) : at])


def _introduced(reading: Reading, start: int, inner: str) -> bool:
    """Whether a noun of the lexicon stands before or after the quotation."""
    after = noun_after(reading, reading.token_at(start + len(inner) + 2), 5)[0]
    return bool(after or _class_before(reading, start))


def _is_titled(words: list[str]) -> bool:
    """Whether most words have a capital, as in a title; a sentence has but one."""
    long = [w for w in words if len(w) > 3 or w[0].isupper()]
    return words[0][0].isupper() and sum(w[0].isupper() for w in long) * 2 >= len(long)


def _row_start(reading: Reading, start: int) -> int:
    """Where the row of quoted names that holds one opens, `start` where it is the first."""
    earlier = _EARLIER.search(reading.text, max(0, start - 300), start)
    return earlier.start() + 1 if earlier else start


def _noun_after_row(reading: Reading, end: int) -> str:
    """The class of the noun behind the last name of a row: '"Gate" and "Wall" *operations*'; "" where none follows."""
    later = _LATER.match(reading.text, end)
    if later is None:
        return ""
    at = reading.token_at(later.end())
    noun = reading.tokens[at] if at < len(reading.tokens) else None
    plural = noun is not None and noun.text.islower() and noun.text.endswith("s") and noun.start == later.end() + 1
    return class_of_description([noun.text])[0] if plural and noun is not None else ""


def _default_class(words: list[str]) -> str:
    counted = words[0].lower() in _NUMBERS or words[0].lower().split("-")[0] in _NUMBERS
    titled = _is_titled(words)
    if titled and len(words) > 1 and re.fullmatch(r"(?:19|20)\d\d", words[-1]):
        return CK + "Operation"  # "Grey Fence 2014"
    return CK + ("PolicyPrinciple" if counted or titled else "WorkingMethod")


def _noun_after_gloss(reading: Reading, at: int) -> tuple[str, int]:
    """The noun after the quotation, which a bracket that explains it may part from it."""
    cls, last = noun_after(reading, at, 5)
    if cls or at >= len(reading.tokens) or reading.tokens[at].text != "(":
        return cls, last
    close = next((i for i in range(at, len(reading.tokens)) if reading.tokens[i].text == ")"), at)
    return noun_after(reading, close + 1, 3)[0], at


def _class_before(reading: Reading, start: int) -> str:
    text = reading.text[:start].removesuffix('"')
    if text.endswith((" of ", " of the ")) and (of := _OF_NOUN.search(text)):
        cls = class_of_description(of.group(1).split())[0] or class_of_name(of.group(1).split()[-1])
        if cls:
            return cls
    at = reading.token_at(start)
    return noun_before(reading, at) or class_of_list(reading, at)


def _apposed(reading: Reading, at: int) -> str:
    """The class of what a comma after the quotation explains: '"Blue Gate", *an operation of* ...'."""
    cls, _ = apposition(reading, at)
    return cls if cls in _INNER_CLASSES else ""


def _class_of_noun(reading: Reading, start: int) -> str:
    """The class of the noun before a quotation that only heads names: 'the vessel "Tern"', 'the action "Gate"'."""
    at = reading.token_at(start)
    while at > 0 and reading.tokens[at - 1].text in ('"', ","):
        at -= 1
    noun = reading.tokens[at - 1] if at else None
    named = noun is not None and noun.is_noun and noun.text.islower() and at > 1  # not "launch" where an item opens
    cls = class_of_name(noun.text.title()) if named and noun is not None else ""
    return cls if cls in _INNER_CLASSES or cls == CK + "EquipmentType" else ""


def _purpose(reading: Reading, end: int) -> int:
    """The end of "for national port development" after a plan's name; 0 for none."""
    m = re.match(
        r" for ((?:[a-z-]+ ){0,3}[a-z-]+)(?= (?:in|on|by|and|was|were|is|are|has|have|will|to|with) |[,.;]|$)",
        reading.text[end:],
    )
    return end + m.end(1) if m else 0


def _code(reading: Reading, m: re.Match[str]) -> Candidate:
    at = reading.token_at(m.start())
    code = m.group()
    cls, last = noun_after(reading, at + 1, 9)
    aliases: tuple[str, ...] = ()
    end = m.end()
    if cls:
        phrase = reading.words(at + 1, last)
        end = reading.tokens[last - 1].end
        aliases = (f"{code} {phrase}", phrase)
    else:
        cls = class_of_list(reading, at) or noun_before(reading, at)
        if not cls and _FOLLOWS_SYSTEM.search(reading.text, 0, m.start()):
            cls = CK + "InformationSystem"
    return Candidate(reading.index, m.start(), end, code, cls, "code", FAIR, "", aliases)


def _short_code(reading: Reading, m: re.Match[str]) -> Candidate | None:
    at = reading.token_at(m.start())
    cls, last = noun_after(reading, at + 1, 2)
    before = _class_before(reading, m.start())
    if not before and not cls:
        return None
    code = m.group()
    aliases = [f"{code} {reading.words(at + 1, last)}"] if cls else []
    if of := _OF_NOUN.search(reading.text[: m.start()]):
        aliases.append(f"{of.group(1).split()[-1]} of {code}")
    return Candidate(reading.index, m.start(), m.end(), code, before or cls, "code", FAIR, "", tuple(aliases))
