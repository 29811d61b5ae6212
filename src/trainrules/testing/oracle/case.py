"""Who is in an audience on a day, and on which days a rule is not held against them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from functools import cache, wraps
from typing import Any, ParamSpec, TypeVar

import attrs

from trainrules.model.rules import (
    Audience,
    CourseType,
    Days,
    FollowUp,
    Policy,
    Rule,
    Term,
    fold,
)
from trainrules.records.classes import CourseRecord, Record, StaffRecord
from trainrules.testing.oracle.calendar import DAY, add

P = ParamSpec("P")
T = TypeVar("T")


def same(a: str | None, b: str | None) -> bool:
    """Return whether two names are the same name."""
    return a is not None and b is not None and fold(a) == fold(b)


def dates_in(value: Any) -> Iterator[date]:
    """Yield every date that *value* mentions, however deep."""
    if isinstance(value, date):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from dates_in(each)
    else:
        for name in fields_of(value.__class__):
            yield from dates_in(getattr(value, name))


@cache
def fields_of(kind: type) -> tuple[str, ...]:
    """Return the names of the fields of records of *kind*, none when it is no such class."""
    return tuple(attrs.fields_dict(kind)) if attrs.has(kind) else ()


def within(day: date, first: date | None, last: date | None) -> bool:
    """Return whether *day* is in a span; both ends are inclusive, a blank end is open."""
    return (first is None or first <= day) and (last is None or day <= last)


def declared_course(policy: Policy, name: str | None) -> CourseType:
    """Return the declared course of that name or alias, one that says nothing when there is none."""
    for course in policy.courses:
        if any(same(name, n) for n in (course.name, *course.aliases)):
            return course
    return CourseType("")


@attrs.frozen(eq=False)
class Run:
    """An unbroken stretch in an audience. *known* is whether its first day is the day of a known fact."""

    start: date
    days: frozenset[date]
    known: bool


@attrs.define(eq=False)
class Case:
    """A policy, a record, and every day from before anything is mentioned up to the as-of day."""

    policy: Policy
    record: Record
    as_of: date
    days: list[date] = attrs.field(init=False)
    latest: dict[date, date] = attrs.field(init=False, factory=dict)
    memo: dict[Any, Any] = attrs.field(init=False, factory=dict)

    def __attrs_post_init__(self) -> None:
        windows = [rule.window for rule in self.policy.rules if isinstance(rule, FollowUp) and rule.window]
        opened = [date(window.year, window.month, 1) for window in windows if window.year]
        recorded = {*dates_in(self.record), self.as_of}
        first = min([*recorded, *dates_in(self.policy.rules), *opened]) - DAY
        self.days = [first + n * DAY for n in range((self.as_of - first).days + 1)]
        turns = recorded | {day + DAY for day in recorded}
        turn = first
        for day in self.days:
            turn = day if day in turns else turn
            self.latest[day] = turn

    def news(self, day: date) -> date:
        """Return the latest day, up to *day*, that is a date of the record or the day after one.

        What depends only on which of those dates have come or gone is the same from then until *day*.
        """
        return self.latest[day]


def once(answer: Callable[P, T]) -> Callable[P, T]:
    """Return *answer*, worked out once for each rule, case and whatever else it is asked about."""

    @wraps(answer)
    def kept(*asked: P.args, **none: P.kwargs) -> T:
        rule, case, *rest = asked
        memo: dict[Any, tuple[T, object]] = case.memo  # type: ignore[attr-defined]
        key = (answer, id(rule), *rest)
        if key not in memo:
            memo[key] = (answer(*asked, **none), rule)  # the rule is kept, so that its id stays its own
        return memo[key][0]

    return kept


# --- presence ----------------------------------------------------------------------------------------


def employments(record: Record) -> list[tuple[date | None, date | None]]:
    """Return each time with the organisation; once and for ever, up to `left`, if no joining is known."""
    known = [(e.joined, e.left) for e in getattr(record, "employment", ())]
    return known or [(record.joined, record.left)]


def there(record: Record, day: date) -> bool:
    """Return whether *day* is between a joining and its leaving."""
    return any(within(day, joined, left) for joined, left in employments(record))


def is_staff_day(record: Record, day: date) -> bool:
    """Everyone is in scope from joining to leaving; with no joining day, from the first post to the last;
    with neither, on every day."""
    posts = getattr(record, "posts", ())
    if not there(record, day) or employments(record)[0][0] is not None or not posts:
        return there(record, day)
    starts, ends = [p.started for p in posts], [p.ended for p in posts]
    return within(day, None if None in starts else min(starts), None if None in ends else max(ends))


def in_posts(record: Record, day: date, fallback: bool = True) -> Iterator[Any]:
    """Yield the posts held on *day*: `left` ends every post, and none begins after the last leaving.

    A post with no first day is held since the first joining. Without *fallback*, to see whether a run's first
    day is known, it is held on the day before that as well; with no joining known, always.
    """
    joined = [first for first, _ in employments(record) if first is not None]
    for post in getattr(record, "posts", ()):
        lefts = [left for _, left in employments(record)]
        ended_by_leaving = any(left is not None and within(left, post.started, day - DAY) for left in lefts)
        is_after_all = not any(left is None or within(post.started or left, None, left) for left in lefts)
        first = post.started or (min(joined) - DAY * (not fallback) if joined else None)
        if within(day, first, post.ended) and not ended_by_leaving and not is_after_all:
            yield post


def holds(term: Term, record: Record, day: date, fallback: bool = True) -> bool:
    """Return whether *term* holds on *day*; *fallback*: what stands in where a beginning is not known."""
    is_member_of_staff = is_staff_day(record, day) if fallback else there(record, day)
    match term.kind:
        case "everyone":
            return is_member_of_staff
        case "attribute":
            values = [a for a in record.attributes if same(a.name, term.name) and same(a.value, term.value)]
            return is_member_of_staff and any(within(day, a.from_, a.to) for a in values)
        case "member":
            bodies = [m for m in getattr(record, "memberships", ()) if same(m.body, term.name)]
            return is_member_of_staff and any(within(day, m.from_, m.to) for m in bodies)
        case "group" | "level" | "role":
            held = [
                name for post in in_posts(record, day, fallback) for name in getattr(post, term.kind + "s")
            ]
            is_trainer = term.kind == "role" and record.kind == "trainer" and is_member_of_staff
            return any(same(term.name, name) for name in (*held, *(["Trainer"] if is_trainer else [])))
    assert isinstance(record, CourseRecord)
    return there(record, day) and same(getattr(record, term.kind), term.name)


# --- scope and runs ------------------------------------------------------------------------------------


def is_in(audience: Audience, record: Record, day: date, fallback: bool = True) -> bool:
    """Return whether *record* is in *audience* on *day*."""
    is_entity = (
        isinstance(record, StaffRecord) if audience.entity == "staff" else record.kind == audience.entity
    )
    return (
        is_entity
        and (not audience.name or same(audience.name, record.name))
        and any(holds(t, record, day, fallback) for t in audience.any_of)
        and all(any(holds(t, record, day, fallback) for t in entry) for entry in audience.all_of)
        and not any(holds(t, record, day, fallback) for t in audience.none_of)
    )


@once
def runs(rule: Rule, case: Case) -> list[Run]:
    """Return the maximal runs of days in the audience: a gap no longer than the short break ends none."""
    found: list[list[date]] = []
    is_present = False
    for day in case.days:
        if case.news(day) == day:
            is_present = is_in(rule.audience, case.record, day)
        if not is_present:
            continue
        if found and (found[-1][-1] == day - DAY or day - DAY <= add(found[-1][-1], rule.breaks)):
            found[-1].append(day)
        else:
            found.append([day])
    all_of_them = [Run(days[0], frozenset(days), starts_known(rule, case, days[0])) for days in found]
    return [run for run in all_of_them if is_kept(rule, run)]


def starts_known(rule: Rule, case: Case, start: date) -> bool:
    """The fallback of everyone "gives scope, never an anchor", and no more does a post with no first day."""
    return start > case.days[0] and not is_in(rule.audience, case.record, start - DAY, fallback=False)


def is_kept(rule: Rule, run: Run) -> bool:
    """`for those starting on or after D` keeps the runs whose s is on or after D."""
    return within(run.start, rule.started.first, rule.started.last) and (run.known or rule.started == Days())


def run_of(rule: Rule, case: Case, day: date) -> Run | None:
    """Return the run that *day* is in; a day in a short break is in none."""
    return run_by_day(rule, case).get(day)


@once
def run_by_day(rule: Rule, case: Case) -> dict[date, Run]:
    """Return the run of every day that is in one."""
    return {day: run for run in runs(rule, case) for day in run.days}
