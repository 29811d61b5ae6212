"""What people are told, worked out by hand: a row an obligation, with the breach under it."""

from __future__ import annotations

from datetime import date
from typing import Any

import trainrules

START = "2022-01-31"


def told(
    rule: str, as_of: str, *training: dict[str, Any], start: str | None = START, **more: Any
) -> list[str]:
    """Return each obligation as `status due`, and each violation as `since – until`.

    The person is in Group B from *start*, on which they joined, unless *more* says otherwise.
    """
    given = {"joined": start, "posts": [{"groups": ["B"], "started": start}], "training": [*training], **more}
    record = trainrules.StaffRecord.from_dict({"id": "S1", **given})
    result = trainrules.evaluate(trainrules.loads(rule), record, as_of=date.fromisoformat(as_of))
    owed = [f"{each.status.value} {each.due}" for each in result.obligations]
    return owed + [f"{each.since} – {each.until or ''}".strip() for each in result.violations]


def done(course: str, day: str, **more: Any) -> dict[str, Any]:
    """Return a completion as a record has it."""
    return {"course": course, "completed": day, **more}


WITHIN = "Group B must complete Induction within 6 months"


def test_grace_moves_the_breach_and_not_the_due_day() -> None:
    """31 July 2022 and a month: the last day of grace is 31 August."""
    rule = f"{WITHIN}, with 1 month's grace"
    assert told(rule, "2022-08-31") == ["pending 2022-07-31"]
    assert told(rule, "2022-09-01") == ["overdue 2022-07-31", "2022-09-01 –"]
    assert told(rule, "2022-09-01", done("Induction", "2022-08-20")) == ["met late 2022-07-31"]


def test_grace_after_a_refresh_ends_on_a_clamped_day() -> None:
    """Done on 31 March 2022: due on 31 March 2023, with grace until 30 April."""
    rule = f"{WITHIN}, then every 1 year, with 1 month's grace"
    rows = told(rule, "2023-05-01", done("Induction", "2022-03-31"))
    assert rows == ["met 2022-07-31", "overdue 2023-03-31", "2023-05-01 –"]


def test_the_earlier_of_two_deadlines_is_the_due_day() -> None:
    """Eight months after 31 October 2021 is 30 June 2022, before 31 July."""
    rule = f"{WITHIN}, not beyond 8 months of joining"
    assert told(rule, "2022-07-01", joined="2021-10-31") == ["overdue 2022-06-30", "2022-07-01 –"]
    assert told(rule, "2022-07-01", joined=None) == ["undetermined None"]


def test_a_renewal_on_the_first_day_of_the_window_keeps_the_date_and_a_day_earlier_does_not() -> None:
    """29 February 2020 pays until 28 February 2021; three months before that is 28 November 2020."""
    rule = "Group B must complete A every 1 year, keeping the date if renewed in the last 3 months"
    first = done("A", "2020-02-29")
    kept = told(rule, "2022-02-28", first, done("A", "2020-11-28"), start="2020-01-31")
    assert kept == ["met 2021-01-31", "met 2021-02-28", "pending 2022-02-28"]
    rolled = told(rule, "2022-02-28", first, done("A", "2020-11-27"), start="2020-01-31")
    assert rolled == ["met 2021-01-31", "met 2021-02-28", "overdue 2021-11-27", "2021-11-28 –"]


def test_a_late_completion_moves_fixed_dates_to_the_first_after_it() -> None:
    """Fixed dates 31 January, 28 February, 31 March; 10 February is late for the first, and for no other."""
    rule = "Group B must complete A within 1 month, then every 1 month, counted from the due date"
    rows = told(rule, "2022-03-31", done("A", "2022-02-10"), start="2021-12-31")
    assert rows == [
        "met late 2022-01-31",
        "overdue 2022-02-28",
        "2022-02-01 – 2022-02-09",
        "2022-03-01 –",
    ]


