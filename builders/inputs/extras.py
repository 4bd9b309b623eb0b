"""What to say when the library for a kind of file is not installed."""

from __future__ import annotations

from customs_kg.ontology.errors import InputError


def missing_extra(name: str, kind: str, extra: str) -> InputError:
    """The error for a file whose reader is an extra that is not installed."""
    return InputError(f"{name} is {kind}, which needs an extra: install it with pip install 'customs-kg[{extra}]'.")
