"""Markdown (CommonMark with tables) to prose, by way of its HTML."""

from __future__ import annotations

import re

from customs_kg.builders.inputs.extras import missing_extra
from customs_kg.builders.inputs.html import read_html

_FRONT_MATTER = re.compile(r"\A\ufeff?---[ \t]*\r?\n.*?^(?:---|\.\.\.)[ \t]*\r?$\n?", re.DOTALL | re.MULTILINE)


def read_markdown(text: str, name: str) -> str:
    """The prose of a Markdown document without its front matter.

    Raises:
        InputError: markdown-it-py or lxml is not installed.
    """
    try:
        from markdown_it import MarkdownIt
    except ModuleNotFoundError:
        raise missing_extra(name, "Markdown", "markdown") from None
    body = _FRONT_MATTER.sub("", text, count=1)
    return read_html(MarkdownIt("commonmark").enable("table").render(body), name)
