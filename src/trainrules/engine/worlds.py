"""The ways of filling in what is not known, together: what all of them agree on, and when that changes."""

from __future__ import annotations

from attrs import evolve

from trainrules.dates import FAR
from trainrules.engine.instance import Instance, Row, Standing, changes_after, edges, row
from trainrules.findings import Obligation, Status

World = tuple[tuple[Instance, ...], Standing]
"""What is owed with one way of filling in, and what its status depends on besides."""


def distinct(worlds: list[World]) -> list[World]:
    """Return *worlds* without those that come to the same as an earlier one."""
    found: dict[object, World] = {}
    for told, standing in worlds:
        found.setdefault((told, standing.force, standing.excused), (told, standing))
    return list(found.values())


def rows_on(worlds: list[World], missing: tuple[str, ...], day: int) -> list[Row]:
    """Return the rows of *worlds* as they are told on *day*."""
    told = [
        [found for each in instances if any(found := row(each, standing, day))]
        for instances, standing in worlds
    ]
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

    What differs gives one undetermined row for each opening and due day that all worlds have, or a single
    one with neither when they share none.
    """
    first, *rest = worlds
    same = [each for each in first if all(each in other for other in rest)]
    unsure = [[each for each in world if each not in same] for world in worlds]
    if not any(unsure):
        return same
    keys = [{_key(each): each for each in world if each[0]} for world in unsure]
    shared = [key for key in keys[0] if all(key in other for other in keys[1:])]
    found = [keys[0][key][0] for key in shared]
    if not shared:
        anyone = next(each for world in unsure for each in world)
        found = [_blank(anyone)]
    return same + [(_undetermined(each, missing), ()) for each in found if each]


def _key(each: Row) -> tuple[object, ...]:
    owed = each[0]
    return (owed.opens, owed.due, owed.owed) if owed else ()


def _blank(each: Row) -> Obligation:
    owed, violations = each
    if owed:
        return evolve(owed, opens=None, due=None)
    told = violations[0]
    return Obligation(
        rule=told.rule,
        strength=told.strength,
        owed=told.owed,
        status=Status.UNDETERMINED,
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
