"""The real report, read once; it stands beside the checkout in CI and is never copied."""

from __future__ import annotations

from pathlib import Path

import pytest

from customs_kg.builders.pipeline import read_report
from customs_kg.graph.model import ReportFacts


@pytest.fixture(scope="session")
def real(report_path: Path) -> ReportFacts:
    """What the 2016 report says."""
    return read_report(report_path.read_bytes(), report_path.name)
