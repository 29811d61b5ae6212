"""Quota: at least so much in each fixed period, or over a rolling one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from trainrules.dates import DAWN, month_after
from trainrules.engine import rolling
from trainrules.engine.amounts import Sums, needed, owing, shrinks
from trainrules.engine.case import Case, Entry
from trainrules.engine.instance import Instance
from trainrules.engine.shares import share_held
from trainrules.engine.timeline import covers, holds, subtract
from trainrules.findings import Kind
from trainrules.model.rules import Cycle, Quota


def instances(case: Case) -> list[Instance]:
    """Return one instance a fixed period, or the stretches of a rolling one."""
    rule = case.planned.rule
    assert isinstance(rule, Quota)
    if rule.cycle is None:
        return rolling.instances(case, rule)
    found: dict[int, Instance] = {}
    for first, last, _ in case.runs:
        begins = first if first > DAWN else case.standing.force[0]
        if begins == DAWN:
            found[DAWN] = Instance(opens=DAWN, owed=case.planned.owed, missing=("starting day",))
            continue
        for opens, ends, need in _owing(case, rule, begins, last):
            found.setdefault(opens, _of_period(case, rule, opens, ends, need))
    return [found[opens] for opens in sorted(found)]


def periods(cycle: Cycle, first: int, last: int) -> Iterator[tuple[int, int]]:
    """Yield the periods of *cycle* from the one that holds *first* to the first that begins after *last*."""
    start = date(date.fromordinal(first).year - 1, cycle.month, cycle.day).toordinal()
    turn = 0
    while month_after(start, turn * cycle.months) <= last:
        turn += 1
        begins, ends = (
            month_after(start, (turn - 1) * cycle.months),
            month_after(start, turn * cycle.months) - 1,
        )
        if ends >= first:
            yield begins, ends
    yield month_after(start, turn * cycle.months), month_after(start, (turn + 1) * cycle.months) - 1


def _owing(case: Case, rule: Quota, first: int, last: int) -> Iterator[tuple[int, int, Fraction]]:
    """Yield the periods of a run that owe something, and how much: the whole ones and, `pro rata`, others."""
    assert rule.cycle is not None
    days = owing(case) if shrinks(rule) else ()
    for begins, ends in periods(rule.cycle, first, min(last, case.as_of)):
        need = needed(rule, days, begins, ends)
        is_whole = first <= begins and ends <= last and covers(case.free, begins, ends)
        if is_whole or (shrinks(rule) and need > 0):
            yield begins, ends, need


def _of_period(case: Case, rule: Quota, begins: int, ends: int, need: Fraction) -> Instance:
    if rule.measure == "share":
        tally = share_held(case.history.record, rule, begins, min(ends, case.as_of))
        done, by, have, missing = tally.reached(need, ends, case.as_of)
    else:
        entries = [each for each in case.entries if begins <= each.on <= ends]
        sums = Sums(case, rule, entries)
        done, by = _reached(sums, begins, need, entries)
        have, missing = sums.total(0, len(entries)), ()
    day = ends + 1
    is_free = holds(subtract((case.standing.force,), case.standing.excused), day)
    return Instance(
        opens=begins,
        owed=case.planned.owed,
        end=day,
        due=ends,
        done=done,
        by=by,
        breach=((day, day),) if done is None and is_free else (),
        kind=Kind.QUOTA,
        have=have,
        need=need,
        missing=missing,
        is_foreseen=False,
    )


def _reached(sums: Sums, begins: int, need: Fraction, entries: list[Entry]) -> tuple[int | None, str | None]:
    """Return the day on which there was enough, and the event that made it so; None when there is not.

    Where nothing is needed, there is enough from the day the period *begins*.
    """
    if not need:
        return begins, None
    for number, entry in enumerate(entries, 1):
        if sums.is_enough(need, 0, number):
            return entry.on, entry.event.name
    return None, None
