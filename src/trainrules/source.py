"""Text and places in it: every message and every result can say which line it comes from."""

from __future__ import annotations

from bisect import bisect_right

from attrs import field, frozen


@frozen
class Span:
    """A stretch of a source text: character offsets, *end* exclusive."""

    start: int
    end: int

    def to(self, other: Span) -> Span:
        """Return the stretch from the start of this one to the end of *other*."""
        return Span(self.start, other.end)


_HYPHENS = str.maketrans("‐‑", "--")


def _typed(text: str) -> str:
    """Return *text* with the hyphens that word processors put (U+2010, U+2011) as they are typed."""
    return text.translate(_HYPHENS)


@frozen
class Source:
    """A text with the name it goes by in messages: a path, or `<text>`."""

    name: str
    text: str = field(repr=False, converter=_typed)
    _line_starts: tuple[int, ...] = field(init=False, eq=False, repr=False)

    @_line_starts.default
    def _starts(self) -> tuple[int, ...]:
        return (0, *(i + 1 for i, char in enumerate(self.text) if char == "\n"))

    def place(self, offset: int) -> tuple[int, int]:
        """Return the line and column of *offset*, both counted from 1."""
        line = bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1

    def line(self, number: int) -> str:
        """Return line *number* (from 1) without its line end; empty when there is no such line."""
        lines = self._line_starts
        if not 1 <= number <= len(lines):
            return ""
        end = lines[number] - 1 if number < len(lines) else len(self.text)
        return self.text[lines[number - 1] : end].rstrip("\r")

    def slice(self, span: Span) -> str:
        """Return the words at *span*."""
        return self.text[span.start : span.end]
