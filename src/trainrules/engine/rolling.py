"""A rolling quota: enough among what was done in the last P, on each day from the start + P on."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable
from fractions import Fraction
from itertools import accumulate, pairwise
from typing import Protocol

from attrs import evolve

from trainrules.dates import FAR, day_after
from trainrules.engine.amounts import Sums, needed, owing, shrinks
from trainrules.engine.case import Case
from trainrules.engine.instance import Instance
from trainrules.engine.scope import Run
from trainrules.engine.shares import meetings_of
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

    def turns(self, start: int) -> Iterable[int]:
        """Return the days from *start* on which another amount may be needed than the day before."""

    def need(self, day: int) -> Fraction:
        """Return what is needed on *day*."""

    def made_enough(self, day: int) -> str | None:
        """Return the name of what made it enough on *day*; None where nothing was done for it."""

    def have(self, day: int) -> Fraction:
        """Return what there is on *day*."""

    def is_enough(self, day: int, need: Fraction) -> bool:
        """Return whether what there is on *day* is enough, where *need* is needed."""


def instances(case: Case, rule: Quota) -> list[Instance]:
    """Return the stretches of each run: enough until a day, then short until there is enough again.

    A share of meetings is taken at its worst and at its best where an attendance is not known; what differs
    is undetermined.
    """
    if rule.measure != "share":
        amounts = _Amounts(case, rule)
        return [each for run in case.runs for each in _of_run(case, rule, run, amounts)]
    meetings = meetings_of(case.history.record, rule, case.as_of)
    counters = [_Shares(rule, meetings, is_attended) for is_attended in (False, True)]
    worst, best = ([e for run in case.runs for e in _of_run(case, rule, run, c)] for c in counters)
    missing = tuple(f"attendance of {name}" for name, each in meetings if each.attended is None)
    sure = [each for each in worst if each in best]
    return sure + [evolve(each, missing=missing) for each in worst if each not in sure]


def _of_run(case: Case, rule: Quota, run: Run, counter: Counter) -> list[Instance]:
    start, end, is_known = run
    if not is_known:
        return [Instance(opens=start, end=end, owed=case.planned.owed, missing=("starting day",))]
    judged = last_day(rule, start)
    found: list[Instance] = []
    opens, due = start, judged
    for first, last in _enough(rule, run, counter):
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
    return Instance(
        opens=opens,
        owed=case.planned.owed,
        end=run[1],
        due=due,
        done=done,
        by=None if done is None else counter.made_enough(done),
        is_late=done is not None and bool(clip(case.free, due + 1, done)),
        breach=breach,
        kind=Kind.QUOTA,
        have=counter.have(breach[0][0]) if breach else None,
        need=counter.need(breach[0][0]) if breach else None,
        cure=None if rule.measure == "share" else " or ".join(deed_to_do(deed) for deed in rule.deeds),
    )


def _enough(rule: Quota, run: Run, counter: Counter) -> list[Span]:
    """Return the stretches of days of *run* on which there is enough: at first, of what is to be judged."""
    start, end, _ = run
    judged = last_day(rule, start) + 1
    edges = {start, *_between(counter.days, start, end, lambda each: each[0])}
    edges |= set(_between(counter.days, start, end, lambda each: last_day(rule, each[0]) + 1))
    edges.update(counter.turns(start))
    ordered = [*sorted(edge for edge in edges if edge <= end), end + 1]
    found: list[Span] = []
    for first, after in pairwise(ordered):
        if counter.is_enough(first, counter.need(max(first, judged))):
            if found and found[-1][1] + 1 == first:
                found[-1] = (found[-1][0], after - 1)
            else:
                found.append((first, after - 1))
    return [(first, FAR if last >= end else last) for first, last in found]


def _between(
    days: list[tuple[int, str]], start: int, end: int, edge: Callable[[tuple[int, str]], int]
) -> list[int]:
    """Return the *edge* of each of *days*, which are in order, that is from *start* to *end*."""
    return [
        edge(each) for each in days[bisect_left(days, start, key=edge) : bisect_right(days, end, key=edge)]
    ]


def last_day(rule: Quota, day: int) -> int:
    """Return the last day on which what was done on *day* counts."""
    assert rule.over is not None
    return day_after(day, rule.over)


def first_day(rule: Quota, day: int) -> int:
    """Return the first day on which something done still counts on *day*."""
    return bisect_left(range(day), day, key=lambda each: last_day(rule, each))


class _Amounts:
    """Counts events, or their hours or days."""

    def __init__(self, case: Case, rule: Quota) -> None:
        self.rule = rule
        self.days = [(entry.on, entry.event.name) for entry in case.entries]
        self._owing = owing(case) if shrinks(rule) else ()
        self._until = case.standing.force[1]
        self._window = _Window(rule, [day for day, _ in self.days])
        self._sums = Sums(case, rule, case.entries)

    def turns(self, start: int) -> Iterable[int]:
        """Return the days when only some of the days that count ask for something, and the next."""
        for first, last in self._owing:
            for edge in (first, last + 1):
                yield from range(max(edge, start), last_day(self.rule, edge - 1) + 2)

    def need(self, day: int) -> Fraction:
        """Return what is needed; pro rata, by the days on which what is done would count on *day*.

        After the rule's force it is as on the last day of it: nothing is met by the rule's having ended.
        """
        day = min(day, self._until)
        first = first_day(self.rule, day) if self._owing else day
        return needed(self.rule, self._owing, first, day)

    def made_enough(self, day: int) -> str | None:
        """Return the last thing that counts on *day*; None where nothing is needed, and nothing was done."""
        first, end = self._window.on(day)
        return self.days[end - 1][1] if first < end else None

    def have(self, day: int) -> Fraction:
        """Return how much counts on *day*."""
        return self._sums.total(*self._window.on(day))

    def is_enough(self, day: int, need: Fraction) -> bool:
        """Return whether what counts on *day* comes to *need*."""
        return self._sums.is_enough(need, *self._window.on(day))


class _Shares:
    """Counts the share of the meetings held that were attended; the share of nothing is all of it."""

    def __init__(self, rule: Quota, meetings: list[tuple[str, Meeting]], is_attended: bool) -> None:
        self.rule = rule
        self.days = [(meeting.on.toordinal(), name) for name, meeting in meetings]
        self._window = _Window(rule, [day for day, _ in self.days])
        went = [each.attended is True or (each.attended is None and is_attended) for _, each in meetings]
        self._attended = list(accumulate(went, initial=0))

    def turns(self, start: int) -> Iterable[int]:
        """Return no days: a share never shrinks."""
        return ()

    def need(self, day: int) -> Fraction:
        """Return the share that is needed."""
        return self.rule.need

    def made_enough(self, day: int) -> str | None:
        """Return the meeting attended on *day*; None where a missed one is so long ago that it drops out."""
        for place in range(bisect_left(self._window.days, day), self._window.on(day)[1]):
            if self._attended[place + 1] > self._attended[place]:
                return self.days[place][1]
        return None

    def have(self, day: int) -> Fraction:
        """Return the share of the meetings that count on *day*."""
        first, end = self._window.on(day)
        if first == end:
            return Fraction(1)
        return Fraction(self._attended[end] - self._attended[first], end - first)

    def is_enough(self, day: int, need: Fraction) -> bool:
        """Return whether the share on *day* is *need*."""
        return self.have(day) >= need


class _Window:
    """Which of the things done on *days*, in order, count on a day: e with e ≤ t ≤ e + P."""

    def __init__(self, rule: Quota, days: list[int]) -> None:
        self.days = days
        self._last = [last_day(rule, day) for day in days]

    def on(self, day: int) -> tuple[int, int]:
        """Return the place of the first that counts on *day*, and that after the last."""
        end = bisect_right(self.days, day)
        return min(bisect_left(self._last, day), end), end
