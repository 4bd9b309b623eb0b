"""Things against an annotation: are they found under one of their names, with a class that fits their kind?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from customs_kg.evaluation.annotation import CORE, SECONDARY, AnnotatedThing
from customs_kg.evaluation.built import BuiltThing
from customs_kg.evaluation.comparison import fold_name, same_words
from customs_kg.evaluation.measure import Measure, Measured, Miss

# The kinds of an annotation, and the classes any one of which a thing of that kind may have.
_CLASSES: Mapping[str, frozenset[str]] = {
    kind: frozenset(classes.split())
    for kind, classes in {
        "agency": "PublicBody CustomsUnit CoordinationMechanism StationedOffice",
        "department_or_unit": "CustomsUnit StationedOffice PublicBody CoordinationMechanism",
        "association": "SupervisedAssociation Association FormalOrganization",
        "international_organisation": "InternationalOrganization IntergovernmentalGrouping",
        "country_or_region": "Place IntergovernmentalGrouping",
        "place_or_area": "Place",
        "person": "Person",
        "post": "Post",
        "operation": "Operation OperationSeries Campaign",
        "programme_or_initiative": "Endeavour WorkingMethod TransportCorridor PolicyMeasure",
        "reform": "Endeavour WorkingMethod PolicyMeasure",
        "information_system": "InformationSystem",
        "project": "Endeavour TransportCorridor",
        "facility_or_centre": "CustomsUnit Place EquipmentType InformationSystem FormalOrganization",
        "legal_instrument": "NormativeDocument PolicyMeasure",
        "plan": "NormativeDocument Endeavour",
        "agreement_or_arrangement": "Agreement",
        "event_or_meeting": "Event",
        "campaign": "Endeavour",
        "statistic_or_index": "Indicator",
        "economic_zone_category": "Place",
        "tax_or_charge": "TaxType",
        "goods_category": "GoodsCategory",
        "crime_or_offence": "Offence CustomsFunction GoodsCategory Concept",
        "means_of_transport": "Indicator GoodsCategory EquipmentType Concept",
        "equipment": "EquipmentType GoodsCategory",
        "function": "CustomsFunction Concept",
        "principle_or_concept": "PolicyPrinciple WorkingMethod CustomsFunction GoodsCategory Endeavour PolicyMeasure "
        "Concept",
        "award_or_selection": "Endeavour Event",
    }.items()
}
_MAY_BE_LEFT_OUT = frozenset(
    "china custom national program reform system initiative action project model policy gacc prc".split()
)
_NOT_NAMED = frozenset({"Indicator", "Tenure"})  # made from what figures and offices say, not named


class ThingMatches:
    """The things of a graph by name, and which of them each annotated thing is."""

    def __init__(self, things: Sequence[BuiltThing], annotated: Iterable[AnnotatedThing]) -> None:
        """Index the things and look up the annotated ones."""
        self._by_name: dict[str, set[BuiltThing]] = defaultdict(set)
        for thing in things:
            for name in thing.names:
                self._by_name[name].add(thing)
        self._by_words: dict[frozenset[str], set[BuiltThing]] = defaultdict(set)
        self._names_with: dict[str, set[str]] = defaultdict(set)
        for name, named in self._by_name.items():
            self._by_words[frozenset(name.split())] |= named
            for word in name.split():
                self._names_with[word].add(name)
        self._annotated = {thing.label: self.find(thing.names, _allowed(thing)) for thing in annotated}

    def of(self, label: str) -> frozenset[BuiltThing]:
        """What an annotated label stands for."""
        return self._annotated[label] if label in self._annotated else self.find((label,), None)

    @property
    def shared_names(self) -> Measure:
        """How many names more than one thing has."""
        return Measure(sum(len(things) > 1 for things in self._by_name.values()), len(self._by_name))

    def find(self, names: Sequence[str], allowed: frozenset[str] | None) -> frozenset[BuiltThing]:
        """The things of one of these names; failing that, of the same words, or of a name with little more.

        `allowed` are the classes that the last of these may have, any if None.
        """
        folded = [fold_name(name) for name in names]
        exact = {thing for name in folded for thing in self._by_name.get(name, ())}
        reordered = {thing for words in same_words(folded) for thing in self._by_words.get(words, ())}
        longer = (name for short in folded for name in self._longer(short.split()))
        return frozenset(
            exact
            or reordered
            or {t for name in longer for t in self._by_name[name] if allowed is None or t.classes & allowed}
        )

    def _longer(self, words: Sequence[str]) -> Iterable[str]:
        """Names that hold all of two or more words and hardly any other."""
        if len(words) < 2:
            return
        for name in set.intersection(*(self._names_with.get(word, set()) for word in words)):
            more = [word for word in name.split() if word not in words]
            plain = set(more) <= _MAY_BE_LEFT_OUT or all(word.isdigit() for word in more)
            if len(more) <= min(2, len(words) // 2) and (len(words) > 2 or plain):
                yield name


def measure_things(
    things: Sequence[BuiltThing], annotated: Sequence[AnnotatedThing], matches: ThingMatches
) -> Measured:
    """How many annotated things are found, how many with a class that fits, how many things are annotated."""
    measures: dict[str, Measure] = {}
    misses: list[Miss] = []
    for importance in (CORE, SECONDARY):
        rows = [thing for thing in annotated if thing.importance == importance]
        found = [thing for thing in rows if matches.of(thing.label)]
        typed = [t for t in found if any(built.classes & _allowed(t) for built in matches.of(t.label))]
        measures[f"entities.{importance}.found"] = Measure(len(found), len(rows))
        measures[f"entities.{importance}.found_and_class_right"] = Measure(len(typed), len(rows))
        misses += [Miss(f"entity {importance}", thing.label) for thing in rows if thing not in found]
        misses += [Miss("entity class", f"{t.label}: {t.kinds[0]}") for t in found if t not in typed]
    known = {built for thing in annotated for built in matches.of(thing.label)}
    named = [thing for thing in things if not thing.classes & _NOT_NAMED]
    measures["entities.precision_against_annotation"] = Measure(sum(t in known for t in named), len(named))
    measures["entities.labels_shared_by_two"] = matches.shared_names
    misses += [Miss("entity not in annotation", min(t.names or {t.iri}, key=len)) for t in named if t not in known]
    return Measured(measures, tuple(misses))


def _allowed(thing: AnnotatedThing) -> frozenset[str]:
    return frozenset().union(*(_CLASSES.get(kind, frozenset()) for kind in thing.kinds))
