"""What a figure shares with the one before it: its unit, and that it is a change."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from customs_kg.builders.figures.context.case import Reading
from customs_kg.builders.figures.context.change_words import VERB_BY
from customs_kg.builders.figures.context.measures import Measure, Relation
from customs_kg.builders.figures.context.scene import Scene
from customs_kg.builders.quantities.quantity import Quantity, QuantityForm
from customs_kg.builders.quantities.units import NUM, PERCENT

_NEXT_PART = re.compile(r"[^;:.()]{0,40}(?:,|,? and) |[^;:.,()]{0,20}\b(?:above|below|than) the ")
_GOAL = r"(?:\w+ ){0,2}?(?:target|goal|plan|aim|budget|standard|norm|forecast|benchmark|average)"
_SET_BESIDE = re.compile(
    r"[^;:.()]{0,60}?,? (?:as )?(?:against|compared (?:with|to)|versus|up from|down from|instead of|from)(?: the)? "
    rf"(?:(?:an?|our|its|the) )?(?:{_GOAL} of )?"
    r"|[^;:.()\d]{0,40} \((?:(?:up |down )?from |(?:as )?against |compared (?:with|to) )?"  # "71 percent (69 in 2017)"
    rf"(?:(?:the |an? |our |its )?{_GOAL}(?::| of| was|,)? )?"
    rf"|[^;:.()]{{0,20}}[;,] {_GOAL}(?::| of)? "  # "14 minutes (12 in 2017; target: 10)"
    r"|(?: in| at| for)? ?(?:FY ?|the end of )?(?:(?:19|20)\d\d(?:[/\u2013-]\d{2,4})?)?"
    r" to (?:only |just |some |about )?"
    r"|[^;:.()\d]{0,40}(?:[,;]|,? and)(?: that| those| the one)? (?:at|in|on|for|of|by) [^,;:.()\d]{1,40} (?:to |at )?"
)
_PART_OF = re.compile(r" of (?:the|its|our|their|all) ")  # "a fall of 7%, or 102% of the budget"
_YIELDING = frozenset("bring give yield generate contribute produce earn fetch net provide".split())
_GAPPED_BY = re.compile(r",?(?: and)? (?:[\w'-]+ ){1,7}by ")
_GAPPED_RATE = re.compile(
    r"(?:,|,? and|,? but|,? while) (?!of |in |at |or )(?:[\w'-]+ ){1,5}"
    r"(?<! of )(?<! to )(?<! at )(?<! in )(?<! for )(?<! with )(?<! from )(?<! by )"
)
_OR_BY = re.compile(r",? (?:or|that is,?|i\.e\.,?) (?:by )?")
_GAPPED = re.compile(
    r"(?: of [^,;:.()\d]{2,30})?(?:,|,? and) (?!or )[^\s,;:.()\d]+(?: [^\s,;:.()\d]+){0,2}(?<! to)(?<! at)(?<! by) "
)


def with_unit_of(
    scene: Scene, quantity: Quantity, read: Sequence[Reading], earlier: Sequence[Reading] = ()
) -> Quantity:
    """A bare number that repeats a figure at another time, or ends "from four days to two and a half", has its unit."""
    if quantity.unit != NUM or quantity.form is not QuantityForm.COUNT:
        return quantity
    if not read:
        return _as_money_before(scene, quantity, earlier)
    last = read[-1].quantity
    money = [r.quantity for r in read if r.quantity.form is QuantityForm.MONEY]
    if money and quantity.exponent and quantity.exponent == money[-1].exponent and _ends_phrase(scene, quantity):
        return replace(quantity, unit=money[-1].unit, form=QuantityForm.MONEY, unit_label=money[-1].unit_label)
    between = scene.text[last.end : quantity.qualifier_start]
    if last.unit == PERCENT and _goes_on_changing(scene, quantity, read[-1], between):
        return replace(quantity, unit=last.unit, form=last.form, unit_label=last.unit_label)
    rate = last.form is QuantityForm.PERCENT and not read[-1].is_change
    if (rate or last.form is QuantityForm.MEASURE) and _goes_on(scene, quantity, between, last.unit):
        return replace(quantity, unit=last.unit, form=last.form, unit_label=last.unit_label)
    opened = "from" in scene.text[max(0, last.qualifier_start - 6) : last.qualifier_start]
    if between == " to " and not opened:
        return quantity
    same = re.fullmatch(r" to |[^()]{0,30}\((?:[^()]*\d{4}[^()]*|[^()]*year[^()]*): ?", between)
    if same is None or last.form not in (QuantityForm.MEASURE, QuantityForm.PERCENT, QuantityForm.MONEY):
        return quantity
    follows = scene.text[quantity.end : quantity.end + 2].strip()
    if follows[:1].isalpha():
        return quantity
    scale = quantity.exponent or (last.exponent if last.form is QuantityForm.MONEY and between == " to " else 0)
    return replace(quantity, unit=last.unit, form=last.form, unit_label=last.unit_label, exponent=scale)


def _goes_on_changing(scene: Scene, quantity: Quantity, last: Reading, between: str) -> bool:
    """As in "duties rose by 3 percent, fees by 5", "tea rose 3 percent while coffee fell 5": a second rate."""
    moved = _GAPPED_BY.fullmatch(between) or (VERB_BY.search(between) and not re.search(r"\d|[.;:]", between))
    return last.is_change and last.measure.form in ("verb", "gapped") and bool(moved) and _ends_phrase(scene, quantity)


def _as_money_before(scene: Scene, quantity: Quantity, earlier: Sequence[Reading]) -> Quantity:
    """As in "VAT rose to EUR 28 billion. Excise brought 9 billion": an amount without a noun is money too."""
    alike = [r.quantity for r in earlier if r.quantity.exponent == quantity.exponent and quantity.exponent]
    clause = scene.clause_before(scene.before(quantity))
    yields = clause is not None and clause.lemma in _YIELDING and not clause.passive
    if not yields or not alike or alike[-1].form is not QuantityForm.MONEY or not _ends_phrase(scene, quantity):
        return quantity
    return replace(quantity, unit=alike[-1].unit, form=QuantityForm.MONEY, unit_label=alike[-1].unit_label)


def _goes_on(scene: Scene, quantity: Quantity, between: str, unit: str) -> bool:
    """As in "5.5 tonnes in A, 2.9 in B and 1.2 elsewhere", "1.6 tons above the 3.5 of May", "6 minutes, against 8"."""
    decimal = quantity.value != quantity.value.to_integral_value()
    if _SET_BESIDE.fullmatch(between) and _ends_phrase(scene, quantity):
        return True
    start = quantity.qualifier_start - len(between)
    acts = any(start <= scene.tokens[c.group[0]].start < quantity.start for c in scene.clauses)
    if unit == PERCENT and _GAPPED.fullmatch(between) and _ends_phrase(scene, quantity) and not acts:
        return True
    alone = re.match(r" (?:in|at|by|on|from|of|elsewhere)\b|[,;.]?$", scene.text[quantity.end :])
    return decimal and alone is not None and _NEXT_PART.fullmatch(between) is not None


def _ends_phrase(scene: Scene, quantity: Quantity) -> bool:
    """Whether no noun follows a figure."""
    at = scene.after(quantity)
    return (
        at >= len(scene.tokens)
        or at in scene.stops
        or scene.tokens[at].tag in (",", ";", ".", "CC", "IN", "TO", ")", "RB")
    )


def inherited_measure(scene: Scene, quantity: Quantity, measure: Measure, read: Sequence[Reading]) -> Measure:
    """As in "an increase of 4.1 times and of five times": a figure joined to a change is a change too."""
    if not read or (measure.relation is Relation.CHANGE and measure.form != "verb"):
        return measure
    last = read[-1]
    joined = re.fullmatch(
        r"(?:,|,? and|,? or)(?: (?:of|by))?\s*", scene.text[last.quantity.end : quantity.qualifier_start]
    )
    same = last.quantity.unit == quantity.unit or (
        quantity.form is QuantityForm.PERCENT and " or" in (joined or "x")[0]
    )
    part = quantity.form is QuantityForm.PERCENT and _PART_OF.match(scene.text, quantity.end)
    if joined and last.measure.relation is Relation.CHANGE and same and not part:
        return last.measure
    between = scene.text[last.quantity.end : quantity.qualifier_start]
    gapped = _GAPPED_BY.fullmatch(between) or _is_gapped_rate(scene, quantity, last.quantity, between)
    if gapped and last.measure.form in ("verb", "gapped") and measure.relation is not Relation.CHANGE and not part:
        return replace(last.measure, own_subject=True, form="gapped")
    if quantity.form is QuantityForm.PERCENT and _OR_BY.fullmatch(between) and not part:
        return _moved(read) or measure
    return measure


def _moved(read: Sequence[Reading]) -> Measure | None:
    """As in "went up from 120 to 150, or by 25 percent": the change that leads from one level to the next."""
    levels = [r for r in read[-2:] if r.measure.relation in (Relation.OLD_LEVEL, Relation.NEW_LEVEL)]
    if len(levels) != 2 or levels[0].measure.relation is levels[1].measure.relation:
        return None
    old, new = sorted(levels, key=lambda r: r.measure.relation is Relation.NEW_LEVEL)
    sign = 1 if new.quantity.value >= old.quantity.value else -1
    return Measure(Relation.CHANGE, sign, own_subject=False, form="noun")


def _is_gapped_rate(scene: Scene, quantity: Quantity, last: Quantity, between: str) -> bool:
    """As in "imports rose 3 percent and exports 5 percent": a second subject with its rate and no verb of its own."""
    same = quantity.form is last.form is QuantityForm.PERCENT
    acts = any(last.end <= scene.tokens[c.group[0]].start < quantity.start for c in scene.clauses)
    return same and not acts and _GAPPED_RATE.fullmatch(between) is not None
