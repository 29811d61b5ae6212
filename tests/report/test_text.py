"""The text report says who, what, due when, how late and which clause."""

from __future__ import annotations

from datetime import date
from typing import Any

from attrs import evolve
from tests.build import day, done, for_groups, post, staff
from tests.report.cases import (
    AMINA,
    AMINAS,
    BENS,
    LATE,
    MET,
    PENDING,
    QUOTA,
    TRAINERS,
    UNDECIDED,
    WAS_LATE,
    result,
)

from trainrules.api import evaluate, loads
from trainrules.findings import Kind, Status
from trainrules.model.rules import Strength
from trainrules.report.case import Case
from trainrules.report.text import pieces


def shown(*cases: Case, violations_only: bool = False) -> str:
    return "".join(pieces(cases, violations_only))


def one(**fields: Any) -> str:
    """Return the lines about a person whose only result has *fields*."""
    return shown(Case(AMINA, (result(**fields),))).split("\n\n")[1]


def test_a_report_reads_from_heading_to_summary() -> None:
    assert shown(AMINAS, BENS, UNDECIDED) == (
        "City and Hackney Safeguarding Children Partnership, as of 2 September 2022\n"
        "Note: the strategy is past its review date, September 2022\n"
        "\n"
        "S-0193 Amina Khan, Hackney Schools\n"
        "  shortfall     Group B training: due 1 September 2022, 1 day late [6.12 B, should]\n"
        "                to put it right: complete Group B training\n"
        "  undetermined  multi-agency training: no due date [6.2c, is recommended]\n"
        "                not known: delivery of T1\n"
        "  pending       DSL training: due 1 January 2023, 121 days left [6.13, must]\n"
        "  met late      Induction: due 28 February 2022, met on 2 March 2022, by T1, 2 days late"
        " [6.12 induction, must]\n"
        "  ended         Induction: due 28 February 2022, in breach on 1 March 2022"
        " [6.12 induction, must]\n"
        "\n"
        "S-0200\n"
        "  no rule is about this record\n"
        "\n"
        "B-1 L&D sub-group\n"
        "  undetermined  multi-agency training: no due date [6.2c, is recommended]\n"
        "                not known: delivery of T1\n"
        "\n"
        "3 records: 1 in breach, 1 undecided for want of facts, 0 in order, 1 that no rule is about.\n"
        "In breach: 1 shortfall of a should.\n"
    )


def test_only_violations_leaves_out_people_and_obligations_but_still_counts_them() -> None:
    assert shown(AMINAS, BENS, UNDECIDED, violations_only=True) == (
        "City and Hackney Safeguarding Children Partnership, as of 2 September 2022\n"
        "Note: the strategy is past its review date, September 2022\n"
        "\n"
        "S-0193 Amina Khan, Hackney Schools\n"
        "  shortfall  Group B training: due 1 September 2022, 1 day late [6.12 B, should]\n"
        "             to put it right: complete Group B training\n"
        "  ended      Induction: due 28 February 2022, in breach on 1 March 2022 [6.12 induction, must]\n"
        "\n"
        "3 records: 1 in breach, 1 undecided for want of facts, 0 in order, 1 that no rule is about.\n"
        "In breach: 1 shortfall of a should.\n"
    )


def test_several_policies_stand_under_one_person() -> None:
    assert shown(TRAINERS) == (
        "City and Hackney Safeguarding Children Partnership, as of 2 September 2022\n"
        "National, as of 2 September 2022\n"
        "\n"
        "S-0200\n"
        "  City and Hackney Safeguarding Children Partnership\n"
        "    breach  days of training: in breach since 2 September 2022 (1 day), 2.5 of 3 needed,"
        " by D4 [10.5, must]\n"
        "            nothing can put it right; otherwise: removal from the pool\n"
        "  National\n"
        "    no rule is about this record\n"
        "\n"
        "1 record: 1 in breach, 0 undecided for want of facts, 0 in order.\n"
        "In breach: 1 breach of a must.\n"
    )


def test_a_record_with_nothing_owed_is_not_one_that_no_rule_is_about() -> None:
    policy = loads(
        "groups A–B\nGroup A must complete Induction before any other training [A]\ncourse Induction"
    )
    asked, not_asked = staff(post("A", "2022-03-01")), evolve(staff(post("B", "2022-03-01")), id="S2")
    text = shown(*(Case(each, (evaluate(policy, each, date(2022, 9, 2)),)) for each in (asked, not_asked)))
    assert text.split("\n\n", 1)[1] == (
        "S1\n  nothing owed\n\nS2\n  no rule is about this record\n\n"
        "2 records: 0 in breach, 0 undecided for want of facts, 1 in order, 1 that no rule is about.\n"
    )


