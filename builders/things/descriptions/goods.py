"""Goods named by their place in a sentence: what is seized, smuggled or weighed, whether or not the registry has it."""

from __future__ import annotations

import re

from customs_kg.builders.english.cued import any_case
from customs_kg.builders.english.words import can_be_noun, can_be_verb, is_english, words_in
from customs_kg.builders.things.known.candidates import WEAK, Candidate, Reading
from customs_kg.builders.things.known.classes import class_of_description, words_of_phrase
from customs_kg.builders.things.known.gazetteer import stem
from customs_kg.ontology.iris import CK

_GOODS = CK + "GoodsCategory"
_WEIGHED = re.compile(
    r"\b(?:tons?|tonnes?|kg|kgs|kilograms?|kilogrammes?|grams?|grammes?|lit(?:er|re)s?|pounds?|barrels?|pieces|packs|packets|"
    r"cartons|sticks|bottles|bales|rolls|crates|pills|tablets|doses|(?<=\d )head) of "
)
_TAKING = (
    "smuggling seizures? confiscation interception detention carriage importation shipments? consignments? batches "
    "hauls? exports? imports sales? possession theft concealment cultivation re-exports?"
).split()
_TAKEN = re.compile(
    rf"\b(?:{any_case(_TAKING)} (?i:of)|{any_case(['trafficking', 'illicit trade', 'illegal trade'])} (?i:in)|"
    rf"{any_case(['duty', 'duties', 'tariffs?', 'taxes', 'tax', 'levy', 'levies', 'excise'])} (?i:on)) "
)
_SMUGGLED = re.compile(
    r"\b(?i:smuggled|counterfeit|fake|pirated|contraband|infringing|illicit|illegal|unsafe|undeclared) (?=[a-z])"
)
STATES = frozenset(  # what befell goods, and makes no other goods of them
    "smuggled counterfeit fake pirated contraband infringing illicit illegal unsafe undeclared imported exported "
    "seized confiscated detained stolen prohibited unlicensed untaxed misdeclared undervalued suspected concealed "
    "hidden".split()
)
_SHAPED = re.compile(  # what a material is made into: "steel *billets*", "tobacco *leaves*"
    r" (?:bales|bars|billets|blocks|bricks|canisters|capsules|carvings|cathodes|coils|cones|cylinders|extracts?|"
    r"fibres?|filaments?|flakes|granules|hides|husks|ingots|leaves|leaf|logs|nuggets|ore|ores|ornaments|paste|pellets|planks|"
    r"pods|powder|pulp|rods|roots|sawn timber|seeds|shavings|sheets|shells|shoots|skins|slabs|stalks|tubes|wafers|"
    r"wire|yarn)\b"
)
_CRIMES = re.compile(  # goods that tell what is smuggled or seized: "*heroin* trafficking"
    r"\b((?:[A-Za-z][a-z-]+ )?[A-Za-z][a-z-]+) (?:seizures?|smuggling|trafficking|hauls?|smugglers?|traffickers?)\b"
)
_CRIME_WORDS = frozenset(
    "seizure seizures smuggling trafficking haul hauls smuggler smugglers trafficker traffickers".split()
)
_BRACKETED = re.compile(r"\b(?:duty|duties|tariffs?) \((?=[a-z])")
# what each of the patterns above needs: a passage without any of the words has no match
_MARKS = (
    (
        _WEIGHED,
        frozenset(
            "ton tons tonne tonnes kg kgs kilogram kilograms kilogramme kilogrammes gram grams gramme grammes liter "
            "liters litre litres pound pounds barrel barrels pieces packs packets cartons sticks bottles bales rolls "
            "crates pills tablets doses head".split()
        ),
    ),
    (
        _TAKEN,
        frozenset(
            "smuggling seizure seizures confiscation interception detention carriage importation shipment shipments "
            "consignment consignments batches haul hauls export exports imports sale sales possession theft "
            "concealment cultivation trafficking trade duty duties tariff tariffs taxes tax levy levies excise".split()
        ),
    ),
    (_BRACKETED, frozenset("duty duties tariff tariffs".split())),
    (
        _SMUGGLED,
        frozenset("smuggled counterfeit fake pirated contraband infringing illicit illegal unsafe undeclared".split()),
    ),
)
_WEIGHT_UNITS = frozenset("KiloGM TONNE GM LB".split())
_BEFORE_WEIGHT = tuple(  # one, two or three words between a mark or small word and the weight, the fewest first
    re.compile(
        r"(?:^|[:;,(] |\b(?:and|were|was|including) )\**([A-Za-z][a-z-]+"
        rf"(?: [a-z][a-z-]+){{{more}}})(?::\**|,)? \(?$"
    )
    for more in range(3)
)
_SUMS = frozenset("total totals sum all other others rest together average net gross weighing weight".split())
_SEPARATOR = re.compile(r",? and (?:other )?|, (?:and )?(?:other )?|,? as well as | or ")
_KIND_OF = re.compile(
    r"(?:(?:different|various|all|many|several) )?(?:kinds|types|sorts) of |the |a |an |some |other |imports of |"
    rf"(?:{'|'.join(sorted(STATES))}) "
)
_PHRASE = re.compile(r"[a-z][a-z-]*(?: [a-z][a-z-]*){0,3}")
_STOP = frozenset(
    "with by from to in at on into worth valued was were is are has have had which that who whose through "
    "during over under between against for after before since among across within without including such using "
    "along via as and or of the a an than more less being been when where while if it its their this these "
    "those fleeing covering weighing totalling totaling numbering measuring amounting containing".split()
)
_NO_GOODS = frozenset(
    "cargo freight trade case activity crime person suspect value amount revenue duty tax charge fee import "
    "export transport vehicle vessel container consignment shipment declaration passenger traveler traveller "
    "people officer money cash currency market kind type number total record other technology information data "
    "service practice use origin content measure conduct behaviour behavior act sale trafficking immigrant "
    "migrant worker migration factory right network gang trader syndicate route channel site warehouse means "
    "behalf travel people passenger year month day country region time payment import sum rate basis".split()
)
_SOFT = frozenset("goods good product item article merchandise waste material substance commodity".split())
_PLAIN = frozenset(
    "import export imported exported other such smuggled prohibited restricted new certain specific trade those".split()
)
_ADVERBS = frozenset("up down out off over back away around about".split())
_NO_NOUN = frozenset("VBD VBZ VBP MD VB".split())


