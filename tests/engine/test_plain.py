"""The plain walk gives what the full engine gives, row by row, for sentences that take it.

`tests/laws/test_law_8_engines.py` says the same of any rules at all.
"""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import trainrules
from trainrules.engine.evaluate import evaluate, judged
from trainrules.engine.history import make_history
from trainrules.engine.instance import Told
from trainrules.engine.plain import Plain
from trainrules.engine.prepared import prepared
from trainrules.findings import Finding
from trainrules.model.rules import Policy
from trainrules.records.classes import For, Post, Record, StaffRecord, Training


def in_full(policy: Policy, record: Record, as_of: date) -> Told:
    """Return what the full engine tells of *record*, with no shortcut."""
    ready, told = prepared(policy), Told()
    history = make_history(record, as_of.toordinal(), ready.plan)
    for lane in ready.lanes.get(record.kind, ()):
        rows, _ = judged(lane.planned, history)
        told.add(rows)
    return told


def assert_the_same(policy: Policy, record: Record, as_of: date) -> None:
    """Assert that the shortcut tells the same obligations and violations, in the same order."""
    result, full = evaluate(policy, record, as_of), in_full(policy, record, as_of)
    assert result.obligations == tuple(full.obligations)
    assert result.violations == tuple(full.violations)


@pytest.mark.parametrize(
    "sentence",
    [
        "Group A within 3 months",
        "Group A within 3 months, then every 1 year",
        "Group A refresh every 6 weeks",
        "Group A within 1 month of joining, prior training does not count",
        "Group A within 1 month, from 1 February 2022",
        "Group A within 1 month, until 31 March 2022",
        "Group A and Group B should complete Induction within 2 months of starting",
        "Group A must complete Neglect or Induction within 2 months",
        "Everyone must complete Induction within 1 month of joining",
    ],
)
@given(
    started=st.dates(date(2021, 12, 1), date(2022, 3, 31)),
    length=st.none() | st.integers(0, 200),
    left=st.none() | st.dates(date(2022, 1, 1), date(2022, 12, 31)),
    done=st.lists(st.dates(date(2021, 10, 1), date(2022, 12, 31)), max_size=3),
    as_of=st.dates(date(2021, 11, 1), date(2023, 6, 30)),
)
def test_plain_sentences_in_one_walk(
    sentence: str, started: date, length: int | None, left: date | None, done: list[date], as_of: date
) -> None:
    ended = None if length is None else date.fromordinal(started.toordinal() + length)
    record = StaffRecord(
        id="S1",
        joined=date(2022, 1, 1),
        left=left,
        posts=(
            Post(groups=("A",), started=started, ended=ended),
            Post(groups=("A", "B"), started=date(2022, 6, 1)),
        ),
        training=tuple(Training(course="Induction", completed=day, for_=For(groups=("A",))) for day in done),
    )
    policy = trainrules.loads(sentence)
    assert all(plain_duties(policy)), "a sentence that is not plain tries nothing here"
    assert_the_same(policy, record, as_of)


def plain_duties(policy: Policy) -> list[Plain | None]:
    """Return the plain duty that each rule of *policy* about staff is, None for the others."""
    return [lane.plain for lane in prepared(policy).lanes["staff"]]


@pytest.mark.parametrize(
    "sentence",
    [
        "Group A who are DSL must complete Induction within 3 months",
        "Group A except DSL must complete Induction within 3 months",
        "Staff in the voluntary sector must complete Induction within 3 months",
        "Group A within 10 working days",
        "Group A within 3 months, not beyond 1 month of joining",
        "Group A must complete Induction by 1 March 2022",
        "Group A must complete Induction within 3 months of approval",
        "Group A must complete Induction every 1 year",
        "Group A must complete Induction and Neglect within 3 months",
        "Group A within 3 months, if lapsed more than 1 month then Induction",
        "Group A within 3 months, with 1 month's grace",
        "Group A within 3 months, then every 1 year, counted from the due date",
        "Group A within 3 months, with certificate",
        "Group A within 3 months, not counting leave",
        "Group A within 3 months, for those starting after 1 April 2014",
        "breaks of up to 1 month do not restart a deadline\nGroup A within 3 months",
        "Group A single-agency only\nGroup A within 3 months",
        "Group A within 3 months [a]\nGroup A within 2 months, with certificate, instead of [a]",
        'Group A must submit "Return" within 3 months',
    ],
)
def test_what_one_walk_does_not_know_is_left_to_the_full_engine(sentence: str) -> None:
    policy = trainrules.loads(BESIDE + sentence)
    assert not any(plain_duties(policy))


BESIDE = """calendar "England and Wales"
group A
role DSL
course Induction
course Neglect
attribute sector: voluntary
date approval
"""


def in_group_a(started: date, *done: date, joined: date | None = None) -> StaffRecord:
    """Return somebody in Group A who did its training on these days."""
    posts = (Post(groups=("A",), started=started),)
    training = tuple(Training(course="X", completed=day, for_=For(groups=("A",))) for day in done)
    return StaffRecord(id="S1", joined=joined, posts=posts, training=training)


@pytest.mark.parametrize(
    "sentence",
    [
        "Group A within 100 years",
        "Group A within 100 years, then every 1 year",
        "Group A within 3 months, then every 100 years",
        "Group A refresh every 100 years",
    ],
)
@pytest.mark.parametrize("done", [(), (date(9950, 2, 1),), (date(9949, 1, 1), date(9950, 3, 1))])
def test_the_last_date_there_is_ends_every_period(sentence: str, done: tuple[date, ...]) -> None:
    record = in_group_a(date(9950, 1, 1), *done)
    assert_the_same(trainrules.loads(sentence), record, date(9951, 1, 1))


