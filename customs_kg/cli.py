"""The command line: arguments to one library call to an exit code (0 fine, 1 findings, 2 usage or input).

Everything heavy is imported by the command that needs it, so that `--help` stays quick.
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Literal

import click

from customs_kg import __version__, epilogs
from customs_kg.graph.exports import FORMATS
from customs_kg.ontology.errors import CustomsKgError, OutputError
from customs_kg.options import (
    DEFAULT_GRAPH,
    Choice,
    complete_question,
    complete_thing,
    format_option,
    graph_option,
    json_option,
    output_option,
    quiet_option,
)
from customs_kg.terminal import Progress, bold_headings, print_paged, terminal_width, wants_colour, without_controls


class Failure(click.ClickException):
    """Input that cannot be used: one line on standard error, exit code 2."""

    exit_code = 2

    def show(self, file: Any = None) -> None:
        """Print the line."""
        click.echo(f"customs-kg: {' '.join(self.message.split())}", err=True)


class Commands(click.Group):
    """The group that turns the project's errors into exit code 2."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command that was asked for."""
        try:
            return super().invoke(ctx)
        except CustomsKgError as error:
            raise Failure(str(error)) from error


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]}, epilog=epilogs.GENERAL)
@click.version_option(__version__, prog_name="customs-kg")
def cli() -> None:
    """Turn a customs administration's annual report into a knowledge graph that shows its evidence."""


@cli.command(short_help="Read reports into a folder.", epilog=epilogs.BUILD)
@click.argument("reports", metavar="[REPORT]...", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "-o",
    "--output",
    "folder",
    metavar="DIR",
    default=DEFAULT_GRAPH,
    show_default=True,
    type=click.Path(path_type=Path),
    help="Folder to write; a former build there is replaced whole.",
)
@click.option(
    "--encoding",
    metavar="NAME",
    default=None,
    help="Encoding of text, Markdown and HTML that do not state their own (cp1252, gb18030 ...).  [default: utf-8]",
)
@click.option(
    "-j",
    "--jobs",
    "processes",
    metavar="N",
    default=1,
    show_default=True,
    type=click.IntRange(1, 64),
    help="How many reports to read at once; the result is the same.",
)
@json_option
@quiet_option
def build(
    reports: tuple[Path, ...], folder: Path, encoding: str | None, processes: int, as_json: bool, quiet: bool
) -> None:
    """Read REPORTs and write DIR: graph.ttl, graph.html and summary.json.

    A REPORT is a text, Markdown, HTML, Word (.docx) or PDF file, or a folder of them. With no REPORT, reads the
    bundled digest of the China Customs annual report 2016. With --json, prints what summary.json holds.

    Corrections in a file NAME.curation.toml beside a report are worked in (see docs/correcting.md).
    """
    from customs_kg.commands.build import run_build

    progress = Progress.on_terminal(quiet=quiet)
    told = run_build(reports, folder, encoding=encoding, processes=processes, as_json=as_json, progress=progress)
    if not quiet:
        _deliver([told], None)


@cli.command(short_help="Answer a question of the library.", epilog=epilogs.ASK)
@click.argument("question", required=False, shell_complete=complete_question)
@click.option(
    "-p",
    "--parameter",
    "parameters",
    metavar="NAME=VALUE",
    multiple=True,
    help="Set a parameter of the question; may be given several times.",
)
@click.option("--explain", is_flag=True, help="Say what the question takes and what its columns mean.")
@graph_option
@format_option("table", "csv", "json")
@output_option
def ask(
    question: str | None, parameters: tuple[str, ...], explain: bool, folder: Path, form: str, output: Path | None
) -> None:
    """Answer QUESTION of the question library, by name or number; with no QUESTION, list them all."""
    from customs_kg.commands.ask import run_ask, run_explain, run_list

    width = terminal_width()
    if not question:
        _deliver([run_list(form, width=width)], output, headed=form == "table")
    elif explain:
        _deliver([run_explain(question, width=width)], output, headed=True)
    else:
        _deliver([run_ask(folder, question, parameters, form, width=width)], output)


@cli.command(short_help="Run a SPARQL query.", epilog=epilogs.QUERY)
@click.argument("query", metavar="SPARQL|FILE.rq")
@click.option(
    "--timeout",
    metavar="SECONDS",
    type=click.FloatRange(min=0, min_open=True),
    default=None,
    help="Stop a query that takes longer.",
)
@graph_option
@format_option("table", "csv", "json", "turtle", "ntriples")
@output_option
def query(query: str, timeout: float | None, folder: Path, form: str, output: Path | None) -> None:
    """Run a SPARQL 1.1 query, given as text, as a FILE.rq, or as - for standard input.

    The usual prefixes (ck, ckt, id, skos, rdf, oa ...) need no declaration. Rows are written as they are found.
    """
    from customs_kg.commands.query import run_free_query

    _deliver(run_free_query(folder, query, form, width=terminal_width(), timeout=timeout), output)


