"""The sample with markup, quotes and formulas in every field that a report can fill."""

from __future__ import annotations

from dataclasses import replace

from customs_kg.graph.model import ReportFacts
from tests.graph.sample import sample_facts

PAYLOADS = (
    "<script>window.__xss=1</script>",
    "</script><script>window.__xss=2</script>",
    "<img src=x onerror=window.__xss=3>",
    '"><svg onload=window.__xss=4> href=javascript:window.__xss=5',
    "{{ 7*7 }}<!-- ]]> '\"`\\ \u2028 =cmd()",
)


def hostile_facts() -> ReportFacts:
    """Every free string of the sample replaced by a payload and its old words; IRIs and spans as they were."""
    facts = sample_facts()
    report = replace(facts.report, title=_bad(facts.report.title, 0))
    return replace(
        facts,
        report=replace(report, period=replace(report.period, label=_bad(report.period.label, 1))),
        text=replace(facts.text, name=_bad(facts.text.name, 2)),
        sections=tuple(
            replace(s, number=_bad(s.number, n), title=_bad(s.title, n + 1)) for n, s in enumerate(facts.sections)
        ),
        entities=tuple(
            replace(
                e,
                label=_bad(e.label, n),
                alt_labels=(_bad("alias", n + 1),),
                hidden_labels=(_bad("fault", n + 2),),
                description=_bad("note", n + 3),
                notation="",
            )
            for n, e in enumerate(facts.entities)
        ),
        observations=tuple(
            replace(o, stated=_bad(o.stated, n), period=replace(o.period, label=_bad(o.period.label, n + 1)))
            for n, o in enumerate(facts.observations)
        ),
        actions=tuple(
            replace(
                a,
                description=_bad(a.description, n),
                due=replace(a.due, label=_bad(a.due.label, n)) if a.due else None,
                target=replace(a.target, stated=_bad(a.target.stated, n)) if a.target else None,
            )
            for n, a in enumerate(facts.actions)
        ),
        discrepancies=tuple(replace(d, comment=_bad(d.comment, n)) for n, d in enumerate(facts.discrepancies)),
    )


def _bad(words: str, number: int) -> str:
    return f"{PAYLOADS[number % len(PAYLOADS)]} {words}"
