"""What would break on another platform: modules of one system, the encoding or line ends of the locale, odd paths."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PRODUCT = sorted(
    path
    for folder in ("ontology", "graph", "builders", "queries", "customs_kg")
    for path in (ROOT / folder).rglob("*.py")
    if not any(part.is_symlink() for part in path.parents)
)
POSIX_ONLY = {"fcntl", "grp", "posix", "pty", "pwd", "resource", "syslog", "termios", "tty"}
POSIX_CALLS = {"fork", "getuid", "geteuid", "killpg", "mkfifo", "wait4", "SIGKILL", "SIGALRM", "alarm", "setitimer"}
RESERVED = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}


def nodes(path: Path) -> Iterator[ast.AST]:
    yield from ast.walk(ast.parse(path.read_text(encoding="utf-8")))


def test_the_product_is_looked_at() -> None:
    assert len(PRODUCT) > 100
    assert ROOT / "graph" / "files.py" in PRODUCT


def test_no_module_or_call_of_one_system_alone() -> None:
    found = []
    for path in PRODUCT:
        for node in nodes(path):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            names += [node.attr] if isinstance(node, ast.Attribute) and node.attr in POSIX_CALLS else []
            found += [(path.name, name) for name in names if name in POSIX_ONLY | POSIX_CALLS]
    assert found == []


def is_text_without_encoding(call: ast.Call) -> bool:
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    given = {keyword.arg for keyword in call.keywords}
    words = [arg.value for arg in call.args if isinstance(arg, ast.Constant)]
    binary = any(isinstance(word, str) and "b" in word and set(word) <= set("rwxab+") for word in words)
    if name in ("read_text", "write_text"):
        return "encoding" not in given
    on_a_path = isinstance(call.func, ast.Name) or bool(words) or not call.args
    if name == "open" and on_a_path:
        owner = getattr(getattr(call.func, "value", None), "id", "")
        return not binary and "encoding" not in given and owner not in ("os", "webbrowser", "KnowledgeGraph")
    return False


def test_text_is_never_read_in_the_encoding_of_the_locale() -> None:
    found = [
        (path.relative_to(ROOT).as_posix(), node.lineno)
        for path in PRODUCT
        for node in nodes(path)
        if isinstance(node, ast.Call) and is_text_without_encoding(node)
    ]
    assert found == []


@pytest.mark.parametrize(
    ("code", "faulty"),
    [
        ("open('a')", True), ("open('a', 'rb')", False), ("p.open()", True), ("p.open('wb')", False),
        ("p.read_text()", True), ("p.read_text(encoding='utf-8')", False), ("open('a', encoding='utf-8')", False),
    ],
)  # fmt: skip
def test_the_test_of_encodings_sees_them(code: str, faulty: bool) -> None:
    (call,) = (node for node in ast.walk(ast.parse(code)) if isinstance(node, ast.Call))
    assert is_text_without_encoding(call) is faulty


def test_every_file_has_a_name_that_all_systems_take() -> None:
    import subprocess

    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("this is no clone")
    names = [name for name in listed.stdout.split("\0") if name]
    assert len(names) > 200
    assert len({name.casefold() for name in names}) == len(names)
    for name in names:
        assert not set('<>:"\\|?*') & set(name)
        for part in name.split("/"):
            assert part.split(".")[0].casefold() not in RESERVED
            assert not part.endswith((" ", "."))
