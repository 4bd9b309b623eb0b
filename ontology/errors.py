"""What can go wrong, as one tree.

CustomsKgError
+-- InputError        a report, graph, query or parameter that cannot be used as given
+-- OutputError       a place that cannot be written
+-- OntologyError     the Turtle under ontology/ breaks its own rules

Each message says what was read, where, what was expected and what to do. The command line prints it as
one line and exits with 2.
"""

from __future__ import annotations


class CustomsKgError(Exception):
    """Root of every error that this project raises on purpose."""


class InputError(CustomsKgError):
    """A report, a built graph, a query or a parameter cannot be used as given."""


class OutputError(CustomsKgError):
    """An output cannot be written where it was asked for."""


class OntologyError(CustomsKgError):
    """The vocabulary under ontology/ is malformed or breaks one of its rules."""
