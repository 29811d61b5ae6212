"""What is told of a record as a whole, and of one that cannot be decided."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve
from tests.build import course, day, days, did, done, group, months, owed, policy, post, staff, within

from trainrules.engine.evaluate import evaluate
from trainrules.findings import Status
from trainrules.model.rules import (
    Checklist,
    Days,
    Deed,
    Duty,
    FollowUp,
    Item,
    Notice,
    Owed,
    Period,
    Streak,
    Strength,
    Term,
)
from trainrules.records.classes import Evaluation, Membership, Training

DUTY = Duty(label="R", audience=group("B"), owed=owed("Induction"), first=within(months(6)))
FOLLOW = FollowUp(
    label="F", audience=group("B"), response=owed("Foundation"), trigger=course("Induction"), within=days(10)
)


def test_the_next_change_is_the_earliest_of_all_that_is_owed() -> None:
    other = evolve(DUTY, label="S", first=within(months(3)))
    record = staff(post("B", "2022-01-01"))
    assert evaluate(policy(DUTY, other), record, day("2022-02-01")).changes_on == date(2022, 4, 2)
    assert evaluate(policy(DUTY, other), record, day("2022-05-01")).changes_on == date(2022, 7, 2)
    assert evaluate(policy(DUTY), record, day("2022-08-01")).changes_on is None


def test_what_each_event_counted_for_and_what_has_to_be_noticed_is_told_with_the_rest() -> None:
    record = staff(post("B", "2022-01-01"), done("Induction", "2022-02-01", id="c1"))
    result = evaluate(policy(DUTY, next_review=day("2022-03-01")), record, day("2022-06-01"))
    (verdict,) = result.events
    assert verdict.event == "c1"
    assert any("2022" in each for each in result.notices)


def test_with_more_ways_than_are_tried_the_rule_is_undetermined_and_says_what_is_missing() -> None:
    unknown = [Training(course=None, completed=date(2022, 1, place)) for place in range(1, 10)]
    rule = evolve(DUTY, strength=Strength.SHOULD)
    result = evaluate(policy(rule), staff(post("B", "2022-01-01"), *unknown), day("2022-06-01"))
    (told,) = result.obligations
    assert (told.rule, told.strength, told.owed) == ("R", Strength.SHOULD, "Induction")
    assert told.status is Status.UNDETERMINED
    assert told.missing == tuple(f"course of training {place}" for place in range(1, 10))
    assert told.source == rule
    assert result.violations == ()


def test_whoever_may_have_started_when_the_rule_asks_is_undetermined_for_want_of_the_day() -> None:
    rule = evolve(DUTY, started=Days(first=day("2022-05-01")))
    record = staff(post("B", "", "2022-07-31"), joined=day("2022-02-01"))
    (told,) = evaluate(policy(rule), record, day("2022-06-01")).obligations
    assert (told.status, told.missing) == (Status.UNDETERMINED, ("starting day",))
    assert (told.owed, told.opens) == ("Induction", day("2022-02-01"))


def test_who_was_gone_before_the_rule_began_owes_nothing_whenever_they_started() -> None:
    rule = evolve(DUTY, started=Days(first=day("2022-05-01")), force=Days(first=day("2023-01-01")))
    for ended, count in (("2022-12-31", 0), ("2023-01-01", 1)):
        record = staff(post("B", "", ended), joined=day("2022-02-01"))
        assert len(evaluate(policy(rule), record, day("2023-06-01")).obligations) == count


def test_who_is_there_on_the_first_day_in_force_is_told_of() -> None:
    rule = evolve(DUTY, leave_pauses=True, force=Days(first=day("2023-01-01")))
    for ended, count in (("2022-12-31", 0), ("2023-01-01", 1)):
        record = staff(post("B", "2022-01-01", ended))
        assert len(evaluate(policy(rule), record, day("2023-06-01")).obligations) == count


@pytest.mark.parametrize("leave_pauses", [False, True])
def test_what_is_owed_and_what_is_broken_name_their_rule(leave_pauses: bool) -> None:
    rule = evolve(DUTY, leave_pauses=leave_pauses)
    result = evaluate(policy(rule), staff(post("B", "2022-01-01")), day("2022-08-01"))
    assert [each.source for each in (*result.obligations, *result.violations)] == [rule, rule]


def test_reasons_are_there_only_where_they_were_asked_for() -> None:
    unknown = [Training(course=None, completed=date(2022, 1, place)) for place in range(1, 10)]
    for record in (staff(post("B", "2022-01-01")), staff(post("B", "2022-01-01"), *unknown)):
        told = evaluate(policy(DUTY), record, day("2022-06-01")).obligations
        assert [each.why for each in told] == [None]
        told = evaluate(policy(DUTY), record, day("2022-06-01"), lambda *_: "so").obligations
        assert [each.explain() for each in told] == ["so"]


def test_a_follow_up_tells_its_window_its_event_and_its_cure() -> None:
    record = staff(post("B", "2022-01-01"), done("Induction", "2022-02-01", id="c1"))
    result = evaluate(policy(FOLLOW), record, day("2022-02-13"))
    (told,), (broken,) = result.obligations, result.violations
    assert (told.opens, told.due, told.owed) == (day("2022-02-01"), day("2022-02-11"), "Foundation")
    assert (broken.since, broken.due, broken.owed) == (day("2022-02-12"), day("2022-02-11"), "Foundation")
    assert (broken.event, broken.cure) == ("c1", "complete Foundation")


def test_a_follow_up_in_working_days_is_counted_in_its_calendar() -> None:
    # Thursday 28 March 2024; Good Friday and Easter Monday are no working days in England
    two = evolve(FOLLOW, within=Period(working_days=2), after=Period(working_days=1), calendar="England")
    record = staff(post("B", "2024-01-01"), done("Induction", "2024-03-28"))
    (told,) = evaluate(policy(two), record, day("2024-03-28")).obligations
    assert (told.opens, told.due) == (day("2024-04-02"), day("2024-04-03"))
    (told,) = evaluate(policy(evolve(two, calendar="")), record, day("2024-03-28")).obligations
    assert (told.opens, told.due) == (day("2024-03-29"), day("2024-04-01"))


def test_a_follow_up_on_the_last_day_in_force_is_owed_and_on_the_next_it_is_not() -> None:
    rule = evolve(FOLLOW, force=Days(last=day("2022-02-01")))
    last = staff(post("B", "2022-01-01"), done("Induction", "2022-02-01"))
    assert len(evaluate(policy(rule), last, day("2022-02-05")).obligations) == 1
    after = staff(post("B", "2022-01-01"), done("Induction", "2022-02-02"))
    assert evaluate(policy(rule), after, day("2022-02-05")).obligations == ()


def test_any_evaluation_answers_where_no_kind_is_asked_for_and_a_named_one_where_one_is() -> None:
    any_kind = evolve(FOLLOW, response=Owed(((Deed("evaluation"),),)))
    impact = evolve(FOLLOW, response=Owed(((Deed("evaluation", "impact"),),)))

    def status(rule: FollowUp, *returned: Evaluation, as_of: str = "2022-03-01") -> Status:
        trained = done("Induction", "2022-02-01", id="c1", evaluations=returned)
        (told,) = evaluate(policy(rule), staff(post("B", "2022-01-01"), trained), day(as_of)).obligations
        return told.status

    on_the_last_day = Evaluation(kind="Other", returned=day("2022-02-11"))
    assert status(any_kind, on_the_last_day) is Status.MET
    assert status(impact, on_the_last_day) is Status.OVERDUE
    assert status(impact, Evaluation(kind="Impact", returned=day("2022-02-11"))) is Status.MET
    assert status(impact, Evaluation(kind="Impact", returned=day("2022-02-12"))) is Status.MET_LATE
    assert status(any_kind, Evaluation(returned=day("2022-02-05"))) is Status.MET
    assert status(impact, Evaluation(returned=day("2022-02-05"))) is Status.UNDETERMINED
    assert status(impact, Evaluation(kind="impact")) is Status.UNDETERMINED
    assert status(impact, Evaluation(returned=day("2022-01-31"))) is Status.OVERDUE
    assert status(impact, Evaluation(returned=day("2022-02-01"))) is Status.UNDETERMINED


def test_what_triggers_a_follow_up_does_not_answer_it() -> None:
    either = evolve(FOLLOW, trigger=Deed("activity"), response=Owed(((Deed("activity", "visit"),),)))
    one = staff(post("B", "2022-01-01"), did("visit", "2022-02-01"))
    (told,) = evaluate(policy(either), one, day("2022-02-05")).obligations
    assert told.status is Status.PENDING
    two = staff(post("B", "2022-01-01"), did("call", "2022-02-01"), did("visit", "2022-02-01"))
    first, _ = evaluate(policy(either), two, day("2022-02-05")).obligations
    assert first.status is Status.MET


def test_what_a_rule_asks_is_told_where_nothing_else_is_known() -> None:
    """Nobody knows when the post began, so nothing else can be told of these rules."""
    board = Term("member", "Board")
    rules = (
        Streak(label="1", body="Board", misses=2),
        Checklist(label="2", items=(Item("S", "1", "x"), Item("S", "2", "y"), Item("T", "1", "z"))),
        Notice(label="3", what="booking", notice=Period(working_days=7), clear=True),
    )
    asked = {"audience": evolve(group("B"), all_of=((board,),)), "started": Days(first=day("2022-05-01"))}
    record = staff(post("B"), memberships=(Membership(body="Board"),))
    told = evaluate(policy(*(evolve(each, **asked) for each in rules)), record, day("2022-06-01")).obligations
    assert [each.owed for each in told] == [
        "attendance at meetings of “Board”",
        "“S” and “T”",
        "attendance, or cancelling at least 7 clear working days before the session",
    ]