def is_goods_phrase(words: str) -> bool:
    """Whether the words are a short noun phrase that can name goods: no place, no measure, no sum."""
    plain = words.lower().split()
    if not 1 <= len(plain) <= 3 or any(w in _STOP or not w.replace("-", "").isalpha() for w in plain):
        return False
    head = words_of_phrase(plain[-1])[-1]
    if {stem(head), head} & (_NO_GOODS | _SUMS) or plain[0] in _SUMS or words.isupper():
        return False
    return can_be_noun(head) and class_of_description(plain)[0] in ("", _GOODS)


def with_states(reading: Reading, found: list[Candidate]) -> list[Candidate]:
    """The candidates, goods with what befell them as another name: "*smuggled* fuel"."""
    return [_with_state(reading, c) if c.cls == _GOODS else c for c in found]


def _with_state(reading: Reading, c: Candidate) -> Candidate:
    first = reading.token_at(c.start)
    at = first
    while at and reading.tokens[at - 1].lower in STATES and reading.tokens[at - 1].end + 1 == reading.tokens[at].start:
        at -= 1
    if at == first:
        return c
    return c._replace(aliases=(*c.aliases, f"{reading.words(at, first).lower()} {reading.text[c.start : c.end]}"))


def _before_weights(reading: Reading) -> list[Candidate]:
    """Goods that stand before their weight: "*ketamine* 12 kg", "*Copra*: 118 tonnes"."""
    found = []
    for q in reading.passage.quantities:
        if q.unit.rsplit("/", 1)[-1] not in _WEIGHT_UNITS:
            continue
        found_at = (
            pattern.search(reading.text, max(0, q.qualifier_start - 80), q.qualifier_start)
            for pattern in _BEFORE_WEIGHT
        )
        m = next((m for m in found_at if m is not None), None)
        if m is None or m.group(1).lower().split()[0] in _STOP:
            continue
        words = m.group(1)
        known = any(k.start <= m.start(1) and m.end(1) <= k.end for k in reading.known)
        last = reading.tokens[reading.token_at(m.end(1) - 1)]
        if last.tag in ("RP", "IN") or last.lower in _ADVERBS:
            continue  # "turned *up* 3 kg"
        single = " " not in words and len(words) > 3 and not is_english(words) and words.lower() not in _SUMS
        if known or not (is_goods_phrase(words) or single):
            continue
        label = words if not is_english(words.split()[0]) else words[0].lower() + words[1:]
        found.append(
            Candidate(reading.index, m.start(1), m.end(1), label, _GOODS, "description", WEAK, core_end=m.end(1))
        )
    return found


