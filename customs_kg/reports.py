"""Reports as files: the bytes of each, and the one that comes with the package."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from customs_kg.ontology.errors import InputError

DIGEST = "china-customs-2016-digest.txt"


def read_source(path: Path) -> tuple[str, bytes]:
    """The name and bytes of a report.

    Raises:
        InputError: It is missing, a folder, empty or unreadable.
    """
    if path.is_dir():
        raise InputError(f"{path} is a folder; name the report file in it")
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise InputError(f"there is no file {path}; give the path of a report as text") from None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        raise InputError(f"cannot read {str(path)!r}: {reason}") from error
    if not data.strip():
        raise InputError(f"{path} is empty; a report as UTF-8 text was expected")
    return path.name, data


def read_digest() -> tuple[str, bytes]:
    """The name and bytes of the bundled digest of the China Customs report of 2016."""
    return DIGEST, files("customs_kg").joinpath("examples", DIGEST).read_bytes()
