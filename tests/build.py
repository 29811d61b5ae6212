"""Short ways of writing down rules and records in tests: dates as text, one word a fact."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

from trainrules.model.rules import (
    Anchor,
    Audience,
    Days,
    Deadline,
    Deed,
    FollowUp,
    Owed,
    Period,
    Policy,
    Quota,
    Rule,
    Term,
)
from trainrules.records.classes import Activity, For, Post, StaffRecord, Training


def day(text: str) -> date:
    """Return the day written `2022-01-31`."""
    return date.fromisoformat(text)


def span(first: str = "", last: str = "") -> Days:
    """Return the days from *first* to *last*; empty is open."""
    return Days(day(first) if first else None, day(last) if last else None)


def months(count: int) -> Period:
    """Return a length of *count* months."""
    return Period(months=count)


def days(count: int) -> Period:
    """Return a length of *count* days."""
    return Period(days=count)


def within(period: Period, anchor: str = "starting", not_beyond: Deadline | None = None) -> Deadline:
    """Return a deadline *period* after *anchor*."""
    return Deadline(Anchor(anchor), period, not_beyond)


def group(*names: str) -> Audience:
    """Return the audience of any of the groups *names*."""
    return Audience(any_of=tuple(Term("group", name) for name in names))


def course(name: str) -> Deed:
    """Return the training that is the course *name*."""
    return Deed("training", name)


def owed(*names: str) -> Owed:
    """Return all of the courses *names*."""
    return Owed(tuple((course(name),) for name in names))


def quota(need: Fraction | int, *deeds: Deed, **more: Any) -> Quota:
    """Return that Group B has to do *deeds* (else any training) at least *need* times, or as *more* says."""
    fields: dict[str, Any] = {"audience": group("B"), "measure": "count", **more}
    return Quota(label="R", deeds=deeds or (Deed("training"),), need=Fraction(need), **fields)


def impact(trigger: Deed, **more: Any) -> FollowUp:
    """Return that an impact evaluation is owed between 3 and 6 months after *trigger*, or as *more* says."""
    fields: dict[str, Any] = {"after": months(3), "within": months(6), **more}
    return FollowUp(label="R", response=Owed(((Deed("evaluation", "impact"),),)), trigger=trigger, **fields)


def policy(*rules: Rule, **more: Any) -> Policy:
    """Return a policy of *rules*."""
    return Policy(rules=rules, **more)


def post(groups: str = "B", started: str = "", ended: str = "", roles: tuple[str, ...] = ()) -> Post:
    """Return a post in each of the one-letter *groups*."""
    return Post(
        groups=tuple(groups),
        roles=roles,
        started=day(started) if started else None,
        ended=day(ended) if ended else None,
    )


def done(name: str, on: str, **more: Any) -> Training:
    """Return a completion of the course *name*."""
    return Training(course=name, completed=day(on), **more)


def did(kind: str, on: str) -> Activity:
    """Return an activity."""
    return Activity(kind=kind, on=day(on))


def for_groups(*names: str) -> For:
    """Return what a completion recorded against the groups *names* is for."""
    return For(groups=names)


def staff(*things: Any, **more: Any) -> StaffRecord:
    """Return a member of staff with the posts, training and activities among *things*."""
    return StaffRecord(
        id="S1",
        posts=tuple(each for each in things if isinstance(each, Post)),
        training=tuple(each for each in things if isinstance(each, Training)),
        activities=tuple(each for each in things if isinstance(each, Activity)),
        **more,
    )
