"""Words for seizing: a report "took", "found" or "intercepted" what a statistic calls seized."""

from __future__ import annotations

from customs_kg.builders.figures.context.case import Measured
from customs_kg.builders.quantities.quantity import Quantity, QuantityForm
from customs_kg.builders.quantities.units import unit_table

_SEIZING = frozenset("confiscated impounded intercepted captured netted bagged".split())
_OF_WEIGHTS = _SEIZING | frozenset(
    "taken found discovered caught detected uncovered recovered kept hauled brought".split()
)
_WEIGHED = ("Mass", "Volume")


def seized_thing(quantity: Quantity, measured: Measured) -> str:
    """What was seized, where the verb says so in other words: "40 kg of resin were found"; empty otherwise.

    Of what is weighed more verbs tell it than of what is counted: found men are not seized.
    """
    unit = unit_table().by_iri.get(quantity.unit)
    weighed = quantity.form is QuantityForm.MEASURE and unit is not None and unit.kind in _WEIGHED
    verb = measured.verb.split(" ")[0]
    taken = (verb in (_OF_WEIGHTS if weighed else _SEIZING) and verb != "brought") or measured.verb == "brought in"
    return measured.noun if taken and quantity.form in (QuantityForm.MEASURE, QuantityForm.COUNT) else ""
