"""The distribution as a user gets it: wheel from sdist, an empty environment, another folder, no argument.

Installing needs a package index or a full cache, so outside CI this runs only when asked for.
"""

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ASKED = os.environ.get("CI") == "true" or os.environ.get("CUSTOMS_KG_WHEEL_TEST") == "1"
pytestmark = [
    pytest.mark.wheel,
    pytest.mark.skipif(not ASKED, reason="installs packages: set CUSTOMS_KG_WHEEL_TEST=1 (CI runs it always)"),
]


def run(*command: str | Path, cwd: Path) -> str:
    """Standard output of the command, which must succeed."""
    environment = {k: v for k, v in os.environ.items() if k not in ("PYTHONPATH", "VIRTUAL_ENV")}
    done = subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{command}: {done.stdout}{done.stderr}"
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory, pytestconfig: pytest.Config) -> Path:
    """The wheel that comes out of the sdist, built outside the checkout."""
    assert shutil.which("uv"), "uv is missing; install it with: pip install uv"
    dist = tmp_path_factory.mktemp("dist")
    run("uv", "build", "--quiet", "--sdist", "--out-dir", dist, pytestconfig.rootpath, cwd=dist)
    (sdist,) = dist.glob("*.tar.gz")
    run("uv", "build", "--quiet", "--wheel", "--out-dir", dist, sdist, cwd=dist)
    (built,) = dist.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, pytestconfig: pytest.Config) -> Path:
    """The folder of commands of an environment that holds the wheel and its dependencies alone."""
    environment = wheel.parent / "venv"
    pins = wheel.parent / "pins.txt"
    pins.write_text("\n".join(constraints(pytestconfig.rootpath)), encoding="utf-8")
    run("uv", "venv", "--quiet", "--python", sys.executable, environment, cwd=wheel.parent)
    commands = environment / ("Scripts" if os.name == "nt" else "bin")
    python = commands / "python"
    run("uv", "pip", "install", "--quiet", "--python", python, "-c", pins, wheel, cwd=wheel.parent)
    return commands


def constraints(root: Path) -> list[str]:
    """The versions that the project pins."""
    import tomllib

    settings = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    return list(settings["tool"]["uv"]["constraint-dependencies"])


def test_wheel_installs_under_one_name(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert {name.split("/")[0].split("-")[0] for name in names} == {"customs_kg"}


def test_wheel_holds_the_same_files_as_the_checkout(wheel: Path, pytestconfig: pytest.Config) -> None:
    names = {name.removeprefix("customs_kg/") for name in zipfile.ZipFile(wheel).namelist()}
    for folder in ("ontology", "graph", "builders", "queries"):
        on_disk = {
            path.relative_to(pytestconfig.rootpath).as_posix()
            for path in (pytestconfig.rootpath / folder).rglob("*")
            if path.is_file() and "__pycache__" not in path.parts
        }
        assert {name for name in names if name.startswith(f"{folder}/")} == on_disk


def test_wheel_builds_the_digest_from_another_folder(installed: Path, tmp_path: Path) -> None:
    printed = run(installed / "customs-kg", "build", cwd=tmp_path)
    assert "things" in printed
    assert {path.name for path in (tmp_path / "kg").iterdir()} >= {"graph.ttl", "graph.html", "summary.json"}
    count = "SELECT (COUNT(?figure) AS ?n) WHERE { ?figure a ck:Observation }"
    printed = run(installed / "customs-kg", "query", count, "--format", "csv", cwd=tmp_path)
    assert int(printed.split()[1]) >= 15
