"""Training recorded for another role than the rule asks for is named: it looks as if it were there."""

from __future__ import annotations

import pytest
from tests.build import day, post, staff

from trainrules import evaluate, loads
from trainrules.records.classes import For, Training

POLICY = loads(
    'roles DSL, "Deputy DSL"\n'
    'DSL and "Deputy DSL" must complete DSL training within 6 months of starting the role [1]\n'
)
SAID = "“X” on 1 April 2022 (T1) does not count: it is recorded for “Deputy DSL”, not for “DSL”"


@pytest.mark.parametrize(
    ("roles", "is_said"),
    [(("Deputy DSL",), True), (("deputy dsl", "Trainer"), True), (("Trainer",), False), ((), False)],
)
def test_it_is_named_where_the_rule_covers_that_role_too(roles: tuple[str, ...], is_said: bool) -> None:
    training = Training(id="T1", course="X", completed=day("2022-04-01"), for_=For(roles=roles))
    record = staff(post("", "2022-03-01", roles=("Deputy DSL",)), training)
    (breach,) = evaluate(POLICY, record, day("2023-06-15")).violations
    assert (SAID.casefold() in breach.explain().casefold()) is is_said


def test_what_counts_is_not_named() -> None:
    both = For(roles=("Deputy DSL", "DSL"))
    training = Training(id="T1", course="X", completed=day("2022-09-10"), for_=both)
    record = staff(post("", "2022-03-01", roles=("Deputy DSL",)), training)
    (late,) = evaluate(POLICY, record, day("2023-06-15")).violations
    assert "does not count" not in late.explain()
