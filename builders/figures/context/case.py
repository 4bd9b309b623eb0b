"""The values with which figures are read: what a figure measures, and the case of one figure among the others."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from customs_kg.builders.english.token import Token
from customs_kg.builders.figures.context.measures import Measure, Relation
from customs_kg.builders.figures.context.scene import Scene
from customs_kg.builders.quantities.quantity import Quantity, QuantityForm

PLAIN = Decimal("0.95")
RESOLVED = Decimal("0.85")
GUESSED = Decimal("0.70")

_OF_WHAT = re.compile(r"of (?:(?! (?:in|at|from|by|on|under|to|for|with|as|per|that|which|who) |\().)+")
_NEARLY_ALL = Decimal("0.005")
PRONOUNS = frozenset("it this that they these those which who them such there".split())
LIGHT_VERBS = frozenset(
    "be have make do see include contain comprise consist become remain total number amount reach stand "
    "come weigh exceed get"
    " give show represent account cover mean compose set allow record achieve realize realise report".split()
)
MEASURING_VERBS = frozenset(
    "be total number amount reach stand come weigh exceed average equal hit measure surpass top remain "
    "constitute become register"
    " climb rise grow fall drop decline increase decrease go jump estimate fix put set value record approach".split()
)

CHANGING_VERBS = frozenset(
    "reduce lower cut raise increase decrease bring push take drive shorten lift improve expand keep hold "
    "slash trim boost compress"
    " drop extend double narrow limit".split()
)


@dataclass(frozen=True, slots=True)
class Measured:
    """The words that say what a figure measures; `label` puts them together.

    `known` is False where the noun phrase is narrowed by words elsewhere ("their exports"), so that it does not name
    the plain indicator of these words. `form` is that of the figure whose meaning a change shares, `topic` the run-in
    heading under which the figure stands.
    """

    noun: str
    verb: str = ""
    tail: str = ""
    prefix: str = ""
    rule: str = "counted"
    confidence: Decimal = PLAIN
    known: bool = True
    topic: str = ""
    form: QuantityForm | None = None

    @property
    def label(self) -> str:
        """The whole phrase: "value of" + "batches" + "of relief goods" + "released" + "under the scheme"."""
        of, rest = (self.tail, "") if self.tail.startswith("of ") else ("", self.tail)
        return " ".join(part for part in (self.prefix, self.noun, of, self.verb, rest) if part)

    @property
    def of_what(self) -> str:
        """The complement with "of" that belongs to the noun wherever it is: "of toys" of "of toys at Milo"."""
        return found[0].strip() if (found := _OF_WHAT.match(self.tail)) else ""


@dataclass(frozen=True, slots=True)
class Reading:
    """A figure that has been read: the quantity, its measure and what it measures."""

    quantity: Quantity
    measure: Measure
    measured: Measured

    @property
    def is_change(self) -> bool:
        """Whether it is a change of what it measures."""
        return self.measure.relation is Relation.CHANGE


@dataclass(frozen=True, slots=True)
class Case:
    """One figure of a passage among the others.

    `before` are the figures read in the passage so far, `earlier` those of the sentences before in its paragraph.
    """

    scene: Scene
    quantity: Quantity
    measure: Measure
    before: Sequence[Reading] = field(default_factory=tuple)
    earlier: Sequence[Reading] = field(default_factory=tuple)

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The words of the passage."""
        return self.scene.tokens

    @property
    def text_before(self) -> str:
        """The reading text before the figure and its qualifier."""
        return self.scene.text[: self.quantity.qualifier_start]

    @property
    def text_after(self) -> str:
        """The reading text after the figure."""
        return self.scene.text[self.quantity.end :]

    @property
    def at(self) -> int:
        """The position of the figure."""
        return self.scene.places[self.quantity.start]

    @property
    def first(self) -> int:
        """The position of the first word of its qualifier, or of the figure."""
        return self.scene.before(self.quantity)

    @property
    def following(self) -> int:
        """The position after the figure."""
        return self.scene.after(self.quantity)

    @property
    def is_change(self) -> bool:
        """Whether the figure is a change."""
        return self.measure.relation is Relation.CHANGE

    @property
    def is_relative(self) -> bool:
        """A percentage, a fraction, percentage points or a multiple."""
        form = self.quantity.form
        return form in (QuantityForm.PERCENT, QuantityForm.FRACTION, QuantityForm.POINT, QuantityForm.MULTIPLE)

    @property
    def opens_row(self) -> bool:
        """Whether nothing stands before the figure."""
        return all(t.tag in ("(", '"') for t in self.tokens[: self.first])

    def is_said_of_body(self) -> bool:
        """Whether the subject of the clause is a body or a pronoun, which has no amount of its own: "we missed X"."""
        clause = self.scene.clause_before(self.first)
        run = self.scene.subject_of(clause) if clause is not None else None
        said = [t for t in self.tokens[run[0] : run[1]] if t.tag not in ("DT", "RB")] if run is not None else []
        return bool(said) and (all(t.tag == "PRP" for t in said) or self.scene.names_body(said))

    def last_level(self, *forms: QuantityForm) -> Reading | None:
        """The nearest figure before that is no change, in the sentence or in the sentences before."""
        for reading in (*reversed(self.before), *reversed(self.earlier)):
            if not reading.is_change and (not forms or reading.quantity.form in forms):
                return reading
        return None

    def comparable(self) -> Reading | None:
        """The nearest figure before that this one may repeat at another time: of its unit and about its size."""
        levels = [r for r in (*self.earlier, *self.before) if not r.is_change and r.quantity.unit == self.quantity.unit]
        size = abs(self.quantity.value)
        near = [r for r in levels if size and Decimal("0.1") <= abs(r.quantity.value) / size <= 10]
        here = [r for r in near if r in self.before]
        found = here or near or levels
        return found[-1] if found else None

    def whole(self) -> Reading | None:
        """The nearest figure before of which this one can be a part."""
        forms = (QuantityForm.COUNT, QuantityForm.MEASURE, QuantityForm.MONEY)
        readings = [*reversed(self.before), *reversed(self.earlier)]
        if self.quantity.form is QuantityForm.COUNT:  # "412 cases, worth 3 million; 40 of them"
            readings.sort(key=lambda r: r.quantity.unit != self.quantity.unit)
        for reading in readings:
            apart = reading.quantity.unit == self.quantity.unit and reading.quantity.value < self.quantity.value
            if not reading.is_change and reading.quantity.form in forms and not apart:
                return reading
        return None

    def run(self) -> list[Quantity]:
        """The figures that stand in one row with this one: "17% and 4%", "3.98 billion tons and 33.8 million units"."""
        quantities = list(self.scene.passage.quantities)
        first = last = next(i for i, q in enumerate(quantities) if q.start == self.quantity.start)
        while first > 0 and _joined(self.scene.text, quantities[first - 1], quantities[first]):
            first -= 1
        while last + 1 < len(quantities) and _joined(self.scene.text, quantities[last], quantities[last + 1]):
            last += 1
        return quantities[first : last + 1]

    def fuller(self, noun: str) -> str:
        """A bare noun as an earlier figure of the passage has it more fully ("operations": "audit operations")."""
        if " " in noun:
            return noun
        fuller = (r.measured.noun for r in reversed(self.before) if r.measured.noun.endswith(f" {noun}"))
        return next((found for found in fuller if " and " not in found and "," not in found), noun)

    def place_in_run(self) -> int:
        """The number of this figure within its row, from 0."""
        return next(i for i, q in enumerate(self.run()) if q.start == self.quantity.start)

    @property
    def is_respective(self) -> bool:
        """Whether the figures of its row belong to the things of another row one by one."""
        return bool(re.search(r"\brespectively\b", self.scene.text, re.IGNORECASE))


