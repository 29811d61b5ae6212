"""One thing owed once, as the engine finds it, and how it is told as an obligation and violations."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from fractions import Fraction

from attrs import define, field, frozen

from trainrules.dates import FAR, shown
from trainrules.engine.timeline import NEVER, Spans, clip, holds
from trainrules.findings import Kind, Obligation, Status, Violation, Why
from trainrules.model.rules import Rule


@frozen(kw_only=True)
class Instance:
    """What one obligation comes to, in days.

    *opens* to *end* is when it stands; *due* its last day in time, None when it has none, *limit* the last
    before breach, where grace may make it later than *due*. *done* is the day it was met, by the event *by*.
    *breach* are all its breach days, also those after the as-of day if nothing more happens. *anchor* is the
    day the deadline was counted from. What is *missing* makes it undetermined, and lists it. All else is
    listed only if *is_listed*, and before it opens only if *is_foreseen* as well.
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
    is_foreseen: bool = True


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


def is_told(instance: Instance, standing: Standing) -> bool:
    """Return whether *instance* is worth a row: not one that was over before the rule's force began.

    A streak can outlast the run it began in, and be in breach in a later one.
    """
    first, last = standing.force
    return bool(instance.breach) or (instance.end >= first and instance.opens <= last)


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
    """Return the next day after *day* on which the status changes with no new event, None if never.

    What is not listed until it opens changes when it does.
    """
    if day < instance.opens and not _is_listed_on(instance, day):
        return instance.opens
    if instance.missing or (instance.done is not None and max(instance.opens, instance.done) <= day):
        return None
    now = status_on(instance, standing, day)
    later = (edge for edge in sorted(edges(instance, standing)) if day < edge < FAR)
    return next((edge for edge in later if status_on(instance, standing, edge) is not now), None)


def _is_listed_on(instance: Instance, day: int) -> bool:
    if day < instance.opens:
        return instance.is_listed and instance.is_foreseen
    return instance.is_listed or bool(instance.missing)


def edges(instance: Instance, standing: Standing) -> set[int]:
    """Return the days on which the status may change with no new event."""
    found = {instance.opens, instance.end + 1, standing.force[0], standing.force[1] + 1}
    if instance.done is not None:  # later than the as-of day where what is short drops out by itself
        found.add(instance.done)
    for first, last in (*instance.breach, *standing.excused):
        found |= {first, last + 1}
    return found


def row(instance: Instance, standing: Standing, as_of: int) -> Row:
    """Return *instance* as it is told on *as_of*: its obligation, if it is listed, and its violations."""
    obligation = _obligation(instance, standing, as_of) if _is_listed_on(instance, as_of) else None
    if instance.missing:
        return obligation, ()
    return obligation, tuple(
        _violation(instance, standing, first, last, as_of) for first, last in clip(instance.breach, 0, as_of)
    )


def _obligation(instance: Instance, standing: Standing, as_of: int) -> Obligation:
    status = status_on(instance, standing, as_of)
    done = instance.done if status in (Status.MET, Status.MET_LATE) else None
    changes = changes_after(instance, standing, as_of)
    late_by = None
    if status is Status.MET_LATE and done is not None and instance.due is not None:
        late_by = done - instance.due
    return Obligation(
        rule=standing.rule.label,
        strength=standing.rule.strength,
        owed=instance.owed,
        status=status,
        opens=shown(instance.opens),
        due=None if instance.due is None else shown(instance.due),
        satisfied_by=instance.by if done is not None else None,
        satisfied_on=None if done is None else shown(done),
        late_by=late_by,
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
