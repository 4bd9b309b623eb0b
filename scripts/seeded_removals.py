"""Take one piece of the vocabulary away at a time: `python scripts/seeded_removals.py`; exit code 1 if no test sees it.

Each removal is made in a copy of the project, where the named tests must then fail: a term, shape, check, query or
word that can go without a failing test would be idle.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
_PARTS = ("ontology", "graph", "builders", "queries", "customs_kg", "tests", "scripts", "docs")
_FILES = ("pyproject.toml",)
_SOUND = "tests/ontology/test_vocabulary.py tests/graph/test_statement_forms.py tests/queries/test_library.py"


@dataclass(frozen=True, slots=True)
class Removal:
    """What goes: a whole file, or what a pattern matches in it. `tests` are arguments of pytest."""

    file: str
    pattern: str
    tests: str


def _block(term: str) -> str:
    """The pattern of a description in Turtle, up to the full stop at the end of a line."""
    return rf"(?ms)^{re.escape(term)} .*? \.$"


REMOVALS = (
    Removal("ontology/customs-kg.ttl", _block("ck:holds a"), "tests/ontology/test_vocabulary.py"),
    Removal("ontology/customs-kg.ttl", _block("ck:SupervisedAssociation a"), "tests/graph/test_crosschecks.py"),
    Removal(
        "ontology/customs-kg.ttl", r"(?s)\[\] a owl:AllDisjointClasses .*?\) \.\n", "tests/ontology/test_hygiene.py"
    ),
    Removal("ontology/terms.ttl", _block("ckt:modality-planned a"), "tests/graph/test_crosschecks.py"),
    Removal("ontology/units.ttl", _block("unit:TONNE a"), "tests/builders/test_quantities.py"),
    Removal("ontology/cube.ttl", _block("ckt:structure-computed a"), "tests/graph/test_crosschecks.py"),
    Removal("ontology/shapes/claims.ttl", _block("cks:Confidence a"), "tests/graph/test_shacl.py -k Confidence"),
    Removal("ontology/checks/plan-stated-as-fact.rq", "", "tests/graph/test_crosschecks.py -k plan"),
    Removal("ontology/hygiene/label-shared.rq", "", "tests/ontology/test_hygiene.py -k label-shared"),
    Removal("ontology/forms/rdf12.rq", "", "tests/graph/test_statement_forms.py"),
    Removal("queries/trade-value.rq", "", "tests/queries/test_library.py"),
)


def survivors(removals: Sequence[Removal]) -> list[Removal]:
    """The removals that their tests do not notice.

    Raises:
        SystemExit: A pattern matches nothing, or the tests fail without any removal.
    """
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder, "copy")
        _copy_project(copy)
        if _run(copy, _SOUND):
            raise SystemExit(f"the copy is not sound: {_SOUND} fail in it without any removal")
        return [removal for removal in removals if not _is_noticed(copy, removal)]


def _copy_project(copy: Path) -> None:
    copy.mkdir()
    for name in _PARTS:
        ignored = shutil.ignore_patterns("__pycache__", "*.pyc")
        shutil.copytree(ROOT / name, copy / name, symlinks=True, ignore=ignored)
    for name in _FILES:
        shutil.copy2(ROOT / name, copy / name)


def _is_noticed(copy: Path, removal: Removal) -> bool:
    path = copy / removal.file
    whole = path.read_text(encoding="utf-8")
    if removal.pattern:
        less, count = re.subn(removal.pattern, "", whole, count=1)
        if not count:
            raise SystemExit(f"{removal.file} holds nothing like {removal.pattern}: mend scripts/seeded_removals.py")
        path.write_text(less, encoding="utf-8")
    else:
        path.unlink()
    noticed = _run(copy, removal.tests) in (1, 2)  # a failed test, or one that could not even be collected
    path.write_text(whole, encoding="utf-8")
    what = re.sub(r"\(\?\w+\)|\^|\\| a owl.*| a .*", "", removal.pattern) or "it"
    print(f"{'noticed' if noticed else 'MISSED'}: {removal.file} without {what} ({removal.tests})", flush=True)
    return noticed


def _run(copy: Path, tests: str) -> int:
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", *tests.split()]
    return subprocess.run(command, cwd=copy, capture_output=True, text=True, check=False).returncode


def main() -> int:
    """Print what became of each removal."""
    return 1 if survivors(REMOVALS) else 0


if __name__ == "__main__":
    sys.exit(main())
