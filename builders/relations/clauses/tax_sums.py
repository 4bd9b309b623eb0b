"""Taxes that stand beside a sum of money, as those that were collected.

"A of 5 billion yen", "EUR 5 billion of A and B", "A (5 million)", "A brought in 5 million, B 3 million and C together
with D the rest", "5 billion, half of it from A", "A accounted for 54% and B for 31%".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from customs_kg.builders.document import Passage
from customs_kg.builders.english.stance import clause_modality
from customs_kg.builders.parse import Parsed
from customs_kg.builders.quantities.quantity import QuantityForm
from customs_kg.builders.relations.heads import outermost
from customs_kg.builders.relations.spelled_lists import is_short_form
from customs_kg.builders.things.things import Mention, Things
from customs_kg.graph.model import Modality
from customs_kg.ontology.iris import CK

_LEAST = Decimal(100_000)  # a smaller sum is a rate or a fee for each: "a levy of $35"
_SCALE = re.compile(r"\b(?:thousand|million|billion|trillion|crore|lakh)\b|\d ?(?:m|mn|bn|tn)\b")
_CURRENCY = re.compile(r"(?:\b[A-Z][A-Za-z]{0,5}\.?|[^\w\s,.;:()])[$ ]? ?$")
_ROUGHLY = r"about|some|around|over|nearly|almost|roughly|approximately|just|under|more than|less than|only|alone"
_TO_SUM = re.compile(
    rf"(?: and [a-z-]+ (?:duties|taxes|levies|fees|charges))?"
    rf"(?:[\s,:(–-]|\([^()]*\)|, collected (?:for|on behalf of) [^,;.]{{3,60}},|\b"
    rf"(?:{_ROUGHLY}|on|imports?|imported goods|at|the|border|of|was|were|is|are|has|had|"
    r"been|total(?:l?ed|l?ing)?|amount(?:ed|ing)?|to|reach(?:ed|ing)|came|coming|stood|standing|brought|bringing|in|"
    r"yield(?:ed|ing|s)?|raised|raising|made|up|contributed|contributing|rose|fell|grew|rising|falling|growing|"
    r"increased|decreased|declined|accounted|accounting|for|worth|with|net|collected|collections?|receipts|revenues?|"
    r"proceeds|takings|duties|duty|realisation|realization|realised|realized|together|combined|jointly|respectively|"
    r"produced|generated|generating|gave|earned|netted|provided|recorded|posted|registered|returned|delivered|"
    r"followed|following|a|an additional|further|by \d[\d.,]* ?(?:%|per ?cent)(?: to)?|and by|also|again|still|it)\b)*"
)
_FROM_SUM = re.compile(
    r"(?:\s|\b(?:of|in|from|was|were|came|as|net|the|it|this|which|them|through|by way|under|realised|realized|raised|"
    r"collected|being|represented|derived|accrued|obtained|generated|earned|received|constituted|comes?|coming|"
    r"net|gross|estimated|other|domestic|import-\w+)\b)*(?:the )?"
)
_ROW = re.compile(
    r"(?: \([^()]*\)| on imports| on imported goods| at import(?:ation)?)?"
    r"(?:, |,? (?:and|as well as|plus|along with|combined with|together with) )(?:the )?(?:[a-z][a-z-]+ )?"
)
# a part of a sum: "half of it from A", "B for the rest"
_PART_BEFORE = re.compile(
    r"\b(?:most|much|half|nearly half|the bulk|the lion's share|the rest|the remainder|the balance|all|"
    r"an? (?:third|quarter|fifth|sixth|tenth)|(?:one|two|three|four)[- ](?:thirds?|quarters?|fifths?|tenths?)|"
    r"\d[\d.,]* ?(?:%|per ?cent)) (?:of (?:it|this|these|which) )?(?:was |is |being |came |comes |coming )?"
    r"(?:(?:from|in|as|through|(?<=it )|(?<=this )|(?<=which )|(?<=was )|(?<=being )) ?)(?:the )?$"
)
_PART_BEHIND = re.compile(
    r"(?:,| made up| accounted for| contributed| brought in| for| with)? the (?:rest|remain|balance)"
)
_SHARE = re.compile(
    r"(?: receipts| revenues?| collections?| on imports)?(?: alone| together)?"
    r"(?:,? (?:accounted|accounting) for| made up| makes up| contributed| represented| constituted| provided| occupied|"
    rf" formed| supplied| had a share of| took)(?: (?:{_ROUGHLY}))?\s"
)
# what was collected of a tax, whatever the sum: "Revenue from A fell", "A receipts"
_YIELD_OF = re.compile(
    r"(?:\b(?:collections|receipts|revenues?|proceeds|takings|yield|realisation|realization) (?:of|under|from|in|on)|"
    r"^\W*(?:The )?(?:collection|levying|recovery) of) (?:the )?$",
    re.I,
)
_YIELD = re.compile(
    r"(?: on imports)? (?:receipts|collections?|revenues?|takings|yields?)\b(?! (?:code|service|authority))"
)
_NEXT_SHARE = re.compile(rf",?(?: for| with| at)?(?: (?:{_ROUGHLY}))?\s")
# what is said of a sum that was not collected, or not by the agency
_NOT_COLLECTED = re.compile(
    r"\b(?:evad|evas|exempt|refund|waive|defraud|lost|loss|smuggl|unpaid|arrear|owe|seiz|undeclared|repaid|drawback|"
    r"uncollect|suspend|relie|avoid|fined\b|forgone|foregone|deferr|written off)",
    re.I,
)
_NOT_YET = re.compile(r"\b(?:budget|target|forecast|expect|estimates?\b|project(?:ed|ion)|aim)", re.I)
_OF_PLAN = re.compile(
    r"\s*(?:[a-z]+ )?(?:the |our |its |a )?(?:[\w-]+ ){0,3}(?:budget|target|forecast|estimate|projection)s?\b", re.I
)


def is_tax(mention: Mention, things: Things) -> bool:
    """Whether a mention names a tax, and is no pronoun."""
    return things.is_a(mention, CK + "TaxType") and mention.how != "pronoun"


def taxes_beside_sums(passage: Passage, parsed: Parsed, things: Things) -> Iterator[Mention]:
    """The taxes of a passage that stand beside a sum of money which was collected."""
    all_named = [m for m in things.in_passage(passage.index) if is_tax(m, things)]
    named = [m for m in outermost(all_named) if not is_short_form(m, passage.text)]
    end = 0
    for part in passage.text.split(";") if named else ():
        start, end = end, end + len(part) + 1
        taxes = [m for m in named if start <= m.start < end]
        if not taxes or _NOT_COLLECTED.search(re.sub(r"\([^()]*\)", "", part)) or _OF_PLAN.match(part):
            continue
        for tax in _told(passage, taxes, (start, end)):
            if is_done(parsed, tax) and not _is_hoped_for(passage.text, start, tax):
                yield from (m for m in all_named if m.end == tax.end and m.start >= tax.start)


def _told(passage: Passage, taxes: Sequence[Mention], part: tuple[int, int]) -> list[Mention]:
    """The taxes beside a sum or a share, and those in a row with them: "5 billion of *A and B*"."""
    sums = [(q[0], q[1]) for q in _sums(passage) if part[0] <= q[0] < part[1]]
    told = {m for m in taxes if _is_beside(passage.text, m, sums) or _is_yield(passage.text, part[0], m)}
    told.update(_with_shares(passage, taxes))
    told.update(m for m in taxes if any(s[0] < m.start for s in sums) and _is_part(passage.text, part[0], m))
    first = min((m.start for m in told), default=part[1])
    told.update(m for m in taxes if first < m.start and _PART_BEHIND.match(passage.text, m.end))
    for row in _rows(passage.text, taxes):
        told.update(row if not told.isdisjoint(row) else ())
    return [m for m in taxes if m in told]


def _sums(passage: Passage) -> Iterator[tuple[int, int]]:
    """Where sums of money stand; of a currency that is not known, those in millions: "K 12.4 billion"."""
    for q in passage.quantities:
        if q.form is QuantityForm.MONEY and q.value >= _LEAST:
            yield q.start, q.end
        elif q.form is QuantityForm.COUNT and _SCALE.search(passage.text, q.start, q.end):
            sign = _CURRENCY.search(passage.text, max(0, q.start - 9), q.start)
            yield (sign.start() if sign else q.start), q.end


def _is_beside(text: str, tax: Mention, sums: Sequence[tuple[int, int]]) -> bool:
    behind = any(start >= tax.end and _TO_SUM.fullmatch(text, tax.end, start) for start, _ in sums)
    return behind or any(end <= tax.start and _FROM_SUM.fullmatch(text, end, tax.start) for _, end in sums)


def _is_part(text: str, start: int, tax: Mention) -> bool:
    """Whether the words before a tax make it a part of what a sum was told of: "5 billion, *half of it from* A"."""
    return _PART_BEFORE.search(text, start, tax.start) is not None


def _is_yield(text: str, start: int, tax: Mention) -> bool:
    """Whether a noun says that a tax was collected: "*Collections of* A rose", "A *receipts*"."""
    return _YIELD.match(text, tax.end) is not None or _YIELD_OF.search(text[start : tax.start]) is not None


def _with_shares(passage: Passage, taxes: Sequence[Mention]) -> Iterator[Mention]:
    """The taxes that made up a share: "*A* accounted for 54 percent and *B* for 31 percent"."""
    shares = [q.start for q in passage.quantities if q.form in (QuantityForm.PERCENT, QuantityForm.FRACTION)]
    begun = False
    for tax in taxes:
        form = _NEXT_SHARE if begun else _SHARE
        if any(form.fullmatch(passage.text, tax.end, start) for start in shares):
            begun = True
            yield tax


def _rows(text: str, taxes: Sequence[Mention]) -> list[list[Mention]]:
    """Taxes that "and" joins, with those before a comma: "A, B and C", "A together with B"."""
    rows: list[list[Mention]] = [[m] for m in taxes[:1]]
    for left, right in pairwise(taxes):
        if _ROW.fullmatch(text, left.end, right.start):
            rows[-1].append(right)
        else:
            rows.append([right])
    return [row for row in rows if len(row) > 1 and text[row[-2].end : row[-1].start].strip("the ") != ","]


def _is_hoped_for(text: str, start: int, tax: Mention) -> bool:
    """Whether the words right before a tax tell a plan: "against *a target for* A of 5 billion"."""
    begin = max(start, text.rfind(",", 0, tax.start), text.rfind(":", 0, tax.start))
    return _NOT_YET.search(text, begin, tax.start) is not None


def is_done(parsed: Parsed, mention: Mention) -> bool:
    """Whether no clause around a mention denies what it says or puts it in the future."""
    around = [
        n
        for n, clause in enumerate(parsed.clauses)
        if parsed.stretch(clause.extent)[0] <= mention.start < parsed.stretch(clause.extent)[1]
    ]
    return all(
        clause_modality(parsed.clauses, n) in (Modality.ACTUAL, Modality.STANDING)
        for n in around
        if parsed.clauses[n].finite
    )
