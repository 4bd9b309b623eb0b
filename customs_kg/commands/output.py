"""Writing results where the user asked for them."""

from __future__ import annotations

import os
from pathlib import Path
from tempfile import NamedTemporaryFile

from customs_kg.ontology.errors import OutputError


def write_text(path: Path, text: str) -> None:
    """Write the text as UTF-8, its line ends as they are; see `write_bytes`.

    Raises:
        OutputError: The file cannot be written.
    """
    write_bytes(path, text.encode("utf-8"))


def write_bytes(path: Path, data: bytes) -> None:
    """Write the file whole or not at all: a failed write leaves a former file as it was.

    Raises:
        OutputError: The file cannot be written.
    """
    try:
        if path.exists() and not path.is_file():
            path.write_bytes(data)  # a device or a pipe; a folder raises
            return
        with NamedTemporaryFile("wb", dir=path.parent, prefix=f".{path.name}.", delete=False) as file:
            temporary = Path(file.name)
            try:
                file.write(data)
            except OSError:
                temporary.unlink(missing_ok=True)
                raise
        _publish(temporary, path)
    except OSError as error:
        raise OutputError(f"cannot write {path}: {error.strerror}; give another file with -o") from error


def _publish(temporary: Path, path: Path) -> None:
    try:
        mask = os.umask(0)
        os.umask(mask)
        temporary.chmod(0o666 & ~mask)
        temporary.replace(path)
    except OSError:
        temporary.unlink(missing_ok=True)
        raise
