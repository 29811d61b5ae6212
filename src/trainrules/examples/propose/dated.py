"""Facts that may show what is owed by a day: the engine is asked when it would first be late."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from fractions import Fraction
from math import ceil

from attrs import evolve

from trainrules.dates import add
from trainrules.examples.propose.deeds import deed_lines
from trainrules.examples.propose.drafts import DAY, Draft, one, ways
from trainrules.examples.propose.people import Setting
from trainrules.examples.propose.trial import Bench
from trainrules.examples.sides import Side
from trainrules.language.written.words import day, name
from trainrules.model.rules import Deed, Duty, FollowUp, Owed, Period, Quota, Rule, fold

_HORIZON = Period(months=12 * 30)
_SOON = timedelta(days=14)
_MONTH = Period(months=1)
_FAR_ENOUGH = Period(months=12)
_WEEKS = 28

Done = Callable[[date], Iterator[tuple[str, ...]]]
"""The ways of saying that what is owed was done on a day."""


def dated(bench: Bench, rule: Rule, at: Setting) -> Iterator[Draft]:
    """Yield what shows *rule*, a duty, a follow-up or a quota, in time and late by a day."""
    if isinstance(rule, Duty):
        yield from _duty(bench, rule, at)
    elif isinstance(rule, FollowUp):
        yield from _follow_up(bench, rule, at)
    elif isinstance(rule, Quota) and rule.measure == "share":
        yield from _share(rule, at)
    elif isinstance(rule, Quota):
        yield from _both(bench, rule, at, lambda on: _amounts(bench, rule, on))


def _first_late(bench: Bench, rule: Rule, at: Setting) -> date | None:
    """Return the first day on which *rule* is broken if nothing more is done; None when it never is."""
    outcome = bench.outcome(at.lines, add(at.start, _HORIZON))
    broken = outcome.violations if outcome else ()
    mine = (each for each in broken if fold(each.rule) == fold(rule.label))
    since = [each.since for each in mine if isinstance(each.source, type(rule))]
    return min(since, default=None)


def _both(bench: Bench, rule: Rule, at: Setting, done: Done, what: str = "done") -> Iterator[Draft]:
    """Yield it done on the last day in time, and not done on the day after."""
    late = _first_late(bench, rule, at)
    if late is None:
        return
    for lines in done(late - DAY):
        yield Draft(Side.MET, f"{what} on the last day in time", (*at.lines, *lines), late - DAY)
    yield Draft(Side.BREACH, f"not {what}, and a day late", at.lines, late)


# --- duties -------------------------------------------------------------------------------------------


def _duty(bench: Bench, rule: Duty, at: Setting) -> Iterator[Draft]:
    details = f", with {rule.evidence}" if rule.evidence else ""

    def done(owed: Owed) -> Done:
        return lambda on: ways(owed, on, bench.policy, rule.audience.entity, details)

    first = _first_late(bench, rule, at)
    soon = at.start + _SOON if first is None else min(at.start + _SOON, first - DAY)
    if first is not None:
        yield from _both(bench, rule, at, done(rule.owed))
    elif rule.every is None:
        yield from _undated(rule, at, done(rule.owed), soon)
    if rule.every is None:
        return
    for lines in done(rule.owed)(soon):
        begun = evolve(at, lines=(*at.lines, *lines))
        yield from _both(bench, rule, begun, done(rule.then or rule.owed), "renewed")
        yield Draft(Side.MET, "done for the first time", begun.lines, soon)


def _undated(rule: Duty, at: Setting, done: Done, soon: date) -> Iterator[Draft]:
    for lines in done(soon):
        yield Draft(Side.MET, "done", (*at.lines, *lines), soon)
    yield Draft(Side.OPEN, "not done, and never late", at.lines, add(at.start, _FAR_ENOUGH))


# --- follow-ups ---------------------------------------------------------------------------------------


def _follow_up(bench: Bench, rule: FollowUp, at: Setting) -> Iterator[Draft]:
    entity = rule.audience.entity

    def done(on: date) -> Iterator[tuple[str, ...]]:
        return ways(rule.response, on, bench.policy, entity)

    if rule.trigger is None:
        yield from _both(bench, rule, at, done)
        return
    for lines in ways(one(rule.trigger), add(at.start, _MONTH), bench.policy, entity):
        yield from _both(bench, rule, evolve(at, lines=(*at.lines, *lines)), done)


# --- quotas -------------------------------------------------------------------------------------------


def _amounts(bench: Bench, rule: Quota, last: date) -> Iterator[tuple[str, ...]]:
    """Yield the ways of saying that just enough was done, the last of it on *last*."""
    part = rule.of_which
    special = Fraction(0)
    if part is not None:
        special = part.amount if part.amount is not None else (part.share or Fraction(0)) * rule.need
    most = max(len(deed_lines(each, last, bench.policy, rule.audience.entity)) for each in rule.deeds)
    for place in range(min(most, 8)):
        for deed in rule.deeds:
            wanted = [(deed, rule.need - special)] + ([(_narrowed(deed, part.deed), special)] if part else [])
            yield _just_enough(bench, rule, wanted, last, place)


def _narrowed(deed: Deed, special: Deed) -> Deed:
    """Return *deed* in the way that *special* asks for part of it."""
    if special.kind != deed.kind:
        return special
    modes = tuple(dict.fromkeys((*deed.modes, *special.modes)))
    return evolve(special, name=special.name or deed.name, own=special.own or deed.own, modes=modes)


def _just_enough(
    bench: Bench, rule: Quota, wanted: list[tuple[Deed, Fraction]], last: date, place: int
) -> tuple[str, ...]:
    lines: list[str] = []
    times = sum(ceil(amount) for _, amount in wanted) if rule.measure == "count" else len(wanted)
    left = times
    for deed, amount in wanted:
        for _ in range(ceil(amount) if rule.measure == "count" else 1):
            left -= 1
            details = "" if rule.measure == "count" else f", {_amount(rule, amount)}"
            on = last - left * _apart(rule, times)
            options = deed_lines(deed, on, bench.policy, rule.audience.entity, details)
            lines.append(options[min(place, len(options) - 1)])
    return tuple(lines)


def _amount(rule: Quota, amount: Fraction) -> str:
    unit = rule.measure.removesuffix("s") if amount == 1 else rule.measure
    return f"{float(amount):g} {unit}"


def _apart(rule: Quota, times: int) -> timedelta:
    """Return how far apart *times* things are done, so that all fall into one period."""
    months = rule.cycle.months if rule.cycle else rule.over.months if rule.over else 1
    days = _WEEKS * months if months else (rule.over.days if rule.over else _WEEKS)
    return timedelta(days=max(1, min(_WEEKS, days // max(1, times))))


def _share(rule: Quota, at: Setting) -> Iterator[Draft]:
    """Yield just enough of the meetings attended, and one fewer; told on the day after the period.

    Over a rolling period, just enough is too few once the first attended no longer counts.
    """
    opens, last = _period(rule, at.start)
    held = rule.need.denominator
    step = timedelta(days=max(1, min(_WEEKS, (last - opens).days // held)))
    days = [last - step * left for left in reversed(range(held))]
    enough = (*at.lines, *_meetings(rule, days, rule.need.numerator))
    if rule.over is not None:
        ends = add(days[0], rule.over)
        yield Draft(Side.LAST, "just enough meetings, for the last day", enough, ends)
        yield Draft(Side.BREACH, "one meeting too few, for a day", enough, ends + DAY)
    yield Draft(Side.MET, "just enough meetings", enough, last + DAY)
    fewer = _meetings(rule, days, rule.need.numerator - 1)
    yield Draft(Side.BREACH, "one meeting too few", (*at.lines, *fewer), last + DAY)


def _meetings(rule: Quota, days: list[date], went: int) -> Iterator[str]:
    """Yield the first *went* of the meetings on *days* as attended, the others as missed."""
    body = name(rule.deeds[0].name)
    for place, on in enumerate(days):
        yield f"{'attended' if place < went else 'missed'} {body} on {day(on)}"


def _period(rule: Quota, start: date) -> tuple[date, date]:
    """Return the first period of *rule* that begins on *start* or later."""
    if rule.cycle is None:
        assert rule.over is not None
        return start, add(start, rule.over)
    opens = date(start.year - 1, rule.cycle.month, rule.cycle.day)
    while opens < start:
        opens = add(opens, Period(months=rule.cycle.months))
    return opens, add(opens, Period(months=rule.cycle.months)) - DAY
