"""Options and arguments that commands share, and what the shell completes for them."""

from __future__ import annotations

from collections.abc import Callable
from difflib import get_close_matches
from pathlib import Path
from typing import Any, TypeVar

import click
from click.shell_completion import CompletionItem

from customs_kg.ontology.errors import CustomsKgError

DEFAULT_GRAPH = "kg"

_Command = TypeVar("_Command", bound=Callable[..., Any])


class Choice(click.Choice[str]):
    """One of some words; a word that is close to one of them is asked about."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The word, or a usage error."""
        try:
            return super().convert(value, param, ctx)
        except click.BadParameter as error:
            close = get_close_matches(str(value).lower(), [str(choice) for choice in self.choices], n=1, cutoff=0.5)
            if not close:
                raise
            raise click.BadParameter(f"{error.message} Did you mean {close[0]!r}?", ctx, param) from error


def graph_option(command: _Command) -> _Command:
    """`--graph DIR`: the built folder to read."""
    return click.option(
        "--graph",
        "folder",
        metavar="DIR",
        default=DEFAULT_GRAPH,
        show_default=True,
        type=click.Path(path_type=Path),
        help="Folder that `build` wrote.",
    )(command)


def output_option(command: _Command) -> _Command:
    """`-o FILE`: where results go instead of standard output."""
    return click.option(
        "-o",
        "--output",
        metavar="FILE",
        default=None,
        type=click.Path(path_type=Path),
        help="Write to FILE instead of the screen.",
    )(command)


def format_option(*forms: str) -> Callable[[_Command], _Command]:
    """`--format` with these forms, and `--json` for short."""

    def decorate(command: _Command) -> _Command:
        short = click.option("--json", "form", flag_value="json", help="Short for --format json.")
        full = click.option(
            "--format", "form", default="table", show_default=True, type=Choice(forms), help="Form of the results."
        )
        return full(short(command))

    return decorate


def json_option(command: _Command) -> _Command:
    """`--json`: results for another program."""
    return click.option("--json", "as_json", is_flag=True, help="Write the results as JSON.")(command)


def quiet_option(command: _Command) -> _Command:
    """`-q`: nothing but errors."""
    return click.option("-q", "--quiet", is_flag=True, help="Print nothing but errors.")(command)


def complete_question(_ctx: click.Context, _param: click.Parameter, typed: str) -> list[CompletionItem]:
    """Names of questions that begin so, with the question."""
    from customs_kg.queries.library import list_questions

    return [CompletionItem(q.name, help=q.text) for q in list_questions() if q.name.startswith(typed)]


def complete_thing(ctx: click.Context, _param: click.Parameter, typed: str) -> list[CompletionItem]:
    """Names of things of the graph that begin so, their words joined by hyphens, which `show` understands."""
    from customs_kg.graph.store import open_store
    from customs_kg.queries.things import list_things

    try:
        things = list_things(open_store(Path(ctx.params.get("folder") or DEFAULT_GRAPH), with_ontology=False))
    except CustomsKgError:
        return []
    names = sorted({(_hyphened(thing.name), ", ".join(thing.classes)) for thing in things})
    wanted = _hyphened(typed).casefold()
    return [CompletionItem(name, help=classes) for name, classes in names if name.casefold().startswith(wanted)]


def _hyphened(name: str) -> str:
    return "-".join("".join(char if char.isalnum() else " " for char in name).split())
