"""`customs-kg export`: the graph in the format of another tool."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from customs_kg.commands.output import write_bytes
from customs_kg.graph.exports import FOUR_TABLES
from customs_kg.graph.exports.formats import export_file, export_tables
from customs_kg.graph.exports.table_files import zip_files
from customs_kg.graph.statement_forms import Form, restate
from customs_kg.graph.store import read_graph
from customs_kg.ontology.errors import InputError, OutputError

# RDF/XML of RDF 1.1 has no triple terms; the other formats tell claims in their own way.
_TAKES: Mapping[Form, tuple[str, ...]] = {
    "rdf12": ("turtle", "ntriples"),
    "owl": ("turtle", "ntriples", "rdfxml"),
}


def run_export(folder: Path, form: str, output: Path | None, statements: Form = "claims") -> str:
    """Write the graph of this folder to `output`; without one, give it back as text for the screen.

    The tables of CSV and Parquet are four files: `output` is then a folder, made if need be, or a .zip file.

    Args:
        folder: A build.
        form: A format of `customs_kg.graph.exports`.
        output: The file or folder to write.
        statements: Claims as nodes of their own, as reifiers of RDF 1.2, or as axiom annotations of OWL 2.

    Raises:
        InputError: The folder holds no readable graph; tables have no output; a library is missing; the
            format cannot hold claims in that form.
        OutputError: The output cannot be written.
    """
    if statements in _TAKES and form not in _TAKES[statements]:
        raise InputError(
            f"--statements {statements} can be written as {' or '.join(_TAKES[statements])}, not as {form}"
        )
    if form in FOUR_TABLES:
        return _export_tables(folder, form, output)
    data = export_file(restate(read_graph(folder), statements), form)
    if output is None:
        return data.decode("utf-8")
    write_bytes(output, data)
    return ""


def _export_tables(folder: Path, form: str, output: Path | None) -> str:
    if output is None:
        raise InputError(f"{form} is four tables: name a folder or a .zip file for them with -o")
    files = export_tables(read_graph(folder), form)
    if output.suffix.lower() == ".zip":
        write_bytes(output, zip_files(files))
        return ""
    try:
        output.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(f"cannot write {output}: {error.strerror}; name a folder or a .zip file with -o") from error
    for name, data in files.items():
        write_bytes(output / name, data)
    return ""
