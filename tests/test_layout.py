"""The layout that style and packaging rest on: folders, packages, links, import direction, packaged data."""

import ast
import re
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LAYERS = ("ontology", "graph", "builders", "queries")
SHELL = "customs_kg"
ALLOWED = {
    "ontology": {"ontology"},
    "graph": {"ontology", "graph"},
    "builders": {"ontology", "graph", "builders"},
    "queries": {"ontology", "graph", "queries"},
}
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
SETUPTOOLS = PYPROJECT["tool"]["setuptools"]
STEPS = tuple(
    "english times quantities reading inputs document parse things figures relations actions contradictions coverage "
    "pipeline fulfilment".split()
)  # of builders/, each of which may import those before it
ROOMS = {
    "things": "known names descriptions classing references joining".split(),
    "figures": "context meaning tables disagreements".split(),
    "relations": "frames clauses phrases posts".split(),
}  # of a step, each of which may import those before it
FORBIDDEN_NAMES = {"utils", "helpers", "common", "misc", "manager"}


def sources(folder: str) -> list[Path]:
    """The Python files of a top-level folder, links not followed."""
    found = list((ROOT / folder).rglob("*.py"))
    own = [path for path in found if folder != SHELL or path.relative_to(ROOT).parts[1] not in LAYERS]
    assert own, f"{folder}/ holds no Python"
    return sorted(own)


