"""The sentences of a view under one numbering: those that evidence touches, and their neighbours."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from customs_kg.graph import model
from customs_kg.graph.model import Action, Claim, Observation
from customs_kg.graph.passages import Mark, Passage, locate, read_passages, section_at
from customs_kg.graph.view_model import Section, Sentence


class ViewText:
    """The sentences and sections of all reports under one numbering."""

    def __init__(self, reports: Sequence[model.ReportFacts]) -> None:
        """Cuts the texts and decides which sentences are shown."""
        self._reports = reports
        self._passages = [read_passages(f.text.text, f.sections) for f in reports]
        self._section_base: list[int] = []
        sections: list[Section] = []
        for number, facts in enumerate(reports):
            base = len(sections)
            self._section_base.append(base)
            sections.extend(
                Section(number, s.number, s.title, None if s.parent is None else base + s.parent)
                for s in facts.sections
            )
        self.sections = tuple(sections)
        self._number = self._shown()

    def digest(self, report: int) -> str:
        """The SHA-256 of the stored text."""
        return self._reports[report].text.sha256

    def marks(self, report: int, spans: Iterable[model.Span]) -> tuple[Mark, ...]:
        """Where the spans of this report stand, in the numbering of the view."""
        text, passages = self._reports[report].text.text, self._passages[report]
        found = [m for span in spans for m in locate(text, passages, span)]
        return tuple(Mark(self._number[report, m.passage], m.start, m.end) for m in found)

    def sections_of(self, report: int, spans: Iterable[model.Span]) -> tuple[int, ...]:
        """The sections in which the spans start, in order, once each."""
        orders = {section_at(self._reports[report].sections, span.start) for span in spans}
        return tuple(sorted(self._section_base[report] + order for order in orders if order is not None))

    def sentences(self) -> tuple[Sentence, ...]:
        """The passages shown, in the order of their numbers."""
        shown = sorted(self._number, key=self._number.__getitem__)
        return tuple(self._sentence(report, place) for report, place in shown)

    def _sentence(self, report: int, place: int) -> Sentence:
        passage = self._passages[report][place]
        linked = (report, place - 1) in self._number and self._same_run(report, place - 1, place)
        section = None if passage.section is None else self._section_base[report] + passage.section
        start = passage.span.start
        return Sentence(report, section, passage.text, start, linked, self._reports[report].text.page_at(start))

    def _shown(self) -> dict[tuple[int, int], int]:
        wanted: set[tuple[int, int]] = set()
        for report, facts in enumerate(self._reports):
            text, passages = facts.text.text, self._passages[report]
            for span in _spans(facts):
                for mark in locate(text, passages, span):
                    wanted.add((report, mark.passage))
        for report, place in sorted(wanted):
            near = (p for p in (place - 1, place + 1) if 0 <= p < len(self._passages[report]))
            wanted.update((report, p) for p in near if self._same_run(report, p, place))
        return {key: number for number, key in enumerate(sorted(wanted))}

    def _same_run(self, report: int, first: int, second: int) -> bool:
        a: Passage = self._passages[report][first]
        b: Passage = self._passages[report][second]
        return a.section == b.section and not a.heading and not b.heading


def _spans(facts: model.ReportFacts) -> Iterable[model.Span]:
    for entity in facts.entities:
        yield from entity.mentions
    stated: tuple[Claim | Observation | Action, ...] = (*facts.claims, *facts.observations, *facts.actions)
    for statement in stated:
        yield from statement.evidence
