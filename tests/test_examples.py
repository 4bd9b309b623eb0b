"""Every example of a docstring runs, on the invented report of the tests as `kg` and as the folder kg/."""

import doctest
import importlib
import pkgutil
from pathlib import Path

import pytest

import customs_kg
from customs_kg import KnowledgeGraph
from tests.graph.sample import TEXT, sample_facts

MODULES = sorted(
    module.name for module in pkgutil.walk_packages(customs_kg.__path__, "customs_kg.") if "__main__" not in module.name
)
FLAGS = doctest.NORMALIZE_WHITESPACE | doctest.ELLIPSIS | doctest.IGNORE_EXCEPTION_DETAIL


def examples(module: str) -> list[doctest.DocTest]:
    found = doctest.DocTestFinder(exclude_empty=True).find(importlib.import_module(module))
    return [test for test in found if test.examples]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with report.txt and its build in kg/."""
    folder = tmp_path_factory.mktemp("examples")
    (folder / "report.txt").write_text(TEXT, encoding="utf-8", newline="")
    KnowledgeGraph.of_facts([(sample_facts(), TEXT.encode())]).save(folder / "kg")
    return folder


@pytest.mark.parametrize("module", MODULES)
def test_examples_of_a_module_run(module: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    runner = doctest.DocTestRunner(optionflags=FLAGS)
    report: list[str] = []
    for test in examples(module):
        test.globs["kg"] = KnowledgeGraph.open("kg")
        runner.run(test, out=report.append)
    assert runner.summarize(verbose=False).failed == 0, "".join(report)


def test_there_are_examples_and_none_is_skipped() -> None:
    found = [test for module in MODULES for test in examples(module)]
    assert len(found) >= 15
    assert [e.source for test in found for e in test.examples if doctest.SKIP in e.options] == []
    shown = {test.name.rpartition(".")[2] for test in found}
    assert {"query", "ask", "entity", "figures", "plans", "discrepancies", "to_networkx"} <= shown
