"""What a person at a terminal sees: width, headings in bold, long text in a pager, and how far the work is.

Nothing of it is written where standard output or standard error is a file or a pipe.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import chain
from threading import Event, Thread
from time import monotonic
from typing import TextIO

import click

_CONTROLS = {code: "\ufffd" for code in (*range(32), *range(127, 160)) if chr(code) not in "\n\t\r"}


def terminal_width() -> int:
    """Columns of the terminal; 120 where there is none."""
    from shutil import get_terminal_size

    return get_terminal_size((120, 40)).columns


def wants_colour(stream: TextIO) -> bool:
    """Whether to style text: on a terminal that can, unless NO_COLOR (no-color.org) is set."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def without_controls(parts: Iterable[str]) -> Iterator[str]:
    """The text with U+FFFD for control characters, with which the words of a report could command a terminal."""
    return (part.translate(_CONTROLS) for part in parts)


def bold_headings(parts: Iterable[str]) -> Iterator[str]:
    """The text with each line that starts at the margin in bold."""
    for line in _lines(parts):
        words = line.rstrip("\n")
        yield click.style(words, bold=True) + line[len(words) :] if words[:1].strip() else line


def print_paged(parts: Iterable[str]) -> None:
    """Print the text; on a terminal, through the pager when it is longer than the screen."""
    from shutil import get_terminal_size

    if not sys.stdout.isatty():
        for part in parts:
            click.echo(part, nl=False)
        return
    lines = _lines(parts)
    room = get_terminal_size((80, 24)).lines - 1
    shown = [line for line, _ in zip(lines, range(room), strict=False)]
    rest = next(lines, None) if len(shown) == room else None
    if rest is None:
        click.echo("".join(shown), nl=False)
        return
    os.environ.setdefault("LESS", "-FRX")  # as git does: colours pass, and the text stays on the screen afterwards
    click.echo_via_pager(chain(shown, [rest], lines), color=wants_colour(sys.stdout))


def _lines(parts: Iterable[str]) -> Iterator[str]:
    """The text line by line, line ends included, whatever its parts are."""
    kept = ""
    for part in parts:
        *whole, kept = (kept + part).split("\n")
        yield from (f"{line}\n" for line in whole)
    if kept:
        yield kept


class Progress:
    """Says on one line of a terminal what is being done and for how long; says nothing where `stream` is None."""

    def __init__(self, stream: TextIO | None = None) -> None:
        """Use `on_terminal` for standard error."""
        self._stream = stream

    @classmethod
    def on_terminal(cls, *, quiet: bool = False) -> Progress:
        """Progress on standard error if a person sees it."""
        return cls(sys.stderr if sys.stderr.isatty() and not quiet else None)

    @contextmanager
    def step(self, words: str) -> Iterator[None]:
        """Show these words and the seconds that go by, until the work inside is done."""
        if self._stream is None:
            yield
            return
        done = Event()
        clock = Thread(target=_count, args=(self._stream, words, done), daemon=True)
        clock.start()
        try:
            yield
        finally:
            done.set()
            clock.join()


def _count(stream: TextIO, words: str, done: Event) -> None:
    begun, longest = monotonic(), 0
    while True:
        seconds = int(monotonic() - begun)
        line = f"{words} ...{f' {seconds} s' if seconds else ''}"[: max(terminal_width() - 1, 20)]
        longest = max(longest, len(line))
        stream.write(f"\r{line.ljust(longest)}")
        stream.flush()
        if done.wait(1):
            break
    stream.write(f"\r{' ' * longest}\r")
    stream.flush()
