"""Names that commas and small words run through: "Ministry of Trade, Industry and Tourism", "Board of Duties (BD)"."""

from __future__ import annotations

import re

from customs_kg.builders.english.words import is_english
from customs_kg.builders.things.known.candidates import Reading
from customs_kg.builders.things.known.classes import AGREEMENTS, ck, class_of_name, words_of_phrase
from customs_kg.builders.things.known.word_shapes import is_acronym, is_capital, is_proper
from customs_kg.builders.things.names.joins import POST_FIELDS
from customs_kg.builders.things.names.runs import NameRun
from customs_kg.ontology.iris import CK

_SMALL = frozenset("of and the for on in to a an against with &".split())
_SHORT = re.compile(r"\(\"?([A-Z][A-Za-z&-]{2,11})\"?\)")
_LAST = frozenset("act law code bill ordinance convention agreement".split())  # words that a short form may leave out
_HEADED = re.compile(r"(?:[\w-]+ )*[\w-]+ (?:of|for|on) (?:the )?[\w-]+(?: [\w-]+){0,3}$")
_WHOLES = ck(
    "PublicBody CustomsAdministration CustomsHeadquarters CustomsUnit Post EducationalInstitution OperationsCenter "
    "CoordinationMechanism EnforcementForce SupervisedAssociation StationedOffice InternationalOrganization "
    "Agreement CooperationAgreement TradeAgreement LegalInstrument PlanDocument"
)
_ROWED = AGREEMENTS | ck(  # what can be named after fields in a row
    "CustomsUnit PublicBody CoordinationMechanism OperationsCenter EnforcementForce CustomsAdministration "
    "LegalInstrument"
)
_SUBJECTS = ck("TaxType GoodsCategory CustomsFunction Reform Offence Programme PolicyMeasure TrainingActivity") | {""}
_LEGAL_FORMS = frozenset("Inc Ltd LLC LLP Limited Corp PLC Plc GmbH Lda Ltda SA SARL SAS SpA BV NV AG".split())
_PREFIX = re.compile(r"^(?:pre|post|non|anti|inter|multi)(?=[a-z]{4})")
_OWN_POSTS = frozenset(  # the last words of posts whose field a comma parts from them
    "commissioner director manager head secretary deputy chief minister controller collector comptroller general "
    "superintendent inspector administrator member ceo".split()
)


def join_runs(reading: Reading, runs: list[NameRun]) -> list[NameRun]:
    """The names of a passage with those joined that are parts of one."""
    whole = _with_legal_form(reading, _joined_before(reading, _joined_by_list(reading, runs)))
    return _joined_by_short_form(reading, whole)


def _with_legal_form(reading: Reading, runs: list[NameRun]) -> list[NameRun]:
    """The names, a company's with what a comma parts from it: "Tarn Data Center, *Inc.*"."""
    joined: list[NameRun] = []
    for run in runs:
        before = joined[-1] if joined else None
        if before is not None and reading.words(run.first, run.last) in _LEGAL_FORMS:
            between = reading.text[reading.tokens[before.last - 1].end : reading.tokens[run.first].start]
            if between == ", ":
                joined[-1] = NameRun(before.first, run.last, before.opens)
                continue
        joined.append(run)
    return joined


def _joined_before(reading: Reading, runs: list[NameRun]) -> list[NameRun]:
    """A unit named after several fields has one name: "the *Research, Planning and Development* Division"."""
    joined: list[NameRun] = []
    for run in runs:
        name = reading.words(run.first, run.last)
        row = class_of_name(name) in _ROWED and (" and " in name or _closes_row(reading, joined, run.first))
        while row and joined and _is_field(reading, joined[-1], run.first):
            run = NameRun(joined[-1].first, run.last, joined[-1].opens)
            joined.pop()
        joined.append(run)
    return joined


def _closes_row(reading: Reading, before: list[NameRun], first: int) -> bool:
    """Whether ", and" parts a name from two fields before it: "the *Films, Prints, and* Broadcasts Act"."""
    if len(before) < 2 or _between(reading, before[-1], first) != ", and ":
        return False
    return _is_subject(_words(reading, before[-1])) and _between(reading, before[-2], before[-1].first) == ", "


def _words(reading: Reading, run: NameRun) -> str:
    return reading.words(run.first, run.last)


def _between(reading: Reading, run: NameRun, following: int) -> str:
    return reading.text[reading.tokens[run.last - 1].end : reading.tokens[following].start]


def _is_field(reading: Reading, run: NameRun, following: int) -> bool:
    """Whether a name and the comma behind it only tell a field of the unit that is named next."""
    tied = _between(reading, run, following) in (", ", ", and ") and not run.opens and run.last - run.first < 3
    return tied and (_is_subject(_words(reading, run)) or _opens_row(reading, run))


def _opens_row(reading: Reading, run: NameRun) -> bool:
    """Whether a name behind "the" begins with a word of another language: "the *Tarn* Docks, Customs and X Board"."""
    first, *fields = words_of_phrase(_words(reading, run))
    after_article = run.first > 0 and reading.tokens[run.first - 1].lower == "the"
    return after_article and is_proper(first) and not is_acronym(first) and all(map(is_english, fields))


