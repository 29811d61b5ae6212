"""Dates are in the years that records are in."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from trainrules.checks.subject import Subject
from trainrules.diagnostics import Diagnostic
from trainrules.language import ast
from trainrules.source import Span

FIRST_YEAR, LAST_YEAR = 1900, 2100


def date_in_range(subject: Subject) -> Iterator[Diagnostic]:
    """Yield an error for every date before 1900 or after 2100."""
    for sentence in subject.tree.sentences:
        for year, span in _years(sentence, sentence.span):
            if not FIRST_YEAR <= year <= LAST_YEAR:
                yield subject.error(
                    "TR407",
                    f"the year {year} is not between {FIRST_YEAR} and {LAST_YEAR}",
                    span,
                    "far from any record",
                    "write the year in full, such as 2022",
                )


def _years(node: object, span: Span) -> Iterator[tuple[int, Span]]:
    """Yield every year in *node*, with the smallest place that is known for it."""
    if isinstance(node, date):
        yield node.year, span
    elif isinstance(node, tuple):
        for each in node:
            yield from _years(each, span)
    elif isinstance(node, ast.Month):
        if node.year is not None:
            yield node.year, node.span
    elif not isinstance(node, Span):
        place = getattr(node, "span", span)
        for each in getattr(node, "__attrs_attrs__", ()):
            yield from _years(getattr(node, each.name), place)
