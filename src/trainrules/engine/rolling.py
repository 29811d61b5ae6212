"""A rolling quota: enough among what was done in the last P, on each day from the start + P on."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise
from typing import Protocol

from attrs import evolve, frozen

from trainrules.dates import FAR, day_after
from trainrules.engine.amounts import is_enough, needed, total
from trainrules.engine.case import Case
from trainrules.engine.instance import Instance
from trainrules.engine.scope import Run
from trainrules.engine.shares import meetings_of, tally
from trainrules.engine.timeline import Span, clip
from trainrules.findings import Kind
from trainrules.model.rules import Quota
from trainrules.records.classes import Meeting
from trainrules.words import deed_to_do


class Counter(Protocol):
    """What a rolling quota counts: the days of it, and whether there is enough on a day."""

    @property
    def days(self) -> list[tuple[int, str]]:
        """Return the day and the name of everything counted, in order."""

    def need(self, day: int) -> Fraction:
        """Return what is needed on *day*."""

    def made_enough(self, day: int) -> str | None:
        """Return the name of what made it enough on *day*; None where nothing was done for it."""

    def have(self, day: int) -> Fraction:
        """Return what there is on *day*."""

    def is_enough(self, day: int) -> bool:
        """Return whether there is enough on *day*."""


def instances(case: Case, rule: Quota) -> list[Instance]:
    """Return the stretches of each run: enough until a day, then short until there is enough again.

    A share of meetings is taken at its worst and at its best where an attendance is not known; what differs
    is undetermined.
    """
    if rule.measure != "share":
        return [each for run in case.runs for each in _of_run(case, rule, run, _Amounts(case, rule))]
    meetings = meetings_of(case.history.record, rule, case.as_of)
    counters = [_Shares(rule, meetings, is_attended) for is_attended in (False, True)]
    worst, best = ([e for run in case.runs for e in _of_run(case, rule, run, c)] for c in counters)
    missing = tuple(f"attendance of {name}" for name, each in meetings if each.attended is None)
    sure = [each for each in worst if each in best]
    return sure + [
        evolve(each, missing=missing, done=None, by=None, breach=()) for each in worst if each not in sure
    ]


def _of_run(case: Case, rule: Quota, run: Run, counter: Counter) -> list[Instance]:
    start, end, is_known = run
    if not is_known:
        return [Instance(opens=start, end=end, owed=case.planned.owed, missing=("starting day",))]
    assert rule.over is not None
    judged = day_after(start, rule.over, rule.calendar)
    found: list[Instance] = []
    opens, due = start, judged
    for first, last in _enough(case, rule, run, counter):
        found.append(_instance(case, rule, run, counter, opens, due, first))
        opens, due = first, max(last, judged)
    if due < FAR:
        found.append(_instance(case, rule, run, counter, opens, due, None))
    return found


def _instance(
    case: Case, rule: Quota, run: Run, counter: Counter, opens: int, due: int, done: int | None
) -> Instance:
    until = run[1] if done is None else done - 1
    breach = clip(case.free, max(due + 1, run[0]), until)
    short = breach[0][0] if breach else min(due + 1, case.as_of)
    return Instance(
        opens=opens,
        owed=case.planned.owed,
        end=run[1],
        due=due,
        limit=due,
        done=done,
        by=None if done is None else counter.made_enough(done),
        is_late=done is not None and bool(clip(case.free, due + 1, done)),
        breach=breach,
        kind=Kind.QUOTA,
        have=counter.have(short),
        need=counter.need(short),
        cure=None if rule.measure == "share" else " or ".join(deed_to_do(deed) for deed in rule.deeds),
    )


def _enough(case: Case, rule: Quota, run: Run, counter: Counter) -> list[Span]:
    """Return the stretches of days of *run* on which there is enough."""
    start, end, _ = run
    edges = {start}
    for day, _name in counter.days:
        edges |= {max(start, day), max(start, last_day(rule, day) + 1)}
    if rule.pro_rata:
        edges |= set(range(start, min(end, case.as_of + 1) + 1))
    ordered = [*sorted(edge for edge in edges if edge <= end), end + 1]
    found: list[Span] = []
    for first, after in pairwise(ordered):
        if counter.is_enough(first):
            if found and found[-1][1] + 1 == first:
                found[-1] = (found[-1][0], after - 1)
            else:
                found.append((first, after - 1))
    return [(first, FAR if last >= end else last) for first, last in found]


def last_day(rule: Quota, day: int) -> int:
    """Return the last day on which what was done on *day* counts."""
    assert rule.over is not None
    return day_after(day, rule.over, rule.calendar)


@frozen
class _Amounts:
    """Counts events, or their hours or days."""

    case: Case
    rule: Quota

    @property
    def days(self) -> list[tuple[int, str]]:
        return [(entry.on, entry.event.name) for entry in self.case.entries]

    def need(self, day: int) -> Fraction:
        """Return what is needed; pro rata, over the days from which an event would still count."""
        if not self.rule.pro_rata:
            return self.rule.need
        first = day
        while first > 1 and last_day(self.rule, first - 1) >= day:
            first -= 1
        return needed(self.case, self.rule, first, day)

    def made_enough(self, day: int) -> str | None:
        """Return the last that was done by *day*."""
        return next((name for on, name in reversed(self.days) if on <= day), None)

    def have(self, day: int) -> Fraction:
        counted = [e for e in self.case.entries if e.on <= day <= last_day(self.rule, e.on)]
        return total(self.case, counted, self.case.planned.parts[0])

    def is_enough(self, day: int) -> bool:
        counted = [e for e in self.case.entries if e.on <= day <= last_day(self.rule, e.on)]
        return is_enough(self.case, self.rule, self.need(day), counted)


@frozen
class _Shares:
    """Counts the share of the meetings held that were attended; the share of nothing is all of it."""

    rule: Quota
    meetings: list[tuple[str, Meeting]]
    is_attended: bool

    @property
    def days(self) -> list[tuple[int, str]]:
        return [(meeting.on.toordinal(), name) for name, meeting in self.meetings]

    def need(self, day: int) -> Fraction:
        return self.rule.need

    def made_enough(self, day: int) -> str | None:
        """Return the meeting attended on *day*; None where a missed one is so long ago that it drops out."""
        attended = (name for name, each in self.meetings if each.attended and each.on.toordinal() == day)
        return next(attended, None)

    def have(self, day: int) -> Fraction:
        held = [
            each
            for each in self.meetings
            if each[1].on.toordinal() <= day <= last_day(self.rule, each[1].on.toordinal())
        ]
        share = tally(held, is_attended=self.is_attended).share
        return Fraction(1) if share is None else share

    def is_enough(self, day: int) -> bool:
        return self.have(day) >= self.rule.need
