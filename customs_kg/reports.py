"""Reports as files: the text of each with its corrections, those of a folder, and the one in the package."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from customs_kg.ontology.errors import InputError

if TYPE_CHECKING:
    from customs_kg.builders.inputs.source import SourceText
    from customs_kg.graph.curation import Curation
    from customs_kg.graph.model import ReportFacts

DIGEST = "china-customs-2016-digest.txt"


@dataclass(frozen=True, slots=True)
class ReadReport:
    """What a report says, as a person has corrected it, with the bytes of its text."""

    facts: ReportFacts
    data: bytes
    curation: Curation | None = None


def read_reports(paths: Sequence[Path], encoding: str | None = None, *, processes: int = 1) -> Iterator[ReadReport]:
    """Each report in the order of the paths, or the bundled digest when there are none.

    Args:
        paths: Report files.
        encoding: That of text files that do not state their own; UTF-8 if None.
        processes: How many reports are read at once; what is read does not depend on it.

    Raises:
        InputError: A report or its corrections cannot be used.
    """
    read = partial(read_report_file, encoding=encoding)
    if not paths:
        digest = read_digest()
        yield ReadReport(read_facts(digest), digest.data)
    elif min(processes, len(paths)) < 2:
        yield from map(read, paths)
    else:
        from concurrent.futures import ProcessPoolExecutor
        from multiprocessing import get_context

        with ProcessPoolExecutor(min(processes, len(paths)), mp_context=get_context("spawn")) as pool:
            yield from pool.map(read, paths)


def read_report_file(path: Path, encoding: str | None = None) -> ReadReport:
    """What one file says, with the corrections in the `.curation.toml` file beside it worked in.

    Raises:
        InputError: The report or its corrections cannot be used.
    """
    from customs_kg.graph.curation import Curation, curate
    from customs_kg.graph.curation_file import curation_name, read_corrections

    source = read_source(path, encoding)
    facts = read_facts(source)
    corrections = path.with_name(curation_name(path))
    try:
        data = corrections.read_bytes()
    except FileNotFoundError:
        return ReadReport(facts, source.data)
    except OSError as error:
        raise InputError(f"cannot read the corrections in {corrections}: {error.strerror}") from error
    curated = curate(facts, read_corrections(data, str(corrections)))
    return ReadReport(curated.facts, source.data, Curation(facts.text.sha256, data, curated.idle))


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
