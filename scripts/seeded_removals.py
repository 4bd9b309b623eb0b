"""Take one piece of the vocabulary away at a time: `python scripts/seeded_removals.py`; exit code 1 if no test sees it.

Each removal is made in a copy of the project, where the named tests must then fail: a term, shape, check, rule, query
or word that can go without a failing test of what the program does would be idle. The copy stands alone: tests that
need the real report are left out. A test that cannot even be collected notices nothing.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
_PARTS = ("ontology", "graph", "builders", "queries", "customs_kg", "tests")
_FILES = ("pyproject.toml",)
_FAILED = 1  # pytest's exit code when tests ran and some failed


@dataclass(frozen=True, slots=True)
class Removal:
    """What goes: a whole file, or what a pattern matches in it. `tests` are arguments of pytest."""

    file: str
    pattern: str
    tests: str

    @property
    def told(self) -> str:
        """What goes and which tests must see it, for a person."""
        what = re.sub(r"\(\?\w+\)|\^|\\n|\\| a owl.*| a .*", "", self.pattern) or "it"
        return f"{self.file} without {what} ({self.tests})"


def _block(term: str) -> str:
    """The pattern of a description in Turtle, up to the full stop at the end of a line."""
    return rf"(?ms)^{re.escape(term)} .*? \.$"


def _word(word: str) -> str:
    """The pattern of one of several words for a term, with the comma after it."""
    return rf'"{re.escape(word)}"@en ,'


_CHECKS = "tests/graph/test_crosschecks.py"
REMOVALS = (
    Removal("ontology/customs-kg.ttl", _block("ck:within a"), "tests/graph/test_rules.py -k person_expects"),
    Removal("ontology/customs-kg.ttl", _block("ck:SupervisedAssociation a"), f"{_CHECKS} -k passes_every_check"),
    Removal(
        "ontology/customs-kg.ttl", r"ck:Accomplishment owl:disjointWith ck:Commitment \.\n", f"{_CHECKS} -k exclude"
    ),
    Removal("ontology/terms.ttl", _block("ckt:modality-planned a"), f"{_CHECKS} -k passes_every_check"),
    Removal("ontology/units.ttl", _block("unit:TONNE a"), "tests/builders -k reads_value_unit_form"),
    Removal("ontology/cube.ttl", _block("ckt:structure-computed a"), f"{_CHECKS} -k passes_every_check"),
    Removal("ontology/lexicon-relations.ttl", _word("X answer to Y"), "tests/builders -k answers"),
    Removal("ontology/shapes/claims.ttl", _block("cks:Confidence a"), "tests/graph/test_shacl.py -k Confidence"),
    Removal("ontology/checks/plan-stated-as-fact.rq", "", f"{_CHECKS} -k plan"),
    Removal("ontology/rules/edition-chain.rq", "", "tests/graph/test_rules.py -k person_expects"),
    Removal("ontology/hygiene/label-shared.rq", "", "tests/ontology/test_hygiene.py -k label-shared"),
    Removal("ontology/forms/rdf12.rq", "", "tests/graph/test_statement_forms.py"),
    Removal("queries/trade-value.rq", "", "tests/queries/test_run.py -k period_of_the_report"),
)


def survivors(removals: Sequence[Removal]) -> list[Removal]:
    """The removals that their tests do not notice.

    Raises:
        SystemExit: A pattern matches nothing, or tests fail without any removal.
    """
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder, "copy")
        _copy_project(copy)
        sound = _run(copy, *_every_test(removals))
        if sound.returncode:
            raise SystemExit(f"the copy is not sound, tests fail in it without any removal:\n{sound.stdout}")
        return [removal for removal in removals if not _is_noticed(copy, removal)]


def _every_test(removals: Sequence[Removal]) -> list[str]:
    """The arguments of pytest that choose the tests of all removals."""
    chosen = [removal.tests.partition(" -k ") for removal in removals]
    keywords = sorted({keyword or Path(path).stem for path, _, keyword in chosen})
    return [*sorted({path for path, _, _ in chosen}), "-k", " or ".join(keywords)]


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
    done = _run(copy, *removal.tests.split())
    path.write_text(whole, encoding="utf-8")
    noticed = done.returncode == _FAILED
    print(f"{'noticed' if noticed else 'MISSED'}: {removal.told}", flush=True)
    if not noticed:
        print(done.stdout[-2000:], flush=True)
    return noticed


def _run(copy: Path, *tests: str) -> subprocess.CompletedProcess[str]:
    options = ("-q", "-x", "-p", "no:cacheprovider", "-p", "no:randomly", "-m", "not shared")
    command = [sys.executable, "-m", "pytest", *options, *tests]
    alone = {name: value for name, value in os.environ.items() if name != "CI"}  # nothing stands beside the copy
    return subprocess.run(command, cwd=copy, env=alone, capture_output=True, text=True, check=False)


def main() -> int:
    """Print what became of each removal."""
    return 1 if survivors(REMOVALS) else 0


if __name__ == "__main__":
    sys.exit(main())
