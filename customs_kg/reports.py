"""Reports as files: the text of each, those of a folder, and the one that comes with the package."""

from __future__ import annotations

from collections.abc import Iterable
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from customs_kg.ontology.errors import InputError

if TYPE_CHECKING:
    from customs_kg.builders.inputs.source import SourceText
    from customs_kg.graph.model import ReportFacts

DIGEST = "china-customs-2016-digest.txt"


def report_files(paths: Iterable[Path]) -> list[Path]:
    """The files to read: each path, and for a folder the reports directly in it, by name.

    In a folder, hidden files, links and files of other kinds are passed over.

    Raises:
        InputError: A folder cannot be read or holds no report.
    """
    return [file for path in paths for file in (_in_folder(path) if path.is_dir() else [path])]


def read_source(path: Path, encoding: str | None = None) -> SourceText:
    """The text of a report: of a text, Markdown, HTML, Word or PDF file.

    Args:
        path: The file.
        encoding: That of a text, Markdown or HTML file that does not state its own; UTF-8 if None.

    Raises:
        InputError: It is missing, a folder, empty, too large, of another kind or unreadable.
    """
    from customs_kg.builders.inputs.source import MAX_FILE, read_source_text

    if path.is_dir():
        raise InputError(f"{path} is a folder; name the report file in it")
    try:
        with path.open("rb") as file:
            data = file.read(MAX_FILE + 1)
    except FileNotFoundError:
        raise InputError(f"there is no file {path}; give the path of a report") from None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        raise InputError(f"cannot read {str(path)!r}: {reason}") from error
    return read_source_text(data, path.name, encoding)


def read_facts(source: SourceText) -> ReportFacts:
    """Everything that a report says.

    Raises:
        InputError: The text is empty or holds no words.
    """
    from customs_kg.builders.pipeline import read_report

    return read_report(source.data, source.name, original_sha256=source.original, pages=source.pages)


def read_digest() -> SourceText:
    """The bundled digest of the China Customs report of 2016."""
    from customs_kg.builders.inputs.source import SourceText

    return SourceText(DIGEST, files("customs_kg").joinpath("examples", DIGEST).read_bytes())


def _in_folder(folder: Path) -> list[Path]:
    from customs_kg.builders.inputs.source import SUFFIXES

    try:
        found = [
            item
            for item in folder.iterdir()
            if item.suffix.lower() in SUFFIXES
            and not item.name.startswith((".", "~$"))  # what Word keeps beside an open document
            and not item.is_symlink()
            and item.is_file()
        ]
    except OSError as error:
        raise InputError(f"cannot read the folder {folder}: {error.strerror}") from error
    if not found:
        raise InputError(f"the folder {folder} holds no report; files were expected that end in {', '.join(SUFFIXES)}")
    return sorted(found, key=lambda item: item.name)
