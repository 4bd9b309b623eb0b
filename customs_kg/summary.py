"""What a build found, in numbers: `summary.json` and the last lines of `customs-kg build`."""

from __future__ import annotations

import json
import textwrap
from collections import Counter
from collections.abc import Iterable, Sequence

from customs_kg import __version__
from customs_kg.builders.reading.language import seems_english
from customs_kg.graph.curation import REJECTED, Correction
from customs_kg.graph.files import FORMAT, IDLE_CORRECTIONS
from customs_kg.graph.model import Modality, ReportFacts
from customs_kg.graph.withholding import WITHHELD
from customs_kg.ontology.iris import CK, FOAF

_SHORT = {CK: "", FOAF: "foaf:"}
_SHOWN = 10
_WIDTH = 100


def summarise(reports: Sequence[ReportFacts], idle: Sequence[Correction] = ()) -> dict[str, object]:
    """The summary as JSON values: version, texts with digests, counts, discrepancies, what was not read.

    `idle` are the corrections that found nothing to correct.
    """
    return {
        "version": __version__,
        "format": FORMAT,
        "texts": [_text(facts) for facts in reports],
        "counts": count_findings(reports),
        "classes": count_classes(reports),
        "discrepancies": [
            {"type": d.type.value, "comment": d.comment, "involves": list(d.involves)}
            for facts in reports
            for d in facts.discrepancies
        ],
        IDLE_CORRECTIONS: [correction.iri for correction in idle],
        "unread": [
            {
                "text": facts.text.name,
                "kind": u.kind,
                "start": u.span.start,
                "end": u.span.end,
                "reason": u.reason,
            }
            for facts in reports
            for u in facts.unread
        ],
    }


def write_summary(reports: Sequence[ReportFacts], idle: Sequence[Correction] = ()) -> bytes:
    """`summary.json`, the same bytes for the same facts and corrections."""
    return (json.dumps(summarise(reports, idle), ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def count_findings(reports: Sequence[ReportFacts]) -> dict[str, int]:
    """How many things, relations, figures, results, plans, discrepancies and unread passages there are."""
    actions = [action for facts in reports for action in facts.actions]
    plans = sum(action.modality is Modality.PLANNED for action in actions)
    unread = Counter(u.kind for facts in reports for u in facts.unread)
    return {
        "sections": sum(len(facts.sections) for facts in reports),
        "things": len({entity.iri for facts in reports for entity in facts.entities}),
        "relations": sum(len(facts.claims) for facts in reports),
        "figures": sum(len(facts.observations) for facts in reports),
        "results": len(actions) - plans,
        "plans": plans,
        "discrepancies": sum(len(facts.discrepancies) for facts in reports),
        "unread sentences": unread["sentence"],
        "unread numbers": unread["number"],
        "withheld statements": unread[WITHHELD],
        "rejected statements": unread[REJECTED],
    }


def count_classes(reports: Sequence[ReportFacts]) -> dict[str, int]:
    """How many things each class has, the largest first; a thing of several reports counts once."""
    classes = {entity.iri: _short(entity.cls) for facts in reports for entity in facts.entities}
    counts = Counter(classes.values())
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def describe_build(reports: Sequence[ReportFacts]) -> str:
    """The summary for people, a few lines."""
    counts, classes = count_findings(reports), count_classes(reports)
    titles = "; ".join(facts.report.title for facts in reports)
    by_type = Counter(d.type.value for facts in reports for d in facts.discrepancies)
    lines = [
        f"Read {titles}",
        f"  {counts['sections']:5} sections",
        f"  {counts['things']:5} things{_listed(classes.items())}",
        f"  {counts['relations']:5} relations",
        f"  {counts['figures']:5} figures",
        f"  {counts['results']:5} results and {counts['plans']} plans",
        f"  {counts['discrepancies']:5} discrepancies{_listed(sorted(by_type.items()))}",
        f"  {counts['unread sentences']:5} sentences and {counts['unread numbers']} numbers gave nothing "
        "(listed in summary.json)",
    ]
    if counts["withheld statements"]:
        lines.append(f"  {counts['withheld statements']:5} statements break a rule of the ontology and were left out")
    if counts["rejected statements"]:
        lines.append(f"  {counts['rejected statements']:5} statements were left out because a person rejected them")
    for facts in reports:
        if not seems_english(facts.text.text):
            lines.append(
                f"  {facts.text.name} hardly seems to be English, the only language that is read: expect little"
            )
    wrapped = (textwrap.wrap(line, _WIDTH, subsequent_indent=" " * 8, break_on_hyphens=False) for line in lines)
    return "\n".join(line for part in wrapped for line in part) + "\n"


def _listed(counts: Iterable[tuple[str, int]]) -> str:
    listed = [f"{count} {name}" for name, count in counts]
    more = len(listed) - _SHOWN
    shown = [*listed[:_SHOWN], f"and {more} more classes"] if more > 0 else listed
    return ": " + ", ".join(shown) if shown else ""


def _text(facts: ReportFacts) -> dict[str, object]:
    report, text = facts.report, facts.text
    return {
        "name": text.name,
        "sha256": text.sha256,
        "characters": len(text.text),
        "language": text.language,
        "report": report.iri,
        "title": report.title,
        "period": report.period.key,
    }


def _short(cls: str) -> str:
    for base, prefix in _SHORT.items():
        if cls.startswith(base):
            return prefix + cls.removeprefix(base)
    return cls
