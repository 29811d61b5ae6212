"""One thing owed once, as the engine finds it, and how it is told as an obligation and violations."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from fractions import Fraction

from attrs import define, evolve, field, frozen

from trainrules.dates import FAR, shown
from trainrules.engine.timeline import NEVER, Spans, clip, holds
from trainrules.findings import Kind, Obligation, Status, Violation, Why
from trainrules.model.rules import Rule


@frozen(kw_only=True)
class Instance:
    """What one obligation comes to, in days.

    *opens* to *end* is when it stands; *due* its last day in time, None when it has none, *limit* the last
    before breach (later than *due* with grace). *done* is the day it was met, by the event *by*. *breach*
    are all its breach days, also those after the as-of day if nothing more happens. *anchor* is the day the
    deadline was counted from. What is *missing* makes it undetermined. A row is listed only if *is_listed*.
    """

    opens: int
    owed: str
    end: int = FAR
    due: int | None = None
    limit: int | None = None
    done: int | None = None
    by: str | None = None
    is_late: bool = False
    breach: Spans = NEVER
    kind: Kind = Kind.OVERDUE
    anchor: int | None = None
    event: str | None = None
    have: Fraction | None = None
    need: Fraction | None = None
    consequence: str | None = None
    cure: str | None = None
    missing: tuple[str, ...] = ()
    is_listed: bool = True


@frozen
class Standing:
    """What an instance's status depends on besides itself: the force of its rule and its excused days.

    *why* gives the reasons of what is told of it.
    """

    rule: Rule
    force: tuple[int, int]
    excused: Spans
    why: Why | None = None


Row = tuple[Obligation | None, tuple[Violation, ...]]


@define
class Told:
    """What is told of one record, gathered rule by rule; *changes* are the days when the picture does."""

    obligations: list[Obligation] = field(factory=list)
    violations: list[Violation] = field(factory=list)
    changes: list[date] = field(factory=list)

    def add(self, rows: Iterable[Row]) -> None:
        """Add *rows*, and the days on which their statuses change."""
        for obligation, violations in rows:
            if obligation is not None:
                self.obligations.append(obligation)
                if obligation.changes_on is not None:
                    self.changes.append(obligation.changes_on)
            self.violations += violations


def status_on(instance: Instance, standing: Standing, day: int) -> Status:
    """Return how *instance* stands on *day*, if nothing happens after the events it knows of."""
    if instance.missing:
        return Status.UNDETERMINED
    if day < instance.opens:
        return Status.NOT_OPEN
    if instance.done is not None and instance.done <= day:
        return Status.MET_LATE if instance.is_late else Status.MET
    if holds(instance.breach, day):
        return Status.OVERDUE
    if day < standing.force[0]:
        return Status.NOT_OPEN
    if day > min(instance.end, standing.force[1]):
        return Status.UNMET if instance.breach and instance.breach[0][0] <= day else Status.RELEASED
    return Status.WAIVED if holds(standing.excused, day) else Status.PENDING


def changes_after(instance: Instance, standing: Standing, day: int) -> int | None:
    """Return the next day after *day* on which the status changes with no new event, None if never."""
    if instance.missing or (instance.done is not None and instance.done <= day):
        return None
    edges = {instance.opens, instance.end + 1, standing.force[0], standing.force[1] + 1}
    for first, last in (*instance.breach, *standing.excused):
        edges |= {first, last + 1}
    now = status_on(instance, standing, day)
    later = (edge for edge in sorted(edges) if day < edge < FAR)
    return next((edge for edge in later if status_on(instance, standing, edge) is not now), None)


def row(instance: Instance, standing: Standing, as_of: int) -> Row:
    """Return *instance* as it is told on *as_of*: its obligation, if it is listed, and its violations."""
    obligation = _obligation(instance, standing, as_of) if instance.is_listed or instance.missing else None
    if instance.missing:
        return obligation, ()
    return obligation, tuple(
        _violation(instance, standing, first, last, as_of) for first, last in clip(instance.breach, 0, as_of)
    )


def _obligation(instance: Instance, standing: Standing, as_of: int) -> Obligation:
    status = status_on(instance, standing, as_of)
    done = instance.done if status in (Status.MET, Status.MET_LATE) else None
    changes = changes_after(instance, standing, as_of)
    is_late = status is Status.MET_LATE and done is not None and instance.due is not None
    return Obligation(
        rule=standing.rule.label,
        strength=standing.rule.strength,
        owed=instance.owed,
        status=status,
        opens=shown(instance.opens),
        due=None if instance.due is None else shown(instance.due),
        satisfied_by=instance.by if done is not None else None,
        satisfied_on=None if done is None else shown(done),
        late_by=(done or 0) - (instance.due or 0) if is_late else None,
        missing=instance.missing,
        changes_on=None if changes is None else shown(changes),
        source=standing.rule,
        why=standing.why,
    )


def _violation(instance: Instance, standing: Standing, first: int, last: int, as_of: int) -> Violation:
    since = shown(first)
    assert since is not None
    return Violation(
        rule=standing.rule.label,
        strength=standing.rule.strength,
        kind=instance.kind,
        since=since,
        until=None if last == as_of else shown(last),
        days=last - first + 1,
        due=None if instance.due is None else shown(instance.due),
        owed=instance.owed,
        have=instance.have,
        need=instance.need,
        consequence=instance.consequence,
        event=instance.event,
        cure=instance.cure if last == as_of else None,
        source=standing.rule,
        why=standing.why,
    )


def agreed(worlds: list[list[Row]], missing: tuple[str, ...]) -> list[Row]:
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
