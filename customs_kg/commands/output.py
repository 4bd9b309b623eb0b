"""Writing results where the user asked for them."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from tempfile import NamedTemporaryFile

from customs_kg.ontology.errors import OutputError


def write_parts(path: Path, parts: Iterable[str]) -> None:
    """Write the text as UTF-8, its line ends as they are, part by part; see `write_bytes`.

    Raises:
        OutputError: The file cannot be written.
    """
    _write(path, (part.encode("utf-8") for part in parts))


def write_bytes(path: Path, data: bytes) -> None:
    """Write the file whole or not at all: a failed write leaves a former file as it was.

    Raises:
        OutputError: The file cannot be written.
    """
    _write(path, [data])


def _write(path: Path, parts: Iterable[bytes]) -> None:
    try:
        if path.exists() and not path.is_file():
            with path.open("wb") as device:  # a device or a pipe; a folder raises
                device.writelines(parts)
            return
        with NamedTemporaryFile("wb", dir=path.parent, prefix=f".{path.name}.", delete=False) as file:
            temporary = Path(file.name)
            try:
                file.writelines(parts)
                file.close()
                _publish(temporary, path)
            except BaseException:  # a part that fails, or the user who stops it, leaves nothing either
                file.close()
                temporary.unlink(missing_ok=True)
                raise
    except OSError as error:
        raise OutputError(f"cannot write {path}: {error.strerror}; give another file with -o") from error


def _publish(temporary: Path, path: Path) -> None:
    mask = os.umask(0)
    os.umask(mask)
    temporary.chmod(0o666 & ~mask)
    temporary.replace(path)
