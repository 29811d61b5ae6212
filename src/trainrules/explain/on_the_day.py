"""The reasons of rules with one breach day: order, delivery and notice."""

from __future__ import annotations

from collections.abc import Iterator

from trainrules.dates import FAR, is_clamped
from trainrules.engine.case import Entry
from trainrules.engine.history import Event
from trainrules.explain.events import day_text, event_text
from trainrules.explain.found import Found
from trainrules.explain.happened import item_of, outcome
from trainrules.explain.people import scope_text
from trainrules.model.rules import Delivery, Notice, Order
from trainrules.records.classes import Booking, Session
from trainrules.words import date_text, listed, owed_text


def order(found: Found, rule: Order) -> Iterator[str]:
    """Yield the facts behind a breach of *rule*: what came, and what had not come before it."""
    yield scope_text(found)
    event = _event(found)
    if event is not None:
        yield f"on record: {event_text(event)}"
    firsts = [each for each in found.case.of(found.case.planned.parts) if each.event is not event]
    later = min((each for each in firsts), key=_day, default=None)
    if later is None:
        yield f"no {owed_text(rule.first)} on record by {date_text(found.as_of)}"
    else:
        yield f"the first {owed_text(rule.first)} on record is {event_text(later.event)}"


def _day(entry: Entry) -> int:
    return entry.on


def delivery(found: Found, rule: Delivery) -> Iterator[str]:
    """Yield the facts behind a breach of *rule*: the training and the mode it was taken in."""
    yield scope_text(found)
    event = _event(found)
    if event is not None:
        modes = [mode for mode in (event.look.delivery, event.look.format) if mode]
        taken = f", taken as {listed(modes)}" if modes else ""
        yield f"on record: {event_text(event)}{taken}"
    yield f"the rule allows {listed(rule.modes, 'or')} only, so it counts for no duty of this audience"


def _event(found: Found) -> Event | None:
    name = found.instance.event
    return next((event for event in found.case.history.events if event.name == name), None)


def notice(found: Found, rule: Notice) -> Iterator[str]:
    """Yield the facts and the arithmetic behind a breach of *rule*."""
    item = item_of(found.record, found.instance.event)
    last = found.instance.due or FAR
    if isinstance(item, Booking):
        course = f" of “{item.course}”" if item.course else ""
        yield f"a place booked on the session{course} on {date_text(item.session)} ({found.instance.event})"
        yield _last_day(rule, item.session.toordinal(), last)
        yield outcome(item)
    elif isinstance(item, Session):
        yield f"a session on {date_text(item.on)} ({found.instance.event})"
        yield _last_day(rule, item.on.toordinal(), last)
        yield outcome(item)


def _last_day(rule: Notice, session: int, last: int) -> str:
    clear = "clear " if rule.clear else ""
    notice = str(rule.notice).replace(" ", f" {clear}", 1)
    clamped = rule.notice.months and not rule.clear and is_clamped(session, -rule.notice.months)
    holidays = (
        f", bank holidays of {rule.calendar} left out" if rule.calendar and rule.notice.working_days else ""
    )
    note = ", the month's last day" if clamped else holidays
    return f"{notice} before {day_text(session)}: the last day in time was {day_text(last)}{note}"
