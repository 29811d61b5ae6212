"""The head of a file: what its lines say, each said once."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from typing import Any

from attrs import evolve

from trainrules.language import ast
from trainrules.model.lowering.context import Context, HeadLines
from trainrules.model.lowering.when import period
from trainrules.model.rules import Days, Strength
from trainrules.source import Span

_KEYS = {"policy": "title", "strength": "strength", "calendar": "calendar", "breaks": "breaks"}
MANY = ("uses",)
"""Head lines that a file may have several of."""


def head_of(ctx: Context, tree: ast.Tree) -> HeadLines:
    """Return what the head lines of *tree* say; a line said twice is an error."""
    head = HeadLines()
    seen: set[str] = set()
    for sentence in tree.sentences:
        if not isinstance(sentence, (ast.Head, ast.SourceLine, ast.InForce)):
            continue
        key = sentence.key if isinstance(sentence, ast.Head) else _key(sentence)
        if key in MANY:
            continue
        if key in seen:
            _error_twice(ctx, key, sentence.span)
            continue
        seen.add(key)
        head = _with(ctx, head, sentence)
    return head


def _key(sentence: ast.SourceLine | ast.InForce) -> str:
    return "source" if isinstance(sentence, ast.SourceLine) else "in force"


def _with(ctx: Context, head: HeadLines, line: ast.Head | ast.SourceLine | ast.InForce) -> HeadLines:
    """Return *head* with what *line* says."""
    if isinstance(line, ast.SourceLine):
        return evolve(head, source_title=line.title, source_file=line.file or "")
    if isinstance(line, ast.InForce):
        return evolve(head, force=Days(line.start, line.until))
    value: Any = line.value
    if line.key == "next review":
        return evolve(head, next_review=_review(value))
    if isinstance(value, ast.Duration):
        value = period(ctx, value, working=False)
    elif line.key == "strength":
        value = Strength(value)
    return evolve(head, **{_KEYS[line.key]: value})


def _review(value: Any) -> date:
    """Return the last day of the next review: of a month, its last."""
    if isinstance(value, date):
        return value
    assert value.year is not None
    return date(value.year, value.month, monthrange(value.year, value.month)[1])


def _error_twice(ctx: Context, key: str, span: Span) -> None:
    ctx.problems.error(
        "TR204", f"`{key}` is said twice in the head", span, "said again here", "keep one of the two lines"
    )
