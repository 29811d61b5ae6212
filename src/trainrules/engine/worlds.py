"""The ways of filling in what is not known, together: what all of them agree on, and when that changes."""

from __future__ import annotations

from collections import Counter
from typing import TypeVar

from attrs import evolve

from trainrules.dates import FAR
from trainrules.engine.instance import Instance, Row, Standing, changes_after, edges, row
from trainrules.findings import Obligation, Status, Violation

T = TypeVar("T")

World = tuple[tuple[Instance, ...], Standing]
"""What is owed with one way of filling in, and what its status depends on besides."""


def distinct(worlds: list[World]) -> list[World]:
    """Return *worlds* without those that come to the same as an earlier one."""
    found: dict[object, World] = {}
    for told, standing in worlds:
        found.setdefault((told, standing.force, standing.excused), (told, standing))
    return list(found.values())


def rows_of(world: World, day: int) -> list[Row]:
    """Return the rows of one of the worlds as they are told on *day*."""
    instances, standing = world
    return [found for each in instances if any(found := row(each, standing, day))]


def rows_on(worlds: list[World], missing: tuple[str, ...], day: int) -> list[Row]:
    """Return the rows of *worlds* as they are told on *day*."""
    told = [rows_of(world, day) for world in worlds]
    return told[0] if len(told) == 1 else _agreed(told, missing)


def change_after(worlds: list[World], missing: tuple[str, ...], day: int) -> int | None:
    """Return the next day after *day* on which the rows of *worlds* change with no new event."""
    if len(worlds) == 1:
        instances, standing = worlds[0]
        days = (changes_after(each, standing, day) for each in instances)
        return min((each for each in days if each is not None), default=None)
    now = _picture(rows_on(worlds, missing, day))
    turns = {edge for instances, standing in worlds for each in instances for edge in edges(each, standing)}
    later = (edge for edge in sorted(turns) if day < edge < FAR)
    return next((edge for edge in later if _picture(rows_on(worlds, missing, edge)) != now), None)


def _picture(rows: list[Row]) -> list[Row]:
    """Return *rows* without what only counts the days."""
    return [
        (owed and evolve(owed, changes_on=None), tuple(evolve(each, days=0) for each in violations))
        for owed, violations in rows
    ]


def _agreed(worlds: list[list[Row]], missing: tuple[str, ...]) -> list[Row]:
    """Return the rows that are the same in every one of *worlds*, and undetermined ones for the rest.

    What has the same opening and due day, status and violations in all of them is decided, and says nothing
    of how it was met where that differs. What differs gives one undetermined row for each opening and due
    day that all worlds have, or a single one with neither when they share none.
    """
    first, *rest = [_numbered(world) for world in worlds]
    same = set(first).intersection(*rest)
    unsure = [[each for each, number in world if (each, number) not in same] for world in (first, *rest)]
    if not any(unsure):
        return worlds[0]
    keys = [_by_key(world) for world in unsure]
    found: list[Row] = []
    for each, number in first:
        if (each, number) in same:
            found.append(each)
        elif each[0] and all(_key(each[0]) in other for other in keys):
            found.append(_merged([one for other in keys for one in other[_key(each[0])]], missing))
    is_told = all(len(world) == len(found) for world in worlds)
    if is_told or any(owed.missing for owed, _ in found if owed):
        return found
    anyone = next(each for world in unsure for each in world)
    return [*found, (_blank(anyone, missing), ())]


def _numbered(rows: list[Row]) -> list[tuple[Row, int]]:
    """Return each of *rows* with how many equal ones come before it: two things owed alike are two."""
    seen: Counter[Row] = Counter()
    found = []
    for each in rows:
        found.append((each, seen[each]))
        seen[each] += 1
    return found


def _by_key(rows: list[Row]) -> dict[tuple[object, ...], list[Row]]:
    found: dict[tuple[object, ...], list[Row]] = {}
    for each in rows:
        if each[0]:
            found.setdefault(_key(each[0]), []).append(each)
    return found


def _key(owed: Obligation) -> tuple[object, ...]:
    return owed.opens, owed.due, owed.owed


def _merged(rows: list[Row], missing: tuple[str, ...]) -> Row:
    """Return *rows* of all worlds as one: decided where they have one status and breach on the same days."""
    owed, violations = rows[0]
    assert owed is not None
    every = [each for each, _ in rows if each]
    if owed.status is Status.UNDETERMINED or any(
        each.status is not owed.status or _bare(told) != _bare(violations)
        for each, (_, told) in zip(every, rows, strict=True)
    ):
        return _undetermined(owed, missing), ()
    changes = [each.changes_on for each in every if each.changes_on]
    return (
        evolve(
            owed,
            satisfied_by=_common([each.satisfied_by for each in every]),
            satisfied_on=_common([each.satisfied_on for each in every]),
            late_by=_common([each.late_by for each in every]),
            changes_on=min(changes, default=None),
        ),
        tuple(_one(alike) for alike in zip(*(told for _, told in rows), strict=True)),
    )


def _bare(violations: tuple[Violation, ...]) -> tuple[Violation, ...]:
    """Return *violations* without what would end them: that can differ where all else is certain."""
    return tuple(evolve(each, cure=None) for each in violations)


def _one(alike: tuple[Violation, ...]) -> Violation:
    """Return violations that differ in their cures alone as one; it has every cure, one of which will do."""
    cures = dict.fromkeys(each.cure for each in alike)
    if None in cures:
        return evolve(alike[0], cure=None)
    return evolve(alike[0], cure=", or, as it may turn out, ".join(each for each in cures if each))


def _common(values: list[T]) -> T | None:
    """Return the one value that all *values* are, else None."""
    return values[0] if all(each == values[0] for each in values) else None


def _blank(each: Row, missing: tuple[str, ...]) -> Obligation:
    owed, violations = each
    if owed:
        return _undetermined(evolve(owed, opens=None, due=None), missing)
    told = violations[0]
    return Obligation(
        rule=told.rule,
        strength=told.strength,
        owed=told.owed,
        status=Status.UNDETERMINED,
        missing=missing,
        source=told.source,
        why=told.why,
    )


def _undetermined(owed: Obligation, missing: tuple[str, ...]) -> Obligation:
    return evolve(
        owed,
        status=Status.UNDETERMINED,
        satisfied_by=None,
        satisfied_on=None,
        late_by=None,
        missing=missing,
        changes_on=None,
    )
