"""Put the real output of the commands into README.md and docs/*.md: `python scripts/readme.py [--check]`.

A block starts with `<!-- output N: command -->`, where N is the number of lines to keep (0 for all), and ends with
`<!-- end -->`. The commands run one after another in an empty folder, README.md first. Prefixes of Turtle are left
out. With --check nothing is written, and the
exit code is 1 when a block is out of date.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
PAGES = (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")))
BLOCK = re.compile(r"<!-- output (?P<lines>\d+): (?P<command>[^\n]+?) -->\n.*?<!-- end -->", re.DOTALL)
WIDTH = "110"


def main() -> int:
    """Rewrite the blocks, or compare them; 1 when --check finds one out of date."""
    texts = {page: page.read_text(encoding="utf-8") for page in PAGES}
    with tempfile.TemporaryDirectory() as folder:
        fresh = {page: BLOCK.sub(lambda block: render(block, Path(folder)), text) for page, text in texts.items()}
    stale = [page.name for page in PAGES if fresh[page] != texts[page]]
    if "--check" in sys.argv[1:]:
        print(f"{', '.join(stale)} out of date: run scripts/readme.py" if stale else "the pages are current")
        return int(bool(stale))
    for page in PAGES:
        page.write_text(fresh[page], encoding="utf-8")
    return 0


def render(block: re.Match[str], folder: Path) -> str:
    """The block with the output of its command."""
    command, kept = block["command"], int(block["lines"])
    program = [sys.executable, "-m", "customs_kg", *shlex.split(command)[1:]]
    environment = {**os.environ, "COLUMNS": WIDTH}
    done = subprocess.run(program, cwd=folder, env=environment, capture_output=True, text=True, check=True)
    lines = [line.rstrip() for line in done.stdout.strip().splitlines() if not line.startswith("@prefix ")]
    lines = lines[1:] if lines and not lines[0] else lines
    shown = [*lines[:kept], "..."] if 0 < kept < len(lines) else lines
    printed = "\n".join([f"$ {command}", *shown])
    return f"<!-- output {kept}: {command} -->\n```text\n{printed}\n```\n<!-- end -->"


if __name__ == "__main__":
    sys.exit(main())
