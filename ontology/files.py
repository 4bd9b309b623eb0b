"""The Turtle and SPARQL files of the vocabulary, as they lie in the installed package."""

from __future__ import annotations

from importlib.resources import files
from importlib.resources.abc import Traversable

from customs_kg.ontology.errors import OntologyError

_PACKAGE = "customs_kg.ontology"


def ontology_files(folder: str = "", suffix: str = ".ttl") -> dict[str, str]:
    """The text of each file directly in this folder of the package, by name, sorted.

    Args:
        folder: A folder of the package ("shapes", "hygiene"), or nothing for its top level.
        suffix: How the names end.

    Raises:
        OntologyError: The folder is not there, or a file in it is not UTF-8.

    >>> sorted(ontology_files())[:2]
    ['alignments.ttl', 'cube.ttl']
    """
    home = _resource(folder)
    if not home.is_dir():
        raise OntologyError(f"ontology/{folder} is missing: reinstall customs-kg.")
    names = sorted(item.name for item in home.iterdir() if item.name.endswith(suffix))
    return {f"{folder}/{name}" if folder else name: _read(home / name, f"{folder}/{name}") for name in names}


def read_ontology_file(name: str) -> str:
    """The text of one file of the package, named as "customs-kg.ttl" or "shapes/claim.ttl".

    Raises:
        OntologyError: The file is not there or is not UTF-8.
    """
    resource = _resource(name)
    if not resource.is_file():
        raise OntologyError(f"ontology/{name} is missing: reinstall customs-kg.")
    return _read(resource, name)


def _resource(name: str) -> Traversable:
    home: Traversable = files(_PACKAGE)
    return home.joinpath(*name.split("/")) if name else home


def _read(resource: Traversable, name: str) -> str:
    try:
        return resource.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise OntologyError(
            f"ontology/{name.lstrip('/')} is not UTF-8 (byte {error.start}): save it as UTF-8."
        ) from error
