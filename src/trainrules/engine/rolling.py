"""A rolling quota: enough among what was done in the last P, on each day from the start + P on."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

from trainrules.dates import FAR, day_after
from trainrules.engine.amounts import is_enough, needed, total
from trainrules.engine.case import Case, Entry
from trainrules.engine.instance import Instance
from trainrules.engine.scope import Run
from trainrules.engine.timeline import Span, clip
from trainrules.findings import Kind
from trainrules.model.rules import Quota
from trainrules.words import deed_to_do


def instances(case: Case, rule: Quota) -> list[Instance]:
    """Return the stretches of each run: enough until a day, then short until there is enough again."""
    return [each for run in case.runs for each in _of_run(case, rule, run)]


def _of_run(case: Case, rule: Quota, run: Run) -> list[Instance]:
    start, end, is_known = run
    if not is_known:
        return [Instance(opens=start, end=end, owed=case.planned.owed, missing=("starting day",))]
    assert rule.over is not None
    judged = day_after(start, rule.over, rule.calendar)
    found: list[Instance] = []
    opens, due = start, judged
    for first, last in _enough(case, rule, start, end):
        found.append(_instance(case, rule, run, opens, due, first))
        opens, due = first, max(last, judged)
    if due < FAR:
        found.append(_instance(case, rule, run, opens, due, None))
    return found


def _instance(case: Case, rule: Quota, run: Run, opens: int, due: int, done: int | None) -> Instance:
    until = run[1] if done is None else done - 1
    breach = clip(case.free, max(due + 1, run[0]), until)
    short = breach[0][0] if breach else min(due + 1, case.as_of)
    counted = _counted(case, rule, short)
    return Instance(
        opens=opens,
        owed=case.planned.owed,
        end=run[1],
        due=due,
        limit=due,
        done=done,
        by=_by(case, done),
        is_late=done is not None and bool(clip(case.free, due + 1, done)),
        breach=breach,
        kind=Kind.QUOTA,
        have=total(case, counted, case.planned.parts[0]),
        need=_need(case, rule, short),
        cure=" or ".join(deed_to_do(deed) for deed in rule.deeds),
    )


def _by(case: Case, done: int | None) -> str | None:
    names = [entry.event.name for entry in case.entries if done is not None and entry.on <= done]
    return names[-1] if names else None


def _enough(case: Case, rule: Quota, start: int, end: int) -> list[Span]:
    """Return the stretches of days, from *start* on, on which there is enough."""
    edges = {start}
    for entry in case.entries:
        edges |= {max(start, entry.on), max(start, _last(rule, entry) + 1)}
    if rule.pro_rata:
        edges |= set(range(start, min(end, case.as_of + 1) + 1))
    ordered = [*sorted(edge for edge in edges if edge <= end), end + 1]
    found: list[Span] = []
    for first, after in pairwise(ordered):
        counted = _counted(case, rule, first)
        if is_enough(case, rule, _need(case, rule, first), counted):
            if found and found[-1][1] + 1 == first:
                found[-1] = (found[-1][0], after - 1)
            else:
                found.append((first, after - 1))
    return [(first, FAR if last >= end else last) for first, last in found]


def _counted(case: Case, rule: Quota, day: int) -> list[Entry]:
    return [entry for entry in case.entries if entry.on <= day <= _last(rule, entry)]


def _last(rule: Quota, entry: Entry) -> int:
    assert rule.over is not None
    return day_after(entry.on, rule.over, rule.calendar)


def _need(case: Case, rule: Quota, day: int) -> Fraction:
    """Return what is needed on *day*; pro rata, over the days from which an event would still count."""
    if not rule.pro_rata:
        return rule.need
    first = day
    while _reaches(rule, first - 1, day):
        first -= 1
    return needed(case, rule, first, day)


def _reaches(rule: Quota, day: int, until: int) -> bool:
    assert rule.over is not None
    return day > 0 and day_after(day, rule.over, rule.calendar) >= until
