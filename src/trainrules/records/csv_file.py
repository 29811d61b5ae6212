"""Records from a pair of spreadsheets: `staff.csv`, one row a post, and `training.csv`, one a completion."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from trainrules.records.classes import StaffRecord
from trainrules.records.csv_cells import (
    ORDERS,
    Cell,
    certificate_cell,
    day_cell,
    list_cell,
    lower_cell,
    text_cell,
)
from trainrules.records.csv_columns import STAFF, TRAINING, Column, unused
from trainrules.records.csv_table import Piece, Row, Table, read_table
from trainrules.records.errors import Problem, RecordError, Unreadable
from trainrules.records.objects import record_from_dict
from trainrules.records.shape import Shape
from trainrules.records.shapes import POST
from trainrules.records.shapes import STAFF as STAFF_RECORD
from trainrules.records.shapes import TRAINING as COMPLETION
from trainrules.records.stream import Where, lines_of, name_of, opened

_DATES = ("joined", "left", "started", "ended", "completed", "evaluation returned", "fact")
_LISTS = ("groups", "levels", "roles")
_POST = {"post": "title"} | {field: field for field in (*_LISTS, "started", "ended")}
_PERSON = ("id", "kind", "name", "agency", "joined", "left")
_PLAIN = ("course", "completed", "delivery", "format", "hours", "days", "provider", "certificate")


def read_csv(
    staff: Where,
    training: Where | None = None,
    *,
    dates: str = "iso",
    mapping: Mapping[str, str] | None = None,
) -> Iterator[StaffRecord]:
    """Yield the staff of two CSV files, in the order of their first rows, once both have been read.

    *dates* is the order of the files' dates: iso, dmy or mdy. *mapping* gives columns their fields
    (`{"Start date": "started", "E-mail": ""}`: an empty one leaves the column out). A person with several
    posts has several rows, which agree on the person. Raises `RecordError` with every problem, each with
    its file, row and column; ValueError for an unknown date order.
    """
    if dates not in ORDERS:
        raise ValueError(f"{dates} is not a date order: say iso, dmy or mdy")
    mapping = mapping or {}
    people = _table(staff, STAFF, mapping, dates, free=True)
    done = _table(training, TRAINING, mapping, dates, free=False) if training is not None else None
    headings = people.headings + (done.headings if done else ())
    problems = [*people.problems, *(done.problems if done else ()), *unused(mapping, headings, people.name)]
    pieces = _people(people, problems)
    if done:
        _completions(done, pieces, people.name, problems)
    records = list(_records(people, pieces, problems))
    if problems:
        raise RecordError(problems)
    yield from records


def _table(
    where: Where, known: Mapping[str, tuple[str, ...]], mapping: Mapping[str, str], dates: str, *, free: bool
) -> Table:
    """Return the table in the file *where*."""
    name = name_of(where)

    def cell_of(column: Column) -> Cell:
        if column.field in _DATES:
            return day_cell(dates)
        if column.field in _LISTS:
            return list_cell
        return {"certificate": certificate_cell, "kind": lower_cell}.get(column.field, text_cell)

    with opened(where, name) as file:
        return read_table(lines_of(file, name), name, known, mapping, cell_of, free)


def _people(table: Table, problems: list[Problem]) -> dict[str, Piece]:
    """Return, by id, what the rows say of each person: as JSON has it, posts and all."""
    people: dict[str, Piece] = {}
    for row in table.rows:
        key = row.get("id")
        if not isinstance(key, str):
            problems.append(table.problem(row, "", "there is no `id`"))
            continue
        person: Piece = {field: row.get(field) for field in _PERSON if row.get(field) is not None}
        for column, value in row.values:
            if column.name:
                named = person.setdefault(f"{column.field}s", {})
                assert isinstance(named, dict)
                named[column.name] = value
        post = {to: row.get(field) for field, to in _POST.items() if row.get(field) is not None}
        _try(STAFF_RECORD, person, table, row, problems)
        _try(POST, post, table, row, problems)
        known = people.setdefault(key, {"posts": [], "training": [], "row": row})
        _agree(known, person, table, row, problems)
        if post:
            _list(known, "posts").append(post)
    return people


def _agree(known: Piece, person: Piece, table: Table, row: Row, problems: list[Problem]) -> None:
    """Add what a further row says of a person; what contradicts an earlier row is a problem."""
    for key, value in person.items():
        if isinstance(value, dict):
            inner = known.setdefault(key, {})
            assert isinstance(inner, dict)
            _agree(inner, value, table, row, problems)
        elif known.setdefault(key, value) != value:
            first = known.get("row")
            where = f" in row {first.number}" if isinstance(first, Row) else " in an earlier row"
            heading = _heading(row, f".{key}")
            if heading not in row.bad:
                message = f"this is not what it says{where} of the same person"
                problems.append(table.problem(row, heading, message))


def _completions(table: Table, people: dict[str, Piece], staff: str, problems: list[Problem]) -> None:
    """Give each completion to its person."""
    for row in table.rows:
        piece: Piece = {field: row.get(field) for field in _PLAIN if row.get(field) is not None}
        own = {field: row.get(field) for field in _LISTS if row.get(field) is not None}
        form = {"kind": row.get("evaluation"), "returned": row.get("evaluation returned")}
        piece |= {"for": own} if own else {}
        piece |= {"evaluations": [form]} if any(form.values()) else {}
        piece |= {"id": row.get("event")} if row.get("event") else {}
        _try(COMPLETION, piece, table, row, problems)
        key = row.get("id")
        if isinstance(key, str) and key in people:
            _list(people[key], "training").append(piece)
        else:
            message = f'"{key}" is not the id of anybody in {staff}' if key else "there is no `id`"
            problems.append(table.problem(row, row.heading("id"), message))


def _list(piece: Piece, key: str) -> list[object]:
    found = piece[key]
    assert isinstance(found, list)
    return found


def _try(shape: Shape[Any], piece: Piece, table: Table, row: Row, problems: list[Problem]) -> None:
    """Add the problems of one row's piece, each under the heading that it stands in."""
    try:
        shape.read(piece)
    except Unreadable as bad:
        found = [(_heading(row, path), message) for path, message in bad.found]
        problems += [table.problem(row, where, message) for where, message in found if where not in row.bad]


def _heading(row: Row, path: str) -> str:
    """Return the heading of the cell that a JSON *path* comes from."""
    fields = {".title": "post", ".id": "event" if row.get("event") else "id"}
    fields |= {".evaluations[0].kind": "evaluation", ".evaluations[0].returned": "evaluation returned"}
    plain = path.removeprefix(".for").partition("[")[0]
    exact = row.heading(fields.get(path, plain.removeprefix(".")))
    return exact or next((c.heading for c, _ in row.values if c.name and c.name in path), "")


def _records(table: Table, people: dict[str, Piece], problems: list[Problem]) -> Iterator[StaffRecord]:
    """Yield the records, unless something is wrong with any row."""
    if problems:
        return
    for piece in people.values():
        row = piece.pop("row")
        try:
            yield record_from_dict(piece, StaffRecord)
        except RecordError as bad:
            assert isinstance(row, Row)
            problems += [table.problem(row, "", f"{each.path}: {each.message}") for each in bad.problems]