def test_leave_that_has_no_end_leaves_no_due_day() -> None:
    away = [{"from": "2022-07-25", "to": None}]
    assert told(f"{WITHIN}, not counting leave", "2023-08-11", leave=away) == ["pending None"]


def test_leave_moves_the_due_day_by_its_days() -> None:
    """31 July and ten days: 10 August."""
    away = [{"from": "2022-03-01", "to": "2022-03-10"}]
    rows = told(f"{WITHIN}, not counting leave", "2022-08-11", leave=away)
    assert rows == ["overdue 2022-08-10", "2022-08-11 –"]


def test_a_waiver_in_the_middle_of_a_breach_makes_two() -> None:
    waived = [{"rule": "x", "from": "2022-08-10", "to": "2022-08-20"}]
    assert told(f"{WITHIN} [x]", "2022-08-15", waivers=waived) == [
        "waived 2022-07-31",
        "2022-08-01 – 2022-08-09",
    ]
    assert told(f"{WITHIN} [x]", "2022-08-21", waivers=waived) == [
        "overdue 2022-07-31",
        "2022-08-01 – 2022-08-09",
        "2022-08-21 –",
    ]


def test_what_was_done_while_waived_all_along_since_it_was_due_is_met() -> None:
    waived = [{"rule": "x", "from": "2022-08-01", "to": "2022-09-30"}]
    rows = told(f"{WITHIN} [x]", "2023-08-21", done("Induction", "2022-09-01"), waivers=waived)
    assert rows == ["met 2022-07-31"]


def test_who_joins_again_has_the_time_again_and_keeps_what_was_done() -> None:
    """A month after 31 January 2022 is 28 February; what was done in 2020 counts unless the rule says not."""
    rule = "Everyone must complete Induction within 1 month of joining"
    twice = [{"joined": "2020-01-01", "left": "2020-12-31"}, {"joined": "2022-01-31"}]
    both = {"employment": twice, "posts": [], "start": None}
    assert told(rule, "2022-03-01", **both) == [
        "unmet 2020-02-01",
        "overdue 2022-02-28",
        "2020-02-02 – 2020-12-31",
        "2022-03-01 –",
    ]
    before = done("Induction", "2020-01-20")
    assert told(rule, "2022-03-01", before, **both) == ["met 2020-02-01", "met 2022-02-28"]
    again = told(f"{rule}, prior training does not count", "2022-03-01", before, **both)
    assert again == ["met 2020-02-01", "overdue 2022-02-28", "2022-03-01 –"]


def test_an_answer_after_leaving_in_time_is_not_owed_and_after_leaving_late_was() -> None:
    """Due on 1 May 2022: who leaves on 1 April is released, who leaves on 10 May was in breach from 2 May."""
    rule = "Everyone must complete Survey within 3 months of each Neglect course"
    course = done("Neglect", "2022-02-01")
    assert told(rule, "2022-06-02", course, left="2022-04-01") == ["released 2022-05-01"]
    late = told(rule, "2022-06-02", course, left="2022-05-10")
    assert late == ["unmet 2022-05-01", "2022-05-02 – 2022-05-10"]


def test_one_answer_is_for_the_earliest_that_is_open() -> None:
    rule = "Everyone must complete Survey within 3 months of each Neglect course"
    courses = done("Neglect", "2022-02-01"), done("Neglect", "2022-02-15")
    answers = done("Survey", "2022-03-01"), done("Survey", "2022-06-01")
    assert told(rule, "2022-06-02", *courses, *answers) == [
        "met 2022-05-01",
        "met late 2022-05-15",
        "2022-05-16 – 2022-05-31",
    ]


def test_of_two_modes_not_known_one_that_is_known_decides() -> None:
    rule = "Group B must complete multi-agency training within 6 months"
    unsure, sure = done("X", "2022-02-10"), done("Y", "2022-03-10", delivery="multi-agency")
    assert told(rule, "2022-08-11", unsure) == ["undetermined 2022-07-31"]
    assert told(rule, "2022-08-11", unsure, sure) == ["met 2022-07-31"]
