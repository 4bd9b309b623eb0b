"""The README keeps its word: its Python runs, its commands exist, its links lead somewhere."""

import re
import subprocess
import sys
from pathlib import Path

import click
import pytest

from customs_kg.cli import cli
from customs_kg.graph.evidence import text_file
from customs_kg.graph.triples import report_triples
from customs_kg.knowledge_graph import KnowledgeGraph
from tests.graph.sample import SHA256, TEXT, sample_facts

ROOT = Path(__file__).parent.parent
PAGES = sorted(path.name for path in ROOT.glob("*.md"))


def text_of(page: str) -> str:
    """The Markdown of a page of the root folder."""
    return (ROOT / page).read_text(encoding="utf-8")


def test_readme_python_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    files = {text_file(SHA256): TEXT.encode("utf-8")}
    KnowledgeGraph(report_triples(sample_facts()), files).save(tmp_path / "kg")
    monkeypatch.chdir(tmp_path)
    blocks = re.findall(r"```python\n(.*?)```", text_of("README.md"), re.DOTALL)
    assert len(blocks) == 2
    scope: dict[str, object] = {}
    for block in blocks:
        exec(compile(block, "README.md", "exec"), scope)  # noqa: S102 -- it is our own page
    assert "trade value 4230000000 Trade value: BHD 4.23 billion" in capsys.readouterr().out
    assert getattr(scope["network"], "number_of_nodes")() > 10  # noqa: B009 -- the type is that of a page


def test_readme_commands_exist() -> None:
    code = "\n".join(re.findall(r"```.*?```|`[^`\n]+`", text_of("README.md"), re.DOTALL))
    named = set(re.findall(r"\bcustoms-kg ([a-z]+)", code))
    assert named - set(cli.commands) == set()
    assert set(cli.commands) <= named, "a command that the README does not mention"


@pytest.mark.parametrize("page", PAGES)
def test_readme_links_lead_somewhere(page: str) -> None:
    links = re.findall(r"\]\(([^)#]+)\)", text_of(page))
    assert [
        link for link in links if "://" not in link and not (ROOT / link).exists() and link != "docs/graph.png"
    ] == []


def script(name: str, folder: Path = ROOT) -> str:
    """What a script says when it checks its page, which must be well."""
    command = [sys.executable, str(ROOT / "scripts" / name), "--check"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_the_reference_of_the_commands_is_current() -> None:
    assert "is current" in script("commands.py")
    page = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    for name, command in cli.commands.items():
        part = page.split(f"## customs-kg {name}\n")[1].split("\n## ")[0]
        assert [o for p in command.params if isinstance(p, click.Option) for o in p.opts if o not in part] == []


def test_the_reference_of_the_library_is_current() -> None:
    assert "is current" in script("library.py")
    page = (ROOT / "docs" / "library.md").read_text(encoding="utf-8")
    public = [name for name in vars(KnowledgeGraph) if not name.startswith("_")]
    assert [name for name in public if f"### KnowledgeGraph.{name}\n" not in page] == []


def test_the_tutorial_runs(tmp_path: Path) -> None:
    assert script("tutorial.py", tmp_path)
    assert list(tmp_path.iterdir()) == []
