"""Quota: at least so much in each fixed period, or over a rolling one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from attrs import frozen

from trainrules.dates import DAWN, month_after
from trainrules.engine import rolling
from trainrules.engine.amounts import is_enough, needed, total
from trainrules.engine.case import Case, Entry
from trainrules.engine.instance import Instance
from trainrules.engine.timeline import clip, covers, holds, subtract
from trainrules.findings import Kind
from trainrules.model.rules import Cycle, Quota, fold
from trainrules.records.classes import Meeting, Record


def instances(case: Case) -> list[Instance]:
    """Return one instance a fixed period, or the stretches of a rolling one."""
    rule = case.planned.rule
    assert isinstance(rule, Quota)
    if rule.cycle is None:
        return rolling.instances(case, rule)
    found = []
    for first, last, is_known in case.runs:
        begins = first if is_known else case.standing.force[0]
        if begins == DAWN:
            found.append(Instance(opens=first, end=last, owed=case.planned.owed, missing=("starting day",)))
        else:
            found += _of_run(case, rule, rule.cycle, begins, last)
    return found


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


def _of_run(case: Case, rule: Quota, cycle: Cycle, first: int, last: int) -> list[Instance]:
    found = []
    force = case.standing.force
    for begins, ends in periods(cycle, first, min(last, case.as_of)):
        is_judged = force[0] <= begins and ends <= force[1]
        is_judged = is_judged and not clip(case.standing.excused, begins, ends)
        is_whole = first <= begins and ends <= last and covers(case.days, begins, ends)
        if is_judged and (is_whole or (rule.pro_rata and clip(case.days, begins, ends))):
            found.append(_of_period(case, rule, begins, ends))
    return found


def _of_period(case: Case, rule: Quota, begins: int, ends: int) -> Instance:
    need = needed(case, rule, begins, ends)
    if rule.measure == "share":
        tally = _share(case.history.record, rule, begins, min(ends, case.as_of))
        done, by, have, missing = tally.reached(need, ends, case.as_of)
    else:
        entries = [each for each in case.entries if begins <= each.on <= ends]
        done, by = _reached(case, rule, need, entries)
        have, missing = total(case, entries, case.planned.parts[0]), ()
    day = ends + 1
    is_free = holds(subtract((case.standing.force,), case.standing.excused), day)
    return Instance(
        opens=begins,
        owed=case.planned.owed,
        end=day,
        due=ends,
        limit=ends,
        done=done,
        by=by,
        breach=((day, day),) if done is None and is_free else (),
        kind=Kind.QUOTA,
        have=have,
        need=need,
        missing=missing,
        is_listed=begins <= case.as_of,
    )


def _reached(case: Case, rule: Quota, need: Fraction, entries: list[Entry]) -> tuple[int | None, str | None]:
    """Return the day on which there was enough, and the event that made it so; None when there is not."""
    if not need:
        return min(case.as_of, entries[0].on) if entries else case.as_of, None
    for number, entry in enumerate(entries, 1):
        if is_enough(case, rule, need, entries[:number]):
            return entry.on, entry.event.name
    return None, None


# --- shares of meetings ------------------------------------------------------------------------------------


@frozen
class Tally:
    """The meetings of a period: how many were held, attended, and neither known nor not."""

    held: int
    attended: int
    unknown: tuple[str, ...]

    def reached(
        self, need: Fraction, ends: int, as_of: int
    ) -> tuple[int | None, str | None, Fraction | None, tuple[str, ...]]:
        """Return the day the share was reached (the period's last), by what, the share, and what is missing.

        The share of nothing is met; while the period lasts nothing is settled.
        """
        share = Fraction(self.attended, self.held) if self.held else None
        if as_of <= ends:
            return None, None, share, ()
        if share is None or share >= need:
            return ends, None, share, ()
        if Fraction(self.attended + len(self.unknown), self.held) >= need:
            return None, None, share, tuple(f"attendance of {name}" for name in self.unknown)
        return None, None, share, ()


def _share(record: Record, rule: Quota, first: int, last: int) -> Tally:
    bodies = {fold(deed.name) for deed in rule.deeds}
    meetings: dict[Meeting, str] = {}
    for place, meeting in enumerate(record.meetings, 1):
        if fold(meeting.body or "") in bodies and first <= meeting.on.toordinal() <= last:
            meetings.setdefault(meeting, meeting.id or f"meeting {place}")
    unknown = tuple(name for meeting, name in meetings.items() if meeting.attended is None)
    return Tally(len(meetings), sum(meeting.attended is True for meeting in meetings), unknown)
