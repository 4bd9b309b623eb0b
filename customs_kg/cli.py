"""The command line: arguments to one library call to an exit code (0 fine, 1 findings, 2 usage or input).

Everything heavy is imported by the command that needs it, so that `--help` stays quick.
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal, TypeVar

import click

from customs_kg import __version__
from customs_kg.graph.exports import FORMATS
from customs_kg.ontology.errors import CustomsKgError, OutputError

DEFAULT_GRAPH = "kg"

_Command = TypeVar("_Command", bound=Callable[..., Any])


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


def format_option(command: _Command) -> _Command:
    """`--format`: the form of results."""
    return click.option(
        "--format",
        "form",
        default="table",
        show_default=True,
        type=click.Choice(["table", "csv", "json", "turtle"]),
        help="Form of the results.",
    )(command)


_EXAMPLES = """\b
Examples:
  customs-kg build report.txt            read a report into the folder kg/
  customs-kg ask                         list the questions it answers
  customs-kg ask trade-value             answer one, with the words of the report
  customs-kg show "World Customs Organization"
  customs-kg query "SELECT ?o WHERE { ?o a ck:Operation }" --format csv
  customs-kg view                        open the graph page
"""

_EXPORT_EXAMPLES = """\b
Examples:
  customs-kg export gexf -o report.gexf        open it in Gephi
  customs-kg export csv -o tables/             four tables in a folder
  customs-kg export jsonld | jq '."@graph"[0]'
"""

_EVALUATE_EXAMPLES = """\b
Examples:
  customs-kg evaluate report.txt --gold reading.json
  customs-kg evaluate report.txt --gold reading.json --misses
"""


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]}, epilog=_EXAMPLES)
@click.version_option(__version__, prog_name="customs-kg")
def cli() -> None:
    """Turn a customs administration's annual report into a knowledge graph that shows its evidence."""


@cli.command(short_help="Read reports into a folder.")
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
def build(reports: tuple[Path, ...], folder: Path, encoding: str | None, processes: int) -> None:
    """Read REPORTs and write DIR: graph.ttl, graph.html and summary.json.

    A REPORT is a text, Markdown, HTML, Word (.docx) or PDF file, or a folder of them. With no REPORT, reads the
    bundled digest of the China Customs annual report 2016.

    Corrections in a file NAME.curation.toml beside a report are worked in (see docs/correcting.md).
    """
    from customs_kg.commands.build import run_build

    progress = sys.stderr if sys.stderr.isatty() else None
    click.echo(run_build(reports, folder, encoding=encoding, processes=processes, progress=progress), nl=False)


@cli.command(short_help="Answer a question of the library.")
@click.argument("question", required=False)
@click.option(
    "-p",
    "--parameter",
    "parameters",
    metavar="NAME=VALUE",
    multiple=True,
    help="Set a parameter of the question; may be given several times.",
)
@graph_option
@format_option
@output_option
def ask(question: str | None, parameters: tuple[str, ...], folder: Path, form: str, output: Path | None) -> None:
    """Answer QUESTION of the question library, by name or number; with no QUESTION, list them all."""
    from customs_kg.commands.ask import run_ask, run_list

    text = run_ask(folder, question, parameters, form, width=_width()) if question else run_list(width=_width())
    _deliver(text, output)


@cli.command(short_help="Run a SPARQL query.")
@click.argument("query", metavar="SPARQL|FILE.rq")
@graph_option
@format_option
@output_option
def query(query: str, folder: Path, form: str, output: Path | None) -> None:
    """Run a SPARQL 1.1 query, given as text, as a FILE.rq, or as - for standard input.

    The usual prefixes (ck, ckt, id, skos, rdf, oa ...) need no declaration.
    """
    from customs_kg.commands.query import run_free_query

    _deliver(run_free_query(folder, query, form, width=_width()), output)


@cli.command(short_help="Show one thing and its facts.")
@click.argument("name")
@graph_option
@output_option
def show(name: str, folder: Path, output: Path | None) -> None:
    """Show one thing by NAME or alias: its facts, figures, results and plans, each with its sentence."""
    from customs_kg.commands.show import run_show

    _deliver(run_show(folder, name), output)


@cli.command(short_help="Open the graph page.")
@graph_option
@click.option("--no-browser", is_flag=True, help="Print the path only.")
def view(folder: Path, no_browser: bool) -> None:
    """Open the graph page in the browser and print its path."""
    from customs_kg.commands.view import run_view

    click.echo(run_view(folder, browser=not no_browser))


@cli.command(short_help="Write the graph for another tool.", epilog=_EXPORT_EXAMPLES)
@click.argument("form", metavar="FORMAT", type=click.Choice(FORMATS))
@click.option(
    "--statements",
    default="claims",
    show_default=True,
    type=click.Choice(["claims", "rdf12", "owl"]),
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

    _deliver(run_export(folder, form, output, statements), None)


@cli.command(short_help="Say what is wrong and where.")
@graph_option
@output_option
@click.option("-v", "--verbose", is_flag=True, help="List remarks too.")
def check(folder: Path, output: Path | None, verbose: bool) -> None:
    """Check shapes (SHACL), quotations and logical consistency; exit code 1 when something is wrong."""
    from customs_kg.commands.check import run_check

    report = run_check(folder, verbose=verbose)
    _deliver(report.text, output)
    if report.findings:
        raise SystemExit(1)


@cli.command(short_help="Compare with a reading by hand.", epilog=_EVALUATE_EXAMPLES)
@click.argument("report", type=click.Path(path_type=Path))
@click.option(
    "--gold",
    metavar="FILE",
    required=True,
    type=click.Path(path_type=Path),
    help="Reading of the report by hand, as JSON.",
)
@click.option("--misses", is_flag=True, help="List what was missed, and what was found too much.")
@click.option(
    "--format",
    "form",
    default="table",
    show_default=True,
    type=click.Choice(["table", "json"]),
    help="Form of the results.",
)
@click.option("--encoding", metavar="NAME", default=None, help="Encoding of a text file.  [default: utf-8]")
@output_option
def evaluate(report: Path, gold: Path, misses: bool, form: str, encoding: str | None, output: Path | None) -> None:
    """Read REPORT and compare what was found with a reading of it by hand.

    Whoever edits the lexicon sees what that does: things, figures, relations and plans that were found, how many of
    them are right, and what was missed. docs/evaluating.md describes the file.
    """
    from customs_kg.commands.evaluate import run_evaluate

    _deliver(run_evaluate(report, gold, form, misses=misses, encoding=encoding), output)


def main() -> None:
    """Entry point of the command `customs-kg`."""
    if isinstance(sys.stdout, io.TextIOWrapper) and not sys.stdout.isatty():
        # What other programs read is UTF-8 with the line ends of the format, on every platform.
        sys.stdout.reconfigure(encoding="utf-8", newline="")
    cli(prog_name="customs-kg")


def _width() -> int:
    from shutil import get_terminal_size

    return get_terminal_size((120, 40)).columns


def _deliver(text: str, output: Path | None) -> None:
    if output is not None:
        from customs_kg.commands.output import write_text

        write_text(output, text)
        return
    try:
        click.echo(text, nl=False)
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader of a pipe went away (`| head`): the flush at exit must not complain about it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as error:
        raise OutputError(f"cannot write to standard output: {error.strerror}") from error
