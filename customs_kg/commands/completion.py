"""`customs-kg completion`: the script that makes a shell complete."""

from __future__ import annotations

import click
from click.shell_completion import BashComplete, FishComplete, ShellComplete, ZshComplete

_SHELLS: dict[str, type[ShellComplete]] = {"bash": BashComplete, "zsh": ZshComplete, "fish": FishComplete}


def completion_script(command: click.Command, shell: str) -> str:
    """The script for "bash", "zsh" or "fish"."""
    made = _SHELLS[shell](command, {}, "customs-kg", "_CUSTOMS_KG_COMPLETE")
    return made.source_template % made.source_vars()
