"""What is not known leaves nothing undecided where every way of filling it in comes to the same days."""

from __future__ import annotations

from datetime import date

import trainrules

BOTH = 'Level 1 must complete e-learning "First Steps" and face-to-face "Basic Awareness" within 8 weeks'


def late(training: list[dict[str, str]]) -> trainrules.Evaluation:
    """Return the result on 27 April 2022, the day after 1 March + 56 days."""
    post = {"levels": ["1"], "started": "2022-03-01"}
    record = trainrules.StaffRecord.from_dict({"id": "S1", "posts": [post], "training": training})
    return trainrules.evaluate(trainrules.loads(BOTH), record, as_of=date(2022, 4, 27))


def test_a_bundle_without_one_part_is_overdue_whatever_the_other_was() -> None:
    result = late([{"course": "First Steps", "completed": "2022-03-10"}])
    assert [each.status for each in result.obligations] == [trainrules.Status.OVERDUE]
    assert [(each.since, each.until) for each in result.violations] == [(date(2022, 4, 27), None)]


def test_its_cure_says_both_ways_of_ending_it() -> None:
    (violation,) = late([{"course": "First Steps", "completed": "2022-03-10"}]).violations
    assert violation.cure == (
        "complete face-to-face “Basic Awareness”, or, as it may turn out, "
        "complete e-learning “First Steps” and face-to-face “Basic Awareness”"
    )


def test_a_bundle_that_may_be_whole_is_undetermined() -> None:
    basic = {"course": "Basic Awareness", "completed": "2022-03-11", "format": "face-to-face"}
    result = late([{"course": "First Steps", "completed": "2022-03-10"}, basic])
    assert [each.status for each in result.obligations] == [trainrules.Status.UNDETERMINED]
    assert result.violations == ()
