"""Law 3: one more completion, a longer time or a narrower audience adds no breach day to a duty.

What limits the law is here too: each case in which the simpler wording is wrong.
"""

from __future__ import annotations

import attrs
from hypothesis import assume, given
from hypothesis import strategies as st
from tests.laws.said import also_done, days_of, is_determined, said, with_rule

from trainrules.model.rules import Deadline, Duty, Period, Renewal
from trainrules.testing.oracle import Case
from trainrules.testing.oracle.calendar import DAY
from trainrules.testing.oracle.case import runs
from trainrules.testing.oracle.duty import completions, paid_for
from trainrules.testing.oracle.events import Event, events, matches
from trainrules.testing.strategies import cases, duties
from trainrules.testing.strategies.cases import Made
from trainrules.testing.strategies.words import OWN

ANY_DUTY = st.one_of(duties(first=True, lapse=False), duties(first=True, lapse=False), duties(first=False))


def duty_of(made: Made) -> Duty:
    """Return the duty that *made* is about."""
    assert isinstance(made.rule, Duty)
    return made.rule


def has_a_first_deadline(made: Made) -> bool:
    """Return whether the duty has one: `every P` of one thing too, where a known start was not covered.

    Fixed dates of an `every P` hang on the first completion, not on the start.
    """
    rule, case = duty_of(made), Case(made.policy, made.record, made.as_of)
    if rule.first is not None:
        return True
    return (
        not rule.refresh_only
        and rule.renewal is not Renewal.DUE_DATE
        and len(rule.owed.parts) == 1
        and all(run.known for run in runs(rule, case))
        and not any(
            paid_for(rule, case, run, completions(rule, case, run, made.as_of), run.start, run.start - DAY)
            for run in runs(rule, case)
        )
    )


def done_of_owed(made: Made) -> list[Event]:
    """Return what was done of what the duty owes at first: one more U, for some, is that too."""
    deeds, done = duty_of(made).owed.deeds, events(Case(made.policy, made.record, made.as_of))
    return [event for event in done if any(matches(event, deed) for deed in deeds)]


def longer(period: Period, by: int) -> Period:
    """Return a period longer by so many of its own unit."""
    name = next(name for name in ("months", "days", "working_days") if getattr(period, name))
    return attrs.evolve(period, **{name: getattr(period, name) + by})


def later(first: Deadline, by: int) -> Deadline:
    """Return a deadline that gives more time."""
    beyond = later(first.not_beyond, by) if first.not_beyond else None
    return attrs.evolve(first, within=longer(first.within, by) if first.within else None, not_beyond=beyond)


@given(cases(ANY_DUTY), st.data())
def test_law_3_one_more_completion_that_counts_adds_no_breach_day(made: Made, data: st.DataObject) -> None:
    rule = duty_of(made)
    found = days_of(said(made))
    on = data.draw(st.sampled_from(sorted(found)) if found else st.dates(made.as_of - 900 * DAY, made.as_of))
    deed = data.draw(st.sampled_from(rule.then.deeds if rule.then else rule.owed.deeds))
    more = also_done(made, deed, on=on - data.draw(st.sampled_from([0, 1, 30, 100])) * DAY)
    assume(rule.then is None or done_of_owed(more) == done_of_owed(made))
    assume(has_a_first_deadline(made) and has_a_first_deadline(more))
    assert days_of(said(more)) <= found


@given(cases(ANY_DUTY), st.integers(1, 3), st.integers(0, 3))
def test_law_3_more_time_adds_no_breach_day(made: Made, within: int, every: int) -> None:
    rule = duty_of(made)
    assume(rule.renewal is Renewal.COMPLETION)
    more = with_rule(
        made,
        attrs.evolve(
            rule,
            first=later(rule.first, within) if rule.first else None,
            every=longer(rule.every, every) if rule.every else None,
        ),
    )
    assume(has_a_first_deadline(made) and has_a_first_deadline(more))
    assert days_of(said(more)) <= days_of(said(made))


@given(cases(duties(lapse=False)), st.sampled_from(OWN), st.booleans())
def test_law_3_a_narrower_audience_adds_no_breach_day(made: Made, term: object, without: bool) -> None:
    rule = duty_of(made)
    wide = attrs.evolve(rule, prior_counts=True, started=type(rule.started)())
    assume(rule.renewal is not Renewal.DUE_DATE)
    audience = rule.audience
    none_of, all_of = (*audience.none_of, term), (*audience.all_of, (term,))
    narrow = attrs.evolve(audience, **({"none_of": none_of} if without else {"all_of": all_of}))
    before = said(with_rule(made, wide))
    assume(is_determined(before))
    after = said(with_rule(made, attrs.evolve(wide, audience=narrow)))
    assert days_of(after) <= days_of(before)
