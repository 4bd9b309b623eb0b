"""Several reports at once: whatever the number of processes, the build is the same."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from customs_kg.cli import cli
from customs_kg.ontology.errors import InputError
from customs_kg.reports import read_reports

NAMES = ("letter-passive", "tables-bullets", "agency-uk-style")


@pytest.fixture
def reports(tmp_path: Path, pytestconfig: pytest.Config) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    for name in NAMES:
        text = (pytestconfig.rootpath / "tests" / "reports" / f"{name}.txt").read_bytes()
        (folder / f"{name}.txt").write_bytes(text)
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_two_processes_give_the_same_bytes_as_one(reports: Path, tmp_path: Path) -> None:
    for jobs in ("1", "2"):
        result = CliRunner().invoke(cli, ["build", str(reports), "-o", str(tmp_path / jobs), "--jobs", jobs])
        assert result.exit_code == 0, result.output
    assert len(contents(tmp_path / "1")) == 4 + len(NAMES)
    assert contents(tmp_path / "1") == contents(tmp_path / "2")


def test_an_error_in_another_process_is_the_same_error(reports: Path) -> None:
    (reports / "empty.txt").write_bytes(b"")
    paths = sorted(reports.iterdir())
    with pytest.raises(InputError) as alone:
        list(read_reports(paths))
    with pytest.raises(InputError) as together:
        list(read_reports(paths, processes=2))
    assert str(alone.value) == str(together.value)