@cli.command(short_help="Show one thing and its facts.", epilog=epilogs.SHOW)
@click.argument("name", required=False, shell_complete=complete_thing)
@click.option("--class", "cls", metavar="CLASS", default=None, help="With no NAME: list things of this class only.")
@graph_option
@json_option
@output_option
def show(name: str | None, cls: str | None, folder: Path, as_json: bool, output: Path | None) -> None:
    """Show one thing by NAME or alias: its facts, figures, results and plans, each with its sentence.

    With no NAME, lists the things of the graph by class.
    """
    from customs_kg.commands.show import run_list_things, run_show

    if name and cls:
        raise click.UsageError("give a NAME or a --class, not both")
    told = run_show(folder, name, as_json=as_json) if name else run_list_things(folder, cls, as_json=as_json)
    _deliver([told], output, headed=not as_json)


@cli.command(short_help="Open the graph page.")
@graph_option
@click.option("--no-browser", is_flag=True, help="Print the path only.")
def view(folder: Path, no_browser: bool) -> None:
    """Open the graph page in the browser and print its path."""
    from customs_kg.commands.view import run_view

    click.echo(run_view(folder, browser=not no_browser))


@cli.command(short_help="Write the graph for another tool.", epilog=epilogs.EXPORT)
@click.argument("form", metavar="FORMAT", type=Choice(FORMATS))
@click.option(
    "--statements",
    default="claims",
    show_default=True,
    type=Choice(["claims", "rdf12", "owl"]),
    help="Form of claims: nodes, reifiers of RDF 1.2, or axiom annotations for Protégé (with the ontology).",
)
@graph_option
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    default=None,
    type=click.Path(path_type=Path),
    help="Write to FILE instead of the screen; for csv and parquet a folder or a .zip file.",
)
def export(form: str, statements: Literal["claims", "rdf12", "owl"], folder: Path, output: Path | None) -> None:
    """Write the graph as FORMAT.

    \b
    turtle, ntriples, rdfxml   RDF, sorted
    trig, nquads               RDF with one named graph per report
    jsonld, jsonld-framed      JSON-LD: flat, or things with what is stated of them
    graphml, gexf              things and what joins them, for yEd, Cytoscape and Gephi
    csv, parquet               four tables: things, facts, figures, plans
    """  # noqa: D301 (\b is for click, which must get the character itself)
    from customs_kg.commands.export import run_export

    _deliver([run_export(folder, form, output, statements)], None)


@cli.command(short_help="Say what is wrong and where.", epilog=epilogs.CHECK)
@graph_option
@output_option
@click.option("-v", "--verbose", is_flag=True, help="List remarks too.")
@json_option
@quiet_option
def check(folder: Path, output: Path | None, verbose: bool, as_json: bool, quiet: bool) -> None:
    """Check shapes (SHACL), quotations and logical consistency; exit code 1 when something is wrong."""
    from customs_kg.commands.check import run_check

    report = run_check(folder, verbose=verbose, as_json=as_json, progress=Progress.on_terminal(quiet=quiet))
    if output is not None or not quiet:
        _deliver([report.text], output, headed=not as_json)
    if report.findings:
        raise SystemExit(1)


@cli.command(short_help="Compare with a reading by hand.", epilog=epilogs.EVALUATE)
@click.argument("report", type=click.Path(path_type=Path))
@click.option(
    "--gold",
    metavar="FILE",
    required=True,
    type=click.Path(path_type=Path),
    help="Reading of the report by hand, as JSON.",
)
@click.option("--misses", is_flag=True, help="List what was missed, and what was found too much.")
@format_option("table", "json")
@click.option("--encoding", metavar="NAME", default=None, help="Encoding of a text file.  [default: utf-8]")
@output_option
def evaluate(report: Path, gold: Path, misses: bool, form: str, encoding: str | None, output: Path | None) -> None:
    """Read REPORT and compare what was found with a reading of it by hand.

    Whoever edits the lexicon sees what that does: things, figures, relations and plans that were found, how many of
    them are right, and what was missed. docs/evaluating.md describes the file.
    """
    from customs_kg.commands.evaluate import run_evaluate

    with Progress.on_terminal().step(f"reading {report.name}"):
        told = run_evaluate(report, gold, form, misses=misses, encoding=encoding)
    _deliver([told], output)


@cli.command(short_help="Print the completion script of a shell.", epilog=epilogs.COMPLETION)
@click.argument("shell", type=Choice(["bash", "zsh", "fish"]))
def completion(shell: str) -> None:
    """Print what makes SHELL complete commands, options, questions, formats and names of things."""
    from customs_kg.commands.completion import completion_script

    click.echo(completion_script(cli, shell))


def main() -> None:
    """Entry point of the command `customs-kg`."""
    if isinstance(sys.stdout, io.TextIOWrapper) and not sys.stdout.isatty():
        # What other programs read is UTF-8 with the line ends of the format, on every platform.
        sys.stdout.reconfigure(encoding="utf-8", newline="")
    cli(prog_name="customs-kg")


def _deliver(parts: Iterable[str], output: Path | None, *, headed: bool = False) -> None:
    """Write the text to the file, or print it, on a terminal with its headings in bold if it has any."""
    if output is not None:
        from customs_kg.commands.output import write_parts

        write_parts(output, parts)
        return
    try:
        if sys.stdout.isatty():
            parts = without_controls(parts)
        print_paged(bold_headings(parts) if headed and wants_colour(sys.stdout) else parts)
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader of a pipe went away (`| head`): the flush at exit must not complain about it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as error:
        raise OutputError(f"cannot write to standard output: {error.strerror}") from error
