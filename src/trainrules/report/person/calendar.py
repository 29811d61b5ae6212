"""Deadlines as a calendar file (RFC 5545): an all-day event for each thing left to do, with alarms."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING

from trainrules.explain.people import who
from trainrules.findings import Evaluation, Obligation, Status
from trainrules.report.case import title
from trainrules.report.rows import clause
from trainrules.words import date_text

if TYPE_CHECKING:
    from icalendar import Alarm, Calendar, Event, Journal

REMIND = (30, 7)
"""How many days before a deadline the alarms are."""

_OPEN = (Status.PENDING, Status.NOT_OPEN, Status.OVERDUE)


def calendar(*results: Evaluation, remind: Iterable[int] = REMIND) -> str:
    """Return the deadlines of *results* as the text of an `.ics` file, alarms so many days before each.

    What is overdue stands on the as-of day, where it can be seen; anything else on its due day. What has no
    due day, or is undetermined, is left out. An event keeps its UID for as long as the same thing is owed
    since the same day, so that a later file puts it right instead of adding another. Nothing asks the clock:
    every time stamp is the as-of day. Raises ValueError for no results, and ModuleNotFoundError without
    the package `icalendar` (`pip install 'trainrules[calendar]'`).
    """
    from icalendar import Calendar

    if not results:
        raise ValueError("a calendar needs a result: what `evaluate` returns")
    made = Calendar()
    made.add("prodid", "-//trainrules//trainrules//EN")
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    names = dict.fromkeys(who(result.record) for result in results)
    made.add("x-wr-calname", f"Training deadlines: {', '.join(names)}")
    _fill(made, results, sorted({*remind}, reverse=True))
    return str(made.to_ical().decode("utf-8"))


def _fill(made: Calendar, results: tuple[Evaluation, ...], remind: list[int]) -> None:
    seen: dict[str, int] = {}
    for result in results:
        for owed in _deadlines(result):
            key = _key(result, owed)
            seen[key] = seen.get(key, 0) + 1
            made.add_component(_event(result, owed, f"{key}\n{seen[key]}", remind))
    if not seen:
        made.add_component(_nothing(results))


def _deadlines(result: Evaluation) -> Iterator[Obligation]:
    found = (each for each in result.obligations if each.due and each.status in _OPEN)
    return iter(sorted(found, key=lambda each: (each.due or date.max, each.rule, each.owed)))


def _key(result: Evaluation, owed: Obligation) -> str:
    """Return what an obligation is known by from one day to the next."""
    record, opens = result.record, owed.opens.isoformat() if owed.opens else ""
    return "\n".join((record.kind, record.id, title(result), owed.rule, owed.owed, opens))


def _event(result: Evaluation, owed: Obligation, key: str, remind: list[int]) -> Event:
    from icalendar import Event

    assert owed.due is not None
    is_late = owed.status is Status.OVERDUE
    day = result.as_of if is_late else owed.due
    event = Event()
    _stamp(event, key, result.as_of)
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    what = f"{owed.owed} {clause(owed)}: {who(result.record)}"
    event.add("summary", f"Overdue since {date_text(owed.due)}: {what}" if is_late else f"Due: {what}")
    event.add("description", owed.explain() or what)
    event.add("categories", ["training", "overdue" if is_late else "deadline"])
    event.add("transp", "TRANSPARENT")  # A deadline takes up nobody's day.
    for before in remind:
        if not is_late and day - timedelta(days=before) >= result.as_of:
            event.add_component(_alarm(before, what, owed.due))
    return event


def _stamp(part: Event | Journal, key: str, as_of: date) -> None:
    part.add("uid", f"{sha256(key.encode()).hexdigest()[:32]}@trainrules")
    part.add("dtstamp", datetime(as_of.year, as_of.month, as_of.day, tzinfo=UTC))
    part.add("sequence", as_of.toordinal())  # Of two files, the later one holds.


def _alarm(before: int, what: str, due: date) -> Alarm:
    from icalendar import Alarm

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", timedelta(days=-before))
    alarm.add("description", f"Due on {date_text(due)}: {what}")
    return alarm


def _nothing(results: tuple[Evaluation, ...]) -> Journal:
    """Return a note that there is nothing: a calendar has to hold something, and a note shows on no day."""
    from icalendar import Journal

    last = max(result.as_of for result in results)
    ids = "\n".join(f"{result.record.kind} {result.record.id} {title(result)}" for result in results)
    note = Journal()
    _stamp(note, f"nothing\n{ids}", last)
    note.add("summary", f"No deadline as of {date_text(last)}")
    return note
