"""Everything on a record that happened on a day, in order: what it was, and what results call it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from attrs import frozen

from trainrules.engine.history import make_history
from trainrules.engine.prepared import plan_of
from trainrules.explain.events import what
from trainrules.explain.happened import outcome
from trainrules.findings import Evaluation
from trainrules.records.classes import (
    Activity,
    Attestation,
    Booking,
    CourseDelivery,
    CourseRecord,
    Document,
    Qualification,
    Record,
    Report,
    StaffRecord,
    Training,
)
from trainrules.words import quoted

TRAINING = "Training"
_OTHER = "Meetings"
_FAMILIES: tuple[tuple[type, str], ...] = (
    (Training, TRAINING),
    (Activity, "Activities"),
    (CourseDelivery, "Courses delivered"),
    (Qualification, "Qualifications"),
    (Report, "Reports and other papers"),
    (Document, "Reports and other papers"),
    (Attestation, "Confirmed by somebody"),
)


@frozen
class Happening:
    """One event: its *family* names the row it is drawn in, *name* is its id in results.

    *verdicts* says whether results say of it what it counted for.
    """

    day: date
    name: str
    family: str
    words: str
    verdicts: bool = False


def happenings(result: Evaluation) -> tuple[Happening, ...]:
    """Return what happened up to the as-of day, in order of day; what has no day is left out."""
    plan = plan_of(result.policy)
    history = make_history(result.record, result.as_of.toordinal(), plan)
    found = [
        Happening(
            date.fromordinal(event.day),
            event.name,
            _family(event.item),
            _words(event.item, what(event)),
            isinstance(event.item, (Training, Activity)),
        )
        for event in history.events
        if event.day > 0
    ]
    others = (*_missed(result.record), *_sessions(result.record), *_facts(result.record))
    found += [each for each in others if each.day <= result.as_of]
    return tuple(sorted(found, key=lambda each: each.day))


def of_all(results: Iterable[Evaluation]) -> tuple[Happening, ...]:
    """Return what happened by any of *results*, each event once."""
    found = dict.fromkeys(each for result in results for each in happenings(result))
    return tuple(sorted(found, key=lambda each: each.day))


def _family(item: object) -> str:
    return next((name for kind, name in _FAMILIES if isinstance(item, kind)), _OTHER)


def _words(item: object, words: str) -> str:
    if isinstance(item, Training):
        own = (*item.for_.groups, *item.for_.levels, *item.for_.roles)
        details = (item.delivery, item.format, f"for {', '.join(own)}" if own else None)
        return ", ".join((words, *(each for each in details if each)))
    return words


def _missed(record: Record) -> Iterator[Happening]:
    """Yield the meetings that a person missed; those attended are events like others."""
    if isinstance(record, StaffRecord):
        for place, meeting in enumerate(record.meetings, 1):
            if meeting.attended is False:
                body = f" of {quoted(meeting.body)}" if meeting.body else ""
                yield Happening(meeting.on, meeting.id or f"meeting {place}", _OTHER, f"missed meeting{body}")


def _sessions(record: Record) -> Iterator[Happening]:
    if isinstance(record, StaffRecord):
        for place, booking in enumerate(record.bookings, 1):
            course = f" of {quoted(booking.course)}" if booking.course else ""
            words = f"booking{course}, {_became(booking)}"
            yield Happening(booking.session, booking.id or f"booking {place}", "Bookings", words)
    if isinstance(record, CourseRecord):
        for place, session in enumerate(record.sessions, 1):
            name = session.id or f"session {place}"
            yield Happening(session.on, name, "Sessions", f"session, {outcome(session)}")


def _became(booking: Booking) -> str:
    if booking.attended:
        return "attended"
    is_open = booking.attended is None and booking.cancelled is None
    return "not known whether attended" if is_open else outcome(booking)


def _facts(record: Record) -> Iterator[Happening]:
    for name, day in record.facts:
        yield Happening(day, name, "Dated facts", quoted(name))
