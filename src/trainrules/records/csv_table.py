"""A CSV file as rows of cells, each with its column and place, or everything that is wrong with it."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain

from attrs import frozen

from trainrules.records.csv_cells import Cell
from trainrules.records.csv_columns import Column, columns_of
from trainrules.records.errors import Problem, RecordError, Unreadable
from trainrules.records.stream import Line

Piece = dict[str, object]


@frozen
class Row:
    """One row: its number as a spreadsheet counts, and the value of each cell that is not blank.

    *bad* are the headings of cells that could not be read, which keep their text.
    """

    number: int
    values: tuple[tuple[Column, object], ...]
    bad: frozenset[str] = frozenset()

    def get(self, field: str) -> object:
        """Return the value of *field*, None when its cell is blank."""
        return next((value for column, value in self.values if column.field == field), None)

    def heading(self, *fields: str) -> str:
        """Return the heading of the first of *fields* in this row, empty when it has none of them."""
        return next((column.heading for column, _ in self.values if column.field in fields), "")


@frozen
class Table:
    """The rows of a file, its headings, and the problems of its cells."""

    name: str
    headings: tuple[str, ...]
    rows: tuple[Row, ...]
    problems: tuple[Problem, ...]

    def problem(self, row: Row, heading: str, message: str) -> Problem:
        """Return a problem in the cell of *row* under *heading* (empty: of the row as a whole)."""
        return cell_problem(self.name, row.number, heading, message)


def cell_problem(name: str, number: int, heading: str, message: str) -> Problem:
    """Return a problem that names file, row and column."""
    return Problem(f"row {number}, column `{heading}`" if heading else f"row {number}", message, name)


def read_table(
    lines: Iterable[Line],
    name: str,
    known: Mapping[str, tuple[str, ...]],
    mapping: Mapping[str, str],
    cell_of: Callable[[Column], Cell],
    free: bool,
) -> Table:
    """Return the table in *lines*.

    Commas, semicolons or tabs part its cells: whichever the line of headings has most of.
    Raises `RecordError` where its headings cannot be used; rows are all read, good or bad.
    """
    rows = _rows(lines, name)
    headings = tuple(next(rows, (1, []))[1])
    if not any(heading.strip() for heading in headings):
        raise RecordError([Problem("row 1", "there are no column headings", name)])
    columns, wrong = columns_of(headings, known, mapping, free)
    if wrong:
        raise RecordError(Problem("row 1", message, name) for message in wrong)
    good: list[Row] = []
    problems: list[Problem] = []
    for number, cells in rows:
        if not any(cell.strip() for cell in cells):
            continue
        if len(cells) != len(headings):
            message = f"has {len(cells)} cells, where there are {len(headings)} headings"
            problems.append(cell_problem(name, number, "", message))
            continue
        row, bad = _row(name, number, zip(columns, cells, strict=True), cell_of)
        good.append(row)
        problems += bad
    return Table(name, headings, tuple(good), tuple(problems))


def _row(
    name: str, number: int, cells: Iterable[tuple[Column | None, str]], cell_of: Callable[[Column], Cell]
) -> tuple[Row, list[Problem]]:
    """Return the row of *cells*, and the problems of those that cannot be read."""
    values: list[tuple[Column, object]] = []
    unread: set[str] = set()
    problems: list[Problem] = []
    for column, cell in cells:
        if column is None or not cell.strip():
            continue
        try:
            values.append((column, cell_of(column)(cell.strip())))
        except Unreadable as bad:
            problems += [cell_problem(name, number, column.heading, message) for _, message in bad.found]
            values.append((column, cell))
            unread.add(column.heading)
    return Row(number, tuple(values), frozenset(unread)), problems


def _rows(lines: Iterable[Line], name: str) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows of *lines* with their numbers, the headings first."""
    texts = (line for _, line in lines)
    first = next(texts, "")
    part = max(",;\t", key=first.count)
    reader = csv.reader(chain([first], texts), delimiter=part, strict=True)
    number = 0
    while True:
        number += 1
        try:
            yield number, next(reader)
        except StopIteration:
            return
        except csv.Error as bad:
            raise RecordError([Problem(f"row {number}", f"is not CSV: {bad}", name)]) from None
