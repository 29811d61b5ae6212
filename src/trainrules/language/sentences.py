"""Splits a text into sentences: a line at the left margin and the indented lines under it."""

from __future__ import annotations

import re

from attrs import frozen

from trainrules.source import Span

_BLOCKS = ("standard", "example")
_ITEM = re.compile(r"[0-9]")
_FIRST_WORD = re.compile(r"[A-Za-z]+")


@frozen
class Line:
    """A line with words: where they start and end (a comment is not a word) and how far it is indented."""

    start: int
    end: int
    indent: int
    after_gap: bool = False


@frozen
class Block:
    """A sentence, and under a standard or example its items or facts, each as a stretch of the text.

    *lines* are the sentence's own lines; *stray* tells that it was indented with nothing above it.
    """

    span: Span
    lines: tuple[Line, ...]
    parts: tuple[Span, ...] = ()
    stray: bool = False


def split(text: str) -> tuple[Block, ...]:
    """Return the sentences of *text* in order; blank lines and comments are left out."""
    groups: list[list[Line]] = []
    for line in lines(text):
        if line.indent == 0 or not groups:
            groups.append([line])
        else:
            groups[-1].append(line)
    return tuple(_block(text, group) for group in groups)


def lines(text: str) -> list[Line]:
    """Return the lines of *text* that have words."""
    found: list[Line] = []
    start, gap = 0, False
    for raw in text.split("\n"):
        body = raw[: comment_at(raw)].rstrip()
        words = body.lstrip("\ufeff" if start == 0 else "").lstrip()
        if words:
            lead = len(body) - len(words)
            bare = lead - (1 if start == 0 and raw.startswith("\ufeff") else 0)
            found.append(Line(start + lead, start + len(body), bare, gap))
        gap = not raw.strip()
        start += len(raw) + 1
    return found


def comment_at(line: str) -> int:
    """Return where the comment of *line* starts, its length when it has none; `#` in quotes is text."""
    closing = ""
    for at, char in enumerate(line):
        if closing:
            closing = "" if char == closing else closing
        elif char == "#":
            return at
        elif char in '"“':
            closing = "”" if char == "“" else char
    return len(line)


def _block(text: str, group: list[Line]) -> Block:
    first = group[0]
    word = _FIRST_WORD.match(text, first.start)
    kind = word[0].lower() if word else ""
    own, rest = group, list[Line]()
    if kind in _BLOCKS:
        cut = next((i for i, line in enumerate(group) if i and _opens(text, kind, line)), len(group))
        own, rest = group[:cut], group[cut:]
    return Block(
        Span(first.start, own[-1].end),
        tuple(own),
        tuple(_parts(text, kind, rest)),
        stray=first.indent > 0,
    )


def _opens(text: str, kind: str, line: Line) -> bool:
    return kind == "example" or _ITEM.match(text, line.start) is not None


def _parts(text: str, kind: str, rest: list[Line]) -> list[Span]:
    """Return the items or facts: a line that is indented further than the first continues the one above."""
    made: list[Span] = []
    for line in rest:
        new = line.indent <= rest[0].indent if kind == "example" else _opens(text, kind, line)
        if new or not made:
            made.append(Span(line.start, line.end))
        else:
            made[-1] = Span(made[-1].start, line.end)
    return made
