"""Places as editors count them: a line from 0, and on it the units of an encoding; never outside the text."""

from __future__ import annotations

import re
from bisect import bisect_right

from attrs import field, frozen

from trainrules.source import Span

_LINE_END = re.compile(r"\r\n|\n|\r")
_BYTES = {"utf-8": 1, "utf-16": 2, "utf-32": 4}
_CODECS = {"utf-8": "utf-8", "utf-16": "utf-16-le", "utf-32": "utf-32-le"}


@frozen
class Places:
    """Turns offsets of *text* into lines and units and back; *encoding* is what the editor counts in.

    Only `\\n`, `\\r\\n` and `\\r` end a line, as the protocol has it; Python's `splitlines` knows more.
    """

    text: str = field(repr=False)
    encoding: str = "utf-16"
    _starts: tuple[int, ...] = field(init=False, eq=False, repr=False)

    @_starts.default
    def _line_starts(self) -> tuple[int, ...]:
        return (0, *(found.end() for found in _LINE_END.finditer(self.text)))

    def place(self, offset: int) -> tuple[int, int]:
        """Return the line and the units before *offset* on it; the end of the text for one past it."""
        at = min(max(offset, 0), len(self.text))
        line = bisect_right(self._starts, at) - 1
        return line, self.units(self.text[self._starts[line] : at])

    def offset(self, line: int, units: int) -> int:
        """Return the offset of a place; what is past the end of a line is its end.

        A place inside a character is the character's start.
        """
        if line < 0:
            return 0
        if line >= len(self._starts):
            return len(self.text)
        start, end = self._starts[line], self.line_end(line)
        left = units
        for at in range(start, end):
            left -= self.units(self.text[at])
            if left < 0:
                return at
        return end

    def line_end(self, line: int) -> int:
        """Return the offset at which *line* ends, before its line end."""
        last = line + 1 >= len(self._starts)
        end = len(self.text) if last else self._starts[line + 1]
        return end if last else self._starts[line] + len(self.text[self._starts[line] : end].rstrip("\r\n"))

    def units(self, text: str) -> int:
        """Return how many units *text* has."""
        if self.encoding == "utf-32" or text.isascii():
            return len(text)
        return len(text.encode(_CODECS[self.encoding], "surrogatepass")) // _BYTES[self.encoding]

    def by_line(self, span: Span) -> list[Span]:
        """Return *span* cut at line ends, its empty pieces left out."""
        first, last = (bisect_right(self._starts, at) - 1 for at in (span.start, max(span.start, span.end)))
        pieces = [
            Span(max(span.start, self._starts[line]), min(span.end, self.line_end(line)))
            for line in range(first, last + 1)
        ]
        return [piece for piece in pieces if piece.start < piece.end]