def test_a_permission_asks_nobody() -> None:
    policy = loads("groups A–B\nGroup A may complete Group A training within 6 months [A]")
    record = staff(post("A", "2022-03-01"))
    assert "no rule is about this record" in shown(
        Case(record, (evaluate(policy, record, date(2022, 9, 2)),))
    )


def test_no_records_is_said_and_not_an_error() -> None:
    assert shown() == "0 records: 0 in breach, 0 undecided for want of facts, 0 in order.\n"


def test_an_overdue_obligation_without_its_violation_is_not_lost() -> None:
    assert "overdue    DSL training: due 1 January 2023" in one(
        obligations=(evolve(PENDING, status=Status.OVERDUE),), violations=(LATE,)
    )


def test_what_ended_unmet_is_told_once_and_not_as_put_right() -> None:
    left = evolve(MET, status=Status.UNMET, satisfied_by=None, satisfied_on=None, late_by=None)
    told = one(obligations=(left,), violations=(WAS_LATE,))
    assert told.splitlines()[1:] == [
        "  unmet  Induction: due 28 February 2022, in breach on 1 March 2022 [6.12 induction, must]"
    ]


def test_what_was_put_right_late_is_told_as_met_and_as_ended() -> None:
    told = one(obligations=(MET,), violations=(WAS_LATE,))
    assert [line.split("  ")[1] for line in told.splitlines()[1:]] == ["met late", "ended"]


def test_lateness_after_days_of_grace_counts_breach_days_and_not_calendar_days() -> None:
    graced = evolve(LATE, due=date(2022, 8, 1))
    assert "due 1 August 2022, in breach since 2 September 2022 (1 day)" in one(violations=(graced,))


def test_what_was_met_after_its_due_date_but_in_time_for_the_rule_says_so() -> None:
    policy = loads("in force from 1 September 2021\nGroup B within 6 months [1]")
    record = staff(post("B", "2020-01-01"), done("X", "2021-02-01", for_=for_groups("B")))
    told = shown(Case(record, (evaluate(policy, record, day("2022-01-01")),)))
    assert "met on 1 February 2021, by training 1, after the due date but with no day in breach" in told


def test_due_today_is_the_last_day_and_not_late() -> None:
    assert "due 2 September 2022, today is the last day" in one(
        obligations=(evolve(PENDING, due=date(2022, 9, 2)),)
    )


def test_what_is_not_open_yet_says_when_it_opens() -> None:
    waiting = evolve(PENDING, status=Status.NOT_OPEN, opens=date(2022, 10, 1))
    assert "due 1 January 2023, opens 1 October 2022" in one(obligations=(waiting,))


def test_a_breach_of_several_days_that_ended_has_both_its_ends() -> None:
    long = evolve(WAS_LATE, until=date(2022, 3, 4), days=4)
    assert "in breach from 1 March 2022 to 4 March 2022 (4 days)" in one(violations=(long,))


def test_an_ended_breach_keeps_its_consequence() -> None:
    charged = evolve(QUOTA, kind=Kind.NOTICE, until=QUOTA.since, consequence="charge")
    assert "consequence: charge" in one(violations=(charged,))


def test_every_strength_is_counted_in_the_summary() -> None:
    found = (LATE, evolve(LATE, strength=Strength.MUST), evolve(LATE, strength=Strength.RECOMMENDED))
    assert shown(Case(AMINA, (result(violations=found),))).endswith(
        "In breach: 1 breach of a must, 1 shortfall of a should and 1 shortfall of a recommendation.\n"
    )


def test_what_ended_before_the_day_is_not_in_breach() -> None:
    assert shown(Case(AMINA, (result(violations=(WAS_LATE,)),))).endswith(
        "1 record: 0 in breach, 0 undecided for want of facts, 1 in order.\n"
    )


def test_a_name_cannot_steer_the_terminal_or_start_a_line() -> None:
    sly = evolve(AMINA, name="Amina\x1b[2J\nS-1 Nobody")
    assert "S-0193 Amina\N{REPLACEMENT CHARACTER}[2J\N{REPLACEMENT CHARACTER}S-1 Nobody, Hackney" in shown(
        Case(sly, (result(),))
    )


def test_a_notice_is_told_once() -> None:
    assert shown(AMINAS, AMINAS).count("past its review date") == 1


def test_paint_is_given_the_standing_and_nothing_else_changes() -> None:
    painted = "".join(pieces([AMINAS], paint=lambda role, words: f"<{role}>{words}</{role}>"))
    assert "<shortfall>shortfall   </shortfall>" in painted
    assert "<heading>S-0193 Amina Khan, Hackney Schools</heading>" in painted


def test_hours_that_are_short_are_told_in_hours() -> None:
    policy = loads("group B\nGroup B must complete at least 6 hours of training each calendar year [1]")
    result = evaluate(policy, staff(post("B", "2022-01-01")), day("2023-01-01"))
    assert "0 of 6 hours needed" in shown(Case(AMINA, (result,)))
