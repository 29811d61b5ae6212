"""Where more is worse after all: the counterexamples that limit law 3, in the oracle and in the engine."""

from __future__ import annotations

from typing import Any

import attrs
from tests.build import course, day, done, group, months, owed, policy, post, staff, within
from tests.laws.said import days_of
from tests.oracle.told import stretches, told

from trainrules.engine.evaluate import evaluate
from trainrules.model.rules import Audience, Duty, Lapse, Renewal, Term

FIRST = Duty(label="R", audience=group("B"), owed=owed("A"), first=within(months(6)), every=months(12))
POST = post("B", "2020-01-10")


def breach(rule: Duty, record: Any, as_of: str) -> list[tuple[str, str]]:
    """Return the breach days of *rule*, on which the engine and the oracle agree."""
    found = told(rule, record, as_of)
    assert stretches(days_of(evaluate(policy(rule), record, day(as_of)))) == found
    return found


def test_training_earlier_can_hurt_where_other_training_renews() -> None:
    """`then U`: what is owed counts once. Done on 1 June to 1 June; on 1 February too, it pays
    to 1 February, and the second time is no U."""
    rule = attrs.evolve(FIRST, then=owed("Update"))
    once = staff(POST, done("A", "2020-06-01"))
    twice = staff(POST, done("A", "2020-06-01"), done("A", "2020-02-01"))
    assert breach(rule, once, "2021-06-01") == []
    assert breach(rule, twice, "2021-06-01") == [("2021-02-02", "2021-06-01")]


def test_completing_a_bundle_can_bind_before_its_first_period_is_over() -> None:
    """`every P` of a bundle with no first deadline: B was paid for on the first day, A was not. A completes
    the bundle, so the rule binds, and B runs out before the first year is over."""
    rule = attrs.evolve(FIRST, owed=owed("A", "B"), first=None)
    before = staff(POST, done("B", "2019-03-01"))
    completed = staff(POST, done("B", "2019-03-01"), done("A", "2020-01-15"))
    assert breach(rule, before, "2020-03-02") == []
    assert breach(rule, completed, "2020-03-02") == [("2020-03-02", "2020-03-02")]


def test_training_can_bind_who_is_there_since_nobody_knows_when() -> None:
    """`every P` with no first deadline: nothing is due to who has no first day, until something was done."""
    rule = attrs.evolve(FIRST, audience=Audience(), first=None, every=months(1))
    assert breach(rule, staff(), "2020-03-02") == []
    assert breach(rule, staff(done("A", "2020-02-01")), "2020-03-02") == [("2020-03-02", "2020-03-02")]


def test_training_earlier_can_hurt_where_fixed_dates_hang_on_the_first_completion() -> None:
    """`every P, counted from the due date` with no first deadline: g0 is the first completion + P. Trained on
    14 August 2017 too, the dates fall on the 14th, and what was done on 31 December pays until 14 January."""
    rule = attrs.evolve(FIRST, first=None, every=months(1), renewal=Renewal.DUE_DATE)
    post_ = post("B", "2019-12-31")
    once = staff(post_, done("A", "2019-12-31"))
    twice = staff(post_, done("A", "2019-12-31"), done("A", "2017-08-14"))
    assert breach(rule, once, "2020-01-31") == []
    assert breach(rule, twice, "2020-01-31") == [("2020-01-15", "2020-01-31")]


def test_a_longer_period_can_hurt_who_was_not_covered_at_the_start_and_then_is() -> None:
    """Trained a year and a day before starting: `every 12 months` gives a first year, `every 13 months` binds
    from what is still paid for."""
    rule = attrs.evolve(FIRST, first=None)
    record = staff(POST, done("A", "2019-01-09"))
    assert breach(rule, record, "2020-02-10") == []
    longer = attrs.evolve(rule, every=months(13))
    assert breach(longer, record, "2020-02-10") == [("2020-02-10", "2020-02-10")]


def test_a_narrower_audience_can_hurt_where_dates_are_fixed_from_the_due_date() -> None:
    """Fixed dates follow the first deadline, which comes later for who comes into scope later: what moved the
    first date on is then too early to move the second."""
    wide = attrs.evolve(FIRST, renewal=Renewal.DUE_DATE)
    dsl = Audience(any_of=wide.audience.any_of, all_of=((Term("role", "DSL"),),))
    record = staff(POST, post("", "2021-01-01", roles=("DSL",)), done("A", "2020-07-01"))
    # Wide: for 10 July 2020, so the open date is 10 July 2021. Narrow: the first date is 1 July 2021, and the
    # year up to it begins on 2 July 2020.
    assert breach(wide, record, "2021-07-12") == [("2021-07-11", "2021-07-12")]
    narrow = attrs.evolve(wide, audience=dsl)
    assert breach(narrow, record, "2021-07-12") == [("2021-07-02", "2021-07-12")]


def test_what_counts_only_after_a_lapse_does_not_count_with_more_time() -> None:
    """`if lapsed more than L then F`: F counts only then."""
    lapse = Lapse(after=months(1), deed=course("Foundation"))
    rule = attrs.evolve(FIRST, lapse=lapse)
    record = staff(POST, done("Foundation", "2020-08-11"))
    assert breach(rule, record, "2021-02-11") == [("2020-07-11", "2020-08-10")]
    longer = attrs.evolve(rule, first=within(months(12)))
    assert breach(longer, record, "2021-02-11") == [("2021-01-11", "2021-02-11")]
