"""Which column of a spreadsheet holds which field: by name, by a usual other name, or as mapped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches

from attrs import frozen

from trainrules.model.rules import fold
from trainrules.records.errors import Problem

STAFF: Mapping[str, tuple[str, ...]] = {
    "id": ("staff id", "person id", "employee id", "staff number", "employee number", "payroll number"),
    "kind": (),
    "name": ("full name", "staff name", "employee name"),
    "agency": ("organisation", "organization", "employer", "agency name"),
    "joined": ("date joined", "joining date", "joined on", "joined organisation"),
    "left": ("date left", "leaving date", "left on", "left organisation"),
    "post": ("post title", "job title", "job", "position"),
    "groups": ("group", "training group", "training groups"),
    "levels": ("level", "training level", "training levels"),
    "roles": ("role",),
    "started": ("post started", "started post", "post start date", "in post from", "started on"),
    "ended": ("post ended", "ended post", "post end date", "in post to", "ended on"),
}
"""The columns of `staff.csv` and their other names; one that could mean two things (`start date`) is none."""

TRAINING: Mapping[str, tuple[str, ...]] = {
    "id": STAFF["id"],
    "event": ("event id", "training id"),
    "course": ("course title", "course name", "training", "training course"),
    "completed": ("completed on", "completion date", "date completed", "date of completion"),
    "delivery": ("delivery mode",),
    "format": ("course format",),
    "groups": ("for groups", "for group", "group"),
    "levels": ("for levels", "for level", "level"),
    "roles": ("for roles", "for role", "role"),
    "hours": ("number of hours",),
    "days": ("number of days",),
    "provider": ("training provider",),
    "certificate": ("certificate number", "certificate reference", "certificate id"),
    "evaluation": ("evaluation kind", "kind of evaluation"),
    "evaluation returned": ("evaluation date", "evaluation returned on"),
}
"""The columns of `training.csv` and their other names."""

TWO_THINGS = {
    **dict.fromkeys(("start date", "date started", "start"), "started` (in the post) or `joined"),
    **dict.fromkeys(("end date", "date ended", "end"), "ended` (in the post) or `left"),
}
"""Headings of `staff.csv` that do not say which of two days they hold."""

FREE = ("attribute", "fact")
"""`attribute sector` and `fact approval` are columns too, of staff.csv."""


@frozen
class Column:
    """A column as it stands in the file, and the field that it holds; *name* is an attribute's or fact's."""

    heading: str
    field: str
    name: str = ""


def plain(heading: str) -> str:
    """Return *heading* as headings are compared: case, white space, `_` and `-` evened out."""
    return fold(heading.replace("_", " ").replace("-", " "))


def columns_of(
    headings: Sequence[str], known: Mapping[str, tuple[str, ...]], mapping: Mapping[str, str], free: bool
) -> tuple[tuple[Column | None, ...], list[str]]:
    """Return the column of each heading, None for one that is mapped to nothing, and what is wrong.

    A heading that means no field is an error unless it is mapped: a date that goes unread would change
    the result. So is a field held by two columns.
    """
    mapped = {plain(key): value for key, value in mapping.items()}
    fields = {plain(other): field for field, others in known.items() for other in (field, *others)}
    columns: list[Column | None] = []
    wrong: list[str] = []
    for heading in headings:
        target = mapped.get(plain(heading), heading)
        column = _column(heading, target, fields, free) if target.strip() else None
        columns.append(column)
        if column is None and (target.strip() or not heading.strip()):
            wrong.append(_unknown(heading, target, fields))
    wrong += _held_twice([column for column in columns if column])
    wrong += [f"there is no column `{field}`" for field in _needed(known) if not _has(columns, field)]
    return tuple(columns), wrong


def _held_twice(columns: Sequence[Column]) -> Iterator[str]:
    """Yield what is said of each field that a second column holds."""
    first: dict[tuple[str, str], Column] = {}
    for column in columns:
        other = first.setdefault((column.field, fold(column.name)), column)
        if other is not column:
            yield f"the columns `{other.heading}` and `{column.heading}` hold the same field"


def _column(heading: str, target: str, fields: Mapping[str, str], free: bool) -> Column | None:
    """Return the column that *target* names; None when it names no field."""
    if plain(target) in fields:
        return Column(heading, fields[plain(target)])
    first, _, rest = " ".join(target.replace(":", " ").split()).partition(" ")
    if free and rest and first.casefold() in FREE:
        return Column(heading, first.casefold(), rest)
    return None


def _unknown(heading: str, target: str, fields: Mapping[str, str]) -> str:
    """Return what is said of a column that holds no field."""
    if not heading.strip():
        return "a column has no heading"
    near = get_close_matches(plain(target), fields, 1, 0.7)
    hint = f"did you mean `{near[0]}`?" if near else "map it to a field, or to nothing to leave it out"
    if plain(target) in TWO_THINGS and "joined" in fields:
        hint = f"map it to what it holds, `{TWO_THINGS[plain(target)]}`"
    return (
        f"the column `{heading}` is not a field{'' if heading == target else f', nor is `{target}`'}: {hint}"
    )


def _needed(known: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    return ("id", "completed") if "completed" in known else ("id",)


def _has(columns: Iterable[Column | None], field: str) -> bool:
    return any(column is not None and column.field == field for column in columns)


def unused(mapping: Mapping[str, str], headings: Iterable[str], name: str) -> list[Problem]:
    """Return a problem for each mapped column that no file has."""
    there = {plain(heading) for heading in headings}
    return [
        Problem("", f"there is no column `{key}` to map", name) for key in mapping if plain(key) not in there
    ]
