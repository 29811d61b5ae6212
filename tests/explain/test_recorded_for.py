"""Training for another role than the rule asks for is named: it looks as if it were there."""

from __future__ import annotations

import pytest
from tests.build import day, post, staff

from trainrules import evaluate, loads
from trainrules.records.classes import For, StaffRecord, Training

ROLES = 'roles DSL, "Deputy DSL"\n'
POLICY = loads(
    f'{ROLES}DSL and "Deputy DSL" must complete DSL training within 6 months of starting the role [1]\n'
)
SAID = "“X” on 1 April 2022 (T1) does not count: it is for “Deputy DSL”, not for “DSL”"


def deputy(*roles: str) -> StaffRecord:
    """Return a Deputy DSL from 1 March 2022 with X on 1 April 2022, recorded for *roles*."""
    training = Training(id="T1", course="X", completed=day("2022-04-01"), for_=For(roles=roles))
    return staff(post("", "2022-03-01", roles=("Deputy DSL",)), training)


@pytest.mark.parametrize(
    ("roles", "is_said"),
    [(("Deputy DSL",), True), (("deputy dsl", "Trainer"), True), (("Trainer",), False), ((), False)],
)
def test_it_is_named_where_the_rule_covers_that_role_too(roles: tuple[str, ...], is_said: bool) -> None:
    (breach,) = evaluate(POLICY, deputy(*roles), day("2023-06-15")).violations
    assert (SAID in breach.explain()) is is_said


def test_it_is_named_where_the_course_says_whom_it_is_for() -> None:
    rule = f'course X for role "Deputy DSL"\n{ROLES}DSL and "Deputy DSL" must complete DSL training [1]\n'
    (owed,) = evaluate(loads(rule), deputy(), day("2023-06-15")).obligations
    assert SAID in owed.explain()


def test_what_counts_is_not_named() -> None:
    both = For(roles=("Deputy DSL", "DSL"))
    training = Training(id="T1", course="X", completed=day("2022-09-10"), for_=both)
    record = staff(post("", "2022-03-01", roles=("Deputy DSL",)), training)
    (late,) = evaluate(POLICY, record, day("2023-06-15")).violations
    assert "does not count" not in late.explain()


@pytest.mark.parametrize(
    ("course", "owed"), [("course X for role DSL", "DSL training"), ("course X", "DSL training or X")]
)
def test_what_was_done_last_is_not_named(course: str, owed: str) -> None:
    """Done on 1 April 2022, it was good until 1 April 2023."""
    text = f'{course}\n{ROLES}DSL and "Deputy DSL" must complete {owed} every 1 year [1]\n'
    (breach,) = evaluate(loads(text), deputy("Deputy DSL"), day("2023-06-15")).violations
    assert breach.since == day("2023-04-02")
    assert "Last done: “X” on 1 April 2022 (T1)" in breach.explain()
    assert "does not count" not in breach.explain()


def test_what_does_not_count_for_another_reason_is_given_that_reason_alone() -> None:
    """X would do, whomever it is for; but what is done before the role begins does not count."""
    text = (
        f'course X\n{ROLES}DSL and "Deputy DSL" must complete DSL training or X within 6 months of starting '
        "the role, prior training does not count [1]\n"
    )
    training = Training(id="T1", course="X", completed=day("2022-02-01"), for_=For(roles=("Deputy DSL",)))
    record = staff(post("", "2022-03-01", roles=("Deputy DSL",)), training)
    (breach,) = evaluate(loads(text), record, day("2023-06-15")).violations
    said = "“X” on 1 February 2022 (T1) does not count: prior training does not count"
    assert said in breach.explain()
    assert breach.explain().count("does not count:") == 1
