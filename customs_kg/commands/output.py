"""Writing results where the user asked for them."""

from __future__ import annotations

import os
from pathlib import Path
from tempfile import NamedTemporaryFile

from customs_kg.ontology.errors import OutputError


def write_text(path: Path, text: str) -> None:
    """Write the text to the file whole or not at all: a failed write leaves a former file as it was.

    Raises:
        OutputError: The file cannot be written.
    """
    try:
        if path.exists() and not path.is_file():
            path.write_text(text, encoding="utf-8", newline="")  # a device or a pipe; a folder raises
            return
        with NamedTemporaryFile(
            "w", encoding="utf-8", newline="", dir=path.parent, prefix=f".{path.name}.", delete=False
        ) as file:
            temporary = Path(file.name)
            file.write(text)
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
