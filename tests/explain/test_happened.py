"""What happened where a rule of one day was broken: the same clause in reasons and in reports."""

from __future__ import annotations

import pytest
from tests.build import day, post, staff

from trainrules.api import evaluate, loads
from trainrules.explain import happened
from trainrules.findings import Evaluation
from trainrules.records.classes import CourseRecord, Record, StaffRecord
from trainrules.report import report
from trainrules.report.case import Case

RULES = """
calendar "England and Wales"
groups A–C
course Induction
course "Module 1"
course Neglect for Group B, multi-agency
qualification Diploma
Staff must hold a Diploma before delivering any training [diploma]
Everyone must complete single-agency training before multi-agency training [8.2]
Everyone must complete Induction and "Module 1" before any other training [first]
Group B single-agency only [6.12 mode]
Group C e-learning or virtual only [format]
Bookings must be attended or cancelled at least 7 working days before the session [4.4]
Face-to-face courses must be advertised at least 6 months before each session [4.5]
"""
ALICE = StaffRecord.from_dict(
    {
        "id": "x-1",
        "joined": "2020-01-01",
        "posts": [{"groups": ["B", "C"], "started": "2020-01-01"}],
        "training": [
            {"id": "T1", "course": "Neglect", "completed": "2022-05-10"},
            {"id": "T4", "course": "Neglect", "completed": "2022-06-10", "for": {"groups": ["B"]}},
            {
                "id": "T5", "course": "X", "completed": "2022-07-10", "for": {"groups": ["C"]},
                "delivery": "single-agency", "format": "face-to-face",
            },
        ],
        "deliveries": [{"id": "D1", "course": "Neglect", "on": "2022-04-10"}],
        "bookings": [
            {"course": "Neglect", "session": "2022-06-13", "cancelled": "2022-06-08"},
            {"id": "B2", "session": "2022-07-13", "attended": False},
            {
                "id": "B3", "course": "Neglect", "session": "2022-07-13", "attended": False,
                "cancelled": "2022-07-20",
            },
        ],
    }
)  # fmt: skip
COURSE = CourseRecord.from_dict(
    {
        "id": "c",
        "kind": "course",
        "title": "Neglect",
        "format": "face-to-face",
        "sessions": [
            {"on": "2022-08-31", "advertised": "2022-03-01"},
            {"id": "S2", "on": "2022-09-01", "advertised": False},
        ],
    }
)
TOLD = {
    ("diploma", "D1"): "delivery of any training on 10 April 2022 (D1) with no earlier Diploma",
    ("8.2", "T1"): "multi-agency training on 10 May 2022 (T1) with no earlier single-agency training",
    ("first", "T1"): (
        "training other than Induction or “Module 1” on 10 May 2022 (T1) without Induction and “Module 1” "
        "before it"
    ),
    ("6.12 mode", "T4"): (
        "Group B training on 10 June 2022 (T4) taken multi-agency; it has to be single-agency"
    ),
    ("format", "T5"): (
        "Group C training on 10 July 2022 (T5) taken face-to-face; it has to be e-learning or virtual"
    ),
    # seven working days before 13 June: the bank holidays of 2 and 3 June 2022 are left out
    ("4.4", "booking 1"): (
        "booking of “Neglect” for 13 June 2022 cancelled on 8 June 2022; the last day in time was 31 May 2022"
    ),
    ("4.4", "B2"): (
        "booking for 13 July 2022 neither attended nor cancelled; the last day in time was 4 July 2022"
    ),
    ("4.4", "B3"): (
        "booking of “Neglect” for 13 July 2022 not attended, and cancelled only on 20 July 2022; "
        "the last day in time was 4 July 2022"
    ),
    ("4.5", "session 1"): (
        "session on 31 August 2022 advertised on 1 March 2022; the last day in time was 28 February 2022"
    ),
    ("4.5", "S2"): "session on 1 September 2022 not advertised; the last day in time was 1 March 2022",
}


def result(record: Record) -> Evaluation:
    return evaluate(loads(RULES), record, day("2022-10-01"))


@pytest.mark.parametrize(("rule", "event"), TOLD)
def test_what_happened_is_told_in_reasons_text_and_page(rule: str, event: str) -> None:
    record = COURSE if rule == "4.5" else ALICE
    found = result(record)
    (violation,) = (each for each in found.violations if (each.rule, each.event) == (rule, event))
    words = TOLD[rule, event]
    assert happened(violation, found.policy, record, found.as_of) == words
    assert violation.explain().split(": ", 1)[1].startswith(f"{words}: was ")
    for name in ("text", "html"):
        page = "".join(report(name)([Case(record, (found,))], False))
        assert words in page
    on = violation.since.day
    assert f"{words}: in breach on {on} " in "".join(report("text")([Case(record, (found,))], False))


def test_on_the_day_itself_it_is_told_in_the_present() -> None:
    found = evaluate(loads(RULES), ALICE, day("2022-05-10"))
    (violation,) = (each for each in found.violations if each.rule == "8.2")
    assert ": out of order, a breach of [8.2] (must), on 10 May 2022." in violation.explain()
    page = "".join(report("text")([Case(ALICE, (found,))], False))
    assert f"  {TOLD['8.2', 'T1']}: in breach on 10 May 2022 [8.2, must]" in page


def test_a_breach_that_has_ended_is_told_in_the_past() -> None:
    policy = loads("groups A–B\nGroup B must complete Group B training within 6 months [B]")
    record = staff(post("B", "2022-03-01", "2022-09-30"))
    found = evaluate(policy, record, day("2022-12-01"))
    assert [each.explain().split(" In Group B")[0].split(" The rule")[0] for each in found.violations] == [
        "S1, as of 1 December 2022: Group B training: was overdue, a breach of [B] (must), "
        "from 2 September 2022 until 30 September 2022 (29 days)."
    ]
    assert found.obligations[0].explain().split(", under")[0] == (
        "S1, as of 1 December 2022: Group B training: was overdue, and was not done while it was asked for"
    )


def test_a_violation_of_another_kind_has_no_such_words() -> None:
    policy = loads("groups A–B\nGroup B must complete Group B training within 6 months [B]")
    record = staff(post("B", "2022-03-01"))
    found = evaluate(policy, record, day("2022-12-01"))
    assert happened(found.violations[0], policy, record, found.as_of) == ""
