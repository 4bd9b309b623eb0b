"""The page's modules are typed by their comments; TypeScript checks them where it is installed."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

NO_TSC = "TypeScript is not installed: `npm install typescript`, and TSC set to the path of its tsc"


def test_the_modules_pass_the_type_checker(pytestconfig: pytest.Config) -> None:
    local = pytestconfig.rootpath / "node_modules" / ".bin" / "tsc"
    tsc = os.environ.get("TSC") or shutil.which("tsc") or (str(local) if local.is_file() else None)
    if tsc is None:
        pytest.skip(NO_TSC)
    project = Path("tests", "graph", "page_browser", "tsconfig.json")
    run = subprocess.run(
        [tsc, "-p", project], cwd=pytestconfig.rootpath, capture_output=True, text=True, check=False, timeout=300
    )
    assert run.returncode == 0, run.stdout
