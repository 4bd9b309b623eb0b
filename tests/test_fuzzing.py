"""Hypothesis on the targets of fuzzing.py: prose, formulas, markup, syntax of SPARQL, and bytes of any kind."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fuzzing import TARGETS, fuzz_report
from tests.graph.hostile import PAYLOADS

HOSTILE = (
    *PAYLOADS, "=HYPERLINK(1)", "@SUM", "\t-1", '"} } ; DROP ALL #', "?x ?y ?z", "'" * 3, "\\", "\ufeff", "\u202e",
    "%PDF-1.7", "PK\x03\x04", "<html>", "../../etc/passwd", "12.3.4 million", "RMB 99,99 billion", "FY2019/20", "%",
    "Operation “", "In 2020, ", " rose by 5% to ", " will open ", "\n\n1. Heading\n\n", " ............ 12\n", "国家",
    "\x00",
)  # fmt: skip
texts = st.lists(st.one_of(st.sampled_from(HOSTILE), st.text(max_size=20)), max_size=12).map("".join)
inputs = st.one_of(texts.map(lambda text: text.encode("utf-8", "replace")), st.binary(max_size=200))
quick = settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])


@pytest.mark.parametrize("target", [name for name in TARGETS if name != "report"])
@quick
@given(data=inputs)
def test_any_input_is_taken_or_refused(target: str, data: bytes) -> None:
    TARGETS[target](data)


@settings(quick, max_examples=10)
@given(data=inputs)
def test_any_report_is_read_and_written(data: bytes) -> None:
    fuzz_report(data)


@pytest.mark.parametrize("target", TARGETS)
def test_hostile_pieces_all_together(target: str) -> None:
    TARGETS[target](" and ".join(HOSTILE).encode("utf-8"))