def test_what_is_paid_for_until_the_last_date_is_not_asked_for_again() -> None:
    result = evaluate(
        trainrules.loads("Group A refresh every 100 years"),
        in_group_a(date(9950, 1, 1), date(9950, 2, 1)),
        date(9951, 1, 1),
    )
    assert [each.status.value for each in result.obligations] == ["met"]


@pytest.mark.parametrize("joined", [None, date(2022, 3, 1)])
def test_who_is_not_known_to_have_joined_by_the_first_day_has_no_day_to_count_from(
    joined: date | None,
) -> None:
    policy = trainrules.loads("Group A within 1 month of joining")
    record = in_group_a(date(2022, 1, 1), joined=joined)
    assert_the_same(policy, record, date(2022, 6, 1))
    [owed] = evaluate(policy, record, date(2022, 6, 1)).obligations
    assert (owed.status.value, owed.missing) == ("undetermined", ("joining day",))


def test_what_is_told_in_one_walk_names_its_rule_and_gives_its_reasons() -> None:
    policy = trainrules.loads("Group A within 1 month, then every 1 year [A]")
    record = in_group_a(date(2022, 1, 1), date(2022, 3, 1))
    result = trainrules.evaluate(policy, record, as_of=date(2022, 6, 1))
    later = trainrules.evaluate(policy, record, as_of=date(2021, 6, 1))
    told: list[Finding] = [*result.obligations, *result.violations, *later.obligations]
    assert [each.source for each in told] == [policy.rules[0]] * 4
    assert all(each.explain() for each in told)


def test_what_pays_for_no_longer_than_before_is_told_all_the_same() -> None:
    """28 and 31 January each pay until 28 February."""
    policy = trainrules.loads("Group A within 1 month, then every 1 month")
    for started in (date(2022, 1, 1), date(2022, 2, 1)):
        record = in_group_a(started, date(2022, 1, 28), date(2022, 1, 31))
        assert_the_same(policy, record, date(2022, 2, 15))
        last = evaluate(policy, record, date(2022, 2, 15)).obligations[-2]
        assert last.satisfied_on == date(2022, 1, 31)


@pytest.mark.parametrize(
    "spell", [(date(2021, 1, 1), date(2022, 2, 1)), (date(2022, 4, 30), date(2022, 12, 31))]
)
def test_a_post_that_the_rule_was_in_force_for_on_one_day_is_told(spell: tuple[date, date]) -> None:
    policy = trainrules.loads("Group A within 3 months, from 1 February 2022, until 30 April 2022")
    record = StaffRecord(id="S1", posts=(Post(groups=("A",), started=spell[0], ended=spell[1]),))
    assert_the_same(policy, record, date(2022, 6, 1))
    assert len(evaluate(policy, record, date(2022, 6, 1)).obligations) == 1


def test_what_was_due_before_a_post_that_will_end_is_overdue_from_its_first_day() -> None:
    policy = trainrules.loads("Group A within 1 month of joining")
    post = Post(groups=("A",), started=date(2022, 1, 31), ended=date(2022, 12, 31))
    record = StaffRecord(id="S1", joined=date(2020, 1, 1), posts=(post,))
    assert_the_same(policy, record, date(2022, 6, 1))
    [late] = evaluate(policy, record, date(2022, 6, 1)).violations
    assert (late.since, late.due) == (date(2022, 1, 31), date(2020, 2, 1))


@pytest.mark.parametrize("last_day", ["31 December 2019", "1 January 2020"])
def test_what_would_open_after_the_rule_is_owed_by_nobody(last_day: str) -> None:
    """Done on 1 January 2020, the next begins on that day: after the rule, or on its last day."""
    rules = trainrules.loads(
        f"group A\ncourse Induction\nGroup A must refresh Induction every 1 month, until {last_day} [1]"
    )
    done = Training(id="T1", course="Induction", completed=date(2020, 1, 1))
    record = StaffRecord(id="S", posts=(Post(groups=("A",), started=date(2019, 12, 31)),), training=(done,))
    assert_the_same(rules, record, date(2020, 3, 1))
    told = evaluate(rules, record, date(2020, 3, 1)).obligations
    assert len(told) == (1 if last_day == "31 December 2019" else 2)


@pytest.mark.parametrize(
    ("done", "met"),
    [
        (["2021-06-01", "2022-01-15"], "2022-01-15"),
        (["2022-01-01"], "2022-01-01"),
        (["2021-12-31"], None),
        (["2022-06-30"], "2022-06-30"),
        (["2022-07-01"], None),
    ],
)
def test_what_is_done_since_joining_and_up_to_the_last_day_of_a_post_counts(
    done: list[str], met: str | None
) -> None:
    """Joined on 1 January 2022, before the post: what was done on that day is no prior training."""
    policy = trainrules.loads("Group A within 9 months of joining, prior training does not count")
    post = Post(groups=("A",), started=date(2022, 2, 1), ended=date(2022, 6, 30))
    record = in_group_a(date(2022, 2, 1), *map(date.fromisoformat, done), joined=date(2022, 1, 1))
    record = evolve(record, posts=(post,))
    assert_the_same(policy, record, date(2022, 8, 1))
    [owed] = evaluate(policy, record, date(2022, 8, 1)).obligations
    assert str(owed.satisfied_on) == str(met)
