"""A rule file in canonical form: the author's words and comments, evenly spelt, spaced and aligned."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve, frozen

from trainrules.diagnostics import Diagnostic, has_errors
from trainrules.language.ast import Example, Expect, Fact, Sentence, Standard, StandardItem
from trainrules.language.layout import DEEPER, WIDTH, Laid, laid_out
from trainrules.language.parse import parse
from trainrules.language.sentences import comment_at
from trainrules.source import Source, Span

Part = StandardItem | Fact | Expect

_INDENT = "  "
_BEFORE_CITATION = 3
_BEFORE_COMMENT = "   "
_WIDEST_COLUMN = 90
_ENDLESS = 1 << 30


@frozen
class Unit:
    """Lines *first* to *last* of the file (from 0), what is written in their place, and how far in.

    *column* is where its citation begins; 0 where it simply follows. *is_parted* is when a comment in it goes
    above it, and so parts it from the line before.
    """

    first: int
    last: int
    laid: Laid
    indent: str = ""
    opens: bool = False
    column: int = 0
    is_parted: bool = False

    @property
    def in_block(self) -> bool:
        """Return whether an indented comment below belongs with it."""
        return self.opens or bool(self.indent)

    @property
    def is_one_line(self) -> bool:
        """Return whether it is one line with a citation, so that its neighbours' can stand under it."""
        return len(self.laid.lines) == 1 and bool(self.laid.citation)

    def written(self) -> list[str]:
        """Return its lines."""
        first, *more = self.laid.lines
        deeper = self.indent + DEEPER
        lines = [self.indent + first, *(deeper + line for line in more)]
        if self.laid.citation:
            gap = max(_BEFORE_CITATION, self.column - len(lines[-1])) if len(lines) == 1 else _BEFORE_CITATION
            if len(lines[-1]) + gap + len(self.laid.citation) <= max(WIDTH, self.column + 30):
                lines[-1] += " " * gap + self.laid.citation
            else:
                lines.append(deeper + self.laid.citation)
        return [*lines, *(deeper + quote for quote in self.laid.quotes)]


def reformat(source: Source) -> tuple[str, tuple[Diagnostic, ...]]:
    """Return *source* in canonical form; a text with errors comes back as it is, with what is wrong.

    The tree stays the same, and what is in canonical form comes back unchanged. A comment at the end of a
    sentence's first line stays there; one further down goes above the sentence.
    """
    tree, told = parse(source)
    if has_errors(told):
        return source.text, told
    raw = source.text.removeprefix("\ufeff").split("\n")
    units = _aligned([unit for sentence in tree.sentences for unit in _units(source, raw, sentence)])
    made: list[str] = []
    before: Unit | None = None
    for unit in units:
        made += _between(raw[before.last + 1 if before else 0 : unit.first], before, unit)
        made += _with_comments(raw, unit)
        before = unit
    made += _between(raw[before.last + 1 if before else 0 :], before, None)
    return _joined(made), told


def _units(source: Source, raw: list[str], sentence: Sentence) -> Iterator[Unit]:
    parts = sorted(_parts(sentence), key=lambda part: part.span.start)
    first, last = _rows(source, sentence.span)
    is_block = isinstance(sentence, (Standard, Example))
    if is_block and parts:
        last = _rows(source, parts[0].span)[0] - 1
        while last > first and not _words(raw[last]):
            last -= 1
    width = _ENDLESS if isinstance(sentence, Example) else WIDTH
    laid = laid_out(_all_words(raw, first, last), width=width, digits=not is_block)
    yield Unit(first, last, laid, opens=is_block, is_parted=_has_comment_below(raw, first, last))
    rows: dict[int, int] = {}
    for part in parts:
        start, end = _rows(source, part.span)
        rows[start] = max(end, rows.get(start, end))
    for start, end in rows.items():
        words = _all_words(raw, start, end)
        is_item = isinstance(sentence, Standard)
        laid = laid_out(words, cites=is_item, digits=not is_item)
        yield Unit(start, end, laid, _INDENT, is_parted=_has_comment_below(raw, start, end))


def _has_comment_below(raw: list[str], first: int, last: int) -> bool:
    return any(_comment(line) for line in raw[first + 1 : last + 1])


def _aligned(units: list[Unit]) -> list[Unit]:
    """Return *units* with the citations of neighbouring one-line sentences under each other."""
    made: list[Unit] = []
    for unit in units:
        if made and _are_neighbours(made[-1], unit):
            made.append(unit)
            continue
        made.append(evolve(unit, column=-1))
    runs: list[list[Unit]] = []
    for unit in made:
        if unit.column < 0:
            runs.append([])
        runs[-1].append(unit)
    return [evolve(unit, column=at) for run in runs for at in (_column(run),) for unit in run]


def _are_neighbours(one: Unit, other: Unit) -> bool:
    is_next = (
        other.first == one.last + 1
        and not other.is_parted
        and one.indent == other.indent
        and not one.laid.quotes
    )
    return is_next and one.is_one_line and other.is_one_line


def _column(run: list[Unit]) -> int:
    lengths = [len(unit.indent) + len(unit.laid.lines[0]) for unit in run]
    fitting = [length for length in lengths if length + _BEFORE_CITATION <= _WIDEST_COLUMN]
    return max(fitting) + _BEFORE_CITATION if len(run) > 1 and fitting else 0


def _parts(sentence: Sentence) -> tuple[Part, ...]:
    if isinstance(sentence, Standard):
        return sentence.items
    return (*sentence.facts, *sentence.expects) if isinstance(sentence, Example) else ()


def _rows(source: Source, span: Span) -> tuple[int, int]:
    return source.place(span.start)[0] - 1, source.place(max(span.start, span.end - 1))[0] - 1


def _all_words(raw: list[str], first: int, last: int) -> str:
    return "\n".join(_words(line) for line in raw[first : last + 1])


def _words(line: str) -> str:
    return line[: comment_at(line)].strip()


def _comment(line: str) -> str:
    return line[comment_at(line) :].strip()


def _with_comments(raw: list[str], unit: Unit) -> list[str]:
    """Return the unit's lines, its first comment at the end of the first, the others above."""
    above = [unit.indent + _comment(line) for line in raw[unit.first + 1 : unit.last + 1] if _comment(line)]
    beside = _comment(raw[unit.first])
    first, *more = unit.written()
    return [*above, f"{first}{_BEFORE_COMMENT}{beside}" if beside else first, *more]


def _between(lines: list[str], before: Unit | None, after: Unit | None) -> list[str]:
    """Return the comments and blank lines between two units."""
    block = before is not None and before.in_block
    made: list[str] = []
    for line in lines:
        inside = block and (bool(after and after.indent) or line[:1].isspace())
        made.append((_INDENT if inside else "") + _comment(line) if _comment(line) else "")
    return made


def _joined(lines: list[str]) -> str:
    """Return *lines* as text: no blank lines at either end, never two together."""
    kept: list[str] = []
    for line in lines:
        if line or (kept and kept[-1]):
            kept.append(line)
    while kept and not kept[-1]:
        kept.pop()
    return "\n".join([*kept, ""]) if kept else ""