def imports(path: Path) -> list[tuple[str, int]]:
    """Every imported module of a file with its line; a relative import is `.`."""
    found = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found += [(alias.name, node.lineno) for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            found.append(("." if node.level else node.module or "", node.lineno))
    return found


def layer_of(module: str) -> str | None:
    """The layer that an import reaches, the shell for the rest of this project, None for other projects."""
    parts = module.split(".")
    if parts[0] != SHELL:
        return None
    return parts[1] if len(parts) > 1 and parts[1] in LAYERS else SHELL


@pytest.mark.parametrize("layer", LAYERS)
def test_layout_imports_point_one_way(layer: str) -> None:
    wrong = [
        f"{path.relative_to(ROOT)}:{line} imports {module}"
        for path in sources(layer)
        for module, line in imports(path)
        if layer_of(module) not in (None, *ALLOWED[layer]) and module != f"{SHELL}.{layer}"
    ]
    assert not wrong


@pytest.mark.parametrize("step", STEPS)
def test_layout_steps_of_builders_import_earlier_ones(step: str) -> None:
    root = ROOT / "builders"
    own = sorted((root / step).rglob("*.py")) or [root / f"{step}.py"]
    assert own[0].is_file()
    wrong = [
        f"{path.relative_to(ROOT)}:{line} imports {module}"
        for path in own
        for module, line in imports(path)
        if module.startswith(f"{SHELL}.builders.") and module.split(".")[2] not in STEPS[: STEPS.index(step) + 1]
    ]
    assert not wrong


def test_layout_steps_of_builders_are_all_of_it() -> None:
    found = {
        path.stem for path in (ROOT / "builders").iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()
    }
    assert found - {"__init__"} == set(STEPS)


@pytest.mark.parametrize("step", ROOMS)
def test_layout_folders_of_a_step_import_earlier_ones(step: str) -> None:
    rooms = ROOMS[step]
    assert {path.parent.name for path in (ROOT / "builders" / step).glob("*/__init__.py")} == set(rooms)
    prefix = f"{SHELL}.builders.{step}."
    wrong = [
        f"{path.relative_to(ROOT)}:{line} imports {module}"
        for index, room in enumerate(rooms)
        for path in sorted((ROOT / "builders" / step / room).glob("*.py"))
        for module, line in imports(path)
        if module.startswith(prefix) and module.removeprefix(prefix).split(".")[0] in rooms[index + 1 :]
    ]
    assert not wrong


@pytest.mark.parametrize("folder", [*LAYERS, SHELL])
def test_layout_imports_are_absolute(folder: str) -> None:
    wrong = [
        f"{path.relative_to(ROOT)}:{line} imports {module}"
        for path in sources(folder)
        for module, line in imports(path)
        if module == "." or module.split(".")[0] in LAYERS
    ]
    assert not wrong


@pytest.mark.parametrize("folder", [*LAYERS, SHELL])
def test_layout_modules_say_what_they_hold(folder: str) -> None:
    assert not [path for path in sources(folder) if FORBIDDEN_NAMES & set(re.split("[_.]", path.name))]


def test_layout_package_map_names_every_package() -> None:
    on_disk = {".".join([SHELL, *path.parent.relative_to(ROOT).parts]) for f in LAYERS for path in sources(f)
               if path.name == "__init__.py"}  # fmt: skip
    on_disk |= {".".join(path.parent.relative_to(ROOT).parts) for path in sources(SHELL) if path.name == "__init__.py"}
    assert set(SETUPTOOLS["packages"]) == on_disk
    assert set(SETUPTOOLS["package-dir"]) == on_disk
    for package, folder in SETUPTOOLS["package-dir"].items():
        assert (ROOT / folder / "__init__.py").is_file(), f"{package} is mapped to {folder}/, which is no package"


@pytest.mark.parametrize("layer", LAYERS)
def test_layout_links_lead_to_the_layers(layer: str) -> None:
    link = ROOT / SHELL / layer
    if not link.is_symlink():
        pytest.skip("this checkout has no links (core.symlinks is off); the package map serves instead")
    assert link.readlink().as_posix() == f"../{layer}"
    assert link.resolve() == (ROOT / layer).resolve()


@pytest.mark.parametrize("folder", [*LAYERS, f"{SHELL}/examples"])
def test_layout_data_files_are_packaged(folder: str) -> None:
    package = SHELL if folder.startswith(SHELL) else f"{SHELL}.{folder}"
    base = ROOT / SETUPTOOLS["package-dir"][package]
    patterns = SETUPTOOLS["package-data"].get(package, [])
    packaged = {path for pattern in patterns for path in base.glob(pattern)}
    data = {
        path
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and path.suffix not in {".py", ".pyc"} and "__pycache__" not in path.parts
    }
    assert data - packaged == set()


@pytest.mark.parametrize("folder", [*LAYERS, SHELL])
def test_layout_package_data_is_read_as_resources(folder: str) -> None:
    wrong = [path for path in sources(folder) if "__file__" in path.read_text(encoding="utf-8")]
    assert not wrong, "package data is read by importlib.resources.files, which works from a wheel too"


def packages(requirements: list[str]) -> set[str]:
    """What is imported from these distributions."""
    names = {re.split(r"[<>=!~ \[;]", line)[0].replace("-", "_") for line in requirements}
    return {IMPORTED_AS.get(name, name) for name in names}


IMPORTED_AS = {"python_docx": "docx", "markdown_it_py": "markdown_it"}
CORE = packages(PYPROJECT["project"]["dependencies"])
EXTRAS = {name: packages(lines) for name, lines in PYPROJECT["project"]["optional-dependencies"].items()}


@pytest.mark.parametrize("folder", [*LAYERS, SHELL])
def test_layout_imports_are_declared_dependencies(folder: str) -> None:
    declared = CORE.union(*EXTRAS.values())
    wrong = [
        f"{path.relative_to(ROOT)}:{line} imports {module}"
        for path in sources(folder)
        for module, line in imports(path)
        if module.split(".")[0] not in declared | sys.stdlib_module_names | {SHELL, ""}
    ]
    assert not wrong, "an installed wheel has the packages in pyproject's dependencies and no others"


@pytest.mark.parametrize("folder", [*LAYERS, SHELL])
def test_layout_packages_of_extras_are_imported_by_functions_alone(folder: str) -> None:
    optional = set().union(*EXTRAS.values()) - CORE - {SHELL}
    wrong = [
        f"{path.relative_to(ROOT)}:{statement.lineno}"
        for path in sources(folder)
        for statement in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(statement, ast.Import | ast.ImportFrom)
        and {name.split(".")[0] for name in imported(statement)} & optional
    ]
    assert not wrong, "who has not asked for an extra must be able to import every module"


def imported(statement: ast.Import | ast.ImportFrom) -> list[str]:
    """The modules that a statement names."""
    return [a.name for a in statement.names] if isinstance(statement, ast.Import) else [statement.module or ""]


def test_layout_the_development_group_has_every_extra() -> None:
    assert set().union(*EXTRAS.values()) - {SHELL} <= packages(PYPROJECT["dependency-groups"]["dev"]) | CORE
