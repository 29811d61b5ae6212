"""A completion whose course is not known may be the one that a rule asks for."""

from __future__ import annotations

from datetime import date

import trainrules


def test_a_completion_with_no_course_leaves_a_terse_rule_undecided() -> None:
    policy = trainrules.loads("Group B must complete Neglect within 6 months")
    post = {"groups": ["B"], "started": "2022-01-01"}
    record = trainrules.StaffRecord.from_dict(
        {"id": "S1", "posts": [post], "training": [{"id": "T1", "completed": "2022-02-01"}]}
    )
    result = trainrules.evaluate(policy, record, as_of=date(2022, 8, 1))
    assert [each.status for each in result.obligations] == [trainrules.Status.UNDETERMINED]
    assert "course of T1" in result.obligations[0].missing
    assert result.violations == ()
