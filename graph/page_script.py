"""Joins the page's ES modules into one script, in the order in which they need each other.

A file opened from disk cannot import modules, and a policy of hashes allows no others. So each module becomes
a function that returns what it exports, and each import takes names out of such a result. Only what these
modules use is understood: named imports from `./name.js`, `export` before `function`, `async function` or
`const`, and no text literal over more than one line.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from customs_kg.ontology.errors import OntologyError

_IMPORT = re.compile(r'^import \{([^}]*)\} from "\./([a-z_]+)\.js";\n', re.MULTILINE)
_COMMENT = re.compile(r"^[ \t]*/\*\*(?:(?!\*/).)*\*/[ \t]*\n|/\*\* @type (?:(?!\*/).)*\*/ ?", re.MULTILINE | re.DOTALL)
_EXPORT = re.compile(r"^export (?=(?:async )?function (\w+)|const (\w+))", re.MULTILINE)
_NOTE = re.compile(r"[ \t]*(?<=[ \t])//[^\"'`\n]*$", re.MULTILINE)  # no quote follows, so it stands in no text
_INDENT = re.compile(r"^[ \t\n]+", re.MULTILINE)
_PLAIN = re.compile(r"^[^\"'`/\n]+$", re.MULTILINE)  # a line without texts and patterns,
_ROOM = re.compile(r" ?(=>|&&|\|\||[=,;:?{}()]) ?")  # where room beside these says nothing
_LEFT_OVER = re.compile(r"^(?:import|export)\b.*", re.MULTILINE)


def join_modules(modules: Mapping[str, str], entry: str) -> str:
    """The script that runs module `entry`, from the texts of all modules by name (without `.js`).

    Comments, types, indentation, empty lines and the room between signs of lines without texts stay behind.

    Raises:
        OntologyError: A module is missing, imports in a circle, or is written in a way not understood here.
    """
    ordered: list[str] = []
    _visit(entry, modules, ordered, ())
    parts = [_wrap(name, modules[name]) for name in ordered]
    return '"use strict";\n(() => {\n' + "".join(parts) + "})();\n"


def _visit(name: str, modules: Mapping[str, str], ordered: list[str], above: tuple[str, ...]) -> None:
    if name in ordered:
        return
    if name in above:
        raise OntologyError(f"the page's modules import in a circle: {' -> '.join((*above, name))}")
    if name not in modules:
        raise OntologyError(f"the page has no module {name}.js, which {above[-1] if above else 'it'} imports")
    for _, needed in _IMPORT.findall(modules[name]):
        _visit(needed, modules, ordered, (*above, name))
    ordered.append(name)


def _wrap(name: str, text: str) -> str:
    body = _COMMENT.sub("", _IMPORT.sub(_take, text))
    exported = sorted(match.group(1) or match.group(2) for match in _EXPORT.finditer(body))
    body = _EXPORT.sub("", body)
    left = _LEFT_OVER.search(body)
    if left:
        raise OntologyError(f"{name}.js: cannot join {left.group()!r}; use named imports and exports")
    if any(line.count("`") % 2 for line in body.splitlines()):
        raise OntologyError(f"{name}.js: a text literal runs over more than one line, and would lose its indentation")
    body = _PLAIN.sub(lambda line: _ROOM.sub(r"\1", line.group()), _INDENT.sub("", _NOTE.sub("", body)))
    return f"const ${name} = (() => {{\n{body}return {{{','.join(exported)}}};\n}})();\n"


def _take(match: re.Match[str]) -> str:
    names = ",".join(name.strip().replace(" as ", ":") for name in match.group(1).split(",") if name.strip())
    return f"const {{{names}}} = ${match.group(2)};\n"
