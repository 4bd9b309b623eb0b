"""Whether the words beside a name show that a person bears it: "led by X", "X, who took office", "X, a judge"."""

from __future__ import annotations

import re

from customs_kg.builders.english.words import is_english
from customs_kg.builders.things.known.candidates import Reading
from customs_kg.builders.things.known.classes import ck, class_of_name, load_heads
from customs_kg.builders.things.known.word_shapes import GIVEN_WORDS, PARTICLES
from customs_kg.builders.things.names.contexts import class_of_list
from customs_kg.builders.things.names.introducing import noun_before
from customs_kg.builders.things.names.runs import NameRun
from customs_kg.ontology.iris import CK

_POST = CK + "Post"
LANDMARKS = ck("Place Port SpecialControlArea")  # whose nouns are surnames as well: "Hill", "Park"
_BEFORE = re.compile(
    r"\b(?:(?:headed|led|chaired|managed|commanded|directed|presided over|supervised|represented|signed|written|"
    r"succeeded|replaced|opened|inaugurated|founded|coordinated|delivered|presented|moderated|welcomed|appointed|held|"
    r"filled|occupied|run|steered)"
    r"(?: \w+ly| jointly| since \d{4}| until \d{4}| now)? by|"
    r"(?:reports?|reporting|answers?|answering|answerable|accountable|responsible|assistant|adviser|advisor|thanks|"
    r"thankful|grateful|indebted|successor|deputy|handed(?: over)?|passed|went|given|entrusted|fell|succession) to|"
    r"(?:handed|passed|gave|ceded|yielded|left)(?: over)? (?:it|(?:the |his |her |that )?"
    r"(?:post|office|position|chair|reins|baton|command|helm|leadership)(?: of [A-Z][^,.;:]{3,70})?)(?: over)? to|"
    r"(?:rests?|rested|lies|lay|stays|stayed) with|(?:made|makes|making) way for|the shoes of|successor of|"
    r"(?:vacancy|gap|post|seat|place|chair) (?:left|vacated|taken|filled|taken (?:over|up)) by|"
    r"succeed(?:s|ed|ing)|(?:who |had |has )(?:relieved|replaced|followed)|(?:took|taking|taken) over from|"
    r"appointed|promoted|colleagues?|predecessor,?|successor,?|counterpart,?|"
    r"(?:leadership|command|direction|chairmanship|guidance|supervision|presidency|stewardship|tenure|retirement|"
    r"superannuation|death|resignation|departure|appointment|arrival) of|of the late|the late|namely|I,|"
    r"(?:head|chair|chairman|chairwoman|chairperson|director|commander|chief|president|leader|commandant|manager)"
    r"(?: of [^,.;:]{3,50})?(?: is| was| being| remains| became|,)|"
    r"at (?:its|the) (?:head|helm)(?: of [^,.;]{3,50})? (?:stands|stood|is|was)) $"
)
_AFTER = re.compile(
    r"^(?: \((?:pictured|aged|born|left|right)[^)]*\))?(?:, (?:who|whose|(?:until|till) then)\b|,? (?:who|whose)\b|"
    r",? (?:my|our|his|her) (?:predecessor|successor|colleague|deputy|counterpart)\b| at (?:its|their) head\b|"
    r",?(?: (?:then|currently|now|also|later|previously|formerly|had|has|was|is|who))* "
    r"(?:leads|led|heads|headed|heading|chairs|chaired|steers|steered|helms|helmed|commands|commanded|directs|directed|"
    r"(?:has |had )?(?:been |was |is |remains? |remained )?at the (?:helm|head) of|"
    r"(?:replaced|relieved|followed) [A-Z][^,.;]{3,40} as (?:the |its |our |acting )*"
    r"(?:[A-Z][a-z]+ )?(?:Commissioner|Comptroller|Collector|Director|Minister|Head|Chief|President|Secretary|Chair)|"
    r"took (?:office|over|up|charge|command|the chair)|assumed (?:office|charge|duty|command|responsibility)|"
    r"(?:was |is )?(?:asked|invited) to (?:lead|chair|head|take)|came to (?:lead|head|chair)|"
    r"(?:was |is )in (?:overall )?command of|(?:stands|stood|stays|stayed) (?:at the head|down)|relieved|"
    r"(?:was |been )?(?:hired|recruited|selected|picked|re-?elected) (?:as|for|to)|(?:was |been )?relieved by|"
    r"(?:joined|returned|continues|continued|remains|remained|stays on|stayed on|stands in|stood in) (?:as|in office)|"
    r"follows in the|(?:was |is )?(?:entrusted|charged) with the|"
    r"left (?:the )?(?:office|post|service|position)|vacated|relinquished|handed over|retired|resigned|"
    r"(?:was |been )?(?:appointed|named|elected|promoted|sworn in|succeeded|replaced by|dismissed)|"
    r"(?:was |been |were )?(?:put|placed|left) in charge|"
    r"made way for|"
    r"became|succeeded|stepped down|presided|passed away|died|said|wrote|joined the|acts as|acted as|serves as|"
    r"(?:was |been |is )?(?:confirmed|designated|nominated|installed|chosen|selected|inducted) as|stepped (?:in|up) as|"
    r"(?:took|takes) the (?:helm|reins)|(?:assumed|took over|takes over) the (?:duties|post|office|role|position)|"
    r"handed over to|relinquished|"
    r"(?:fills?|filled|holds?|held|occupies|occupied) the (?:post|office|position|seat|rank)|"
    r"(?:has been |was |is )?acting (?:as|in)|act(?:s|ed) in|served as|addressed the|in (?:his|her) capacity|"
    r"in charge of)\b)"
)
_WHO = re.compile(  # what is said of persons alone
    r",? who(?:se)?\b| (?:serve[sd]|act(?:s|ed)) as\b| (?:was|has been) (?:appointed|elected|sworn in|promoted)\b|"
    r" (?:retired|resigned|stepped down)\b"
)
_LED = re.compile(r"\b(?:headed|led|chaired|managed|directed|commanded) by [^;.]*$")  # "A is led by X and B by Y"
_APPOSED = re.compile(
    r"^(?: \([^)]{1,30}\))?, (?:(?:an?|the|its|our|their|then|former|acting|retired|currently|now)\b ?)*"
)
_PERSON_NOUNS = frozenset(
    "general colleague lawyer economist officer judge engineer diplomat professor accountant graduate veteran "
    "scientist servant broker banker politician entrepreneur expert jurist statistician colonel major captain "
    "lieutenant sergeant brigadier admiral businessman businesswoman lecturer doctor trainer handler consultant "
    "examiner analyst prosecutor detective investigator attorney barrister solicitor academic technocrat".split()
)
_AS = frozenset("as is was has had been become became remains remained".split())
_SUFFIXES = frozenset("ltd limited inc plc llc gmbh ag sa corp co group systems company technologies".split())


