"""Law 6, of cures: what a violation names, done on the as-of day, ends it there and takes nothing back."""

from __future__ import annotations

from datetime import date

import attrs
from hypothesis import assume, given
from hypothesis import strategies as st
from tests.laws.said import also_done, days_of, done_as, open_violations, said, with_rule

from trainrules.model.rules import Checklist, Days, Delivery, Duty, FollowUp, Quota, Streak, Strength
from trainrules.records.classes import Meeting, StaffRecord, Training
from trainrules.testing.oracle.calendar import DAY
from trainrules.testing.strategies import (
    cases,
    checklists,
    course_cases,
    duties,
    follow_ups,
    quotas,
    streaks,
    windows,
)
from trainrules.testing.strategies.cases import Made
from trainrules.testing.strategies.words import FORMATS

FIXED_QUOTAS = quotas().filter(lambda rule: rule.cycle is not None)
ROLLING_QUOTAS = quotas().filter(lambda rule: rule.over is not None and rule.measure != "share")


def always(made: Made) -> Made:
    """Return *made* with its rule in force on every day, for all and binding: more of it is in breach."""
    more = {"force": Days(), "started": Days(), "strength": Strength.MUST, "default": False}
    return with_rule(made, attrs.evolve(made.rule, **more))


def with_a_trigger(made: Made) -> Made:
    """Return *made* with what its rule follows up done on the second day of each post."""
    record, rule = made.record, made.rule
    assert isinstance(record, StaffRecord) and isinstance(rule, FollowUp) and rule.trigger is not None
    for post in record.posts:
        if post.started is not None:
            made = also_done(made, rule.trigger, on=post.started + DAY)
    return made


def with_all_missed(made: Made) -> Made:
    """Return *made* with no meeting attended."""
    missed = tuple(attrs.evolve(meeting, attended=False) for meeting in made.record.meetings)
    return attrs.evolve(made, record=attrs.evolve(made.record, meetings=missed))


def a_breach_day(made: Made, data: st.DataObject) -> tuple[date, set[date]]:
    """Return one of the breach days, to look on, and those before it."""
    found = days_of(said(made))
    assume(found)
    as_of = data.draw(st.sampled_from(sorted(found)))
    return as_of, {day for day in found if day < as_of}


@given(cases(duties()).map(always), st.data())
def test_law_6_the_cure_of_a_duty_ends_the_breach_and_takes_nothing_back(
    made: Made, data: st.DataObject
) -> None:
    """Looked at on one of its breach days: everything that covers is done on that day.

    Left out: a deadline `not beyond` a day before its own anchor, before which nothing counts.
    """
    rule, found = made.rule, days_of(said(made))
    assert isinstance(rule, Duty)
    odd = not rule.prior_counts and rule.first is not None and rule.first.not_beyond is not None
    assume(found and not odd and not any(isinstance(each, Delivery) for each in made.policy.rules))
    as_of = data.draw(st.sampled_from(sorted(found)))
    (open_now,) = open_violations(said(made, as_of=as_of))
    assert open_now.cure is not None
    deeds = [part[0] for part in rule.owed.parts]
    deeds += [part[0] for part in rule.then.parts] if rule.then else []
    deeds += [rule.lapse.deed] if rule.lapse else []
    cured = also_done(made, *deeds, on=as_of)
    assert days_of(said(cured, as_of=as_of)) == {day for day in found if day < as_of}


@given(cases(follow_ups()).map(always).map(with_a_trigger), st.data())
def test_law_6_the_cure_of_a_follow_up_ends_one_breach(made: Made, data: st.DataObject) -> None:
    """Looked at on one of its breach days: one more answer leaves one open violation less."""
    rule, found = made.rule, days_of(said(made))
    assert isinstance(rule, FollowUp)
    answer = rule.response.deeds[0]
    assume(found and answer.kind != "evaluation" and len(made.policy.rules) == 1)
    as_of = data.draw(st.sampled_from(sorted(found)))
    before = open_violations(said(made, as_of=as_of))
    assert all(each.cure is not None for each in before)
    after = open_violations(said(also_done(made, answer, on=as_of), as_of=as_of))
    assert len(after) == len(before) - 1


@given(cases(windows()).map(always), st.data())
def test_law_6_the_cure_of_a_month_of_the_calendar(made: Made, data: st.DataObject) -> None:
    rule = made.rule
    assert isinstance(rule, FollowUp)
    as_of, before = a_breach_day(made, data)
    assert all(each.cure is not None for each in open_violations(said(made, as_of=as_of)))
    cured = also_done(made, rule.response.deeds[0], on=as_of)
    assert days_of(said(cured, as_of=as_of)) == before


@given(cases(ROLLING_QUOTAS).map(always), st.data())
def test_law_6_the_cure_of_a_rolling_quota_as_often_as_needed(made: Made, data: st.DataObject) -> None:
    """Every one of them is done on the one day."""
    rule, record = made.rule, made.record
    assert isinstance(rule, Quota) and isinstance(record, StaffRecord)
    as_of, before = a_breach_day(made, data)
    (open_now,) = open_violations(said(made, as_of=as_of))
    assert open_now.cure is not None
    deed = rule.deeds[0]
    modes = (*(rule.of_which.deed.modes if rule.of_which else ()), *deed.modes)
    assume(deed.kind == "training")
    assume(len([mode for mode in modes if mode in FORMATS]) < 2)
    done = done_as(attrs.evolve(deed, modes=modes), as_of)
    assert isinstance(done, Training)
    much = [
        attrs.evolve(done, id=f"more {n}", hours=rule.need, days=rule.need) for n in range(int(rule.need))
    ]
    cured = attrs.evolve(record, training=(*record.training, *much))
    assert days_of(said(made, cured, as_of)) == before


@given(cases(streaks()).map(always).map(with_all_missed), st.data())
def test_law_6_the_cure_of_a_streak_is_the_next_meeting(made: Made, data: st.DataObject) -> None:
    """Not tried on a day with a meeting: which of two on one day is the next is not known."""
    rule, record = made.rule, made.record
    assert isinstance(rule, Streak) and isinstance(record, StaffRecord)
    as_of, before = a_breach_day(made, data)
    assume(as_of not in {meeting.on for meeting in record.meetings})
    (open_now,) = open_violations(said(made, as_of=as_of))
    assert open_now.cure is not None
    meetings = (*record.meetings, Meeting(body=rule.body, on=as_of, attended=True))
    assert days_of(said(made, attrs.evolve(record, meetings=meetings), as_of)) == before


@given(course_cases(checklists()).map(always), st.data())
def test_law_6_the_cure_of_an_item_of_a_standard(made: Made, data: st.DataObject) -> None:
    """An item is met or not: with every item recorded as met, nothing is in breach any more.

    What was recorded on no day holds on the as-of day, whichever that is: it can end an earlier breach.
    """
    assert isinstance(made.rule, Checklist)
    as_of, _ = a_breach_day(made, data)
    open_now = open_violations(said(made, as_of=as_of))
    assert open_now or any(item.on is None for item in made.record.standards)
    assert all(each.cure is not None for each in open_now)
    met = tuple(attrs.evolve(item, met=True, on=as_of) for item in made.record.standards)
    assert not days_of(said(made, attrs.evolve(made.record, standards=met), as_of))


@given(cases(FIXED_QUOTAS).map(always), st.data())
def test_law_6_what_nothing_can_cure_says_so(made: Made, data: st.DataObject) -> None:
    """A period of fixed dates that is over stays short."""
    as_of, _ = a_breach_day(made, data)
    assert all(each.cure is None for each in open_violations(said(made, as_of=as_of)))