def _joined(text: str, one: Quantity, other: Quantity) -> bool:
    return bool(re.fullmatch(r"(?:,|,? and|,? or)(?: (?:of|by|to|at))?\s*", text[one.end : other.qualifier_start]))


def wholes_last(read: Sequence[Reading], earlier: Sequence[Reading]) -> list[Reading]:
    """The figures that a sentence leaves to the next, or those before where it has none; a whole after its parts.

    As in "Revenue was X. VAT gave Y of it, excise Z. In 2010 it had been U": it is revenue that is spoken of.
    """
    by_unit: dict[str, list[Reading]] = {}
    for r in read:
        by_unit.setdefault(r.quantity.unit, []).extend([] if r.is_change else [r])
    totals = {unit: sum((abs(r.quantity.value) for r in same), Decimal(0)) for unit, same in by_unit.items()}
    own = {id(r): abs(r.quantity.value) for r in read if not r.is_change}
    for whole in (*read, *earlier):
        unit = whole.quantity.unit
        added = totals.get(unit, Decimal(0)) - own.get(id(whole), Decimal(0))
        if abs(added - whole.quantity.value) > _NEARLY_ALL * whole.quantity.value:
            continue
        parts = [r for r in by_unit.get(unit, ()) if r is not whole]
        if len(parts) > 1 and all(r.quantity.value < whole.quantity.value for r in parts):
            return [*(r for r in read if r is not whole), whole]
    return list(read or earlier)