def shows_person(reading: Reading, run: NameRun) -> bool:
    """Whether a name has the shape of a person's and words beside it that go with persons."""
    if not is_person_shaped(reading, run.first, run.last) or noun_before(reading, run.first) not in ("", _POST):
        return False
    if class_of_list(reading, run.first) not in ("", _POST):
        return False  # "three ports, namely Per Lund, Tarn and Vell"
    start, end = reading.tokens[run.first].start, reading.tokens[run.last - 1].end
    before, after = reading.text[max(0, start - 60) : start], reading.text[end : end + 90]
    in_row = before.endswith(" by ") and _LED.search(reading.text[:start]) is not None
    if class_of_name(reading.words(run.first, run.last)) in LANDMARKS:
        return bool(_WHO.match(after)) or _apposed(reading, end) or _in_office(reading, run.last)
    beside = bool(_BEFORE.search(before) or _AFTER.match(after))
    return in_row or beside or _apposed(reading, end) or _in_office(reading, run.last)


def _in_office(reading: Reading, last: int) -> bool:
    """Whether the words after a name say as what: "X *as Director-General*", "X *has been Head of Audit*"."""
    tokens = reading.tokens
    if last >= len(tokens) or tokens[last].lower not in _AS:
        return False
    at = last
    while at < len(tokens) and tokens[at].lower in _AS:
        at += 1
    while at < len(tokens) and tokens[at].lower in ("the", "its", "our", "acting", "a", "new"):
        at += 1
    words = [t.text for t in tokens[at : at + 4]]
    return any(class_of_name(" ".join(words[:n])) == _POST for n in range(1, len(words) + 1))


def is_person_shaped(reading: Reading, first: int, last: int) -> bool:
    """Two to four words with a capital that name nothing else, one of them not English or the first a given name."""
    words = [t.text for t in reading.tokens[first:last] if t.text != "."]
    name = reading.words(first, last)
    if not 2 <= len(words) <= 5 or any(map(str.isdigit, name)) or name.isupper():
        return False
    if class_of_name(name) not in ("", *LANDMARKS):
        return False
    if words[-1].lower() in _SUFFIXES or (words[-1].isupper() and len(words[-1]) > 1):
        return False
    english = words[0] not in GIVEN_WORDS and all(is_english(w) for w in words)
    if english or not all(_in_person(w) for w in words):
        return False
    start, end = reading.tokens[first].start, reading.tokens[last - 1].end
    return not any(m.start < end and start < m.end for m in reading.known)


def _in_person(word: str) -> bool:
    """Whether a word can be part of a person's name: letters, with a capital or a particle such as "van"."""
    return word.replace("-", "").replace("'", "").isalpha() and (word[0].isupper() or word in PARTICLES)


def _apposed(reading: Reading, end: int) -> bool:
    """Whether a noun for a person in lower case stands after the name: "X, *head of the branch*,"."""
    m = _APPOSED.match(reading.text[end : end + 60])
    if m is None:
        return False
    at = reading.token_at(end + m.end())
    words: list[str] = []
    for token in reading.tokens[at : at + 5]:
        if not token.text[0].islower() or not (token.is_noun or token.tag.startswith(("JJ", "VBG", "VBN"))):
            break
        words.append(token.lower)
    while words:
        if words[-1] in _PERSON_NOUNS or load_heads().longest(words, "name")[0] == _POST:
            return True
        words.pop()
    return False
