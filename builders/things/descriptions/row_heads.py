"""Things that head the rows of tables ("Fuel levy | 120 | 131"), and those that headings name ("Programme: X")."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from customs_kg.builders.document import Document, Passage
from customs_kg.builders.english.words import is_english
from customs_kg.builders.things.descriptions.goods import is_goods_phrase
from customs_kg.builders.things.known.candidates import FAIR, LIKELY, Candidate
from customs_kg.builders.things.known.classes import ck, class_of_description, class_of_name, head_part, words_of_phrase
from customs_kg.builders.things.known.gazetteer import Gazetteer
from customs_kg.builders.things.known.word_shapes import is_acronym
from customs_kg.graph.model import Span
from customs_kg.ontology.iris import CK
from customs_kg.ontology.registry import RegistryEntry

_TAX = CK + "TaxType"
_GOODS = CK + "GoodsCategory"
_KNOWN = ck("TaxType GoodsCategory CustomsTerritory PlaceGroup")
_SUMS = frozenset(
    "total totals sum subtotal other others all net gross average number share remaining rest miscellaneous including "
    "excluding thereof together overall".split()
)
_NOTE = re.compile(r"\s*(?:\([^()]*\)|\[[^\]]*\]|[*†‡¹²³]+|, (?:of which|thereof).*)\s*$")
_LEAD = re.compile(  # "of which beer", "Excise: o/w beer"
    r"^(?:(?:[^:]*: )?(?:of which|o/w|thereof)\b:?|less:?|plus:?|including:?|[-–•*]+) *", re.I
)
_BY_POST = re.compile(
    r"\b(?:[Mm]essage|[Ff]oreword|[Pp]reface|[Ss]tatement|[Ii]ntroduction|[Ll]etter|[Aa]ddress|[Rr]eview|[Rr]emarks|[Oo]verview)"
    r" (?:by|from|of) (?:the |our )?((?:[A-Z][\w'-]+ (?:of |for |and |the )*)*[A-Z][\w'-]+)$"
)
_TITLED = re.compile(r"^(?:[\dIVXA-Z.]+\s+)?([A-Z][a-z]+(?: [a-z]+)?): (?=[A-Z])(.{3,80})$")
_WEIGHTS = ("KiloGM", "TONNE", "GM", "LB", "L", "M3", "BBL")


def things_in_row_heads(document: Document, known: Gazetteer, entries: Mapping[str, RegistryEntry]) -> list[Candidate]:
    """The taxes, goods and territories that rows of tables are headed with."""
    tables: dict[tuple[int, str], set[str]] = {}
    weighed: set[str] = set()
    for p in document.passages:
        if p.segment.head:
            tables.setdefault((p.segment.section, p.segment.caption), set()).add(p.segment.head)
            if _is_weight(p):
                weighed.add(p.segment.head)
    found: list[Candidate] = []
    for heads in tables.values():
        plain = {head: _plain(head) for head in sorted(heads)}
        taxes = [h for h in plain.values() if _is_tax(h)]
        for head, words in plain.items():
            found.extend(_of_head(words, known, entries, in_taxes=len(taxes) > 1, weighed=head in weighed))
    return found


def _of_head(
    words: str, known: Gazetteer, entries: Mapping[str, RegistryEntry], *, in_taxes: bool, weighed: bool
) -> list[Candidate]:
    matches = [m for m in known.find(words) if entries[m.target].cls in _KNOWN]
    whole = next((m for m in matches if (m.start, m.end) == (0, len(words))), None)
    if whole is None and (_is_tax(words) or (in_taxes and is_acronym(words))):
        return [_headed(words, _TAX)]
    if whole is None and weighed and is_goods_phrase(words):
        return [_headed(words, _GOODS)]
    return [
        Candidate(-1, 0, 0, words[m.start : m.end], entries[m.target].cls, "registry", LIKELY, m.target)
        for m in matches
    ]


def _headed(words: str, cls: str) -> Candidate:
    label = words if is_acronym(words.split()[0]) or not is_english(words.split()[0]) else words[0].lower() + words[1:]
    titled = sum(w[0].isupper() for w in words.split()) > 1
    return Candidate(-1, 0, 0, words if titled else label, cls, "description", FAIR)


def _plain(head: str) -> str:
    """A row head without its unit, its footnote mark and words such as "of which"."""
    text = _LEAD.sub("", head.strip())
    text = text[1:-1] if re.fullmatch(r"\([A-Z]+\)", text) else text
    while (shorter := _NOTE.sub("", text)) != text:
        text = shorter
    return text.strip(" .:,;")


def _is_tax(words: str) -> bool:
    parts = head_part(words)
    if not parts or parts[0].lower() in _SUMS or len(words_of_phrase(words)) > 7:
        return False
    return _TAX in (class_of_description(parts)[0], class_of_name(words)) and (
        len(parts) > 1 or len(words) > len(parts[0])
    )


def _is_weight(passage: Passage) -> bool:
    units = {q.unit.rsplit("/", 1)[-1] for q in passage.quantities}
    return any(unit in _WEIGHTS for unit in units)


def things_in_titles(document: Document) -> list[Candidate]:
    """What a heading names: "Programme: Safe Trade", "Project: Port Link", "Foreword by the Executive Secretary"."""
    found = []
    for section in document.sections:
        if (by := _BY_POST.search(section.title)) and class_of_name(by.group(1)) == CK + "Post":
            found.append(Candidate(-1, 0, 0, by.group(1), CK + "Post", "name", LIKELY))
        if m := _TITLED.match(section.title):
            cls = class_of_description(words_of_phrase(m.group(1).lower()))[0] or class_of_name(m.group(1))
            if cls and cls not in (_GOODS, _TAX):
                found.append(Candidate(-1, 0, 0, m.group(2).strip(" ."), cls, "name", LIKELY))
    return found


def spans_of_row_heads(document: Document, labels: Gazetteer) -> Iterable[tuple[str, Span]]:
    """Where things head the rows of tables, found again in the stored text."""
    for row in sorted({p.segment.row for p in document.passages if p.segment.row is not None}):
        for m in labels.find(document.text.text[row.start : row.end]):
            yield m.target, Span(row.start + m.start, row.start + m.end)