def find_goods(reading: Reading) -> list[Candidate]:
    """The goods that the words before them, or a weight after them, show to be goods."""
    found: dict[tuple[int, int], Candidate] = {}
    words = words_in(reading.text)
    for pattern, needed in _MARKS:
        for m in pattern.finditer(reading.text) if not needed.isdisjoint(words) else ():
            for c in _row(reading, m.end(), weighed=pattern is _WEIGHED, plural=pattern is _SMUGGLED):
                found.setdefault((c.start, c.end), c)
    for c in (*_before_weights(reading), *_shaped(reading), *_before_crimes(reading)):
        found.setdefault((c.start, c.end), c)
    return list(found.values())


def _shaped(reading: Reading) -> list[Candidate]:
    """Known goods with the form that they have."""
    goods = (k for k in reading.known if "/goods-" in k.target)
    shaped = ((k.start, m.end()) for k in goods if (m := _SHAPED.match(reading.text, k.end)))
    return [_named(reading, start, end) for start, end in shaped]


def _before_crimes(reading: Reading) -> list[Candidate]:
    """Goods in lower case that a crime or catch is told by."""
    found = []
    for m in _CRIMES.finditer(reading.text) if not _CRIME_WORDS.isdisjoint(words_in(reading.text)) else ():
        cls, size = class_of_description(m.group(1).lower().split())
        if cls == _GOODS:
            words = m.group(1).split()[-size:]
            found.append(_named(reading, m.end(1) - len(" ".join(words)), m.end(1)))
    return found


def _named(reading: Reading, start: int, end: int) -> Candidate:
    label = reading.text[start:end]
    label = label[0].lower() + label[1:] if label[1:].islower() else label
    return Candidate(reading.index, start, end, label, _GOODS, "description", WEAK, core_end=end)


def _row(reading: Reading, at: int, *, weighed: bool, plural: bool) -> list[Candidate]:
    """The goods of "A, B and C" from `at` on; after a weight only the first and those right after "and".

    `plural` asks that the first be a plural, so that "illegal entry" is none.
    """
    found: list[Candidate] = []
    while (c := _goods_at(reading, at, of_one=plural and not found)) is not None:
        found.append(c)
        link = _SEPARATOR.match(reading.text, c.end)
        if link is None or (weighed and not link.group().startswith(" and")):
            break
        at = link.end()
    return found


def _goods_at(reading: Reading, at: int, of_one: bool) -> Candidate | None:
    """The noun phrase at `at`, if its last word can be goods; `of_one` asks for a plural or mass noun of goods."""
    while kind := _KIND_OF.match(reading.text, at):
        at = kind.end()
    m = _PHRASE.match(reading.text, at)
    words = _to_noun(reading, at, m.group().split()) if m else []
    if not words:
        return None
    head = words_of_phrase(words[-1])[-1].lower()
    massed = any(k.start == at and "/goods-" in k.target for k in reading.known)
    soft = {stem(head), head} & _SOFT and bool(set(words[:-1]) - _PLAIN)  # "fake sports merchandise"
    if {stem(head), head} & _NO_GOODS or (of_one and not head.endswith("s") and not massed and not soft):
        return None
    if {stem(head), head} & _SOFT and not set(words[:-1]) - _PLAIN:
        return None
    if any(t.tag == "CD" for t in reading.tokens[reading.token_at(at) : reading.token_at(at) + len(words)]):
        return None
    label = " ".join(words)
    if class_of_description(words_of_phrase(label))[0] not in ("", _GOODS):
        return None
    return Candidate(reading.index, at, at + len(label), label, _GOODS, "description", WEAK, core_end=at + len(label))


def _to_noun(reading: Reading, at: int, words: list[str]) -> list[str]:
    """The words up to the first that ends a noun phrase, the last of them a noun."""
    kept: list[str] = []
    last_noun = False
    offset = at
    for word in words:
        token = reading.tokens[min(reading.token_at(offset), len(reading.tokens) - 1)]
        plural = token.tag == "VBZ" and can_be_noun(word) and bool(kept)  # "pangolin scales"
        verb = token.tag in _NO_NOUN and can_be_verb(word) and not plural
        if (
            word in _STOP
            or word in _ADVERBS
            or verb
            or token.tag == "RB"
            or (token.tag == "VBN" and kept and "-" not in word)
        ):
            break
        kept.append(word)
        last_noun = token.is_noun or plural or can_be_noun(word)
        offset += len(word) + 1
    return kept if last_noun else []