def _joined_by_short_form(reading: Reading, runs: list[NameRun]) -> list[NameRun]:
    """A short form in brackets that spells the words before it shows them to be one name."""
    for m in _SHORT.finditer(reading.text):
        end = reading.token_at(m.start())
        first = _spelled(reading, end, re.sub(r"[^A-Z]", "", m.group(1)))
        inside = [r for r in runs if first is not None and first < r.last and r.first < end]
        if first is None or not inside or (len(inside) == 1 and inside[0].first <= first and inside[0].last == end):
            continue
        kept = [r for r in runs if r not in inside]
        if inside[0].first < first:
            kept.append(NameRun(inside[0].first, _without_links(reading, inside[0].first, first), inside[0].opens))
        runs = sorted([*kept, NameRun(first, end, inside[0].opens)], key=lambda r: r.first)
    return runs


def _without_links(reading: Reading, first: int, last: int) -> int:
    while last > first + 1 and not is_capital(reading.tokens[last - 1]):
        last -= 1
    return last


def _spelled(reading: Reading, end: int, letters: str) -> int | None:
    """The first token of the words before token `end` that the letters abbreviate."""
    tokens = reading.tokens
    at = end
    if at > 2 and tokens[at - 1].text.isdigit() and tokens[at - 2].text == ",":
        at -= 2
    if tokens[at - 1].lower in _LAST and tokens[at - 1].text[:1].upper() != letters[-1:]:
        at -= 1
    return _match_back(reading, at, letters, 0)


def _match_back(reading: Reading, at: int, letters: str, depth: int) -> int | None:
    if not letters:
        return at
    if at == 0 or depth > 16:
        return None
    token = reading.tokens[at - 1]
    if token.text == "," or token.lower in _SMALL:
        found = _match_back(reading, at - 1, letters, depth + 1)
        spelled = found is None and letters[-1] == token.text[0].upper()
        return _match_back(reading, at - 1, letters[:-1], depth + 1) if spelled else found
    if not is_capital(token) or not token.text[0].isalpha():
        return None
    parts = "".join(p[0] for p in re.split(r"[-/&]", token.text) if p).upper()
    for prefix in dict.fromkeys((parts, token.text[0], token.text[:2].upper(), token.text[:3].upper())):
        if letters.endswith(prefix):
            found = _match_back(reading, at - 1, letters[: -len(prefix)], depth + 1)
            if found is not None:
                return found
    return None


def _joined_by_list(reading: Reading, runs: list[NameRun]) -> list[NameRun]:
    """A body "of A, B and C" has one name; so has a post with its field after a comma."""
    joined: list[NameRun] = []
    i = 0
    while i < len(runs):
        last = _list_end(reading, runs, i)
        joined.append(NameRun(runs[i].first, runs[last].last, runs[i].opens))
        i = last + 1
    return joined


def _list_end(reading: Reading, runs: list[NameRun], i: int) -> int:
    """The last run of the list that a run's name ends in; the run itself where it ends in none."""
    name = reading.words(runs[i].first, runs[i].last)
    if class_of_name(name) not in _WHOLES or not _HEADED.match(name):
        return i
    for k in range(i + 1, min(i + 5, len(runs))):
        between = reading.text[reading.tokens[runs[k - 1].last - 1].end : reading.tokens[runs[k].first].start]
        words = reading.words(runs[k].first, runs[k].last)
        plain = class_of_name(name) in AGREEMENTS and _is_matter(words)
        if between not in (", ", " and ", ", and ", " and the ") or not (plain or _is_subject(words)):
            return i
        if between == " and the " and " " in words and class_of_name(words):
            return i  # "the Code of Conduct and *the Duty Relief Scheme*"
        if between.startswith((" and", ", and")):
            return k if k > i + 1 or between == " and the " else i
        if re.search(r"\w and \w", words):
            return k
    return i


def _is_subject(words: str) -> bool:
    """Whether words name a field that a body has, and nothing that stands by itself."""
    plain = [w for w in words_of_phrase(words) if w.lower() not in _SMALL]
    parts = re.split(r" and (?:the )?", words)
    fields = all(_is_field_name(p) for p in parts)
    return fields and all(is_english(w) and not is_acronym(w) for w in plain)


def _is_matter(words: str) -> bool:
    """Whether words can be a further thing that an agreement is on: English ones, no body, post or text."""
    cls = class_of_name(words)
    plain = (_PREFIX.sub("", w.lower()) for w in words_of_phrase(words))
    return cls not in _WHOLES and all(is_english(w) for w in plain) and not any(map(is_acronym, words.split()))


def _is_field_name(words: str) -> bool:
    cls = class_of_name(words)
    secured = cls == CK + "Place" and words.split()[-1] in POST_FIELDS  # "Port Security"
    return cls in _SUBJECTS or words in ("Customs", "Excise") or secured


def post_with_field(reading: Reading, runs: list[NameRun], i: int) -> NameRun | None:
    """The run of a field after a bare post and a comma: "Commissioner, *Domestic Taxes*"."""
    post = reading.words(runs[i].first, runs[i].last)
    if i + 1 >= len(runs) or class_of_name(post) != CK + "Post" or post.split()[-1].lower() not in _OWN_POSTS:
        return None
    between = reading.text[reading.tokens[runs[i].last - 1].end : reading.tokens[runs[i + 1].first].start]
    field = reading.words(runs[i + 1].first, runs[i + 1].last)
    units = _SUBJECTS | ck("CustomsUnit PublicBody CoordinationMechanism InformationSystem")
    whole = class_of_name(field) == CK + "CustomsAdministration"  # "Director, Customs"
    plain = all(is_english(w) for w in words_of_phrase(field) if w not in _SMALL)
    fits = whole or (class_of_name(field) in units and plain)
    return runs[i + 1] if between == ", " and fits and not is_acronym(field) else None
