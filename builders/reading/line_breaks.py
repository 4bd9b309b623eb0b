"""Why a line was broken where it was: for want of room, or on purpose."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from customs_kg.builders.reading.lines import Line, Setting


@dataclass(frozen=True, slots=True)
class LineBreaks:
    """The breaks between the lines of a text; a line is named by its position."""

    lines: Sequence[Line]
    setting: Setting

    def is_full(self, at: int, following: int) -> bool:
        """The first word of the next line did not fit in this one."""
        room = len(self.lines[at].raw) + 1 + len(self.lines[following].text.text.split(" ")[0])
        return self.setting.wrapped and room > 0.92 * self.setting.width

    def is_short(self, at: int, share: float) -> bool:
        """The line was broken although the first word of the next would have fitted into this share of the width."""
        line = self.lines[at]
        length = len(line.raw) if line.indent < 0.3 * self.setting.width else len(line.text.text)
        return length + 1 + len(self.lines[at + 1].text.text.split(" ")[0]) < share * self.setting.width
