"""Rules with one breach day read back: order, delivery and notice. They are never cured."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from trainrules.dates import day_before, is_clamped
from trainrules.model.rules import Audience, Deed, Delivery, Notice, Order, Policy
from trainrules.readback.counts import what_counts
from trainrules.readback.reading import CARE, COUNTS, IN_FULL, NOT_COUNTED, WHEN, WORKED, Point
from trainrules.readback.worked import DAYS, day_after
from trainrules.words import (
    audience_text,
    date_text,
    deed_text,
    listed,
    must_text,
    owed_text,
    quoted,
    to_do_text,
)

_NEVER_CURED = "nothing undoes it afterwards: what has happened has happened"


def order(rule: Order, policy: Policy) -> Iterator[Point]:
    """Yield what *rule* says, for read-back."""
    must = f"{audience_text(rule.audience)} {must_text(rule.strength, rule.audience)}"
    first, then = owed_text(rule.first), doing(rule.then)
    yield Point(IN_FULL, f"{must} {to_do_text(rule.first)} before {then}")
    yield from (Point(COUNTS, text) for text in what_counts((*rule.first.deeds, rule.then), policy))
    yield Point(COUNTS, f"{first} on any earlier day, however long ago and in whatever post")
    earlier = first.removeprefix("the ")
    yield Point(WHEN, f"{then} with no earlier {earlier} is in breach on its own day; {_NEVER_CURED}")
    yield Point(WHEN, "each such event is judged by itself")
    day = DAYS[0]
    dates = (
        f"{then} on {date_text(day)}: {first} by {date_text(_day_before(day))} is in order; on the day "
        f"itself, which came first is not known; from {date_text(day_after(day))} it is too late"
    )
    yield Point(WORKED, dates)
    yield Point(CARE, f"this asks nobody for {first}: it binds only those who do the other thing")


def doing(deed: Deed) -> str:
    """Return a deed as an activity: `“Neglect”`, `delivering multi-agency training`."""
    text = deed_text(deed)
    return f"delivering {text.removeprefix('delivery of ')}" if deed.kind == "delivery" else text


def delivery(rule: Delivery, policy: Policy) -> Iterator[Point]:
    """Yield what *rule* says, for read-back."""
    must = f"{audience_text(rule.audience)} {must_text(rule.strength, rule.audience)}"
    what, modes = deed_text(rule.deed), listed(rule.modes, "or")
    yield Point(IN_FULL, f"{must} take {what} only as {modes} training")
    yield from (Point(COUNTS, text) for text in what_counts((rule.deed,), policy))
    yield Point(NOT_COUNTED, f"{what} in another mode than {modes}: it counts for no duty of this audience")
    unknown = "where its mode is not on record, the result is not known"
    yield Point(WHEN, f"{what} in another mode is in breach on its own day; {_NEVER_CURED}; {unknown}")
    day = date_text(DAYS[0])
    yield Point(WORKED, f"{what} on {day}, not {modes}: in breach on {day} and on no other day")
    yield Point(CARE, f"this asks nobody for {what}: it only says how it has to be taken")


def notice(rule: Notice, policy: Policy) -> Iterator[Point]:
    """Yield what *rule* says, for read-back."""
    must = must_text(rule.strength, Audience())
    whose = "" if rule.audience == Audience() else f" of {audience_text(rule.audience)}"
    before = f"at least {_clear(rule)} before the session"
    if rule.what == "booking":
        charge = f", otherwise {quoted(rule.consequence)}" if rule.consequence else ""
        yield Point(IN_FULL, f"every booking{whose} {must} be attended or cancelled {before}{charge}")
        yield Point(WHEN, "not attended and not cancelled: in breach on the day of the session")
        yield Point(WHEN, f"cancelled too late: in breach on the day of cancelling; {_NEVER_CURED}")
    else:
        yield Point(IN_FULL, f"every session{whose} {must} be advertised {before}")
        yield Point(WHEN, "not advertised: in breach on the day of the session")
        yield Point(WHEN, f"advertised too late: in breach on the day of advertising; {_NEVER_CURED}")
    yield Point(WHEN, _counting(rule))
    done = "cancel" if rule.what == "booking" else "advertise"
    for day in DAYS:
        yield Point(WORKED, f"session on {date_text(day)}: the last day to {done} is {_last_day(rule, day)}")
    if rule.notice.working_days and not rule.calendar:
        yield Point(
            CARE, "the file names no calendar, so working days are Monday to Friday, bank holidays too"
        )


def _clear(rule: Notice) -> str:
    if not rule.clear:
        return str(rule.notice)
    count, unit = str(rule.notice).split(" ", 1)
    return f"{count} clear {unit}"


def _counting(rule: Notice) -> str:
    if rule.clear:
        return "clear days are counted strictly between the two days"
    if rule.notice.working_days:
        holidays = f"bank holidays of {rule.calendar} left out" if rule.calendar else "bank holidays counted"
        return (
            f"the last day in time is the latest working day with {rule.notice} after it, up to and "
            f"including the session's day ({holidays})"
        )
    return "counted back from the session's day; the last day is in time"


def _last_day(rule: Notice, day: date) -> str:
    last = day_before(day.toordinal(), rule.notice, rule.calendar, clear=rule.clear)
    clamped = rule.notice.months and not rule.clear and is_clamped(day.toordinal(), -rule.notice.months)
    return date_text(date.fromordinal(max(1, last))) + (", the month's last day" if clamped else "")


def _day_before(day: date) -> date:
    return date.fromordinal(day.toordinal() - 1)
