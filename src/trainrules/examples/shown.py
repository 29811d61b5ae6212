"""Which sides of a rule an example shows, kind by kind."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from trainrules.dates import add, day_before
from trainrules.engine.case import Case, cases, is_wrong_mode
from trainrules.engine.history import make_history
from trainrules.engine.prepared import plan_of
from trainrules.engine.timeline import holds
from trainrules.examples.held import Held
from trainrules.examples.sides import Side
from trainrules.findings import Evaluation, Obligation, Status
from trainrules.model.rules import Checklist, Delivery, Duty, Notice, Order, Rule, Streak, fold
from trainrules.records.classes import CourseRecord, StaffRecord

DAY = timedelta(days=1)
_DONE = (Status.MET, Status.MET_LATE)


def shown(rule: Rule, said: Held, result: Evaluation) -> frozenset[Side]:
    """Return the sides of *rule* that an example shows which says *said* of it and comes out as *result*."""
    if isinstance(rule, Checklist):
        return frozenset(_checklist(said))
    if isinstance(rule, (Order, Delivery, Notice, Streak)):
        found = set(_broken(rule, said))
        for case in _cases(rule, result) if said.is_clear or said.broken else ():
            found |= set(_judged(rule, case, said))
        return frozenset(found)
    return frozenset(_dated(rule, said))


# --- what is owed by a day ----------------------------------------------------------------------------


def _dated(rule: Rule, said: Held) -> Iterator[Side]:
    """Yield what is shown of a duty, a follow-up or a quota: their obligations have due days."""
    for each in said.all_owed:
        is_named = each in said.owed
        if is_named or said.is_clear:
            yield from _owed(rule, each, said, is_named)
    for violation in said.broken:
        yield Side.BREACH
        last = _last_day(rule, violation.due)
        if last is not None and violation.since == last + DAY and said.is_pinned(violation):
            mine = [each for each in said.all_owed if each.due == violation.due]
            yield Side.LAPSED if any(_is_renewal(rule, each, said) for each in mine) else Side.LATE


def _owed(rule: Rule, each: Obligation, said: Held, is_named: bool) -> Iterator[Side]:
    last = _last_day(rule, each.due)
    if each.status is Status.PENDING and last is None:
        yield Side.OPEN
    if each.status in _DONE and (is_named or (last is not None and last < said.as_of)):
        yield Side.MET
    if last is None or each.status not in (*_DONE, Status.PENDING):
        return
    day, is_renewal = each.satisfied_on or said.as_of, _is_renewal(rule, each, said)
    if day == last:
        yield Side.RENEWED if is_renewal else Side.LAST
    if day == last + DAY and each.status is Status.MET_LATE and is_named:
        yield Side.LAPSED if is_renewal else Side.LATE


def _last_day(rule: Rule, due: date | None) -> date | None:
    """Return the last day that is no breach: the due day, with any grace after it."""
    if due is None or not isinstance(rule, Duty) or rule.grace is None:
        return due
    return add(due, rule.grace, rule.calendar)


def _is_renewal(rule: Rule, each: Obligation, said: Held) -> bool:
    """Return whether *each* was opened by what met another one before it."""
    return isinstance(rule, Duty) and any(
        other is not each and other.satisfied_on == each.opens for other in said.all_owed
    )


# --- what is judged when it happens -------------------------------------------------------------------


def _broken(rule: Rule, said: Held) -> Iterator[Side]:
    for violation in said.broken:
        yield Side.BREACH
        if isinstance(rule, Notice) and violation.due and violation.since == violation.due + DAY:
            yield Side.LATE
        if isinstance(rule, Streak) and said.is_pinned(violation):
            yield Side.LATE


def _cases(rule: Rule, result: Evaluation) -> list[Case]:
    """Return the engine's view of the record under *rule*; none when a fact that matters is not known."""
    plan = plan_of(result.policy)
    planned = [each for each in plan.planned if each.rule == rule]
    history = make_history(result.record, result.as_of.toordinal(), plan)
    found = [case for each in planned for case in cases(each, history)[0]]
    return found if len(found) == len(planned) else []


def _judged(rule: Rule, case: Case, said: Held) -> Iterator[Side]:
    if isinstance(rule, Order):
        yield from _order(case, said)
    elif isinstance(rule, Delivery):
        yield from _delivery(case, said)
    elif isinstance(rule, Notice):
        yield from _notice(rule, case, said)
    elif isinstance(rule, Streak):
        yield from _streak(rule, case, said)


def _order(case: Case, said: Held) -> Iterator[Side]:
    for entry in case.of(case.planned.others):
        if not holds(case.free, entry.on):
            continue
        firsts = [min((each.on for each in case.of((part,))), default=None) for part in case.planned.parts]
        days = [first for first in firsts if first is not None]
        if len(days) == len(firsts) and all(day < entry.on for day in days):
            if said.is_clear:
                yield Side.MET
                if entry.on - 1 in days:
                    yield Side.LAST
        elif entry.on + 1 in days and _is_breach_day(said, entry.on):
            yield Side.LATE


def _is_breach_day(said: Held, day: int) -> bool:
    return any(each.since.toordinal() == day for each in said.broken)


def _delivery(case: Case, said: Held) -> Iterator[Side]:
    for entry in case.of(case.planned.parts):
        if said.is_clear and holds(case.free, entry.on) and not is_wrong_mode(case.planned, entry.deeds):
            yield Side.MET


def _notice(rule: Notice, case: Case, said: Held) -> Iterator[Side]:
    broken = {violation.event for violation in said.all_broken}
    for name, session, given, is_attended in _sessions(case):
        is_there = holds(case.free, min(session, case.as_of)) and holds(case.free, given or session)
        if not said.is_clear or not is_there or name in broken:
            continue
        last = day_before(session, rule.notice, rule.calendar, clear=rule.clear)
        if is_attended or (given is not None and given <= last):
            yield Side.MET
        if given == last:
            yield Side.LAST


def _sessions(case: Case) -> Iterator[tuple[str, int, int | None, bool]]:
    """Yield each session: its name, its day, the day that notice was given, and whether it was attended."""
    record = case.history.record
    if isinstance(record, StaffRecord):
        for place, booking in enumerate(record.bookings, 1):
            given = booking.cancelled.toordinal() if booking.cancelled else None
            name = booking.id or f"booking {place}"
            yield name, booking.session.toordinal(), given, booking.attended is True
    if isinstance(record, CourseRecord):
        for place, session in enumerate(record.sessions, 1):
            given = session.advertised.toordinal() if isinstance(session.advertised, date) else None
            yield session.id or f"session {place}", session.on.toordinal(), given, False


def _streak(rule: Streak, case: Case, said: Held) -> Iterator[Side]:
    """Yield that it is met where meetings were held; one miss short of too many is the last in time."""
    held = sorted(
        (each.on, each.attended is True)
        for each in case.history.record.meetings
        if fold(each.body or "") == fold(rule.body) and holds(case.days, each.on.toordinal())
    )
    if not said.is_clear or said.all_broken or not held:
        return
    yield Side.MET
    missed = longest = 0
    for _, is_attended in held:
        missed = 0 if is_attended else missed + 1
        longest = max(longest, missed)
    if longest == rule.misses - 1:
        yield Side.LAST


# --- standards ----------------------------------------------------------------------------------------


def _checklist(said: Held) -> Iterator[Side]:
    if said.broken:
        yield Side.BREACH
    if said.owed and said.all_owed and all(each.status in _DONE for each in said.all_owed):
        yield Side.MET
