"""Times: durations as periods, anchors, deadlines and cycles."""

from __future__ import annotations

from datetime import date

from trainrules.language import ast
from trainrules.model.lowering.context import Context
from trainrules.model.rules import Anchor, Cycle, Days, Deadline, Period

MOST_YEARS = 100
"""No period is longer: more is a slip of the pen, and would leave the calendar."""

_MONTHS = {"month": 1, "year": 12}
_DAYS = {"day": 1, "week": 7}
_CYCLES = {"year": 12, "quarter": 3, "month": 1}


def period(ctx: Context, duration: ast.Duration, *, working: bool = True) -> Period:
    """Return *duration* as a period; too long a one, or working days where they make no sense, are errors."""
    unit = duration.unit
    if duration.count > MOST_YEARS * _a_year_of(unit):
        ctx.problems.error(
            "TR407",
            f"`{ctx.problems.words(duration.span)}` is longer than {MOST_YEARS} years",
            duration.span,
            "too long",
            "write a shorter time; what is done once and for all is `once`",
        )
    elif unit == "working day":
        if not working:
            ctx.problems.error(
                "TR406",
                "working days do not fit here",
                duration.span,
                "counted in working days",
                "use days, weeks, months or years; working days are for `within …`, grace and notice",
            )
        elif not ctx.head.calendar:
            ctx.problems.warn(
                "TR409",
                "working days are counted without bank holidays",
                duration.span,
                "counted in working days",
                'say whose bank holidays count: `calendar "England and Wales"` at the top of the file',
            )
    return period_of(duration.count, unit)


def period_of(count: int, unit: str) -> Period:
    """Return so many days, working days, weeks, months or years."""
    if unit == "working day":
        return Period(working_days=count)
    return Period(months=count * _MONTHS[unit]) if unit in _MONTHS else Period(days=count * _DAYS[unit])


def _a_year_of(unit: str) -> int:
    return {"year": 1, "month": 12, "week": 52, "working day": 250}.get(unit, 365)


def longer(one: Period, other: Period) -> bool:
    """Return whether *one* is certainly longer than *other*, whatever months they fall in."""
    alike = (one.months and other.months) or (one.working_days and other.working_days)
    return _least(one) > (_least(other) if alike else _most(other))


def _least(one: Period) -> int:
    return one.days + one.months * 28 + one.working_days


def _most(one: Period) -> int:
    return one.days + one.months * 31 + one.working_days * 3


def anchor(ctx: Context, written: ast.Anchor | None) -> Anchor:
    """Return what a deadline is counted from; left out, the day of starting."""
    if written is None:
        return Anchor("starting")
    if written.name is not None:
        return Anchor("fact", name=ctx.names.one(written.name, ("date",)).name)
    if written.kind == "each":
        ctx.problems.error(
            "TR406",
            "this deadline is counted from each event, which only `within … of each …` can be",
            written.span,
            "one deadline an event",
            "count from starting, joining, a date or a declared date here",
        )
        return Anchor("starting")
    return Anchor(written.kind, written.day)


def deadline(ctx: Context, duration: ast.Duration, written: ast.Anchor | None) -> Deadline:
    """Return the deadline *duration* after an anchor."""
    return Deadline(anchor(ctx, written), period(ctx, duration))


def cycle(written: ast.Cycle) -> Cycle:
    """Return fixed periods; only those of a year can start elsewhere than on 1 January."""
    if written.kind != "year":
        return Cycle(_CYCLES[written.kind])
    return Cycle(12, written.month, written.day)


def overlap(one: Days, other: Days) -> Days | None:
    """Return the days in both spans, None when there are none."""
    firsts = [day for day in (one.first, other.first) if day]
    lasts = [day for day in (one.last, other.last) if day]
    both = Days(max(firsts, default=None), min(lasts, default=None))
    return None if both.first and both.last and both.first > both.last else both


def started(clause: ast.ForThoseStarting) -> Days:
    """Return the first days of the runs that a clause such as `for those starting after …` keeps."""
    day = clause.day
    if clause.relation == "on or after":
        return Days(first=day)
    if clause.relation == "after":
        return Days(first=_shifted(day, 1))
    return Days(last=day if clause.relation == "on or before" else _shifted(day, -1))


def _shifted(day: date, days: int) -> date:
    return date.fromordinal(min(max(day.toordinal() + days, 1), date.max.toordinal()))
