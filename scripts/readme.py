"""Put the real output of the commands into README.md: `python scripts/readme.py [--check]`.

A block starts with `<!-- output N: command -->`, where N is the number of lines to keep (0 for all), and ends with
`<!-- end -->`. The commands run one after another in an empty folder. With --check nothing is written, and the
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

README = Path(__file__).parent.parent / "README.md"
BLOCK = re.compile(r"<!-- output (?P<lines>\d+): (?P<command>[^\n]+?) -->\n.*?<!-- end -->", re.DOTALL)
WIDTH = "110"


def main() -> int:
    """Rewrite the blocks, or compare them; 1 when --check finds one out of date."""
    text = README.read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        fresh = BLOCK.sub(lambda block: render(block, Path(folder)), text)
    if "--check" in sys.argv[1:]:
        print("README.md is current" if fresh == text else "README.md is out of date: run scripts/readme.py")
        return int(fresh != text)
    README.write_text(fresh, encoding="utf-8")
    return 0


def render(block: re.Match[str], folder: Path) -> str:
    """The block with the output of its command."""
    command, kept = block["command"], int(block["lines"])
    program = [sys.executable, "-m", "customs_kg", *shlex.split(command)[1:]]
    environment = {**os.environ, "COLUMNS": WIDTH}
    done = subprocess.run(program, cwd=folder, env=environment, capture_output=True, text=True, check=True)
    lines = [line.rstrip() for line in done.stdout.rstrip().splitlines()]
    shown = [*lines[:kept], "..."] if 0 < kept < len(lines) else lines
    printed = "\n".join([f"$ {command}", *shown])
    return f"<!-- output {kept}: {command} -->\n```text\n{printed}\n```\n<!-- end -->"


if __name__ == "__main__":
    sys.exit(main())
