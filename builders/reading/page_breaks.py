"""Paragraphs and list items that a page break cut in two, joined again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from customs_kg.builders.reading.blocks import Block, BlockKind
from customs_kg.builders.reading.line_breaks import LineBreaks

_STOP = re.compile(r"[.!?:][\"')\]]*$")
_CUTTABLE = ((BlockKind.PARAGRAPH, BlockKind.PARAGRAPH), (BlockKind.ITEM, BlockKind.PARAGRAPH))
_LONG = 40  # characters of a line that a page may have broken


@dataclass(frozen=True, slots=True)
class Placed:
    """A block and the positions of its first and last lines."""

    block: Block
    first: int
    last: int


def joined(blocks: Iterable[Placed], breaks: LineBreaks) -> Iterator[Block]:
    """The blocks in order, each with what goes on with it after a page break."""
    waiting: Placed | None = None
    rest: list[Block] = []
    for placed in blocks:
        if waiting is not None and _is_cut(waiting, placed, breaks):
            rest.append(placed.block)
            waiting = replace(waiting, last=placed.last)
            continue
        if waiting is not None:
            yield _with_rest(waiting.block, rest)
        waiting, rest = placed, []
    if waiting is not None:
        yield _with_rest(waiting.block, rest)


def _is_cut(before: Placed, after: Placed, breaks: LineBreaks) -> bool:
    """The second block goes on with the sentence of the first."""
    if (before.block.kind, after.block.kind) not in _CUTTABLE:
        return False
    last, first = breaks.lines[before.last], breaks.lines[after.first]
    if _STOP.search(last.text.text) or before.block.apart or first.rule:
        return False
    if before.block.kind is BlockKind.ITEM and first.indent < last.indent and not first.page:
        return False
    if first.text.text[:1].islower():
        return True
    full = breaks.setting.spacing or first.page or breaks.is_full(before.last, after.first)
    return bool(full) and len(last.text.text) > _LONG


def _with_rest(block: Block, rest: Sequence[Block]) -> Block:
    if not rest:
        return block
    return replace(block, lines=(*block.lines, *(line for part in rest for line in part.lines)))
