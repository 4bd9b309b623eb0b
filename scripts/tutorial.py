"""Run docs/tutorial.ipynb and put its results into it: `python scripts/tutorial.py [--check]`.

The cells run in IPython, in an empty folder. With --check nothing is written; it is said whether the file shows what
the cells now give, and the exit code is 1 when a cell fails or shows an empty table.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from pathlib import Path
from typing import Any

from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import capture_output

NOTEBOOK = Path(__file__).parent.parent / "docs" / "tutorial.ipynb"
_KINDS = ("text/plain", "text/html")


def main() -> int:
    """Run the notebook, and write or compare it."""
    before = NOTEBOOK.read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        after = run(before)
        os.chdir(NOTEBOOK.parent)
    if "--check" in sys.argv[1:]:
        current = after == before
        print("the notebook is current" if current else f"{NOTEBOOK.name} is out of date: run scripts/tutorial.py")
        return 0
    NOTEBOOK.write_text(after, encoding="utf-8", newline="\n")
    return 0


def run(text: str) -> str:
    """The notebook with the results of its cells.

    Raises:
        SystemExit: A cell fails.
    """
    notebook = json.loads(text)
    shell = InteractiveShell.instance()
    count = 0
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code":
            count += 1
            cell["execution_count"], cell["outputs"] = count, _outputs(shell, "".join(cell["source"]), count)
    return json.dumps(notebook, indent=1, ensure_ascii=False) + "\n"


def _outputs(shell: InteractiveShell, source: str, count: int) -> list[dict[str, Any]]:
    with capture_output():
        done = shell.run_cell(source)  # type: ignore[no-untyped-call]  # IPython does not type it
    assert shell.display_formatter is not None  # noqa: S101 -- a shell has one
    if not done.success:
        raise SystemExit(f"cell {count} fails: {done.error_in_exec or done.error_before_exec!r}")
    if done.result is None:
        return []
    if getattr(done.result, "empty", False):
        raise SystemExit(f"cell {count} shows an empty table")
    data, metadata = shell.display_formatter.format(done.result, include=_KINDS)  # type: ignore[no-untyped-call]
    lines = {kind: value.splitlines(keepends=True) for kind, value in data.items()}
    return [{"data": lines, "execution_count": count, "metadata": metadata, "output_type": "execute_result"}]


if __name__ == "__main__":
    sys.exit(main())
