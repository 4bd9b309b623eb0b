"""Findings in a person's words: which thing, what is wrong, and the words of the report that it stands on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from pyoxigraph import Store, Triple

from customs_kg.graph.index import GraphIndex, Quotation
from customs_kg.graph.shacl import Finding
from customs_kg.graph.wording import Wording, spell
from customs_kg.ontology.iris import CK, EVIDENCE, ID, RDF, RDFS

_LONGEST = 100  # characters of a name or quotation that a line of a terminal bears


@dataclass(frozen=True, slots=True)
class Account:
    """A finding as a person reads it.

    `thing` describes the node at fault, `property` names the property and, where one is at fault, its value.
    `words` are what the report says there, in the order of the text; empty for what rests on no words.
    """

    finding: Finding
    thing: str
    property: str
    words: tuple[Quotation, ...]


def account_for(findings: Iterable[Finding], source: Iterable[Triple] | Store) -> list[Account]:
    """Each finding with the names and the words that a person needs to mend it, in the same order."""
    teller = _Teller(GraphIndex(source))
    return [teller.tell(finding) for finding in findings]


class _Teller:
    """Looks up names and words for findings of one graph."""

    def __init__(self, index: GraphIndex) -> None:
        self._index = index
        self._wording = Wording.of_ontology()
        self._claims: dict[tuple[str, str], list[str]] = defaultdict(list)
        for claim in index.instances(CK + "Claim"):
            for predicate in index.values(claim, RDF + "predicate"):
                self._claims[index.value(claim, RDF + "subject"), predicate].append(claim)
        self._mentions: dict[str, list[str]] = defaultdict(list)
        for span in index.instances(CK + "EvidenceSpan"):
            for thing in index.values(span, CK + "mentions"):
                self._mentions[thing].append(span)

    def tell(self, finding: Finding) -> Account:
        path = self._wording.label(finding.path) if finding.path else ""
        value = f" {self._describe(finding.value)}" if path and finding.value else ""
        return Account(finding, self._describe(finding.focus), path + value, self._words(finding))

    def _describe(self, node: str) -> str:
        """What a node is, told by what it says: an assertion by its parts, a thing by its name."""
        if not node.startswith((ID, EVIDENCE)):
            return _short(node)
        value, index = self._index.value, self._index
        if predicate := value(node, RDF + "predicate"):
            ends = (index.label(value(node, RDF + end)) for end in ("subject", "object"))
            return _short(f" {self._wording.label(predicate)} ".join(ends))
        if indicator := value(node, CK + "ofIndicator") or value(node, CK + "targetIndicator"):
            return _short(f"{index.label(indicator)}: {value(node, CK + 'statedValue')}")
        told = value(node, CK + "description") or value(node, RDFS + "comment")
        if told and value(node, CK + "actionType") + value(node, CK + "discrepancyType"):
            return _short(told)
        if node.startswith(EVIDENCE):
            return f"characters {spell(node).removeprefix('c')}"
        return _short(index.label(node))

    def _words(self, finding: Finding) -> tuple[Quotation, ...]:
        index, node = self._index, finding.focus
        if node.startswith(EVIDENCE):
            span = node.removesuffix("-pos").removesuffix("-quote")
            return (index.quotation(span),) if index.values(span, CK + "spanOf") else ()
        if stated := index.quotations(node):
            return stated
        claims = [
            claim
            for claim in self._claims.get((node, finding.path), ())
            if finding.value in ("", index.value(claim, RDF + "object"))
        ]
        parts = (*claims, *index.values(node, CK + "involves"), *index.values(node, CK + "computedFrom"))
        found = {quotation for part in parts for quotation in index.quotations(part)}
        named = {index.quotation(span) for span in self._mentions.get(node, ())[:1]} if not found else set()
        return tuple(sorted(found or named))


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 3]}..."
