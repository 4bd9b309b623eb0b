"""Write docs/library.md, the reference of the library, from signatures and docstrings.

`python scripts/library.py [--check]`: with --check nothing is written, and the exit code is 1 when the page is out
of date.
"""

from __future__ import annotations

import inspect
import re
import sys
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from generated_page import write_or_check

from customs_kg import KnowledgeGraph
from customs_kg.graph.index import Quotation
from customs_kg.graph.notebook import Records
from customs_kg.graph.records import Disagreement, Figure, Outcome, Plan
from customs_kg.ontology import errors
from customs_kg.queries.run import Solutions, Statements, Truth
from customs_kg.queries.things import Account, Statement, Thing

PAGE = Path(__file__).parent.parent / "docs" / "library.md"
CLASSES = (
    KnowledgeGraph, Records, Figure, Plan, Outcome, Disagreement, Quotation, Solutions, Truth, Statements, Account,
    Thing, Statement,
)  # fmt: skip
HEAD = """\
# The library

Written from the docstrings by `scripts/library.py`. The examples run in the tests, on a small invented report that is
built in the folder `kg/` and open as `kg`. A [tutorial](tutorial.ipynb) goes through a whole report.

```python
from customs_kg import KnowledgeGraph

kg = KnowledgeGraph.build("report.pdf")  # or KnowledgeGraph.open("kg") for what `customs-kg build` wrote
```
"""


def main() -> int:
    """Write the page, or compare it; 1 when --check finds it out of date."""
    return write_or_check(PAGE, render())


def render() -> str:
    """The page: each class with its public members, then the errors."""
    parts = [part for cls in CLASSES for part in _class(cls)]
    return "\n".join([HEAD, *parts, *_errors()])


def _class(cls: type) -> Iterator[str]:
    yield f"## {cls.__name__}\n"
    yield f"{_text(inspect.getdoc(cls))}\n"
    if is_dataclass(cls):
        yield "\n".join(f"- `{field.name}`: `{field.type}`" for field in fields(cls)) + "\n"
    for name, member in vars(cls).items():
        if name.startswith("_") or isinstance(member, str | tuple) or not inspect.getdoc(member):
            continue
        if isinstance(member, property | cached_property):
            yield f"### {cls.__name__}.{name}\n"
            yield f"{_text(inspect.getdoc(member))}\n"
        elif callable(member) or isinstance(member, classmethod):
            function: Any = member.__func__ if isinstance(member, classmethod) else member
            yield f"### {cls.__name__}.{name}\n"
            yield f"```python\n{name}{_signature(function)}\n```\n"
            yield f"{_text(inspect.getdoc(function))}\n"


def _signature(function: Any) -> str:
    signature = inspect.signature(function)
    kept = [p for p in signature.parameters.values() if p.name not in ("self", "cls")]
    return re.sub(r"(: |-> )'([^']*)'", r"\1\2", str(signature.replace(parameters=kept)))


def _text(doc: str | None) -> str:
    """A docstring as Markdown: examples and lists of errors as blocks."""
    lines: list[str] = []
    inside = False
    for line in (doc or "").splitlines():
        if line.startswith(">>>") and not inside:
            lines.append("```pycon")
            inside = True
        elif inside and not line.strip():
            lines.append("```")
            inside = False
        section = line.strip() in ("Raises:", "Args:", "Returns:") and not line.startswith(" ")
        lines.append(f"**{line.strip().removesuffix(':')}**\n" if section else _item(line, inside))
    return "\n".join([*lines, "```"] if inside else lines)


def _item(line: str, inside: bool) -> str:
    return f"- {line.strip()}" if not inside and line.startswith("    ") and not line.startswith("     ") else line


def _errors() -> Iterator[str]:
    yield "## Errors\n"
    yield "All stand in `customs_kg.ontology.errors`.\n"
    found = [error for error in vars(errors).values() if isinstance(error, type) and issubclass(error, Exception)]
    yield "\n".join(f"- `{error.__name__}`: {(inspect.getdoc(error) or '').splitlines()[0]}" for error in found) + "\n"


if __name__ == "__main__":
    sys.exit(main())
