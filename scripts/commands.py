"""Write docs/commands.md, the reference of the command line, from the commands: `python scripts/commands.py [--check]`.

With --check nothing is written, and the exit code is 1 when the page is out of date.
"""

from __future__ import annotations

import sys
from pathlib import Path

import click
from generated_page import write_or_check

from customs_kg.cli import cli

PAGE = Path(__file__).parent.parent / "docs" / "commands.md"
WIDTH = 100
HEAD = """\
# Commands

What `customs-kg COMMAND --help` says, written by `scripts/commands.py`. Examples with their output stand in the
[README](../README.md).
"""


def main() -> int:
    """Write the page, or compare it; 1 when --check finds it out of date."""
    return write_or_check(PAGE, render())


def render() -> str:
    """The page: the group, then each command by name."""
    parts = [_part("customs-kg", cli, None)]
    parts += [_part(f"customs-kg {name}", command, cli) for name, command in sorted(cli.commands.items())]
    return "\n".join([HEAD, *parts])


def _part(name: str, command: click.Command, group: click.Group | None) -> str:
    parent = click.Context(group, info_name="customs-kg", **group.context_settings) if group else None
    settings = {**command.context_settings, "terminal_width": WIDTH, "max_content_width": WIDTH}
    context = click.Context(command, parent, name.split()[-1], **settings)
    lines = "\n".join(line.rstrip() for line in command.get_help(context).splitlines())
    return f"## {name}\n\n```text\n{lines}\n```\n"


if __name__ == "__main__":
    sys.exit(main())
