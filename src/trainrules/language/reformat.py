"""A rule file in canonical form, with its comments and blank lines where they were."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from trainrules.diagnostics import Diagnostic, has_errors
from trainrules.language.ast import Example, Expect, Fact, Sentence, Standard, StandardItem
from trainrules.language.format import own_lines, part_line
from trainrules.language.parse import parse
from trainrules.language.sentences import comment_at
from trainrules.source import Source, Span

Part = StandardItem | Fact | Expect

_INDENT = "  "


@frozen
class Unit:
    """Lines *first* to *last* of the file (from 0), what is written in their place, and how far in."""

    first: int
    last: int
    lines: tuple[str, ...]
    indent: str = ""
    opens: bool = False

    @property
    def in_block(self) -> bool:
        """Return whether an indented comment below belongs with it."""
        return self.opens or bool(self.indent)


def reformat(source: Source) -> tuple[str, tuple[Diagnostic, ...]]:
    """Return *source* in canonical form; a text with errors comes back as it is, with what is wrong.

    A comment at the end of a sentence's first line stays there; one further down goes above the sentence.
    """
    tree, told = parse(source)
    if has_errors(told):
        return source.text, told
    raw = source.text.removeprefix("\ufeff").split("\n")
    units = [unit for sentence in tree.sentences for unit in _units(source, raw, sentence)]
    made: list[str] = []
    before: Unit | None = None
    for unit in units:
        made += _between(raw[before.last + 1 if before else 0 : unit.first], before, unit)
        made += _written(raw, unit)
        before = unit
    made += _between(raw[before.last + 1 if before else 0 :], before, None)
    return _joined(made), told


def _units(source: Source, raw: list[str], sentence: Sentence) -> Iterator[Unit]:
    parts = sorted(_parts(sentence), key=lambda part: part.span.start)
    first, last = _rows(source, sentence.span)
    if not isinstance(sentence, (Standard, Example)):
        yield Unit(first, last, tuple(own_lines(sentence)))
        return
    if parts:
        last = _rows(source, parts[0].span)[0] - 1
        while last > first and not _words(raw[last]):
            last -= 1
    yield Unit(first, last, tuple(own_lines(sentence)), opens=True)
    rows: dict[int, list[str]] = {}
    ends: dict[int, int] = {}
    for part in parts:
        start, end = _rows(source, part.span)
        rows.setdefault(start, []).append(_INDENT + part_line(part))
        ends[start] = max(end, ends.get(start, end))
    for start, lines in rows.items():
        yield Unit(start, ends[start], tuple(lines), _INDENT)


def _parts(sentence: Sentence) -> tuple[Part, ...]:
    if isinstance(sentence, Standard):
        return sentence.items
    return (*sentence.facts, *sentence.expects) if isinstance(sentence, Example) else ()


def _rows(source: Source, span: Span) -> tuple[int, int]:
    return source.place(span.start)[0] - 1, source.place(max(span.start, span.end - 1))[0] - 1


def _words(line: str) -> str:
    return line[: comment_at(line)].strip()


def _comment(line: str) -> str:
    return line[comment_at(line) :].strip()


def _written(raw: list[str], unit: Unit) -> list[str]:
    """Return the unit's lines, its first comment at the end of the first, the others above."""
    above = [unit.indent + _comment(line) for line in raw[unit.first + 1 : unit.last + 1] if _comment(line)]
    beside = _comment(raw[unit.first])
    first = f"{unit.lines[0]}  {beside}" if beside else unit.lines[0]
    return [*above, first, *unit.lines[1:]]


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
