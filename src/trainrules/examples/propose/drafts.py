"""Facts that may show the sides of a rule, kind by kind: what was done when, and the day it is looked at."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta

from attrs import frozen

from trainrules.dates import add, day_before
from trainrules.examples.propose.deeds import MODES, deed_lines
from trainrules.examples.propose.people import Setting
from trainrules.examples.sides import Side
from trainrules.language.ast import Name
from trainrules.language.written.words import day, ident, mode, name
from trainrules.model.rules import Checklist, Deed, Delivery, Notice, Order, Owed, Period, Policy, Streak

DAY = timedelta(days=1)
_MONTH = Period(months=1)
_MOST_WAYS = 8


@frozen
class Draft:
    """An example without its expectation: what it is called, its facts, and the day it is judged on.

    It is what it is called only where it shows the side that it is *meant* to.
    """

    meant: Side
    what: str
    lines: tuple[str, ...]
    as_of: date


def ways(owed: Owed, on: date, policy: Policy, entity: str, details: str = "") -> Iterator[tuple[str, ...]]:
    """Yield the ways of saying that all of *owed* was done on *on*, the plainest first."""
    parts = [
        tuple(line for deed in part for line in deed_lines(deed, on, policy, entity, details))
        for part in owed.parts
    ]
    for place in range(min(max(map(len, parts)), _MOST_WAYS)):
        yield tuple(dict.fromkeys(part[min(place, len(part) - 1)] for part in parts))


def one(deed: Deed) -> Owed:
    """Return what is owed where only *deed* is."""
    return Owed(((deed,),))


def order(rule: Order, at: Setting, policy: Policy) -> Iterator[Draft]:
    """Yield the first thing a day before the other, and a day after it."""
    on = add(at.start, _MONTH)
    entity = rule.audience.entity
    for late in ways(one(rule.then), on, policy, entity):
        for first in ways(rule.first, on - DAY, policy, entity):
            yield Draft(Side.MET, "in order, a day apart", (*at.lines, *first, *late), on)
        for first in ways(rule.first, on + DAY, policy, entity):
            yield Draft(Side.BREACH, "out of order by a day", (*at.lines, *late, *first), on + DAY)


def delivery(rule: Delivery, at: Setting, policy: Policy) -> Iterator[Draft]:
    """Yield the training in a mode that is allowed, and in one that is not."""
    on = add(at.start, _MONTH)
    for side, what in ((Side.MET, "taken as it is allowed"), (Side.BREACH, "taken in another way")):
        for each in (*rule.modes, *(one for one in MODES if one not in rule.modes)):
            if (each in rule.modes) is not (side is Side.MET):
                continue
            for done in ways(one(rule.deed), on, policy, rule.audience.entity, f", {mode(Name(each))}"):
                yield Draft(side, what, (*at.lines, *done), on)


def notice(rule: Notice, at: Setting, policy: Policy) -> Iterator[Draft]:
    """Yield notice given on the last day in time, and on the day after."""
    session = _weekday(add(add(at.start, _MONTH), rule.notice, rule.calendar) + 7 * DAY)
    last = date.fromordinal(day_before(session.toordinal(), rule.notice, rule.calendar, clear=rule.clear))
    in_time = (Side.MET, last, "notice on the last day in time")
    for side, on, what in (in_time, (Side.BREACH, last + DAY, "notice a day too late")):
        if rule.what == "session":
            said = [f"session on {day(session)}, advertised on {day(on)}"]
        else:
            courses = [each.name for each in policy.courses] or ["Induction"]
            said = [f"booked {name(each)} for {day(session)}, cancelled on {day(on)}" for each in courses]
        for line in said[:_MOST_WAYS]:
            yield Draft(side, what, (*at.lines, line), session)


def _weekday(on: date) -> date:
    """Return *on*, or the Monday after it at a weekend."""
    return on + timedelta(days=max(0, 7 - on.weekday())) if on.weekday() > 4 else on


def streak(rule: Streak, at: Setting, policy: Policy) -> Iterator[Draft]:
    """Yield one miss short of too many, and too many."""
    days = [add(at.start, Period(months=each)) for each in range(1, rule.misses + 1)]
    missed = [f"missed {name(rule.body)} on {day(each)}" for each in days]
    kept = missed[:-1] or [f"attended {name(rule.body)} on {day(days[0])}"]
    yield Draft(Side.MET, "one miss short of too many", (*at.lines, *kept), (days[-2:-1] or days)[0])
    yield Draft(Side.BREACH, "too many missed in a row", (*at.lines, *missed), days[-1])


def checklist(rule: Checklist, at: Setting, policy: Policy) -> Iterator[Draft]:
    """Yield every item met, and one of them not met."""
    standards = list(dict.fromkeys(item.standard for item in rule.items))
    each_met = [f"standard {name(each)} met on {day(at.start)}" for each in standards]
    for line in reversed(each_met):
        yield Draft(Side.MET, "every item met", (*at.lines, line), at.start)
    yield Draft(Side.MET, "every item met", (*at.lines, *each_met), at.start)
    for item in rule.items:
        line = f"standard {name(item.standard)} item {ident(Name(item.number))} not met on {day(at.start)}"
        yield Draft(Side.BREACH, f"item {item.number} not met", (*at.lines, line), at.start)


Drafts = Callable[..., Iterator[Draft]]

DRAFTS: dict[type, Drafts] = {
    Order: order,
    Delivery: delivery,
    Notice: notice,
    Streak: streak,
    Checklist: checklist,
}
"""What is drafted for the kinds of rule that need no deadline looked up first."""
