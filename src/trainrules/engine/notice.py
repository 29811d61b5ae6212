"""Notice: a booking attended or given up in time, a session advertised in time; never cured."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TypeVar

from attrs import frozen

from trainrules.dates import day_before
from trainrules.engine.case import Case
from trainrules.engine.instance import Instance
from trainrules.engine.timeline import clip, holds
from trainrules.findings import Kind
from trainrules.model.rules import Notice
from trainrules.records.classes import Booking, CourseRecord, Session, StaffRecord

T = TypeVar("T")


@frozen
class Due:
    """A booking or session that is not known to be in time: the *last* day in time, and the breach *day*.

    That day is still to come where the session is, and nothing is done about it until then. When it is not
    known whether there is a breach, *missing* says for want of what, and *day* is the first there may be.
    """

    name: str
    last: int
    day: int
    missing: str = ""


def instances(case: Case) -> list[Instance]:
    """Return what was too late or not done at all, on the day that settled it, and what is not known."""
    rule = case.planned.rule
    assert isinstance(rule, Notice)
    return [
        Instance(
            opens=each.day,
            end=each.day,
            owed=case.planned.owed,
            due=each.last,
            breach=((each.day, each.day),),
            kind=Kind.NOTICE,
            event=each.name,
            consequence=rule.consequence or None,
            missing=(each.missing,) if each.missing else (),
            is_listed=False,
        )
        for each in _judged(case, rule)
        if each is not None and holds(case.free, each.day)
    ]


def _judged(case: Case, rule: Notice) -> Iterator[Due | None]:
    record = case.history.record
    if rule.what == "booking" and isinstance(record, StaffRecord):
        for place, booking in _distinct(record.bookings):
            yield _booking(case, rule, booking, booking.id or f"booking {place}")
    if rule.what == "session" and isinstance(record, CourseRecord):
        for place, session in _distinct(record.sessions):
            yield _session(case, rule, session, session.id or f"session {place}")


def _distinct(items: tuple[T, ...]) -> list[tuple[int, T]]:
    found: dict[T, int] = {}
    for place, item in enumerate(items, 1):
        found.setdefault(item, place)
    return [(place, item) for item, place in found.items()]


def _last(rule: Notice, session: date) -> int:
    return day_before(session.toordinal(), rule.notice, rule.calendar, clear=rule.clear)


def _booking(case: Case, rule: Notice, booking: Booking, name: str) -> Due | None:
    last, session = _last(rule, booking.session), booking.session.toordinal()
    cancelled = booking.cancelled.toordinal() if booking.cancelled else None
    if cancelled is not None and cancelled <= min(session, case.as_of):
        is_late = cancelled > last and booking.attended is not True
        return Due(name, last, cancelled) if is_late else None
    if booking.attended is True:
        return None
    if booking.attended is None:
        return Due(name, last, session, f"attendance of {name}")
    return Due(name, last, session)


def _session(case: Case, rule: Notice, session: Session, name: str) -> Due | None:
    last, held = _last(rule, session.on), session.on.toordinal()
    day = session.advertised.toordinal() if isinstance(session.advertised, date) else None
    if day is not None and day <= min(held, case.as_of):
        return Due(name, last, day) if day > last else None
    if session.advertised is None:  # too late on any of these days, or not at all
        unsure = clip(case.free, last + 1, held)
        return Due(name, last, unsure[0][0], f"advertising of {name}") if unsure else None
    return Due(name, last, held)
